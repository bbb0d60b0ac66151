/* gen_emit.c - text of programs, and the picture of the stacks beside it. */
/* SPDX-License-Identifier: 0BSD */
#include "fuzz.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	WIDTH = 72
};
unsigned cell_bits = 64, size = 20;
struct state now;
struct definition def;
static char *text;
static size_t length;
static int column;

void
emit_begin(char *room)
{
	text = room;
	length = 0;
	column = 0;
}

size_t
emit_end(void)
{
	say_line();
	return length;
}

void
say_line(void)
{
	if (column && length < MOST_TEXT - 2)
		text[length++] = '\n';
	text[length] = 0;
	column = 0;
}

/* A word or phrase, never broken across lines. */
void
say(const char *format, ...)
{
	char t[300];
	va_list list;

	va_start(list, format);
	vsnprintf(t, sizeof t, format, list);
	va_end(list);
	size_t n = strlen(t);
	if (column + (int)n > WIDTH)
		say_line();
	if (length + n + 2 >= MOST_TEXT)
		return;
	if (column)
		text[length++] = ' ', column++;
	memcpy(text + length, t, n + 1);
	length += n;
	column += (int)n;
	def.cost += def.times;
}

void
push(bool pointer)
{
	if (now.depth == MOST_DEPTH)
		abort();
	now.pointer[now.depth++] = pointer;
}

void
drop(int n)
{
	if ((now.depth -= n) < 0)
		abort();
}

/* A number as text: the edges of the cell, powers of two and their like. */
static void
literal_text(char *t, size_t room)
{
	uint64_t x;

	switch (any(8)) {
	default: x = (uint64_t)any(12); break;
	case 3: x = (uint64_t)-1 - any(12); break;
	case 4: x = any(200); break;
	case 5:
	case 6: x = ((uint64_t)1 << any(cell_bits)) + any(3) - 1; break;
	case 7:
		x = any(3) ? -(((uint64_t)1 << any(cell_bits)) + any(3) - 1)
			   : any_cell();
	}
	if (cell_bits == 32)
		x = (uint64_t)(int32_t)x;
	int64_t n = (int64_t)x;
	if (n >= -100000 && n <= 100000)
		snprintf(t, room, "%lld", (long long)n);
	else
		snprintf(t, room, "$%llx",
			(unsigned long long)(cell_bits == 32 ? (uint32_t)x
							     : x));
}

/* A divisor: neither 0 nor -1, nor what is so close that a quotient may not
 * fit; half of them powers of two. */
static long long
divisor(void)
{
	static const int plain[] = {3, 2, 10, 7, 5, 6, 9, 100, 1000, 641, 60,
		-3, -2, -7, -10, 12, 25, 125, 1000003};
	unsigned bits = 1 + any(cell_bits - 3);
	long long x = 1LL << bits;

	switch (any(6)) {
	default: return plain[any(sizeof plain / sizeof *plain)];
	case 2: return x;
	case 3: return -x;
	case 4: return x + 1;
	case 5: return bits > 1 ? x - 1 : x;
	}
}

/* Words and phrases that are always good. Effects: n a number, p a pointer into
 * the buffer, u to z any item. In the text: {c} any number, {d} a divisor, {s}
 * a shift, {o} a small multiple of 8, {b} a small number, {h} a cell each byte
 * of which is another. */
struct row {
	const char *text, *effect;
};
static const struct row stack_rows[] = {{"dup", "x:xx"}, {"drop", "x:"},
	{"swap", "xy:yx"}, {"over", "xy:xyx"}, {"nip", "xy:y"},
	{"tuck", "xy:yxy"}, {"rot", "xyz:yzx"}, {"-rot", "xyz:zxy"},
	{"2dup", "xy:xyxy"}, {"2drop", "xy:"}, {"2swap", "xyzw:zwxy"},
	{"2over", "xyzw:xyzwxy"}, {"0 pick", "x:xx"}, {"1 pick", "xy:xyx"},
	{"3 pick", "xyzw:xyzwx"}, {"5 pick", "uvwxyz:uvwxyzu"},
	{"2 roll", "xyz:yzx"}, {"3 roll", "xyzw:yzwx"},
	{"5 roll", "uvwxyz:vwxyzu"}, {"rot rot", "xyz:zxy"},
	{"swap rot", "xyz:zyx"}, {"depth", ":n"}};
