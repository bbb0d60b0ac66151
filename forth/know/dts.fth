\ dts.fth - the map as device-tree source that dtc takes without a warning.
\ SPDX-License-Identifier: 0BSD
\ needs: map.fth
\ source: Devicetree Specification v0.4; IEEE 1275 ISA/EISA binding (ports)

variable dts-depth
: dts-line  ( -- )  cr dts-depth @ 0 ?do  #9 emit  loop ;
: dts-open  ( c-addr u -- )  dts-line type ."  {" 1 dts-depth +! ;
: dts-close  ( -- )  -1 dts-depth +! dts-line ." };" ;
: dts-cells  ( address size -- )           \ #address-cells and #size-cells
   swap dts-line ." #address-cells = <" .dec ." >;"
   dts-line ." #size-cells = <" .dec ." >;"
;
: dts-text  ( value-addr value-u c-addr u -- )
   dts-line type ."  = " '"' emit type '"' emit ';' emit
;
: .cell  ( u -- )  ." 0x" hex$ type ;
: .long  ( u -- )  halves32 .cell space .cell ;
: dts-reg  ( base size -- )
   swap dts-line ." reg = <" .long space .long ." >;"
;
: dts-ints  ( c-addr u node -- )           \ a property of ints, if it is there
   {: a u node :}
   a u node prop? 0= if  exit  then
   dts-line a u type ."  = <"
   begin  dup 3 >  while  decode-int .cell dup 3 > if  space  then  repeat
   2drop ." >;"
;

\ Devices -------------------------------------------------------------------
\ The unit address of a port has an i in front of it: ISA binding, 2.1.1.
: bus-range?  ( node -- flag )  s" bus-range" rot prop? dup if  nip nip  then ;
: dts-name  ( node -- )
   dup bus-range? if  s" pci"  else  dup node$ '@' split 2swap 2drop  then
   type '@' emit
   dup node-io? if  'i' emit  then  node-place drop hex$ type
;
: dts-bus$  ( node -- c-addr u )
   node-io? if  s" isa"  else  s" soc"  then
;
: dts-path  ( node -- )
   '"' emit '/' emit dup dts-bus$ type '/' emit dts-name '"' emit
;
variable dts-strings
: dts-element  ( c-addr u -- )
   dts-strings @ if  ." , "  then  '"' emit type '"' emit  1 dts-strings +!
;
: dts-compatible  ( node -- )
   dts-line ." compatible = " 0 dts-strings !
   s" compatible" rot ['] dts-element each-string  ';' emit
;
: dts-place  ( node -- )
   dup node-place rot node-io? 0= if  dts-reg exit  then
   swap dts-line ." reg = <1 " .cell space .cell ." >;"
;
\ PCI, by its binding: functions below hosts and bridges
defer dts-function  ( node -- )
: dts-functions  ( node -- )
   s" pci" s" device_type" dts-text  3 2 dts-cells
   dup node-pci? if  s" "  else  s"  = <0x2000000 0 0 0 0 0 0>"  then
   dts-line ." ranges" type ';' emit
   s" bus-range" 2 pick dts-ints
   node>child @  begin  dup  while  dup dts-function node>peer @  repeat  drop
;
:noname  ( node -- )
   dup node$ dts-open  dup dts-compatible
   dts-line ." reg = <" dup node-place drop .cell ."  0 0 0 0>;"
   s" assigned-addresses" 2 pick dts-ints
   dup bus-range? if  dts-functions  else  drop  then  dts-close
; is dts-function
: dts-device  ( node -- )
   {: node :}
   dts-line node dts-name ."  {" 1 dts-depth +!
   node dts-compatible  node dts-place
   s" reg-shift" node dts-ints  s" reg-io-width" node dts-ints
   s" clock-frequency" node dts-ints
   node bus-range? if  node dts-functions  then  dts-close
;
\ One bus at a time: 0 memory, -1 ports
variable dts-io
: on-bus?  ( node -- flag )
   dup node-pci? if  drop false exit  then
   dup node-io? dts-io @ =
   s" compatible" 3 roll prop? dup if  nip nip  then  and
;
: ?dts-device  ( node -- )
   dup on-bus? if  dts-device  else  drop  then
;
: ?count  ( n node -- n2 )  on-bus? if  1+  then ;
: bus-empty?  ( io -- flag )  dts-io !  0 ['] ?count each-device 0= ;
: dts-soc  ( -- )
   false bus-empty? if  exit  then
   s" soc" dts-open  s" simple-bus" s" compatible" dts-text
   2 2 dts-cells  dts-line ." ranges;"
   ['] ?dts-device each-device  dts-close
;
\ Ports have no address in the parent's space: no ranges.
: dts-isa  ( -- )
   true bus-empty? if  exit  then
   s" isa" dts-open  s" isa" s" device_type" dts-text
   2 1 dts-cells  ['] ?dts-device each-device  dts-close
;

\ The rest ------------------------------------------------------------------
: dts-console  ( -- )
   console-node dup 0= if  drop exit  then
   s" aliases" dts-open  dts-line ." serial0 = " dup dts-path ';' emit
   dts-close
   s" chosen" dts-open  dts-line ." stdout-path = " dts-path ';' emit
   dts-close
;
\ The strings of the Linux bindings cpus.yaml; others go by their own name.
: cpu-compatible$  ( -- c-addr u )
   isa$ 2dup s" aarch64" str= if  2drop s" arm,armv8" exit  then
   2dup s" riscv64" str= if  2drop s" riscv"  then
;
: dts-cpus  ( -- )
   s" cpus" dts-open  1 0 dts-cells
   s" cpu@0" dts-open
   s" cpu" s" device_type" dts-text  cpu-compatible$ s" compatible" dts-text
   dts-line ." reg = <0>;"  dts-close  dts-close
;
: dts-region  ( row -- )
   {: row :}
   row rg>kind @ ram-kind <> if  exit  then
   dts-line ." memory@" row rg>base @ hex$ type ."  {"  1 dts-depth +!
   s" memory" s" device_type" dts-text
   row rg>base @ row rg>size @ dts-reg  dts-close
;
\G Print the map as device-tree source.
: .dts  ( -- )
   0 dts-depth !
   cr ." /dts-v1/;" cr  s" /" dts-open  2 2 dts-cells
   s" found by Discovery OS" s" model" dts-text
   dts-line ." compatible = " '"' emit ." discovery-os," isa$ type
   '"' emit ';' emit
   dts-console dts-cpus
   ['] dts-region memory-regions  dts-soc dts-isa  dts-close cr
;
