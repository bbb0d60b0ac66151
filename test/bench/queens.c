/* queens.c - every way to put 8 queens so that none takes another. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

enum {
	SIZE = 8
};
static unsigned char columns[SIZE], diagonals[2 * SIZE], antis[2 * SIZE];
static cell solutions;

static bool
is_free(cell row, cell column)
{
	return !columns[column] && !diagonals[row + column] &&
	       !antis[row - column + SIZE];
}

static void
mark(unsigned char x, cell row, cell column)
{
	antis[row - column + SIZE] = x;
	diagonals[row + column] = x;
	columns[column] = x;
}

static void
place(cell row)
{
	if (row == SIZE) {
		solutions++;
		return;
	}
	for (cell i = 0; i < SIZE; i++)
		if (is_free(row, i)) {
			mark(1, row, i);
			place(row + 1);
			mark(0, row, i);
		}
}

void
setup(void)
{
}

cell
run(void)
{
	memset(columns, 0, sizeof columns);
	memset(diagonals, 0, sizeof diagonals);
	memset(antis, 0, sizeof antis);
	solutions = 0;
	place(0);
	return solutions;
}
