\ uart-bcm2835.fth - the driver of the BCM2835 mini-UART.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: BCM2835 ARM Peripherals (2012), section 2.2
\ 0 IO, 1 IER, 3 LCR, 5 LSR, 8 CNTL; its clock and so its speed stay as found

: mini-setup  ( -- )
   0 1 dev!
   3 3 dev!                                  \ 8 bits: two bits, not one
   3 8 dev!                                  \ on, both ways
;
: mini-room?  ( -- flag )  $20 5 dev? ;
: mini-put  ( char -- )  0 dev! ;
: mini-any?  ( -- flag )  1 5 dev? ;
: mini-get  ( -- char )  0 dev@ $ff and ;
' mini-setup ' mini-room? ' mini-put ' mini-any? ' mini-get
uart-driver: bcm2835-mini brcm,bcm2835-aux-uart
