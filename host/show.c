/* show.c - a map as text for people, 80 columns wide. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <inttypes.h>
#include <string.h>

static void
show_memory(struct buf *b, const json_t *map)
{
	const json_t *row;
	uint64_t ram = 0;
	size_t i;

	buf_print(b, "\nMEMORY\n  %-18s  %-18s  %-11s %-8s %s\n", "first",
		"last", "size", "kind", "proof");
	json_array_foreach(json_object_get(map, "memory"), i, row)
	{
		uint64_t base = json_hex(row, "base");
		uint64_t size = json_hex(row, "size");
		const char *kind = json_text(row, "kind");

		if (!strcmp(kind, "ram"))
			ram += size;
		buf_print(b,
			"  0x%016" PRIx64 "  0x%016" PRIx64 "  %-11s %-8s %s",
			base, base + size - 1, human(size), kind,
			json_text(row, "by"));
		if (json_object_get(row, "of"))
			buf_print(b, " of 0x%" PRIx64, json_hex(row, "of"));
		buf_print(b, "\n");
	}
	buf_print(b, "  %-18s  %-18s  %s of RAM\n", "", "", human(ram));
}

static void
show_devices(struct buf *b, const json_t *map)
{
	const json_t *row;
	size_t i;

	buf_print(b, "\nDEVICES\n  %-22s %-14s %-18s %5s %s\n", "name", "class",
		"compatible", "sure", "proof");
	json_array_foreach(json_object_get(map, "devices"), i, row)
	{
		const json_t *c =
			json_array_get(json_object_get(row, "compatible"), 0);
		const char *what = json_string_value(c);

		buf_print(b, "  %-22s %-14.14s %-18.18s %3.0f %% %s\n",
			json_text(row, "name"), json_text(row, "class"),
			what ? what : "-",
			100 * json_number_value(
				      json_object_get(row, "confidence")),
			json_text(row, "by"));
	}
	if (i == 0)
		buf_print(b, "  none\n");
}

/* One line a row: the value of `key`, then that of `more`. */
static void
show_list(struct buf *b, const json_t *map, const char *list, const char *key,
	const char *more)
{
	const json_t *rows = json_object_get(map, list), *row;
	size_t i;

	json_array_foreach(rows, i, row)
	{
		if (i == 0)
			buf_print(b, "\n%s\n",
				!strcmp(list, "poison")
					? "POISON (never touched)"
					: "CLAIMS");
		buf_print(b, "  %-20s %s %s\n", json_text(row, key),
			json_text(row, more), json_text(row, "verdict"));
	}
}

/* Two registers a line. */
static void
show_cpu(struct buf *b, const json_t *map)
{
	const json_t *value;
	const char *key;
	int n = 0;

	json_object_foreach(json_object_get(map, "cpu"), key, value)
	{
		const char *text = json_string_value(value);

		if (n == 0)
			buf_print(b, "\nPROCESSOR\n");
		buf_print(b, "  %-18.18s %-*.18s%s", key, n % 2 ? 0 : 18,
			text ? text : "", n % 2 ? "\n" : "");
		n++;
	}
	if (n % 2)
		buf_print(b, "\n");
}

static double
seconds(const json_t *effort, const char *key)
{
	return json_number_value(json_object_get(effort, key)) / 1e6;
}

void
show_map(struct buf *b, const json_t *map, const char *title)
{
	const json_t *effort = json_object_get(map, "effort");
	bool complete = json_is_true(json_object_get(map, "complete"));

	buf_print(b, "%s, found by experiment%s\n\n", title,
		complete ? "" : " (not complete)");
	buf_print(b, "  %-22s %s\n", "console", json_text(map, "console"));
	buf_print(b, "  %-22s %s\n", "reading nothing gives",
		json_text(map, "void"));
	show_cpu(b, map);
	show_memory(b, map);
	show_devices(b, map);
	show_list(b, map, "poison", "base", "why");
	show_list(b, map, "claims", "what", "says");
	buf_print(b,
		"\nEFFORT\n  %.0f reads, %.0f writes, %.0f faults\n"
		"  console after %.3f s, prompt %.3f s, all %.3f s\n",
		json_number_value(json_object_get(effort, "reads")),
		json_number_value(json_object_get(effort, "writes")),
		json_number_value(json_object_get(effort, "faults")),
		seconds(effort, "us_to_console"),
		seconds(effort, "us_to_prompt"), seconds(effort, "us_to_done"));
}
