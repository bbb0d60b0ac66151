\ timed.fth - RUN a benchmark n times, print its sum, ticks and ticks a second.
\ SPDX-License-Identifier: 0BSD

: timed  ( n -- )
   ticks 0 rot 0 ?do  drop run  loop                 ( ticks sum )
   ticks rot -
   cr ." timed " swap . . ticks/s . cr
;
