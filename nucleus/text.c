/* text.c - reading source text: parsing, numbers, the text interpreter. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

enum {
	MAX_FILES = 120,
	KEEP_BYTES = 4096
};
struct source source;
cell state, base = 10;
cell refill_hook;
const char *file_names[MAX_FILES] = {"console"};
static char keep_buf[KEEP_BYTES];
static uint32_t nkeep;

/* Parsing ----------------------------------------------------------------- */
/* >IN is anybody's to write: outside of the line it means the end of it. */
static const char *
clamp_in(void)
{
	if (source.in < 0 || source.in > source.len)
		source.in = source.len;
	return source.buf + source.in;
}

bool
parse_name(const char **p, size_t *n)
{
	clamp_in();
	while (source.in < source.len &&
		(unsigned char)source.buf[source.in] <= ' ')
		source.in++;
	source.token = source.in;
	*p = source.buf + source.in;
	while (source.in < source.len &&
		(unsigned char)source.buf[source.in] > ' ')
		source.in++;
	*n = (size_t)(source.in - source.token);
	if (source.in < source.len)
		source.in++;
	return *n > 0;
}

/* Text up to delimiter c; false if the line ended first. */
bool
parse_to(char c, const char **p, size_t *n)
{
	*p = clamp_in();
	cell start = source.in;
	while (source.in < source.len && source.buf[source.in] != c)
		source.in++;
	*n = (size_t)(source.in - start);
	if (source.in == source.len)
		return false;
	source.in++;
	return true;
}

/* Parse a name and find it; throws -16 or -13. */
struct word *
parse_word(void)
{
	const char *p;
	size_t n;
	struct word *w;

	if (!parse_name(&p, &n))
		throw(IOR_NO_NAME);
	w = dict_find(p, n);
	if (!w)
		throw(IOR_UNDEFINED);
	return w;
}

/* Numbers ----------------------------------------------------------------- */
static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 32);
	return c >= 'a' && c <= 'z' ? c - 'a' + 10 : 1 << 20;
}

static cell
prefix_base(const char **p, size_t *n)
{
	char c = **p;
	cell b = c == '$' ? 16 : c == '#' ? 10 : c == '%' ? 2 : 0;

	*p += b > 0;
	*n -= b > 0;
	return b ? b : base;
}

/* Forth 2012 3.4.1.3: 'c', prefixes # $ %, sign, a trailing point makes a
 * double. *cells is 1 or 2; out[0] the low cell. */
bool
to_number(const char *p, size_t n, cell out[2], int *cells)
{
	bool minus = false;
	ucell lo = 0, hi = 0;
	cell b;

	if (n == 3 && p[0] == '\'' && p[2] == '\'') {
		out[0] = (unsigned char)p[1];
		*cells = 1;
		return true;
	}
	b = n ? prefix_base(&p, &n) : base;
	if (n && *p == '-') {
		minus = true;
		p++;
		n--;
	}
	*cells = n > 1 && p[n - 1] == '.' ? 2 : 1;
	n -= (size_t)*cells - 1;
	if (n == 0)
		return false;
	for (; n; p++, n--) {
		if (digit(*p) >= b)
			return false;
		ucell add = (ucell)digit(*p), t = lo * (ucell)b;
		hi = hi * (ucell)b + op_meaning(OP_UMULH, lo, (ucell)b, 0);
		lo = t + add;
		hi += lo < t;
	}
	out[0] = (cell)(minus ? 0 - lo : lo);
	out[1] = (cell)(minus ? ~hi + (lo == 0) : hi);
	return true;
}

/* Keeping the text of definitions ----------------------------------------- */
/* Definitions from files point into the file. What is typed is copied, line by
 * line, until `;`, but not what is evaluated within. keep_buf is used up to
 * nkeep. */
void
keep_source(bool last)
{
	struct word *w = compiling;
	cell from, n;

	if (!w || (!last && source.depth != compiling_depth))
		return;
	if (w->file) {
		if (last && source.id == w->file)
			w->src_len =
				(uint32_t)(source.buf + source.in - w->src);
		return;
	}
	if (!w->src_len)
		nkeep = 0;
	from = w->src_len ? 0 : (cell)(w->src - source.buf);
	n = (last ? source.in : source.len) - from;
	if (source.depth != compiling_depth || n < 0 ||
		n + 2 + nkeep > KEEP_BYTES)
		n = 0;
	memcpy(keep_buf + nkeep, source.buf + from, (size_t)n);
	nkeep += (uint32_t)n;
	if (!last && nkeep + 2 <= KEEP_BYTES)
		keep_buf[nkeep++] = '\n';
	w->src_len = nkeep + 1;
	if (last) {
		char *copy = meta_alloc(nkeep + 1);
		memcpy(copy, keep_buf, nkeep);
		w->src = copy;
		w->src_len = nkeep;
		nkeep = 0;
	}
}

