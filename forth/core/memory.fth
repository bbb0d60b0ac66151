\ memory.fth - ALLOCATE and its kin: first fit, from the end of data space.
\ SPDX-License-Identifier: 0BSD
\ needs: control.fth

\ A block is two cells, then what the user has. First cell: of a free block
\ the next free one, else the block's address inverted, by which FREE knows
\ its own. Second cell: the size of it all. The heap grows downwards.
#16 constant /head                         \ keeps addresses multiples of 16
'data-end @ -16 and constant heap-end
variable free-blocks                       \ in order of address; 0 ends them

: block-size  ( blk -- u )  cell+ @ ;
\ Join a free block with the free one right after it.
: join  ( blk -- )
   dup dup block-size + over @ <> if  drop exit  then
   dup @ 2@ 2 pick !  swap cell+ +!
;
\ The last free block, or the list's head, before addr.
: before  ( addr -- blk )
   >r free-blocks
   begin  dup @ dup 0<> swap r@ u< and  while  @  repeat  rdrop
;
: give  ( blk -- )
   dup before                                        ( blk prev )
   2dup @ swap !  2dup !  swap join
   dup free-blocks = if  drop  else  join  then
;
\ The block, or head, before the first free one of this size, if any.
: fitting  ( size -- prev )
   free-blocks
   begin  dup @ while  2dup @ block-size u>  while  @  repeat then  nip
;
: grow  ( size -- ior )
   dup unused $f - u> if  drop -59 exit  then
   'data-end @ -16 and over -  dup 'data-end !
   tuck cell+ !  give  0
;
\ The upper part of a free block, or all if hardly more would be left.
: carve  ( size prev -- blk )
   dup @ block-size 2 pick - dup #32 u< if           ( size prev rest )
      drop nip  dup @ dup >r @ swap ! r> exit
   then
   swap @ 2dup cell+ !  +  tuck cell+ !
;
: (allocate)  ( u -- a-addr ior )
   dup $3fffffff u> if  drop 0 -59 exit  then
   $f + -16 and /head +
   dup fitting @ 0= if  dup grow ?dup if  nip 0 swap exit  then then
   dup fitting carve  dup invert over !  /head + 0
;
\G Get memory of u bytes; ior -59 if there is none.
: allocate  ( u -- a-addr ior )  (allocate) ;
: mine?  ( a-addr -- flag )
   dup $f and 0= over 'data-end @ heap-end within and
   if  /head - dup @ invert =  else  drop false  then
;
\G Give memory back; ior -60 if it is not from ALLOCATE.
: free  ( a-addr -- ior )  dup mine? if  /head - give 0  else  drop -60  then ;
\G Change the size of memory from ALLOCATE, which may move; ior -61.
: resize  ( a-addr u -- a-addr2 ior )
   over mine? 0= if  drop -61 exit  then
   over /head - block-size /head - 2dup u> 0= if  2drop 0 exit  then
   >r allocate if  drop rdrop -61 exit  then         ( a-addr a-addr2 )
   2dup r> move  swap free
;
