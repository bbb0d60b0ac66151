\ terminal.fth - Forth 2012 words that take what is typed: ACCEPT, KEY, EKEY.
\ SPDX-License-Identifier: 0BSD
\ What they are to take stands in the line after. Not for a serial line, where
\ disco sends no line before the last one is answered.

create area 20 allot
: area=  ( c-addr u -- f )  area over same-text ;

testing ACCEPT
T{ area 20 accept
typed text
   -> 10 }T
T{ s" typed text" area= -> true }T
T{ area 20 accept

   -> 0 }T
T{ area 20 char * fill  area 4 accept
typed too much
   -> 4 }T
T{ s" type****" area= -> true }T           \ not one more than asked for
T{ area 20 accept
 \ ( " kept
   s"  \ ( " area= -> 11 true }T
T{ : takes  area 20 accept  area swap ; takes
in a word
   s" in a word" same-text -> true }T
T{ source-id area 20 accept source-id
abc
   -> 0 3 0 }T

testing KEY and EKEY
T{ key key
xy -> char x char y }T
T{ key
  -> bl }T
T{ key? key key?
z   -> true char z true }T
T{ ekey ekey>char
q -> char q true }T
T{ ekey? ekey dup ekey>char nip swap ekey>fkey nip
q -> true true false }T

.set terminal
