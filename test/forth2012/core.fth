\ core.fth - Forth 2012 core words: stack, arithmetic, memory, text, numbers.
\ SPDX-License-Identifier: 0BSD
\ The compiling half of the core word set is in compile.fth.

testing what all else needs
T{ -> }T
T{ max-uint 0= max-int 0< min-int 0< -> <false> <false> <true> }T
T{ min-int negate max-int 1+ max-uint 1+ -> min-int min-int 0 }T
T{ -1 -> max-uint }T
T{ base @ -> 10 }T

testing the data stack
T{ 1 2 dup -> 1 2 2 }T
T{ 1 2 drop -> 1 }T
T{ 1 2 swap -> 2 1 }T
T{ 1 2 over -> 1 2 1 }T
T{ 1 2 3 rot -> 2 3 1 }T
T{ 0 ?dup 1 ?dup -1 ?dup min-int ?dup -> 0 1 1 -1 -1 min-int min-int }T
T{ 1 2 2dup -> 1 2 1 2 }T
T{ 1 2 3 2drop -> 1 }T
T{ 1 2 3 4 2swap -> 3 4 1 2 }T
T{ 1 2 3 4 2over -> 1 2 3 4 1 2 }T
T{ depth 7 8 depth nip nip swap - -> 3 }T
: juggle  ( a b c d -- )  2swap 2over rot drop swap ?dup over rot 2dup ;
T{ 1 2 3 4 juggle -> 3 4 1 4 3 3 3 3 3 }T
: six  ( -- x... )  1 2 3 4 5 6 2swap rot 2over 2drop over swap drop ;
T{ six -> 1 2 5 3 4 4 }T

testing the return stack
: r1  ( n1 n2 -- )  >r 1+ r> ;
: r2  ( n1 n2 n3 -- )  >r >r r@ 10 + swap r> r> ;
: r3  ( n -- n n n )  dup >r r@ r@ rot drop r> ;
T{ 10 20 r1 -> 11 20 }T
T{ 1 2 3 r2 -> 12 1 2 3 }T
T{ min-int r3 -> min-int min-int min-int }T

testing bits
T{ 0 invert max-uint invert min-int invert -> max-uint 0 max-int }T
T{ 12 10 and 12 10 or 12 10 xor -> 8 14 6 }T
T{ max-int min-int and max-int min-int or max-int min-int xor -> 0 -1 -1 }T
T{ :noname  a b or a b and invert and a b xor = ; broken2 -> 0 }T
T{ :noname  a b and invert a invert b invert or = ; broken2 -> 0 }T
T{ :noname  a b xor b xor a = ; broken2 -> 0 }T
T{ :noname  a invert 1+ a negate = ; broken -> 0 }T
T{ 1 0 lshift 1 1 lshift 1 2 lshift 1 cell-bits 1- lshift -> 1 2 4 min-int }T
T{ max-uint 1 lshift max-uint 1 lshift 1 xor -> -2 max-uint }T
T{ 1 0 rshift 1 1 rshift 6 1 rshift max-uint 1 rshift -> 1 0 3 max-int }T
T{ min-int cell-bits 1- rshift -> 1 }T
variable good
: stepwise?  ( -- f )                      \ i shifts by 1 are one shift by i
   <true> good !  a a                      ( left right )
   cell-bits 1 do
      1 rshift swap 1 lshift swap
      2dup a i rshift = swap a i lshift = and good @ and good !
   loop  2drop good @
