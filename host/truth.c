/* truth.c - what the emulator itself says its machine is. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One row of `info mtree -f -o`:
 *   START-END (prio P, KIND): NAME [@OFFSET] [owner:{dev path=QOM}]
 * where `parent:{..}` may stand for an owner that is no device. */
static bool
parse_section(const char *line, struct section *s)
{
	unsigned long long first, last;
	const char *name, *stop, *owner;
	int used = 0;

	*s = (struct section){.thing = -1};
	if (sscanf(line, " %16llx-%16llx (prio %d, %11[^)]): %n", &first, &last,
		    &s->priority, s->kind, &used) != 4 ||
		!used)
		return false;
	name = line + used;
	stop = strstr(name, " @");
	owner = strstr(name, " owner:{");
	if (stop)
		s->offset = strtoull(stop + 2, NULL, 16);
	else
		stop = owner ? owner : strstr(name, " parent:{");
	s->first = first;
	s->last = last;
	s->name = string(
		"%.*s", stop ? (int)(stop - name) : (int)strlen(name), name);
	owner = owner ? strstr(owner, "path=") : NULL;
	s->owner =
		owner ? string("%.*s", (int)strcspn(owner + 5, "}"), owner + 5)
		      : string("%s", "");
	return true;
}

void
sections_free(struct sections *s)
{
	while (s->n) {
		free(s->v[--s->n].name);
		free(s->v[s->n].owner);
	}
	free(s->v);
	s->v = NULL;
}

/* ` AS "cpu-memory-0", root: system` names this space. */
static bool
names_space(const char *line, const char *space)
{
	size_t n = strlen(space);

	return !strncmp(line, " AS \"", 5) && !strncmp(line + 5, space, n) &&
	       line[5 + n] == '"';
}

struct sections
mtree_parse(const char *text, const char *space)
{
	char *copy = string("%s", text), *rest = copy, *line;
	struct sections s = {0};
	struct section one;
	bool ours = false;

	while ((line = strsep(&rest, "\n"))) {
		line[strcspn(line, "\r")] = 0;
		if (!strncmp(line, "FlatView", 8) && ours)
			break;
		ours = ours || names_space(line, space);
		if (!ours || !parse_section(line, &one))
			continue;
		s.v = must(realloc(s.v, (s.n + 1) * sizeof one));
		s.v[s.n++] = one;
	}
	free(copy);
	return s;
}

/* A CPU that has a secure state starts in it, and the node stays in it. */
struct sections
mtree_cpu(const char *text)
{
	struct sections s = mtree_parse(text, "cpu-secure-memory-0");

	return s.n ? s : mtree_parse(text, "cpu-memory-0");
}

/* The first row that the object of this path, n bytes long, owns. */
static const struct section *
owned(const struct sections *s, const char *path, size_t n)
{
	for (size_t i = 0; i < s->n; i++)
		if (!strncmp(s->v[i].owner, path, n) && !s->v[i].owner[n])
			return &s->v[i];
	return NULL;
}

/* Where the console is; its registers may belong to the object around it. */
static const struct section *
console_section(const struct truth *t)
{
	const struct section *s = NULL;
	size_t n = strlen(t->console);

	while (!s && n > strlen("/machine")) {
		s = owned(&t->memory, t->console, n);
		if (!s)
			s = owned(&t->io, t->console, n);
		while (n && t->console[--n] != '/')
			continue;
	}
	return s;
}

static void
find_console(struct truth *t)
{
	const struct section *s;

	if (!t->objects.console)
		return;
	t->console = t->objects.console;
	s = console_section(t);
	t->console_found = s != NULL;
	t->console_base = s ? s->first : 0;
}

/* Memory of a PCI function, of a display for example, is a part of a device;
 * it is where the guest put its base register. */
static void
mark_bars(struct sections *s, const struct objects *o)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < o->n; k++)
			if (o->v[k].devfn >= 0 &&
				!strcmp(s->v[i].kind, "ram") &&
				!strcmp(s->v[i].owner, o->v[k].path))
				strcpy(s->v[i].kind, "ramd");
}

void
truth_read(struct truth *t, struct vm *vm)
{
	char *text;

	*t = (struct truth){0};
	json_decref(vm_qmp(vm, "stop", NULL));
	text = vm_hmp(vm, "info mtree -f -o");
	t->memory = mtree_cpu(text);
	t->io = mtree_parse(text, "I/O");
	free(text);
	if (!t->memory.n)
		die(EXIT_FAILED, "the emulator shows no address space"
				 " cpu-memory-0: it may be another version");
	qom_walk(&t->objects, vm);
	mark_bars(&t->memory, &t->objects);
	t->pci = vm_qmp(vm, "query-pci", NULL);
	find_console(t);
}

void
truth_free(struct truth *t)
{
	sections_free(&t->memory);
	sections_free(&t->io);
	qom_free(&t->objects);
	json_decref(t->pci);
}
