\ uart.fth - how UARTs read, and how they are told from all else by effect.
\ SPDX-License-Identifier: 0BSD
\ needs: signatures.fth
\ writes: signatures of class uart; each proof undoes what it did
\ source: named at each kind; values at reset were measured on qemu 7.2.22

\ True if the bits of mask in a register keep x.
: keeps?  ( x reg# mask -- flag )  >r  2dup reg#! reg#@  xor r> and 0= ;
\ The next test of a proof; after one that failed nothing more is written.
: and-then  ( flag xt reg# -- flag2 )
   2 pick if  with-reg nip  else  2drop  then
;

\ 16550: National PC16550D datasheet (1995), table I and section 8 ------------
\ 1 IER, 3 LCR, 4 MCR, 5 LSR, 6 MSR, 7 SCR. The tests are those of Linux,
\ drivers/tty/serial/8250/8250_port.c autoconfig(), and the scratch register.
: ier-half?  ( -- flag )                     \ it has four bits and no more
   $0f 1 reg#!  1 reg8@ $0f =   0 1 reg#!  1 reg8@ $0f and 0= and
;
: looped  ( x -- x2 )  4 reg#!  6 reg8@ $f0 and ;
: loops?  ( -- flag )                        \ MCR's outputs come back in MSR
   $1a looped $90 =   $15 looped $60 = and
;
: scratch?  ( -- flag )  $5a 7 $ff keeps?  $2d 7 $ff keeps? and ;
: 16550-tests  ( -- flag )
   3 reg8@ $7f and 3 reg#!                   \ no divisor latch in the way
   ['] loops? 4 with-reg  ['] ier-half? 1 and-then
   ['] scratch? 7 and-then
;
: 16550-proof  ( -- flag )  ['] 16550-tests 3 with-reg ;

\ A byte on a wider bus: the other lanes show nothing, or the same again.
: lanes?  ( addr row -- flag )
   drop seen@ if  drop false exit  then
   dup $ff and dup $1010101 *                    ( x byte bytes )
   2 pick = -rot 2dup = -rot ones32 $ff xor or = or or
;
\ data rows
class-uart sig: ns16550a                     \ ports of a PC
   io-space 1 0 8 registers  ' 16550-proof proof  pops-fifo side
   5 1 $e0 $60 sees  4 1 $e0 0 sees  1 1 $f0 0 sees
class-uart sig: ns16550a                     \ a 32-bit word per register
   mem-space 4 2 $20 registers  ' 16550-proof proof  pops-fifo side
   $14 4 $ffffffe0 $60 sees  $10 4 $ffffffe0 0 sees  4 4 $fffffff0 0 sees
class-uart sig: ns16550a                     \ the same, 8-bit accesses only
   mem-space 1 2 $20 registers  ' 16550-proof proof  pops-fifo side
   $14 4 $e0 $60 sees  $14 0 0 ' lanes? tested
   $14 1 $e0 $60 sees  $10 1 $e0 0 sees  4 1 $f0 0 sees
class-uart sig: ns16550a                     \ bytes; a word read gives four
   mem-space 1 0 8 registers  ' 16550-proof proof  pops-fifo side
   4 4 $e0e0 $6000 sees  5 1 $e0 $60 sees  1 1 $f0 0 sees
class-uart sig: ns16550a                     \ bytes; a word read gives one
   mem-space 1 0 8 registers  ' 16550-proof proof  pops-fifo side
   4 4 $ffffffe0 0 sees  5 1 $e0 $60 sees  1 1 $f0 0 sees
\ end of data rows

\ PL011: ARM DDI 0183G, section 3.2 -------------------------------------------
\ 9 IBRD, 10 FBRD: 16 and 6 bits; $3f8 PeriphID0, read-only: memory is not.
: divisor?  ( -- flag )  $1234 9 $ffff keeps?  $0bc1 9 $ffff keeps? and ;
: fraction?  ( -- flag )  $2d #10 $3f keeps?  $12 #10 $3f keeps? and ;
: id-stays?  ( -- flag )  $ee $3f8 reg#!  $3f8 reg8@ $11 = ;
: pl011-proof  ( -- flag )
   ['] divisor? 9 with-reg  ['] fraction? #10 and-then
   ['] id-stays? $3f8 and-then
;
\ data rows
class-uart sig: arm,pl011
   mem-space 4 2 $1000 registers  ' pl011-proof proof  pops-fifo side
   $ff0 4 $ff $0d sees  $ff4 4 $ff $f0 sees  $ff8 4 $ff $05 sees
   $ffc 4 $ff $b1 sees  $fe0 4 $ff $11 sees  $fe4 4 $ff $10 sees
   $fe8 4 $0f $04 sees  $fec 4 $ff $00 sees
\ end of data rows

\ BCM2835 mini-UART: BCM2835 ARM Peripherals (2012), section 2.2 --------------
\ 1 IER, 5 LSR, read-only. It starts $40 into its page; the word $3c below is
\ AUXENB, 9 words up STAT: idle, transmit FIFO empty.
: ier-low?  ( -- flag )  1 1 3 keeps?  2 1 3 keeps? and  0 1 3 keeps? and ;
: lsr-stays?  ( -- flag )  0 5 reg#!  5 reg8@ $60 and $60 = ;
: mini-proof  ( -- flag )  ['] ier-low? 1 with-reg  ['] lsr-stays? 5 and-then ;
\ data rows
class-uart sig: brcm,bcm2835-aux-uart
   mem-space 4 2 $40 registers  $40 starts  ' mini-proof proof  pops-fifo side
   $24 4 $fff0ff0a $30a sees  $14 4 $ffffffe0 $60 sees  $-3c 4 $fffffff8 0 sees
\ end of data rows

\ SiFive UART: FU540-C000 manual v1p4, chapter 13 -----------------------------
\ 2 TXCTRL, 5 IP, 6 DIV. An empty FIFO is below the watermark 1, not below 0.
: watermark?  ( x -- flag )  2 reg#!  5 reg#@ 1 and 0<> ;
: ip-follows?  ( -- flag )  $10000 watermark?  0 watermark? 0= and ;
: div-keeps?  ( -- flag )  $1234 6 $ffff keeps?  $0bc1 6 $ffff keeps? and ;
: sifive-proof  ( -- flag )
   ['] ip-follows? 2 with-reg  ['] div-keeps? 6 and-then
;
\ data rows
class-uart sig: sifive,uart0
   mem-space 4 2 $1000 registers  ' sifive-proof proof  pops-fifo side  4 pops
   4 4 $ffffff00 $80000000 sees  0 4 $ffffffff 0 sees
   8 4 $fff8fffc 0 sees  $c 4 $fff8fffe 0 sees  $14 4 $fffffffc 0 sees
   $18 4 $ffff0000 0 sees
class-uart sig: sifive,uart0                 \ somebody typed already: IP first
   mem-space 4 2 $1000 registers  ' sifive-proof proof  pops-fifo side  4 pops
   $14 4 $fffffffe 2 sees  4 4 $ffffff00 0 sees  0 4 $ffffffff 0 sees
   8 4 $fff8fffc 0 sees  $c 4 $fff8fffe 0 sees  $18 4 $ffff0000 0 sees
\ end of data rows

\ Cadence UART: Zynq-7000 UG585, appendix B.33 --------------------------------
\ 2 IER and 3 IDR set and clear bits of 4 IMR; 6 the baud divisor; 11 SR,
\ whose bits 3 and 4 say that the transmit FIFO is empty, is full.
: masks?  ( -- flag )
   2 2 reg#!  4 reg#@ 2 and   2 3 reg#!  4 reg#@ 2 and 0=  swap 0<> and
;
: masks-again?  ( -- flag )
   4 reg#@ 2 and                                       ( old-mask )
   masks? swap dup if  2 reg#!  else  drop  then
;
: idr-masks?  ( -- flag )  ['] masks-again? 3 with-reg ;
: cadence-proof  ( -- flag )
   ['] idr-masks? 2 with-reg  ['] div-keeps? 6 and-then
;
\ data rows
class-uart sig: cdns,uart-r1p12
   mem-space 4 2 $1000 registers  ' cadence-proof proof  pops-fifo side
   $30 pops
   $2c 4 $ffff83f8 8 sees  $18 4 $ffff0000 0 sees  $34 4 $ffffff00 0 sees
   $20 4 $ffffffc0 0 sees  $44 4 $ffffffc0 0 sees  0 4 $fffffe03 0 sees
\ end of data rows

\ Shakti UART: Shakti devices manual (2020), UART; it starts $300 into a page --
\ 0 baud divisor, 2 received data: it can't be written, memory can.
: baud-keeps?  ( -- flag )  $1234 0 $ffff keeps?  $0bc1 0 $ffff keeps? and ;
: received-stays?  ( -- flag )  $69 2 reg#!  2 reg8@ $69 <> ;
: shakti-proof  ( -- flag )
   ['] baud-keeps? 0 with-reg  ['] received-stays? 2 and-then
;
\ data rows
class-uart sig: shakti,uart
   mem-space 4 2 $100 registers  $300 starts  ' shakti-proof proof
   pops-fifo side  8 pops
   $14 4 $ffffffff $100 sees  $c 4 $fffffff0 0 sees  $10 4 $ffff0000 0 sees
   $18 4 $ffffff00 0 sees  0 4 $ffff0000 0 sees
\ end of data rows

\ i.MX UART: i.MX 6 reference manual (IMX6DQRM), chapter 64 -------------------
\ $26 USR2, $2a UBMR: 16 bits; $2b UBRC, the count of the baud divider: it
\ can't be written, memory can.
: ubmr-keeps?  ( -- flag )  $1234 $2a $ffff keeps?  $0bc1 $2a $ffff keeps? and ;
: count-stays?  ( -- flag )  $5a69 $2b reg#!  $2b reg#@ $5a69 <> ;
: imx-proof  ( -- flag )
   ['] ubmr-keeps? $2a with-reg  ['] count-stays? $2b and-then
;
\ data rows
class-uart sig: fsl,imx6q-uart
   mem-space 4 2 $c0 registers  ' imx-proof proof  pops-fifo side
   $98 4 $ffff4008 $4008 sees  $94 4 $ffff2000 $2000 sees
   $84 4 $ffff0000 0 sees  $b4 4 $ffff0050 $40 sees  $a4 4 $ffff0000 0 sees
\ end of data rows

\ Samsung UART: Exynos 4 Dual user's manual (2012), chapter 28 ----------------
\ 4 UTRSTAT, read-only, sent all; 10 UBRDIV: 16 bits.
: baud?  ( -- flag )  $1234 #10 $ffff keeps?  $0bc1 #10 $ffff keeps? and ;
: sent-stays?  ( -- flag )  0 4 reg#!  4 reg#@ 6 and 6 = ;
: exynos-proof  ( -- flag )
   ['] baud? #10 with-reg  ['] sent-stays? 4 and-then
;
\ data rows
class-uart sig: samsung,exynos4210-uart
   mem-space 4 2 $3c registers  ' exynos-proof proof  pops-fifo side
   $10 4 $fffffff6 6 sees  0 4 $ffffff80 0 sees  4 4 $ff800000 0 sees
   8 4 $fffff800 0 sees  $14 4 $fffffff0 0 sees  $28 4 $ffff0000 0 sees
   $2c 4 $fffffff0 0 sees  $1c 4 $ffffffe0 0 sees
\ end of data rows

\ StrongARM UART: Intel SA-1110 developer's manual (2001), section 11.11 -------
\ 1 and 2 UTCR1 and UTCR2, 4 and 8 bits of the baud divisor, kept while 3 UTCR3
\ is off; 8 UTSR1, read-only: bit 2 says that there is room to send.
: low-divisor?  ( -- flag )  $2d 2 $ff keeps?  $d2 2 $ff keeps? and ;
: high-divisor?  ( -- flag )  $3c 1 reg#!  1 reg8@ $c = ;
: room-stays?  ( -- flag )  0 8 reg#!  8 reg#@ 4 and 0<> ;
: sa1110-tests  ( -- flag )
   0 3 reg#!  ['] low-divisor? 2 with-reg  ['] high-divisor? 1 and-then
   ['] room-stays? 8 and-then
;
: sa1110-proof  ( -- flag )  ['] sa1110-tests 3 with-reg ;
\ data rows
class-uart sig: intel,sa1100-uart
   mem-space 4 2 $24 registers  ' sa1110-proof proof  pops-fifo side  $14 pops
   $20 4 $ffffffc4 4 sees  4 4 $fffffff0 0 sees  8 4 $ffffff00 0 sees
   $c 4 $ffffffc0 0 sees  $1c 4 $ffffffc0 0 sees  0 4 $ffffff80 0 sees
\ Marvell 88W8618: two 16550s inside a page; qemu hw/arm/musicpal.c
class-uart sig: ns16550a
   mem-space 4 2 $20 registers  $840 starts  ' 16550-proof proof  pops-fifo side
   $14 4 $ffffffe0 $60 sees  $10 4 $ffffffe0 0 sees  4 4 $fffffff0 0 sees
class-uart sig: ns16550a
   mem-space 4 2 $20 registers  $940 starts  ' 16550-proof proof  pops-fifo side
   $14 4 $ffffffe0 $60 sees  $10 4 $ffffffe0 0 sees  4 4 $fffffff0 0 sees
\ end of data rows
