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
static struct item opn[4]; /* what the operation at work has popped */
static int nopn;
static uint32_t busy; /* registers given out to the operation at work */

enum {
	CELL = sizeof(cell)
};

static uint32_t
bit(cell r)
{
	return (uint32_t)1 << r;
}

static uint32_t
mask_of(const struct item *it)
{
	uint32_t m = it->kind == V_REG || it->kind == V_FLAG ? bit(it->reg) : 0;

	return it->kind == V_FLAG && it->reg2 != NO_REG ? m | bit(it->reg2) : m;
}

/* How many items hold register r. */
static int
holders(cell r)
{
	int n = 0;

	for (int i = 0; i < at.vn; i++)
		n += mask_of(&at.vs[i]) >> r & 1;
	for (int i = 0; i < at.rn; i++)
		n += mask_of(&at.rs[i]) >> r & 1;
	for (int i = 0; i < nopn; i++)
		n += mask_of(&opn[i]) >> r & 1;
	return n;
}

static uint32_t
held(void)
{
	uint32_t m = busy;

	for (int i = 0; i < at.vn; i++)
		m |= mask_of(&at.vs[i]);
	for (int i = 0; i < at.rn; i++)
		m |= mask_of(&at.rs[i]);
	for (int i = 0; i < nopn; i++)
		m |= mask_of(&opn[i]);
	return m;
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
	return (struct item){.kind = V_CONST, .home = NO_HOME, .v = v};
}

struct item
item_reg(cell r)
{
	return (struct item){
		.kind = V_REG, .reg = (uint8_t)r, .home = NO_HOME};
}

/* Registers --------------------------------------------------------------- */
static int
count_free(uint32_t m)
{
	int n = 0;

	for (int i = 0; i < isa_native.npool; i++)
		n += !(m >> isa_native.pool[i] & 1);
	return n;
}

/* A register that nothing holds and that is not in m, or -1. */
cell
alloc_outside(uint32_t m)
{
	m |= held();
	for (int i = 0; i < isa_native.npool; i++)
		if (!(m >> isa_native.pool[i] & 1)) {
			touched |= bit(isa_native.pool[i]);
			return isa_native.pool[i];
		}
	return -1;
}

/* The one that is always free: for a moment only. */
static cell
spare(void)
{
	cell r = alloc_outside(0);

	if (r < 0)
		throw(IOR_CONTROL);
	return r;
}

void
load_const(cell r, cell v)
{
	emit(OP_LIT, r, v, 0);
}

/* d = r + v */
static void
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

static void
forget_home(cell pos)
{
	for (int i = 0; i < at.vn; i++)
		if (at.vs[i].home == pos)
			at.vs[i].home = NO_HOME;
	for (int i = 0; i < at.rn; i++)
		if (at.rs[i].home == pos)
			at.rs[i].home = NO_HOME;
	for (int i = 0; i < nopn; i++)
		if (opn[i].home == pos)
			opn[i].home = NO_HOME;
}

static void compare(cell d, const struct item *it);

/* The item's value in some register, perhaps the spare one. */
static cell
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
	if (it.home != at.base) {
		emit(OP_STC, peek_reg(&it), isa_native.dsp,
			(at.dsp - 1 - at.base) * CELL);
		forget_home(at.base);
	}
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
static void
to_slot(int pos)
{
	struct item *it = &at.rs[pos];

	if (it->kind == V_MEM)
		return;
	if (!it->clean)
		emit(OP_RST, peek_reg(it), slot(pos), 0);
	it->kind = V_MEM;
	it->home = NO_HOME;
}

/* All of the return stack that is in registers goes to its slots. */
void
flush_return(bool constants)
{
	for (int i = 0; i < at.rn; i++)
		if (at.rs[i].kind != V_CONST ||
			(constants && !at.rs[i].fixed))
			to_slot(i);
}

/* Put one item that is in a register into memory, but of the data stack's top
 * `keep` none; false if there is no other. */
static bool
spill_one(int keep)
{
	int i = 0;

	while (i < at.rn && !mask_of(&at.rs[i]))
		i++;
	if (i < at.rn)
		to_slot(i);
	else if (at.vn > keep)
		flush_deepest();
	else
		return false;
	return true;
}

/* Make at least n registers free. */
static void
reserve(int n)
{
	while (count_free(held()) < n && spill_one(0))
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
static void
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
			busy |= bit(d);
			b = d == it->reg ? spare() : d;
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
/* At least n items in the window. */
void
ensure(int n)
{
	while (at.vn < n) {
		cell r = alloc();
		emit(OP_LDC, r, isa_native.dsp, (at.dsp - at.base) * CELL);
		memmove(&at.vs[1], &at.vs[0],
			(size_t)at.vn++ * sizeof at.vs[0]);
		at.base--;
		at.vs[0] = item_reg(r);
		at.vs[0].home = (int16_t)at.base;
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

	ensure(in);
	for (int i = 1; i <= in && (int)str_len(out) > in; i++) {
		if (at.vs[at.vn - i].kind != V_FLAG)
			continue; /* a copy of a flag would be made twice */
		reserve(3);
		ensure(in);
		if (at.vs[at.vn - i].kind == V_FLAG)
			in_reg(&at.vs[at.vn - i]);
	}
	ensure(in);
	while (at.vn > in && at.vn - in + (int)str_len(out) > MAX_WINDOW)
		flush_deepest();
	at.vn -= in;
	memcpy(t, &at.vs[at.vn], (size_t)in * sizeof t[0]);
	for (; *out; out++)
		at.vs[at.vn++] = t[*out - 'a'];
}

/* Return stack ------------------------------------------------------------ */
void
return_push(struct item it)
{
	if (at.rn == MAX_RETURN)
		throw(IOR_DICT_FULL);
	it.clean = it.fixed = 0;
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

/* Moves, all at once ------------------------------------------------------ */
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
	       (it->kind != V_REG ||
		       op_can(OP_ADDI, it->reg, it->reg, it->v));
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
	it->home = NO_HOME;
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
	cell home = it->home;
	*it = item_reg(r);
	it->home = (int16_t)home;
	return true;
}

/* Before a call that changes the registers in m and takes `args` items: all
 * other items go where they are safe. */
void
keep_outside(uint32_t m, int args)
{
	for (int i = 0; i < at.rn; i++) {
		uint8_t clean = at.rs[i].clean;
		if (!keep_item(&at.rs[i], m))
			to_slot(i);
		else
			at.rs[i].clean = clean;
	}
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

/* Cells from position pos up may have been overwritten. */
void
forget_from(cell pos)
{
	for (int i = 0; i < at.vn; i++)
		if (at.vs[i].home >= pos)
			at.vs[i].home = NO_HOME;
	for (int i = 0; i < at.rn; i++)
		if (at.rs[i].home >= pos)
			at.rs[i].home = NO_HOME;
}
