/* boot.c - an emulator with the node in it, told nothing, not yet running. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the node may go: past what boot loaders of emulators put at the base
 * of RAM, with room behind for its bss and the RAM it starts with. */
static const uint64_t past_base = 2 << 20, room_behind = 3 << 20;

/* What a CPU is to do: rest as it is, enter the node, or wait for ever in a
 * loop of its own, because it would end the run with no code to run. */
enum task {
	REST,
	ENTER,
	PARK
};

/* Vectors at 0 of an M-profile CPU, and a branch to itself that they name. */
static const char parked[] = "\0\x10\0\0\x09\0\0\0\xfe\xe7\xfe\xe7";
static const int parked_entry = 9; /* Thumb */

/* What a first start without the node tells about the machine. */
struct scout {
	struct pages ram;
	const char *cpu;           /* the --cpu to give, or NULL */
	struct buf others;         /* one enum task per CPU index */
	const char *const *medium; /* of media, that the machine asks for */
	int blank;                 /* the empty file that stands for it */
};

/* What a machine may refuse to start without: each is given empty, and the
 * node is entered past it. */
static const char *const media[][2] = {{NULL, NULL}, {"-bios", ""},
	{"-kernel", ""}, {"-drive", "if=pflash,format=raw,file="}};
static const uint64_t blank_bytes = 4096, blank_limit = 1 << 28;

/* The arguments that the first and the real start share. */
static void
common(struct args *a, const struct opts *o, const struct scout *s)
{
	static const char *const always[] = {"-S", "-display", "none",
		"-monitor", "none", "-no-user-config", "-serial",
		"chardev:serial0"};
	const struct isa isa = isa_find(o->isa);

	args_add(a, "qemu-system-%s", o->isa);
	args_add(a, "-M");
	args_add(a, "%s", o->machine);
	for (unsigned i = 0; i < sizeof always / sizeof *always; i++)
		args_add(a, "%s", always[i]);
	for (unsigned i = 0; i < 3 && isa.arguments[i]; i++)
		args_add(a, "%s", isa.arguments[i]);
	if (o->memory) {
		args_add(a, "-m");
		args_add(a, "%s", o->memory);
	}
	if (o->smp) {
		args_add(a, "-smp");
		args_add(a, "%s", o->smp);
	}
	if (s->cpu) {
		args_add(a, "-cpu");
		args_add(a, "%s", s->cpu);
	}
	if (s->medium && s->medium[0]) {
		args_add(a, "%s", s->medium[0]);
		args_add(a, "%s/dev/fd/%d", s->medium[1], s->blank);
	}
}

static void
extras(struct args *a, const struct opts *o)
{
	if (o->once) {
		args_add(a, "-action");
		args_add(a, "reboot=shutdown");
	}
	for (int i = 0; i < o->extras; i++)
		args_add(a, "%s", o->extra[i]);
}

/* The task of a CPU: those whose type descends from the family enter, all do
 * if there is none; a microcontroller beside them is parked. */
static char
task_of(struct vm *vm, const char *path, const char *family)
{
	json_t *type = vm_qmp(vm, "qom-get",
		json_pack("{s:s,s:s}", "path", path, "property", "type"));
	const char *name = json_string_value(type);
	json_t *list = NULL;
	const json_t *row;
	char task = REST;
	size_t i;

	if (!name)
		name = "";
	if (!strncmp(name, "cortex-m", 8))
		task = PARK;
	else if (!family)
		task = ENTER;
	else
		list = vm_qmp(vm, "qom-list-types",
			json_pack("{s:s}", "implements", family));
	json_array_foreach(list, i,
		row) if (!strcmp(json_text(row, "name"), name)) task = ENTER;
	json_decref(list);
	json_decref(type);
	return task;
}

static void
scout_cpus(struct scout *s, struct vm *vm, const char *family)
{
	json_t *list = vm_qmp(vm, "query-cpus-fast", NULL);
	const json_t *row;
	size_t i;

	s->others.len = 0;
	json_array_foreach(list, i, row)
	{
		char task = task_of(vm, json_text(row, "qom-path"), family);

		buf_add(&s->others, &task, 1);
	}
	json_decref(list);
	if (!s->others.len)
		die(EXIT_FAILED, "this machine has no CPU");
}

/* Start the machine; false if it will not, `*asks` then holds the bytes that
 * its flash must have. */
