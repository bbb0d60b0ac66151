\ kernel.fth - tests of prims.h and kernel.fth, the words all else is made of.
\ SPDX-License-Identifier: 0BSD

-1 1 rshift constant max-n   -1 1 rshift invert constant min-n
: same  ( c-addr1 u1 c-addr2 u2 -- flag )  compare 0= ;

testing the stack
T{ 1 2 3 rot 4 5 6 -rot -> 2 3 1 6 4 5 }T
T{ 1 2 nip 3 4 tuck 5 6 over -> 2 4 3 4 5 6 5 }T
T{ 1 2 3 4 2swap 5 6 7 8 2over -> 3 4 1 2 5 6 7 8 5 6 }T
T{ 1 2 2dup 3 4 2drop -> 1 2 1 2 }T
T{ 0 ?dup -1 ?dup -> 0 -1 -1 }T
T{ 7 8 9 0 pick 7 8 9 2 pick -> 7 8 9 9 7 8 9 7 }T
T{ 7 8 9 0 roll 7 8 9 1 roll 7 8 9 2 roll -> 7 8 9 7 9 8 8 9 7 }T
T{ depth 1 2 depth -> 0 1 2 3 }T
T{ 1 9 ' pick catch nip nip 1 -1 ' pick catch nip nip -> -4 -4 }T
T{ 1 1000000 ' roll catch nip nip 0< -> true }T
: deep  ( -- 1..12 )  1 2 3 4 5 6 7 8 9 10 11 12 ;
: deep-roll  ( -- 2..12 1 )  deep 11 roll ;
T{ deep-roll -> 2 3 4 5 6 7 8 9 10 11 12 1 }T
: spills  ( a b c d -- a b c x )
   dup 1+ dup 2 * dup 3 - dup 4 xor dup 5 or dup 6 + dup 7 -
   + + + + + + +
;
T{ 1 2 3 4 spills -> 1 2 3 55 }T
: r-moves  ( 1 2 3 -- 1 3 1 3 1 )  2>r >r r@ 2r@ 2r> rdrop ;
T{ 1 2 3 r-moves -> 1 3 1 3 1 }T
: r-loop  ( -- 0 1 2 )  3 0 do  i >r r@ r> over <> if  99  then  loop ;
T{ r-loop -> 0 1 2 }T

testing arithmetic at the edges of a cell
T{ max-n 1+ min-n 1- -1 1+ 0 1- -> min-n max-n 0 -1 }T
T{ max-n 1 + min-n 1 - max-n min-n + -> min-n max-n -1 }T
T{ 0 min-n - min-n negate min-n abs -> min-n min-n min-n }T
T{ min-n -1 * max-n 2 * -1 -1 * 0 min-n * -> min-n -2 1 0 }T
T{ min-n 2* min-n 2/ -1 2/ max-n 2/ 2* -> 0 min-n 1 rshift negate -1 max-n 1- }T
T{ 1 63 lshift -1 63 rshift -1 0 lshift -> min-n 1 -1 }T
T{ min-n 63 arshift max-n 62 arshift -8 1 arshift -> -1 1 -4 }T
T{ -1 invert 0 invert min-n invert -> 0 -1 max-n }T
T{ -1 0 and -1 0 or -1 min-n xor -> 0 -1 max-n }T
T{ -3 3 min min-n max-n max -1 1 umin -1 1 umax -> -3 max-n 1 -1 }T
T{ 3 cells 3 chars 8 cell+ 8 char+ -> 24 3 16 9 }T

testing comparison
T{ -1 0 < 0 -1 < min-n max-n < max-n min-n < 1 1 < -> -1 0 -1 0 0 }T
T{ -1 0 > 0 -1 > min-n max-n > max-n min-n > 1 1 > -> 0 -1 0 -1 0 }T
T{ -1 0 <= 0 -1 <= 1 1 <= -1 0 >= 0 -1 >= 1 1 >= -> -1 0 -1 0 -1 -1 }T
T{ -1 0 u< 0 -1 u< min-n max-n u< 1 1 u< -> 0 -1 0 0 }T
T{ -1 0 u> 0 -1 u> min-n max-n u> 1 1 u> -> -1 0 -1 0 }T
T{ -1 0 u<= 0 -1 u<= 1 1 u<= -1 0 u>= 0 -1 u>= 1 1 u>= -> 0 -1 -1 -1 0 -1 }T
T{ 1 1 = 1 -1 = 1 1 <> min-n max-n <> -> -1 0 0 -1 }T
T{ 0 0= min-n 0= 0 0<> 1 0<> -> -1 0 0 -1 }T
T{ min-n 0< 0 0< 1 0< min-n 0> 0 0> 1 0> -> -1 0 0 0 0 -1 }T
T{ 5 5 9 within 9 5 9 within 4 5 9 within -> -1 0 0 }T
T{ 5 9 5 within -1 9 5 within 7 9 5 within -> 0 -1 0 }T
T{ 3 3 3 within min-n max-n min-n within max-n max-n min-n within -> 0 0 -1 }T

testing division
T{ 7 3 /mod -7 3 /mod 7 -3 /mod -7 -3 /mod -> 1 2 -1 -2 1 -2 -1 2 }T
T{ -7 3 / -7 3 mod min-n 1 / min-n -1 / min-n -1 mod -> -2 -1 min-n min-n 0 }T
T{ 1 0 ' /mod catch nip nip 1 0 ' / catch nip nip -> -10 -10 }T
T{ 1 0 0 ' um/mod catch nip nip nip 0 2 1 ' um/mod catch nip nip nip
   -> -10 -11 }T
T{ -1 -1 um* min-n 2 um* 0 -1 um* -> 1 -2 0 1 0 0 }T
T{ 1 -2 -1 um/mod 5 0 3 um/mod 0 1 2 um/mod -> 0 -1 2 1 0 min-n }T
\ q d um* r + must give r q again, for r below d
: parted?  ( q d r -- flag )
   {: q d r :}  q d um* r 0 d+ d um/mod q = swap r = and
;
create edges   \ of the halves of a cell
   1 , 3 , $7fffffff , $80000000 , $ffffffff , $100000000 , $100000001 ,
   $1ffffffff , max-n , min-n , min-n 1+ , $ffffffff00000000 ,
   $fffffffeffffffff , $ffffffff00000001 , -2 , -1 ,
: edge  ( i -- u )  15 and cells edges + @ ;
: edge-misses  ( -- n )
   0 4096 0 do
      i edge  i 4 rshift edge  i 8 rshift edge 0 2 pick um/mod drop
      parted? 1+ +
   loop
;
variable seed
: rnd  ( -- u )  seed @ 6364136223846793005 * 1442695040888963407 + dup seed ! ;
: rnd-wide  ( -- u )  rnd rnd 58 rshift rshift ;  \ of any length
: random-misses  ( -- n )
   0 20000 0 do
      rnd-wide rnd-wide 1 umax rnd 0 2 pick um/mod drop parted? 1+ +
   loop
;
T{ edge-misses random-misses -> 0 0 }T
T{ min-n min-n m* max-n -1 m* -1 -1 m* -> 0 min-n 1 rshift min-n 1+ -1 1 0 }T
T{ 10. 3 sm/rem -10. 3 sm/rem 10. -3 sm/rem -10. -3 sm/rem ->
   1 3 -1 -3 1 -3 -1 3 }T
T{ 10. 3 fm/mod -10. 3 fm/mod 10. -3 fm/mod -10. -3 fm/mod ->
   1 3 2 -4 -2 -4 -1 3 }T
T{ 9. -3 fm/mod -9. 3 fm/mod -1. max-n fm/mod -> 0 -3 0 -3 max-n 1- -1 }T
T{ max-n 2 max-n */ max-n 2 4 */ 7 9 10 */mod -> 2 max-n 2/ 3 6 }T

testing doubles
T{ -1 0 1. d+ 0 1 1. d- 0. dnegate 1. dnegate -> 0 1 -1 0 0 0 -1 -1 }T
T{ 0 min-n dnegate -1 max-n 1. d+ -> 0 min-n 0 min-n }T
T{ 1. 2. d< 2. 1. d< -1. 0. d< 0 1 -1 0 d< 0 min-n -1 max-n d<
   -> -1 0 -1 0 -1 }T
T{ 1. 1. d= 1 0 1 1 d= 0 1 1 1 d= 1. 1. d< -> -1 0 0 0 }T
T{ -5 s>d 5 s>d min-n s>d d>s -> -5 -1 5 0 min-n }T

testing memory
create area  64 allot
T{ 1 2 area 2! area 2@ area @ area cell+ @ -> 1 2 2 1 }T
T{ -1 area ! 5 area +! area @ -1 area c! area c@ -> 4 255 }T
T{ $123456789abcdef0 area ! area w@ area l@ area 7 + c@
   -> $def0 $9abcdef0 $12 }T
T{ 0 area ! $fffff area w! area @ 0 area ! -1 area l! area @
   -> $ffff $ffffffff }T
: abc  ( -- )  s" abcdefgh" area swap move ;
T{ abc area area 1+ 4 move area 8 s" aabcdfgh" same -> true }T
T{ abc area 1+ area 4 move area 8 s" bcdeefgh" same -> true }T
T{ abc area area 1+ 4 cmove area 8 s" aaaaafgh" same -> true }T
T{ abc area 1+ area 4 cmove> area 8 s" eeeeefgh" same -> true }T
T{ abc area area 0 move area 3 'x' fill area 0 'y' fill area 4 s" xxxd" same
   -> true }T
T{ s" ab" s" abc" compare s" abc" s" ab" compare s" b" s" ab" compare
   -> -1 1 1 }T
T{ s" " s" " compare s" " s" a" compare s" Ab" s" ab" compare -> 0 -1 -1 }T
T{ here 3 , 4 c, align here aligned here = swap @ -> true 3 }T
T{ here 1 w, 2 l, here swap - unused 8 allot unused - -8 allot -> 6 8 }T
T{ 1 40 lshift ' allot catch nip -1 1 rshift ' allot catch nip -> -8 -8 }T
T{ 1 aligned 8 aligned 0 aligned -> 8 8 0 }T
T{ 0 c, variable z z @ z aligned z = -> 0 true }T

testing literals and number prefixes
T{ $ff #-10 %-101 'a' $-ff ''' '"' -> 255 -10 -5 97 -255 39 34 }T
T{ 1. -1. $ffffffffffffffff. 18446744073709551616. -> 1 0 -1 -1 -1 0 0 1 }T
T{ hex ff -Ff #10 %10 decimal -> 255 -255 10 2 }T
T{ 36 base ! zZ 10 decimal -> 1295 36 }T
: reads?  ( c-addr u -- flag )  number? dup if  nip  then ;
T{ s" -" reads? s" $" reads? s" ." reads? s" 1-" reads? s" 12a" reads?
   s" " reads?
   -> 0 0 0 0 0 0 }T
T{ s" --1" reads? s" -." reads? s" #$1" reads? s" 'ab" reads? -> 0 0 0 0 }T
T{ 1000 base ! s" zork#" reads? decimal -> 0 }T

testing more words than there are buckets at first
marker forget-them
: q-text  ( n -- c-addr u )                \ 17 constant q17
   dup >r 0 <# #s  s"  constant q" holds  2drop r> 0 #s #>
;
: q-words  ( n -- )  0 do  i q-text evaluate  loop ;
: q-misses  ( n -- n2 )
   0 swap 0 do
      i 0 <# #s 'q' hold #> find-name dup if  execute i <>  else  0=  then  -
   loop
;
: twice  1 ;   : twice  2 ;
T{ 20000 q-words 20000 q-misses twice -> 0 2 }T
: q19999 7 ;
T{ q19999 s" Q4" find-name ' q4 = -> 7 true }T
forget-them
T{ s" q1" find-name s" twice" find-name s" dup" find-name ' dup = ->
   0 0 true }T

testing the text of a definition
: two-lines  ( -- n )
   1 drop s" 2 drop" evaluate
   2 ;
T{ s" two-lines" find-name nt>source
   s\" : two-lines  ( -- n )\n   1 drop s\q 2 drop\q evaluate\n   2 ;" same
   -> true }T
s" : evaluated 5 ; : at-once evaluated ;" evaluate
T{ s" at-once" find-name nt>source s" : at-once evaluated ;" same -> true }T

testing control structures
: ifs  ( f1 f2 -- n )
   if  if  1  else  2  then  else  if  3  else  4  then then
;
T{ 0 0 ifs 0 1 ifs 1 0 ifs 1 1 ifs -> 4 2 3 1 }T
: halves  ( n -- )  begin  dup 1 and 0= while  2/  dup 3 <> while
   repeat  100  else  200  then ;
T{ 40 halves 12 halves -> 5 200 3 100 }T
: whiles  ( n -- )  begin  dup 5 <  while  dup 3 <>  while  1+  repeat
   drop 33  else  drop 55  then ;
T{ 0 whiles 4 whiles 9 whiles -> 33 55 55 }T
: until-5  ( n -- n2 )  begin  1+ dup 5 =  until ;
T{ 0 until-5 -> 5 }T
: again-7  ( n -- n2 )  begin  dup 7 = if  exit  then  1+  again ;
T{ 0 again-7 -> 7 }T
: fact  ( n -- n! )  dup 2 < if  drop 1  else  dup 1- recurse *  then ;
T{ 5 fact 20 fact -> 120 2432902008176640000 }T
: kind  ( n -- n2 )
   case  0 of  10  endof  1 of  20  endof  40 swap  endcase ;
T{ 0 kind 1 kind 2 kind -> 10 20 40 }T
: empty-case  ( n -- )  case  endcase ;
T{ 1 empty-case -> }T
: skips  ( -- n )  ahead  1 2 3  then  4 ;
T{ skips -> 4 }T

testing counted loops
: up  ( limit start -- ... )  do  i  loop ;
: ?up  ( limit start -- ... )  ?do  i  loop ;
T{ 3 0 up 1 -2 up -> 0 1 2 -2 -1 0 }T
T{ 3 3 ?up 5 3 ?up min-n 1+ max-n ?up -> 3 4 max-n min-n }T
: steps  ( limit start step -- ... )  {: step :}  do  i  step  +loop ;
T{ 10 0 4 steps 0 9 -3 steps -> 0 4 8 9 6 3 0 }T
T{ 0 0 -1 steps 1 0 7 steps 0 1 -1 steps -> 0 0 1 0 }T
T{ max-n 1- max-n 5 - 3 steps -> max-n 5 - max-n 2 - }T
T{ min-n 2 + min-n 5 + -2 steps -> min-n 5 + min-n 3 + }T
T{ 4 0 max-n steps 0 -1 min-n steps -> 0 -1 max-n }T
: count-to  ( step -- n )  0 swap 0 0 do  swap 1+ swap dup +loop  drop ;
T{ min-n count-to max-n 1+ 2/ count-to 1 62 lshift count-to -> 1 1 4 }T
: nested  ( -- ... )  2 0 do  12 10 do  j 100 * i +  loop loop ;
T{ nested -> 10 11 110 111 }T
: leaves  ( n -- ... )
   10 0 do  i over = if  leave  then  i 5 = if  drop 99 leave  then  loop ;
T{ 3 leaves 8 leaves -> 3 99 }T
: inner-leave  ( -- ... )
   2 0 do  9 0 do  i 2 = if  j i leave  then  loop loop
;
T{ inner-leave -> 0 2 1 2 }T
: found  ( n -- flag )
   4 0 do  4 0 do  dup i j * = if  drop unloop unloop true exit  then
   loop loop  drop false ;
T{ 6 found 7 found 9 found -> true false true }T
: around  ( -- n )  0 3 0 do  i >r  2 0 do  i +  loop  r> +  loop ;
T{ around -> 6 }T
: qdo-leave  ( n -- ... )  0 ?do  i dup 2 = if  leave  then  loop  77 ;
T{ 0 qdo-leave 9 qdo-leave -> 77 0 1 2 77 }T

testing defining words
T{ 5 constant five five 6 value six six 7 to six six -> 5 6 7 }T
: set-six  ( n -- )  to six ;
T{ 8 set-six six -> 8 }T
T{ create cr1 cr1 here = ' cr1 >body here = -> true true }T
: does1  ( n "name" -- )  create ,  does>  ( -- n )  @ 1+ ;
T{ 4 does1 d1 d1 ' d1 >body @ -> 5 4 }T
: does2  ( "name" -- )  create 1 ,  does> @ 10 +  does> @ 20 + ;
T{ does2 d2 d2 d2 -> 11 21 }T
: again!  ( -- )  does>  drop 42 ;
T{ create d3 5 , d3 @ again! d3 -> 5 42 }T
: uses-d3  ( -- n )  d3 ;
T{ uses-d3 -> 42 }T
T{ : local-does  {: n :}  create n ,  does> {: a :}  a @ a @ 1+ ; -> }T
T{ 3 local-does d4 d4 -> 3 4 }T
T{ ' drop ' >body catch nip -> -31 }T
: no-create  ( -- )  does>  drop ;
T{ : last-is-colon ; ' no-create catch -> -31 }T
T{ variable v1 5 v1 ! v1 @ 3 v1 +! v1 @ -> 5 8 }T
T{ defer act ' act catch -> -258 }T
T{ ' dup is act 5 act ' act defer@ ' dup = -> 5 5 true }T
T{ ' drop ' act defer! 5 act -> }T
: act!  ( xt -- )  is act ;
T{ ' 1+ act! 5 act -> 6 }T
T{ ' drop ' defer@ catch nip s" 5 to drop" ' evaluate catch nip nip
   -> -32 -32 }T
T{ :noname 5 ; execute :noname dup 0> if 1- recurse then ; 3 swap execute
   -> 5 0 }T
T{ : twice ; : twice 5 ; : uses twice ; : twice 6 ; uses twice -> 5 6 }T
T{ s" create" ' evaluate catch nip nip s" :" ' evaluate catch nip nip
   -> -16 -16 }T

testing compiling
: imm  ( -- 3 )  3 ; immediate
: post  ( -- )  postpone dup postpone + postpone imm ; immediate
T{ : doubles post ; 4 doubles -> 3 8 }T
: if-not  ( -- )  postpone 0= postpone if ; immediate
T{ : t1 if-not 5 else 6 then ; 0 t1 1 t1 -> 5 6 }T
T{ : t2 [ 2 3 * ] literal ['] dup execute [char] a char+ ; t2 -> 6 6 98 }T
T{ : t3 [ ' negate compile, ] ; 4 t3 char b -> -4 98 }T
T{ : t4 postpone literal ; immediate : t5 [ 7 ] t4 ; t5 -> 7 }T
T{ : t6 [ 1 2 3 ] literal literal literal ; t6 -> 3 2 1 }T
T{ ' >r ' execute catch nip 0<> ' if name>interpret -> true 0 }T
T{ s" >r" ' evaluate catch nip nip s" if" ' evaluate catch nip nip -> -14 -14 }T
T{ ' noop execute 5 ' dup execute 3 4 ' + execute -> 5 5 7 }T
T{ 0 ' execute catch nip 1 ' catch catch -> -9 -9 0 }T

testing unfinished and wrong definitions
\ The throw code of a text; `0 .error` forgets its unfinished definition.
: fails  ( c-addr u -- ior )  ['] evaluate catch nip nip  0 .error ;
T{ s" : w1 if ;" fails s" : w1 then ;" fails s" : w1 loop ;" fails
   -> -22 -22 -22 }T
T{ s" : w1 begin ;" fails s" : w1 do ;" fails s" : w1 else ;" fails
   -> -22 -22 -22 }T
T{ s" : w1 while ;" fails s" : w1 repeat ;" fails s" : w1 if loop ;" fails
   -> -22 -22 -22 }T
T{ s" : w1 leave ;" fails s" : w1 do if loop then ;" fails s" ;" fails
   -> -22 -22 -14 }T
T{ s" : w1 nope ;" fails s" : w1 dup [ nope" fails s" :noname nope" fails
   -> -13 -13 -13 }T
T{ s" : w1 [ create w2 ] ;" fails s" : w1 [ : w2" fails -> -29 -29 }T
T{ s" : w1 {: a" fails s" : w1 >r {: a :} ;" fails
   s" : w1 if {: a :} then ;" fails
   -> -259 -259 -22 }T
T{ s" : w1 {: a b c d e f g h i j k l m n o p q :} ;" fails -> -259 }T
T{ s" '" fails s" ' nope" fails s" char" fails s" : w1 [char]" fails
   -> -16 -13 -16 -16 }T
T{ : fine 3 4 + ; fine state @ -> 7 0 }T
T{ s" w1" s" w2" find-name -rot find-name -> 0 0 }T

testing locals
: l1  {: a b c :}  c b a  a to b  b c + to c  a b c ;
T{ 1 2 3 l1 -> 3 2 1 1 1 4 }T
: l2  {: a | b c -- d e :}  b c  a to b  b ;
T{ 5 l2 -> 0 0 5 }T
: l3  {: n :}  0  n 0 ?do  i n 2/ = if  unloop n exit  then  i +  loop ;
T{ 0 l3 1 l3 9 l3 -> 0 0 1 6 9 }T
: l4  {: a b :}  a >r  2 0 do  a i + >r  b r> -  a 1+ to a  loop  r> a b ;
T{ 10 100 l4 -> 90 88 10 12 100 }T
: l5  {: n :}  n 0= if  0 exit  then  n n 1- recurse + ;
T{ 4 l5 -> 10 }T
: l6  {: dup :}  dup dup + ;
T{ 7 l6 7 dup -> 14 7 7 }T
: l7  {: a b c d e f g h i j k l m n o p :}  a p  k 0 do  j drop  loop  h ;
T{ 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 l7 -> 1 16 8 }T
: l8  {: x :}
   x case  1 of  x 10 * exit  endof  2 of  x  endof  x swap  endcase
;
T{ 1 l8 2 l8 3 l8 -> 10 2 3 }T

testing catch and throw
: thrower  ( n -- n )  dup throw ;
T{ 0 ' thrower catch 7 ' thrower catch nip -> 0 0 7 }T
: c1  ( -- ior ior2 )  5 ['] thrower catch nip  dup 1+ ['] thrower catch nip ;
T{ c1 -> 5 6 }T
: c2  ( -- )  1 2 3 4 7 throw ;
T{ 10 20 ' c2 catch -> 10 20 7 }T
: c3  ( -- ior )  >in @  s" 1 2 nope" ['] evaluate catch nip nip  swap >in @ = ;
T{ c3 -> -13 true }T
: c4  ( -- )  {: | a :}  9 to a  ['] c2 catch a ;
T{ c4 -> 7 9 }T
: c5  ( -- )  3 0 do  i ['] thrower catch ?dup if  nip  then  loop ;
T{ c5 -> 0 1 2 }T
: c6  ( -- )  s" c2 8" evaluate 9 ;
T{ ' c6 catch source nip 0> -> 7 true }T
: many-fails  ( -- n )
   0 20 0 do  s" 5 throw" ['] evaluate catch nip nip +  loop
;
T{ many-fails s" many-fails" evaluate -> 100 100 }T
: ends  ( f -- )  abort" ended" ;
T{ 0 ends 1 ' ends catch nip ' abort catch -> -2 -1 }T
: endless  ( -- )  recurse ;
T{ ' endless catch -> -5 }T
: fills  ( -- )  begin  1  again ;
T{ ' fills catch -> -3 }T
defer again-caught
: catches  ( -- )  ['] again-caught catch drop ;
' catches is again-caught
T{ catches -> }T

testing evaluate, sources, parsing
T{ s" 1 2 + " evaluate s" " evaluate -> 3 }T
T{ s" source-id" evaluate -> -1 }T
T{ s\" s\" 7 8\" evaluate 9" evaluate -> 7 8 9 }T
T{ s" source" evaluate nip s" source nip" evaluate -> 6 10 }T
: deeper  ( -- )  s" deeper" evaluate ;
T{ ' deeper catch ' deeper catch s" 4" evaluate -> -261 -261 4 }T
: e2  ( -- )  s" 3 +" evaluate ; immediate
T{ : e3 4 e2 ; e3 -> 7 }T
T{ s" : e4 1" evaluate 2 ; e4 -> 1 2 }T
: e5  ( -- )  s" ;" evaluate ; immediate
T{ : e6 5 e5 e6 ' e6 nt>source nip 0 min -> 5 0 }T
T{ 1 >in @ 2 drop drop 3 -> 1 3 }T
: skip2  ( -- )  2 >in +! ;
T{ 1 skip2 2 3 -> 1 3 }T
variable passes
1 passes +!  passes @ 3 < [if] 0 >in ! [then]
T{ passes @ -> 3 }T
T{ 1 2 -1 >in ! this is not read
-> 1 2 }T
T{ 1 2 99999 >in ! this is not read
-> 1 2 }T
T{ parse-name  ab-c  s" ab-c" same -> true }T
T{ ';' parse x y ; nip -> 4 }T
T{ char ; parse a b;s" a b" same -> true }T
T{ bl word hello count s" hello" same -> true }T
T{ '-' word --a b- count s" a b" same -> true }T
T{ ( a comment ) 1 ( ) 2 \ and 3
-> 1 2 }T

testing strings
T{ s" " nip s" a b" nip s"  a" nip -> 0 3 2 }T
: s1  ( -- c-addr u )  s" in a word" ;
T{ s1 s" in a word" same s1 drop s1 drop = -> true true }T
T{ s" one" s" two" s" two" same -rot s" one" same -> true true }T
T{ s\" a\nb\x41\q\\\t" s\" a\lb\x41\"\\\x09" same -> true }T
T{ s\" \a\b\e\f\l\q\r\t\v\z" area swap move area 10 + c@ drop -> }T
T{ area @ area 8 + w@ -> $090d220a0c1b0807 $000b }T
: s2  ( -- c-addr u )  s\" \m\x7eZ" ;
T{ s2 nip s2 drop c@ s2 drop 1+ c@ s2 drop 2 + c@ -> 4 13 10 126 }T
: s3  ( -- c-addr )  c" counted" ;
T{ s3 count s" counted" same s3 c@ -> true 7 }T
: s4  ( -- )  ." printed" ;
T{ ' s4 output-of s" printed" same -> true }T
T{ ' cr output-of s\" \r\n" same 3 ' spaces output-of s"    " same
   -> true true }T
T{ -3 ' spaces output-of nip 'x' ' emit output-of s" x" same -> 0 true }T
T{ s" abc" over + swap drop 1- c@ -> 'c' }T

testing the dictionary
: f1  ( -- n )  1 ;
: f2  ( -- n )  2 ; immediate
T{ bl word f1 find nip bl word F2 find nip bl word nope find nip -> -1 1 0 }T
T{ bl word f1 find drop execute ' F1 execute -> 1 1 }T
T{ s" f2" forth-wordlist search-wordlist nip
   s" no!" forth-wordlist search-wordlist
   -> 1 0 }T
T{ s" f1" find-name ' f1 = s" f1" find-name name>string s" f1" same
   -> true true }T
T{ ' f1 name>interpret ' f1 =  ' f1 name>compile nip ' compile, =
   -> true true }T
T{ ' f2 name>compile nip ' execute = ' if name>interpret -> true 0 }T
wordlist constant wl1   wordlist constant wl2
T{ get-order get-current -> forth-wordlist dup 1 swap }T
T{ wl1 set-current : f3 31 ; : f1 11 ; forth-wordlist set-current f1 -> 1 }T
T{ s" f3" find-name s" f3" wl1 search-wordlist swap execute -> 0 -1 31 }T
T{ forth-wordlist wl1 2 set-order f3 f1 previous f1 -> 31 11 1 }T
T{ also wl1 'order ! f1 forth f1 only forth f1 -> 11 1 1 }T
T{ wl2 >order definitions : f4 4 ; previous definitions
   s" f4" find-name get-current
   -> 0 forth-wordlist }T
: #words  ( n nt -- n+1 flag )  drop 1+ true ;
T{ 0 ' #words wl1 traverse-wordlist 0 ' #words wl2 traverse-wordlist -> 2 1 }T
: first-name  ( nt -- nt false )  false ;
T{ ' first-name wl1 traverse-wordlist name>string s" f1" same -> true }T
T{ 17 ' set-order catch nip get-order nip -> -49 1 }T

testing markers
: before  ( -- n )  1 ;
marker keep
T{ : before 2 ; : after 3 ; wordlist >order definitions : hidden ; keep -> }T
T{ before s" after" find-name s" keep" find-name get-current get-order nip
   -> 1 0 0 forth-wordlist 1 }T
marker keep
T{ here 5 , variable v2 keep here u> -> true }T
: fill-up  ( c-addr u -- ior )  {: a u :}  begin  a u ['] evaluate catch ?dup
   until  nip nip  0 .error ;
: y-fails  ( -- ior )  s" : y 5 ;" fails ;
marker keep
: fill-all  ( -- ior ior ior )
   s" : x 1 2 3 + + drop ;" fill-up s\" s\q 1234567890\q 2drop" fill-up
   s" 1 ," fill-up
;
T{ fill-all y-fails 3 4 + -> -8 -8 -8 -8 7 }T
keep
T{ : y 6 ; y s" x" find-name -> 6 0 }T
: fill-others  ( -- ior ior ior )
   s" create x" fill-up s" :noname 1 2 3 2drop ; drop" fill-up
   s" ' noop task drop" fill-up
;
marker keep
T{ fill-others -> -8 -8 -260 }T
keep
T{ : y 5 ; y s" x" find-name -> 5 0 }T

testing the text that is kept of a definition
: two  ( -- 2 )
   1 \ and
   1+ ;
T{ ' two nt>source s\" : two  ( -- 2 )\n   1 \\ and\n   1+ ;" same two
   -> true 2 }T
: one  ( -- 1 )  1 ;
T{ ' one nt>source s" : one  ( -- 1 )  1 ;" same -> true }T
: macro  ( -- )  s" 1 +" evaluate ; immediate
: uses  ( n -- n+2 )
   macro macro ;
T{ ' uses nt>source s\" : uses  ( n -- n+2 )\n   macro macro ;" same -> true }T
T{ s" : seven 7" evaluate ; seven ' seven nt>source s" : seven 7" same
   -> 7 false }T
