/* bench.h - what a benchmark in C owes the program that times it. */
/* SPDX-License-Identifier: 0BSD */
#ifndef BENCH_H
#define BENCH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef intptr_t cell;
typedef uintptr_t ucell;

void *memset(void *to, int byte, size_t n);
int memcmp(const void *left, const void *right, size_t n);

/* Once, before the clock starts: the data that run works on. */
void setup(void);
/* One turn; the same sum each time, and the same as the Forth program's. */
cell run(void);
#endif