static const struct row number_rows[] = {{"+", "nn:n"}, {"-", "nn:n"},
	{"*", "nn:n"}, {"and", "nn:n"}, {"or", "nn:n"}, {"xor", "nn:n"},
	{"=", "nn:n"}, {"<>", "nn:n"}, {"<", "nn:n"}, {">", "nn:n"},
	{"u<", "nn:n"}, {"u>", "nn:n"}, {"0=", "n:n"}, {"0<>", "n:n"},
	{"0<", "n:n"}, {"0>", "n:n"}, {"min", "nn:n"}, {"max", "nn:n"},
	{"umin", "nn:n"}, {"umax", "nn:n"}, {"abs", "n:n"}, {"negate", "n:n"},
	{"invert", "n:n"}, {"1+", "n:n"}, {"1-", "n:n"}, {"2*", "n:n"},
	{"2/", "n:n"}, {"cells", "n:n"}, {"cell+", "n:n"}, {"char+", "n:n"},
	{"within", "nnn:n"}, {"lshift", "ns:n"}, {"rshift", "ns:n"},
	{"arshift", "ns:n"}, {"{s} lshift", "n:n"}, {"{s} rshift", "n:n"},
	{"{s} arshift", "n:n"}, {"{c} +", "n:n"}, {"{c} -", "n:n"},
	{"{c} swap -", "n:n"}, {"{c} *", "n:n"}, {"{d} *", "n:n"},
	{"{c} and", "n:n"}, {"{c} or", "n:n"}, {"{c} xor", "n:n"},
	{"{c} <", "n:n"}, {"{c} >", "n:n"}, {"{c} =", "n:n"}, {"{c} u<", "n:n"},
	{"{c} u>", "n:n"}, {"{c} min", "n:n"}, {"{c} umax", "n:n"},
	{"{c} {c} within", "n:n"}, {"{d} /", "n:n"}, {"{d} mod", "n:n"},
	{"{d} /mod", "n:nn"}, {"s>d {d} sm/rem", "n:nn"},
	{"s>d {d} fm/mod", "n:nn"}, {"{c} swap nz /", "n:n"},
	{"1 rshift -1 /", "n:n"}, {"1 /", "n:n"}, {"s/", "nn:nn"},
	{"f/", "nn:nn"}, {"$3fffff and 1000 {d} */", "n:n"},
	{"$3fffff and negate 77 {d} */mod", "n:nn"}, {"um*", "nn:nn"},
	{"m*", "nn:nn"}, {"{c} um*", "n:nn"}, {"{c} m* nip", "n:n"},
	{"um* nip", "nn:n"}, {"ud/", "nnn:nn"}, {"0 swap 1 or um/mod", "nn:nn"},
	{"0 7 um/mod", "n:nn"}, {"d+", "nnnn:nn"}, {"d-", "nnnn:nn"},
	{"dnegate", "nn:nn"}, {"dabs", "nn:nn"}, {"d2*", "nn:nn"},
	{"d2/", "nn:nn"}, {"m+", "nnn:nn"}, {"d<", "nnnn:n"}, {"d=", "nnnn:n"},
	{"du<", "nnnn:n"}, {"d0=", "nn:n"}, {"d0<", "nn:n"},
	{"dmin", "nnnn:nn"}, {"dmax", "nnnn:nn"}, {"d>s", "nn:n"},
	{"s>d", "n:nn"}, {"{c} s>d d+", "nn:nn"}, {"<=", "nn:n"},
	{">=", "nn:n"}, {"u<=", "nn:n"}, {"u>=", "nn:n"}, {"0<=", "n:n"},
	{"dup 0<", "n:nn"}, {"over +", "nn:nn"}, {"dup *", "n:n"},
	{"dup -", "n:n"}, {"dup xor", "n:n"}, {"0 +", "n:n"}, {"1 *", "n:n"},
	{"0 *", "n:n"}, {"-1 *", "n:n"}, {"dup and", "n:n"}, {"0 or", "n:n"},
	{"invert invert", "n:n"}, {"negate negate", "n:n"}, {"0= 0=", "n:n"},
	{"= 0=", "nn:n"}, {"< 0=", "nn:n"}, {"u< invert", "nn:n"},
	{"dup if 1+ then", "n:n"}, {"?dup 0= if 7 then", "n:n"},
	{"dup 63 > if drop 9 then", "n:n"}, {"?dup if else -4 then", "n:n"},
	{"2dup < if swap then drop", "nn:n"},
	{"over if nip else drop then", "nn:n"}};
