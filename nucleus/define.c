/* define.c - words that make words. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

struct word *compiling;     /* the definition that is open, or null */
static struct word *target; /* who gets its code: it, or what DOES> began */
uint32_t compiling_depth;   /* of the source that it began in */

/* A word of this kind. Its text starts with the word that is making it, which
 * was parsed last, e.g. ": name". Without a name: :NONAME. */
static struct word *
new_word(enum kind kind, bool named)
{
	const char *p = "", *from = source.buf + source.token;
	size_t n = 0;

	if (named && !parse_name(&p, &n))
		throw(IOR_NO_NAME);
	struct word *w = dict_add(p, n, kind);
	w->src = from;
	return w;
}

static cell
begin_code(struct word *w)
{
	w->code = space.code;
	control_reset();
	compiling = target = w;
	compiling_depth = source.depth;
	state = -1;
	comp_start();
	return (cell)w;
}

PRIM(p_semi)
{
	struct word *w = compiling;

	if (!w)
		throw(IOR_CONTROL);
	control_check();
	comp(I_EXIT, 0, 0);
	comp_finish(target, true);
	if (target != w)
		w->code_len = (uint32_t)(space.code - (const char *)w->fast);
	keep_source();
	dict_reveal(w);
	compiling = NULL;
	define_abandon();
	return sp;
}

/* After an error: forget the unfinished word, and let words be found again. */
void
define_abandon(void)
{
	if (!norder)
		order[norder++] = &forth_list;
	if (compiling) {
		space.code = (char *)(ucell)compiling->code;
		while (space.nlines &&
			code_lines[space.nlines - 1].offset >=
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
	comp_start();
	if (w->kind == K_CREATE) {
		comp_lit(w->body);
	} else if (w->flags & F_COMPILE_ONLY) {
		comp_lit(IOR_COMPILE_ONLY);
		comp_named("throw");
	} else {
		comp_word(w);
	}
	comp(I_EXIT, 0, 0);
	comp_finish(w, false);
	dict_reveal(w);
}

static struct word *
data_word(enum kind kind, cell body)
{
	struct word *w = new_word(kind, true);

	if (source.id > 0)
		w->src_len = (uint32_t)(source.buf + source.in - w->src);
	w->body = body;
	define_code(w);
	return w;
}

PRIM(p_create)
{
	space.here = (char *)(((ucell)space.here + sizeof(cell) - 1) &
			      ~(sizeof(cell) - 1));
	data_word(K_CREATE, (cell)space.here);
	return sp;
}

PRIM(p_native)
{
	struct word *w = dict_add("", 0, K_COLON);
	size_t n = (size_t)sp[0], room = (size_t)(code_end - space.code);

	if (n > room || room - n < 16)
		throw(IOR_DICT_FULL);
	w->code = w->fast = space.code =
		(char *)(((ucell)space.code + 15) & ~(ucell)15);
	memcpy(space.code, (const void *)sp[1], n);
	port_sync_icache(space.code, n);
	space.code += n;
	w->code_len = (uint32_t)n;
	w->in = UNKNOWN;
	dict_reveal(w);
	sp[1] = (cell)w;
	return sp + 1;
}

PRIM(p_defer)
{
	data_word(K_DEFER, (cell)dict_find_in(&forth_list, "(no-action)", 11));
	return sp;
}

/* What DOES> compiles: the word made last runs *sp, given its data address. */
PRIM(p_set_does)
{
	struct word *w = space.last;

	if (w->kind != K_CREATE)
		throw(IOR_NO_DOES);
	w->flags |= F_DOES;
	w->does = (struct word *)*sp;
	comp_start();
	comp_lit(w->body);
	comp_word(w->does);
	comp(I_EXIT, 0, 0);
	comp_finish(w, false);
	return sp + 1;
}

/* The code after DOES> is a word of its own, without a name. */
PRIM(p_does)
{
	struct word *w = meta_alloc(sizeof *w);

	memset(w, 0, sizeof *w);
	control_check();
	comp_lit((cell)w);
	comp_named("(does>)");
	comp(I_EXIT, 0, 0);
	comp_finish(target, true);
	target = w;
	comp_start();
	return sp;
}

PRIM(p_restore)
{
	struct space s = *(struct space *)*sp;

	dict_restore(&s);
	define_abandon();
	return sp + 1;
}

/* TO and IS --------------------------------------------------------------- */
PRIM(p_to)
{
	const char *p;
	size_t n;
	cell in = source.in;

	if (state && parse_name(&p, &n) && comp_local(p, n, true))
		return sp;
	if (state)
		source.in = in;
	struct word *w = parse_word();
	if (w->flags & F_STORES && !state) {
		*--sp = w->body;
		return run_xt(sp, *(cell *)w->body);
	}
	if (w->flags & F_STORES) {
		comp_lit(w->body);
		comp_word(word_at(*(cell *)w->body));
		return sp;
	}
	if (w->kind != K_VALUE && w->kind != K_DEFER)
		throw(IOR_BAD_NAME_ARG);
	if (state) {
		comp_lit((cell)&w->body);
		comp(I_STORE, OP_STC, 0);
		return sp;
	}
	w->body = *sp;
	return sp + 1;
}

/* Compiling --------------------------------------------------------------- */
PRIM(p_postpone)
{
	struct word *w = parse_word();

	if (w->flags & F_IMMEDIATE) {
		comp_word(w);
	} else {
		comp_lit((cell)w);
		comp_named("compile,");
	}
	return sp;
}

/* Comments and strings ---------------------------------------------------- */
PRIM(p_keep_string)
{
	cell n = sp[0];
	char *s = meta_alloc((size_t)n);

	memcpy(s, (const char *)sp[1], (size_t)n);
	sp[1] = (cell)s;
	if (!state)
		return sp;
	comp_lit((cell)s);
	comp_lit(n);
	return sp + 2;
}

/* Locals ------------------------------------------------------------------ */
static void
add_local(const char *p, size_t n)
{
	if (nlocals == MAX_LOCALS || n > UINT8_MAX)
		throw(IOR_LOCALS);
	char *name = meta_alloc(n);
	memcpy(name, p, n);
	locals[nlocals].name = name;
	locals[nlocals].len = (uint8_t)n;
	nlocals++;
}

/* {: a b | c -- d :}  a, b from the stack (b on top), c starts as 0. */
PRIM(p_locals)
{
	const char *p;
	size_t n;
	int args = -1;
	bool comment = false;

	control_check();
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
		comp(I_RPUSH, 0, 0);
	}
	return sp;
}

/* Of one act ------------------------------------------------------------- */
/* clang-format off */
DOES(p_colon, 0, begin_code(new_word(K_COLON, true)))
DOES(p_noname, 0, *--sp = begin_code(new_word(K_COLON, false)))
DOES(p_constant, 1, data_word(K_CONSTANT, *sp))
DOES(p_value, 1, data_word(K_VALUE, *sp))
DOES(p_no_action, 0, throw(IOR_NO_DEFER))
DOES(p_immediate, 0, space.last->flags |= F_IMMEDIATE)
DOES(p_compile_comma, 1, comp_word(word_at(*sp)))
DOES(p_literal, 1, comp_lit(*sp))
DOES(p_tick, 0, *--sp = (cell)parse_word())
DOES(p_backslash, 0, source.in = source.len)
/* clang-format on */
