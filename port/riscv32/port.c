/* port.c - RISC-V 32: what differs from 64 bits is said there. */
/* SPDX-License-Identifier: 0BSD */
#include "port/riscv64/port.c"
