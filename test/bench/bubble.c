/* bubble.c - 6000 cells in random order, sorted by exchanging neighbours. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

enum {
	SIZE = 6000
};
static cell list[SIZE], seed;

static cell
next_random(void)
{
	seed = (seed * 1309 + 13849) & 0xffff;
	return seed;
}

static void
fill_list(void)
{
	seed = 74755;
	for (cell *p = list; p < list + SIZE; p++)
		*p = next_random();
}

static void
sort_list(void)
{
	for (cell i = 1; i < SIZE; i++)
		for (cell *p = list; p < list + SIZE - i; p++)
			if (p[1] < p[0]) {
				cell first = p[0];

				p[0] = p[1];
				p[1] = first;
			}
}

void
setup(void)
{
}

cell
run(void)
{
	ucell sum = 0;

	fill_list();
	sort_list();
	for (cell i = 0; i < SIZE; i++)
		sum = sum * 3 + (ucell)list[i];
	return (cell)sum;
}
