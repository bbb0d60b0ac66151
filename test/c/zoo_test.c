/* zoo_test.c - truth, scores and audits of hand-made machines and maps. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* From `info mtree -f -o` of QEMU 7.2, several machines mixed. */
static const char mtree[] =
	"FlatView #0\n"
	" AS \"cpu-memory-0\", root: system\n"
	" Root memory region: system\n"
	"  0000000000000000-0000000003ffffff (prio 0, romd): virt.flash0"
	" owner:{dev path=/machine/flash0}\n"
	"  0000000008000000-0000000008000fff (prio 0, i/o): gic_dist"
	" owner:{dev path=/machine/gic}\n"
	"  0000000008010000-0000000008011fff (prio 0, i/o): gic_cpu"
	" owner:{dev path=/machine/gic}\n"
	"  0000000009000000-0000000009000fff (prio 0, i/o): pl011"
	" owner:{dev path=/machine/uart0}\n"
	"  0000000009010000-0000000009010fff (prio 0, i/o): pl031"
	" owner:{dev path=/machine/rtc}\n"
	"  000000000a000000-000000000a0001ff (prio 0, i/o): virtio-mmio"
	" owner:{dev path=/machine/v0}\n"
	"  000000000a000200-000000000a0003ff (prio 0, i/o): virtio-mmio"
	" owner:{dev path=/machine/v1}\n"
	"  000000000b000000-000000000b000fff (prio -1000, i/o): spare"
	" owner:{dev path=/machine/spare}\r\n"
	"  0000000010000000-000000003efeffff (prio 0, i/o): gpex_mmio_window"
	" @0000000010000000 owner:{dev path=/machine/pci}\n"
	"  0000000040000000-0000000047ffffff (prio 0, ram): mach-virt.ram"
	" owner:{obj path=/objects/ram}\n"
	"  0000000080000000-0000000087ffffff (prio 0, ram): mach-virt.ram"
	" @0000000000000000 owner:{obj path=/objects/ram}\n"
	"\n"
	"FlatView #1\n"
	" AS \"I/O\", root: io\n"
	"  0000000000000000-00000000000003f7 (prio 0, i/o): io"
	" parent:{obj path=/machine/unattached}\n"
	"  00000000000003f8-00000000000003ff (prio 0, i/o): serial"
	" owner:{dev path=/machine/com1}\n";

static struct object objects[] = {
	{(char[]){"/machine/flash0"}, (char[]){"cfi.pflash01"}, -1},
	{(char[]){"/machine/gic"}, (char[]){"arm_gic"}, -1},
	{(char[]){"/machine/uart0"}, (char[]){"pl011"}, -1},
	{(char[]){"/machine/rtc"}, (char[]){"pl031"}, -1},
	{(char[]){"/machine/v0"}, (char[]){"virtio-mmio"}, -1},
	{(char[]){"/machine/v1"}, (char[]){"virtio-mmio"}, -1},
	{(char[]){"/machine/spare"}, (char[]){"unimplemented-device"}, -1},
	{(char[]){"/machine/pci"}, (char[]){"gpex-pcihost"}, -1},
	{(char[]){"/machine/com1"}, (char[]){"isa-serial"}, -1},
	{(char[]){"/machine/net"}, (char[]){"virtio-net-pci"}, 8},
};

static const char pci[] =
	"[{\"bus\":0,\"devices\":[{\"bus\":0,\"slot\":1,\"function\":0,"
	"\"class_info\":{\"class\":512},\"id\":{\"vendor\":6900,"
	"\"device\":4096},\"regions\":[]}]}]";

enum {
	CARED_FOR = 8, /* flash gic uart rtc v0 v1 com1 net */
	DEVICES = sizeof objects / sizeof *objects
};

static struct truth
machine(void)
{
	struct truth t = {.memory = mtree_cpu(mtree),
		.io = mtree_parse(mtree, "I/O"),
		.objects = {.v = objects, .n = DEVICES, .cap = DEVICES},
		.pci = json_loads(pci, 0, NULL)};

	return t;
}

