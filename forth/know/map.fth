\ map.fth - what is known, as the printers of json.fth and dts.fth see it.
\ SPDX-License-Identifier: 0BSD
\ needs: probe/ram.fth core/tree.fth
\ reads: device-tree properties class compatible place io-space by confidence
\ reads: driver (their forms: see the top of probe/bus.fth)

\G A property's value and true, or false.
: prop?  ( c-addr u node -- value-addr value-u true | false )  get-property 0= ;
\G True if the map shows this node as a device.
: device?  ( node -- flag )  s" class" rot property? ;
\G Execute xt ( node -- ) for each device of the tree.
: each-device  ( xt -- )
   {: xt :}  root
   begin  dup  while
      dup device? if  dup >r xt execute r>  then  next-node
   repeat  drop
;
\G A text property of a node; empty if it has none.
: node-text  ( c-addr u node -- c-addr2 u2 )
   prop? if  decode-string 2swap 2drop  else  0 0  then
;
\G The place of a device: base and size, both 0 if not known.
: node-place  ( node -- base size )
   s" place" rot prop? 0= if  0 0 exit  then
   decode-long >r decode-long nip nip r> swap
;
\G True if the device's place is a range of x86 ports.
: node-io?  ( node -- flag )  s" io-space" rot property? ;
\G True if the device is a function of a PCI bus.
: node-pci?  ( node -- flag )  s" space" rot node-text s" pci" str= ;
\G How sure the node is of its device, in percent.
: node-percent  ( node -- u )
   s" confidence" rot prop? if  decode-int nip nip  else  0  then
;
\G Execute xt ( c-addr u -- ) for each string that is in a property.
: each-string  ( c-addr u node xt -- )
   {: xt :}
   prop? 0= if  exit  then
   begin  dup  while
      decode-string 2swap 2>r xt execute 2r>
   repeat  2drop
;
\G Execute xt ( c-addr u x -- ) for each identification register that reads.
: each-id  ( xt -- )
   {: xt | n :}
   begin
      n ['] port-id catch if  drop true  else
         dup if  drop xt execute true  then
      then
   while  n 1+ to n  repeat
;
\G The name of the console, empty if none was found.
: console$  ( -- c-addr u )  console-node dup if  node$  else  dup  then ;
\G Execute xt ( row -- ) for each hazard that was learned by harm.
: each-poison  ( xt -- )
   {: xt :}  #hazards @ #known-hazards @ ?do  i hazard[] xt execute  loop
;

\G True if char may stand in a JSON string as it is.
: plain?  ( char -- flag )
   dup bl #127 within swap dup '"' <> swap '\' <> and and
;
\G True if the whole text may: then it goes out in one piece.
: all-plain?  ( c-addr u -- flag )
   bounds ?do  i c@ plain? 0= if  false unloop exit  then  loop  true
;

\ A person's view -----------------------------------------------------------
: label  ( c-addr u -- )  #16 type-left ;
: .ms  ( us -- )  dup 0= if  drop ." unknown" exit  then  #1000 / .dec ."  ms" ;
: .effort  ( -- )
   s" effort" label
   #reads @ .dec ."  reads, " #writes @ .dec ."  writes, "
   #faults @ .dec ."  faults caught" cr
   s" time" label
   ." console " t-console stamp>us .ms  ." , prompt " t-prompt stamp>us .ms
   ." , done " t-done stamp>us .ms cr
;
: count-ram  ( n row -- n2 )  rg>kind @ ram-kind = if  1+  then ;
: count-device  ( n node -- n2 )  drop 1+ ;
: .poison  ( row -- )
   s" poison" label  dup hz>base @ h. hz>text count type cr
;
: .ram-summary  ( -- )
   s" RAM" label ram-size .size ." , in "
   0 ['] count-ram memory-regions .dec ."  pieces; .memory shows them" cr
;
: .devices-summary  ( -- )
   s" console" label console$ dup if  type  else  2drop ." none yet"  then cr
   s" devices" label 0 ['] count-device each-device .dec
   ." ; .devices shows them" cr
;
\G Print in a few lines what was found out about this machine.
: .what-i-learned  ( -- )
   cr s" processor" label isa$ type ." ; .cpu shows more" cr
   s" nothing reads" label ." as " void-kind kind$ type cr
   .ram-summary .devices-summary
   s" journal" label .journal cr
   s" left alone" label #known-hazards @ .dec ."  known hazards" cr
   ['] .poison each-poison  .effort
   s" discovery" label progress-percent @ .dec ." %, "
   progress-text count type cr
;
