\ gforth.fs - what Debian's gforth 0.7.3 lacks, or has with other names.
\ SPDX-License-Identifier: 0BSD
warnings off
: rdrop  ( -- )  postpone rdrop ; immediate
: arshift  ( n u -- n )  0 ?do 2/ loop ;
: pause  ( -- )  ;
: w@  ( addr -- u )  uw@ ;
: l@  ( addr -- u )  ul@ ;
: ?divisor  ( n -- n )  dup 0= if -10 throw then ;
: /mod  ( n1 n2 -- rem quot )  ?divisor >r s>d r> sm/rem ;
: /  ( n1 n2 -- n )  /mod nip ;
: mod  ( n1 n2 -- n )  /mod drop ;
: */mod  ( n1 n2 n3 -- rem quot )  ?divisor >r m* r> sm/rem ;
: */  ( n1 n2 n3 -- n )  */mod nip ;

\ {: a b | c -- d :} becomes 0 { a b c }
create names 200 chars allot  variable #names  variable #zeros
: +names  ( c-addr u -- )
   tuck names #names @ + swap move  #names +!  s"  " names #names @ + swap move
   1 #names +!
;
: {:  ( "names" -- )
   0 #names ! 0 #zeros !  s" { " +names
   begin  parse-name 2dup s" :}" compare  while
      2dup s" |" compare 0= if  2drop 1 #zeros !  else
      2dup s" --" compare 0= if  2drop 2 #zeros !  else
      #zeros @ 2 = if 2drop else
      #zeros @ 1 = if  postpone false  then  +names  then then then
   repeat 2drop  s" }" +names  names #names @ evaluate
; immediate
