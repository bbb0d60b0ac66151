/* learn_read.c - read an ops file: an ISA's registers and its rows. */
/* SPDX-License-Identifier: 0BSD */
/* The format is doc/spec/ops.md. */
#include "learn.h"
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define OP_INFO(id, name, operands, meaning) {#id, name, operands},
static const struct {
	const char *id, *name, *operands;
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

	return at ? (int)(at - r->operands) : -1;
}

bool
row_has_reg(const struct row *r, int i)
{
	return r->op.o[i].nbits && r->operands[i] != 'i';
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

/* i<bits>[s|u][*scale][@n]; no letter: a whole cell. */
static bool
parse_imm(const struct spec *s, const char *word, struct operand *o)
{
	char *p;
	unsigned long bits = strtoul(word + 1, &p, 10), scale = 1, rel = NO_REL;

	o->is_signed = *p != 'u';
	if (*p == 's' || *p == 'u')
		p++;
	else if (bits != s->cell * 8)
		return false;
	if (*p == '*')
		scale = strtoul(p + 1, &p, 10);
	if (*p == '@')
		rel = strtoul(p + 1, &p, 10);
	o->shift = bits_for(scale);
	if (*p || bits > 64 || rel > NO_REL || scale != 1ul << o->shift ||
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
	if (!word || *word != want)
		return false;
	if (want == 'i')
		return parse_imm(s, word, o);
	o->nbits = bits_for(s->nregs);
	o->rel = NO_REL;
	return word[1] == 0;
}

static struct row *
find_row(struct spec *s, const char *name)
{
	for (int id = 0; id < OP_COUNT; id++)
		if (!strcmp(s->row[id].name, name))
			return &s->row[id];
	return NULL;
}

/* One row; head is what stood before the colon. */
static bool
parse_row(struct spec *s, int line, char *head, char *text)
{
	char *save = NULL, *word = strtok_r(head, blanks, &save);
	struct row *r = word ? find_row(s, word) : NULL;

	if (!r)
		return spec_fault(
			s, line, "no such operation: `%s`", word ? word : "");
	if (r->op.present)
		return spec_fault(s, line, "`%s` again", word);
	for (int i = 0; r->operands[i]; i++) {
		word = strtok_r(NULL, blanks, &save);
		if (!parse_operand(s, r->operands[i], word, &r->op.o[i]))
			return spec_fault(s, line,
				"`%s` wants operand `%c` "
				"here, not `%s`",
				r->name, r->operands[i], word ? word : "");
	}
	while ((word = strtok_r(NULL, blanks, &save)))
		if (!strcmp(word, "d!=a"))
			r->op.d_not_a = 1;
		else if (!strcmp(word, "d!=b"))
			r->op.d_not_b = 1;
		else
			return spec_fault(s, line,
				"`%s` is neither d!=a nor "
				"d!=b",
				word);
	r->op.present = 1;
	r->line = line;
	r->text = text;
	return true;
}

/* Names by position into names, `-` as NULL; *count of them. */
static bool
parse_names(char **names, unsigned *count, char *save)
{
	char *word;

	for (*count = 0; (word = strtok_r(NULL, blanks, &save)); ++*count) {
		if (*count == REGS_MAX)
			return false;
		names[*count] = strcmp(word, "-") ? word : NULL;
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

static bool
parse_pool(struct spec *s, char *save)
{
	char *word;

	while ((word = strtok_r(NULL, blanks, &save))) {
		unsigned reg = find_reg(s, word);

		if (reg == NO_REG || s->npool == sizeof s->pool)
			return false;
		s->pool[s->npool++] = (uint8_t)reg;
	}
	return s->npool > 0;
}

/* isa mc cell regs regs.x pool dsp rp: false if the line makes no sense. */
static bool
parse_setting(struct spec *s, char *line)
{
	char *save = NULL, *key = strtok_r(line, blanks, &save), *value;

	if (!strcmp(key, "mc"))
		return (s->mc = save) != NULL;
	if (!strcmp(key, "regs"))
		return parse_names(s->reg, &s->nregs, save);
	if (!strncmp(key, "regs.", 5))
		return parse_alt(s, key, save);
	if (!strcmp(key, "pool"))
		return parse_pool(s, save);
	value = strtok_r(NULL, blanks, &save);
	if (!value)
		return false;
	if (!strcmp(key, "isa"))
		return strlen(s->isa = value) < ISA_NAME_BYTES;
	if (!strcmp(key, "cell"))
		return (s->cell = (unsigned)strtoul(value, NULL, 10)) > 0;
	if (!strcmp(key, "dsp"))
		return (s->dsp = find_reg(s, value)) != NO_REG;
	if (!strcmp(key, "rp"))
		return (s->rp = find_reg(s, value)) != NO_REG ||
		       !strcmp(value, "-");
	return false;
}

static bool
parse_line(struct spec *s, int line, char *text)
{
	char *colon = strchr(text, ':');

	if (!colon)
		return parse_setting(s, text) ||
		       spec_fault(s, line, "cannot be: `%s`", text);
	*colon++ = 0;
	return parse_row(s, line, text, colon + strspn(colon, blanks));
}

static bool
complete(const struct spec *s)
{
	const char *missing = !s->isa            ? "isa"
			      : !s->mc           ? "mc"
			      : !s->cell         ? "cell"
			      : !s->nregs        ? "regs"
			      : !s->npool        ? "pool"
			      : s->dsp == NO_REG ? "dsp"
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
	for (int id = 0; id < OP_COUNT; id++) {
		s->row[id].id = ops[id].id;
		s->row[id].name = ops[id].name;
		s->row[id].operands = ops[id].operands;
	}
	for (p = s->file.p; *p;) {
		int first = line;
		char *text = next_line(&p, &line);

		if (*text && *text != '#')
			good = parse_line(s, first, text) && good;
	}
	return good && complete(s);
}
