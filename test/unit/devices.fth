\ devices.fth - a page is named by its words, each read once at most.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
: put  ( x addr -- )  wr drop ;
: cell-at  ( pid page -- )
   {: pid page :}
   pid $ff and page $fe0 + put  pid 8 rshift $ff and page $fe4 + put
   pid #16 rshift $f and page $fe8 + put
   $0d page $ff0 + put  $f0 page $ff4 + put
   5 page $ff8 + put  $b1 page $ffc + put
;
void-fault $40000000 0 new-machine
$10001000 $3000 fake-ram
$41061 $10001000 cell-at  $12345 $10002000 cell-at

testing a cell by its part number, and one of no known part
: called  ( page -- c-addr u )  mem-space kind-at compatible$ ;
T{ $10001000 called s" arm,pl061" str= -> true }T
T{ $10002000 called s" arm,primecell" str= -> true }T
T{ $10003000 mem-space kind-at -> 0 }T

testing a visit keeps what it found, a silent page costs few reads
T{ 0 #found !  $10001000 visit  #found @  0 found[] 2@ nip -> 1 $10001000 }T
T{ $10001000 covered $10002000 covered -> $10002000 0 }T
T{ #reads @  $10003000 visit  #reads @ swap - #telling = #found @ -> true 1 }T
T{ #reads @  $10002000 visit  #reads @ swap - #1024 u<  #found @ -> true 2 }T
