/* learn_read.c - read an ops file: an ISA's registers and its rows. */
/* SPDX-License-Identifier: 0BSD */
/* The format is doc/spec/ops.md. */
#include "learn.h"
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define OP_INFO(id, name, operands, meaning) {name, operands},
static const struct {
	const char *name, *operands;
} ops[OP_COUNT] = {OPS(OP_INFO)};

static const char blanks[] = " \t";

bool
spec_fault(const struct spec *s, int line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fprintf(stderr, "%s:", s->path);
	if (line)
		fprintf(stderr, "%d:", line);
	fputc(' ', stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	return false;
}

int
row_operand(const struct row *r, char letter)
{
	const char *at = letter ? strchr(r->operands, letter) : NULL;

	if (letter == 'a' && r->ties & D_IS_A)
		return 0;
	return at ? (int)(at - r->operands) : -1;
}

static bool
is_imm(char letter)
{
	return letter == 'i' || letter == 'k';
}

bool
row_has_reg(const struct row *r, int i)
{
	return r->o[i].nbits && !is_imm(r->operands[i]);
}

struct row *
spec_row(struct spec *s, int id, unsigned n)
{
	for (struct row *r = s->row; r < s->row + s->nrows; r++)
		if (r->id == id && !n--)
			return r;
	return NULL;
}

int64_t
operand_value(const struct operand *o, uint64_t raw)
{
	unsigned unused = 64u - o->nbits;
	uint64_t high = raw << unused;
	int64_t v = o->is_signed ? (int64_t)high >> unused
				 : (int64_t)(high >> unused);

	return (int64_t)((uint64_t)v << o->shift);
}

static unsigned
find_reg(const struct spec *s, const char *name)
{
	for (unsigned i = 0; i < s->nregs; i++)
		if (s->reg[i] && !strcmp(s->reg[i], name))
			return i;
	return NO_REG;
}

static uint8_t
bits_for(unsigned long count)
{
	uint8_t bits = 0;

	while (bits < 63 && 1ul << bits < count)
		bits++;
	return bits;
}

/* i<bits>[s|u|n|p][*scale][@n], or k; no letter: a whole cell. */
static bool
parse_imm(const struct spec *s, const char *word, struct operand *o)
{
	char *p;
	unsigned long bits = strtoul(word + 1, &p, 10), scale = 1;
	unsigned long rel = *p == 'n'   ? REL_NEGATED
			    : *p == 'p' ? REL_POSITIVE
					: REL_NONE;

	o->is_signed = !*p || *p == 's';
	if (*p && strchr("sunp", *p))
		p++;
	else if (bits != s->cell * 8)
		return false;
	if (*p == '*')
		scale = strtoul(p + 1, &p, 10);
	if (*p == '@' && rel == REL_NONE)
		rel = strtoul(p + 1, &p, 10);
	o->shift = bits_for(scale);
	if (*p || bits > 64 || rel > REL_NONE || scale != 1ul << o->shift ||
		o->shift >= bits)
		return false;
	o->nbits = (uint8_t)(bits - o->shift);
	o->rel = (uint8_t)rel;
	return true;
}

static bool
parse_operand(
	const struct spec *s, char want, const char *word, struct operand *o)
{
	if (*word != want)
		return false;
	if (is_imm(want))
		return parse_imm(s, word, o);
	o->nbits = bits_for(s->nregs);
	o->rel = REL_NONE;
	return word[1] == 0;
}

static int
find_op(const char *name, size_t n)
{
	for (int id = 0; id < OP_COUNT; id++)
		if (strlen(ops[id].name) == n && !memcmp(ops[id].name, name, n))
			return id;
	return -1;
}

/* The brace that closes the one at p; NULL: none. */
static const char *
closing(const char *p)
{
	int depth = 0;

	for (; *p; p++) {
		depth += (*p == '{') - (*p == '}');
		if (!depth)
			return p;
	}
	return NULL;
}

/* Part n of [*p, *end), whose parts are divided by bars outside braces; the
 * last if there are not so many. How many there are. */
static unsigned
part(const char **p, const char **end, unsigned n)
{
	const char *start = *p, *stop = *end;
	unsigned count = 0;
	int depth = 0;

	for (const char *q = start; q <= stop; q++) {
		if (q < stop && *q != '|')
			depth += (*q == '{') - (*q == '}');
		if (q < stop && (*q != '|' || depth))
			continue;
		if (count++ <= n) {
			*p = start;
			*end = q;
		}
		start = q + 1;
	}
	return count;
}

/* Write [p, end) with op's text before and after a comma for {op} and {op2},
 * and of each {x|y} the part n. */
static void
expand(FILE *out, const char *p, const char *end, const char *op, unsigned n)
{
	while (p < end) {
		const char *from = p + 1, *to = *p == '{' ? closing(p) : NULL;

		if (to && !strncmp(p, "{op}", 4)) {
			fprintf(out, "%.*s", (int)strcspn(op, ","), op);
			p = to + 1;
		} else if (to && !strncmp(p, "{op2}", 5)) {
			fputs(op + strcspn(op, ",") + !!strchr(op, ','), out);
			p = to + 1;
		} else if (to && part(&from, &to, n) > 1) {
			expand(out, from, to, op, n);
			p = closing(p) + 1;
		} else {
			fputc(*p++, out);
		}
	}
}

static bool
constrain(struct row *r, const char *word)
{
	static const struct {
		const char *word;
		uint8_t tie;
	} known[] = {
		{"d=a", D_IS_A}, {"d!=a", D_NOT_A}, {"d!=b", D_NOT_B}, {"", 0}};

	for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(known[i].word, word)) {
			r->ties |= known[i].tie;
			if (r->ties & D_IS_A)
				r->o[1].nbits = 0;
			return true;
		}
	return false;
}

