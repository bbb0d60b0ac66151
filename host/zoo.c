/* zoo.c - disco zoo: many machines, each against the emulator's own truth. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* One machine of the list, in a process of its own while it is at work. */
struct row {
	struct opts o;
	char *text; /* of the list; the options point into it */
	char *word[EXTRAS_MAX + 5];
	int result; /* a file in memory */
	pid_t pid;  /* 0: not begun, -1: done */
	json_t *json;
};

struct zoo {
	const struct opts *o;
	bool strict; /* an ISA without an image is an error, not left out */
	unsigned left_out;
	struct row **v;
	size_t n, shown;
};

/* An image of this ISA was built. */
static bool
built(const char *isa)
{
	char *name = string("%s/discovery.bin", isa), *path = beside(name);
	bool yes = !access(path, R_OK);

	free(name);
	free(path);
	return yes;
}

/* Its runs: audited, with priors, and one that nothing slows down, for time. */
static json_t *
runs_of(const struct opts *o)
{
	struct opts here = *o;
	json_t *runs = json_object(), *timed;

	here.once = true;
	here.blind = BLIND_PURE;
	json_object_set_new(runs, "blind", visit(&here, true));
	if (o->blind != BLIND_PRIORS)
		return runs;
	here.blind = BLIND_PRIORS;
	json_object_set_new(runs, "priors", visit(&here, true));
	here.blind = BLIND_PURE;
	timed = visit(&here, false);
	json_object_set(json_object_get(runs, "blind"), "untraced",
		json_object_get(json_object_get(timed, "map"), "effort"));
	json_decref(timed);
	return runs;
}

/* The process of one row. */
static noreturn void
work(const struct row *r, pid_t parent)
{
	const struct opts *o = &r->o;
	json_t *row;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(EXIT_FAILED);
	row = json_pack("{s:s,s:s,s:s,s:o}", "isa", o->isa, "machine",
		o->machine, "size", o->memory ? o->memory : "", "runs",
		runs_of(o));
	json_dumpfd(row, r->result, JSON_COMPACT);
	_exit(EXIT_OK);
}

static void
begin(struct row *r)
{
	pid_t parent = getpid();

	fflush(NULL);
	r->result = memory_file("", 0);
	r->pid = fork();
	if (r->pid < 0)
		die(EXIT_FAILED, "cannot fork: %s", strerror(errno));
	if (r->pid == 0)
		work(r, parent);
}

static void
finish(struct row *r)
{
	struct buf text = take_file(r->result);

	r->pid = -1;
	r->json = json_loads(text.p, 0, NULL);
	if (!r->json)
		r->json = json_pack("{s:s,s:s,s:s,s:{s:{s:i,s:s}}}", "isa",
			r->o.isa, "machine", r->o.machine, "size", "", "runs",
			"blind", "status", EXIT_FAILED, "reason",
			"its process in disco failed");
	buf_free(&text);
}

/* Show what is ready, in the order of the list. */
static void
show(struct zoo *z)
{
	while (z->shown < z->n && z->v[z->shown]->json) {
		const json_t *row = z->v[z->shown++]->json;

		if (z->o->format == FORMAT_TEXT)
			table_row(row);
	}
}

static void
run_all(struct zoo *z)
{
	long jobs = z->o->jobs ? z->o->jobs : sysconf(_SC_NPROCESSORS_ONLN);
	size_t begun = 0;
	long busy = 0;
	int status;
	pid_t pid;

	while (begun < z->n || busy) {
		while (begun < z->n && busy < jobs) {
			begin(z->v[begun++]);
			busy++;
		}
		pid = waitpid(-1, &status, 0);
		for (size_t i = 0; i < begun; i++)
			if (z->v[i]->pid == pid) {
				finish(z->v[i]);
				busy--;
			}
		show(z);
	}
}