static const struct row memory_rows[] = {{"@", "p:n"}, {"!", "np:"},
	{"{o} + @", "p:n"}, {"{o} + !", "np:"}, {"c@", "p:n"}, {"c!", "np:"},
	{"{b} + c@", "p:n"}, {"{b} + c!", "np:"}, {"+!", "np:"}, {"2@", "p:nn"},
	{"2!", "nnp:"}, {"w@", "p:n"}, {"w!", "np:"}, {"l@", "p:n"},
	{"l!", "np:"}, {"2 + w@", "p:n"}, {"6 + w!", "np:"}, {"4 + l@", "p:n"},
	{"4 + l!", "np:"}, {"next-at", "p:p"},
	{"swap 15 and cells + @", "np:n"}, {"swap 15 and 8 * + @", "np:n"},
	{"swap 63 and + c@", "np:n"}, {"swap 7 and cells + !", "nnp:"},
	{"swap 31 and + c!", "nnp:"}, {"over 7 and 8 * + +!", "np:"},
	{"buf -", "p:n"}, {"swap over ! @", "np:n"}, {"tuck ! @", "np:n"},
	{">r r@ ! r> @", "np:n"}, {"2dup ! nip c@", "np:n"},
	{"rot over ! @ swap @ +", "npp:n"}, {"tuck c! {b} + @", "np:n"},
	{"tuck ! cell+ @", "np:n"}, {"dup @ over 8 + @ rot !", "p:n"},
	{"-", "pp:n"}, {"=", "pp:n"}, {"u<", "pp:n"}, {"at @", "n:n"},
	{"at !", "nn:"}, {"at +!", "nn:"}, {"at", "n:p"}, {"buf", ":p"},
	{"buf {o} +", ":p"}, {"8 + buf 64 + umin", "p:p"},
	{"24 {c} fill", "p:"}, {"24 move", "pp:"}, {"buf 24 + 16 move", "p:"},
	{"dup @ swap cell+ dup @ rot + swap !", "p:"}, {"1 over +! @", "p:n"},
	{"dup 8 + 2@", "p:pnn"}, {"drop", "x:"}};
static const struct row other_rows[] = {{"c1", ":n"}, {"c2 *", "n:n"},
	{"c1 +", "n:n"}, {"c2 <", "n:n"}, {"ad", "n:n"}, {"pr", ":nn"},
	{"m0", "n:n"}, {"c1 c2 +", ":n"}, {"g0", ":n"}, {"g1", ":n"},
	{"to g0", "n:"}, {"to g1", "n:"}, {"c0", ":n"}, {"v0 @", ":n"},
	{"v0 !", "n:"}, {"v0 +!", "n:"}, {"v1 @ v0 !", ":"},
	{"g1 1+ to g1", ":"}, {"1 v1 +! v1 @", ":n"}, {"d-one", "n:n"},
	{"d-two", "nn:n"}, {"['] negate execute", "n:n"},
	{"['] + execute", "nn:n"}, {"['] dup execute", "n:nn"},
	{"m-add", "nn:n"}, {"m-lit", ":n"}, {"m-neg", "n:n"},
	{"m-if 3 + then", "nn:n"}, {"(neg)", "n:n"}, {"tiny", "n:n"},
	{"two", "n:nn"}, {"sum3", "nnn:n"}, {"via", "nn:n"},
	{"s\" 3 swap -\" evaluate", "n:n"}, {"s\" dup +\" evaluate", "n:n"},
	{"[ 5 3 * ] literal +", "n:n"}, {"[char] A xor", "n:n"},
	{"2dup > if swap then", "nn:nn"}, {">r dup r> swap", "nn:nnn"},
	{"2>r 2r@ + 2r> -", "nn:nn"}, {">r >r r> r>", "nn:nn"},
	{"['] two catch drop", "n:nn"},
	{"['] drop is d-one ['] abs is d-one", ":"}, {"['] xor is d-two", ":"},
	{"['] 2/ is d-one", ":"}, {"pause", ":"}, {"state @", ":n"},
	{"true", ":n"}, {"false", ":n"}, {"bl", ":n"}, {"s\" abc\" nip", ":n"},
	{"s\" xyz\" drop c@", ":n"}, {"{h}", ":n"}};
