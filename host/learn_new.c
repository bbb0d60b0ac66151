/* learn_new.c - disco port new: the files of a port that is to be written. */
/* SPDX-License-Identifier: 0BSD */
/* What can be the same everywhere is there; each file says what else it owes.
 * In the texts @ stands for the ISA's name. */
#include "learn.h"
#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char start_s[] =
"/* start.S - @ entry, trap entry and context switch. */\n"
"/* SPDX-License-Identifier: 0BSD */\n"
"/*\n"
" * Entry       byte 0 of the image, at any multiple of 16; say here from what,\n"
" *             and which registers are read (none, if you can)\n"
" * Privilege   say here which levels it starts in, and which it goes on in\n"
" * Processors  one goes on, the others stop for good\n"
" * MMU         say here what it is at entry, and after\n"
" * Interrupts  masked, for good\n"
" * Clock       say here which counter, and whether its rate is known\n"
" * Gaps        say here what is known not to work\n"
" * Sources     the manuals, with sections\n"
" */\n"
"\n"
"\t.section .text.start, \"ax\"\n"
"\t.globl\t_start\n"
"_start:\n"
"\t/* trap vectors; one processor only; clear port_bss..port_bss_end; boot\n"
"\t * stack; nucleus_relocate(_start, port_rela, port_rela_end);\n"
"\t * nucleus_main() */\n"
"\n"
"\t.balign\t8\n"
"\t.ascii\t\"DISCFLAG\"\t\t/* disco finds it and sets the flags */\n"
"\t.globl\tport_flags\n"
"port_flags:\n"
"\t.long\t0\n"
"\n"
"\t/* Trap entry: on a stack of its own, to a C function in port.c that\n"
"\t * fills struct port_trap and calls nucleus_trap. Never returns. */\n"
"\n"
"\t/* int port_save(struct port_frame *): callee-saved registers, stack\n"
"\t * pointer, RP and the return address into the frame; returns 0. */\n"
"\t.globl\tport_save\n"
"port_save:\n"
"\n"
"\t/* void port_resume(frame, v): all that back; port_save returns v. */\n"
"\t.globl\tport_resume\n"
"port_resume:\n"
"\n"
"\t/* cell *port_enter(code, dsp): save the callee-saved registers, DSP =\n"
"\t * dsp, call code, return DSP. RP goes through as it is. */\n"
"\t.globl\tport_enter\n"
"port_enter:\n"
"\n"
"\t/* void port_start(fn, arg, rp, csp): RP = rp, stack pointer = csp,\n"
"\t * fn(arg), which does not return. */\n"
"\t.globl\tport_start\n"
"port_start:\n";

static const char port_c[] =
"/* port.c - what @ owes the nucleus, apart from start.S. */\n"
"/* SPDX-License-Identifier: 0BSD */\n"
"/* Each function's duty is told in port/port.h. What stands here is right for\n"
" * a processor with no MMU in use, no port space and coherent caches. */\n"
"#include \"port/port.h\"\n"
"\n"
"extern char _start[], port_ram_start[], port_ram_end[]; /* link.ld */\n"
"\n"
"const char port_isa[] = \"@\";\n"
"char *port_image = _start;\n"
"char *port_image_end = port_ram_end;\n"
"char *port_ram = port_ram_start;\n"
"size_t port_ram_bytes = 2 << 20;\n"
"\n"
"/* Owed: a function that the trap entry calls; it gives the cause its ior. */\n"
"\n"
"void\nport_init(void)\n{\n}\n"
"\n"
"/* Owed: a counter, for every deadline is measured with it. */\n"
"uint64_t\nport_ticks(void)\n{\n\tstatic uint64_t calls;\n"
"\n\treturn ++calls;\n}\n"
"\n"
"uint64_t\nport_tick_hz(void)\n{\n\treturn 0;\n}\n"
"\n"
"/* Owed: make code written at p visible to instruction fetch. */\n"
"void\nport_sync_icache(void *p, size_t n)\n{\n\t(void)p;\n\t(void)n;\n}\n"
"\n"
"/* Owed: order device accesses, let a late abort arrive now. */\n"
"void\nport_barrier(void)\n{\n}\n"
"\n"
"volatile void *\nport_window(uint64_t pa)\n{\n"
"\treturn (volatile void *)(ucell)pa;\n}\n"
"\n"
"int\nport_map(uint64_t pa, uint64_t n)\n{\n\t(void)pa;\n\t(void)n;\n"
"\treturn IOR_OK;\n}\n"
"\n"
"int\nport_in(uint32_t port, int width, uint64_t *v)\n{\n\t(void)port;\n"
"\t(void)width;\n\t(void)v;\n\treturn IOR_UNSUPPORTED;\n}\n"
"\n"
"int\nport_out(uint32_t port, int width, uint64_t v)\n{\n\t(void)port;\n"
"\t(void)width;\n\t(void)v;\n\treturn IOR_UNSUPPORTED;\n}\n"
"\n"
"/* Owed: the identification registers, one for each i from 0. */\n"
"bool\nport_id(int i, struct port_id *id)\n{\n\t(void)i;\n\t(void)id;\n"
"\treturn false;\n}\n"
"\n"
"void\nport_relax(void)\n{\n}\n"
"\n"
"/* Owed: a documented reset, if the processor has one. */\n"
"noreturn void\nport_reset(int status)\n{\n\t(void)status;\n\tfor (;;)\n"
"\t\tport_relax();\n}\n"
"\n"
"int\nport_putc(int c)\n{\n\t(void)c;\n\treturn IOR_UNSUPPORTED;\n}\n"
"\n"
"int\nport_getc(void)\n{\n\treturn -1;\n}\n";

