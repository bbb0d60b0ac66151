/* nops.c - so many instructions and a few more: how many are in a tick. */
/* SPDX-License-Identifier: 0BSD */
#include "bench.h"

#define TEXT_OF(x) #x
#define REPEAT(n)  ".rept " TEXT_OF(n) "\n\tnop\n\t.endr"

void
setup(void)
{
}

/* 10,000 times NOPS. */
cell
run(void)
{
	for (cell i = 0; i < 10000; i++)
		__asm__ volatile(REPEAT(NOPS));
	return NOPS;
}
