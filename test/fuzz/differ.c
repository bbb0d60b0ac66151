/* differ.c - random Forth programs, on a node and on gforth: same answers? */
/* SPDX-License-Identifier: 0BSD */
/* use: differ [-s SEED] [-n PROGRAMS] [-o SIZE] [-d] [NODE...]
 * Makes well-formed programs SEED, SEED + 1, ... that print their results, and
 * runs them on the node (out/host/discovery, or the words of NODE with a file
 * name behind them, say: out/disco talk riscv64 -M virt) and on gforth. Prints
 * the number of each program whose output is not the same, and both outputs.
 * SIZE (20) bounds the words of a definition; -d prints the text and no more.
 * Exit status 0: no difference. */
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	WORDS = 5,
	MOST_COST = 20000,
	BATCH = 40
};
static uint64_t rng;
static FILE *node, *other;
static int column, size = 20;
/* The definition being made. */
static int depth, locals, loops, ops, nest, rstack;
static bool may_throw;
static long cost, times;
static struct {
	int in, out;
	long cost;
	bool throws;
} words[WORDS];
static int nwords;

static unsigned
any(unsigned n)
{
	rng = rng * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(rng >> 33) % n;
}

/* Write one word or phrase to both texts; {: and :} are { and } to gforth. */
static void
say(const char *format, ...)
{
	char text[200], *p;
	va_list list;

	va_start(list, format);
	vsnprintf(text, sizeof text, format, list);
	va_end(list);
	column += (int)strlen(text) + 1;
	if (column > 70 || any(40) == 0) {
		fputc('\n', node);
		fputc('\n', other);
		column = (int)strlen(text) + 1;
	}
	fprintf(node, "%s ", text);
	if ((p = strstr(text, "{:")))
		p[1] = ' ';
	if ((p = strstr(text, ":}")))
		p[0] = ' ';
	fprintf(other, "%s ", text);
	cost += times;
}

static void
literal(void)
{
	static const char *const edges[] = {"0", "1", "-1", "2", "-2", "63",
		"$7fffffffffffffff", "$8000000000000000", "$ffffffff",
		"$80000000", "$-80000000", "127", "128", "-128", "-129", "4095",
		"4096", "2047", "-2049", "$123456789abcdef0", "'x'"};

	if (any(2))
		say("%s", edges[any(sizeof edges / sizeof *edges)]);
	else
		say("%d", (int)any(200) - 100);
	depth++;
}

static void
need(int n)
{
	while (depth < n)
		literal();
}

/* Words that take `in` items and leave `out`, always the same way. */
static const struct {
	const char *text;
	int in, out;
} plain[] = {
	{"dup", 1, 2},
	{"drop", 1, 0},
	{"swap", 2, 2},
	{"over", 2, 3},
	{"nip", 2, 1},
	{"tuck", 2, 3},
	{"rot", 3, 3},
	{"-rot", 3, 3},
	{"2dup", 2, 4},
	{"2drop", 2, 0},
	{"2swap", 4, 4},
	{"2over", 4, 6},
	{"+", 2, 1},
	{"-", 2, 1},
	{"*", 2, 1},
	{"and", 2, 1},
	{"or", 2, 1},
	{"xor", 2, 1},
	{"=", 2, 1},
	{"<>", 2, 1},
	{"<", 2, 1},
	{">", 2, 1},
	{"<=", 2, 1},
	{">=", 2, 1},
	{"u<", 2, 1},
	{"u>", 2, 1},
	{"u<=", 2, 1},
	{"u>=", 2, 1},
	{"0=", 1, 1},
	{"0<>", 1, 1},
	{"0<", 1, 1},
	{"0>", 1, 1},
	{"min", 2, 1},
	{"max", 2, 1},
	{"abs", 1, 1},
	{"negate", 1, 1},
	{"invert", 1, 1},
	{"1+", 1, 1},
	{"1-", 1, 1},
	{"2*", 1, 1},
	{"2/", 1, 1},
	{"cells", 1, 1},
	{"cell+", 1, 1},
	{"char+", 1, 1},
	{"within", 3, 1},
	{"63 and lshift", 2, 1},
	{"63 and rshift", 2, 1},
	{"3 lshift", 1, 1},
	{"5 rshift", 1, 1},
	{"2 rshift 0 +", 1, 1},
	{"7 - 8 and", 1, 1},
	{"um*", 2, 2},
	{"m*", 2, 2},
	{"ud/", 3, 2},
	{"s/", 2, 2},
	{"d+", 4, 2},
	{"d-", 4, 2},
	{"dnegate", 2, 2},
	{"d<", 4, 1},
	{"d=", 4, 1},
	{"s>d", 1, 2},
	{"dup if 1+ then", 1, 1},
	{"?dup 0= if 7 then", 1, 1},
	{"3 pick", 4, 5},
	{"0 pick", 1, 2},
	{"3 roll", 4, 4},
	{"4 roll", 5, 5},
	{"at @", 1, 1},
	{"at !", 2, 0},
	{"at +!", 2, 0},
	{"at c@", 1, 1},
	{"at c!", 2, 0},
	{"at 2@", 1, 2},
	{"at 2!", 3, 0},
	{"over at ! at @", 2, 1},
	{"g0", 0, 1},
	{"g1", 0, 1},
	{"to g0", 1, 0},
	{"to g1", 1, 0},
	{"c0", 0, 1},
	{"v0 @", 0, 1},
	{"v0 +!", 1, 0},
	{"d0", 1, 1},
	{"['] negate execute", 1, 1},
	{"['] + execute", 2, 1},
	{"m-add", 2, 1},
	{"m-lit", 0, 1},
	{"s\" 3 swap -\" evaluate", 1, 1},
	{"(neg)", 1, 1},
	{"dup 63 > if drop 9 then", 1, 1},
};

