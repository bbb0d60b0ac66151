# port.mk - how the Makefile builds and runs the RISC-V 64 port.
# SPDX-License-Identifier: 0BSD
# tp is DSP and gp is RP: C leaves them alone if there are no threads and the
# linker does not relax.
TRIPLE_riscv64 = riscv64-unknown-elf
CFLAGS_riscv64 = -march=rv64ima -mabi=lp64 -mcmodel=medany -mno-relax
LDFLAGS_riscv64 =
QEMU_riscv64 = qemu-system-riscv64
