/* learn_table.c - what was learned of an ISA, as C: out/<isa>/ops.c. */
/* SPDX-License-Identifier: 0BSD */
#include "learn.h"
#include <stdlib.h>

/* Table offsets so far: words, pieces. */
struct offsets {
	unsigned words, pieces;
};

static bool
bit_of(const uint8_t *code, unsigned at)
{
	return code[at / 8] >> at % 8 & 1;
}

/* How many bits of operand i from k on go to neighbouring bits of the code,
 * from `at` on, within a word; takes them out of the masks. */
static unsigned
take_run(struct row *r, int i, unsigned k, unsigned at)
{
	unsigned n = 0, word = at / 64;

	for (; k + n < r->o[i].nbits && (at + n) / 64 == word; n++) {
		if (!bit_of(r->mask[i][k + n], at + n))
			break;
		r->mask[i][k + n][(at + n) / 8] ^= (uint8_t)(1 << (at + n) % 8);
	}
	return n;
}

/* The masks as pieces (struct piece). How many. */
static unsigned
put_pieces(FILE *out, struct row *r)
{
	unsigned count = 0, n;

	for (int i = 0; i < 3; i++)
		for (unsigned k = 0; k < r->o[i].nbits; k++)
			for (unsigned at = 0; at < r->len * 8u; at++) {
				if (!(n = take_run(r, i, k, at)))
					continue;
				fprintf(out, "\t{ %d, %u, %u, %u, %u },\n", i,
					k + r->o[i].shift, n, at / 64, at % 64);
				count++;
			}
	return count;
}

static void
put_words(FILE *out, const struct row *r)
{
	for (unsigned i = 0; i < r->len; i += 8) {
		uint64_t word = 0;

		for (unsigned k = 0; k < 8 && i + k < r->len; k++)
			word |= (uint64_t)r->base[i + k] << 8 * k;
		fprintf(out, "\t0x%016llx,\n", (unsigned long long)word);
	}
}

static void
put_row(FILE *out, const struct row *r, const struct offsets *at, unsigned n)
{
	fprintf(out, "\t{ %u, %u, %u, %u, %u, {", r->len, r->ties, n, at->words,
		at->pieces);
	for (int i = 0; i < 3; i++) {
		const struct operand *o = &r->o[i];

		fprintf(out, " { %u, %u, %u, %u },",
			row_has_reg(r, i) ? 0 : o->nbits, o->shift,
			o->is_signed, o->rel);
	}
	fprintf(out, " } }, /* %s */\n", r->name);
}

/* words[], pieces[] and row[] side by side; the operations' first rows go to
 * first[]. */
static bool
put_rows(struct spec *s, FILE *part[3], unsigned first[OP_COUNT + 1])
{
	struct offsets at = {0};
	struct row *r;
	unsigned n = 0, pieces;

	for (int id = 0; id < OP_COUNT; id++) {
		first[id] = n;
		for (unsigned i = 0; (r = spec_row(s, id, i)); i++, n++) {
			put_words(part[0], r);
			pieces = put_pieces(part[1], r);
			put_row(part[2], r, &at, pieces);
			at.words += (r->len + 7u) / 8;
			at.pieces += pieces;
			if (pieces > UINT8_MAX)
				return spec_fault(s, r->line,
					"`%s`: more than %d pieces", r->name,
					UINT8_MAX);
		}
	}
	first[OP_COUNT] = n;
	return true;
}

static void
put_isa(FILE *out, const struct spec *s, const unsigned first[OP_COUNT + 1])
{
	fprintf(out,
		"const struct isa isa_native = {\n\t.name = \"%s\",\n"
		"\t.cell = %u,\n\t.dsp = %u,\n\t.rp = %u,\n\t.npool = %u,\n"
		"\t.pool = {",
		s->isa, s->cell, s->dsp, s->rp, s->npool);
	for (unsigned i = 0; i < s->npool; i++)
		fprintf(out, " %u,", s->pool[i]);
	fputs(" },\n\t.first = {", out);
	for (unsigned i = 0; i <= OP_COUNT; i++)
		fprintf(out, "%s %u,", i % 10 ? "" : "\n\t\t", first[i]);
	fputs(" },\n\t.row = row,\n\t.words = words,\n\t.pieces = pieces,\n"
	      "};\n",
		out);
}

bool
put_table(FILE *out, struct spec *s)
{
	static const char *const type[] = {
		"uint64_t words", "struct piece pieces", "struct op_row row"};
	unsigned first[OP_COUNT + 1];
	char *text[3];
	size_t size[3];
	FILE *part[3];
	bool good;

	for (int i = 0; i < 3; i++)
		part[i] = must(open_memstream(&text[i], &size[i]));
	good = put_rows(s, part, first);
	fprintf(out,
		"/* ops.c - learned from %s: do not edit. */\n"
		"/* SPDX-License-Identifier: 0BSD */\n"
		"#include \"nucleus/ops.h\"\n\n",
		s->path);
	for (int i = 0; i < 3; i++) {
		fclose(part[i]);
		fprintf(out, "static const %s[] = {\n%s};\n\n", type[i],
			text[i]);
		free(text[i]);
	}
	put_isa(out, s, first);
	return good;
}
