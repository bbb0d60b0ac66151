\ flags-shuffled.fth - of five registers a flag in two left 2SWAP too few
\ SPDX-License-Identifier: 0BSD
\ answer: @ 51 -3986786378964196478 =
51 start
: w3 {: a b | k0 k1 :} 7 11 > ?dup 0= if $2000000 else -2 $fffffff rot
$585fd6e2 2swap depth u<= 2swap + xor + a + then 1 1 1 1 ;
0 0 ' w3 result
51 end
