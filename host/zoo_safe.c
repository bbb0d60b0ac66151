/* zoo_safe.c - the verdict on an audit: what was done to which device. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <stdlib.h>
#include <string.h>

enum {
	EXAMPLES = 20
};

/* Bits that a register shows and that writing cannot change, or that need not
 * be as they were; of the registers whose address & mask is from first to
 * last. */
static const struct {
	const char *type;
	uint64_t bits;
	unsigned mask, first, last;
} status[] = {
	{"isa-pcspk", 0xf0, 0, 0, 0}, /* port 61: refresh, timer 2, parity */
	/* one port for many registers, chosen by an index */
	{"i440FX-pcihost", UINT64_MAX, 0, 0, 0},
	{"q35-pcihost", UINT64_MAX, 0, 0, 0},
	{"mc146818rtc", UINT64_MAX, 0, 0, 0},
	{"ioapic", UINT64_MAX, 0xfff, 0x10, 0x13},
	/* which interrupt is next, and that it was dealt with */
	{"riscv.sifive.plic", UINT64_MAX, 0xe00fff, 0x200004, 0x200004},
	{"goldfish_rtc", UINT64_MAX, 0xff, 0, 7}, /* the time */
	/* commands go in, answers come out */
	{"isa-fdc", UINT64_MAX, 7, 5, 5},
	/* BARs, buses and bridges that firmware left to be set up */
	{"gpex-pcihost", UINT64_MAX, 0xfff, 0x04, 0x05},
	{"gpex-pcihost", UINT64_MAX, 0xfff, 0x10, 0x33},
};

uint64_t
status_bits(const char *type, uint64_t address)
{
	for (size_t i = 0; i < sizeof status / sizeof *status; i++) {
		unsigned a = (unsigned)address & status[i].mask;

		if (!strcmp(type, status[i].type) && status[i].first <= a &&
			a <= status[i].last)
			return status[i].bits;
	}
	return 0;
}

/* An 8- or 16-bit read of these ends the emulator: discovery.md, 3.2. */
static const char size_fatal[] = "bcm2835-rng exynos4210.rng lan9118";

static int
section_at(const struct sections *s, uint64_t address, const char *name)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].first <= address && address <= s->v[i].last &&
			!strcmp(s->v[i].name, name))
			return s->v[i].thing;
	return -1;
}

/* The thing an access went to, or -1. A region that is seen through an alias
 * is traced at another address: then its name alone must do. */
static int
thing_at(const struct truth *t, uint64_t address, const char *name)
{
	int i = section_at(&t->memory, address, name);

	if (i < 0)
		i = section_at(&t->io, address, name);
	for (size_t s = 0; i < 0 && s < t->memory.n; s++)
		if (!strcmp(t->memory.v[s].name, name))
			i = t->memory.v[s].thing;
	for (size_t s = 0; i < 0 && s < t->io.n; s++)
		if (!strcmp(t->io.v[s].name, name))
			i = t->io.v[s].thing;
	return i;
}

static bool
called_flash(const json_t *map, const struct thing *t)
{
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(map, "memory"), i,
		row) if (!strcmp(json_text(row, "kind"), "flash") &&
			 t->base - json_hex(row, "base") <
				 json_hex(row, "size")) return true;
	return false;
}

unsigned char *
things_known(const struct truth *t, const struct things *th, const json_t *map)
{
	unsigned char *flags = must(calloc(th->n + 1, 1));
	int *name = names_of(t, th, map);
	const json_t *row;
	size_t i;

	json_array_foreach(json_object_get(map, "devices"), i, row)
	{
		if (name[i] < 0)
			continue;
		if (strcmp(json_text(row, "class"), "unknown"))
			flags[name[i]] |= THING_NAMED;
		if (*json_text(row, "driver"))
			flags[name[i]] |= THING_DRIVEN;
	}
	free(name);
	for (i = 0; i < th->n; i++)
		if (!strncmp(th->v[i].type, "cfi.", 4) &&
			called_flash(map, &th->v[i]))
			flags[i] |= THING_NAMED;
	return flags;
}

