\ uart-16550.fth - the driver of 16550 UARTs, by port or by memory.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: National PC16550D datasheet (1995), section 8
\ 0 RBR THR DLL, 1 IER DLM, 2 FCR, 3 LCR, 4 MCR, 5 LSR

: divisor@  ( -- u )  0 dev@ $ff and  1 dev@ $ff and 8 lshift or ;
\ The speed that a loader chose stays; else it is the fastest.
: ?divisor  ( -- )
   $83 3 dev!  divisor@ 0= if  0 1 dev!  1 0 dev!  then  3 3 dev!
;
: 16550-setup  ( -- )
   0 1 dev!  ?divisor
   7 2 dev!                                  \ FIFOs on, and empty
   3 0 4 dev-bits!                           \ DTR and RTS; OUT2 as it was
   0 dev@ drop                               \ nothing stale is left
;
: 16550-room?  ( -- flag )  $20 5 dev? ;
: 16550-put  ( char -- )  0 dev! ;
: 16550-any?  ( -- flag )  1 5 dev? ;
: 16550-get  ( -- char )  0 dev@ $ff and ;
' 16550-setup ' 16550-room? ' 16550-put ' 16550-any? ' 16550-get
uart-driver: 16550 ns16550a
