\ uart-cadence.fth - the driver of the Cadence UART of Zynq and its successors.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: Zynq-7000 UG585, appendix B.33
\ 0 CR, 1 MR, 3 IDR, 11 SR, 12 FIFO; the speed stays as found

: cadence-setup  ( -- )
   $1fff 3 dev!
   $20 1 dev!                                \ 8 bits, no parity, 1 stop
   $17 0 dev!                                \ both ways: reset, then on
;
: cadence-room?  ( -- flag )  $10 #11 dev? 0= ;
: cadence-put  ( char -- )  #12 dev! ;
: cadence-any?  ( -- flag )  2 #11 dev? 0= ;
: cadence-get  ( -- char )  #12 dev@ $ff and ;
' cadence-setup ' cadence-room? ' cadence-put ' cadence-any? ' cadence-get
uart-driver: cadence cdns,uart-r1p12
