/* records.c - structures in a table: 1000 particles, 100 steps. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

enum {
	PARTICLES = 1000,
	SIDE = 64
};
struct particle {
	cell x, y, vx, vy;
};
static struct particle table[PARTICLES];
static cell histogram[SIDE], seed;

static cell
next_random(void)
{
	seed = (seed * 1309 + 13849) & 0xffff;
	return seed;
}

static void
start(struct particle *p)
{
	p->x = next_random();
	p->y = next_random();
	p->vx = next_random() & 255;
	p->vy = next_random() & 255;
}

static void
step(struct particle *p)
{
	p->x = (p->x + p->vx) & 0xffff;
	p->y = (p->y + p->vy) & 0xffff;
	if (p->x < p->y)
		p->vx++;
	else
		p->vy++;
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
	memset(histogram, 0, sizeof histogram);
	for (cell i = 0; i < PARTICLES; i++)
		start(&table[i]);
	for (cell turn = 0; turn < 100; turn++)
		for (cell i = 0; i < PARTICLES; i++)
			step(&table[i]);
	for (cell i = 0; i < PARTICLES; i++) {
		histogram[table[i].x >> 10]++;
		histogram[table[i].y >> 10]++;
	}
	for (cell i = 0; i < SIDE; i++)
		sum = sum * 3 + (ucell)histogram[i];
	return (cell)sum;
}