static const struct row test_rows[] = {{"=", "nn:n"}, {"<>", "nn:n"},
	{"<", "nn:n"}, {">", "nn:n"}, {"u<", "nn:n"}, {"u>", "nn:n"},
	{"0=", "n:n"}, {"0<>", "n:n"}, {"0<", "n:n"}, {"0>", "n:n"},
	{"", "n:n"}, {"dup", "n:nn"}, {"dup 0<", "n:nn"}, {"dup 0=", "n:nn"},
	{"over over <", "nn:nnn"}, {"2dup u<", "nn:nnn"}, {"2dup =", "nn:nnn"},
	{"dup {c} <", "n:nn"}, {"dup {c} u<", "n:nn"}, {"dup {c} =", "n:nn"},
	{"dup {c} >", "n:nn"}, {"{c} <>", "n:n"}, {"{c} <=", "n:n"},
	{"1 and", "n:n"}, {"dup 1 and 0=", "n:nn"}, {"{c} and", "n:n"},
	{"within", "nnn:n"}, {"dup {c} {c} within", "n:nn"}, {"d<", "nnnn:n"},
	{"2over 2over d=", "nnnn:nnnnn"}, {"0= 0=", "n:n"}, {"= 0=", "nn:n"},
	{"< invert", "nn:n"}, {"0< over 0< and", "nn:nn"},
	{"0= swap {c} > or", "nn:n"}, {"u< swap 0= xor", "nnn:n"},
	{"- 0<", "nn:n"}, {"- 0=", "nn:n"}, {"+ 0>", "nn:n"}, {"xor", "nn:n"},
	{"<=", "nn:n"}, {">=", "nn:n"}, {"u<=", "nn:n"}, {"u>=", "nn:n"},
	{"0<=", "n:n"}, {"u<", "pp:n"}, {"=", "pp:n"}, {"@", "p:n"},
	{"dup c@ 64 <", "p:pn"}, {"depth 14 <", ":n"}, {"2 >= 1+", "n:n"},
	{"0= 1+ 0=", "n:n"}, {"-1 =", "n:n"}, {"0 =", "n:n"}, {"0 <", "n:n"},
	{"0 >", "n:n"}, {"0 u>", "n:n"}, {"1 u<", "n:n"}, {"-1 >", "n:n"}};
#define ROW(rows) &rows[any(sizeof rows / sizeof *rows)]

/* The text of a row with its numbers filled in. */
static void
say_row(const char *t)
{
	char out[200] = "", one[40];
	size_t n = 0;

	for (; *t && n < sizeof out - 40; t++) {
		if (*t != '{') {
			out[n++] = *t;
			continue;
		}
		switch (t[1]) {
		case 'c': literal_text(one, sizeof one); break;
		case 'd': snprintf(one, sizeof one, "%lld", divisor()); break;
		case 's':
			snprintf(one, sizeof one, "%u", any(cell_bits));
			break;
		case 'o':
			snprintf(one, sizeof one, "%d", (int)any(17) * 8 - 64);
			break;
		case 'h':
			snprintf(one, sizeof one, "$%llx",
				0x0102030405060708ULL >> (64 - cell_bits));
			break;
		default: snprintf(one, sizeof one, "%d", (int)any(24) - 8);
		}
		n += (size_t)snprintf(out + n, 40, "%s", one);
		t += 2;
	}
	out[n] = 0;
	if (n)
		say("%s", out);
}

