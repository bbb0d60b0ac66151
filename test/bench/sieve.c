/* sieve.c - how many of 3, 5 .. 16381 are prime: 8190 flags, struck out. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

enum {
	SIZE = 8190
};
static unsigned char flags[SIZE];

void
setup(void)
{
}

cell
run(void)
{
	unsigned char *end = flags + SIZE;
	cell count = 0, prime = 3;

	memset(flags, 1, SIZE);
	for (unsigned char *p = flags; p < end; p++, prime += 2)
		if (*p) {
			for (unsigned char *q = p + prime; q < end; q += prime)
				*q = 0;
			count++;
		}
	return count;
}
