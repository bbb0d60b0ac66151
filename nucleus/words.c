/* words.c - primitives about text and the dictionary; the table of all rows. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

static cell *
push(cell *sp, cell x)
{
	*--sp = x;
	return sp;
}

static cell *
push2(cell *sp, const void *p, size_t n)
{
	return push(push(sp, (cell)p), (cell)n);
}

/* Text --------------------------------------------------------------------------- */
cell *
p_parse(cell *sp)
{
	const char *p;
	size_t n;

	parse_to((char)sp[0], &p, &n);
	return push2(sp + 1, p, n);
}

cell *
p_parse_name(cell *sp)
{
	const char *p;
	size_t n;

	parse_name(&p, &n);
	return push2(sp, p, n);
}

cell *
p_word(cell *sp)
{
	static char buf[258];
	const char *p;
	size_t n;
	char c = (char)sp[0];

	while (source.in < source.len && (source.buf[source.in] == c ||
		(c == ' ' && (unsigned char)source.buf[source.in] < ' ')))
		source.in++;
	if (c == ' ')
		parse_name(&p, &n);
	else
		parse_to(c, &p, &n);
	if (n > 255)
		throw(-18);
	buf[0] = (char)n;
	memcpy(buf + 1, p, n);
	buf[n + 1] = ' ';
	sp[0] = (cell)buf;
	return sp;
}

cell *
p_source(cell *sp)
{
	return push2(sp, source.buf, (size_t)source.len);
}

cell *
p_source_id(cell *sp)
{
	return push(sp, source.id);
}

cell *
p_to_in(cell *sp)
{
	return push(sp, (cell)&source.in);
}

cell *
p_refill(cell *sp)
{
	bool ok = refill(&sp);

	return push(sp, ok ? -1 : 0);
}

cell *
p_interpret(cell *sp)
{
	return interpret(sp);
}

cell *
p_evaluate(cell *sp)
{
	return evaluate(sp + 2, (const char *)sp[1], (size_t)sp[0]);
}

cell *
p_included(cell *sp)
{
	return include(sp + 2, (const char *)sp[1], (size_t)sp[0]);
}

cell *
p_include(cell *sp)
{
	const char *p;
	size_t n;

	if (!parse_name(&p, &n))
		throw(IOR_NO_NAME);
	return include(sp, p, n);
}

cell *
p_file(cell *sp)
{
	const char *text;
	size_t n;

	if (!embedded_file((const char *)sp[1], (size_t)sp[0], &text, &n))
		return push(sp + 2, 0);
	return push(push2(sp + 2, text, n), -1);
}

cell *
p_state(cell *sp)
{
	return push(sp, (cell)&state);
}

cell *
p_base(cell *sp)
{
	return push(sp, (cell)&base);
}

cell *
p_number(cell *sp)
{
	cell v[2];
	int cells;

	if (!to_number((const char *)sp[1], (size_t)sp[0], v, &cells))
		return push(sp + 2, 0);
	return push(push(sp + 2, v[0]), -1);
}

/* Finding ------------------------------------------------------------------------ */
static cell
immediacy(const struct word *w)
{
	return w->flags & F_IMMEDIATE ? 1 : -1;
}

cell *
p_find(cell *sp)
{
	const char *c = (const char *)sp[0];
	struct word *w = dict_find(c + 1, (unsigned char)*c);

	if (!w)
		return push(sp, 0);
	sp[0] = (cell)w;
	return push(sp, immediacy(w));
}

cell *
p_find_name(cell *sp)
{
	sp[1] = (cell)dict_find((const char *)sp[1], (size_t)sp[0]);
	return sp + 1;
}

cell *
p_search_wl(cell *sp)
{
	struct word *w = dict_find_in((struct wordlist *)sp[0],
	    (const char *)sp[2], (size_t)sp[1]);

	if (!w)
		return push(sp + 3, 0);
	sp[2] = (cell)w;
	sp[1] = immediacy(w);
	return sp + 1;
}

cell *
p_to_body(cell *sp)
{
	struct word *w = (struct word *)sp[0];

	if (w->kind != K_CREATE)
		throw(IOR_NO_DOES);
	sp[0] = w->body;
	return sp;
}

/* Asking words about themselves ------------------------------------------------------ */
cell *
p_name_string(cell *sp)
{
	struct word *w = (struct word *)sp[0];

	return push2(sp + 1, w->name, w->name_len);
}

cell *
p_name_int(cell *sp)
{
	if (((struct word *)sp[0])->flags & F_COMPILE_ONLY)
		sp[0] = 0;
	return sp;
}

cell *
p_name_comp(cell *sp)
{
	struct word *w = (struct word *)sp[0];
	const char *how = w->flags & F_IMMEDIATE ? "execute" : "compile,";

	return push(sp, (cell)dict_find_in(&forth_list, how, str_len(how)));
}

cell *
p_nt_source(cell *sp)
{
	struct word *w = (struct word *)sp[0];

	return push2(sp + 1, w->src ? w->src : "", w->src_len);
}

cell *
p_nt_place(cell *sp)
{
	struct word *w = (struct word *)sp[0];
	const char *f = w->prim ? "prims.h" : file_names[w->file];

	return push2(push(sp + 1, w->line), f, str_len(f));
}

