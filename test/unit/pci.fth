\ pci.fth - PCI as memory: hosts and functions, and what only looks like them.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
\ fake: uarts.fth
$50000000 constant config                    \ ECAM of one bus
variable bar-mask    variable bar-writes
: reg-of  ( addr -- reg )  $fff and ;
: fn-there?  ( addr -- flag )  config - #12 rshift dup 0= swap 8 = or ;
: config@  ( addr -- x )
   dup fn-there? if  word@  else  drop ones32  then
;
: writable?  ( addr -- flag )
   dup reg-of dup 4 = swap $3c = or  swap reg-of $10 = or
;
: config!  ( x addr -- )
   dup fn-there? over writable? and 0= if  2drop exit  then
   dup reg-of $10 = if  1 bar-writes +!  swap bar-mask @ and swap  then
   dup reg-of 4 = if                          \ the status is not stored
      dup word@ $ffff0000 and rot $ffff and or swap
   then  word!
;
: fn!  ( x fn reg -- )  swap #12 lshift + config + word! ;
\ A host bridge at 0,0 and an Ethernet at 1,0, which has a place already
: pci-machine  ( mask -- )
   void-fault uart-machine  bar-mask !  0 bar-writes !  0 port-host !
   config $100000 ['] config@ ['] config! 0 0 fake
   $00081b36 0 0 fn!  $06000000 0 8 fn!
   $100e8086 8 0 fn!  $02000000 8 8 fn!  $60000000 8 $10 fn!
   $100000 8 4 fn!  $40 8 $34 fn!  $4005 8 $40 fn!    \ MSI that follows itself
   0 to ecam  0 #regions !
;
: forget-nodes  ( -- )                       \ what an earlier test found
   root begin  dup  while
      dup node$ s" ethernet@1,0" str= if  s" gone" 2 pick rename-node  then
      next-node
   repeat  drop
;
: found  ( -- node|0 )  s" ethernet@1,0" find-node ;
: walked  ( mask -- node|0 )
   forget-nodes pci-machine  config try-ecam  found
;
: prop-u  ( c-addr u node -- u2 )  prop? if  nip  else  0  then ;

testing a host and a function, left as they were
T{ $ffff0000 walked 0<> -> true }T
T{ s" class" found node-text s" ethernet" str= -> true }T
T{ s" assigned-addresses" found prop-u -> 20 }T
T{ config $8010 + word@ config $8004 + word@ -> $60000000 $100000 }T
T{ s" capabilities" found node-text s" msi" str= -> true }T

testing a base register that lies: its size is no power of two
T{ $fff50000 walked 0<> -> true }T
T{ s" assigned-addresses" found prop-u -> 0 }T
T{ config $8010 + word@ $60000000 and -> $60000000 }T

testing a bus that answers all ones, zeros, and memory that reads as a host
: ones@  ( addr -- x )  drop ones32 ;
: odd-bus  ( read-xt -- )
   void-fault uart-machine  0 harm !
   config $100000 rot ['] harm! 0 0 fake  forget-nodes  config try-ecam
;
T{ ' ones@ odd-bus found harm @ -> 0 0 }T
T{ ' raz@ odd-bus found harm @ -> 0 0 }T
: memory-host  ( -- )
   void-fault uart-machine  config $100000 fake-ram  forget-nodes
   $10000 $800 do  ones32 i 4 lshift config + word!  $800 +loop
   $00081b36 config word!  $06000000 config 8 + word!
   0 port-host !  config try-ecam
;
T{ memory-host found config word@ config $3c + word@ -> 0 $00081b36 0 }T
0 to ecam

testing the fixed devices of a PC: memory fools none, nothing is none
: any-fixed-fooled?  ( -- flag )
   false fixed  begin  @ dup  while  dup cell+ @ fooled? rot or swap  repeat
   drop
;
T{ void-fault uart-machine any-fixed-fooled? -> false }T
: #nodes  ( -- n )  0 ['] count-device each-device ;
T{ void-ones uart-machine #nodes identify-ports #nodes - -> 0 }T
T{ void-zeros uart-machine #nodes identify-ports #nodes - -> 0 }T
