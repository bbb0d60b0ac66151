/* machines.c - disco machines: what the emulators here offer. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static json_t *
query(const char *isa)
{
	static const char *const rest[] = {
		"-M", "none", "-S", "-display", "none", "-no-user-config"};
	struct args a = {0};
	struct vm vm;
	json_t *list;

	args_add(&a, "qemu-system-%s", isa);
	for (unsigned i = 0; i < sizeof rest / sizeof *rest; i++)
		args_add(&a, "%s", rest[i]);
	vm_start(&vm, &a);
	list = vm_qmp(&vm, "query-machines", NULL);
	vm_stop(&vm);
	args_free(&a);
	return list;
}

static int
by_name(const void *left, const void *right)
{
	return strcmp(json_text(*(json_t *const *)left, "name"),
		json_text(*(json_t *const *)right, "name"));
}

/* name, cpus, cpu, isa and perhaps alias, of the machines a node could run on,
 * by name. */
static json_t *
machines(const char *isa)
{
	json_t *list = query(isa), *out = json_array(), *one;
	size_t n = json_array_size(list), i;
	json_t **row = must(calloc(n + 1, sizeof *row));

	for (i = 0; i < n; i++)
		row[i] = json_array_get(list, i);
	qsort(row, n, sizeof *row, by_name);
	for (i = 0; i < n; i++) {
		const char *name = json_text(row[i], "name");
		json_t *alias = json_object_get(row[i], "alias");

		if (!strcmp(name, "none") || !strcmp(name, "x-remote"))
			continue;
		one = json_pack("{s:s,s:s,s:O,s:s}", "isa", isa, "name", name,
			"cpus", json_object_get(row[i], "cpu-max"), "cpu",
			json_text(row[i], "default-cpu-type"));
		if (alias)
			json_object_set(one, "alias", alias);
		json_array_append_new(out, one);
	}
	free(row);
	json_decref(list);
	return out;
}

static void
print_table(const json_t *list)
{
	const json_t *row;
	size_t i;

	printf("%-10s %-26s %-8s %5s  %s\n", "ISA", "machine", "alias", "CPUs",
		"its own CPU");
	json_array_foreach(list, i, row)
		printf("%-10s %-26s %-8s %5d  %s\n", json_text(row, "isa"),
			json_text(row, "name"), json_text(row, "alias"),
			(int)json_integer_value(json_object_get(row, "cpus")),
			json_text(row, "cpu"));
}

int
cmd_machines(int argc, char **argv)
{
	bool json = false, one = false;
	json_t *all = json_array(), *some;
	char *names = string("%s", isa_list()), *rest = names, *isa;

	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--json")) {
			json = true;
		} else if (argv[i][0] == '-' || one) {
			die(EXIT_USAGE,
				"'%s' is one too many: `disco machines"
				" --help` shows the usage",
				argv[i]);
		} else if (!isa_known(argv[i])) {
			die(EXIT_USAGE, "unknown ISA '%s': there are %s",
				argv[i], names);
		} else {
			one = true;
			rest = argv[i];
		}
	}
	while ((isa = strsep(&rest, " "))) {
		if (!strncmp(isa, "host", 4))
			continue;
		some = machines(isa);
		json_array_extend(all, some);
		json_decref(some);
	}
	if (json)
		json_dumpf(all, stdout, JSON_INDENT(2));
	else
		print_table(all);
	if (json)
		putchar('\n');
	json_decref(all);
	free(names);
	return fflush(stdout) ? EXIT_FAILED : EXIT_OK;
}
