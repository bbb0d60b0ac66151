\ uart.fth - UARTs are told from all else, and left as they were.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
\ fake: uarts.fth
: called?  ( base c-addr u -- flag )         \ reads and acts as that kind
   2>r dup mem-space kind-at dup 0= if  2drop 2r> 2drop false exit  then
   tuck proven? swap compatible$ 2r> str= and
;
: 16550?  ( base -- flag )  s" ns16550a" called? ;
: shape  ( base -- width shift )
   mem-space kind-at dup sg>width @ swap sg>shift @
;

testing a 16550, a word per register, and a byte per register
T{ void-fault uart-machine  $10001000 2 fake-16550  $10001000 16550? -> true }T
T{ $10001000 shape -> 4 2 }T
T{ left-changed -> 1 }T
T{ void-zeros uart-machine  $10001000 2 fake-16550  $10001000 16550? -> true }T
T{ void-fault uart-machine  $10001000 0 fake-16550  $10001000 16550? -> true }T
T{ $10001000 shape -> 1 0 }T
T{ left-changed -> 1 }T
T{ void-ones uart-machine  $10001000 0 fake-16550  $10001000 16550? -> true }T

testing one that reads right and acts wrong, and nothing at all
T{ true deaf !  $10001000 16550? -> false }T
T{ left-changed -> 1 }T
T{ $10002000 mem-space kind-at -> 0 }T

testing memory that reads as a 16550, as a PL011, as a mini-UART
: decoy  ( sig -- )
   {: sig :}
   sig sg>rows @ 0 ?do
      i sig row[] dup row>value @ swap row>offset @ $40010040 + word!
   loop
;
: any-fooled?  ( -- flag )
   false signatures @
   begin  dup  while  tuck fooled? or swap sg>next @  repeat  drop
;
: nth-sig  ( n -- sig )  signatures @ swap 0 ?do  sg>next @  loop ;
T{ void-fault uart-machine  1 nth-sig decoy  $40010040 1 nth-sig matches? ->
true }T
T{ left-changed  $40010040 1 nth-sig proven?  left-changed rot - ->
false 0 }T
T{ 5 nth-sig compatible$ s" arm,pl011" str= -> true }T
T{ void-fault uart-machine  5 nth-sig decoy  $40010040 5 nth-sig matches? ->
true }T
T{ left-changed  $40010040 5 nth-sig proven?  left-changed rot - ->
false 0 }T
T{ void-fault uart-machine  6 nth-sig decoy  $40010040 6 nth-sig matches? ->
true }T
T{ left-changed  $40010040 6 nth-sig proven?  left-changed rot - ->
false 0 }T
T{ any-fooled? -> false }T

testing PL011 and mini-UART
T{ void-fault uart-machine  $9000000 fake-pl011  $9000000 s" arm,pl011" called?
-> true }T
T{ left-changed -> 0 }T
T{ void-fault uart-machine  $3f215000 fake-aux  $3f215040
s" brcm,bcm2835-aux-uart" called? -> true }T
T{ left-changed -> 0 }T
T{ void-zeros uart-machine  $2020000 fake-imx  $2020000
s" fsl,imx6q-uart" called? -> true }T
T{ left-changed -> 0 }T
T{ void-zeros uart-machine  $13800000 fake-exynos  $13800000
s" samsung,exynos4210-uart" called? -> true }T
T{ left-changed -> 0 }T
T{ void-zeros uart-machine  $80010000 fake-sa1110  $80010000
s" intel,sa1100-uart" called? -> true }T
T{ left-changed -> 1 }T
T{ $20001 $80010004 word!  $80010000 mem-space kind-at -> 0 }T
: sa1110-says  ( -- u char )                 \ sends two bytes, hears one
   void-zeros uart-machine  $80010000 fake-sa1110
   $80010000 mem-space try-at drop  s" hi" type  $80010000 sent-to
   'z' $80010000 hear  console-key? drop console-key
;
T{ ' sa1110-says aside -> 2 'z' }T
T{ void-fault uart-machine  $9000000 fake-pl011  $9000000 unknown? -> false }T
T{ $40000000 unknown? -> true }T
T{ $50000000 unknown? -> false }T

testing that a signature can be learned
T{ void-fault uart-machine  $50000000 $1000 fake-rom  $50000000 unknown? ->
true }T
T{ $50000000 s" acme,thing" learn-signature  $50000000 unknown? -> false }T
T{ $50000000 mem-space kind-at compatible$ s" acme,thing" str= -> true }T

testing the registers come back when the bus faults in the middle
variable fuse
: fused-write  ( x addr space width -- ior )
   -1 fuse +!  fuse @ 0= if  2drop 2drop -9  else  fake-write  then
;
: blown  ( n -- flag words )
   void-fault uart-machine  $10001000 2 fake-16550  fuse !
   $10001000 1 nth-sig look-at
   ['] fused-write is bus-write  1 nth-sig prove  left-changed
;
T{ 2 blown -> false 1 }T
T{ 3 blown -> false 1 }T
T{ 5 blown -> false 1 }T

testing the console: all candidates hear, the one that answers stays
: two  ( -- )
   void-fault uart-machine  $9000000 fake-pl011  $10001000 2 fake-16550
   ['] drop is greet
;
: greeted  ( -- n1 n2 flag )
   $9000000 mem-space try-at drop  $10001000 mem-space try-at drop
   0 $9000000 fake-at fk>shift !  0 $10001000 fake-at fk>shift !
   s" hello" type
   $9000000 sent-to $10001000 sent-to  console 0=
;
T{ two ' greeted aside -> 5 5 true }T
: answered-by  ( -- n1 n2 char c-addr u )
   greeted drop 2drop  'x' $10001000 hear
   key? 0= if  -1 throw  then  key
   s" more" type  >r $9000000 sent-to $10001000 sent-to r>
   console pl>node @ node$
;
T{ two ' answered-by aside s" uart@10001000" str= -> 5 9 'x' true }T
create crlf$  #13 c, #10 c, #13 c, #10 c,
: line-end  ( -- c-addr u )
   greeted drop 2drop  0 #sent !  0 consoles @ pl>next !
   cr  s\" \n" type  sent$
;
T{ two ' line-end aside crlf$ 4 str= -> true }T

testing a UART that never has room: bytes are dropped in time, not waited for
: clogged  ( -- drops quick? )
   greeted drop 2drop  0 consoles @ pl>next !
   true stuck !  now s" 0123456789" type  now swap - >us #1000000 u<
   consoles @ pl>drops @ swap
;
T{ two ' clogged aside -> 10 true }T

testing the methods of a UART's node
: methods  ( -- n error )
   greeted drop 2drop
   s" ab" s" write" consoles @ pl>node @ $call-method
   s" selftest" consoles @ pl>node @ $call-method
;
T{ two ' methods aside -> 2 0 }T

testing that a driver which was not chosen proves itself
: tested  ( -- flag )
   answered-by 2drop drop 2drop  drive
   s" selftest" consoles @ pl>next @ pl>node @ node-text s" passed" str=
   s" selftest" console pl>node @ node-text nip 0= and
;
T{ two ' tested aside -> true }T
