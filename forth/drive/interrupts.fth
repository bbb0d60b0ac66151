\ interrupts.fth - which line of which controller a device raises, by trial.
\ SPDX-License-Identifier: 0BSD
\ needs: drive/console.fth know/map.fth
\ reads: what controllers say is pending; no line is enabled at the processor
\ writes: `interrupts` and `interrupt-parent` of the nodes of devices
\
\ A device is made to interrupt, a line goes pending; it is told to stop, and
\ the line falls. Both are seen twice before the line is believed. All that is
\ written on the way is undone in the opposite order.

\ Writes that are undone ------------------------------------------------------
#16 constant max-undo
begin-structure /undo
   field: un>x  field: un>addr  field: un>space  field: un>width
end-structure
create undo-log  max-undo /undo * allot    variable #undo    0 #undo !
\G When it is over, x is written to a register of the place at hand.
: later  ( x reg# -- )
   #undo @ max-undo = if  -8 throw  then
   reg-at undo-log #undo @ /undo * + {: row :}
   row un>width !  row un>space !  row un>addr !  row un>x !  1 #undo +!
;
: undo-one  ( row -- )
   {: row :}
   row un>x @ row un>addr @ row un>space @ row un>width @ dev-write drop
;
\G Write x to a register, and back when it is over.
: puts  ( x reg# -- )  dup dev@ over later  dev! ;
\G Set bits of a register until it is over.
: sets  ( bits reg# -- )  tuck dev@ or swap puts ;
\G Undo, last first, until n are left.
: undo-to  ( n -- )
   begin  dup #undo @ <  while
      -1 #undo +!  undo-log #undo @ /undo * + undo-one
   repeat  drop
;

\ Rows: what raises, where it is seen -----------------------------------------
begin-structure /irq-row
   field: iq>next  2 cells +field iq>compatible
   field: iq>xt      \ raiser: ( -- ); controller: ( i -- x ), see PENDING:
   field: iq>open    \ controller: ( -- ) before the first look
   field: iq>clear   \ controller: ( line -- ) if a line stays by itself, or 0
   field: iq>words   \ how many words of lines it has
   field: iq>lines   \ lines in a word
   field: iq>first   \ the number of the first line
end-structure
variable raisers        0 raisers !
variable controllers    0 controllers !
: irq-row  ( xt list "compatible" -- row )
   align here /irq-row allot dup /irq-row erase {: xt list row :}
   list @ row iq>next !  row list !  xt row iq>xt !
   parse-name tree$ row iq>compatible 2!  row
;
\G What makes a device of this kind interrupt: xt ( -- ), by PUTS and its kin.
: raises:  ( xt "compatible" -- )  raisers irq-row drop ;
\G A controller: xt ( i -- x ) gives the i-th word of the lines that are
\G pending, enabled or not; open ( -- ) comes first, and may use PUTS.
: pending:  ( open words lines first xt "compatible" -- )
   controllers irq-row {: row :}
   row iq>first !  row iq>lines !  row iq>words !  row iq>open !
;
\G What makes the last controller forget a line: xt ( line -- ), undone.
: forgets  ( xt -- )  controllers @ iq>clear ! ;
\ The row of a list for one of the names that a node has, or 0.
: ?same  ( c-addr u flag c-addr2 u2 -- c-addr u flag2 )
   4 pick 4 pick str= or
;
: is-a?  ( c-addr u node -- flag )           \ is it one of the node's names?
   >r false s" compatible" r> ['] ?same each-string  nip nip
;
: row-fits?  ( node row -- node flag )  iq>compatible 2@ 2 pick is-a? ;
: row-for  ( node list -- row|0 )  ['] row-fits? swap list-find nip ;

\ Places of nodes: a UART has one; others have registers of 32 bits -----------
/place buffer: plain-place
: node-at-hand  ( node -- place )
   dup place-of ?dup if  nip exit  then
   plain-place /place erase  4 plain-place pl>width !  2 plain-place pl>shift !
   dup node-place drop plain-place pl>base !
   node-io? if
      io-space plain-place pl>space !  1 plain-place pl>width !
      0 plain-place pl>shift !
   then  plain-place
;
: with-node  ( i*x xt node -- j*x )  node-at-hand on-place ;

\ Lines -----------------------------------------------------------------------
#32 constant max-words
create idle  max-words cells allot
create now-pending  max-words cells allot
variable controller    variable its-row    \ its node, its row
: (read-lines)  ( addr -- )
   its-row @ iq>words @ 0 do
      i its-row @ iq>xt @ execute  over i cells + !
   loop  drop
;
: read-lines  ( addr -- )  ['] (read-lines) controller @ with-node ;
: log2  ( x -- n )  0 begin  swap 1 rshift dup  while  swap 1+  repeat  drop ;
: change  ( i -- x )  cells dup idle + @ invert swap now-pending + @ and ;
\ The line that was idle and is pending, if it is one and only one; else -1.
: raised-line  ( -- line|-1 )
   now-pending read-lines  -1
   its-row @ iq>words @ 0 do
      i change dup if                                  ( line x )
         over -1 <> over dup 1- and or if  2drop -1 unloop exit  then
         log2 i its-row @ iq>lines @ * + its-row @ iq>first @ + nip
      else  drop  then
   loop
;
\ A line has time until a FIFO is empty; where no counter ticks, looks count.
#20 constant line-ms    #2000 constant max-looks
: wait-line  ( xt -- line )                  \ until xt ( line -- flag ) is true
   line-ms ms-from-now {: xt deadline :}
   -1 max-looks 0 do
      drop raised-line  dup xt execute deadline expired? or if  leave  then
   loop
;
: line?  ( n -- flag )  0< 0= ;
: no-line?  ( n -- flag )  0< ;
: not-yet?  ( node -- flag )  s" interrupts" rot property? 0= ;
: forget-line  ( line -- )
   its-row @ iq>clear @ ?dup if  controller @ with-node  else  drop  then
;
\ One trial: the line that rises and falls with the device, or -1.
: trial  ( node raiser -- line|-1 )
   idle read-lines
   swap #undo @ >r ['] catch swap with-node         ( ior )  ( R: undo )
   if  -1  else  ['] line? wait-line  then  r> undo-to
   dup 0< if  exit  then  dup forget-line
   ['] no-line? wait-line line? if  drop -1  then
;
: line-of  ( node -- line|-1 )
   dup raisers row-for dup 0= if  2drop -1 exit  then
   iq>xt @ {: node xt :}
   node xt trial drop                   \ an old edge may stand there: it falls
   node xt trial dup 0< if  exit  then
   dup node xt trial = 0= if  drop -1  then
;
\ What raised a line, and where it showed, are what they were taken for.
: by-line  ( node -- )
   {: node :}
   by-effect kind$ s" by" node string!
   #99 encode-int s" confidence" node property!
;
: ?connect  ( node -- )
   {: node :}
   node line-of dup 0< if  drop exit  then
   encode-int s" interrupts" node property!
   controller @ node$ s" interrupt-parent" node string!
   node by-line  controller @ by-line
;
: ?connect-new  ( node -- )  pause dup not-yet? if  ?connect  else  drop  then ;
: open-controller  ( -- )  its-row @ iq>open @ ?dup if  execute  then ;
: ask-controller  ( node -- )
   dup controllers row-for dup its-row ! 0= if  drop exit  then
   controller !  #undo @
   ['] open-controller controller @ ['] with-node catch
   if  2drop  else  ['] ?connect-new each-device  then  undo-to
;
\G For each device that can be made to interrupt: find its line.
: find-interrupts  ( -- )  ['] ask-controller each-device ;
