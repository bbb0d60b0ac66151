/* learn_mc.c - many samples of assembly through one run of llvm-mc. */
/* SPDX-License-Identifier: 0BSD */
/* The samples are cut out of the object file at a mark that stands before the
 * first and after each one: no object format has to be known. A line
 * `# line "file"` before each sample makes llvm-mc blame the ops file. */
#include "learn.h"
#include <ctype.h>
#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char mark[] = "\177-cut-\177\177",
		  mark_text[] = ".ascii \"\\177-cut-\\177\\177\"\n";

enum {
	MARK = sizeof mark - 1
};

void
batch_open(struct batch *b)
{
	*b = (struct batch){0};
	b->source = must(open_memstream(&b->text, &b->text_bytes));
	fprintf(b->source, ".text\n%s", mark_text);
}

void
batch_close(struct batch *b)
{
	if (b->source)
		fclose(b->source);
	free(b->text);
	buf_free(&b->object);
}

/* [high:low] or [bit]; p is after the letter. What follows it, or NULL. */
static const char *
put_bits(FILE *out, uint64_t v, const char *p)
{
	unsigned high, low;
	int n = 0;

	if (sscanf(p, "[%2u]}%n", &high, &n) == 1 && n)
		low = high;
	else if (sscanf(p, "[%2u:%2u]}%n", &high, &low, &n) != 2 || !n)
		return NULL;
	if (high > 63 || low > high)
		return NULL;
	fprintf(out, "%llu",
		(unsigned long long)(v << (63 - high) >> (63 - high + low)));
	return p + n;
}

static const char *
put_imm(FILE *out, int64_t v, const char *p)
{
	if (*p != '}')
		return put_bits(out, (uint64_t)v, p);
	fprintf(out, "%lld", (long long)v);
	return p + 1;
}

/* {d} or {d.x}, or bits of the number */
static const char *
put_reg(FILE *out, const struct spec *s, uint64_t reg, const char *p)
{
	const char *name = s->reg[reg];

	if (*p == '[')
		return put_bits(out, reg, p);
	if (*p == '.' && islower((unsigned char)p[1])) {
		name = s->alt[p[1] - 'a'][reg];
		p += 2;
	}
	if (*p != '}' || !name)
		return NULL;
	fputs(name, out);
	return p + 1;
}

/* What stands for {operand}; all else goes through as it is. */
void
batch_put(struct batch *b, const struct spec *s, const struct row *r,
	const struct tuple *t)
{
	FILE *out = b->source;

	fprintf(out, "# %d \"%s\"\n", r->line, s->path);
	for (const char *p = r->text, *next; *p; p = next) {
		int i = *p == '{' ? row_operand(r, p[1]) : -1;

		next = NULL;
		if (i >= 0 && row_has_reg(r, i))
			next = put_reg(out, s, t->raw[i], p + 2);
		else if (i >= 0)
			next = put_imm(
				out, operand_value(&r->o[i], t->raw[i]), p + 2);
		if (!next) {
			fputc(*p, out);
			next = p + 1;
		}
	}
	fprintf(out, "\n%s", mark_text);
}

/* Run llvm-mc on three files in memory. Its exit status. */
static int
run_llvm_mc(const struct spec *s, int std[3])
{
	enum {
		WORDS = 24
	};
	char *command = string("llvm-mc -filetype=obj -o - %s", s->mc);
	char *argv[WORDS] = {NULL}, *rest = command;
	int n = 0, status, error;
	posix_spawn_file_actions_t actions;
	pid_t pid;

	while (n < WORDS - 1 && (argv[n] = strsep(&rest, " \t")))
		n += *argv[n] != 0;
	posix_spawn_file_actions_init(&actions);
	for (int i = 0; i < 3; i++)
		posix_spawn_file_actions_adddup2(&actions, std[i], i);
	error = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	free(command);
	if (error == ENOENT)
		die(EXIT_FAILED, "llvm-mc is not installed; it is in the Debian"
				 " package llvm: apt install llvm");
	if (error || waitpid(pid, &status, 0) < 0)
		die(EXIT_FAILED, "llvm-mc: %s",
			strerror(error ? error : errno));
	return status;
}

static void
read_all(int fd, struct buf *b)
{
	char block[16384];
	ssize_t n;

	lseek(fd, 0, SEEK_SET);
	buf_add(b, "", 0);
	while ((n = read(fd, block, sizeof block)) > 0)
		buf_add(b, block, (size_t)n);
}

/* The first complaint about each row, and the two lines that show it. */
static void
show_errors(const struct spec *s, struct buf *errors)
{
	size_t n = strlen(s->path);
	int last = 0, shown = 0;
	char *rest = errors->p, *line;

	while ((line = strsep(&rest, "\n"))) {
		if (!strncmp(line, s->path, n) && line[n] == ':') {
			int number = atoi(line + n + 1);

			shown = number == last ? 3 : 0;
			last = number;
		}
		if (shown++ < 3 && *line)
			fprintf(stderr, "%s\n", line);
	}
}

bool
batch_assemble(struct batch *b, const struct spec *s)
{
	struct buf errors = {0};
	const char *at;
	int std[3], status;

	fclose(b->source);
	b->source = NULL;
	std[0] = memory_file(b->text, b->text_bytes);
	std[1] = memory_file("", 0);
	std[2] = memory_file("", 0);
	status = run_llvm_mc(s, std);
	read_all(std[1], &b->object);
	read_all(std[2], &errors);
	for (int i = 0; i < 3; i++)
		close(std[i]);
	at = memmem(b->object.p, b->object.len, mark, MARK);
	if (status || !at)
		show_errors(s, &errors);
	buf_free(&errors);
	if (status || !at)
		return spec_fault(s, 0, "llvm-mc %s does not take it", s->mc);
	b->at = (size_t)(at - b->object.p) + MARK;
	return true;
}

const uint8_t *
batch_next(struct batch *b, size_t *len)
{
	const char *start = b->object.p + b->at;
	const char *end = memmem(start, b->object.len - b->at, mark, MARK);

	if (!end)
		die(EXIT_FAILED, "llvm-mc left samples out");
	*len = (size_t)(end - start);
	b->at += *len + MARK;
	return (const uint8_t *)start;
}