static bool
try_start(struct vm *vm, const struct scout *s, const struct opts *o,
	uint64_t *asks)
{
	struct args a = {0};
	const char *words;
	bool good;

	common(&a, o, s);
	extras(&a, o);
	good = vm_try(vm, &a);
	args_free(&a);
	*asks = 0;
	if (good)
		return true;
	if ((words = strstr(vm_last_words(vm), "device requires ")))
		*asks = strtoull(words + strlen("device requires "), NULL, 0);
	vm_stop(vm);
	return false;
}

/* The same, with the first medium that it takes; ends disco if none helps. */
static void
start_somehow(struct vm *vm, struct scout *s, const struct opts *o)
{
	uint64_t asks;

	for (size_t i = 0; i < sizeof media / sizeof *media; i++) {
		s->medium = media[i];
		s->blank = memory_file("", 0);
		asks = blank_bytes;
		for (int k = 0; k < 2 && asks && asks <= blank_limit; k++)
			if (ftruncate(s->blank, (off_t)asks) ||
				try_start(vm, s, o, &asks))
				return;
		close(s->blank);
	}
	s->medium = NULL;
	struct args a = {0};

	common(&a, o, s);
	extras(&a, o);
	vm_start(vm, &a);
	args_free(&a);
}

/* Start the machine without the node, once, or once more when its own CPU
 * cannot run the node's code. */
static void
scout_out(struct scout *s, const struct opts *o)
{
	const struct isa isa = isa_find(o->isa);
	char *text;

	s->cpu = o->cpu;
	for (int try = 0; try < 2; try++) {
		struct vm vm;

		start_somehow(&vm, s, o);
		scout_cpus(s, &vm, isa.cpu_family);
		text = vm_hmp(&vm, "info mtree -f -o");
		vm_stop(&vm);
		if (s->others.p[0] == ENTER)
			break;
		free(text);
		if (!isa.cpu)
			die(EXIT_FAILED,
				"this machine's first CPU does not run %s code",
				o->isa);
		if (try || o->cpu)
			die(EXIT_FAILED,
				"this machine's first CPU does not run"
				" %s code: give another with --cpu, like %s",
				o->isa, isa.cpu);
		s->cpu = isa.cpu;
	}
	/* The emulator's loader writes as a non-secure master does. */
	struct sections all = mtree_parse(text, "cpu-memory-0");
	s->ram = pages_of_ram(&all);
	sections_free(&all);
	free(text);
}

/* The part of a span below 4 GiB. */
static uint64_t
low_pages(struct span s)
{
	const uint64_t limit = (1ULL << 32) / PAGE_BYTES;
	uint64_t end = s.end < limit ? s.end : limit;

	return s.first < end ? end - s.first : 0;
}

/* In the largest RAM below 4 GiB, or else in the largest. */
static uint64_t
choose_place(const struct pages *ram, uint64_t need)
{
	struct span best = {0, 0};
	uint64_t base, size;

	for (size_t i = 0; i < ram->n; i++)
		if (low_pages(ram->v[i]) > low_pages(best) ||
			(!low_pages(best) && ram->v[i].end - ram->v[i].first >
						     best.end - best.first))
			best = ram->v[i];
	base = best.first * PAGE_BYTES;
	size = (best.end - best.first) * PAGE_BYTES;
	if (size < need)
		die(EXIT_FAILED,
			"the node needs %s of RAM in one piece, the"
			" largest here has %s: give more with -m",
			human(need), human(size));
	return size < need + past_base ? base : base + past_base;
}

static void
check_place(const struct pages *ram, uint64_t at, uint64_t need)
{
	struct span s = {at / PAGE_BYTES, (at + need) / PAGE_BYTES + 1};
	struct buf b = {0};

	if (pages_hold(ram, s))
		return;
	for (size_t i = 0; i < ram->n && i < 4; i++)
		buf_print(&b, " 0x%" PRIx64 "..0x%" PRIx64,
			ram->v[i].first * PAGE_BYTES,
			ram->v[i].end * PAGE_BYTES - 1);
	die(EXIT_FAILED,
		"--at 0x%" PRIx64 ": the node and its %s do not fit"
		" there; RAM is at%s",
		at, human(need), b.p ? b.p : " none");
}

/* The image, as a loader device, entered by every CPU that can. */
static void
load_into_ram(struct args *a, const struct scout *s, int fd, uint64_t at)
{
	args_add(a, "-device");
	args_add(a,
		"loader,file=/dev/fd/%d,addr=0x%" PRIx64
		",force-raw=on,cpu-num=0",
		fd, at);
	for (size_t i = 1; i < s->others.len; i++) {
		if (s->others.p[i] == PARK) {
			args_add(a, "-device");
			args_add(a,
				"loader,file=/dev/fd/%d,addr=0,force-raw=on"
				",cpu-num=%zu",
				memory_file(parked, sizeof parked - 1), i);
		}
		if (s->others.p[i] != REST) {
			args_add(a, "-device");
			args_add(a, "loader,addr=0x%" PRIx64 ",cpu-num=%zu",
				s->others.p[i] == PARK ? parked_entry : at, i);
		}
	}
}

