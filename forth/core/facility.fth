\ facility.fth - keyboard events, and what else a terminal may be asked.
\ SPDX-License-Identifier: 0BSD
\ needs: terminal.fth, xchar.fth
\ source: ECMA-48 5th ed., 5.4; xterm's control sequences, "PC-Style Function
\ Keys", for the numbers and modifiers

\G Wait for a character; other tasks run meanwhile.
: xkey  ( -- xchar )
   key dup $c0 < if  exit  then
   dup lead-size  $7f over rshift rot and swap       ( xchar u )
   1 ?do  6 lshift key $3f and or  loop
;
\G True if a key waits.
: xkey?  ( -- flag )  key? ;
\G True: the console takes a character at any time.
: emit?  ( -- flag )  true ;

: k:  ( n "name" -- n+1 )  dup constant 1+ ;
\ data rows
$1000000                           \ above all characters
k: k-up      k: k-down    k: k-right   k: k-left    \ in order of A B C D
k: k-home    k: k-insert  k: k-delete  k: k-end     \ in order of 1 to 6
k: k-prior   k: k-next
k: k-f1      k: k-f2      k: k-f3      k: k-f4
k: k-f5      k: k-f6      k: k-f7      k: k-f8
k: k-f9      k: k-f10     k: k-f11     k: k-f12
drop
\G Set in a key of EKEY>FKEY: the shift key was down.
$2000000 constant k-shift-mask
\G The same: Alt.
$4000000 constant k-alt-mask
\G The same: Ctrl.
$8000000 constant k-ctrl-mask
\ end of data rows

\G A byte that follows at once, or 0: a lone ESC is a key as well.
: at-once  ( -- char|0 )
   #50 ms-from-now
   begin  key? if  drop key exit  then  pause dup expired?  until  drop 0
;
\ ESC [ number ; modifiers letter. If there is but one number, n1 is 0.
: parameters  ( -- n1 n2 char )
   0 0 begin  at-once dup '0' '<' within  while      ( n1 n2 char )
      dup ';' = if  drop nip 0  else  '0' - swap #10 * +  then
   repeat
;
: numbered  ( n -- key|0 )                 \ ESC [ n ~
   dup 1 7 within if  k-home + 1-  exit  then
   dup 7 = if  drop k-home exit  then   dup 8 = if  drop k-end exit  then
   dup #11 #25 within 0= if  drop 0 exit  then
   dup #16 > +  dup #21 > +  #11 -  k-f1 +           \ 16 and 22 are no keys
;
: lettered  ( char -- key|0 )
   dup 'A' 'E' within if  'A' - k-up + exit  then
   dup 'P' 'T' within if  'P' - k-f1 + exit  then
   dup 'H' = if  drop k-home exit  then   'F' = k-end and
;
\G A key without what was held down with it.
: plain-key  ( x -- x2 )  $1ffffff and ;
: modifiers  ( n -- mask )  1- 0 max 7 and #25 lshift ;
\G The key that follows ESC [ or ESC O; ESC itself if that is none.
: sequence  ( -- x )
   parameters >r  over if  swap  else  nip 1 swap  then  ( mods n )
   r> dup '~' = if  drop numbered  else  nip lettered  then
   dup if  swap modifiers or  else  2drop #27  then
;
\G Wait for a key: a character, or what EKEY>FKEY knows.
: ekey  ( -- x )
   xkey dup #27 <> if  exit  then
   at-once dup '[' = over 'O' = or if  2drop sequence exit  then
   dup if  nip k-alt-mask or  else  drop  then
;
\G True if EKEY need not wait.
: ekey?  ( -- flag )  key? ;
\G The character of a key, if it is one.
: ekey>xchar  ( x -- xchar true | x false )  dup $110000 u< ;
\G The same for those of one byte.
: ekey>char  ( x -- char true | x false )  dup $100 u< ;
\G Which of K-UP and its kin a key is, if any.
: ekey>fkey  ( x -- u flag )  dup $1000000 $10000000 within ;

\ The calendar, from the days since 1970 began.
: leap?  ( year -- flag )
   dup 4 mod 0=  over #100 mod 0<> and  swap #400 mod 0= or
;
: /year  ( year -- days )  leap? #365 swap - ;
: /month  ( year month -- days )
   dup 2 = if  drop leap? #28 swap -  else  nip dup 3 rshift + 1 and #30 +  then
;
: year-of  ( days -- days2 year )
   #1970 begin  2dup /year < 0=  while  tuck /year - swap 1+  repeat
;
: month-of  ( days year -- days2 year month )
   1 begin  2dup /month 3 pick > 0=  while
      2dup /month >r rot r> - -rot 1+
   repeat
;
: date  ( days -- day month year )  year-of month-of  rot 1+ -rot swap ;
: host-time  ( -- u )
   0 0 0 #16 (host) dup 0> 0= if  drop now clock-hz /  then
;
\G Local time in seconds since 1970 began; without a clock, those since boot.
\G Whoever drives a clock sets it.
defer seconds  ( -- u )   ' host-time is seconds
\G Second, minute, hour, day, month, year.
: time&date  ( -- n1 n2 n3 n4 n5 n6 )  seconds #60 /mod #60 /mod #24 /mod date ;
