/* unpack.c - expanding the Forth sources of the image. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* A length of 15 goes on in bytes of 255 and a last one that is less. */
static size_t
length(unsigned nibble, const uint8_t **p, const uint8_t *end)
{
	size_t n = nibble, more = n == 15 ? 255 : 0;

	for (; more == 255 && *p < end; n += more)
		more = *(*p)++;
	return n;
}

/* Expand n bytes of an LZ4 block (lz4_Block_format.md of the LZ4 project) to
 * `to`, where there is room for so many bytes. Returns how many it wrote; 0
 * if the block is damaged or there is too little room. Never blocks. */
size_t
unpack(const void *block, size_t n, char *to, size_t room)
{
	const uint8_t *p = block, *end = p + n;
	size_t done = 0;

	while (p < end) {
		unsigned token = *p++;
		size_t k = length(token >> 4, &p, end);
		if (k > (size_t)(end - p) || k > room - done)
			return 0;
		memcpy(to + done, p, k);
		done += k;
		p += k;
		if (end - p < 2) /* the last sequence has no match */
			return p == end ? done : 0;
		size_t back = p[0] | (size_t)p[1] << 8;
		p += 2;
		k = length(token & 15, &p, end) + 4;
		if (!back || back > done || k > room - done)
			return 0;
		for (; k--; done++)
			to[done] = to[done - back];
	}
	return 0;
}
