/* zoo.c - disco zoo: many machines, each against the emulator's own truth. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct score {
	unsigned machines, exact, right;
	json_t *rows;
};

static double
bytes_of(const json_t *v, const char *key)
{
	const json_t *row;
	double sum = 0;
	size_t i;

	json_array_foreach(json_object_get(v, key), i, row) sum +=
		(double)json_hex(row, "size");
	return sum;
}

static void
print_row(const struct opts *o, const char *memory, const char *console,
	const json_t *v, double took)
{
	printf("%-8s %-16.16s %-7s  %-9s %10s %10s  %-7s %6.1f s\n", o->isa,
		o->machine, o->memory ? o->memory : "-", memory,
		v ? human((uint64_t)bytes_of(v, "missing")) : "-",
		v ? human((uint64_t)bytes_of(v, "extra")) : "-", console, took);
	fflush(stdout);
}

/* One machine: run, compare, note. */
static void
visit(struct score *s, const struct opts *o)
{
	struct run r = {0};
	double start = now_s();
	int status = run_to_map(&r, o);
	json_t *map = status ? NULL : json_loads(r.json.p, 0, NULL), *v = NULL;
	bool exact = false, right = false;

	if (map) {
		struct truth t;

		truth_read(&t, &r.vm);
		v = verdict(&t, map);
		truth_free(&t);
		exact = json_is_true(json_object_get(v, "exact"));
		right = json_is_true(json_object_get(
			json_object_get(v, "console"), "right"));
	}
	s->machines++;
	s->exact += exact;
	s->right += right;
	if (o->format == FORMAT_JSON)
		json_array_append_new(s->rows,
			json_pack("{s:s,s:s,s:s,s:i,s:f,s:o?}", "isa", o->isa,
				"machine", o->machine, "memory",
				o->memory ? o->memory : "", "status", status,
				"seconds", now_s() - start, "truth",
				json_incref(v)));
	else
		print_row(o,
			exact ? "exact"
			: map ? "differs"
			      : "no map",
			right ? "right"
			: map ? "wrong"
			      : "-",
			v, now_s() - start);
	json_decref(v);
	json_decref(map);
	run_end(&r);
}

/* The machines of issue 2, when no list is given. */
static const char usual[] = "x86_64 pc\nx86_64 q35\naarch64 virt\n"
			    "aarch64 raspi3b\nriscv64 virt\n";

/* Rows `ISA MACHINE [SIZE]`. */
static void
visit_all(struct score *s, const struct opts *o, char *list, bool one_isa)
{
	char *line;

	while ((line = strsep(&list, "\n"))) {
		struct opts here = *o;
		char *rest = line, *word[3] = {NULL};

		line[strcspn(line, "#")] = 0;
		for (int i = 0; i < 3 && rest;) {
			word[i] = strsep(&rest, " \t\r");
			i += *word[i] != 0;
		}
		if (!word[0] || !*word[0] || !word[1] || !*word[1])
			continue;
		if (!isa_known(word[0]))
			die(EXIT_USAGE, "unknown ISA '%s' in the list",
				word[0]);
		if (one_isa && strcmp(word[0], o->isa))
			continue;
		here.isa = word[0];
		here.machine = word[1];
		if (word[2] && *word[2])
			here.memory = word[2];
		visit(s, &here);
	}
}

int
cmd_zoo(int argc, char **argv)
{
	struct opts o = opts_or_die(argc, argv);
	struct score s = {.rows = json_array()};
	struct buf list = {0};
	bool one_isa = argc > 1 && isa_known(argv[1]);

	o.once = true;
	if (o.file && !file_read(o.file, &list))
		die(EXIT_USAGE, "cannot read %s: %s", o.file, strerror(errno));
	if (!o.file)
		buf_add(&list, usual, sizeof usual - 1);
	if (o.format == FORMAT_TEXT)
		printf("%-8s %-16s %-7s  %-9s %10s %10s  %-7s %8s\n", "ISA",
			"machine", "-m", "memory", "missing", "extra",
			"console", "time");
	visit_all(&s, &o, list.p, one_isa);
	if (o.format == FORMAT_JSON) {
		json_dumpf(s.rows, stdout, JSON_INDENT(2));
		putchar('\n');
	} else {
		printf("%u machines: memory exact on %u, console right on"
		       " %u\n",
			s.machines, s.exact, s.right);
	}
	buf_free(&list);
	json_decref(s.rows);
	return s.exact == s.machines && s.right == s.machines ? EXIT_OK
							      : EXIT_FAILED;
}
