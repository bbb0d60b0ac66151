/* talk.c - disco talk: Forth text to the node's prompt, answers on stdout. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Why the node cannot be sent this line, or NULL. */
static const char *
unfit(const char *line, size_t n)
{
	if (n > LINE_BYTES_MAX)
		return "is longer than 1024 bytes: break it";
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)line[i] < ' ' && line[i] != '\t')
			return "holds a control character: take it out";
	return NULL;
}

static size_t
next_line(FILE *f, char **line, size_t *room, bool *more)
{
	ssize_t n = getline(line, room, f);

	*more = n >= 0;
	while (n > 0 && ((*line)[n - 1] == '\n' || (*line)[n - 1] == '\r'))
		(*line)[--n] = 0;
	return n > 0 ? (size_t)n : 0;
}

FILE *
feed_open(const char *name)
{
	FILE *f = strcmp(name, "-") ? fopen(name, "r") : stdin;
	char *line = NULL;
	size_t room = 0, n;
	unsigned at = 0;
	bool more;

	if (!f)
		die(EXIT_USAGE, "cannot read %s: %s", name, strerror(errno));
	if (f == stdin)
		return f;
	do {
		const char *bad;

		n = next_line(f, &line, &room, &more);
		at++;
		bad = more ? unfit(line, n) : NULL;
		if (bad)
			die(EXIT_FAILED, "%s line %u %s (nothing was sent)",
				name, at, bad);
	} while (more);
	if (ferror(f))
		die(EXIT_FAILED, "cannot read %s: %s", name, strerror(errno));
	free(line);
	rewind(f);
	return f;
}

/* One line and its answer. */
static int
say_line(struct feed *f, struct vm *vm, const char *line, struct buf *text)
{
	enum answer a = link_line(f->link, line, text, now_s() + f->timeout_s);
	const char *shown = text->p + strspn(text->p ? text->p : "", "\r\n");

	f->lines++;
	if (text->len) {
		fputs(shown, stdout);
		if (*shown && text->p[text->len - 1] != '\n')
			putchar('\n');
		fflush(stdout);
	}
	if (a == ANSWER_NAK)
		f->failed++;
	if (a == ANSWER_LOST)
		say("%s line %u: the machine ended: %s", f->name, f->lines,
			vm_last_words(vm));
	if (a == ANSWER_LATE)
		say("%s line %u: no answer in %g s: the prompt is lost",
			f->name, f->lines, f->timeout_s);
	return a == ANSWER_LATE   ? EXIT_TIMEOUT
	       : a == ANSWER_LOST ? EXIT_FAILED
				  : EXIT_OK;
}

int
feed(struct feed *f, struct vm *vm, FILE *from)
{
	struct buf text = {0};
	char *line = NULL;
	size_t room = 0, n;
	int status = EXIT_OK;
	bool more;

	buf_add(&text, "", 0);
	while (status == EXIT_OK) {
		const char *bad;

		n = next_line(from, &line, &room, &more);
		if (!more)
			break;
		bad = unfit(line, n);
		if (bad) {
			say("%s line %u %s", f->name, f->lines + 1, bad);
			status = EXIT_FAILED;
		} else {
			status = say_line(f, vm, line, &text);
		}
	}
	free(line);
	buf_free(&text);
	return status;
}

/* Boot, wait for the prompt, send it all. */
static int
converse(struct feed *f, struct vm *vm, const struct opts *o, FILE *from)
{
	enum answer a;

	boot(vm, o);
	boot_go(vm);
	f->link->fd = vm->serial;
	a = link_open(f->link, now_s() + o->timeout_s);
	if (a == ANSWER_ACK)
		return feed(f, vm, from);
	if (a == ANSWER_LATE)
		say("timed out after %g s without a prompt", o->timeout_s);
	else
		say("%s ended before its prompt came: %s", vm->program,
			vm_last_words(vm));
	if (f->link->seen.len)
		say("it had printed: %.400s", f->link->seen.p);
	return a == ANSWER_LATE ? EXIT_TIMEOUT : EXIT_FAILED;
}

int
cmd_talk(int argc, char **argv)
{
	struct opts o = opts_or_die(argc, argv);
	FILE *from = feed_open(o.file ? o.file : "-");
	struct link l = {0};
	struct feed f = {.link = &l,
		.name = o.file ? o.file : "stdin",
		.timeout_s = o.timeout_s};
	struct vm vm;
	int status;

	o.once = true;
	status = converse(&f, &vm, &o, from);
	if (f.failed)
		say("%u of %u lines failed", f.failed, f.lines);
	if (status == EXIT_OK && o.strict && f.failed)
		status = EXIT_FAILED;
	vm_stop(&vm);
	link_free(&l);
	return status;
}
