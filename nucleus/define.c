/* define.c - words that make words. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

struct word *compiling; /* the definition that is open, or null */

static struct word *
named(enum kind kind)
{
	const char *p;
	size_t n;

	if (!parse_name(&p, &n))
		throw(IOR_NO_NAME);
	return dict_add(p, n, kind);
}

/* The definition's text starts with the word that began it, e.g. ": name". */
static void
source_from_line_start(struct word *w, cell token)
{
	w->src = source.buf + token;
}

static void
begin_code(struct word *w)
{
	w->code = space.code;
	control_reset();
	compiling = w;
	state = -1;
	comp_start();
}

cell *
p_colon(cell *sp)
{
	cell token = source.token;
	struct word *w = named(K_COLON);

	source_from_line_start(w, token);
	begin_code(w);
	return sp;
}

cell *
p_noname(cell *sp)
{
	struct word *w = dict_add("", 0, K_COLON);

	source_from_line_start(w, source.token);
	begin_code(w);
	*--sp = (cell)w;
	return sp;
}

cell *
p_semi(cell *sp)
{
	struct word *w = compiling;

	if (!w)
		throw(IOR_CONTROL);
	control_check();
	comp_exit();
	comp_finish(w);
	keep_source(true);
	dict_reveal(w);
	compiling = NULL;
	nlocals = 0;
	state = 0;
	return sp;
}

/* An error while compiling: forget the unfinished word. */
void
define_abandon(void)
{
	if (compiling) {
		space.code = (char *)(ucell)compiling->code;
		while (space.nlines && code_lines[space.nlines - 1].offset >=
					   (uint32_t)(space.code - code_base))
			space.nlines--;
	}
	compiling = NULL;
	nlocals = 0;
	state = 0;
	control_reset();
}

/* Code of a data word: push its body, or what is there. */
void
define_code(struct word *w)
{
	w->code = space.code;
	comp_place();
	emit(OP_ENTER, 0, 0, 0);
	comp_begin_inline();
	if (w->kind == K_CREATE)
		comp_lit(w->body);
	else
		comp_word(w);
	comp_flush();
	emit(OP_EXIT, 0, 0, 0);
	comp_finish(w);
	dict_reveal(w);
}

static void
keep_line(struct word *w)
{
	if (source.id > 0)
		w->src_len = (uint32_t)(source.buf + source.in - w->src);
}

static struct word *
data_word(enum kind kind, cell body)
{
	cell token = source.token;
	struct word *w = named(kind);

	source_from_line_start(w, token);
	keep_line(w);
	w->body = body;
	define_code(w);
	return w;
}

cell *
p_create(cell *sp)
{
	p_align(sp);
	data_word(K_CREATE, (cell)space.here);
	return sp;
}

cell *
p_variable(cell *sp)
{
	p_create(sp);
	*--sp = 0;
	return p_comma(sp);
}

cell *
p_constant(cell *sp)
{
	data_word(K_CONSTANT, *sp);
	return sp + 1;
}

cell *
p_value(cell *sp)
{
	data_word(K_VALUE, *sp);
	return sp + 1;
}

static cell *
no_action(cell *sp)
{
	throw(IOR_NO_DEFER);
	return sp;
}

static const struct prim no_action_prim = {"(no action)", no_action, NULL, 0,
    "( -- )", "a deferred word's action before IS"};
static struct word no_action_word;

cell *
p_defer(cell *sp)
{
	if (!no_action_word.code) {
		no_action_word.kind = K_PRIM;
		no_action_word.prim = &no_action_prim;
		no_action_word.code = space.code;
		emit(OP_ENTER, 0, 0, 0);
		comp_prim(no_action, NULL);
		emit(OP_EXIT, 0, 0, 0);
	}
	data_word(K_DEFER, (cell)&no_action_word);
	return sp;
}

/* DOES>: the word made last runs the code after DOES> with its data address.
 * Run time part, given the address of that code. */
static cell *
set_does(cell *sp)
{
	struct word *w = space.last;

	if (w->kind != K_CREATE)
		throw(IOR_NO_DOES);
	w->code = space.code;
	comp_begin_inline();
	comp_lit(w->body);
	comp_flush();
	emit(OP_JMP, *sp, 0, 0);
	comp_finish(w);
	w->flags |= F_DOES;
	return sp + 1;
}

