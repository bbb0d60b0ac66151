/* verify.c - run each learned row under guard against its meaning. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* Stubs are made at space.code and thrown away. Each takes its operands from
 * the data stack and leaves three cells there. For a wrong answer to be seen as
 * one, LD, ST, LIT, JMP, ENTER, LEAVE and RET must be right. */
static char *stub;
static volatile ucell memory;
static const ucell samples[] = {0, 1, 2, 7, 63, 0x7f, 0x80, 0x1234567,
	0x89abcdef, ~(ucell)0x7654320, (ucell)1 << (CELL_BITS - 1), ~(ucell)0,
	~(ucell)7, ~(ucell)0 >> 1, (ucell)0x0f1e2d3c4b5a6978};
enum {
	NSAMPLES = sizeof samples / sizeof *samples
};

static cell
reg(int i)
{
	return isa_native.pool[i];
}

/* Operands a (top) and b, to registers 0 and 1. */
static void
load(void)
{
	emit(OP_LDC, reg(0), isa_native.dsp, 0);
	emit(OP_LDC, reg(1), isa_native.dsp, sizeof(cell));
}

/* Leave register r and what became of a and b. */
static void
leave(int r)
{
	emit(OP_STC, reg(r), isa_native.dsp, 0);
	emit(OP_STC, reg(0), isa_native.dsp, sizeof(cell));
	emit(OP_STC, reg(1), isa_native.dsp, 2 * sizeof(cell));
	emit(OP_LEAVE, 0, 0, 0);
	emit(OP_RET, 0, 0, 0);
	port_sync_icache(stub, (size_t)(space.code - stub));
}

/* True if the stub, run on a and b, leaves these and does not trap. */
static bool
gives(ucell a, ucell b, ucell r, ucell r0, ucell r1)
{
	cell *sp = me->s0 - 8;

	sp[0] = (cell)a;
	sp[1] = (cell)b;
	return !guarded_code(stub, sp) && (ucell)sp[0] == r &&
	       (ucell)sp[1] == r0 && (ucell)sp[2] == r1;
}

static bool
is_branch(int op)
{
	return op >= OP_JMP && op <= OP_ADDBNO;
}

/* Does the stub of op with immediate i, run on a and b, do what op means? */
static bool
right(int op, ucell a, ucell b, ucell i)
{
	const ucell old = (ucell)0xf1e2d3c4b5a69788;
	ucell at = (ucell)&memory - i, want = 1, mask = 0, r0 = a, stored = a;

	memory = old;
	b += op == OP_DIV && !b;
	if (op >= OP_LDC && op <= OP_LD32)
		r0 = a = at;
	if (op >= OP_STC && op <= OP_STZ32) {
		int size = op < OP_STZ ? op - OP_STC : op - OP_STZ;
		mask = size ? ~(ucell)0 >> (CELL_BITS - (4 << size))
			    : ~(ucell)0;
		if (op < OP_STZ)
			b = at;
		else
			r0 = a = at;
		stored = op < OP_STZ ? stored : 0;
	} else {
		want = op_meaning(op, a, op_operands[op][1] == 'k' ? i : b, i);
	}
	if (op == OP_ADDBNO)
		r0 = a + b;
	else if (isa_native.row[preferred_row].ties & D_IS_A)
		r0 = want;
	return gives(a, b, want, r0, b) &&
	       memory == ((old & ~mask) | (stored & mask));
}

/* Make the stub of a computation, which leaves d; of a branch, which leaves 1
 * if it is taken, else 0; or of a store, which leaves 1. False: the row
 * does not take i. */
static bool
make_stub(int op, cell i)
{
	int d = isa_native.row[preferred_row].ties & D_IS_A ? 0 : 2;
	cell v[3] = {0};
	char *at;

	space.code = stub;
	emit(OP_ENTER, 0, 0, 0);
	load();
	at = space.code;
	emit(OP_LIT, reg(2), 1, 0);
	if (is_branch(op)) /* over code of this length */
		at = space.code + isa_native.row[preferred_row].len +
		     (space.code - at);
	for (int k = 0; op_operands[op][k]; k++)
		switch (op_operands[op][k]) {
		case 'd': v[k] = reg(d); break;
		case 'a': v[k] = reg(0); break;
		case 'b': v[k] = reg(1); break;
		case 'k': v[k] = i; break;
		default: v[k] = is_branch(op) ? (cell)at : i;
		}
	if (op_can(op, v[0], v[1], v[2]) != &isa_native.row[preferred_row])
		return false;
	emit(op, v[0], v[1], v[2]);
	if (is_branch(op))
		emit(OP_LIT, reg(2), 0, 0);
	leave(d);
	return true;
}

