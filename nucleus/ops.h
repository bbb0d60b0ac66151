/* ops.h - the abstract operations of the compiler, and the learned table. */
/* SPDX-License-Identifier: 0BSD */
#ifndef OPS_H
#define OPS_H
#include <stdint.h>

/* OP(id, name in the ports' ops files, operands, meaning)
 * Operands: d destination register, a b source registers, i immediate, k a
 * second one. The meaning is C over ucell a, b, i (cell a_, b_: the same,
 * signed): what d becomes, or whether a branch is taken (b is k, if there is a
 * k); 0 for the others, whose meaning stands beside them. A row that a port
 * leaves out is compiled as a call to the C helper. */
/* clang-format off */
/* data rows */
#define OPS(OP) \
OP(MOV,    "mov",    "da",  a) \
OP(LIT,    "lit",    "di",  i)              /* any cell */ \
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
OP(ANDI,   "and.i",  "dai", a & i)          /* i signed */ \
OP(ORI,    "or.i",   "dai", a | i) \
OP(XORI,   "xor.i",  "dai", a ^ i) \
OP(MULI,   "mul.i",  "dai", a * i) \
/* towards 0; b is not 0; the least cell / -1 is itself */ \
OP(DIV,    "div",    "dab", b_ == -1 ? 0 - a : (ucell)(a_ / b_)) \
OP(UMULH,  "umulh",  "dab", umulh(a, b))    /* high cell of a * b */ \
OP(SMULH,  "smulh",  "dab", umulh(a, b) - (a_ < 0 ? b : 0) - (b_ < 0 ? a : 0)) \
OP(EQ,     "eq",     "dab", -(a == b))   /* flags are 0 and -1 */ \
OP(NE,     "ne",     "dab", -(a != b)) \
OP(LT,     "lt",     "dab", -(a_ < b_)) \
OP(ULT,    "ult",    "dab", -(a < b)) \
OP(EQZ,    "eqz",    "da",  -(a == 0)) \
OP(LDC,    "ld",     "dai", *(const ucell *)(a + i)) \
OP(LD8,    "ld.u8",  "dai", *(const uint8_t *)(a + i)) \
OP(LD16,   "ld.u16", "dai", *(const uint16_t *)(a + i)) \
OP(LD32,   "ld.u32", "dai", *(const uint32_t *)(a + i)) \
OP(STC,    "st",     "abi", 0)              /* cell at [b + i] = a */ \
OP(ST8,    "st.8",   "abi", 0) \
OP(ST16,   "st.16",  "abi", 0) \
OP(ST32,   "st.32",  "abi", 0) \
OP(STZ,    "stz",    "ai",  0)              /* cell at [a + i] = 0 */ \
OP(STZ8,   "stz.8",  "ai",  0) \
OP(STZ16,  "stz.16", "ai",  0) \
OP(STZ32,  "stz.32", "ai",  0) \
/* doubles in memory: b and a are addresses; flags and integers are cells */ \
OP(FADD,   "f.add",  "ab",  0)              /* [a] += [b], and so on */ \
OP(FSUB,   "f.sub",  "ab",  0) \
OP(FMUL,   "f.mul",  "ab",  0) \
OP(FDIV,   "f.div",  "ab",  0) \
OP(FSQRT,  "f.sqrt", "ab",  0)              /* [a] = root of [b] */ \
OP(FLT,    "f.lt",   "ab",  0)              /* [a] = flag: [a] < [b] */ \
OP(FEQ,    "f.eq",   "ab",  0) \
OP(STOF,   "s>f",    "ab",  0)              /* [a] = cell [b] as a double */ \
OP(FTOS,   "f>s",    "ab",  0)              /* the other way, towards 0 */ \
OP(FTOSF,  "f>sf",   "ab",  0)              /* double [b] to 32 bits */ \
OP(SFTOF,  "sf>f",   "ab",  0) \
OP(RLD,    "rld",    "di",  0)              /* d = cell at [rp + i] */ \
OP(RST,    "rst",    "ai",  0)              /* cell at [rp + i] = a */ \
OP(RADD,   "radd",   "i",   0)              /* rp += i */ \
OP(JMP,    "jmp",    "i",   1)              /* pc-relative */ \
OP(BZ,     "bz",     "ai",  a == 0) \
OP(BNZ,    "bnz",    "ai",  a != 0) \
OP(BEQ,    "beq",    "abi", a == b) \
OP(BNE,    "bne",    "abi", a != b) \
OP(BLT,    "blt",    "abi", a_ < b_) \
OP(BGE,    "bge",    "abi", a_ >= b_) \
OP(BULT,   "bult",   "abi", a < b) \
OP(BUGE,   "buge",   "abi", a >= b) \
OP(BEQI,   "beq.i",  "aki", a == b)         /* k signed */ \
OP(BNEI,   "bne.i",  "aki", a != b) \
OP(BLTI,   "blt.i",  "aki", a_ < b_) \
OP(BGEI,   "bge.i",  "aki", a_ >= b_) \
OP(BULTI,  "bult.i", "aki", a < b) \
OP(BUGEI,  "buge.i", "aki", a >= b) \
OP(ADDBNO, "add.bno","abi",                 /* first a += b, b is not a; */ \
	(cell)(((a + b) ^ a) & ((a + b) ^ b)) >= 0) /* taken: no overflow */ \
