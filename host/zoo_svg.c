/* zoo_svg.c - a machine's address space, true beside found, as a picture. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Pixels: where columns begin, how wide they are. */
enum {
	LEFT = 150,
	COLUMN = 300,
	RIGHT = LEFT + COLUMN + 10,
	MARK = RIGHT + COLUMN + 10,
	WIDTH = MARK + 90,
	TOP = 104
};

enum look {
	LOOK_VOID,
	LOOK_RAM,
	LOOK_ROM,
	LOOK_FLASH,
	LOOK_DEVICE,
	LOOK_ANY,
	LOOK_MIRROR,
	LOOK_UNKNOWN,
	LOOK_NONE,
	LOOKS
};

/* Okabe and Ito's palette, which colour-blind people tell apart, as a bar; the
 * block itself is pale, so that black text is readable on it. */
static const struct {
	const char *word, *bar, *block;
} looks[LOOKS] = {
	[LOOK_VOID] = {"void", "#999999", "#f4f4f4"},
	[LOOK_RAM] = {"ram", "#0072b2", "#cfe3f1"},
	[LOOK_ROM] = {"rom", "#cc79a7", "#f5e4ed"},
	[LOOK_FLASH] = {"flash", "#e69f00", "#fbecc9"},
	[LOOK_DEVICE] = {"device", "#009e73", "#ccece3"},
	[LOOK_ANY] = {"not emulated", "#666666", "#e2e2e2"},
	[LOOK_MIRROR] = {"mirror", "#56b4e9", "#e3f3fc"},
	[LOOK_UNKNOWN] = {"unknown", "#000000", "#fdfad2"},
	[LOOK_NONE] = {"not in the map", "none", "none"},
};

/* One stretch of addresses of which truth and map say one thing each. */
struct block {
	uint64_t first, last;
	enum look is, found;
	char truth[64], map[64], mark[12];
	int count;
};

struct picture {
	const struct truth *t;
	const struct things *th;
	const json_t *map;
	const int *name;
	const struct sections *sections; /* of the space that is drawn */
	bool io;
	uint64_t *edge; /* sorted: where a block may begin */
	size_t edges;
	struct block *v;
	size_t n;
};

static void
edge(struct picture *p, uint64_t at)
{
	p->edge = must(realloc(p->edge, (p->edges + 1) * sizeof *p->edge));
	p->edge[p->edges++] = at;
}

static int
by_value(const void *left, const void *right)
{
	const uint64_t *a = left, *b = right;

	return *a < *b ? -1 : *a > *b;
}

static bool
drawn(const struct picture *p, const json_t *row, uint64_t *first,
	uint64_t *last)
{
	const char *space = json_text(row, "space");
	uint64_t size = json_hex(row, "size");

	*first = json_hex(row, "base");
	*last = *first + (size - 1);
	return size && *last >= *first &&
	       !strcmp(*space ? space : "mem", p->io ? "io" : "mem");
}

static void
edges_of_rows(struct picture *p, const char *key)
{
	const json_t *row;
	uint64_t first, last;
	size_t i;

	json_array_foreach(json_object_get(p->map, key), i,
		row) if (drawn(p, row, &first, &last))
	{
		edge(p, first);
		if (last + 1)
			edge(p, last + 1);
	}
}

static void
find_edges(struct picture *p)
{
	size_t kept = 0;

	edge(p, 0);
	for (size_t i = 0; i < p->sections->n; i++) {
		edge(p, p->sections->v[i].first);
		if (p->sections->v[i].last + 1)
			edge(p, p->sections->v[i].last + 1);
	}
	edges_of_rows(p, "devices");
	if (!p->io)
		edges_of_rows(p, "memory");
	qsort(p->edge, p->edges, sizeof *p->edge, by_value);
	for (size_t i = 1; i < p->edges; i++)
		if (p->edge[i] != p->edge[kept])
			p->edge[++kept] = p->edge[i];
	p->edges = kept + 1;
}

static const struct section *
section_at(const struct sections *s, uint64_t at)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].first <= at && at <= s->v[i].last)
			return &s->v[i];
	return NULL;
}

static void
see_truth(const struct picture *p, struct block *b)
{
	const struct section *s = section_at(p->sections, b->first);
	const struct thing *t = s && s->thing >= 0 ? &p->th->v[s->thing] : NULL;

	if (!s)
		return;
	if (!strcmp(s->kind, "ram"))
		b->is = LOOK_RAM;
	else if (!strncmp(s->kind, "rom", 3))
		b->is = t ? LOOK_FLASH : LOOK_ROM;
	else
		b->is = t && t->care ? LOOK_DEVICE : LOOK_ANY;
	if (t && t->care && *t->type && strcmp(t->type, s->name))
		snprintf(b->truth, sizeof b->truth, "%.22s (%.16s)", s->name,
			t->type);
	else
		snprintf(b->truth, sizeof b->truth, "%.30s", s->name);
}

