/* qom.c - the emulator's objects: their paths, their types, the console. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <stdlib.h>
#include <string.h>

static struct object *
add(struct objects *o, char *path, const char *type, size_t n)
{
	if (o->n == o->cap) {
		o->cap = o->cap * 2 + 64;
		o->v = must(realloc(o->v, o->cap * sizeof *o->v));
	}
	o->v[o->n] = (struct object){.path = path,
		.type = string("%.*s", (int)n, type),
		.devfn = -1};
	return &o->v[o->n++];
}

static json_t *
get(struct vm *vm, const char *path, const char *property)
{
	return vm_qmp(vm, "qom-get",
		json_pack("{s:s,s:s}", "path", path, "property", property));
}

static bool
is_serial0(struct vm *vm, const char *path, const char *property)
{
	json_t *r = get(vm, path, property);
	const char *text = json_string_value(r);
	bool yes = text && !strcmp(text, "serial0");

	json_decref(r);
	return yes;
}

/* Objects of these types have no children, and a machine has many. */
static bool
is_leaf(const char *type)
{
	return strstr(type, "memory-region") || !strcmp(type, "irq") ||
	       !strcmp(type, "clock");
}

/* Every PCI device has the property romfile; addr is its slot and function. */
static int
devfn_of(struct vm *vm, const char *path)
{
	json_t *r = get(vm, path, "addr");
	int devfn = json_is_integer(r) ? (int)json_integer_value(r) : -1;

	json_decref(r);
	return devfn;
}

/* Look at object i: add its children; is it the console, a PCI function? */
static void
look(struct objects *o, size_t i, struct vm *vm)
{
	json_t *list = vm_qmp(
		vm, "qom-list", json_pack("{s:s}", "path", o->v[i].path));
	const json_t *row;
	size_t r;

	json_array_foreach(list, r, row)
	{
		const char *name = json_text(row, "name");
		const char *type = json_text(row, "type");
		const char *path = o->v[i].path;

		if (!strncmp(type, "child<", 6))
			add(o, string("%s/%s", path, name), type + 6,
				strlen(type) - 7);
		else if (!strcmp(name, "romfile"))
			o->v[i].devfn = devfn_of(vm, path);
		else if (!o->console && !strcmp(type, "str") &&
			 (!strcmp(name, "chardev") || !strcmp(name, "chrA") ||
				 !strcmp(name, "chrB")) &&
			 is_serial0(vm, path, name))
			o->console = path;
	}
	json_decref(list);
}

void
qom_walk(struct objects *o, struct vm *vm)
{
	*o = (struct objects){0};
	add(o, string("/machine"), "machine", 7);
	for (size_t i = 0; i < o->n; i++)
		if (!is_leaf(o->v[i].type))
			look(o, i, vm);
}

const char *
qom_type(const struct objects *o, const char *path)
{
	for (size_t i = 0; i < o->n; i++)
		if (!strcmp(o->v[i].path, path))
			return o->v[i].type;
	return "";
}

void
qom_free(struct objects *o)
{
	while (o->n) {
		free(o->v[--o->n].path);
		free(o->v[o->n].type);
	}
	free(o->v);
	*o = (struct objects){0};
}
