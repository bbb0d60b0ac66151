\ control.fth - what Forth 2012 has beyond the nucleus: CASE, [IF], structures.
\ SPDX-License-Identifier: 0BSD
\ needs: number.fth

0 constant case  immediate
: of  ( #of -- orig #of+1 )  ( run: x1 x2 -- | x1 )
   1+ >r postpone over postpone = postpone if postpone drop r>
; immediate
: endof  ( orig #of -- orig2 #of )  >r postpone else r> ; immediate
: endcase  ( orig*#of #of -- )  ( run: x -- )
   postpone drop 0 ?do  postpone then  loop
; immediate

\ Strings ------------------------------------------------------------------
\G True if the strings are the same.
: str=  ( c-addr1 u1 c-addr2 u2 -- flag )  compare 0= ;
\G True if the strings are the same but for upper and lower case.
: istr=  ( c-addr1 u1 c-addr2 u2 -- flag )
   rot over <> if  drop 2drop false exit  then
   0 ?do                                             ( c-addr1 c-addr2 )
      over i + c@ lower over i + c@ lower
      <> if  2drop unloop false exit  then
   loop  2drop true
;
\G True if the first string begins with the second, case ignored.
: starts?  ( c-addr1 u1 c-addr2 u2 -- flag )
   rot over < if  drop 2drop false exit  then
   tuck istr=
;
: search-by  ( c-addr1 u1 c-addr2 u2 xt -- c-addr3 u3 flag )
   {: a u b v xt :}
   a u  begin  dup v < 0=  while
      over v b v xt execute if  true exit  then
      1 /string
   repeat  2drop a u false
;
\G Find the second string in the first: the rest from there on, or all of it.
: search  ( c-addr1 u1 c-addr2 u2 -- c-addr3 u3 flag )  ['] str= search-by ;
\G True if the second string is within the first, case ignored.
: contains?  ( c-addr1 u1 c-addr2 u2 -- flag )
   ['] istr= search-by nip nip
;
: -trailing  ( c-addr u -- c-addr u2 )
   begin  dup  while  2dup 1- + c@ bl =  while  1-  repeat then
;
\G Cut at the first char: what follows it, and what comes before it.
: split  ( c-addr u char -- rest-addr rest-u c-addr u2 )
   {: a u char :}
   u 0 ?do
      a i + c@ char = if  a u i 1+ /string a i unloop exit  then
   loop  a u + 0 a u
;
\G Keep the string at addr as a counted string.
: place  ( c-addr u addr -- )  2dup c! 1+ swap move ;
: +place  ( c-addr u addr -- )
   2dup c@ + >r  dup count + swap r> swap c! swap move
;
: erase  ( addr u -- )  0 fill ;
: blank  ( c-addr u -- )  bl fill ;
: buffer:  ( u "name" -- )  create allot ;
#1024 buffer: pad

\ Double-cell data ---------------------------------------------------------
: 2,  ( x1 x2 -- )  , , ;
: 2constant  ( x1 x2 "name" -- )  create 2, does>  ( -- x1 x2 )  2@ ;
: 2variable  ( "name" -- )  create 0 0 2, ;
: 2literal  ( x1 x2 -- )  ( run: -- x1 x2 )
   swap postpone literal postpone literal
; immediate

\ Words --------------------------------------------------------------------
\G Compile a string given now.
: sliteral  ( c-addr u -- )  ( run: -- c-addr u )
   here over allot {: a u dest :}
   a dest u move  dest u postpone 2literal
; immediate
: [defined]  ( "name" -- flag )  parse-name find-name 0<> ; immediate
: [undefined]  ( "name" -- flag )  parse-name find-name 0= ; immediate
\ nest becomes 0 when the [THEN] or [ELSE] sought has been read
: skip-name  ( nest c-addr u -- nest2 )
   2dup s" [if]" istr= if  2drop 1+ exit  then
   2dup s" [else]" istr= if  2drop dup 1 = +  exit  then
   s" [then]" istr= +
;
\G Skip to the matching [THEN]; throws -39 if there is none.
: [else]  ( -- )
   1 begin  dup  while
      parse-name dup if  skip-name  else
         2drop refill 0= if  drop -39 throw  then
      then
   repeat  drop
; immediate
: [if]  ( flag -- )  0= if  postpone [else]  then ; immediate
: [then]  ( -- )  ; immediate
\G Throw -13 unless nt is a word; used after FIND-NAME.
: ?found  ( nt|0 -- nt )  dup 0= if  -13 throw  then ;
\G What a DEFERred word does now.
: action-of  ( "name" -- xt )
   ' state @ if  postpone literal postpone defer@  else  defer@  then
; immediate
: immediate?  ( nt -- flag )  name>compile nip ['] execute = ;
\G Give the old word a new name as well.
: synonym  ( "newname" "oldname" -- )
   >in @ parse-name 2drop parse-name find-name ?found >in @ swap rot
   >in ! {: after nt :}
   :  nt compile, postpone ;
   nt immediate? if  immediate  then
   after >in !
;

\G Put a word list on top of the search order.
: >order  ( wid -- )  >r get-order r> swap 1+ set-order ;

\ Structures ---------------------------------------------------------------
: begin-structure  ( "name" -- addr 0 )
   create here 0 0 , does>  ( -- size )  @
;
: end-structure  ( addr size -- )  swap ! ;
: +field  ( offset size "name" -- offset2 )
   create over , + does>  ( addr -- addr2 )  @ +
;
: cfield:  ( offset "name" -- offset2 )  1 chars +field ;
: field:  ( offset "name" -- offset2 )  aligned cell +field ;
: 2field:  ( offset "name" -- offset2 )  aligned cell 2* +field ;
: wfield:  ( offset "name" -- offset2 )  1+ -2 and 2 +field ;
: lfield:  ( offset "name" -- offset2 )  3 + -4 and 4 +field ;

\ What this system can do --------------------------------------------------
wordlist constant environment
get-current environment set-current
#255 constant /counted-string
/hold constant /hold
#1024 constant /pad
8 constant address-unit-bits
#255 constant max-char
-1 constant max-u
-1 1 rshift constant max-n
-1 -1 1 rshift 2constant max-d
-1 -1 2constant max-ud
true constant #locals
set-current
\G Ask about a limit by the names of Forth 2012, table 3.4.
: environment?  ( c-addr u -- false | i*x true )
   environment search-wordlist dup if  drop execute true  then
;
