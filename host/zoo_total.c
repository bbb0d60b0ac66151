/* zoo_total.c - figures of one run, and totals over a zoo. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <stdlib.h>
#include <string.h>

static const json_t *
at(const json_t *o, const char *a, const char *b)
{
	return json_object_get(json_object_get(o, a), b);
}

/* {right, of} as a share; -1 if of nothing. */
static double
share(const json_t *ratio)
{
	double of = json_number_value(json_object_get(ratio, "of"));

	return of > 0 ? json_number_value(json_object_get(ratio, "right")) / of
		      : -1;
}

/* Whatever must never happen, counted. */
static double
harm_of(const json_t *run)
{
	static const char *const bad[] = {"writes_unidentified", "not_undone",
		"size_fatal_reads", "fw_cfg"};
	const json_t *audit = json_object_get(run, "audit");
	double sum = json_number_value(json_object_get(run, "resets")) +
		     json_number_value(json_object_get(run, "emulator_aborts"));

	for (int i = 0; i < 4; i++)
		sum += json_number_value(json_object_get(audit, bad[i]));
	return audit || sum > 0 ? sum : -1;
}

static double
number_or_none(const json_t *v)
{
	return json_is_number(v) ? json_number_value(v) : -1;
}

struct figures
figures_of(const json_t *run)
{
	const json_t *space = json_object_get(run, "space");
	double reads = json_number_value(
		at(json_object_get(run, "map"), "effort", "reads"));
	double pages = json_number_value(at(space, "pages", "populated"));

	return (struct figures){
		.seen = share(at(run, "devices", "presence")),
		.void_precision =
			number_or_none(at(space, "void", "precision")),
		.exact = share(at(run, "devices", "exact")),
		.category = share(at(run, "devices", "category")),
		.precision = share(at(run, "devices", "precision")),
		.brier = number_or_none(at(run, "devices", "brier")),
		.harm = harm_of(run),
		.scan = pages > 0 ? 100 * reads / pages : -1,
	};
}

/* A running mean; what is not there does not count. */
struct mean {
	double sum;
	int n;
};

static void
mean_add(struct mean *m, double x)
{
	if (x < 0)
		return;
	m->sum += x;
	m->n++;
}

static json_t *
mean_json(const struct mean *m)
{
	return m->n ? json_real(m->sum / m->n) : json_null();
}

/* The first run of this mode with this truth. */
static bool
is_new(const json_t *rows, size_t row, const char *mode)
{
	const char *print = json_text(
		at(json_array_get(rows, row), "runs", mode), "fingerprint");

	if (!*print)
		return false;
	for (size_t i = 0; i < row; i++)
		if (!strcmp(print,
			    json_text(at(json_array_get(rows, i), "runs", mode),
				    "fingerprint")))
			return false;
	return true;
}

static bool
run_good(const json_t *run)
{
	return !json_integer_value(json_object_get(run, "status")) &&
	       json_is_true(json_object_get(run, "prompt")) &&
	       verdict_good(json_object_get(run, "memory"));
}

/* Over all devices of all distinct maps. */
struct tally {
	double right, of;
};

static void
tally_add(struct tally *t, const json_t *ratio)
{
	t->right += json_number_value(json_object_get(ratio, "right"));
	t->of += json_number_value(json_object_get(ratio, "of"));
}

static void
tally_put(json_t *o, const char *key, const struct tally *t)
{
	json_object_set_new(o, key,
		json_pack("{s:I,s:I}", "right", (json_int_t)t->right, "of",
			(json_int_t)t->of));
}

struct sums {
	int runs, maps, prompts, ram, consoles, distinct, aborts, resets;
	struct mean seen, none, exact, category, precision, brier, scan;
	struct mean reads, microseconds, bytes;
	struct tally all_seen, all_exact, all_category, all_names;
	double harm, unidentified, not_undone, fatal, compared, changed;
};

