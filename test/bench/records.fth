\ records.fth - CREATE DOES>: 1000 particles, 100 steps, where they end.
\ SPDX-License-Identifier: 0BSD

\ ARRAY: i gives the address of cell i. TABLE: of a record of so many bytes.
: array  ( n "name" -- )
   align create cells allot  does>  ( i -- addr )  swap cells +
;
: table  ( n size "name" -- )
   align create dup , * allot  does>  ( i -- addr )  tuck @ * + cell+
;
: field  ( offset "name" -- offset2 )
   create dup , cell+  does>  ( addr -- addr2 )  @ +
;
0 field px  field py  field vx  field vy  constant /particle
#1000 constant particles
particles /particle table particle
#64 constant side
side array histogram
variable seed
: random  ( -- u )  seed @ #1309 * #13849 + $ffff and  dup seed ! ;

: start  ( addr -- )
   random over px !  random over py !
   random #255 and over vx !  random #255 and swap vy !
;
: moved  ( x v -- x2 )  + $ffff and ;
: step  ( addr -- )
   dup px @ over vx @ moved over px !
   dup py @ over vy @ moved over py !
   dup px @ over py @ < if  1 over vx +!  else  1 over vy +!  then
   drop
;
: count-it  ( addr -- )
   1 over px @ #10 rshift histogram +!
   1 swap py @ #10 rshift histogram +!
;
: histogram-sum  ( -- x )  0  side 0 do  3 * i histogram @ +  loop ;
\G Start, move, count.
: run  ( -- x )
   #74755 seed !
   side 0 do  0 i histogram !  loop
   particles 0 do  i particle start  loop
   #100 0 do  particles 0 do  i particle step  loop loop
   particles 0 do  i particle count-it  loop
   histogram-sum
;
