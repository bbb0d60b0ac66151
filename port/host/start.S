/* start.S - the context switch of the machine that this process runs on. */
/* SPDX-License-Identifier: 0BSD */
#define HOSTED 1
#if defined(__x86_64__)
#include "../x86_64/start.S"
#elif defined(__aarch64__)
#include "../aarch64/start.S"
#elif defined(__riscv)
#include "../riscv64/start.S"
#endif