static void block(int want);

static void
call(void)
{
	int w = nwords ? (int)any((unsigned)nwords) : 0;

	if (!nwords || times * words[w].cost > MOST_COST)
		return;
	need(words[w].in);
	if (words[w].throws && !(may_throw && any(2))) {
		say("['] w%d catch if", w);
		for (int i = 0; i < words[w].in; i++)
			say("drop");
		for (int i = 0; i < words[w].out; i++)
			say("%d", i);
		say("then");
	} else {
		say(any(8) ? "w%d" : "['] w%d execute", w);
	}
	cost += times * words[w].cost;
	depth += words[w].out - words[w].in;
}

static void
loop(void)
{
	static const struct {
		const char *begin, *end;
	} shapes[] = {{"4 0 do", "loop"}, {"3 -2 do", "loop"},
		{"0 0 ?do", "loop"}, {"dup 3 and 0 ?do", "loop"},
		{"-3 3 do", "-2 +loop"}, {"9 0 do", "4 +loop"},
		{"0 0 do", "-1 +loop"}, {"3 0 ?do", "i 1 and 1+ +loop"},
		{"$8000000000000002 $7fffffffffffffff do", "loop"},
		{"2 -2 do", "$7fffffffffffffff +loop"}};
	unsigned k = any(sizeof shapes / sizeof *shapes);
	int in = depth;

	say("%s", shapes[k].begin);
	loops++;
	times *= 5;
	block(depth);
	if (any(3) == 0) {
		say(any(2) ? "i 2 = if" : "dup 0< if");
		block(depth);
		say("leave then");
	}
	block(in);
	say("%s", shapes[k].end);
	loops--;
	times /= 5;
}

static void
begin_loop(void)
{
	int in = depth;

	times *= 4;
	if (any(3) == 0) {
		say("4 begin 1- >r");
		rstack++;
		block(in);
		rstack--;
		say("r> dup 0= until drop");
	} else {
		say("4 begin dup while 1-");
		if (any(2))
			say("dup 2 < while");
		else
			say("dup 9 < while");
		say(">r");
		rstack++;
		block(in);
		rstack--;
		say("r> repeat 5 + then drop");
	}
	times /= 4;
}

/* A word may be left anywhere, but its loops' parameters and what it put on
 * the return stack itself must be gone. */
static void
leave_word(int want)
{
	int in = depth;

	if (rstack)
		return;
	say("dup 5 < if");
	block(want);
	for (int i = 0; i < loops; i++)
		say("unloop");
	say("exit then");
	depth = in;
}

