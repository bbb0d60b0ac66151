/* control.c - compiling control structures. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

enum {
	CF_MAX = 256,
	ORIG = 1,
	DEST,
	LOOP
};
/* A branch not yet resolved (orig), a place to go back to (dest), a loop. */
static struct cf {
	uint8_t kind;
	bool dead;             /* an orig that control does not get to */
	uint16_t label, leave; /* leave: label after the loop */
	int rdepth, at;        /* at: record of the DO */
} cf[CF_MAX];
static int ncf;

void
control_reset(void)
{
	ncf = 0;
}

/* Nothing may be open at the end of a definition. */
void
control_check(void)
{
	if (ncf)
		throw(IOR_CONTROL);
}

static struct cf *
cf_push(uint8_t kind, int label)
{
	if (ncf == CF_MAX)
		throw(IOR_CONTROL);
	cf[ncf] = (struct cf){.kind = kind,
		.label = (uint16_t)label,
		.rdepth = rdepth,
		.at = nir};
	return &cf[ncf++];
}

static struct cf
cf_pop(uint8_t kind)
{
	if (!ncf || cf[ncf - 1].kind != kind)
		throw(IOR_CONTROL);
	return cf[--ncf];
}

/* Control comes here with as many cells on the return stack as it had there. */
static void
balanced(const struct cf *c, int cells)
{
	if (!comp_dead() && !c->dead && rdepth != c->rdepth + cells)
		throw(IOR_RSTACK_BALANCE);
}

static void
forward(int op)
{
	int label = comp_new_label();
	bool gone = comp_dead();

	comp_flow(op, label);
	cf_push(ORIG, label)->dead = gone;
}

static void
then(void)
{
	struct cf c = cf_pop(ORIG);

	balanced(&c, 0);
	if (comp_dead() && !c.dead)
		rdepth = c.rdepth;
	comp_flow(I_LABEL, c.label);
}

static void
begin(void)
{
	int label = comp_new_label();

	cf_push(DEST, label);
	comp_flow(I_DEST, label);
}

static void
backward(int op)
{
	struct cf c = cf_pop(DEST);

	balanced(&c, 0);
	comp_flow(op, c.label);
}

/* Counted loops ----------------------------------------------------------- */
/* The index is on top of the return stack. Below it is the limit, or, if +LOOP
 * ends the loop, x = index - limit: adding step to x carries (or, if it is
 * negative, borrows) just when the index crosses the limit. If the step is not
 * known x has its sign bit turned round, and it is a signed overflow. */
static const struct ir do_[] = {
	SHUF(2, ba), {.op = I_RPUSH, .n = true}, RPUSH, END};
static const struct ir question[] = {SHUF(2, abab), CMP(NE), SHUF(3, cab), END};
static const struct ir reached[] = {RTOP(0), RTOP(1), CMP(EQ), END};
static const struct ir difference[] = {
	SHUF(2, bba), ALU2(SUB), LIT(0), ALU2(ADD)};

static void
begin_loop(bool skips)
{
	int label = comp_new_label(), leave = comp_new_label();

	if (skips)
		comp_all(question);
	struct cf *c = cf_push(LOOP, label);
	c->leave = (uint16_t)leave;
	comp_all(do_);
	if (skips)
		comp_flow(I_BZ, leave);
	comp_flow(I_DEST, label)->n = true;
}

static void
leave(void)
{
	for (int i = ncf; i-- > 0;)
		if (cf[i].kind == LOOP) {
			comp_flow(I_JMP, cf[i].leave);
			return;
		}
	throw(IOR_CONTROL);
}

/* The loop that began at record `first` is one for +LOOP: its x grows by turned
 * less than index - limit. */
static void
count_difference(int first, cell turned)
{
	for (int i = 0; i < 3; i++) /* room */
		comp_lit(turned);
	memmove(&ir[first + 4], &ir[first + 1],
		(size_t)(nir - first - 4) * sizeof ir[0]);
	memcpy(&ir[first], difference, sizeof difference);
	for (int i = 0; i < 4; i++)
		ir[first + i].r = ir[first + 4].r;
	ir[first + 2].v = turned;
	ir[first + 4].n = false;
}

static void
end_loop(bool by_one)
{
	struct cf c = cf_pop(LOOP);
	cell step = 0;
	int branch_ = I_BZ;

	balanced(&c, 2);
	rdepth = c.rdepth + 2;
	if (!by_one && comp_take_lit(&step) && !step)
		comp_lit(0);
	if (by_one) {
		comp_lit(1);
		comp(I_RADD, 0, rdepth - 1);
		comp_all(reached);
	} else if (step) {
		count_difference(c.at, 0);
		for (int under = 0; under < 2; under++) {
			comp_lit(step);
			comp(I_RADD, 0, rdepth - 1 - under);
		}
		comp(I_RTOP, 0, 1);
		comp_lit(step);
		comp(I_CMP, step > 0 ? OP_BULT : OP_BUGE, 0);
	} else {
		count_difference(c.at, (cell)((ucell)1 << (CELL_BITS - 1)));
		comp(I_SHUF, 1, (cell) "aa");
		comp(I_RADD, 0, rdepth - 1);
		branch_ = I_PLOOP;
	}
	comp_flow(branch_, c.label);
	comp_flow(I_LABEL, c.leave);
	comp(I_RDROP, 0, 2);
}

static struct cf *
cf_item(cell u)
{
	if (u < 0 || u >= ncf)
		throw(IOR_CONTROL);
	return &cf[ncf - 1 - u];
}

PRIM(p_cs_roll)
{
	struct cf *p = cf_item(sp[0]), t = *p;

	memmove(p, p + 1, (size_t)sp[0] * sizeof *p);
	cf[ncf - 1] = t;
	return sp + 1;
}

PRIM(p_cs_pick)
{
	struct cf t = *cf_item(sp[0]);

	if (t.kind != DEST || ncf == CF_MAX)
		throw(IOR_CONTROL);
	cf[ncf++] = t;
	return sp + 1;
}

/* clang-format off */
DOES(p_if, 0, forward(I_BZ))
DOES(p_ahead, 0, forward(I_JMP))
DOES(p_then, 0, then())
DOES(p_begin, 0, begin())
DOES(p_until, 0, backward(I_BZ))
DOES(p_again, 0, backward(I_JMP))
DOES(p_do, 0, begin_loop(false))
DOES(p_qdo, 0, begin_loop(true))
DOES(p_leave, 0, leave())
DOES(p_loop, 0, end_loop(true))
DOES(p_ploop, 0, end_loop(false))
/* clang-format on */
