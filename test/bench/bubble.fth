\ bubble.fth - 6000 cells in random order, sorted by exchanging neighbours.
\ SPDX-License-Identifier: 0BSD

#6000 constant size
align create list  size cells allot
variable seed
: random  ( -- u )  seed @ #1309 * #13849 + $ffff and  dup seed ! ;
: fill-list  ( -- )
   #74755 seed !  list size cells + list do  random i !  1 cells +loop
;
: sort-list  ( -- )
   size 1 do
      list size i - cells +  list do
         i 2@ < if  i 2@ swap i 2!  then
      1 cells +loop
   loop
;
: list-sum  ( -- x )  0  size 0 do  3 *  list i cells + @ +  loop ;
\G Fill and sort; a sum that depends on the order.
: run  ( -- x )  fill-list sort-list list-sum ;