static void
structure(int want)
{
	int in;

	switch (any(9)) {
	case 0:
	case 1:
		need(2);
		say("if");
		in = --depth;
		block(in - 1);
		say("else");
		depth = in;
		block(in - 1);
		say("then");
		break;
	case 2:
		need(1);
		loop();
		break;
	case 3:
		need(1);
		begin_loop();
		break;
	case 4:
		need(3);
		say(any(2) ? ">r" : "dup >r r@ 1+ - >r rdrop");
		depth--;
		rstack++;
		block(depth + 1);
		rstack--;
		say(any(2) ? "r@ r> -" : "r>");
		depth++;
		break;
	case 5:
		need(3);
		say("2>r");
		depth -= 2;
		rstack += 2;
		block(depth + 1);
		rstack -= 2;
		say("2r@ xor + 2r>");
		depth += 2;
		break;
	case 6:
		need(2);
		in = depth;
		say("7 and case 1 of");
		depth = in - 1;
		block(in);
		say("endof 3 of");
		depth = in - 1;
		block(in);
		say("endof dup 2* swap endcase");
		depth = in;
		break;
	case 7:
		need(1);
		leave_word(want);
		break;
	default: call();
	}
}

static int final; /* items that the definition leaves */

/* Words up to SIZE, then what makes the depth `want`. */
static void
block(int want)
{
	unsigned n = any(7) + 1;

	nest++;
	while (n-- && ops-- > 0) {
		unsigned k = any(20);
		if (k < 2)
			literal();
		else if (k == 2 && locals)
			say("%c", 'a' + (int)any((unsigned)locals)), depth++;
		else if (k == 3 && locals)
			need(1), say("to %c", 'a' + (int)any((unsigned)locals)),
				depth--;
		else if (k == 4 && loops && !rstack)
			say(loops > 1 && any(2) ? "j" : "i"), depth++;
		else if (k < 8 && nest < 5)
			structure(final);
		else if (k == 8 && may_throw)
			need(1), say("dup 17 = throw");
		else {
			unsigned i = any(sizeof plain / sizeof *plain);
			need(plain[i].in);
			say("%s", plain[i].text);
			depth += plain[i].out - plain[i].in;
		}
		while (depth > 14)
			say(any(2) ? "+" : "nip"), depth--;
	}
	while (depth < want)
		literal();
	while (depth > want)
		say(depth > 1 && any(2) ? "xor" : "drop"), depth--;
	nest--;
}

static void
definition(void)
{
	int in = (int)any(4), w = nwords;

	final = (int)any(4);
	depth = in;
	locals = loops = nest = rstack = 0;
	ops = size;
	cost = 0;
	times = 1;
	may_throw = any(4) == 0;
	say(": w%d", w);
	if (any(2)) {
		locals = (int)any(5) + 1;
		need(locals);
		say("{:");
		for (int i = 0; i < locals; i++)
			say("%c", 'a' + i);
		say(":}");
		depth -= locals;
	}
	block(final);
	say(";");
	words[w].in = in;
	words[w].out = final;
	words[w].cost = cost;
	words[w].throws = may_throw;
	nwords = w + 1;
}

static void
program(unsigned seed)
{
	rng = seed * 0x9e3779b97f4a7c15u;
	any(1);
	nwords = column = 0;
	fprintf(node, "\n");
	fprintf(other, "\n");
	say("start");
	for (int n = (int)any(WORDS) + 1; n--;)
		definition();
	for (int w = 0; w < nwords; w++) {
		for (int i = 0; i < words[w].in; i++)
			literal();
		say("' w%d result", w);
	}
	say("%u end", seed);
}

static const char prelude[] =
	"create buf 256 allot\n"
	": at 23 and cells buf + ;\n"
	": start  buf 256 0 fill ;\n"
	": ud/ 1 or >r 0 r@ um/mod drop r> um/mod ;\n"
	": s/ dup -1 2 within if drop 3 then >r s>d r> sm/rem ;\n"
	"0 value g0 5 value g1 -7 constant c0 variable v0\n"
	"defer d0 ' invert is d0\n"
	": m-add postpone + ; immediate\n"
	": m-lit 42 postpone literal ; immediate\n"
	": (neg) [ ' negate compile, ] ;\n"
	": result catch ?dup if . s\" threw\" type begin depth while drop "
	"repeat else begin depth while . repeat then ;\n"
	": end 24 0 do i cells buf + @ . loop g0 . g1 . v0 @ . "
	"0 to g0 0 to g1 0 v0 ! s\" @\" type . cr ;\n"
	"s\" @0 \" type cr\n";

