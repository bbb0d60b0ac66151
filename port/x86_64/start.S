/* start.S - x86_64: the way from reset to nucleus_main; traps and stacks. */
/* SPDX-License-Identifier: 0BSD */

/* Privilege	ring 0 at entry and for ever; 64-bit mode after a few lines.
 * Entry	_start, byte 0 of the image, in 32-bit protected mode (flat
 *		segments, paging off) below 4 GiB, or in 64-bit mode anywhere
 *		(identity-mapped), at any multiple of 16. esp must point at
 *		a few bytes of stack, unless the loader is a multiboot 1 one.
 *		Or reset, the reset vector of discovery.rom.
 * Memory	[_start, port_end) is ours: image, bss, arena. No address is
 *		fixed. Mapped: that, what port_map adds, and the window.
 * Clock	the time-stamp counter (port.c).
 * Gaps		discovery.rom takes address line 20 for open, as emulators
 *		leave it; a processor without 64-bit mode stops at once; a
 *		loader that left 5-level paging on is not supported; an NMI is
 *		a trap and the last one; other processors stay in
 *		wait-for-SIPI, where reset put them (SDM 3A 9.4).
 * Sources	SDM = Intel 64 and IA-32 Architectures Software Developer's
 *		Manual, order number 325462; Multiboot Specification 0.6.96. */

/* Callee-saved are rbx rbp r12-r15 rsp (System V psABI, AMD64, 3.2.1). rbp is
 * the Forth data stack pointer, rsp the return stack pointer: the frames hold
 * both. port/host includes this part. */
	.text
	.global	port_save, port_resume, port_enter, port_start
port_save:			/* rdi = frame; returns 0, later v */
	mov	%rbx, 56(%rdi); mov %rbp, 8(%rdi); mov %r12, 16(%rdi)
	mov	%r13, 24(%rdi); mov %r14, 32(%rdi); mov %r15, 40(%rdi)
	mov	(%rsp), %rax; mov %rax, 48(%rdi)	/* where we return, */
	lea	8(%rsp), %rax; mov %rax, (%rdi)	/* and rsp then */
	xor	%eax, %eax; ret

port_resume:			/* rdi = frame, esi = v */
	mov	56(%rdi), %rbx; mov 8(%rdi), %rbp; mov 16(%rdi), %r12
	mov	24(%rdi), %r13; mov 32(%rdi), %r14; mov 40(%rdi), %r15
	mov	(%rdi), %rsp; mov %esi, %eax; cld; jmp *48(%rdi)

port_enter:			/* rdi = code, rsi = dsp; returns the new dsp */
	push	%rbx; push %rbp; push %r12; push %r13; push %r14; push %r15
	sub	$8, %rsp		/* becomes a multiple of 16 */
	mov	%rsi, %rbp; call *%rdi; mov %rbp, %rax; add $8, %rsp
	pop	%r15; pop %r14; pop %r13; pop %r12; pop %rbp; pop %rbx; ret

port_start:			/* rdi = fn, rsi = arg, rdx = rp */
	mov	%rdx, %rsp; and $-16, %rsp
	mov	%rdi, %rax; mov %rsi, %rdi; call *%rax; ud2

#ifndef HOSTED
	.set	code64, 8		/* selector: a row of gdt */
	.set	multiboot_at, 0x100000

	.section .text.entry, "awx"
	.global	_start, port_flags, port_boot
	.code32
_start:	cli; cld		/* the same in both modes, */
	mov	%eax, %edi; xor %eax, %eax
	.byte	0x40, 0x90	/* but this: inc eax, nop; or rex nop */
	test	%eax, %eax; jz claims64
	cmp	$0x2badb002, %edi; jne 1f	/* Multiboot 3.2: esp is */
	mov	$multiboot_at + port_end - _start, %esp	/* undefined */
1:	call	2f
2:	pop	%esi; sub $2b - _start, %esi	/* esi = where we are */
	mov	%edi, port_boot - _start(%esi)
	mov	%ebx, port_boot + 8 - _start(%esi)
	mov	$0x80000000, %eax; cpuid	/* 64-bit mode? SDM 2A, CPUID */
	cmp	$0x80000001, %eax; jb stop
	mov	$0x80000001, %eax; cpuid; bt $29, %edx; jc build
