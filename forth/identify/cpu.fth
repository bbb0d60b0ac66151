\ cpu.fth - which processor this is, from what its own registers say.
\ SPDX-License-Identifier: 0BSD
\ needs: know/map.fth identify/features.fth
\ reads: PORT-ID; nothing outside the processor
\ source: Arm ARM D13.2.95 (MIDR); Intel SDM vol. 2A CPUID; RISC-V privileged
\ architecture 3.1 (mvendorid, misa); values from Linux 6.1 cputype.h

\ A row: a register, the bits looked at, what they are, what that means.
align here constant cpu-rows
: cpu:  ( mask value "register" "text" -- )
   swap , ,  parse-name 2, #10 parse 2,
;
\ data rows
$ff000000 $41000000 cpu: midr ARM
$ff000000 $46000000 cpu: midr Fujitsu
$ff000000 $51000000 cpu: midr Qualcomm
$ff000000 $61000000 cpu: midr Apple
$ff00fff0 $4100d030 cpu: midr Cortex-A53
$ff00fff0 $4100d040 cpu: midr Cortex-A35
$ff00fff0 $4100d050 cpu: midr Cortex-A55
$ff00fff0 $4100d070 cpu: midr Cortex-A57
$ff00fff0 $4100d080 cpu: midr Cortex-A72
$ff00fff0 $4100d0b0 cpu: midr Cortex-A76
$ff00fff0 $4100d0c0 cpu: midr Neoverse-N1
$ff00fff0 $46000010 cpu: midr A64FX
$ffffffff $756e6547 cpu: cpuid.0.ebx Intel
$ffffffff $68747541 cpu: cpuid.0.ebx AMD
$ffffffff $54474354 cpu: cpuid.40000000.ebx under QEMU TCG
$ffffffff $4b4d564b cpu: cpuid.40000000.ebx under KVM
$ffffffff $489 cpu: mvendorid SiFive
$ffffffff $5b7 cpu: mvendorid T-Head
$1000 $1000 cpu: misa multiply (M)
$1 $1 cpu: misa atomics (A)
$4 $4 cpu: misa compressed code (C)
$28 $28 cpu: misa floating point (F D)
$80 $80 cpu: misa hypervisor (H)
\ end of data rows
here constant cpu-rows-end

: says?  ( c-addr u x row -- flag )          \ the register's name and value
   {: a u x row :}
   row 2 cells + 2@ a u str=  x row @ and row cell+ @ = and
;
: .meaning  ( c-addr u x -- )
   {: a u x :}
   cpu-rows-end cpu-rows ?do
      a u x i says? if  2 spaces i 4 cells + 2@ type  then
   6 cells +loop
;
variable column
: .id  ( c-addr u x -- )                     \ two to a line; zeros say nothing
   dup 0= if  drop 2drop exit  then
   >r column @ 0= if  cr  then  column @ invert column !
   tuck type #20 swap - 1 max spaces
   '$' emit r> hex$ tuck type #19 swap - 0 max spaces
;
\ x86 keeps a name of 48 bytes in three leaves, four bytes a register.
: .letters  ( c-addr u x -- )
   >r s" cpuid.8000000" 2over 2over nip min str= 0= if  2drop rdrop exit  then
   #13 /string drop c@ '2' '5' within r> swap 0= if  drop exit  then
   4 0 do  dup i 8 * rshift $ff and dup if  emit  else  drop  then  loop  drop
;
\G Print what the processor says about itself.
: .cpu  ( -- )
   cr isa$ type ." , " .clock ['] .letters each-id cr  ['] .meaning each-id
   0 column !  ['] .id each-id  .features
   s" cores" root prop? if
      decode-int .dec 2drop ."  processors, says "
      s" cores-by" root node-text type cr
   then
;
