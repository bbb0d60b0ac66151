# port.mk - how the Makefile builds and runs the AArch64 port.
# SPDX-License-Identifier: 0BSD
# -mcmodel=tiny: adr only, so any load address will do (adrp wants 4 KiB).
# With -fpie it takes addresses from a GOT by a relocation that lld 14 does not
# know; without, tables of pointers are in .rodata, and relocated there.
# x26 and x27 are DSP and RP: C leaves them alone.
TRIPLE_aarch64 = aarch64-none-elf
CFLAGS_aarch64 = -march=armv8-a -mcmodel=tiny -fno-pie -mgeneral-regs-only \
	-mstrict-align -ffixed-x26 -ffixed-x27
LDFLAGS_aarch64 = -z notext
QEMU_aarch64 = qemu-system-aarch64