/* The run of \G lines that ends just above the definition in its file. */
static const char *
doc_above(const struct word *w)
{
	const char *text, *p = w->src, *doc = w->src;
	size_t len;
	const char *f = file_names[w->file];

	if (!w->file || !embedded_file(f, str_len(f), &text, &len))
		return doc;
	for (;;) {
		while (p > text && p[-1] != '\n')
			p--; /* start of this line */
		if (p == text)
			return doc;
		const char *q = p - 1;
		while (q > text && q[-1] != '\n')
			q--;
		if (p - q < 4 || memcmp(q, "\\G ", 3))
			return doc;
		doc = p = q;
	}
}

static const char *
line_start(const struct word *w)
{
	const char *text, *p = w->src, *f = file_names[w->file];
	size_t len;

	if (!w->file || !embedded_file(f, str_len(f), &text, &len))
		return p;
	while (p > text && p[-1] != '\n')
		p--;
	return p;
}

cell *
p_nt_doc(cell *sp)
{
	struct word *w = (struct word *)sp[0];

	if (w->prim)
		return push2(sp + 1, w->prim->doc, str_len(w->prim->doc));
	if (!w->src || !w->src_len)
		return push2(sp + 1, "", 0);
	const char *d = doc_above(w);
	return push2(sp + 1, d, d == w->src ? 0 : (size_t)(line_start(w) - d));
}

cell *
p_nt_effect(cell *sp)
{
	struct word *w = (struct word *)sp[0];
	const char *p, *end, *q;

	if (w->prim)
		return push2(sp + 1, w->prim->effect, str_len(w->prim->effect));
	for (p = w->src, end = p + w->src_len; p < end && *p != '('; p++)
		;
	for (q = p; q < end && *q != ')'; q++)
		;
	return q < end ? push2(sp + 1, p, (size_t)(q + 1 - p))
		       : push2(sp + 1, "", 0);
}

cell *
p_nt_kind(cell *sp)
{
	sp[0] = ((struct word *)sp[0])->kind;
	return sp;
}

cell *
p_nt_flags(cell *sp)
{
	sp[0] = ((struct word *)sp[0])->flags & (F_IMMEDIATE | F_COMPILE_ONLY);
	return sp;
}

cell *
p_nt_code(cell *sp)
{
	struct word *w = (struct word *)sp[0];

	return push2(sp + 1, w->code, w->code_len);
}

/* Word lists -------------------------------------------------------------------------- */
cell *
p_traverse(cell *sp)
{
	struct wordlist *l = (struct wordlist *)sp[0];
	struct word *xt = (struct word *)sp[1];

	sp += 2;
	for (struct word *w = space.last; w; w = w->prev) {
		if (w->list != l || !w->name_len || w->flags & F_HIDDEN)
			continue;
		sp = port_enter(xt->code, push(sp, (cell)w));
		if (!*sp++)
			break;
	}
	return sp;
}

cell *
p_wordlist(cell *sp)
{
	struct wordlist *l = meta_alloc(sizeof *l);

	memset(l, 0, sizeof *l);
	return push(sp, (cell)l);
}

cell *
p_forth_wl(cell *sp)
{
	return push(sp, (cell)&forth_list);
}

cell *
p_get_order(cell *sp)
{
	for (int i = norder; i-- > 0;)
		sp = push(sp, (cell)order[i]);
	return push(sp, norder);
}

cell *
p_set_order(cell *sp)
{
	cell n = *sp++;

	if (n < 0)
		return p_only(sp);
	if (n > MAX_ORDER)
		throw(IOR_ORDER_OVER);
	norder = (int)n;
	for (int i = 0; i < norder; i++)
		order[i] = (struct wordlist *)*sp++;
	return sp;
}

cell *
p_get_current(cell *sp)
{
	return push(sp, (cell)current);
}

cell *
p_set_current(cell *sp)
{
	current = (struct wordlist *)*sp;
	return sp + 1;
}

static void
need_order(void)
{
	if (!norder)
		throw(IOR_ORDER_UNDER);
}

cell *
p_definitions(cell *sp)
{
	need_order();
	current = order[0];
	return sp;
}

cell *
p_also(cell *sp)
{
	need_order();
	if (norder == MAX_ORDER)
		throw(IOR_ORDER_OVER);
	memmove(order + 1, order, (size_t)norder++ * sizeof *order);
	return sp;
}

cell *
p_previous(cell *sp)
{
	need_order();
	memmove(order, order + 1, (size_t)--norder * sizeof *order);
	return sp;
}

cell *
p_forth(cell *sp)
{
	if (!norder)
		norder = 1;
	order[0] = &forth_list;
	return sp;
}

cell *
p_only(cell *sp)
{
	norder = 1;
	order[0] = &forth_list;
	return sp;
}

cell *
p_bye(cell *sp)
{
	port_reset(0);
	return sp;
}

/* The rows ------------------------------------------------------------------------------ */
#undef P
#undef PI
#undef PC
#undef IN
#undef IC
#define P(name, fn, effect, doc) {name, fn, NULL, 0, effect, doc},
#define PI(name, fn, effect, doc) {name, fn, NULL, F_IMMEDIATE, effect, doc},
#define PC(name, fn, effect, doc) \
	{name, fn, NULL, F_IMMEDIATE | F_COMPILE_ONLY, effect, doc},
#define IN(name, fn, effect, doc) {name, NULL, fn, 0, effect, doc},
#define IC(name, fn, effect, doc) {name, NULL, fn, F_COMPILE_ONLY, effect, doc},
const struct prim prims[] = {
#include "nucleus/prims.h"
};
const int nprims = sizeof prims / sizeof *prims;