/* Everything there is, whatever the operands are, goes to this row. */
static bool
takes_all(const struct spec *s, const struct row *r)
{
	for (int i = 0; i < 3; i++)
		if (r->o[i].nbits && !row_has_reg(r, i) &&
			r->o[i].nbits != s->cell * 8)
			return false;
	return !r->ties;
}

/* What stands before the colon, taken apart. */
struct head {
	int line;
	unsigned nops, nwords, nparts;
	const char *op[24], *word[8]; /* name[=text]; operands, constraints */
};

/* The n-th alternative of word i, "" if there is no such word. */
static const char *
head_word(const struct head *h, unsigned i, unsigned n, char *to, size_t size)
{
	const char *p = i < h->nwords ? h->word[i] : "", *end = p + strlen(p);

	part(&p, &end, n);
	snprintf(to, size, "%.*s", (int)(end - p), p);
	return to;
}

/* Registers and immediates in the same places, whatever their letters. */
static bool
same_kinds(const char *one, const char *other)
{
	for (; *one && *other && is_imm(*one) == is_imm(*other); one++)
		other++;
	return *one == *other;
}

static bool
add_row(struct spec *s, const struct head *h, const char *member, unsigned n,
	const char *text)
{
	const char *op = strchrnul(member, '=');
	struct row *r = &s->row[s->nrows], *before = NULL;
	char word[32];
	unsigned i;
	size_t size;
	FILE *out;

	r->id = find_op(member, (size_t)(op - member));
	r->name = ops[r->id].name;
	r->operands = ops[find_op(h->op[0], strcspn(h->op[0], "="))].operands;
	r->line = h->line;
	if (!same_kinds(r->operands, ops[r->id].operands))
		return spec_fault(s, h->line,
			"`%s` has operands `%s`, those before it `%s`", r->name,
			ops[r->id].operands, r->operands);
	for (i = 0; i < s->nrows; i++)
		if (s->row[i].id == r->id)
			before = &s->row[i];
	if (before && takes_all(s, before))
		return spec_fault(s, h->line, "`%s` again", r->name);
	if (s->nrows == ROWS_MAX - 1)
		return spec_fault(s, h->line, "too many rows");
	for (i = 0; i < 3; i++)
		r->o[i].rel = REL_NONE;
	for (i = 0; r->operands[i]; i++)
		if (!parse_operand(s, r->operands[i],
			    head_word(h, i, n, word, sizeof word), &r->o[i]))
			return spec_fault(s, h->line,
				"`%s` wants operand `%c` "
				"here, not `%s`",
				r->name, r->operands[i], word);
	for (; i < h->nwords; i++)
		if (!constrain(r, head_word(h, i, n, word, sizeof word)))
			return spec_fault(s, h->line,
				"`%s` is neither d=a nor d!=a nor "
				"d!=b",
				word);
	out = must(open_memstream(&r->text, &size));
	expand(out, text, text + strlen(text), *op ? op + 1 : r->name, n);
	fclose(out);
	s->nrows++;
	return true;
}

/* A line of rows: each of its operations in each of its alternatives. */
static bool
parse_rows(struct spec *s, int line, char *head, const char *text)
{
	struct head h = {.line = line, .nparts = 1};
	char *save = NULL, *word = strtok_r(head, blanks, &save);
	const char *p, *end;
	bool good = true;

	for (; word && h.nops < 24; word = strtok_r(NULL, blanks, &save)) {
		if (find_op(word, strcspn(word, "=")) < 0)
			break;
		h.op[h.nops++] = word;
	}
	if (!h.nops)
		return spec_fault(
			s, line, "no such operation: `%s`", word ? word : "");
	for (; word && h.nwords < 8; word = strtok_r(NULL, blanks, &save)) {
		p = word;
		end = word + strlen(word);
		unsigned parts = part(&p, &end, 0);
		if (parts > h.nparts)
			h.nparts = parts;
		h.word[h.nwords++] = word;
	}
	for (unsigned n = 0; n < h.nparts && good; n++)
		for (unsigned i = 0; i < h.nops && good; i++)
			good = add_row(s, &h, h.op[i], n, text);
	return good;
}

/* Names by position into names, `-` as NULL, x8..x11 as four; *count of them.
 * They are spec_free()'s to free. */
