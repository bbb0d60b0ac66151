\ dts.fth - the map as device-tree source that dtc takes without a warning.
\ SPDX-License-Identifier: 0BSD
\ needs: map.fth json.fth
\ source: Devicetree Specification v0.4; IEEE 1275 ISA/EISA binding (ports)

variable dts-depth
: dts-line  ( -- )  cr dts-depth @ 0 ?do  #9 emit  loop ;
: dts-begin  ( -- )  ."  {" 1 dts-depth +! ;      \ after a node's name
: dts-open  ( c-addr u -- )  dts-line type dts-begin ;
: dts-close  ( -- )  -1 dts-depth +! dts-line ." };" ;
: dts-cells  ( address size -- )           \ #address-cells and #size-cells
   swap dts-line ." #address-cells = <" .dec ." >;"
   dts-line ." #size-cells = <" .dec ." >;"
;
: dts-text  ( value-addr value-u c-addr u -- )
   dts-line type ."  = " json$ ';' emit
;
: .cell  ( u -- )  ." 0x" hex$ type ;
: .long  ( u -- )  halves32 .cell space .cell ;
: dts-ints  ( c-addr u node -- )           \ a property of ints, if it is there
   {: a u node :}
   a u node prop? 0= if  exit  then
   dts-line a u type ."  = <"
   begin  dup 3 >  while  decode-int .cell dup 3 > if  space  then  repeat
   2drop ." >;"
;

\ Devices -------------------------------------------------------------------
: bus-range?  ( node -- flag )  s" bus-range" rot property? ;
\ The unit address of a port has an i in front of it: ISA binding, 2.1.1.
: dts-name  ( node -- )
   dup node-pci? if  node$ type exit  then
   dup bus-range? if  s" pci"  else  dup node$ '@' split 2swap 2drop  then
   type '@' emit
   dup node-io? if  'i' emit  then  node-place drop hex$ type
;
: dts-element  ( c-addr u -- )  comma @ if  ." , "  then  json$  true comma ! ;
: dts-compatible  ( node -- )
   dts-line ." compatible = " false comma !
   s" compatible" rot ['] dts-element each-string  ';' emit
;
: .reg  ( node -- )
   dup node-place swap rot                           ( size base node )
   dup node-pci? if  drop .cell drop ."  0 0 0 0" exit  then
   node-io? if  ." 1 " .cell space .cell  else  .long space .long  then
;
: dts-reg  ( node -- )  dts-line ." reg = <" .reg ." >;" ;
\ PCI, by its binding: functions below hosts and bridges
defer dts-device  ( node -- )
: dts-functions  ( node -- )
   s" pci" s" device_type" dts-text  3 2 dts-cells
   dup node-pci? if  s" "  else  s"  = <0x2000000 0 0 0 0 0 0>"  then
   dts-line ." ranges" type ';' emit
   s" bus-range" 2 pick dts-ints  ['] dts-device swap node>child list-each
;
:noname  ( node -- )
   {: node :}
   dts-line node dts-name dts-begin  node dts-compatible node dts-reg
   s" assigned-addresses" node dts-ints
   s" reg-shift" node dts-ints  s" reg-io-width" node dts-ints
   s" clock-frequency" node dts-ints
   node bus-range? if  node dts-functions  then  dts-close
; is dts-device
\ One bus at a time: 0 memory, -1 ports
variable dts-io
: on-bus?  ( node -- flag )
   dup node-pci? 0=  over node-io? dts-io @ = and
   s" compatible" 3 roll property? and
;
: ?dts-device  ( node -- )  dup on-bus? if  dts-device  else  drop  then ;
: ?count  ( n node -- n2 )  on-bus? if  1+  then ;
\ Ports have no address in the parent's space: no ranges.
: dts-bus  ( io -- )
   dts-io !  0 ['] ?count each-device 0= if  exit  then
   dts-io @ if
      s" isa" dts-open  s" isa" s" device_type" dts-text  2 1 dts-cells
   else
      s" soc" dts-open  s" simple-bus" s" compatible" dts-text
      2 2 dts-cells  dts-line ." ranges;"
   then  ['] ?dts-device each-device  dts-close
;

\ The rest ------------------------------------------------------------------
: dts-path  ( node -- )
   '"' emit dup node-io? if  ." /isa/"  else  ." /soc/"  then
   dts-name '"' emit ';' emit
;
: dts-console  ( -- )
   console-node dup 0= if  drop exit  then
   s" aliases" dts-open  dts-line ." serial0 = " dup dts-path  dts-close
   s" chosen" dts-open  dts-line ." stdout-path = " dts-path  dts-close
;
\ The strings of the Linux bindings cpus.yaml; others go by their own name.
: cpu-compatible$  ( -- c-addr u )
   isa$ 2dup s" aarch64" str= if  2drop s" arm,armv8" exit  then
   2dup s" riscv64" str= if  2drop s" riscv"  then
;
: dts-cpus  ( -- )
   s" cpus" dts-open  1 0 dts-cells  s" cpu@0" dts-open
   s" cpu" s" device_type" dts-text  cpu-compatible$ s" compatible" dts-text
   dts-line ." reg = <0>;"  dts-close  dts-close
;
: dts-region  ( row -- )
   {: row :}
   row rg>kind @ ram-kind <> if  exit  then
   dts-line ." memory@" row rg>base @ hex$ type dts-begin
   s" memory" s" device_type" dts-text  dts-line ." reg = <"
   row rg>base @ .long space row rg>size @ .long ." >;"  dts-close
;
\G Print the map as device-tree source.
: .dts  ( -- )
   0 dts-depth !
   cr ." /dts-v1/;" cr  s" /" dts-open  2 2 dts-cells
   s" found by Discovery OS" s" model" dts-text
   dts-line ." compatible = " '"' emit ." discovery-os," isa$ type
   '"' emit ';' emit
   dts-console dts-cpus  ['] dts-region memory-regions
   false dts-bus  true dts-bus  dts-close cr
;
