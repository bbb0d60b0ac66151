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
