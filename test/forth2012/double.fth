\ double.fth - Forth 2012 double-number words, and their extensions.
\ SPDX-License-Identifier: 0BSD

: pairs=  ( x1 x2 x3 x4 -- f )  rot = >r = r> and ;
max-uint max-int 2constant max-2int
0 min-int 2constant min-2int
max-uint max-uint 2constant max-2uint
\ A double from each pair of edges: A in the low cell, B in the high one.
: d  ( -- d )  a b ;

testing double literals
T{ 1. -> 1 0 }T
T{ -2. -> -2 -1 }T
T{ 0. -0. -> 0 0 0 0 }T
T{ : dlits  3. -4. ; dlits -> 3 0 -4 -1 }T
T{ hex FFF. -10. decimal -> 4095 0 -16 -1 }T
T{ $ffff. #-10. %101. -> 65535 0 -10 -1 5 0 }T
T{ : hex-d  $-1f. ; hex-d -> -31 -1 }T
T{ max-int 2. d>s + 1 0 d>s -> min-int 1+ 1 }T
: typed-double  ( ud -- ud2 )              \ through the text interpreter
   <# [char] . hold #s #> evaluate
;
T{ 0 1 typed-double -> 0 1 }T
T{ max-2int typed-double -> max-2int }T
T{ :noname  d typed-double d pairs= ; broken2 -> 0 }T

testing 2CONSTANT 2VARIABLE 2VALUE 2LITERAL
T{ 1 2 2constant c12  c12 -> 1 2 }T
T{ : use-c12  c12 ; use-c12 -> 1 2 }T
T{ min-2int 2constant cmin  cmin -> 0 min-int }T
T{ 2variable v2  5 6 v2 2!  v2 2@ v2 @ -> 5 6 6 }T
T{ : use-v2  v2 2@ ; 7. v2 2!  use-v2 -> 7 0 }T
T{ v2 dup aligned = -> <true> }T
T{ 2variable v3 2variable v4  1 2 v3 2! 3 4 v4 2! v3 2@ v4 2@ -> 1 2 3 4 }T
T{ : dl  [ 8. ] 2literal [ -1. ] 2literal ; dl -> 8 0 -1 -1 }T
T{ : dl2  [ max-2int ] 2literal [ min-2int ] 2literal ; dl2
   -> max-2int min-2int }T
: my-2lit  ( d -- )  postpone 2literal ; immediate
T{ : dl3  [ 9. ] my-2lit ; dl3 -> 9 0 }T
T{ 10. 2value w1  w1 -> 10 0 }T
T{ -3. to w1  w1 -> -3 -1 }T
T{ : set-w1  to w1 ; 5 6 set-w1  w1 -> 5 6 }T
T{ : get-w1  w1 ; get-w1 max-2int to w1 get-w1 -> 5 6 max-2int }T
T{ 7 value single  8 to single  single w1 -> 8 max-2int }T

testing addition and subtraction
T{ 1. 2. d+ -1. 1. d+ -5. -6. d+ -> 3. 0. -11. }T
T{ max-uint 0 1. d+ max-2uint 1. d+ max-2int 1. d+ -> 0 1 0. min-2int }T
T{ 0 1 1. d- 0. 1. d- min-2int 1. d- -> max-uint 0 -1. max-2int }T
T{ 0. dnegate 1. dnegate min-2int dnegate 0 1 dnegate -> 0. -1. min-2int
   0 -1 }T
T{ max-2int dnegate -> 1 min-int }T
T{ 0. dabs -1. dabs max-2int dabs min-2int dabs -> 0. 1. max-2int min-2int }T
T{ :noname  d d d- 0. pairs=  d d dnegate d+ 0. pairs= and ; broken2 -> 0 }T
T{ :noname  d dnegate d invert swap invert swap 1. d+ pairs= ; broken2 -> 0 }T
T{ :noname  d b a d+ b a d- d pairs= ; broken2 -> 0 }T
T{ :noname  d b a d- b a d+ d pairs= ; broken2 -> 0 }T
T{ :noname  d b a d+ b a d d+ pairs= ; broken2 -> 0 }T
T{ 5. 3 m+ 5. -6 m+ max-uint 0 1 m+ 0. -1 m+ -> 8. -1. 0 1 -1. }T
T{ max-2int 1 m+ min-2int -1 m+ 0 1 -1 m+ -> min-2int max-2int max-uint 0 }T
T{ :noname  d a m+ d a s>d d+ pairs= ; broken2 -> 0 }T
T{ :noname  d b m+ d b s>d d+ pairs= ; broken2 -> 0 }T

testing shifts
T{ 1. d2* -1. d2* 0 1 d2* max-uint 0 d2* -> 2. -2. 0 2 -2 1 }T
T{ min-2int d2* min-int 0 d2* -> 0. 0 1 }T
T{ 2. d2/ -1. d2/ -2. d2/ -3. d2/ 0 1 d2/ -> 1. -1. -1. -2. min-int 0 }T
T{ min-2int d2/ max-2int d2/ -> 0 min-int 2/ max-uint max-int 2/ }T
T{ :noname  d d2* d d d+ pairs= ; broken2 -> 0 }T
T{ :noname  d d2/ d2*  a 1 and m+ d pairs= ; broken2 -> 0 }T
T{ :noname  d d2/ nip b 2/ = ; broken2 -> 0 }T

testing comparison
T{ 0. d0= 1. d0= -1. d0= 0 1 d0= 0 min-int d0= -> -1 0 0 0 0 }T
T{ 0. d0< 1. d0< -1. d0< min-int 0 d0< 0 min-int d0< -> 0 0 -1 0 -1 }T
T{ 1. 1. d= 1. 2. d= 1 0 1 1 d= 0 1 0 1 d= -> -1 0 0 -1 }T
T{ 0. 1. d< 1. 0. d< 1. 1. d< -1. 0. d< 0. -1. d< -> -1 0 0 -1 0 }T
T{ min-2int max-2int d< max-2int min-2int d< -> -1 0 }T
T{ 1 0 0 1 d< 0 1 1 0 d< min-int 0 1 0 d< 1 0 min-int 0 d< -> -1 0 0 -1 }T
T{ 0. 1. du< 1. 0. du< 1. 1. du< -1. 0. du< 0. -1. du< -> -1 0 0 0 -1 }T
T{ max-2int min-2int du< min-int 0 1 0 du< 1 1 0 2 du< -> -1 0 -1 }T
T{ 1. 2. dmax 2. 1. dmax -1. 0. dmax max-2int min-2int dmax
   -> 2. 2. 0. max-2int }T
T{ 1. 2. dmin 2. 1. dmin -1. 0. dmin max-2int min-2int dmin
   -> 1. 1. -1. min-2int }T
2variable e2
: less?  ( -- f )                          \ d < e2, by its halves
   b e2 2@ nip < b e2 2@ nip = a e2 2@ drop u< and or
;
: below?  ( -- f )
   b e2 2@ nip u< b e2 2@ nip = a e2 2@ drop u< and or
;
: compares?  ( -- f )
   d e2 2@ d< less? =  d e2 2@ du< below? = and
   d e2 2@ d= a e2 2@ drop = b e2 2@ nip = and = and
   d e2 2@ dmin less? if  d  else  e2 2@  then pairs= and
   d e2 2@ dmax less? if  e2 2@  else  d  then pairs= and
;
: all-compare?  ( -- f )
   <true>  #edges 0 do
      i edge a e2 2!  compares? and  b i edge e2 2!  compares? and
      i edge b e2 2!  compares? and  a i edge e2 2!  compares? and
   loop
;
T{ ' all-compare? broken2 -> 0 }T
T{ :noname  d d0= a 0= b 0= and =  d d0< b 0< = and ; broken2 -> 0 }T

testing M*/
-4 -1 2 / + s>d 2constant minus            \ -30 / 7, floored or not
T{ 10. 3 7 m*/ -10. 3 7 m*/ 10. -3 7 m*/ -10. -3 7 m*/
   -> 4. minus minus 4. }T
T{ max-2int max-int max-int m*/ min-2int 5 5 m*/ -> max-2int min-2int }T
T{ 5. max-int 5 m*/ 0 1 1 2 m*/ -> max-int 0 min-int 0 }T
T{ max-2int 2 4 m*/ max-2int 1 2 m*/ -> max-2int d2/ max-2int d2/ }T
: m*/-back?  ( -- f )                      \ d * n / n is d: triple length
   true  #edges 0 do
      i edge 0> if  d i edge i edge m*/ d pairs= and  then
   loop
;
T{ ' m*/-back? broken2 -> 0 }T
: m*/-neg?  ( -- f )                       \ d * -n / n
   true  #edges 0 do
      i edge 0> if  d i edge negate i edge m*/ d dnegate pairs= and  then
   loop
;
T{ :noname  d min-2int d= if  true  else  m*/-neg?  then ; broken2 -> 0 }T
\ d / n is q if d - q * n is between 0 and n, or on d's side of 0.
variable n
: rest  ( -- d )  d  d 1 n @ m*/  n @ 1 m*/  d- ;
: rest?  ( -- f )
   rest dabs n @ 0 du<
   rest d0= rest d0<  -1 2 / 0< if  0=  else  d d0< =  then  or and
;
: divides?  ( -- f )
   true  #edges 0 do  i edge dup 0> if  n ! rest? and  else  drop  then  loop
;
T{ ' divides? broken2 -> 0 }T

testing output
T{ :noname  0. d. -1. d. 1. d. 123456. d. ; s" 0 -1 1 123456 " prints -> -1 }T
T{ :noname  5. 3 d.r -5. 3 d.r 12345. 2 d.r 0. 0 d.r ; s"   5 -5123450" prints
   -> true }T
2variable shown
: .shown  ( -- )  shown 2@ d. ;
: back?  ( -- f )                          \ read back what D. prints
   d shown 2!  ['] .shown output-of 1-     ( c-addr u )
   over c@ [char] - = if  1- swap char+ swap  then
   0. 2swap >number nip 0= >r d dabs pairs= r> and
;
T{ ' back? broken2 -> 0 }T
T{ :noname  hex -255. d. decimal ; s" -FF " prints -> true }T

testing 2ROT
T{ 1. 2. 3. 2rot -> 2. 3. 1. }T
T{ 1 2 3 4 5 6 2rot -> 3 4 5 6 1 2 }T
T{ max-2int min-2int -1. 2rot -> min-2int -1. max-2int }T

.set double
