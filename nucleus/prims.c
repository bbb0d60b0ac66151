/* prims.c - primitives in C: arithmetic, memory, output, machine, tasks. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* Stack ------------------------------------------------------------------------ */
cell *
p_qdup(cell *sp)
{
	if (!*sp)
		return sp;
	sp[-1] = *sp;
	return sp - 1;
}

cell *
p_pick(cell *sp)
{
	if (sp[0] < 0 || sp + sp[0] + 1 >= me->s0)
		throw(IOR_STACK_UNDER);
	sp[0] = sp[sp[0] + 1];
	return sp;
}

cell *
p_roll(cell *sp)
{
	cell u = *sp++, x;

	if (u < 0 || sp + u >= me->s0)
		throw(IOR_STACK_UNDER);
	x = sp[u];
	memmove(sp + 1, sp, (size_t)u * sizeof(cell));
	sp[0] = x;
	return sp;
}

cell *
p_depth(cell *sp)
{
	cell n = me->s0 - sp;

	*--sp = n;
	return sp;
}

/* Arithmetic --------------------------------------------------------------------- */
static cell
checked_div(cell a, cell b)
{
	if (!b)
		throw(IOR_DIV_ZERO);
	return b == -1 ? (cell)(0 - (ucell)a) : a / b;
}

static cell
checked_mod(cell a, cell b)
{
	if (!b)
		throw(IOR_DIV_ZERO);
	return b == -1 ? 0 : a % b;
}

cell *
p_div(cell *sp)
{
	sp[1] = checked_div(sp[1], sp[0]);
	return sp + 1;
}

cell *
p_mod(cell *sp)
{
	sp[1] = checked_mod(sp[1], sp[0]);
	return sp + 1;
}

cell *
p_divmod(cell *sp)
{
	cell a = sp[1], b = sp[0];

	sp[1] = checked_mod(a, b);
	sp[0] = checked_div(a, b);
	return sp;
}

/* Doubles: sp[0] high, sp[1] low. */
static void
neg2(cell *sp)
{
	sp[1] = (cell)(0 - (ucell)sp[1]);
	sp[0] = (cell)(~(ucell)sp[0] + (sp[1] == 0));
}

cell *
p_umstar(cell *sp)
{
	ucell a = (ucell)sp[1], b = (ucell)sp[0];

	sp[1] = (cell)(a * b);
	sp[0] = (cell)op_meaning(OP_UMULH, a, b, 0);
	return sp;
}

cell *
p_mstar(cell *sp)
{
	bool neg = (sp[0] ^ sp[1]) < 0;

	p_abs(sp);
	p_abs(sp + 1);
	p_umstar(sp);
	if (neg)
		neg2(sp);
	return sp;
}

/* ( ud u -- rem quot ) by shift and subtract: no 128-bit type is needed. */
cell *
p_umdivmod(cell *sp)
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

cell *
p_smrem(cell *sp)
{
	cell n = sp[0], high = sp[1];

	if (high < 0)
		neg2(sp + 1);
	p_abs(sp);
	sp = p_umdivmod(sp);
	if (high < 0)
		sp[1] = (cell)(0 - (ucell)sp[1]);
	if ((high ^ n) < 0)
		sp[0] = (cell)(0 - (ucell)sp[0]);
	return sp;
}

cell *
p_fmmod(cell *sp)
{
	cell n = sp[0];

	sp = p_smrem(sp);
	if (sp[1] && (sp[1] ^ n) < 0) {
		sp[1] += n;
		sp[0]--;
	}
	return sp;
}

cell *
p_muldivmod(cell *sp)
{
	cell n = sp[0];

	p_mstar(sp + 1);
	/* high is at sp[1], low at sp[2]; n on top */
	sp[0] = n;
	return p_smrem(sp);
}

cell *
p_muldiv(cell *sp)
{
	sp = p_muldivmod(sp);
	sp[1] = sp[0];
	return sp + 1;
}

cell *
p_abs(cell *sp)
{
	if (sp[0] < 0)
		sp[0] = (cell)(0 - (ucell)sp[0]);
	return sp;
}

/* clang-format off */
#define CHOOSE(fn, type, rel) \
	cell *fn(cell *sp) \
	{ \
		if ((type)sp[0] rel (type)sp[1]) \
			sp[1] = sp[0]; \
		return sp + 1; \
	}
CHOOSE(p_min, cell, <)
CHOOSE(p_max, cell, >)
CHOOSE(p_umin, ucell, <)
CHOOSE(p_umax, ucell, >)
/* clang-format on */

static cell
truth(bool b)
{
	return b ? -1 : 0;
}

cell *
p_within(cell *sp)
{
	ucell lo = (ucell)sp[1];

	sp[2] = truth((ucell)sp[2] - lo < (ucell)sp[0] - lo);
	return sp + 2;
}

