/* stack.c - where the items of both stacks are while code is generated. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

/* Positions count cells from the definition's entry. vs[i] is the item at
 * position base + i; deeper items are in memory. The DSP register points at
 * the cell of position dsp - 1, and dsp >= base always: what lies deeper is
 * safe from callees. The return stack is a frame of fixed slots. One register
 * is kept free, for moves. */
struct place at;
int frame;
bool frame_wanted;
uint32_t touched;
struct item opn[4]; /* what the operation at work has popped */
int nopn;
uint32_t busy; /* registers given out to the operation at work */

uint32_t
mask_of(const struct item *it)
{
	uint32_t m = it->kind == V_REG || it->kind == V_FLAG ? bit(it->reg) : 0;

	return it->kind == V_FLAG && it->reg2 != NO_REG ? m | bit(it->reg2) : m;
}

/* How many items hold register r. */
int
holders(cell r)
{
	int n = 0;

	for (int i = 0; i < at.vn; i++)
		n += (int)(mask_of(&at.vs[i]) >> r & 1);
	for (int i = 0; i < at.rn; i++)
		n += (int)(mask_of(&at.rs[i]) >> r & 1);
	for (int i = 0; i < nopn; i++)
		n += (int)(mask_of(&opn[i]) >> r & 1);
	return n;
}

uint32_t
held_by(const struct place *p)
{
	uint32_t m = 0;

	for (int i = 0; i < p->vn; i++)
		m |= mask_of(&p->vs[i]);
	for (int i = 0; i < p->rn; i++)
		m |= mask_of(&p->rs[i]);
	return m;
}

uint32_t
held_by_operands(void)
{
	uint32_t m = busy;

	for (int i = 0; i < nopn; i++)
		m |= mask_of(&opn[i]);
	return m;
}

static uint32_t
held(void)
{
	return held_by(&at) | held_by_operands();
}

void
copy_place(struct place *to, const struct place *from)
{
	memcpy(to, from, offsetof(struct place, vs));
	memcpy(to->vs, from->vs, (size_t)from->vn * sizeof from->vs[0]);
	memcpy(to->rs, from->rs, (size_t)from->rn * sizeof from->rs[0]);
}

void
stack_begin(void)
{
	memset(&at, 0, sizeof at);
	nopn = 0;
	busy = 0;
	touched = 0;
}

/* The operation at work is through. */
void
done(void)
{
	nopn = 0;
	busy = 0;
}

struct item
item_const(cell v)
{
	return (struct item){.kind = V_CONST, .v = v};
}

struct item
item_reg(cell r)
{
	return (struct item){.kind = V_REG, .reg = (uint8_t)r};
}

/* Registers --------------------------------------------------------------- */
int
count_free(uint32_t m)
{
	int n = 0;

	for (int i = 0; i < isa_native.npool; i++)
		n += !(m >> isa_native.pool[i] & 1);
	return n;
}

/* A register of the pool that is not in m, or -1. */
cell
pool_outside(uint32_t m)
{
	for (int i = 0; i < isa_native.npool; i++)
		if (!(m >> isa_native.pool[i] & 1))
			return isa_native.pool[i];
	return -1;
}

/* One that nothing holds, for a moment only: one is always free. */
cell
spare(void)
{
	cell r = pool_outside(held());

	if (r < 0)
		throw(IOR_CONTROL);
	touched |= bit(r);
	return r;
}

void
load_const(cell r, cell v)
{
	emit(OP_LIT, r, v, 0);
}

/* d = r + v */
void
add_const(cell d, cell r, cell v)
{
	if (v == 0) {
		if (d != r)
			emit(OP_MOV, d, r, 0);
	} else if (op_can(OP_ADDI, d, r, v)) {
		emit(OP_ADDI, d, r, v);
	} else {
		cell t = d == r ? spare() : d;
		load_const(t, v);
		emit(OP_ADD, d, r, t);
	}
}

void
dsp_to(cell p)
{
	add_const(isa_native.dsp, isa_native.dsp, (at.dsp - p) * CELL);
	at.dsp = p;
}

