\ quit.fth - the prompt: take a line, run it, say ok, report what went wrong.
\ SPDX-License-Identifier: 0BSD
\ needs: edit.fth

\ A program at the other end waits for one byte after each line: ACK if all
\ went well, else NAK.
#1024 constant /tib
/tib buffer: tib
variable #failures                         \ lines that ended in an error
variable midline                           \ true: a line is being interpreted

\ A line that asks for the next one ([IF], for example) was taken as well.
: line-taken  ( -- )  midline @ machine @ and if  6 emit  then ;
\G What to do if reading a line fails: a console driver puts its KEY back.
defer console-reset  ( -- )  ' port-keys is console-reset
: console-line  ( -- c-addr u true | false )
   line-taken
   tib dup /tib ['] accept-line catch                ( tib x1 x2 ior )
   dup if  dup -2 <> if  console-reset  then  throw  then
   drop dup 0= if  nip nip  then
;
' console-line 'refill !

: .ok  ( -- )
   state @ if  ."  compiled"  else
      ."  ok"  depth dup if  space .dec  else  drop  then
   then  cr
;
: empty-stack  ( i*x -- )
   begin  depth 0<  while  0  repeat  begin  depth  while  drop  repeat
;
: run-line  ( i*x -- j*x more? )
   false midline !  refill dup if  >r  true midline !  interpret  r>  then
;
: line-done  ( -- )  machine @ if  6 emit  else  .ok  then ;
: line-failed  ( i*x ior -- )
   1 #failures +!  postpone [  cr .error empty-stack
   machine @ if  $15 emit  then
;
\G End of the console's input: leave, with status 1 if any line failed.
: input-ended  ( -- )  cr  #failures @ 0<> 1 and port-reset ;

\G Back to the prompt; what this line put on the stack is dropped.
: quit  ( -- )  ( R: i*x -- )  -56 throw ;
\G Run line after line, for ever: what COLD ends in.
: run-lines  ( i*x -- )
   begin
      ['] run-line catch                             ( more? 0 | ior )
      dup 0= if
         drop if  line-done  else  input-ended  then
      else  dup -56 = if  drop postpone [ line-done  else  line-failed  then
      then
   again
;
\G What the node does after its source is compiled.
: cold  ( -- )
   ." Discovery OS on " isa$ type ." . Type help." cr run-lines
;
