/* replay.c - play a golden transcript against a node and compare. */
/* SPDX-License-Identifier: 0BSD */
/* use: out/replay test/transcript/MACHINE/NAME.txt
 * The rules of the format are doc/spec/transcript.md. The typed lines go to
 * the node through `out/disco talk`. After each group of typed lines that has
 * an expected answer the node is told to print a mark, by which the answers
 * are told apart. */
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	LINES_MAX = 2000,
	MARK = 0x1f
};

static const char *path;
static char *lines[LINES_MAX]; /* of the transcript that say something */
static int numbers[LINES_MAX]; /* and where they stand */
static int nlines;
static char *answer; /* all that disco printed; `at` goes through it */
static char *at;
static int exact; /* expected lines without a placeholder */

static noreturn void __attribute__((format(printf, 2, 3)))
fail(int line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	printf("%s:%d: ", path, numbers[line]);
	vprintf(format, args);
	putchar('\n');
	va_end(args);
	exit(EXIT_FAILURE);
}

static bool
typed(const char *line)
{
	return line[0] == '>' && (line[1] == ' ' || !line[1]);
}

static void
trim(char *line)
{
	size_t n = strlen(line);

	while (n && isspace((unsigned char)line[n - 1]))
		line[--n] = 0;
}

static char *
read_all(FILE *f)
{
	size_t n = 0, size = 1 << 20;
	char *text = malloc(size);

	if (!f || !text) {
		perror(path);
		exit(EXIT_FAILURE);
	}
	n = fread(text, 1, size - 1, f);
	text[n] = 0;
	return text;
}

/* Cut the transcript into lines, without comments and blank lines. */
static void
read_transcript(void)
{
	FILE *f = fopen(path, "r");
	char *text = read_all(f);
	int number = 0;

	fclose(f);
	while (text && nlines < LINES_MAX) {
		char *line = strsep(&text, "\n");

		trim(line);
		number++;
		if (!*line || *line == '#')
			continue;
		numbers[nlines] = number;
		lines[nlines++] = line;
	}
	if (!nlines || !typed(lines[0]))
		fail(0, "the first line is not a typed one");
}

/* Line i is the first typed line after an expected one. */
static bool
begins_group(int i)
{
	return i && typed(lines[i]) && !typed(lines[i - 1]);
}

/* Write the lines to type, with a mark after each group's answer. */
static void
write_script(const char *script)
{
	FILE *f = fopen(script, "w");

	if (!f)
		fail(0, "%s: %s", script, strerror(errno));
	for (int i = 0; i < nlines; i++) {
		if (begins_group(i))
			fprintf(f, "$%x emit\n", MARK);
		if (typed(lines[i]))
			fprintf(f, "%s\n", lines[i][1] ? lines[i] + 2 : "");
	}
	fprintf(f, "$%x emit\n", MARK);
	fclose(f);
}

/* ISA-MACHINE out of .../ISA-MACHINE/name.txt as options, and those of the
 * `# options: ...` comment, which is the file's first line if there is one. */
static void
options(char *text, size_t size)
{
	char *copy = strdup(path), *directory, *machine, first[256] = "";
	FILE *f = fopen(path, "r");

	*strrchr(copy, '/') = 0;
	directory = strrchr(copy, '/') + 1;
	machine = strchr(directory, '-');
	if (machine)
		*machine++ = 0;
	if (!fgets(first, sizeof first, f) || strncmp(first, "# options: ", 11))
		first[0] = 0;
	trim(first);
	snprintf(text, size, "%s%s%s %s", directory, machine ? " -M " : "",
		machine ? machine : "", first[0] ? first + 11 : "");
	fclose(f);
	free(copy);
}

static void
talk(void)
{
	char how[600], script[64], command[800];
	FILE *f;
	int status;

	snprintf(script, sizeof script, "out/test/replay-%d.fth", getpid());
	write_script(script);
	options(how, sizeof how);
	snprintf(command, sizeof command, "out/disco talk %s %s", how, script);
	printf("%s\n", command);
	fflush(stdout);
	f = popen(command, "r");
	answer = at = read_all(f);
	status = pclose(f);
	unlink(script);
	if (status)
		fail(0, "disco talk ended with status %d; it printed: %.2000s",
			WEXITSTATUS(status), answer);
}

/* The next line that is not blank, or NULL at a mark. A line cut short by a
 * mark ends there, and the mark stays to be found. */
static char *
next_answer(void)
{
	static char line[4096];

	while (*at && *at != MARK) {
		size_t n = strcspn(at, "\n\x1f");

		snprintf(line, sizeof line, "%.*s", (int)n, at);
		at += n + (at[n] == '\n');
		trim(line);
		if (*line)
			return line;
	}
	return NULL;
}

/* Nothing more may come before the next mark. */
static void
expect_mark(int i)
{
	char *got = next_answer();

	if (got)
		fail(i, "\n   expected no more\n   got      %s", got);
	if (*at++ != MARK)
		fail(i, "the node's answers end here");
}

/* Match one placeholder, pattern at `{`. Returns how much of s it takes, 0 if
 * it doesn't match. */
static size_t
placeholder(const char *pattern, const char *s)
{
	char *end = NULL;
	long long low, high, n;

	if (!strncmp(pattern, "{hex}", 5)) {
		size_t prefix = *s == '$' ? 1 : strncmp(s, "0x", 2) ? 0 : 2;
		size_t digits = strspn(s + prefix, "0123456789abcdefABCDEF");

		return digits ? prefix + digits : 0;
	}
	if (strncmp(pattern, "{n", 2) && strncmp(pattern, "{us}", 4))
		return 0;
	if (!isdigit((unsigned char)*s) && *s != '-')
		return 0;
	n = strtoll(s, &end, 10);
	if (sscanf(pattern, "{n %lld..%lld}", &low, &high) == 2 &&
		(n < low || n > high))
		return 0;
	return (size_t)(end - s);
}

static bool
matches(const char *pattern, const char *s)
{
	while (*pattern) {
		const char *close = strchr(pattern, '}');

		if (*pattern == '{' && close && strchr("nuh", pattern[1])) {
			size_t n = placeholder(pattern, s);

			if (!n)
				return false;
			s += n;
			pattern = close + 1;
		} else if (*pattern++ != *s++)
			return false;
	}
	return !*s;
}

/* A line that only consists of placeholders says nothing. */
static void
check_exact(int i)
{
	bool inside = false, letters = false, any = false;

	for (const char *p = lines[i]; *p; p++) {
		if (*p == '{')
			inside = any = true;
		else if (*p == '}')
			inside = false;
		else if (!inside && !isspace((unsigned char)*p))
			letters = true;
	}
	if (!letters)
		fail(i, "a bare wildcard line: %s", lines[i]);
	exact += !any;
}

static void
compare(void)
{
	for (int i = 0; i < nlines; i++) {
		char *got;

		if (begins_group(i))
			expect_mark(i);
		if (typed(lines[i]))
			continue;
		check_exact(i);
		got = next_answer();
		if (!got || !matches(lines[i], got))
			fail(i, "\n   expected %s\n   got      %s", lines[i],
				got ? got : "(no more)");
	}
	expect_mark(nlines - 1);
}

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "use: replay TRANSCRIPT\n");
		return 2;
	}
	path = argv[1];
	read_transcript();
	talk();
	compare();
	if (!exact)
		fail(0, "no line of it states an exact fact");
	return 0;
}