OP(CALL,   "call",   "i",   0)              /* Forth code, pc-relative */ \
OP(CALLR,  "call.r", "a",   0)              /* Forth code at address a */ \
OP(CALLC,  "call.c", "i",   0)              /* dsp = C function(dsp) */ \
OP(CALLCR, "call.cr","a",   0) \
OP(ENTER,  "enter",  "",    0)              /* save the return address on the
                                               return stack (x86: nothing) */ \
OP(LEAVE,  "leave",  "",    0)              /* undo ENTER */ \
OP(RET,    "ret",    "",    0)              /* return */ \
OP(CHECK,  "check",  "",    0)              /* trap unless
                                               ((dsp ^ rp) >> 15) == 1 */
/* end of data rows */
/* clang-format on */

#define OP_ENUM(id, name, operands, meaning) OP_##id,
enum op_id {
	OPS(OP_ENUM) OP_COUNT
};

/* One operand of a learned row. Its value is first range-checked; a register
 * has 0 bits. */
struct operand {
	uint8_t nbits; /* of the value, those in `shift` not counted */
	uint8_t shift; /* the value must be a multiple of 1 << shift */
	uint8_t is_signed;
	uint8_t rel; /* pc-relative: value = target - (row start + rel) */
};
enum {
	REL_POSITIVE = 253, /* not pc-relative: only values > 0 */
	REL_NEGATED = 254,  /* not pc-relative: only values < 0, as -value */
	REL_NONE = 255      /* neither */
};

/* Bits of an operand's value, from bit `from` on, are XORed over the row's
 * word `word`, from bit `at` on. */
struct piece {
	uint8_t operand, from, bits, word, at;
};

enum tie {
	D_IS_A = 1,
	D_NOT_A = 2,
	D_NOT_B = 4
};

/* One learned row. */
struct op_row {
	uint8_t len; /* bytes of code, at most 64 */
	uint8_t ties;
	uint8_t npieces;
	uint16_t base;       /* offset of the base encoding in isa.words */
	uint16_t piece;      /* offset in isa.pieces */
	struct operand o[3]; /* in the order of the OPS operand string */
};

/* Register numbers are the ones of the ops file's `regs` line. The base
 * encoding, in 64-bit little-endian words, is the one in which every operand is
 * zero, found by XOR even if register 0 or the value 0 could not be assembled.
 * Rows first[op] to first[op + 1] - 1 are op's alternatives: the first one
 * that the operands fit is used. */
struct isa {
	char name[12];
	uint8_t cell;    /* bytes */
	uint8_t dsp, rp; /* register numbers; rp 255 if it can't be a base */
	uint8_t npool;
	uint8_t pool[16]; /* registers the compiler may use */
	uint8_t first[OP_COUNT + 1];
	const struct op_row *row;
	const uint64_t *words;
	const struct piece *pieces;
};

/* The table of the ISA this image runs on: out/<isa>/ops.c, learned. */
extern const struct isa isa_native;
#endif
