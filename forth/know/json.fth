\ json.fth - the map as JSON: doc/spec/map.schema.json, design.md section 8.
\ SPDX-License-Identifier: 0BSD
\ needs: map.fth identify/features.fth

\ Lists and values ------------------------------------------------------------
\G True: what comes next is not the first of its list.
variable comma
: json-next  ( -- )  comma @ if  ',' emit  then  true comma ! ;
\ The same, on a new line.
: json-item  ( -- )  comma @ if  ',' emit  then  cr  false comma ! ;
: json-open  ( char -- )  emit  false comma ! ;
: json-close  ( char -- )  emit  true comma ! ;
: json-object  ( -- )  json-item '{' json-open ;
: json-end  ( -- )  '}' json-close ;
: json-escape  ( char -- )
   dup plain? if  emit exit  then
   dup '"' = over '\' = or if  '\' emit emit exit  then
   ." \u" 4 h.r
;
\G A string in quotes.
: json$  ( c-addr u -- )
   '"' emit
   2dup all-plain? if  type  else
      bounds ?do  i c@ json-escape  loop
   then  '"' emit
;
: json-element  ( c-addr u -- )  json-next json$ ;
: json-key  ( c-addr u -- )  json-element ':' emit ;
: json-text  ( value-addr value-u c-addr u -- )  json-key json$ ;
: json-hex  ( u -- )  '"' emit ." 0x" hex$ type '"' emit ;
: json-address  ( u c-addr u2 -- )  json-key json-hex ;
: json-count  ( u c-addr u2 -- )  json-key .dec ;
: json-list  ( c-addr u char -- )  -rot json-key json-open ;
\ What `each` gives to xt one by one, as an array.
: json-array  ( xt each c-addr u -- )  '[' json-list execute ']' json-close ;
\ A property that is a text, if the node has it; one of several strings.
: json-property  ( c-addr u node -- )
   >r 2dup r> node-text dup if  2swap json-text  else  2drop 2drop  then
;
: json-strings  ( c-addr u node -- )
   >r 2dup '[' json-list r> ['] json-element each-string  ']' json-close
;

\ The parts -----------------------------------------------------------------
: json-id  ( c-addr u x -- )  json-item -rot json-address ;
: json-feature  ( row -- )
   dup ft>by @ over ft>lies @ or 0= if  drop exit  then
   json-item  dup ft>lies @ if  s" fails"  else  dup ft>by @ kind$  then
   rot ft>name 2@ json-text
;
: json-cpu  ( -- )
   json-item  s" cpu" '{' json-list  ['] json-id each-id  json-item
   s" features" '{' json-list  ['] json-feature each-feature  json-end
   s" cores" root prop? if
      decode-int s" cores" json-count 2drop  s" cores-by" root json-property
   then  json-end
;
: json-region  ( row -- )
   {: row :}
   json-object  row rg>base @ s" base" json-address
   row rg>size @ s" size" json-address  row rg>kind @ kind$ s" kind" json-text
   row mirror? if  row rg>of @ s" of" json-address  then
   row rg>by @ kind$ s" by" json-text  json-end
;
\ 97 percent is 0.97, 100 is 1.00
: .fraction  ( percent -- )  0 #10 base{ <# # # '.' hold #s #> }base type ;
: json-place  ( node -- )
   dup node-io? if  s" io"  else  s" space" 2 pick node-text  then
   dup 0= if  2drop s" mem"  then  s" space" json-text
   node-place swap s" base" json-address  s" size" json-address
;
\ Base registers, in the form of the PCI binding's assigned-addresses; no base
\ where none is assigned
: json-bar  ( size base phys.hi -- )
   json-next '{' json-open
   $3000000 and $1000000 = if  s" io"  else  s" mem"  then  s" space" json-text
   ?dup if  s" base" json-address  then  s" size" json-address  json-end
;
: json-bars  ( c-addr u node -- )
   prop? 0= if  exit  then
   begin  dup  while
      decode-int >r decode-long >r decode-long r> r> json-bar
   repeat  2drop
;
: json-pci  ( node -- )
   {: node :}
   s" bars" '[' json-list  s" assigned-addresses" node json-bars
   s" unassigned-addresses" node json-bars  ']' json-close
   s" capabilities" node json-strings
;
: json-interrupt  ( node -- )
   s" interrupts" 2 pick prop? if
      decode-int s" interrupts" '[' json-list .dec ']' json-close  2drop
   then  s" interrupt-parent" rot json-property
;
: json-device  ( node -- )
   {: node :}
   json-object  node node$ s" name" json-text  s" class" node json-property
   s" compatible" node json-strings  node json-place
   s" by" node json-property
   s" confidence" json-key node node-percent .fraction
   s" driver" node json-property  node json-interrupt
   node node-pci? if  node json-pci  then  json-end
;
: json-poison  ( row -- )
   json-object  dup hz>base @ s" base" json-address
   hz>text count s" why" json-text  json-end
;
: json-claim  ( row -- )
   json-object  s" what" json-key '"' emit dup .claim-what '"' emit
   s" says" json-key '"' emit dup .claim-says '"' emit
   verdict kind$ s" verdict" json-text  json-end
;
: claims-read  ( xt -- )  claims? if  each-claim  else  drop  then ;
: json-effort  ( -- )
   s" effort" '{' json-list  #reads @ s" reads" json-count
   #writes @ s" writes" json-count  #faults @ s" faults" json-count
   t-console stamp>us s" us_to_console" json-count
   t-prompt stamp>us s" us_to_prompt" json-count
   t-done stamp>us s" us_to_done" json-count  json-end
;
\ The schema has four words; a bus that echoes is one of the mixed.
: json-void$  ( -- c-addr u )
   void-kind dup void-echo = over void-none = or if  drop void-mixed  then
   kind$
;
\G Print the map as JSON.
: .json  ( -- )
   cr '{' json-open  1 s" schema" json-count  isa$ s" isa" json-text
   json-void$ s" void" json-text
   s" complete" json-key  complete? if  ." true"  else  ." false"  then
   json-cpu  console$ s" console" json-text
   ['] json-region ['] memory-regions s" memory" json-array
   ['] json-device ['] each-device s" devices" json-array
   ['] json-poison ['] each-poison s" poison" json-array
   ['] json-claim ['] claims-read s" claims" json-array
   json-effort json-end cr
;
