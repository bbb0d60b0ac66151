# port.mk - how the Makefile builds and runs the RISC-V 32 port.
# SPDX-License-Identifier: 0BSD
# tp is DSP and gp is RP: C leaves them alone if there are no threads and the
# linker does not relax.
TRIPLE_riscv32 = riscv32-unknown-elf
CFLAGS_riscv32 = -march=rv32ima -mabi=ilp32 -mcmodel=medany -mno-relax
LDFLAGS_riscv32 =
QEMU_riscv32 = qemu-system-riscv32
