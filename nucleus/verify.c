/* verify.c - run each learned operation under guard against its meaning. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* Stubs are made at space.code and thrown away. Each takes its operands from
 * the data stack and leaves one result, so only ADD.I on the stack pointer,
 * LD, ST and EXIT must be right for a wrong answer to be seen as one. */
static char *stub;
static const ucell samples[] = {0, 1, 2, 7, 63, 0x7f, 0x80, 0x1234567,
	(ucell)1 << (CELL_BITS - 1), ~(ucell)0, ~(ucell)6,
	(ucell)0x0f1e2d3c4b5a6978};
enum {
	NSAMPLES = sizeof samples / sizeof *samples
};

static cell
reg(int i)
{
	return isa_native.pool[i];
}

static void
stub_begin(int args)
{
	space.code = stub;
	emit(OP_ENTER, 0, 0, 0);
	for (int i = 0; i < args; i++)
		emit(OP_LDC, reg(i), isa_native.dsp, i * (cell)sizeof(cell));
}

static void
stub_end(int result)
{
	emit(OP_STC, reg(result), isa_native.dsp, 0);
	emit(OP_EXIT, 0, 0, 0);
	port_sync_icache(stub, (size_t)(space.code - stub));
	space.code = stub;
}

/* True if the stub, run on a (top) and b, leaves `want` and does not trap. */
static bool
gives(ucell a, ucell b, ucell want)
{
	cell *sp = me->s0 - 8;

	sp[0] = (cell)a;
	sp[1] = (cell)b;
	return !guarded_code(stub, sp) && (ucell)sp[0] == want;
}

static bool
agrees(int op, ucell i)
{
	for (int x = 0; x < NSAMPLES; x++)
		for (int y = 0; y < NSAMPLES; y++) {
			ucell a = samples[x], b = samples[y];
			if (!gives(a, b, op_meaning(op, a, b, i)))
				return false;
		}
	return true;
}

/* Operations that compute: on all pairs of samples; those with an immediate
 * operand, at place `at`, for each sample that fits. */
static bool
check_alu(int op, const char *operands)
{
	int at = operands[1] == 'i' ? 1 : operands[2] == 'i' ? 2 : 0;

	for (int k = 0; k < (at ? NSAMPLES : 1); k++) {
		cell i = (cell)samples[k];
		if (at && !op_fits(op, at, i))
			continue;
		stub_begin(2);
		emit(op, reg(2), at == 1 ? i : reg(0), at == 2 ? i : reg(1));
		stub_end(2);
		if (!agrees(op, (ucell)i))
			return false;
	}
	return true;
}

/* Loads and stores: store b at a cell, load it back through the row. */
static bool
check_memory(int op, int bytes, bool store)
{
	static volatile ucell cells[2];
	ucell mask =
		bytes == sizeof(cell) ? ~(ucell)0 : ((ucell)1 << bytes * 8) - 1;
	ucell old = (ucell)0x0123456789abcdef;
	ucell v = (ucell)0xf1e2d3c4b5a69788;

	stub_begin(2);
	emit(op, reg(store ? 1 : 2), reg(0), sizeof(cell));
	stub_end(store ? 1 : 2);
	cells[1] = old;
	if (!gives((ucell)&cells[0], v, store ? v : old & mask))
		return false;
	return !store || cells[1] == ((old & ~mask) | (v & mask));
}

static bool
check_return_stack(void)
{
	stub_begin(2);
	emit(OP_RPUSH, reg(0), 0, 0);
	emit(OP_RPUSH, reg(1), 0, 0);
	emit(OP_RLD, reg(3), sizeof(cell), 0); /* a */
	emit(OP_RST, reg(1), sizeof(cell), 0); /* a's cell = b */
	emit(OP_RPOP, reg(2), 0, 0);           /* b */
	emit(OP_SUB, reg(4), reg(2), reg(3));  /* b - a */
	emit(OP_RPOP, reg(2), 0, 0);           /* b again */
	emit(OP_RPUSH, reg(2), 0, 0);
	emit(OP_RADD, sizeof(cell), 0, 0);
	emit(OP_XOR, reg(5), reg(4), reg(2));
	stub_end(5);
	return gives(5, 12, (12 - 5) ^ 12);
}

static bool
check_branches(void)
{
	for (ucell x = 0; x < 2; x++) {
		stub_begin(1);
		emit(OP_LIT, reg(2), 100, 0);
		char *bz = space.code;
		emit(OP_BZ, reg(0), (cell)bz, 0);
		emit(OP_LIT, reg(2), 200, 0);
		char *jmp = space.code;
		emit(OP_JMP, (cell)jmp, 0, 0);
		emit_at(bz, OP_BZ, reg(0), (cell)space.code, 0);
		char *bnz = space.code;
		emit(OP_BNZ, reg(0), (cell)bnz, 0);
		emit(OP_LIT, reg(2), 300, 0);
		emit_at(bnz, OP_BNZ, reg(0), (cell)space.code, 0);
		emit_at(jmp, OP_JMP, (cell)space.code, 0, 0);
		emit(OP_CHECK, 0, 0, 0);
		stub_end(2);
		if (!gives(x, 0, x ? 200 : 300))
			return false;
	}
	return true;
}

static const struct {
	uint8_t op, bytes;
	bool store;
} memory_rows[] = {{OP_LDC, sizeof(cell), false}, {OP_LD8, 1, false},
	{OP_LD16, 2, false}, {OP_LD32, 4, false}, {OP_STC, sizeof(cell), true},
	{OP_ST8, 1, true}, {OP_ST16, 2, true}, {OP_ST32, 4, true}};

static const char *const op_names[] = {
#define NAME(id, name, operands, meaning) name,
	OPS(NAME)};

static int
lie(const char *name, const char *what)
{
	puts_("operation ");
	puts_(name);
	puts_(what);
	return 1;
}

/* Test every row; an arithmetic row that lies is replaced by its C helper from
 * now on. Returns how many rows failed. Needs me and the code space. */
int
verify_ops(void)
{
	int bad = 0;

	stub = space.code;
	for (int op = 0; op <= OP_EQZ; op++) {
		if (!isa_native.row[op].present)
			continue;
		op_lies[op] = !check_alu(op, op_operands[op]);
		if (op_lies[op])
			bad += lie(op_names[op], " lies: C helper used\r\n");
	}
	for (size_t i = 0; i < sizeof memory_rows / sizeof *memory_rows; i++)
		if (!check_memory(memory_rows[i].op, memory_rows[i].bytes,
			    memory_rows[i].store))
			bad += lie(op_names[memory_rows[i].op], " fails\r\n");
	if (!check_return_stack())
		bad += lie("rpush..radd", " fail\r\n");
	if (!check_branches())
		bad += lie("jmp bz bnz check", " fail\r\n");
	space.code = stub;
	return bad;
}