static void
forget(struct truth *t, struct things *th)
{
	things_free(th);
	t->objects = (struct objects){0};
	truth_free(t);
}

/* The score of a map of these devices and these regions. */
static json_t *
scored(const char *devices, const char *memory, bool space)
{
	char *text =
		string("{\"devices\":[%s],\"memory\":[%s]}", devices, memory);
	json_t *map = json_loads(text, 0, NULL), *s;
	struct truth t = machine();
	struct things th = things_of(&t);

	assert_non_null(map);
	s = space ? space_score(&t, &th, map) : score(&t, &th, map);
	json_decref(map);
	free(text);
	forget(&t, &th);
	return s;
}

static void
assert_ratio(const json_t *s, const char *key, int right, int of)
{
	const json_t *r = json_object_get(s, key);

	assert_int_equal(
		json_integer_value(json_object_get(r, "right")), right);
	assert_int_equal(json_integer_value(json_object_get(r, "of")), of);
}

static void
sections_are_parsed(void **state)
{
	struct truth t = machine();
	struct things th = things_of(&t);

	(void)state;
	assert_int_equal(t.memory.n, 11);
	assert_int_equal(t.memory.v[7].priority, -1000);
	assert_string_equal(t.memory.v[7].owner, "/machine/spare");
	assert_int_equal(t.memory.v[8].offset, 0x10000000);
	assert_string_equal(t.memory.v[8].name, "gpex_mmio_window");
	assert_int_equal(t.io.n, 2);
	forget(&t, &th);
}

/* The GIC's two regions are one device, two slots of virtio are two; what is
 * not implemented, and windows, are there and not cared for. */
static void
sections_become_things(void **state)
{
	struct truth t = machine();
	struct things th = things_of(&t);
	int care = 0;

	(void)state;
	for (size_t i = 0; i < th.n; i++)
		care += th.v[i].care;
	assert_int_equal(care, CARED_FOR);
	assert_int_equal(t.memory.v[1].thing, t.memory.v[2].thing);
	assert_int_not_equal(t.memory.v[5].thing, t.memory.v[6].thing);
	assert_false(th.v[t.memory.v[7].thing].care);
	assert_false(th.v[t.memory.v[8].thing].care);
	assert_false(th.v[t.io.v[0].thing].care);
	assert_int_equal(t.memory.v[9].thing, -1);
	assert_string_equal(th.v[0].pci_id, "pci1af4,1000");
	forget(&t, &th);
}

#define ROW(name, class, compatible, space, base, size)                        \
	"{\"name\":\"" name                                                    \
	"\",\"class\":\"" class "\",\"compatible\":[" compatible               \
				"],\"space\":\"" space "\",\"base\":\"" base   \
				"\",\"size\":\"" size "\",\"confidence\":0.9}"

static void
right_names_score(void **state)
{
	json_t *s = scored(
		ROW("uart@9000000", "uart", "\"arm,pl011\"", "mem", "0x9000000",
			"0x1000") "," ROW("uart@3f8", "uart", "\"ns16550a\"",
			"io", "0x3f8", "0x8") "," ROW("ethernet@1", "ethernet",
			"\"pci1af4,1000\"", "pci", "0x800", "0x100"),
		"", false);

	(void)state;
	assert_ratio(s, "presence", 3, CARED_FOR);
	assert_ratio(s, "exact", 3, CARED_FOR);
	assert_ratio(s, "precision", 3, 3);
	assert_true(json_real_value(json_object_get(s, "brier")) < 0.011);
	json_decref(s);
}

/* A port number is not an address; a class is half a name; what is named where
 * nothing is, is wrong; what lies where nothing is emulated is not judged. */
