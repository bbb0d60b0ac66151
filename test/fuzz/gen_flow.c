/* gen_flow.c - control structures of random programs; and what is in them. */
/* SPDX-License-Identifier: 0BSD */
#include "fuzz.h"
#include <stdlib.h>

enum {
	MOST_NEST = 5,
	MOST_OF = 12,
	DEEP = 18
};

/* Let what follows reach at most `most` of the numbers on top; give back the
 * floor that was. */
int
set_floor(int most)
{
	int floor = now.floor;

	now.floor = now.depth - numbers_on_top((int)any((unsigned)most + 1));
	return floor;
}

void
push_r(bool loop, bool pointer)
{
	now.r[now.nr].loop = loop;
	now.r[now.nr].pointer = pointer;
	now.r[now.nr].depth = now.depth;
	now.r[now.nr].floor = now.floor;
	now.nr++;
}

/* How deep the items are after a structure: a few more or less than now. */
static int
some_depth(void)
{
	int d = now.depth + (int)any(5) - 2;

	if (any(2) == 0)
		d = now.depth;
	return d < now.floor ? now.floor : d;
}

/* IF ELSE THEN, or without ELSE, or with arms that leave unlike depths. */
static void
if_else(void)
{
	condition();
	int floor = set_floor(5), want = some_depth();
	struct state before = now;
	switch (any(4)) {
	case 0:
		say("if");
		block(before.depth);
		say("then");
		break;
	case 1:
		say("if");
		block(want);
		say("else");
		now = before;
		block(want);
		say("then");
		break;
	case 2:
		say("0= if");
		block(want);
		say("else");
		now = before;
		block(want);
		say("then");
		break;
	default:
		say("if else");
		block(before.depth);
		say("then");
	}
	now.floor = floor;
}

/* The arms of the first IF leave unlike depths; a flag on the return stack
 * knows, and the second IF makes it good. */
static void
uneven(void)
{
	int extra = 1 + (int)any(3);

	if (now.nr > MOST_R - 4)
		return;
	condition();
	int floor = now.floor, depth = now.floor = now.depth;
	say("dup >r if");
	push_r(false, false);
	block(depth + extra);
	say(any(2) ? "else 5 drop then" : "then");
	now.depth = depth;
	def.uneven++;
	block(depth);
	def.uneven--;
	now.nr--;
	now.depth = depth;
	for (int i = 0; i < extra; i++)
		push(false);
	say("r> if");
	block(depth);
	say("then");
	now.floor = floor;
}

static void
query_dup(void)
{
	phrase("", "n:n");
	int floor = set_floor(4);
	if (now.floor == now.depth)
		now.floor--;
	struct state before = now;
	int want = some_depth();
	if (any(2)) {
		say("?dup if");
		block(want);
		say("else");
		now = before;
		drop(1);
	} else {
		say("?dup 0= if");
		drop(1);
		block(want);
		say("else");
		now = before;
	}
	block(want);
	say("then");
	now.floor = floor;
}

static void
cases(void)
{
	static const char *const of[] = {
		"0", "1", "-1", "3", "2", "63", "64", "$7fffffff", "-2"};

	phrase(any(3) ? "7 and" : "", "n:n");
	int floor = set_floor(4);
	if (now.floor == now.depth)
		now.floor--;
	struct state before = now;
	int want = some_depth() - 1;
	if (want < now.floor)
		want = now.floor;
	say("case");
	int n = 0;
	do {
		now = before;
		say("%s of", of[any(9)]);
		drop(1);
		block(want);
		say("endof");
	} while (any(3) && ++n < MOST_OF);
	now = before;
	block(want + 1);
	say("endcase");
	drop(1);
	now.floor = floor;
}

/* A word may be left anywhere, but with its results and no more, and nothing of
 * its own on the return stack. */
static void
exit_here(void)
{
	if (def.uneven)
		return;
	condition();
	struct state before = now;
	say("if");
	finish();
	while (now.nr)
		say(now.r[--now.nr].loop ? "unloop" : "rdrop");
	say(any(4) ? "exit then" : "exit else then");
	now = before;
}

/* Items wait on the return stack; there may be a decision between. */
static void
to_r(void)
{
	if (now.nr > MOST_R - 4)
		return;
	if (any(2))
		phrase("dup >r", "n:n");
	else
		phrase(">r", "n:");
	push_r(false, false);
	int floor = set_floor(5);
	block(now.depth);
	if (any(2)) {
		now.nr--;
		say(any(2) ? "r@ r> -" : "r>");
		push(false);
	} else {
		condition();
		if (now.floor > now.depth)
			abort();
		struct state before = now;
		int want = some_depth();
		say("if r>");
		now.nr--;
		push(false);
		block(want);
		say("else");
		now = before;
		block(want);
		say("rdrop then");
		now.nr--;
	}
	now.floor = floor;
}

static void
two_to_r(void)
{
	if (now.nr > MOST_R - 4)
		return;
	phrase("2>r", "nn:");
	push_r(false, false);
	push_r(false, false);
	int floor = set_floor(5);
	block(now.depth);
	now.nr -= 2;
	static const char *const back[] = {
		"2r>", "2r@ xor r> rdrop", "r> r> swap", "2r@ 2r> d+"};
	say("%s", back[any(4)]);
	push(false);
	push(false);
	now.floor = floor;
}

void
structure(void)
{
	static void (*const all[])(void) = {if_else, counted_loop, begin_loop,
		if_else, cases, to_r, query_dup, exit_here, two_to_r, uneven,
		pile, leave};

	if (def.nest < MOST_NEST)
		all[any(sizeof all / sizeof *all)]();
}

/* Phrases and structures, as many as the definition's budget allows, then what
 * makes the depth `want` with numbers only above the floor. */
void
block(int want)
{
	def.nest++;
	for (;;) {
		unsigned span = span_open();
		bool go = any(7) != 0 && def.budget-- > 0;
		if (go)
			element();
		while (now.depth > DEEP && now.depth - 1 > now.floor &&
			numbers_on_top(2) == 2)
			phrase(any(2) ? "+" : "nip", "nn:n");
		span_close(span);
		if (!go)
			break;
	}
	fix(want);
	def.nest--;
}
