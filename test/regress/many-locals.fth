\ many-locals.fth - more on the return stack than the compiler has places for
\ SPDX-License-Identifier: 0BSD
\ answer: @ 3 -8549076752703037445 =
3 start
: w0  {: a b c d e n | k0 :} n 0= if exit then 0 0 + 0 0 0 0 n 1- recurse ;
1 2 3 4 5 2 ' w0 result
: w1  + + 0 0 0 ;
: w2  0 0 {: a b :} 0 0 + a a ['] w1 catch
   dup if >r drop drop drop 7 8 9 10 11 r> then
   <= a 5 pick drop drop drop drop drop drop drop ;
' w2 result
: w3  dup 3 and 1+ over + swap do loop 0 ;
: w4  3 and dup 0= if drop 0 0 exit then 1- >r r@ 0 = if 0 0 + 0 + drop then
   0 -1 = 0= if 0 case -1 of 0 r@ 0 0 0 0 5 pick dup drop drop drop drop
   drop drop drop drop drop endof 0 of r@ 3 and 0 ?do i 0 or 0 0 -1 1 i
   5 roll = i 5 pick and + 3 pick - - drop drop drop drop 0 0 = if
   leave then loop endof endcase else then r> recurse ;
0 ' w4 result
3 ' w4 result
3 end
