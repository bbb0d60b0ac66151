/* disco_test.c - the parts of disco that need no emulator. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
numbers(void **state)
{
	uint64_t n = 7;

	(void)state;
	assert_true(number("0x40200000", &n));
	assert_int_equal(n, 0x40200000);
	assert_true(number("18446744073709551615", &n));
	assert_int_equal(n, UINT64_MAX);
	assert_false(number("18446744073709551616", &n));
	assert_false(number("", &n));
	assert_false(number("0x", &n));
	assert_false(number("12k", &n));
	assert_false(number("-1", &n));
}

/* Parse a command line that is written as one string. */
static const char *
parse(struct opts *o, const char *line)
{
	static char words[256];
	static char *argv[32];
	int n = 0;

	snprintf(words, sizeof words, "%s", line);
	for (char *w = strtok(words, " "); w; w = strtok(NULL, " "))
		argv[n++] = w;
	argv[n] = NULL;
	return opts_parse(o, n, argv);
}

static void
options_are_taken(void **state)
{
	struct opts o;

	(void)state;
	assert_null(parse(&o, "map aarch64 -M raspi3b -m 192 --at 0x40200000 "
			      "--blind --format dts -- -S"));
	assert_string_equal(o.isa, "aarch64");
	assert_string_equal(o.machine, "raspi3b");
	assert_string_equal(o.memory, "192");
	assert_int_equal(o.at, 0x40200000);
	assert_int_equal(o.blind, BLIND_PURE);
	assert_int_equal(o.format, FORMAT_DTS);
	assert_int_equal(o.extras, 1);
	assert_string_equal(o.extra[0], "-S");
}

/* Each mistake is named in the one line that comes back. */
static void
mistakes_are_named(void **state)
{
	static const char *const bad[][2] = {
		{"map z80", "z80"},
		{"map --frob", "frob"},
		{"map -m", "-m"},
		{"map --at 0xzz", "0xzz"},
		{"map --at 0x11", "16"},
		{"map --format yaml", "yaml"},
		{"map --timeout 0", "second"},
		{"run --format json", "format"},
	};
	struct opts o;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		const char *line = parse(&o, bad[i][0]);

		assert_non_null(line);
		assert_non_null(strstr(line, bad[i][1]));
		assert_null(strchr(line, '\n'));
	}
}

static const char mtree[] =
	"FlatView #0\n"
	" AS \"I/O\", root: io\n"
	" Root memory region: io\n"
	"  0000000000000000-000000000000ffff (prio 0, i/o): io\n"
	"\n"
	"FlatView #1\n"
	" AS \"memory\", root: system\n"
	" AS \"cpu-memory-0\", root: system\n"
	" Root memory region: system\n"
	"  0000000000000000-000000000009ffff (prio 0, ram): pc.ram\n"
	"  00000000000a0000-00000000000bffff (prio 1, i/o): vga-lowmem "
	"owner:{dev path=/machine/vga}\n"
	"  00000000000c0000-00000000000c0fff (prio 1, rom): pc.rom\n"
	"  0000000000100000-0000000007ffffff (prio 0, ram): pc.ram "
	"@0000000000100000\n"
	"  0000000100000000-00000001000017ff (prio 0, ram): pc.ram "
	"@0000000008000000\n"
	"\n";

static void
truth_is_parsed(void **state)
{
	struct sections s = mtree_parse(mtree, "cpu-memory-0");
	struct sections none = mtree_parse(mtree, "cpu-memory-1");
	struct sections io = mtree_parse(mtree, "I/O");

	(void)state;
	assert_int_equal(none.n, 0);
	assert_int_equal(io.n, 1);
	assert_int_equal(s.n, 5);
	assert_int_equal(s.v[1].first, 0xa0000);
	assert_int_equal(s.v[1].last, 0xbffff);
	assert_string_equal(s.v[1].kind, "i/o");
	assert_string_equal(s.v[1].name, "vga-lowmem");
	assert_string_equal(s.v[1].owner, "/machine/vga");
	assert_string_equal(s.v[3].name, "pc.ram");
	sections_free(&s);
	sections_free(&io);
}

/* What wholly is RAM counts, and only that: the last 0x800 bytes do not. */
static void
pages_are_counted(void **state)
{
	struct sections s = mtree_parse(mtree, "cpu-memory-0");
	struct pages ram = pages_of_ram(&s), part = {0}, left;

	(void)state;
	assert_int_equal(ram.n, 3);
	assert_int_equal(ram.v[0].end, 0xa0);
	assert_int_equal(ram.v[1].first, 0x100);
	assert_int_equal(ram.v[1].end, 0x8000);
	assert_int_equal(ram.v[2].first, 0x100000);
	assert_int_equal(ram.v[2].end, 0x100001);

	pages_add(&part, 0x200, 0x300);
	pages_add(&part, 0x100, 0x201);
	pages_tidy(&part);
	assert_int_equal(part.n, 1);
	left = pages_minus(&ram, &part);
	assert_int_equal(left.n, 3);
	assert_int_equal(left.v[1].first, 0x300);
	assert_true(pages_hold(&ram, (struct span){0x100, 0x8000}));
	assert_false(pages_hold(&ram, (struct span){0xff, 0x101}));
	pages_free(&left);
	pages_free(&part);
	pages_free(&ram);
	sections_free(&s);
}

/* Is this map right about the machine of `mtree`, console at 0x3f8? */
static bool
judged(const char *memory, const char *console)
{
	struct truth t = {.memory = mtree_parse(mtree, "cpu-memory-0"),
		.console_base = 0x3f8,
		.console_found = true};
	char *text =
		string("{\"memory\":[%s],\"console\":\"%s\"}", memory, console);
	json_t *map = json_loads(text, 0, NULL), *v;
	bool good;

	assert_non_null(map);
	v = verdict(&t, map);
	good = verdict_good(v);
	json_decref(v);
	json_decref(map);
	sections_free(&t.memory);
	free(text);
	return good;
}

#define ROW(base, size)                                                        \
	"{\"base\":\"" base "\",\"size\":\"" size "\",\"kind\":\"ram\"}"
#define LOW  ROW("0x0", "0xa0000") ","
#define HIGH "," ROW("0x100000000", "0x1000")

static void
maps_are_judged(void **state)
{
	(void)state;
	assert_true(judged(LOW ROW("0x100000", "0x7f00000") HIGH, "uart@3f8"));
	/* split in two, the same pages */
	assert_true(judged(LOW ROW("0x100000", "0x1000") "," ROW(
				   "0x101000", "0x7eff000") HIGH,
		"uart@3f8"));
	/* a page too few, a page too many, none above 4 GiB, other console */
	assert_false(judged(LOW ROW("0x100000", "0x7eff000") HIGH, "uart@3f8"));
	assert_false(judged(LOW ROW("0x100000", "0x7f01000") HIGH, "uart@3f8"));
	assert_false(judged(LOW ROW("0x100000", "0x7f00000"), "uart@3f8"));
	assert_false(judged(LOW ROW("0x100000", "0x7f00000") HIGH, "uart@2f8"));
	assert_false(judged("", ""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers),
		cmocka_unit_test(options_are_taken),
		cmocka_unit_test(mistakes_are_named),
		cmocka_unit_test(truth_is_parsed),
		cmocka_unit_test(pages_are_counted),
		cmocka_unit_test(maps_are_judged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
