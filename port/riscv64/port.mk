# port.mk - how the Makefile builds and runs the RISC-V 64 port.
# SPDX-License-Identifier: 0BSD
# No compressed instructions and no gp. s10 and s11 are DSP and RP: C leaves
# them alone.
TRIPLE_riscv64 = riscv64-unknown-elf
CFLAGS_riscv64 = -march=rv64ima -mabi=lp64 -mcmodel=medany -mno-relax \
	-ffixed-x26 -ffixed-x27
LDFLAGS_riscv64 =
QEMU_riscv64 = qemu-system-riscv64