;
T{ ' stepwise? broken -> 0 }T
T{ 0 2* 1 2* -1 2* max-int 2* min-int 2* -> 0 2 -2 -2 0 }T
T{ :noname  a 2* a a + =  a 1 lshift a 2* = and ; broken -> 0 }T
T{ 0 2/ 1 2/ -1 2/ -2 2/ -3 2/ 4 2/ -> 0 0 -1 -1 -2 2 }T
T{ max-int 2/ min-int 2/ 2* min-int 2/ 0< -> max-uint 2 rshift min-int -1 }T
T{ :noname  a 2/ 2* a 1 and or a =  a 2/ 0< a 0< = and ; broken -> 0 }T

testing comparison
T{ 0 0= 1 0= -1 0= min-int 0= max-int 0= -> -1 0 0 0 0 }T
T{ 0 0< 1 0< -1 0< min-int 0< max-int 0< -> 0 0 -1 -1 0 }T
T{ 0 0 = 0 1 = -1 max-uint = min-int max-int = -> -1 0 -1 0 }T
T{ 0 1 < 1 0 < 0 0 < -1 0 < 0 -1 < -> -1 0 0 -1 0 }T
T{ min-int max-int < max-int min-int < min-int 0 < max-int 0 < -> -1 0 -1 0 }T
T{ 0 1 > 1 0 > 0 0 > -1 0 > 0 -1 > -> 0 -1 0 0 -1 }T
T{ min-int max-int > max-int min-int > -1 -2 > -> 0 -1 -1 }T
T{ 0 1 u< 1 0 u< -1 0 u< 0 -1 u< max-int min-int u< -> -1 0 0 -1 -1 }T
T{ -1 max-uint u< 1 -1 u< min-int max-int u< -> 0 -1 0 }T
: less?  ( -- f )  a b xor 0< if  a 0<  else  a b - 0<  then ;
: below?  ( -- f )  a b xor 0< if  b 0<  else  a b - 0<  then ;
T{ :noname  a b < less? = ; broken2 -> 0 }T
T{ :noname  b a > less? = ; broken2 -> 0 }T
T{ :noname  a b u< below? = ; broken2 -> 0 }T
T{ :noname  a b = a b xor 0= = ; broken2 -> 0 }T
T{ :noname  a 0= a 0 = =  a 0< a 0 < = and ; broken -> 0 }T
T{ :noname  a b min less? if  a  else  b  then = ; broken2 -> 0 }T
T{ :noname  a b max less? if  b  else  a  then = ; broken2 -> 0 }T
T{ 1 2 min 2 1 min -1 0 min max-int min-int min -> 1 1 -1 min-int }T
T{ 1 2 max 2 1 max -1 0 max max-int min-int max -> 2 2 0 max-int }T

testing addition and subtraction
T{ 0 5 + 5 0 + -5 5 + 1 2 + max-int 1 + -> 5 5 0 3 min-int }T
T{ 0 5 - 5 0 - 5 5 - 1 2 - min-int 1 - -> -5 5 0 -1 max-int }T
T{ 0 1+ -1 1+ max-int 1+ 0 1- 1 1- min-int 1- -> 1 0 min-int -1 0 max-int }T
T{ 0 negate 1 negate -1 negate min-int negate -> 0 -1 1 min-int }T
T{ 0 abs 1 abs -1 abs max-int abs min-int abs -> 0 1 1 max-int min-int }T
: bitwise+  ( x1 x2 -- x3 )
   begin  dup  while  2dup and 2* >r xor r>  repeat  drop
;
T{ :noname  a b + a b bitwise+ = ; broken2 -> 0 }T
T{ :noname  a b - a b negate + =  a b - b + a = and ; broken2 -> 0 }T
T{ :noname  a 1+ a 1 + =  a 1- a -1 + = and ; broken -> 0 }T
T{ :noname  a abs a 0< if  0 a -  else  a  then = ; broken -> 0 }T

testing multiplication
T{ 0 7 * 7 1 * -7 3 * -7 -3 * -> 0 7 -21 21 }T
T{ max-int 2 * min-int -1 * max-int dup * -> -2 min-int 1 }T
: shift*  ( x1 x2 -- x3 )
   0 >r  begin  dup  while                 ( x1 x2 R: sum )
      dup 1 and if  over r> + >r  then  1 rshift swap 2* swap
   repeat  2drop r>
;
T{ :noname  a b * a b shift* = ; broken2 -> 0 }T
\ UM* from halves of a cell
cell-bits 2/ constant half
: low  ( x -- u )  half lshift half rshift ;
: high  ( x -- u )  half rshift ;
: by-halves  ( -- ud )
   a low b low *                           ( low )
   dup high a high b low * +               ( low middle )
   dup low a low b high * +                ( low middle middle2 )
   rot low over half lshift or             ( middle middle2 ud.low )
   rot rot high swap high + a high b high * +
;
: pairs=  ( x1 x2 x3 x4 -- f )  rot = >r = r> and ;
T{ :noname  a b um* by-halves pairs= ; broken2 -> 0 }T
T{ max-uint max-uint um* 1 0 um* max-int 2 um* -> 1 -2 0 0 -2 0 }T
T{ min-int 2 um* min-int min-int um* -> 0 1 0 min-int 1 rshift }T
: by-um*  ( -- d )
   a b um*  a 0< if  b -  then  b 0< if  a -  then
;
T{ :noname  a b m* by-um* pairs= ; broken2 -> 0 }T
T{ min-int min-int m* -1 -1 m* -> 0 min-int 1 rshift 1 0 }T
T{ min-int 1 m* min-int -1 m* max-int -1 m* -> min-int -1 min-int 0
   min-int 1+ -1 }T
T{ 0 s>d 1 s>d -1 s>d min-int s>d -> 0 0 1 0 -1 -1 min-int -1 }T
T{ :noname  a s>d a a 0< pairs= ; broken -> 0 }T

testing division
T{ 7 0 2 um/mod 0 1 2 um/mod -> 1 3 0 min-int }T
T{ max-uint max-uint um* max-uint um/mod -> 0 max-uint }T
T{ max-uint max-uint 1- max-uint um/mod -> max-uint 1- max-uint }T
: plus  ( d1 d2 -- d3 )  rot + >r over + dup rot u< negate r> + ;
variable hi
: um/mod?  ( -- f )
   b 0= if  <true> exit  then
   a hi @ b um/mod                         ( rem quot )
   over b u< >r  b um* rot 0 plus  a hi @ pairs= r> and
;
T{ :noname  b 1- hi ! um/mod? ; broken2 -> 0 }T
T{ :noname  b 1 rshift hi ! um/mod? ; broken2 -> 0 }T
T{ :noname  0 hi ! um/mod? ; broken2 -> 0 }T
T{ 10 s>d 7 fm/mod -10 s>d 7 fm/mod -> 3 1 4 -2 }T
T{ 10 s>d -7 fm/mod -10 s>d -7 fm/mod -> -4 -2 -3 1 }T
T{ 10 s>d 7 sm/rem -10 s>d 7 sm/rem -> 3 1 -3 -1 }T
T{ 10 s>d -7 sm/rem -10 s>d -7 sm/rem -> 3 -1 -3 1 }T
create dividend 0 , 0 ,
: exact?  ( rem quot -- f )  b m* rot s>d plus dividend 2@ pairs= ;
: rest?  ( rem sign -- f )                 \ its size, and its sign
   over xor 0< 0= over 0= or  swap abs b abs u< and
;
: floored?  ( -- f )
   dividend 2@ b fm/mod  over b rest? >r  exact? r> and
;
: symmetric?  ( -- f )
   dividend 2@ b sm/rem  over dividend 2@ swap drop rest? >r  exact? r> and
;
: fits?  ( -- f )  b 0= 0=  a min-int = b -1 = and 0= and ;
: singles?  ( -- f )
   fits? 0= if  <true> exit  then
   a s>d dividend 2!  floored? symmetric? and
;
T{ ' singles? broken2 -> 0 }T
: products?  ( -- f )                      \ quotient a, largest remainder
   b 0= if  <true> exit  then
   b abs 1- b 0< if  negate  then  s>d a b m* plus dividend 2!
   floored? symmetric? and
;
T{ ' products? broken2 -> 0 }T
-1 2 / 0< constant floors                  \ which division / does
: divide  ( d n -- rem quot )  floors if  fm/mod  else  sm/rem  then ;
: slashes?  ( -- f )
   fits? 0= if  <true> exit  then
   a b mod a b /  a s>d b divide pairs=
   a b /mod  a s>d b divide pairs= and
;
T{ ' slashes? broken2 -> 0 }T
: scales?  ( -- f )                        \ the product is a double
   b 0= if  <true> exit  then
   a b b */ a =  a b b */mod 0 a pairs= and
   a 2/ 2/ 3 b */mod  a 2/ 2/ 3 m* b divide pairs= and
;
T{ ' scales? broken2 -> 0 }T
T{ max-int 2 max-int */ min-int 2 min-int */ -> 2 2 }T
T{ max-int 2 max-int */mod 7 2 4 */mod -> 0 2 2 3 }T
T{ 7 2 / 7 2 mod 7 2 /mod 0 5 /mod -> 3 1 1 3 0 0 }T

testing data space
T{ here 1 allot here swap - -1 allot -> 1 }T
T{ here 0 allot here = -> <true> }T
T{ here 5 cells allot -5 cells allot here = -> <true> }T
T{ align here aligned here = -> <true> }T
T{ align here 1 , here swap - -> 1 cells }T
T{ align here 1 c, here swap - -> 1 chars }T
T{ align here 1 allot align here swap - -> 1 cells }T
T{ 0 aligned 1 aligned 1 cells aligned 1 cells 1+ aligned -> 0 1 cells 1 cells
   2 cells }T
T{ 0 cell+ 1 cells 3 cells 0 cells -> 1 cells 0 cell+ 1 cells 3 * 0 }T
T{ 0 char+ 1 chars 7 chars -> 1 1 7 }T     \ 2012 has 1 chars 1
T{ -1 cells 1 cells negate = -> <true> }T
align here 11 , 22 , 33 , constant three
T{ three @ three cell+ @ three 2 cells + @ -> 11 22 33 }T
T{ three 2@ three cell+ 2@ -> 22 11 33 22 }T
T{ 44 55 three 2! three @ three cell+ @ three 2@ -> 55 44 44 55 }T
T{ 5 three ! 7 three +! -8 three +! three @ three cell+ @ -> 4 44 }T
T{ max-int three ! 1 three +! three @ -> min-int }T
T{ :noname  a three ! b three +! three @ a b + = ; broken2 -> 0 }T
T{ :noname  a b three 2! three 2@ a b pairs= ; broken2 -> 0 }T
create bytes  1 c, 2 c, 255 c, 0 c,
T{ bytes c@ bytes char+ c@ bytes 2 + c@ bytes 3 + c@ -> 1 2 255 0 }T
T{ 9 bytes char+ c! bytes c@ bytes 1+ c@ bytes 2 + c@ -> 1 9 255 }T
T{ 256 7 + bytes c! bytes c@ bytes 1+ c@ -> 7 9 }T
T{ -1 bytes c! bytes c@ bytes 1+ c@ -> 255 9 }T
T{ bytes 7 over c! count swap bytes - -> 7 1 }T
create area 16 allot
: put  ( c-addr u -- )  0 ?do  dup i + c@ area i + c!  loop  drop ;
: is?  ( c-addr u -- f )  area over same-text ;
T{ area 16 char * fill s" ****************" is? -> <true> }T
T{ area 0 char x fill s" ****" is? -> <true> }T
T{ area 1+ 2 char . fill s" *..*" is? -> <true> }T
T{ s" 0123456789" put area area 3 + 4 move s" 0120123789" is? -> <true> }T
T{ s" 0123456789" put area 3 + area 4 move s" 3456456789" is? -> <true> }T
T{ s" 0123456789" put area 3 + dup 4 move s" 0123456789" is? -> <true> }T
T{ s" 0123456789" put area 9 + area 0 move s" 0123456789" is? -> <true> }T
T{ s" 0123456789" put area area 1+ 9 move s" 0012345678" is? -> <true> }T
T{ s" 0123456789" put area 1+ area 9 move s" 1234567899" is? -> <true> }T

testing characters and text
T{ bl char A char z char 0 -> 32 65 122 48 }T
T{ : letter  [char] Q [char] "quoted" ; letter -> 81 34 }T
T{ : text  s" some text" ; text s" some text" same-text -> <true> }T
T{ : empty  s" " ; empty swap drop -> 0 }T
T{ : two  s" one" s" two!" ; two swap drop rot drop -> 3 4 }T
T{ s" ab  c" swap drop s"  ab" swap drop -> 5 3 }T
T{ here s" a string" 2drop here = -> <true> }T

testing the parser
T{ char ) word text) count s" text" same-text -> <true> }T
T{ bl word   text   count s" text" same-text -> <true> }T
T{ char z word zztextz count s" text" same-text -> <true> }T
: tail  ( -- u )  source swap drop >in @ - ;
T{ s" bl word" evaluate c@ -> 0 }T
T{ s" bl word    " evaluate c@ -> 0 }T
T{ s" char x word xxxx" evaluate c@ -> 0 }T
T{ s" char x word yy" evaluate count s" yy" same-text -> <true> }T
T{ s" char x word yy zz" evaluate count s" yy zz" same-text -> <true> }T
T{ s" char x word x y tail" evaluate count s"  y tail" same-text -> <true> }T
T{ s" tail" evaluate s" tail  " evaluate s" tail drop 1" evaluate -> 0 1 1 }T
T{ s" source" 2dup evaluate pairs= -> <true> }T
T{ s" source >in @" evaluate = swap drop -> <true> }T
T{ s" ( a comment) 1" evaluate s" 1 ( without end" evaluate -> 1 1 }T
T{ ( between ) 1 ( the ) 2 ( results) -> 1 2 }T
T{ : commented  ( -- ) 3 ( within ) ; commented -> 3 }T
variable runs
: again?  ( -- )  -1 runs +!  runs @ if  0 >in !  then ;
T{ 3 runs !  s" 7 again? 8" evaluate -> 7 7 7 8 }T
: skipped  ( -- )  source >in ! drop ;
T{ s" 1 skipped 2 3" evaluate -> 1 }T

testing EVALUATE
T{ s" 1 2 +" evaluate -> 3 }T
T{ s" " evaluate s"    " evaluate -> }T
T{ : ev  s" 40 2 +" evaluate ; ev -> 42 }T
T{ : ev2  s" : made-inside  5 ;" evaluate ; ev2 made-inside -> 5 }T
: ev-imm  ( -- )  s" 6 7 dup" evaluate ; immediate
T{ ev-imm -> 6 7 7 }T
T{ : ev3  ev-imm + ; ev3 -> 6 14 }T
: nest  ( n -- )                           \ EVALUATE in EVALUATE
   ?dup if  dup  1- s" nest" evaluate  then
;
T{ 4 nest 5 -> 4 3 2 1 5 }T
T{ s" 1 >in @ 2" evaluate -> 1 8 2 }T

testing numbers as text
T{ <# 1 0 # # #> s" 01" same-text -> <true> }T
T{ <# 0 0 #> swap drop -> 0 }T
T{ <# 0 0 #s #> s" 0" same-text -> <true> }T
T{ <# 1 0 #s #> s" 1" same-text -> <true> }T
T{ <# char b hold char a hold 0 0 #> s" ab" same-text -> <true> }T
T{ <# -1 sign 0 sign 1 sign min-int sign 0 0 #> s" --" same-text -> <true> }T
T{ <# 1234 0 # # char . hold #s bl hold -1 sign #> s" - 12.34" same-text
   -> <true> }T
T{ <# 5 0 #s 6 0 #s 2swap #> s" 65" same-text -> 0 0 <true> }T
T{ 123456789 s>d <# # #> s" 9" same-text -> <true> }T
T{ 123 0 <# # 2dup #> 2drop -> 12 0 }T
: digit  ( char -- n )  dup 58 < if  48 -  else  55 -  then ;
: undo  ( c-addr u -- u )                  \ back by the schoolbook
   0 rot rot 0 ?do  dup i + c@ digit rot base @ * + swap  loop  drop
;
: back?  ( -- f )  a 0 <# #s #> undo a = ;
: in-bases  ( xt -- n )                    \ in how many bases is it broken?
   base @ >r  0 37 2 do  i base !  over broken if  1+  then  loop
   r> base ! swap drop
;
T{ ' back? in-bases -> 0 }T
: as-double?  ( -- f )
   a b <# #s #> 0 0 2swap >number swap drop >r a b pairs= r> 0= and ;
T{ ' as-double? broken2 -> 0 }T
: as-double2?  ( -- f )  3 base ! as-double? decimal ;
T{ ' as-double2? broken2 -> 0 }T
: as-double3?  ( -- f )  36 base ! as-double? decimal ;
T{ ' as-double3? broken2 -> 0 }T
T{ 0 0 s" 12" >number swap drop -> 12 0 0 }T
T{ 0 0 s" 12x9" >number over c@ rot drop -> 12 0 2 120 }T
T{ 0 0 s" " >number swap drop -> 0 0 0 }T
T{ 5 0 s" 67" >number 2drop -> 567 0 }T
T{ 0 0 s" -1" >number swap drop -> 0 0 2 }T
T{ 0 0 s" 1 2" >number swap drop -> 1 0 2 }T
T{ 0 0 s" 1." >number swap drop -> 1 0 1 }T
: based  ( c-addr u base -- ud u )
   base @ >r base !  0 0 2swap >number swap drop  r> base !
;
T{ s" 102" 2 based s" 777" 8 based s" 78" 8 based -> 2 0 1 511 0 0 7 0 1 }T
T{ s" FF" 16 based s" FG" 16 based s" Z" 36 based -> 255 0 0 15 0 1 35 0 0 }T
T{ s" @" 36 based s" [" 36 based -> 0 0 1 0 0 1 }T
T{ s" /" 10 based s" :" 36 based -> 0 0 1 0 0 1 }T
T{ max-uint 0 <# #s #> 10 based -> max-uint 0 0 }T
T{ 0 1 <# #s #> 10 based -> 0 1 0 }T
T{ 16 base ! base @ decimal base @ -> 16 10 }T
T{ 2 base ! 1010 decimal 3 base ! -21 decimal -> 10 -7 }T
T{ 16 base ! FF C decimal -> 255 12 }T
T{ 16 base ! : sixteens  FF -10 ; decimal sixteens -> 255 -16 }T
T{ #10 #-10 $ff $-FF %101 %-101 'A' 'z' -> 10 -10 255 -255 5 -5 65 122 }T
T{ 16 base ! #10 %10 decimal -> 10 2 }T
T{ : prefixed  $7f %11 #9 'x' ; prefixed -> 127 3 9 120 }T

testing output
T{ :noname  ." a b  c" ; s" a b  c" prints -> <true> }T
T{ :noname  ." " ; s" " prints -> <true> }T
T{ :noname  s" typed" type  0 0 type ; s" typed" prints -> <true> }T
T{ :noname  [char] x emit bl emit [char] ~ emit ; s" x ~" prints -> <true> }T
T{ :noname  space 3 spaces 0 spaces -1 spaces min-int spaces ; s"     " prints
   -> <true> }T
T{ :noname  cr ; output-of swap drop 0= -> <false> }T
T{ :noname  0 . 1 . -1 . 1000 . ; s" 0 1 -1 1000 " prints -> <true> }T
T{ :noname  0 u. 1 u. 1000 u. ; s" 0 1 1000 " prints -> <true> }T
: shown?  ( c-addr u -- f )                \ is it the signed a and a blank?
   1- 2dup + c@ bl = >r
   over c@ [char] - = dup a 0< = >r
   if  1- swap 1+ swap  then  undo a abs = r> r> and and
;
: .a  ( -- )  a . ;
: u.a  ( -- )  a u. ;
T{ :noname  ['] .a output-of shown? ; in-bases -> 0 }T
T{ :noname  ['] u.a output-of 1- undo a = ; in-bases -> 0 }T
T{ : said  ." in a word " 7 . ; ' said s" in a word 7 " prints -> <true> }T

testing queries
T{ s" no such query" environment? -> <false> }T
T{ s" MAX-N" environment? -> max-int <true> }T
T{ s" MAX-U" environment? -> max-uint <true> }T
T{ s" MAX-CHAR" environment? swap 127 < 0= -> <true> <true> }T

.set core
