/* hash.c - count 20,000 keys in a table with open addressing, FNV-1a. */
/* SPDX-License-Identifier: 0BSD */
/* source: FNV-1a, 64 bits, basis and prime as Fowler, Noll and Vo publish */
#include "lib/bench.h"

enum {
	KEYS = 5000,
	KEY_BYTES = 8,
	SLOTS = 8192
};
static char key_text[KEYS * KEY_BYTES];
static struct {
	const char *key;
	cell count;
} table[SLOTS];
static cell seed;

static cell
next_random(void)
{
	seed = (seed * 1309 + 13849) & 0xffff;
	return seed;
}

static ucell
hash(const char *p, cell n)
{
	ucell h = 0xcbf29ce484222325u;

	for (const char *end = p + n; p < end; p++)
		h = (h ^ (unsigned char)*p) * 0x100000001b3u;
	return h;
}

/* The place of a key, or the free one for it. */
static ucell
find_slot(const char *key)
{
	ucell i = hash(key, KEY_BYTES) & (SLOTS - 1);

	while (table[i].key && memcmp(key, table[i].key, KEY_BYTES))
		i = (i + 1) & (SLOTS - 1);
	return i;
}

void
setup(void)
{
	seed = 74755;
	for (cell i = 0; i < KEYS * KEY_BYTES; i++)
		key_text[i] = (char)((next_random() >> 4) % 26 + 'a');
}

cell
run(void)
{
	cell sum = 0;

	memset(table, 0, sizeof table);
	for (cell i = 0; i < 20000; i++) {
		const char *key = key_text + i * 7919 % KEYS * KEY_BYTES;
		ucell at = find_slot(key);

		table[at].key = key;
		table[at].count++;
	}
	for (cell i = 0; i < SLOTS; i++)
		sum += table[i].count * i;
	return sum;
}
