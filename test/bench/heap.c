/* heap.c - heap sort of 10,000 cells. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

enum {
	SIZE = 10000
};
static cell list[SIZE], seed;

static cell
next_random(void)
{
	seed = (seed * 1309 + 13849) & 0xffff;
	return seed;
}

/* The child of i that is greater; there is a first one, if not a second. */
static cell
greater_child(cell n, cell i)
{
	cell child = 2 * i + 1;

	if (n > child + 1 && list[child] < list[child + 1])
		child++;
	return child;
}

/* Item i of a heap of n sinks to its place. */
static void
sink(cell n, cell i)
{
	cell x = list[i];

	while (n > 2 * i + 1) {
		cell child = greater_child(n, i);

		if (list[child] <= x)
			break;
		list[i] = list[child];
		i = child;
	}
	list[i] = x;
}

void
setup(void)
{
}

cell
run(void)
{
	ucell sum = 0;

	seed = 74755;
	for (cell i = 0; i < SIZE; i++)
		list[i] = next_random();
	for (cell i = SIZE / 2; i--;)
		sink(SIZE, i);
	for (cell n = SIZE - 1; n; n--) {
		cell first = list[0];

		list[0] = list[n];
		list[n] = first;
		sink(n, 0);
	}
	for (cell i = 0; i < SIZE; i++)
		sum = sum * 3 + (ucell)list[i];
	return (cell)sum;
}
