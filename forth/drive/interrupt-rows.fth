\ interrupt-rows.fth - how devices are made to interrupt, where lines show.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/interrupts.fth
\ Register numbers count registers: of 32 bits where nothing else is said.

\ Controllers: what is pending, whether it is enabled or not -------------------
: dev-word  ( i first -- x )  + dev@ ;
\ Arm IHI 0048B 4.3.7: GICD_ISPENDR0 is at $200. Levels show in it at once.
: gic-lines  ( i -- x )  $80 dev-word ;
\ 4.3.2: GICD_TYPER says how many words there are. A GICC bears the same name;
\ where it faults at those words it is none.
: open-gic  ( -- )
   1 dev@ $1f and 1+  dup its-row @ iq>words !  $7f + dev@ drop
;
\ SiFive FU540 manual 10.5: pending bits at $1000
: plic-lines  ( i -- x )  $400 dev-word ;
\ RISC-V PLIC 1.0, 8 and 9: a line is pending until it is claimed and
\ completed: priorities at 0, enables of context 0 at $2000, threshold and
\ claim at $200000. No processor takes an interrupt meanwhile.
: plic-claim  ( line -- )
   #undo @ swap  1 over puts  0 $80000 puts
   1 over $1f and lshift swap 5 rshift $800 + sets
   $80001 dev@ $80001 dev!  undo-to
;
: claim-word  ( i -- )
   dup plic-lines #32 0 do
      dup 1 and if  over #32 * i + plic-claim  then  1 rshift
   loop  2drop
;
: open-plic  ( -- )  #32 0 do  i claim-word  loop ;
\ Arm DDI 0181 3.3.3: VICRAWINTR; DDI 0159 (Integrator/CP): PIC_IRQ_RAWSTAT
: vic-lines  ( i -- x )  2 dev-word ;
: integrator-lines  ( i -- x )  1 dev-word ;
\ AST2400 datasheet 19, Linux irq-aspeed-vic.c: raw status at $90 and $94
: aspeed-lines  ( i -- x )  $24 dev-word ;
\ i.MX31 RM 7.3: INTSRCH, INTSRCL at $48: all sources, the high half first
: avic-lines  ( i -- x )  $13 swap - dev@ ;
\ Intel PXA255 manual 4.2: ICPR at $10
: pxa-lines  ( i -- x )  4 dev-word ;
\ Allwinner A10 manual 1.11: pending at $10
: sunxi-lines  ( i -- x )  4 dev-word ;
\ TI OMAP3 TRM 12.5: ITR, the inputs before masks; $20 from word to word
: omap-lines  ( i -- x )  3 lshift $21 + dev@ ;
\ BCM2835 ARM Peripherals 7.5: what is not enabled does not show. Pending 1, 2
\ at $204; enable at $210, disable at $21c.
: bcm-lines  ( i -- x )  1 dev-word ;
: enable-bcm  ( i -- )
   4 + dup dev@ 2dup swap later                 ( reg# old )
   invert over 3 + later  ones32 swap dev!
;
: open-bcm  ( -- )  0 enable-bcm 1 enable-bcm ;
\ Intel 8259A datasheet: OCW3 $0a, then a read gives IRR. ELCR (82371AB
\ datasheet 4.2.6) makes lines fall again with their device.
: 8259-lines  ( i -- x )
   if  $0a $a0 pc! $a0 pc@  else  $0a $20 pc! $20 pc@  then
;
: open-8259  ( -- )                           \ the first one speaks for both
   here-is pl>base @ $20 <> if  -21 throw  then
   $4b0 dev@ $4b0 later  $f8 $4b0 dev!  $4b1 dev@ $4b1 later  $de $4b1 dev!
;
\ data rows
' open-gic 1 #32 0 ' gic-lines pending: arm,gic-400
' open-gic 1 #32 0 ' gic-lines pending: arm,cortex-a9-gic
' open-gic 1 #32 0 ' gic-lines pending: arm,arm11mp-gic
' open-gic 1 #32 0 ' gic-lines pending: arm,gic-v3
' open-plic #32 #32 0 ' plic-lines pending: sifive,plic-1.0.0
' plic-claim forgets
0 1 #32 0 ' vic-lines pending: arm,pl190-vic
0 1 #32 0 ' integrator-lines pending: arm,versatile-fpga-irq
0 2 #32 0 ' aspeed-lines pending: aspeed,ast2400-vic
0 2 #32 0 ' avic-lines pending: fsl,avic
0 1 #32 0 ' pxa-lines pending: marvell,pxa-intc
0 3 #32 0 ' sunxi-lines pending: allwinner,sun4i-a10-ic
0 3 #32 0 ' omap-lines pending: ti,omap2-intc
' open-bcm 2 #32 0 ' bcm-lines pending: brcm,bcm2835-armctrl-ic
' open-8259 2 8 0 ' 8259-lines pending: intel,i8259
\ end of data rows

\ Devices --------------------------------------------------------------------
\ PC16550D: OUT2 of MCR lets the line through; IER bit 1, transmitter empty
: raise-16550  ( -- )  8 4 sets  2 1 sets ;
\ DDI 0183G 3.3.10: the transmit interrupt, pending since a byte was sent
: raise-pl011  ( -- )  $20 $e sets ;
\ FU540 13: the transmit FIFO is below the watermark 1
: raise-sifive  ( -- )  $10000 2 sets  1 4 sets ;
\ UG585 B.33: IER sets, IDR clears: transmitter empty
: raise-cadence  ( -- )  8 3 later  8 2 dev! ;
\ BCM2835 2.2.2: IER bit 1, transmit FIFO empty
: raise-mini  ( -- )  2 1 sets ;
\ i.MX6 RM 64.15: UCR1 bit 13, transmitter ready
: raise-imx  ( -- )  $2000 $20 sets ;
\ Arm DDI 0271: load, then enabled with its interrupt, 32 bits, one shot
: raise-sp804  ( -- )  1 3 later  $a3 2 puts  1 0 puts ;
\ Linux rtc-goldfish.c: an alarm in the past comes at once
: raise-goldfish  ( -- )
   0 7 later  0 5 later  2 dev@ 2 later  3 dev@ 3 later
   1 4 puts  0 3 dev!  1 2 dev!
;
\ data rows
' raise-16550 raises: ns16550a
' raise-pl011 raises: arm,pl011
' raise-sifive raises: sifive,uart0
' raise-cadence raises: cdns,uart-r1p12
' raise-mini raises: brcm,bcm2835-aux-uart
' raise-imx raises: fsl,imx6q-uart
' raise-sp804 raises: arm,sp804
' raise-goldfish raises: google,goldfish-rtc
\ end of data rows
