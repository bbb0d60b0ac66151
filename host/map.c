/* map.c - disco map: boot blind, wait until all is found, print the map. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
bar(const char *phase, int percent)
{
	static const char full[] = "##############################";

	if (!isatty(STDERR_FILENO))
		return;
	if (phase)
		fprintf(stderr, "\r[%-30.*s] %3d %%  %.38s\033[K",
			percent * 30 / 100, full, percent, phase);
	else
		fputs("\r\033[K", stderr);
}

/* What became of the run when an answer was not an ACK. */
static int
failed(struct run *r, enum answer a, const char *text)
{
	bar(NULL, 0);
	if (a == ANSWER_LATE) {
		say("timed out after %g s while %s", r->timeout_s, r->phase);
		return EXIT_TIMEOUT;
	}
	if (a == ANSWER_LOST)
		say("%s ended while %s: %s", r->vm.program, r->phase,
			vm_last_words(&r->vm));
	else
		say("the node refused while %s: %s", r->phase, text);
	return EXIT_FAILED;
}

static int
ask(struct run *r, const char *line, struct buf *text)
{
	enum answer a = link_line(&r->link, line, text, r->deadline);

	return a == ANSWER_ACK ? EXIT_OK : failed(r, a, text->p);
}

/* Take `NN phase text`, the last line of an answer; a task of the node may
 * have printed something before it. Returns NN, or -1 if there is none. */
static int
take_progress(struct run *r, struct buf *text)
{
	char *line, *end;
	long percent;

	while (text->len && strchr("\r\n ", text->p[text->len - 1]))
		text->p[--text->len] = 0;
	line = strrchr(text->p, '\n');
	line = line ? line + 1 : text->p;
	percent = strtol(line, &end, 10);
	if (end == line || percent < 0 || percent > 100)
		return -1;
	snprintf(r->phase, sizeof r->phase, "at %ld %%%s%s", percent,
		*end ? "," : "", end);
	bar(end, (int)percent);
	return (int)percent;
}

/* Ask for the progress until it is 100. */
static int
wait_until_complete(struct run *r)
{
	struct buf text = {0};
	int status, percent = 0;

	do {
		status = ask(r, ".progress", &text);
		if (status != EXIT_OK)
			break;
		percent = take_progress(r, &text);
		if (percent < 0 || strstr(r->phase, "failed")) {
			bar(NULL, 0);
			say("discovery failed on the node; it says: %s",
				text.p);
			status = EXIT_FAILED;
		}
		if (status == EXIT_OK && percent < 100)
			usleep(300000);
	} while (status == EXIT_OK && percent < 100);
	buf_free(&text);
	bar(NULL, 0);
	return status;
}

int
run_to_map(struct run *r, const struct opts *o)
{
	enum answer a;
	int status;

	r->timeout_s = o->timeout_s;
	r->deadline = now_s() + o->timeout_s;
	snprintf(r->phase, sizeof r->phase, "waiting for the node's prompt");
	bar(r->phase, 0);
	boot(&r->vm, o);
	boot_go(&r->vm);
	r->link.fd = r->vm.serial;
	a = link_open(&r->link, r->deadline);
	if (a != ANSWER_ACK) {
		status = failed(r, a, "");
		if (r->link.seen.len)
			say("it had printed: %.400s", r->link.seen.p);
		return status;
	}
	status = wait_until_complete(r);
	if (status == EXIT_OK)
		status = ask(r, ".json", &r->json);
	if (status == EXIT_OK && o->format >= FORMAT_DTS)
		status = ask(r, ".dts", &r->dts);
	return status;
}

void
run_end(struct run *r)
{
	vm_stop(&r->vm);
	link_free(&r->link);
	buf_free(&r->json);
	buf_free(&r->dts);
}

/* The schema beside the executable's tree, or NULL if it is not there. */
static json_t *
load_schema(void)
{
	char *path = beside("../doc/spec/map.schema.json");
	json_t *schema = json_load_file(path, 0, NULL);

	free(path);
	return schema;
}

/* The text as a map that keeps to the schema; NULL after saying why not. */
static json_t *
parse_map(const char *text, const char *whose)
{
	json_t *schema = load_schema(), *map;
	json_error_t error;
	const char *bad;

	map = json_loads(text, JSON_REJECT_DUPLICATES, &error);
	if (!map) {
		say("%s is not JSON: %s, line %d", whose, error.text,
			error.line);
	} else if (!schema) {
		say("the map was not checked: no doc/spec/map.schema.json");
	} else if ((bad = schema_check(schema, map))) {
		say("%s breaks doc/spec/map.schema.json: %s", whose, bad);
		json_decref(map);
		map = NULL;
	}
	json_decref(schema);
	return map;
}

