/* lib.c - the few library functions that freestanding C still needs. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* By cells from where both sides begin one: several times as fast. */
enum {
	CELL = sizeof(ucell)
};

void *
memcpy(void *to, const void *from, size_t n)
{
	char *t = to;
	const char *f = from;

	for (; n && (ucell)t % CELL; n--)
		*t++ = *f++;
	for (; n >= CELL && (ucell)f % CELL == 0; n -= CELL) {
		*(ucell *)(ucell)t = *(const ucell *)(ucell)f;
		t += CELL;
		f += CELL;
	}
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
	const ucell x = (unsigned char)c * (~(ucell)0 / 255);

	for (; n && (ucell)t % CELL; n--)
		*t++ = (char)c;
	for (; n >= CELL; n -= CELL, t += CELL)
		*(ucell *)(ucell)t = x;
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

#ifdef NO_DIVIDE /* port.mk's word that the processor may have no division */
/* What the compiler calls then: run-time ABI, IHI 0043, section 4.3.1. */
int __clzsi2(unsigned);
uint64_t __aeabi_uidivmod(uint32_t, uint32_t);
uint32_t __aeabi_uidiv(uint32_t, uint32_t);
int32_t __aeabi_idiv(int32_t, int32_t);

int
__clzsi2(unsigned x)
{
	int n = 0;

	for (int k = 16; k; k /= 2)
		if (x >> (32 - k) == 0) {
			n += k;
			x <<= k;
		}
	return x ? n : 32;
}

/* Quotient in the low half, remainder in the high one. */
uint64_t
__aeabi_uidivmod(uint32_t a, uint32_t b)
{
	uint32_t q = 0;

	if (b && b <= a)
		for (int k = __clzsi2(b) - __clzsi2(a); k >= 0; k--)
			if (a >> k >= b) {
				a -= b << k;
				q |= 1u << k;
			}
	return (uint64_t)a << 32 | q;
}

uint32_t
__aeabi_uidiv(uint32_t a, uint32_t b)
{
	return (uint32_t)__aeabi_uidivmod(a, b);
}

int32_t
__aeabi_idiv(int32_t a, int32_t b)
{
	uint32_t q = __aeabi_uidiv(a < 0 ? -(uint32_t)a : (uint32_t)a,
		b < 0 ? -(uint32_t)b : (uint32_t)b);

	return (int32_t)((a ^ b) < 0 ? -q : q);
}
#endif
