\ pci.fth - PCI: hosts, bridges, functions, base registers, capabilities.
\ SPDX-License-Identifier: 0BSD
\ needs: probe/find.fth identify/devices.fth
\ reads: configuration space, by ports or as memory (ECAM): the buses that
\ bridges lead to and no other
\ writes: a node per host and function; regions of base registers; where
\ firmware gave no bus numbers and addresses, those too, and they stay
\ source: PCI Local Bus 3.0, 6.1 (header), 6.2.5 (base registers), 6.7
\ (capabilities); PCI-to-PCI Bridge 1.2, 3.2.5; PCI Express 3.0, 7.2.2 (ECAM);
\ IEEE 1275 PCI bus binding 2.1; Virtio 1.1, 4.1; Linux pci_ids.h (facts)
\
\ A function is bus << 16 | device << 11 | function << 8, as port $cf8 and the
\ binding's phys.hi have it. Properties of its node besides those of bus.fth:
\   space "pci"; place: that number, and the size of its configuration space
\   assigned-addresses: per base register phys.hi base.hi base.lo size.hi
\   size.lo; unassigned-addresses: the same of those to which no window is known
\   capabilities: names; virtio-structures: type bar offset length, of each
\ The node of a host or bridge has `bus-range`: the first bus and the last.
\ What is not there, or faults, reads as all ones and is no function.

\ Facts ---------------------------------------------------------------------
\G Class codes that are so under a mask: the node's name, our class.
: pci-class:  ( mask value "name" "class" -- )
   swap 2,  parse-name 2,  parse-name 2,
;
\G The name of a capability.
: pci-cap:  ( id "name" -- )  , parse-name 2, ;
\G Where this configuration register is so under a mask, then so are, behind
\G that base register, the 32 bits at offset under another; Linux calls it so.
: pci-behind:  ( reg mask value bar offset mask value "compatible" -- )
   >r >r >r >r  swap rot , 2,  r> , r> , r> r> swap 2,  parse-name 2,
;
\ data rows
align here constant pci-classes
$ffff00 $010000 pci-class: scsi block
$ffff00 $010100 pci-class: ide block
$ffff00 $010600 pci-class: sata block
$ffff00 $010800 pci-class: nvme block
$ff0000 $010000 pci-class: storage block
$ffff00 $020000 pci-class: ethernet ethernet
$ff0000 $020000 pci-class: network ethernet
$ff0000 $030000 pci-class: display display
$ffff00 $040100 pci-class: sound audio
$ffff00 $040300 pci-class: sound audio
$ffff00 $060000 pci-class: host pci-host
$ffff00 $060100 pci-class: isa system-control
$ffff00 $060400 pci-class: pci pci-host
$ff0000 $060000 pci-class: bridge system-control
$ffff00 $070000 pci-class: serial uart
$ffff00 $070200 pci-class: serial uart
$ffff00 $080000 pci-class: interrupt-controller interrupt-controller
$ffff00 $080100 pci-class: dma-controller dma
$ffff00 $080200 pci-class: timer timer
$ffff00 $080300 pci-class: rtc rtc
$ffff00 $080500 pci-class: mmc mmc
$ff0000 $080000 pci-class: system system-control
$ff0000 $090000 pci-class: input input
$ffff00 $0c0300 pci-class: usb usb
$ffff00 $0c0500 pci-class: i2c i2c
$ff0000 $100000 pci-class: crypto crypto
0 0 pci-class: device unknown
\ PCI Code and ID Assignment 1.11, section 2
align here constant pci-caps
$01 pci-cap: power-management
$02 pci-cap: agp
$03 pci-cap: vital-product-data
$04 pci-cap: slot-id
$05 pci-cap: msi
$06 pci-cap: hot-swap
$07 pci-cap: pci-x
$08 pci-cap: hypertransport
$09 pci-cap: vendor
$0a pci-cap: debug-port
$0c pci-cap: hot-plug
$0d pci-cap: bridge-subsystem
$10 pci-cap: pci-express
$11 pci-cap: msi-x
$12 pci-cap: sata
$13 pci-cap: advanced-features
here constant pci-caps-end
\ UHCI 1.1, 2.1.7; OHCI 1.0a, 7.1.1; EHCI 1.0, 2.2.2; xHCI 1.1, 5.3.2;
\ AHCI 1.3.1, 3.1.5; NVMe 1.4, 3.1.2
align here constant pci-behinds
8 $ffffff00 $0c030000 $20 $10 $00800080 $00800080 pci-behind: generic-uhci
8 $ffffff00 $0c031000 $10 $00 $000000ff $00000010 pci-behind: generic-ohci
8 $ffffff00 $0c032000 $10 $00 $ffff0003 $01000000 pci-behind: generic-ehci
8 $ffffff00 $0c033000 $10 $00 $ff0f0003 $01000000 pci-behind: generic-xhci
8 $ffffff00 $01060100 $24 $10 $ffff0000 $00010000 pci-behind: generic-ahci
8 $ffffff00 $01080200 $10 $08 $ffff0000 $00010000 pci-behind: nvme
here constant pci-behinds-end
\ end of data rows

