/* gen.c - random programs: definitions, and calls of earlier ones. */
/* SPDX-License-Identifier: 0BSD */
#include "fuzz.h"
#include <stdio.h>
#include <string.h>

enum {
	MOST_CALL = 2500,
	MOST_DEFINED = 8
};
struct word words[MOST_WORDS];
int nwords, nfuel;

/* "nn:nnn", for so many in and out. */
static const char *
effect(int in, int out)
{
	static char t[40];

	memset(t, 'n', sizeof t);
	t[in] = ':';
	t[in + 1 + out] = 0;
	return t;
}

static void
say_numbers(int n, const char *what)
{
	for (int i = 0; i < n; i++)
		if (what)
			say("%s", what);
		else
			say("%d", i + 7);
}

/* Take the arguments, run w under CATCH, and have results in any case. */
static void
call_caught(int w)
{
	bool code = any(2);

	phrase("", effect(words[w].in, words[w].in));
	say(code ? "['] w%d catch dup if >r" : "['] w%d catch if", w);
	say_numbers(words[w].in, "drop");
	say_numbers(words[w].out, NULL);
	say(code ? "r> then" : "then");
	drop(words[w].in);
	for (int i = 0; i < words[w].out + code; i++)
		push(false);
}

/* A word that leaves results and true, or false. */
static void
call_maybe(int w)
{
	int floor = now.floor, want;

	phrase("", effect(words[w].in, words[w].in));
	now.floor = now.depth - words[w].in;
	drop(words[w].in);
	want = now.depth + (int)any(3);
	struct state before = now;
	say(any(2) ? "w%d 0= 0= if" : "w%d if", w);
	for (int i = 0; i < words[w].out; i++)
		push(false);
	block(want);
	say("else");
	now = before;
	block(want);
	say("then");
	now.floor = floor;
}

static bool
callable(int w)
{
	return def.times * words[w].cost < MOST_CALL;
}

static void
call(void)
{
	int w = nwords - 1 - (int)any((unsigned)nwords + !nwords);
	static const char *const how[] = {
		"w%d", "['] w%d execute", "['] w%d xt ! xt @ execute"};
	char t[60];

	if (!nwords || !callable(w))
		return;
	def.cost += def.times * words[w].cost;
	if ((words[w].throws && !(def.throws && any(2))) ||
		(!words[w].maybe && any(12) == 11)) {
		call_caught(w);
	} else if (words[w].maybe) {
		call_maybe(w);
	} else {
		unsigned k = any(10);
		snprintf(t, sizeof t,
			words[w].defer && k > 5 ? "d%d"
						: how[k < 7 ? 0 : k % 3],
			w);
		phrase(t, effect(words[w].in, words[w].out));
	}
}

/* One of two words, which take and leave unlike numbers of items. */
static void
call_either(void)
{
	if (nwords < 2 || def.nest > 4 || now.nr > MOST_R - 2)
		return;
	int a = (int)any((unsigned)nwords), b = (int)any((unsigned)nwords);
	if (words[a].throws || words[b].throws || words[a].maybe ||
		words[b].maybe || !callable(a) || !callable(b))
		return;
	condition();
	int floor = now.floor, depth = now.floor = now.depth;
	say("dup >r if");
	for (int i = 0; i < words[a].in; i++)
		number();
	say("['] w%d else", a);
	now.depth = depth;
	for (int i = 0; i < words[b].in; i++)
		number();
	say("['] w%d then execute r> if", b);
	now.depth = depth;
	for (int i = 0; i < words[a].out; i++)
		push(false);
	int want = depth + (int)any(3);
	fix(want);
	say("else");
	now.depth = depth;
	for (int i = 0; i < words[b].out; i++)
		push(false);
	fix(want);
	say("then");
	now.floor = floor;
	def.cost += def.times * (words[a].cost + words[b].cost);
}

/* n is the local that says how often a word may yet call itself. */
static void
recurse(void)
{
	if (!def.recursions || def.times != 1)
		return;
	def.recursions--;
	phrase("n 1- recurse", effect(def.in - 1, def.final));
}

static void throw(void)
{
	static const char *const how[][2] = {{"dup 17 = throw", "n:n"},
		{"7 and throw", "n:"}, {"if 1000 throw then", "n:"},
		{"0< 300 and throw", "n:"}, {"100 swap 3 and /", "n:n"},
		{"100 swap 1 and mod", "n:n"}, {"7 and dup 5 > throw", "n:n"},
		{"dup 3 and 0= if 5 throw then", "n:n"}};
	unsigned k = any(8);

	if (def.throws)
		phrase(how[k][0], how[k][1]);
}

static void
local(void)
{
	char t[20];

	if (!def.locals)
		return;
	int l = (int)any((unsigned)def.locals);
	bool read = any(2);
	snprintf(t, sizeof t, read ? "%c" : "to %c", 'a' + l);
	if (def.pointer[l])
		phrase(t, read ? ":p" : "p:");
	else
		phrase(t, read ? ":n" : "n:");
}

static void
index_item(void)
{
	if (!now.nr || !now.r[now.nr - 1].loop)
		return;
	if (now.nr > 1 && now.r[now.nr - 2].loop && any(2))
		phrase("j", now.r[now.nr - 2].pointer ? ":p" : ":n");
	else
		phrase("i", now.r[now.nr - 1].pointer ? ":p" : ":n");
}

void
element(void)
{
	switch (any(20)) {
	default: any_phrase(); break;
	case 9:
	case 10:
	case 11:
	case 12:
	case 13: structure(); break;
	case 14: local(); break;
	case 15: index_item(); break;
	case 16:
	case 17: call(); break;
	case 18: throw(); break;
	case 19:
		if (any(2))
			call_either();
		else
			recurse();
	}
}

