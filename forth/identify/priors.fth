\ priors.fth - addresses that UARTs like: they order the search, no more.
\ SPDX-License-Identifier: 0BSD
\ needs: probe/bus.fth
\ writes: PRIORS, looked at first unless the node was told to be blind
\ source: device-tree sources of Linux 6.1 and qemu 7.2 hw/; facts only

align here constant priors
\ A row: its page, or its port; the rest of the line says whose it is.
: prior:  ( addr space "why" -- )  2, #10 parse 2drop ;
\ data rows
$3f8 io-space prior: COM1 of the PC
$2f8 io-space prior: COM2
$3e8 io-space prior: COM3
$2e8 io-space prior: COM4
$9000000 mem-space prior: qemu arm virt
$10000000 mem-space prior: qemu riscv virt; jh7110
$3f201000 mem-space prior: bcm2836, bcm2837: the PL011
$3f215000 mem-space prior: bcm2837: the mini-UART
$fe201000 mem-space prior: bcm2711: the PL011
$fe215000 mem-space prior: bcm2711: the mini-UART
$20201000 mem-space prior: bcm2835: the PL011
$10009000 mem-space prior: vexpress-a9, realview
$1c090000 mem-space prior: vexpress-a15
$101f1000 mem-space prior: versatile
$16000000 mem-space prior: integrator
$60000000 mem-space prior: qemu sbsa-ref
$10010000 mem-space prior: fu540, fu740
$20000000 mem-space prior: polarfire soc
$ff000000 mem-space prior: zynqmp, versal
$ff010000 mem-space prior: zynqmp, the second one
$e0000000 mem-space prior: zynq-7000
$e0001000 mem-space prior: zynq-7000, the second one
$1e784000 mem-space prior: aspeed
$1c28000 mem-space prior: allwinner
$5000000 mem-space prior: allwinner h6
$2500000 mem-space prior: allwinner d1
$2020000 mem-space prior: i.mx6
$30860000 mem-space prior: i.mx8m
$13800000 mem-space prior: exynos 4
$40100000 mem-space prior: pxa
$f0001000 mem-space prior: npcm7xx
$fff36000 mem-space prior: highbank
$ff1a0000 mem-space prior: rk3399
$ff130000 mem-space prior: rk3328
$7ff80000 mem-space prior: juno
$f8015000 mem-space prior: hi6220
\ end of data rows
\G How many popular addresses there are.
here priors - 2 cells / constant #priors
\G The i-th popular address: 2@ gives addr and space.
: prior[]  ( i -- a-addr )  2* cells priors + ;

\ Families: devices that are at the same places in many machines -------------
: name,  ( "name" -- )  parse-name dup c, here over allot swap move ;
create class-names
: class:  ( "name" -- )  name, ;
\ The letters a, b, c ... of host/priors_pack.awk, in this order.
\ data rows
class: uart
class: timer
class: interrupt-controller
class: rtc
class: gpio
class: watchdog
class: dma
class: i2c
class: spi
class: mmc
class: block
class: ethernet
class: display
class: input
class: usb
class: pci-host
class: virtio
class: fw-cfg
class: flash
class: system-control
class: audio
class: crypto
class: unknown
\ end of data rows
align
: letter-class$  ( char -- c-addr u )
   class-names swap 'a' ?do  count +  loop  count
;
\ In memory: a link, the name (counted), the unit (a byte), the places, 0.
variable families    variable last-family    families last-family !
variable #families
\G More places of the family at hand: letters and digits.
: places  ( "places" -- )  parse-name here over allot swap move ;
\G A family: its name, the unit (a shift) of its places, and these.
: family:  ( "name" "unit" "places" -- )
   0 c, align  here last-family @ !  here last-family !  0 ,  1 #families +!
   name,  parse-name number? 0= if  -24 throw  then  c,  places
;

: family$  ( family -- c-addr u )  cell+ count ;
: digit  ( char -- n )  dup '9' > if  'A' - #10 +  else  '0' -  then ;
: place-of-unit  ( u unit -- addr )             \ -1: beyond this processor
   2dup lshift 2dup swap rshift 3 pick = if  nip nip  else  drop 2drop -1  then
