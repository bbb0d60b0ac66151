/* moves.c - many items change place at once: at labels and calls. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

static struct move {
	cell dst;
	struct item src;
	cell offset; /* of V_MEM */
	bool slot;   /* in the frame */
} moves[MAX_WINDOW + MAX_RETURN + 4];
static int nmoves;

static void
make_move(const struct move *m)
{
	touched |= bit(m->dst);
	if (m->src.kind == V_CONST)
		load_const(m->dst, m->src.v);
	else if (m->src.kind == V_REG)
		add_const(m->dst, m->src.reg, m->src.v);
	else if (m->slot)
		emit(OP_RLD, m->dst, m->offset, 0);
	else
		emit(OP_LDC, m->dst, isa_native.dsp, m->offset);
}

/* Exchange two registers, so that move m finds its source in place. */
static void
break_cycle(const struct move *m)
{
	cell a = m->dst, b = m->src.reg;

	emit(OP_XOR, a, a, b);
	emit(OP_XOR, b, b, a);
	emit(OP_XOR, a, a, b);
	touched |= bit(a) | bit(b);
	for (int i = 0; i < nmoves; i++) {
		struct item *s = &moves[i].src;
		if (s->kind == V_REG)
			s->reg = (uint8_t)(s->reg == a   ? b
					   : s->reg == b ? a
							 : s->reg);
	}
}

static bool
blocked(int k)
{
	for (int i = 0; i < nmoves; i++)
		if (i != k && mask_of(&moves[i].src) >> moves[k].dst & 1)
			return true;
	return false;
}

static void
run_moves(void)
{
	while (nmoves) {
		int k = 0;
		while (k < nmoves && blocked(k))
			k++;
		if (k == nmoves) {
			break_cycle(&moves[0]);
			continue;
		}
		if (!(moves[k].src.kind == V_REG && moves[k].src.v == 0 &&
			    moves[k].src.reg == moves[k].dst))
			make_move(&moves[k]);
		moves[k] = moves[--nmoves];
	}
}

/* Flags, and sums too big for one operation, go to registers. */
static bool
settled(const struct item *it)
{
	return it->kind != V_FLAG &&
	       (it->kind != V_REG || op_can(OP_ADDI, it->reg, it->reg, it->v));
}

/* Item k of a place: the data stack from its top, then the return stack. */
static struct item *
nth(struct place *p, int k)
{
	return k < p->vn ? &p->vs[p->vn - 1 - k] : &p->rs[k - p->vn];
}

/* Making registers free can flush the very item in question. */
static void
settle_all(void)
{
	for (int k = 0; k < at.vn + at.rn; k++) {
		if (settled(nth(&at, k)))
			continue;
		reserve(3);
		if (k < at.vn + at.rn && !settled(nth(&at, k)))
			in_reg(nth(&at, k));
		busy = 0;
		k = -1; /* they may have other numbers now */
	}
}

/* A register of an operand at work, out of those in m. */
static void
move_operand(uint8_t *r, uint32_t m, uint32_t *taken)
{
	struct item src = item_reg(*r);
	cell to = pool_outside(*taken);

	if (!(m >> *r & 1))
		return;
	if (to < 0)
		throw(IOR_CONTROL);
	*r = (uint8_t)to;
	*taken |= bit(to);
	moves[nmoves++] = (struct move){to, src, 0, false};
}

/* The operands at work out of the way of all moves to *to. */
static void
move_operands(const struct place *to)
{
	uint32_t m = 0, taken = held_by(to) | held_by_operands();

	for (int i = 0; i < nmoves; i++)
		m |= bit(moves[i].dst);
	for (int i = 0; i < nopn; i++) {
		if (mask_of(&opn[i]))
			move_operand(&opn[i].reg, m, &taken);
		if (opn[i].kind == V_FLAG && opn[i].reg2 != NO_REG)
			move_operand(&opn[i].reg2, m, &taken);
	}
}