static void
sum_run(struct sums *s, const json_t *run, bool distinct)
{
	struct figures f = figures_of(run);
	const json_t *memory = json_object_get(run, "memory");
	const json_t *effort = at(run, "map", "effort");

	s->runs++;
	s->maps += json_object_get(run, "map") != NULL;
	s->prompts += json_is_true(json_object_get(run, "prompt"));
	s->ram += json_is_true(json_object_get(memory, "exact"));
	s->consoles += json_is_true(at(memory, "console", "right"));
	s->aborts += (int)json_integer_value(
		json_object_get(run, "emulator_aborts"));
	s->resets += (int)json_integer_value(json_object_get(run, "resets"));
	s->harm += f.harm > 0 ? f.harm : 0;
	s->unidentified +=
		json_number_value(at(run, "audit", "writes_unidentified"));
	s->not_undone += json_number_value(at(run, "audit", "not_undone"));
	s->fatal += json_number_value(at(run, "audit", "size_fatal_reads"));
	s->compared += json_number_value(at(run, "state", "compared"));
	s->changed += json_number_value(at(run, "state", "changed_written"));
	if (!distinct)
		return;
	s->distinct++;
	tally_add(&s->all_seen, at(run, "devices", "presence"));
	tally_add(&s->all_exact, at(run, "devices", "exact"));
	tally_add(&s->all_category, at(run, "devices", "category"));
	tally_add(&s->all_names, at(run, "devices", "precision"));
	mean_add(&s->bytes, number_or_none(at(json_object_get(run, "space"),
				    "void", "precision_bytes")));
	mean_add(&s->seen, f.seen);
	mean_add(&s->none, f.void_precision);
	mean_add(&s->exact, f.exact);
	mean_add(&s->category, f.category);
	mean_add(&s->precision, f.precision);
	mean_add(&s->brier, f.brier);
	mean_add(&s->scan, f.scan);
	mean_add(&s->reads, number_or_none(json_object_get(effort, "reads")));
	mean_add(&s->microseconds,
		number_or_none(at(run, "untraced", "us_to_done")));
}

static json_t *
sums_json(const struct sums *s)
{
	json_t *o = json_pack("{s:i,s:i,s:i,s:i,s:i,s:i,s:i,s:i}", "runs",
		s->runs, "maps", s->maps, "prompts", s->prompts, "ram_exact",
		s->ram, "consoles_right", s->consoles, "distinct", s->distinct,
		"emulator_aborts", s->aborts, "resets", s->resets);

	json_object_set_new(o, "harm", json_integer((json_int_t)s->harm));
	json_object_set_new(o, "writes_unidentified",
		json_integer((json_int_t)s->unidentified));
	json_object_set_new(
		o, "not_undone", json_integer((json_int_t)s->not_undone));
	json_object_set_new(
		o, "size_fatal_reads", json_integer((json_int_t)s->fatal));
	json_object_set_new(
		o, "registers_compared", json_integer((json_int_t)s->compared));
	json_object_set_new(
		o, "registers_changed", json_integer((json_int_t)s->changed));
	json_object_set_new(o, "presence", mean_json(&s->seen));
	json_object_set_new(o, "void_precision", mean_json(&s->none));
	json_object_set_new(o, "exact", mean_json(&s->exact));
	json_object_set_new(o, "category", mean_json(&s->category));
	json_object_set_new(o, "precision", mean_json(&s->precision));
	json_object_set_new(o, "brier", mean_json(&s->brier));
	json_object_set_new(o, "scan_percent", mean_json(&s->scan));
	json_object_set_new(o, "reads", mean_json(&s->reads));
	json_object_set_new(o, "us_to_done", mean_json(&s->microseconds));
	json_object_set_new(o, "void_precision_bytes", mean_json(&s->bytes));
	tally_put(o, "all_presence", &s->all_seen);
	tally_put(o, "all_exact", &s->all_exact);
	tally_put(o, "all_category", &s->all_category);
	tally_put(o, "all_precision", &s->all_names);
	return o;
}

/* Of the runs of a mode; of those where nothing reads so, if void is given. */
static json_t *
sum_mode(const json_t *rows, const char *mode, const char *nothing)
{
	struct sums s = {0};
	const json_t *row;
	size_t i;

	json_array_foreach(rows, i, row)
	{
		const json_t *run = at(row, "runs", mode);

		if (run && (!nothing || !strcmp(nothing,
						json_text(json_object_get(
								  run, "map"),
							"void"))))
			sum_run(&s, run, is_new(rows, i, mode));
	}
	return s.runs ? sums_json(&s) : NULL;
}

json_t *
totals(const json_t *rows)
{
	static const char *const modes[] = {"blind", "priors"};
	static const char *const voids[] = {"fault", "zeros", "ones", "mixed"};
	json_t *o = json_object(), *sum, *of;
	const json_t *row, *run;
	bool good = json_array_size(rows) > 0;
	size_t i;

	for (int m = 0; m < 2; m++) {
		sum = sum_mode(rows, modes[m], NULL);
		if (!sum)
			continue;
		json_object_set_new(o, modes[m], sum);
		of = json_object();
		json_object_set_new(sum, "where_void_is", of);
		for (int v = 0; v < 4; v++) {
			json_t *some = sum_mode(rows, modes[m], voids[v]);

			if (some)
				json_object_set_new(of, voids[v], some);
		}
	}
	json_array_foreach(rows, i, row) for (int m = 0; m < 2; m++)
	{
		run = at(row, "runs", modes[m]);
		good = good && (!run || run_good(run));
	}
	json_object_set_new(o, "good", json_boolean(good));
	return o;
}

bool
totals_good(const json_t *all)
{
	return json_is_true(json_object_get(all, "good"));
}