\ Configuration space -------------------------------------------------------
0 value ecam                    \ where it is memory; 0: behind two ports
0 value fn-at                   \ the function at hand
: cfg-at  ( reg -- addr space width )
   ecam if  fn-at 4 lshift + ecam + mem-space 4 exit  then
   risk-ceiling 2 < if  forbidden throw  then
   fn-at or $80000000 or $cf8 pl!  $cfc io-space 4
;
: cfg@  ( reg -- x )  cfg-at probe-read if  drop ones32  then ;
: cfg!  ( x reg -- )  cfg-at probe-write throw ;
: cfg-bits  ( reg shift mask -- x )  rot cfg@ rot rshift and ;
: real?  ( id -- flag )  $ffff and 1- $fffe u< ;
: there?  ( -- flag )  0 cfg@ real? ;
: class-code  ( -- x )  8 8 $ffffff cfg-bits ;
: bridge?  ( -- flag )  $c #16 $7f cfg-bits 1 = ;
: decoding  ( -- bits )  4 0 3 cfg-bits ;
: decoding!  ( bits -- )  4 0 $fffc cfg-bits or 4 cfg! ;
\ Run xt with decoding off.
: quiet  ( i*x xt -- j*x )
   decoding >r  0 decoding!  catch  r> decoding!  throw
;

\ Base registers --------------------------------------------------------------
begin-structure /bar  field: br>bits  field: br>base  field: br>size
end-structure
6 /bar * buffer: bars   variable #bars
: bar[]  ( i -- row )  /bar * bars + ;
: each-bar  ( xt -- )  {: xt :}  #bars @ 0 ?do  i bar[] xt execute  loop ;
: bar-reg  ( row -- reg )  br>bits @ $ff and ;
: bar-space  ( row -- space )  br>bits @ $3000000 and $1000000 = 1 and ;
: unplaced?  ( row -- flag )  br>base @ 0= ;
: keep-bar  ( bits base size -- )            \ a size is a power of two
   dup dup 1- and over 0= or if  drop 2drop exit  then
   #bars @ bar[] tuck br>size ! tuck br>base ! br>bits !  1 #bars +!
;
: swallow  ( x reg -- x2 )                   \ what it keeps of x; undone
   dup cfg@ {: x reg old :}  x reg cfg!  reg cfg@  old reg cfg!
;
: bar-bits  ( x -- bits )                    \ the binding's: space, prefetch
   dup 1 and if  drop $1000000 exit  then
   dup 4 and #22 lshift  swap 8 and #27 lshift or  $2000000 or
;
: long  ( lo hi -- x )  #16 lshift #16 lshift or ;
: address  ( x -- x2 )  dup 1 and if  $fffc  else  $fffffff0  then  and ;
: size-bar  ( reg -- reg2 )
   {: reg | x hi old :}
   ones32 to hi  $fffffffe reg swallow to x
   x 7 and 4 = if  ones32 reg 4 + swallow to hi  reg 4 + cfg@ to old  then
   x if
      x bar-bits reg or  reg cfg@ address old long
      x address x 1 and $ffff0000 * or hi long negate keep-bar
   then  reg  x 7 and 4 = 4 and + 4 +
;
: size-bars  ( -- )
   $10  bridge? if  $18  else  $28  then
   begin  2dup u<  while  >r size-bar r>  repeat  2drop
;
\ A host bridge may be how we reach memory: it is left alone.
: look-bars  ( -- )
   0 #bars !  class-code $ffff00 and $060000 <> if  ['] size-bars quiet  then
;

\ Addresses, and the windows through which the processor reaches them ---------
\ Per space: the next free address, the end; both 0 if no window is known.
create windows  0 , 0 , 0 , 0 ,
: window  ( space -- a-addr )  2* cells windows + ;
: take  ( size space -- base|0 )
   window {: size w :}  w @ size 1- + size negate and
   dup size + w cell+ @ u> w @ 0= or if  drop 0  else  dup size + w !  then
