\ pc.fth - the fixed devices of a PC: ports, and what sits below 4 GiB.
\ SPDX-License-Identifier: 0BSD
\ needs: identify/devices.fth
\ reads: ports of the PC architecture, where the processor has ports
\ writes: their registers, undone; nodes of what acts as its facts say
\ source: named at each kind; values at reset were measured on qemu 7.2.22
\
\ These devices have no identification: each is told by what its registers do.
\ A fact is a register and a test; all must hold, in their order, and memory
\ that holds what was written must fail one of them.

\ Facts ---------------------------------------------------------------------
begin-structure /fact
   field: fa>test   \ xt ( reg mask value -- flag )
   field: fa>reg    field: fa>mask   field: fa>value
end-structure
variable facts    0 facts !     \ heads: next, signature, count; then the facts
create undos  #16 cells allot    variable #undo
: undo  ( -- )
   begin  #undo @  while
      -1 #undo +!  undos #undo @ 2* cells + 2@ reg#!
   repeat
;
: holds-so?  ( fact -- flag )
   >r r@ fa>reg @  r@ fa>mask @  r@ fa>value @  r> @ execute
;
: all-so?  ( head -- flag )
   dup 3 cells + swap 2 cells + @ /fact * bounds ?do
      i holds-so? 0= if  false unloop exit  then
   /fact +loop  true
;
: facts-of  ( sig -- head )  facts  begin  @ 2dup cell+ @ =  until  nip ;
\ Its facts are tried by writes, so at its own places only: elsewhere bit 0 of
\ the first register may reset the machine (i.MX watchdog).
variable fixed    0 fixed !
: placed?  ( -- flag )
   fixed  begin  @ dup  while
      dup cell+ 2@ here-is pl>sig @ = swap here-is pl>base @ = and
      if  drop true exit  then
   repeat
;
: act?  ( -- flag )
   placed? 0= if  false exit  then
   0 #undo !  here-is pl>sig @ facts-of ['] all-so? catch  undo  throw
