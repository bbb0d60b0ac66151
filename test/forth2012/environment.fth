\ environment.fth - the queries of Forth 2012, and that their answers hold.
\ SPDX-License-Identifier: 0BSD

: ?query  ( c-addr u -- x )  environment? 0= if  -13 throw  then ;
: all?  ( c-addr u x -- f )                \ is each of u bytes x?
   rot rot 0 ?do  2dup i + c@ <> if  2drop unloop false exit  then  loop
   2drop true
;

testing queries of the core
T{ s" MAX-N" environment? -> max-int true }T
T{ s" MAX-U" environment? -> max-uint true }T
T{ s" MAX-D" environment? -> max-uint max-int true }T
T{ s" MAX-UD" environment? -> max-uint max-uint true }T
T{ s" ADDRESS-UNIT-BITS" ?query 1 cells * -> cell-bits }T
T{ s" FLOORED" environment? -> -1 2 / 0< true }T
T{ s" MAX-CHAR" ?query pad c! pad c@ -> s" MAX-CHAR" ?query }T
T{ s" MAX-CHAR" ?query 1+ pad c! pad c@ -> 0 }T
T{ s" /COUNTED-STRING" ?query 30 > -> true }T
T{ s" /COUNTED-STRING" ?query s" MAX-CHAR" ?query u> -> false }T
T{ s" /HOLD" ?query cell-bits 2 * 2 + < -> false }T
: held  ( u -- c-addr u )  <#  0 ?do  [char] h hold  loop  0 0 #> ;
T{ s" /HOLD" ?query dup held tuck char h all? rot rot = -> true true }T
T{ s" /PAD" ?query 84 < -> false }T
T{ pad s" /PAD" ?query 2dup char p fill char p all? -> true }T
T{ s" STACK-CELLS" ?query 32 < s" RETURN-STACK-CELLS" ?query 24 <
   -> false false }T
: piled  ( n -- n2 )                       \ n items at once, and off again
   0 swap 0 ?do  i swap 1+  loop           ( x... n )
   dup >r 0 ?do  drop  loop  r>
;
T{ s" STACK-CELLS" ?query depth - 16 - dup piled = -> true }T
T{ s" no-such-query" environment? s" " environment? -> false false }T
T{ : in-word  s" MAX-N" environment? ; in-word -> max-int true }T

testing queries of other sets
T{ s" WORDLISTS" ?query 8 < -> false }T
create order0 20 cells allot
: keep  ( -- )  get-order dup order0 !  0 do  i 1+ cells order0 + !  loop ;
: kept  ( -- )
   order0 @ 0 do  order0 @ i - cells order0 + @  loop  order0 @ set-order
;
: listed  ( n -- n2 )                      \ so many lists in the order
   keep  dup >r 0 ?do  forth-wordlist  loop  r> set-order
   get-order dup >r 0 ?do  drop  loop  r>  kept
;
T{ s" WORDLISTS" ?query dup listed = -> true }T
T{ s" #LOCALS" ?query 16 < -> false }T
variable #written
: write  ( c-addr u -- )
   dup >r pad #written @ + swap move  r> #written +!
;
: with-locals  ( n -- c-addr u )           \ a definition with n locals
   0 #written !  s" : many  {: " write
   dup 0 ?do  s" v" write  i 0 <# #s #> write  s"  " write  loop
   s" :} v0 v" write  1- 0 <# #s #> write  s"  ;" write
   pad #written @
;
T{ 16 with-locals evaluate
   1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 many -> 1 16 }T
T{ s" XCHAR-ENCODING" environment? drop s" UTF-8" same-text -> true }T
T{ s" MAX-XCHAR" ?query s" XCHAR-MAXMEM" ?query -> $10ffff 4 }T

testing obsolescent queries
\ Word sets: if they are answered, then with a flag, and truly.
: flag?  ( c-addr u -- f )
   environment? if  dup 0= swap true = or  else  true  then
;
T{ s" CORE" flag? s" CORE-EXT" flag? s" BLOCK" flag? s" DOUBLE" flag?
   s" FLOATING" flag? s" LOCALS" flag? s" FILE" flag? s" SEARCH-ORDER" flag?
   -> true true true true true true true true }T

.set environment
