/* zoo_table.c - the zoo as a table for people, 80 columns wide. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <stdlib.h>
#include <string.h>

void
table_head(void)
{
	printf("%-21s %-3s %-5s %4s %4s %5s %4s %5s %5s %6s %6s\n", "", "ok?",
		"RAM", "seen", "void", "exact", "cat.", "names", "Brier",
		"harm", "scan %");
}

/* A share as percent, right-aligned; `-` if there is none. */
static void
percent(double x, int width)
{
	if (x < 0)
		printf(" %*s", width, "-");
	else
		printf(" %*.0f", width, 100 * x);
}

static void
print_figures(const struct figures *f)
{
	percent(f->seen, 4);
	percent(f->void_precision, 4);
	percent(f->exact, 5);
	percent(f->category, 4);
	percent(f->precision, 5);
	if (f->brier < 0)
		printf(" %5s", "-");
	else
		printf(" %5.2f", f->brier);
	if (f->harm < 0)
		printf(" %6s", "-");
	else
		printf(" %6.0f", f->harm);
	if (f->scan < 0)
		printf(" %6s\n", "-");
	else
		printf(" %6.1f\n", f->scan);
}

static void
print_run(const char *name, const json_t *run)
{
	struct figures f = figures_of(run);
	const json_t *memory = json_object_get(run, "memory");

	if (!run)
		return;
	if (!json_object_get(run, "map")) {
		printf("%-21.21s no  %.54s\n", name, json_text(run, "reason"));
		return;
	}
	printf("%-21.21s %-3s %-5s", name,
		json_is_true(json_object_get(run, "prompt")) ? "yes" : "no",
		json_is_true(json_object_get(memory, "exact")) ? "exact"
							       : "wrong");
	print_figures(&f);
}

void
table_row(const json_t *row)
{
	const json_t *runs = json_object_get(row, "runs");
	const char *size = json_text(row, "size");
	char *name = string("%s %s%s%s", json_text(row, "isa"),
		json_text(row, "machine"), *size ? " " : "", size);

	print_run(name, json_object_get(runs, "blind"));
	print_run(json_object_get(runs, "blind") ? "    with priors" : name,
		json_object_get(runs, "priors"));
	fflush(stdout);
	free(name);
}

static double
mean(const json_t *t, const char *key)
{
	const json_t *v = json_object_get(t, key);

	return json_is_number(v) ? json_number_value(v) : -1;
}

static int
count(const json_t *t, const char *key)
{
	return (int)json_integer_value(json_object_get(t, key));
}

static void
print_means(const char *label, const json_t *t)
{
	struct figures f = {
		.seen = mean(t, "presence"),
		.void_precision = mean(t, "void_precision"),
		.exact = mean(t, "exact"),
		.category = mean(t, "category"),
		.precision = mean(t, "precision"),
		.brier = mean(t, "brier"),
		.harm = mean(t, "harm"),
		.scan = mean(t, "scan_percent"),
	};
	char *name = string("%s: %d", label, count(t, "distinct"));

	printf("%-21.21s %3d %5d", name, count(t, "prompts"),
		count(t, "ram_exact"));
	print_figures(&f);
	free(name);
}

static void
print_totals(const char *mode, const json_t *t)
{
	const json_t *of = json_object_get(t, "where_void_is");
	static const char *const voids[] = {"fault", "zeros", "ones", "mixed"};

	if (!t)
		return;
	print_means(mode, t);
	for (int i = 0; i < 4; i++) {
		char *label = string("  nothing: %s", voids[i]);

		if (json_object_get(of, voids[i]))
			print_means(label, json_object_get(of, voids[i]));
		free(label);
	}
}

static void
print_share(const char *what, const json_t *t, const char *key)
{
	const json_t *r = json_object_get(t, key);

	printf("%s %d of %d", what, count(r, "right"), count(r, "of"));
}

static void
print_counts(const char *mode, const json_t *t)
{
	if (!t)
		return;
	printf("%s: of %d runs %d maps, %d prompts, RAM exact %d, console right"
	       " %d;\n   aborts %d, resets %d, writes to unknown devices %d,"
	       " not undone %d;\n   registers other than before: %d of %d\n   ",
		mode, count(t, "runs"), count(t, "maps"), count(t, "prompts"),
		count(t, "ram_exact"), count(t, "consoles_right"),
		count(t, "emulator_aborts"), count(t, "resets"),
		count(t, "writes_unidentified"), count(t, "not_undone"),
		count(t, "registers_changed"), count(t, "registers_compared"));
	print_share("devices seen", t, "all_presence");
	print_share(", exact", t, "all_exact");
	print_share(", names", t, "all_precision");
	puts("");
}

void
table_totals(const json_t *all)
{
	const json_t *blind = json_object_get(all, "blind");
	const json_t *priors = json_object_get(all, "priors");
	double b = mean(blind, "reads"), p = mean(priors, "reads");

	puts("");
	print_totals("blind", blind);
	print_totals("priors", priors);
	print_counts("blind", blind);
	print_counts("priors", priors);
	if (b > 0 && p > 0)
		printf("reads with priors: %.0f %% of blind\n", 100 * p / b);
}
