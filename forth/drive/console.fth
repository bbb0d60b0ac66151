\ console.fth - UARTs as the console: greet all, stay with the one that answers.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/uart.fth core/tree.fth
\ reads: places that identify/ has proven to be UARTs
\ writes: their nodes; 'TYPE KEY KEY? ; CONSOLE

variable consoles    0 consoles !            \ places that were taken over
0 value console                              \ the one that answered, or 0

\G Run xt with PLACE at hand. No PAUSE may happen meanwhile.
: on-place  ( i*x xt place -- j*x )
   here-is >r  to here-is  catch  r> to here-is  throw
;
: method  ( i*x field-xt -- j*x )  here-is pl>driver @ swap execute @ execute ;
: set-up  ( -- )  ['] dr>setup method ;
: room?  ( -- flag )  ['] dr>room? method ;
: any?  ( -- flag )  ['] dr>any? method ;
: get-byte  ( -- char )  ['] dr>get method ;

\ Sending -------------------------------------------------------------------
#10 constant byte-ms       \ longest wait for room; a byte at 1200 baud
#1000 constant reader-ms   \ the same where a reader is known: it may be slow
#100 constant lame         \ a place that lost so many is not waited for
\G True once the place at hand can take a byte; false when it takes too long.
: ready?  ( -- flag )
   room? if  true exit  then
   here-is pl>drops @ lame > if  false exit  then
   here-is console = if  reader-ms  else  byte-ms  then  ms-from-now
   begin  room? 0=  while
      dup expired? if  drop false exit  then  relax
   repeat  drop true
;
: send  ( char -- )
   ready? if  ['] dr>put method  0 here-is pl>drops !
   else  drop  1 here-is pl>drops +!  then
;
\ A bare LF gets the CR that a terminal wants.
: send-char  ( char -- )
   dup #10 = here-is pl>last @ #13 <> and if  #13 send  then
   dup here-is pl>last !  send
;
: send-text  ( c-addr u -- )  bounds ?do  i c@ send-char  loop ;
\ A console that is gone must not take the node with it.
: type-to  ( c-addr u place -- )
   ['] send-text swap ['] on-place catch if  2drop 2drop  then
;
: each-console  ( xt -- )                    \ xt ( place -- )
   console dup if  swap execute  else  drop consoles list-each  then
;
variable said    variable /said
: say  ( place -- )  said @ /said @ rot type-to ;
\G Send text to the console, or to all that may be it.
: console-type  ( c-addr u -- )  /said ! said !  ['] say each-console ;

\ Receiving -----------------------------------------------------------------
: heard?  ( place -- flag )  ['] any? swap on-place ;
\ Input decides: this one is the console, the others fall silent.
: choose  ( place -- )  dup to console  pl>node @ to console-node ;
: ?choose  ( place -- )
   console if  drop exit  then  dup heard? if  choose  else  drop  then
;
\G True if a byte waits; never blocks.
: console-key?  ( -- flag )
   console 0= if  ['] ?choose each-console  then
   console dup if  heard?  then
;
\G Wait for a byte; the other tasks run meanwhile.
: console-key  ( -- char )
   begin  console-key? 0=  while  pause relax  repeat
   ['] get-byte console on-place
;

\ Methods of the nodes: IEEE 1275-1994, 3.7.5 (serial devices) ---------------
: of-node?  ( node place -- node flag )  pl>node @ over = ;
\G The place that a node was made from, or 0.
: place-of  ( node -- place|0 )  ['] of-node? consoles list-find nip ;
: my-place  ( -- place )  my-self @ place-of dup 0= if  -21 throw  then ;
: still-good?  ( -- flag )  here-is pl>sig @ prove  set-up ;
wordlist constant uart-methods
get-current uart-methods set-current
\G The methods of a UART's node; they work on MY-SELF.
: open  ( -- true )  true ;
: close  ( -- )  ;
: write  ( c-addr u -- u2 )  tuck my-place type-to ;
: read  ( c-addr u -- u2 )
   0 {: a u n :}
   begin  n u < if  my-place heard?  else  false  then  while
      ['] get-byte my-place on-place  a n + c!  n 1+ to n
   repeat  n
;
\G 0 if the device still acts as its kind does.
: selftest  ( -- 0 | error# )  ['] still-good? my-place on-place 0= ;
set-current

\ Nodes ---------------------------------------------------------------------
\G Set a property of a node to a text.
: string!  ( c-addr u name-addr name-u node -- )
   >r 2>r encode-string 2r> r> property!
;
: name-uart  ( node base -- )                \ uart@9000000
   s" uart@" tree$ rot hex$ tree$ encode+  rot node>text 2!
;
: place-range  ( node place -- )
   {: node place :}
   place pl>base @ encode-long
   place pl>sig @ sg>size @ encode-long encode+  s" place" node property!
   place pl>space @ if  0 0 s" io-space" node property!  then
;
: describe  ( node place -- )
   {: node place :}
   s" uart" s" class" node string!
   place pl>sig @ compatible$ s" compatible" node string!
   s" effect-verified" s" by" node string!
   #99 encode-int s" confidence" node property!
   place pl>driver @ dr>name @ count s" driver" node string!
;
: uart-node  ( place -- node )
   {: place | node :}
   s" uart" root add-node to node
   node place pl>base @ name-uart
   node place place-range  node place describe
   uart-methods node node>methods !  node
;

\ Taking over ---------------------------------------------------------------
: keep-place  ( -- place )                   \ a copy of the place looked at
   /place tree-zeroed  looked-at over /place move
;
: take-keys  ( -- )  ['] console-key? is key?  ['] console-key is key ;
: install  ( -- )
   ['] console-type 'type !  take-keys  ['] take-keys is console-reset
;
: same-place?  ( base space place -- base space flag )
   >r  2dup r@ pl>space @ =  swap r> pl>base @ = and
;
\G True if the UART at this address was taken over before.
: taken?  ( base space -- flag )
   ['] same-place? consoles list-find  nip nip 0<>
;
: show-kept  ( place -- )  kept rot type-to ;
defer greet  ( place -- )                    \ one more place that may be it
' drop is greet
\ Only the driver may read what was typed: a probe would take it away.
: guard-input  ( place -- )
   dup pl>space @  over pl>base @  rot pl>sig @ sg>pops @ +  1
   s" input of a console" known-hazard
;
\G Make the proven UART that was looked at a candidate for the console.
: take-over  ( -- )
   looked-at pl>sig @ compatible$ find-driver ?dup 0= if  exit  then
   looked-at pl>driver !  keep-place {: place :}
   ['] set-up place on-place
   place uart-node place pl>node !
   consoles @ place pl>next !  place consoles !  place guard-input
   console-node 0= if  place pl>node @ to console-node  then
   place show-kept  install  t-console stamp
   place pl>next @ if  place greet  then
;
