/* zoo.c - disco zoo: many machines, each against the emulator's own truth. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct zoo {
	const struct opts *o;
	bool strict; /* an ISA without an image is an error, not left out */
	unsigned left_out;
	json_t *rows;
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

/* One machine, in the modes that are asked for. */
static void
machine(struct zoo *z, const struct opts *o)
{
	struct opts here = *o;
	json_t *runs = json_object(), *row;

	if (!built(o->isa)) {
		if (z->strict)
			die(EXIT_USAGE,
				"there is no image for '%s': there are %s",
				o->isa, isa_list());
		z->left_out++;
		return;
	}
	here.once = true;
	here.blind = BLIND_PURE;
	json_object_set_new(runs, "blind", visit(&here));
	here.blind = BLIND_PRIORS;
	if (o->blind == BLIND_PRIORS)
		json_object_set_new(runs, "priors", visit(&here));
	row = json_pack("{s:s,s:s,s:s,s:o}", "isa", o->isa, "machine",
		o->machine, "size", o->memory ? o->memory : "", "runs", runs);
	json_array_append_new(z->rows, row);
	if (o->format == FORMAT_TEXT)
		table_row(row);
}

/* A row `ISA MACHINE [SIZE] [-- emulator's arguments]`. */
static void
list_row(struct zoo *z, char *line, const char *only)
{
	struct opts o = *z->o;
	char *word[EXTRAS_MAX + 5], *one;
	int n = 0, dashes;

	line[strcspn(line, "#")] = 0;
	while ((one = strsep(&line, " \t\r")) && n < EXTRAS_MAX + 4)
		if (*one)
			word[n++] = one;
	for (dashes = 0; dashes < n && strcmp(word[dashes], "--");)
		dashes++;
	if (n == 0 || (only && strcmp(word[0], only)))
		return;
	if (dashes < 2 || dashes > 3)
		die(EXIT_USAGE, "'%s' is not a row `ISA MACHINE [SIZE]`",
			word[0]);
	o.isa = word[0];
	o.machine = word[1];
	if (dashes == 3)
		o.memory = word[2];
	if (dashes < n) {
		o.extra = word + dashes + 1;
		o.extras = n - dashes - 1;
	}
	machine(z, &o);
}

static void
list(struct zoo *z, const char *path, const char *only)
{
	struct buf text = {0};
	char *rest, *line;

	if (!file_read(path, &text))
		die(EXIT_USAGE, "cannot read %s: %s", path, strerror(errno));
	for (rest = text.p; (line = strsep(&rest, "\n"));)
		list_row(z, line, only);
	buf_free(&text);
}

static void
all(struct zoo *z, const char *only)
{
	struct opts o = *z->o;
	char *path;

	z->strict = o.machine_count || o.file;
	for (int i = 0; i < o.machine_count; i++) {
		o.machine = o.machines[i];
		machine(z, &o);
	}
	if (o.machine_count)
		return;
	path = o.file ? string("%s", o.file)
		      : beside("../test/zoo/public.list");
	list(z, path, only);
	free(path);
}

int
cmd_zoo(int argc, char **argv)
{
	struct opts o = opts_or_die(argc, argv);
	struct zoo z = {.o = &o, .rows = json_array()};
	json_t *sum;
	bool good;

	if (o.format == FORMAT_TEXT)
		table_head();
	all(&z, argc > 1 && isa_known(argv[1]) ? argv[1] : NULL);
	sum = totals(z.rows);
	good = totals_good(sum);
	if (o.format == FORMAT_JSON) {
		json_t *out = json_pack("{s:i,s:o,s:o,s:i}", "schema", 1,
			"machines", z.rows, "totals", sum, "left_out",
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
		json_decref(z.rows);
	}
	return good && !fflush(stdout) ? EXIT_OK : EXIT_FAILED;
}
