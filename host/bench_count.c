/* bench_count.c - disco bench forth --isa: instructions, ours and gcc's. */
/* SPDX-License-Identifier: 0BSD */
/* Both are counted inside the same node under QEMU's -icount: there the tick
 * counter goes on by instructions. gcc's code is sent to it as bytes. */
#include "disco.h"
#include <elf.h>
#include <stdlib.h>
#include <string.h>

enum {
	LEVELS = 3,
	NOPS = 200, /* half of them the second time, 10,000 times */
	CODE_MAX = 1 << 16
};
static const double line_s = 300, wanted = 1.8;

/* A port has 2 MiB of its own: smaller matrices than on the host. */
static const char smaller[] = "#100 constant dimension";
static const char smaller_c[] = "-DDIMENSION=100";

/* What gcc must be told so that its code runs where no one has set up more
 * than the node needs (port/ISA/start.S). */
static const struct target_isa {
	const char *name, *flags[2];
} isas[] = {
	{"aarch64", {"-mgeneral-regs-only", "-mstrict-align"}},
	{"riscv64", {"-mno-relax", "-mcmodel=medany"}},
};

static const char *const loops[] = {"sieve", "bubble", "matrix", "fib"};
enum {
	LOOPS = sizeof loops / sizeof *loops
};

struct code {
	unsigned char bytes[CODE_MAX];
	size_t n, memory; /* bytes that are not 0; all of them */
	uint64_t entry;
};

static void
read_elf(struct code *c, const char *path)
{
	struct buf b = {0};
	Elf64_Ehdr head;
	Elf64_Phdr part;

	if (!file_read(path, &b) || b.len < sizeof head)
		die(EXIT_FAILED, "cannot read %s", path);
	memset(c, 0, sizeof *c);
	memcpy(&head, b.p, sizeof head);
	c->entry = head.e_entry;
	for (size_t i = 0; i < head.e_phnum; i++) {
		memcpy(&part, b.p + head.e_phoff + i * sizeof part,
			sizeof part);
		if (part.p_type != PT_LOAD)
			continue;
		if (part.p_vaddr + part.p_filesz > CODE_MAX)
			die(EXIT_FAILED, "%s is too large", path);
		memcpy(c->bytes + part.p_vaddr, b.p + part.p_offset,
			part.p_filesz);
		c->n = part.p_vaddr + part.p_filesz;
		c->memory = part.p_vaddr + part.p_memsz;
	}
	buf_free(&b);
}

/* One benchmark for this ISA, to run at any multiple of 4 KiB. */
static void
compile(struct code *c, const struct target_isa *isa, const char *name,
	const char *define, int level)
{
	static const char *const flags[] = {"-std=gnu11", "-ffreestanding",
		"-fno-tree-loop-distribute-patterns", "-fPIE", "-nostdlib",
		"-fno-stack-protector", "-fvisibility=hidden", "-static",
		"-Wl,-N,--no-relax,--build-id=none,-e,entry",
		"-Wl,--section-start=.shared=0,-Ttext=0x100"};
	char *include = bench_file(""), *inside = bench_file("lib/inside.c");
	char *source = bench_file(name), *to = bench_out("inside.elf");
	struct args a = {0};
	struct buf out = {0};

	args_add(&a, "%s-linux-gnu-gcc", isa->name);
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		args_add(&a, "%s", flags[i]);
	for (size_t i = 0; i < 2; i++)
		args_add(&a, "%s", isa->flags[i]);
	args_add(&a, "-O%d", level);
	args_add(&a, "-I%s", include);
	args_add(&a, "%s", define);
	args_add(&a, "-o");
	args_add(&a, "%s", to);
	args_add(&a, "%s.c", source);
	args_add(&a, "%s", inside);
	if (output_of(&a, "", &out))
		die(EXIT_FAILED, "gcc for %s refuses %s.c:\n%s", isa->name,
			source, out.p);
	read_elf(c, to);
	buf_free(&out);
	free(to);
	free(source);
	free(inside);
	free(include);
}

