/* inline.c - words that are compiled in place. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* clang-format off */
#define SHUFFLE(fn, in, out) void fn(void) { comp_shuffle(in, out); }
SHUFFLE(c_dup, 1, "aa")
SHUFFLE(c_drop, 1, "")
SHUFFLE(c_swap, 2, "ba")
SHUFFLE(c_over, 2, "aba")
SHUFFLE(c_nip, 2, "b")
SHUFFLE(c_tuck, 2, "bab")
SHUFFLE(c_rot, 3, "bca")
SHUFFLE(c_mrot, 3, "cab")
SHUFFLE(c_2dup, 2, "abab")
SHUFFLE(c_2drop, 2, "")
SHUFFLE(c_2swap, 4, "cdab")
SHUFFLE(c_2over, 4, "abcdab")

#define BINARY(fn, op) void fn(void) { comp_op2(op); }
BINARY(c_add, OP_ADD)
BINARY(c_sub, OP_SUB)
BINARY(c_mul, OP_MUL)
BINARY(c_div, OP_DIV)
BINARY(c_and, OP_AND)
BINARY(c_or, OP_OR)
BINARY(c_xor, OP_XOR)
BINARY(c_lshift, OP_SHL)
BINARY(c_rshift, OP_SHR)
BINARY(c_arshift, OP_SAR)

#define COMPARE(fn, cond) void fn(void) { comp_compare(cond); }
COMPARE(c_eq, OP_BEQ)
COMPARE(c_ne, OP_BNE)
COMPARE(c_lt, OP_BLT)
COMPARE(c_ge, OP_BGE)
COMPARE(c_ult, OP_BULT)
COMPARE(c_uge, OP_BUGE)

#define UNARY(fn, op) void fn(void) { comp_op1(op); }
UNARY(c_invert, OP_NOT)
UNARY(c_negate, OP_NEG)

#define WITH(fn, n, op) void fn(void) { comp_lit(n); comp_op2(op); }
WITH(c_1plus, 1, OP_ADD)
WITH(c_charp, 1, OP_ADD)
WITH(c_1minus, 1, OP_SUB)
WITH(c_2times, 1, OP_SHL)
WITH(c_2div, 1, OP_SAR)
WITH(c_cells, sizeof(cell) == 8 ? 3 : 2, OP_SHL)
WITH(c_cellp, sizeof(cell), OP_ADD)

void c_0eq(void) { comp_lit(0); c_eq(); }
void c_0ne(void) { comp_lit(0); c_ne(); }
void c_0lt(void) { comp_lit(0); c_lt(); }

void c_chars(void) {}
void c_mod(void) { c_2dup(); c_div(); c_mul(); c_sub(); }
void c_divmod(void)
{
	c_2dup(); c_div(); c_tuck(); c_mul(); /* n1 quot n2*quot */
	comp_shuffle(3, "bac"); c_sub(); c_swap();
}
void c_umstar(void)
{
	c_2dup(); c_mul(); c_mrot(); comp_op2(OP_UMULH);
}
void c_pick(void)
{
	static const char *const out[] = {
		"aa", "aba", "abca", "abcda", "abcdea", "abcdefa"};
	cell k;

	if (comp_take_lit(&k)) {
		if (k >= 0 && k <= 5) {
			comp_shuffle((int)k + 1, out[k]);
			return;
		}
		comp_lit(k);
	}
	comp_word(dict_find_in(&forth_list, "(pick)", 6));
}
void c_gt(void) { c_swap(); c_lt(); }
void c_le(void) { c_swap(); c_ge(); }
void c_ugt(void) { c_swap(); c_ult(); }
void c_ule(void) { c_swap(); c_uge(); }
void c_0gt(void) { comp_lit(0); c_gt(); }

void c_fetch(void) { comp_load(OP_LDC); }
void c_cfetch(void) { comp_load(OP_LD8); }
void c_wfetch(void) { comp_load(OP_LD16); }
void c_lfetch(void) { comp_load(OP_LD32); }
void c_store(void) { comp_store(OP_STC); }
void c_cstore(void) { comp_store(OP_ST8); }
void c_wstore(void) { comp_store(OP_ST16); }
void c_lstore(void) { comp_store(OP_ST32); }
void c_plusst(void) { c_tuck(); c_fetch(); c_add(); c_swap(); c_store(); }
void c_2fetch(void) { c_dup(); c_cellp(); c_fetch(); c_swap(); c_fetch(); }
void c_2store(void) { c_tuck(); c_store(); c_cellp(); c_store(); }

/* On two doubles by their addresses; -21 where the processor has none. */
static void
comp_float(int op)
{
	if (op_has(op)) {
		comp_store(op);
	} else {
		comp_lit(IOR_UNSUPPORTED);
		comp_word(dict_find_in(&forth_list, "throw", 5));
	}
}
#define FLOAT(fn, op) void fn(void) { comp_float(op); }
FLOAT(c_fadd, OP_FADD)
FLOAT(c_fsub, OP_FSUB)
FLOAT(c_fmul, OP_FMUL)
FLOAT(c_fdiv, OP_FDIV)
FLOAT(c_fsqrt, OP_FSQRT)
FLOAT(c_flt, OP_FLT)
FLOAT(c_feq, OP_FEQ)
FLOAT(c_stof, OP_STOF)
FLOAT(c_ftos, OP_FTOS)
FLOAT(c_ftosf, OP_FTOSF)
FLOAT(c_sftof, OP_SFTOF)

void c_2to_r(void) { c_swap(); c_to_r(); c_to_r(); }
void c_2r_from(void) { c_r_from(); c_r_from(); c_swap(); }
void c_2r_fetch(void) { comp_rload(1); comp_rload(0); }
void c_r_fetch(void) { comp_rload(0); }
void c_i(void) { comp_rload(0); }
void c_j(void) { comp_rload(2); }
void c_exit(void) { comp_exit(); }
void c_rdrop(void) { comp_rdrop(1); }
void c_unloop(void) { comp_rdrop(2); }
void c_to_r(void) { comp_rpush(); }
void c_r_from(void) { comp_rpop(); }
void c_execute(void) { comp_execute(); }
/* clang-format on */
