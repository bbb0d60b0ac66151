/* zoo_things.c - the devices of the truth: sections joined, types named. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

static const struct class_row rows[] = {
#include "zoo_classes.h"
};

/* What lies below this priority gives way to all else: QEMU's own
 * unimplemented-device is put at -1000 (include/hw/misc/unimp.h). */
static const int unimplemented = -1000;

const struct class_row *
class_find(const char *type, const char *region)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!fnmatch(rows[i].type, *type ? type : "-", 0) &&
			!fnmatch(rows[i].region, region, 0))
			return &rows[i];
	return NULL;
}

const struct class_row *
class_row(size_t i)
{
	return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}

/* The same owner and the same row are one device; where there is no row, or
 * no owner, the region's name decides. */
static bool
same(const struct thing *t, const struct section *s, const struct class_row *r)
{
	if (strcmp(t->owner, s->owner) || t->row != r)
		return false;
	return (r && *t->type) || t->pci_class >= 0 ||
	       !strcmp(t->name, s->name);
}

static struct thing *
add(struct things *th)
{
	if (th->n == th->cap) {
		th->cap = th->cap * 2 + 64;
		th->v = must(realloc(th->v, th->cap * sizeof *th->v));
	}
	th->v[th->n] = (struct thing){
		.owner = "", .type = "", .name = "", .pci_class = -1};
	return &th->v[th->n++];
}

static bool
is_device(const struct section *s, const char *type)
{
	return !strcmp(s->kind, "i/o") || !strcmp(s->kind, "ramd") ||
	       (!strcmp(s->kind, "romd") && !strncmp(type, "cfi.", 4));
}

/* A region of a PCI function belongs to the function. */
static bool
of_function(const struct thing *t, const struct section *s)
{
	return t->pci_class >= 0 && *t->owner && !strcmp(t->owner, s->owner);
}

static void
put(struct things *th, const struct truth *t, struct section *s, bool io)
{
	const char *type = qom_type(&t->objects, s->owner);
	const struct class_row *row;
	struct thing *one;
	size_t i;

	if (!is_device(s, type))
		return;
	row = class_find(type, s->name);
	for (i = 0; i < th->n; i++)
		if (of_function(&th->v[i], s) || same(&th->v[i], s, row))
			break;
	s->thing = (int)i;
	if (i < th->n) {
		one = &th->v[i];
		if (!*one->name) {
			one->name = s->name;
			one->base = s->first;
			one->io = io;
		}
		return;
	}
	one = add(th);
	one->owner = s->owner;
	one->type = type;
	one->name = s->name;
	one->row = row;
	one->io = io;
	one->base = s->first;
	one->care = s->priority > unimplemented &&
		    !(row && !strcmp(row->classes, "-")) &&
		    strcmp(type, "container");
}

/* The function at this place of bus 0: its object, or NULL. */
static const struct object *
function_object(const struct objects *o, int devfn)
{
	for (size_t i = 0; i < o->n; i++)
		if (o->v[i].devfn == devfn)
			return &o->v[i];
	return NULL;
}

static void
put_function(struct things *th, const struct truth *t, const json_t *dev)
{
	const json_t *id = json_object_get(dev, "id");
	const json_t *info = json_object_get(dev, "class_info");
	int bus = (int)json_integer_value(json_object_get(dev, "bus"));
	int slot = (int)json_integer_value(json_object_get(dev, "slot"));
	int fn = (int)json_integer_value(json_object_get(dev, "function"));
	const struct object *o =
		bus ? NULL : function_object(&t->objects, slot * 8 + fn);
	struct thing *one = add(th);

	one->care = true;
	one->pci_class =
		(int)json_integer_value(json_object_get(info, "class"));
	snprintf(one->pci_id, sizeof one->pci_id, "pci%x,%x",
		(unsigned)json_integer_value(json_object_get(id, "vendor")),
		(unsigned)json_integer_value(json_object_get(id, "device")));
	if (o) {
		one->owner = o->path;
		one->type = o->type;
	}
}

/* All functions below a list of devices, those behind bridges too. */
static void
put_functions(struct things *th, const struct truth *t, const json_t *list)
{
	const json_t *dev, *bridge;
	size_t i;

	json_array_foreach(list, i, dev)
	{
		put_function(th, t, dev);
		bridge = json_object_get(dev, "pci_bridge");
		if (bridge)
			put_functions(
				th, t, json_object_get(bridge, "devices"));
	}
}

struct things
things_of(struct truth *t)
{
	struct things th = {0};
	const json_t *bus;
	size_t i;

	json_array_foreach(t->pci, i, bus)
		put_functions(&th, t, json_object_get(bus, "devices"));
	for (i = 0; i < t->memory.n; i++)
		put(&th, t, &t->memory.v[i], false);
	for (i = 0; i < t->io.n; i++)
		put(&th, t, &t->io.v[i], true);
	return th;
}

void
things_free(struct things *th)
{
	free(th->v);
	*th = (struct things){0};
}
