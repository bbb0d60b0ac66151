\ prelude.fth - what all sets of Forth 2012 tests use; core words only.
\ SPDX-License-Identifier: 0BSD
\ The runner, test/suite/forth2012, puts test/ttester.fth and this file first.

0 invert constant max-uint
max-uint 1 rshift constant max-int
max-int invert constant min-int
0 constant <false>
0 invert constant <true>

\ Bits in a cell and in an address unit: nothing here assumes a cell's size.
: bits-of  ( x -- n )  0 swap  begin  dup  while  1 rshift swap 1+ swap  repeat
   drop
;
max-uint bits-of constant cell-bits

\ COMPARE is not a core word, so this is what tests of text use.
: same-text  ( c-addr1 u1 c-addr2 u2 -- flag )
   rot over <> if  2drop drop <false> exit  then    ( c-addr1 c-addr2 u2 )
   0 ?do
      over i chars + c@ over i chars + c@ <> if
         2drop unloop <false> exit
      then
   loop  2drop <true>
;
\ What xt prints is this text.
: prints  ( i*x xt c-addr u -- j*x flag )  2>r output-of 2r> same-text ;

\ Values at the edges of a cell, for laws that must hold for all of them.
create edges
   0 , 1 , -1 , 2 , -2 , 3 , -3 , 7 , -10 , 1000 , -1001 ,
   max-int , max-int 1- , min-int , min-int 1+ , max-int 2/ , min-int 2/ ,
   max-uint 1 rshift invert 1 rshift , 1 cell-bits 2/ lshift ,
   1 cell-bits 2/ lshift 1- , 1 cell-bits 2/ lshift negate ,
here edges - 1 cells / constant #edges
: edge  ( i -- x )  cells edges + @ ;
variable 'a  variable 'b  variable 'law
: a  ( -- x )  'a @ ;
: b  ( -- x )  'b @ ;
\ Number of values a, or of pairs a and b, for which a law does not hold.
: broken  ( xt -- n )  ( xt: -- flag )
   'law !  0 #edges 0 do  i edge 'a !  'law @ execute 0= if  1+  then  loop
;
: broken2  ( xt -- n )  ( xt: -- flag )
   'law !  0 #edges 0 do  #edges 0 do
      i edge 'a !  j edge 'b !  'law @ execute 0= if  1+  then
   loop  loop
;