/* Overwrite every blob that the emulator put into RAM, except ours. */
static void
wipe(struct vm *vm)
{
	char *roms = vm_hmp(vm, "info roms"), *rest = roms, *line;
	char *tree = vm_hmp(vm, "info mtree -f -o");
	struct sections all = mtree_cpu(tree);
	struct pages ram = pages_of_ram(&all);
	unsigned long long at, size;

	while ((line = strsep(&rest, "\n"))) {
		if (sscanf(line, "addr=%llx size=%llx", &at, &size) != 2 ||
			!size || strstr(line, "name=\"/dev/fd/"))
			continue;
		if (pages_hold(&ram, (struct span){at / PAGE_BYTES,
					     (at + size - 1) / PAGE_BYTES + 1}))
			vm_wipe(vm, at, size);
	}
	pages_free(&ram);
	sections_free(&all);
	free(tree);
	free(roms);
}

/* A CPU that cannot run the image would only be silent until the time-out. */
static void
check_cpu(struct vm *vm, const struct opts *o)
{
	const struct isa isa = isa_find(o->isa);
	json_t *cpus, *has;

	if (!isa.cpu_needs)
		return;
	cpus = vm_qmp(vm, "query-cpus-fast", NULL);
	has = vm_qmp(vm, "qom-get",
		json_pack("{s:s,s:s}", "path",
			json_text(json_array_get(cpus, 0), "qom-path"),
			"property", isa.cpu_needs));
	if (json_is_false(has))
		die(EXIT_FAILED,
			"the %s of %s cannot run %s code (its"
			" property `%s` is off):"
			" try --cpu %s",
			o->cpu ? o->cpu : "default CPU", o->machine, o->isa,
			isa.cpu_needs, isa.cpu);
	json_decref(cpus);
	json_decref(has);
}

static void
boot_host(struct vm *vm, const struct opts *o)
{
	char *name = string("%s/discovery", o->isa);
	char *path = beside(name);
	char *argv[] = {path, NULL};

	if (access(path, X_OK))
		die(EXIT_FAILED, "there is no %s yet: run `make`", path);
	vm_start_plain(vm, argv);
	free(name);
}

/* Every device access, and what the emulator says of it, into a file. */
static void
trace_into(struct args *a, const struct opts *o)
{
	if (!o->trace)
		return;
	args_add(a, "-trace");
	args_add(a, "memory_region_ops_*");
	args_add(a, "-trace");
	args_add(a, "fw_cfg_*");
	if (o->errors) {
		args_add(a, "-d");
		args_add(a, "guest_errors,unimp");
	}
	args_add(a, "-D");
	args_add(a, "%s", o->trace);
}

void
boot(struct vm *vm, const struct opts *o)
{
	struct image im = {0};
	struct scout s = {.cpu = o->cpu};
	struct args a = {0};
	uint64_t at = o->at, need;
	int fd;

	if (!strncmp(o->isa, "host", 4)) {
		boot_host(vm, o);
		return;
	}
	image_load(&im, o);
	need = im.bytes.len + room_behind;
	if (!im.rom || o->at_given)
		scout_out(&s, o);
	if (o->at_given)
		check_place(&s.ram, at, need);
	else if (!im.rom && !opts_firmware(o))
		at = choose_place(&s.ram, need);
	fd = memory_file(im.bytes.p, im.bytes.len);
	common(&a, o, &s);
	if (im.rom) {
		args_add(&a, "-bios");
		args_add(&a, "/dev/fd/%d", fd);
	} else if (opts_firmware(o)) {
		args_add(&a, "-kernel");
		args_add(&a, "/dev/fd/%d", fd);
	} else {
		load_into_ram(&a, &s, fd, at);
	}
	trace_into(&a, o);
	extras(&a, o);
	vm_start(vm, &a);
	close(fd);
	check_cpu(vm, o);
	if (o->blind != BLIND_OFF)
		wipe(vm);
	args_free(&a);
	buf_free(&im.bytes);
	buf_free(&s.others);
	pages_free(&s.ram);
}

void
boot_go(struct vm *vm)
{
	if (vm->qmp >= 0)
		json_decref(vm_qmp(vm, "cont", NULL));
}
