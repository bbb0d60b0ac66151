\ tools.fth - asking the system about itself: WORDS SEE HELP DUMP and kin.
\ SPDX-License-Identifier: 0BSD
\ needs: terminal.fth

\ Words --------------------------------------------------------------------
: show-name  ( nt -- true )  name>string list-name true ;
\G The first word list of the search order.
: top-wordlist  ( -- wid )
   get-order  over >r  0 ?do  drop  loop  r>
;
\G List the words of the first list of the search order, newest first.
: words  ( -- )
   cr list-start  ['] show-name top-wordlist traverse-wordlist
;
\G Run xt ( nt -- true ) for each word in each list of the search order.
: each-word  ( xt -- )
   {: xt :}  get-order 0 ?do  xt swap traverse-wordlist  loop
;

\ What APROPOS and .CALLS look for, kept while the dictionary is walked.
2variable wanted
: ?wanted  ( "text" -- )
   parse-name dup 0= if  -16 throw  then  wanted 2!  cr list-start
;
: show-if  ( nt flag -- true )
   if  show-name  else  drop true  then
;
: named-so  ( nt -- true )
   dup name>string wanted 2@ contains? show-if
;
: about-so  ( nt -- true )
   dup name>string wanted 2@ contains?
   over nt>doc wanted 2@ contains? or show-if
;
\G List the words with this text in their name.
: sifting  ( "text" -- )  ?wanted ['] named-so each-word ;
\G List the words with this text in their name or description.
: apropos  ( "text" -- )  ?wanted ['] about-so each-word ;

\ The next blank-delimited piece of a text, and what follows it.
: token  ( c-addr u -- rest-addr rest-u c-addr2 u2 )
   begin  dup  while  over c@ bl <=  while  1 /string  repeat then
   2dup begin  dup  while  over c@ bl >  while  1 /string  repeat then
   2swap 2 pick -
;
: uses?  ( c-addr u -- flag )
   begin
      token dup 0= if  2drop 2drop false exit  then
      wanted 2@ istr=
   until  2drop true
;
: calling-so  ( nt -- true )
   dup name>string wanted 2@ istr= 0=
   over nt>source uses? and show-if
;
\G List the words whose definitions mention this name.
: .calls  ( "name" -- )  ?wanted ['] calling-so each-word ;

\ One word -----------------------------------------------------------------
\G The word named next; throws -13 if there is none, -16 without a name.
: name'  ( "name" -- nt )
   parse-name dup 0= if  -16 throw  then  find-name ?found
;
: .name  ( nt -- )  name>string dup 0= if  2drop s" (noname)"  then  type ;
\G Print the file and line of a word; primitives have no line.
: .place  ( nt -- )
   nt>place type  dup if  ':' emit .dec  else  drop  then
;
: .headline  ( nt -- )  dup .name 2 spaces nt>effect type ;
: .flags  ( nt -- )
   nt>flags dup 1 and if  ."  immediate"  then
   2 and if  ."  compile-only"  then
;
\ The lines of a description without their \G.
: .doc  ( c-addr u -- )
   begin  dup  while
      #10 split                                      ( rest-addr rest-u line )
      2dup s" \G" starts? if  2 /string  else  space  then
      2 spaces type cr
   repeat  2drop
;
: .created  ( nt -- )
   dup nt>source type
   name>interpret >body ."   \ at " dup h. ." holds " @ h.
;
: .by-kind  ( nt -- )
   dup nt>kind case
      3 of  .created  endof
      4 of  dup execute dup . ." constant " swap .name ."   \ " h.  endof
      5 of  dup execute dup . ." value " swap .name ."   \ " h.  endof
      6 of  ." defer " dup .name ."   ' " dup defer@ .name ."  is " .name  endof
      drop dup nt>source dup if  type drop  else
         2drop dup .headline ."  primitive" cr nt>doc .doc
      then  0
   endcase
;
\G Show how a word is defined.
: see  ( "name" -- )  name' cr dup .by-kind .flags cr ;

: .help  ( nt -- )
   cr dup .headline dup .flags cr
   dup nt>doc .doc  3 spaces .place cr
;
: .start-page-1  ( -- )
   cr ." Type words, parted by spaces, and hit Enter. Numbers go on the stack,"
   cr ." words work on it: 3 4 + . prints 7. $ff is hexadecimal." cr
   cr ."   .s               the stack          words            every word"
   cr ."   help NAME        what a word does   see NAME         its source"
   cr ."   apropos TEXT     words about it     locate NAME      its place"
   cr ."   ADDR N dump      memory, safely     .calls NAME      who uses it"
;
: .start-page-2  ( -- )
   cr ."   show-devs        all devices        dev PATH         go to one"
   cr ."   ls  pwd          here               .properties      what it has"
   cr ."   .memory .devices .cpu .what-i-learned   what was found out" cr
   cr ."   : square ( n -- n2 )  dup * ;       a new word"
   cr ."   marker start                        START forgets all since" cr
   cr ." Keys: arrows, TAB completes, Up is history, ^U empties the line." cr
;
\G Say what a word does; without a name, how to begin.
: help  ( "name" -- )
   parse-name dup if  find-name ?found .help  exit  then
   2drop .start-page-1 .start-page-2
;
\ Skip to line n of a text, counted from 1.
: line-n  ( c-addr u n -- c-addr2 u2 )
   1 ?do  #10 split 2drop  loop
;
: .lines  ( c-addr u from upto -- )
   {: from upto :}
   from line-n  upto from ?do
      dup if  #10 split  i 5 u.r 2 spaces columns 8 - min type cr  then
   loop  2drop
;
\G Show where a word is defined, with the lines around it.
: locate  ( "name" -- )
   name' cr dup .place cr  dup nt>place file$ if     ( nt line c-addr u )
      rot dup 3 - 1 max swap 9 + .lines drop
   else  drop nt>source type cr  then
;

\ The search order -----------------------------------------------------------
variable sought
: names-it  ( nt -- flag )                 \ go on?
   dup nt>kind 4 = if
      dup execute sought @ = if  .name  0 sought ! false exit  then
   then  drop true
;
defer .unnamed  ( wid -- )  \ prints a word list that no constant holds
' h. is .unnamed
\G Print the name of a word list: the constant that holds it.
: .wid  ( wid -- )
   dup forth-wordlist = if  drop ." forth" space exit  then
   sought !  ['] names-it forth-wordlist traverse-wordlist
   sought @ dup if  .unnamed  else  drop space  then
;
\G Print the search order, first to search first, and where new words go.
: order  ( -- )
   cr get-order 0 ?do  .wid  loop
   ."   new words: " get-current .wid
;

\ Memory --------------------------------------------------------------------
\ Only aligned 32-bit reads: some devices take a narrower one badly.
#16 buffer: row
variable row-bad                           \ bit i: bytes 4i..4i+3 don't answer
: read-row  ( addr -- )
   0 row-bad !
   4 0 do
      dup i 4 * + 0 4 (peek)
      if  drop 1 i lshift row-bad +!  else  row i 4 * + l!  then
   loop  drop
;
: bad?  ( i -- flag )  2/ 2/ row-bad @ swap rshift 1 and ;
: .byte  ( i -- )
   dup bad? if  drop ." -- "  else  row + c@ 2 h.r space  then
;
: .char  ( i -- )
   dup bad? if  drop space  else
      row + c@ dup bl #127 within 0= if  drop '.'  then  emit
   then
;
: .row  ( addr -- )
   dup read-row  dup hex$ nip #12 max h.r space
   #16 0 do  i .byte  loop  #16 0 do  i .char  loop
;
\G Show u bytes of memory, whole rows of 16; what does not answer is `--`.
: dump  ( addr u -- )
   dup 0= if  2drop exit  then
   over + swap -16 and                               ( end addr )
   begin  2dup u>  while  cr dup .row pause #16 +  repeat  2drop
;
