\ uart-sifive.fth - the driver of the SiFive UART.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: FU540-C000 manual v1p4, chapter 13
\ 0 TXDATA, 1 RXDATA, 2 TXCTRL, 3 RXCTRL, 4 IE; the speed stays as found

\ RXDATA says whether it is empty and pops at once, so a byte is kept here.
: sifive-setup  ( -- )  0 4 dev!  1 2 dev!  1 3 dev! ;
: sifive-room?  ( -- flag )  $80000000 0 dev? 0= ;
: sifive-put  ( char -- )  0 dev! ;
: sifive-any?  ( -- flag )
   here-is pl>ahead @ if  true exit  then
   1 dev@ dup $80000000 and if  drop false exit  then
   $ff and $100 or here-is pl>ahead !  true
;
: sifive-get  ( -- char )
   sifive-any? drop  here-is pl>ahead @ $ff and  0 here-is pl>ahead !
;
' sifive-setup ' sifive-room? ' sifive-put ' sifive-any? ' sifive-get
uart-driver: sifive sifive,uart0
