/* decode.c - code read back as operations, by the rows that made it. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* All pieces of row r: of x into the words w, or out of w ^ base into x. */
static void
move_pieces(const struct op_row *r, uint64_t *w, uint64_t *x, bool out)
{
	const struct piece *p = isa_native.pieces + r->piece;

	for (const struct piece *end = p + r->npieces; p < end; p++) {
		uint64_t mask = ~(uint64_t)0 >> (64 - p->bits);

		if (out)
			x[p->operand] |= (w[p->word] >> p->at & mask)
					 << p->from;
		else
			w[p->word] ^= (x[p->operand] >> p->from & mask)
				      << p->at;
	}
}

/* Is the code at `at` row r, and with which operands? Pieces may overlap: what
 * they say is tried, and must make the same code. */
static bool
is_row(const char *at, const struct op_row *r, cell *v)
{
	uint64_t w[8], x[3] = {0, 0, 0};

	memcpy(w, at, r->len);
	for (int i = 0; i < r->len; i += 8)
		w[i / 8] ^= isa_native.words[r->base + i / 8];
	move_pieces(r, w, x, true);
	if (r->ties & D_IS_A)
		x[0] = x[1] |= x[0];
	move_pieces(r, w, x, false);
	for (int i = 0; i < r->len; i++)
		if (((const char *)w)[i])
			return false;
	for (int i = 0; i < 3; i++) {
		const struct operand *o = &r->o[i];
		int unused = CELL_BITS - o->nbits - o->shift;

		v[i] = (cell)x[i];
		if (o->is_signed && unused > 0)
			v[i] = (cell)((ucell)x[i] << unused) >> unused;
		if (o->rel == REL_NEGATED)
			v[i] = -v[i];
		else if (o->rel != REL_NONE)
			v[i] += (cell)at + o->rel;
	}
	return true;
}

/* ( addr -- x0 x1 x2 z-operands z-name u ) The longest row that is there; the
 * name is "?" if none is, and u then the unit in which sizes of code go. */
PRIM(p_decode)
{
	static const char *const names[] = {
#define NAME(id, name, operands, meaning) name,
		OPS(NAME)};
	const char *at = (const char *)*sp;
	const struct op_row *r;
	cell v[3], sizes = 0, len = 0;

	sp -= 5;
	sp[2] = (cell) "";
	sp[1] = (cell) "?";
	for (int op = 0, n = 0; op < OP_COUNT; op++)
		for (; n < isa_native.first[op + 1]; n++) {
			r = &isa_native.row[n];
			sizes |= r->len;
			if (!r->len || r->len < len || !is_row(at, r, v))
				continue;
			len = r->len;
			for (int i = 0; i < 3; i++)
				sp[5 - i] = v[i];
			sp[2] = (cell)op_operands[op];
			sp[1] = (cell)names[op];
		}
	sp[0] = len ? len : sizes & -sizes;
	return sp;
}
