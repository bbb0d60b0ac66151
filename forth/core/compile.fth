\ compile.fth - less usual words that compile: old locals, N>R; FORGET.
\ SPDX-License-Identifier: 0BSD
\ needs: memory.fth

\G Compile the next word even if it is immediate; POSTPONE is better.
: [compile]  ( "name" -- )  ' compile, ; immediate-only

\ N>R keeps the items in memory of their own: the compiler knows how many
\ cells are on the return stack. If a throw passes by, that memory is lost.
: save-items  ( xn ... x1 n -- a-addr n )
   dup >r  dup 1+ cells allocate throw dup >r
   2dup ! swap 0 ?do  cell+ tuck !  loop  drop 2r> swap
;
: restore-items  ( a-addr -- xn ... x1 n )
   dup @ 0 ?do  dup dup @ i - cells + @ swap  loop
   dup @ swap free drop
;
\G Move n items and their number to the return stack.
: n>r  ( xn ... x1 n -- )  ( R: -- x1 ... xn n )
   postpone save-items postpone 2>r
; immediate-only
\G Move them back.
: nr>  ( -- xn ... x1 n )  ( R: x1 ... xn n -- )
   postpone 2r> postpone drop postpone restore-items
; immediate-only

\ LOCALS| a b | is {: b a :}, whose text is built from its end.
#512 constant /declared
/declared buffer: declared
variable declared-at
: declare  ( c-addr u -- )
   declared-at @ over - dup 0< if  -259 throw  then
   dup declared-at !  declared + swap move
;
: no-locals  ( -- )  /declared declared-at !  s"  :}" declare ;
no-locals
\G Declare a local, the top item first; an empty string ends it.
: (local)  ( c-addr u -- )
   dup if  declare s"  " declare exit  then
   2drop s" {:" declare
   declared /declared declared-at @ /string  no-locals evaluate
;
\G Locals, the top item first: LOCALS| a b |
: locals|  ( "names |" -- )
   no-locals
   begin
      parse-name dup 0= if  -16 throw  then
      2dup s" |" str= 0=
   while  (local)  repeat  2drop  0 0 (local)
; immediate-only

\ FORGET cuts the memory of struct space, nucleus.h, as MARKER does.
: data-from  ( nt -- addr )                \ first data of words from nt on
   here swap latest
   begin  2dup u> 0=  while                          ( addr nt nt2 )
      dup nt>kind 3 = if  dup nt>body @ 3 roll umin -rot  then  cell+ @
   repeat  2drop
;
: lines-before  ( code -- u )              \ rows of the line table
   'code @ -  'space 4 cells + @
   begin  dup  while                                 ( offset n )
      2dup 1- /row * 'lines @ + l@ u> 0=
   while  1-  repeat then  nip
;
latest constant fence
\G Forget a word and all that came after it; throws -15 for the system's own.
: forget  ( "name" -- )
   ' dup fence u> over nt>row 0= and 0= if  -15 throw  then
   'space space-copy 6 cells move
   dup nt>code drop dup space-copy !
   lines-before space-copy 4 cells + !
   dup data-from space-copy cell+ !
   dup space-copy 2 cells + !
   cell+ @ space-copy 3 cells + !
   space-copy (restore)
;

\G Compile what follows with the optimiser, or without it: OPTIMISE OFF.
\G Throws -13.
: optimise  ( "on|off" -- )
   parse-name 2dup s" on" compare 0= if  2drop true 'optimise ! exit  then
   s" off" compare if  -13 throw  then  0 'optimise !
;