void
number(void)
{
	char t[40];
	unsigned k = any(10);
	int l = def.locals ? (int)any((unsigned)def.locals) : 0;

	if (k >= 7 && def.locals && !def.pointer[l]) {
		say("%c", 'a' + l);
	} else if (k == 6 && now.nr && now.r[now.nr - 1].loop &&
		   !now.r[now.nr - 1].pointer) {
		say("i");
	} else if (k == 5 && now.nr && !now.r[now.nr - 1].loop &&
		   !now.r[now.nr - 1].pointer) {
		say("r@");
	} else {
		literal_text(t, sizeof t);
		say("%s", t);
	}
	push(false);
}

void
pointer_item(void)
{
	unsigned k = any(6);

	for (int l = 0; k >= 3 && l < def.locals; l++)
		if (def.pointer[l]) {
			say("%c", 'a' + l);
			push(true);
			return;
		}
	if (k == 2 && now.nr && now.r[now.nr - 1].pointer)
		say(now.r[now.nr - 1].loop ? "i" : "r@");
	else if (k)
		say("buf %u +", any(32) * 8);
	else
		say("buf");
	push(true);
}

static bool
fits(char c, bool pointer)
{
	return c == 'n' || c == 's' ? !pointer : c == 'p' ? pointer : true;
}

/* Do the top n items fit the first n of effect? */
static bool
fit(const char *effect, int n)
{
	for (int i = 0; i < n; i++)
		if (!fits(effect[i], now.pointer[now.depth - n + i]))
			return false;
	return true;
}

/* Text whose effect is known; items that it lacks are pushed first. An s is a
 * number that is made a shift count. */
void
phrase(const char *t, const char *effect)
{
	int n = (int)(strchr(effect, ':') - effect), j = n;
	bool kind[256] = {['p'] = true};

	if (j > now.depth - now.floor)
		j = now.depth - now.floor;
	while (j && !fit(effect, j))
		j--;
	for (; j < n; j++)
		if (effect[j] == 'p')
			pointer_item();
		else
			number();
	for (int i = 0; i < n; i++) {
		kind[(unsigned char)effect[i]] = now.pointer[now.depth - n + i];
		if (effect[i] == 's')
			say("%u and", cell_bits - 1);
	}
	say_row(t);
	drop(n);
	for (const char *p = effect + n + 1; *p; p++)
		push(kind[(unsigned char)*p]);
}

void
any_phrase(void)
{
	const struct row *r;
	unsigned k = any(16);

	if (k < 6)
		r = ROW(number_rows);
	else if (k < 10)
		r = ROW(stack_rows);
	else if (k < 13)
		r = ROW(memory_rows);
	else if (k < 15)
		r = ROW(other_rows);
	else {
		number();
		return;
	}
	phrase(r->text, r->effect);
}

void
condition(void)
{
	const struct row *r = ROW(test_rows);

	phrase(r->text, r->effect);
	drop(1);
}

/* How many items from the top down are numbers, but no more than `most`. */
int
numbers_on_top(int most)
{
	int n = 0;

	while (n < most && n < now.depth - now.floor &&
		!now.pointer[now.depth - 1 - n])
		n++;
	return n;
}

/* Make the pointer c items below the top a number. */
static void
unpointer(int c)
{
	static const char *const up[] = {"", "swap", "rot"};
	static const char *const to[] = {"buf -", "@", "c@"};

	if (c > 2)
		say("%d roll", c);
	else if (c)
		say("%s", up[c]);
	for (int i = now.depth - 1 - c; i < now.depth - 1; i++)
		now.pointer[i] = now.pointer[i + 1];
	now.pointer[now.depth - 1] = false;
	say("%s", to[any(3)]);
}

void
fix(int depth)
{
	static const char *const less[] = {
		"drop", "nip", "+", "xor", "-", "swap -", "or", "min", "u<"};

	for (int c = 0; c < now.depth - now.floor; c++)
		if (now.pointer[now.depth - 1 - c]) {
			unpointer(c);
			c = -1;
		}
	while (now.depth > depth) {
		bool two = now.depth - 1 > now.floor;
		say("%s", less[two ? any(9) : 0]);
		drop(1);
	}
	while (now.depth < depth)
		number();
}
