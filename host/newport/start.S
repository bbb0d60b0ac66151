/* start.S - @ entry, trap entry and context switch. */
/* SPDX-License-Identifier: 0BSD */
/*
 * Entry       byte 0 of the image, at any multiple of 16; say here from what,
 *             and which registers are read (none, if you can)
 * Privilege   say here which levels it starts in, and which it goes on in
 * Processors  one goes on, the others stop for good
 * MMU         say here what it is at entry, and after
 * Interrupts  masked, for good
 * Clock       say here which counter, and whether its rate is known
 * Gaps        say here what is known not to work
 * Sources     the manuals, with sections
 */

	.section .text.start, "ax"
	.globl	_start
_start:
	/* trap vectors; one processor only; clear port_bss..port_bss_end; boot
	 * stack; nucleus_relocate(_start, port_rela, port_rela_end);
	 * nucleus_main() */

	.balign	8
	.ascii	"DISCFLAG"	/* disco finds it and sets the flags */
	.globl	port_flags
port_flags:
	.long	0

	/* Trap entry: on a stack of its own, to a C function in port.c that
	 * fills struct port_trap and calls nucleus_trap. Never returns. */

	/* int port_save(struct port_frame *): callee-saved registers, stack
	 * pointer, RP and the return address into the frame; returns 0. */
	.globl	port_save
port_save:

	/* void port_resume(frame, v): all that back; port_save returns v. */
	.globl	port_resume
port_resume:

	/* cell *port_enter(code, dsp): save the callee-saved registers, DSP =
	 * dsp, call code, return DSP. RP goes through as it is. */
	.globl	port_enter
port_enter:

	/* void port_start(fn, arg, rp, csp): RP = rp, stack pointer = csp,
	 * fn(arg), which does not return. */
	.globl	port_start
port_start:
