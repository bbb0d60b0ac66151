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

PRIM(p_if)
{
	forward(I_BZ);
	return sp;
}

PRIM(p_ahead)
{
	forward(I_JMP);
	return sp;
}

PRIM(p_then)
{
	struct cf c = cf_pop(ORIG);

	balanced(&c, 0);
	if (comp_dead() && !c.dead)
		rdepth = c.rdepth;
	comp_flow(I_LABEL, c.label);
	return sp;
}

PRIM(p_begin)
{
	int label = comp_new_label();

	cf_push(DEST, label);
	comp_flow(I_DEST, label);
	return sp;
}

PRIM(p_until)
{
	struct cf c = cf_pop(DEST);

	balanced(&c, 0);
	comp_flow(I_BZ, c.label);
	return sp;
}

PRIM(p_again)
{
	struct cf c = cf_pop(DEST);

	balanced(&c, 0);
	comp_flow(I_JMP, c.label);
	return sp;
}

/* Counted loops keep the limit and above it the index on the return stack. */
static void
begin_loop(int op)
{
	int label = comp_new_label(), leave = comp_new_label();

	cf_push(LOOP, label)->leave = (uint16_t)leave;
	comp_flow(op, label)->to = (uint16_t)(op == I_QDO ? leave : 0);
	rdepth += 2;
}

PRIM(p_do)
{
	begin_loop(I_DO);
	return sp;
}

PRIM(p_qdo)
{
	begin_loop(I_QDO);
	return sp;
}

PRIM(p_leave)
{
	for (int i = ncf; i-- > 0;)
		if (cf[i].kind == LOOP) {
			comp_flow(I_JMP, cf[i].leave);
			return sp;
		}
	throw(IOR_CONTROL);
}

static void
end_loop(int op)
{
	struct cf c = cf_pop(LOOP);
	cell step = 0;

	balanced(&c, 2);
	if (op == I_PLOOP && comp_take_lit(&step) && !step)
		comp_lit(0);
	struct ir *p = comp_flow(op, c.label);
	p->n = op == I_LOOP ? BY_ONE : step ? BY_CONSTANT : BY_ITEM;
	p->v = step;
	ir[c.at].n = p->n;
	comp_flow(I_LABEL, c.leave);
	rdepth = c.rdepth + 2;
	comp(I_RDROP, 0, 2);
}

PRIM(p_loop)
{
	end_loop(I_LOOP);
	return sp;
}

PRIM(p_ploop)
{
	end_loop(I_PLOOP);
	return sp;
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
