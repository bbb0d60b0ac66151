/* words.c - primitives about text and the dictionary; the table of all rows. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

cell *
push(cell *sp, cell x)
{
	*--sp = x;
	return sp;
}

static cell *
push2(cell *sp, const void *p, size_t n)
{
	return push(push(sp, (cell)p), (cell)n);
}

/* Text -------------------------------------------------------------------- */
PRIM(p_parse)
{
	const char *p;
	size_t n;

	parse_to((char)sp[0], &p, &n);
	return push2(sp + 1, p, n);
}

PRIM(p_parse_name)
{
	const char *p;
	size_t n;

	parse_name(&p, &n);
	return push2(sp, p, n);
}

PRIM(p_refill)
{
	bool ok = refill(&sp);

	return push(sp, ok ? -1 : 0);
}

PRIM(p_include)
{
	const char *p;
	size_t n;

	parse_name(&p, &n);
	return include_embedded(sp, p, n);
}

PRIM(p_file)
{
	const char *text;
	size_t n;

	if (!embedded_file((const char *)sp[1], (size_t)sp[0], &text, &n))
		return push(sp + 2, 0);
	return push(push2(sp + 2, text, n), -1);
}

PRIM(p_number)
{
	cell v[2];
	int cells;

	if (!to_number((const char *)sp[1], (size_t)sp[0], v, &cells) || !cells)
		return push(sp + 2, 0);
	return push(push(sp + 2, v[0]), -1);
}

/* clang-format off */
DOES(p_evaluate, 0, sp = evaluate(sp + 2, (const char *)sp[1], (size_t)sp[0]))
DOES(p_included, 0, sp = include(sp + 4, (const char *)sp[3], (size_t)sp[2],
	(const char *)sp[1], (size_t)sp[0]))
DOES(p_find_in, 2, sp[2] = (cell)dict_find_in(
	(struct wordlist *)sp[0], (const char *)sp[2], (size_t)sp[1]))
DOES(p_find_name, 1,
	sp[1] = (cell)dict_find((const char *)sp[1], (size_t)sp[0]))
/* clang-format on */

/* The rows ---------------------------------------------------------------- */
/* clang-format off */
/* data rows */
#define SEQ(...)       (const struct ir[]){__VA_ARGS__, END}
#define ANY            UNKNOWN, 0
#define TAKES(in, out) in, out
#define P(name, fn, takes, effect, doc) \
	{name, fn, NULL, 0, takes, effect, doc, NULL},
#define PI(name, fn, effect, doc) \
	{name, fn, NULL, F_IMMEDIATE, ANY, effect, doc, NULL},
#define PC(name, fn, effect, doc) \
	{name, fn, NULL, F_IMMEDIATE | F_COMPILE_ONLY, ANY, effect, doc, NULL},
#define IN(name, records, effect, doc) \
	{name, NULL, records, 0, ANY, effect, doc, NULL},
#define IC(name, records, effect, doc) \
	{name, NULL, records, F_COMPILE_ONLY, ANY, effect, doc, NULL},
#define V(name, at, doc) \
	{name, NULL, NULL, 0, ANY, "( -- addr )", doc, &at},
/* end of data rows */
/* clang-format on */
const struct prim prims[] = {
#include "nucleus/prims.h"
};
const int nprims = sizeof prims / sizeof *prims;
