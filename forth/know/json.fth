\ json.fth - the map as JSON: doc/spec/map.schema.json, design.md section 8.
\ SPDX-License-Identifier: 0BSD
\ needs: map.fth identify/features.fth

\ Strings and numbers -------------------------------------------------------
: json-escape  ( char -- )
   dup plain? if  emit exit  then
   dup '"' = over '\' = or if  '\' emit emit exit  then
   ." \u" 4 h.r
;
: json$  ( c-addr u -- )
   '"' emit
   2dup all-plain? if  type  else
      bounds ?do  i c@ json-escape  loop
   then  '"' emit
;
: json-hex  ( u -- )  '"' emit ." 0x" hex$ type '"' emit ;
\ Items of a list: the first has no comma before it, each begins a line.
variable json-items
: json-list  ( char -- )  emit  0 json-items ! ;
: json-item  ( -- )  json-items @ if  ',' emit  then  cr  1 json-items +! ;
: json-key  ( c-addr u -- )  json$ ':' emit ;
: json-more  ( c-addr u -- )  ',' emit json-key ;
: json-more$  ( value-addr value-u c-addr u -- )  json-more json$ ;
: json-more-hex  ( x c-addr u -- )  json-more json-hex ;
: json-more-dec  ( u c-addr u2 -- )  json-more .dec ;

\ The parts -----------------------------------------------------------------
: json-id  ( c-addr u x -- )
   json-item  -rot json-key json-hex
;
: json-feature  ( row -- )
   dup ft>by @ over ft>lies @ or 0= if  drop exit  then
   json-item  dup ft>name 2@ json-key
   dup ft>lies @ if  drop s" fails"  else  ft>by @ kind$  then  json$
;
: json-cpu  ( -- )
   cr s" cpu" json-key '{' json-list  ['] json-id each-id  json-item
   s" features" json-key '{' json-list  ['] json-feature each-feature  '}' emit
   s" cores" root prop? if
      decode-int nip nip s" cores" json-more-dec
      s" cores-by" 2dup root node-text 2swap json-more$
   then  '}' emit
;
: json-region  ( row -- )
   {: row :}
   json-item '{' emit s" base" json-key row rg>base @ json-hex
   row rg>size @ s" size" json-more-hex
   row rg>kind @ kind$ s" kind" json-more$
   row mirror? if  row rg>of @ s" of" json-more-hex  then
   row rg>by @ kind$ s" by" json-more$  '}' emit
;
: json-memory  ( -- )
   s" memory" json-more '[' json-list
   ['] json-region memory-regions  ']' emit
;
variable json-strings
: json-element  ( c-addr u -- )
   json-strings @ if  ',' emit  then  json$  1 json-strings +!
;
: json-compatible  ( node -- )
   s" compatible" json-more '[' emit  0 json-strings !
   s" compatible" rot ['] json-element each-string  ']' emit
;
\ 97 percent is 0.97, 100 is 1.00
: .fraction  ( percent -- )
   0 #10 base{ <# # # '.' hold #s #> }base type
;
: json-place  ( node -- )
   dup node-io? if  s" io"  else
      s" space" 2 pick node-text  dup 0= if  2drop s" mem"  then
   then  s" space" json-more$
   node-place swap s" base" json-more-hex s" size" json-more-hex
;
\ Base registers, in the form of the PCI binding's assigned-addresses; no base
\ where none is assigned
: json-bar  ( size base phys.hi -- )
   '{' emit s" space" json-key
   $3000000 and $1000000 = if  s" io"  else  s" mem"  then  json$
   dup if  dup s" base" json-more-hex  then  drop
   s" size" json-more-hex  '}' emit
;
: json-bars  ( c-addr u node -- )
   prop? 0= if  exit  then
   begin  dup  while
      decode-int >r decode-long >r decode-long r> r>
      json-strings @ if  ',' emit  then  json-bar  1 json-strings +!
   repeat  2drop
;
: json-pci  ( node -- )
   {: node :}
   s" bars" json-more '[' emit  0 json-strings !
   s" assigned-addresses" node json-bars
   s" unassigned-addresses" node json-bars
   ']' emit s" capabilities" json-more '[' emit  0 json-strings !
   s" capabilities" node ['] json-element each-string  ']' emit
;
: json-interrupt  ( node -- )
   >r s" interrupts" r@ prop? 0= if  rdrop exit  then
   decode-int nip nip  s" interrupts" json-more '[' emit .dec ']' emit
   s" interrupt-parent" 2dup r> node-text 2swap json-more$
;
: json-device  ( node -- )
   {: node :}
   json-item '{' emit s" name" json-key node node$ json$
   s" class" 2dup node node-text 2swap json-more$
   node json-compatible  node json-place
   s" by" 2dup node node-text 2swap json-more$
   s" confidence" json-more node node-percent .fraction
   s" driver" node node-text dup if  s" driver" json-more$  else  2drop  then
   node json-interrupt
   node node-pci? if  node json-pci  then  '}' emit
;
: json-devices  ( -- )
   s" devices" json-more '[' json-list  ['] json-device each-device  ']' emit
;
: json-poison  ( -- )
   s" poison" json-more '[' json-list
   #hazards @ #known-hazards @ ?do
      json-item '{' emit s" base" json-key
      i hazard[] dup hz>base @ json-hex
      hz>text count s" why" json-more$ '}' emit
   loop  ']' emit
;
: json-claim  ( row -- )
   json-item '{' emit s" what" json-key '"' emit dup .claim-what '"' emit
   s" says" json-more '"' emit dup .claim-says '"' emit
   verdict kind$ s" verdict" json-more$  '}' emit
;
: json-claims  ( -- )
   s" claims" json-more '[' json-list
   claims? if  ['] json-claim each-claim  then  ']' emit
;
: json-effort  ( -- )
   s" effort" json-more '{' emit
   s" reads" json-key #reads @ .dec
   #writes @ s" writes" json-more-dec  #faults @ s" faults" json-more-dec
   t-console stamp>us s" us_to_console" json-more-dec
   t-prompt stamp>us s" us_to_prompt" json-more-dec
   t-done stamp>us s" us_to_done" json-more-dec  '}' emit
;
\ The schema has four words; a bus that echoes is one of the mixed.
: json-void$  ( -- c-addr u )
   void-kind dup void-echo = over void-none = or if  drop void-mixed  then
   kind$
;
\G Print the map as JSON.
: .json  ( -- )
   cr '{' emit s" schema" json-key ." 1"
   isa$ s" isa" json-more$  json-void$ s" void" json-more$
   s" complete" json-more complete? if  ." true"  else  ." false"  then
   ',' emit json-cpu
   console$ s" console" json-more$  cr
   json-memory json-devices json-poison
   json-claims json-effort '}' emit cr
;
