/* control.c - compiling control structures. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

enum {
	CF_MAX = 32,
	LEAVES = 32,
	ORIG = 1,
	DEST,
	LOOP
};
/* A branch not yet resolved (orig), a place to go back to (dest), a loop. */
static struct cf {
	uint8_t kind, op, reg, leaves;
	int rdepth;
	char *at;
} cf[CF_MAX];
static int ncf;
static char *leave_at[LEAVES];
static int nleaves;

void
control_reset(void)
{
	ncf = 0;
	nleaves = 0;
}

/* Nothing may be open at the end of a definition. */
void
control_check(void)
{
	if (ncf || nleaves)
		throw(IOR_CONTROL);
}

static void
cf_push(uint8_t kind, uint8_t op, cell reg)
{
	if (ncf == CF_MAX)
		throw(IOR_CONTROL);
	cf[ncf++] = (struct cf){.kind = kind,
		.op = op,
		.reg = (uint8_t)reg,
		.leaves = (uint8_t)nleaves,
		.rdepth = rdepth,
		.at = space.code};
}

static struct cf
cf_pop(uint8_t kind)
{
	if (!ncf || cf[ncf - 1].kind != kind)
		throw(IOR_CONTROL);
	return cf[--ncf];
}

static void
branch(int op, cell reg, const char *target, char *at)
{
	if (op == OP_JMP)
		emit_at(at, op, (cell)target, 0, 0);
	else
		emit_at(at, op, reg, (cell)target, 0);
}

static void
back(int op, cell reg, const char *target)
{
	if (op == OP_JMP)
		emit(op, (cell)target, 0, 0);
	else
		emit(op, reg, (cell)target, 0);
}

/* A forward branch: its target is filled in by resolve(). */
static void
forward(int op, cell reg)
{
	cf_push(ORIG, (uint8_t)op, reg);
	back(op, reg, space.code);
}

static void
resolve(const struct cf *c)
{
	branch(c->op, c->reg, space.code, c->at);
}

/* Flush everything but the top item, which goes to a register. */
static cell
flag_reg(void)
{
	cell r = comp_pop_reg();

	comp_flush();
	comp_release();
	return r;
}

PRIM(p_if)
{
	forward(OP_BZ, flag_reg());
	return sp;
}

PRIM(p_ahead)
{
	comp_flush();
	forward(OP_JMP, 0);
	return sp;
}

PRIM(p_then)
{
	comp_flush();
	struct cf c = cf_pop(ORIG);
	resolve(&c);
	rdepth = c.rdepth;
	return sp;
}

PRIM(p_begin)
{
	comp_flush();
	cf_push(DEST, 0, 0);
	emit(OP_CHECK, 0, 0, 0);
	return sp;
}

PRIM(p_until)
{
	cell r = flag_reg();

	back(OP_BZ, r, cf_pop(DEST).at);
	return sp;
}

PRIM(p_again)
{
	comp_flush();
	back(OP_JMP, 0, cf_pop(DEST).at);
	return sp;
}

/* Counted loops keep the limit and above it the index on the return stack. */
static void
leave_from(int op, cell reg)
{
	if (nleaves == LEAVES)
		throw(IOR_CONTROL);
	forward(op, reg);
	leave_at[nleaves++] = cf[--ncf].at;
}

PRIM(p_do)
{
	c_swap();
	comp_rpush();
	comp_rpush();
	comp_flush();
	cf_push(LOOP, 0, 0);
	emit(OP_CHECK, 0, 0, 0);
	return sp;
}

PRIM(p_qdo)
{
	int before = nleaves;

	c_2dup();
	c_swap();
	comp_rpush();
	comp_rpush();
	c_ne();
	cell r = flag_reg();
	forward(OP_BNZ, r);
	struct cf into = cf_pop(ORIG);
	leave_from(OP_JMP, 0);
	resolve(&into);
	cf_push(LOOP, 0, 0);
	cf[ncf - 1].leaves = (uint8_t)before;
	emit(OP_CHECK, 0, 0, 0);
	return sp;
}

PRIM(p_leave)
{
	comp_flush();
	leave_from(OP_JMP, 0);
	return sp;
}

static void
end_loop(int op, cell reg)
{
	struct cf c = cf_pop(LOOP);

	back(op, reg, c.at);
	while (nleaves > c.leaves)
		branch(OP_JMP, 0, space.code, leave_at[--nleaves]);
	rdepth = c.rdepth;
	comp_rdrop(2);
}

PRIM(p_loop)
{
	c_i();
	c_1plus();
	c_dup();
	comp_rstore(0);
	comp_rload(1);
	c_eq();
	end_loop(OP_BZ, flag_reg());
	return sp;
}

/* The index crosses the boundary below the limit exactly if, for
 * x = index - limit, x and x + n differ in sign and x and n do as well. */
PRIM(p_ploop)
{
	c_i();
	comp_rload(1);
	c_sub(); /* n x */
	c_2dup();
	c_add(); /* n x y */
	c_over();
	c_xor(); /* n x y^x */
	c_rot();
	c_dup(); /* x y^x n n */
	c_i();
	c_add();
	comp_rstore(0); /* x y^x n */
	c_rot();
	c_xor(); /* y^x n^x */
	c_and();
	c_0lt();
	end_loop(OP_BZ, flag_reg());
	return sp;
}

PRIM(p_cs_roll)
{
	if (sp[0] < 0 || sp[0] >= ncf)
		throw(IOR_CONTROL);
	struct cf *p = &cf[ncf - 1 - sp[0]], t = *p;
	memmove(p, p + 1, (size_t)sp[0] * sizeof *p);
	cf[ncf - 1] = t;
	return sp + 1;
}
