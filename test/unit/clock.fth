\ clock.fth - the rate of the ticks against a timer that is made of the ticks.
\ SPDX-License-Identifier: 0BSD
\ The fake i8254 counts down once in COUNT-TICKS ticks, so that the rate must
\ come out as that many times 1193182 Hz. It can be late, stand still, be away.
variable count-ticks    variable loaded    variable which    variable latched
variable gate           variable mode      variable late     variable rolls
: elapsed  ( -- u )  ticks loaded @ - count-ticks @ / ;
: status  ( -- x )
   mode @ 0= if  $ff exit  then
   $30 elapsed $ffff u> if  $80 or  then
;
: next-byte  ( -- x )
   which @  1 which +!
   dup 0= if  drop status exit  then
   1- 8 * latched @ swap rshift $ff and
;
\ Now and then somebody else has the processor for a while, even often.
: disturb  ( -- )
   1 rolls +!  late @ if
      rolls @ #7919 * late @ mod 0= if  #3000 us  then
   then
;
: fake-in  ( addr space width -- x ior )
   2drop disturb
   case
      $61 of  gate @ 0  endof
      $42 of  next-byte 0  endof
      $80 of  0 0  endof
      0 -21 rot
   endcase
;
\ A port takes its time: about a microsecond.
: latch  ( -- )
   ticks  0 which !  $ffff elapsed - $ffff and latched !
   begin  ticks over - #1000 u< 0=  until  drop
;
: fake-out  ( x addr space width -- ior )
   2drop disturb
   case
      $61 of  gate !  endof
      $43 of  $c8 = if  latch  else  1 mode !  then  endof
      $42 of  drop ticks loaded !  endof
      nip
   endcase  0
;
: new-timer  ( ticks -- )
   count-ticks !  $2c gate !  0 mode !  0 late !  0 rolls !
   ['] fake-in is bus-read  ['] fake-out is bus-write
;
: right?  ( hz -- flag )  count-ticks @ pit-hz * tuck - abs swap #200 / < ;

testing a timer that can be trusted
T{ #838 new-timer with-gate right? -> true }T
T{ gate @ -> $0c }T
T{ #1103 new-timer with-gate right? -> true }T
testing a machine that others keep busy
T{ #838 new-timer #97 late ! with-gate right? -> true }T
T{ #838 new-timer #23 late ! with-gate dup 0= swap right? or -> true }T
testing a timer that stands still, or is not there
T{ 1 #60 lshift new-timer with-gate -> 0 }T
T{ looks-left @ 0< -> true }T
: absent  ( x addr space width -- ior )  2drop 2drop 0 ;
T{ #838 new-timer ' absent is bus-write with-gate -> 0 }T
: refused  ( x addr space width -- ior )  2drop 2drop forbidden ;
T{ #838 new-timer ' refused is bus-write ' with-gate catch -> forbidden }T
testing the rate that the rest of the system takes
T{ ticks/s 0> -> true }T
T{ learn-clock tick-rate -> 0 }T
' (peek) is bus-read  ' (poke) is bus-write
