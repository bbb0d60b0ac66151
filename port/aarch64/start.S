/* start.S - AArch64 entry, trap entry and context switch. */
/* SPDX-License-Identifier: 0BSD */
/*
 * Entry       byte 0 of the image, at any address that is a multiple of 16,
 *             from reset or by the arm64 Linux Image protocol (U-Boot booti,
 *             QEMU -kernel). x0 to x3 are kept for port_boot, not used.
 * Privilege   EL1, EL2 or EL3, Secure or not: kept as found. SP_ELx is used.
 * Processors  all may enter; one goes on, the others stop in wfi for good.
 * MMU         kept as found. Normally off: all data accesses are then
 *             Device-nGnRnE (DDI 0487 D8.2.10), so nothing may be unaligned;
 *             the instruction cache is turned on. Found on (by a loader): must
 *             map identity, and the image writable and executable.
 * Memory      the image, its bss, 2 MiB port_ram; nothing else is known.
 * Interrupts  masked for good. SError (a late abort) is taken at the EL we are
 *             in, and let in only inside port_barrier.
 * Clock       CNTVCT_EL0, rate CNTFRQ_EL0 (0 or wrong if no firmware set it).
 * Gaps        No reset: PSCI cannot be known to
 *             be there. A counter that no firmware has started stands still.
 * Sources     Arm ARM, DDI 0487: C5.2 special registers, D1.3 exception
 *             entry, D19.2 system registers; Linux arm64/booting.rst.
 */
	.section .entry, "ax"
	.globl	_start
_start:
	b	enter
	.word	0, 0, 0			// the last two: text_offset
	.quad	port_image_bytes	// bss and port_ram included
	.quad	0xa			// little-endian, 4 KiB pages, anywhere
	.quad	0, 0, 0
	.ascii	"ARM\x64"
	.word	0

	.ascii	"DISCFLAG"
	.globl	port_flags
port_flags:
	.word	0

/* x5 = the current EL as CurrentEL gives it; jumps to 3f, 2f, or goes on. */
	.macro	by_el
	mrs	x5, currentel
	cmp	x5, #2 << 2
	b.hi	3f
	b.eq	2f
	.endm

/* VBAR_ELx = x14. SCTLR_ELx: clear EE (25) and A (1); set I (12) if M (0) is
 * clear. */
	.macro	control el
	msr	vbar_\el, x14
	mrs	x13, sctlr_\el
	bic	x13, x13, #1 << 25
	bic	x13, x13, #1 << 1
	tbnz	x13, #0, 9f
	ic	iallu
	dsb	nsh
	orr	x13, x13, #1 << 12
9:	msr	sctlr_\el, x13
	isb
	.endm

enter:
	msr	daifset, #15
	msr	spsel, #1
	adr	x14, port_vectors + 2047	// a multiple of 2 KiB in there
	bic	x14, x14, #2047
	by_el
	mov	x13, #3 << 20		// CPACR.FPEN: FP does not trap
	msr	cpacr_el1, x13
	control	el1
	b	number
2:	mov	x13, #0x33ff		// CPTR: the same, TFP 0; with E2H
	movk	x13, #3 << 4, lsl #16	// FPEN, else TTA: trace traps
	msr	cptr_el2, x13
	control	el2
	mrs	x13, hcr_el2		// AMO: SError to EL2
	orr	x13, x13, #1 << 5
	msr	hcr_el2, x13
	b	number
3:	msr	cptr_el3, xzr
	control	el3
	mrs	x13, scr_el3		// EA: SError to EL3
	orr	x13, x13, #1 << 3
	msr	scr_el3, x13

/* first.S goes on. MPIDR_EL1 is unique and not 0: bit 31 is RES1. EL3 is taken
 * for a reset: no loader came before. */
number:
	mrs	x4, mpidr_el1
	eor	x9, x5, #3 << 2
	tst	x4, #0xffffff
	b	port_elect

/*
 * Trap entry: every vector comes here (port.c: port_init). We never return
 * to the trapped code, so nothing is saved; a trap in the handler starts over
 * on the same stack. port_fault(esr, pc, far, dsp, rp)
 */
	.macro	syndrome el
	mrs	x0, esr_\el
	mrs	x1, elr_\el
	mrs	x2, far_\el
	mov	x5, x30
	b	port_fault
	.endm

	.text
	.globl	port_trap_entry
port_trap_entry:
	adr	x0, port_trap_end
	mov	sp, x0
	mov	x3, x26
	mov	x4, x27
	by_el
	syndrome el1
2:	syndrome el2
3:	syndrome el3

/* struct port_frame: RP (x27) first, x28, x19-x26, x29, x30, sp. DSP is x26. */
	.macro	registers op, base
	\op	x27, x28, [\base]
	\op	x19, x20, [\base, #16]
	\op	x21, x22, [\base, #32]
	\op	x23, x24, [\base, #48]
	\op	x25, x26, [\base, #64]
	\op	x29, x30, [\base, #80]
	.endm

	.globl	port_save
port_save:
	registers stp, x0
	mov	x1, sp
	str	x1, [x0, #96]
	mov	w0, #0
	ret

	.globl	port_resume
port_resume:
	registers ldp, x0
	ldr	x2, [x0, #96]
	mov	sp, x2
	mov	w0, w1
	ret

/* x0 = code, x1 = dsp in; x0 = dsp out. RP goes through as it is. */
	.globl	port_enter
port_enter:
	sub	sp, sp, #96
	registers stp, sp
	mov	x26, x1
	blr	x0
	mov	x0, x26
	registers ldp, sp
	add	sp, sp, #96
	ret

/* What takes an instruction or two. Ticks are the virtual count: EL2 cannot
 * make it trap, and it is the physical one less a constant. */
	.globl	port_ticks, port_tick_hz, port_barrier, port_relax
port_ticks:
	isb
	mrs	x0, cntvct_el0
	ret
port_tick_hz:
	mrs	x0, cntfrq_el0
	ret
port_barrier:
	dsb	sy
	msr	daifclr, #4		// a late abort arrives here
	isb
	msr	daifset, #4
port_relax:
	yield
	ret