static const char link_ld[] =
"/* link.ld - a flat image that runs wherever it is put. */\n"
"/* SPDX-License-Identifier: 0BSD */\n"
"ENTRY(_start)\n"
"PHDRS { all PT_LOAD FLAGS(7); ram PT_LOAD FLAGS(7); }\n"
"SECTIONS\n"
"{\n"
"\t. = 0;\n"
"\t.text : { KEEP(*(.text.start)) *(.text .text.*) } :all\n"
"\t.rodata : { *(.rodata .rodata.*) }\n"
"\t.rela.dyn : {\n"
"\t\tPROVIDE_HIDDEN(port_rela = .);\n"
"\t\t*(.rela .rela.*)\n"
"\t\tPROVIDE_HIDDEN(port_rela_end = .);\n"
"\t}\n"
"\t.dynamic : { *(.dynamic) }\n"
"\t.data : ALIGN(16) { *(.data .data.*) *(.got .got.plt) }\n"
"\t.bss (NOLOAD) : ALIGN(16) {\n"
"\t\tPROVIDE_HIDDEN(port_bss = .);\n"
"\t\t*(.bss .bss.* COMMON)\n"
"\t\t. = ALIGN(16);\n"
"\t\tPROVIDE_HIDDEN(port_bss_end = .);\n"
"\t}\n"
"\t.ram (NOLOAD) : ALIGN(16) {\n"
"\t\tPROVIDE_HIDDEN(port_ram_start = .);\n"
"\t\t. += 0x200000;\n"
"\t\tPROVIDE_HIDDEN(port_ram_end = .);\n"
"\t} :ram\n"
"\tPROVIDE_HIDDEN(port_image_bytes = ABSOLUTE(.));\n"
"\t/DISCARD/ : { *(.comment .note* .eh_frame* .interp .gnu.hash .hash) }\n"
"}\n";

static const char port_mk[] =
"# port.mk - how the Makefile builds and runs the @ port.\n"
"# SPDX-License-Identifier: 0BSD\n"
"# Owed: the flags that forbid floating point, keep every address relative to\n"
"# pc, and keep C off the registers dsp and rp of `ops` (-ffixed-...).\n"
"TRIPLE_@ = @-unknown-elf\n"
"CFLAGS_@ =\n"
"LDFLAGS_@ =\n"
"QEMU_@ = qemu-system-@\n";

static const char ops_head[] =
"# ops - what each abstract operation of nucleus/ops.h is in @ assembly\n"
"# SPDX-License-Identifier: 0BSD\n"
"# Format: doc/spec/ops.md. Source: say here which manual.\n"
"#\n"
"# Owed: the lines here, then each row below without its #. A row left out is\n"
"# compiled as a call of C. `disco port check @` says how far you are.\n"
"\n"
"isa     @\n"
"# mc      -triple=@\n"
"# cell    8\n"
"# number = position; - where rows cannot use the register\n"
"# regs    r0 r1 r2 r3\n"
"# what the compiler may use: not dsp, not rp, not the scratch of rows\n"
"# pool    r0 r1\n"
"# dsp     r2\n"
"# rp      r3\n"
"\n";

/* text with every @ replaced by isa. */
static void
put_text(FILE *out, const char *text, const char *isa)
{
	for (; *text; text++)
		if (*text == '@')
			fputs(isa, out);
		else
			fputc(*text, out);
}

/* A line for each operation, with the meaning that nucleus/ops.h gives. */
static void
put_rows(FILE *out)
{
#define OP_MEANING(id, name, operands, meaning) { name, operands, #meaning },
	static const struct {
		const char *name, *operands, *meaning;
	} ops[] = { OPS(OP_MEANING) };

	for (unsigned n = 0; n < OP_COUNT; n++) {
		fprintf(out, "# %-7s", ops[n].name);
		for (const char *p = ops[n].operands; *p; p++)
			fprintf(out, " %c%s", *p, *p == 'i' ? "12s" : "");
		fprintf(out, "%*s:", 12 - 2 * (int)strlen(ops[n].operands) -
			(strchr(ops[n].operands, 'i') ? 3 : 0), "");
		if (strcmp(ops[n].meaning, "0"))
			fprintf(out, " d = %s", ops[n].meaning);
		fputc('\n', out);
	}
}

static void
put_file(const char *isa, const char *name, const char *text)
{
	char *path = string("port/%s/%s", isa, name);
	FILE *out = fopen(path, "wx");

	if (!out)
		die(EXIT_FAILED, "%s: %s", path, strerror(errno));
	put_text(out, text, isa);
	if (text == ops_head)
		put_rows(out);
	if (fclose(out))
		die(EXIT_FAILED, "%s: %s", path, strerror(errno));
	printf("%s\n", path);
}

bool
port_new(const char *isa)
{
	char *dir = string("port/%s", isa);

	for (const char *p = isa; *p; p++)
		if (!isalnum((unsigned char)*p) && *p != '_')
			die(EXIT_USAGE, "an ISA's name is letters, digits and _,"
				" not `%s`", isa);
	if (!*isa || strlen(isa) > 11)
		die(EXIT_USAGE, "an ISA's name has 1 to 11 letters");
	if (mkdir(dir, 0777))
		die(EXIT_FAILED, "cannot make %s: %s%s", dir, strerror(errno),
			errno == ENOENT ? "; stand in the root of the tree" : "");
	put_file(isa, "start.S", start_s);
	put_file(isa, "port.c", port_c);
	put_file(isa, "link.ld", link_ld);
	put_file(isa, "port.mk", port_mk);
	put_file(isa, "ops", ops_head);
	say("next: port/%s/ops, until `disco port check %s` is content", isa,
		isa);
	return true;
}
