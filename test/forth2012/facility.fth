\ facility.fth - Forth 2012 facility words, and their extensions.
\ SPDX-License-Identifier: 0BSD
\ KEY and EKEY need somebody at the keyboard; only what they lead to is here.

testing the terminal
: to-1-2  ( -- )  1 2 at-xy ;
T{ ' to-1-2 output-of nip 0> ' page output-of nip 0> -> true true }T
: flag?  ( x -- f )  dup true = swap false = or ;
T{ key? flag? emit? flag? ekey? flag? -> true true true }T

testing keys
: keys  ( -- x... n )
   k-up k-down k-left k-right k-home k-end k-prior k-next k-insert k-delete
   k-f1 k-f2 k-f3 k-f4 k-f5 k-f6 k-f7 k-f8 k-f9 k-f10 k-f11 k-f12 22
;
create key-list 22 cells allot
: list-keys  ( -- )  keys 0 do  i cells key-list + !  loop ;
: key  ( i -- x )  cells key-list + @ ;
: distinct?  ( -- f )
   true  22 0 do  i 0 ?do  i key j key <> and  loop  loop
;
T{ list-keys distinct? -> true }T
: masks  ( -- x )  k-shift-mask k-ctrl-mask k-alt-mask or or ;
T{ k-shift-mask k-ctrl-mask and k-ctrl-mask k-alt-mask and
   k-alt-mask k-shift-mask and -> 0 0 0 }T
T{ k-shift-mask 0= k-ctrl-mask 0= k-alt-mask 0= -> false false false }T
: unmasked?  ( -- f )  true  22 0 do  i key masks and 0= and  loop ;
T{ unmasked? -> true }T

testing structures
T{ begin-structure s0 end-structure  s0 -> 0 }T
T{ begin-structure s1  1 +field s1.a  2 cells +field s1.b  end-structure
   s1 -> 1 2 cells + }T
T{ 100 s1.a 100 s1.b -> 100 101 }T
T{ begin-structure s2  cfield: s2.c  field: s2.n  cfield: s2.d  end-structure
   0 s2.c 0 s2.n 0 s2.d s2 -> 0 1 cells 2 cells 2 cells 1+ }T
T{ begin-structure s3  field: s3.x  s2 +field s3.s  field: s3.y
   end-structure -> }T
T{ 0 s3.x 0 s3.s 0 s3.s s2.n 0 s3.y -> 0 1 cells 2 cells 4 cells }T
s3 buffer: one
T{ 5 one s3.x !  6 one s3.s s2.n !  7 one s3.y !
   one s3.x @ one s3.s s2.n @ one s3.y @ -> 5 6 7 }T
T{ : use-s3  one s3.s s2.n @ s3 ; use-s3 s3 = -> 6 true }T
T{ begin-structure s4  0 +field s4.a  field: s4.b  dup constant so-far
   0 +field s4.c  end-structure  0 s4.a 0 s4.b 0 s4.c so-far s4
   -> 0 0 1 cells dup dup }T
T{ 0 1 cells +field plain-a 3 +field plain-b constant plain  0 plain-b plain
   -> 1 cells 1 cells 3 + }T

testing time
T{ 1 ms 0 ms -> }T
: in?  ( n lo hi -- f )  1+ within ;
: now?  ( -- f )
   time&date  1970 9999 in? >r 1 12 in? >r 1 31 in? >r 0 23 in? >r
   0 59 in? >r 0 60 in?  r> r> r> r> r> and and and and and
;
T{ now? -> true }T
: seconds  ( -- n )  time&date 2drop drop 60 * + 60 * + ;
: passed  ( -- n )  seconds  1100 ms  seconds swap - 86400 + 86400 mod ;
T{ passed 1 3 in? -> true }T               \ MS and TIME&DATE agree

.set facility
