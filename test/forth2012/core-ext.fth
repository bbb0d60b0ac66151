\ core-ext.fth - Forth 2012 core extension words.
\ SPDX-License-Identifier: 0BSD

testing flags and comparison
T{ true false -> -1 0 }T
T{ 0 0<> 1 0<> -1 0<> min-int 0<> -> 0 -1 -1 -1 }T
T{ 0 0> 1 0> -1 0> min-int 0> max-int 0> -> 0 -1 0 0 -1 }T
T{ 0 0 <> 0 1 <> -1 max-uint <> min-int max-int <> -> 0 -1 0 -1 }T
T{ 0 1 u> 1 0 u> -1 0 u> 0 -1 u> min-int max-int u> 5 5 u> -> 0 -1 -1 0 -1 0 }T
T{ :noname  a 0<> a 0= 0= =  a 0> 0 a < = and ; broken -> 0 }T
T{ :noname  a b <> a b = 0= =  a b u> b a u< = and ; broken2 -> 0 }T
T{ 0 0 1 within 1 0 1 within 0 1 0 within 5 5 5 within -> -1 0 0 0 }T
T{ -1 -2 0 within 0 -2 0 within -2 -2 0 within -3 -2 0 within -> -1 0 -1 0 }T
T{ 3 5 2 within 5 5 2 within 1 5 2 within 2 5 2 within -> 0 -1 -1 0 }T
T{ max-int min-int max-int within min-int min-int max-int within -> 0 -1 }T
T{ min-int 0 max-int within max-uint 0 max-uint within -> 0 0 }T
: in-range?  ( n lo hi -- f )              \ the two cases of 6.2.2440
   2dup < if  >r over > 0= swap r> < and  else
   2dup = if  2drop drop false  else
      >r over > 0= swap r> < or  then then
;
variable c
: all-within?  ( -- f )
   true  #edges 0 do
      i edge c !
      a b c @ within a b c @ in-range? = and
   loop
