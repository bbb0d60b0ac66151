/* gen_loop.c - loops of random programs; each of them ends. */
/* SPDX-License-Identifier: 0BSD */
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>

enum {
	LOOP_END = 40,
	MOST_TIMES = 400
};

/* Does start, by steps, cross the limit (3.2.3.1, 6.1.0140)? In how many
 * rounds, or 0 if they are more than 7. */
static int
rounds(uint64_t limit, uint64_t start, uint64_t step)
{
	unsigned up = 64 - cell_bits;
	int64_t x = (int64_t)((start - limit) << up);
	int64_t s = (int64_t)(step << up);

	for (int n = 1; n < 8; n++) {
		int64_t y = (int64_t)((uint64_t)x + (uint64_t)s);
		if (s < 0 ? x >= 0 && y < 0 : x < 0 && y >= 0)
			return n;
		x = y;
	}
	return 0;
}

/* Limit and start as numbers, and what the loop ends with. */
static const char *
fixed_loop(char end[LOOP_END])
{
	static const struct {
		int64_t limit, start, step;
	} edge[] = {{3, 0, 1}, {2, -2, 1}, {1, 0, 1}, {0, 0, -1}, {-3, 3, -2},
		{9, 0, 4}, {INT64_MIN + 2, INT64_MAX, 1},
		{INT64_MIN + 2, INT64_MAX - 1, 3}, {2, -2, INT64_MAX},
		{INT64_MAX, INT64_MIN + 2, -1}, {0, -5, 2}, {-1, 4, -1},
		{INT64_MIN, INT64_MAX - 2, 1}, {-2, 2, INT64_MIN},
		{INT64_MIN, INT64_MIN + 3, -1}, {0, 1, -1}, {1, 1, -1}};
	static const char *const step_text[] = {"1 +loop", "loop"};
	unsigned k = any(3) ? any(sizeof edge / sizeof *edge) : 99;
	int64_t limit, start, step;

	if (k != 99 && cell_bits == 64) {
		limit = edge[k].limit;
		start = edge[k].start;
		step = edge[k].step;
	} else {
		limit = (int)any(24) - 12;
		start = (int)any(24) - 12;
		step = (int)any(9) - 4;
		if (!rounds((uint64_t)limit, (uint64_t)start, (uint64_t)step)) {
			limit = start + 1 + any(4);
			step = 1;
		}
	}
	if (!rounds((uint64_t)limit, (uint64_t)start, (uint64_t)step))
		abort();
	say(any(4) ? "%lld %lld do" : "%lld %lld ?do", (long long)limit,
		(long long)start);
	if (step == 1)
		return step_text[any(2)];
	snprintf(end, LOOP_END, "%lld +loop", (long long)step);
	return end;
}

static const char *
loop_begin(bool *pointer, char end[LOOP_END])
{
	*pointer = false;
	switch (any(10)) {
	default: return fixed_loop(end);
	case 3: phrase("3 and 0 ?do", "n:"); return "loop";
	case 4: phrase("dup 3 and 1+ over + swap do", "n:"); return "loop";
	case 5: phrase("dup 3 and over + swap ?do", "n:"); return "loop";
	case 6: say("4 0 do"); return "i 1 and 1+ +loop";
	case 7: say("-4 2 do"); return "v1 @ 3 and 1+ negate +loop";
	case 8: say("5 0 ?do"); return "g0 3 and 1+ +loop";
	case 9:
		*pointer = true;
		if (any(2)) {
			say("buf 40 + buf 8 + do");
			return "8 +loop";
		}
		say("buf 16 + buf 48 + do");
		return "-8 +loop";
	}
}

/* Somewhere in a counted loop, with nothing above its parameters. */
void
leave(void)
{
	struct state before;

	if (!now.nr || !now.r[now.nr - 1].loop || def.uneven)
		return;
	condition();
	before = now;
	say("if");
	now.floor = now.r[now.nr - 1].floor;
	fix(now.r[now.nr - 1].depth);
	say(any(4) ? "leave then" : "leave else then");
	now = before;
}

void
counted_loop(void)
{
	bool pointer;
	char room[LOOP_END];

	if (def.times > MOST_TIMES || now.nr > MOST_R - 4)
		return;
	const char *end = loop_begin(&pointer, room);
	int floor = set_floor(5), depth = now.depth;
	def.times *= 5;
	push_r(true, pointer);
	block(depth);
	if (any(3) == 0) {
		leave();
		block(depth);
	}
	say("%s", end);
	now.nr--;
	def.times /= 5;
	now.floor = floor;
}

/* A loop that leaves an item each round, and one that takes them. */
void
pile(void)
{
	static const char *const take[] = {"+", "xor", "swap - 1+", "max",
		"over and +", "tuck - 3 * +", "2dup u< if swap then drop"};
	unsigned n = any(5) + 1;
	int floor = now.floor;

	if (def.times > MOST_TIMES || now.nr > MOST_R - 4)
		return;
	number();
	int depth = now.floor = now.depth;
	def.times *= 4;
	def.uneven++;
	bool counts = any(2);
	if (counts)
		phrase("3 and 1+ dup >r 0 do", "n:");
	else
		say("%u 0 do", n);
	if (counts)
		push_r(false, false);
	push_r(true, false);
	block(depth + 1);
	say("loop");
	drop(1);
	now.nr--;
	if (counts) {
		now.nr--;
		say("r> 0 do");
	} else {
		say("%u 0 do", n);
	}
	push_r(true, false);
	say("%s loop", take[any(7)]);
	now.nr--;
	def.uneven--;
	def.times /= 4;
	now.floor = floor;
}

