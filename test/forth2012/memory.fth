\ memory.fth - Forth 2012 memory-allocation words.
\ SPDX-License-Identifier: 0BSD

variable m1  variable m2
: pattern  ( addr u seed -- )              \ u bytes that depend on the seed
   rot rot 0 ?do  2dup i + swap i 7 * + swap c!  loop  2drop
;
: pattern?  ( addr u seed -- f )
   rot rot 0 ?do                           ( seed addr )
      2dup i + c@ swap i 7 * + 255 and <> if  2drop unloop false exit  then
   loop  2drop true
;
: got  ( u -- addr )  allocate throw ;
: freed  ( addr -- )  free throw ;

testing ALLOCATE and FREE
T{ 100 allocate swap m1 ! -> 0 }T
T{ m1 @ dup aligned = m1 @ 0= -> true false }T
T{ m1 @ 100 5 pattern m1 @ 100 5 pattern? -> true }T
T{ m1 @ 100 5 pattern 60 m1 @ 99 + c! m1 @ 100 5 pattern? -> false }T
T{ here 100 got freed here = -> true }T    \ apart from data space
T{ m1 @ free -> 0 }T
T{ 1 allocate swap free 1 cells allocate swap free -> 0 0 0 0 }T
T{ max-uint allocate nip 0= max-int allocate nip 0= -> false false }T
T{ max-uint 1 cells - 1+ allocate nip 0= -> false }T
T{ 50 got m1 ! 50 got m2 ! m1 @ 50 1 pattern m2 @ 50 2 pattern
   m1 @ 50 1 pattern? m2 @ 50 2 pattern? m1 @ freed m2 @ 50 2 pattern?
   m2 @ freed -> true true true }T

testing RESIZE
T{ 40 got m1 ! m1 @ 40 9 pattern m1 @ 80 resize swap m1 ! -> 0 }T
T{ m1 @ 40 9 pattern? m1 @ dup aligned = -> true true }T
T{ m1 @ 80 8 pattern m1 @ 20 resize swap m1 ! m1 @ 20 8 pattern? -> 0 true }T
T{ m1 @ 20 resize swap m1 ! m1 @ 20 8 pattern? -> 0 true }T
T{ 10 got m2 ! m2 @ 10 3 pattern m1 @ 100000 resize swap m1 !
   m1 @ 20 8 pattern? m2 @ 10 3 pattern? -> 0 true true }T
T{ m1 @ 100000 6 pattern m1 @ 100000 6 pattern? m2 @ 10 3 pattern?
   -> true true }T
T{ m1 @ max-uint resize 0= swap m1 @ = -> false true }T    \ it stays as it was
T{ m1 @ 100000 6 pattern? m1 @ freed m2 @ freed -> true }T
: grow  ( -- f )                           \ by one cell at a time
   1 cells got m1 !  true
   100 1 do
      m1 @ i cells i pattern
      m1 @ i 1+ cells resize throw m1 !
      m1 @ i cells i pattern? and
   loop  m1 @ freed
;
T{ grow -> true }T

testing many blocks
20 constant #blocks
create blocks  #blocks cells allot
: size-of  ( i -- u )  dup 37 * swap 7 mod 1+ 50 * + 1+ ;
: addr-of  ( i -- a-addr )  cells blocks + ;
: take  ( i -- )
   dup size-of got over addr-of !  dup addr-of @ over size-of rot pattern
;
: good?  ( i -- f )  dup addr-of @ over size-of rot pattern? ;
: all-good?  ( -- f )  true #blocks 0 do  i good? and  loop ;
: take-all  ( -- )  #blocks 0 do  i take  loop ;
: drop-some  ( from -- )  #blocks swap do  i addr-of @ freed  3 +loop ;
: take-some  ( from -- )  #blocks swap do  i take  3 +loop ;
T{ take-all all-good? -> true }T
T{ 0 drop-some 0 take-some all-good? -> true }T
T{ 2 drop-some 1 drop-some 1 take-some 2 take-some all-good? -> true }T
: shuffled  ( -- f )
   true  30 0 do
      i 3 mod dup drop-some  i 7 mod 50 * 1+ got  over take-some
      freed drop  all-good? and
   loop
;
T{ shuffled -> true }T
T{ 0 drop-some 1 drop-some 2 drop-some -> }T
: churned  ( -- )                          \ what is freed is used again
   3000 0 do  100000 i 1000 mod + got  i over c!  freed  loop
;
T{ churned -> }T
: mixed  ( -- )                            \ of two sizes, none in order
   1000 0 do  50000 got 20000 got swap freed 60000 got freed freed  loop
;
T{ mixed -> }T

.set memory
