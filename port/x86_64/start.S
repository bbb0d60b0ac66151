/* start.S - x86_64: from reset or a loader to nucleus_main; traps and stacks. */
/* SPDX-License-Identifier: 0BSD */

/* Privilege	ring 0 at entry and for ever; 64-bit mode after a few lines.
 * Entry	_start, byte 0 of the image, in 32-bit protected mode (flat
 *		segments, paging off) below 4 GiB, or in 64-bit mode anywhere
 *		(identity-mapped), at any multiple of 16. esp must point at
 *		a few bytes of stack, unless a multiboot 1 loader is to blame.
 *		eax and ebx are kept for the record: port_entry.
 *		Or reset, the reset vector of discovery.rom.
 * Memory	[_start, port_end) is ours: image, bss, arena. No address is
 *		fixed. Mapped: that, what port_map adds, and the window.
 * Clock	the time-stamp counter (port.c).
 * Gaps		a processor without 64-bit mode stops at once; a loader that
 *		left 5-level paging on is not supported; an NMI is a trap and
 *		the last one; other processors stay in wait-for-SIPI, where
 *		reset put them (SDM 3A 9.4).
 * Sources	SDM = Intel 64 and IA-32 Architectures Software Developer's
 *		Manual, order number 325462; Multiboot Specification 0.6.96. */

/* Callee-saved: rbx rbp r12 r13 r14 r15 rsp (System V AMD64 psABI 3.2.1). The
 * Forth data stack pointer is rbp, the return stack pointer is rsp, so the
 * frames below hold both. port/host includes this part of the file. */
	.text
	.global	port_save, port_resume, port_enter, port_start

port_save:			/* rdi = frame; returns 0, later v */
	mov	%rbx, (%rdi)
	mov	%rbp, 8(%rdi)
	mov	%r12, 16(%rdi)
	mov	%r13, 24(%rdi)
	mov	%r14, 32(%rdi)
	mov	%r15, 40(%rdi)
	mov	(%rsp), %rax
	lea	8(%rsp), %rcx	/* rsp as our caller sees it on return */
	mov	%rax, 48(%rdi)
	mov	%rcx, 56(%rdi)
	xor	%eax, %eax
	ret

port_resume:			/* rdi = frame, esi = v */
	mov	(%rdi), %rbx
	mov	8(%rdi), %rbp
	mov	16(%rdi), %r12
	mov	24(%rdi), %r13
	mov	32(%rdi), %r14
	mov	40(%rdi), %r15
	mov	56(%rdi), %rsp
	mov	%esi, %eax
	cld			/* a fault inside a backward copy */
	jmp	*48(%rdi)

port_enter:			/* rdi = code, rsi = dsp; returns the new dsp */
	push	%rbx
	push	%rbp
	push	%r12
	push	%r13
	push	%r14
	push	%r15
	push	%r15		/* keeps rsp a multiple of 16 at the call */
	mov	%rsi, %rbp
	call	*%rdi
	mov	%rbp, %rax
	pop	%r15
	pop	%r15
	pop	%r14
	pop	%r13
	pop	%r12
	pop	%rbp
	pop	%rbx
	ret

port_start:			/* rdi = fn, rsi = arg, rdx = rp, rcx unused */
	mov	%rdx, %rsp
	and	$-16, %rsp
	mov	%rdi, %rax
	mov	%rsi, %rdi
	call	*%rax
	ud2			/* fn must not return */

#ifndef HOSTED
	.set	code64, 8	/* selectors: rows of port_gdt */
	.set	flat, 16
	.set	multiboot_at, 0x100000

	.section .text.entry, "awx"
	.global	_start, port_entry, port_gdt, port_flags
	.code32
_start:				/* the same in both modes, */
	cli
	cld
	mov	%eax, %edi
	xor	%eax, %eax
	.byte	0x40, 0x90	/* but this: inc eax, nop; or rex nop */
	test	%eax, %eax
	jz	entry64

	cmp	$0x2badb002, %edi	/* Multiboot 3.2: esp is undefined */
	jne	1f
	mov	$multiboot_at + scratch - _start, %esp
1:	call	2f
2:	pop	%esi
	sub	$2b - _start, %esi	/* esi = where we are */
	mov	%edi, port_entry - _start(%esi)
	mov	%ebx, port_entry + 8 - _start(%esi)
	mov	$0x80000000, %eax	/* SDM 2A, CPUID */
	cpuid
	cmp	$0x80000001, %eax
	jb	stop
	mov	$0x80000001, %eax
	cpuid
	bt	$29, %edx		/* no 64-bit mode: */
	jnc	stop

	/* Tables for the way to port_init, in the arena, still unused: 4 GiB
	 * one to one by 2 MiB pages. PML4, PDPT, four PDs. SDM 3A 4.5. */
	lea	port_arena + 4095 - _start(%esi), %edx
	and	$-4096, %edx
	mov	%edx, %edi
	xor	%eax, %eax
	mov	$6 * 1024, %ecx
	rep stosl
	lea	0x1003(%edx), %eax	/* present, writable */
	mov	%eax, (%edx)
	mov	$4, %ecx
3:	mov	%ecx, %eax
	shl	$12, %eax
	lea	0x1003(%edx, %eax), %eax
	mov	%eax, 0xff8(%edx, %ecx, 8)
	loop	3b
	lea	0x2000(%edx), %edi
	mov	$0x83, %eax		/* present, writable, large */