static void
wrong_names_score(void **state)
{
	json_t *s = scored(
		ROW("uart@9000000", "uart", "\"ns16550a\"", "mem", "0x9000000",
			"0x1000") "," ROW("rtc@3f8", "rtc", "\"arm,pl031\"",
			"mem", "0x3f8", "0x8") "," ROW("timer@50000000",
			"timer", "\"arm,sp804\"", "mem", "0x50000000",
			"0x1000") "," ROW("timer@b000000", "timer",
			"\"arm,sp804\"", "mem", "0xb000000",
			"0x1000") "," ROW("unknown@9010000", "unknown", "",
			"mem", "0x9010000", "0x1000"),
		"", false);

	(void)state;
	/* the flash is hit by the wrong rtc: seen, not named */
	assert_ratio(s, "presence", 3, CARED_FOR);
	assert_ratio(s, "exact", 0, CARED_FOR);
	assert_ratio(s, "category", 1, CARED_FOR);
	assert_ratio(s, "precision", 0, 3);
	assert_int_equal(
		json_integer_value(json_object_get(s, "named_nothing")), 1);
	assert_true(json_real_value(json_object_get(s, "brier")) > 0.8);
	json_decref(s);
}

/* One row that spans many devices names one of them. */
static void
one_row_names_one(void **state)
{
	json_t *s = scored(ROW("virtio@a000000", "virtio", "\"virtio,mmio\"",
				   "mem", "0xa000000", "0x400"),
		"", false);

	(void)state;
	assert_ratio(s, "presence", 2, CARED_FOR);
	assert_ratio(s, "exact", 1, CARED_FOR);
	json_decref(s);
}

#define REGION(kind, base, size)                                               \
	"{\"kind\":\"" kind "\",\"base\":\"" base "\",\"size\":\"" size "\"}"

static double
figure(const json_t *s, const char *part, const char *key)
{
	const json_t *v = json_object_get(json_object_get(s, part), key);

	return json_is_null(v) ? -1 : json_number_value(v);
}

static void
void_is_weighed(void **state)
{
	json_t *none = scored("", "", true);
	json_t *right =
		scored("", REGION("void", "0x4000000", "0x4000000"), true);
	json_t *wrong = scored("",
		REGION("void", "0x8012000", "0xfee000") "," REGION(
			"void", "0x9000000", "0x1000"),
		true);
	json_t *half =
		scored("", REGION("void", "0x8012000", "0xfef000"), true);

	(void)state;
	assert_true(figure(none, "void", "precision") < 0);
	assert_true(figure(right, "void", "precision") > 0.999);
	assert_true(figure(right, "void", "recall") > 0.05);
	assert_true(figure(wrong, "void", "precision") < 0.7);
	assert_true(figure(wrong, "void", "precision") > 0.6);
	assert_true(figure(half, "void", "precision") < 0.7);
	json_decref(none);
	json_decref(right);
	json_decref(wrong);
	json_decref(half);
}

static void
kinds_and_mirrors(void **state)
{
	json_t *s = scored("",
		REGION("ram", "0x40000000", "0x8000000") "," REGION("mirror",
			"0x80000000",
			"0x8000000") "," REGION("flash", "0x0", "0x4000000"),
		true);
	json_t *twice = scored("",
		REGION("ram", "0x40000000", "0x8000000") "," REGION("ram",
			"0x80000000",
			"0x8000000") "," REGION("rom", "0x0", "0x4000000"),
		true);

	(void)state;
	assert_true(figure(s, "flash", "precision") > 0.999);
	assert_true(figure(s, "flash", "recall") > 0.999);
	assert_int_equal(figure(s, "mirrors", "of"), 1);
	assert_int_equal(figure(s, "mirrors", "named"), 1);
	assert_int_equal(figure(twice, "mirrors", "counted_twice"), 1);
	assert_true(figure(twice, "rom", "precision") < 0.001);
	assert_true(figure(twice, "flash", "recall") < 0.001);
	/* flash, GIC of 3 pages, two PL, one of virtio, RAM twice */
	assert_int_equal(figure(s, "pages", "populated"),
		0x4000 + 3 + 2 + 1 + 2 * 0x8000);
	json_decref(s);
	json_decref(twice);
}

static const char two_devices[] =
	"{\"memory\":[],\"devices\":[{\"name\":\"uart@9000000\","
	"\"class\":\"uart\",\"driver\":\"pl011\",\"compatible\":"
	"[\"arm,pl011\"],\"space\":\"mem\",\"base\":\"0x9000000\","
	"\"size\":\"0x1000\"}," ROW("rtc@9010000", "rtc", "\"arm,pl031\"",
		"mem", "0x9010000", "0x1000") "]}";

