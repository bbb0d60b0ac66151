# port.mk - how the Makefile builds and runs the A32 port.
# SPDX-License-Identifier: 0BSD
# ARMv4 is the baseline: StrongARM to Cortex-A32. r9 is RP: C leaves it alone.
# r10, DSP, is kept by the calling convention. The gnueabi triple calls memcpy
# by that name.
TRIPLE_arm = armv4-none-linux-gnueabi
CFLAGS_arm = -march=armv4 -marm -mfloat-abi=soft -ffixed-r9 \
	-mthread-model single -DNO_DIVIDE
LDFLAGS_arm = -z notext
QEMU_arm = qemu-system-arm
