\ badcode.fth - code that is none is caught, and who ran it is known.
\ SPDX-License-Identifier: 0BSD
\ A word whose code is data: no processor we know has an instruction of ones.
testing instructions that are none
create bad  0 , 0 , 0 , here cell+ ,  -1 , -1 ,
: inner  ( -- )  bad execute ;
: outer  ( -- )  1 inner drop ;
T{ ' outer catch -> -257 }T
\ The first caller that the last throw left: the word whose code it is.
: thrower  ( -- c-addr u )  0 2 + fault-cell @ code>nt name>string ;
T{ ' outer catch thrower s" outer" compare -> -257 0 }T