static struct row *
add(struct zoo *z, const char *text)
{
	struct row *r = must(calloc(1, sizeof *r));

	*r = (struct row){.o = *z->o, .text = string("%s", text)};
	z->v = must(realloc(z->v, (z->n + 1) * sizeof *z->v));
	z->v[z->n++] = r;
	return r;
}

/* The row that was added last stays if there is an image for it. */
static void
keep(struct zoo *z)
{
	struct row *r = z->v[z->n - 1];

	if (built(r->o.isa))
		return;
	if (z->strict)
		die(EXIT_USAGE, "there is no image for '%s': there are %s",
			r->o.isa, isa_list());
	z->left_out++;
	z->n--;
}

/* A row `ISA MACHINE [SIZE] [-- emulator's arguments]`. */
static void
list_row(struct zoo *z, char *line, const char *only)
{
	struct row *r;
	char *rest, *one;
	int n = 0, dashes;

	line[strcspn(line, "#\r")] = 0;
	r = add(z, line);
	rest = r->text;
	while ((one = strsep(&rest, " \t")) && n < EXTRAS_MAX + 4)
		if (*one)
			r->word[n++] = one;
	for (dashes = 0; dashes < n && strcmp(r->word[dashes], "--");)
		dashes++;
	if (n == 0 || (only && strcmp(r->word[0], only))) {
		z->n--;
		return;
	}
	if (dashes < 2 || dashes > 3)
		die(EXIT_USAGE, "'%s' is not a row `ISA MACHINE [SIZE]`", line);
	r->o.isa = r->word[0];
	r->o.machine = r->word[1];
	if (dashes == 3)
		r->o.memory = r->word[2];
	if (dashes < n) {
		r->o.extra = r->word + dashes + 1;
		r->o.extras = n - dashes - 1;
	}
	keep(z);
}

static void
list_file(struct zoo *z, const char *path, const char *only)
{
	struct buf text = {0};
	char *rest, *line;

	if (!file_read(path, &text))
		die(EXIT_USAGE, "cannot read %s: %s", path, strerror(errno));
	for (rest = text.p; (line = strsep(&rest, "\n"));)
		list_row(z, line, only);
	buf_free(&text);
}

/* What was named, or the list. */
static void
gather(struct zoo *z, const char *only)
{
	const struct opts *o = z->o;
	char *path;

	z->strict = o->machine_count || o->file;
	for (int i = 0; i < o->machine_count; i++) {
		add(z, "")->o.machine = o->machines[i];
		keep(z);
	}
	if (o->machine_count)
		return;
	path = o->file ? string("%s", o->file)
		       : beside("../test/zoo/public.list");
	list_file(z, path, only);
	free(path);
}

int
cmd_zoo(int argc, char **argv)
{
	struct opts o = opts_or_die(argc, argv);
	struct zoo z = {.o = &o};
	json_t *rows = json_array(), *sum;
	bool good;

	if (o.svg && access(o.svg, W_OK))
		die(EXIT_USAGE, "cannot write into %s: %s", o.svg,
			strerror(errno));
	gather(&z, argc > 1 && isa_known(argv[1]) ? argv[1] : NULL);
	if (o.format == FORMAT_TEXT)
		table_head();
	run_all(&z);
	for (size_t i = 0; i < z.n; i++)
		json_array_append_new(rows, z.v[i]->json);
	sum = totals(rows);
	good = totals_good(sum);
	if (o.format == FORMAT_JSON) {
		json_t *out = json_pack("{s:i,s:o,s:o,s:i}", "schema", 1,
			"machines", rows, "totals", sum, "left_out",
			(int)z.left_out);

		json_dumpf(out, stdout, JSON_INDENT(2));
		putchar('\n');
		json_decref(out);
	} else {
		table_totals(sum);
		if (z.left_out)
			printf("%u machines left out: no image for their ISA\n",
				z.left_out);
		json_decref(sum);
		json_decref(rows);
	}
	return good && !fflush(stdout) ? EXIT_OK : EXIT_FAILED;
}
