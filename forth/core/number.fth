\ number.fth - numbers as text: pictured output, `.` and its kin, hex.
\ SPDX-License-Identifier: 0BSD
\ needs: the nucleus only

0 constant false    \ the false flag
-1 constant true    \ the true flag
#32 constant bl     \ a blank, as a character
\G Bytes in a cell.
1 cells constant cell

\G Do nothing.
: noop  ( -- )  ;

\G The bytes from c-addr, as DO limits.
: bounds  ( c-addr u -- c-addr2 c-addr )  over + swap ;
\G The string without its first n characters.
: /string  ( c-addr u n -- c-addr2 u2 )  tuck - >r + r> ;
\G Absolute value of a double.
: dabs  ( d -- ud )  dup 0< if  dnegate  then ;
\G Add a single number to a double.
: m+  ( d n -- d2 )  s>d d+ ;
\G True if the double is zero.
: d0=  ( xd -- flag )  or 0= ;
\G True if the double is negative.
: d0<  ( d -- flag )  nip 0< ;
\G Divide ud by u.
: ud/mod  ( ud u -- u-rem ud-quot )  >r 0 r@ um/mod r> swap >r um/mod r> ;

\G A capital letter as a small one.
: lower  ( char -- char2 )  dup 'A' 'Z' 1+ within $20 and or ;
: digit?  ( char -- u true | false )
   lower dup '9' > if  dup 'a' < $100 and + 'a' - #10 +  else  '0' -  then
   dup base @ u< dup 0= if  nip  then
;
\G Multiply ud by u; what does not fit in a double is lost.
: ud*  ( ud u -- ud2 )  tuck * >r um* r> + ;
\G Add the digits of a string to ud, up to the first that is none in BASE.
: >number  ( ud c-addr u -- ud2 c-addr2 u2 )
   begin  dup  while
      over c@ digit? 0= if  exit  then               ( ud c-addr u n )
      >r 2swap base @ ud* r> m+ 2swap 1- swap 1+ swap
   repeat
;

\ Pictured output. The buffer is shared by all tasks, so whoever sends text
\ may not PAUSE in the middle of a string.
#264 constant /hold
create hold-area  /hold allot
variable hld                               \ the text so far starts here
: hold-end  ( -- addr )  hold-area /hold + ;
\G Begin to build the text of a number, from its end.
: <#  ( -- )  hold-end hld ! ;
\G Put char before the text; throws -17 if it gets too long.
: hold  ( char -- )
   hld @ hold-area = if  -17 throw  then
   -1 hld +!  hld @ c!
;
\G Put a string before the text.
: holds  ( c-addr u -- )  begin  dup  while  1- 2dup + c@ hold  repeat  2drop ;
\G End the text of a number; it is good until the next <#.
: #>  ( xd -- c-addr u )  2drop hld @ hold-end over - ;
: >digit  ( u -- char )  dup 9 > if  7 +  then  '0' + ;
\G Put the next digit of ud before the text.
: #  ( ud -- ud2 )  base @ ud/mod rot >digit hold ;
\G Put all digits left before the text, at least one.
: #s  ( ud -- 0 0 )  begin  # 2dup d0=  until ;
\G Put a minus before the text if n is negative.
: sign  ( n -- )  0< if  '-' hold  then ;

\G Numbers are in base ten from here on.
: decimal  ( -- )  #10 base ! ;
\G Numbers are in base sixteen from here on.
: hex  ( -- )  #16 base ! ;
\G Inside a definition: work in this base up to }BASE.
: base{  ( -- )  ( run: base -- )
   postpone base postpone @ postpone >r postpone base postpone !
; immediate
\G End of BASE{ : the base from before is back.
: }base  ( -- )  postpone r> postpone base postpone ! ; immediate

: (d.)  ( d -- c-addr u )  tuck dabs <# #s rot sign #> ;
: (ud.)  ( ud -- c-addr u )  <# #s #> ;
\G Print a string at the right of n columns.
: type-right  ( c-addr u n -- )  over - spaces type ;
\G Print a string at the left of n columns, at least one blank after it.
: type-left  ( c-addr u n -- )  over - 1 max >r type r> spaces ;
\G Print a double.
: d.  ( d -- )  (d.) type space ;
\G Print an unsigned double.
: ud.  ( ud -- )  (ud.) type space ;
\G Print n and a space.
: .  ( n -- )  s>d d. ;
\G Print u, unsigned, and a space.
: u.  ( u -- )  0 ud. ;
\G Print a double at the right of n columns.
: d.r  ( d n -- )  >r (d.) r> type-right ;
\G Print n1 at the right of n2 columns.
: .r  ( n1 n2 -- )  >r s>d r> d.r ;
\G Print u at the right of n columns.
: u.r  ( u n -- )  >r 0 (ud.) r> type-right ;
\G Print the cell at a-addr.
: ?  ( a-addr -- )  @ . ;

\G Print u in decimal, whatever BASE is, with no space.
: .dec  ( u -- )  #10 base{ 0 (ud.) }base type ;
\G The text of u in lower-case hexadecimal, no prefix.
: hex$  ( u -- c-addr u )
   #16 base{ 0 <# begin  base @ ud/mod rot >digit lower hold 2dup d0= until #>
   }base
;
\G Print u in hexadecimal as it can be typed: $ff
: h.  ( u -- )  '$' emit hex$ type space ;
\G Print the low n hexadecimal digits of u, zeros in front, no prefix.
: h.r  ( u n -- )
   tuck swap hex$                                    ( n n c-addr u )
   rot 2dup < if  over - 0 ?do  '0' emit  loop  type drop exit  then
   over swap - /string type drop
;
\G Print the depth of the stack and the items, top last.
: .s  ( -- )
   '<' emit depth .dec ." > "
   depth 0 max 0 ?do  depth 1- i - pick .  loop
;