cell *
p_stod(cell *sp)
{
	sp[-1] = truth(sp[0] < 0);
	return sp - 1;
}

cell *
p_dtos(cell *sp)
{
	return sp + 1;
}

cell *
p_dplus(cell *sp)
{
	ucell lo = (ucell)sp[3] + (ucell)sp[1];

	sp[2] = (cell)((ucell)sp[2] + (ucell)sp[0] + (lo < (ucell)sp[1]));
	sp[3] = (cell)lo;
	return sp + 2;
}

cell *
p_dnegate(cell *sp)
{
	neg2(sp);
	return sp;
}

cell *
p_dminus(cell *sp)
{
	neg2(sp);
	return p_dplus(sp);
}

cell *
p_dlt(cell *sp)
{
	sp[3] = truth(sp[2] < sp[0] ||
		      (sp[2] == sp[0] && (ucell)sp[3] < (ucell)sp[1]));
	return sp + 3;
}

cell *
p_deq(cell *sp)
{
	sp[3] = truth(sp[2] == sp[0] && sp[3] == sp[1]);
	return sp + 3;
}

/* Memory -------------------------------------------------------------------------- */
cell *
p_fill(cell *sp)
{
	if (sp[1] > 0)
		memset((void *)sp[2], (int)sp[0], (size_t)sp[1]);
	return sp + 3;
}

cell *
p_move(cell *sp)
{
	if (sp[0] > 0)
		memmove((void *)sp[1], (void *)sp[2], (size_t)sp[0]);
	return sp + 3;
}

cell *
p_cmove(cell *sp)
{
	char *to = (char *)sp[1];
	const char *from = (const char *)sp[2];

	for (cell n = sp[0]; n > 0; n--)
		*to++ = *from++;
	return sp + 3;
}

cell *
p_cmoveup(cell *sp)
{
	char *to = (char *)sp[1];
	const char *from = (const char *)sp[2];

	for (cell n = sp[0]; n-- > 0;)
		to[n] = from[n];
	return sp + 3;
}

cell *
p_compare(cell *sp)
{
	ucell n = (ucell)(sp[0] < sp[2] ? sp[0] : sp[2]);
	int c = memcmp((void *)sp[3], (void *)sp[1], n);

	if (!c)
		c = (sp[2] > sp[0]) - (sp[2] < sp[0]);
	sp[3] = c;
	return sp + 3;
}

cell *
p_count(cell *sp)
{
	cell n = *(unsigned char *)sp[0];

	sp[0]++;
	*--sp = n;
	return sp;
}

cell *
p_here(cell *sp)
{
	*--sp = (cell)space.here;
	return sp;
}

cell *
p_allot(cell *sp)
{
	if (sp[0] > here_end - space.here ||
	    sp[0] < port_ram - space.here)
		throw(IOR_DICT_FULL);
	space.here += sp[0];
	return sp + 1;
}

cell *
p_unused(cell *sp)
{
	*--sp = here_end - space.here;
	return sp;
}

static cell *
reserve(cell *sp, size_t n)
{
	if ((size_t)(here_end - space.here) < n)
		throw(IOR_DICT_FULL);
	memcpy(space.here, sp, n); /* little-endian cells: the low bytes */
	space.here += n;
	return sp + 1;
}

cell *
p_comma(cell *sp)
{
	return reserve(sp, sizeof(cell));
}

cell *
p_ccomma(cell *sp)
{
	return reserve(sp, 1);
}

cell *
p_wcomma(cell *sp)
{
	return reserve(sp, 2);
}

cell *
p_lcomma(cell *sp)
{
	return reserve(sp, 4);
}

static cell
round_up(cell a)
{
	return (a + (cell)sizeof(cell) - 1) & -(cell)sizeof(cell);
}

cell *
p_align(cell *sp)
{
	space.here = (char *)round_up((cell)space.here);
	return sp;
}

cell *
p_aligned(cell *sp)
{
	sp[0] = round_up(sp[0]);
	return sp;
}

/* Output --------------------------------------------------------------------------- */
cell *
p_type(cell *sp)
{
	if (type_hook)
		return port_enter(((struct word *)type_hook)->code, sp);
	put((const char *)sp[1], sp[0] > 0 ? (size_t)sp[0] : 0);
	return sp + 2;
}

static cell *
put_text(cell *sp, const char *p, size_t n)
{
	*--sp = (cell)p;
	*--sp = (cell)n;
	return p_type(sp);
}

cell *
p_emit(cell *sp)
{
	static char chars[8]; /* a few, so that tasks don't mix them up */
	static unsigned turn;
	char *c = &chars[turn++ & 7];

	*c = (char)sp[0];
	return put_text(sp + 1, c, 1);
}