cell *
p_does(cell *sp)
{
	control_check();
	comp_flush();
	char *at = space.code;
	emit(OP_LIT, isa_native.pool[0], 0, 0);
	comp_hold(isa_native.pool[0]);
	comp_prim(set_does, NULL);
	comp_exit();
	emit_at(at, OP_LIT, isa_native.pool[0], (cell)space.code, 0);
	comp_start();
	return sp;
}

cell *
p_immediate(cell *sp)
{
	space.last->flags |= F_IMMEDIATE;
	return sp;
}

cell *
p_compile_only(cell *sp)
{
	space.last->flags |= F_COMPILE_ONLY;
	return sp;
}

cell *
p_latest(cell *sp)
{
	*--sp = (cell)space.last;
	return sp;
}

/* TO and IS ------------------------------------------------------------------- */
static cell *
store_into(cell *sp, enum kind kind)
{
	const char *p;
	size_t n;
	cell in = source.in;

	if (state && parse_name(&p, &n))
		for (int i = nlocals; i-- > 0;)
			if (locals[i].len == n &&
			    same_name(locals[i].name, p, n)) {
				comp_local(locals[i].slot, true);
				return sp;
			}
	if (state)
		source.in = in;
	struct word *w = parse_word();
	if (w->kind != kind)
		throw(IOR_BAD_NAME_ARG);
	if (state) {
		comp_lit((cell)&w->body);
		comp_store(OP_STC);
		return sp;
	}
	w->body = *sp;
	return sp + 1;
}

cell *
p_to(cell *sp)
{
	return store_into(sp, K_VALUE);
}

cell *
p_is(cell *sp)
{
	return store_into(sp, K_DEFER);
}

static struct word *
deferred(cell xt)
{
	struct word *w = (struct word *)xt;

	if (w->kind != K_DEFER)
		throw(IOR_BAD_NAME_ARG);
	return w;
}

cell *
p_defer_fetch(cell *sp)
{
	sp[0] = deferred(sp[0])->body;
	return sp;
}

cell *
p_defer_store(cell *sp)
{
	deferred(sp[0])->body = sp[1];
	return sp + 2;
}

static cell *
restore(cell *sp)
{
	struct space s = *(struct space *)*sp;

	dict_restore(&s);
	return sp + 1;
}

cell *
p_marker(cell *sp)
{
	struct space s = space;
	cell token = source.token;

	p_align(sp);
	struct space *kept_space = meta_alloc(sizeof s);
	struct word *w = named(K_COLON);
	source_from_line_start(w, token);
	keep_line(w);
	*kept_space = s;
	w->code = space.code;
	emit(OP_ENTER, 0, 0, 0);
	comp_begin_inline();
	comp_lit((cell)kept_space);
	comp_prim(restore, NULL);
	emit(OP_EXIT, 0, 0, 0);
	comp_finish(w);
	dict_reveal(w);
	return sp;
}

/* Compiling ------------------------------------------------------------------- */
cell *
p_compile_comma(cell *sp)
{
	comp_word((struct word *)*sp);
	return sp + 1;
}

cell *
p_left(cell *sp)
{
	state = 0;
	return sp;
}

cell *
p_right(cell *sp)
{
	state = -1;
	return sp;
}

cell *
p_literal(cell *sp)
{
	comp_lit(*sp);
	return sp + 1;
}

cell *
p_tick(cell *sp)
{
	*--sp = (cell)parse_word();
	return sp;
}

cell *
p_btick(cell *sp)
{
	comp_lit((cell)parse_word());
	return sp;
}

static cell
next_char(void)
{
	const char *p;
	size_t n;

	if (!parse_name(&p, &n))
		throw(IOR_NO_NAME);
	return (unsigned char)*p;
}

cell *
p_char(cell *sp)
{
	*--sp = next_char();
	return sp;
}

cell *
p_bchar(cell *sp)
{
	comp_lit(next_char());
	return sp;
}

cell *
p_postpone(cell *sp)
{
	struct word *w = parse_word();

	if (w->flags & F_IMMEDIATE) {
		comp_word(w);
	} else {
		comp_lit((cell)w);
		comp_prim(p_compile_comma, NULL);
	}
	return sp;
}

cell *
p_recurse(cell *sp)
{
	comp_call(compiling->code);
	return sp;
}

/* Comments and strings ---------------------------------------------------------- */
cell *
p_paren(cell *sp)
{
	const char *p;
	size_t n;

	while (!parse_to(')', &p, &n) && source.id >= 0)
		if (!refill(&sp))
			break;
	return sp;
}

