\ double.fth - double-cell numbers and data beyond what `.` needs.
\ SPDX-License-Identifier: 0BSD
\ needs: control.fth

\G Twice a double.
: d2*  ( xd -- xd2 )  2dup d+ ;
\G Half of a double, rounded down.
: d2/  ( xd -- xd2 )  dup 2/ >r  8 cells 1- lshift swap 1 rshift or  r> ;
\G True if ud1 is less than ud2, unsigned.
: du<  ( ud1 ud2 -- flag )  rot 2dup = if  2drop u<  else  u> nip nip  then ;
\G True if the doubles are different.
: d<>  ( xd1 xd2 -- flag )  d= 0= ;
\G True if d1 is greater than d2.
: d>  ( d1 d2 -- flag )  2swap d< ;
\G True if d1 is not greater than d2.
: d<=  ( d1 d2 -- flag )  d> 0= ;
\G True if d1 is not less than d2.
: d>=  ( d1 d2 -- flag )  d< 0= ;
\G The smaller double.
: dmin  ( d1 d2 -- d3 )  2over 2over d> if  2swap  then  2drop ;
\G The greater double.
: dmax  ( d1 d2 -- d3 )  2over 2over d< if  2swap  then  2drop ;
\G Bring the third pair to the top.
: 2rot  ( xd1 xd2 xd3 -- xd2 xd3 xd1 )  2>r 2swap 2r> 2swap ;

: ut*  ( ud u -- ut )  tuck um* 2>r um* 0 2r> d+ ;
: ut/  ( ut u -- ud )  dup >r um/mod r> swap >r um/mod nip r> ;
\G d1*n1/+n2 with three cells in between, rounded towards zero; throws -10.
: m*/  ( d1 n1 +n2 -- d2 )
   >r 2dup xor >r  abs >r dabs r> ut*  2r> >r        ( ut +n2 )  ( R: sign )
   ut/  r> 0< if  dnegate  then
;

\ Data ---------------------------------------------------------------------
\G Reserve two cells and store a pair, x2 first.
: 2,  ( x1 x2 -- )  , , ;
\G Compile a pair given now.
: 2literal  ( x1 x2 -- )  ( run: -- x1 x2 )
   swap postpone literal postpone literal
; immediate-only
\G A word that gives a pair.
: 2constant  ( x1 x2 "name" -- )  2>r : 2r> postpone 2literal postpone ; ;
\G A word that gives the address of two cells, which are 0.
: 2variable  ( "name" -- )  create 0 0 2, ;
\G The last word is one that TO works on: xt ( i*x a-addr -- ) is what TO
\G does, and the word's first cell.
: to-by  ( xt -- )  latest >body !  $10 latest +flags ;
: 2value!  ( x1 x2 a-addr -- )  cell+ 2! ;
\G A word that gives a pair, which TO changes.
: 2value  ( x1 x2 "name" -- )
   create 0 , 2, ['] 2value! to-by  does>  ( -- x1 x2 )  cell+ 2@
;