static enum look
look_of(const char *kind)
{
	for (int i = 0; i < LOOKS; i++)
		if (!strcmp(looks[i].word, kind))
			return (enum look)i;
	return LOOK_UNKNOWN;
}

/* The row of a list that holds the block; the smallest, if many do. */
static const json_t *
row_at(const struct picture *p, const char *key, uint64_t at, size_t *index)
{
	const json_t *row, *best = NULL;
	uint64_t first, last, size = UINT64_MAX;
	size_t i;

	json_array_foreach(json_object_get(p->map, key), i,
		row) if (drawn(p, row, &first, &last) && first <= at &&
			 at <= last && last - first < size)
	{
		best = row;
		size = last - first;
		*index = i;
	}
	return best;
}

/* What the map says of a device: right, or how much of it. */
static const char *
mark_device(const json_t *row, const struct thing *t)
{
	bool named = strcmp(json_text(row, "class"), "unknown") != 0;

	if (!named)
		return "seen";
	return row_exact(row, t)      ? "exact"
	       : row_category(row, t) ? "class"
				      : "wrong";
}

/* A region, or nothing, where something or nothing is. */
static const char *
mark_kind(const struct block *b)
{
	if (b->is == LOOK_ANY || b->found == b->is)
		return b->is == LOOK_ANY || b->is == LOOK_VOID ? "" : "right";
	if (b->is == LOOK_VOID)
		return b->found == LOOK_NONE || b->found == LOOK_UNKNOWN ||
				       b->found == LOOK_DEVICE
			       ? ""
			       : "wrong";
	if (b->found == LOOK_NONE)
		return "missed";
	if (b->found == LOOK_UNKNOWN)
		return "open";
	return b->found == LOOK_MIRROR && b->is == LOOK_RAM ? "right" : "wrong";
}

static void
see_map(const struct picture *p, struct block *b)
{
	const struct section *s = section_at(p->sections, b->first);
	const struct thing *t = s && s->thing >= 0 ? &p->th->v[s->thing] : NULL;
	const char *mark = "";
	size_t i;
	const json_t *row = row_at(p, "devices", b->first, &i);

	b->found = LOOK_NONE;
	if (row) {
		const json_t *words = json_object_get(row, "compatible");
		const char *word = json_string_value(json_array_get(words, 0));

		b->found = LOOK_DEVICE;
		snprintf(b->map, sizeof b->map, "%.38s",
			word ? word : json_text(row, "class"));
		if (b->is == LOOK_DEVICE || b->is == LOOK_FLASH)
			mark = mark_device(row, t);
		else if (b->is == LOOK_RAM || b->is == LOOK_ROM ||
			 (b->is == LOOK_VOID && p->name[i] < 0))
			mark = "wrong";
	} else if (!p->io && (row = row_at(p, "memory", b->first, &i))) {
		b->found = look_of(json_text(row, "kind"));
		snprintf(b->map, sizeof b->map, "%s", json_text(row, "kind"));
	}
	if (!*mark)
		mark = mark_kind(b);
	snprintf(b->mark, sizeof b->mark, "%s", mark);
}

static bool
alike(const struct block *a, const struct block *b)
{
	return a->is == b->is && a->found == b->found &&
	       !strcmp(a->truth, b->truth) && !strcmp(a->map, b->map) &&
	       !strcmp(a->mark, b->mark);
}

static void
find_blocks(struct picture *p)
{
	p->v = must(calloc(p->edges, sizeof *p->v));
	for (size_t i = 0; i < p->edges; i++) {
		struct block b = {.first = p->edge[i],
			.last = i + 1 < p->edges ? p->edge[i + 1] - 1
				: p->io          ? 0xffff
						 : UINT64_MAX,
			.count = 1};

		if (b.last < b.first)
			continue;
		see_truth(p, &b);
		see_map(p, &b);
		if (p->n && alike(&p->v[p->n - 1], &b)) {
			p->v[p->n - 1].last = b.last;
			p->v[p->n - 1].count++;
		} else {
			p->v[p->n++] = b;
		}
	}
}

/* Text for XML. */
static void
put_text(FILE *f, const char *text)
{
	for (; *text; text++)
		if (*text == '<')
			fputs("&lt;", f);
		else if (*text == '&')
			fputs("&amp;", f);
		else
			fputc(*text, f);
}

