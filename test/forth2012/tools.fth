\ tools.fth - Forth 2012 programming-tools words, and their extensions.
\ SPDX-License-Identifier: 0BSD
\ Not here: BYE, with which every session of tests ends; and what needs an
\ assembler or an editor, which a system need not have.

testing what shows things
: contains?  ( c-addr1 u1 c-addr2 u2 -- f )     \ SEARCH is another set's
   2>r  begin  dup 2r@ nip < 0=  while
      over 2r@ nip 2r@ same-text if  2drop 2r> 2drop true exit  then
      1- swap char+ swap
   repeat  2drop 2r> 2drop false
;
T{ s" abcdef" s" cde" contains? s" abcdef" s" cdf" contains? -> true false }T
T{ 1 2 ' .s output-of s" 1 2" contains? -> 1 2 true }T
T{ ' .s output-of nip 0> -> true }T
variable shown-var
T{ -17 shown-var !  shown-var ' ? s" -17 " prints -> true }T
create dumped  171 c, 205 c, 18 c, char Q c,
: .dumped  ( -- )  dumped 4 dump ;
: in-small  ( c-addr u -- )                \ capitals become small letters
   0 ?do  dup i + dup c@ dup [char] A [char] Z 1+ within 32 and + swap c!
   loop  drop
;
T{ ' .dumped output-of 2dup in-small 2dup s" ab" contains? rot rot
   2dup s" cd" contains? rot rot s" 12" contains? -> true true true }T
T{ : no-dump  dumped 0 dump ; ' no-dump output-of 2drop base @ -> 10 }T
: a-word-to-see  ( n -- n2 )  dup if  1+  else  2 *  then ;
T{ :noname  s" see a-word-to-see" evaluate ; output-of
   s" a-word-to-see" contains? -> true }T
T{ :noname  s" see dup" evaluate ; output-of nip 0> -> true }T
: a-word-to-list  ( -- )  ;
variable listing
: count-lists  ( c-addr u -- )  s" a-word-to-list" contains? listing ! ;
T{ ' words output-of count-lists listing @ -> true }T

testing AHEAD, CS-PICK and CS-ROLL
T{ : ah1  1 ahead  2  then 3 ; ah1 -> 1 3 }T
: into-loop  ( n -- n... )                 \ a loop that is entered half-way
   ahead  begin  dup  [ 1 cs-roll ] then  1- dup 0= until
;
T{ 3 into-loop 1 into-loop -> 2 1 0 0 }T
: my-else  ( -- )  postpone ahead 1 cs-roll postpone then ; immediate
T{ : mine  if  1  my-else  2  then ; 0 mine 1 mine -> 2 1 }T
: two-backs  ( n -- n2 )                   \ two jumps to one BEGIN
   begin  1+  dup 3 mod if  [ 1 cs-pick ] again  then  dup 10 > until
;
T{ 0 two-backs 11 two-backs 12 two-backs -> 12 12 15 }T
: continue-until  ( -- )  0 cs-pick postpone until ; immediate
: two-untils  ( n -- n2 )                  \ 0 CS-PICK keeps the BEGIN
   begin  1+  dup 3 mod 0= continue-until  dup 10 > until
;
T{ 0 two-untils 11 two-untils -> 12 12 }T
variable f1  variable f2  variable f3
: crossed  ( -- n... )                     \ the first IF goes shortest
   f1 @ if  10  f2 @ if  20  f3 @ if  30
   [ 2 cs-roll ] then  40  [ 1 cs-roll ] then  50  [ 0 cs-roll ] then  60
;
: flags  ( x1 x2 x3 -- n... )  f3 ! f2 ! f1 ! crossed ;
T{ 1 1 1 flags -> 10 20 30 40 50 60 }T
T{ 0 1 1 flags -> 40 50 60 }T
T{ 1 0 1 flags -> 10 50 60 }T
T{ 1 1 0 flags -> 10 20 60 }T

testing N>R and NR>
T{ : nr1  3 n>r 9 nr> ; 1 2 3 nr1 -> 9 1 2 3 3 }T
T{ : nr2  0 n>r 9 nr> ; 1 2 nr2 -> 1 2 9 0 }T
T{ : nr3  1 n>r 2 n>r nr> drop nr> ; 4 5 6 nr3 -> 4 5 6 1 }T
T{ : nr4  1 n>r 7 >r 2 n>r nr> r> nr> ; 1 2 3 nr4 -> 1 2 2 7 3 1 }T
T{ : nr5  10 n>r  3 0 do  i  loop  nr> drop ; 1 2 3 4 5 6 7 8 9 10 nr5
   -> 0 1 2 1 2 3 4 5 6 7 8 9 10 }T
T{ : nr6  dup n>r nr> ; 21 22 2 nr6 -> 21 22 2 2 }T

testing names
wordlist constant names
get-current  names set-current
: nm1  ( -- n )  1 ;
: nm2  ( -- n )  2 ; immediate
: nm1  ( -- n )  3 ;
5 constant nm3
set-current
variable visits
: visit  ( nt -- f )  drop 1 visits +! true ;
: visit-2  ( nt -- f )  drop 1 visits +! visits @ 2 < ;
T{ 0 visits ! ' visit names traverse-wordlist visits @ -> 4 }T
T{ 0 visits ! ' visit-2 names traverse-wordlist visits @ -> 2 }T
T{ 0 visits ! ' visit wordlist traverse-wordlist visits @ -> 0 }T
: summed  ( n nt -- n2 f )  name>string nip + true ;
T{ 0 ' summed names traverse-wordlist -> 12 }T
: seek  ( c-addr u 0 nt -- c-addr u nt2|0 f )
   >r drop 2dup r@ name>string same-text if  r> false  else  r> drop 0 true
   then
;
: nt-of  ( c-addr u -- nt )
   0 ['] seek names traverse-wordlist nip nip
;
T{ s" nm3" nt-of name>string s" nm3" same-text -> true }T
T{ s" nm1" nt-of name>interpret execute -> 3 }T        \ the newest is first
T{ s" nm2" nt-of name>interpret execute s" nope" nt-of -> 2 0 }T
: cc  ( nt -- )  name>compile execute ; immediate
T{ : cc1  [ s" nm1" nt-of ] cc ; cc1 -> 3 }T
T{ : cc2  [ s" nm2" nt-of name>compile execute ] literal ; cc2 -> 2 }T
T{ : cc3  [ s" nm3" nt-of ] cc [ s" nm3" nt-of ] cc ; cc3 -> 5 5 }T
: push-all  ( ... n nt -- ... nt n2 f )  swap 1+ true ;
: pushed  ( -- n )  0 ['] push-all names traverse-wordlist
   dup >r 0 ?do  drop  loop  r> ;
T{ pushed -> 4 }T
: thrown  ( nt -- f )  drop 55 throw ;
T{ ' thrown names :noname  traverse-wordlist ; catch nip nip -> 55 }T

testing SYNONYM
T{ synonym syn-dup dup  5 syn-dup -> 5 5 }T
T{ : syn1  syn-dup * ; 7 syn1 -> 49 }T
T{ synonym syn-if if  synonym syn-then then
   : syn2  syn-if  1  syn-then 2 ; 0 syn2 1 syn2 -> 2 1 2 }T
T{ : syn3  5 ; immediate  synonym syn4 syn3  : syn5  [ syn4 ] literal ; syn5
   -> 5 }T
T{ : syn6  postpone syn-dup ; immediate  : syn7  syn6 + ; 4 syn7 -> 8 }T
T{ : syn8  postpone syn-if ; immediate  : syn9  syn8 1 else 2 then ;
   0 syn9 1 syn9 -> 2 1 }T
T{ : over1  1 ;  synonym over1 over1  over1 -> 1 }T
T{ synonym syn-s" s"  syn-s" text" s" text" same-text -> true }T
T{ : syn10  syn-s" in it" ; syn10 s" in it" same-text -> true }T
T{ variable syn-v  synonym syn-w syn-v  8 syn-w ! syn-v @ -> 8 }T

testing conditions for the text
T{ true [if] 1 [else] 2 [then] false [if] 1 [else] 2 [then] -> 1 2 }T
T{ true [if] 1 [then] false [if] 2 [then] 3 -> 1 3 }T
T{ 0 [if] 1 [if] 2 [else] 3 [then] 4 [else] 5 [then] -> 5 }T
T{ 1 [if] 0 [if] 2 [else] 3 [then] 4 [else] 5 [then] -> 3 4 }T
T{ 1 [if] 1 [else] 0 [if] 2 [else] 3 [then] [then] 6 -> 1 6 }T
T{ 0 [if] [if] [if] [then] [then] 1 [else] 2 [then] -> 2 }T
T{ 0 [IF] 1 [ELSE] 2 [THEN] -> 2 }T
T{ 0 [if] no-such-word [IF] [THEN] [else] 2 [then] -> 2 }T
T{ -5 [if] 1 [else] 2 [then] -> 1 }T
T{ : tc  [ true ] [if] 1 [else] 2 [then] ; tc -> 1 }T
T{ : tc2  [ false ] [if] 1 [else] 2 [then] ; tc2 -> 2 }T
T{ false [if]
   1 2 3
   true [if] 4 [else] 5 [then]
[else]
   6
[then] 7 -> 6 7 }T
T{ true [if]
   1
[else]
   false [if] 2 [else] 3 [then]
   no-such-word
[then] 7 -> 1 7 }T
T{ s" 0 [if] 1 [else] 2 [then] 3" evaluate -> 2 3 }T
T{ : [if-like]  postpone [if] ; immediate  0 [if-like] 1 [else] 2 [then] -> 2 }T
T{ [defined] dup [undefined] dup -> true false }T
T{ [defined] no-such-word [undefined] no-such-word -> false true }T
T{ : td  [ [defined] dup ] literal [ [undefined] dup ] literal ; td
   -> true false }T
T{ [defined] nm3 [undefined] nm3 -> false true }T      \ not in the order
T{ state @ : ts  [ state @ ] literal ; ts -> 0 0 }T

testing FORGET
T{ : fg1  1 ; : fg2  2 ; : fg3  3 ; forget fg2
   [defined] fg3 [defined] fg2 fg1 -> false false 1 }T

.set tools
