/* zoo_score.c - one map against one truth: who was found, who was named. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The classes of the map that a PCI base and sub class stands for: PCI Code
 * and ID Assignment Specification 1.11, section 1. */
static const struct {
	int class, mask;
	const char *classes;
} pci_classes[] = {
	{0x0100, 0xff00, "block"},
	{0x0200, 0xff00, "ethernet"},
	{0x0300, 0xff00, "display"},
	{0x0400, 0xff00, "audio"},
	{0x0600, 0xff00, "pci-host system-control"},
	{0x0700, 0xff00, "uart"},
	{0x0800, 0xff00, "timer interrupt-controller dma mmc system-control"},
	{0x0900, 0xff00, "input"},
	{0x0c03, 0xffff, "usb"},
	{0x0c05, 0xffff, "i2c"},
	{0x1000, 0xff00, "crypto"},
};

static bool
any_compatible(const json_t *row, const char *list)
{
	const json_t *word;
	size_t i;

	json_array_foreach(json_object_get(row, "compatible"), i,
		word) if (json_is_string(word) &&
			  listed(list, json_string_value(word))) return true;
	return false;
}

bool
row_exact(const json_t *row, const struct thing *t)
{
	if (*t->pci_id && any_compatible(row, t->pci_id))
		return true;
	return t->row && any_compatible(row, t->row->compatible);
}

bool
row_category(const json_t *row, const struct thing *t)
{
	const char *class = json_text(row, "class");
	bool virtio = !strncmp(t->pci_id, "pci1af4,", 8);

	if (row_exact(row, t) || (t->row && listed(t->row->classes, class)) ||
		(virtio && !strcmp(class, "virtio")))
		return true;
	for (size_t i = 0; i < sizeof pci_classes / sizeof *pci_classes; i++)
		if (t->pci_class >= 0 && (t->pci_class & pci_classes[i].mask) ==
						 pci_classes[i].class)
			return listed(pci_classes[i].classes, class);
	return false;
}

static bool
in_space(const json_t *row, const char *space)
{
	const char *said = json_text(row, "space");

	return !strcmp(*said ? said : "mem", space);
}

static bool
meets(const json_t *row, const struct section *s)
{
	uint64_t base = json_hex(row, "base"), size = json_hex(row, "size");

	return size && base <= s->last && s->first <= base + (size - 1);
}

/* How well a row fits a thing of which this is a section; more is better. */
static int
fit(const json_t *row, const struct section *s, const struct thing *t)
{
	return 1 + (s->first == json_hex(row, "base")) * 2 +
	       row_category(row, t) + row_exact(row, t) * 4;
}

static int
name_among(const struct sections *s, const struct things *th, const json_t *row)
{
	int best = -1, best_fit = 0;

	for (size_t i = 0; i < s->n; i++) {
		int t = s->v[i].thing, f;

		if (t < 0 || !meets(row, &s->v[i]))
			continue;
		if (!th->v[t].care) {
			best = best == -1 ? -2 : best;
			continue;
		}
		f = fit(row, &s->v[i], &th->v[t]);
		if (f > best_fit) {
			best = t;
			best_fit = f;
		}
	}
	return best;
}

/* A PCI function is named by its ids; each by one row. */
static int
name_function(const struct things *th, const json_t *row, const int *taken,
	size_t rows)
{
	for (size_t i = 0; i < th->n; i++) {
		bool free_yet = true;

		for (size_t r = 0; r < rows; r++)
			free_yet = free_yet && taken[r] != (int)i;
		if (free_yet && *th->v[i].pci_id &&
			any_compatible(row, th->v[i].pci_id))
			return (int)i;
	}
	return -1;
}

int *
names_of(const struct truth *t, const struct things *th, const json_t *map)
{
	const json_t *list = json_object_get(map, "devices"), *row;
	int *name = must(calloc(json_array_size(list) + 1, sizeof *name));
	size_t i;

	json_array_foreach(list, i, row)
	{
		name[i] = name_function(th, row, name, i);
		if (name[i] < 0 && in_space(row, "io"))
			name[i] = name_among(&t->io, th, row);
		else if (name[i] < 0 && in_space(row, "mem"))
			name[i] = name_among(&t->memory, th, row);
	}
	return name;
}

/* Presence: something, named or not, is in the map where a thing is ------- */
static bool
region_here(const json_t *map, const struct section *s)
{
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(map, "memory"), i, row)
	{
		const char *kind = json_text(row, "kind");

		if (meets(row, s) &&
			(!strcmp(kind, "device") ||
				(!strcmp(s->kind, "romd") &&
					listed("rom flash", kind))))
			return true;
	}
	return false;
}

static bool
row_here(const json_t *map, const struct section *s, bool io)
{
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(map, "devices"), i,
		row) if (in_space(row, io ? "io" : "mem") &&
			 meets(row, s)) return true;
	return false;
}

