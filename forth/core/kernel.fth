\ kernel.fth - the words that need no C: stack, doubles, dictionary, strings.
\ SPDX-License-Identifier: 0BSD
\ needs: the nucleus only. Loaded first.

: (  #41 parse 2drop ; immediate
: s"  ( "text" -- c-addr u )  #34 parse (s") ; immediate
\ The description of the next word, to the end of the line.
: \G  'source cell+ @ >in ! ; immediate
\G Set flags of a word: enum flag of nucleus.h, or 32, STATE-SMART.
: +flags  ( u nt -- )  7 cells + $e + swap over c@ or swap c! ;
\G The last word can't be interpreted.
: compile-only  ( -- )  2 'latest @ +flags ;
\G The last word is both immediate and compile-only.
: immediate-only  ( -- )  immediate compile-only ;
\G The last word is immediate and looks at STATE: POSTPONE takes care of it.
: state-smart  ( -- )  $21 'latest @ +flags ;
$20 ' s" +flags  $20 ' to +flags

\ Compiling ------------------------------------------------------------------
\G Interpret from here on.
: [  ( -- )  0 state ! ; immediate
\G Compile from here on.
: ]  ( -- )  -1 state ! ;
\G Compile the execution token of a word.
: [']  ( "name" -- )  ' postpone literal ; immediate-only
\G Run a word as if STATE were true.
: execute-compiling  ( i*x xt -- j*x )
   state @ if  execute exit  then  -1 state !  execute  0 state !
;
\G Compile the compilation semantics of a word.
: postpone  ( "name" -- )
   >in @ ' dup 7 cells + $e + c@ $20 and if
      postpone literal postpone execute-compiling drop exit
   then  drop >in ! postpone postpone
; immediate-only
\G Begin the other branch of IF.
: else  ( -- )  postpone ahead 1 cs-roll postpone then ; immediate-only
\G Leave the loop if x is 0.
: while  ( x -- )  postpone if 1 cs-roll ; immediate-only
\G Back to BEGIN.
: repeat  ( -- )  postpone again postpone then ; immediate-only
\G The line being interpreted.
: source  ( -- c-addr u )  'source dup @ swap cell+ @ ;
\G A comment up to the closing parenthesis, over several lines if need be.
: (  ( "text" -- )
   begin  >in @ #41 parse nip +  source nip =  while
      refill 0= if  exit  then
   repeat
; immediate
\G First character of the next word; throws -16.
: char  ( "name" -- char )  parse-name 0= if  -16 throw  then  c@ ;
\G Compile it.
: [char]  ( "name" -- )  char postpone literal ; immediate-only
\G Call the word that is being defined.
: recurse  ( -- )  'latest @ compile, ; immediate-only

\ Arithmetic -----------------------------------------------------------------
\G Copy the top item unless it is zero.
: ?dup  ( x -- 0 | x x )  dup if  dup  then ;
\G Absolute value.
: abs  ( n -- u )  dup 0< if  negate  then ;
\G The smaller.
: min  ( n1 n2 -- n3 )  2dup > if  swap  then  drop ;
\G The greater.
: max  ( n1 n2 -- n3 )  2dup < if  swap  then  drop ;
\G The smaller, unsigned.
: umin  ( u1 u2 -- u3 )  2dup u> if  swap  then  drop ;
\G The greater, unsigned.
: umax  ( u1 u2 -- u3 )  2dup u< if  swap  then  drop ;
\G True if lo <= x < hi, circular.
: within  ( x lo hi -- flag )  over - >r - r> u< ;
\G Widen to a double.
: s>d  ( n -- d )  dup 0< ;
\G Narrow to a cell.
: d>s  ( d -- n )  drop ;
\G Add doubles.
: d+  ( d1 d2 -- d3 )  >r swap >r over + tuck u> negate r> + r> + ;
\G Change the sign of a double.
: dnegate  ( d -- d2 )  invert swap invert swap 1 0 d+ ;
\G Subtract doubles.
: d-  ( d1 d2 -- d3 )  dnegate d+ ;
\G True if the doubles are equal.
: d=  ( d1 d2 -- flag )  rot = >r = r> and ;
\G True if d1 is less than d2.
: d<  ( d1 d2 -- flag )  rot 2dup = if  2drop u<  else  > nip nip  then ;
\G Signed product, double.
: m*  ( n1 n2 -- d )  2dup xor >r  abs swap abs um*  r> 0< if  dnegate  then ;
\G Divide a double, rounding towards zero; throws -10.
: sm/rem  ( d n -- rem quot )
   2dup xor >r  over >r                              ( d n )  ( R: sign sign )
   abs >r  dup 0< if  dnegate  then  r> um/mod       ( urem uquot )
   swap r> 0< if  negate  then
   swap r> 0< if  negate  then
;
\G Divide a double, rounding down; throws -10.
: fm/mod  ( d n -- rem quot )
   dup >r  sm/rem                                    ( rem quot )  ( R: n )
   over 0<> 2 pick r@ xor 0< and if  1- swap r@ + swap  then  rdrop
;
\G n1*n2/n3 and its remainder, with a double in between; throws -10.
: */mod  ( n1 n2 n3 -- rem quot )  >r m* r> sm/rem ;
\G n1*n2/n3, with a double in between; throws -10.
: */  ( n1 n2 n3 -- n4 )  */mod nip ;

\G Move the u-th item to the top; 1 roll is swap, 2 roll is rot.
: roll  ( xu ... x0 u -- xu-1 ... x0 xu )
   dup 0> if  swap >r 1- recurse r> swap exit  then  drop
;

\ Memory ---------------------------------------------------------------------
\G Address of the next free byte of data space.
: here  ( -- addr )  'here @ ;
\G Bytes of data space left.
: unused  ( -- u )  'data-end @ here - ;
\G Reserve n bytes of data space; throws -8.
: allot  ( n -- )
   here +  dup 'data @ 'data-end @ 1+ within 0= if  -8 throw  then  'here !
;
\G Round up to a multiple of the cell size.
: aligned  ( addr -- a-addr )  1 cells 1- + 1 cells negate and ;
\G Make HERE a multiple of the cell size.
: align  ( -- )  here aligned here - allot ;
\G Reserve a cell and store x.
: ,  ( x -- )  1 cells allot  here 1 cells - ! ;
\G Reserve a byte and store char.
: c,  ( char -- )  1 allot  here 1- c! ;
\G Reserve 16 bits and store u.
: w,  ( u -- )  2 allot  here 2 - w! ;
\G Reserve 32 bits and store u.
: l,  ( u -- )  4 allot  here 4 - l! ;
\G A word that gives the address of a cell, which is 0.
: variable  ( "name" -- )  create 0 , ;
\G Copy u bytes, low addresses first.
: cmove  ( c-addr1 c-addr2 u -- )
   begin  dup  while                                 ( from to u )
      >r  over c@ over c!  1+ swap 1+ swap  r> 1-
   repeat  drop 2drop
;
\G Copy u bytes, high addresses first.
: cmove>  ( c-addr1 c-addr2 u -- )
   begin  dup  while  1- >r  over r@ + c@ over r@ + c!  r>  repeat
   drop 2drop
;
\G Address and length of a counted string.
: count  ( c-addr1 -- c-addr2 u )  dup 1+ swap c@ ;
\G Address and length of a string that a zero byte ends, as C keeps them.
: zcount  ( addr -- c-addr u )  dup begin  dup c@  while  1+  repeat  over - ;

\ Strings and output ---------------------------------------------------------
create emit-area  8 allot   variable emit-turn   \ tasks do not mix them up
\G Send one character to the console.
: emit  ( char -- )
   1 emit-turn +!  emit-turn @ 7 and emit-area + dup >r c!  r> 1 type
;
create crlf  #13 c, #10 c,
\G Start a new line.
: cr  ( -- )  crlf 2 type ;
\G Send one blank.
: space  ( -- )  #32 emit ;
\G Send n blanks, none if n is negative.
: spaces  ( n -- )  begin  dup 0>  while  space 1-  repeat  drop ;
\G Print up to a closing parenthesis.
: .(  ( "text" -- )  ')' parse type ; immediate
\G Print a string.
: ."  ( "text" -- )
   state @ if  postpone s" postpone type  else  #34 parse type  then
; state-smart
\G Unless x is 0, abort with this message.
: abort"  ( "text" -- )  ( run: x -- )
   postpone s" postpone (abort")
; immediate-only
\G A counted string.
: c"  ( "text" -- )  ( run: -- c-addr )
   align here  '"' parse  dup #255 > if  -18 throw  then
   dup c,  begin  dup  while
      over c@ c,  1- swap 1+ swap
   repeat  2drop  postpone literal
; immediate-only
\G Throw -1.
: abort  ( -- )  -1 throw ;

\ The text interpreter -------------------------------------------------------
\G 0 the console, -1 EVALUATE, else the number of a file.
: source-id  ( -- n )  'source 3 cells + @ ;
create word-area  #258 allot
\G The next word, char being the delimiter, as a counted string.
: word  ( char -- c-addr )
   dup >r  begin
      source >in @ over u< if                        ( char c-addr u )
         drop >in @ + c@ over = dup if  1 >in +!  then
      else  2drop 0  then
   0= until  r> #32 = if  drop parse-name  else  parse  then
   dup #255 > if  -18 throw  then
   dup word-area c!  word-area 1+ swap move  word-area
;

\ Words about words; the layout is struct word in nucleus.h ------------------
: nt>tail  ( nt -- addr )  7 cells + ;
\G The word defined last.
: latest  ( -- nt )  'latest @ ;
: nt>more  ( nt -- addr )  nt>tail $13 + aligned ;
\G The name of a word.
: name>string  ( nt -- c-addr u )  nt>more 3 cells + 6 + count ;
\G 0 colon, 1 C, 2 inline, 3 create, 4 constant, 5 value, 6 defer.
: nt>kind  ( nt -- u )  nt>tail $d + c@ ;
\G Bit 0 immediate, bit 1 compile-only, bit 5 state-smart.
: nt>flags  ( nt -- u )  nt>tail $e + c@ $23 and ;
\G The machine code of a word.
: nt>code  ( nt -- addr u )  dup nt>more cell+ @ swap nt>tail 4 + l@ ;
\G The text of its definition.
: nt>source  ( nt -- c-addr u )  dup 6 cells + @ swap nt>tail l@ ;
\G What it does when it is interpreted.
: name>interpret  ( nt -- xt | 0 )  dup nt>flags 2 and 0= and ;
\G What it does when it is compiled.
: name>compile  ( nt -- x xt )
   dup nt>flags dup $20 and if  drop ['] execute-compiling exit  then
   1 and if  ['] execute  else  ['] compile,  then
;
\G Where a word keeps its value: data address, constant or xt.
: nt>body  ( nt -- a-addr )  4 cells + ;
: ?kind  ( nt kind ior -- nt )  >r over nt>kind <> r> and throw ;
\G Data address of a word made by CREATE; throws -31.
: >body  ( xt -- a-addr )  3 -31 ?kind nt>body @ ;
\G What a deferred word does now; throws -32.
: defer@  ( xt1 -- xt2 )  6 -32 ?kind nt>body @ ;
\G Make the deferred word xt1 do xt2; throws -32.
: defer!  ( xt2 xt1 -- )  6 -32 ?kind nt>body ! ;
\G Make a deferred word do xt.
: is  ( xt "name" -- )  ['] to execute ; state-smart
\G CATCH under the name that says why: on every port a fault is a throw.
: guarded  ( i*x xt -- j*x 0 | i*x ior )  catch ;
\G Its primitive's row in prims.h, or 0.
: nt>row  ( nt -- addr | 0 )  5 cells + @ ;
\G What is known of file n: struct file of nucleus.h.
: file-row  ( n -- a-addr )  4 cells * 'files + ;
\G The name of file n.
: file-name  ( n -- c-addr u )  file-row @ zcount ;
\G The text of file n; empty if there is none, or none any more.
: file-text  ( n -- c-addr u )
   file-row cell+ 2@                                 ( u c-addr )
   dup 'space 2 cells + @ 'code @ within if  2drop 0 0 exit  then  swap
;
\G The number of the file that a word's definition is in.
: nt>file  ( nt -- n )  nt>tail $c + c@ ;
\G Line and file of a word's definition.
: nt>place  ( nt -- line c-addr u )
   dup nt>row if  drop 0 s" prims.h" exit  then
   dup nt>tail 8 + l@ swap nt>file file-name
;

\ Word lists -----------------------------------------------------------------
\G Find a string in the search order.
: find  ( c-addr -- c-addr 0 | xt 1 | xt -1 )
   dup count find-name dup if
      nip dup nt>flags 1 and 2* 1-
   then
;
\G Look up a string in one word list.
: search-wordlist  ( c-addr u wid -- 0 | xt 1 | xt -1 )
   (find) dup if  dup nt>flags 1 and 2* 1-  then
;
: nt>wid  ( nt -- wid )  2 cells + @ ;
: listed?  ( nt wid -- flag )
   over nt>wid =  over name>string nip 0<> and
   swap nt>tail $e + c@ 4 and 0= and
;
\G Run xt ( nt -- flag ) for each word of a list, newest first, until false.
: traverse-wordlist  ( i*x xt wid -- j*x )
   {: xt wid | w :}  latest to w
   begin  w  while
      w wid listed? if  w xt execute 0= if  exit  then then
      w cell+ @ to w
   repeat
;
\G A new empty word list.
: wordlist  ( -- wid )  align here  0 , 0 , ;
\G Where new words go.
: get-current  ( -- wid )  'current @ ;
\G New words go to wid.
: set-current  ( wid -- )  'current ! ;
\G The search order, first to be searched on top.
: get-order  ( -- widn ... wid1 n )
   #order @  begin  dup  while  1- dup cells 'order + @ swap  repeat
   drop #order @
;
\G Set the search order; -1 is the least there can be; throws -49.
: set-order  ( widn ... wid1 n -- )
   dup -1 = if  drop forth-wordlist 1  then
   dup #16 u> if  -49 throw  then
   dup #order !  0 ?do  i cells 'order + !  loop
;
\G The first list of the search order; throws -50.
: first-list  ( -- wid )  #order @ 0= if  -50 throw  then  'order @ ;
\G New words go to the first list of the search order.
: definitions  ( -- )  first-list set-current ;
\G Repeat the first list of the search order.
: also  ( -- )  first-list >r get-order r> swap 1+ set-order ;
\G Remove the first list of the search order.
: previous  ( -- )  first-list drop get-order nip 1- set-order ;
\G Search the main word list first.
: forth  ( -- )  #order @ 1 max #order !  forth-wordlist 'order ! ;
\G Search the main word list alone.
: only  ( -- )  -1 set-order ;
create space-copy  6 cells allot   \ room to change a copy of 'SPACE
\G A word that forgets all that came after, itself too; the search order
\G is then as it was.
: marker  ( "name" -- )
   'space space-copy 6 cells move
   create  space-copy here 6 cells dup allot move
      'current @ , #order @ ,  'order here #16 cells dup allot move
   does>  ( -- )
      dup (restore)  6 cells +
      dup @ 'current !  cell+ dup @ #order !  cell+ 'order #16 cells move
;

\ What words say about themselves --------------------------------------------
\ The rest of a string from the first char on.
: from-char  ( c-addr u char -- c-addr2 u2 )
   >r  begin  dup  while  over c@ r@ <>  while
      1- swap 1+ swap
   repeat then  rdrop
;
\G A word's stack effect.
: nt>effect  ( nt -- c-addr u )
   dup nt>row ?dup if  nip 4 cells + @ zcount exit  then
   nt>source '(' from-char
   2dup ')' from-char nip dup if  1-  then  -
;
\ Back to the start of the line that addr is in, not below lo.
: line-start  ( lo addr -- lo addr2 )
   begin  2dup u<  while  dup 1- c@ #10 <>  while  1-  repeat then
;
: doc-line?  ( addr -- flag )  3 s" \G " compare 0= ;
: doc-start  ( lo addr -- addr2 )
   begin  2dup u<  while
      2dup 1- line-start nip dup doc-line?           ( lo addr addr2 flag )
   while  nip  repeat  drop then  nip
;
\G A word's description: its \G lines, or its primitive's row.
: nt>doc  ( nt -- c-addr u )
   dup nt>row ?dup if  nip 5 cells + @ zcount exit  then
   dup nt>source drop swap nt>file file-text {: src lo u :}
   src lo - u u< 0= if  0 0 exit  then
   lo src line-start  tuck doc-start tuck -
;

\ Escaped strings ------------------------------------------------------------
create escape-area  #256 allot   variable escape#
: esc,  ( char -- )
   escape# @ #255 u> if  -18 throw  then
   escape-area escape# @ + c!  1 escape# +!
;
: next-char  ( -- char )
   source >in @ u> if  >in @ + c@ 1 >in +!  else  -18 throw  then
;
: hex-digit  ( -- u )  next-char dup '9' > if  $df and 7 -  then  '0' - ;
\ data rows
create escape-codes   \ the letter, then the code (Forth 2012, 6.2.2266)
   'a' c, 7 c,    'b' c, 8 c,    'e' c, #27 c,  'f' c, #12 c,
   'l' c, #10 c,  'n' c, #10 c,  'q' c, #34 c,  'r' c, #13 c,
   't' c, 9 c,    'v' c, #11 c,  'z' c, 0 c,    0 c,
\ end of data rows
: escape-code  ( char -- char2 )
   escape-codes begin  dup c@  while                 ( char addr )
      2dup c@ = if  nip 1+ c@ exit  then  2 +
   repeat  drop
;
: escape,  ( char -- )
   dup 'm' = if  drop #13 esc, #10 esc, exit  then
   dup 'x' = if
      drop hex-digit 4 lshift hex-digit or esc, exit
   then
   escape-code esc,
;
\G A string with escapes: \n \" \\ \x41 and the others of Forth 2012.
: s\"  ( "text" -- c-addr u )
   0 escape# !
   begin  next-char dup '"' <>  while
      dup '\' = if  drop next-char escape,  else  esc,  then
   repeat  drop  escape-area escape# @ (s")
; state-smart

\ The machine ----------------------------------------------------------------
\G Name of this processor family.
: isa$  ( -- c-addr u )  'isa zcount ;
\G True if this is a process on another system.
: hosted?  ( -- flag )  -1 port-put 0= ;
\G Boot flags: bit 0 no priors, bit 1 claims allowed.
: port-flags  ( -- u )  'flags l@ ;
\G The i-th register that firmware passed at entry, 0 to 3: a claim.
: boot-arg  ( i -- u )  3 and cells 'boot + @ ;
\G The output that was kept before there was a console.
: kept  ( -- c-addr u )  'kept '#kept @ ;
\G The memory that this system occupies.
: image-range  ( -- base end )  'image @ 'image-end @ ;
\G What ended a task, 0 if nothing did.
: task-ior  ( task -- ior )  #29 cells + @ ;
\G Leave the system: reset, or end the process.
: bye  ( -- )  0 port-reset ;
