/* record.c - a definition is recorded first; short ones can be put in place. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

enum {
	SHORT = 32,        /* records of a definition that calls nothing */
	SHORT_CALLER = 10, /* and of one that does */
	UNROLLED = 450     /* of one that calls itself, in itself */
};
struct ir ir[MAX_IR];
int nir, nlabels;
cell optimising = -1;
int rdepth; /* cells on the return stack since the word's entry */
int nlocals;
struct local locals[MAX_LOCALS];
static struct ir once[SHORT]; /* a definition that calls itself */

static struct ir *
record(int op, int n, cell v)
{
	if (nir == MAX_IR)
		throw(IOR_DICT_FULL);
	ir[nir] = (struct ir){.op = (uint8_t)op,
		.n = (uint8_t)n,
		.r = (uint16_t)rdepth,
		.v = v};
	return &ir[nir++];
}

/* The source line of what follows. */
void
comp_place(void)
{
	uint32_t place = (uint32_t)(source.id > 0 ? source.id : 0) << 24 |
			 (source.line & 0xffffff);
	static uint32_t last;

	if (nir && last == place)
		return;
	last = place;
	record(I_PLACE, 0, (cell)place);
}

/* Begin a definition. */
void
comp_start(void)
{
	nir = nlabels = rdepth = nlocals = 0;
	comp_place();
}

/* Simple operations ------------------------------------------------------- */
/* Of two numbers just recorded, their result: `1 cells` is one number. */
static bool
fold(int op)
{
	struct ir *p = &ir[nir > 2 ? nir - 2 : 0];

	if (!optimising || nir <= 2 || p[0].op != I_LIT || p[1].op != I_LIT ||
		op == OP_DIV)
		return false;
	p->v = (cell)op_meaning(op, (ucell)p[0].v, (ucell)p[1].v, 0);
	nir--;
	return true;
}

static void
comp_pick(void)
{
	static const char out[][8] = {
		"aa", "aba", "abca", "abcda", "abcdea", "abcdefa"};
	cell k;

	if (!comp_take_lit(&k)) {
		comp_named("(pick)");
	} else if (k >= 0 && k <= 5 && k + 2 <= isa_native.npool) {
		record(I_SHUF, (int)k + 1, (cell)out[k]);
	} else {
		comp_lit(k);
		comp_named("(pick)");
	}
}

/* Record an operation without a label: op, n and v as in compile.h.
 * Throws -6 if the return stack has not so many cells. */
void
comp(int op, int n, cell v)
{
	cell under = op == I_RTOP ? v + 1 : op == I_RDROP ? v : op == I_RPOP;

	if (under > rdepth)
		throw(IOR_RSTACK_UNDER);
	if (op == I_PICK) {
		comp_pick();
	} else if (op == I_STORE && n >= OP_FADD && !op_has(n)) {
		comp_lit(IOR_UNSUPPORTED); /* no doubles on this processor */
		comp_named("throw");
	} else if (op == I_RTOP) {
		record(I_RGET, 0, rdepth - under);
	} else if (op != I_ALU2 || !fold(n)) {
		if (op == I_EXIT && nlocals)
			record(I_RDROP, 0, nlocals);
		record(op, n, v);
		rdepth += (op == I_RPUSH) - (op == I_RPOP) -
			  (op == I_RDROP ? (int)v : 0);
	}
}

/* Record several, up to I_END. */
void
comp_all(const struct ir *p)
{
	for (; p->op != I_END; p++)
		comp(p->op, p->n, p->v);
}

void
comp_lit(cell v)
{
	record(I_LIT, 0, v);
}

/* The local of this name, or what is on top into it; false if none has it. */
bool
comp_local(const char *name, size_t n, bool store)
{
	for (int i = nlocals; i-- > 0;)
		if (locals[i].len == n && same_name(locals[i].name, name, n)) {
			record(store ? I_RSET : I_RGET, 0, locals[i].slot);
			return true;
		}
	return false;
}

/* Take the number compiled last back, if that is what was compiled last. */
bool
comp_take_lit(cell *v)
{
	if (!nir || ir[nir - 1].op != I_LIT)
		return false;
	*v = ir[--nir].v;
	return true;
}

/* Labels ------------------------------------------------------------------ */
int
comp_new_label(void)
{
	if (nlabels + 1 == MAX_LABELS)
		throw(IOR_DICT_FULL);
	return ++nlabels;
}

/* ?DUP in place, which leaves its item twice or once. */
static bool
after_qdup(void)
{
	const struct ir *p = &ir[nir > 4 ? nir - 4 : 0];

	return nir > 4 && p[0].op == I_SHUF && p[1].op == I_BZ &&
	       p[2].op == I_SHUF && p[3].op == I_LABEL &&
	       p[1].label == p[3].label && p[0].n == 1 && p[0].v == p[2].v &&
	       str_len((const char *)p[0].v) == 2;
}

/* Is what is recorded next out of reach, but for a label? */
bool
comp_dead(void)
{
	int i = nir - 1;

	while (i > 0 && (ir[i].op == I_PLACE || ir[i].op == I_END))
		i--;
	return i >= 0 && (ir[i].op == I_JMP || ir[i].op == I_EXIT);
}

