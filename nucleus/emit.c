/* emit.c - operations as bytes, by the learned rows of this ISA. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

bool row_lies[UINT8_MAX]; /* found out by verify.c: never used again */
int preferred_row = -1;   /* used wherever it suits, while it is tested */

/* Meanings ---------------------------------------------------------------- */
static ucell
umulh(ucell a, ucell b)
{
	const int h = CELL_BITS / 2;
	ucell low = ((ucell)1 << h) - 1;
	ucell al = a & low, ah = a >> h, bl = b & low, bh = b >> h;
	ucell mid = ah * bl + (al * bl >> h);
	return ah * bh + (mid >> h) + (((mid & low) + al * bh) >> h);
}

/* What operation op computes, in C: the yardstick of verify.c and the folding
 * of constants. */
ucell
op_meaning(int op, ucell a, ucell b, ucell i)
{
	cell a_ = (cell)a, b_ = (cell)b;
#define MEANING(id, name, operands, meaning)                                   \
	case OP_##id: return (ucell)(meaning);
	switch (op) {
		OPS(MEANING)
	}
	return 0;
}

const char op_operands[OP_COUNT][4] = {
#define OPERANDS(id, name, operands, meaning) operands,
	OPS(OPERANDS)};

/* The C helper that stands in for a row that is missing or lies. */
static cell *
help(int op, cell *sp)
{
	bool two = op_operands[op][2] == 'b';

	sp[two] = (cell)op_meaning(op, (ucell)sp[two], (ucell)sp[0], 0);
	return sp + two;
}
/* clang-format off */
#define HELPER(id, name, operands, meaning) \
	static cell *help_##id(cell *sp) { return help(OP_##id, sp); }
/* clang-format on */
OPS(HELPER)

prim_fn *
op_helper(int op)
{
#define HELPER_OF(id, name, operands, meaning) help_##id,
	static prim_fn *const helpers[OP_COUNT] = {OPS(HELPER_OF)};
	return helpers[op];
}

/* Rows -------------------------------------------------------------------- */
static bool
in_range(const struct operand *o, cell v)
{
	int bits = o->nbits + o->shift;
	ucell half = o->is_signed ? (ucell)1 << (bits - 1) : 0;

	return !((ucell)v & (((ucell)1 << o->shift) - 1)) &&
	       (bits >= CELL_BITS || ((ucell)v + half) >> bits == 0);
}

/* What is encoded for v in a row at address at. */
static cell
encoded(const struct operand *o, cell v, const char *at)
{
	switch (o->rel) {
	case REL_NONE: return v;
	case REL_POSITIVE: return v ? v : -1;
	case REL_NEGATED: return v < 0 ? -v : -1;
	default: return v - (cell)at - o->rel;
	}
}

/* Do these operands, at address at, suit row r? If at is null, all but the
 * target of a branch. */
static bool
suits(const struct op_row *r, const cell *v, const char *at)
{
	for (int i = 0; i < 3; i++)
		if (r->o[i].nbits && (at || r->o[i].rel >= REL_POSITIVE) &&
			!in_range(&r->o[i], encoded(&r->o[i], v[i], at)))
			return false;
	return !(r->ties & D_IS_A && v[0] != v[1]) &&
	       !(r->ties & D_NOT_A && v[0] == v[1]) &&
	       !(r->ties & D_NOT_B && v[0] == v[2]);
}

/* The last honest row of op that takes v (null: any), the one of longest
 * reach; or null. */
static const struct op_row *
far_row(int op, const cell *v)
{
	for (int n = isa_native.first[op + 1]; n-- > isa_native.first[op];)
		if (!row_lies[n] && (!v || suits(&isa_native.row[n], v, NULL)))
			return &isa_native.row[n];
	return NULL;
}

static void
put_row(char *at, const struct op_row *r, const cell *v)
{
	const struct piece *p = isa_native.pieces + r->piece;
	uint64_t w[8];

	for (int i = 0; i < r->len; i += 8)
		w[i / 8] = isa_native.words[r->base + i / 8];
	for (const struct piece *end = p + r->npieces; p < end; p++) {
		uint64_t x =
			(uint64_t)encoded(&r->o[p->operand], v[p->operand], at);

		w[p->word] ^= (x >> p->from & ~(uint64_t)0 >> (64 - p->bits))
			      << p->at;
	}
	memcpy(at, w, r->len);
}

static void
append(const struct op_row *r, const cell *v)
{
	if (!r || space.code + 64 > code_end)
		throw(IOR_DICT_FULL);
	put_row(space.code, r, v);
	space.code += r->len;
}

/* Is there a row for op at all? */
bool
op_has(int op)
{
	return far_row(op, NULL);
}

/* The row by which op would be emitted here, the first honest one that takes
 * these operands; null if none does. */
const struct op_row *
op_can(int op, cell x, cell y, cell z)
{
	const cell v[] = {x, y, z};
	const struct op_row *row = isa_native.row;
	int n = isa_native.first[op], end = isa_native.first[op + 1];

	if (preferred_row >= n && preferred_row < end &&
		suits(&row[preferred_row], v, space.code))
		return &row[preferred_row];
	for (; n < end; n++)
		if (!row_lies[n] && suits(&row[n], v, space.code))
			return &row[n];
	return NULL;
}

/* Append op; -8 if no row takes these operands. */
void
emit(int op, cell x, cell y, cell z)
{
	append(op_can(op, x, y, z), (const cell[]){x, y, z});
}

/* The target is a branch's last operand. */
static void
set_target(struct hole *h, const char *to)
{
	h->v[str_len(op_operands[h->op]) - 1] = (cell)to;
}

/* Append a branch to a place that is not known yet: by the first row that
 * would reach `near`; by the one of longest reach if that is null. */
struct hole
emit_open(int op, cell a, cell b, const char *near)
{
	struct hole h = {.at = space.code, .op = op, .v = {a, b, 0}};

	set_target(&h, near);
	h.row = near ? op_can(op, h.v[0], h.v[1], h.v[2]) : NULL;
	h.row = h.row ? h.row : far_row(op, h.v);
	append(h.row, h.v);
	return h;
}

/* The place is known now; false: the row does not reach it. */
bool
emit_close(struct hole *h, const char *to)
{
	set_target(h, to);
	bool good = suits(h->row, h->v, h->at);
	if (good)
		put_row(h->at, h->row, h->v);
	return good;
}