static void
example(json_t *list, const struct audit *a, const struct spot *s,
	const struct thing *t)
{
	char address[24], before[24], last[24];

	if (json_array_size(list) >= EXAMPLES)
		return;
	snprintf(address, sizeof address, "0x%llx",
		(unsigned long long)s->address);
	snprintf(
		before, sizeof before, "0x%llx", (unsigned long long)s->before);
	snprintf(last, sizeof last, "0x%llx",
		(unsigned long long)(s->after_known ? s->after : s->last));
	json_array_append_new(
		list, json_pack("{s:s,s:s,s:s,s:i,s:s,s:s}", "region",
			      audit_name(a, s), "type", t->type, "address",
			      address, "writes", (int)s->writes, "before",
			      s->before_known ? before : "", "last", last));
}

/* The last that is known of it is not what was there before. */
static bool
changed(const struct spot *s, const char *type)
{
	uint64_t now = s->after_known ? s->after : s->last;

	return s->before_known &&
	       ((now ^ s->before) & ~status_bits(type, s->address));
}

struct tally {
	json_int_t unidentified, not_undone, unproven, fatal, narrow;
	json_t *written, *left;
};

static void
tally_spot(struct tally *y, const struct audit *a, const struct spot *s,
	const struct thing *t, unsigned flags)
{
	bool named = flags & THING_NAMED;

	if (listed(size_fatal, t->type))
		y->fatal += s->narrow;
	if (!named)
		y->narrow += s->narrow;
	if (!s->writes)
		return;
	if (!named) {
		y->unidentified += s->writes;
		example(y->written, a, s, t);
	}
	if (flags & THING_DRIVEN)
		return;
	y->unproven += !s->before_known;
	if (changed(s, t->type)) {
		y->not_undone++;
		example(y->left, a, s, t);
	}
}

json_t *
audit_judge(const struct audit *a, const struct truth *t,
	const struct things *th, unsigned char *flags)
{
	const struct audit_counts *c = audit_counts(a);
	struct tally y = {.written = json_array(), .left = json_array()};
	size_t n;
	const struct spot *s = audit_spots(a, &n);
	json_t *o;

	for (size_t i = 0; i < n; i++) {
		int to = s[i].used ? thing_at(t, s[i].address,
					     audit_name(a, &s[i]))
				   : -1;

		if (to < 0 || !th->v[to].care)
			continue;
		tally_spot(&y, a, &s[i], &th->v[to], flags[to]);
		flags[to] |= s[i].reads ? THING_READ : 0;
		flags[to] |= s[i].writes ? THING_WRITTEN : 0;
	}
	o = json_pack("{s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I}", "reads",
		(json_int_t)c->reads, "writes", (json_int_t)c->writes,
		"void_reads", (json_int_t)c->void_reads, "void_writes",
		(json_int_t)c->void_writes, "rejected", (json_int_t)c->rejected,
		"wrong_size", (json_int_t)c->wrong_size, "fw_cfg",
		(json_int_t)c->fw_cfg, "guest_errors", (json_int_t)c->messages,
		"unparsed", (json_int_t)c->unparsed);
	json_object_set_new(
		o, "writes_unidentified", json_integer(y.unidentified));
	json_object_set_new(o, "not_undone", json_integer(y.not_undone));
	json_object_set_new(o, "before_unknown", json_integer(y.unproven));
	json_object_set_new(o, "size_fatal_reads", json_integer(y.fatal));
	json_object_set_new(o, "narrow_unidentified", json_integer(y.narrow));
	json_object_set_new(o, "written", y.written);
	json_object_set_new(o, "left", y.left);
	json_object_set_new(o, "messages", json_deep_copy(audit_messages(a)));
	return o;
}
