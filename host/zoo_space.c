/* zoo_space.c - the address space: which kinds of region the map has right. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void
add(struct pieces *p, uint64_t first, uint64_t last, enum truly is)
{
	struct piece *end = p->n ? &p->v[p->n - 1] : NULL;

	if (end && end->is == is && end->last + 1 == first) {
		end->last = last;
		return;
	}
	if (p->n == p->cap) {
		p->cap = p->cap * 2 + 64;
		p->v = must(realloc(p->v, p->cap * sizeof *p->v));
	}
	p->v[p->n++] = (struct piece){first, last, is};
}

static enum truly
kind_of(const struct section *s, const struct things *th)
{
	if (!strcmp(s->kind, "ram"))
		return TRULY_RAM;
	if (!strcmp(s->kind, "rom"))
		return TRULY_ROM;
	if (!strcmp(s->kind, "romd"))
		return s->thing >= 0 ? TRULY_FLASH : TRULY_ROM;
	return s->thing >= 0 && th->v[s->thing].care ? TRULY_DEVICE : TRULY_ANY;
}

struct pieces
pieces_of(const struct truth *t, const struct things *th)
{
	struct pieces p = {0};
	uint64_t at = 0;
	bool full = false; /* up to the last byte there can be */

	for (size_t i = 0; i < t->memory.n && !full; i++) {
		const struct section *s = &t->memory.v[i];

		if (s->first > at)
			add(&p, at, s->first - 1, TRULY_VOID);
		add(&p, s->first, s->last, kind_of(s, th));
		at = s->last + 1;
		full = at == 0;
	}
	if (!full)
		add(&p, at, UINT64_MAX, TRULY_VOID);
	return p;
}

void
pieces_free(struct pieces *p)
{
	free(p->v);
	*p = (struct pieces){0};
}

/* A region weighs as many as it has address bits, and one: discovery.md, 6.4 */
static double
weight(uint64_t first, uint64_t last)
{
	return log2((double)(last - first) + 1) + 1;
}

/* What is claimed to be of one kind, by what it truly is: weights, bytes. */
struct claim {
	double w[TRULIES], bytes[TRULIES];
};

/* What the map claims of [first, last]. */
static void
weigh(struct claim *c, const struct pieces *p, uint64_t first, uint64_t last)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct piece *t = &p->v[i];
		uint64_t from = first > t->first ? first : t->first;
		uint64_t to = last < t->last ? last : t->last;

		if (from > to)
			continue;
		c->w[t->is] += weight(from, to);
		c->bytes[t->is] += (double)(to - from) + 1;
	}
}

static bool
extent(const json_t *row, uint64_t *first, uint64_t *last)
{
	uint64_t size = json_hex(row, "size");

	*first = json_hex(row, "base");
	*last = *first + (size - 1);
	return size && *last >= *first;
}

/* Weights of all that the map gives this kind. */
static void
claimed(struct claim *c, const struct pieces *p, const json_t *map,
	const char *kind)
{
	const json_t *row;
	uint64_t first, last;
	size_t i;

	json_array_foreach(json_object_get(map, "memory"), i,
		row) if (!strcmp(json_text(row, "kind"), kind) &&
			 extent(row, &first, &last)) weigh(c, p, first, last);
}

/* Devices that are in the list and not in a region of the map. */
static void
claimed_devices(struct claim *c, const struct pieces *p, const json_t *map)
{
	const json_t *row;
	uint64_t first, last;
	size_t i;

	json_array_foreach(json_object_get(map, "devices"), i,
		row) if (!strcmp(json_text(row, "space"), "mem") &&
			 extent(row, &first, &last)) weigh(c, p, first, last);
}

static json_t *
share(double right, double all)
{
	return all > 0 ? json_real(right / all) : json_null();
}

static double
judged(const double w[TRULIES])
{
	double sum = 0;

	for (int k = 0; k < TRULY_ANY; k++)
		sum += w[k];
	return sum;
}

/* How many bytes of [first, last] the map gives one of these kinds. */
static double
covered(const json_t *map, const char *kinds, uint64_t first, uint64_t last)
{
	const json_t *row;
	double sum = 0;
	uint64_t a, b;
	size_t i;

	json_array_foreach(json_object_get(map, "memory"), i, row)
	{
		if (!listed(kinds, json_text(row, "kind")) ||
			!extent(row, &a, &b))
			continue;
		a = a > first ? a : first;
		b = b < last ? b : last;
		if (a <= b)
			sum += (double)(b - a) + 1;
	}
	return sum;
}

/* Where addresses end, for the recall: 4 GiB, or past the last section. */
static uint64_t
top_of(const struct pieces *p)
{
	const uint64_t low = UINT32_MAX;
	const struct piece *end = &p->v[p->n - 1];

	return end->is != TRULY_VOID || end->first <= low ? low
							  : end->first - 1;
}

