/* ops.h - the abstract operations of the compiler, and the learned table. */
/* SPDX-License-Identifier: 0BSD */
#ifndef OPS_H
#define OPS_H
#include <stdint.h>

/* OP(id, name in the ports' ops files, operands, meaning)
 * Operands: d destination register, a b source registers, i immediate.
 * The meaning is C over ucell a, b, i (cell a_, b_: the same, signed) for
 * operations that compute d; 0 for the others, whose meaning stands beside
 * them. A row a port leaves out is compiled as a call to the C helper. */
/* clang-format off */
/* data rows */
#define OPS(OP) \
OP(MOV,    "mov",    "da",  a) \
OP(LIT,    "lit",    "di",  i)              /* any cell */ \
OP(LITS,   "lit.s",  "di",  i)              /* a short form, small range */ \
OP(ADD,    "add",    "dab", a + b) \
OP(SUB,    "sub",    "dab", a - b) \
OP(MUL,    "mul",    "dab", a * b) \
OP(AND,    "and",    "dab", a & b) \
OP(OR,     "or",     "dab", a | b) \
OP(XOR,    "xor",    "dab", a ^ b) \
OP(SHL,    "shl",    "dab", a << (b & (CELL_BITS - 1))) \
OP(SHR,    "shr",    "dab", a >> (b & (CELL_BITS - 1))) \
OP(SAR,    "sar",    "dab", (ucell)(a_ >> (b & (CELL_BITS - 1)))) \
OP(NEG,    "neg",    "da",  0 - a) \
OP(NOT,    "not",    "da",  ~a) \
OP(ADDI,   "add.i",  "dai", a + i)          /* i signed */ \
OP(SHLI,   "shl.i",  "dai", a << i) \
OP(SHRI,   "shr.i",  "dai", a >> i) \
OP(SARI,   "sar.i",  "dai", (ucell)(a_ >> i)) \
OP(UMULH,  "umulh",  "dab", umulh(a, b))    /* high cell of a * b */ \
OP(EQ,     "eq",     "dab", flag(a == b))   /* flags are 0 and -1 */ \
OP(NE,     "ne",     "dab", flag(a != b)) \
OP(LT,     "lt",     "dab", flag(a_ < b_)) \
OP(ULT,    "ult",    "dab", flag(a < b)) \
OP(EQZ,    "eqz",    "da",  flag(a == 0)) \
OP(LDC,    "ld",     "dai", 0)              /* d = cell at [a + i] */ \
OP(LD8,    "ld.u8",  "dai", 0)              /* zero-extended */ \
OP(LD16,   "ld.u16", "dai", 0) \
OP(LD32,   "ld.u32", "dai", 0) \
OP(STC,    "st",     "abi", 0)              /* cell at [b + i] = a */ \
OP(ST8,    "st.8",   "abi", 0) \
OP(ST16,   "st.16",  "abi", 0) \
OP(ST32,   "st.32",  "abi", 0) \
OP(RPUSH,  "rpush",  "a",   0)              /* push a on the return stack */ \
OP(RPOP,   "rpop",   "d",   0) \
OP(RLD,    "rld",    "di",  0)              /* d = cell at [rp + i] */ \
OP(RST,    "rst",    "ai",  0)              /* cell at [rp + i] = a */ \
OP(RADD,   "radd",   "i",   0)              /* rp += i */ \
OP(JMP,    "jmp",    "i",   0)              /* pc-relative */ \
OP(BZ,     "bz",     "ai",  0)              /* jump if a == 0 */ \
OP(BNZ,    "bnz",    "ai",  0) \
OP(CALL,   "call",   "i",   0)              /* Forth code, pc-relative */ \
OP(CALLR,  "call.r", "a",   0)              /* Forth code at address a */ \
OP(JMPR,   "jmp.r",  "a",   0) \
OP(CALLC,  "call.c", "i",   0)              /* dsp = C function(dsp) */ \
OP(CALLCR, "call.cr","a",   0) \
OP(ENTER,  "enter",  "",    0)              /* save the return address on the
                                               return stack (x86: nothing) */ \
OP(EXIT,   "exit",   "",    0)              /* pop it and return */ \
OP(CHECK,  "check",  "",    0)              /* trap unless
                                               ((dsp ^ rp) >> 15) == 1 */
/* end of data rows */
/* clang-format on */

#define OP_ENUM(id, name, operands, meaning) OP_##id,
enum op_id {
	OPS(OP_ENUM) OP_COUNT
};

/* One operand of a learned row. The operand's value is first range-checked,
 * shifted right by `shift`, then each of its nbits bits that is set XORs one
 * mask of the row's length over the base encoding. */
struct operand {
	uint8_t nbits;
	uint8_t shift; /* the value must be a multiple of 1 << shift */
	uint8_t is_signed;
	uint8_t rel;   /* pc-relative: value = target - (row start + rel);
			  * 255: not pc-relative */
	uint16_t mask; /* offset of nbits * len bytes in isa.bytes */
};

/* One learned row. len 0 with present set is a row that needs no code. */
struct op_row {
	uint8_t present;
	uint8_t len;         /* bytes of code, at most 64 */
	uint8_t d_not_a;     /* constraint: d must differ from a */
	uint8_t d_not_b;     /* constraint: d must differ from b */
	uint16_t base;       /* offset of the base encoding in isa.bytes */
	struct operand o[3]; /* in the order of the OPS operand string */
};

/* Register numbers are the ones of the ops file's `regs` line. The base
 * encoding is the one in which every operand is zero, found by XOR even if
 * register 0 or the value 0 could not be assembled. */
struct isa {
	char name[12];
	uint8_t cell;    /* bytes */
	uint8_t dsp, rp; /* register numbers; rp 255 if it can't be a base */
	uint8_t npool;
	uint8_t pool[16]; /* registers the compiler may use */
	struct op_row row[OP_COUNT];
	const uint8_t *bytes;
};

/* The table of the ISA this image runs on: out/<isa>/ops.c, learned. */
extern const struct isa isa_native;
#endif
