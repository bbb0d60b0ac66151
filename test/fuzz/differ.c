/* differ.c - random Forth programs on several systems: the same answers? */
/* SPDX-License-Identifier: 0BSD */
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <getopt.h>

static const char usage[] =
	"use: differ [-s SEED] [-n PROGRAMS] [-f FIRST] [-o SIZE] [-b BATCH]\n"
	"            [-t S] [-c SYSTEM,...] [--keep DIR] [--no-shrink]\n"
	"            [--minutes M] [--bits 32]\n"
	"       differ --show SEED:INDEX [-o SIZE]\n"
	"       differ --replay FILE [-c SYSTEM,...]\n"
	"Makes programs FIRST (0), FIRST + 1, ... of SEED (1) and runs each\n"
	"on all systems. SYSTEM: on, off (the node on this machine, with its\n"
	"optimiser or without), gforth, asan, gcc, ISA or ISA-off (under its\n"
	"emulator), or NAME=COMMAND. Default: on,off,gforth. A program whose\n"
	"answers are not the same is shrunk, printed, and kept in DIR. SIZE\n"
	"(20) is about how many phrases a word has; a batch that takes more\n"
	"than S (10; emulated 100) seconds hangs. --bits: of a cell, of all\n"
	"systems, for --show; with an ISA they are its own. Exit status 0: no\n"
	"difference.\n";
enum {
	MOST_DIFFER = 20 /* then something is wrong that needs no more */
};
static char *text[MOST_BATCH], said[1 << 20];
static struct job jobs[MOST_BATCH];
static const char *keep;
static uint64_t seed = 1;
static bool shrinks = true;
static unsigned ndiffer;

static char *
read_text(const char *name)
{
	FILE *f = fopen(name, "r");
	char *t = calloc(1, MOST_TEXT);

	if (!f || !t || !fread(t, 1, MOST_TEXT - 1, f)) {
		fprintf(stderr, "differ: cannot read %s\n", name);
		exit(2);
	}
	fclose(f);
	return t;
}

static void
make(unsigned index, char *to)
{
	tape_random(seed, index);
	program(to, index);
}

/* What each system says to one program, value by value, on f. */
static void
show_answers(FILE *f, struct job *job)
{
	children_run(job, 1, true);
	for (int c = 0; c < nchildren; c++)
		fprintf(f, "--- %s: %s\n%s", children[c].name, job->answer[c],
			child_said(c, said, sizeof said));
	fflush(f);
}

static void
save(const char *name, struct job *job)
{
	char path[300];
	FILE *f;

	if (!keep)
		return;
	mkdir(keep, 0777);
	snprintf(path, sizeof path, "%s/%s.fth", keep, name);
	if ((f = fopen(path, "w"))) {
		fputs(job->text, f);
		fclose(f);
	}
	snprintf(path, sizeof path, "%s/%s.txt", keep, name);
	if ((f = fopen(path, "w"))) {
		show_answers(f, job);
		fclose(f);
	}
}

/* Program `index` differed among many: does it alone? Shrink and show it. */
static void
failed(unsigned index)
{
	static struct tape failing;
	static char t[MOST_TEXT];
	struct job job = {.index = index, .text = t};
	char name[60];

	ndiffer++;
	printf("program %llu:%u differs", (unsigned long long)seed, index);
	for (int c = 0; c < nchildren; c++)
		printf(" %s=%s", children[c].name,
			jobs[index - jobs[0].index].answer[c]);
	children_stop();
	make(index, t);
	failing = tape;
	children_run(&job, 1, false);
	if (!differs(&job)) {
		printf(", but not alone\n");
		return;
	}
	putchar('\n');
	fflush(stdout);
	snprintf(name, sizeof name, "%llu-%u-whole", (unsigned long long)seed,
		index);
	save(name, &job);
	if (shrinks) {
		shrink(&failing, index, 120);
		tape_replay(&failing);
		program(t, index);
		snprintf(name, sizeof name, "%llu-%u", (unsigned long long)seed,
			index);
		save(name, &job);
	}
	puts(t);
	show_answers(stdout, &job);
}

/* What the systems printed about a batch that some of them got wrong. */
static void
save_batch(unsigned first)
{
	char path[300];

	for (int c = 0; keep && c < nchildren; c++) {
		mkdir(keep, 0777);
		snprintf(path, sizeof path, "%s/%llu-%u-batch-%s.txt", keep,
			(unsigned long long)seed, first, children[c].name);
		FILE *f = fopen(path, "w");
		if (f) {
			fputs(child_said(c, said, sizeof said), f);
			fclose(f);
		}
	}
}

