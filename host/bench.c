/* bench.c - disco bench: figures beside their baselines, ratios last. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const double limit_s = 120;

static int
by_value(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return a < b ? -1 : a > b;
}

double
median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof *v, by_value);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

double
spread(double *v, int n)
{
	double middle = median(v, n);

	return (v[n - 1 - n / 4] - v[n / 4]) / middle;
}

int
output_of(struct args *a, const char *text, struct buf *out)
{
	int ends[2], in = memory_file(text, strlen(text)), got;
	double deadline = now_s() + limit_s;
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) < 0)
		die(EXIT_FAILED, "no pipe: %s", strerror(errno));
	pid = child_start(a->v, in, ends[1], ends[1]);
	close(in);
	close(ends[1]);
	out->len = 0;
	buf_add(out, "", 0);
	while ((got = link_read(ends[0], out, deadline)) > 0)
		continue;
	if (!got && now_s() >= deadline) {
		kill(pid, SIGKILL);
		die(EXIT_TIMEOUT, "%s: not through after %.0f s", a->v[0],
			limit_s);
	}
	close(ends[0]);
	args_free(a);
	return child_wait(pid);
}

char *
bench_file(const char *name)
{
	char *folder = beside("../test/bench");
	char *whole = string("%s/%s", folder, name);

	if (access(folder, R_OK))
		die(EXIT_FAILED, "cannot read %s: run disco from its own tree",
			folder);
	free(folder);
	return whole;
}

char *
bench_out(const char *name)
{
	char *folder = beside("bench"), *path;

	if (mkdir(folder, 0777) && errno != EEXIST)
		die(EXIT_FAILED, "cannot make %s: %s", folder, strerror(errno));
	path = string("%s/%s", folder, name);
	free(folder);
	return path;
}

bool
timed(const struct buf *out, char sum[24], double *s)
{
	const char *said = strstr(out->p, "timed ");
	double ticks, hz;

	if (!said || sscanf(said, "timed %23s %lf %lf", sum, &ticks, &hz) != 3)
		return false;
	*s = ticks / hz;
	return true;
}

void
target(json_t *all, const char *what, double is, double limit, bool at_least)
{
	bool met = at_least ? is >= limit : is <= limit;

	json_array_append_new(
		all, json_pack("{s:s,s:f,s:f,s:b}", "what", what, "is", is,
			     "limit", limit, "met", met));
}

static void
print_targets(const json_t *all)
{
	size_t i;
	json_t *t;

	putchar('\n');
	json_array_foreach(all, i, t)
	{
		double limit = json_real_value(json_object_get(t, "limit"));
		bool met = json_is_true(json_object_get(t, "met"));

		printf("%-40s %10.2f   wanted %.1f: %s\n", json_text(t, "what"),
			json_real_value(json_object_get(t, "is")), limit,
			met ? "met" : "missed");
	}
}

void
bench_print(const struct bench *b, json_t *all, const json_t *aims)
{
	if (b->json) {
		json_dumpf(all, stdout, JSON_INDENT(2));
		putchar('\n');
	} else if (json_array_size(aims)) {
		print_targets(aims);
	}
	json_decref(all);
}

bool
bench_wants(const struct bench *b, const char *name)
{
	for (int i = 0; i < b->n; i++)
		if (!strcmp(b->names[i], name))
			return true;
	return !b->n;
}

static void
parse(struct bench *b, int argc, char **argv)
{
	b->names = argv;
	for (int i = 0; i < argc; i++)
		if (!strcmp(argv[i], "--quick"))
			b->quick = true;
		else if (!strcmp(argv[i], "--json"))
			b->json = true;
		else if (!strcmp(argv[i], "--isa") && i + 1 < argc)
			b->isa = argv[++i];
		else if (argv[i][0] == '-')
			die(EXIT_USAGE,
				"bench forth knows no '%s': `disco"
				" bench --help` shows the usage",
				argv[i]);
		else
			b->names[b->n++] = argv[i];
}

int
cmd_bench(int argc, char **argv)
{
	struct bench b = {0};

	if (argc == 2 && !strcmp(argv[1], "boot"))
		return bench_boot();
	if (argc >= 2 && !strcmp(argv[1], "forth")) {
		parse(&b, argc - 2, argv + 2);
		return b.isa ? bench_count(&b) : bench_forth(&b);
	}
	if (argc == 2 && !strcmp(argv[1], "probe"))
		die(EXIT_FAILED, "bench probe is not there yet: issue 4");
	die(EXIT_USAGE, "bench what? boot, forth or probe: `disco bench"
			" --help` shows the usage");
}
