\ compile.fth - tests of words that compile, MARKER, FORGET, ENVIRONMENT?.
\ SPDX-License-Identifier: 0BSD

testing postponed words that look at STATE
: pp-s"  ( -- )  postpone s" ;
: pp-."  ( -- )  postpone ." ;
: pp-to  ( -- )  postpone to ;
7 value seven
T{ : text1  [ pp-s" abc" ] ; text1 s" abc" str= state @ -> true 0 }T
T{ : text2  [ pp-." abc" ] ; ' text2 output-of s" abc" str= -> true }T
T{ : put7  [ pp-to seven ] ; 8 put7 seven -> 8 }T
: now-state  ( -- flag )  state @ ; immediate
: get-state  ( -- flag )  postpone now-state ;
T{ get-state -> 0 }T
T{ parse-name s" find-name name>compile drop ' s" = -> true }T
T{ : [c]  [compile] seven [compile] if 1 [compile] then ; immediate -> }T

testing N>R
T{ : nr1  n>r 9 nr> ; 1 2 3 3 nr1 -> 9 1 2 3 3 }T
T{ : nr0  n>r 9 nr> ; 0 nr0 -> 9 0 }T
T{ : nr2  n>r n>r 9 nr> nr> ; 1 1 2 3 2 nr2 -> 9 1 1 2 3 2 }T
T{ : nr4  n>r r@ nr> drop ; 5 6 2 nr4 -> 2 5 6 }T
T{ : nr3  5 >r n>r nr> r> ; 1 2 2 nr3 -> 1 2 2 5 }T

testing locals of old
T{ : loc1  locals| a b | a b a ; 1 2 loc1 -> 2 1 2 }T
T{ : loc2  locals| a | 5 to a a ; 1 loc2 -> 5 }T
: declares  ( -- )  s" x" (local) s" y" (local) 0 0 (local) ; immediate
T{ : loc3  declares x y ; 1 2 loc3 -> 2 1 }T
T{ : loc5  locals| a | a ; 3 loc5 -> 3 }T

testing CS-PICK
T{ : back2  begin  1+  dup 3 mod if  [ 1 cs-pick ] again  then
   dup 7 > until ; 0 back2 7 back2 -> 9 9 }T
T{ : until-too  0 cs-pick postpone until ; immediate -> }T
T{ : back3  begin  1+  dup 3 mod 0= until-too  dup 7 > until ; 4 back3 -> 9 }T

testing synonyms
synonym new-dup dup   synonym new-if if   synonym new-s" s"
T{ : syn  new-dup new-if 1 else 2 then ; 0 syn 7 syn -> 0 2 7 1 }T
T{ : syn2  new-s" xy" ; syn2 s" xy" str= -> true }T
T{ ' new-if nt>flags -> 3 }T

testing MARKER and FORGET
variable here1  here here1 !
wordlist constant mark-list
marker cleanup
: gone  1 ;
mark-list >order  definitions
T{ : in-list 5 ; cleanup [undefined] gone here here1 @ - -> true 2 cells }T
T{ get-order nip get-current forth-wordlist = [undefined] cleanup
-> get-order nip true true }T
here here1 !
: f1  1 ;   create f2  100 allot   variable f3   : f4  4 ;
T{ forget f1 [undefined] f1 [undefined] f3 [undefined] f4 here here1 @ =
-> true true true true }T
: f5  ( -- n )  5 ;
T{ f5 -> 5 }T
T{ : bad-forget  s" forget dup" evaluate ; ' bad-forget catch -> -15 }T
T{ : bad-forget2  s" forget load" evaluate ; ' bad-forget2 catch -> -15 }T

testing ENVIRONMENT?
T{ s" core" environment? s" X:xchar" environment? -> true true true true }T
T{ s" floored" environment? -> false true }T
T{ s" #locals" environment? s" nonsense" environment? -> 16 true false }T
T{ s" xchar-encoding" environment? -rot s" UTF-8" str= -> true true }T