;
: set-base  ( base row -- )
   2dup br>base !  dup bar-reg swap br>bits @ {: base reg bits :}
   base ones32 and reg cfg!
   bits $3000000 and $3000000 = if  base #32 rshift reg 4 + cfg!  then
;
: place-bar  ( row -- )                      \ a page of memory at least
   dup unplaced? 0= if  drop exit  then
   dup br>size @ over bar-space tuck 0= $1000 and umax swap take
   dup if  swap set-base  else  2drop  then
;
\ Decoding may go on where no base register of that space is left without.
: ?lacks  ( have lack row -- have lack )
   {: row :}  2 row bar-space rshift
   row unplaced? if  or  else  rot or swap  then
;
: decode  ( -- )  0 0 ['] ?lacks each-bar invert and  decoding or decoding! ;

\ A window is found by its effect: base registers are set to a stretch of
\ nothing, and what reads there changes with decoding on and off.
variable sampled    variable candidate       \ the space, the address
: sample-bar  ( x row -- x2 )
   dup unplaced? over bar-space sampled @ <> or if  drop exit  then
   br>base @ $10 bounds do  #33 *  i sampled @ 4 probe-read + +  4 +loop
;
: sample  ( -- x )  0 ['] sample-bar each-bar ;
: spare?  ( addr -- flag )
   sampled @ 0= over memory-type ram-kind = and if  drop false exit  then
   sampled @ 4 probe-read if  drop true  else  void-value?  then
;
: all-spare?  ( step -- flag )
   true #16 0 do  dup if  drop candidate @ over i * + spare?  then  loop  nip
;
: retract  ( row -- )
   dup br>base @ candidate @ sampled @ window cell+ @ within
   if  0 swap set-base  else  drop  then
;
: try-window  ( step -- )
   #16 * candidate @ tuck + swap sampled @ window 2!
   decoding  ['] place-bar each-bar decode  sample ['] sample quiet = if
      dup decoding!  ['] retract each-bar  0 0 sampled @ window 2!
   then  drop
;
: find-window  ( space -- )
   dup sampled !  dup if  $100 ports? 0=  else  $1000000 false  then
   {: space step none :}
   #16 1 do
      space window @ none or if  leave  then
      i #16 * step * candidate !  step all-spare? if  step try-window  then
   loop
;
: ?find-window  ( row -- )
   dup unplaced? if  bar-space find-window  else  drop  then
;
: ?unplaced  ( n row -- n2 )  unplaced? - ;
: place-bars  ( -- )
   0 ['] ?unplaced each-bar if
      ['] ?find-window each-bar  ['] place-bar each-bar  decode
   then
;

\ Nodes -----------------------------------------------------------------------
: +$  ( addr u c-addr2 u2 -- addr u3 )  tree$ encode+ ;
: +hex  ( addr u x -- addr u2 )  hex$ +$ ;
: +end  ( addr u -- addr u2 )  s" " encode-string encode+ ;
: +int  ( addr u x -- addr u2 )  encode-int encode+ ;
: +long  ( addr u x -- addr u2 )  encode-long encode+ ;
: none$  ( -- addr 0 )  s" " tree$ ;
: class-row  ( -- row )
   class-code pci-classes
   begin  2dup 2@ rot and <>  while  6 cells +  repeat  nip
;
: slot$  ( c-addr u -- c-addr2 u2 )          \ ethernet@3,0
   tree$ s" @" +$  fn-at #11 rshift $1f and +hex
   s" ," +$  fn-at 8 rshift 7 and +hex
;
\ Virtio 1.1, 4.1.2: the type is in the id, or, of old, in the subsystem's.
: virtio  ( -- type true | false )
   0 cfg@ $10001af4 - dup $ffff and over $800000 u< 0= or
   if  drop false exit  then
   #16 rshift dup $40 u< if  drop $2c #16 $ffff cfg-bits  else  $40 -  then
   true
;
: compatible!  ( node -- )
   >r none$  virtio if  >r s" virtio,device" +$ r> +hex +end  then
   s" pci" +$  0 0 $ffff cfg-bits +hex
   s" ," +$  0 #16 $ffff cfg-bits +hex +end
   s" pciclass," +$  class-code $1000000 or hex$ 1 /string +$ +end
   s" compatible" r> property!
;
: list!  ( addr u c-addr u2 node -- )       \ an empty one is none
   3 pick if  property!  else  2drop 2drop drop  then
;
: function-node  ( parent -- node )
   class-row {: row :}
   row 2 cells + 2@ rot add-node  row 2 cells + 2@ slot$ 2 pick node>text 2!
   virtio if  drop s" virtio"  else  row 4 cells + 2@  then
   s" class" 4 pick string!
   dup compatible!  s" pci" s" space" 4 pick string!
   fn-at ecam if  $1000  else  $100  then  2 pick place!
;
\G Who says so, and how sure that is.
: sure!  ( kind percent node -- )
   >r encode-int s" confidence" r@ property!  kind$ s" by" r> string!
;
: +bar  ( addr u row -- addr u2 )
   >r  r@ br>bits @ fn-at or +int  r@ br>base @ +long  r> br>size @ +long
;
: ?+placed  ( addr u row -- addr u2 )
   dup unplaced? if  drop  else  +bar  then
;
: ?+unplaced  ( addr u row -- addr u2 )
   dup unplaced? if  +bar  else  drop  then
;
: note-bar  ( row -- )                       \ decoded memory is a region
   dup unplaced? over bar-space or decoding 2 and 0= or if  drop exit  then
   dup br>base @ swap br>size @  2dup 0 keep-found
   device-kind by-write region
;
: bars!  ( node -- )
   none$ ['] ?+placed each-bar  s" assigned-addresses" 4 pick list!
   none$ ['] ?+unplaced each-bar  s" unassigned-addresses" 4 roll list!
   ['] note-bar each-bar
;

\ Capabilities ----------------------------------------------------------------
: each-capability  ( i*x xt -- i*x )         \ xt ( i*x offset id -- i*x )
   $34 4 #20 1 cfg-bits if  cfg@  else  drop 0  then  {: xt at :}
   #48 0 do
      at $fc and to at  at $40 u< if  leave  then
      at dup cfg@ $ff and xt execute  at 8 $ff cfg-bits to at
   loop
;
: +capability  ( addr u offset id -- addr u2 )
   nip  pci-caps-end pci-caps ?do
      dup i @ = if  drop i cell+ 2@ +$ +end  unloop exit  then
   3 cells +loop  drop
;
: +structure  ( addr u offset id -- addr u2 )
   9 <> if  drop exit  then
   >r  r@ #24 $ff cfg-bits +int  r@ 4 + 0 $ff cfg-bits +int
   r@ 8 + cfg@ +int  r> $c + cfg@ +int
;
: capabilities!  ( node -- )
   none$ ['] +capability each-capability  s" capabilities" 4 pick list!
   virtio 0= if  drop exit  then  drop
   none$ ['] +structure each-capability  s" virtio-structures" 4 roll list!
;

\ Behind the base registers ---------------------------------------------------
: bits-so?  ( x a-addr -- flag )  2@ rot and = ;
: bar-of  ( reg -- row|0 )
   #bars @ 0 ?do
      i bar[] bar-reg over = if  drop i bar[] unloop exit  then
   loop  drop 0
;
: reads-so?  ( row -- flag )
   dup 3 cells + @ bar-of  {: row bar :}
   bar if  bar unplaced?  else  true  then  if  false exit  then
   bar br>base @ row 4 cells + @ +  bar bar-space  4 probe-read
   if  drop false  else  row 5 cells + bits-so?  then
;
: behind?  ( row -- flag )                   \ the control: decoding is off
   dup @ cfg@ over cell+ bits-so?  over reads-so? and
   if  ['] reads-so? quiet 0=  else  drop false  then
;
: prove!  ( node -- )
   {: node :}
   by-read #98  #bars @ if  2drop by-write #99  then
   pci-behinds-end pci-behinds do
      i behind? if
         2drop by-effect #99  i 7 cells + 2@ s" proven-by" node string!
      then
   9 cells +loop  node sure!
;

\ Buses -----------------------------------------------------------------------
variable last-bus    variable pci-deadline
defer scan-bus  ( node bus -- )
: mega-up  ( -- addr )                       \ a bridge forwards whole MiB
   mem-space window dup @ $fffff + $fffff invert and dup rot !
;
: forward  ( base end -- )                   \ an end of 0: nothing
   dup if  1- $fff00000 and swap #16 rshift or  else  2drop $fff0  then
   $20 cfg!
;
: subordinate!  ( bus -- )  #16 lshift $18 cfg@ $ff00ffff and or $18 cfg! ;
\ Where no firmware was: the next bus; no ports, nothing prefetchable.
: own-bridge  ( node -- )
   1 last-bus +!  last-bus @ 8 lshift fn-at #16 rshift or $18 cfg!
   $ff subordinate!  $f0 $1c cfg!  $fff0 $24 cfg!
   io-space window 2@ 2>r  0 0 io-space window 2!
   mega-up  dup mem-space window cell+ @ forward  decoding 2 or decoding!
   swap last-bus @ scan-bus  mega-up forward  last-bus @ subordinate!
   2r> io-space window 2!
;
: bus-range!  ( first last node -- )
   >r swap encode-int rot +int s" bus-range" r> property!
;
: bridge  ( node -- )
   $18 8 $ff cfg-bits  $18 #16 $ff cfg-bits {: node bus last :}
   bus 0= if  node own-bridge
   else  bus last-bus @ u> last bus u< 0= and if  node bus scan-bus  then  then
   $18 8 $ff cfg-bits  $18 #16 $ff cfg-bits  node bus-range!
;
: function  ( parent -- parent )
   look-bars place-bars
   dup function-node  dup bars!  dup capabilities!  dup prove!
   bridge? if  bridge  else  drop  then
;
: slot  ( parent fn -- parent )
   pci-deadline @ ?expired  breathe  dup to fn-at
   there? if  $c #23 1 cfg-bits 7 * 1+  else  0  then  0 ?do
      dup i 8 lshift or to fn-at  swap there? if  function  then  swap
   loop  drop
;
:noname  ( node bus -- )
   dup last-bus @ umax last-bus !  fn-at swap #16 lshift
   $10000 0 do  rot over i + slot -rot  $800 +loop
   drop to fn-at drop
; is scan-bus

\ Hosts -----------------------------------------------------------------------
: walk-host  ( node -- )
   windows 4 cells erase  0 last-bus !  #5000 ms-from-now pci-deadline !
   dup 0 scan-bus  0 last-bus @ rot bus-range!
;
: host-node  ( base size c-addr u -- node )
   class-pci -rot by-effect #99 device-node
;
: keeps-cf8?  ( x -- flag )  dup $cf8 pl! $cf8 pl@ = ;
variable port-host                           \ what is 0:0.0 there, or 0
: by-ports  ( -- )                           \ as Linux pci_check_type1()
   0 to ecam  0 to fn-at  0 port-host !
   ports? risk-ceiling 1 > and 0= if  exit  then
   $80000000 keeps-cf8?  $80010000 keeps-cf8? and  0 $cf8 pl!
   0= if  exit  then  there? 0= if  exit  then
   0 cfg@ port-host !  $cf8 8 s" pnpPNP,a03" host-node
   s" pci-host-cf8" 2 pick also!
   0 0 s" io-space" 4 pick property!  walk-host
;
\ ECAM has a host bridge at 0, and functions or nothing at the strides; what a
\ function is can't be written, its interrupt line can.
: strides?  ( -- flag )
   true  $10000 $800 do
      i to fn-at  there? 0 cfg@ ones32 = or and
   $800 +loop  0 to fn-at
;
: stays?  ( -- flag )
   0 cfg@ dup invert 0 cfg!  0 cfg@ over = swap 0 cfg!
   $3c cfg@ dup $5a xor $3c cfg!  $3c cfg@ over $5a xor = swap $3c cfg!  and
;
: host-bridge?  ( -- flag )
   0 to fn-at  there? 0= if  false exit  then
   class-code $ffff00 and $060000 <> if  false exit  then
   $c #16 $7f cfg-bits if  false exit  then
   0 cfg@ port-host @ <> if  strides? if  stays?  else  false  then
   else  false  then
;
: goes-on?  ( addr -- flag )
   region-at dup if  rg>kind @ dup unknown-kind = swap device-kind = or  then
;
: ecam-size  ( addr -- size )                \ of 256 buses, if all answers
   dup begin  dup goes-on?  while  region-at row-end  repeat  swap -
   $100000 umax $10000000 umin
;
: try-ecam  ( addr -- )
   dup memory-type dup ram-kind = swap nothing-kind = or if  drop exit  then
   to ecam  host-bridge? 0= if  exit  then
   ecam dup ecam-size  2dup 0 keep-found  2dup device-kind by-effect region
   s" pci-host-ecam-generic" host-node walk-host
;
: find-ecam  ( from step n -- )
   0 do
      over ['] try-ecam catch if  drop  then  breathe  tuck + swap
   loop  2drop
;
\G Find all PCI hosts, and what is behind them.
: identify-pci  ( -- )
   ['] by-ports catch drop
   $1000000 $1000000 #255 find-ecam
   4gib if  4gib $10000000 #4080 find-ecam  then  0 to ecam
;
