\ features.fth - what the processor says it can do, and whether it does it.
\ SPDX-License-Identifier: 0BSD
\ needs: know/map.fth; data: feature-rows.fth
\ reads: PORT-ID; nothing outside the processor
\ writes: the list of features, each with what is known of it
\
\ A feature is a field of an identification register that is at least so large.
\ Its effect is an instruction: given one number it gives another one. It runs
\ guarded: an instruction that is not there is a THROW like any other.

begin-structure /feature
   field: ft>next  2 cells +field ft>name  2 cells +field ft>register
   field: ft>lsb  field: ft>bits  field: ft>least
   field: ft>xt    \ its effect, or 0
   field: ft>in    field: ft>out
   field: ft>by    \ by-read, by-effect, or 0: not there
   field: ft>lies  \ true: said, but without effect
end-structure
variable features    0 features !
variable for-us                              \ true: rows of this ISA

: rest-of-line  ( -- )  #10 parse 2drop ;
\G The rows that follow are for these ISAs.
: for:  ( "isa" ... -- )
   false for-us !
   begin  parse-name dup  while
      isa$ str= for-us @ or for-us !
   repeat  2drop
;
: number,  ( "n" -- n )  parse-name evaluate ;
\G A feature: there if the field of the register is at least `least`. `-` for
\G the register: no register tells, only its effect.
: feature:  ( "name" "register" "lsb" "bits" "least" -- )
   for-us @ 0= if  rest-of-line exit  then
   align here /feature allot dup /feature erase {: row :}
   features @ row ft>next !  row features !
   parse-name tree$ row ft>name 2!  parse-name tree$ row ft>register 2!
   number, row ft>lsb !  number, row ft>bits !  number, row ft>least !
;

\ The code of an effect: before it the number is taken from the data stack,
\ after it put back and returned.
#128 buffer: effect-code    variable /effect-code
2variable before-effect    2variable after-effect    \ in hexadecimal digits
: hex-byte  ( c-addr -- x )  #16 base{  0 0 rot 2 >number 2drop d>s  }base ;
: add-hex  ( c-addr u -- )
   begin  dup 1 >  while
      over hex-byte effect-code /effect-code @ + c!  1 /effect-code +!
      2 /string
   repeat  2drop
;
\G How an effect takes its number and gives it back, on an ISA.
: frame:  ( "isa" "code" "code" -- )
   parse-name isa$ str= 0= if  rest-of-line exit  then
   parse-name before-effect 2!  parse-name after-effect 2!
;
\G The effect of the last feature: code that makes out of in.
: effect:  ( "in" "out" "code" -- )
   for-us @ 0= if  rest-of-line exit  then
   features @ {: row :}
   number, row ft>in !  number, row ft>out !  0 /effect-code !
   before-effect 2@ add-hex  parse-name add-hex  after-effect 2@ add-hex
   effect-code /effect-code @ native row ft>xt !
;

\ Judging --------------------------------------------------------------------
variable asked    variable answer            \ a row; its field, or -1
: ?answer  ( c-addr u x -- )
   asked @ {: x row :}
   row ft>register 2@ str= 0= if  exit  then
   x row ft>lsb @ rshift  1 row ft>bits @ lshift 1- and answer !
;
\ Four bits are an ID field of Arm: all ones mean that there is nothing (Arm
\ ARM D13.1.3, principles of the ID scheme).
: said?  ( row -- flag )
   dup asked !  -1 answer !  ['] ?answer each-id     ( row )
   answer @ -1 = if  drop false exit  then
   answer @ over ft>least @ < 0=
   swap ft>bits @ 4 = answer @ $f = and 0= and
;
: effect-right?  ( row -- flag )  dup ft>in @ swap ft>xt @ execute ;
: works?  ( row -- flag )
   dup ['] effect-right? catch if  2drop false exit  then
   swap ft>out @ =
;
: silent?  ( row -- flag )  ft>register 2@ s" -" str= ;
: judge  ( row -- )
   {: row | said :}
   row silent? dup if  drop true  else  drop row said?  then  to said
   said 0= if  exit  then
   row ft>xt @ 0= if  by-read row ft>by ! exit  then
   row works? if  by-effect row ft>by ! exit  then
   row silent? 0= row ft>lies !
;
\G Execute xt ( row -- ) for each feature of this ISA that is known of.
: each-feature  ( xt -- )  features list-each ;
\G Find out what the processor can do.
: learn-features  ( -- )  ['] judge each-feature ;

\ Printing -------------------------------------------------------------------
variable printing-by    variable printed
: name-line  ( c-addr u -- )                 \ 72 columns, then a new line
   dup printed @ + 1+ #72 > if  cr #11 spaces #11 printed !  then
   space dup 1+ printed +!  type
;
: ?.feature  ( row -- )
   dup ft>by @ printing-by @ = if  ft>name 2@ name-line  else  drop  then
;
: .features-by  ( kind c-addr u -- )
   cr #11 type-left  #11 printed !
   printing-by !  ['] ?.feature each-feature
;
: ?.lie  ( row -- )
   dup ft>lies @ if
      cr ft>name 2@ type ."  is said to be there, but does not work"
   else  drop  then
;
\G Print what the processor can do, and how that is known.
: .features  ( -- )
   by-effect s" does" .features-by  by-read s" says" .features-by
   ['] ?.lie each-feature  cr
;