/* Device-tree source to blob, by dtc. */
static int
to_dtb(struct buf *b)
{
	static const char *const words[] = {
		"dtc", "-q", "-I", "dts", "-O", "dtb"};
	struct args a = {0};
	int in = memory_file(b->p, b->len), out = memory_file("", 0);
	char block[4096];
	ssize_t n;
	int status;

	for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
		args_add(&a, "%s", words[i]);
	status = child_wait(child_start(a.v, in, out, STDERR_FILENO));
	args_free(&a);
	b->len = 0;
	lseek(out, 0, SEEK_SET);
	while ((n = read(out, block, sizeof block)) > 0)
		buf_add(b, block, (size_t)n);
	close(in);
	close(out);
	if (status)
		say("dtc does not take the node's .dts (see above)");
	return status ? EXIT_FAILED : EXIT_OK;
}

/* Where the map goes; asked before the machine starts. */
static FILE *
open_out(const struct opts *o)
{
	FILE *f = o->out ? fopen(o->out, "wb") : stdout;

	if (o->format == FORMAT_DTB && !o->out && isatty(STDOUT_FILENO))
		die(EXIT_USAGE, "a dtb is binary: give -o FILE");
	if (!f)
		die(EXIT_FAILED, "cannot write %s: %s", o->out,
			strerror(errno));
	return f;
}

static int
put(FILE *f, const struct buf *b)
{
	if (fwrite(b->p, 1, b->len, f) == b->len && !fflush(f))
		return EXIT_OK;
	say("cannot write the map: %s", strerror(errno));
	return EXIT_FAILED;
}

/* The map, and the verdict if there is one, in the format asked for. */
static int
render(const struct opts *o, const struct run *r, json_t *map, json_t *judged,
	FILE *out)
{
	struct buf b = {0};
	char *title, *text;
	int status = EXIT_OK;

	if (o->format == FORMAT_TEXT) {
		title = string("%s %s", o->isa, o->machine);
		show_map(&b, map, title);
		free(title);
	} else if (o->format == FORMAT_JSON) {
		json_t *whole = judged ? json_pack("{s:O,s:O}", "map", map,
						 "truth", judged)
				       : json_incref(map);

		text = must(json_dumps(
			whole, JSON_INDENT(2) | JSON_REAL_PRECISION(15)));
		buf_print(&b, "%s\n", text);
		free(text);
		json_decref(whole);
	} else {
		buf_add(&b, r->dts.p, r->dts.len);
		if (o->format == FORMAT_DTB)
			status = to_dtb(&b);
		else if (b.len && b.p[b.len - 1] != '\n')
			buf_add(&b, "\n", 1);
	}
	if (status == EXIT_OK)
		status = put(out, &b);
	buf_free(&b);
	return status;
}

static json_t *
judge(struct run *r, const json_t *map)
{
	struct truth t;
	json_t *v;

	truth_read(&t, &r->vm);
	v = verdict(&t, map);
	truth_free(&t);
	return v;
}

/* --check FILE: no machine at all. */
static int
check_file(const char *path)
{
	struct buf b = {0};
	json_t *map;

	if (!file_read(path, &b))
		die(EXIT_FAILED, "cannot read %s: %s", path, strerror(errno));
	map = parse_map(b.p, path);
	buf_free(&b);
	if (!map)
		return EXIT_FAILED;
	json_decref(map);
	say("%s is a map", path);
	return EXIT_OK;
}

int
cmd_map(int argc, char **argv)
{
	struct opts o = opts_or_die(argc, argv);
	struct run r = {0};
	json_t *map = NULL, *judged = NULL;
	FILE *out;
	int status;

	if (o.check)
		return check_file(o.check);
	if (o.truth && !strncmp(o.isa, "host", 4))
		die(EXIT_USAGE, "--truth asks an emulator; host has none");
	out = open_out(&o);
	o.once = true;
	status = run_to_map(&r, &o);
	if (status == EXIT_OK) {
		map = parse_map(r.json.p, "the node's .json");
		status = map ? EXIT_OK : EXIT_FAILED;
	}
	if (map && o.truth)
		judged = judge(&r, map);
	if (map)
		status = render(&o, &r, map, judged, out);
	if (judged)
		verdict_print(judged);
	if (judged && status == EXIT_OK && !verdict_good(judged))
		status = EXIT_FAILED;
	json_decref(map);
	json_decref(judged);
	run_end(&r);
	if (fclose(out))
		status = EXIT_FAILED;
	return status;
}
