/* bench_forth.c - disco bench forth: our code beside gcc's and gforth's. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum {
	FIRST = 4, /* programs that have a target of their own */
	TRIES = 5, /* of a run that had to share its processor */
	GCC_LEVELS = 3
};
enum {
	OURS,
	GFORTH,
	GCC, /* -O1, and so on */
	SYSTEMS = GCC + GCC_LEVELS
};
static const double turn_s = 0.1, quick_s = 0.05, noisy = 0.2, fair = 0.9;

/* Each is a pair NAME.fth and NAME.c of test/bench. */
static const char *const programs[] = {"sieve", "bubble", "matrix", "fib",
	"text", "hash", "crc", "queens", "heap", "machine", "records",
	"modular", "edit"};
enum {
	PROGRAMS = sizeof programs / sizeof *programs,
	ROWS_MAX = PROGRAMS + 16
};
static const char *const systems[SYSTEMS] = {
	"ours", "gforth-fast", "gcc -O1", "gcc -O2", "gcc -O3"};

struct row {
	char *path;          /* without .fth or .c */
	const char *name;    /* the last part of it */
	char *text;          /* what our node is sent, before the last line */
	char *code[SYSTEMS]; /* what gcc made */
	char sum[24];
	long turns[SYSTEMS];
	double s[SYSTEMS][RUNS]; /* for one turn */
	double best[SYSTEMS];    /* the medians */
	int gcc;                 /* the fastest of the three */
	double spread;           /* the widest of the three shown */
	double share;            /* of a processor, in the last run */
	bool differ;
};

static void
compile(struct row *r, int level)
{
	char *harness = bench_file("lib/timed.c");
	char *include = bench_file("");
	char *base = string("%s-O%d", r->name, level);
	struct args a = {0};
	struct buf out = {0};

	r->code[GCC + level - 1] = bench_out(base);
	args_add(&a, "gcc");
	args_add(&a, "-std=gnu11");
	args_add(&a, "-O%d", level);
	args_add(&a, "-I%s", include);
	args_add(&a, "-o");
	args_add(&a, "%s", r->code[GCC + level - 1]);
	args_add(&a, "%s.c", r->path);
	args_add(&a, "%s", harness);
	if (output_of(&a, "", &out))
		die(EXIT_FAILED, "gcc refuses %s.c:\n%s", r->path, out.p);
	buf_free(&out);
	free(base);
	free(include);
	free(harness);
}

/* Machine mode, so that nothing is echoed; the program; what times it. */
static char *
text_for_node(const struct row *r)
{
	char *program = string("%s.fth", r->path);
	char *harness = bench_file("lib/timed.fth");
	struct buf b = {0};

	buf_add(&b, "\005", 1);
	if (!file_read(program, &b) || !file_read(harness, &b))
		die(EXIT_FAILED, "cannot read %s", program);
	free(harness);
	free(program);
	return b.p;
}

static void
prepare(struct row *r, const char *name)
{
	*r = (struct row){0};
	r->path = strchr(name, '/') ? string("%s", name) : bench_file(name);
	r->name = strrchr(r->path, '/') + 1;
	r->text = text_for_node(r);
	for (int level = 1; level <= GCC_LEVELS; level++)
		compile(r, level);
}

static void
start_gforth(struct args *a, const struct row *r, long turns)
{
	char *before = bench_file("lib/gforth.fth");
	char *after = bench_file("lib/timed.fth");

	args_add(a, "gforth-fast");
	args_add(a, "%s", before);
	args_add(a, "%s.fth", r->path);
	args_add(a, "%s", after);
	args_add(a, "-e");
	args_add(a, "%ld timed bye", turns);
	free(before);
	free(after);
}

/* What is run, and its input; both to be freed. */
static char *
start(struct args *a, const struct row *r, int s, long turns)
{
	char *node = beside("host/discovery"), *text = NULL;

	if (s == OURS) {
		args_add(a, "%s", node);
		text = string("%s\n%ld timed\nbye\n", r->text, turns);
	} else if (s == GFORTH) {
		start_gforth(a, r, turns);
	} else {
		args_add(a, "%s", r->code[s]);
		args_add(a, "%ld", turns);
	}
	free(node);
	return text ? text : string("%s", "");
}

