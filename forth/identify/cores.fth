\ cores.fth - how many processors there are, as what stands beside them says.
\ SPDX-License-Identifier: 0BSD
\ needs: identify/devices.fth
\ reads: nodes of devices that know of each processor; one bit is written for a
\ moment: the software interrupt of a CLINT, which only a processor keeps
\ writes: `cores` and `cores-by` of the root

: r32  ( addr -- x )  rd if  drop 0  then ;  \ what does not answer has none
\ Arm IHI 0048B 4.3.2: GICD_TYPER bits 5 to 7; 4.3.18: ICPIDR2 is 1 or 2
: gic-cores  ( base -- n )
   dup $fe8 + r32 $f0 and $10 $21 within 0= if  drop 0 exit  then
   4 + r32 5 rshift 7 and 1+
;
\ Arm IHI 0069: a frame for each one; the last has bit 4 of GICR_TYPER set
: gicr-cores  ( base -- n )
   dup $ffe0 + r32 $ff and $93 <> if  drop 0 exit  then
   #256 0 do
      dup i $20000 * + 8 + r32 $10 and if  drop i 1+ unloop exit  then
   loop  drop 0
;
\ Arm DDI 0407 2.2.2: SCU Configuration Register, bits 0 and 1
: scu-cores  ( base -- n )  4 + r32 3 and 1+ ;
\ SiFive FU540 manual 9.2: msip of a hart keeps its bit 0
: msip-keeps?  ( addr -- flag )
   dup r32 swap  1 over wr drop  dup r32 1 =  -rot wr drop
;
: clint-cores  ( base -- n )
   #64 0 do
      dup i 2* 2* + msip-keeps? 0= if  drop i unloop exit  then
   loop  drop #64
;
\ A row: the name of a kind of device, and how many processors it says
align here constant core-rows
: says:  ( xt "compatible" -- )  , parse-name 2, ;
\ data rows
' gic-cores says: arm,gic-400
' gic-cores says: arm,cortex-a9-gic
' gicr-cores says: arm,gic-v3
' scu-cores says: arm,cortex-a9-scu
' scu-cores says: arm,arm11mp-scu
' clint-cores says: sifive,clint0
\ end of data rows
here constant core-rows-end

: more-cores?  ( n -- flag )
   s" cores" root prop? if  decode-int nip nip  else  0  then  >
;
: ?count  ( node row -- )
   over node-place drop swap @ execute                 ( node n )
   dup more-cores? 0= if  2drop exit  then
   encode-int s" cores" root property!
   node$ s" cores-by" root string!
;
: ask-cores  ( node -- )
   core-rows-end core-rows ?do
      s" compatible" 2 pick node-text i cell+ 2@ str= if  dup i ?count  then
   3 cells +loop  drop
;
\G Find out how many processors the devices beside them speak of.
: count-cores  ( -- )  ['] ask-cores each-device ;