/* What a BEGIN loop counts its rounds with. */
struct counter {
	enum {
		ON_STACK,
		ON_R,
		BETWEEN,
		IN_LOCAL,
		IN_FUEL
	} where;
	int n; /* which local, or which place for fuel */
	char step[60];
};

/* Rounds of an item that changes in steps until a comparison holds. */
static void
natural(struct counter *c)
{
	static const char *const how[] = {"1+", "2 +", "2*", "dup +", "-3 +",
		"7 -", "2/", "1 rshift", "3 *"};
	static const char *const is[] = {">", "<", "=", "u>", ">=", "u<"};
	int64_t x = (int)any(40) - 10, limit = (int)any(60) - 20, start = x;
	unsigned h = any(9), k = any(6);
	int64_t small = cell_bits == 32 ? INT32_MAX : INT64_MAX;

	for (int n = 0; n < 6; n++) {
		switch (h) {
		case 0: x++; break;
		case 1: x += 2; break;
		case 2:
		case 3: x *= 2; break;
		case 4: x -= 3; break;
		case 5: x -= 7; break;
		case 6: x >>= 1; break;
		case 7: x = x < 0 ? small : x / 2; break;
		default: x *= 3;
		}
		uint64_t u = (uint64_t)x, l = (uint64_t)limit;
		const bool ends[] = {x > limit, x<limit, x == limit, u> l,
			x >= limit, u < l};
		if (ends[k]) {
			say("%lld", (long long)start);
			snprintf(c->step, sizeof c->step, "%s dup %lld %s",
				how[h], (long long)limit, is[k]);
			return;
		}
	}
	say("3");
	snprintf(c->step, sizeof c->step, "%s",
		any(2) ? "1- dup 0=" : "1- dup 1 <");
}

static void
counter_begin(struct counter *c)
{
	c->where = any(5);
	if (c->where == IN_LOCAL && def.used_counters == def.counters)
		c->where = ON_R;
	if (c->where == IN_FUEL && (def.again || nfuel == MOST_FUEL))
		c->where = BETWEEN;
	switch (c->where) {
	case ON_STACK:
		natural(c);
		push(false);
		now.floor = now.depth;
		break;
	case ON_R:
		say("%u >r", any(4) + 1);
		push_r(false, false);
		break;
	case BETWEEN: say("%u", any(4) + 1); break;
	case IN_LOCAL:
		c->n = def.used_counters++;
		say("%u to k%d", any(4) + 1, c->n);
		break;
	default: c->n = nfuel++; say("%u fuel%d !", any(4) + 1, c->n);
	}
}

/* One round more: leaves a flag, true when it was the last. */
static void
counter_step(const struct counter *c)
{
	unsigned k = any(2);

	switch (c->where) {
	case ON_STACK: say("%s", c->step); break;
	case ON_R: say(k ? "r> 1- dup >r 0=" : "r> 1- >r r@ 1 <"); break;
	case BETWEEN: say(k ? "r> 1- dup 0=" : "r> 1- dup 1 <"); break;
	case IN_LOCAL:
		say(k ? "k%d 1- to k%d k%d 0=" : "k%d 1- dup to k%d 1 <", c->n,
			c->n, c->n);
		break;
	default:
		say(k ? "-1 fuel%d +! fuel%d @ 0="
		      : "fuel%d @ 1- dup fuel%d ! 1 <",
			c->n, c->n);
	}
}

/* After the loop: the counter goes, or becomes an item. */
static void
counter_end(const struct counter *c)
{
	if (c->where == ON_R) {
		say(any(2) ? "rdrop" : "r> drop");
		now.nr--;
	} else if (c->where == IN_LOCAL) {
		def.used_counters--;
	}
}

/* BEGIN BLOCK flag UNTIL; the counter is between items and return stack. */
static void
until_loop(const struct counter *c)
{
	int depth = now.depth;

	say(c->where == BETWEEN ? "begin >r" : "begin");
	if (c->where == BETWEEN)
		push_r(false, false);
	block(depth);
	counter_step(c);
	if (c->where == BETWEEN) {
		now.nr--;
		say("until drop");
	} else if (any(4) == 0) {
		push(false);
		int floor = now.floor;
		now.floor = now.depth;
		condition();
		fix(now.floor);
		now.floor = floor;
		say("or until");
		drop(1);
	} else {
		say("until");
	}
}

/* BEGIN one WHILE [two WHILE] three REPEAT, or AGAIN THEN. */
static void
while_loop(const struct counter *c)
{
	int depth = now.depth, out;
	unsigned shape = any(3);

	say("begin");
	block(depth + (c->where == ON_STACK ? 0 : (int)any(3)));
	out = now.depth;
	counter_step(c);
	say("0= while");
	if (shape == 1) {
		block(out);
		condition();
		struct state second = now;
		say("while");
		block(depth);
		say("repeat");
		now = second;
		block(out);
		say("then");
		return;
	}
	block(depth);
	say(shape ? "again then" : "repeat");
	now.depth = depth;
	while (now.depth < out)
		push(false);
}

void
begin_loop(void)
{
	struct counter c;
	int floor = now.floor;

	if (def.times > MOST_TIMES || now.nr > MOST_R - 4)
		return;
	set_floor(5);
	counter_begin(&c);
	def.times *= 4;
	if (c.where == BETWEEN || any(2))
		until_loop(&c);
	else
		while_loop(&c);
	def.times /= 4;
	counter_end(&c);
	now.floor = floor;
}
