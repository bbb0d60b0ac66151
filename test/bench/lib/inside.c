/* inside.c - a benchmark as bytes that a node's memory can take and call. */
/* SPDX-License-Identifier: 0BSD */
#include "bench.h"

void entry(void);

/* The first cell of the bytes. Not 0, so that it is among them. */
__attribute__((section(".shared"))) cell sum = 1;

/* Keeps to the C calling convention and takes nothing, so that it may stand
 * for the code of a Forth word that the stack says nothing to. The first call
 * makes the data as well. */
void
entry(void)
{
	static bool ready;

	if (!ready)
		setup();
	ready = true;
	sum = run();
}

/* There is no library: by cells where it can. */
void *
memset(void *to, int byte, size_t n)
{
	unsigned char *p = to, *end = p + n;
	ucell x = (unsigned char)byte * (~(ucell)0 / 255);

	while (p < end && (ucell)p % sizeof x)
		*p++ = (unsigned char)byte;
	for (; (size_t)(end - p) >= sizeof x; p += sizeof x)
		*(ucell *)(void *)p = x;
	while (p < end)
		*p++ = (unsigned char)byte;
	return to;
}
