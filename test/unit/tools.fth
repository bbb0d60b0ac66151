\ tools.fth - tests of WORDS SEE HELP DUMP and their kin.
\ SPDX-License-Identifier: 0BSD

\ Run a line of Forth and look for a text in what it prints.
2variable to-run
: run-it  ( i*x -- j*x )  to-run 2@ evaluate ;
: prints?  ( line-addr line-u text-addr text-u -- flag )
   2swap to-run 2!  2>r ['] run-it output-of 2r> contains?
;
: square  ( n -- n2 )  dup * ;
5 constant five
6 value six
variable seven  7 seven !
defer eight  ' square is eight

testing SEE
T{ s" see square" s" : square  ( n -- n2 )  dup * ;" prints? -> true }T
T{ s" see five" s" 5 constant five" prints? -> true }T
T{ s" see six" s" 6 value six" prints? -> true }T
T{ s" see seven" s" holds $7" prints? -> true }T
T{ s" see eight" s" ' square is eight" prints? -> true }T
T{ s" see dup" s" ( x -- x x )" prints? -> true }T
T{ s" see dup" s" copy the top item" prints? -> true }T
T{ s" see if" s" immediate" prints? -> true }T
T{ s" see no-such-word" to-run 2! ' run-it catch -> -13 }T
T{ s" see" to-run 2! ' run-it catch -> -16 }T

testing HELP and the searches
T{ s" help dump" s" ( addr u -- )" prints? -> true }T
T{ s" help dump" s" Show u bytes" prints? -> true }T
T{ s" help dump" s" core/tools.fth:" prints? -> true }T
T{ s" help" s" TAB completes" prints? -> true }T
T{ s" help no-such-word" to-run 2! ' run-it catch -> -13 }T
T{ s" words" s" square" prints? -> true }T
T{ s" sifting squar" s" square" prints? -> true }T
T{ s" sifting no-such-name" s" no" prints? -> false }T
T{ s" apropos deadline" s" ?expired" prints? -> true }T
: cube  ( n -- n3 )  dup square * ;
T{ s" .calls square" s" cube" prints? -> true }T
T{ s" order" s" forth" prints? -> true }T
T{ s" locate dump" s" core/tools.fth:" prints? -> true }T
T{ s" locate dump" s" : dump" prints? -> true }T
T{ s" locate square" s" console:" prints? -> true }T

T{ s" locate locate" s" Show where a word is defined" prints? -> true }T
T{ s" where ?wanted" s" core/tools.fth:" prints? -> true }T
T{ s" where ?wanted" s" : sifting" prints? -> true }T
T{ s" where square" s" : cube  ( n -- n3 )  dup square * ;" prints? -> true }T
T{ s" where square" s" : square" prints? -> true }T

testing SEE-CODE and the tracer
\ Every byte of a word is part of an operation that is known.
: operation  ( addr -- z-name u )
   (decode) 2>r 2drop 2drop 2r>
;
: unknown-in  ( nt -- n )
   0 {: n :}  nt>code over + swap
   begin  2dup u>  while                              ( end addr )
      dup operation swap c@ '?' = if  n 1+ to n  then  +
   repeat  2drop n
;
: asks  ( n -- )  if  square cube  else  ." no"  then  5 + emit ;
create no-code  8 allot  no-code 8 $ff fill
T{ no-code operation drop c@ -> '?' }T
T{ ' asks unknown-in ' dump unknown-in ' words unknown-in -> 0 0 0 }T
T{ s" see-code asks" s" emit" prints? -> true }T
T{ s" see-code asks" s" asks+" prints? -> true }T
T{ s" see-code no-such-word" to-run 2! ' run-it catch -> -13 }T
: traced  ( -- )  1 2 ~~ 2drop ;
T{ s" traced" s" <2> 1 2" prints? -> true }T
T{ s" traced" s" console:" prints? -> true }T
T{ s" 7 ~~ drop" s" <1> 7" prints? -> true }T

testing DUMP
create bytes  16 allot
T{ s" ABCDEFGHIJKLMNOP" bytes swap move -> }T
T{ s" bytes 16 dump" s" 41 42 43 44" prints? -> true }T
T{ s" bytes 16 dump" s" ABCD" prints? -> true }T
T{ s" $10000000000000 16 dump" s" -- -- -- --" prints? -> true }T
T{ s" bytes 0 dump" s" 41" prints? -> false }T
T{ base @ -> 10 }T