static bool
present(const struct truth *t, const json_t *map, int thing)
{
	for (size_t i = 0; i < t->memory.n; i++)
		if (t->memory.v[i].thing == thing &&
			(row_here(map, &t->memory.v[i], false) ||
				region_here(map, &t->memory.v[i])))
			return true;
	for (size_t i = 0; i < t->io.n; i++)
		if (t->io.v[i].thing == thing &&
			row_here(map, &t->io.v[i], true))
			return true;
	return false;
}

static json_t *
ratio(unsigned of, unsigned all)
{
	return json_pack("{s:i,s:i}", "right", (int)of, "of", (int)all);
}

/* What there is to be said of one thing. */
static json_t *
thing_row(const struct thing *t, bool found, const json_t *named)
{
	json_t *o = json_pack("{s:s,s:s,s:s,s:b}", "type",
		*t->type ? t->type : "-", "region", t->name, "space",
		*t->name ? (t->io ? "io" : "mem") : "pci", "found", found);
	char text[24];

	snprintf(text, sizeof text, "0x%llx", (unsigned long long)t->base);
	json_object_set_new(o, "base", json_string(text));
	if (*t->pci_id)
		json_object_set_new(o, "pci", json_string(t->pci_id));
	json_object_set_new(
		o, "in_table", json_boolean(t->row != NULL || *t->pci_id));
	if (named) {
		json_object_set(o, "map", json_object_get(named, "name"));
		json_object_set_new(
			o, "exact", json_boolean(row_exact(named, t)));
		json_object_set_new(
			o, "category", json_boolean(row_category(named, t)));
	}
	return o;
}

/* The best row of those that name a thing; NULL if none does. */
static const json_t *
best_row(const json_t *map, const int *name, int thing, const struct thing *t)
{
	const json_t *row, *best = NULL;
	int best_fit = -1;
	size_t i;

	json_array_foreach(json_object_get(map, "devices"), i, row)
	{
		int f = row_category(row, t) + row_exact(row, t) * 2;

		if (name[i] == thing && f > best_fit) {
			best = row;
			best_fit = f;
		}
	}
	return best;
}

static void
recall(json_t *out, const struct truth *t, const struct things *th,
	const json_t *map, const int *name)
{
	unsigned all = 0, found = 0, exact = 0, category = 0;
	json_t *list = json_array();

	for (size_t i = 0; i < th->n; i++) {
		const struct thing *one = &th->v[i];
		const json_t *row;
		bool here;

		if (!one->care)
			continue;
		row = best_row(map, name, (int)i, one);
		here = row || present(t, map, (int)i);
		all++;
		found += here;
		exact += row && row_exact(row, one);
		category += row && row_category(row, one);
		json_array_append_new(list, thing_row(one, here, row));
	}
	json_object_set_new(out, "presence", ratio(found, all));
	json_object_set_new(out, "exact", ratio(exact, all));
	json_object_set_new(out, "category", ratio(category, all));
	json_object_set_new(out, "things", list);
}

/* A row that names something: a class or a compatible string. */
static bool
is_name(const json_t *row)
{
	const char *class = json_text(row, "class");

	return (*class && strcmp(class, "unknown")) ||
	       json_array_size(json_object_get(row, "compatible"));
}

/* Of what the map names, how much is right; and is it as sure as it should
 * be? What lies where nothing is emulated is not judged. */
static void
precision(json_t *out, const struct things *th, const json_t *map,
	const int *name)
{
	unsigned said = 0, right = 0, nothing = 0;
	json_t *wrong = json_array();
	const json_t *row;
	double brier = 0;
	size_t i;

	json_array_foreach(json_object_get(map, "devices"), i, row)
	{
		double sure =
			json_number_value(json_object_get(row, "confidence"));
		bool vague =
			!json_array_size(json_object_get(row, "compatible"));
		const struct thing *t = name[i] < 0 ? NULL : &th->v[name[i]];
		bool good =
			t && (vague ? row_category(row, t) : row_exact(row, t));

		if (!is_name(row) || name[i] == -2 || in_space(row, "cpu") ||
			(t && !t->row && !*t->pci_id))
			continue;
		said++;
		right += good;
		nothing += !t;
		brier += (sure - good) * (sure - good);
		if (!good)
			json_array_append_new(wrong,
				json_pack("{s:O,s:O,s:s}", "name",
					json_object_get(row, "name"),
					"compatible",
					json_object_get(row, "compatible"),
					"is", t ? t->type : "nothing"));
	}
	json_object_set_new(out, "precision", ratio(right, said));
	json_object_set_new(out, "named_nothing", json_integer(nothing));
	json_object_set_new(out, "wrong", wrong);
	json_object_set_new(
		out, "brier", said ? json_real(brier / said) : json_null());
}

json_t *
score(const struct truth *t, const struct things *th, const json_t *map)
{
	json_t *out = json_object();
	int *name = names_of(t, th, map);

	recall(out, t, th, map, name);
	precision(out, th, map, name);
	free(name);
	return out;
}
