\ uart-exynos.fth - the driver of the Samsung UART of Exynos.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth
\ source: Exynos 4 Dual user's manual (2012), chapter 28
\ 0 ULCON, 1 UCON, 2 UFCON, 6 UFSTAT, 8 UTXH, 9 URXH, 14 UINTM; the speed stays
\ as found

: exynos-setup  ( -- )
   $f #14 dev!
   3 0 dev!                                  \ 8 bits, no parity, 1 stop
   7 2 dev!                                  \ FIFOs on, and empty
   5 1 dev!                                  \ both ways, by polling
;
: exynos-room?  ( -- flag )  $1000000 6 dev? 0= ;
: exynos-put  ( char -- )  8 dev! ;
: exynos-any?  ( -- flag )  $1ff 6 dev? ;
: exynos-get  ( -- char )  9 dev@ $ff and ;
' exynos-setup ' exynos-room? ' exynos-put ' exynos-any? ' exynos-get
uart-driver: exynos samsung,exynos4210-uart