/* Programs first to last, as files a node and gforth can read. */
static void
write_texts(const char *dir, unsigned first, unsigned last)
{
	char path[200];

	snprintf(path, sizeof path, "%s/node.fth", dir);
	node = fopen(path, "w");
	snprintf(path, sizeof path, "%s/gforth.fs", dir);
	other = fopen(path, "w");
	if (!node || !other) {
		perror(dir);
		exit(2);
	}
	fputs(prelude, node);
	fputs("warnings off  : rdrop postpone rdrop ; immediate\n", other);
	fputs(prelude, other);
	while (first < last)
		program(first++);
	fputs("\n", node);
	fputs("\nbye\n", other);
	fclose(node);
	fclose(other);
}

/* What command prints, on one line and without ACK. */
static char *
output_of(const char *command)
{
	static char text[2][1 << 20];
	static int turn;
	char *t = text[turn ^= 1];
	size_t n = 0;
	FILE *f = popen(command, "r");

	for (int c; f && (c = fgetc(f)) != EOF;)
		if (c != 6 && c != '\r' && c != '\n' && n < sizeof text[0] - 1)
			t[n++] = (char)c;
	t[n] = 0;
	if (f)
		pclose(f);
	return t;
}

/* What stands in t between the last "@NUMBER" and "@SEED". */
static const char *
line_of(char *t, unsigned seed, char *line, size_t room)
{
	char end[20];

	snprintf(end, sizeof end, "@%u ", seed);
	char *p = strstr(t, end), *q = p;
	if (!p)
		return "(nothing)";
	while (q > t && q[-1] != '@')
		q--;
	q += strcspn(q, " ");
	snprintf(line, room, "%.*s", (int)(p - q), q);
	return line;
}

static int
compare(const char *nodes, const char *dir, unsigned first, unsigned last)
{
	char command[600], a[4096], b[4096];
	int bad = 0;

	write_texts(dir, first, last);
	if (nodes)
		snprintf(command, sizeof command, "timeout 300 %s %s/node.fth",
			nodes, dir);
	else
		snprintf(command, sizeof command,
			"(printf '\\005'; cat "
			"%s/node.fth; echo bye) |"
			" timeout 60 out/host/discovery",
			dir);
	char *one = output_of(command);
	snprintf(command, sizeof command, "timeout 60 gforth %s/gforth.fs 2>&1",
		dir);
	char *two = output_of(command);
	for (unsigned s = first; s < last; s++) {
		const char *x = line_of(one, s, a, sizeof a);
		const char *y = line_of(two, s, b, sizeof b);
		if (strcmp(x, y) || *x == '(') {
			printf("program %u\n node   %s\n gforth %s\n", s, x, y);
			bad++;
		}
	}
	return bad;
}

int
main(int argc, char **argv)
{
	unsigned seed = 1, n = 1000, bad = 0;
	bool text = false;
	char nodes[400] = "", dir[] = "/tmp/differ.XXXXXX";

	for (int o; (o = getopt(argc, argv, "+s:n:o:d")) != -1;)
		switch (o) {
		case 's': seed = (unsigned)atoi(optarg); break;
		case 'n': n = (unsigned)atoi(optarg); break;
		case 'o': size = atoi(optarg); break;
		case 'd': text = true; break;
		default: return 2;
		}
	for (; optind < argc; optind++) {
		strcat(nodes, argv[optind]);
		strcat(nodes, " ");
	}
	if (text) {
		node = stdout;
		other = fopen("/dev/null", "w");
		program(seed);
		return 0;
	}
	if (!mkdtemp(dir))
		return 2;
	for (unsigned s = seed; s < seed + n; s += BATCH) {
		unsigned end = s + BATCH < seed + n ? s + BATCH : seed + n;
		bad += (unsigned)compare(*nodes ? nodes : NULL, dir, s, end);
	}
	printf("%u programs, %u differ\n", n, bad);
	return bad != 0;
}
