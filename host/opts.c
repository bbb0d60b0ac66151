/* opts.c - the options that run, map, talk and zoo share. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char problem[256];

enum {
	O_CPU = 256,
	O_SMP,
	O_AT,
	O_BLIND,
	O_CLAIMS,
	O_FORMAT,
	O_TIMEOUT,
	O_TRUTH,
	O_STRICT,
	O_TRACE,
	O_JSON,
	O_CHECK,
	O_LIST,
	O_JOBS,
	O_SVG
};

static const struct option table[] = {
	{"machine", required_argument, NULL, 'M'},
	{"memory", required_argument, NULL, 'm'},
	{"output", required_argument, NULL, 'o'},
	{"cpu", required_argument, NULL, O_CPU},
	{"smp", required_argument, NULL, O_SMP},
	{"at", required_argument, NULL, O_AT},
	{"blind", no_argument, NULL, O_BLIND},
	{"claims", no_argument, NULL, O_CLAIMS},
	{"format", required_argument, NULL, O_FORMAT},
	{"json", no_argument, NULL, O_JSON},
	{"timeout", required_argument, NULL, O_TIMEOUT},
	{"truth", no_argument, NULL, O_TRUTH},
	{"check", required_argument, NULL, O_CHECK},
	{"strict", no_argument, NULL, O_STRICT},
	{"trace", required_argument, NULL, O_TRACE},
	{"list", required_argument, NULL, O_LIST},
	{"jobs", required_argument, NULL, O_JOBS},
	{"svg", required_argument, NULL, O_SVG},
	{NULL, 0, NULL, 0},
};

/* Which subcommand takes which option, beside those all take. */
static bool
allowed(const char *command, int option)
{
	bool map = !strcmp(command, "map"), zoo = !strcmp(command, "zoo");

	switch (option) {
	case 'o':
	case O_FORMAT:
	case O_TRUTH:
	case O_CHECK: return map;
	case O_JSON: return map || zoo;
	case O_TIMEOUT: return strcmp(command, "run") != 0;
	case O_STRICT: return !strcmp(command, "talk");
	case O_JOBS:
	case O_SVG:
	case O_LIST: return zoo;
	default: return true;
	}
}

static const char *
set_format(struct opts *o, const char *name)
{
	static const char *const names[] = {"text", "json", "dts", "dtb"};

	for (unsigned i = 0; i < 4; i++)
		if (!strcmp(name, names[i])) {
			o->format = (enum format)i;
			return NULL;
		}
	snprintf(problem, sizeof problem,
		"unknown format '%s': text, json, dts or dtb", name);
	return problem;
}

static const char *
set_number(const char *what, const char *text, uint64_t *n)
{
	if (number(text, n))
		return NULL;
	snprintf(problem, sizeof problem,
		"%s takes a number like 0x200000, not '%s'", what, text);
	return problem;
}

static const char *
set_seconds(struct opts *o, const char *text)
{
	char *end;

	o->timeout_s = strtod(text, &end);
	if (end != text && !*end && o->timeout_s > 0 && o->timeout_s < 1e6)
		return NULL;
	snprintf(problem, sizeof problem,
		"--timeout takes a number of seconds, not '%s'", text);
	return problem;
}

static const char *
set(struct opts *o, int option, char *value)
{
	const char *bad;
	uint64_t n = 0;

	switch (option) {
	case 'M': o->machine = value; break;
	case 'm': o->memory = value; break;
	case 'o': o->out = value; break;
	case O_CPU: o->cpu = value; break;
	case O_SMP: o->smp = value; break;
	case O_AT:
		o->at_given = true;
		bad = set_number("--at", value, &o->at);
		if (!bad && o->at % 16)
			bad = "--at takes a multiple of 16";
		return bad;
	case O_BLIND: o->blind = BLIND_PURE; break;
	case O_CLAIMS: o->blind = BLIND_OFF; break;
	case O_FORMAT: return set_format(o, value);
	case O_JSON: o->format = FORMAT_JSON; break;
	case O_TIMEOUT: return set_seconds(o, value);
	case O_TRUTH: o->truth = true; break;
	case O_STRICT: o->strict = true; break;
	case O_TRACE: o->trace = value; break;
	case O_CHECK: o->check = value; break;
	case O_LIST: o->file = value; break;
	case O_SVG: o->svg = value; break;
	case O_JOBS:
		bad = set_number("--jobs", value, &n);
		o->jobs = n > 0 && n < 1000 ? (int)n : 1;
		return bad;
	default: break;
	}
	return NULL;
}

/* [ISA] for all, then [FILE] for talk. */
static const char *
set_words(struct opts *o, const char *command, int n, char **words)
{
	bool talk = !strcmp(command, "talk");
	int i = 0;

	if (i < n && (!talk || n > 1 || isa_known(words[i])))
		o->isa = words[i++];
	if (i < n && talk)
		o->file = words[i++];
	if (!strcmp(command, "zoo")) {
		o->machines = words + i;
		o->machine_count = n - i;
		i = n;
	}
	if (i < n) {
		snprintf(problem, sizeof problem,
			"one word too many: '%s'; options of the emulator"
			" stand after --",
			words[i]);
		return problem;
	}
	if (!o->machine)
		o->machine = isa_find(o->isa).machine;
	if (isa_known(o->isa))
		return NULL;
	snprintf(problem, sizeof problem, "unknown ISA '%s': there are %s",
		o->isa, isa_list());
	return problem;
}

static const char *
complain(const char *what, const char *option, const char *command)
{
	snprintf(problem, sizeof problem,
		"%s '%s': `disco %s --help` shows"
		" them all",
		what, option, command);
	return problem;
}

static const char *
name_of(int option)
{
	for (const struct option *t = table; t->name; t++)
		if (t->val == option)
			return t->name;
	return "?";
}

bool
opts_firmware(const struct opts *o)
{
	return o->blind == BLIND_OFF && !o->at_given;
}

const char *
opts_parse(struct opts *o, int argc, char **argv)
{
	const char *bad = NULL;
	int end = 0, c;

	*o = (struct opts){.isa = "x86_64", .timeout_s = 120};
	while (end < argc && strcmp(argv[end], "--"))
		end++;
	if (end < argc) {
		o->extra = argv + end + 1;
		o->extras = argc - end - 1;
	}
	if (o->extras > EXTRAS_MAX)
		return "too many words after --";
	opterr = 0;
	optind = 0;
	while (!bad &&
		(c = getopt_long(end, argv, ":M:m:o:", table, NULL)) != -1) {
		if (c == '?' || c == ':')
			return complain(
				c == ':' ? "no value after" : "unknown option",
				argv[optind - 1], argv[0]);
		if (!allowed(argv[0], c))
			return complain(
				"not an option here:", name_of(c), argv[0]);
		bad = set(o, c, optarg);
	}
	return bad ? bad : set_words(o, argv[0], end - optind, argv + optind);
}
