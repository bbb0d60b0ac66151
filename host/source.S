/* source.S - the Forth sources, as host/archive.sh packed them. */
/* SPDX-License-Identifier: 0BSD */
	.section .rodata.forth_source,"a",%progbits
	.globl	forth_source, forth_source_end
	.hidden	forth_source, forth_source_end
forth_source:
	.incbin	"out/gen/source.bin"
forth_source_end:
	.section .note.GNU-stack,"",%progbits
