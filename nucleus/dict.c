/* dict.c - the dictionary: words, word lists, search order. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

struct wordlist forth_list;
struct wordlist *order[MAX_ORDER] = {&forth_list}, *current = &forth_list;
cell norder = 1;
static struct word *buckets[HASH_SIZE];

static struct word **
bucket(const char *name, size_t n)
{
	uint32_t h = 5381;

	for (; n--; name++)
		h = h * 33 + ((unsigned char)*name | 32);
	return &buckets[(h ^ h >> 10) & (HASH_SIZE - 1)];
}

struct word *
dict_find_in(struct wordlist *l, const char *name, size_t n)
{
	for (struct word *w = *bucket(name, n); w; w = w->chain)
		if (w->list == l && w->name_len == n &&
			!(w->flags & F_HIDDEN) && same_name(w->name, name, n))
			return w;
	return NULL;
}

struct word *
dict_find(const char *name, size_t n)
{
	for (int i = 0; i < norder; i++) {
		struct word *w = dict_find_in(order[i], name, n);
		if (w)
			return w;
	}
	return NULL;
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
	struct word **b = bucket(w->name, w->name_len);

	if (!(w->flags & F_HIDDEN))
		return;
	w->flags &= (uint8_t)~F_HIDDEN;
	if (w->name_len == 0)
		return;
	w->chain = *b;
	*b = w;
}

/* Put the dictionary back to what it was when *s was taken (MARKER). */
void
dict_restore(const struct space *s)
{
	for (int i = 0; i < HASH_SIZE; i++)
		while (buckets[i] && (char *)buckets[i] >= s->meta)
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
