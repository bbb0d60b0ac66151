\ uart-pl011.fth - the driver of the ARM PL011 UART.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: ARM DDI 0183G, section 3.3
\ 0 DR, 6 FR, 9 IBRD, 10 FBRD, 11 LCR_H, 12 CR, 14 IMSC

\ No speed was chosen: 115200 baud from 24 MHz, the usual reference clock.
: pl011-speed  ( -- )  #13 9 dev!  1 #10 dev! ;
: pl011-setup  ( -- )
   0 #14 dev!
   9 dev@ 0= if  pl011-speed  then
   #12 dev@ 1 and 0= if                      \ LCR_H may change while off only
      $70 #11 dev!  $301 #12 dev!            \ 8 bits, FIFOs; on, both ways
   then
   $300 0 #12 dev-bits!
;
: pl011-room?  ( -- flag )  $20 6 dev? 0= ;
: pl011-put  ( char -- )  0 dev! ;
: pl011-any?  ( -- flag )  $10 6 dev? 0= ;
: pl011-get  ( -- char )  0 dev@ $ff and ;
' pl011-setup ' pl011-room? ' pl011-put ' pl011-any? ' pl011-get
uart-driver: pl011 arm,pl011
