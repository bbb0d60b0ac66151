# port.mk - x86_64: how to build it, and the image as a machine's firmware.
# SPDX-License-Identifier: 0BSD
TRIPLE_x86_64 := x86_64-none-elf
CFLAGS_x86_64 := -mgeneral-regs-only -mno-red-zone
LDFLAGS_x86_64 := -z max-page-size=4096
QEMU_x86_64 := qemu-system-x86_64
EXTRA_x86_64 := out/x86_64/discovery.rom

# The image, zeros up to a multiple of 64 KiB less 256, the reset code.
out/x86_64/discovery.rom: out/x86_64/discovery.elf out/x86_64/discovery.bin
	$(Q)$(OBJCOPY) --dump-section .rom=$@.top $< /dev/null
	$(Q)cp out/x86_64/discovery.bin $@
	$(Q)truncate -s +256 $@ && truncate -s %65536 $@ && truncate -s -256 $@
	$(Q)cat $@.top >>$@
