/* decode.c - code read back as operations, by the rows that made it. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* Bits of operands, x, XORed over the words w where row r has them. */
static void
toggle(const struct op_row *r, uint64_t *w, const uint64_t *x)
{
	const struct piece *p = isa_native.pieces + r->piece;

	for (int i = 0; i < r->npieces; i++, p++)
		w[p->word] ^= (x[p->operand] >> p->from &
				      ~(uint64_t)0 >> (64 - p->bits))
			      << p->at;
}

/* What the words w say of the operands x, as far as one looks at the bits
 * `look` of them; seen: the bits of x that were told. */
static void
collect(const struct op_row *r, const uint64_t *w, const uint64_t *look,
	uint64_t *x, uint64_t *seen)
{
	const struct piece *p = isa_native.pieces + r->piece;

	for (int i = 0; i < r->npieces; i++, p++) {
		uint64_t m =
			look[p->word] >> p->at & ~(uint64_t)0 >> (64 - p->bits);

		x[p->operand] |= (w[p->word] >> p->at & m) << p->from;
		seen[p->operand] |= m << p->from;
	}
}

/* Is the code at `at` row r, and with which operands? Where two pieces meet,
 * one of them must have a place of its own as well. */
static bool
is_row(const char *at, const struct op_row *r, cell *v)
{
	const struct piece *p = isa_native.pieces + r->piece;
	uint64_t w[8], once[8] = {0}, many[8] = {0}, own[8], x[3] = {0, 0, 0};
	uint64_t known[3] = {0, 0, 0}, y[3] = {0, 0, 0}, seen[3] = {0};

	memcpy(w, at, r->len);
	for (int i = 0; i < r->len; i += 8)
		w[i / 8] ^= isa_native.words[r->base + i / 8];
	for (int i = 0; i < r->npieces; i++, p++) {
		uint64_t m = ~(uint64_t)0 >> (64 - p->bits) << p->at;

		many[p->word] |= once[p->word] & m;
		once[p->word] |= m;
	}
	for (int i = 0; i < 8; i++)
		own[i] = once[i] & ~many[i];
	collect(r, w, own, x, known);
	toggle(r, w, x);
	collect(r, w, once, y, seen);
	for (int i = 0; i < 3; i++)
		y[i] &= ~known[i];
	toggle(r, w, y);
	for (int i = 0; i < 3; i++)
		x[i] |= y[i];
	if (r->ties & D_IS_A)
		x[0] = x[1] |= x[0];
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
		else if (o->rel < REL_POSITIVE)
			v[i] += (cell)at + o->rel;
	}
	return true;
}

/* ( addr -- x0 x1 x2 z-operands z-name u ) The longest row that is there, the
 * one with fewest operands of several; the name is "?" if none is, and u then
 * the unit in which sizes of code go. */
PRIM(p_decode)
{
	static const char *const names[] = {
#define NAME(id, name, operands, meaning) name,
		OPS(NAME)};
	const char *at = (const char *)*sp;
	cell v[3], sizes = 0, best = 0;

	sp -= 5;
	sp[2] = (cell) "";
	sp[1] = (cell) "?";
	for (int op = 0, n = 0; op < OP_COUNT; op++)
		for (; n < isa_native.first[op + 1]; n++) {
			const struct op_row *r = &isa_native.row[n];
			cell rank = 4 * r->len - (cell)str_len(op_operands[op]);

			sizes |= r->len;
			if (!r->len || rank <= best || !is_row(at, r, v))
				continue;
			best = rank;
			for (int i = 0; i < 3; i++)
				sp[5 - i] = v[i];
			sp[2] = (cell)op_operands[op];
			sp[1] = (cell)names[op];
			sp[0] = r->len;
		}
	if (!best)
		sp[0] = sizes & -sizes;
	return sp;
}
