\ claims.fth - tests of what firmware says: read only if allowed, and judged.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth

testing a list that says true and false things
\ A flattened device tree, made by hand in memory that is on the fake bus.
#1024 buffer: blob   variable blob#
: b,  ( char -- )  blob blob# @ + c!  1 blob# +! ;
: be,  ( u -- )  dup #24 rshift b, dup #16 rshift b, dup 8 rshift b, b, ;
: pad  ( -- )  begin  blob# @ 3 and  while  0 b,  repeat ;
: z,  ( c-addr u -- )  bounds ?do  i c@ b,  loop  0 b, pad ;
: node,  ( c-addr u -- )  1 be, z, ;
: prop,  ( len nameoff -- )  3 be, swap be, be, ;
: header  ( -- )                          \ strings stand at $300
   blob #1024 erase  0 blob# !
   $d00dfeed be, #1024 be, #40 be, $300 be, #40 be, #17 be, #16 be, 0 be,
   #64 be, #512 be,
;
: strings  ( -- )
   $300 blob# !  s" reg" z, s" device_type" z, s" compatible" z,
   s" ranges" z,
;
: memory-node  ( base size -- )
   s" memory" node,  7 4 prop, s" memory" z,
   #12 0 prop, swap 0 be, be, be,  2 be,
;
: tree  ( -- )
   header  s" " node,
   $40000000 $200000 memory-node   $80000000 $100000 memory-node
   s" soc" node,  #20 $1c prop,          \ what is at 0 there is at $9000000
   0 be, 0 be, 0 be, $9000000 be, $100000 be,
   s" uart" node,  $c $10 prop, s" arm,pl011" z,
   #12 0 prop, 0 be, 0 be, $1000 be,  2 be,
   s" rtc" node,  $c $10 prop, s" arm,pl031" z,
   #12 0 prop, 0 be, $10000 be, $1000 be,  2 be,
   2 be,  2 be, 9 be,  strings
;
: machine-of-claims  ( -- )
   void-fault $40100000 0 new-machine
   $40000000 $200000 fake-ram  $9000000 $1000 fake-raz
   $40000000 $200000 ram-kind by-write region
   $9000000 $1000 device-kind by-read region
   $9010000 $1000 nothing-kind by-read region
;
\ The blob is read past the fake machine.
: with-blob  ( addr space width -- x ior )
   2 pick blob - #1024 u< if  (peek)  else  fake-read  then
;
: yes  ( -- true )  true ;
: no  ( -- false )  false ;
: blob-list  ( -- )  0 #claims !  blob read-list ;
tree  machine-of-claims  ' with-blob is bus-read
T{ blob-list #claims @ -> 4 }T
T{ 0 claim[] cm>kind @ ram-kind =  0 claim[] cm>base @ -> true $40000000 }T
T{ 0 claim[] verdict -> it-holds }T
T{ 1 claim[] cm>base @ 1 claim[] verdict -> $80000000 fails }T
T{ 2 claim[] cm>name count s" arm,pl011" str= 2 claim[] verdict
   -> true it-holds }T
T{ 3 claim[] verdict -> fails }T

testing what firmware left out
variable #rows   variable #out
: count-row  ( row -- )
   1 #rows +!  cm>from @ from-nobody = if  1 #out +!  then
;
T{ 0 #rows ! 0 #out !  ' count-row each-claim  #rows @ #out @ -> 4 0 }T
$50000000 $1000 ram-kind by-write region
T{ 0 #out !  ' count-row each-claim  #out @ -> 1 }T

testing blindness
T{ ' no is claims?  #reads @ read-claims #reads @ = -> true }T
T{ ' .claims output-of s" none is allowed" search nip nip -> true }T
' claims-flag? is claims?
T{ claims? -> false }T
T{ 0 #claims !  0 #regions !  ' (peek) is bus-read  ' (poke) is bus-write -> }T
