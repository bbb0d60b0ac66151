/* lib.c - the few library functions that freestanding C still needs. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

void *
memcpy(void *to, const void *from, size_t n)
{
	char *t = to;
	const char *f = from;

	while (n--)
		*t++ = *f++;
	return to;
}

void *
memmove(void *to, const void *from, size_t n)
{
	char *t = to;
	const char *f = from;

	if (t <= f)
		return memcpy(to, from, n);
	while (n--)
		t[n] = f[n];
	return to;
}

void *
memset(void *to, int c, size_t n)
{
	char *t = to;

	while (n--)
		*t++ = (char)c;
	return to;
}

int
memcmp(const void *a, const void *b, size_t n)
{
	const unsigned char *p = a, *q = b;

	for (; n--; p++, q++)
		if (*p != *q)
			return *p < *q ? -1 : 1;
	return 0;
}

size_t
str_len(const char *s)
{
	size_t n = 0;

	while (s[n])
		n++;
	return n;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Names are compared without case. */
bool
same_name(const char *a, const char *b, size_t n)
{
	for (; n--; a++, b++)
		if (*a != *b && lower(*a) != lower(*b))
			return false;
	return true;
}
