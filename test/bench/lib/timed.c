/* timed.c - run a benchmark so many times, print its sum and nanoseconds. */
/* SPDX-License-Identifier: 0BSD */
#include "bench.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int64_t
ticks(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* argv[1]: how many times. */
int
main(int argc, char **argv)
{
	long turns = argc > 1 ? atol(argv[1]) : 1;
	int64_t begin;
	cell sum = 0;

	setup();
	begin = ticks();
	for (long i = 0; i < turns; i++)
		sum = run();
	printf("timed %jd %jd 1000000000\n", (intmax_t)sum,
		(intmax_t)(ticks() - begin));
	return 0;
}
