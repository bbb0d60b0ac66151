/* matrix.c - the product of two matrices of 200 * 200 integers. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

#ifndef DIMENSION /* a machine with less memory sets it */
#	define DIMENSION 200
#endif
static cell left[DIMENSION][DIMENSION], right[DIMENSION][DIMENSION],
	result[DIMENSION][DIMENSION], seed;

static cell
next_random(void)
{
	seed = (seed * 1309 + 13849) & 0xffff;
	return seed;
}

static void
fill_matrix(cell *p)
{
	for (cell i = 0; i < DIMENSION * DIMENSION; i++)
		p[i] = next_random() % 120 - 60;
}

static cell
inner_product(const cell *row, const cell *column)
{
	cell sum = 0;

	for (cell k = 0; k < DIMENSION; k++) {
		sum += *row * *column;
		row++;
		column += DIMENSION;
	}
	return sum;
}

void
setup(void)
{
	seed = 74755;
	fill_matrix(left[0]);
	fill_matrix(right[0]);
}

cell
run(void)
{
	ucell sum = 0;

	for (cell i = 0; i < DIMENSION; i++)
		for (cell j = 0; j < DIMENSION; j++)
			result[i][j] = inner_product(left[i], &right[0][j]);
	for (cell i = 0; i < DIMENSION; i++)
		for (cell j = 0; j < DIMENSION; j++)
			sum = sum * 3 + (ucell)result[i][j];
	return (cell)sum;
}
