/* tape.c - the choices that make a program, fresh or from a record. */
/* SPDX-License-Identifier: 0BSD */
#include "fuzz.h"

struct tape tape;
static const struct tape *record;
static uint64_t rng;

/* splitmix64 (Steele, Lea, Flood, OOPSLA 2014) */
static uint64_t
next(void)
{
	uint64_t z = rng += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

void
tape_random(uint64_t seed, uint64_t index)
{
	rng = seed;
	rng = next() + index;
	record = NULL;
	tape.n = tape.nspans = 0;
}

void
tape_replay(const struct tape *from)
{
	record = from;
	tape.n = tape.nspans = 0;
}

unsigned
any(unsigned n)
{
	uint32_t c;

	if (tape.n == MOST_CHOICES)
		return 0;
	if (record)
		c = tape.n < record->n ? record->choice[tape.n] : 0;
	else
		c = (uint32_t)(next() >> 32);
	return tape.choice[tape.n++] = c % n;
}

uint64_t
any_cell(void)
{
	uint64_t high = any(0xffffffff);

	return high << 32 | any(0xffffffff);
}

unsigned
span_open(void)
{
	if (tape.nspans == MOST_SPANS)
		return MOST_SPANS;
	tape.span[tape.nspans].begin = tape.span[tape.nspans].end = tape.n;
	return tape.nspans++;
}

void
span_close(unsigned span)
{
	if (span < MOST_SPANS)
		tape.span[span].end = tape.n;
}
