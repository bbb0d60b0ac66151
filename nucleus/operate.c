/* operate.c - operations on the items of the data stack. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

static bool
commutes(int op)
{
	return op == OP_ADD || op == OP_MUL || op == OP_AND || op == OP_OR ||
	       op == OP_XOR || op == OP_UMULH || op == OP_SMULH;
}

/* The operation is missing here: the same by the C helper. */
static void
by_helper(int op, const struct item *a, const struct item *b)
{
	push_item(*a);
	if (b)
		push_item(*b);
	done();
	called = true;
	into_memory();
	call_c((const void *)(ucell)op_helper(op));
	at.base = at.dsp -= b ? 1 : 0;
}

/* Push x op y, y a register or a number; in the place of x if nothing else
 * needs that. */
static void
push_result(int op, cell x, cell y)
{
	cell d = dying(x) ? x : alloc();

	emit(op, d, x, y);
	touched |= bit(d);
	push_item(item_reg(d));
}

/* a op b; the result takes the place of an operand that nothing else needs. */
static void
compute(int op, struct item *a, struct item *b)
{
	if (!op_can(op, isa_native.pool[0], isa_native.pool[1],
		    isa_native.pool[2])) {
		by_helper(op, a, b);
		return;
	}
	cell y = in_reg(b), x = in_reg(a);
	if (commutes(op) && !dying(x) && dying(y)) {
		cell t = x;
		x = y;
		y = t;
	}
	push_result(op, x, y);
}

static int
log2_of(ucell v)
{
	int k = 0;

	while (v >> k > 1)
		k++;
	return k;
}

/* a * v without a multiplication, if v is 2^k, 2^k + 1 or 2^k - 1. */
static bool
multiply_const(struct item *a, cell v)
{
	ucell u = (ucell)v, odd = u & 1;
	int k = log2_of(odd ? (u & 2 ? u + 1 : u - 1) : u);

	if (u < 2)
		return false;
	if (!odd && u == (ucell)1 << k) {
		push_result(OP_SHLI, in_reg(a), k);
	} else if (u - 1 == (ucell)1 << k || u + 1 == (ucell)1 << k) {
		cell x = in_reg(a), d = alloc();
		emit(OP_SHLI, d, x, k);
		emit(u - 1 == (ucell)1 << k ? OP_ADD : OP_SUB, d, d, x);
		push_item(item_reg(d));
	} else if (op_can(OP_MULI, isa_native.pool[0], isa_native.pool[1], v)) {
		push_result(OP_MULI, in_reg(a), v);
	} else {
		return false;
	}
	return true;
}

/* floor(2^(CELL_BITS + k) / d) less 2^CELL_BITS, for 2^k < d < 2^(k+1). */
static ucell
reciprocal(ucell d, int k)
{
	ucell rest = (ucell)1 << k, q = 0;

	for (int i = 0; i < CELL_BITS; i++) {
		bool carry = rest >> (CELL_BITS - 1);
		rest <<= 1;
		q <<= 1;
		if (carry || rest >= d) {
			rest -= d;
			q |= 1;
		}
	}
	return q;
}

/* a / v: by shifts, or by the high half of a product (Granlund, Montgomery,
 * "Division by invariant integers using multiplication", 1994, figure 5.2). */
static bool
divide_const(struct item *a, cell v)
{
	ucell u = v < 0 ? 0 - (ucell)v : (ucell)v;
	int k = log2_of(u);
	bool power = u == (ucell)1 << k;
	cell x, t, d;

	if (u < 2 ||
		(!power && !op_can(OP_SMULH, isa_native.pool[0],
				   isa_native.pool[1], isa_native.pool[2])))
		return false;
	x = in_reg(a);
	t = alloc();
	d = alloc();
	emit(OP_SARI, t, x, CELL_BITS - 1);
	if (power) { /* add 2^k - 1 to what is negative */
		emit(OP_SHRI, t, t, CELL_BITS - k);
		emit(OP_ADD, d, x, t);
		emit(OP_SARI, d, d, k);
	} else {
		load_const(d, (cell)(reciprocal(u, k) + 1));
		emit(OP_SMULH, d, x, d);
		emit(OP_ADD, d, d, x);
		emit(OP_SARI, d, d, k);
		emit(OP_SUB, d, d, t);
	}
	if (v < 0)
		emit(OP_NEG, d, d, 0);
	push_item(item_reg(d));
	return true;
}

/* The cases in which b is a constant that makes it easier. */
static bool
with_const(int op, struct item *a, cell v)
{
	static const uint8_t imm[][2] = {{OP_AND, OP_ANDI}, {OP_OR, OP_ORI},
		{OP_XOR, OP_XORI}, {OP_SHL, OP_SHLI}, {OP_SHR, OP_SHRI},
		{OP_SAR, OP_SARI}};

	if (op == OP_ADD || op == OP_SUB) {
		if (a->kind != V_REG)
			in_reg(a);
		a->v += op == OP_ADD ? v : -v;
		push_item(*a);
		return true;
	}
	if ((v == 0 && (op == OP_OR || op == OP_XOR || op == OP_SHL ||
			       op == OP_SHR || op == OP_SAR)) ||
		(v == 1 && (op == OP_MUL || op == OP_DIV)) ||
		(v == -1 && op == OP_AND)) {
		push_item(*a);
		return true;
	}
	if (v == 0 && (op == OP_MUL || op == OP_AND)) {
		push_item(item_const(0));
		return true;
	}
	if (op == OP_MUL)
		return multiply_const(a, v);
	if (op == OP_DIV)
		return divide_const(a, v);
	if (op == OP_SHL || op == OP_SHR || op == OP_SAR)
		v &= CELL_BITS - 1;
	for (size_t i = 0; i < sizeof imm / sizeof imm[0]; i++)
		if (imm[i][0] == op && op_can(imm[i][1], isa_native.pool[0],
					       isa_native.pool[1], v)) {
			push_result(imm[i][1], in_reg(a), v);
			return true;
		}
	return false;
}

