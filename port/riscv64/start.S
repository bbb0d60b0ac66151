/* start.S - RISC-V entry, trap entry and context switch; 64 and 32 bits. */
/* SPDX-License-Identifier: 0BSD */
/*
 * Entry       byte 0 of the image, at any address that is a multiple of 16
 *             (4 would do for the code), from reset or from an SBI firmware.
 *             a0 and a1 are kept for port_boot, not used.
 * Privilege   M or S: kept as found. We take M for granted until `csrw mtvec`
 *             traps. In S mode the firmware is then relied on to hand the
 *             illegal instruction to stvec, and to have set stvec to our entry
 *             as OpenSBI does (sbi_hart_switch_mode, sbi_trap_redirect): we
 *             come to byte 0 again with our marker in s0. It has to be this
 *             order: a hart without S mode has no stvec.
 * Harts       all may enter; one goes on, the others stop in wfi for good.
 * MMU         satp as found: bare after reset and from OpenSBI. PMP as found.
 * Memory      the image, its bss, 2 MiB port_ram; nothing else is known.
 * Interrupts  masked: mie or sie 0, and MIE or SIE in the status register.
 * Clock       time, else cycle; the rate is not known (0).
 * Gaps        an S-mode loader that keeps its own stvec (U-Boot `go`) sees an
 *             illegal instruction and stops. NMIs go where the hart sends
 *             them. No reset: SBI cannot be known to be there.
 * 32 bits     port/riscv32/start.S includes this file.
 * Sources     RISC-V privileged architecture 1.12: 3.1.7 mtvec, 3.1.6.1
 *             interrupt enable, 3.1.15 mcause, 4.1 supervisor CSRs; 1.13:
 *             Smdbltrp and Ssdbltrp.
 */
	.equ	BOOT_STACK_BYTES, 65536
	.equ	TRAP_STACK_BYTES, 8192
	.equ	MARKER, 0x44495343
	/* mstatus.MDT, bit 42: an M trap would kill. With 32 bits it is in
	 * mstatush, which few have. */
	.macro	trap_again
#if __riscv_xlen == 64
	li	t0, 1 << 42
	csrc	mstatus, t0
#endif
	.endm
#if __riscv_xlen == 64
#define LOAD	ld
#define STORE	sd
#define CELL	8
#else
#define LOAD	lw
#define STORE	sw
#define CELL	4
#endif
	.equ	FS, 3 << 13		// the same place in both, 3.1.6.6
	.equ	SDT_BIT, 24		// sstatus: an S trap would be a double

	.section .entry, "ax"
	.globl	_start
_start:
	li	t0, MARKER
	beq	s0, t0, supervisor
	mv	s0, t0
	lla	t1, trap_m
	csrw	mtvec, t1
	csrw	mie, zero
	csrci	mstatus, 1 << 3
	trap_again
	li	t3, FS			// stays 0 where there are no floats
	csrs	mstatus, t3
	li	s1, 3
	csrr	t0, mhartid		// hart 0 does not wait first, so it
	beqz	t0, elect		// wins if it is there
	li	t0, 1 << 25
	lla	t1, taken
1:	lw	t2, 0(t1)
	bnez	t2, park
	addi	t0, t0, -1
	bnez	t0, 1b
	j	elect

	.balign	8
	.ascii	"DISCFLAG"
	.globl	port_flags
port_flags:
	.word	0

supervisor:
	lla	t1, trap_s
	csrw	stvec, t1
	csrw	sie, zero
	csrci	sstatus, 1 << 1
	li	t3, 1 << SDT_BIT
	csrc	sstatus, t3
	li	t3, FS
	csrs	sstatus, t3
	li	s1, 1

elect:
	lla	t0, taken
	li	t1, 1
	amoswap.w.aqrl t1, t1, (t0)
	bnez	t1, park

	lla	t0, port_bss
	lla	t1, port_bss_end
1:	STORE	zero, 0(t0)
	addi	t0, t0, CELL
	bltu	t0, t1, 1b
	lla	sp, port_boot_stack + BOOT_STACK_BYTES
	lla	t0, port_mode
	sw	s1, 0(t0)
	STORE	a0, 16(t0)		# port_boot
	STORE	a1, 16+CELL(t0)
	lla	a0, _start
	lla	a1, port_relr
	lla	a2, port_relr_end
	call	nucleus_relocate
	tail	nucleus_main

park:
	wfi
	j	park

	.data
	.balign	8
taken:
	.word	0

/*
 * Trap entry. We never return to the trapped code, so nothing is saved; a trap
 * in the handler starts over on the same stack.
 * port_fault(cause, pc, address, dsp, rp, link)
 */
	.text
	.balign	64
trap_m:
	trap_again
	csrr	a0, mcause
	csrr	a1, mepc
	csrr	a2, mtval
	j	trapped

	.balign	64
trap_s:
	li	t0, 1 << SDT_BIT
	csrc	sstatus, t0
	csrr	a0, scause
	csrr	a1, sepc
	csrr	a2, stval
trapped:
	lla	sp, port_trap_stack + TRAP_STACK_BYTES
	mv	a3, tp
	mv	a4, gp
	mv	a5, ra
	tail	port_fault

/* struct port_frame: RP (gp) first, DSP (tp), ra, s0-s11, sp. */
	.macro	registers op, base
	.set	at, 0
	.irp	r, gp, tp, ra, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9,s10,s11,sp
	\op	\r, at(\base)
	.set	at, at + CELL
	.endr
	.endm

	.globl	port_save
port_save:
	registers STORE, a0
	li	a0, 0
	ret

	.globl	port_resume
port_resume:
	registers LOAD, a0
	mv	a0, a1
	ret

/* a0 = code, a1 = dsp in; a0 = dsp out. RP goes through as it is. */
	.globl	port_enter
port_enter:
	addi	sp, sp, -128
	registers STORE, sp
	mv	tp, a1
	jalr	a0
	mv	a0, tp
	registers LOAD, sp
	addi	sp, sp, 128
	ret

/* a0 = fn, a1 = arg, a2 = rp, a3 = csp. */
	.globl	port_start
port_start:
	mv	gp, a2
	mv	sp, a3
	mv	s0, zero
	mv	ra, zero
	mv	t0, a0
	mv	a0, a1
	jr	t0

/* What takes an instruction or two. The rate of the ticks is not known. One
 * fence.i for all: there is no smaller one. */
	.globl	port_tick_hz, port_sync_icache, port_barrier, port_relax
	.globl	port_reset
port_tick_hz:
	li	a0, 0
	ret
port_sync_icache:
	fence.i
	ret
port_barrier:
	fence	iorw, iorw
port_relax:
	ret
port_reset:
	wfi
	j	port_reset

	.bss
	.balign	16
port_trap_stack:
	.skip	TRAP_STACK_BYTES
	.globl	port_mode, port_boot
port_mode:
	.skip	16
port_boot:
	.skip	32
port_boot_stack:
	.skip	BOOT_STACK_BYTES