/* A record that has to do with a label. */
struct ir *
comp_flow(int op, int label)
{
	if (op == I_BZ && optimising && after_qdup()) {
		nir -= 4;
		op = I_QBZ;
	}
	struct ir *p = record(op, 0, 0);
	p->label = (uint16_t)label;
	return p;
}

/* Words ------------------------------------------------------------------- */
static bool
can_fail(const struct ir *p, int n)
{
	for (; n--; p++)
		if (p->op == I_LOAD || p->op == I_STORE || p->op == I_CALL ||
			p->op == I_EXEC || p->op == I_INLINE ||
			(p->op == I_ALU2 && p->n == OP_DIV))
			return true;
	return false;
}

/* Is there room for n more records, with their labels and return stack? */
static bool
has_room(const struct ir *p, int n, int labels)
{
	int deepest = 0;

	for (int i = 0; i < n; i++)
		deepest = p[i].r > deepest ? p[i].r : deepest;
	return nir + n + 4 < MAX_IR && nlabels + labels + 2 < MAX_LABELS &&
	       rdepth + deepest + 2 < MAX_RETURN;
}

/* The records of w in place of a call. */
static void
put_inline(struct word *w, const struct ir *from, int n, int labels)
{
	bool again = from == once, marked = !again && can_fail(from, n);
	int first = nlabels, base_ = rdepth, end = first + labels + 1;
	bool used = false;

	nlabels = end;
	if (marked)
		record(I_INLINE, 0, (cell)w);
	for (int i = 0; i < n; i++) {
		if (from[i].op == I_PLACE && !marked && !again)
			continue;
		if (from[i].op == I_EXIT && i == n - 1)
			continue;
		struct ir *p = record(0, 0, 0);
		*p = from[i];
		p->r = (uint16_t)(p->r + base_);
		p->label = (uint16_t)(p->label ? p->label + first : 0);
		if (p->op >= I_RGET && p->op <= I_RADD)
			p->v += base_;
		if (p->op == I_EXIT) {
			p->op = I_JMP;
			p->label = (uint16_t)end;
			used = true;
		}
	}
	if (used)
		comp_flow(I_LABEL, end);
	if (marked)
		record(I_END, 0, 0);
}

void
comp_word(struct word *w)
{
	switch ((enum kind)w->kind) {
	case K_INLINE: comp_all(w->prim->inl); return;
	case K_CONSTANT: comp_lit(w->body); return;
	case K_VALUE:
	case K_DEFER:
		comp_lit((cell)&w->body);
		comp(I_LOAD, OP_LDC, 0);
		if (w->kind == K_DEFER)
			comp(I_EXEC, 0, 0);
		return;
	case K_CREATE: /* until another word follows, DOES> may change it */
		if (w == space.last)
			break;
		comp_lit(w->body);
		if (w->flags & F_DOES)
			comp_word(w->does);
		return;
	case K_PRIM:
	case K_COLON:
		if (w->ir && optimising &&
			has_room(w->ir, w->nir, w->nlabels)) {
			put_inline(w, w->ir, w->nir, w->nlabels);
			return;
		}
	}
	record(I_CALL, 0, (cell)w);
}

/* A word of the nucleus or of forth/core/. */
void
comp_named(const char *name)
{
	comp_word(dict_find_in(&forth_list, name, str_len(name)));
}

/* Keep the records of a short definition, so that it can be put in place. */
static void
keep_short(struct word *w)
{
	int n = 0;
	bool calls = false;

	for (int i = 0; i < nir; i++) {
		n += ir[i].op < I_PLACE;
		calls |= ir[i].op == I_CALL || ir[i].op == I_EXEC;
		if (ir[i].op == I_CALL && ir[i].v == (cell)w)
			return;
	}
	if (n > (calls ? SHORT_CALLER : SHORT) || nir > 2 * SHORT)
		return;
	w->ir = meta_alloc((size_t)nir * sizeof ir[0]);
	memcpy(w->ir, ir, (size_t)nir * sizeof ir[0]);
	w->nir = (uint8_t)nir;
	w->nlabels = (uint8_t)nlabels;
}

/* Put a short definition that calls itself into itself, while it stays small:
 * that saves calls, and each check of the stacks stands for several. */
static void
unroll(struct word *w)
{
	int n = nir, labels = nlabels, each = 0;

	for (int i = 0; i < n; i++)
		each += ir[i].op == I_CALL && ir[i].v == (cell)w;
	if (!each || n > SHORT)
		return;
	memcpy(once, ir, (size_t)n * sizeof ir[0]);
	for (int calls = each, before = 0;
		before < nir && nir + calls * n <= UNROLLED; calls *= each) {
		before = nir;
		struct ir *whole = &ir[MAX_IR - nir];
		int m = nir, was = rdepth;
		memmove(whole, ir, (size_t)m * sizeof ir[0]);
		nir = 0;
		for (int i = 0; i < m; i++) {
			rdepth = whole[i].r;
			if (whole[i].op == I_CALL && whole[i].v == (cell)w &&
				has_room(once, n, labels))
				put_inline(w, once, n, labels);
			else
				ir[nir++] = whole[i];
		}
		rdepth = was;
	}
}

/* The definition is complete: make its code. */
void
comp_finish(struct word *w, bool by_registers)
{
	if (optimising) {
		keep_short(w);
		unroll(w);
	}
	generate(w, by_registers);
}
