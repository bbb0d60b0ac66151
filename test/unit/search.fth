\ search.fth - what answers on machines that do not exist; nothing is harmed.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
: map  ( -- )  improve-memory-map ;
variable #extents    variable in-extents
: count-extent  ( base size -- )  in-extents +!  drop  1 #extents +! ;
: extents  ( -- n bytes )
   0 #extents !  0 in-extents !  ['] count-extent each-extent
   #extents @ in-extents @
;

testing devices of a board where nothing faults: to the page, nothing more
: board  ( kind -- )
   $40100000 0 new-machine  $40000000 $200000 fake-ram
   $9000000 $1000 fake-timer  $9034000 $3000 fake-fifo  $a000000 $200 fake-raz
   $c000000 $600000 fake-raz  $1fff8000 $1000 fake-timer
   $1fff0000 $1000 fake-timer
;
T{ void-fault board map extents -> 6 $1000 $3000 + $1000 + $600000 + $2000 + }T
T{ $9000000 memory-type $9001000 memory-type -> device-kind nothing-kind }T
T{ $c5ff000 memory-type $c600000 memory-type -> device-kind nothing-kind }T
T{ changed-words harm @ -> 0 0 }T
T{ map extents -> 6 $1000 $3000 + $1000 + $600000 + $2000 + }T
T{ $9000000 answers? $9001000 answers? -> true false }T

testing the same where nothing reads as zero: no page too many
T{ void-zeros board map extents -> 2 $4000 }T
T{ $9000000 memory-type $9001000 memory-type $c000000 memory-type
   -> device-kind unknown-kind unknown-kind }T
T{ changed-words harm @ -> 0 0 }T

testing flash is told from ROM and from devices, and reads as before
: memories  ( kind noise -- )
   $40100000 swap new-machine  $40000000 $200000 fake-ram  false in-query !
   0 $400000 fake-flash  $8000000 $600000 fake-raz  $10000000 $10000 fake-rom
;
: kinds  ( -- k1 k2 k3 k4 )
   0 memory-type $3ff000 memory-type
   $8000000 memory-type $10000000 memory-type
;
T{ void-fault 77 memories map kinds
   -> flash-kind flash-kind device-kind rom-kind }T
T{ in-query @ changed-words harm @ -> 0 0 0 }T
T{ void-fault 0 memories map 0 memory-type $400000 memory-type in-query @
   -> flash-kind nothing-kind 0 }T
T{ void-zeros 77 memories map kinds drop
   -> flash-kind flash-kind unknown-kind }T
T{ in-query @ changed-words harm @ -> 0 0 0 }T

testing devices above 4 GiB and above 1 TiB, and RAM there
: far  ( kind -- )
   $40100000 0 new-machine  $40000000 $200000 fake-ram
   $4010000000 $1000 fake-timer  $20000000000 $2000 fake-timer
   $10000000000 $3000000 fake-ram
;
T{ void-fault far map extents ram-size -> 2 $3000 $3200000 }T
T{ $20000001000 memory-type $20000002000 memory-type
   -> device-kind unknown-kind }T
T{ changed-words harm @ -> 0 0 }T
T{ void-zeros far map ram-size $20000000000 memory-type
   -> $3200000 device-kind }T
T{ changed-words harm @ -> 0 0 }T

testing small devices, apart and side by side in a page
: small  ( kind -- )
   $40100000 0 new-machine  $40000000 $200000 fake-ram
   $1c20000 $8 fake-timer  $1c28400 $100 fake-fifo  $1c28800 $40 fake-timer
;
T{ void-fault small map extents -> 2 $2000 }T
T{ void-zeros small map extents -> 2 $2000 }T
T{ void-ones small map extents -> 2 $2000 }T
T{ void-echo small map extents -> 2 $2000 }T
T{ changed-words harm @ -> 0 0 }T

: ones@  ( addr -- x )  drop ones32 ;
testing a wide window of ones is no device, what is in it is one
: window  ( -- )
   void-fault $40100000 0 new-machine  $40000000 $200000 fake-ram
   $80000000 $20000000 ['] ones@ ['] nowhere! 0 0 fake
   $90000000 $1000 fake-timer
;
T{ window map extents $80000000 memory-type $9ffff000 memory-type
   -> 1 $1000 unknown-kind unknown-kind }T

testing a page with a hazard is not called void, nor read there
T{ void-fault board  mem-space $9020000 4 s" test" poison
   $9020000 $8 fake-hang  map  $9020000 memory-type $9021000 memory-type
   harm @ -> unknown-kind nothing-kind 0 }T
-1 #hazards +!  0 clear-hi !

testing effort: a board of 32 bits within 13 percent of a scan by pages
: reads-of  ( xt -- n )  0 #reads !  execute map  #reads @ ;
T{ :noname  void-fault board ; reads-of #136000 u< -> true }T
T{ :noname  void-zeros board ; reads-of #136000 u< -> true }T