/* The verdict on these lines of a trace, with the UART named and driven, the
 * RTC named, nothing else. */
static json_t *
audited(const char *const *line, size_t n)
{
	json_t *map = json_loads(two_devices, 0, NULL), *v;
	struct truth t = machine();
	struct things th = things_of(&t);
	struct audit *a = audit_new();
	unsigned char *flags = things_known(&t, &th, map);

	assert_non_null(map);
	for (size_t i = 0; i < n; i++)
		audit_line(a, line[i]);
	v = audit_judge(a, &t, &th, flags);
	free(flags);
	audit_free(a);
	json_decref(map);
	forget(&t, &th);
	return v;
}

static int
count(const json_t *v, const char *key)
{
	assert_non_null(json_object_get(v, key));
	return (int)json_integer_value(json_object_get(v, key));
}

#define ACCESS(op, cpu, addr, value, name)                                     \
	"memory_region_ops_" op " cpu " cpu " mr 0x55d0ceb00 addr " addr       \
	" value " value " size 4 name '" name "'"

static void
accesses_are_counted(void **state)
{
	static const char *const lines[] = {
		ACCESS("read", "0", "0x9000018", "0x90", "pl011"),
		ACCESS("write", "0", "0x9000000", "0x41", "pl011"),
		ACCESS("read", "-1", "0x9000018", "0x90", "pl011"),
		"Invalid read at addr 0x481B8FD, size 4, region '(null)',"
		" reason: rejected",
		"Invalid write at addr 0x7, size 4, region '(null)', reason:"
		" rejected",
		"Invalid read at addr 0x2, size 1, region 'pl031', reason:"
		" invalid size (min:2 max:4)",
		"pl061_read: Bad offset e58",
		"pl061_read: Bad offset e5c",
		"fw_cfg_add_bytes key 0x0000 'signature', 4 bytes",
		"fw_cfg_read 0x5580dd85cc60 = 0x51",
		"no newline" ACCESS("read", "0", "0x9000018", "0x90", "pl011"),
		"memory_region_ops_read cpu zero",
	};
	json_t *v = audited(lines, sizeof lines / sizeof *lines);

	(void)state;
	assert_int_equal(count(v, "reads"), 2);
	assert_int_equal(count(v, "writes"), 1);
	assert_int_equal(count(v, "void_reads"), 1);
	assert_int_equal(count(v, "void_writes"), 1);
	assert_int_equal(count(v, "wrong_size"), 1);
	assert_int_equal(count(v, "guest_errors"), 3);
	assert_int_equal(
		count(json_object_get(v, "messages"), "pl061_read"), 2);
	assert_int_equal(count(v, "fw_cfg"), 1);
	assert_int_equal(count(v, "unparsed"), 1);
	assert_int_equal(count(v, "writes_unidentified"), 0);
	assert_int_equal(count(v, "not_undone"), 0);
	json_decref(v);
}

static void
harm_is_seen(void **state)
{
	static const char *const lines[] = {
		/* undone, as it says when it is read again */
		ACCESS("read", "0", "0x9010008", "0x0", "pl031"),
		ACCESS("write", "0", "0x9010008", "0xf", "pl031"),
		ACCESS("write", "0", "0x9010008", "0x0", "pl031"),
		/* not undone */
		ACCESS("read", "0", "0x9010010", "0x0", "pl031"),
		ACCESS("write", "0", "0x9010010", "0x1", "pl031"),
		/* written back, but the device says otherwise */
		ACCESS("read", "0", "0x9010014", "0x7", "pl031"),
		ACCESS("write", "0", "0x9010014", "0x7", "pl031"),
		ACCESS("read", "0", "0x9010014", "0x3", "pl031"),
		/* nobody knows what was there */
		ACCESS("write", "0", "0x901001c", "0x1", "pl031"),
		/* taken over */
		ACCESS("read", "0", "0x9000030", "0x0", "pl011"),
		ACCESS("write", "0", "0x9000030", "0x301", "pl011"),
		/* not named; not implemented */
		ACCESS("write", "0", "0xa000070", "0x0", "virtio-mmio"),
		ACCESS("write", "0", "0xb000070", "0x0", "spare"),
	};
	json_t *v = audited(lines, sizeof lines / sizeof *lines);

	(void)state;
	assert_int_equal(count(v, "not_undone"), 2);
	assert_int_equal(json_array_size(json_object_get(v, "left")), 2);
	assert_int_equal(count(v, "before_unknown"), 2);
	assert_true(status_bits("isa-pcspk", 0) == 0xf0);
	assert_true(status_bits("pl031", 0) == 0);
	assert_true(status_bits("ioapic", 0xfec00010) != 0);
	assert_true(status_bits("ioapic", 0xfec00000) == 0);
	assert_int_equal(count(v, "writes_unidentified"), 1);
	json_decref(v);
}

