\ clock.fth - the rate of the ticks, against a timer whose rate is documented.
\ SPDX-License-Identifier: 0BSD
\ needs: core/time.fth probe/find.fth
\ writes: TICK-RATE; channel 2 of the i8254, which makes the speaker's tone:
\ nothing else counts on it, and the speaker is off meanwhile
\ source: Intel 8254 data sheet 231164 (control word, read-back command);
\ Intel ICH9 data sheet 316972, 5.8 (14.31818 MHz / 12) and 13.7.1 (NMI_SC)
\
\ On a machine that others keep busy anything may come between a look at the
\ timer and a look at the ticks. So each look carries its doubt, the ticks that
\ it took; both ends of a try are the sharpest of several looks; a try that is
\ still blurred does not count; and the median of the tries decides.

#1193182 constant pit-hz
$1000 constant pit-span        \ counts in a try: 3.4 ms
5 constant tries               \ good ones that are wanted
#20 constant max-tries
variable looks-left            \ bounds it all, a timer that stands still too
$42 constant pit-2    $43 constant pit-control    $61 constant pit-gate

: port@  ( port -- x )  io-space 1 probe-read throw ;
: port!  ( x port -- )  io-space 1 probe-write throw ;

\ Read back state and count. $30: mode 0, both bytes, loaded, not yet past 0.
: pit-count  ( -- u )
   -1 looks-left +!  looks-left @ 0< if  io-timeout throw  then
   $c8 pit-control port!
   pit-2 port@ $30 <> if  -21 throw  then
   pit-2 port@  pit-2 port@ 8 lshift or
;
\ The ticks in the middle of the look, and how many the whole look took.
: pit-look  ( -- count tick doubt )
   ticks pit-count swap  ticks over - tuck 2/ + swap
;
: sharper  ( count1 tick1 doubt1 count2 tick2 doubt2 -- count tick doubt )
   dup 4 pick u< if  2>r >r 2drop drop r> 2r>  else  2drop drop  then
;
: sharp-look  ( -- count tick doubt )
   pit-look  7 0 do  pit-look sharper  loop
;
: pit-start  ( -- )
   $b0 pit-control port!  $ff pit-2 port!  $ff pit-2 port!
   pit-gate port@ drop         \ lets a clock pass, that loads the count
;
\ Its doubt is over 0.5 percent: a try for nothing, 0.
: try-rate  ( -- hz | 0 )
   pit-start  sharp-look {: count tick doubt :}
   begin  pit-count count pit-span - u<  until
   sharp-look                                        ( count2 tick2 doubt2 )
   doubt + >r  tick - dup #200 / r> u< if  2drop 0 exit  then
   pit-hz um* rot count swap - um/mod nip
;
\ Good tries, in rising order; an empty place is greater than all.
create rates  tries cells allot
: keep-rate  ( hz -- )
   tries 0 do
      rates i cells + >r  dup r@ @ umin  swap r@ @ umax  swap r> !
   loop  drop
;
: median-rate  ( n -- hz | 0 )
   dup tries 2/ > if  2/ cells rates + @  else  drop 0  then
;
: measure-rate  ( -- hz | 0 )
   rates tries cells $ff fill  #40000 looks-left !
   0 max-tries 0 do                                  ( n )
      ['] try-rate catch if  0  then  ?dup if  keep-rate 1+  then
      dup tries = if  leave  then
   loop  median-rate
;
: with-gate  ( -- hz | 0 )
   pit-gate port@ {: gate :}
   gate $0c and 1 or pit-gate port!                  \ gate on, speaker off
   measure-rate  gate $0f and pit-gate port!
;
\G Measure the rate of the ticks where nothing tells it and the timer is there.
: learn-clock  ( -- )
   ticks/s clock-kind 0= or ports? 0= or if  exit  then
   ['] with-gate catch if  exit  then  tick-rate!
;