/* A node whose ticks are instructions. */
struct node {
	struct vm vm;
	struct link link;
	struct buf text;
};

static void
node_start(struct node *n, const char *isa)
{
	static char icount[] = "-icount", shift[] = "shift=0";
	static char *extra[] = {icount, shift};
	struct opts o = {.isa = isa,
		.machine = isa_find(isa).machine,
		.once = true,
		.extra = extra,
		.extras = 2};

	*n = (struct node){0};
	boot(&n->vm, &o);
	boot_go(&n->vm);
	n->link.fd = n->vm.serial;
	if (link_open(&n->link, now_s() + line_s) != ANSWER_ACK)
		die(EXIT_FAILED, "%s: no prompt within %.0f s", isa, line_s);
}

static void
node_end(struct node *n)
{
	link_free(&n->link);
	buf_free(&n->text);
	vm_stop(&n->vm);
}

static void
tell(struct node *n, const char *line)
{
	if (link_line(&n->link, line, &n->text, now_s() + line_s) != ANSWER_ACK)
		die(EXIT_FAILED, "the node refuses `%.60s`: %s", line,
			n->text.p);
}

/* Until discovery is done its task uses the dictionary as well: what is sent
 * by the cell would not lie together, and its time would be counted. */
static void
settle(struct node *n)
{
	tell(n, ": settle  ( -- )  begin t-done @ 0= while pause repeat ;");
	tell(n, "settle");
}

static void
tell_file(struct node *n, const char *name)
{
	char *path = bench_file(name), *line, *rest;
	struct buf b = {0};

	if (!file_read(path, &b))
		die(EXIT_FAILED, "cannot read %s", path);
	for (rest = b.p; (line = strsep(&rest, "\n"));)
		tell(n, line);
	buf_free(&b);
	free(path);
}

/* Ticks of the second turn of the word NAME; the sum that it leaves. */
static double
count(struct node *n, const char *name, char sum[24])
{
	char *line = string("variable went  : counted  ( -- )  ticks went ! "
			    " %s  ticks went @ - ;",
		name);
	double ticks;

	tell(n, line);
	free(line);
	line = string("%s drop counted .( timed ) swap . . 1 .", name);
	tell(n, line);
	if (!timed(&n->text, sum, &ticks))
		die(EXIT_FAILED, "%s: no count: %s", name, n->text.p);
	free(line);
	return ticks;
}

static double
count_forth(const struct target_isa *isa, const char *name, char sum[24])
{
	char *file = string("%s.fth", name);
	struct node n;
	double ticks;

	node_start(&n, isa->name);
	settle(&n);
	tell(&n, smaller);
	tell_file(&n, file);
	ticks = count(&n, "run", sum);
	node_end(&n);
	free(file);
	return ticks;
}

/* The bytes, and a word whose code they are: its code field is cell 3. */
static void
send_code(struct node *n, const struct code *c)
{
	struct buf line = {0};

	tell(n, "here negate $fff and allot  here constant code");
	for (size_t i = 0; i < c->n; i += 4) {
		uint32_t word;

		memcpy(&word, c->bytes + i, sizeof word);
		buf_print(&line, "$%x l, ", word);
		if (line.len < 900 && i + 4 < c->n)
			continue;
		tell(n, line.p);
		line.len = 0;
	}
	buf_print(&line, "here #%zu dup allot 0 fill  align",
		c->memory - c->n + 16);
	tell(n, line.p);
	line.len = 0;
	buf_print(&line, "create gcc-code  code #%ju + ' gcc-code 3 cells + !",
		(uintmax_t)c->entry);
	tell(n, line.p);
	tell(n, "variable gcc-xt  ' gcc-code gcc-xt !");
	tell(n, ": gcc-run  ( -- x )  gcc-xt @ execute  code @ ;");
	buf_free(&line);
}

