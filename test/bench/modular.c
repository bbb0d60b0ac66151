/* modular.c - 64-bit products and quotients: powers modulo m, divisors. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

__extension__ typedef unsigned __int128 dcell;

ucell m = 0x1fffffffffffffff; /* 2^61-1, a prime */

static cell
gcd(cell a, cell b)
{
	while (b) {
		cell rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static ucell
mul_mod(ucell a, ucell b)
{
	return (ucell)((dcell)a * b % m);
}

static ucell
power(ucell u, ucell n)
{
	ucell product = 1;

	for (; n; n >>= 1) {
		if (n & 1)
			product = mul_mod(u, product);
		u = mul_mod(u, u);
	}
	return product;
}

/* Those of the digits of u in base n. */
static cell
digit_sum(cell u, cell n)
{
	cell sum = 0;

	for (; u; u /= n)
		sum += u % n;
	return sum;
}

void
setup(void)
{
}

cell
run(void)
{
	ucell sum = 0;

	for (cell i = 1; i < 200; i++) {
		sum += power((ucell)i * 7919, 0x123456789abcdef);
		sum += (ucell)gcd(i * 1000003, 720720);
		sum += (ucell)digit_sum(i * 123456789123, i + 1);
	}
	return (cell)sum;
}
