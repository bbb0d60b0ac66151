\ exception.fth - Forth 2012 exception words.
\ SPDX-License-Identifier: 0BSD

testing CATCH and THROW
: thrower  ( n -- )  throw ;
T{ 0 throw -> }T
T{ 1 2 0 throw -> 1 2 }T
: ok99  ( -- n )  99 ;
T{ ' ok99 catch -> 99 0 }T
T{ 5 ' thrower catch nip -> 5 }T
T{ 1 2 3 ' thrower catch nip -> 1 2 3 }T
T{ 1 0 ' thrower catch -> 1 0 }T
T{ : deep  1 2 3 4 5 -77 throw ; ' deep catch -> -77 }T
T{ 8 9 ' deep catch -> 8 9 -77 }T          \ the depth is restored
: eats  ( x1 x2 x3 -- )  2drop drop 66 throw ;
: try-eats  ( -- n depth )
   depth >r  1 2 3 ['] eats catch  depth r> - >r
   >r 2drop drop r>  r>
;
T{ try-eats -> 66 4 }T
T{ min-int ' thrower catch nip max-int ' thrower catch nip -> min-int max-int }T
: c1  ( -- )  1 ['] thrower catch nip 100 + throw ;
: c2  ( -- )  ['] c1 catch 1000 + throw ;
T{ ' c2 catch -> 1101 }T                   \ from handler to handler
: c3  ( -- n n )  ['] c1 catch ['] c1 catch ;
T{ c3 -> 101 101 }T
: through  ( -- )                          \ out of loops and >R
   5 >r  10 0 do  10 0 do  i j + 12 = if  i throw  then  loop  loop  r> drop
;
T{ ' through catch -> 9 }T
: after  ( -- n )                          \ our own loop and >R survive it
   7 >r  0  4 0 do  i +  ['] through catch +  loop  r> +
;
T{ after -> 49 }T
: recursed  ( n -- )  dup if  1- recurse  else  42 throw  then ;
T{ 100 ' recursed catch nip -> 42 }T
defer tower
: floor-of  ( n -- )                       \ a CATCH on every floor
   dup if  1- ['] tower catch nip 1+ throw  else  1 throw  then
;
' floor-of is tower
T{ 20 ' tower catch nip -> 21 }T
T{ :noname  5 throw ; catch :noname  6 ; catch -> 5 6 0 }T
T{ : again-throw  begin  1+ dup 5 > throw  again ; 0 ' again-throw catch nip
   -> -1 }T
T{ ' hex catch base @ decimal -> 0 16 }T
T{ : caught  ( n -- n2 )  ['] throw catch dup if  nip  then ;
   0 caught 3 caught -> 0 3 }T

testing the input source restored
T{ : ev-throw  s" 1 2 33 throw 4" evaluate ; ' ev-throw catch 5 -> 33 5 }T
: ev  ( c-addr u -- n )  ['] evaluate catch nip nip ;
T{ s" 1 throw 2" ev 6 -> 1 6 }T
T{ s" no-such-word-here" ev 6 -> -13 6 }T
: inner  ( -- )  s" 3 throw" evaluate ;
T{ s" inner 4" ev 7 -> 3 7 }T
T{ s" ' inner catch 4" evaluate 5 -> 3 4 5 }T
T{ s" source-id ' inner catch source-id" evaluate -> -1 3 -1 }T
: same-source?  ( -- f )
   source >in @ source-id  ['] inner catch drop
   source-id = >r >in @ = >r source rot = >r = r> and r> and r> and
;
T{ same-source? s" same-source?" evaluate -> true true }T
T{ : deep-ev  s" inner" evaluate ; ' deep-ev catch 9 -> 3 9 }T

testing ABORT and codes of the system
T{ ' abort catch -> -1 }T
T{ 1 2 ' abort catch -> 1 2 -1 }T
: ab  ( f -- )  abort" a message" ;
T{ 0 ' ab catch -> 0 }T
T{ 1 ' ab catch nip min-int ' ab catch nip -> -2 -2 }T
T{ : ab2  5 0 abort" x" 6 ; ' ab2 catch -> 5 6 0 }T
: hushed  ( -- n )  1 ['] ab catch nip ;
T{ ' hushed s" " prints -> -2 true }T      \ nothing is shown if it is caught
T{ s" no-such-word-here" ev s" ' no-such-word-here" ev -> -13 -13 }T
: zero/  ( -- n )  1 0 / ;
: zeromod  ( -- n )  1 0 mod ;
: zero/mod  ( -- n )  1 0 /mod ;
: zero*/  ( -- n )  1 1 0 */ ;
: zerofm  ( -- n )  1 0 0 fm/mod ;
: zerosm  ( -- n )  1 0 0 sm/rem ;
: zeroum  ( -- n )  1 0 0 um/mod ;
T{ ' zero/ catch ' zeromod catch ' zero/mod catch ' zero*/ catch
   -> -10 -10 -10 -10 }T
T{ ' zerofm catch ' zerosm catch ' zeroum catch -> -10 -10 -10 }T

.set exception
