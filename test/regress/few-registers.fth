\ few-registers.fth - a loop and a call that want more registers than there are
\ SPDX-License-Identifier: 0BSD
\ answer: @ 5 3973433784692370571 =
5 start
: w0  dup >r r@ 0 = if r> 0 0 0 0 0 5 pick 3 and 0 ?do 0 0 <> if
   drop drop drop drop drop drop drop drop drop unloop exit else then
   0 0 = if leave else then loop drop drop drop drop drop drop
   else rdrop then drop drop drop ;
0 0 0 ' w0 result
: w1  = if 0 true else drop false then ;
: w2  buf {: a b c d e :} a case 0 of buf e u< dup >r if 0 a 0 w1 if
   2>r d -1 < e 24 0 fill drop 2r> drop drop else then 0 then
   r> if drop then endof endcase ;
0 0 0 0 ' w2 result
: w3  2over >r + + - 0 r@ + swap drop drop r> = 5 pick
   drop drop drop drop drop drop drop ;
1 2 3 4 5 6 7 8 ' w3 result
5 end
