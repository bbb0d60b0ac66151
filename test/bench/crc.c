/* crc.c - CRC-32 of 64 KiB by a table that it makes first. */
/* SPDX-License-Identifier: 0BSD */
/* source: ISO 3309; the polynomial with its bits reversed */
#include "lib/bench.h"

enum {
	SIZE = 65536
};
static const ucell polynomial = 0xedb88320;
static ucell table[256];
static unsigned char bytes[SIZE];
static cell seed;

static cell
next_random(void)
{
	seed = (seed * 1309 + 13849) & 0xffff;
	return seed;
}

static ucell
entry(ucell x)
{
	for (cell i = 0; i < 8; i++)
		x = x & 1 ? x >> 1 ^ polynomial : x >> 1;
	return x;
}

void
setup(void)
{
	seed = 74755;
	for (cell i = 0; i < SIZE; i++)
		bytes[i] = (unsigned char)(next_random() >> 3);
}

cell
run(void)
{
	ucell crc = 0xffffffff;

	for (ucell i = 0; i < 256; i++)
		table[i] = entry(i);
	for (cell i = 0; i < SIZE; i++)
		crc = table[(crc ^ bytes[i]) & 0xff] ^ crc >> 8;
	return (cell)(crc ^ 0xffffffff);
}