/* Data window and frame of the same shape as those of *to. */
static void
reshape(const struct place *to)
{
	settle_all();
	while (at.vn > to->vn)
		flush_deepest();
	while (at.vn < to->vn) {
		memmove(&at.vs[1], &at.vs[0],
			(size_t)at.vn++ * sizeof at.vs[0]);
		at.vs[0] = (struct item){.kind = V_MEM};
		at.base--;
	}
	for (; at.rn < to->rn; at.rn++)
		at.rs[at.rn] = (struct item){.kind = V_MEM};
	for (int i = 0; i < to->rn; i++)
		if (to->rs[i].kind == V_MEM)
			to_slot(i);
}

static void
move_item(const struct item *from, const struct item *to, cell offset,
	bool in_frame)
{
	if (to->kind == V_REG && (from->kind != V_REG || from->reg != to->reg ||
					 from->v != to->v))
		moves[nmoves++] =
			(struct move){to->reg, *from, offset, in_frame};
}

/* Emit what turns the present place of all items into *to. There an item is in
 * memory, in a register without addend, or as it is now. */
void
become(const struct place *to)
{
	reshape(to);
	for (int i = 0; i < to->vn; i++)
		move_item(&at.vs[i], &to->vs[i],
			(at.dsp - 1 - at.base - i) * CELL, false);
	for (int i = 0; i < to->rn; i++)
		move_item(&at.rs[i], &to->rs[i],
			at.rs[i].kind == V_MEM ? slot(i) : 0, true);
	move_operands(to);
	run_moves();
	dsp_to(at.base + to->dsp - to->base);
	copy_place(&at, to);
}

/* Planning ---------------------------------------------------------------- */
/* In *p, mark with NO_REG each item but the top `args` that needs another
 * register: since its own is to be avoided, or it shall have one of its own.
 * How many; *used: the registers of the others. */
static int
mark(struct place *p, uint32_t avoid, int args, bool own, uint32_t *used)
{
	int n = 0;

	for (int k = args; k < p->vn + p->rn; k++) {
		struct item *it = nth(p, k);
		if (it->kind == V_MEM || it->fixed ||
			(it->kind == V_CONST && !own))
			continue;
		it->clean &= !own;
		if (own)
			it->v = 0;
		if (it->kind == V_CONST ||
			(avoid | (own ? *used : 0)) >> it->reg & 1) {
			it->kind = V_REG;
			it->reg = NO_REG;
			it->v = 0;
			n++;
		} else {
			*used |= bit(it->reg);
		}
	}
	return n;
}

/* Bring all items out of the registers in avoid, and the top `args` into the
 * first ones of the pool. With `own`, each item gets a register of its own,
 * which may be one of avoid if there are no others; only the limits of loops
 * stay numbers. Two registers remain free. */
static void
arrange(uint32_t avoid, int args, bool own)
{
	struct place p;
	uint32_t used;
	int n;

	settle_all();
	ensure(args);
	busy = 0;
	do {
		copy_place(&p, &at);
		used = 0;
		n = mark(&p, avoid, args, own, &used);
		used |= held_by_operands();
	} while (n > count_free(used | (own ? 0 : avoid)) - 2 &&
		 spill_one(&p, args, own));
	for (int k = args; k < p.vn + p.rn; k++) {
		struct item *it = nth(&p, k);
		if (it->kind != V_REG || it->reg != NO_REG)
			continue;
		cell r = pool_outside(used | avoid);
		it->reg = (uint8_t)(r < 0 ? pool_outside(used) : r);
		used |= bit(it->reg);
	}
	for (int k = 0; k < args; k++)
		*nth(&p, k) = item_reg(isa_native.pool[args - 1 - k]);
	become(&p);
}

/* For labels: each item in a register of its own, or in memory. */
void
canonical(uint32_t avoid)
{
	arrange(avoid, 0, true);
}

/* Before a call that changes the registers in m: its arguments in the first
 * registers of the pool and off the stack, all others where they are safe. */
void
pass_arguments(uint32_t m, int args)
{
	arrange(m, args, false);
	at.vn -= args;
}