/* The offset of a slot of the frame. */
cell
slot(cell pos)
{
	if (pos < frame)
		return (frame - 1 - pos) * CELL;
	frame_wanted = true; /* generate() will begin again */
	return 0;
}

/* The item's value in some register, perhaps the spare one. */
cell
peek_reg(const struct item *it)
{
	if (it->kind == V_REG && it->v == 0)
		return it->reg;
	cell r = spare();
	if (it->kind == V_CONST)
		load_const(r, it->v);
	else if (it->kind == V_REG)
		add_const(r, it->reg, it->v);
	else
		compare(r, it);
	return r;
}

/* Store the deepest item of the window into its cell. */
void
flush_deepest(void)
{
	struct item it = at.vs[0];

	if (at.dsp < at.base + at.vn)
		dsp_to(at.base + at.vn);
	if (!it.clean)
		emit(OP_STC, peek_reg(&it), isa_native.dsp,
			(at.dsp - 1 - at.base) * CELL);
	at.base++;
	memmove(&at.vs[0], &at.vs[1], (size_t)--at.vn * sizeof at.vs[0]);
}

void
flush_data(void)
{
	while (at.vn)
		flush_deepest();
}

/* Put the item at position pos of the return stack into its slot. */
void
to_slot(int pos)
{
	struct item *it = &at.rs[pos];

	if (it->kind == V_MEM)
		return;
	if (!it->clean)
		emit(OP_RST, peek_reg(it), slot(pos), 0);
	it->kind = V_MEM;
}

/* All of the return stack that is in registers goes to its slots. */
void
flush_return(bool constants)
{
	for (int i = 0; i < at.rn; i++)
		if (at.rs[i].kind != V_CONST || (constants && !at.rs[i].fixed))
			to_slot(i);
}

/* Put an item that has a register in *p into memory, but of the data stack's
 * top `keep` none; if not `any`, one that is not given a register yet goes
 * first. False if there is none. */
bool
spill_one(const struct place *p, int keep, bool any)
{
	int best = -1;

	for (int i = p->rn; i-- > 0;)
		if ((p->rs[i].kind == V_REG || p->rs[i].kind == V_FLAG) &&
			(best < 0 || any || p->rs[i].reg == NO_REG ||
				p->rs[best].reg != NO_REG))
			best = i;
	if (best >= 0)
		to_slot(best);
	else if (at.vn > keep)
		flush_deepest();
	else
		return false;
	return true;
}

/* Make at least n registers free. */
void
reserve(int n)
{
	while (count_free(held()) < n && spill_one(&at, 0, true))
		;
}

cell
alloc(void)
{
	reserve(2);
	cell r = spare();
	busy |= bit(r);
	return r;
}

/* Nothing but this one item needs r. */
bool
dying(cell r)
{
	return holders(r) <= 1;
}

/* d = 0 or -1 */
void
compare(cell d, const struct item *it)
{
	static const uint8_t plain[] = {
		OP_EQ, OP_NE, OP_LT, OP_LT, OP_ULT, OP_ULT};
	int op = plain[it->cond - OP_BEQ];
	bool invert = it->cond == OP_BGE || it->cond == OP_BUGE;
	cell b = it->reg2;

	if (b == NO_REG && it->v == 0 && op == OP_LT) {
		emit(OP_SARI, d, it->reg, CELL_BITS - 1);
	} else if (b == NO_REG && it->v == 0 && op <= OP_NE &&
		   op_can(OP_EQZ, d, it->reg, 0)) {
		emit(OP_EQZ, d, it->reg, 0);
		invert = op == OP_NE;
	} else {
		if (b == NO_REG) {
			uint32_t was = busy;
			busy |= bit(d);
			b = d == it->reg ? spare() : d;
			busy = was;
			load_const(b, it->v);
		}
		emit(op, d, it->reg, b);
	}
	if (invert)
		emit(OP_NOT, d, d, 0);
}

