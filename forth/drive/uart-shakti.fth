\ uart-shakti.fth - the driver of the UART of Shakti's C class.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: Shakti devices manual (2020), UART; qemu hw/char/shakti_uart.c
\ 1 send, 2 receive, 3 status, 6 interrupt enables; the speed stays as found

: shakti-setup  ( -- )  0 6 dev! ;
: shakti-room?  ( -- flag )  2 3 dev? 0= ;
: shakti-put  ( char -- )  1 dev! ;
: shakti-any?  ( -- flag )  4 3 dev? ;
: shakti-get  ( -- char )  2 dev@ $ff and ;
' shakti-setup ' shakti-room? ' shakti-put ' shakti-any? ' shakti-get
uart-driver: shakti shakti,uart
