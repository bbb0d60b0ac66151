/* fib.c - Fibonacci numbers the slow way: 18 million calls. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

static volatile cell from = 34;

static cell
fib(cell n)
{
	return n < 2 ? 1 : fib(n - 1) + fib(n - 2);
}

void
setup(void)
{
}

cell
run(void)
{
	return fib(from);
}