stop:	hlt; jmp stop

	/* Tables for the way to port_init, in the arena, still unused: 4 GiB
	 * one to one by 2 MiB pages. edx = PML4, PDPT, four PDs. SDM 3A 4.5;
	 * 3 = present, writable; 0x83 = large as well. */
build:	lea	port_arena + 4095 - _start(%esi), %edx; and $-4096, %edx
	mov	%edx, %edi; xor %eax, %eax; mov $6 * 1024, %ecx; rep stosl
	lea	0x1003(%edx), %eax; mov %eax, (%edx)
	lea	0x1000(%edx), %edi; mov $4, %ecx
3:	add	$0x1000, %eax; mov %eax, (%edi); add $8, %edi; loop 3b
	lea	0x2000(%edx), %edi; mov $0x83, %eax
4:	mov	%eax, (%edi); add $8, %edi; add $0x200000, %eax; jnc 4b
	/* CR4.PAE, CR3, EFER.LME, CR0.PG: SDM 3A 9.8.5 */
	mov	$0x20, %eax; mov %eax, %cr4; mov %edx, %cr3
	mov	$0xc0000080, %ecx; mov $0x100, %eax; xor %edx, %edx; wrmsr
	mov	$0x80000011, %eax; mov %eax, %cr0
	lea	gdt - _start(%esi), %eax
	mov	%eax, gdtr + 2 - _start(%esi); lgdt gdtr - _start(%esi)
	lea	entry64 - _start(%esi), %eax; push $code64; push %eax; lret

	.code64
claims64: mov %rdi, port_boot(%rip); mov %rbx, port_boot + 8(%rip)
entry64: lea boot_stack(%rip), %rsp
	lea	gdt(%rip), %rax
	mov	%rax, gdtr + 2(%rip); lgdt gdtr(%rip)
	lea	5f(%rip), %rax; push $code64; push %rax; lretq
	/* The other segment registers do nothing here: SDM 3A 3.4.4. */
5:	lea	port_bss(%rip), %rdi; lea port_arena(%rip), %rcx
	sub	%rdi, %rcx; xor %eax, %eax; rep stosb
	lea	_start(%rip), %rdi; lea port_relr(%rip), %rsi
	lea	port_relr_end(%rip), %rdx; call nucleus_relocate
	/* The task segment, for IST stack 1 (SDM 3A 7.2.3, 7.7), and a gate
	 * onto that stack for each exception (6.14.1). */
	lea	tss(%rip), %rax; mov %rax, tss + 36(%rip)
	mov	%ax, task + 2(%rip); shr $16, %rax
	mov	%al, task + 4(%rip); mov %ah, task + 7(%rip); shr $16, %rax
	mov	%eax, task + 8(%rip); movb $0x89, task + 5(%rip) /* idle */
	mov	$task - gdt, %eax; ltr %ax
	lea	vectors(%rip), %rax; lea idt(%rip), %rdi; mov $32, %ecx
	mov	%rdi, idtr + 2(%rip); lidt idtr(%rip)
6:	mov	%eax, (%rdi); movw $code64, 2(%rdi)
	mov	%rax, 4(%rdi); movw $0x8e01, 4(%rdi)
	add	$16, %rax; add $16, %rdi; loop 6b
	call	nucleus_main

	.balign	16
gdt:	.quad	0, 0x00af9b000000ffff	/* 3.4.5 */
task:	.quad	0x67, 0
gdtr:	.word	gdtr - gdt - 1, 0, 0, 0, 0
idtr:	.word	32 * 16 - 1, 0, 0, 0, 0
	.balign	4
	.ascii	"DISCFLAG"	/* disco finds this and sets the flags */
port_flags: .long 0
port_boot: .quad 0, 0, 0, 0	/* eax, ebx at entry; in data, not in bss */
	/* Multiboot 3.1.1: magic, flags, checksum; 3.1.3: where this header
	 * goes, where byte 0 goes, the end of that, of bss, and the entry */
