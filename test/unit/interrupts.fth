\ interrupts.fth - the line that a device raises, on a controller of our own.
\ SPDX-License-Identifier: 0BSD
\ A device at $1000: register 1 enables its interrupt, which is on line 37. A
\ controller at $2000: registers 0 and 1 are what is pending.
variable enabled    variable stuck    variable twice
: pending1  ( -- x )
   enabled @ 0<> $20 and  stuck @ or  twice @ if  dup 1 rshift or  then
;
: fake-read  ( addr space width -- x ior )
   2drop
   case
      $1004 of  enabled @ 0  endof
      $2000 of  0 0  endof
      $2004 of  pending1 0  endof
      >r 0 -9 r>
   endcase
;
: fake-write  ( x addr space width -- ior )
   2drop $1004 = if  enabled ! 0  else  drop -9  then
;
: test-lines  ( i -- x )  dev@ ;
0 2 #32 0 ' test-lines pending: test,controller
: raise-test  ( -- )  1 1 sets ;
' raise-test raises: test,device
: raise-nothing  ( -- )  2 1 puts 0 1 dev! ;
' raise-nothing raises: test,quiet
: raise-fault  ( -- )  1 9 sets ;
' raise-fault raises: test,gone

: a-node  ( base c-addr u -- node )
   2>r $1000 class-timer 2r> by-read #90 device-node
;
$2000 s" test,controller" a-node constant pic
$1000 s" test,device" a-node constant dev
$1000 s" test,quiet" a-node constant quiet
$1000 s" test,gone" a-node constant gone

' fake-read is dev-read    ' fake-write is dev-write
: lines  ( node -- line|-1 )
   0 enabled !  pic dup controllers row-for its-row !  controller !  line-of
;
testing a line that rises and falls
T{ dev lines enabled @ #undo @ -> 37 0 0 }T
testing a device that raises nothing, one that is not there
T{ quiet lines enabled @ #undo @ -> -1 0 0 }T
T{ gone lines enabled @ #undo @ -> -1 0 0 }T
testing a line that is pending already says nothing
T{ $20 stuck ! dev lines 0 stuck ! -> -1 }T
testing two lines at a time are no proof
T{ true twice ! dev lines false twice ! -> -1 }T

testing what is written down
T{ find-interrupts s" interrupts" dev prop? drop decode-int nip nip -> 37 }T
T{ s" interrupt-parent" dev node-text pic node$ str= -> true }T
T{ s" interrupts" quiet prop? -> false }T
T{ s" by" pic node-text s" effect-verified" str= -> true }T
T{ s" by" dev node-text s" effect-verified" str= -> true }T
T{ s" by" quiet node-text s" read" str= -> true }T
