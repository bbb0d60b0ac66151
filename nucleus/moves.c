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
move(cell dst, const struct item *src, cell offset, bool in_frame)
{
	if (src->kind == V_REG && src->reg == dst && src->v == 0)
		return;
	moves[nmoves++] = (struct move){dst, *src, offset, in_frame};
}

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

/* The item of the data stack below k others. */
static struct item *
top(int k)
{
	return &at.vs[at.vn - 1 - k];
}

/* Making registers free can flush the very item in question. */
static void
settle_all(void)
{
	for (int k = 0; k < at.vn; k++) {
		if (!settled(top(k)))
			reserve(3);
		if (k < at.vn && !settled(top(k)))
			in_reg(top(k));
		busy = 0;
	}
	for (int i = 0; i < at.rn; i++) {
		if (!settled(&at.rs[i]))
			reserve(3);
		if (!settled(&at.rs[i]))
			in_reg(&at.rs[i]);
		busy = 0;
	}
}

/* Is this item as canonical() wants it? */
static bool
owned(const struct item *it, uint32_t avoid)
{
	return it->kind == V_MEM || it->fixed ||
	       (it->kind == V_REG && it->v == 0 && holders(it->reg) == 1 &&
		       !(avoid >> it->reg & 1));
}

static void
own_reg(struct item *it, uint32_t avoid)
{
	cell r;

	in_reg(it);
	if (holders(it->reg) > 1 || avoid >> it->reg & 1) {
		r = alloc_outside(avoid);
		if (r < 0 && holders(it->reg) > 1)
			r = alloc_outside(0);
		if (r < 0)
			return;
		emit(OP_MOV, r, it->reg, 0);
		it->reg = (uint8_t)r;
	}
}

static void
make_own(struct item *it, uint32_t avoid)
{
	if (!owned(it, avoid))
		own_reg(it, avoid);
	it->clean = 0;
	busy = 0;
}

/* Each item in a register of its own, outside of avoid if possible, with two
 * registers to spare; no constants but the limits of loops. */
void
canonical(uint32_t avoid)
{
	for (int k = 0; k < at.vn; k++) {
		if (!owned(top(k), avoid))
			reserve(3);
		if (k < at.vn)
			make_own(top(k), avoid);
	}
	for (int i = 0; i < at.rn; i++) {
		if (!owned(&at.rs[i], avoid))
			reserve(3);
		make_own(&at.rs[i], avoid);
	}
	reserve(2);
}

/* A register of an operand at work, out of those in m. */
static void
move_operand(uint8_t *r, uint32_t m, uint32_t *taken)
{
	struct item src = item_reg(*r);
	int k = 0;

	if (!(m >> *r & 1))
		return;
	while (k < isa_native.npool && *taken >> isa_native.pool[k] & 1)
		k++;
	if (k == isa_native.npool)
		throw(IOR_CONTROL);
	*r = isa_native.pool[k];
	*taken |= bit(*r);
	move(*r, &src, 0, false);
}

static void
move_operands(uint32_t m, const struct place *to)
{
	uint32_t taken = 0;

	for (int i = 0; i < to->vn; i++)
		taken |= mask_of(&to->vs[i]);
	for (int i = 0; i < to->rn; i++)
		taken |= mask_of(&to->rs[i]);
	for (int i = 0; i < nopn; i++)
		taken |= mask_of(&opn[i]);
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

/* The register that is written when an item goes from one place to another. */
static uint32_t
written(const struct item *from, const struct item *to)
{
	return from->kind == V_REG && from->v == 0 && to->kind == V_REG &&
			       from->reg == to->reg
		       ? 0
		       : mask_of(to);
}

/* Emit what turns the present place of all items into *to. */
void
become(const struct place *to)
{
	uint32_t m = 0;

	reshape(to);
	for (int i = 0; i < to->vn; i++)
		m |= written(&at.vs[i], &to->vs[i]);
	for (int i = 0; i < to->rn; i++)
		m |= written(&at.rs[i], &to->rs[i]);
	move_operands(m, to);
	for (int i = 0; i < to->vn; i++)
		move(to->vs[i].reg, &at.vs[i],
			(at.dsp - 1 - at.base - i) * CELL, false);
	for (int i = 0; i < to->rn; i++)
		if (to->rs[i].kind == V_REG)
			move(to->rs[i].reg, &at.rs[i],
				at.rs[i].kind == V_MEM ? slot(i) : 0, true);
	run_moves();
	dsp_to(at.base + to->dsp - to->base);
	memcpy(&at, to, offsetof(struct place, vs));
	memcpy(at.vs, to->vs, (size_t)to->vn * sizeof at.vs[0]);
	memcpy(at.rs, to->rs, (size_t)to->rn * sizeof at.rs[0]);
}

/* Calls ------------------------------------------------------------------- */
/* Item k of the window out of the registers in m; false if it was flushed. */
static bool
keep_item(struct item *it, uint32_t m)
{
	cell r;

	if (!(mask_of(it) & m))
		return true;
	if (count_free(held() | m) < 3 || (r = alloc_outside(m)) < 0)
		return false;
	if (it->kind == V_FLAG)
		compare(r, it);
	else
		add_const(r, it->reg, it->v);
	uint8_t clean = it->clean;
	*it = item_reg(r);
	it->clean = clean;
	return true;
}

/* Before a call that changes the registers in m and takes `args` items: all
 * other items go where they are safe. */
void
keep_outside(uint32_t m, int args)
{
	for (int i = 0; i < at.rn; i++)
		if (!keep_item(&at.rs[i], m))
			to_slot(i);
	for (int k = at.vn - 1; k >= args; k--)
		if (!keep_item(&at.vs[at.vn - 1 - k], m))
			while (at.vn > k)
				flush_deepest();
	while (count_free(held() | m) < 2 && spill_one(args))
		; /* the results must not take the last free registers */
}

/* The top n items into the first n registers of the pool; off the stack. */
void
args_to_pool(int n)
{
	for (int i = 1; i <= n; i++)
		if (!settled(&at.vs[at.vn - i])) {
			reserve(3);
			ensure(n);
			in_reg(&at.vs[at.vn - i]);
			busy = 0;
		}
	ensure(n);
	busy = 0;
	for (int i = 0; i < n; i++)
		move(isa_native.pool[i], &at.vs[at.vn - n + i], 0, false);
	run_moves();
	at.vn -= n;
}
