/* start.S - A32 entry, trap entry and context switch. */
/* SPDX-License-Identifier: 0BSD */
/*
 * Entry       byte 0 of the image in ARM state, little-endian, at any address
 *             that is a multiple of 16, from reset or as a Linux zImage (U-Boot
 *             bootz, QEMU -kernel). r0 to r3 are kept for port_boot, not used.
 * Processor   ARMv4 to ARMv8 with AArch32 at EL1, with an MMU (profile A).
 * Privilege   Hyp drops to Supervisor, as all else does: Secure or not as
 *             found. Nothing of Hyp is kept but what lets Supervisor work.
 * Processors  all may enter; one goes on, the others stop in wfi for good.
 * MMU         kept as found where there is a VBAR. Normally off: data accesses
 *             are Strongly-ordered then. Without a VBAR it is turned on,
 *             identity, to have vectors that are ours at ffff0000 (port.c).
 *             The instruction cache is on, the data cache as found.
 * Alignment   is checked: SCTLR.A.
 * Memory      the image, its bss, 4 MiB port_ram; nothing else is known.
 * Interrupts  masked for good; late aborts are let in by port_barrier only.
 * Clock       CNTVCT, rate CNTFRQ; or PMCCNTR by 64, rate not known; or none.
 * Gaps        No reset: there is no instruction for it.
 * Sources     Arm ARM DDI 0406C: B1.8 exception entry, B4.1 CP15 registers,
 *             B1.14.3 VFP; DDI 0100I: part B for ARMv4 to ARMv6.
 */
	.arch	armv6k

/* What first.S asks for: R(n) is register n, RP the return stack, br a jump,
 * settle a DSB; drop_line invalidates a line of the data cache. */
#define R(n)	r##n
#define RP	r9
#define br	mov pc,
#define settle	mcr p15, 0, r7, c7, c10, 4
#define drop_line(reg)	mcr p15, 0, reg, c7, c6, 1
/* reg = the address of a symbol, wherever we are. */
	.macro	lea reg, symbol
	ldr	\reg, 7f
	add	\reg, pc, \reg
	b	8f
7:	.word	\symbol - 7b
8:
	.endm

	.section .entry, "ax"
	.globl	_start, port_flags
_start:
	b	enter
	.word	0, 0, 0, 0, 0, 0, 0, 0
	.word	0x016f2818, 0		// zImage: magic, anywhere,
	.word	port_file_bytes, port_image_bytes	// end, and with bss
	.ascii	"DISCFLAG"
port_flags:
	.word	0

/* From Hyp: nothing traps to it, no second stage, timers for all; eret. */
	.arch	armv7-a
	.arch_extension virt
hyp:
	mov	r4, #0
	mcr	p15, 4, r4, c1, c1, 0	// HCR
	mcr	p15, 4, r4, c1, c1, 3	// HSTR
	movw	r5, #0x33ff		// HCPTR: what is RES1
	mcr	p15, 4, r5, c1, c1, 2
	mrc	p15, 4, r5, c1, c1, 1	// HDCR: HPMN stays
	and	r5, r5, #0x1f
	mcr	p15, 4, r5, c1, c1, 1
	mrc	p15, 0, r5, c0, c0, 0	// VPIDR, VMPIDR: the true ones
	mcr	p15, 4, r5, c0, c0, 0
	mrc	p15, 0, r5, c0, c0, 5
	mcr	p15, 4, r5, c0, c0, 5
	mrc	p15, 0, r5, c0, c1, 1	// ID_PFR1: a generic timer?
	tst	r5, #0xf << 16
	beq	1f
	mov	r5, #3			// CNTHCTL
	mcr	p15, 4, r5, c14, c1, 0
	mcrr	p15, 4, r4, r4, c14	// CNTVOFF
1:	movw	r5, #0x1d3
	msr	spsr_cxsf, r5
	adr	r5, supervisor
	msr	elr_hyp, r5
	eret
	.arch	armv6k

enter:
	mrs	r4, cpsr
	and	r4, r4, #0x1f
	cmp	r4, #0x1a
	beq	hyp
supervisor:
	ldr	r4, =0x1d3		// I, F, Supervisor; and A: ARMv6
	msr	cpsr_fsxc, r4
	mrc	p15, 0, r8, c0, c0, 0	// r8: 0x70000 from ARMv6 on
	and	r8, r8, #0xf << 16
	mrc	p15, 0, r4, c1, c0, 0	// SCTLR
	bic	r4, r4, #1 << 30	// TE: exceptions in ARM state
	bic	r4, r4, #3 << 24	// EE, VE: little-endian, no VIC
	orr	r4, r4, #1 << 1		// A
	tst	r4, #1
	bne	1f
	mov	r5, #0
	mcr	p15, 0, r5, c7, c5, 0	// instruction cache: empty
	mcr	p15, 0, r5, c7, c10, 4
	orr	r4, r4, #1 << 12	// and on
1:	mcr	p15, 0, r4, c1, c0, 0
	cmp	r8, #0x70000
	mcrhs	p15, 0, r5, c7, c5, 4	// ISB

/* MPIDR is unique; without that register MIDR is read. One whose affinity 0 is
 * 0, or which has no MPIDR, does not wait first. */
	mrc	p15, 0, r9, c0, c0, 0
	mrc	p15, 0, r4, c0, c0, 5
	cmp	r9, r4
	tstne	r4, #0xff
	orr	r4, r4, #1 << 31	// never 0
	b	port_elect
#include "port/aarch64/first.S"

/*
 * Trap entry: the vectors (port.c) lead to three instructions each. We
 * never return to the trapped code, so nothing is saved; a trap in the handler
 * starts over on the same stack. port_fault(vector, lr, dsp, rp, link)
 */
	.text
	.globl	port_traps, port_save, port_resume, port_enter, port_barrier
	.globl	port_relax
port_traps:
	.irp	vector, 0, 1, 2, 3, 4, 5, 6, 7
	mov	r0, #\vector
	mov	r1, lr
	b	trapped
	.endr
trapped:
	msr	cpsr_c, #0xd3
	lea	sp, port_trap_end
	mov	r2, r10
	mov	r3, r9
	str	lr, [sp, #-8]!
	b	port_fault

/* struct port_frame: RP (r9) first, r4-r8, DSP (r10), r11, sp, lr. */
port_save:
	str	r9, [r0], #4
	stmia	r0, {r4-r8, r10, r11, sp, lr}
	mov	r0, #0
	mov	pc, lr

port_resume:
	ldr	r9, [r0], #4
	mov	r12, r0
	mov	r0, r1
	ldmia	r12, {r4-r8, r10, r11, sp, pc}

/* r0 = code, r1 = dsp in; r0 = dsp out. RP goes through as it is. */
port_enter:
	stmfd	sp!, {r3-r11, lr}
	mov	r10, r1
	mov	lr, pc
	mov	pc, r0
	mov	r0, r10
	ldmfd	sp!, {r3-r11, pc}

/* What takes an instruction or two. */
port_barrier:
	mrc	p15, 0, r1, c0, c0, 0
	and	r1, r1, #0xf << 16
	mrs	r0, cpsr
	mcr	p15, 0, r0, c7, c10, 4	// DSB
	bic	r2, r0, #1 << 8
	msr	cpsr_x, r2		// a late abort arrives here
	cmp	r1, #0x70000
	mcrhs	p15, 0, r2, c7, c5, 4	// ISB
	msr	cpsr_x, r0
port_relax:
	mov	pc, lr
