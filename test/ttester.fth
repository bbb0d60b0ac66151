\ ttester.fth - T{ words -> results }T, tests in the form Forth users know.
\ SPDX-License-Identifier: 0BSD
\ needs: number.fth

variable #tests
variable #errors
variable start-depth                       \ before T{
variable actual-depth                      \ items between T{ and ->
#32 cells buffer: actuals

\G Print what went wrong and the line of source it stands in.
: test-failed  ( c-addr u -- )
   1 #errors +!  cr type ." : " source type
;
: drop-to  ( i*x n -- j*x )
   begin  depth 1- over >  while  nip  repeat
   begin  depth 1- over <  while  0 swap  repeat  drop
;
\G Begin a test.
: T{  ( -- )  1 #tests +!  depth start-depth ! ;
\G End of what is tested, begin of what must come out.
: ->  ( i*x -- )
   depth start-depth @ - dup actual-depth !          ( i*x n )
   0 max #32 min 0 ?do  actuals i cells + !  loop
   start-depth @ drop-to
;
: same?  ( i*x n -- flag )
   true swap 0 ?do  swap actuals i cells + @ = and  loop
;
\G End of a test.
: }T  ( i*x -- )
   depth start-depth @ - dup actual-depth @ = if
      same? 0= if  s" wrong result" test-failed  then
   else  drop s" wrong number of results" test-failed  then
   start-depth @ drop-to
;
\G A remark about the tests that follow.
: testing  ( "text<eol>" -- )  source >in ! drop ;
\G Print the tally of all tests so far.
: .tests  ( -- )
   cr #tests @ #errors @ - .dec ."  passed, " #errors @ .dec ."  failed" cr
;

\G Print the tally of one set of tests, and begin the next.
: .set  ( "name" -- )
   cr ." SET " parse-name type ." : " #tests @ .dec ."  tests, "
   #errors @ .dec ."  errors" cr  0 #tests !  0 #errors !
;

\ What is printed, caught instead of shown, for tests of words that print.
#8192 buffer: caught
variable /caught
: catch-text  ( c-addr u -- )
   #8192 /caught @ - min  caught /caught @ + swap dup /caught +! move
;
\G Run xt; all that it prints, the first 8 KiB.
: output-of  ( i*x xt -- j*x c-addr u )
   0 /caught !  'type @ >r  ['] catch-text 'type !
   catch  r> 'type !  throw  caught /caught @
;