/* Throw -10 if the divisor is 0. */
static void
check_divisor(struct item *b)
{
	if (b->kind == V_CONST && b->v)
		return;
	in_reg(b);
	called = true;
	struct hole over = emit_open(OP_BNZ, b->reg, 0, NULL);
	call_c((const void *)(ucell)p_div_zero);
	emit_close(&over, space.code);
}

void
alu2(int op)
{
	struct item *b = pop_item(), *a = pop_item(), *t;

	if (a->kind == V_CONST && b->kind == V_CONST &&
		!(op == OP_DIV && b->v == 0)) {
		push_item(item_const(
			(cell)op_meaning(op, (ucell)a->v, (ucell)b->v, 0)));
		return;
	}
	if (a->kind == V_CONST && commutes(op)) {
		t = a;
		a = b;
		b = t;
	}
	if (op == OP_DIV)
		check_divisor(b);
	if (b->kind == V_CONST && with_const(op, a, b->v))
		return;
	if ((op == OP_ADD || op == OP_SUB) && a->kind == V_REG &&
		b->kind == V_REG) { /* constants are added at the end */
		cell v = op == OP_ADD ? a->v + b->v : a->v - b->v;
		a->v = b->v = 0;
		compute(op, a, b);
		at.vs[at.vn - 1].v = v;
		return;
	}
	compute(op, a, b);
}

void
alu1(int op)
{
	struct item *a = pop_item();

	if (a->kind == V_CONST) {
		push_item(item_const((cell)op_meaning(op, (ucell)a->v, 0, 0)));
	} else if (a->kind == V_FLAG && op == OP_NOT) {
		a->cond = (uint8_t)opposite(a->cond);
		push_item(*a);
	} else if (op_can(op, isa_native.pool[0], isa_native.pool[1], 0)) {
		push_result(op, in_reg(a), 0);
	} else {
		by_helper(op, a, NULL);
	}
}

/* k cond b as b cond' v; false if there is no such v. */
static bool
turn_round(int *cond, cell *v)
{
	bool is_signed = *cond == OP_BLT || *cond == OP_BGE;
	cell last = is_signed ? (cell)(~(ucell)0 >> 1) : -1;

	if (*cond == OP_BEQ || *cond == OP_BNE)
		return true;
	if (*v == last)
		return false;
	++*v;
	*cond = opposite(*cond);
	return true;
}

/* Leave the outcome of a comparison, not yet as a number. */
void
compare_items(int cond)
{
	struct item *b = pop_item(), *a = pop_item(), *t;
	cell v = a->v;

	if (a->kind == V_CONST && b->kind == V_CONST) {
		push_item(item_const(
			-(cell)op_meaning(cond, (ucell)a->v, (ucell)b->v, 0)));
		return;
	}
	if (a->kind == V_CONST && turn_round(&cond, &v)) {
		t = a;
		a = b;
		b = t;
		b->v = v;
	}
	if (b->kind == V_CONST && a->kind == V_FLAG && b->v == 0 &&
		(cond == OP_BEQ || cond == OP_BNE)) {
		if (cond == OP_BEQ)
			a->cond = (uint8_t)opposite(a->cond);
		push_item(*a);
		return;
	}
	in_reg(a);
	struct item f = *a;
	f.kind = V_FLAG;
	f.cond = (uint8_t)cond;
	f.reg2 = NO_REG;
	if (b->kind == V_CONST)
		f.v = b->v;
	else
		f.reg2 = (uint8_t)in_reg(b);
	push_item(f);
}

/* The register that goes with an offset that row op, of another register x, can
 * take; without offsets, none. */
static cell
address(int op, struct item *a, cell x)
{
	bool zero = op >= OP_STZ && op <= OP_STZ32;
	cell v = a->kind == V_REG ? a->v : 0;

	if (a->kind == V_REG && (!v || zero || op_operands[op][2] == 'i') &&
		(zero ? op_can(op, a->reg, v, 0) : op_can(op, x, a->reg, v)))
		return a->reg;
	return in_reg(a);
}

void
load(int op)
{
	struct item *a = pop_item();
	cell x = address(op, a, isa_native.pool[0]);

	push_result(op, x, a->v);
}

void
store(int op)
{
	struct item *a = pop_item(), *x = pop_item();
	int zero = op - OP_STC + OP_STZ;

	if (x->kind == V_CONST && x->v == 0 && op <= OP_ST32 && op_has(zero)) {
		cell at_ = address(zero, a, 0);
		emit(zero, at_, a->v, 0);
		return;
	}
	cell r = in_reg(x), p = address(op, a, r);

	emit(op, r, p, a->v);
}