4:	mov	%eax, (%edi)
	add	$8, %edi
	add	$0x200000, %eax
	jnc	4b

	/* SDM 3A 9.8.5: PAE, CR3, EFER.LME, then paging. */
	mov	$0x20, %eax
	mov	%eax, %cr4
	mov	%edx, %cr3
	mov	$0xc0000080, %ecx
	mov	$0x100, %eax
	xor	%edx, %edx
	wrmsr
	mov	$0x80000011, %eax
	mov	%eax, %cr0
	lea	port_gdt - _start(%esi), %eax
	mov	%eax, gdtr + 2 - _start(%esi)
	lgdt	gdtr - _start(%esi)
	lea	common - _start(%esi), %eax
	push	$code64
	push	%eax
	lret

stop:	hlt
	jmp	stop

	.code64
entry64:
	mov	%rdi, port_entry(%rip)
	mov	%rbx, port_entry + 8(%rip)
common:	lea	boot_stack(%rip), %rsp
	lea	port_gdt(%rip), %rax
	mov	%rax, gdtr + 2(%rip)
	lgdt	gdtr(%rip)
	lea	5f(%rip), %rax
	push	$code64
	push	%rax
	lretq
5:	mov	$flat, %eax
	mov	%eax, %ds
	mov	%eax, %es
	mov	%eax, %ss
	xor	%eax, %eax
	mov	%eax, %fs
	mov	%eax, %gs
	lea	port_bss(%rip), %rdi
	lea	port_arena(%rip), %rcx
	sub	%rdi, %rcx
	rep stosb
	lea	_start(%rip), %rdi
	lea	port_rela(%rip), %rsi
	lea	port_rela_end(%rip), %rdx
	call	nucleus_relocate
	call	nucleus_main

	.balign	16
port_gdt:			/* SDM 3A 3.4.5; the last two: port_init */
	.quad	0, 0x00af9b000000ffff, 0x00cf93000000ffff, 0, 0
gdtr:	.word	gdtr - port_gdt - 1
	.quad	0
	.balign	4
	.ascii	"DISCFLAG"	/* disco finds it and sets the flags */
port_flags:
	.long	0
	/* Multiboot 3.1.1: magic, flags, checksum; 3.1.3: where we are in the
	 * file, where that goes, its end, the end of bss, entry. */
multiboot:
	.long	0x1badb002, 0x10000, -(0x1badb002 + 0x10000)
	.long	multiboot_at + multiboot - _start, multiboot_at
	.long	port_bss - _start + multiboot_at
	.long	port_end - _start + multiboot_at, multiboot_at
	.balign	8
port_entry:			/* eax, ebx at entry */
	.quad	0, 0
	.quad	0		/* stack for call 2f */
scratch:

	.bss
	.space	16384
boot_stack:

	/* One stub of 16 bytes for each exception; error code or 0, then the
	 * number. Vectors with an error code: SDM 3A table 6-1. */
	.text
	.balign	16
	.global	port_vectors
port_vectors:
	.set	n, 0
	.rept	32
	.balign	16
	.if	!((0x60227d00 >> n) & 1)
	push	$0
	.endif
	push	$n
	jmp	trap
	.set	n, n + 1
	.endr

trap:	cld
	mov	%rsp, %rdi
	mov	%rbp, %rsi
	and	$-16, %rsp
	call	port_fault

/* The top 256 bytes of discovery.rom, which ends at 4 GiB; the image is at
 * the ROM's first byte. Copies it to RAM and enters it in 32-bit mode.
 * SDM 3A 9.1.4 (first instruction), 9.9.1 (to protected mode). */
	.set	top, 0xffffff00
	.section .rom, "", @progbits
	.code16
rom:	.quad	0, 0x00cf9b000000ffff, 0x00cf93000000ffff
rom_gdtr:
	.word	23
	.long	top
begin:	lgdtl	%cs:0xff00 + rom_gdtr - rom
	mov	%cr0, %eax
	or	$1, %al
	mov	%eax, %cr0
	ljmpl	$8, $top + begin32 - rom
	.code32
begin32:
	mov	$flat, %eax
	mov	%eax, %ds
	mov	%eax, %es
	mov	%eax, %ss
	/* If cell 0x500 is also cell 0x100500, address line 20 is held at 0:
	 * free it by port 0x92 bit 1 (bit 0 would reset). Intel ICH9 data
	 * sheet 13.7.3, PORT92. */
	mov	0x500, %eax
	mov	0x100500, %ebx
	notl	0x500
	cmp	0x100500, %ebx
	mov	%eax, 0x500
	je	1f
	in	$0x92, %al
	and	$0xfe, %al
	or	$2, %al
	out	%al, $0x92
1:	mov	$port_bss + 256 + 0xffff, %esi
	and	$-0x10000, %esi
	neg	%esi			/* the ROM's first byte */
	mov	top + load_at - rom, %edi
	mov	%edi, %ebx
	mov	$port_bss, %ecx
	rep movsb
	lea	64(%edi), %esp		/* in bss */
	jmp	*%ebx
	.org	0xe0
load_at:			/* disco --at patches this */
	.long	0x100000
	.ascii	"DISC"
	.org	0xf0
	.code16
reset:	cli
	cld
	jmp	begin
	.org	0x100
#endif
	.section .note.GNU-stack, "", @progbits