static double
count_gcc(const struct target_isa *isa, const char *name, const char *define,
	int level, char sum[24])
{
	static struct code c;
	struct node n;
	double ticks;

	compile(&c, isa, name, define, level);
	node_start(&n, isa->name);
	settle(&n);
	send_code(&n, &c);
	ticks = count(&n, "gcc-run", sum);
	node_end(&n);
	return ticks;
}

/* Instructions in a tick. */
static double
calibrate(const struct target_isa *isa)
{
	char sum[24], *more = string("-DNOPS=%d", NOPS);
	char *less = string("-DNOPS=%d", NOPS / 2);
	double ticks = count_gcc(isa, "lib/nops", more, 1, sum) -
		       count_gcc(isa, "lib/nops", less, 1, sum);

	free(more);
	free(less);
	return NOPS / 2 * 10000 / ticks;
}

struct count {
	double ours, gcc; /* ticks; the least of the three levels */
	int level;
	bool agree;
};

static struct count
count_loop(const struct target_isa *isa, const char *name)
{
	char sum[24], other[24];
	struct count c = {.ours = count_forth(isa, name, sum), .agree = true};

	for (int level = 1; level <= LEVELS; level++) {
		double ticks = count_gcc(isa, name, smaller_c, level, other);

		if (strcmp(sum, other)) {
			say("%s: we give %s, gcc -O%d gives %s", name, sum,
				level, other);
			c.agree = false;
		}
		if (!c.level || ticks < c.gcc) {
			c.gcc = ticks;
			c.level = level;
		}
	}
	return c;
}

static void
print_count(const char *name, const struct count *c, double per_tick)
{
	printf("%-10s %12.0f %12.0f -O%d  %8.2f%s\n", name, c->ours * per_tick,
		c->gcc * per_tick, c->level, c->ours / c->gcc,
		c->agree ? "" : "  sums differ");
	fflush(stdout);
}

static json_t *
json_count(const char *name, const struct count *c, double per_tick)
{
	return json_pack("{s:s,s:f,s:f,s:i,s:f,s:b}", "name", name, "ours",
		c->ours * per_tick, "gcc", c->gcc * per_tick, "level", c->level,
		"ours_gcc", c->ours / c->gcc, "agree", c->agree);
}

static const struct target_isa *
isa_wanted(const char *name)
{
	for (size_t i = 0; i < sizeof isas / sizeof *isas; i++)
		if (!strcmp(isas[i].name, name))
			return &isas[i];
	die(EXIT_USAGE,
		"instructions are counted on aarch64 and riscv64,"
		" not on '%s'",
		name);
}

static bool
count_loops(const struct bench *b, json_t *rows, double *most)
{
	const struct target_isa *isa = isa_wanted(b->isa);
	double per_tick = calibrate(isa);
	bool agree = true;

	if (!b->json)
		printf("Instructions of a turn on %s, counted by QEMU -icount,"
		       " %.2f a tick\n\n%-10s %12s %12s      %8s\n",
			isa->name, per_tick, "program", "ours", "best gcc",
			"ours/gcc");
	for (size_t i = 0; i < LOOPS; i++) {
		struct count c;

		if (!bench_wants(b, loops[i]))
			continue;
		c = count_loop(isa, loops[i]);
		agree = agree && c.agree;
		if (c.ours / c.gcc > *most)
			*most = c.ours / c.gcc;
		if (!b->json)
			print_count(loops[i], &c, per_tick);
		json_array_append_new(rows, json_count(loops[i], &c, per_tick));
	}
	return agree;
}

int
bench_count(const struct bench *b)
{
	double most = 0;
	json_t *rows = json_array(), *aims = json_array(), *all;
	bool agree = count_loops(b, rows, &most);

	if (!json_array_size(rows))
		die(EXIT_USAGE,
			"there are counts of sieve, bubble, matrix and"
			" fib, none of %s",
			b->names[0]);
	target(aims, "instructions, ours/gcc, the worst", most, wanted, false);
	all = json_pack("{s:s,s:o,s:o}", "isa", b->isa, "counts", rows,
		"targets", aims);
	bench_print(b, all, aims);
	return agree ? EXIT_OK : EXIT_FAILED;
}
