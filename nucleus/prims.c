/* prims.c - primitives in C: arithmetic, memory, output, machine, tasks. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

PRIM(p_pick)
{
	if (sp[0] < 0 || sp + sp[0] + 1 >= me->s0)
		throw(IOR_STACK_UNDER);
	sp[0] = sp[sp[0] + 1];
	return sp;
}

/* Arithmetic -------------------------------------------------------------- */
enum {
	HALF = CELL_BITS / 2
};
static const ucell LOW = ((ucell)1 << HALF) - 1;

/* One digit of half a cell (Knuth, TAOCP 4.3.1, algorithm D): the remainder
 * *r and the next half, by d with its top bit set. */
static ucell
quotient_digit(ucell *r, ucell half, ucell d)
{
	ucell dh = d >> HALF, dl = d & LOW, q = *r / dh, rest = *r % dh;

	for (; q > LOW || q * dl > (rest << HALF | half); q--) {
		if (rest > LOW)
			break;
		rest += dh;
	}
	*r = (*r << HALF) + half - q * d;
	return q;
}

/* ( ud u -- rem quot ) without a type of two cells. */
PRIM(p_umdivmod)
{
	ucell d = (ucell)sp[0], hi = (ucell)sp[1], lo = (ucell)sp[2], q;

	if (!d)
		throw(IOR_DIV_ZERO);
	if (hi >= d)
		throw(IOR_RANGE);
	if (!hi) {
		sp[2] = (cell)(lo % d);
		sp[1] = (cell)(lo / d);
		return sp + 1;
	}
	int s = __builtin_clzl(d);
	d <<= s;
	hi = hi << s | lo >> 1 >> (CELL_BITS - 1 - s);
	lo <<= s;
	q = quotient_digit(&hi, lo >> HALF, d);
	sp[1] = (cell)(q << HALF | quotient_digit(&hi, lo & LOW, d));
	sp[2] = (cell)(hi >> s);
	return sp + 1;
}

/* Memory ------------------------------------------------------------------ */
PRIM(p_fill)
{
	if (sp[1] > 0)
		memset((void *)sp[2], (int)sp[0], (size_t)sp[1]);
	return sp + 3;
}

PRIM(p_move)
{
	if (sp[0] > 0)
		memmove((void *)sp[1], (void *)sp[2], (size_t)sp[0]);
	return sp + 3;
}

PRIM(p_compare)
{
	ucell n = (ucell)(sp[0] < sp[2] ? sp[0] : sp[2]);
	int c = memcmp((void *)sp[3], (void *)sp[1], n);

	sp[3] = c ? c : (sp[2] > sp[0]) - (sp[2] < sp[0]);
	return sp + 3;
}

/* Output ------------------------------------------------------------------ */
PRIM(p_type)
{
	if (type_hook) /* on the caller's own stack */
		return run_xt(sp, type_hook);
	put((const char *)sp[1], sp[0] > 0 ? (size_t)sp[0] : 0);
	return sp + 2;
}

PRIM(p_dot_error)
{
	cell ior = *sp++;

	if (ior)
		report(ior);
	define_abandon();
	return sp;
}

PRIM(p_error_text)
{
	const char *s = ior_text(sp[0]);

	sp[0] = (cell)s;
	return push(sp, (cell)str_len(s));
}

/* Machine ----------------------------------------------------------------- */
PRIM(p_peek)
{
	uint64_t v = 0;

	sp[1] = probe((int)sp[1], (ucell)sp[2], (int)sp[0], false, &v);
	sp[2] = (cell)v;
	return sp + 1;
}

PRIM(p_poke)
{
	uint64_t v = (uint64_t)(ucell)sp[3];

	sp[3] = probe((int)sp[1], (ucell)sp[2], (int)sp[0], true, &v);
	return sp + 3;
}

PRIM(p_scan)
{
	uint64_t v;

	for (; sp[2]; sp[2]--, sp[3] += sp[1])
		if (probe(SPACE_MEM, (ucell)sp[3], 4, false, &v) ||
			(uint32_t)v != (uint32_t)sp[0])
			break;
	return sp + 2;
}

PRIM(p_port_id)
{
	struct port_id id;

	if (!port_id((int)sp[0], &id)) {
		sp[0] = 0;
		return sp;
	}
	sp[0] = (cell)id.name;
	sp = push(sp, (cell)str_len(id.name));
	return push(push(sp, (cell)id.value), -1);
}

/* What a port may leave out, as most machines answer. */
#pragma GCC diagnostic ignored "-Wunused-parameter"
#define ABSENT(type, function, parameters, answer)                             \
	__attribute__((weak)) type function parameters                         \
	{                                                                      \
		return answer;                                                 \
	}
/* clang-format off */
ABSENT(cell, port_host, (int call, cell a, cell b, cell c), IOR_UNSUPPORTED)
ABSENT(int, port_in, (uint32_t port, int width, uint64_t *v), IOR_UNSUPPORTED)
ABSENT(int, port_out, (uint32_t port, int width, uint64_t v), IOR_UNSUPPORTED)
ABSENT(int, port_map, (uint64_t pa, uint64_t n), IOR_OK)
ABSENT(int, port_putc, (int c), IOR_UNSUPPORTED)
ABSENT(int, port_getc, (void), -1)
/* clang-format on */

/* Exceptions and tasks ---------------------------------------------------- */
PRIM(p_catch)
{
	cell ior;

	sp = catch_xt(sp + 1, sp[0], &ior);
	return push(sp, ior);
}

PRIM(p_throw)
{
	if (*sp)
		throw(*sp);
	return sp + 1;
}

PRIM(p_abort_quote)
{
	if (sp[2]) {
		fault.text = (const char *)sp[1];
		fault.text_len = sp[0];
		throw(IOR_ABORT_QUOTE);
	}
	return sp + 3;
}

PRIM(p_task)
{
	struct task *t = task_new((struct word *)sp[0]);

	t->next = me->next;
	me->next = t;
	sp[0] = (cell)t;
	return sp;
}

/* Of one act ------------------------------------------------------------- */
/* clang-format off */
DOES(p_depth, 0, sp = push(sp, me->s0 - sp))
DOES(p_div_zero, 0, throw(IOR_DIV_ZERO))
DOES(p_keep, 0, sp[0] = (cell)meta_alloc((size_t)sp[0]))
DOES(p_map_ram, 1, sp[1] = port_map((ucell)sp[1], (ucell)sp[0]))
DOES(p_ticks, 0, *--sp = (cell)port_ticks())
DOES(p_tick_hz, 0, *--sp = (cell)port_tick_hz())
DOES(p_relax, 0, port_relax())
DOES(p_port_put, 0, sp[0] = port_putc((int)sp[0]))
DOES(p_port_get, 0, *--sp = port_getc())
DOES(p_port_reset, 0, port_reset((int)sp[0]))
DOES(p_host, 3, sp[3] = port_host((int)sp[0], sp[3], sp[2], sp[1]))
/* clang-format on */
