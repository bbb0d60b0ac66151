/* edit.c - the edit distance of two texts of 400 characters. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

enum {
	SIZE = 400
};
static unsigned char left[SIZE], right[SIZE];
static cell row[SIZE + 1], seed;

static cell
next_random(void)
{
	seed = (seed * 1309 + 13849) & 0xffff;
	return seed;
}

static cell
min(cell a, cell b)
{
	return a < b ? a : b;
}

static cell
least(cell a, cell b, cell c)
{
	return a < b ? min(a, c) : min(b, c);
}

/* The row of the table below the one in p, for one more character. */
static void
next_row(cell c, const unsigned char *text, cell *p, cell n)
{
	cell diagonal = (*p)++;

	for (cell i = 0; i < n; i++) {
		cell up = p[1];
		cell best = least(up + 1, p[0] + 1, diagonal + (*text != c));

		*++p = best;
		text++;
		diagonal = up;
	}
}

static cell
distance(const unsigned char *text1, cell n1, const unsigned char *text2,
	cell n2)
{
	for (cell i = 0; i <= n2; i++)
		row[i] = i;
	for (cell i = 0; i < n1; i++)
		next_row(text1[i], text2, row, n2);
	return row[n2];
}

void
setup(void)
{
	seed = 74755;
	for (cell i = 0; i < SIZE; i++)
		left[i] = (unsigned char)(next_random() >> 5 & 7);
	for (cell i = 0; i < SIZE; i++)
		right[i] = (unsigned char)(next_random() >> 5 & 7);
}

cell
run(void)
{
	return distance(left, SIZE, right, SIZE);
}
