/* start.S - i386: the way from reset to nucleus_main; traps and stacks. */
/* SPDX-License-Identifier: 0BSD */

/* Privilege	ring 0 in 32-bit protected mode, paging off: for ever.
 * Entry	_start, byte 0 of the image, in that mode with flat segments, at
 *		any multiple of 16. esp must point at a few bytes of stack,
 *		unless the loader is a multiboot 1 one. Or reset, the reset
 *		vector of discovery.rom.
 * Processor	a 486 or later; nothing that a 486 has not is used unless
 *		CPUID is there and tells of it (port.c).
 * Memory	[_start, port_end) is ours: image, bss, arena. No address is
 *		fixed. All 4 GiB are reached as they are.
 * Clock	the time-stamp counter, if there is one.
 * Gaps		discovery.rom takes address line 20 for open, as emulators
 *		leave it; caches are as the chip set wants them; an NMI is a
 *		trap and the last one; other processors stay in wait-for-SIPI,
 *		where reset put them (SDM 3A 9.4).
 * Sources	SDM = Intel 64 and IA-32 Architectures Software Developer's
 *		Manual, order number 325462; Multiboot Specification 0.6.96. */

/* Arguments come in eax, edx, ecx (port.mk); callee-saved are ebx ebp esi edi
 * esp. ebp is the Forth data stack pointer, esp the return stack pointer. */
	.text
	.global	port_save, port_resume, port_enter, port_start
port_save:			/* eax = frame; returns 0, later v */
	mov	%ebx, 4(%eax); mov %ebp, 8(%eax)
	mov	%esi, 12(%eax); mov %edi, 16(%eax)
	mov	(%esp), %ecx; mov %ecx, 20(%eax)	/* where we return, */
	lea	4(%esp), %ecx; mov %ecx, (%eax)	/* and esp then */
	xor	%eax, %eax; ret

port_resume:			/* eax = frame, edx = v */
	mov	4(%eax), %ebx; mov 8(%eax), %ebp
	mov	12(%eax), %esi; mov 16(%eax), %edi
	mov	20(%eax), %ecx; mov (%eax), %esp
	mov	%edx, %eax; cld; jmp *%ecx

port_enter:			/* eax = code, edx = dsp; returns the new dsp */
	push	%ebx; push %ebp; push %esi; push %edi
	mov	%edx, %ebp; call *%eax; mov %ebp, %eax
	pop	%edi; pop %esi; pop %ebp; pop %ebx; ret

port_start:			/* eax = fn, edx = arg, ecx = rp */
	mov	%ecx, %esp; and $-16, %esp
	xchg	%edx, %eax; call *%edx; ud2

	.set	code, 8			/* selectors: rows of gdt */
	.set	data, 16
	.set	multiboot_at, 0x100000

	.section .text.entry, "awx"
	.global	_start, port_flags
_start:	cli; cld
	cmp	$0x2badb002, %eax; jne 1f	/* Multiboot 3.2: esp is */
	mov	$multiboot_at + port_end - _start, %esp	/* undefined */
1:	call	2f
2:	pop	%esi; sub $2b - _start, %esi	/* esi = where we are */
	lea	boot_stack - _start(%esi), %esp
	mov	%eax, %ebp; xor %eax, %eax
	lea	port_bss - _start(%esi), %edi
	mov	$port_arena - _start, %ecx; sub $port_bss - _start, %ecx
	rep	stosb
	mov	%ebp, port_boot - _start(%esi)
	mov	%ebx, port_boot + 4 - _start(%esi)
	/* Our segments. CR0: NE ET MP PE, caches on: SDM 3A 2.5 */
	lea	gdt - _start(%esi), %eax
	mov	%eax, gdtr + 2 - _start(%esi); lgdt gdtr - _start(%esi)
	lea	3f - _start(%esi), %eax; push $code; push %eax; lret
3:	mov	$data, %eax; mov %eax, %ds; mov %eax, %es; mov %eax, %ss
	mov	%eax, %fs; mov %eax, %gs
	mov	$0x33, %eax; mov %eax, %cr0
	lea	_start - _start(%esi), %eax; lea port_relr - _start(%esi), %edx
	lea	port_relr_end - _start(%esi), %ecx; call nucleus_relocate
	/* A gate for each exception: SDM 3A 6.11. */
	lea	vectors - _start(%esi), %eax; lea idt - _start(%esi), %edi
	mov	%edi, idtr + 2 - _start(%esi); lidt idtr - _start(%esi)
	mov	$32, %ecx
4:	mov	%eax, %edx; mov %ax, (%edi); movw $code, 2(%edi)
	mov	$0x8e00, %dx; mov %edx, 4(%edi)
	add	$16, %eax; add $8, %edi; loop 4b
	call	nucleus_main

	.balign	16
gdt:	.quad	0, 0x00cf9b000000ffff, 0x00cf93000000ffff	/* 3.4.5 */
gdtr:	.word	gdtr - gdt - 1, 0, 0
idtr:	.word	32 * 8 - 1, 0, 0
	.balign	4
	.ascii	"DISCFLAG"	/* disco finds this and sets the flags */
port_flags: .long 0
	/* Multiboot 3.1.1: magic, flags, checksum; 3.1.3: where this header
	 * goes, where byte 0 goes, the end of that, of bss, and the entry */
multiboot:
	.long	0x1badb002, 0x10000, -(0x1badb002 + 0x10000)
	.long	multiboot_at + multiboot - _start, multiboot_at
	.long	port_bss - _start + multiboot_at
	.long	port_end - _start + multiboot_at, multiboot_at

	.bss
	.balign	16
	.space	16384
boot_stack: .space 8192
trap_stack:
	.global	port_boot
port_boot: .space 16
idt:	.space	32 * 8

	/* One stub of 16 bytes for each exception: the error code, or 0 where
	 * SDM 3A table 6-1 has none, and the number. Then a stack of our own:
	 * that of Forth may be nearly full. */
	.text
	.global	port_reset, port_barrier, port_relax
	.global	port_sync_icache
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
trap:	cld; mov %esp, %eax; mov %ebp, %edx; call 1f
1:	pop	%ecx; lea trap_stack - 1b(%ecx), %esp; call port_fault

/* What takes one instruction or two. A fault that cannot be delivered is a
 * shutdown, and boards answer that by a reset: SDM 3A 6.15, interrupt 8. A
 * locked instruction orders all accesses, 8.2.2; instruction fetch is coherent,
 * and new code is jumped to, 8.1.3. */
port_reset:	push $0; push $0; lidt (%esp); ud2
port_relax:	pause; ret
port_barrier:	lock; addl $0, (%esp)
port_sync_icache: ret

/* The last 256 bytes of discovery.rom, which ends at 4 GiB; the image is at
 * its first. Copies it to RAM and enters it. SDM 3A 9.1.4, first instruction;
 * 9.9.1, to protected mode. */
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
	.section .note.GNU-stack, "", @progbits
