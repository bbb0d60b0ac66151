\ compile.fth - Forth 2012 core words: the compiler, control flow, defining.
\ SPDX-License-Identifier: 0BSD
\ The other half of the core word set is in core.fth.

testing definitions and tokens
T{ : one  1 ; one -> 1 }T
T{ ' one execute -> 1 }T
T{ : ticked  ['] one ; ticked execute ticked ' one = -> 1 <true> }T
T{ : one  2 one ; one -> 2 1 }T            \ the old one until ;
T{ ticked execute -> 1 }T
T{ : nothing  ; nothing -> }T
T{ : add2  [ 1 1 + ] literal + ; 5 add2 -> 7 }T
T{ : big  [ max-int ] literal [ min-int ] literal ; big -> max-int min-int }T
T{ : state?  state @ ; immediate  state? -> 0 }T
T{ : in-state  state? literal ; in-state 0= -> <false> }T
T{ : bracket  [ state @ ] literal ; bracket -> 0 }T
T{ : and-back  [ ] 3 [ 4 ] literal ; and-back -> 3 4 }T
: found  ( c-addr u -- xt n )              \ FIND wants a counted string
   dup here c!  here char+ swap move  here find
;
T{ s" one" found -> ' one -1 }T
T{ s" state?" found -> ' state? 1 }T
T{ s" if" found swap drop s" dup" found swap drop 0= -> 1 <false> }T
T{ s" no-such-word" found swap here = -> 0 <true> }T

testing choice
: if1  ( f -- )  if  10  then ;
: if2  ( f -- )  if  10  else  20  then ;
: if3  ( f -- )  if  1  else  2  else  3  else  4  then ;
T{ 0 if1 1 if1 -1 if1 min-int if1 -> 10 10 10 }T
T{ 0 if2 1 if2 -1 if2 -> 20 10 10 }T
T{ 0 if3 1 if3 -> 2 4 1 3 }T               \ A.6.1.1310: ELSE more than once
: if4  ( f1 f2 -- n )
   if  if  1  else  2  then  else  if  3  else  4  then  then
;
T{ 0 0 if4 1 0 if4 0 1 if4 1 1 if4 -> 4 3 2 1 }T

testing indefinite loops
: sum-to  ( n -- sum )
   0 swap  begin  dup  while  swap over + swap 1-  repeat  drop
;
T{ 0 sum-to 1 sum-to 100 sum-to -> 0 1 5050 }T
: count-down  ( n -- n..0 )  begin  dup 1-  dup 0=  until ;
T{ 3 count-down 1 count-down -> 3 2 1 0 1 0 }T
: whiles  ( n -- n2 n3 )                   \ A.3.2.3.2: WHILE twice
   begin  dup 2 >  while  dup 5 >  while  1-  repeat  111  else  222  then
;
T{ 1 whiles 3 whiles 7 whiles -> 1 222 3 111 5 111 }T
: early  ( n -- n2 )                       \ UNTIL and WHILE in one loop
   begin  1+  dup 10 <  while  dup 7 = until  else  100 +  then
;
T{ 3 early 8 early 20 early -> 7 110 121 }T
: inner  ( n -- sum )                      \ loops within loops
   0 swap  begin  dup  while
      dup begin  dup  while  rot 1+ rot rot 1-  repeat  drop  1-
   repeat  drop
;
T{ 0 inner 1 inner 5 inner -> 0 1 15 }T
: exits  ( n -- n2 )  dup 0= if  drop 10 exit  then  dup 1 = if  exit  then
   drop 20 ;
T{ 0 exits 1 exits 2 exits -> 10 1 20 }T

testing counted loops
: counts  ( limit start -- i... )  do  i  loop ;
T{ 4 1 counts -> 1 2 3 }T
T{ 2 -1 counts -> -1 0 1 }T
T{ min-int 1+ max-int counts -> max-int min-int }T
T{ 1 -1 counts -> -1 0 }T
: steps  ( limit start step -- i... )
   rot rot do  i swap dup +loop  drop
;
T{ 4 1 1 steps -> 1 2 3 }T
T{ 4 1 2 steps 5 1 2 steps -> 1 3 1 3 }T
T{ 1 4 -1 steps -> 4 3 2 1 }T              \ down to the limit itself
T{ 1 4 -2 steps 4 4 -1 steps -> 4 2 4 }T
T{ -1 2 -1 steps 0 2 -3 steps -> 2 1 0 -1 2 }T
T{ 10 0 max-int steps -> 0 }T
T{ min-int max-int 1 steps -> max-int }T
T{ max-int min-int -1 steps -> min-int max-int }T
variable tally
: laps  ( limit start step -- laps )       \ at most 300 of them
   0 tally !
   rot rot do  1 tally +!  tally @ 300 = if  leave  then  dup +loop
   drop tally @
;
max-uint 8 rshift 1+ constant ustep        \ 256 of it go round the cell
ustep negate constant -ustep
max-int 7 rshift 1+ constant step          \ 128 of it from 0 to max-int
step negate constant -step
T{ 0 max-uint 0 ustep laps 0 0 max-uint -ustep laps -> 0 256 0 256 }T
T{ 0 max-int min-int step laps -> 0 256 }T
T{ 0 min-int max-int -step laps -> 0 256 }T
T{ max-int 0 step laps 0 max-int -step laps -> 128 128 }T
T{ min-int 0 -step laps -> 129 }T
T{ 0 0 ustep laps 0 0 -ustep laps -> 256 1 }T
T{ 10 0 0 laps -> 300 }T                   \ step 0 never ends
\ For any step, what the definition in 6.1.0140 says: it ends when the
\ boundary between limit - 1 and limit is crossed.
: crossed?  ( index limit step -- f )
   >r - min-int + dup r@ +                 ( x x+step R: step )
   r> 0< if  swap  then  >
;
variable index  variable limit  variable pace
: by-rule  ( -- laps )
   1  begin  dup 40 <  index @ limit @ pace @ crossed? 0= and  while
      pace @ index +!  1+
   repeat
;
: by-loop  ( -- laps )
   0 tally !  limit @ index @ do
      1 tally +!  tally @ 40 = if  leave  then
   pace @ +loop  tally @
;
: rule?  ( -- f )                          \ a is the start, b the limit
   <true>  #edges 0 do
      i edge pace !  a index !  b limit !
      by-loop  a index !  by-rule = and
   loop
;
T{ ' rule? broken2 -> 0 }T
\ The same with steps that the compiler knows.
: up-lit  ( limit start -- laps )
   0 tally !  do  1 tally +!  [ ustep ] literal +loop  tally @
;
: down-lit  ( limit start -- laps )
   0 tally !  do  1 tally +!  [ -ustep ] literal +loop  tally @
;
T{ max-uint 0 up-lit 0 max-uint down-lit -> 256 256 }T
T{ max-int min-int up-lit min-int max-int down-lit -> 256 256 }T
: threes  ( limit start -- i... )  do  i  3 +loop ;
: -threes  ( limit start -- i... )  do  i  -3 +loop ;
: -ones  ( limit start -- i... )  do  i  -1 +loop ;
T{ 7 0 threes 6 0 threes 0 7 -threes 1 7 -threes -> 0 3 6 0 3 7 4 1 7 4 1 }T
T{ min-int max-int 1- threes max-int min-int 1+ -threes
   -> max-int 1- min-int 1+ min-int 1+ 3 - drop }T
T{ 0 3 -ones -1 1 -ones -> 3 2 1 0 1 0 -1 }T
: known  ( -- n )  0  10 0 do  i +  loop  5 10 do  i -  -1 +loop ;
T{ known -> 45 45 - }T
: empty-lit  ( -- n )  7  0 0 ?do  drop 8  loop  5 5 ?do  drop 9  2 +loop ;
T{ empty-lit -> 7 }T
: grid  ( -- ij... )  3 0 do  2 0 do  j 10 * i +  loop  loop ;
T{ grid -> 0 1 10 11 20 21 }T
: kept  ( n -- n2 )  3 0 do  i + >r  1 r> +  loop ;
T{ 100 kept -> 106 }T
: around  ( n -- n2 )  >r  3 0 do  i  loop  r> ;
T{ 9 around -> 0 1 2 9 }T
: leaves  ( n -- n2... )
   10 0 do  dup i = if  drop i 50 leave 60  then  i drop  loop  70
;
T{ 3 leaves 0 leaves -> 3 50 70 0 50 70 }T
: leaves2  ( -- n... )                     \ several, and from an outer loop
   5 0 do
      i 2 = if  22 leave  then
      5 0 do  i 1 = if  leave  then  i 3 > if  99 leave  then  j  loop
      i 7 = if  77 leave  then
   loop
;
T{ leaves2 -> 0 1 22 }T
: unloops  ( n -- n2 )
   10 0 do  10 0 do
      dup i j + = if  drop i j unloop unloop exit  then
   loop  loop  drop -1
;
T{ 0 unloops 12 unloops 18 unloops 19 unloops -> 0 0 9 3 9 9 -1 }T
: in-begin  ( n -- sum )
   0 swap  begin  dup  while  dup 0 do  swap i + swap  loop  1-  repeat  drop
;
T{ 1 in-begin 4 in-begin -> 0 10 }T
: steps-inside  ( n -- n... )  0 do  i  i 4 mod 1+ +loop ;
T{ 12 steps-inside -> 0 1 3 7 11 }T
: signs  ( -- n... )                       \ a step that changes its sign
   5 0 do  i  i 3 < if  2  else  -3  then  over 4 = if  drop 1  then  +loop
;
T{ signs -> 0 2 4 }T
: exhausted  ( -- n )  0  1000 0 do  100 0 do  1+  loop  loop ;
T{ exhausted -> 100000 0 drop }T

testing many items through forks and joins
: shuffled  ( a b c d e f g h flag -- x... )
   if  2swap rot >r swap r>  else  >r >r swap rot r> r> swap  then  2dup
;
T{ 1 2 3 4 5 6 7 8 1 shuffled -> 1 2 3 4 7 6 5 8 5 8 }T
T{ 1 2 3 4 5 6 7 8 0 shuffled -> 1 2 3 6 5 4 8 7 8 7 }T
: rotating  ( a b c d e f n -- x... )      \ nothing stays where it was
   0 do  rot >r 2swap r> swap  i 1 and if  rot  else  swap  then  loop
;
T{ 1 2 3 4 5 6 1 rotating -> 1 5 6 2 3 4 }T
T{ 1 2 3 4 5 6 2 rotating -> 1 3 4 2 6 5 }T
: two-ways  ( a b c flag -- x... )         \ of two depths
   if  drop 10  else  >r + r>  0 swap  then  dup if  1+  then
;
T{ 1 2 3 1 two-ways 1 2 3 0 two-ways -> 1 2 11 3 0 4 }T
: ?dupped  ( n -- n n2 | 0 )  ?dup if  dup 1+  else  0  then ;
T{ 0 ?dupped 5 ?dupped -> 0 5 6 }T
: sixteen  ( -- x... )
   1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
   3 0 do  i 1 and if  + 16  else  swap  then  loop
;
T{ sixteen -> 1 2 3 4 5 6 7 8 9 10 11 12 13 14 16 31 }T
: applied  ( n xt -- n2 )  3 0 do  dup >r execute r>  loop  drop ;
T{ 5 ' 1+ applied 5 ' 2* applied -> 8 40 }T

testing code that is never reached, and flags known to the compiler
T{ : k1  0 if  1  then  2 ; : k2  1 if  1  then  2 ; k1 k2 -> 2 1 2 }T
T{ : k3  0 if  1  else  2  then ; : k4  -1 if  1  else  2  then ; k3 k4
   -> 2 1 }T
T{ : k6  1 exit  2 drop drop drop ; 9 k6 -> 9 1 }T
T{ : k7  begin  7 exit  again ; k7 -> 7 }T
T{ : k8  0 begin  1+ dup 5 = if  exit  then  0 until ; k8 -> 5 }T
T{ : k9  0 begin  0 while  1+  repeat ; k9 -> 0 }T
T{ : k10  3 begin  1 while  1- dup 0= if  exit  then  repeat ; k10 -> 0 }T
T{ : k11  5 >r  0 if  r> drop 1 exit  then  r> ; k11 -> 5 }T
T{ : k12  3 0 do  i leave 7 >r drop r>  loop ; k12 -> 0 }T
T{ : k13  3 0 do  1 if  i unloop exit  then  loop 99 ; k13 -> 0 }T
T{ : k14  0 0 ?do  i  loop  1 1 ?do  i leave  loop  2 2 ?do  i unloop exit
   loop  6 ; k14 -> 6 }T
T{ : k15  1 1 = if  1  else  2  then  1 2 < 0= if  3  then ; k15 -> 1 }T
T{ : k16  dup if  drop 1 exit 2 else  exit 3  then  4 ; 0 k16 5 k16 -> 0 1 }T
T{ : k17  begin  dup while  1- 0 if  exit  then  repeat  8 ; 3 k17 -> 0 8 }T
T{ : k18  1 1 do  i  -1 +loop ; : k19  0 1 do  i  -1 +loop ; k18 k19
   -> 1 1 0 }T
T{ : k20  5 ?dup if  else  9  then  0 ?dup if  drop 7  then ; k20 -> 5 }T
T{ : k22  ; : k23  k22 k22 ; : k24  k23 5 k23 ; k24 -> 5 }T

testing recursion
: fact  ( n -- n! )  dup 2 < if  drop 1  else  dup 1- recurse *  then ;
T{ 0 fact 5 fact 8 fact -> 1 120 40320 }T
: fib  ( n -- fib )  dup 2 < if  exit  then  dup 1- recurse swap 2 - recurse + ;
T{ 20 fib -> 6765 }T
: hanoi  ( n -- moves )  ?dup if  1- dup recurse swap recurse 1+ +  else  0
   then ;
T{ 10 hanoi -> 1023 }T
T{ 5  :noname  dup if  dup 1- recurse  then ; execute -> 5 4 3 2 1 0 }T
: ack  ( m n -- n2 )
   over 0= if  swap drop 1+ exit  then
   dup 0= if  drop 1- 1 recurse exit  then
   over 1- rot rot 1- recurse recurse
;
T{ 2 3 ack -> 9 }T
: subsets  ( n -- 2^n )                    \ RECURSE within DO
   dup if  1 swap 0 do  i recurse +  loop  else  1+  then
;
T{ 0 subsets 1 subsets 10 subsets -> 1 2 1024 }T

testing defining words
T{ 123 constant c1  c1 -> 123 }T
T{ min-int constant c2  : use-c2  c2 ; use-c2 c2 -> min-int min-int }T
T{ : equ  constant ; 7 equ seven  seven -> 7 }T
T{ variable v1  5 v1 !  v1 @ -> 5 }T
T{ variable v2  variable v3  5 v2 !  -1 v3 !  v2 @ v3 @ -> 5 -1 }T
T{ : use-v1  v1 ; use-v1 v1 = v1 dup aligned = -> <true> <true> }T
T{ create k1  here k1 = -> <true> }T
T{ create k2  1 , 2 ,  k2 @ k2 cell+ @ ' k2 >body k2 = -> 1 2 <true> }T
T{ 1 allot create k3  k3 dup aligned = -> <true> }T
: array  ( n "name" -- )  create cells allot  does>  ( i -- addr )
   swap cells + ;
T{ 5 array five  11 0 five !  22 4 five !  0 five @ 4 five @ -> 11 22 }T
T{ 0 five ' five >body = 4 five 0 five - -> <true> 4 cells }T
: does-a  ( -- )  does>  @ 1+ ;
: does-b  ( -- )  does>  @ 2 + ;
: maker  ( n "name" -- )  create ,  does>  @ 3 + ;
T{ 10 maker m1  m1 -> 13 }T
T{ : with-m1  m1 ; with-m1 -> 13 }T
T{ 10 maker m2  does-a m2 -> 11 }T         \ the last CREATE word changes
T{ does-b m2 -> 12 }T
T{ : with-m2  m2 ; with-m2 with-m1 -> 12 13 }T
T{ ' m2 >body @ ' m2 execute -> 10 12 }T
T{ create k4  33 ,  k4 @ does-a k4 -> 33 34 }T
: twice  ( "name" -- )  create  does>  1 + does>  2 + ;
T{ twice w1  ' w1 >body w1 1- = -> <true> }T
T{ ' w1 >body w1 2 - = w1 w1 = -> <true> <true> }T
: meta  ( n "name" -- )                    \ a maker of makers
   create ,  does>  @ create , does> @ ;
: meta  ( n "name" -- )
   create ,  does>  ( "name" -- )  @ maker ;
T{ 5 meta five-maker  five-maker ten  ten -> 8 }T
T{ : imm-maker  ( n "name" -- )  create , immediate  does>  @ ; -> }T
T{ 6 imm-maker six  : use-six  [ six ] literal ; use-six -> 6 }T
T{ : empty-does  create  does> ; empty-does e1  e1 ' e1 >body = -> <true> }T
: exec-maker  ( xt "name" -- )  create ,  does>  @ execute ;
T{ ' negate exec-maker neg  5 neg : use-neg  neg ; 6 use-neg -> -5 -6 }T
: early-does  ( n -- )  create dup , 0= if  exit  then  does>  drop 77 ;
T{ 0 early-does z0  1 early-does z1  z0 @ z1 -> 0 77 }T
: rs-does  ( n -- )  create ,  does>  @ >r 1 r> 2 ;
T{ 9 rs-does rsd  rsd -> 1 9 2 }T

testing POSTPONE and IMMEDIATE
T{ : p1  123 ; : p2  postpone p1 ; immediate  : p3  p2 ; p3 -> 123 }T
T{ : p4  345 ; immediate  : p5  postpone p4 ; p5 -> 345 }T
T{ : p6  postpone p2 ; immediate : p7  [ p6 ] ; p7 -> 123 }T
T{ : end-if  postpone then ; immediate  : p8  if  1  end-if  2 ;
   0 p8 1 p8 -> 2 1 2 }T
: my-if  ( -- )  postpone if ; immediate
: my-else  ( -- )  postpone else ; immediate
: my-begin  ( -- )  postpone begin ; immediate
: my-while  ( -- )  postpone while ; immediate
: my-repeat  ( -- )  postpone repeat ; immediate
: my-until  ( -- )  postpone until ; immediate
: my-do  ( -- )  postpone do ; immediate
: my-loop  ( -- )  postpone loop ; immediate
: my-+loop  ( -- )  postpone +loop ; immediate
: my-i  ( -- )  postpone i ; immediate
: my-leave  ( -- )  postpone leave ; immediate
: my-exit  ( -- )  postpone exit ; immediate
: my->r  ( -- )  postpone >r ; immediate
: my-r>  ( -- )  postpone r> ; immediate
: my-lit  ( n -- )  postpone literal ; immediate
: my-;  ( -- )  postpone ; ; immediate
: my-does  ( -- )  postpone does> ; immediate
: my-recurse  ( -- )  postpone recurse ; immediate
: my-s"  ( -- )  postpone s" ; immediate
: my-."  ( -- )  postpone ." ; immediate
: my-[']  ( -- )  postpone ['] ; immediate
: my-char  ( -- )  postpone [char] ; immediate
: my-post  ( -- )  postpone postpone ; immediate
T{ : q1  my-if  1  my-else  2  end-if  3 my-; 0 q1 1 q1 -> 2 3 1 3 }T
T{ : q2  my-begin  dup  my-while  1- dup  my-repeat ; 2 q2 -> 1 0 0 }T
T{ : q3  my-begin  1+ dup 5 =  my-until ; 1 q3 -> 5 }T
T{ : q4  my-do  my-i  my-loop ; 3 0 q4 -> 0 1 2 }T
T{ : q5  my-do  my-i dup 4 = if  my-leave  then  2  my-+loop ;
   9 0 q5 -> 0 2 4 }T
T{ : q6  my->r 1+ my-r> my-exit 99 ; 1 2 q6 -> 2 2 }T
T{ : q7  [ 44 ] my-lit ; q7 -> 44 }T
T{ : q8  create , my-does @ 1- ; 8 q8 seven-too  seven-too -> 7 }T
T{ : q9  dup if  dup 1- my-recurse  then ; 2 q9 -> 2 1 0 }T
T{ : q10  my-s" posted" ; q10 s" posted" same-text -> <true> }T
T{ : q11  my-." posted" ; ' q11 s" posted" prints -> <true> }T
T{ : q12  my-['] one execute  my-char * ; q12 -> 2 1 42 }T
T{ : q13  my-post one ; immediate  : q14  q13 ; q14 -> 2 1 }T
: build  ( "name" -- )  : postpone dup postpone * postpone ; ;
T{ build square  7 square -> 49 }T
: build-lit  ( n "name" -- )  >r : r> postpone literal postpone ; ;
T{ 88 build-lit eighty-eight  eighty-eight -> 88 }T
: build-loop  ( n "name" -- )              \ a word of N laps
   >r : r> postpone literal 0 postpone literal postpone do postpone i
   postpone loop postpone ;
;
T{ 3 build-loop three-laps  three-laps -> 0 1 2 }T
: unroll  ( n -- )  0 do  postpone 2*  loop ; immediate
T{ : times32  [ 5 ] unroll ; 1 times32 -> 32 }T
T{ : z1  ; immediate  : z2  z1 1 z1 ; z2 -> 1 }T
variable seen
: seen+  ( -- )  1 seen +! ; immediate
T{ 0 seen !  : z3  seen+ seen+ 3 ; seen @ z3 seen @ -> 2 3 2 }T

testing ABORT quoted and QUIT as words
T{ : ab  ( f -- n )  abort" not printed" 5 ; 0 ab -> 5 }T
T{ ' abort 0= ' quit 0= -> <false> <false> }T

.set compile
