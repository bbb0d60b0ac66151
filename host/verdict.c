/* verdict.c - the map against the emulator's truth, page for page. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* RAM that shows through between two devices of a device window may stay
 * `unknown` in the map, but only in pieces below this: the prober leaves
 * alone what is around a device that lies in RAM. */
static const uint64_t forgiven_bytes = 4 << 20;

static json_t *
hex(uint64_t n)
{
	char text[24];

	snprintf(text, sizeof text, "0x%" PRIx64, n);
	return json_string(text);
}

static json_t *
spans(const struct pages *p)
{
	json_t *list = json_array();

	for (size_t i = 0; i < p->n; i++) {
		json_t *row = json_object();

		json_object_set_new(
			row, "base", hex(p->v[i].first * PAGE_BYTES));
		json_object_set_new(row, "size",
			hex((p->v[i].end - p->v[i].first) * PAGE_BYTES));
		json_array_append_new(list, row);
	}
	return list;
}

/* The RAM row that holds these pages is small and has devices on both sides. */
static bool
between_devices(const struct sections *s, struct span pages)
{
	uint64_t at = pages.first * PAGE_BYTES;

	for (size_t i = 1; i + 1 < s->n; i++) {
		const struct section *r = &s->v[i];

		if (r->first <= at && at <= r->last)
			return r->last - r->first < forgiven_bytes &&
			       !strcmp(r[-1].kind, "i/o") &&
			       !strcmp(r[1].kind, "i/o") &&
			       pages.end * PAGE_BYTES - 1 <= r->last;
	}
	return false;
}

static bool
overlap(const struct pages *p, struct span s)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].first < s.end && s.first < p->v[i].end)
			return true;
	return false;
}

/* Split what the map lacks into what it may and may not leave open: open is
 * what it calls unknown, or says nothing of. */
static void
forgive(const struct truth *t, const json_t *map, struct pages *missing,
	struct pages *forgiven)
{
	struct pages said = pages_of_map(map, "rom flash"), hard = {0};

	for (size_t i = 0; i < missing->n; i++) {
		struct span s = missing->v[i];
		bool open =
			!overlap(&said, s) && between_devices(&t->memory, s);

		pages_add(open ? forgiven : &hard, s.first, s.end);
	}
	pages_free(&said);
	pages_free(missing);
	*missing = hard;
}

static json_t *
console_verdict(const struct truth *t, const json_t *map)
{
	const char *said = json_text(map, "console");
	const char *unit = strchr(said, '@');
	char right[24];
	bool good;

	snprintf(right, sizeof right, "@%" PRIx64, t->console_base);
	good = t->console_found && unit && !strcmp(unit, right);
	return json_pack("{s:s,s:s,s:s,s:b}", "map", said, "truth",
		t->console_found ? right + 1 : "", "device",
		t->console ? t->console : "", "right", good);
}

json_t *
verdict(const struct truth *t, const json_t *map)
{
	struct pages ram = pages_of_ram(&t->memory), forgiven = {0};
	struct pages mapped = pages_of_map(map, "ram mirror");
	struct pages missing = pages_minus(&ram, &mapped);
	struct pages extra = pages_minus(&mapped, &ram);
	json_t *v = json_object();

	forgive(t, map, &missing, &forgiven);
	json_object_set_new(v, "exact", json_boolean(!missing.n && !extra.n));
	json_object_set_new(v, "ram", spans(&ram));
	json_object_set_new(v, "missing", spans(&missing));
	json_object_set_new(v, "extra", spans(&extra));
	json_object_set_new(v, "unknown", spans(&forgiven));
	json_object_set_new(v, "console", console_verdict(t, map));
	pages_free(&ram);
	pages_free(&mapped);
	pages_free(&missing);
	pages_free(&extra);
	pages_free(&forgiven);
	return v;
}

bool
verdict_good(const json_t *v)
{
	return json_is_true(json_object_get(v, "exact")) &&
	       json_is_true(
		       json_object_get(json_object_get(v, "console"), "right"));
}

static void
print_spans(const json_t *v, const char *key, const char *what)
{
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(v, key), i, row)
	{
		uint64_t base = json_hex(row, "base");
		uint64_t size = json_hex(row, "size");

		fprintf(stderr, "  %s: 0x%" PRIx64 "..0x%" PRIx64 " (%s)\n",
			what, base, base + size - 1, human(size));
	}
}

void
verdict_print(const json_t *v)
{
	const json_t *c = json_object_get(v, "console");
	bool exact = json_is_true(json_object_get(v, "exact"));
	bool right = json_is_true(json_object_get(c, "right"));

	fprintf(stderr, "truth: memory exact: %s\n", exact ? "yes" : "no");
	print_spans(v, "missing", "RAM that the map lacks");
	print_spans(v, "extra", "not RAM, yet in the map");
	print_spans(v, "unknown", "left open between devices");
	fprintf(stderr,
		"truth: console right: %s (the map says '%s', serial0"
		" is at '%s')\n",
		right ? "yes" : "no", json_text(c, "map"),
		json_text(c, "truth"));
}
