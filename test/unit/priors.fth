\ priors.fth - tests of families: what was seen orders what is looked at.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth

testing rows
variable n-places   variable last-addr   variable last-letter
: note-place  ( addr letter -- flag )
   last-letter ! last-addr ! 1 n-places +! true
;
: places-of  ( family -- n )
   0 n-places !  ['] note-place each-place  n-places @
;
T{ families @ family$ s" pc" str= -> true }T
T{ families @ places-of -> 6 }T
T{ last-addr @ last-letter @ letter-class$ s" interrupt-controller" str=
   -> $fee00000 true }T
T{ families @ @ @ places-of -> 11 }T
T{ 'a' letter-class$ s" uart" str= 'w' letter-class$ s" unknown" str=
   -> true true }T
: stop-at-once  ( addr letter -- false )  note-place drop false ;
T{ 0 n-places !  families @ ' stop-at-once each-place n-places @ -> 1 }T

testing a machine of a family, where a miss is a fault
void-fault to void-kind
: family-named  ( c-addr u -- family )
   families @  begin  dup  while
      >r 2dup r@ family$ str= if  2drop r> exit  then  r> @
   repeat  -257 throw
;
variable asked   variable wrong   0 value truth-family   variable at-truth
: ?at  ( addr letter -- more? )
   drop at-truth @ = if  -1 at-truth !  false  else  true  then
;
: true-place?  ( addr -- flag )
   at-truth !  truth-family ['] ?at each-place  at-truth @ -1 =
;
: ask  ( addr -- flag )
   1 asked +!  true-place? dup 0= if  1 wrong +!  then
;
\ A machine that has the family's places, of which we know the i-th
: known-first  ( addr letter -- false )
   drop #256 device-kind by-read region  false
;
: machine-of  ( c-addr u -- )
   family-named to truth-family  0 #regions !
   truth-family ['] known-first each-place
   0 asked !  0 wrong !  ['] ask prior-places
;
T{ s" fsl,imx25" machine-of likely-family truth-family = -> true }T
T{ asked @ truth-family places-of 1- < 0=  wrong @ 40 < -> true true }T
T{ s" sbsa-ref" machine-of likely-family truth-family = -> true }T
T{ wrong @ 20 < -> true }T
T{ $60010000 prior-class$ s" rtc" str= $60011000 prior-class$ nip -> true 0 }T

testing a machine of no family
: no-ask  ( addr -- false )  drop 1 asked +! false ;
: alone  ( addr -- )
   0 #regions !  0 asked !  #4096 device-kind by-read region
;
T{ $12345000 alone ' no-ask prior-places likely-family asked @ -> 0 0 }T
T{ $9000000 alone ' no-ask prior-places likely-family asked @ 64 < -> 0 true }T
T{ 0 #regions !  void-none to void-kind -> }T
