\ gforth.fth - what the benchmarks use and gforth 0.7.3 has not.
\ SPDX-License-Identifier: 0BSD

: ticks  ( -- u )  utime drop ;
: ticks/s  ( -- u )  #1000000 ;
\ The locals of Forth 2012, as its own braces.
: {:  ( "locals" -- )
   ':' parse s" { " 2swap s+ s" }" s+ 1 >in +! evaluate
; immediate
