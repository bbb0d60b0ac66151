/* dict.c - the dictionary: words, word lists, search order. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

enum {
	MOST = 1 << 16
};
struct wordlist forth_list;
struct wordlist *order[MAX_ORDER] = {&forth_list}, *current = &forth_list;
cell norder = 1;
static struct word **buckets; /* chains of words, newest first */
static size_t nbuckets;

/* As many chains, a power of two, as there is room for in so many bytes. */
void
dict_init(void *room, size_t bytes)
{
	for (nbuckets = 1; nbuckets < MOST; nbuckets *= 2)
		if (2 * nbuckets * sizeof *buckets > bytes)
			break;
	buckets = memset(room, 0, nbuckets * sizeof *buckets);
}

static struct word **
bucket(const char *name, size_t n)
{
	uint32_t h = 0;

	for (; n--; name++)
		h = (h ^ ((unsigned char)*name | 32)) * 0x9e3779b1u;
	return &buckets[(h ^ h >> 15) & (nbuckets - 1)];
}

/* The word of this name in one of the n lists, the first of them first. */
static struct word *
find(struct wordlist **lists, cell n, const char *name, size_t len)
{
	struct word *found = NULL, *w = *bucket(name, len);

	for (; w && n > 0; w = w->chain)
		if (w->name_len == len && same_name(w->name, name, len))
			for (cell i = 0; i < n; i++)
				if (w->list == lists[i]) {
					found = w;
					n = i;
				}
	return found;
}

struct word *
dict_find_in(struct wordlist *l, const char *name, size_t n)
{
	return find(&l, 1, name, n);
}

struct word *
dict_find(const char *name, size_t n)
{
	return find(order, norder, name, n);
}

/* A new word in the compilation word list, hidden until dict_reveal. An empty
 * name makes a word that can't be found (:NONAME). Throws -19, -8. */
struct word *
dict_add(const char *name, size_t n, enum kind kind)
{
	struct word *w;

	if (compiling)
		throw(IOR_COMPILER_NESTING);
	if (n > 63)
		throw(IOR_NAME_LENGTH);
	w = meta_alloc(sizeof *w + n);
	memset(w, 0, sizeof *w);
	memcpy(w->name, name, n);
	w->name_len = (uint8_t)n;
	w->kind = (uint8_t)kind;
	w->flags = F_HIDDEN;
	w->list = current;
	w->code = space.code;
	w->file = (uint8_t)(source.id > 0 ? source.id : 0);
	w->line = source.line;
	w->prev = space.last;
	space.last = w;
	return w;
}

void
dict_reveal(struct word *w)
{
	if (!(w->flags & F_HIDDEN))
		return;
	w->flags &= (uint8_t)~F_HIDDEN;
	if (w->name_len == 0)
		return;
	struct word **b = bucket(w->name, w->name_len);
	w->chain = *b;
	*b = w;
}

/* Put the dictionary back to what it was when *s was taken (MARKER). */
void
dict_restore(const struct space *s)
{
	for (size_t i = 0; i < nbuckets; i++)
		for (; buckets[i] && (char *)buckets[i] >= s->meta;)
			buckets[i] = buckets[i]->chain;
	space = *s;
	compiling = NULL;
	if (current != &forth_list && (char *)current >= s->here)
		current = &forth_list;
	int n = 0;
	for (int i = 0; i < norder; i++)
		if (order[i] == &forth_list || (char *)order[i] < s->here)
			order[n++] = order[i];
	norder = n;
}
