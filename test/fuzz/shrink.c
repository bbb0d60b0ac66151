/* shrink.c - a failing program becomes a small one by choosing less. */
/* SPDX-License-Identifier: 0BSD */
#include "fuzz.h"
#include <stdlib.h>
#include <string.h>

enum {
	MOST_TRIED = 1 << 16
};
static struct tape best;
static char text[MOST_TEXT];
static unsigned number_of, tries;
static double limit;
static uint64_t tried[MOST_TRIED];

/* Has this text not been tried yet? */
static bool
fresh(const char *t)
{
	uint64_t hash = 14695981039346656037u;

	for (; *t; t++)
		hash = (hash ^ (unsigned char)*t) * 1099511628211u;
	for (unsigned i = (unsigned)hash;; i++) {
		uint64_t *at = &tried[i % MOST_TRIED];
		if (*at == hash)
			return false;
		if (!*at) {
			*at = hash;
			return ++tries < MOST_TRIED / 2;
		}
	}
}

/* Does the program of these choices differ? Then it is the best one. */
static bool
keep(const struct tape *candidate)
{
	struct job job = {.index = number_of, .text = text};

	if (seconds() > limit)
		return false;
	tape_replay(candidate);
	program(text, number_of);
	if (!fresh(text))
		return false;
	children_run(&job, 1, false);
	if (!differs(&job))
		return false;
	best = tape;
	return true;
}

static bool
without(unsigned begin, unsigned end)
{
	static struct tape t;

	if (begin >= end || begin >= best.n)
		return false;
	if (end > best.n)
		end = best.n;
	memcpy(t.choice, best.choice, begin * sizeof *t.choice);
	memcpy(t.choice + begin, best.choice + end,
		(best.n - end) * sizeof *t.choice);
	t.n = best.n - (end - begin);
	return keep(&t);
}

static bool
with(unsigned at, uint32_t value)
{
	static struct tape t;

	if (at >= best.n || best.choice[at] == value)
		return false;
	t = best;
	t.choice[at] = value;
	return keep(&t);
}

/* Without one part after the other, the largest first. */
static bool
drop_parts(void)
{
	bool progress = false;

	for (unsigned most = ~0u, next; most > 0; most = next) {
		next = 0;
		for (unsigned i = 0; i < best.nspans; i++) {
			unsigned n = best.span[i].end - best.span[i].begin;
			if (n >= most || n <= next)
				continue;
			next = n;
		}
		for (unsigned i = 0; next && i < best.nspans; i++)
			if (best.span[i].end - best.span[i].begin == next &&
				without(best.span[i].begin, best.span[i].end)) {
				progress = true;
				i--;
			}
	}
	return progress;
}

static bool
lower(void)
{
	bool progress = false;

	for (unsigned i = 0; i < best.n; i++) {
		uint32_t v = best.choice[i];
		if (v && (with(i, 0) || with(i, v / 2) || with(i, v - 1)))
			progress = true;
		for (unsigned n = 1; n <= 4; n *= 2)
			progress |= without(i, i + n);
	}
	return progress;
}

/* Change failing, whose program `index` differs, for at most so long. */
void
shrink(struct tape *failing, unsigned index, double limit_s)
{
	number_of = index;
	limit = seconds() + limit_s;
	tries = 0;
	memset(tried, 0, sizeof tried);
	best = *failing;
	bool progress = true;
	while (progress) {
		progress = drop_parts();
		progress = lower() || progress;
	}
	*failing = best;
}