/* Bring an item into a register of its own or shared, without addend. A caller
 * with an item of at.vs must have made registers free. */
cell
in_reg(struct item *it)
{
	cell d;

	if (it->kind == V_REG && it->v == 0)
		return it->reg;
	d = it->kind == V_REG && dying(it->reg) ? it->reg : -1;
	if (d < 0)
		d = alloc();
	touched |= bit(d);
	if (it->kind == V_CONST)
		load_const(d, it->v);
	else if (it->kind == V_REG)
		add_const(d, it->reg, it->v);
	else
		compare(d, it);
	*it = item_reg(d);
	return d;
}

/* Data stack -------------------------------------------------------------- */
/* Flags among the top n items become numbers. */
static void
settle_flags(int n)
{
	uint32_t was = busy;

	for (int i = 1; i <= n; i++) {
		if (i <= at.vn && at.vs[at.vn - i].kind == V_FLAG)
			reserve(3);
		if (i <= at.vn && at.vs[at.vn - i].kind == V_FLAG)
			in_reg(&at.vs[at.vn - i]);
		busy = was;
	}
}

/* At least n items in the window. A flag may need two registers: where there
 * are few, only numbers find room together. */
void
ensure(int n)
{
	if (2 * n > isa_native.npool)
		settle_flags(n);
	while (at.vn < n) {
		cell r = alloc();
		emit(OP_LDC, r, isa_native.dsp, (at.dsp - at.base) * CELL);
		memmove(&at.vs[1], &at.vs[0],
			(size_t)at.vn++ * sizeof at.vs[0]);
		at.base--;
		at.vs[0] = item_reg(r);
		at.vs[0].clean = true;
		busy &= ~bit(r);
	}
}

/* An item that is not on a stack, held until done(). */
struct item *
operand(struct item it)
{
	opn[nopn] = it;
	return &opn[nopn++];
}

struct item *
pop_item(void)
{
	ensure(1);
	at.vn--;
	at.vs[at.vn].clean = false;
	return operand(at.vs[at.vn]);
}

void
push_item(struct item it)
{
	if (at.vn == MAX_WINDOW)
		flush_deepest();
	at.vs[at.vn++] = it;
}

/* Rearrange the top `in` items; `out` names the result, 'a' the deepest. */
void
shuffle(int in, const char *out)
{
	struct item t[8];

	if ((int)str_len(out) > in)
		settle_flags(in); /* a copy of one would be made twice */
	ensure(in);
	while (at.vn > in && at.vn - in + (int)str_len(out) > MAX_WINDOW)
		flush_deepest();
	at.vn -= in;
	memcpy(t, &at.vs[at.vn], (size_t)in * sizeof t[0]);
	for (int k = 0; out[k]; k++) {
		struct item *to = &at.vs[at.vn++];
		*to = t[out[k] - 'a'];
		to->clean &= out[k] - 'a' == k;
	}
}

/* Return stack ------------------------------------------------------------ */
/* A loop's limit that a branch can compare with stays a number. */
void
return_push(struct item it, bool limit)
{
	if (at.rn == MAX_RETURN)
		throw(IOR_DICT_FULL);
	it.fixed = limit && it.kind == V_CONST &&
		   op_can(OP_BNEI, isa_native.pool[0], it.v, (cell)space.code);
	at.rs[at.rn++] = it;
}

/* A copy of the item at pos, which stays; not in memory. */
struct item
return_get(cell pos)
{
	if (pos < 0 || pos >= at.rn)
		throw(IOR_RSTACK_UNDER);
	struct item *it = &at.rs[pos];
	if (it->kind == V_MEM) {
		cell r = alloc();
		emit(OP_RLD, r, slot(pos), 0);
		*it = item_reg(r);
		it->clean = 1;
	} else if (it->kind == V_FLAG) {
		reserve(3);
		if (it->kind == V_MEM)
			return return_get(pos);
		in_reg(it);
	}
	struct item copy = *it;
	copy.clean = copy.fixed = 0;
	return copy;
}
