/* bench_compile.c - how fast source is compiled: ours and gforth's. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
	LINES = 100000,
	GROUP = 16, /* lines; 3 is a constant, 6 a variable, the rest words */
	CONSTANT = 3,
	VARIABLE = 6,
	WORD = 8
};
static uint64_t seed;

static unsigned
any(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

/* Each leaves one number in place of one; % is a number, & an earlier word,
 * = an earlier constant, $ an earlier variable. */
static const char *const phrases[] = {"& &", "dup & = and xor", "&",
	"dup & swap - abs", "= +", "$ @ +", "dup $ !", "% +", "% -", "% *",
	"negate", "1+ 2*", "dup 2/ xor", "% and", "dup % < if % + then",
	"dup % > if % - else 1+ then", "% 0 do i xor loop",
	"begin dup % > while 2/ repeat", "dup >r % + r> xor",
	"% swap over + or", "dup 0< if negate then % min", "% max"};
enum {
	PHRASES = sizeof phrases / sizeof *phrases,
	REFERENCES = 7 /* the first of them */
};

static void
add_name(struct buf *b, unsigned line)
{
	static const char *const stems[8] = {"scale", "next-", "total", "limit",
		"step", "mask-of-", "pack", "bound"};

	buf_print(b, "%s%u", stems[line % 8], line);
}

static void
add_phrase(struct buf *b, unsigned line)
{
	unsigned from = line < GROUP ? REFERENCES : 0;

	for (const char *p = phrases[from + any(PHRASES - from)]; *p; p++) {
		unsigned group = any(line / GROUP + !!from) * GROUP;

		switch (*p) {
		case '%': buf_print(b, "%u", any(200) + 1); break;
		case '&': add_name(b, group + WORD + any(8)); break;
		case '=': add_name(b, group + CONSTANT); break;
		case '$': add_name(b, group + VARIABLE); break;
		default: buf_add(b, p, 1);
		}
	}
	buf_add(b, " ", 1);
}

/* One definition in each line. */
static void
add_line(struct buf *b, unsigned line)
{
	unsigned kind = line % GROUP;

	if (kind == CONSTANT)
		buf_print(b, "%u constant ", any(1000));
	else
		buf_print(b, kind == VARIABLE ? "variable " : ": ");
	add_name(b, line);
	if (kind != CONSTANT && kind != VARIABLE) {
		buf_print(b, "  ( n -- n2 )  ");
		for (unsigned n = 2 + any(3); n; n--)
			add_phrase(b, line);
		buf_print(b, ";");
	}
	buf_print(b, "\n");
}

/* Words of source: what blanks separate, comments not counted. */
static unsigned
count_words(const char *p, const char *end)
{
	unsigned words = 0;

	while (p < end) {
		size_t n = strcspn(p, " \t\n");
		bool one = n == 1;

		if (one && *p == '\\')
			p += strcspn(p, "\n");
		else if (one && *p == '(')
			p += strcspn(p, ")") + 1;
		else {
			words += n > 0;
			p += n + 1;
		}
	}
	return words;
}

/* All of forth/, as the image holds it: name, 0, u32 length, text. */
static unsigned
count_forth(void)
{
	char *path = beside("gen/host.raw");
	struct buf b = {0};
	unsigned words = 0;

	if (!file_read(path, &b))
		die(EXIT_FAILED, "there is no %s yet: run `make`", path);
	for (const char *p = b.p; *p;) {
		uint32_t size;

		p += strlen(p) + 1;
		memcpy(&size, p, sizeof size);
		words += count_words(p + 4, p + 4 + size);
		p += 4 + size;
	}
	buf_free(&b);
	free(path);
	return words;
}

/* Make the file, and the text that loads it and prints how long that took.
 * Returns the words in it. */
static unsigned
generate(struct buf *text)
{
	char *path = bench_out("lines.fth");
	FILE *f = fopen(path, "w");
	struct buf b = {0};
	unsigned words;

	seed = 1;
	for (unsigned line = 0; line < LINES; line++)
		add_line(&b, line);
	if (!f || fwrite(b.p, 1, b.len, f) != b.len || fclose(f))
		die(EXIT_FAILED, "cannot write %s: %s", path, strerror(errno));
	words = count_words(b.p, b.p + b.len);
	buf_print(text, "ticks s\" %s\" included ticks swap - 5 ", path);
	add_name(text, LINES - 1);
	buf_print(text, " .( timed ) . . ticks/s .");
	buf_free(&b);
	free(path);
	return words;
}

/* Seconds, and the sum that the text prints; 0 and no sum if it does not. */
static double
ask(bool ours, const char *text, char sum[24])
{
	char *node = beside("host/discovery");
	char *before = bench_file("lib/gforth.fth");
	char *line = string("\005%s bye\n", text);
	struct args a = {0};
	struct buf out = {0};
	double s = 0;

	strcpy(sum, "nothing");
	args_add(&a, "%s", ours ? node : "gforth-fast");
	if (!ours) {
		args_add(&a, "-m");
		args_add(&a, "256M");
		args_add(&a, "%s", before);
		args_add(&a, "-e");
		args_add(&a, "%s bye", text);
	}
	output_of(&a, ours ? line : "", &out);
	if (!timed(&out, sum, &s))
		say("%s gave no time for `%s`; it printed:\n%.2000s",
			ours ? "our Forth" : "gforth", text, out.p);
	buf_free(&out);
	free(line);
	free(before);
	free(node);
	return s;
}

static void
add_result(json_t *all, const char *what, unsigned words, double s,
	double gforth_s)
{
	json_array_append_new(
		all, json_pack("{s:s,s:i,s:f,s:f}", "source", what, "words",
			     (int)words, "us", s * 1e6, "gforth_us",
			     gforth_s * 1e6));
}

void
print_compiled(const json_t *all)
{
	size_t i;
	json_t *r;

	if (!json_array_size(all))
		return;
	printf("\n%-10s %9s  %9s  %10s  %11s  %8s  %11s\n", "source", "words",
		"ours, ms", "words/s", "gforth, ms", "words/s", "gforth/ours");
	json_array_foreach(all, i, r)
	{
		double words = json_number_value(json_object_get(r, "words"));
		double us = json_number_value(json_object_get(r, "us"));
		double other =
			json_number_value(json_object_get(r, "gforth_us"));

		printf("%-10s %9.0f  %9.1f  %10.0f", json_text(r, "source"),
			words, us / 1e3, words / us * 1e6);
		if (other > 0)
			printf("  %11.1f  %8.0f  %11.2f", other / 1e3,
				words / other * 1e6, other / us);
		putchar('\n');
	}
}

/* Interleaved; medians. The last word of the file must give both the same. */
bool
bench_compile(json_t *results, json_t *aims, int runs)
{
	static const char since_start[] =
		"ticks 'start @ - .( timed ) 0 . . ticks/s .";
	struct buf text = {0};
	unsigned words = generate(&text), forth = count_forth();
	char sum[24], other[24];
	double start[RUNS], ours[RUNS], gforth[RUNS];
	bool agree = true;

	for (int i = 0; i < runs; i++) {
		start[i] = ask(true, since_start, sum);
		ours[i] = ask(true, text.p, sum);
		gforth[i] = ask(false, text.p, other);
		agree = agree && start[i] > 0 && ours[i] > 0 &&
			!strcmp(sum, other);
	}
	buf_free(&text);
	if (!agree) {
		say("lines.fth: we give %s, gforth gives %s", sum, other);
		return false;
	}
	add_result(results, "forth/", forth, median(start, runs), 0);
	add_result(results, "generated", words, median(ours, runs),
		median(gforth, runs));
	target(aims, "words per second, the generated file",
		words / median(ours, runs), 2e6, true);
	target(aims, "words per second, forth/", forth / median(start, runs),
		2e6, true);
	target(aims, "milliseconds for forth/", median(start, runs) * 1e3, 100,
		false);
	return true;
}
