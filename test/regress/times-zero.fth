\ times-zero.fth - UM* with a factor known to be 0: the high cell is 0 too
\ SPDX-License-Identifier: 0BSD
\ answer: @ 2 -345399743950231292 =
2 start
: w0  0 um* ;
5 ' w0 result
: w1  {: a b :} 0 a um* nip ;
1 0 ' w1 result
: w2  0 * um* nip ;
1 0 ' w2 result
: w3  0 = 0 um* nip ;
0 ' w3 result
2 end
