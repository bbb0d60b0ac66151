\ quit.fth - the prompt: take a line, run it, say ok, report what went wrong.
\ SPDX-License-Identifier: 0BSD
\ needs: edit.fth

\ A program at the other end waits for one byte after each line: ACK if all
\ went well, else NAK.
#1024 constant /line
#4096 constant /lines
/lines /line + buffer: tib
variable #failures                         \ lines that ended in an error
variable midline                           \ true: a line is being interpreted

\ A line that asks for the next one ([IF], for example) was taken as well.
: line-taken  ( -- )  midline @ machine @ and if  6 emit  then ;
\G What to do if reading a line fails: a console driver puts its KEY back.
defer console-reset  ( -- )  ' port-keys is console-reset
\ Where the next line goes: while a definition is open, behind the line before,
\ so that the nucleus finds its text in one piece.
: line-place  ( -- c-addr )
   state @  source + tib - /lines u<  and if
      source + #10 over c! 1+
   else  tib  then
;
: console-line  ( -- c-addr u true | false )
   line-taken
   line-place dup /line ['] accept-line catch         ( tib x1 x2 ior )
   dup if  dup -2 <> if  console-reset  then  throw  then
   drop dup 0= if  nip nip  then
;
' console-line 'refill !

: .ok  ( -- )
   state @ if  ."  compiled"  else
      ."  ok"  depth dup if  space .dec  else  drop  then
   then  cr
;
cell 8 = [if]  : no-floats  ( -- )  fstack-end fp ! ;
[else]  : no-floats  ( -- )  ;  [then]
: empty-stack  ( i*x -- )
   begin  depth 0<  while  0  repeat  begin  depth  while  drop  repeat
   no-floats
;
: line-done  ( -- )
   plain @ if  exit  then  machine @ if  6 emit  else  .ok  then
;
: line-failed  ( i*x ior -- )
   1 #failures +!  postpone [
   plain @ if  fresh  else  cr  then  .error empty-stack
   machine @ if  $15 emit  then
;
\G End of the console's input: leave, with status 1 if any line failed that
\G no person saw.
: input-ended  ( -- )
   plain @ machine @ or if  #failures @ 0<> 1 and  else  cr 0  then  port-reset
;

\G Back to the prompt; what this line put on the stack is dropped.
: quit  ( -- )  ( R: i*x -- )  -56 throw ;
: next-line  ( -- )
   false midline !  refill 0= if  input-ended  then  true midline !
;
\ The errors of reading a line are told from those of running it only by the
\ backtrace, which ends at the last CATCH.
: run-line  ( i*x -- j*x ior )
   begin  ['] next-line catch  dup -28 = while  drop ." ^C" cr  repeat
   ?dup 0= if  ['] interpret catch  then
;
\G Run line after line, for ever: what COLD ends in.
: run-lines  ( i*x -- )
   begin
      run-line dup 0= over -56 = or if
         if  postpone [  then  line-done
      else  line-failed  then
   again
;
\G What is done first, when all is loaded: the machine, or the command line.
defer cold  ( -- )
