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

PRIM(p_depth)
{
	sp[-1] = me->s0 - sp;
	return sp - 1;
}

/* Arithmetic -------------------------------------------------------------- */
/* The one quotient that overflows wraps round, without a trap. */
PRIM(p_divmod)
{
	cell a = sp[1], b = sp[0];

	if (!b)
		throw(IOR_DIV_ZERO);
	sp[1] = b == -1 ? 0 : a % b;
	sp[0] = b == -1 ? (cell)(0 - (ucell)a) : a / b;
	return sp;
}

PRIM(p_umstar)
{
	ucell a = (ucell)sp[1], b = (ucell)sp[0];

	sp[1] = (cell)(a * b);
	sp[0] = (cell)op_meaning(OP_UMULH, a, b, 0);
	return sp;
}

/* ( ud u -- rem quot ) by shift and subtract: no 128-bit type is needed. */
PRIM(p_umdivmod)
{
	ucell d = (ucell)sp[0], hi = (ucell)sp[1], lo = (ucell)sp[2];

	if (!d)
		throw(IOR_DIV_ZERO);
	if (hi >= d)
		throw(IOR_RANGE);
	for (int i = 0; i < CELL_BITS; i++) {
		bool carry = hi >> (CELL_BITS - 1);
		hi = hi << 1 | lo >> (CELL_BITS - 1);
		lo <<= 1;
		if (carry || hi >= d) {
			hi -= d;
			lo |= 1;
		}
	}
	sp[2] = (cell)hi;
	sp[1] = (cell)lo;
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

static cell *
push(cell *sp, cell x)
{
	*--sp = x;
	return sp;
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
static void
check_width(cell w)
{
	if (w != 1 && w != 2 && w != 4 && w != 8)
		throw(IOR_RANGE);
}

PRIM(p_peek)
{
	uint64_t v = 0;

	check_width(sp[0]);
	cell ior = probe(
		(int)sp[1], (uint64_t)(ucell)sp[2], (int)sp[0], false, &v);
	sp[2] = (cell)v;
	sp[1] = ior;
	return sp + 1;
}

PRIM(p_poke)
{
	uint64_t v = (uint64_t)(ucell)sp[3];

	check_width(sp[0]);
	sp[3] = probe((int)sp[1], (uint64_t)(ucell)sp[2], (int)sp[0], true, &v);
	return sp + 3;
}

PRIM(p_map_ram)
{
	sp[1] = port_map((uint64_t)(ucell)sp[1], (uint64_t)(ucell)sp[0]);
	return sp + 1;
}

PRIM(p_ticks)
{
	return push(sp, (cell)port_ticks());
}

PRIM(p_tick_hz)
{
	return push(sp, (cell)port_tick_hz());
}

PRIM(p_relax)
{
	port_relax();
	return sp;
}

/* A register that traps is passed over by name "" (value 0). */
PRIM(p_port_id)
{
	struct port_id id;

	if (!guarded_id((int)sp[0], &id)) {
		sp[0] = 0;
		return sp;
	}
	sp[0] = (cell)(id.name ? id.name : "");
	sp = push(sp, id.name ? (cell)str_len(id.name) : 0);
	return push(push(sp, (cell)id.value), -1);
}

PRIM(p_port_put)
{
	sp[0] = port_putc((int)sp[0]);
	return sp;
}

PRIM(p_port_get)
{
	return push(sp, port_getc());
}

PRIM(p_port_reset)
{
	port_reset((int)sp[0]);
	return sp;
}

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

PRIM(p_pause)
{
	task_pause();
	return sp;
}
