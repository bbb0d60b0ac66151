\ time.fth - PAUSE, deadlines and delays over the port's tick counter.
\ SPDX-License-Identifier: 0BSD
\ needs: control.fth

\G The device node whose method is running, or 0.
variable my-self
\G Let the other tasks run. BASE and MY-SELF belong to each task.
: pause  ( -- )  base @ my-self @ 2>r pause 2r> my-self ! base ! ;

\ Three kinds of clock, the best one there is:
\ 2 ticks of a known rate; 1 ticks that run, their rate measured against a
\ loop: an estimate that is too high, so that a wait is never too short; 0 no
\ ticks: a look at the clock counts as 100 ns, so waits end after many looks.
0 value clock-kind     \ 2, 1 or 0
0 value clock-hz       \ units of NOW per second
variable looks
\G The rate of the ticks as something measured it, 0 if nothing did.
0 value tick-rate
\G Ticks per second, 0 if neither the processor nor a measurement tells.
: ticks/s  ( -- u|0 )  ticks/s ?dup 0= if  tick-rate  then ;
-300 constant io-timeout  \ ior: a deadline passed

\G The time now, in units of CLOCK-HZ.
: now  ( -- u )  clock-kind if  ticks  else  1 looks +! looks @  then ;
: ticks-run?  ( -- flag )
   ticks #1000 0 do  ticks over <> if  drop true unloop exit  then  loop
   drop false
;
\ A turn of the loop is two multiplications, one after the other: 6 cycles or
\ more on any processor we know of, so over 1 ns at 5 GHz. The best of ten
\ tries: nothing came between. In cells of 32 bits waits must stay below 2^31
\ units; port.h promises a slow counter there.
: some-turns  ( -- ticks )
   3 ticks #10000 0 do  swap dup * dup * swap  loop  nip  ticks swap -
;
cell 8 = #4000000000 and  #100000000 max constant max-hz
: estimate-hz  ( -- hz )
   some-turns  9 0 do  some-turns umin  loop
   #100000 um* if  drop -1  then  1 umax max-hz umin
;
\G Choose the clock again: after boot, or when the rate became known.
: clock-init  ( -- )
   ticks-run? 0= if  0 to clock-kind  #10000000 to clock-hz exit  then
   ticks/s dup if  2  else  drop estimate-hz 1  then
   to clock-kind to clock-hz
;
clock-init
\G Set the rate of the ticks once something measured it.
: tick-rate!  ( hz -- )  to tick-rate clock-init ;
\G Say what the clock is.
: .clock  ( -- )
   clock-kind case
      2 of  clock-hz .dec ."  ticks/s "  endof
      1 of  ." at most " clock-hz .dec ."  ticks/s, rate not known "  endof
      ." no tick counter, waits count loops "
   endcase
;
\G Clock units as microseconds.
: >us  ( u -- us )  #1000000 um* clock-hz um/mod nip ;
\G Microseconds as clock units.
: us>clock  ( us -- u )  clock-hz um* #1000000 um/mod nip 1+ ;
\G The moment this many microseconds ahead.
: us-from-now  ( us -- deadline )  us>clock now + ;
\G The moment this many milliseconds ahead.
: ms-from-now  ( ms -- deadline )  #1000 * us-from-now ;
\G True once the deadline is past.
: expired?  ( deadline -- flag )  now - 0< ;
\G Throw io-timeout, -300, once the deadline is past.
: ?expired  ( deadline -- )  expired? if  io-timeout throw  then ;
\G Wait at least so many microseconds; other tasks stand still.
: us  ( u -- )  us-from-now begin  relax dup expired?  until  drop ;
\G Wait at least so many milliseconds; other tasks run.
: ms  ( u -- )  ms-from-now begin  pause relax dup expired?  until  drop ;
