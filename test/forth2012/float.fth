\ float.fth - Forth 2012 floating-point words, without the functions.
\ SPDX-License-Identifier: 0BSD
\ The functions (FSIN and its like) are in functions.fth. T{ }T looks at the
\ data stack, so what is on the floating-point stack is turned into flags, and
\ each section ends with a look at FDEPTH.

: same  ( F: r1 r2 -- ) ( -- f )  0e f~ ;
: same2  ( F: r1 r2 r3 r4 -- ) ( -- f )  frot same >r same r> and ;
: near  ( F: r1 r2 -- ) ( -- f )           \ within 1e-14 of each other
   fover fover same >r  -5e-15 f~ r> or
;

testing literals
T{ fdepth -> 0 }T
T{ 1e fdepth fdrop fdepth -> 1 0 }T
T{ 1e 1.e same 1e 1E same 1e 1.0e0 same 1e 10e-1 same -> -1 -1 -1 -1 }T
T{ -1e 1e same 1.5e 15e-1 same 1.5E1 15e same 2e+1 20e same -> 0 -1 -1 -1 }T
T{ +1e 1e same 0.25e 1e 4e f/ same 100e 1e2 same -> -1 -1 -1 }T
T{ : fl  1.5e -2.5e-1 ; fl -0.25e same 1.5e same -> -1 -1 }T
T{ : flit  [ 1e 3e f/ ] fliteral ; flit 1e 3e f/ same -> -1 }T
: my-flit  ( F: r -- )  postpone fliteral ; immediate
T{ : flit2  [ 7e ] my-flit ; flit2 7e same -> -1 }T
T{ hex 1e decimal -> 30 }T                 \ only in base ten
T{ 123456789e 123456789 s>f same 1e22 1e11 1e11 f* same -> -1 -1 }T
T{ 0.1e 0.2e f+ 0.30000000000000004e same -> -1 }T
T{ s" 1e5" evaluate 100000e same -> -1 }T
T{ fdepth -> 0 }T

