\ harm.fth - what machines made from numbers found: each fault, made small.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
: map  ( -- )  improve-memory-map ;
: plain  ( kind noise -- )
   $40100000 swap new-machine  $40000000 $200000 fake-ram  false in-query !
;

testing RAM that ends at a device makes no shore when none lies behind it
T{ void-fault 77 plain $40200000 $10000 fake-rom  $40280000 $10000 fake-ram
   map #shores @ ram-size -> 0 $210000 }T

testing flash with a hazard at its base does not stay in its query
T{ void-fault 77 plain $100000 $100000 fake-flash  map
   $100000 memory-type in-query @ -> flash-kind 0 }T

testing a place that is asked and is no flash holds what it held
: asked-word  ( -- x )  $40000154 word@ ;
T{ void-fault 77 plain asked-word  $40000000 4 ask-cfi  swap asked-word =
   -> 0 true }T

testing a mirror of a part is no larger than that part
T{ void-fault 77 plain $50000000 $100000 fake-ram
   $50000000 $60000000 $40000 fake-mirror  map
   $6003f000 memory-type $60040000 memory-type changed-words
   -> mirror-kind nothing-kind 0 }T
testing a bus that echoes shows no mirror
T{ void-echo 77 plain $50000000 $100000 fake-ram
   $50000000 $60000000 $40000 fake-mirror  map
   $6003f000 memory-type $60040000 memory-type
   -> mirror-kind unknown-kind }T

testing what goes on past the last address line comes to an end
T{ void-fault 0 plain $1000000000 1 #62 lshift fake-raz  map
   far-end 1- memory-type far-end memory-type -> device-kind unknown-kind }T

testing registers that show again and again are not written as RAM is
: again@  ( addr -- x )  $ff and dup * 1+ ;
: again  ( base -- )  $1000 ['] again@ ['] harm! 0 0 fake ;
T{ void-zeros 0 plain $50000000 again  $50000000 repeats?  $40000000 repeats?
   $50000000 ram-page? harm @ -> true false false 0 }T

testing noise is told from registers, so no proof writes to it
T{ void-fault 77 plain $50000000 $10000 fake-rom  $51000000 $1000 fake-timer
   $50000000 noise-at? $51000000 noise-at? $52000000 noise-at?
   -> true false false }T

testing where nothing reads as anything, what changes is nothing
variable any
: any@  ( addr -- x )  drop 1 any +! any @ $9e3779b1 * ones32 and ;
T{ void-fault 77 plain $50000000 $1000 ' any@ ' nowhere! 0 0 fake
   void-mixed to void-kind $50000000 2 page-class -> gives-nothing }T
T{ ' (peek) is bus-read  ' (poke) is bus-write  0 #regions ! -> }T