void
finish(void)
{
	now.floor = 0;
	if (!def.maybe || any(2)) {
		fix(def.final);
		if (def.maybe)
			say("true");
	} else {
		fix(0);
		say("false");
	}
}

/* {: a b n | k0 :}: n, a word's own counter, is on top. */
static void
say_locals(bool own)
{
	int n = any(2) ? 1 + (int)any(any(3) ? 5 : 7) : 0;

	if (!n && !own)
		return;
	if (own) {
		drop(1);
		if (n > now.depth)
			n = now.depth;
	}
	while (now.depth < n)
		number();
	if (!own && n < MOST_LOCALS && any(3) == 0) {
		pointer_item();
		n++;
	}
	char t[80];
	size_t at = (size_t)sprintf(t, "{:");
	for (int i = 0; i < n; i++) {
		at += (size_t)sprintf(t + at, " %c", 'a' + i);
		def.pointer[i] = now.pointer[now.depth - n + i];
	}
	drop(n);
	if (own)
		at += (size_t)sprintf(t + at, " n");
	def.counters = (int)any(3);
	if (def.counters)
		at += (size_t)sprintf(t + at, " |");
	for (int i = 0; i < def.counters; i++)
		at += (size_t)sprintf(t + at, " k%d", i);
	say("%s :}", t);
	def.locals = n;
}

/* Up to three calls deep, each of the word's own. */
static void
recursive(int w)
{
	bool counter_in_local = any(2);

	def.again = true;
	say(": w%d 3 and", w);
	if (counter_in_local) {
		say_locals(true);
		say("n 0= if");
		struct state before = now;
		finish();
		say("exit then");
		now = before;
		def.recursions = 2;
		if (any(2)) {
			def.recursions = 1;
			block(def.in - 1);
			say("n 1- recurse ;");
			def.cost *= 10;
			return;
		}
		block(def.final);
		say(";");
		def.cost *= 10;
		return;
	}
	say("dup 0= if drop");
	drop(1);
	struct state before = now;
	finish();
	say("exit then 1- >r");
	now = before;
	now.r[now.nr++] = (__typeof__(*now.r)){0};
	block(def.in - 1);
	now.nr--;
	say("r> recurse");
	if (any(2)) {
		now.depth = 0;
		for (int i = 0; i < def.final; i++)
			push(false);
		block(def.final);
	}
	say(";");
	def.cost *= 4;
}

static void
maybe(int w)
{
	say(": w%d", w);
	say_locals(false);
	block(now.depth);
	condition();
	struct state before = now;
	say("if");
	block(def.final);
	say("true else");
	now = before;
	block(0);
	say("false then ;");
}

static void
plain(int w, unsigned kind)
{
	if (kind == 1)
		say("s\" : w%d\" evaluate", w);
	else if (kind == 2)
		say(":noname");
	else
		say(": w%d", w);
	say_locals(false);
	block(def.final);
	say(";");
	if (kind == 2)
		say("constant x%d : w%d x%d execute ;", w, w, w);
}

/* A word made by a word with DOES>, which has a number with it. */
static void
made(int w)
{
	say(": make%d create , does> @", w);
	push(false);
	block(def.final);
	say("; %d make%d w%d", (int)any(40) - 10, w, w);
}

static void
definition(void)
{
	struct word *w = &words[nwords];
	unsigned kind = any(16);

	def = (struct definition){.times = 1};
	now = (struct state){0};
	def.in = (int)any(4) + (any(4) == 3 ? (int)any(4) : 0);
	def.final = (int)any(4) + (any(4) == 3 ? (int)any(4) : 0);
	def.budget = any(3) == 0 ? 1 + (int)any(4) : 4 + (int)any(size);
	if (any(12) == 11)
		def.budget = 3 * (int)size;
	def.throws = kind != 13 && any(4) == 3;
	def.maybe = kind == 13;
	if (kind >= 14 && !def.in)
		def.in = 1;
	for (int i = 0; i < def.in; i++)
		push(false);
	switch (kind) {
	default: plain(nwords, kind); break;
	case 12: made(nwords); break;
	case 13: maybe(nwords); break;
	case 14:
	case 15: recursive(nwords); break;
	}
	*w = (struct word){.in = def.in,
		.out = def.final,
		.cost = def.cost,
		.throws = def.throws,
		.maybe = def.maybe,
		.defer = !def.throws && !def.maybe && any(5) == 4};
	if (w->defer)
		say("defer d%d ' w%d is d%d", nwords, nwords, nwords);
	say_line();
	nwords++;
}

static void
set_up(unsigned index)
{
	static const char *const unary[] = {
		"negate", "invert", "1+", "2*", "0=", "abs", "2/"};

	say("%u start", index);
	def = (struct definition){.times = 1};
	now = (struct state){0};
	number();
	say("constant c1");
	number();
	say("constant c2");
	number();
	say("adder ad");
	number();
	number();
	say("pair pr");
	say(": m0 postpone %s %d postpone literal postpone + ; immediate",
		unary[any(7)], (int)any(9));
	say_line();
}

/* Run word w once or more. */
static void
results(int w)
{
	def = (struct definition){.times = 1};
	for (bool go = true; go; go = any(2)) {
		now = (struct state){0};
		for (int i = 0; i < words[w].in; i++)
			number();
		say("' w%d result", w);
		say_line();
	}
}

size_t
program(char *text, unsigned index)
{
	emit_begin(text);
	nwords = nfuel = 0;
	set_up(index);
	for (int n = 0; n < MOST_DEFINED; n++) {
		unsigned span = span_open();
		bool go = n == 0 || any(5);
		if (go) {
			definition();
			results(nwords - 1);
		}
		span_close(span);
		if (!go)
			break;
	}
	say("%u end", index);
	return emit_end();
}
