\ uart-imx.fth - the driver of the i.MX UART.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: i.MX 6Dual/6Quad reference manual (IMX6DQRM), chapter 64
\ 0 URXD, 16 UTXD, 32 UCR1, 33 UCR2, 34 UCR3, 38 USR2, 45 UTS; the speed stays
\ as found

: imx-setup  ( -- )
   1 #32 dev!                                \ on, no interrupts
   $4027 #33 dev!                            \ 8 bits, no RTS; on, both ways
   4 0 #34 dev-bits!                         \ RXDMUXSEL: must be set
;
: imx-room?  ( -- flag )  $10 #45 dev? 0= ;
: imx-put  ( char -- )  #16 dev! ;
: imx-any?  ( -- flag )  1 #38 dev? ;
: imx-get  ( -- char )  0 dev@ $ff and ;
' imx-setup ' imx-room? ' imx-put ' imx-any? ' imx-get
uart-driver: imx fsl,imx6q-uart
