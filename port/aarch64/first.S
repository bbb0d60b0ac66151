/* first.S - the first processor and the way to C; A64, and A32 includes it. */
/* SPDX-License-Identifier: 0BSD */
/*
 * start.S jumps to port_elect, every processor with
 *   R(0)-R(3)  what firmware passed, for port_boot
 *   R(4)       a number of its own, not 0
 *   R(9)       not 0: a loader's data may still be in the caches
 *   eq         it does not wait first, so it wins if it is there
 * arm/start.S, which includes this, says in A32 what these macros are.
 */
#ifdef __aarch64__
#define R(n)	x##n
#define RP	x27
#define lea	adr
#define settle	dsb sy
#define drop_line(reg)	dc civac, reg
#endif
	.equ	BOOT_STACK_BYTES, 65536
	.equ	TRAP_STACK_BYTES, 8192
	.equ	CELL, __SIZEOF_POINTER__

/* One goes on: Fischer's mutual exclusion, because exclusive loads need not
 * work on this memory, Device or Strongly-ordered. */
	.text
	.globl	port_elect
port_elect:
	lea	R(5), owner
	beq	2f
	mov	R(6), #1 << 25
1:	ldr	R(7), [R(5)]
	cmp	R(7), #0
	bne	park
	subs	R(6), R(6), #1
	bne	1b
2:	ldr	R(7), [R(5)]
	cmp	R(7), #0
	bne	park
	str	R(4), [R(5)]
	settle
	mov	R(6), #1 << 16
3:	subs	R(6), R(6), #1
	bne	3b
	ldr	R(7), [R(5)]
	cmp	R(7), R(4)
	bne	park

/*
 * A loader that had caches on cleaned them for the image, not for what follows
 * it: a dirty line written back later would undo our uncached writes.
 */
	lea	R(4), port_bss
	lea	R(5), port_bss_end
	cmp	R(9), #0
	beq	2f
	add	R(6), R(5), #4 << 20	// port_ram
	mov	R(7), R(4)
1:	drop_line(R(7))
	add	R(7), R(7), #16		// none is shorter
	cmp	R(7), R(6)
	blo	1b
	settle
2:	mov	R(7), #0
1:	str	R(7), [R(4)], #CELL
	cmp	R(4), R(5)
	blo	1b
	lea	R(4), port_boot
	str	R(0), [R(4)], #CELL
	str	R(1), [R(4)], #CELL
	str	R(2), [R(4)], #CELL
	str	R(3), [R(4)]
	lea	R(0), port_boot_stack + BOOT_STACK_BYTES
	mov	sp, R(0)
	lea	R(0), _start
	lea	R(1), port_relr
	lea	R(2), port_relr_end
	bl	nucleus_relocate
	b	nucleus_main

	.globl	port_reset
port_reset:
park:
	wfi				// changes nothing before ARMv6K
	b	park

/* R(0) = fn, R(1) = arg, R(2) = rp, R(3) = csp. */
	.globl	port_start
port_start:
	mov	RP, R(2)
	mov	sp, R(3)
	mov	R(4), R(0)
	mov	R(0), R(1)
	br	R(4)

	.data
	.balign	CELL
owner:
	.skip	CELL

	.bss
	.balign	16
	.globl	port_boot, port_trap_end
port_boot:
	.skip	4 * CELL
	.skip	TRAP_STACK_BYTES
port_trap_end:
port_boot_stack:
	.skip	BOOT_STACK_BYTES