/* Of all that disco started and that has ended. */
static double
cpu_s(void)
{
	struct rusage u;

	getrusage(RUSAGE_CHILDREN, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
	       (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

/* So many turns: seconds for one of them. A result that is not there or not
 * the one that the first system gave is a difference. */
static double
run_once(struct row *r, int s, long turns)
{
	struct args a = {0};
	struct buf out = {0};
	char *text = start(&a, r, s, turns), sum[24] = "no sum";
	double took_s = 1, began_s = now_s(), before_s = cpu_s();

	output_of(&a, text, &out);
	r->share = (cpu_s() - before_s) / (now_s() - began_s);
	if (!timed(&out, sum, &took_s))
		say("%s, %s: no result; it printed:\n%s", r->name, systems[s],
			out.p);
	if (!*r->sum)
		strcpy(r->sum, sum);
	if (strcmp(sum, r->sum)) {
		say("%s: %s gives %s, %s gives %s", r->name, systems[s], sum,
			systems[OURS], r->sum);
		r->differ = true;
	}
	buf_free(&out);
	free(text);
	return took_s / (double)turns;
}

/* How many turns fill the time wanted, from runs of at least a tenth of it. */
static void
calibrate(struct row *r, int s, double wanted_s)
{
	double took_s;
	long turns = 1;

	while ((took_s = run_once(r, s, turns) * (double)turns) <
			wanted_s / 10 &&
		!r->differ)
		turns *= took_s < wanted_s / 1000 ? 100 : 10;
	r->turns[s] = (long)(wanted_s / took_s * (double)turns) + 1;
}

/* The fairest of some tries if others want the processor as well. */
static double
fair_run(struct row *r, int s, int tries)
{
	double took_s = 0, share = 0;

	for (int i = 0; i < tries && share < fair && !r->differ; i++) {
		double this_s = run_once(r, s, r->turns[s]);

		if (r->share > share) {
			share = r->share;
			took_s = this_s;
		}
	}
	return took_s;
}

static void
measure(struct row *r, int runs, double wanted_s)
{
	for (int s = 0; s < SYSTEMS && !r->differ; s++)
		calibrate(r, s, wanted_s);
	for (int i = 0; i < runs; i++)
		for (int s = 0; s < SYSTEMS && !r->differ; s++)
			r->s[s][i] = fair_run(r, s, runs < RUNS ? 1 : TRIES);
	r->gcc = GCC;
	for (int s = 0; s < SYSTEMS; s++) {
		r->best[s] = median(r->s[s], runs);
		if (s > GCC && r->best[s] < r->best[r->gcc])
			r->gcc = s;
	}
	for (int s = 0; s < SYSTEMS; s++)
		if ((s < GCC || s == r->gcc) &&
			spread(r->s[s], runs) > r->spread)
			r->spread = spread(r->s[s], runs);
	if (r->spread > noisy)
		say("%s: spread %.0f %%: this machine is busy, try again",
			r->name, r->spread * 100);
}

static double
to_gcc(const struct row *r)
{
	return r->best[OURS] / r->best[r->gcc];
}

static double
to_gforth(const struct row *r)
{
	return r->best[GFORTH] / r->best[OURS];
}

static void
print_row(const struct row *r)
{
	if (r->differ) {
		printf("%-10s sums differ\n", r->name);
		return;
	}
	printf("%-10s %10.1f %10.1f %-7s %12.1f %7.0f %%  %8.2f  %11.2f\n",
		r->name, r->best[OURS] * 1e6, r->best[r->gcc] * 1e6,
		systems[r->gcc] + 4, r->best[GFORTH] * 1e6, r->spread * 100,
		to_gcc(r), to_gforth(r));
	fflush(stdout);
}

/* The n-th root of the product. */
static double
mean(const struct row *r, int n, double (*ratio)(const struct row *))
{
	double product = 1, low = 0, high = 1e6;

	for (int i = 0; i < n; i++)
		product *= ratio(&r[i]);
	for (int step = 0; step < 100; step++) {
		double x = (low + high) / 2, power = 1;

		for (int i = 0; i < n; i++)
			power *= x;
		if (power < product)
			low = x;
		else
			high = x;
	}
	return low;
}

static double
worst(const struct row *r, int n, double (*ratio)(const struct row *))
{
	double most = 0;

	for (int i = 0; i < n; i++)
		if (ratio(&r[i]) > most)
			most = ratio(&r[i]);
	return most;
}

/* What issue 3 asks for. */
static void
set_targets(json_t *all, const struct row *r)
{
	target(all, "ours/gcc, mean of the first four", mean(r, FIRST, to_gcc),
		1.5, false);
	target(all, "ours/gcc, the worst of the first four",
		worst(r, FIRST, to_gcc), 2, false);
	target(all, "ours/gcc, mean of all", mean(r, PROGRAMS, to_gcc), 2,
		false);
	target(all, "gforth/ours, mean of the first four",
		mean(r, FIRST, to_gforth), 8, true);
}

static json_t *
samples(const struct row *r, int s, int runs)
{
	json_t *all = json_array();

	for (int i = 0; i < runs; i++)
		json_array_append_new(all, json_real(r->s[s][i] * 1e6));
	return all;
}

static json_t *
json_row(const struct row *r, int runs)
{
	json_t *us = json_object();

	for (int s = 0; s < SYSTEMS; s++)
		json_object_set_new(us, systems[s], samples(r, s, runs));
	return json_pack("{s:s,s:s,s:b,s:o,s:s,s:f,s:f,s:f}", "name", r->name,
		"sum", r->sum, "agree", !r->differ, "us", us, "best_gcc",
		systems[r->gcc], "spread", r->spread, "ours_gcc",
		r->differ ? 0 : to_gcc(r), "gforth_ours",
		r->differ ? 0 : to_gforth(r));
}

static void
print_head(int runs)
{
	printf("Microseconds a turn, median of %d interleaved runs\n\n", runs);
	printf("%-10s %10s %10s %-7s %12s %9s  %8s  %11s\n", "program", "ours",
		"best gcc", "", "gforth-fast", "spread", "ours/gcc",
		"gforth/ours");
}

/* The programs wanted, in order; how many. */
static int
choose(const struct bench *b, const char *names[])
{
	int n = 0;

	for (int i = 0; i < PROGRAMS; i++)
		if (bench_wants(b, programs[i]))
			names[n++] = programs[i];
	for (int i = 0; i < b->n; i++)
		if (strchr(b->names[i], '/') && n < ROWS_MAX)
			names[n++] = b->names[i];
	return n;
}

/* Print or gather a row for each; false if sums differ. */
static bool
run_programs(const struct bench *b, json_t *out, json_t *aims, int runs)
{
	static struct row rows[ROWS_MAX];
	const char *names[ROWS_MAX];
	int n = choose(b, names);
	bool agree = true;

	if (n && !b->json)
		print_head(runs);
	for (int i = 0; i < n; i++) {
		prepare(&rows[i], names[i]);
		measure(&rows[i], runs, b->quick ? quick_s : turn_s);
		agree = agree && !rows[i].differ;
		if (!b->json)
			print_row(&rows[i]);
		json_array_append_new(out, json_row(&rows[i], runs));
	}
	if (agree && n >= PROGRAMS)
		set_targets(aims, rows);
	return agree;
}

/* Names that nothing goes by end disco. */
static void
check_names(const struct bench *b)
{
	for (int i = 0; i < b->n; i++) {
		bool known = strchr(b->names[i], '/') ||
			     !strcmp(b->names[i], "compile");

		for (int k = 0; k < PROGRAMS; k++)
			known = known || !strcmp(b->names[i], programs[k]);
		if (!known)
			die(EXIT_USAGE, "test/bench has no program '%s'",
				b->names[i]);
	}
}

int
bench_forth(const struct bench *b)
{
	json_t *out = json_array(), *compiled = json_array();
	json_t *aims = json_array(), *all;
	int runs = b->quick ? 3 : RUNS;
	bool agree;

	check_names(b);
	agree = run_programs(b, out, aims, runs);
	if (bench_wants(b, "compile") && !bench_compile(compiled, aims, runs))
		agree = false;
	all = json_pack("{s:i,s:o,s:o,s:o}", "runs", runs, "programs", out,
		"compiled", compiled, "targets", aims);
	if (!b->json)
		print_compiled(compiled);
	bench_print(b, all, aims);
	return agree ? EXIT_OK : EXIT_FAILED;
}
