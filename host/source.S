/* source.S - the Forth sources, as host/archive.sh packed them. */
/* SPDX-License-Identifier: 0BSD */
#define QUOTED_(x) #x
#define QUOTED(x) QUOTED_(x)
	.section .rodata.forth_source,"a",%progbits
	.globl	forth_source, forth_source_end
	.hidden	forth_source, forth_source_end
forth_source:
	.incbin	QUOTED(TEXTS)
forth_source_end:
	.section .note.GNU-stack,"",%progbits
