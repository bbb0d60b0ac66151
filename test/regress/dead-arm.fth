\ dead-arm.fth - ELSE after EXIT or LEAVE: the return stack is as it was at IF
\ SPDX-License-Identifier: 0BSD
\ answer: @ 1 6155978558909314779 =
1 start
: w0  2>r 0 0 = if rdrop rdrop exit else then 2r> drop drop ;
0 0 ' w0 result
: w1  4 0 do 0 0 = if leave else then 0 0 = if unloop exit else then
   i 1 and 1+ +loop ;
' w1 result
: w2  -1 0 0 buf {: a b c d :} 1 0 swap 4 0 do
   + 1 u< if unloop exit else then a d ! 0 0 = if 0 0 leave then 0 0
   i 1 and 1+ +loop drop drop ;
' w2 result
: w3  0 case 0 of 0 >r 0 r@ = if 0 0 rdrop exit else then rdrop endof
   endcase 1 ;
' w3 result
1 end
