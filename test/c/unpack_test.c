/* unpack_test.c - the archive's decoder: good, cut, damaged, random blocks. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/unpack.c"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static char *block, *text;
static size_t nblock, ntext;

static char *
slurp(const char *name, size_t *n)
{
	FILE *f = fopen(name, "rb");
	char *p;

	assert_non_null(f);
	assert_int_equal(fseek(f, 0, SEEK_END), 0);
	*n = (size_t)ftell(f);
	rewind(f);
	p = malloc(*n + 1);
	assert_non_null(p);
	assert_int_equal(fread(p, 1, *n, f), *n);
	fclose(f);
	return p;
}

static int
load(void **fixture)
{
	(void)fixture;
	block = slurp("out/gen/host.bin", &nblock);
	text = slurp("out/gen/host.raw", &ntext);
	return 0;
}

/* Unpack a copy of n bytes into room bytes, both allocated to the byte, so
 * that ASan sees any step beside them. */
static size_t
tight(const char *from, size_t n, size_t room, const char *want)
{
	char *in = malloc(n), *out = malloc(room);
	size_t done;

	assert_true(in && out);
	memcpy(in, from, n);
	done = unpack(in, n, out, room);
	assert_true(done <= room);
	if (want)
		assert_memory_equal(out, want, done);
	free(in);
	free(out);
	return done;
}

static void
test_good(void **fixture)
{
	(void)fixture;
	assert_int_equal(tight(block, nblock, ntext, text), ntext);
	assert_int_equal(tight(block, nblock, ntext + 100, text), ntext);
	/* a literal, a match of 4 + 15 + 5 over itself, 5 literals */
	assert_int_equal(tight("\x1f"
			       "a\1\0\5\x50"
			       "12345",
				 11, 30, "aaaaaaaaaaaaaaaaaaaaaaaaa12345"),
		30);
}

static void
test_cut(void **fixture)
{
	(void)fixture;
	assert_int_equal(tight(block, 0, 100, NULL), 0);
	for (size_t i = 0; i < 300; i++) {
		/* a cut after literals looks like an end: less comes out */
		assert_true(tight(block, i, ntext, text) < ntext);
		assert_true(tight(block, nblock - 1 - i, ntext, text) < ntext);
		assert_int_equal(tight(block, nblock, ntext - 1 - i, NULL), 0);
	}
}

static void
test_damaged(void **fixture)
{
	(void)fixture;
	srand(1);
	for (int i = 0; i < 500; i++) {
		size_t at = (size_t)rand() % nblock;
		char was = block[at];

		block[at] = (char)(was ^ (1 << rand() % 8));
		tight(block, nblock, ntext, NULL);
		block[at] = was;
	}
}

static void
test_random(void **fixture)
{
	char junk[256];

	(void)fixture;
	srand(2);
	for (int i = 0; i < 10000; i++) {
		size_t n = (size_t)rand() % sizeof junk;

		for (size_t k = 0; k < n; k++)
			junk[k] = (char)(rand() % 3 ? rand() : rand() % 4);
		tight(junk, n, (size_t)rand() % 2000, NULL);
	}
}

/* A node whose archive was cut short says what is wrong, and ends. */
static void
test_node_says_so(void **fixture)
{
	size_t n, got;
	char *node = slurp("out/host/discovery", &n), said[500] = "";
	char *at = memmem(node, n, block, nblock);
	char name[40] = "/tmp/nodeXXXXXX";
	int fd = mkstemp(name);
	FILE *f;

	(void)fixture;
	assert_true(fd >= 0 && at);
	memset(at + nblock - 300, 0xf0, 300);
	assert_int_equal(write(fd, node, n), n);
	assert_int_equal(fchmod(fd, 0700), 0);
	close(fd);
	f = popen(strcat(name, " </dev/null"), "r");
	assert_non_null(f);
	got = fread(said, 1, sizeof said - 1, f);
	said[got] = 0;
	assert_int_equal(WEXITSTATUS(pclose(f)), 1);
	*strchr(name, ' ') = 0;
	unlink(name);
	free(node);
	assert_non_null(strstr(said, "the sources in this image are damaged"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_node_says_so),
	};

	return cmocka_run_group_tests(tests, load, NULL);
}
