/* bench_boot.c - disco bench boot: time to prompt beside the firmware's. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <string.h>

static const double limit_s = 120;

/* The machines of `bench boot` and what shows that the firmware which the
 * emulator ships for them is through: SeaBIOS says on its debug port (0x402)
 * what it boots from; OpenSBI prints its banner. Values: seconds. */
static struct row {
	const char *isa, *machine, *firmware, *sign;
	double node[RUNS], other[RUNS], own[RUNS];
} rows[] = {
	{"x86_64", "pc", "SeaBIOS", "Booting from", {0}, {0}, {0}},
	{"x86_64", "q35", "SeaBIOS", "Booting from", {0}, {0}, {0}},
	{"aarch64", "virt", NULL, NULL, {0}, {0}, {0}},
	{"aarch64", "raspi3b", NULL, NULL, {0}, {0}, {0}},
	{"riscv64", "virt", "OpenSBI", "OpenSBI v", {0}, {0}, {0}},
};

/* From `cont` to the firmware's sign. */
static double
time_firmware(const struct row *r)
{
	bool pc = !strcmp(r->isa, "x86_64");
	struct args a = {0};
	struct buf seen = {0};
	struct vm vm;
	double start;

	args_add(&a, "qemu-system-%s", r->isa);
	args_add(&a, "-M");
	args_add(&a, "%s", r->machine);
	args_add(&a, "-S");
	args_add(&a, "-display");
	args_add(&a, "none");
	args_add(&a, "-no-user-config");
	args_add(&a, "-serial");
	args_add(&a, pc ? "none" : "chardev:serial0");
	if (pc) {
		args_add(&a, "-device");
		args_add(&a, "isa-debugcon,iobase=0x402,chardev=serial0");
	}
	vm_start(&vm, &a);
	args_free(&a);
	start = now_s();
	boot_go(&vm);
	do {
		if (link_read(vm.serial, &seen, start + limit_s) <= 0)
			die(EXIT_FAILED, "%s %s: %s never showed", r->isa,
				r->machine, r->firmware);
	} while (!strstr(seen.p, r->sign));
	start = now_s() - start;
	buf_free(&seen);
	vm_stop(&vm);
	return start;
}

/* From `cont` to the first ACK; *own: what the node itself says, or 0. */
static double
time_node(const struct row *r, double *own)
{
	struct opts o = {.isa = r->isa, .machine = r->machine, .once = true};
	struct link l = {.enq_s = 0.02};
	struct buf text = {0};
	struct vm vm;
	double start, took;
	json_t *map;

	boot(&vm, &o);
	l.fd = vm.serial;
	start = now_s();
	boot_go(&vm);
	if (link_open(&l, start + limit_s) != ANSWER_ACK)
		die(EXIT_FAILED, "%s %s: no prompt within %.0f s", r->isa,
			r->machine, limit_s);
	took = l.answered_s - start;
	buf_add(&text, "", 0);
	link_line(&l, ".json", &text, now_s() + limit_s);
	map = json_loads(text.p, 0, NULL);
	*own = json_number_value(json_object_get(
		       json_object_get(map, "effort"), "us_to_prompt")) /
	       1e6;
	json_decref(map);
	buf_free(&text);
	link_free(&l);
	vm_stop(&vm);
	return took;
}

static void
print_row(struct row *r)
{
	double node = median(r->node, RUNS), own = median(r->own, RUNS);
	double other = median(r->other, RUNS);

	printf("%-8s %-8s  %8.3f s", r->isa, r->machine, node);
	if (own > 0)
		printf("  %8.3f s", own);
	else
		printf("  %8s  ", "-");
	if (r->firmware)
		printf("  %-8s %8.3f s  %6.2f\n", r->firmware, other,
			node / other);
	else
		printf("  %-8s %8s    %6s\n", "none", "-", "-");
}

int
bench_boot(void)
{
	const size_t n = sizeof rows / sizeof *rows;

	for (int turn = 0; turn < RUNS; turn++)
		for (size_t i = 0; i < n; i++) {
			struct row *r = &rows[i];

			r->node[turn] = time_node(r, &r->own[turn]);
			if (r->firmware)
				r->other[turn] = time_firmware(r);
		}
	printf("Time from the first instruction, median of %d interleaved"
	       " runs\n\n",
		RUNS);
	printf("%-17s  %10s  %10s  %-8s %10s  %6s\n", "machine", "to prompt",
		"node says", "firmware", "alone", "ratio");
	for (size_t i = 0; i < n; i++)
		print_row(&rows[i]);
	return fflush(stdout) ? EXIT_FAILED : EXIT_OK;
}
