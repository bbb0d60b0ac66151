\ matrix.fth - the product of two matrices of 200 * 200 integers.
\ SPDX-License-Identifier: 0BSD

\ a machine with less memory sets it before
[undefined] dimension [if]  #200 constant dimension  [then]
dimension cells constant /row
dimension /row * constant /matrix
align create left    /matrix allot
align create right   /matrix allot
align create result  /matrix allot
variable seed
: random  ( -- u )  seed @ #1309 * #13849 + $ffff and  dup seed ! ;
: fill-matrix  ( addr -- )
   /matrix over + swap do  random #120 mod #60 - i !  1 cells +loop
;
: inner-product  ( row column -- n )
   0 -rot  dimension 0 do                           ( sum row column )
      over @ over @ *  >r rot r> + -rot
      /row +  swap cell+ swap
   loop  2drop
;
: multiply  ( -- )
   result  left /matrix + left do                    ( addr )
      right /row + right do
         j i inner-product over !  cell+
      1 cells +loop
   /row +loop  drop
;
: result-sum  ( -- x )
   0  result /matrix + result do  3 * i @ +  1 cells +loop
;
#74755 seed !  left fill-matrix  right fill-matrix
\G Multiply; a sum of the result.
: run  ( -- x )  multiply result-sum ;