/* Interpreter ------------------------------------------------------------- */
static void
check_depth(const cell *sp)
{
	if (sp > me->s0)
		throw(IOR_STACK_UNDER);
	if ((const char *)sp < me->block + STACK_MARGIN * sizeof(cell))
		throw(IOR_STACK_OVER);
}

static cell *
number_token(cell *sp, const char *p, size_t n)
{
	cell v[2];
	int cells;

	if (!to_number(p, n, v, &cells))
		throw(IOR_UNDEFINED);
	for (int i = 0; i < cells; i++) {
		if (state)
			comp_lit(v[i]);
		else
			*--sp = v[i];
	}
	return sp;
}

/* Clear the stack below, so that a backtrace from the word about to run does
 * not meet return addresses of words that ran before it. */
static __attribute__((noinline)) void
scrub(void)
{
	volatile ucell below[128];

	for (int i = 0; i < 128; i++)
		below[i] = 0;
	(void)below[0];
}

static cell *
one_token(cell *sp, const char *p, size_t n)
{
	struct word *w;

	for (int i = nlocals; state && i-- > 0;)
		if (locals[i].len == n && same_name(locals[i].name, p, n)) {
			comp_local(locals[i].slot, false);
			return sp;
		}
	w = dict_find(p, n);
	if (!w)
		return number_token(sp, p, n);
	if (state && !(w->flags & F_IMMEDIATE)) {
		comp_word(w);
		return sp;
	}
	if (!state && w->flags & F_COMPILE_ONLY)
		throw(IOR_COMPILE_ONLY);
	scrub();
	return run_xt(sp, (cell)w);
}

/* Interpret the rest of the present line. */
cell *
interpret(cell *sp)
{
	const char *p;
	size_t n;

	while (parse_name(&p, &n)) {
		if (state)
			comp_place();
		sp = one_token(sp, p, n);
		check_depth(sp);
	}
	return sp;
}

static void
nest(struct source to)
{
	if (source.depth >= 8)
		throw(IOR_NESTING);
	to.depth = source.depth + 1;
	source = to;
}

cell *
evaluate(cell *sp, const char *p, size_t n)
{
	struct source saved = source;

	nest((struct source){.buf = p,
		.len = (cell)n < 0 ? 0 : (cell)n,
		.id = -1,
		.line = source.line});
	sp = interpret(sp);
	if (state)
		keep_source(false);
	source = saved;
	return sp;
}

/* A throw went past some nested texts. Console lines go on counting. */
void
text_unnest(const struct source *s)
{
	uint32_t line = source.id == 0 ? source.line : s->line;

	source = *s;
	if (s->id == 0)
		source.line = line;
}

static bool
next_line(void)
{
	const char *p = source.buf + source.len;

	if (source.line)
		p++; /* over the newline of the line before */
	if (p >= source.text_end)
		return false;
	source.buf = p;
	while (p < source.text_end && *p != '\n')
		p++;
	source.len = p - source.buf;
	source.in = source.token = 0;
	source.line++;
	return true;
}

/* Next line of the present source; console lines come from Forth. */
bool
refill(cell **sp)
{
	cell *s = *sp;

	if (source.id > 0)
		return next_line();
	if (source.id < 0 || !refill_hook)
		return false;
	if (state)
		keep_source(false);
	s = run_xt(s, refill_hook);
	fault.ior = 0; /* a new line: no error is being passed on */
	*sp = s + 1;
	if (!s[0])
		return false;
	source.buf = (const char *)s[2];
	source.len = s[1];
	source.in = source.token = 0;
	source.line++;
	*sp = s + 3;
	return true;
}

/* Interpret a text of the image's archive, line by line. Throws -38. */
cell *
include(cell *sp, const char *name, size_t n)
{
	struct source saved = source;
	const char *text;
	size_t len;

	if (!embedded_file(name, n, &text, &len))
		throw(IOR_NO_FILE);
	if (space.nfiles + 1 >= MAX_FILES)
		throw(IOR_DICT_FULL);
	char *copy = meta_alloc(n + 1);
	memcpy(copy, name, n);
	copy[n] = 0;
	file_names[++space.nfiles] = copy;
	nest((struct source){
		.buf = text, .text_end = text + len, .id = (cell)space.nfiles});
	while (next_line())
		sp = interpret(sp);
	source = saved;
	return sp;
}