multiboot: .long 0x1badb002, 0x10000, -(0x1badb002 + 0x10000)
	.long	multiboot_at + multiboot - _start, multiboot_at
	.long	port_bss - _start + multiboot_at
	.long	port_end - _start + multiboot_at, multiboot_at

	.bss
	.space	16384
boot_stack: .space 8192		/* the traps' stack */
tss:	.space	104
idt:	.space	32 * 16

	/* One stub of 16 bytes for each exception: the error code, or 0 where
	 * SDM 3A table 6-1 has none, and the number. */
	.text
	.global	port_reset, port_ticks, port_barrier, port_relax, port_in
	.global	port_out, port_sync_icache
	.balign	16
	.set	n, 0
vectors:
	.rept	32
	.balign	16
	.if	!((0x60227d00 >> n) & 1)
	push	$0
	.endif
	push	$n; jmp trap
	.set	n, n + 1
	.endr
trap:	cld; mov %rsp, %rdi; mov %rbp, %rsi; and $-16, %rsp; call port_fault

port_in:			/* edi = port, esi = width, rdx = v */
	mov	%rdx, %rcx; mov %edi, %edx; xor %eax, %eax
	cmp	$0xffff, %edi; ja 8f
	cmp	$1, %esi; jne 1f; in %dx, %al; jmp 3f
1:	cmp	$2, %esi; jne 2f; in %dx, %ax; jmp 3f
2:	cmp	$4, %esi; jne 9f; in %dx, %eax
3:	mov	%rax, (%rcx); xor %eax, %eax; ret
port_out:			/* edi = port, esi = width, rdx = v */
	mov	%rdx, %rax; mov %edi, %edx
	cmp	$0xffff, %edi; ja 8f
	cmp	$1, %esi; jne 1f; out %al, %dx; jmp 3f
1:	cmp	$2, %esi; jne 2f; out %ax, %dx; jmp 3f
2:	cmp	$4, %esi; jne 9f; out %eax, %dx
3:	xor	%eax, %eax; ret
8:	mov	$-11, %eax; ret		/* IOR_RANGE */
9:	mov	$-21, %eax; ret		/* IOR_UNSUPPORTED */

/* What takes one instruction or two. A fault that cannot be delivered is a
 * shutdown, and boards answer that by a reset: SDM 3A 6.15, interrupt 8.
 * Instruction fetch is coherent, and new code is jumped to: SDM 3A 8.1.3. */
port_reset:	push $0; push $0; lidt (%rsp); ud2
port_ticks:	rdtsc; shl $32, %rdx; or %rdx, %rax; ret
port_relax:	pause; ret
port_barrier:	mfence
port_sync_icache: ret

/* The last 256 bytes of discovery.rom, which ends at 4 GiB; the image is at
 * its first. Copies it to RAM and enters it in 32-bit mode. SDM 3A 9.1.4,
 * first instruction; 9.9.1, to protected mode. */
	.set	top, 0xffffff00
	.section .rom, "", @progbits
	.code16
rom_gdt:
	.quad	0, 0x00cf9b000000ffff, 0x00cf93000000ffff
rom_gdtr:
	.word	rom_gdtr - rom_gdt - 1; .long top
begin:	lgdtl	%cs:0xff00 + rom_gdtr - rom_gdt
	mov	%cr0, %eax; or $1, %al; mov %eax, %cr0
	ljmpl	$8, $top + 1f - rom_gdt
	.code32
1:	mov	$16, %eax; mov %eax, %ds; mov %eax, %es; mov %eax, %ss
	mov	$port_bss + 256 + 0xffff, %esi
	and	$-0x10000, %esi; neg %esi	/* the ROM's first byte */
	mov	top + load_at - rom_gdt, %edi; mov %edi, %ebx
	mov	$port_bss, %ecx; rep movsb
	lea	64(%edi), %esp; jmp *%ebx	/* a stack in bss */
	.org	0xe0
load_at: .long	0x100000		/* disco --at patches this */
	.ascii	"DISC"
	.org	0xf0
	.code16
	cli; cld; jmp begin
	.org	0x100
#endif
	.section .note.GNU-stack, "", @progbits