static bool
parse_names(char **names, unsigned *count, char *save)
{
	char *word, *dots;

	for (*count = 0; (word = strtok_r(NULL, blanks, &save));) {
		size_t stem = strcspn(word, "0123456789");
		unsigned long from = 0, to = 0;

		dots = strstr(word, "..");
		if (dots && strlen(dots) <= 2 + stem)
			return false;
		if (dots) {
			from = strtoul(word + stem, NULL, 10);
			to = strtoul(dots + 2 + stem, NULL, 10);
			word[stem] = 0;
		}
		for (; from <= to; from++) {
			if (*count == REGS_MAX)
				return false;
			names[(*count)++] = dots ? string("%s%lu", word, from)
					    : strcmp(word, "-")
						    ? string("%s", word)
						    : NULL;
		}
	}
	return *count > 0;
}

static bool
parse_alt(struct spec *s, const char *key, char *save)
{
	unsigned count;

	return islower((unsigned char)key[5]) && !key[6] &&
	       parse_names(s->alt[key[5] - 'a'], &count, save) &&
	       count == s->nregs;
}

static void
free_names(char **names)
{
	for (unsigned i = 0; i < REGS_MAX; i++)
		free(names[i]);
}

static bool
parse_pool(struct spec *s, char *save)
{
	char *names[REGS_MAX] = {NULL};
	bool good = parse_names(names, &s->npool, save) &&
		    s->npool <= sizeof s->pool;
	unsigned reg;

	for (unsigned i = 0; i < s->npool && good; i++) {
		reg = names[i] ? find_reg(s, names[i]) : NO_REG;
		good = reg != NO_REG;
		s->pool[i] = (uint8_t)reg;
	}
	free_names(names);
	return good;
}

static bool
parse_isa(struct spec *s, char *save)
{
	const char *bytes;

	s->isa = strtok_r(NULL, blanks, &save);
	bytes = s->isa ? strtok_r(NULL, blanks, &save) : NULL;
	s->cell = bytes ? (unsigned)strtoul(bytes, NULL, 10) : 0;
	return s->cell && strlen(s->isa) < ISA_NAME_BYTES;
}

static bool
parse_stacks(struct spec *s, char *save)
{
	const char *dsp = strtok_r(NULL, blanks, &save);
	const char *rp = dsp ? strtok_r(NULL, blanks, &save) : NULL;

	if (!rp)
		return false;
	s->dsp = find_reg(s, dsp);
	s->rp = find_reg(s, rp);
	return s->dsp != NO_REG && (s->rp != NO_REG || !strcmp(rp, "-"));
}

/* isa mc regs regs.x pool stacks: false if the line makes no sense. */
static bool
parse_setting(struct spec *s, char *line)
{
	char *save = NULL, *key = strtok_r(line, blanks, &save);

	if (!strcmp(key, "isa"))
		return parse_isa(s, save);
	if (!strcmp(key, "mc"))
		return (s->mc = save) != NULL;
	if (!strcmp(key, "regs"))
		return parse_names(s->reg, &s->nregs, save);
	if (!strncmp(key, "regs.", 5))
		return parse_alt(s, key, save);
	if (!strcmp(key, "pool"))
		return parse_pool(s, save);
	return !strcmp(key, "stacks") && parse_stacks(s, save);
}

static bool
parse_line(struct spec *s, int line, char *text)
{
	char *colon = strchr(text, ':');

	if (!colon)
		return parse_setting(s, text) ||
		       spec_fault(s, line, "cannot be: `%s`", text);
	*colon++ = 0;
	return parse_rows(s, line, text, colon + strspn(colon, blanks));
}

static bool
complete(const struct spec *s)
{
	const char *missing = !s->isa            ? "isa"
			      : !s->mc           ? "mc"
			      : !s->nregs        ? "regs"
			      : !s->npool        ? "pool"
			      : s->dsp == NO_REG ? "stacks"
						 : NULL;

	return !missing || spec_fault(s, 1, "no line `%s`", missing);
}

/* The line at *p, with the lines that go on with it; moves *p and *line past
 * them. */
static char *
next_line(char **p, int *line)
{
	char *start = *p, *end = start;

	for (;; *end = ' ') {
		end = strchrnul(end, '\n');
		++*line;
		if (!*end || (end[1] != ' ' && end[1] != '\t'))
			break;
	}
	*p = *end ? end + 1 : end;
	*end = 0;
	return start;
}

bool
spec_read(struct spec *s)
{
	int line = 1;
	bool good = true;
	char *p;

	if (!file_read(s->path, &s->file))
		return spec_fault(s, 0, "%s", strerror(errno));
	s->dsp = s->rp = NO_REG;
	for (p = s->file.p; *p;) {
		int first = line;
		char *text = next_line(&p, &line);

		if (*text && *text != '#')
			good = parse_line(s, first, text) && good;
	}
	return good && complete(s);
}

void
spec_free(struct spec *s)
{
	for (unsigned i = 0; i < s->nrows; i++)
		free(s->row[i].text);
	free_names(s->reg);
	for (unsigned i = 0; i < 26; i++)
		free_names(s->alt[i]);
	buf_free(&s->file);
}
