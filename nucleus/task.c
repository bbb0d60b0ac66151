/* task.c - cooperative tasks, each with its own stacks. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

struct task *me;

static char *
carve(size_t n, size_t align)
{
	char *top = (char *)(((ucell)code_end - n) & ~(align - 1));

	if (top < space.code + 4096)
		throw(IOR_TASKS);
	code_end = top;
	return top;
}

/* A task that will run xt; its stacks are cut from the top of code space.
 * Throws -260 when there is no room. */
struct task *
task_new(struct word *xt)
{
	char *block = carve(2 * STACK_BYTES, 2 * STACK_BYTES);
	char *c = carve(CSTACK_BYTES, 64);
	struct task *t = (struct task *)(void *)c; /* below its C stack */

	memset(t, 0, sizeof *t);
	t->block = block;
	t->s0 = (cell *)(void *)(block + STACK_BYTES) - STACK_MARGIN;
	t->xt = xt;
	return t;
}

/* Leave the present stacks for those of t and run fn(t) there. */
noreturn void
task_begin(void (*fn)(void *), struct task *t)
{
	char *rtop = t->block + 2 * STACK_BYTES - 64;
	char *ctop = (char *)t + CSTACK_BYTES - 64;

	me = t;
	port_start(fn, t, (cell *)(void *)rtop, ctop);
}

static void task_main(void *arg);

/* Go on with t, or begin it: its first turn may be that of one that ended. */
static noreturn void
turn(struct task *t)
{
	me = t;
	if (!t->frame.r[0])
		task_begin(task_main, t);
	port_resume(&t->frame, 1);
}

static void
task_main(void *arg)
{
	struct task *t = arg;

	catch_xt(t->s0, (cell)t->xt, &t->ior);
	struct task *p = t;
	while (p->next != t)
		p = p->next;
	p->next = t->next; /* out of the ring; its memory stays */
	if (t->ior)
		report(t->ior);
	turn(t->next);
}

/* Give every other task a turn. A task starts at its first turn. */
PRIM(p_pause)
{
	struct task *from = me;

	if (from->next == from || port_save(&from->frame))
		return sp;
	turn(from->next);
}