;
\G Run xt ( addr letter -- more? ) for each place of a family.
: each-place  ( family xt -- )
   swap family$ + count {: xt a unit | n at step -- :}
   0 to n  0 to at  0 to step  a
   begin  count dup  while
      dup 'a' < if  digit n #36 * + to n
      else
         n if  n to step  0 to n  then
         at step + to at
         at unit lshift swap xt execute 0= if  drop exit  then
      then
   repeat  2drop
;

0 value likely-family                          \ it was seen to be so, or 0
\ What was seen so far: two sets of bits under a hash of the address. A clash
\ is rare, and no more than a wrong hint.
$2000 buffer: seen-there    $2000 buffer: seen-missing
: bit-of  ( addr set -- mask c-addr )
   over 8 rshift rot #20 rshift 5 * + $9e37 * $ffff and
   dup 7 and 1 swap lshift  -rot 3 rshift +
;
: in-set?  ( addr set -- flag )  bit-of c@ and 0<> ;
: to-set  ( addr set -- )  bit-of tuck c@ or swap c! ;
\G A device answers at addr (true), or nothing does.
: prior-seen  ( flag addr -- )
   swap if  seen-there  else  seen-missing  then  to-set
;
variable hits    variable misses
: weigh  ( addr letter -- true )
   drop dup seen-there in-set? if  1 hits +!  then
   seen-missing in-set? if  1 misses +!  then  true
;
: score  ( family -- n )
   0 hits !  0 misses !  ['] weigh each-place  hits @ misses @ -
;
#400 constant max-families
max-families buffer: walked                    \ a byte for each family
\ The family that fits best what was seen and was not walked; n its number.
: best-family  ( -- family n | 0 0 )
   families @ 0 {: at n | best number most -- :}
   0 to best  0 to number  0 to most
   begin  at  while
      walked n + c@ 0= if
         at score dup most > if  to most at to best n to number
         else  drop  then
      then  at @ to at  n 1+ to n
   repeat  best number
;
defer look-at-prior  ( addr -- flag )
: known?  ( addr -- flag )
   dup seen-there in-set? swap seen-missing in-set? or
;
\ Where the search starts from: devices that are known already. Who has ports
\ is a PC, if anything, and that has a local APIC.
: ?seen-node  ( node -- )
   dup node-io? if  drop $fee00000  else  node-place drop  then
   true swap prior-seen
;
: ?seen-region  ( row -- )
   dup rg>kind @ device-kind = if  true swap rg>base @ prior-seen
   else  drop  then
;
: seed-priors  ( -- )
   seen-there $2000 erase  seen-missing $2000 erase  -1 seen-missing to-set
   walked max-families erase  0 to likely-family
   ['] ?seen-node each-device  ['] ?seen-region memory-regions
;
\ One place: it is asked once. A family that is mostly wrong is left. Where
\ nothing reads as an idle device does, a miss counts half.
: try-prior  ( addr letter -- more? )
   drop dup known? 0= if
      dup look-at-prior 2dup swap prior-seen
      if  2 hits  else  sharp? 1- negate misses  then  +!
   then  drop
   misses @ hits @ 8 + <
;
: walk-family  ( family -- )
   dup score drop  hits @ 2* hits !  misses @ 2* misses !
   dup ['] try-prior each-place
   hits @ misses @ > hits @ #11 > and likely-family 0= and
   if  to likely-family  else  drop  then
;
variable asked-for    variable letter-there
: ?letter  ( addr letter -- more? )
   swap asked-for @ = if  letter-there ! false  else  drop true  then
;
\G What the likely family has at this place: a class by prior; empty: nothing.
: prior-class$  ( addr -- c-addr u )
   asked-for !  0 letter-there !
   likely-family if  likely-family ['] ?letter each-place  then
   letter-there @ dup if  letter-class$  else  dup  then
;
\G Run xt ( addr -- flag ) at places where devices are likely, likeliest first;
\G it says whether a device is there. What it says orders the rest.
: prior-places  ( xt -- )
   is look-at-prior  seed-priors
   8 begin  dup  while
      best-family over if
         1 over walked + c!  drop
         dup walk-family  likely-family = if  drop 3  else  1-  then
      else  2drop drop 0  then
   repeat  drop
;