/* Doubles as bits: an operation, [a] and [b], what becomes of [a]. */
static const struct {
	uint8_t op;
	uint64_t a, b, result;
} doubles[] = {
	/* clang-format off */
	/* data rows */
	{OP_FADD, 0x3fb999999999999a, 0x3fc999999999999a, 0x3fd3333333333334},
	{OP_FADD, 0x7fefffffffffffff, 0x7fefffffffffffff, 0x7ff0000000000000},
	{OP_FSUB, 0x3ff0000000000000, 0x4000000000000000, 0xbff0000000000000},
	{OP_FSUB, 0x0010000000000000, 0x000fffffffffffff, 0x0000000000000001},
	{OP_FMUL, 0x3fb999999999999a, 0x3fb999999999999a, 0x3f847ae147ae147c},
	{OP_FDIV, 0x3ff0000000000000, 0x4008000000000000, 0x3fd5555555555555},
	{OP_FDIV, 0xbff0000000000000, 0x0000000000000000, 0xfff0000000000000},
	{OP_FSQRT, 0, 0x4000000000000000, 0x3ff6a09e667f3bcd},
	{OP_FLT, 0xbff0000000000000, 0x3fb999999999999a, 0xffffffffffffffff},
	{OP_FLT, 0x3fb999999999999a, 0x3fb999999999999a, 0},
	{OP_FLT, 0x7ff8000000000000, 0x3fb999999999999a, 0},
	{OP_FEQ, 0x8000000000000000, 0x0000000000000000, 0xffffffffffffffff},
	{OP_FEQ, 0x3fb999999999999a, 0x3fb999999999999b, 0},
	{OP_FEQ, 0x7ff8000000000000, 0x7ff8000000000000, 0},
	{OP_STOF, 0, 0xfffffffffffffff9, 0xc01c000000000000},
	{OP_STOF, 0, 0x7fffffffffffffff, 0x43e0000000000000},
	{OP_FTOS, 0, 0xbffe666666666666, 0xffffffffffffffff},
	{OP_FTOS, 0, 0x430fffffffffffff, 0x0003ffffffffffff},
	{OP_FTOSF, 0xffffffffffffffff, 0x3fb999999999999a, 0xffffffff3dcccccd},
	{OP_SFTOF, 0, 0xffffffff3dcccccd, 0x3fb99999a0000000},
	/* end of data rows */
	/* clang-format on */
};

static bool
is_double(int op)
{
	return op >= OP_FADD && op <= OP_SFTOF;
}

static bool
check_double(int op)
{
	static volatile uint64_t a, b;
	ucell at = (ucell)&a, bt = (ucell)&b;

	for (size_t i = 0; i < sizeof doubles / sizeof *doubles; i++) {
		a = doubles[i].a;
		b = doubles[i].b;
		if (doubles[i].op == op &&
			(!make_stub(op, 0) || !gives(at, bt, 1, at, bt) ||
				a != doubles[i].result || b != doubles[i].b))
			return false;
	}
	return true;
}

/* All pairs of samples as a and b; or, for a row with an immediate, each sample
 * that fits as that, with some pairs. */
static bool
check_row(int op)
{
	const struct operand *o = isa_native.row[preferred_row].o;
	int step = 1;

	for (int k = 0; k < 3; k++)
		if (o[k].nbits && o[k].rel >= REL_POSITIVE)
			step = 4;
	for (int k = 0; k < NSAMPLES; k++) {
		if ((step > 1 || !k) && !make_stub(op, (cell)samples[k]))
			continue;
		for (int n = 0; n < NSAMPLES; n += step)
			if (!right(op, samples[n], samples[(n + k) % NSAMPLES],
				    samples[k]))
				return false;
	}
	return true;
}

static cell *
twice(cell *sp)
{
	*sp *= 2;
	return sp;
}

/* All of return stack and calls at once. */
static bool
check_rest(void)
{
	cell fn = (cell)(ucell)twice, r0 = reg(0), r1 = reg(1);
	cell room = 2 * sizeof(cell);

	space.code = stub;
	emit(OP_ENTER, 0, 0, 0);
	struct hole begin = emit_open(OP_JMP, 0, 0, NULL);
	char *sub = space.code;
	emit(OP_ENTER, 0, 0, 0);
	bool near = op_can(OP_CALLC, fn, 0, 0), far = op_has(OP_CALLCR);
	if (near)
		emit(OP_CALLC, fn, 0, 0);
	emit(OP_LIT, r0, fn, 0);
	if (far)
		emit(OP_CALLCR, r0, 0, 0);
	emit(OP_LEAVE, 0, 0, 0);
	emit(OP_RET, 0, 0, 0);
	char *end = space.code;
	emit(OP_CHECK, 0, 0, 0);
	leave(2);
	emit_close(&begin, space.code);
	emit(OP_CALL, (cell)sub, 0, 0);
	emit(OP_LIT, r0, (cell)sub, 0);
	emit(OP_CALLR, r0, 0, 0);
	load();
	emit(OP_RADD, -room, 0, 0);
	emit(OP_RST, r0, 0, 0);
	emit(OP_RST, r1, sizeof(cell), 0);
	emit(OP_RLD, reg(2), 0, 0); /* a, doubled at each call of C */
	emit(OP_RLD, r0, sizeof(cell), 0);
	emit(OP_RADD, room, 0, 0);
	emit(OP_LIT, r1, (cell)end, 0);
	emit(OP_JMP, (cell)end, 0, 0);
	port_sync_icache(stub, (size_t)(space.code - stub));
	return gives(5, 12, (ucell)5 << 2 * (near + far), 12, (ucell)end);
}

static void
lie(int op)
{
	static const char *const names[] = {
#define NAME(id, name, operands, meaning) name,
		OPS(NAME)};

	row_lies[preferred_row] = true;
	puts_("operation ");
	puts_(names[op]);
	puts_(" lies\r\n");
	/* for some operations nothing can stand in */
	if (!op_has(op) && !is_double(op) && (op <= OP_LIT || op >= OP_LDC))
		row_lies[preferred_row] = false;
}

/* Test every row that some sample suits; one that lies is not used any more.
 * Needs me and the code space. */
void
verify_ops(void)
{
	stub = space.code;
	for (int op = 0; op < OP_COUNT; op++) {
		bool alone = op <= OP_STZ32 || is_branch(op);
		preferred_row = isa_native.first[op];
		for (; preferred_row < isa_native.first[op + 1];
			preferred_row++)
			if (!(is_double(op) ? check_double(op)
				    : alone ? check_row(op)
					    : check_rest()))
				lie(op);
	}
	preferred_row = -1;
	space.code = stub;
}
