/* guard.c - faults become throws: CATCH, THROW, traps, guarded accesses. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

struct fault fault;
/* While an access is being tried, a trap resumes here. */
static struct port_frame *probe_frame;
static cell probe_ior;

/* Catch and throw --------------------------------------------------------- */
static void
trace_add(ucell pc)
{
	if (fault.ntrace < MAX_TRACE &&
		pc - (ucell)code_base < (ucell)(space.code - code_base))
		fault.trace[fault.ntrace++] = pc;
}

/* Callers, up to the CATCH that is going to take this throw, are the return
 * stack's cells that point into generated code. On a port that shares one
 * stack with C, what C left there is passed over; frames of C that live long
 * are cleared, so that they show no calls of the past. A sanitizer must not
 * watch this one read of other functions' frames. */
__attribute__((no_sanitize("address"))) static void
trace_callers(ucell rp)
{
	const ucell *p = (const ucell *)(rp & ~(sizeof(cell) - 1));
	const ucell *end = (const ucell *)me->handler->frame.r[0];

	if (rp < (ucell)me->block + STACK_BYTES)
		return;
	for (int i = 0; i < 512 && p < end; i++, p++)
		trace_add(*p - 1);
}

static noreturn void
unwind(cell ior)
{
	struct handler *h = me->handler;

	if (!h) /* every task runs under a handler */
		port_reset(1);
	h->ior = ior;
	port_resume(&h->frame, 1);
}

static noreturn void
remember(cell ior, ucell address, ucell pc, ucell rp, ucell link)
{
	fault.src = source;
	fault.ior = ior;
	fault.address = address;
	fault.ntrace = 0;
	trace_add(pc);
	if (!fault.ntrace &&
		pc - (ucell)port_image >=
			(ucell)(port_ram - port_image)) /* a jump to no code */
		trace_add(link - 1);
	trace_callers(rp);
	unwind(ior);
}

noreturn void throw(cell ior)
{
	struct port_frame here = {.r = {0}};

	if (ior == fault.ior) /* thrown on: keep where it came from */
		unwind(ior);
	port_save(&here);
	remember(ior, 0, 0, here.r[0], 0);
}

/* The word that xt should be; throws -9 if none can be there. */
struct word *
word_at(cell xt)
{
	if (!xt || xt & (cell)(sizeof(cell) - 1))
		throw(IOR_ADDRESS);
	return (struct word *)xt;
}

/* Clear the stack below, so that a backtrace from what is about to run does
 * not meet return addresses of words that ran before it. */
__attribute__((noinline)) void
scrub(void)
{
	volatile ucell below[128];

	for (int i = 0; i < 128; i++)
		below[i] = 0;
	(void)below[0];
}

/* Run xt from C. Throws -5 if C's stack is nearly used up: its own, above
 * struct task, or Forth's return stack, above the data stack. */
cell *
run_xt(cell *sp, cell xt)
{
	ucell here = (ucell)&xt;

	if (here - (ucell)me < CSTACK_BYTES / 8 ||
		here - (ucell)me->block < STACK_BYTES + CSTACK_BYTES / 8)
		throw(IOR_RSTACK_OVER);
	scrub();
	return port_enter(word_at(xt)->code, sp);
}

/* Run xt; *ior is 0, or what it threw, and then the stack has the depth it had
 * before. The interpreter's source is put back. */
cell *
catch_xt(cell *sp, cell xt, cell *ior)
{
	struct handler h = {.prev = me->handler, .sp = sp, .src = source};

	me->handler = &h;
	cell *out = port_save(&h.frame) ? h.sp : run_xt(h.sp, xt);
	me->handler = h.prev;
	*ior = h.ior;
	if (h.ior)
		text_unnest(&h.src);
	return out;
}

/* Traps ------------------------------------------------------------------- */
/* A trap with the stack pointers out of bounds is a stack fault. */
static cell
stack_fault(const struct port_trap *t, cell ior)
{
	ucell b = (ucell)me->block;

	if (ior == IOR_INTERRUPT ||
		t->pc - (ucell)code_base >= (ucell)(code_end - code_base))
		return ior;
	if (t->dsp < b)
		return IOR_STACK_OVER;
	if (t->dsp >= b + STACK_BYTES)
		return IOR_STACK_UNDER;
	if (t->rp < b + STACK_BYTES)
		return IOR_RSTACK_OVER;
	if (t->rp >= b + 2 * STACK_BYTES)
		return IOR_RSTACK_UNDER;
	return ior;
}

noreturn void
nucleus_trap(const struct port_trap *t)
{
	if (probe_frame) {
		struct port_frame *f = probe_frame;
		probe_frame = NULL;
		probe_ior = t->ior;
		port_resume(f, 1);
	}
	remember(stack_fault(t, t->ior), t->address, t->pc, t->rp, t->link);
}

/* Guarded accesses -------------------------------------------------------- */
#define TOUCH(type)                                                            \
	if (write)                                                             \
		*(volatile type *)p = (type)*v;                                \
	else                                                                   \
		*v = *(volatile type *)p

static void
touch(volatile void *p, int width, bool write, uint64_t *v)
{
	switch (width) {
	case 1: TOUCH(uint8_t); break;
	case 2: TOUCH(uint16_t); break;
	case 4: TOUCH(uint32_t); break;
	default: TOUCH(uint64_t);
	}
}

/* Read or write width (1, 2, 4, 8) bytes, a cell at most, at a physical address
 * or x86 port.
 * A fault is caught: its ior is returned and *v is untouched. -23 if
 * misaligned, -11 for any other width. Never blocks. */
int
probe(int space_, uint64_t addr, int width, bool write, uint64_t *v)
{
	struct port_frame f;
	volatile void *p;

	if (width < 1 || width > (int)sizeof(cell) || width & (width - 1))
		return IOR_RANGE;
	if (space_ == SPACE_IO)
		return write ? port_out((uint32_t)addr, width, *v)
			     : port_in((uint32_t)addr, width, v);
	if (addr & (uint64_t)(width - 1))
		return IOR_ALIGN;
	p = port_window(addr);
	if (!p && addr) /* without an MMU address 0 is one like others */
		return IOR_ADDRESS;
	if (port_save(&f))
		return (int)probe_ior;
	probe_frame = &f;
	port_barrier();
	touch(p, width, write, v);
	port_barrier();
	probe_frame = NULL;
	return 0;
}

/* Run code under guard with its own stack; 0, or the trap's ior. */
int
guarded_code(const void *code, cell *sp)
{
	struct port_frame f;

	if (port_save(&f))
		return (int)probe_ior;
	probe_frame = &f;
	port_enter(code, sp);
	probe_frame = NULL;
	return 0;
}