;
\G The facts that prove the last signature follow.
: acts  ( -- )
   align here  facts @ ,  last-sig @ ,  0 ,  facts !  ['] act? proof
;
: fact  ( reg mask value xt -- )  , rot , swap , ,  1 facts @ 2 cells + +! ;
: gives?  ( reg mask value -- flag )  rot reg#@ rot and = ;
: flips?  ( reg mask value -- flag )         \ value: what changes of the mask
   2 pick reg#@ {: reg mask value old :}
   old mask xor reg reg#!  reg reg#@ old xor mask and  old reg reg#!  value =
;
: sends?  ( reg mask value -- flag )  nip swap reg#! true ;
: selects?  ( reg mask value -- flag )
   2 pick dup reg#@ swap undos #undo @ 2* cells + 2!  1 #undo +!  sends?
;
: forgets?  ( reg mask value -- flag )  nip tuck over reg#! reg#@ <> ;
: runs?  ( reg mask value -- flag )
   drop over reg#@ {: reg mask old :}
   #1000 0 do
      reg reg#@ old xor mask and if  true unloop exit  then
   loop  false
;
: does?  ( xt mask value -- flag )  2drop execute ;
\G The bits of mask read as value.
: gives  ( reg mask value -- )  ['] gives? fact ;
\G The bits of mask can be written.
: flips  ( reg mask -- )  dup ['] flips? fact ;
\G They can't, nor do they change others of the mask.
: lacks  ( reg mask -- )  0 ['] flips? fact ;
\G A command goes out.
: sends  ( reg x -- )  0 swap ['] sends? fact ;
\G An index is set; it comes back in the end.
: selects  ( reg x -- )  0 swap ['] selects? fact ;
\G What was written is not what is read.
: forgets  ( reg x -- )  0 swap ['] forgets? fact ;
\G The bits of mask change by themselves, within 1,000 reads.
: runs  ( reg mask -- )  0 ['] runs? fact ;
\G A test of its own, xt ( -- flag ).
: does  ( xt -- )  0 0 ['] does? fact ;
\G The last signature is looked for at this place; before its facts.
: at  ( base -- )
   align here  fixed @ , last-sig @ , swap ,  fixed !
   -1 last-sig @ sg>whole !                  \ no page is it for how it reads
;

\ Tests of their own ----------------------------------------------------------
\ Counter 2, latched: the only one that nothing else counts on.
: pit-2  ( -- u )  $d8 3 reg#!  2 reg8@  2 reg8@ 8 lshift or ;
: pit-moves?  ( -- flag )  pit-2 false  #100 0 do  over pit-2 <> or  loop  nip ;
\ One port, two bytes, by a flip-flop; channel 1, which nothing asks for.
: dma-pair@  ( -- lo hi )  0 $c reg#!  2 reg8@ 2 reg8@ ;
: dma-pair!  ( lo hi -- )  0 $c reg#!  swap 2 reg#! 2 reg#! ;
: dma-pair?  ( -- flag )
   dma-pair@  $12 $e7 dma-pair! dma-pair@ $e7 = swap $12 = and
   -rot dma-pair!
;

\ data rows
\ Intel 8259A, 231468: OCW1 is kept, OCW3 chooses what is read
class-irq sig: intel,i8259
   io-space 1 0 2 registers  $20 at  $a0 at  acts
   1 $ff flips  0 $0b forgets  0 $0a forgets
class-system sig: intel,elcr                 \ Intel 82371AB, 4.3.1
   io-space 1 0 1 registers  $4d0 at  acts
   0 7 lacks  0 $f8 flips
class-system sig: intel,elcr                 \ of the second 8259
   io-space 1 0 1 registers  $4d1 at  acts
   0 $21 lacks  0 $de flips
\ Intel 8254, 231164: read-back; its gate is port 61, bit 0
class-timer sig: intel,i8254
   io-space 1 0 4 registers  $40 at  acts
   $21 1 selects  3 $b0 sends  2 $ff sends  2 $ff sends
   3 $e8 sends  2 $3f $30 gives  ' pit-moves? does
class-audio sig: pnpPNP,800                  \ PS/2 TRM 1987: bit 4 is refresh
   io-space 1 0 1 registers  $61 at  acts
   0 $10 runs  0 $c0 0 gives  0 1 flips
\ Motorola MC146818: divider, valid RAM and time; register C is never read
class-rtc sig: motorola,mc146818
   io-space 1 0 2 registers  $70 at  acts
   0 $0a sends  1 $70 $20 gives  0 $0d sends  1 $ff $80 gives
   0 $0b sends  1 $f8 0 gives  0 $0d sends
class-dma sig: intel,i8237                   \ Intel 8237A, 231466
   io-space 1 0 $10 registers  0 at  acts
   ' dma-pair? does  8 $f0 0 gives
class-dma sig: intel,i8237                   \ a word per register
   io-space 1 1 $20 registers  $c0 at  acts
   ' dma-pair? does  8 $e0 0 gives
\ Intel 82077AA, 290166: VERSION asks for one byte and then is idle again
class-block sig: pnpPNP,700
   io-space 1 0 8 registers  $3f0 at  $370 at  acts
   4 $ff $80 gives  5 $10 sends  4 $f0 $d0 gives  5 $ff $90 gives
   4 $ff $80 gives
\ ATA/ATAPI-4: $206 is the alternate status; the error register is read only
class-block sig: pnpPNP,600
   io-space 1 0 8 registers  $1f0 at  $170 at  acts
   $206 $c9 $40 gives  2 $ff flips  3 $ff flips  1 $12 forgets
class-system sig: pnpPNP,400                 \ IEEE 1284: status is read only
   io-space 1 0 3 registers  $378 at  $278 at  $3bc at  acts
   0 $ff flips  1 $78 lacks  2 2 flips  1 $27 forgets
\ IBM VGA, XGA TRM 1990: map mask has four bits, bit mask eight
class-display sig: pnpPNP,900
   io-space 1 0 $20 registers  $3c0 at  acts
   4 2 selects  5 $0f flips  5 $f0 lacks  $e 8 selects  $f $ff flips
\ National DP8390D: stopped, page 0: BNRY is kept, RSR and ISR are as at reset.
\ Pages are not turned: what the command register held can't be put back.
class-ethernet sig: pnpPNP,80d6
   io-space 1 0 $20 registers  $280 at  $300 at  $320 at  $340 at  acts
   7 $ff $80 gives  0 $c6 0 gives  3 $3f flips  3 $15 flips
   7 $ff $80 gives  0 $c6 0 gives
\ Intel 82093AA, 290566: index and data; a second one as in qemu microvm.c
class-irq sig: intel,ioapic
   mem-space 4 2 $1000 registers  0 $ffffff00 0 bits
   $fec00000 at  $fec10000 at  acts
   0 1 selects  4 $ff00ffce 0 gives  4 $10000 $10000 gives
   4 $ffffffff lacks  0 0 sends  4 $f000000 flips
class-irq sig: intel,lapic                   \ Intel SDM vol. 3, 11.4
   mem-space 4 4 $1000 registers  $30 $ff00fff0 $10 bits
   $fee00000 at  acts
   3 $ff00fff0 $10 gives  3 $ffffffff lacks  8 $f0 flips
\ IA-PC HPET 1.0a, 2.3: 10 fs to 100 ns; it counts while it is on
class-timer sig: intel,hpet
   mem-space 4 2 $400 registers  0 $ffff00ff $80860001 bits
   $fed00000 at  acts
   0 $ffff00ff $80860001 gives  1 $f8000000 0 gives  1 $ffffffff lacks
   4 1 selects  $3c $ff runs
\ end of data rows

\ The search ------------------------------------------------------------------
: note-fixed  ( base sig -- )
   {: base sig :}
   base sig sg>size @ sig sg>class @ sig compatible$ by-effect #99 device-node
   sig sg>space @ if
      >r 0 0 s" io-space" r> property!
   else  drop  base sig sg>size @  2dup sig keep-found
      device-kind by-effect region
   then
;
\ The ports of a display that is a PCI function belong to that.
: ?display  ( sig flag node -- sig flag2 )
   dup node-pci? if
      s" class" rot node-text 3 pick sg>class @ kind$ str= or
   else  drop  then
;
: on-pci?  ( sig -- flag )
   dup sg>class @ class-display =  swap false ['] ?display each-device
   nip and
;
: try-fixed  ( base sig -- )
   breathe  dup fooled? over on-pci? or if  2drop exit  then
   2dup look-at  dup prove if  note-fixed  else  2drop  then
;
: ?fixed  ( row -- )  dup 2 cells + @ swap cell+ @ try-fixed ;
\ Intel 8042: status only, by its port; what its data means, only its driver
\ may know. Reading status does nothing, the row of hazards is for writes.
: try-i8042  ( -- )
   $64 pc@ dup $c3 and  swap $1c and 0= or  if  exit  then
   $60 5 class-input s" pnpPNP,303" by-read #85 device-node
   >r 0 0 s" io-space" r> property!
;
\G Find the fixed devices of a PC, where there are ports.
: identify-ports  ( -- )
   ports? risk-ceiling 1 > and 0= if  exit  then
   ['] ?fixed fixed list-each  try-i8042
;
