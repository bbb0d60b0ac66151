# port.mk - how the Makefile builds and runs the @ port.
# SPDX-License-Identifier: 0BSD
# Owed: the flags that forbid floating point, keep every address relative to
# pc, and keep C off the registers dsp and rp of `ops` (-ffixed-...).
TRIPLE_@ = @-unknown-elf
CFLAGS_@ =
LDFLAGS_@ =
QEMU_@ = qemu-system-@
