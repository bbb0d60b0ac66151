\ claims.fth - what firmware says of the machine, and whether that is so.
\ SPDX-License-Identifier: 0BSD
\ needs: probe/ram.fth know/map.fth
\ writes: rows of claims, apart from what was found; never a region or a node
\ A claim is read only if the node was told that it may be (boot flag 1), and
\ over the bus like all else. Its verdict is found anew each time it is asked.
\ We are never started by UEFI: its memory map is not among the sources.

\ data rows
kind: from-tree device-tree
kind: from-atags ATAGs
kind: from-multiboot multiboot
kind: from-acpi ACPI
kind: from-smbios SMBIOS
kind: from-nobody left-out
kind: it-holds holds
kind: fails fails
kind: untested untested
\ what is claimed: of RAM-KIND that this is RAM, of DEVICE-KIND a device, of
kind: reserved-kind reserved
kind: port-kind ports
kind: total-kind total
kind: text-kind text
\ end of data rows

begin-structure /claim
   field: cm>from  field: cm>kind  field: cm>base  field: cm>size
   #48 +field cm>name  \ counted
end-structure
#192 constant max-claims
/claim max-claims * buffer: claim-table    variable #claims
/claim buffer: left-out
: claim[]  ( i -- row )  /claim * claim-table + ;
: set-claim  ( base size kind c-addr u from row -- )
   {: row :}
   row cm>from !  #47 min row cm>name place
   row cm>kind !  row cm>size !  row cm>base !
;
\G Note what firmware says of [base, base+size); the name is what it calls it.
: claim  ( base size kind c-addr u from -- )
   #claims @ max-claims = if  2drop 2drop 2drop exit  then
   #claims @ claim[] set-claim  1 #claims +!
;
\G True if what firmware says may be read.
defer claims?  ( -- flag )
: claims-flag?  ( -- flag )  port-flags 2 and 0<> ;
' claims-flag? is claims?

\ Reading: little-endian, at any address, by aligned reads of 32 bits ---------
\G A byte of what firmware left, over the bus; throws if nothing answers.
: said-c@  ( addr -- char )
   dup -4 and rd throw  swap 3 and 3 lshift rshift $ff and
;
\G Its 32 bits, little-endian.
: said-l@  ( addr -- u )
   dup 3 and 0= if  rd throw exit  then
   0 4 0 do  over i + said-c@ i 3 lshift lshift or  loop  nip
;
\G A cell from two halves; -1 where a cell is too small for it.
: halves  ( lo hi -- u )
   1 cells 8 = if  #32 lshift or  else  if  drop -1  then  then
;
\G Its 64 bits.
: said-x@  ( addr -- u )  dup said-l@ swap 4 + said-l@ halves ;
#48 buffer: said-name
\G A text of it, up to a 0 or something that is none, at most 40 characters.
: said$  ( addr -- c-addr u )
   0  begin                                    ( addr n )
      2dup + said-c@ dup plain? 2 pick #40 < and
   while  over said-name + c!  1+  repeat
   drop nip said-name swap
;

\ Verdicts --------------------------------------------------------------------
: known-ram?  ( row -- flag )
   dup if  rg>kind @ dup ram-kind = swap mirror-kind = or  then
;
\ Past what is known to be RAM; a page that is not known is tried.
: ram-on  ( addr -- addr2 flag )
   dup region-at dup known-ram? if  nip row-end true exit  then
   if  false exit  then  dup ram-page? swap /block + swap
;
: ram-verdict  ( base size -- kind )
   over + 1- {: last :}
   dup last u> if  drop untested exit  then
   begin  dup last u> 0=  while
      ram-on 0= if  drop fails exit  then
   repeat  drop it-holds
;
variable asked-place
: ?holder  ( n node -- n2 )
   dup node-io? if  drop exit  then
   node-place asked-place @ -rot over + within if  1+  then
;
: device-verdict  ( base -- kind )
   dup asked-place !  0 ['] ?holder each-device if  drop it-holds exit  then
   dup 1 mem-space hazard? if  drop untested exit  then
   memory-type
   dup device-kind = over flash-kind = or over rom-kind = or
   if  drop it-holds exit  then
   dup nothing-kind = swap ram-kind = or if  fails  else  untested  then
;
\ A PC loses up to a MiB of its RAM to holes that its firmware counts as RAM.
: total-verdict  ( size -- kind )
   ram-size /mega + u> if  fails  else  it-holds  then
;
\G Holds, fails, or untested: what the experiments say of a claim.
: verdict  ( row -- kind )
   {: row :}
   row cm>from @ from-nobody = if  fails exit  then
   row cm>kind @
   dup ram-kind = if  drop row cm>base @ row cm>size @ ram-verdict exit  then
   dup device-kind = if  drop row cm>base @ device-verdict exit  then
   total-kind = if  row cm>size @ total-verdict  else  untested  then
;

\ What firmware left out, and the printers ------------------------------------
: speaks-of?  ( addr kind row -- flag )
   {: addr kind row :}
   row cm>kind @ dup kind = swap reserved-kind = or
   addr row cm>base @ dup row cm>size @ 1 umax + within and
;
: claimed?  ( addr kind -- flag )
   #claims @ 0 ?do
      2dup i claim[] speaks-of? if  2drop true unloop exit  then
   loop  2drop false
;
: any-of?  ( kind -- flag )
   #claims @ 0 ?do
      dup i claim[] cm>kind @ = if  drop true unloop exit  then
   loop  drop false
;
defer claim-user  ( row -- )
: ?left-out  ( base size kind c-addr u -- )
   from-nobody left-out set-claim
   left-out cm>base @ dup left-out cm>size @ 1 umax + 1-
   left-out cm>kind @ tuck claimed? -rot claimed? and
   left-out cm>kind @ any-of? 0= or if  exit  then
   left-out claim-user
;
: ?ram-left-out  ( row -- )
   dup rg>kind @ ram-kind <> if  drop exit  then
   dup rg>base @ swap rg>size @ ram-kind s" found" ?left-out
;
: ?device-left-out  ( node -- )
   dup node-io? if  drop exit  then
   dup node-place drop 1 device-kind 3 roll node$ ?left-out
;
\G Run xt ( row -- ) for each claim, then for each thing that firmware left out.
: each-claim  ( xt -- )
   is claim-user
   #claims @ 0 ?do  i claim[] claim-user  loop
   ['] ?ram-left-out memory-regions  ['] ?device-left-out each-device
;
\G Print who claims a thing, and what it is called there.
: .claim-what  ( row -- )  dup cm>from @ kind$ type ." : " cm>name count type ;
\G Print what is claimed.
: .claim-says  ( row -- )
   dup cm>kind @ dup kind$ type text-kind = if  drop exit  then
   dup cm>kind @ total-kind <> if  ."  0x" dup cm>base @ hex$ type  then
   cm>size @ ?dup if  ."  0x" hex$ type  then
;
: .claim  ( row -- )
   dup verdict kind$ #10 type-left
   dup .claim-says ." , says " .claim-what cr
;
\G Print each claim of firmware with its verdict; and what firmware left out.
: .claims  ( -- )
   cr claims? 0= if  ." no claim was read: none is allowed" cr exit  then
   ['] .claim each-claim
;