static json_t *
recalled(const struct pieces *p, const json_t *map, enum truly is,
	const char *kinds)
{
	uint64_t top = top_of(p);
	double all = 0, got = 0;

	for (size_t i = 0; i < p->n; i++) {
		uint64_t first = p->v[i].first, last = p->v[i].last;
		double w;

		last = last < top ? last : top;
		if (p->v[i].is != is || first > last)
			continue;
		w = weight(first, last);
		all += w;
		got += w * covered(map, kinds, first, last) /
		       ((double)(last - first) + 1);
	}
	return share(got, all);
}

static json_t *
kind_score(const struct pieces *p, const json_t *map, const char *kind,
	enum truly is)
{
	struct claim c = {0};

	claimed(&c, p, map, kind);
	if (is == TRULY_DEVICE) {
		claimed_devices(&c, p, map);
		c.w[is] += c.w[TRULY_FLASH]; /* it answers commands */
		c.bytes[is] += c.bytes[TRULY_FLASH];
		c.w[TRULY_FLASH] = c.bytes[TRULY_FLASH] = 0;
	}
	return json_pack("{s:o,s:o,s:o,s:b}", "precision",
		share(c.w[is], judged(c.w)), "precision_bytes",
		share(c.bytes[is], judged(c.bytes)), "recall",
		recalled(p, map, is, kind), "claimed",
		judged(c.w) + c.w[TRULY_ANY] > 0);
}

/* Mirrors: sections that show the same bytes of the same memory ---------- */
static bool
mirrors(const struct section *a, const struct section *b)
{
	uint64_t na = a->last - a->first, nb = b->last - b->first;

	return !strcmp(a->kind, "ram") && !strcmp(b->kind, "ram") &&
	       !strcmp(a->owner, b->owner) && !strcmp(a->name, b->name) &&
	       a->offset <= b->offset + nb && b->offset <= a->offset + na;
}

static const char *
kind_at(const json_t *map, uint64_t at)
{
	const json_t *row;
	uint64_t first, last;
	size_t i;

	json_array_foreach(json_object_get(map, "memory"), i,
		row) if (extent(row, &first, &last) && first <= at &&
			 at <= last) return json_text(row, "kind");
	return "";
}

static json_t *
mirror_score(const struct truth *t, const json_t *map)
{
	int all = 0, named = 0, twice = 0;

	for (size_t j = 1; j < t->memory.n; j++)
		for (size_t i = 0; i < j; i++) {
			const struct section *a = &t->memory.v[i];
			const struct section *b = &t->memory.v[j];
			const char *ka, *kb;

			if (!mirrors(a, b))
				continue;
			ka = kind_at(map, a->first);
			kb = kind_at(map, b->first);
			all++;
			named += !strcmp(ka, "mirror") || !strcmp(kb, "mirror");
			twice += !strcmp(ka, "ram") && !strcmp(kb, "ram");
			break;
		}
	return json_pack("{s:i,s:i,s:i}", "of", all, "named", named,
		"counted_twice", twice);
}

/* 4 KiB pages in which there is anything, in which a device is, and in all up
 * to where the recall of voids ends. */
static json_t *
page_count(const struct pieces *p)
{
	double all = 0, devices = 0;

	for (size_t i = 0; i < p->n; i++) {
		double n = (double)(p->v[i].last / PAGE_BYTES -
				    p->v[i].first / PAGE_BYTES) +
			   1;

		if (p->v[i].is != TRULY_VOID && p->v[i].is != TRULY_ANY)
			all += n;
		if (p->v[i].is == TRULY_DEVICE)
			devices += n;
	}
	return json_pack("{s:I,s:I,s:I}", "populated", (json_int_t)all,
		"devices", (json_int_t)devices, "span",
		(json_int_t)(top_of(p) / PAGE_BYTES + 1));
}

json_t *
space_score(const struct truth *t, const struct things *th, const json_t *map)
{
	struct pieces p = pieces_of(t, th);
	json_t *o = json_object();

	json_object_set_new(o, "void", kind_score(&p, map, "void", TRULY_VOID));
	json_object_set_new(
		o, "device", kind_score(&p, map, "device", TRULY_DEVICE));
	json_object_set_new(o, "rom", kind_score(&p, map, "rom", TRULY_ROM));
	json_object_set_new(
		o, "flash", kind_score(&p, map, "flash", TRULY_FLASH));
	json_object_set_new(o, "mirrors", mirror_score(t, map));
	json_object_set_new(o, "pages", page_count(&p));
	pieces_free(&p);
	return o;
}
