/* text.c - bytes: count, reverse and search the words of a text of 64 KiB. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

enum {
	SIZE = 65536
};
static unsigned char text[SIZE];
static cell seed;

static cell
next_random(void)
{
	seed = (seed * 1309 + 13849) & 0xffff;
	return seed;
}

static cell
count_words(const unsigned char *p, cell n)
{
	cell words = 0, last = ' ';

	for (const unsigned char *end = p + n; p < end; p++) {
		if (*p != ' ' && last == ' ')
			words++;
		last = *p;
	}
	return words;
}

static void
reverse(unsigned char *low, unsigned char *high)
{
	while (low < --high) {
		unsigned char first = *low;

		*low = *high;
		*high = first;
		low++;
	}
}

static void
reverse_words(unsigned char *p, cell n)
{
	unsigned char *end = p + n;

	for (;;) {
		unsigned char *word;

		while (p < end && *p == ' ')
			p++;
		if (p == end)
			return;
		word = p;
		while (p < end && *p != ' ')
			p++;
		reverse(word, p);
	}
}

static bool
at(const unsigned char *p, const char *s, cell n)
{
	for (cell i = 0; i < n; i++)
		if (p[i] != (unsigned char)s[i])
			return false;
	return true;
}

static cell
occurrences(const char *s, cell n)
{
	cell found = 0;

	for (unsigned char *p = text; p < text + SIZE - n; p++)
		if (at(p, s, n))
			found++;
	return found;
}

void
setup(void)
{
	seed = 74755;
	for (cell i = 0; i < SIZE; i++) {
		cell letter = (next_random() >> 4) % 7;

		text[i] = (unsigned char)(letter ? 'a' - 1 + letter : ' ');
	}
}

cell
run(void)
{
	cell sum = count_words(text, SIZE);
	ucell bytes = 0;

	reverse_words(text, SIZE);
	for (cell i = 0; i < SIZE; i++)
		bytes = bytes * 3 + text[i];
	sum = (cell)((ucell)sum + bytes);
	sum += occurrences("bade", 4);
	reverse_words(text, SIZE);
	return sum + occurrences("fed", 3);
}
