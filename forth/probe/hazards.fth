\ hazards.fth - what no probe may touch: data rows, each with its source.
\ SPDX-License-Identifier: 0BSD
\ needs: bus.fth
\ A row of memory is as small as the device that it names, so a board that has
\ RAM there loses nothing: its page is judged by the bytes around the row.

\ data rows
\ data rows
\ x86 ports (isa-wide: the PC architecture)
io-space $60 1 hazard: i8042 data, a read pops it; PS/2 TRM 1987, keyboard
io-space $64 1 hazard: i8042 command, $fe resets; PS/2 TRM 1987, keyboard
io-space $92 1 hazard: port 92, bit 0 resets, bit 1 is A20; PS/2 TRM 1987
io-space $b2 2 hazard: APM control, a write raises SMI; PIIX4 datasheet 7.2
io-space $510 $c hazard: fw_cfg, a forbidden oracle; qemu docs/specs/fw_cfg
io-space $cf9 1 hazard: reset control; PIIX4 datasheet 4.1.5

\ Emulated boards whose oracle or off switch sits at a fixed place
mem-space $9020000 $18 hazard: fw_cfg, an oracle; qemu hw/arm/virt.c
mem-space $10100000 $18 hazard: fw_cfg, an oracle; qemu hw/riscv/virt.c
mem-space $100000 4 hazard: test finisher, ends the run; qemu sifive_test.c
mem-space $10000018 4 hazard: CM_LMBUSCNT, qemu 7.2 dies of a read; integrator
mem-space $100e0020 $10 hazard: power control, 0 resets; qemu loongarch virt.c
\ end of data rows
\ end of data rows

\ A row too large to be spared where there may be RAM: for its processor only.
: midr?  ( mask value -- flag )
   {: mask value :}
   0 port-id 0= if  false exit  then
   mask and value = -rot s" midr" str= and
;
$ff000000 $69000000 midr? [if]
mem-space $40f00300 $fe00 hazard: PXA, nothing there; qemu 7.2 dies of a read
mem-space $8800400 $c00 hazard: PXA, scoop at $8800040; qemu 7.2 dies of a read
mem-space $14800400 $c00 hazard: PXA, scoop at $14800040; qemu 7.2 dies likewise
[then]
