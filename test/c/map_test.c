/* map_test.c - the schema checker, the text map, the patched image. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char good_map[] =
	"{\"schema\":1,\"isa\":\"aarch64\",\"void\":\"fault\","
	"\"complete\":true,\"cpu\":{\"midr\":\"0x410fd083\"},"
	"\"console\":\"uart@9000000\","
	"\"memory\":[{\"base\":\"0x40000000\",\"size\":\"0x8000000\","
	"\"kind\":\"ram\",\"by\":\"write-verified\"}],"
	"\"devices\":[{\"name\":\"uart@9000000\",\"class\":\"uart\","
	"\"compatible\":[\"arm,pl011\"],\"space\":\"mem\","
	"\"base\":\"0x9000000\",\"size\":\"0x1000\",\"by\":\"effect-verified\","
	"\"confidence\":0.99,\"driver\":\"pl011\"}],"
	"\"poison\":[{\"base\":\"0x100000\",\"why\":\"hung\"}],\"claims\":[],"
	"\"effort\":{\"reads\":10,\"writes\":4,\"faults\":2,"
	"\"us_to_console\":1000,\"us_to_prompt\":2000,\"us_to_done\":3000}}";

/* What the schema says of the good map after one text in it was replaced. */
static const char *
complaint(const char *old, const char *new)
{
	json_t *schema = json_load_file("doc/spec/map.schema.json", 0, NULL);
	const char *at = strstr(good_map, old), *bad;
	json_t *map;
	char *text;

	assert_non_null(schema);
	assert_non_null(at);
	text = string("%.*s%s%s", (int)(at - good_map), good_map, new,
		at + strlen(old));
	map = json_loads(text, 0, NULL);
	assert_non_null(map);
	bad = schema_check(schema, map);
	json_decref(map);
	json_decref(schema);
	free(text);
	return bad;
}

static void
schema_takes_a_map(void **state)
{
	(void)state;
	assert_null(complaint("fault", "zeros"));
	assert_null(complaint(",\"driver\":\"pl011\"", ""));
	assert_null(complaint("0.99", "1"));
}

/* What is wrong is named, and where. */
static void
schema_names_the_fault(void **state)
{
	static const char *const bad[][3] = {
		{"\"schema\":1", "\"schema\":2", "schema"},
		{"fault", "purple", "void"},
		{"true", "\"yes\"", "complete"},
		{"0x40000000", "40000000", "memory[0].base"},
		{"0x8000000", "0x8000000000000000f", "memory[0].size"},
		{"\"ram\"", "\"sheep\"", "memory[0].kind"},
		{"0.99", "1.5", "devices[0].confidence"},
		{"[\"arm,pl011\"]", "\"arm,pl011\"", "devices[0].compatible"},
		{"\"claims\":[],", "", "claims"},
		{"\"driver\"", "\"drover\"", "drover"},
		{"\"reads\":10", "\"reads\":-10", "effort.reads"},
		{"\"reads\":10", "\"reads\":1.5", "effort.reads"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		const char *line = complaint(bad[i][0], bad[i][1]);

		assert_non_null(line);
		assert_non_null(strstr(line, bad[i][2]));
	}
}

/* A schema must not promise what the checker cannot check. */
static void
schema_keys_are_known(void **state)
{
	json_t *schema = json_loads("{\"oneOf\":[]}", 0, NULL);
	json_t *loop =
		json_loads("{\"$ref\":\"#/definitions/a\",\"definitions\":"
			   "{\"a\":{\"$ref\":\"#/definitions/a\"}}}",
			0, NULL);
	json_t *value = json_object();

	(void)state;
	assert_non_null(strstr(schema_check(schema, value), "oneOf"));
	assert_non_null(strstr(schema_check(loop, value), "deep"));
	json_decref(schema);
	json_decref(loop);
	json_decref(value);
}

static void
text_fits_the_screen(void **state)
{
	json_t *map = json_loads(good_map, 0, NULL);
	struct buf b = {0};

	(void)state;
	show_map(&b, map, "aarch64 virt");
	assert_non_null(strstr(b.p, "128 MiB"));
	assert_non_null(strstr(b.p, "uart@9000000"));
	assert_non_null(strstr(b.p, "hung"));
	for (const char *line = b.p; *line; line += strcspn(line, "\n") + 1)
		assert_true(strcspn(line, "\n") <= 80);
	buf_free(&b);
	json_decref(map);
}

static void
image_is_patched(void **state)
{
	char image[64] = "start"
			 "\0\0\0"
			 "DISCFLAG";
	uint64_t at = 0x3218000;

	(void)state;
	assert_non_null(image_patch(image, 4, 1, NULL));
	assert_non_null(image_patch(image, 18, 1, NULL));
	assert_null(image_patch(image, sizeof image, 0x102, NULL));
	assert_memory_equal(image + 16, "\x02\x01\0\0", 4);
	assert_non_null(image_patch(image, sizeof image, 1, &at));
	memcpy(image + 64 - 28, "DISC", 4);
	assert_null(image_patch(image, sizeof image, 1, &at));
	assert_memory_equal(image + 64 - 32, "\0\x80\x21\x03", 4);
	assert_memory_equal(image + 16, "\x01\0\0\0", 4);
}

static void
sizes_are_readable(void **state)
{
	(void)state;
	assert_string_equal(human(0), "0 B");
	assert_string_equal(human(4096), "4 KiB");
	assert_string_equal(human(1000ULL << 20), "1000 MiB");
	assert_string_equal(human(3ULL << 29), "1.50 GiB");
	assert_string_equal(human(UINT64_MAX), "16.00 EiB");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(schema_takes_a_map),
		cmocka_unit_test(schema_names_the_fault),
		cmocka_unit_test(schema_keys_are_known),
		cmocka_unit_test(text_fits_the_screen),
		cmocka_unit_test(image_is_patched),
		cmocka_unit_test(sizes_are_readable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
