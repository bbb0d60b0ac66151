\ error.fth - what a throw was about: message, line, backtrace.
\ SPDX-License-Identifier: 0BSD
\ needs: number.fth. The layouts are struct fault, source, space of nucleus.h.

\ struct source ends with 8 bytes, whatever a cell is.
6 cells 8 + constant /source
/source #17 cells + constant /fault
create last-fault  /fault allot            \ what BT shows
variable fault-at  'fault fault-at !
: source-cell  ( n -- addr )  cells fault-at @ + ;
: fault-cell  ( n -- addr )  source-cell /source + ;
: fault-ior  ( -- addr )  0 fault-cell ;
: fault-address  ( -- u )  1 fault-cell @ ;
: #callers  ( -- n )  #14 fault-cell @ ;

\G True: errors and listings have colours (ECMA-48 5th ed., 8.3.117).
0 value colour
\G Select this graphic rendition: 0 normal, 1 bold, 2 faint, 31 red.
: sgr  ( n -- )  colour if  #27 emit '[' emit .dec 'm' emit exit  then  drop ;

\ The texts that the one with the error was included from: file and line.
#8 constant /includers
create includers  /includers 2* cells allot
\G How many there are.
variable #includers
\G Remember that the present line, of a file, includes what failed.
: note-includer  ( -- )
   #includers @  dup /includers <  source-id 0> and if
      1 #includers +!  2* cells includers +
      'source 3 cells + @ over !  'source 6 cells + l@ swap cell+ !
   else  drop  then
;
\G The word whose code holds pc, or 0.
: code>nt  ( pc -- nt | 0 )
   latest  begin  dup  while                         ( pc nt )
      2dup nt>code >r - r> u< 0=
   while  cell+ @  repeat then  nip
;
\G Bytes of a row of 'LINES.
: /row  ( -- u )  8 cell+ ;
\ The row of the line table that code at pc belongs to, or 0.
: code>row  ( pc -- addr | 0 )
   'code @ -  'lines @  'space 4 cells + @ /row * over +  ( off table end )
   begin  2dup u<  while
      /row -  2 pick over l@ u< 0= if  nip nip exit  then
   repeat  2drop drop 0
;
\G Print a place: file:line
: .at  ( line c-addr u -- )  type ':' emit .dec ;
: .includers  ( -- )
   #includers @ 0 ?do
      ."   included from "  i 2* cells includers + 2@ file-name .at cr
   loop
;
: .caller  ( first? place nt -- )
   rot if  ."   in "  else  ."   from "  then
   dup name>string dup 0= if  2drop s" (noname)"  then  type
   nt>row if  drop  else
      ?dup if  2 spaces dup $ffffff and swap #24 rshift file-name .at  then
   then  cr
;
\ A word, after those that were put into it in place of a call. The layout is
\ struct site of nucleus.h.
: .frame  ( first? pc nt -- )
   {: first? pc nt :}
   pc code>row dup if  dup 4 + l@ swap 8 + @  else  0  then
   begin  dup  while                                 ( place site )
      swap first? swap 2 pick @ .caller  false to first?
      dup 2 cells + @ swap cell+ @
   repeat  drop  first? swap nt .caller
;
\ Callers are definitions; the innermost may be a primitive, but not one that
\ only runs others.
: caller?  ( first? nt -- flag )
   dup nt>row if
      dup ['] catch <> over ['] interpret <> and
      swap ['] (included) <> and and
   else  0<> nip  then
;
\ A word's second entry takes its arguments from memory and calls the word.
: second-entry?  ( pc nt -- flag )
   dup nt>code drop swap 3 cells + @                 ( pc start entry )
   tuck <> -rot u< 0= and
;
: .callers  ( -- )
   true {: first? :}
   #callers 0 ?do
      i 2 + fault-cell @ dup code>nt                 ( pc nt )
      dup if  2dup second-entry? first? 0= and 0= and  then
      dup if
         first? over caller? if  2dup first? -rot .frame  then
         false to first?
      then  2drop
   loop
;
\ The line, with the word that failed marked: 2 >>>foo<<< bar
: .fault-line  ( -- )
   0 source-cell @ 1 source-cell @ 5 source-cell @ {: line len from :}
   line from type  #31 sgr ." >>>"  line len from /string   ( rest u )
   2dup begin  dup  while  over c@ bl >  while  1 /string  repeat then
   2swap 2 pick - type  ." <<<" 0 sgr  type cr
;
\ Only of a file the text is still there later on.
: .fault-place  ( -- )
   fault-at @ 'fault <>  3 source-cell @ 1 < and  0 source-cell @ 0= or
   if  exit  then
   6 source-cell l@  3 source-cell @ 0 max file-name .at
   ':' emit 5 source-cell @ 1+ .dec ." : " .fault-line
;
\G What the host has to say about a file that can't be used.
: .why  ( ior -- )
   dup -37 = swap -76 -61 within or if
      0 0 0 #15 (host) dup 0> if  ." : " zcount type  else  drop  then
   then
;
: .message  ( ior -- )
   1 sgr #31 sgr ." error " dup 0< if  '-' emit  then  dup abs .dec ." : "
   dup -2 = if  #15 fault-cell @ #16 fault-cell @  else  dup error$  then
   type .why 0 sgr
;
: .fault  ( -- )
   fault-ior @ dup .message
   dup -9 = swap #-23 = or fault-address or if
      ."  $" fault-address hex$ type
   then  cr  .fault-place .callers .includers
;
\G Where reports go if not to 'TYPE.
variable report-type
: (report)  ( ior -- )
   'type @ >r  report-type @ dup if  'type !  else  drop  then
   dup fault-ior @ = if
      drop 'fault last-fault /fault move  ['] .fault catch
   else  ['] .message catch cr  then
   drop  0 'fault /source + !  0 #includers !  r> 'type !
;
' (report) 'report !
\G Show the last error again: what, and who called whom.
: bt  ( -- )
   last-fault /source + @ 0= if  exit  then
   cr last-fault fault-at !  ['] .fault catch  'fault fault-at !  throw
;