cell *
p_backslash(cell *sp)
{
	source.in = source.len;
	return sp;
}

cell *
p_doc_line(cell *sp)
{
	return p_backslash(sp);
}

cell *
p_dot_paren(cell *sp)
{
	const char *p;
	size_t n;

	parse_to(')', &p, &n);
	put(p, n);
	return sp;
}

static char *
keep_string(const char *p, size_t n, bool counted)
{
	char *s = meta_alloc(n + 2);

	s[0] = (char)n;
	memcpy(s + counted, p, n);
	return s;
}

/* A string in the source: compiled, or kept for the interpreter. */
static cell *
string(cell *sp, const char *p, size_t n)
{
	char *s = keep_string(p, n, false);

	if (state) {
		comp_lit((cell)s);
		comp_lit((cell)n);
		return sp;
	}
	sp -= 2;
	sp[1] = (cell)s;
	sp[0] = (cell)n;
	return sp;
}

cell *
p_s_quote(cell *sp)
{
	const char *p;
	size_t n;

	parse_to('"', &p, &n);
	return string(sp, p, n);
}

static int
hex_digit(char c)
{
	return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

/* Forth 2012 6.2.2266: the character after a backslash. */
static size_t
escape(char *to, const char **from)
{
	static const char names[] = "abeflnqrtvz\"\\";
	static const char values[] = "\a\b\033\f\n\n\"\r\t\v\0\"\\";
	char c = *(*from)++;

	if (c == 'm') {
		to[0] = '\r';
		to[1] = '\n';
		return 2;
	}
	if (c == 'x') {
		to[0] = (char)(hex_digit((*from)[0]) << 4 |
			       hex_digit((*from)[1]));
		*from += 2;
		return 1;
	}
	to[0] = c;
	for (int i = 0; names[i]; i++)
		if (names[i] == c)
			to[0] = values[i];
	return 1;
}

cell *
p_s_escape(cell *sp)
{
	const char *p = source.buf + source.in;
	const char *end = source.buf + source.len;
	char *s = meta_alloc((size_t)(end - p) + 1);
	size_t n = 0;

	while (p < end && *p != '"') {
		if (*p != '\\') {
			s[n++] = *p++;
			continue;
		}
		p++;
		n += escape(s + n, &p);
	}
	source.in = (p < end ? p + 1 : end) - source.buf;
	return string(sp, s, n);
}

cell *
p_c_quote(cell *sp)
{
	const char *p;
	size_t n;

	parse_to('"', &p, &n);
	comp_lit((cell)keep_string(p, n, true));
	return sp;
}

cell *
p_dot_quote(cell *sp)
{
	sp = p_s_quote(sp);
	comp_prim(p_type, NULL);
	return sp;
}

cell *
p_c_abort(cell *sp)
{
	sp = p_s_quote(sp);
	comp_prim(p_abort_quote, NULL);
	return sp;
}

/* Locals ---------------------------------------------------------------------- */
static void
add_local(const char *p, size_t n)
{
	if (nlocals == MAX_LOCALS)
		throw(IOR_LOCALS);
	char *name = meta_alloc(n);
	memcpy(name, p, n);
	locals[nlocals].name = name;
	locals[nlocals].len = (uint8_t)n;
	nlocals++;
}

/* {: a b | c -- d :}  a, b from the stack (b on top), c starts as 0. */
cell *
p_locals(cell *sp)
{
	const char *p;
	size_t n;
	int args = -1;
	bool comment = false;

	if (nlocals || rdepth)
		throw(IOR_LOCALS);
	for (;;) {
		if (!parse_name(&p, &n)) {
			if (!refill(&sp))
				throw(IOR_LOCALS);
			continue;
		}
		if (n == 2 && p[0] == ':' && p[1] == '}')
			break;
		if (n == 2 && p[0] == '-' && p[1] == '-')
			comment = true;
		else if (n == 1 && *p == '|')
			args = nlocals;
		else if (!comment)
			add_local(p, n);
	}
	if (args < 0)
		args = nlocals;
	for (int i = 0; i < nlocals - args; i++)
		comp_lit(0);
	for (int i = 0; i < nlocals; i++) {
		/* pushed in order: zeros for the last ones first */
		int k = nlocals - 1 - i;
		locals[k].slot = i;
		comp_rpush();
	}
	return sp;
}
