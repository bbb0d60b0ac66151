# port.mk - i386: how to build it, and the image as a machine's firmware.
# SPDX-License-Identifier: 0BSD
# Arguments in eax, edx, ecx: start.S and the rows of calls rely on that.
TRIPLE_i386 := i386-none-elf
CFLAGS_i386 := -march=i486 -mregparm=3 -mgeneral-regs-only
LDFLAGS_i386 := -z max-page-size=4096
QEMU_i386 := qemu-system-i386
EXTRA_i386 := out/i386/discovery.rom

# The image, zeros up to a multiple of 64 KiB less 256, the reset code.
out/i386/discovery.rom: out/i386/discovery.elf out/i386/discovery.bin
	$(Q)$(OBJCOPY) --dump-section .rom=$@.top $< /dev/null
	$(Q)cp out/i386/discovery.bin $@
	$(Q)truncate -s +256 $@ && truncate -s %65536 $@ && truncate -s -256 $@
	$(Q)cat $@.top >>$@