;
T{ ' all-within? broken2 -> 0 }T

testing the stacks
T{ 1 2 nip 1 2 tuck -> 2 2 1 2 }T
T{ 11 0 pick 11 22 1 pick 2 3 4 5 3 pick -> 11 11 11 22 11 2 3 4 5 2 }T
T{ 1 0 roll 1 2 1 roll 1 2 3 2 roll 4 3 2 1 0 4 roll
   -> 1 2 1 2 3 1 3 2 1 0 4 }T
: rolled  ( n -- f )                       \ ROLL down what PICK shows
   >r  8 7 6 5 4 3 2 1 0  r@ pick r> 1+ roll =
   >r drop drop drop drop drop drop drop drop r>
;
T{ 0 rolled 1 rolled 4 rolled 8 rolled -> -1 -1 -1 -1 }T
: 2r  ( x1 x2 -- )  2>r 2r@ r> r> ;
T{ 1 2 2r -> 1 2 2 1 }T
: 2r-order  ( x1 x2 -- )  swap >r >r 2r> ;
T{ 1 2 2r-order -> 1 2 }T
: 2r-loop  ( x1 x2 -- )  2>r  3 0 do  i  loop  2r> ;
T{ 8 9 2r-loop -> 0 1 2 8 9 }T

testing CASE
: plain  ( n -- n2 )
   case  0 of  10  endof  1 of  20  endof  -1 of  30  endof  99 swap  endcase
;
T{ 0 plain 1 plain -1 plain 7 plain -> 10 20 30 99 }T
: bare  ( n -- )  case  endcase ;
T{ 1 2 bare -> 1 }T
: no-default  ( n -- | 1 )  case  5 of  1  endof  endcase ;
T{ 5 no-default 6 no-default -> 1 }T
: computed  ( n -- c )                     \ a test that computes
   case
      dup 3 < if  dup  else  dup 1-  then  of  [char] a  endof
      7 of  [char] b  endof
      [char] c swap
   endcase
;
T{ 1 computed 7 computed 8 computed -> char a char b char c }T
: nested  ( n m -- n2 )
   case
      1 of  case  1 of  11  endof  2 of  12  endof  19 swap  endcase  endof
      2 of  case  1 of  21  endof  29 swap  endcase  endof
      >r drop 99 r>
   endcase
;
T{ 1 1 nested 2 1 nested 3 1 nested -> 11 12 19 }T
T{ 1 2 nested 2 2 nested 5 5 nested -> 21 29 99 }T
: looped  ( -- n... )
   6 0 do
      i case
         1 of  100  endof
         3 of  300 leave  endof
         dup
      endcase
   loop
;
T{ looped -> 0 100 2 300 }T
: left  ( n -- n2 )  case  1 of  5 exit  endof  6 swap  endcase  1+ ;
T{ 1 left 2 left -> 5 7 }T
: with-r  ( n -- n2 )  >r  r@ case  1 of  r@ 10 +  endof  r@ swap  endcase
   r> drop ;
T{ 1 with-r 2 with-r -> 11 2 }T
: my-case  ( -- )  postpone case ; immediate
: my-of  ( -- )  postpone of ; immediate
: my-endof  ( -- )  postpone endof ; immediate
: my-endcase  ( -- )  postpone endcase ; immediate
: posted  ( n -- n2 )
   my-case  1 my-of  11  my-endof  2 my-of  22  my-endof  0 swap  my-endcase
;
T{ 1 posted 2 posted 3 posted -> 11 22 0 }T

testing ?DO, AGAIN and :NONAME
: maybe  ( limit start -- i... )  ?do  i  loop ;
T{ 3 0 maybe 5 5 maybe 2 1 maybe -> 0 1 2 1 }T
T{ min-int min-int maybe -1 -1 maybe -> }T
: maybe-steps  ( limit start step -- i... )
   rot rot ?do  i swap dup +loop  drop
;
T{ 7 0 3 maybe-steps 0 0 3 maybe-steps 0 7 -3 maybe-steps -> 0 3 6 7 4 1 }T
: maybe-leave  ( n -- i... )
   0 ?do  i  i 2 = if  leave  then  loop  -1
;
T{ 0 maybe-leave 2 maybe-leave 9 maybe-leave -> -1 0 1 -1 0 1 2 -1 }T
: nested-?do  ( n -- n2 )
   0 swap 0 ?do  i 0 ?do  1+ j 3 > if  unloop unloop exit  then  loop  loop
;
T{ 0 nested-?do 1 nested-?do 4 nested-?do 9 nested-?do -> 0 0 6 7 }T
: again-word  ( n -- n2 )  begin  1+ dup 10 = if  exit  then  again ;
T{ 1 again-word -> 10 }T
:noname  ( n -- n2 )  1+ ; constant inc-xt
T{ 1 inc-xt execute -> 2 }T
T{ :noname  dup if  1- recurse  else  drop 55  then ; 4 swap execute -> 55 }T
T{ : named  3 ;  :noname  named 1+ ; execute -> 4 }T

testing VALUE, DEFER and their like
T{ 111 value val1  -999 value val2  val1 val2 -> 111 -999 }T
T{ 222 to val1  val1 -> 222 }T
T{ : get-val  val1 ; : set-val  to val1 ; get-val 5 set-val get-val -> 222 5 }T
T{ min-int to val2 val2 max-int to val2 val2 -> min-int max-int }T
T{ : to-imm  val1 1+ to val1 ; immediate  : no-op  to-imm ; val1 -> 6 }T
T{ defer d1  ' + is d1  2 3 d1 -> 5 }T
T{ : use-d1  d1 ; ' * is d1  4 5 use-d1 -> 20 }T
T{ action-of d1 ' * =  ' d1 defer@ ' * = -> -1 -1 }T
T{ ' - ' d1 defer!  7 2 d1 -> 5 }T
T{ : set-d1  is d1 ; ' max set-d1  7 2 use-d1 -> 7 }T
T{ : get-d1  action-of d1 ; get-d1 ' max = -> -1 }T
T{ : imm-d  ['] min is d1 ; immediate  : no-op  imm-d ; 7 2 d1 -> 2 }T
T{ defer d2  :noname  dup if  1- d2  then ; is d2  5 d2 -> 0 }T
T{ ' d1 ' use-d1 <> ' d1 is d2 3 4 d2 -> true 3 }T
T{ 10 buffer: b10  b10 10 char z fill  b10 c@ b10 9 + c@ -> 122 122 }T
T{ 1 buffer: b1  2 cells buffer: b2  b2 dup aligned = -> true }T
T{ 5 b2 !  6 b2 cell+ !  b2 @ b2 cell+ @ -> 5 6 }T

testing the compiler
T{ : cc  [ ' 1+ compile, ' dup compile, ] ; 5 cc -> 6 6 }T
: c-of  ( xt -- )  compile, ; immediate
T{ : cc2  [ inc-xt ] c-of [ inc-xt ] c-of ; 1 cc2 -> 3 }T
: repeated  ( xt n -- )  0 ?do  dup compile,  loop  drop ;
T{ : cc3  [ ' 2* 5 repeated ] ; 1 cc3 -> 32 }T
T{ : cb1  [compile] dup ; 3 cb1 -> 3 3 }T
T{ : cb2  [compile] if ; immediate  : cb3  cb2 1 else 2 then ;
   0 cb3 1 cb3 -> 2 1 }T

testing text
T{ .( ) -> }T
T{ :noname  s" .( shown) .( ) .(  too)" evaluate ; s" shown too" prints -> -1 }T
T{ :noname  s" : shown  .( at once) 5 ;" evaluate ; s" at once" prints shown
   -> true 5 }T
T{ : ctext  c" counted" ; ctext count s" counted" same-text -> true }T
T{ : cempty  c" " ; cempty count nip -> 0 }T
T{ s" 1 \ 2" evaluate s" \" evaluate s" 3 \ " evaluate -> 1 3 }T
T{ : commented  1 \ 2
   3 ; commented -> 1 3 }T
: name=  ( "name" c-addr u -- f )  2>r parse-name 2r> same-text ;
T{ s" ab" name= ab -> true }T
T{ s" ab" name=    ab   5 -> true 5 }T
T{ s" parse-name" evaluate nip s" parse-name   " evaluate nip -> 0 0 }T
T{ s" parse-name ab" evaluate s" ab" same-text -> true }T
: left  ( -- u )  source nip >in @ - ;
T{ s" parse-name ab left" evaluate nip nip s" left " evaluate -> 0 0 }T
T{ s" char | parse" evaluate nip s" char | parse |" evaluate nip -> 0 0 }T
: to-bar  ( "text<|>" -- c-addr u )  [char] | parse ;
T{ s" to-bar  a b|7" evaluate rot rot s"  a b" same-text -> 7 true }T
T{ s" to-bar |5" evaluate nip nip s" to-bar a" evaluate nip -> 5 1 }T
T{ s" to-bar abc| left" evaluate rot rot s" abc" same-text -> 0 true }T
T{ s" bl parse  7" evaluate nip nip -> 7 }T    \ no skipping: nothing parsed
T{ s\" \a\b\e\f\l\q\r\t\v\z\"\\\x41\x0Fz" nip -> 15 }T
create codes  7 c, 8 c, 27 c, 12 c, 10 c, 34 c, 13 c, 9 c, 11 c, 0 c, 34 c,
   92 c, 65 c, 15 c, 122 c,
T{ s\" \a\b\e\f\l\q\r\t\v\z\"\\\x41\x0Fz" codes 15 same-text -> true }T
T{ s\" \m" over c@ rot char+ c@ -> 2 13 10 }T
T{ s\" \xabz" over c@ rot char+ c@ -> 2 171 122 }T
T{ s\" \xFF\x00" over c@ rot char+ c@ -> 2 255 0 }T
T{ : escaped  s\" a\tb" ; escaped swap char+ c@ -> 3 9 }T
T{ s\" " nip s\" no escapes" s" no escapes" same-text -> 0 true }T
T{ : nl  s\" \n" ; nl nip 0> -> true }T
: my-s\"  ( -- )  postpone s\" ; immediate
T{ : posted-s\"  my-s\" \x41" ; posted-s\" s" A" same-text -> true }T
T{ <# 0 0 s" held" holds #> s" held" same-text -> true }T
T{ <# 12 0 #s s" x=" holds s" " holds #> s" x=12" same-text -> true }T
T{ pad 84 char p fill  pad c@ pad 83 + c@ -> 112 112 }T
T{ pad 84 erase  pad c@ pad 83 + c@ -> 0 0 }T
T{ s" abc" pad swap move  pad 3 s" abc" same-text -> true }T
T{ b10 10 char y fill  b10 1+ 3 erase  b10 c@ b10 1+ c@ b10 3 + c@ b10 4 + c@
   -> 121 0 0 121 }T
T{ b10 0 erase b10 c@ -> 121 }T

testing number output
T{ :noname  5 3 .r -5 3 .r 5 0 .r 1234 2 .r -1 -3 .r ; s"   5 -551234-1" prints
   -> true }T
T{ :noname  5 3 u.r 0 0 u.r 1234 2 u.r ; s"   501234" prints -> true }T
: min-text  ( -- )  min-int 0 .r ;
: max-text  ( -- )  max-uint 0 u.r ;
T{ 0 0 ' max-text output-of >number nip -> max-uint 0 0 }T
T{ 0 0 ' min-text output-of 1 - swap char+ swap >number nip -> min-int 0 0 }T
T{ hex base @ decimal hex FF decimal -> 16 255 }T

testing the input source
T{ source-id s" source-id" evaluate source-id -> 0 -1 0 }T
T{ s" refill" evaluate -> false }T
T{ s" refill drop 5" evaluate -> 5 }T
T{ 1 refill this is not read
   2 -> 1 true 2 }T
create saved 20 cells allot
variable runs
variable failed
: save  ( -- )  save-input dup saved !  0 do  i 1+ cells saved + !  loop ;
: restore  ( -- f )
   saved @ 0 ?do  saved @ i - cells saved + @  loop  saved @ restore-input
;
: ?restore  ( n -- )  1 runs +!  runs @ > if  restore failed !  then ;
T{ 0 runs !  s" 1 save 2 3 ?restore 3" evaluate failed @ -> 1 2 2 2 3 0 }T
: inside  ( -- )  0 runs ! s" 1 save 2 2 ?restore" evaluate 3 ;
T{ inside -> 1 2 2 3 }T

testing MARKER and UNUSED
T{ unused 5 cells allot unused - -> 5 cells }T
T{ : before  1 ; marker wipe  : before  2 ; : after  3 ; before after -> 2 3 }T
T{ wipe before -> 1 }T
: known?  ( c-addr u -- f )  dup pad c!  pad char+ swap move  pad find nip 0<> ;
T{ s" after" known? s" wipe" known? s" before" known? -> false false true }T
T{ here marker wipe2 10 cells allot wipe2 here = -> true }T
T{ marker outer-one  marker inner-one  : lost  ; outer-one
   s" inner-one" known? s" lost" known? s" outer-one" known? -> 0 0 0 }T
T{ marker again-mark  : m1  5 ; again-mark  marker again-mark  : m1  6 ;
   m1 again-mark s" m1" known? -> 6 false }T
T{ marker m-does  : mk  create ,  does>  @ ; 5 mk x5  x5 m-does -> 5 }T

.set core-ext
