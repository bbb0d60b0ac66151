\ tools.fth - asking the system about itself: WORDS SEE HELP DUMP and kin.
\ SPDX-License-Identifier: 0BSD
\ needs: terminal.fth

\ Words --------------------------------------------------------------------
: show-name  ( nt -- true )  name>string list-name true ;
\G The first word list of the search order.
: top-wordlist  ( -- wid )  get-order  over >r  0 ?do  drop  loop  r> ;
\G List the words of the first list of the search order, newest first.
: words  ( -- )  cr list-start  ['] show-name top-wordlist traverse-wordlist ;
\G Run xt ( nt -- true ) for each word in each list of the search order.
: each-word  ( xt -- )
   {: xt :}  get-order 0 ?do  xt swap traverse-wordlist  loop
;

\ What APROPOS and .CALLS look for, kept while the dictionary is walked.
2variable wanted
: ?wanted  ( "text" -- )
   parse-name dup 0= if  -16 throw  then  wanted 2!  cr list-start
;
: show-if  ( nt flag -- true )  if  show-name  else  drop true  then ;
: named-so  ( nt -- true )  dup name>string wanted 2@ contains? show-if ;
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
: .place  ( nt -- )  nt>place type  dup if  ':' emit .dec  else  drop  then ;
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
\ What HELP says to who knows no word yet: a text, line by line.
create start-page
: line:  ( "text" -- )  #10 parse  dup c, here over allot swap move ;
\ data rows
line: Type words, parted by spaces, and hit Enter. Numbers go on the stack,
line: words work on it: 3 4 + . prints 7. $ff is hexadecimal.
line:
line:   .s               the stack          words            every word
line:   help NAME        what a word does   see NAME         its source
line:   apropos TEXT     words about it     locate NAME      its place
line:   where NAME       who uses it        see-code NAME    machine code
line:   ADDR N dump      memory, safely     bt               last error
line:   include FILE     load it            ~~               trace from here
line:   show-devs        all devices        dev PATH         go to one
line:   ls  pwd          here               .properties      what it has
line:   .memory .devices .cpu .what-i-learned   what was found out
line:
line:   : square ( n -- n2 )  dup * ;       a new word
line:   marker start                        START forgets all since
line:
line: Keys: arrows, TAB completes, Up is history, ^U empties the line.
\ end of data rows
here constant start-page-end  align
: .start-page  ( -- )
   start-page  begin  dup start-page-end <>  while  cr count 2dup type +  repeat
   drop cr
;
\G Say what a word does; without a name, how to begin.
: help  ( "name" -- )
   parse-name dup if  find-name ?found .help  else  2drop .start-page  then
;
\ Skip to line n of a text, counted from 1.
: line-n  ( c-addr u n -- c-addr2 u2 )  1 ?do  #10 split 2drop  loop ;
: .lines  ( c-addr u from upto -- )
   {: from upto :}
   from line-n  upto from ?do
      dup if  #10 split  i 5 u.r 2 spaces columns 8 - min type cr  then
   loop  2drop
;
\G Show where a word is defined, with the lines around it.
: locate  ( "name" -- )
   name' cr dup .place cr  dup nt>file file-text dup if  ( nt c-addr u )
      rot nt>place 2drop dup 3 - 1 max swap 9 + .lines
   else  2drop nt>source type cr  then
;
: .use  ( line nt c-addr u -- )
   2>r nt>file file-name  dup 3 pick 0 <# #s #> nip + 3 +
   columns swap - >r  1 sgr .at 0 sgr ." : "
   r> 2r> rot min type cr
;
\ Each line of a word's source that mentions what is wanted.
: uses-in  ( nt -- true )
   {: nt :}  nt nt>place 2drop  nt nt>source         ( line c-addr u )
   begin  dup  while
      #10 split                                      ( line rest line2 )
      2dup uses? if  4 pick nt 2swap .use  else  2drop  then
      rot 1+ -rot
   repeat  2drop drop true
;
\G Show all uses of a name: each line of source that mentions it.
: where  ( "name" -- )  ?wanted ['] uses-in each-word ;

\ Machine code ---------------------------------------------------------------
\ A word by the C function it is made of.
: c>nt  ( addr -- nt | 0 )
   latest  over 0<> and  begin  dup  while           ( addr nt )
      dup nt>row ?dup if  cell+ @ 2 pick <>  else  true  then
   while  cell+ @  repeat then  nip
;
: .value  ( x -- )
   dup code>nt over c>nt or ?dup if
      .name  dup code>nt if
         dup dup code>nt nt>code drop - ?dup if  '+' emit .dec  then
      then  drop
   else  dup abs #1000 < if  0 .r  else  '$' emit hex$ type  then  then
;
\ A register by its number, another operand by its value.
: .operand  ( x char -- )
   dup 'i' = swap 'k' = or if  .value  else  'r' emit .dec  then  space
;
: .operands  ( x0 x1 x2 z-operands -- )
   {: x0 x1 x2 kinds :}
   kinds zcount 0 ?do
      i 1 < if  x0  else  i 1 = if  x1  else  x2  then then
      over i + c@ .operand
   loop  drop
;
: .bytes  ( addr u -- )  bounds ?do  i c@ 2 h.r  loop ;
: .code-row  ( addr -- addr2 )
   dup dup (decode) {: at x0 x1 x2 kinds op u :}
   at hex$ type 2 spaces  at u 8 min .bytes  8 u - 0 max 2* 2 + spaces
   op zcount tuck type  8 swap - spaces  x0 x1 x2 kinds .operands cr
   u 8 > if
      u 8 do
         at hex$ nip 2 + spaces  at i + u i - 8 min .bytes cr
      8 +loop
   then  u +
;
\G Show a word's machine code: address, bytes, the operation that they are.
\G Registers go by their numbers in the ISA's ops file.
: see-code  ( "name" -- )
   name' cr nt>code over + swap  begin  2dup u>  while  .code-row  repeat
   2drop
;
: (~~)  ( line c-addr u -- )  fresh .at space .s cr ;
\G A tracer: prints its place and the stack, here and wherever it is compiled.
: ~~  ( -- )
   'source 6 cells + l@  source-id 0 max file-name
   state @ if  rot postpone literal postpone 2literal postpone (~~)
   else  (~~)  then
; immediate

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
: .byte  ( i -- )  dup bad? if  drop ." -- "  else  row + c@ 2 h.r space  then ;
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
