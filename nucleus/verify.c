/* verify.c - run each learned operation once under guard against its meaning. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* Stubs are made at space.code and thrown away. Each takes its operands from
 * the data stack and leaves one result, so only ADD.I on the stack pointer,
 * LD, ST and EXIT must be right for a wrong answer to be seen as one. */
static char *stub;
static const ucell samples[] = {0, 1, 2, 7, 63, 0x7f, 0x80, 0x1234567,
    (ucell)1 << (CELL_BITS - 1), ~(ucell)0, ~(ucell)6,
    (ucell)0x0f1e2d3c4b5a6978};
enum { NSAMPLES = sizeof samples / sizeof *samples };

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

/* Run the stub on a (top) and b; *r is what it left on top. False: it trapped. */
static bool
run(ucell a, ucell b, ucell *r)
{
	cell stack[8] = {(cell)a, (cell)b, 0, 0, 0, 0, 0, 0};
	cell *sp = me->s0 - 8;

	memcpy(sp, stack, sizeof stack);
	if (guarded_code(stub, sp))
		return false;
	*r = (ucell)sp[0];
	return true;
}

static bool
agrees(int op, ucell i)
{
	for (int x = 0; x < NSAMPLES; x++)
		for (int y = 0; y < NSAMPLES; y++) {
			ucell a = samples[x], b = samples[y], r = 0;
			if (!run(a, b, &r) || r != op_meaning(op, a, b, i))
				return false;
		}
	return true;
}

static bool
check_alu(int op, const char *operands)
{
	if (operands[2] == 'i') {
		for (ucell i = 0; i < CELL_BITS; i += 9) {
			if (!op_fits(op, 2, (cell)i))
				continue;
			stub_begin(1);
			emit(op, reg(2), reg(0), (cell)i);
			stub_end(2);
			if (!agrees(op, i))
				return false;
		}
		return true;
	}
	if (operands[1] == 'i') {
		for (int k = 0; k < NSAMPLES; k++) {
			ucell r = 0;
			if (!op_fits(op, 1, (cell)samples[k]))
				continue;
			stub_begin(0);
			emit(op, reg(2), (cell)samples[k], 0);
			stub_end(2);
			if (!run(0, 0, &r) || r != samples[k])
				return false;
		}
		return true;
	}
	stub_begin(2);
	emit(op, reg(2), reg(0), reg(1));
	stub_end(2);
	return agrees(op, 0);
}

/* Loads and stores: store b at a cell, load it back through the row. */
static bool
check_memory(int op, int bytes, bool store)
{
	static ucell cells[2];
	ucell mask = bytes == sizeof(cell) ? ~(ucell)0
					   : ((ucell)1 << bytes * 8) - 1;
	ucell old = (ucell)0x0123456789abcdef, r = 0;
	ucell v = (ucell)0xf1e2d3c4b5a69788;

	stub_begin(2);
	if (store)
		emit(op, reg(1), reg(0), sizeof(cell));
	else
		emit(op, reg(2), reg(0), sizeof(cell));
	stub_end(store ? 1 : 2);
	cells[1] = old;
	if (!run((ucell)&cells[0], v, &r))
		return false;
	if (store)
		return cells[1] == ((old & ~mask) | (v & mask));
	return r == (old & mask);
}

static bool
check_return_stack(void)
{
	ucell r = 0;

	stub_begin(2);
	emit(OP_RPUSH, reg(0), 0, 0);
	emit(OP_RPUSH, reg(1), 0, 0);
	emit(OP_RLD, reg(3), sizeof(cell), 0); /* a */
	emit(OP_RST, reg(1), sizeof(cell), 0); /* a's cell = b */
	emit(OP_RPOP, reg(2), 0, 0);	       /* b */
	emit(OP_SUB, reg(4), reg(2), reg(3));  /* b - a */
	emit(OP_RPOP, reg(2), 0, 0);	       /* b again */
	emit(OP_RPUSH, reg(2), 0, 0);
	emit(OP_RADD, sizeof(cell), 0, 0);
	emit(OP_XOR, reg(5), reg(4), reg(2));
	stub_end(5);
	return run(5, 12, &r) && r == ((12 - 5) ^ 12);
}

static bool
check_branches(void)
{
	for (ucell x = 0; x < 2; x++) {
		ucell r = 0;
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
		if (!run(x, 0, &r) || r != (x ? 200 : 300))
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
static const char *const operands_of[] = {
#define OPERANDS(id, name, operands, meaning) operands,
    OPS(OPERANDS)};

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
		op_lies[op] = !check_alu(op, operands_of[op]);
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
