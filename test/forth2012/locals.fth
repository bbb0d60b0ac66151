\ locals.fth - Forth 2012 locals words.
\ SPDX-License-Identifier: 0BSD

testing {: and :}
T{ : l1  {: a1 :} a1 a1 ; 5 l1 -> 5 5 }T
T{ : l2  {: a1 b1 :} b1 a1 ; 1 2 l2 -> 2 1 }T
T{ : l3  {: a1 b1 c1 :} c1 b1 a1 ; 1 2 3 l3 -> 3 2 1 }T
T{ : l4  {: a1 | b1 c1 :} 7 to b1 8 to c1 a1 b1 c1 ; 6 l4 -> 6 7 8 }T
T{ : l5  {: a1 b1 -- x y z :} a1 b1 + ; 3 4 l5 -> 7 }T
T{ : l6  {: a1 | b1 -- text :} a1 to b1 b1 ; 3 l6 -> 3 }T
T{ : l7  {: | a1 :} 9 to a1 a1 ; l7 -> 9 }T
T{ : l8  {: :} 1 ; l8 -> 1 }T
T{ : l9  {: -- n :} 2 ; l9 -> 2 }T
T{ : l10  {: a1 b1 c1 d1 e1 f1 g1 h1 :} h1 g1 f1 e1 d1 c1 b1 a1 ;
   1 2 3 4 5 6 7 8 l10 -> 8 7 6 5 4 3 2 1 }T
T{ : l11  {: a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 m1 n1 o1 p1 :}
   a1 b1 + c1 + d1 + e1 + f1 + g1 + h1 + i1 + j1 + k1 + l1 + m1 + n1 + o1 +
   p1 + ; 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 l11 -> 136 }T
T{ : l12  1 {: a1 :} a1 2 ; l12 -> 1 2 }T
T{ : l13  {: a1
      b1 | c1
      -- n :}                              \ over lines
   a1 b1 + to c1 c1 ; 4 5 l13 -> 9 }T
T{ : l14  {: dup swap :} dup swap - ; 9 4 l14 -> 5 }T   \ they hide words
T{ 1 dup 2 swap -> 1 2 1 }T
T{ : l15  {: a1 :} a1 1+ to a1 a1 a1 2* to a1 a1 ; 5 l15 -> 6 12 }T
T{ : l16  {: a1 b1 :} a1 b1 to a1 to b1 a1 b1 ; 1 2 l16 -> 2 1 }T
T{ min-int l1 max-uint l1 -> min-int min-int max-uint max-uint }T
T{ : l17  {: LongLocalName another-long-name :} another-long-name ;
   1 2 l17 -> 2 }T

testing locals, the return stack and loops
T{ : r1  {: a1 :} a1 >r a1 1+ >r a1 r> r> ; 5 r1 -> 5 6 5 }T
T{ : r2  {: a1 b1 :} 0 a1 0 do  b1 + i +  loop a1 b1 ; 3 10 r2 -> 33 3 10 }T
T{ : r3  {: n | s :} n 0 do  i n 0 do  j i * s + to s  loop drop  loop  s ;
   4 r3 -> 36 }T
T{ : r4  {: n :} 10 0 do  i n = if  i n unloop exit  then  loop -1 ;
   4 r4 11 r4 -> 4 4 -1 }T
T{ : r5  {: n :} begin  n  while  n n 1- to n  repeat  n ; 3 r5 -> 3 2 1 0 }T
T{ : r6  {: n :} n if  n 1- recurse n  else  0  then ; 3 r6 -> 0 1 2 3 }T
T{ : r7  {: n :} n 2 < if  n  else  n 1- recurse n 2 - recurse +  then ;
   15 r7 -> 610 }T
T{ : r8  {: n xt :} n xt execute n ; 3 ' negate r8 -> -3 3 }T
T{ : r9  {: n :} n case  1 of  n 10 +  endof  2 of  n 20 +  endof
   n swap  endcase  n ; 1 r9 2 r9 3 r9 -> 11 1 22 2 3 3 }T
T{ : r10  {: n :} n if  n exit  then  n 1- ; 0 r10 5 r10 -> -1 5 }T
T{ : r11  {: a1 b1 :} a1 b1 2>r a1 b1 2r> ; 1 2 r11 -> 1 2 1 2 }T
T{ : r13  {: n -- :} n 3 throw ; 7 ' r13 catch nip -> 3 }T
T{ : r14  {: n :} n ['] r13 catch nip n ; 7 r14 -> 3 7 }T
T{ : r15  {: n :} n [ 3 4 + ] literal + ; 1 r15 -> 8 }T
T{ : r16  {: a1 | b1 :} s" text" to b1 drop a1 b1 ; 9 r16 -> 9 4 }T
T{ : r17  create , does>  @ {: v :} v v + ; 4 r17 eight  eight -> 8 }T
T{ : r18  {: x "name" -- :} x constant ; 5 0 r18 five  five -> 5 }T
T{ :noname  {: a1 b1 :} a1 b1 - ; 9 5 rot execute -> 4 }T
T{ : unaffected  1 ; : uses  {: unaffected :} unaffected ; 5 uses unaffected
   -> 5 1 }T
T{ : gcd  {: x y :} y 0= if  x  else  y x y mod recurse  then ;
   84 36 gcd -> 12 }T
T{ : values  {: n | a1 b1 :} 0 to a1 1 to b1
   n 0 ?do  a1 b1 dup to a1 + to b1  loop  a1 ; 10 values 0 values -> 55 0 }T

testing LOCALS| and (LOCAL)
T{ : lb1  locals| a1 b1 | a1 b1 ; 1 2 lb1 -> 2 1 }T
T{ : lb2  locals| c1 b1 a1 | a1 b1 c1 7 to b1 b1 ; 1 2 3 lb2 -> 1 2 3 7 }T
T{ : lb3  locals| n | 0 n 0 do  i n * +  loop ; 4 lb3 -> 24 }T
: local  ( "name" -- )  bl word count (local) ; immediate
: end-locals  ( -- )  0 0 (local) ; immediate
T{ : lc1  local x1 local y1 end-locals x1 y1 ; 1 2 lc1 -> 2 1 }T
: locals-of  ( n -- )                      \ the next n words are locals
   0 ?do  parse-name (local)  loop  0 0 (local)
;
: 3locals  ( -- )  3 locals-of ; immediate
T{ : lc2  3locals x1 y1 z1  z1 y1 x1 - ; 1 2 3 lc2 -> 1 2 3 - }T

.set locals
