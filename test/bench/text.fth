\ text.fth - bytes: count, reverse and search the words of a text of 64 KiB.
\ SPDX-License-Identifier: 0BSD

#65536 constant size
create text  size allot
variable seed
: random  ( -- u )  seed @ #1309 * #13849 + $ffff and  dup seed ! ;
: letter  ( -- char )
   random 4 rshift 7 mod dup 0= if  drop bl  else  'a' 1- +  then
;
: fill-text  ( -- )  text size + text do  letter i c!  loop ;
#74755 seed !  fill-text

: count-words  ( c-addr u -- n )
   0 bl 2swap over + swap do                         ( n last )
      i c@ tuck bl <> swap bl = and if  swap 1+ swap  then
   loop  drop
;
: skip-blanks  ( end addr -- end addr2 )
   begin  2dup u>  while  dup c@ bl =  while  1+  repeat then
;
: skip-word  ( end addr -- end addr2 )
   begin  2dup u>  while  dup c@ bl <>  while  1+  repeat then
;
\ between addr1 and addr2, addr2 not included
: reverse  ( addr1 addr2 -- )
   begin  1- 2dup u<  while                          ( low high )
      over c@ over c@  3 pick c!  over c!
      swap 1+ swap
   repeat  2drop
;
: reverse-words  ( c-addr u -- )
   over + swap
   begin  skip-blanks 2dup u>  while                 ( end addr )
      dup >r skip-word  r> over reverse
   repeat  2drop
;
: at?  ( c-addr1 c-addr2 u -- flag )  \ the second string is at c-addr1
   0 ?do                                             ( addr1 addr2 )
      over i + c@  over i + c@  <> if
         2drop unloop false exit
      then
   loop  2drop true
;
: occurrences  ( c-addr u -- n )  \ of a string in the text
   0 -rot  text size + over - text do             ( n c-addr u )
      2dup i -rot at? if  rot 1+ -rot  then
   loop  2drop
;
: text-sum  ( -- x )  0  text size + text do  3 * i c@ +  loop ;
\G Reverse each word, there and back, and count this and that.
: run  ( -- x )
   text size count-words
   text size reverse-words  text-sum +
   s" bade" occurrences +
   text size reverse-words
   s" fed" occurrences +
;
