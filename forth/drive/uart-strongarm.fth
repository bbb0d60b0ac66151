\ uart-strongarm.fth - the driver of the StrongARM UART.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: Intel SA-1110 developer's manual (2001), section 11.11
\ 0 UTCR0, 3 UTCR3, 5 UTDR, 8 UTSR1; the speed stays as found

: sa1110-setup  ( -- )
   0 3 dev!  8 0 dev!                        \ 8 bits, no parity, 1 stop
   3 3 dev!                                  \ on, both ways, by polling
;
: sa1110-room?  ( -- flag )  4 8 dev? ;
: sa1110-put  ( char -- )  5 dev! ;
: sa1110-any?  ( -- flag )  2 8 dev? ;
: sa1110-get  ( -- char )  5 dev@ $ff and ;
' sa1110-setup ' sa1110-room? ' sa1110-put ' sa1110-any? ' sa1110-get
uart-driver: sa1110 intel,sa1100-uart