static void
one_batch(unsigned first, unsigned n)
{
	bool bad = false;

	for (unsigned i = 0; i < n; i++) {
		jobs[i].index = first + i;
		jobs[i].text = text[i];
		make(first + i, text[i]);
	}
	children_run(jobs, (int)n, false);
	for (unsigned i = 0; i < n && ndiffer < MOST_DIFFER; i++)
		if (differs(&jobs[i])) {
			if (!bad)
				save_batch(first);
			failed(first + i);
			bad = true;
		}
	if (bad)
		children_stop();
}

static void
show(const char *what)
{
	unsigned index;

	if (sscanf(what, "%lu:%u", &seed, &index) != 2) {
		fputs(usage, stderr);
		exit(2);
	}
	make(index, text[0]);
	fputs(text[0], stdout);
}

static int
replay(const char *name)
{
	struct job job = {.text = read_text(name)};

	if (sscanf(job.text, "%u start", &job.index) != 1) {
		fprintf(stderr, "differ: %s: no `N start'\n", name);
		return 2;
	}
	show_answers(stdout, &job);
	return differs(&job);
}

static void
programs(unsigned first, unsigned n, unsigned batch, double until)
{
	double begin = seconds(), told = begin;
	unsigned done = 0;

	while (done < n && seconds() < until && ndiffer < MOST_DIFFER) {
		unsigned some = n - done < batch ? n - done : batch;
		one_batch(first + done, some);
		done += some;
		if (seconds() - told > 10) {
			told = seconds();
			fprintf(stderr, "%u programs, %u differ, %.0f/s\n",
				done, ndiffer, done / (told - begin));
		}
	}
	printf("seed %llu: %u programs, %u differ; %.0f/s on",
		(unsigned long long)seed, done, ndiffer,
		done / (seconds() - begin));
	for (int c = 0; c < nchildren; c++)
		printf(" %s", children[c].name);
	putchar('\n');
}

int
main(int argc, char **argv)
{
	static const struct option longs[] = {{"keep", 1, NULL, 'k'},
		{"show", 1, NULL, 'S'}, {"replay", 1, NULL, 'r'},
		{"no-shrink", 0, NULL, 'N'}, {"minutes", 1, NULL, 'm'},
		{"bits", 1, NULL, 'w'}, {"help", 0, NULL, 'h'},
		{NULL, 0, NULL, 0}};
	unsigned first = 0, n = 1000, batch = 64;
	const char *shown = NULL, *file = NULL;
	char dir[] = "/tmp/differ.XXXXXX", path[60];
	double until = 1e18;

	for (int i = 0; i < MOST_BATCH; i++)
		if (!(text[i] = malloc(MOST_TEXT)))
			return 2;
	for (int o; (o = getopt_long(
			     argc, argv, "s:n:f:o:b:c:t:", longs, NULL)) != -1;)
		switch (o) {
		case 's': seed = strtoull(optarg, NULL, 0); break;
		case 'n': n = (unsigned)atoi(optarg); break;
		case 'f': first = (unsigned)atoi(optarg); break;
		case 'o': size = (unsigned)atoi(optarg); break;
		case 't': patience_s = atoi(optarg); break;
		case 'b': batch = (unsigned)atoi(optarg) % MOST_BATCH; break;
		case 'c':
			for (char *p = strtok(optarg, ","); p;
				p = strtok(NULL, ","))
				child_add(p);
			break;
		case 'k': keep = optarg; break;
		case 'N': shrinks = false; break;
		case 'm': until = seconds() + 60 * atof(optarg); break;
		case 'w': cell_bits = (unsigned)atoi(optarg); break;
		case 'S': shown = optarg; break;
		case 'r': file = optarg; break;
		default: fputs(usage, stderr); return 2;
		}
	if (shown) {
		show(shown);
		return 0;
	}
	if (!nchildren)
		child_add("on"), child_add("off"), child_add("gforth");
	if (!mkdtemp(dir))
		return 2;
	children_start(dir, read_text("test/fuzz/prelude.fth"));
	int bad = 0;
	if (file)
		bad = replay(file);
	else
		programs(first, n, batch, until);
	children_stop();
	snprintf(path, sizeof path, "%s/gforth.fs", dir);
	unlink(path);
	rmdir(dir);
	return bad || ndiffer;
}