static void
put_block(FILE *f, int x, double y, double h, enum look look, const char *text,
	int count)
{
	if (look == LOOK_NONE)
		return;
	fprintf(f,
		"<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\""
		" fill=\"%s\"/>"
		"<rect x=\"%d\" y=\"%.1f\" width=\"6\" height=\"%.1f\""
		" fill=\"%s\"/>\n",
		x, y, COLUMN, h - 1, looks[look].block, x, y, h - 1,
		looks[look].bar);
	fprintf(f, "<text x=\"%d\" y=\"%.1f\">", x + 12, y + 10);
	if (*text && strcmp(text, looks[look].word))
		fprintf(f, "%s: ", looks[look].word);
	put_text(f, *text ? text : looks[look].word);
	if (count > 1)
		fprintf(f, " x %d", count);
	fputs("</text>\n", f);
}

/* Pixels: 13 for up to 4 KiB, then more for each doubling. */
static double
height(const struct block *b)
{
	double bits = log2((double)(b->last - b->first) + 1);

	return 13 + 1.5 * (bits > 12 ? bits - 12 : 0);
}

static double
put_blocks(FILE *f, const struct picture *p, double y)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct block *b = &p->v[i];
		double h = height(b);
		bool bad =
			!strcmp(b->mark, "wrong") || !strcmp(b->mark, "missed");

		fprintf(f,
			"<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">"
			"%llx</text>\n",
			LEFT - 8, y + 10, (unsigned long long)b->first);
		put_block(f, LEFT, y, h, b->is, b->truth, b->count);
		put_block(f, RIGHT, y, h, b->found, b->map, b->count);
		if (*b->mark)
			fprintf(f, "<text x=\"%d\" y=\"%.1f\"%s>%s</text>\n",
				MARK, y + 10,
				bad ? " fill=\"#a03c00\" font-weight=\"bold\""
				    : "",
				b->mark);
		y += h;
	}
	return y + 20;
}

static double
picture_height(const struct picture *p)
{
	double y = 20;

	for (size_t i = 0; i < p->n; i++)
		y += height(&p->v[i]);
	return y;
}

static void
put_legend(FILE *f)
{
	int x = 12;

	for (int i = 0; i < LOOK_NONE; i++) {
		fprintf(f,
			"<rect x=\"%d\" y=\"44\" width=\"14\" height=\"14\""
			" fill=\"%s\"/><rect x=\"%d\" y=\"44\" width=\"5\""
			" height=\"14\" fill=\"%s\"/>"
			"<text x=\"%d\" y=\"55\">%s</text>\n",
			x, looks[i].block, x, looks[i].bar, x + 18,
			looks[i].word);
		x += 44 + 7 * (int)strlen(looks[i].word);
	}
	fprintf(f,
		"<text x=\"12\" y=\"74\">Heights grow with the logarithm of"
		" the size. exact, class, seen: how much the map says of a"
		" device.</text>\n"
		"<text x=\"%d\" y=\"96\" text-anchor=\"end\">address"
		"</text><text x=\"%d\" y=\"96\" font-weight=\"bold\">true"
		"</text><text x=\"%d\" y=\"96\" font-weight=\"bold\">found"
		"</text>\n",
		LEFT - 8, LEFT, RIGHT);
}

static struct picture
picture(const struct truth *t, const struct things *th, const json_t *map,
	const int *name, bool io)
{
	struct picture p = {.t = t,
		.th = th,
		.map = map,
		.name = name,
		.io = io,
		.sections = io ? &t->io : &t->memory};

	find_edges(&p);
	find_blocks(&p);
	return p;
}

bool
svg_write(const char *path, const char *title, const struct truth *t,
	const struct things *th, const json_t *map)
{
	int *name = names_of(t, th, map);
	struct picture p = picture(t, th, map, name, false);
	bool ports = th->n && t->io.n && t->io.v[t->io.n - 1].thing >= 0 &&
		     t->io.n > 1;
	struct picture q = picture(t, th, map, name, true);
	double y, all = TOP + picture_height(&p) +
			(ports ? 30 + picture_height(&q) : 0);
	FILE *f = fopen(path, "w");
	bool good;

	if (f) {
		fprintf(f,
			"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\""
			" height=\"%.0f\" viewBox=\"0 0 %d %.0f\" font-family="
			"\"monospace\" font-size=\"10\">\n"
			"<rect width=\"100%%\" height=\"100%%\" fill=\"white\""
			"/>\n<text x=\"12\" y=\"28\" font-size=\"18\">",
			WIDTH, all, WIDTH, all);
		put_text(f, title);
		fputs("</text>\n", f);
		put_legend(f);
		y = put_blocks(f, &p, TOP);
		if (ports) {
			fprintf(f,
				"<text x=\"%d\" y=\"%.0f\" font-weight="
				"\"bold\">I/O ports</text>\n",
				LEFT, y);
			put_blocks(f, &q, y + 10);
		}
		fputs("</svg>\n", f);
	}
	good = f && !ferror(f);
	good = f && !fclose(f) && good;
	free(p.edge);
	free(p.v);
	free(q.edge);
	free(q.v);
	free(name);
	return good;
}