cell *
p_cr(cell *sp)
{
	return put_text(sp, "\r\n", 2);
}

cell *
p_space(cell *sp)
{
	return put_text(sp, " ", 1);
}

cell *
p_spaces(cell *sp)
{
	cell n = *sp++;

	while (n-- > 0)
		sp = p_space(sp);
	return sp;
}

static cell *
push(cell *sp, cell x)
{
	*--sp = x;
	return sp;
}

cell *
p_tick_type(cell *sp)
{
	return push(sp, (cell)&type_hook);
}

cell *
p_tick_refill(cell *sp)
{
	return push(sp, (cell)&refill_hook);
}

cell *
p_kept(cell *sp)
{
	return push(push(sp, (cell)kept), nkept);
}

cell *
p_dot_error(cell *sp)
{
	cell ior = *sp++;

	if (ior)
		report(ior);
	define_abandon();
	return sp;
}

cell *
p_error_text(cell *sp)
{
	const char *s = ior_text(sp[0]);

	sp[0] = (cell)s;
	return push(sp, (cell)str_len(s));
}

/* Machine ---------------------------------------------------------------------------- */
static void
check_width(cell w)
{
	if (w != 1 && w != 2 && w != 4 && w != 8)
		throw(IOR_RANGE);
}

cell *
p_peek(cell *sp)
{
	uint64_t v = 0;

	check_width(sp[0]);
	cell ior = probe((int)sp[1], (uint64_t)(ucell)sp[2], (int)sp[0],
	    false, &v);
	sp[2] = (cell)v;
	sp[1] = ior;
	return sp + 1;
}

cell *
p_poke(cell *sp)
{
	uint64_t v = (uint64_t)(ucell)sp[3];

	check_width(sp[0]);
	sp[3] = probe((int)sp[1], (uint64_t)(ucell)sp[2], (int)sp[0], true, &v);
	return sp + 3;
}

cell *
p_map_ram(cell *sp)
{
	sp[1] = port_map((uint64_t)(ucell)sp[1], (uint64_t)(ucell)sp[0]);
	return sp + 1;
}

cell *
p_image(cell *sp)
{
	return push(push(sp, (cell)port_image), (cell)port_image_end);
}

cell *
p_ticks(cell *sp)
{
	return push(sp, (cell)port_ticks());
}

cell *
p_tick_hz(cell *sp)
{
	return push(sp, (cell)port_tick_hz());
}

cell *
p_relax(cell *sp)
{
	port_relax();
	return sp;
}

/* A register that traps is passed over by name "" (value 0). */
cell *
p_port_id(cell *sp)
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

cell *
p_port_flags(cell *sp)
{
	return push(sp, (cell)port_flags);
}

cell *
p_port_put(cell *sp)
{
	sp[0] = port_putc((int)sp[0]);
	return sp;
}

cell *
p_port_get(cell *sp)
{
	return push(sp, port_getc());
}

cell *
p_port_reset(cell *sp)
{
	port_reset((int)sp[0]);
	return sp;
}

cell *
p_hosted(cell *sp)
{
	return push(sp, truth(port_putc(-1) == 0));
}

cell *
p_isa(cell *sp)
{
	return push(push(sp, (cell)port_isa), (cell)str_len(port_isa));
}

cell *
p_lies(cell *sp)
{
	cell n = 0;

	for (int i = 0; i < OP_COUNT; i++)
		n += op_lies[i];
	return push(sp, n);
}

/* Exceptions and tasks ------------------------------------------------------------------ */
cell *
p_catch(cell *sp)
{
	cell ior;

	sp = catch_xt(sp + 1, (struct word *)sp[0], &ior);
	return push(sp, ior);
}

/* A fault is a throw on every port: CATCH is the guard. */
cell *
p_guarded(cell *sp)
{
	return p_catch(sp);
}

cell *
p_throw(cell *sp)
{
	if (*sp)
		throw(*sp);
	return sp + 1;
}

cell *
p_abort(cell *sp)
{
	throw(IOR_ABORT);
	return sp;
}

cell *
p_abort_quote(cell *sp)
{
	if (sp[2]) {
		abort_text = (const char *)sp[1];
		abort_len = sp[0];
		throw(IOR_ABORT_QUOTE);
	}
	return sp + 3;
}

cell *
p_task(cell *sp)
{
	struct task *t = task_new((struct word *)sp[0]);

	t->next = me->next;
	me->next = t;
	sp[0] = (cell)t;
	return sp;
}

cell *
p_pause(cell *sp)
{
	task_pause();
	return sp;
}

cell *
p_task_ior(cell *sp)
{
	sp[0] = ((struct task *)sp[0])->ior;
	return sp;
}
