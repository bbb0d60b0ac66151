\ control.fth - what Forth 2012 has beyond the nucleus: CASE, structures.
\ SPDX-License-Identifier: 0BSD
\ needs: number.fth

0 constant case  immediate  \ begins a choice: CASE n OF .. ENDOF .. ENDCASE
\G Begin what is done if the top two items are the same.
: of  ( #of -- orig #of+1 )  ( run: x1 x2 -- | x1 )
   1+ >r postpone over postpone = postpone if postpone drop r>
; immediate
\G End of it: go on after ENDCASE.
: endof  ( orig #of -- orig2 #of )  >r postpone else r> ; immediate
\G End of CASE; drops the item that was compared.
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
: contains?  ( c-addr1 u1 c-addr2 u2 -- flag )  ['] istr= search-by nip nip ;
\G The string without the blanks at its end.
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
\G Add a string to a counted string at addr.
: +place  ( c-addr u addr -- )
   2dup c@ + >r  dup count + swap r> swap c! swap move
;
\G Set u bytes to zero.
: erase  ( addr u -- )  0 fill ;
\G Set u bytes to blanks.
: blank  ( c-addr u -- )  bl fill ;
\G A word that gives the address of u bytes.
: buffer:  ( u "name" -- )  create allot ;
#1024 buffer: pad    \ memory for any use

\ Words --------------------------------------------------------------------
\G Compile a string given now.
: sliteral  ( c-addr u -- )  ( run: -- c-addr u )
   here over allot {: a u dest :}
   a dest u move  dest postpone literal u postpone literal
; immediate
\G True if the name is found.
: [defined]  ( "name" -- flag )  parse-name find-name 0<> ; immediate
\G True if the name is not found.
: [undefined]  ( "name" -- flag )  parse-name find-name 0= ; immediate
\G Throw -13 unless nt is a word; used after FIND-NAME.
: ?found  ( nt|0 -- nt )  dup 0= if  -13 throw  then ;
\G What a DEFERred word does now.
: action-of  ( "name" -- xt )
   ' state @ if  postpone literal postpone defer@  else  defer@  then
; state-smart
\G Give the old word a new name as well.
: synonym  ( "newname" "oldname" -- )
   >in @ parse-name 2drop parse-name find-name ?found >in @ swap rot
   >in ! {: after nt :}
   :  nt compile, postpone ;
   nt nt>flags latest +flags
   after >in !
;

\G Put a word list on top of the search order.
: >order  ( wid -- )  >r get-order r> swap 1+ set-order ;

\ Structures ---------------------------------------------------------------
\G Begin a structure; the name gives its size.
: begin-structure  ( "name" -- addr 0 )
   create here 0 0 , does>  ( -- size )  @
;
\G End of the structure.
: end-structure  ( addr size -- )  swap ! ;
\G A word that adds the offset; the field is size bytes.
: +field  ( offset size "name" -- offset2 )  ( run: addr -- addr2 )
   over >r + : r> postpone literal postpone + postpone ;
;
\G A field of one byte.
: cfield:  ( offset "name" -- offset2 )  1 chars +field ;
\G A field of one cell, aligned.
: field:  ( offset "name" -- offset2 )  aligned cell +field ;
\G A field of two cells, aligned.
: 2field:  ( offset "name" -- offset2 )  aligned cell 2* +field ;
\G A field of 16 bits, aligned.
: wfield:  ( offset "name" -- offset2 )  1+ -2 and 2 +field ;
\G A field of 32 bits, aligned.
: lfield:  ( offset "name" -- offset2 )  3 + -4 and 4 +field ;

\ Lists: the first cell of each item, and of the list, is a link; 0 ends it ----
\G Run xt ( i*x item -- i*x flag ) for items until it is true: that item, or 0.
: list-find  ( i*x xt list -- i*x item | i*x 0 )
   swap {: xt :}
   begin  @ dup  while  dup >r xt execute r> swap  until then
;
\G Run xt ( i*x item -- i*x ) for each item.
: list-each  ( i*x xt list -- i*x )
   swap {: xt :}  begin  @ dup  while  dup >r xt execute r>  repeat  drop
;
\G The link at the end.
: list-end  ( list -- a-addr )  begin  dup @  while  @  repeat ;
