/* zoo_state.c - registers after a run beside those of one that never ran. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

enum {
	WORDS = 32, /* of each section: the first ones */
	EXAMPLES = 20
};

/* Reading these without a CPU ends the emulator (discovery.md, 3.2 and 6.2:
 * they ask which CPU reads), or at some offset always does; fw_cfg would stand
 * in the audit. */
static const char *const unsafe[] = {"arm_gic*", "arm-gic*", "realview_gic",
	"arm_mptimer", "arm.cortex-a9-global-timer", "apic", "kvmvapic",
	"armv7m*", "integrator_core", "bcm2835-rng", "exynos4210.rng",
	"bcm2835-thermal", "fw_cfg_*", "mips-gcr", "etraxfs*", "sh7750*"};

/* Ports that may be read at any time; port is counted from the section. */
static const struct {
	const char *type, *region;
	unsigned port;
} ports[] = {
	{"isa-i8259", "pic", 1},     /* interrupt mask */
	{"isa-pcspk", "pcspk", 0},   /* system control port B */
	{"port92", "port92", 0},     /* system control port A */
	{"isa-serial", "serial", 1}, /* IER */
	{"isa-serial", "serial", 3}, /* LCR */
	{"isa-serial", "serial", 4}, /* MCR */
	{"isa-serial", "serial", 7}, /* SCR */
};

struct reg {
	uint64_t address, after, before;
	int thing;
	bool io;
};

struct state {
	struct reg *v;
	size_t n, cap;
	size_t lost; /* registers that were not read: the emulator ended */
};

static void
add(struct state *s, uint64_t address, int thing, bool io)
{
	if (s->n == s->cap) {
		s->cap = s->cap * 2 + 256;
		s->v = must(realloc(s->v, s->cap * sizeof *s->v));
	}
	s->v[s->n++] =
		(struct reg){.address = address, .thing = thing, .io = io};
}

static bool
is_unsafe(const char *type)
{
	for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
		if (!fnmatch(unsafe[i], type, 0))
			return true;
	return false;
}

static void
choose(struct state *s, const struct truth *t, const struct things *th,
	const unsigned char *flags)
{
	for (size_t i = 0; i < t->memory.n; i++) {
		const struct section *x = &t->memory.v[i];
		int k = x->thing;

		/* what a BAR shows is elsewhere in the twin */
		if (k < 0 || !th->v[k].care || th->v[k].pci_class >= 0 ||
			(flags[k] & THING_DRIVEN) || strcmp(x->kind, "i/o") ||
			is_unsafe(th->v[k].type))
			continue;
		for (uint64_t o = 0;
			o < WORDS * 4 && o + 3 <= x->last - x->first; o += 4)
			add(s, x->first + o, k, false);
	}
	for (size_t i = 0; i < t->io.n; i++)
		for (size_t p = 0; p < sizeof ports / sizeof *ports; p++) {
			const struct section *x = &t->io.v[i];
			int k = x->thing;

			if (k >= 0 && !(flags[k] & THING_DRIVEN) &&
				!strcmp(th->v[k].type, ports[p].type) &&
				!strcmp(x->name, ports[p].region))
				add(s, x->first + ports[p].port, k, true);
		}
}

struct state *
state_after(struct vm *vm, const struct truth *t, const struct things *th,
	const unsigned char *flags)
{
	struct state *s = must(calloc(1, sizeof *s));

	choose(s, t, th, flags);
	for (size_t i = 0; i < s->n; i++)
		if (!vm_read(vm, s->v[i].io ? "inb" : "readl", s->v[i].address,
			    &s->v[i].after)) {
			s->lost = s->n - i;
			s->n = i;
		}
	return s;
}

void
state_before(struct state *s, struct vm *twin)
{
	for (size_t i = 0; i < s->n; i++)
		if (!vm_read(twin, s->v[i].io ? "inb" : "readl",
			    s->v[i].address, &s->v[i].before)) {
			s->lost += s->n - i;
			s->n = i;
		}
}

static void
example(json_t *list, const struct reg *r, const struct thing *t)
{
	char address[24], before[24], after[24];

	if (json_array_size(list) >= EXAMPLES)
		return;
	snprintf(address, sizeof address, "0x%llx",
		(unsigned long long)r->address);
	snprintf(
		before, sizeof before, "0x%llx", (unsigned long long)r->before);
	snprintf(after, sizeof after, "0x%llx", (unsigned long long)r->after);
	json_array_append_new(
		list, json_pack("{s:s,s:s,s:s,s:s}", "type", t->type, "address",
			      address, "before", before, "after", after));
}

json_t *
state_judge(const struct state *s, const struct things *th,
	const unsigned char *flags)
{
	json_int_t written = 0, touched = 0, alone = 0;
	json_t *list = json_array();

	for (size_t i = 0; i < s->n; i++) {
		const struct reg *r = &s->v[i];

		if (!((r->before ^ r->after) &
			    ~status_bits(th->v[r->thing].type, r->address)))
			continue;
		if (flags[r->thing] & THING_WRITTEN) {
			written++;
			example(list, r, &th->v[r->thing]);
		} else if (flags[r->thing] & THING_READ) {
			touched++;
		} else {
			alone++;
		}
	}
	return json_pack("{s:I,s:I,s:I,s:I,s:I,s:o}", "compared",
		(json_int_t)s->n, "not_compared", (json_int_t)s->lost,
		"changed_written", written, "changed_read", touched,
		"changed_alone", alone, "changed", list);
}

void
state_free(struct state *s)
{
	free(s->v);
	free(s);
}
