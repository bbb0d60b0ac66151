\ block.fth - blocks of 1024 bytes, kept in memory until a disk takes over.
\ SPDX-License-Identifier: 0BSD
\ needs: memory.fth

#1024 constant /block                      \ bytes in a block
\G How many blocks there are: valid numbers are less.
#1024 value #blocks

\ The store: a page of memory for each block that was ever written.
#blocks cells buffer: pages   pages #blocks cells erase
: page-read  ( a-addr u -- )
   cells pages + @ ?dup if  swap /block move  else  /block blank  then
;
: page-write  ( a-addr u -- )
   cells pages +  dup @ 0= if  /block allocate throw over !  then
   @ /block move
;
\G Fill memory at a-addr with block u. Whoever drives a disk sets these two.
defer block-read  ( a-addr u -- )    ' page-read is block-read
\G Store memory at a-addr as block u.
defer block-write  ( a-addr u -- )   ' page-write is block-write

\ Buffers: flag of UPDATE, number of the block or -1, the bytes.
4 constant #buffers
2 cells /block + constant /buffer
#buffers /buffer * buffer: buffers
variable turn                              \ the buffer used last
: buffer[]  ( i -- buf )  #buffers mod /buffer * buffers + ;
: clean  ( buf -- )                        \ write it if it was updated
   dup @ if  dup 2 cells + over cell+ @ block-write  0 over !  then  drop
;
\G Forget what is in the buffers, updated or not.
: empty-buffers  ( -- )
   #buffers 0 do  0 i buffer[] !  -1 i buffer[] cell+ !  loop
;
empty-buffers
\G Write all updated buffers.
: save-buffers  ( -- )  #buffers 0 do  i buffer[] clean  loop ;
\G Write all updated buffers and forget what is in them.
: flush  ( -- )  save-buffers empty-buffers ;
: assigned?  ( u -- flag )                 \ if so it is the one used last
   #buffers 0 do
      i buffer[] cell+ @ over = if  drop i turn ! true unloop exit  then
   loop  drop false
;
: in-use  ( -- a-addr )  turn @ buffer[] 2 cells + ;
: assign  ( u -- )  1 turn +!  turn @ buffer[] dup clean  cell+ ! ;
\G Throw -35 unless there is a block u.
: ?block  ( u -- u )  dup #blocks u< 0= if  -35 throw  then ;
\G A buffer for block u, whatever is in it; throws -35.
: buffer  ( u -- a-addr )
   ?block  dup assigned? if  drop  else  assign  then  in-use
;
\G The bytes of block u; throws -35.
: block  ( u -- a-addr )
   ?block  dup assigned? 0= if
      dup buffer  -1 turn @ buffer[] cell+ !         ( u a-addr )
      over block-read  dup turn @ buffer[] cell+ !
   then  drop in-use
;
\G The buffer used last is to be written some time.
: update  ( -- )  turn @ buffer[] dup cell+ @ 0< 0= swap ! ;
\G The block that LIST showed last.
variable scr
\G Show a block, 16 lines of 64 characters.
: list  ( u -- )
   dup scr !  #16 0 do
      cr i 2 .r space  dup block i #64 * + #64 -trailing type
   loop  drop cr
;
