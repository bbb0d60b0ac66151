\ core.fth - tests of numbers, control structures, strings, structures, time.
\ SPDX-License-Identifier: 0BSD

testing numbers as text
: shows  ( i*x xt c-addr u -- flag )  2>r output-of 2r> str= ;
T{ 0 ' . s" 0 " shows -> true }T
T{ -17 ' . s" -17 " shows -> true }T
\ The second text where a cell has 32 bits.
: wide  ( c-addr1 u1 c-addr2 u2 -- c-addr u )
   cell 4 = if  2swap  then  2drop
;
T{ -1 1 rshift invert ' . s" -9223372036854775808 " s" -2147483648 " wide shows
   -> true }T
T{ -1 ' u. s" 18446744073709551615 " s" 4294967295 " wide shows -> true }T
T{ 42 6 ' .r s"     42" shows -> true }T
T{ -42 2 ' .r s" -42" shows -> true }T
T{ 42 4 ' u.r s"   42" shows -> true }T
T{ -1. ' d. s" -1 " shows -> true }T
T{ 123. 5 ' d.r s"   123" shows -> true }T
T{ -1. ' ud. s" 340282366920938463463374607431768211455 "
   s" 18446744073709551615 " wide shows -> true }T
T{ $dead0000 ' h. s" $dead0000 " shows -> true }T
T{ s" $1FFFFFFFFFFFFFFFF" ' evaluate catch nip nip -> -11 }T
T{ s" $1FFFFFFFFFFFFFFFF" number? -> false }T
T{ 0 ' h. s" $0 " shows -> true }T
T{ $ab 4 ' h.r s" 00ab" shows -> true }T
T{ $12345 4 ' h.r s" 2345" shows -> true }T
T{ -1 hex$ s" ffffffffffffffff" s" ffffffff" wide str= -> true }T
T{ 255 hex ' . output-of decimal s" FF " str= -> true }T
T{ base @ -> 10 }T
T{ 1 2 3 ' .s output-of s" <3> 1 2 3 " str= -> 1 2 3 true }T
: .money  ( u -- )  0 <# # # '.' hold #s '$' hold #> type ;
T{ 1999 ' .money s" $19.99" shows -> true }T
: .held  ( -- )  0 0 <# s" end" holds s" be" holds #> type ;
T{ ' .held s" beend" shows -> true }T
: too-long  ( -- )  0 0 <# 300 0 do  'x' hold  loop  #> 2drop ;
T{ ' too-long catch -> -17 }T
: in-hex  ( -- )  #16 base{ 255 . }base ;
T{ ' in-hex s" FF " shows -> true }T
T{ base @ -> 10 }T
T{ variable shown-cell 7 shown-cell ! shown-cell ' ? s" 7 " shows -> true }T
T{ 0 0 s" 12x" >number nip -> 12 0 1 }T

testing doubles
T{ -5. dabs -> 5. }T
T{ 1. -2 m+ -> -1. }T
T{ 0. d0= 1. d0= -1. d0< -> true false true }T
T{ 100. 7 ud/mod -> 2 14. }T

testing control structures
: named  ( n -- c-addr u )
   case  1 of  s" one"  endof  2 of  s" two"  endof  drop s" many" 0  endcase
;
T{ 1 named s" one" str= -> true }T
T{ 2 named s" two" str= -> true }T
T{ 9 named s" many" str= -> true }T
T{ true [if] 1 [else] 2 [then] -> 1 }T
T{ false [if] 1 [else] 2 [then] -> 2 }T
T{ false [if] 1 true [if] 3 [else] 4 [then] [else] 2 [then] -> 2 }T
T{ true [if] 1 false [if] 3 [else] 4 [then] [else] 2 [then] -> 1 4 }T
false [if]
this is not read, [if] nested [then] over lines
[then]
T{ [defined] dup [undefined] dup -> true false }T
T{ [defined] no-such-word [undefined] no-such-word -> false true }T

testing strings
T{ s" Abc" s" aBC" istr= s" abc" s" abd" istr= s" a" s" ab" istr=
-> true false false }T
T{ s" hello" 2 /string s" llo" str= -> true }T
T{ s" hello world" s" o w" search -rot s" o world" str= -> true true }T
T{ s" hello" s" lx" search nip nip -> false }T
T{ s" hello" s" " search rot drop -> 5 true }T
T{ s" ab" s" abc" search rot drop -> 2 false }T
T{ s" Show-Devs" s" dev" contains? -> true }T
T{ s" dump" s" DU" starts? s" d" s" du" starts? -> true false }T
T{ s" a b  " -trailing nip s"   " -trailing nip -> 3 0 }T
T{ s" uart@9000" '@' split s" uart" str= -rot s" 9000" str= -> true true }T
T{ s" uart" '@' split s" uart" str= -rot nip -> true 0 }T
T{ s" ab" pad place s" cd" pad +place pad count s" abcd" str= -> true }T
T{ pad 4 blank pad 4 -trailing nip -> 0 }T
T{ pad 4 erase pad @ $ffffffff and -> 0 }T
: hello  ( -- c-addr u )  [ s" hello" ] sliteral ;
T{ hello s" hello" str= -> true }T

testing data
T{ 1 2 2constant pair pair -> 1 2 }T
T{ 2variable two 3 4 two 2! two 2@ -> 3 4 }T
: five-six  ( -- 5 6 )  [ 5 6 ] 2literal ;
T{ five-six -> 5 6 }T
T{ 8 buffer: eight eight 8 + here = -> true }T
T{ 5 value v v 6 to v v -> 5 6 }T
synonym plus +
T{ 3 4 plus -> 7 }T
synonym when if
: absolute  ( n -- u )  dup 0< when  negate  then ;
T{ -3 absolute 3 absolute -> 3 3 }T
defer later
' dup is later
T{ action-of later ' dup = -> true }T

begin-structure /point
   field: point.x
   cfield: point.tag
   lfield: point.low
   wfield: point.mid
   field: point.y
end-structure
T{ /point 0 point.x 0 point.tag 0 point.low 0 point.mid 0 point.y
-> cell 3 * 8 + aligned 0 cell dup 4 + dup 4 + dup cell + }T

testing environment queries
T{ s" /counted-string" environment? -> 255 true }T
T{ s" max-n" environment? -> -1 1 rshift true }T
T{ s" no-such-limit" environment? -> false }T

testing time
T{ 1000 us-from-now expired? -> false }T
T{ 0 us-from-now 10 us expired? -> true }T
: waits  ( -- us )  now 2000 us now swap - >us ;
T{ waits 2000 1000000 within -> true }T
: waits-ms  ( -- us )  now 3 ms now swap - >us ;
T{ waits-ms 3000 1000000 within -> true }T
: too-late  ( -- )  0 us-from-now 5 us ?expired ;
T{ ' too-late catch -> -300 }T
: without-ticks  ( -- flag )
   clock-kind clock-hz
   0 to clock-kind  #10000000 to clock-hz
   10 us-from-now 200 0 do  dup expired? drop  loop  expired? >r
   to clock-hz to clock-kind r>
;
T{ without-ticks -> true }T

testing tasks that end at their first turn
T{ ' noop task drop ' noop task drop ' noop task drop pause 7 -> 7 }T

testing blocks of bytes, which begin and end anywhere in a cell
create side 48 allot  create other 48 allot  variable #bad
: clean  ( -- )  48 0 do  i 100 + side i + c!  7 other i + c!  loop ;
: expect  ( c c-addr -- )  c@ <> #bad +! ;
: filled  ( n off -- )
   {: n off :}  clean  other off + n $5a fill
   48 0 do
      i off dup n + within if  $5a  else  7  then  other i + expect
   loop
;
: moved  ( n off from -- )
   {: n off from :}  clean  side from + other off + n move
   48 0 do
      i off dup n + within if  i off - from + 100 +  else  7  then
      other i + expect
   loop
;
: everywhere  ( -- n )
   0 #bad !
   25 0 do  9 0 do
      j i filled  j i 0 moved  j i 3 moved  j i dup moved
   loop loop
   #bad @
;
T{ everywhere -> 0 }T
