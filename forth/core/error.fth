\ error.fth - what a throw was about: message, line, backtrace.
\ SPDX-License-Identifier: 0BSD
\ needs: number.fth. The layouts are struct fault, source, space of nucleus.h.

: fault-cell  ( n -- addr )  cells 'fault + ;
: fault-ior  ( -- addr )  7 fault-cell ;
: fault-address  ( -- u )  8 fault-cell @ ;
: #callers  ( -- n )  #21 fault-cell @ ;
\ The word whose code holds pc, or 0.
: code>nt  ( pc -- nt | 0 )
   latest  begin  dup  while                         ( pc nt )
      2dup nt>code >r - r> u< 0=
   while  cell+ @  repeat then  nip
;
\ The row of the line table that code at pc belongs to, or 0.
: code>row  ( pc -- addr | 0 )
   'code @ -  'lines @  'space 4 cells + @ 8 * over +  ( off table end )
   begin  2dup u<  while  8 -  2 pick over l@ u< 0= if  nip nip exit  then
   repeat  2drop drop 0
;
: .file  ( file# -- )  cells 'files + @ zcount type ;
: .place  ( pc -- )
   code>row ?dup if
      4 + l@  dup #24 rshift .file  ':' emit  $ffffff and .dec
   then
;
: .caller  ( first? pc nt -- )
   rot if  ."   in "  else  ."   from "  then
   dup name>string dup 0= if  2drop s" (noname)"  then  type
   nt>row if  drop  else  2 spaces .place  then  cr
;
\ Callers are definitions; the innermost may be a primitive, if not CATCH.
: caller?  ( first? nt -- flag )
   dup nt>row if  ['] catch <> and  else  0<> nip  then
;
: .callers  ( -- )
   true {: first? :}
   #callers 0 ?do
      i 9 + fault-cell @ dup code>nt                 ( pc nt )
      dup if
         first? over caller? if  2dup first? -rot .caller  then
         false to first?
      then  2drop
   loop
;
\ The line, with the word that failed marked: 2 >>>foo<<< bar
: .fault-line  ( -- )
   0 fault-cell @ 1 fault-cell @ 5 fault-cell @ {: line len from :}
   line from type ." >>>"  line len from /string     ( rest u )
   2dup begin  dup  while  over c@ bl >  while  1 /string  repeat then
   2swap 2 pick - type  ." <<<" type cr
;
: .message  ( ior -- )
   ." error " dup 0< if  '-' emit  then  dup abs .dec ." : "
   dup -2 = if  drop #22 fault-cell @ #23 fault-cell @ type exit  then
   error$ type
;
: (report)  ( ior -- )
   dup .message  dup fault-ior @ <> if  drop cr exit  then
   dup -9 = over #-23 = or fault-address or if
      ."  $" fault-address hex$ type
   then  drop cr
   0 fault-cell @ if
      3 fault-cell @ 0 max .file ':' emit 6 fault-cell l@ .dec ." : "
      .fault-line
   then
   .callers  0 fault-ior !
;
' (report) 'report !
