\ heap.fth - heap sort of 10,000 cells.
\ SPDX-License-Identifier: 0BSD

#10000 constant size
align create list  size cells allot
variable seed
: random  ( -- u )  seed @ #1309 * #13849 + $ffff and  dup seed ! ;
: item  ( i -- addr )  cells list + ;
: fill-list  ( -- )  #74755 seed !  size 0 do  random i item !  loop ;

\ The child of i that is greater; there is a first one, if not a second.
: greater-child  ( n i -- n child )
   2* 1+  2dup 1+ > if
      dup item dup @ swap cell+ @ < if  1+  then
   then
;
\ Item i of a heap of n sinks to its place.
: sink  ( n i -- )
   dup item @ >r                                     ( n i )  ( R: x )
   begin  2dup 2* 1+ >  while
      tuck greater-child                             ( i n child )
      dup item @ r@ >  while
      rot over item @ swap item !                    ( n child )
   repeat  drop swap  then                           ( n i )
   r> swap item !  drop
;
: make-heap  ( -- )
   size 2/ begin  dup  while  1- size over sink  repeat  drop
;
: exchange  ( addr1 addr2 -- )  dup @ >r  over @ swap !  r> swap ! ;
: take-heap  ( -- )
   size begin  1- dup  while                         ( n )
      list over item exchange  dup 0 sink
   repeat  drop
;
: list-sum  ( -- x )  0  size 0 do  3 *  i item @ +  loop ;
\G Fill and sort; a sum that depends on the order.
: run  ( -- x )  fill-list make-heap take-heap list-sum ;
