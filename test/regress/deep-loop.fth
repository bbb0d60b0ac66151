\ deep-loop.fth - loops over more items than registers: all are there after it
\ SPDX-License-Identifier: 0BSD
\ answer: @ 4 7904922517328824344 =
4 start
: w0  1 2 3 4 5 6 7 buf c@ 7 and dup 1+ over + swap do 2drop 0 0 loop ;
' w0 result
: w1  1 2 3 4 5 6 7 buf c@ 7 and 4 over + swap do swap loop ;
' w1 result
: w2  0 0 + 0 0 0 0 1 5 pick buf -8 + c@ dup 3 and 1+ over + swap do
   = if 0 0 leave else then 0 0 loop drop drop drop drop drop drop drop ;
' w2 result
: w3  0 0 {: a b c :} a 0 + a a 0 0 0 0 5 roll buf @ <= 5 pick
   drop drop drop drop drop drop drop ;
0 ' w3 result
4 end