/* Each row of the class table says what the map may say. */
static void
table_fits_the_schema(void **state)
{
	static const char classes[] =
		"uart timer interrupt-controller rtc gpio watchdog dma i2c spi"
		" mmc block ethernet display input usb pci-host virtio fw-cfg"
		" flash system-control audio crypto unknown";
	const struct class_row *r;

	(void)state;
	for (size_t i = 0; (r = class_row(i)); i++) {
		char *copy = string("%s", r->classes), *rest = copy, *word;
		const struct class_row *first = class_find(r->type, r->region);

		while ((word = strsep(&rest, " ")))
			if (strcmp(word, "-") && !listed(classes, word))
				fail_msg("%s: class %s", r->type, word);
		if (strcmp(r->classes, "-") && !*r->compatible)
			fail_msg("%s: no name", r->type);
		if (first != r && !strpbrk(r->type, "*?") &&
			!strpbrk(r->region, "*?"))
			fail_msg("%s %s: never reached", r->type, r->region);
		free(copy);
	}
}

/* A machine counts once, however many boards are the same. */
static void
totals_are_means(void **state)
{
	static const char run[] =
		"{\"status\":0,\"prompt\":true,\"fingerprint\":\"%s\","
		"\"memory\":{\"exact\":true,\"console\":{\"right\":true}},"
		"\"map\":{\"effort\":{\"reads\":10}},\"space\":{\"pages\":"
		"{\"populated\":100}},\"devices\":{\"presence\":{\"right\":%d,"
		"\"of\":4}}}";
	char *a = string(run, "aa", 1), *b = string(run, "bb", 3);
	char *text = string("[{\"runs\":{\"blind\":%s}},{\"runs\":{\"blind\":%s"
			    "}},{\"runs\":{\"blind\":%s}}]",
		a, a, b);
	json_t *rows = json_loads(text, 0, NULL), *all = totals(rows);
	const json_t *blind = json_object_get(all, "blind");

	(void)state;
	assert_true(totals_good(all));
	assert_int_equal(count(blind, "runs"), 3);
	assert_int_equal(count(blind, "distinct"), 2);
	assert_true(
		json_number_value(json_object_get(blind, "presence")) == 0.5);
	assert_true(json_number_value(json_object_get(blind, "scan_percent")) ==
		    10);
	json_object_set_new(
		json_object_get(
			json_object_get(json_array_get(rows, 2), "runs"),
			"blind"),
		"prompt", json_false());
	json_decref(all);
	all = totals(rows);
	assert_false(totals_good(all));
	json_decref(all);
	json_decref(rows);
	free(text);
	free(a);
	free(b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_are_parsed),
		cmocka_unit_test(sections_become_things),
		cmocka_unit_test(right_names_score),
		cmocka_unit_test(wrong_names_score),
		cmocka_unit_test(one_row_names_one),
		cmocka_unit_test(void_is_weighed),
		cmocka_unit_test(kinds_and_mirrors),
		cmocka_unit_test(accesses_are_counted),
		cmocka_unit_test(harm_is_seen),
		cmocka_unit_test(table_fits_the_schema),
		cmocka_unit_test(totals_are_means),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
