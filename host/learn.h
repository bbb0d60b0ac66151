/* learn.h - an ops file, and the encodings learned for it. */
/* SPDX-License-Identifier: 0BSD */
#ifndef LEARN_H
#define LEARN_H
#include "disco.h"
#include <stdio.h>
/* disco.h has a struct isa of its own */
#define isa isa_table
#include "nucleus/ops.h"
#undef isa

enum {
	REGS_MAX = 64,
	ISA_NAME_BYTES = 12,
	CODE_MAX = 64, /* bytes of code in one row */
	NO_REG = 255,
	ROWS_MAX = 255,
};

/* A tuple of operands: the bits that are encoded, in the operands' order. */
struct tuple {
	uint64_t raw[3];
};

/* One way to encode an operation. */
struct row {
	const char *name, *operands; /* from nucleus/ops.h */
	int id, line;
	char *text;          /* the assembly, with {d} {a} {b} {i} {k} in it */
	uint8_t len, ties;   /* enum tie */
	struct operand o[3]; /* a register has bits here, if it is not tied */
	uint8_t base[CODE_MAX];
	uint8_t mask[3][64][CODE_MAX];
};

struct spec {
	const char *path;
	struct buf file; /* what it says; isa and mc point into it */
	char *isa, *mc;
	char *reg[REGS_MAX];     /* NULL: not a register for rows */
	char *alt[26][REGS_MAX]; /* `regs.x`: the names for {d.x} */
	unsigned nregs, cell, npool, dsp, rp;
	uint8_t pool[16];
	struct row row[ROWS_MAX]; /* in the file's order */
	unsigned nrows;
};

/* learn_read.c: ops files (doc/spec/ops.md) -------------------------------- */
/* Read s->path into *s, which is zero but for that. Says what is wrong, with
 * file and line, and returns false. spec_free() frees all but s itself. */
bool spec_read(struct spec *s);
void spec_free(struct spec *s);
/* The n-th row of that operation from 0, NULL: not so many. */
struct row *spec_row(struct spec *s, int id, unsigned n);
/* Say `file:line: ...` on stderr; always false. */
bool spec_fault(const struct spec *s, int line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* The place of an operand in a row's tuple, -1 if it has none; that of d for
 * an a that is tied to it. */
int row_operand(const struct row *r, char letter);
bool row_has_reg(const struct row *r, int i);
/* The value that these encoded bits of an operand stand for. */
int64_t operand_value(const struct operand *o, uint64_t raw);

/* learn_mc.c: samples through llvm-mc -------------------------------------- */
struct batch {
	FILE *source;
	char *text; /* what was written to source */
	size_t text_bytes;
	struct buf object;
	size_t at; /* in object: where the next sample starts */
};

void batch_open(struct batch *b);
/* Add the row's assembly with these operands. */
void batch_put(struct batch *b, const struct spec *s, const struct row *r,
	const struct tuple *t);
/* Assemble all. Says what llvm-mc said of which row and returns false. */
bool batch_assemble(struct batch *b, const struct spec *s);
/* The code of the next sample, in the order of batch_put. */
const uint8_t *batch_next(struct batch *b, size_t *len);
void batch_close(struct batch *b);

/* learn.c ------------------------------------------------------------------ */
/* Learn the base and the masks of every row. */
bool learn(struct spec *s);
/* Compare so many random tuples of every row with llvm-mc; says the total,
 * and each row that differs. */
bool prove(const struct spec *s, unsigned tuples, uint64_t seed);
/* The code of one row for one tuple: r->len bytes. */
void encode(const struct row *r, const struct tuple *t, uint8_t *code);

/* learn_table.c ------------------------------------------------------------ */
/* Write the rows as C. false, said why: they don't fit the table. Uses the
 * masks up. */
bool put_table(FILE *out, struct spec *s);

/* learn_new.c: the files of a port that is to be written ------------------- */
/* Make port/isa with its five files. false, said why: it is there already. */
bool port_new(const char *isa);
#endif
