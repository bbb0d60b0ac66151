\ xchar.fth - extended characters: UTF-8, as RFC 3629 has it.
\ SPDX-License-Identifier: 0BSD
\ needs: control.fth

\G Bytes of the character that begins with this byte.
: lead-size  ( char -- u )  1 over $bf u> - over $df u> - swap $ef u> - ;
: trail?  ( char -- flag )  $c0 and $80 = ;
\G Bytes of xchar in UTF-8.
: xc-size  ( xchar -- u )  1 over $7f u> - over $7ff u> - swap $ffff u> - ;
\G Bytes of the first character of a string.
: x-size  ( xc-addr u -- u2 )  dup if  swap c@ lead-size umin  else  nip  then ;
: ?trail  ( char -- char )  dup trail? 0= if  -77 throw  then ;
: trail@+  ( addr xchar n -- addr2 xchar2 )
   0 ?do  6 lshift  over c@ ?trail $3f and or  swap 1+ swap  loop
;
\G Fetch the character at xc-addr; throws -77 if it is none.
: xc@+  ( xc-addr -- xc-addr2 xchar )
   count dup $80 u< if  exit  then
   dup trail? over $f7 u> or if  -77 throw  then
   dup lead-size  $7f over rshift rot and swap 1- trail@+
;
\ The i-th byte from the end of xchar; it is n bytes long.
: nth-byte  ( xchar n i -- char )
   2dup 1+ = >r  6 * rot swap rshift                 ( n x )
   r> if  $f00 rot rshift  else  $3f and nip $80  then  or $ff and
;
\G Store a character at xc-addr.
: xc!+  ( xchar xc-addr -- xc-addr2 )
   over $80 u< if  tuck c! 1+ exit  then
   over xc-size dup 0 do                             ( xchar addr n )
      2 pick over dup i - 1- nth-byte  2 pick c!  swap 1+ swap
   loop  drop nip
;
\G Store a character into a buffer, if it fits; the rest of the buffer.
: xc!+?  ( xchar xc-addr u -- xc-addr2 u2 flag )
   2 pick xc-size 2dup u< if  drop rot drop false exit  then
   - >r xc!+ r> true
;
\G Store a character in data space.
: xc,  ( xchar -- )  here over xc-size allot xc!+ drop ;
\G The next character.
: xchar+  ( xc-addr -- xc-addr2 )  dup c@ lead-size + ;
\G The character before.
: xchar-  ( xc-addr -- xc-addr2 )  begin  1- dup c@ trail? 0=  until ;
\G The string without its first character.
: +x/string  ( xc-addr u -- xc-addr2 u2 )  2dup x-size /string ;
\G The string without its last character.
: x\string-  ( xc-addr u -- xc-addr u2 )  dup if  over + xchar- over -  then ;
\G The string without a character at its end that is not complete.
: -trailing-garbage  ( xc-addr u -- xc-addr u2 )
   dup 0= if  exit  then
   2dup x\string-  2dup + xchar+                     ( a u a u2 end )
   4 pick 4 pick + u> if  2swap  then  2drop
;

create xchar-area  8 allot
: >utf8  ( xchar -- c-addr u )  xchar-area tuck xc!+ over - ;
\G Send one character to the console.
: xemit  ( xchar -- )  >utf8 type ;
\G Put a character before the text of a number.
: xhold  ( xchar -- )  >utf8 holds ;

\ data rows
create wide   \ first, last; East Asian Width W and F, Unicode 15, coarsely
   $1100 l, $115f l,    $2e80 l, $303e l,    $3041 l, $a4cf l,
   $ac00 l, $d7a3 l,    $f900 l, $faff l,    $fe30 l, $fe6f l,
   $ff00 l, $ff60 l,    $ffe0 l, $ffe6 l,    $1f300 l, $1f64f l,
   $1f900 l, $1f9ff l,  $20000 l, $3fffd l,  0 l,
create narrow   \ combining marks and marks without width
   $300 l, $36f l,      $483 l, $489 l,      $591 l, $5bd l,
   $200b l, $200f l,    $20d0 l, $20ff l,    $fe00 l, $fe0f l,
   $fe20 l, $fe2f l,    0 l,
\ end of data rows
: in-rows?  ( xchar addr -- flag )
   begin  dup l@  while
      2dup 2dup l@ u< 0= -rot 4 + l@ u> 0= and if  2drop true exit  then
      8 +
   repeat  2drop false
;
\G Columns that a character takes: 0, 1 or 2.
: xc-width  ( xchar -- n )  1  over wide in-rows? -  swap narrow in-rows? + ;
\G Columns that a string takes.
: x-width  ( xc-addr u -- n )
   0 >r  bounds  begin  2dup u>  while  xc@+ xc-width r> + >r  repeat
   2drop r>
;

\G First character of the next word; throws -16.
: char  ( "name" -- xchar )  parse-name 0= if  -16 throw  then  xc@+ nip ;
\G Compile it.
: [char]  ( "name" -- )  char postpone literal ; immediate-only
\G Text up to a character.
: parse  ( "text" xchar -- c-addr u )
   dup $80 u< if  parse exit  then
   >utf8 {: a u :}
   source >in @ /string  2dup a u search             ( c-addr u rest u2 flag )
   if  nip - dup u +  else  2drop dup  then  >in +!
;
