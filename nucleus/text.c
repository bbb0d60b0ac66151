/* text.c - reading source text: parsing, numbers, the text interpreter. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

enum {
	MAX_FILES = 256, /* struct word has a byte for it */
	KEEP_BYTES = 4096
};
struct source source;
cell state, base = 10;
cell refill_hook, number_hook;
struct file files[MAX_FILES] = {{.name = "console"}};

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
	const char *q = clamp_in(), *end = source.buf + source.len;

	while (q < end && (unsigned char)*q <= ' ')
		q++;
	*p = q;
	while (q < end && (unsigned char)*q > ' ')
		q++;
	*n = (size_t)(q - *p);
	source.token = *p - source.buf;
	source.in = q - source.buf + (q < end);
	return *n > 0;
}

/* Text up to delimiter c, or the end of the line. */
void
parse_to(char c, const char **p, size_t *n)
{
	cell start = (*p = clamp_in()) - source.buf;

	while (source.in < source.len && source.buf[source.in] != c)
		source.in++;
	*n = (size_t)(source.in - start);
	source.in += source.in < source.len;
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
static cell
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 32);
	return c >= 'a' && c <= 'z' ? c - 'a' + 10 : INTPTR_MAX;
}

/* One character in UTF-8, n bytes long. */
static bool
to_char(const char *p, size_t n, cell *out)
{
	int lead = (unsigned char)*p;

	*out = n == 1 ? lead : lead & 0x7f >> n;
	for (size_t i = 1; i < n; i++)
		*out = *out << 6 | (p[i] & 0x3f);
	return n == 1 || lead >> (7 - n) == (2 << n) - 2;
}

/* Forth 2012 3.4.1.3: 'c', prefixes # $ %, sign, a trailing point makes a
 * double. *cells is 1 or 2, or 0 if one cell can't hold it; out[0] the low
 * cell. */
bool
to_number(const char *p, size_t n, cell out[2], int *cells)
{
	ucell lo = 0, hi = 0;
	cell b = !n ? 0 : *p == '$' ? 16 : *p == '#' ? 10 : *p == '%' ? 2 : 0;
	const char *end = p + n;

	*cells = 1;
	if (n > 2 && n < 7 && *p == '\'' && end[-1] == '\'')
		return to_char(p + 1, n - 2, out);
	p += b > 0;
	b = b ? b : base;
	bool minus = p < end && *p == '-';
	p += minus;
	if (end - p > 1 && end[-1] == '.') {
		*cells = 2;
		end--;
	}
	if (p == end)
		return false;
	for (; p < end; p++) {
		cell d = digit(*p);
		if (d >= b)
			return false;
		hi *= (ucell)b;
		if (lo >> CELL_BITS / 2) /* else the product fits */
			hi += op_meaning(OP_UMULH, lo, (ucell)b, 0);
		lo = lo * (ucell)b + (ucell)d;
		hi += lo < (ucell)d;
	}
	if (hi && *cells == 1)
		*cells = 0;
	out[0] = (cell)(minus ? 0 - lo : lo);
	out[1] = (cell)(minus ? ~hi + (lo == 0) : hi);
	return true;
}

/* Keeping the text of definitions ----------------------------------------- */
/* A definition's text ends here. If it is in a file it stays there. What is
 * typed is copied: a console line that goes on with a definition stands behind
 * the one before (quit.fth), and it must end where it began. */
void
keep_source(void)
{
	struct word *w = compiling;
	size_t n = (size_t)(source.buf + source.in - w->src);

	if (source.depth != compiling_depth || (!w->file && n > KEEP_BYTES))
		n = 0;
	w->src_len = (uint32_t)n;
	if (!w->file)
		w->src = memcpy(meta_alloc(n), w->src, n);
}

/* Interpreter ------------------------------------------------------------- */
static void
check_depth(const cell *sp)
{
	if (sp > me->s0)
		throw(IOR_STACK_UNDER);
	if ((const char *)sp < me->block + STACK_RESERVE * sizeof(cell))
		throw(IOR_STACK_OVER);
}

static cell *
number_token(cell *sp, const char *p, size_t n)
{
	cell v[2];
	int cells;

	if (!to_number(p, n, v, &cells)) {
		if (number_hook) {
			sp = push(push(sp, (cell)p), (cell)n);
			sp = run_xt(sp, number_hook);
			if (*sp++)
				return sp;
		}
		scrub();
		throw(IOR_UNDEFINED);
	}
	if (!cells) {
		scrub();
		throw(IOR_RANGE);
	}
	for (int i = 0; i < cells; i++) {
		if (state)
			comp_lit(v[i]);
		else
			*--sp = v[i];
	}
	return sp;
}

static cell *
one_token(cell *sp, const char *p, size_t n)
{
	struct word *w;

	if (state && comp_local(p, n, false))
		return sp;
	w = dict_find(p, n);
	if (!w)
		return number_token(sp, p, n);
	if (state && !(w->flags & F_IMMEDIATE)) {
		comp_word(w);
		return sp;
	}
	if (!state && w->flags & F_COMPILE_ONLY)
		throw(IOR_COMPILE_ONLY);
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

static void
begin_line(const char *p, cell n)
{
	source.buf = p;
	source.len = n;
	source.in = source.token = 0;
	source.line++;
}

static bool
next_line(void)
{
	const char *p = source.buf + source.len + (source.line > 0), *q = p;

	if (p >= source.text_end) /* p: behind the newline of the last line */
		return false;
	while (q < source.text_end && *q != '\n')
		q++;
	begin_line(p, q - p);
	return true;
}

/* Next line of the present source; console lines come from Forth. */
bool
refill(cell **sp)
{
	if (source.id > 0)
		return next_line();
	if (source.id < 0 || !refill_hook)
		return false;
	cell *s = run_xt(*sp, refill_hook);
	fault.ior = 0; /* a new line: no error is being passed on */
	*sp = s + (s[0] ? 3 : 1);
	if (s[0])
		begin_line((const char *)s[2], s[1]);
	return s[0];
}

/* The number of a text by its name; a new text takes an old one's place. */
static ucell
file_number(const char *name, size_t n)
{
	ucell i = 1;

	while (i <= space.nfiles &&
		(str_len(files[i].name) != n || memcmp(files[i].name, name, n)))
		i++;
	if (i <= space.nfiles)
		return i;
	if (i == MAX_FILES)
		throw(IOR_DICT_FULL);
	char *copy = meta_alloc(n + 1);
	memcpy(copy, name, n);
	copy[n] = 0;
	files[i].name = copy;
	return space.nfiles = i;
}

/* Interpret a text, which must stay where it is, line by line. */
cell *
include(cell *sp, const char *text, size_t len, const char *name, size_t n)
{
	struct source saved = source;
	struct file *f = &files[file_number(name, n)];

	f->text = text;
	f->len = (cell)len;
	f->loaded = -1;
	nest((struct source){
		.buf = text, .text_end = text + len, .id = f - files});
	while (next_line())
		sp = interpret(sp);
	source = saved;
	return sp;
}

/* A text of the image's archive. Throws -38. */
cell *
include_embedded(cell *sp, const char *name, size_t n)
{
	const char *text;
	size_t len;

	if (!embedded_file(name, n, &text, &len))
		throw(IOR_NO_FILE);
	return include(sp, text, len, name, n);
}
