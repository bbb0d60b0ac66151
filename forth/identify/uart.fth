\ uart.fth - how UARTs read, and how they are told from all else by effect.
\ SPDX-License-Identifier: 0BSD
\ needs: signatures.fth
\ writes: rows of class uart; each has a proof that undoes what it did
\ source: named at each row; values at reset were measured on qemu 7.2.22

\ 16550: National PC16550D datasheet (1995), table I and section 8 ------------
\ 1 IER, 3 LCR, 4 MCR, 5 LSR, 6 MSR, 7 SCR. The tests are those of Linux
\ drivers/tty/serial/8250/8250_port.c, autoconfig(), plus the scratch register.
: ier-half?  ( -- flag )                     \ only four of its bits exist
   $0f 1 reg#! reg8-1 $0f =   0 1 reg#! reg8-1 $0f and 0= and
;
: loop?  ( x -- flag )  4 reg#!  6 reg8@ $f0 and ;
: loops?  ( -- flag )                        \ MCR outputs come back in MSR
   $1a loop? $90 =   $15 loop? $60 = and
;
: scratch?  ( -- flag )  $5a 7 keeps8?  $2d 7 keeps8? and ;
: 16550-tests  ( -- flag )
   3 reg8@ $7f and 3 reg#!                   \ no divisor latch in the way
   ['] loops? 4 with-reg  ['] ier-half? 1 with-reg and
   ['] scratch? 7 with-reg and
;
: 16550-proof  ( -- flag )  ['] 16550-tests 3 with-reg ;

class-uart sig: ns16550a                     \ a PC's port
   io-space 1 0 8 registers  ' 16550-proof proof  pops-fifo side
   5 1 $e0 $60 sees  4 1 $e0 0 sees  1 1 $f0 0 sees
class-uart sig: ns16550a                     \ a word per register
   mem-space 4 2 $20 registers  ' 16550-proof proof  pops-fifo side
   $14 4 $e0 $60 sees  $10 4 $e0 0 sees  4 4 $f0 0 sees
