\ queens.fth - every way to put 8 queens on a board so that none takes another.
\ SPDX-License-Identifier: 0BSD

8 constant size
create columns    size allot
create diagonals  size 2* allot   \ row + column
create antis      size 2* allot   \ row - column + size
variable solutions

: free?  ( row column -- flag )
   dup columns + c@ if  2drop false exit  then
   2dup + diagonals + c@ if  2drop false exit  then
   - size + antis + c@ 0=
;
: mark  ( x row column -- )
   2dup - size + antis +  3 pick swap c!
   2dup + diagonals +  3 pick swap c!
   nip columns + c!
;
: place  ( row -- )
   dup size = if  drop 1 solutions +!  exit  then
   size 0 do                                         ( row )
      dup i free? if
         1 over i mark  dup 1+ recurse  0 over i mark
      then
   loop  drop
;
\G How many ways.
: run  ( -- x )
   columns size 0 fill  diagonals size 2* 0 fill  antis size 2* 0 fill
   0 solutions !  0 place  solutions @
;