testing the stack
T{ 1e fdup same 1e 2e fswap 1e same 2e same -> -1 -1 -1 }T
T{ 1e 2e fdrop 1e same -> -1 }T
T{ 1e 2e fover 1e same 2e same 1e same -> -1 -1 -1 }T
T{ 1e 2e 3e frot 1e same 3e same 2e same -> -1 -1 -1 }T
T{ 1 2e 3 2e same -> 1 3 -1 }T             \ it is a stack of its own
: six  ( F: -- r1 ... r6 )  1e 2e 3e 4e 5e 6e ;        \ 12.4.1: six at least
T{ six fdepth f+ f+ f+ f+ f+ 21e same -> 6 -1 }T
: kept  ( F: r -- r )  5e 0 throw f+ ;
T{ 1e kept 6e same -> -1 }T
: thrown  ( F: -- )  1e 2e 3e 9 throw ;
T{ 7e ' thrown catch 7e same fdepth -> 9 -1 0 }T      \ CATCH restores it
: eaten  ( F: r -- )  fdrop fdrop 8 throw ;
T{ 7e 8e ' eaten catch fdepth fdrop fdrop -> 8 2 }T
T{ fdepth -> 0 }T

testing arithmetic
T{ 1e 2e f+ 3e same 1e 2e f- -1e same 3e 2e f* 6e same 6e 4e f/ 1.5e same
   -> -1 -1 -1 -1 }T
T{ -1.5e fnegate 1.5e same -1.5e fabs 1.5e same 1.5e fabs 1.5e same
   -> -1 -1 -1 }T
T{ 1e20 1e f+ 1e20 f- 0e same 1e300 1e-300 f* 1e near -> -1 -1 }T
T{ 1e 3e f/ 3e f* 1e near 2e fsqrt fdup f* 2e near -> -1 -1 }T
T{ 1e 2e fmax 2e same 2e 1e fmax 2e same -1e -2e fmax -1e same -> -1 -1 -1 }T
T{ 1e 2e fmin 1e same 2e 1e fmin 1e same -1e -2e fmin -2e same -> -1 -1 -1 }T
T{ fdepth -> 0 }T

testing comparison
\ F~: above zero absolute, zero identical, below zero relative
T{ 0e f0= 1e f0= -1e f0= 1e-300 f0= 0e fnegate f0= -> -1 0 0 0 -1 }T
T{ 0e f0< 1e f0< -1e f0< -1e-300 f0< 0e fnegate f0< -> 0 0 -1 -1 0 }T
T{ 1e 2e f< 2e 1e f< 1e 1e f< -2e -1e f< -1e 1e f< -> -1 0 0 -1 -1 }T
T{ 0e fnegate 0e f< 0e 0e fnegate f< 1e300 2e300 f< -> 0 0 -1 }T
T{ 1e 1.4e 0.5e f~ 1e 1.6e 0.5e f~ 1.6e 1e 0.5e f~ 1e 1e 0.5e f~
   -> -1 0 0 -1 }T                         \ positive: absolute
T{ 1e 1.5e 0.5e f~ -1e 1e 1.9e f~ -1e 1e 2.1e f~ -> 0 0 -1 }T  \ less, not equal
T{ 1e 1e 0e f~ 1e 1.0000000000000002e 0e f~ -> -1 0 }T        \ zero: identical
T{ 0e 0e 0e f~ 0e 0e fnegate 0e f~ -> -1 0 }T
T{ 100e 101e -0.01e f~ 100e 103e -0.01e f~ 101e 100e -0.01e f~ -> -1 0 -1 }T
T{ -100e 100e -0.9e f~ -100e 100e -1.1e f~ 100e 100e -1e f~ -> 0 -1 -1 }T
T{ 1e-300 2e-300 -0.1e f~ 1e-300 2e-300 0.1e f~ -> 0 -1 }T
T{ fdepth -> 0 }T

testing integers
T{ 0. d>f 0e same 1. d>f 1e same -1. d>f -1e same -> -1 -1 -1 }T
T{ 0 s>f 0e same 7 s>f 7e same -7 s>f -7e same -> -1 -1 -1 }T
T{ 1e f>d -1e f>d 0e f>d 1.9e f>d -1.9e f>d -> 1. -1. 0. 1. -1. }T
T{ 1e f>s -1e f>s 0e f>s 1.9e f>s -1.9e f>s -> 1 -1 0 1 -1 }T
: 2^  ( n -- ) ( F: -- r )  1e 0 ?do  2e f*  loop ;
T{ 0 1 d>f cell-bits 2^ same -> -1 }T
T{ 0 min-int d>f cell-bits 2 * 1- 2^ fnegate same -> -1 }T
T{ cell-bits 2^ f>d cell-bits 2^ fnegate f>d -> 0 1 0 -1 }T
T{ cell-bits 1- 2^ fnegate f>s min-int s>f cell-bits 1- 2^ fnegate same
   -> min-int -1 }T
T{ 1 20 lshift 1+ s>f f>s 1 20 lshift 1+ negate s>f f>s
   -> 1 20 lshift 1+ 1 20 lshift 1+ negate }T
T{ 51 2^ 0.5e f+ f>d d>f 51 2^ same -> -1 }T
T{ fdepth -> 0 }T

testing rounding
: r3  ( F: r -- r1 r2 r3 )  fdup floor fswap fdup fround fswap ftrunc ;
: =f  ( F: r1 r2 -- ) ( -- f )  f- f0= ;
: r3=  ( n1 n2 n3 -- f ) ( F: r -- )       \ floor, round, truncate
   r3 s>f =f >r s>f =f >r s>f =f r> r> and and
;
T{ 0 0 0 0e r3= 1 1 1 1e r3= -1 -1 -1 -1e r3= -> -1 -1 -1 }T
T{ 0 0 0 0.4e r3= 0 0 0 0.5e r3= 0 1 0 0.6e r3= -> -1 -1 -1 }T
T{ 1 2 1 1.5e r3= 2 2 2 2.5e r3= 3 4 3 3.5e r3= -> -1 -1 -1 }T    \ to even
T{ -1 0 0 -0.4e r3= -1 0 0 -0.5e r3= -1 -1 0 -0.6e r3= -> -1 -1 -1 }T
T{ -2 -2 -1 -1.5e r3= -3 -2 -2 -2.5e r3= -4 -4 -3 -3.5e r3= -> -1 -1 -1 }T
T{ 1e300 fdup floor same 1e300 fdup fround same -1e300 fdup ftrunc same
   -> -1 -1 -1 }T
T{ 1e-300 floor f0= -1e-300 floor -1e same 1e-300 fround f0= -> -1 -1 -1 }T
: half-of  ( n -- ) ( F: -- r )  2^ 0.5e f+ ;          \ 2^n + 0.5
T{ 50 half-of floor 50 2^ same 50 half-of fround 50 2^ same
   51 half-of ftrunc 51 2^ same 51 half-of fround 51 2^ same -> -1 -1 -1 -1 }T
T{ 0.49999999999999994e fround f0= -> -1 }T
T{ fdepth -> 0 }T

testing memory
T{ fvariable fv1  2.5e fv1 f!  fv1 f@ 2.5e same -> -1 }T
T{ 3.5e fconstant fc1  fc1 3.5e same : use-fc1  fc1 fv1 f@ ;
   use-fc1 2.5e same 3.5e same -> -1 -1 -1 }T
T{ 4.5e fvalue fl1  fl1 4.5e same 5.5e to fl1 fl1 5.5e same -> -1 -1 }T
T{ : set-fl1  to fl1 ; 6.5e set-fl1 fl1 6.5e same -> -1 }T
T{ : get-fl1  fl1 ; 1e to fl1 get-fl1 1e same 7 value iv 8 to iv iv -> -1 8 }T
T{ 3 floats 3 1 floats * = 0 float+ 1 floats = 0 floats -> -1 -1 0 }T
T{ 1 dfloats 1 sfloats 0 dfloat+ 0 sfloat+ 2 dfloats -> 8 4 8 4 16 }T
T{ fv1 dup faligned = -> true }T
T{ 1 c, falign here dup faligned = -> true }T
T{ 1 c, dfalign here dup dfaligned = 1 c, sfalign here dup sfaligned =
   -> true true }T
T{ 0 faligned 0 dfaligned 0 sfaligned 1 sfaligned 1 dfaligned 1 faligned
   -> 0 0 0 1 sfloats 1 dfloats 1 floats }T
falign here 3 floats allot constant farea
T{ 1e farea f! 2e farea float+ f! 3e farea 2 floats + f! farea f@ 1e same
   farea float+ f@ 2e same farea 2 floats + f@ 3e same -> -1 -1 -1 }T
dfalign here 3 dfloats allot constant darea
T{ 0.1e darea df! 0.2e darea dfloat+ df! darea df@ 0.1e same
   darea dfloat+ df@ 0.2e same -> -1 -1 }T
T{ 1e darea df! darea 7 + c@ darea 6 + c@ or darea c@ darea 1+ c@ or max
   -> $ff }T                               \ IEEE: $3ff0000000000000
sfalign here 3 sfloats allot constant sarea
T{ 1.5e sarea sf! -2.5e sarea sfloat+ sf! sarea sf@ 1.5e same
   sarea sfloat+ sf@ -2.5e same -> -1 -1 }T
T{ 0.1e sarea sf! sarea sf@ fdup 0.1e same 0.1e -1e-7 f~ -> 0 -1 }T
T{ 16777217e sarea sf! sarea sf@ 16777216e same -> -1 }T       \ to even
T{ 1e-45 sarea sf! sarea sf@ f0= 1e30 sarea sf! sarea sf@ 1e30 -1e-7 f~
   -> 0 -1 }T
T{ begin-structure fs1  cfield: fs1.c  ffield: fs1.f  cfield: fs1.c2
   dffield: fs1.d  cfield: fs1.c3  sffield: fs1.s  end-structure
   0 fs1.f dup faligned =  0 fs1.d dup dfaligned =  0 fs1.s dup sfaligned =
   -> true true true }T
T{ 0 fs1.f 0 fs1.c2 0 fs1.d -> 1 faligned dup float+ dup char+ dfaligned }T
T{ 0 fs1.c3 0 fs1.s fs1 -> 0 fs1.d dfloat+ dup char+ sfaligned dup sfloat+ }T
T{ fdepth -> 0 }T

testing >FLOAT
: got  ( c-addr u -- f ) ( F: r -- )       \ is the text this number?
   >float if  same  else  fdrop false  then
;
: refused  ( c-addr u -- f )  >float dup if  fdrop  then  0= ;
T{ 1e s" 1" got 1e s" 1." got 1.5e s" 1.5" got 0.5e s" .5" got
   -> -1 -1 -1 -1 }T
T{ 1e s" 1E" got 1e s" 1e" got 1e s" 1.E" got 1e5 s" 1E5" got
   -> -1 -1 -1 -1 }T
T{ 1e5 s" 1e+5" got 1e-5 s" 1e-5" got 1e5 s" 1+5" got 1e-5 s" 1-5" got
   -> -1 -1 -1 -1 }T
T{ 1e5 s" 1d5" got 1e-5 s" 1D-5" got 1e5 s" 1.D+5" got 15e s" .15e2" got
   -> -1 -1 -1 -1 }T
T{ 1e s" +1" got -1e s" -1" got -0.5e s" -.5" got -1.5e3 s" -1.5E+3" got
   -> -1 -1 -1 -1 }T
T{ 1e s" 1e+" got 1e s" 1-" got 10e s" 010" got 0e s" 0" got -> -1 -1 -1 -1 }T
T{ 0e s"    " got 0e s" " got -> -1 -1 }T  \ blanks are zero
T{ 1e3 s" 1e003" got 12345678e s" 12345678" got 0.001e s" .001" got
   -> -1 -1 -1 }T
T{ s" ." refused s" E" refused s" e5" refused s" .E5" refused
   -> -1 -1 -1 -1 }T
T{ s" +" refused s" -" refused s" --1" refused s" +-1" refused
   -> -1 -1 -1 -1 }T
T{ s" 1e5.5" refused s" 1e5e" refused s" 1.2.3" refused s" 1e--5" refused
   -> -1 -1 -1 -1 }T
T{ s" abc" refused s" 1x" refused s" 1 2" refused s" 1e5 x" refused
   -> -1 -1 -1 -1 }T
T{ s" 1.7976931348623157e308" >float 1.7976931348623157e308 near -> -1 -1 }T
T{ s" 2.2250738585072014e-308" >float 2.2250738585072014e-308 near -> -1 -1 }T
T{ 1e22 s" 10000000000000000000000" got 0.3e s" 0.3" got -> -1 -1 }T
T{ 1e-22 s" 0.0000000000000000000001" got -> -1 }T
T{ s" 123456789012345678901234567890" >float 1.2345678901234568e29 near
   -> -1 -1 }T
T{ fdepth -> 0 }T

testing REPRESENT
create digits 40 allot
: rep  ( u -- n flag1 flag2 ) ( F: r -- )
   digits 40 [char] x fill  digits swap represent
;
: are  ( c-addr u -- f )  digits over same-text ;
T{ 1e 4 rep s" 1000x" are -> 1 0 -1 -1 }T
T{ 1234e 4 rep s" 1234x" are 1234e 6 rep s" 123400x" are
   -> 4 0 -1 -1 4 0 -1 -1 }T
T{ -1.5e 3 rep s" 150x" are 0.5e 2 rep s" 50x" are -> 1 -1 -1 -1 0 0 -1 -1 }T
T{ 0.00123e 5 rep s" 12300x" are -1e-10 1 rep s" 1x" are
   -> -2 0 -1 -1 -9 -1 -1 -1 }T
T{ 1e20 3 rep s" 100x" are 1.5e300 3 rep s" 150x" are 2.5e-300 3 rep s" 250x"
   are -> 21 0 -1 -1 301 0 -1 -1 -299 0 -1 -1 }T
T{ 1236e 3 rep s" 124x" are 1234e 3 rep s" 123x" are -> 4 0 -1 -1 4 0 -1 -1 }T
T{ 9.9996e 4 rep s" 1000x" are 9999.6e 4 rep s" 1000x" are
   -> 2 0 -1 -1 5 0 -1 -1 }T               \ a carry to a new digit
T{ 99e 1 rep s" 1x" are 0.0999e 2 rep s" 10x" are -> 3 0 -1 -1 0 0 -1 -1 }T
T{ 0e 3 rep nip nip s" 000x" are -> -1 -1 }T
T{ 1e 3e f/ 15 rep s" 333333333333333x" are 2e 3e f/ 15 rep
   s" 666666666666667x" are -> 0 0 -1 -1 0 0 -1 -1 }T
T{ 0.1e 15 rep s" 100000000000000x" are 123456789012345e 15 rep
   s" 123456789012345x" are -> 0 0 -1 -1 15 0 -1 -1 }T
T{ fdepth -> 0 }T

testing output
: with  ( u xt -- c-addr u2 ) ( F: r -- )  \ what xt shows with u digits
   precision >r  swap set-precision  output-of  r> set-precision
;
T{ precision 5 set-precision precision swap set-precision -> 5 }T
: begins  ( c-addr1 u1 c-addr2 u2 -- f )   \ does text 1 begin with text 2?
   rot over < if  2drop drop false  else  tuck same-text  then
;
: ends  ( c-addr1 u1 c-addr2 u2 -- f )
   2>r  dup 2r@ nip < if  2drop 2r> 2drop false exit  then
   + 2r@ nip - 2r@ nip 2r> same-text
;
: both  ( c-addr u c-addr1 u1 c-addr2 u2 -- f )        \ begins and ends so?
   2>r 2>r 2dup 2r> begins rot rot 2r> ends and
;
: back?  ( c-addr u -- f ) ( F: r -- )     \ without its blank, read again
   1- >float if  near  else  fdrop false  then
;
T{ 1e3 8 ' f. with s" 1000." s"  " both 0.5e 8 ' f. with s" 0.5" s"  " both
   -> -1 -1 }T
T{ -1.25e 8 ' f. with s" -1.25" s"  " both 0e 8 ' f. with s" 0." s"  " both
   -> -1 -1 }T
T{ 1e 8 ' f. with s" 1." begins 123456e 6 ' f. with s" 123456." begins
   -> -1 -1 }T
T{ 0.001e 8 ' f. with s" 0.001" begins 1e10 15 ' f. with s" 10000000000."
   begins -> -1 -1 }T
T{ 1e 3e f/ 4 ' f. with s" 0.333" begins 2e 3e f/ 4 ' f. with s" 0.6667" begins
   -> -1 -1 }T
T{ 1e3 8 ' fs. with s" 1." s" E3 " both -1.25e 8 ' fs. with s" -1.25" s" E0 "
   both -> -1 -1 }T
T{ 1.5e-7 8 ' fs. with s" 1.5" s" E-7 " both 12345e 3 ' fs. with
   s" 1.23" s" E4 " both -> -1 -1 }T
T{ 1e100 5 ' fs. with s" 1." s" E100 " both 9.9996e 4 ' fs. with s" 1.0" s" E1 "
   both -> -1 -1 }T
T{ 1e3 8 ' fe. with s" 1." s" E3 " both 12345e 8 ' fe. with s" 12.345" s" E3 "
   both -> -1 -1 }T
T{ 123456e 8 ' fe. with s" 123.456" s" E3 " both 1234567e 8 ' fe. with
   s" 1.234567" s" E6 " both -> -1 -1 }T
T{ 0.01e 8 ' fe. with s" 10." s" E-3 " both 1e-6 8 ' fe. with s" 1." s" E-6 "
   both -> -1 -1 }T
T{ -0.5e 8 ' fe. with s" -500." s" E-3 " both 999.6e 3 ' fe. with s" 1." s" E3 "
   both -> -1 -1 }T
T{ 1e 3e f/ 1e 3e f/ 17 ' fs. with back? 1e-300 1e-300 17 ' fe. with back?
   -> -1 -1 }T
T{ 123.456e 123.456e 17 ' f. with back? -1e15 -1e15 17 ' f. with back?
   -> -1 -1 }T
T{ 0e 8 ' fs. with s" 0." s" E0 " both 0e 8 ' fe. with s" 0." begins -> -1 -1 }T
T{ fdepth -> 0 }T

testing floats in the compiler
T{ : floop  0e  10 0 do  i s>f f+  loop ; floop 45e same -> -1 }T
T{ : fif  fdup f0< if  fnegate  then ; -3e fif 3e same 4e fif 4e same
   -> -1 -1 }T
T{ : frec  1e 0 ?do  i 1+ s>f f*  loop ; 20 frec 2432902008176640000e same
   -> -1 }T
T{ : fcase  ( n -- )  case  1 of  1.5e  endof  2 of  2.5e  endof  9e  endcase ;
   1 fcase 1.5e same 2 fcase 2.5e same 3 fcase 9e same -> -1 -1 -1 }T
T{ : flocal  {: n :} n s>f n 1+ s>f f/ ; 1 flocal 0.5e same -> -1 }T
T{ : fnew  ( F: r -- )  create falign here 1 floats allot f!
   does>  faligned f@ ; 2.25e fnew fn1  fn1 2.25e same -> -1 }T
T{ : fexec  ['] f+ execute ; 1e 2e fexec 3e same -> -1 }T
: horner  ( F: r -- r2 )  fdup fdup f* fover 3e f* f+ 2e f+ fswap fdrop ;
T{ 2e horner 12e same -> -1 }T
T{ : fpost  postpone f+ ; immediate  : fposted  fpost ; 1e 2e fposted 3e same
   -> -1 }T

testing what is not finite
: over0  ( -- n )  1e 0e ['] f/ catch dup if  fdrop fdrop  then ;
: endless?  ( -- f )                       \ -42, or more than any number
   over0 dup 0= if  drop 1e308 fswap f<  else  -42 =  then
;
T{ endless? -> true }T
T{ s" FLOATING-STACK" environment? swap 6 < -> true false }T
T{ s" MAX-FLOAT" environment? 1e300 fswap f< -> true true }T
T{ fdepth -> 0 }T

.set float
