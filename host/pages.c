/* pages.c - sets of 4 KiB pages, kept as sorted spans. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <stdlib.h>
#include <string.h>

void
pages_add(struct pages *p, uint64_t first, uint64_t end)
{
	if (first >= end)
		return;
	if (p->n == p->cap) {
		p->cap = p->cap * 2 + 16;
		p->v = must(realloc(p->v, p->cap * sizeof *p->v));
	}
	p->v[p->n++] = (struct span){first, end};
}

static int
by_first(const void *left, const void *right)
{
	const struct span *a = left, *b = right;

	return a->first < b->first ? -1 : a->first > b->first;
}

void
pages_tidy(struct pages *p)
{
	size_t kept = 0;

	if (!p->n)
		return;
	qsort(p->v, p->n, sizeof *p->v, by_first);
	for (size_t i = 1; i < p->n; i++) {
		struct span *last = &p->v[kept], next = p->v[i];

		if (next.first > last->end)
			p->v[++kept] = next;
		else if (next.end > last->end)
			last->end = next.end;
	}
	p->n = kept + 1;
}

struct pages
pages_minus(const struct pages *a, const struct pages *b)
{
	struct pages left = {0};

	for (size_t i = 0; i < a->n; i++) {
		uint64_t at = a->v[i].first, end = a->v[i].end;

		for (size_t j = 0; j < b->n; j++) {
			if (b->v[j].end <= at || b->v[j].first >= end)
				continue;
			pages_add(&left, at, b->v[j].first);
			at = b->v[j].end;
		}
		pages_add(&left, at, end);
	}
	return left;
}

bool
pages_hold(const struct pages *p, struct span s)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].first <= s.first && s.end <= p->v[i].end)
			return true;
	return false;
}

void
pages_free(struct pages *p)
{
	free(p->v);
	*p = (struct pages){0};
}

/* Pages that lie wholly in the bytes [first, last]. */
static void
add_whole(struct pages *p, uint64_t first, uint64_t last)
{
	uint64_t end = last / PAGE_BYTES + (last % PAGE_BYTES + 1) / PAGE_BYTES;

	pages_add(p, first / PAGE_BYTES + (first % PAGE_BYTES != 0), end);
}

struct pages
pages_of_ram(const struct sections *s)
{
	struct pages p = {0};

	for (size_t i = 0; i < s->n; i++) {
		uint64_t first = s->v[i].first;

		if (strcmp(s->v[i].kind, "ram"))
			continue;
		while (i + 1 < s->n && !strcmp(s->v[i + 1].kind, "ram") &&
			s->v[i + 1].first == s->v[i].last + 1)
			i++;
		add_whole(&p, first, s->v[i].last);
	}
	pages_tidy(&p);
	return p;
}

bool
listed(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = list; n && (at = strstr(at, word)); at++)
		if ((at == list || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

struct pages
pages_of_map(const json_t *map, const char *kinds)
{
	struct pages p = {0};
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(map, "memory"), i, row)
	{
		uint64_t base = json_hex(row, "base");
		uint64_t size = json_hex(row, "size");

		if (size && listed(kinds, json_text(row, "kind")))
			add_whole(&p, base, base + size - 1);
	}
	pages_tidy(&p);
	return p;
}
