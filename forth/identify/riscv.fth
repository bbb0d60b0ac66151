\ riscv.fth - interrupt controllers and blocks beside RISC-V processors.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: RISC-V PLIC 1.0; SiFive FU540-C000 manual v1p4, FE310-G000 manual;
\ Microchip PolarFire SoC register map; measured on qemu 7.2.22
\ Never read here: the claim register of the PLIC, +$200004.

: riscv?  ( -- flag )  isa$ 5 min s" riscv" str= ;
\ Zeros at priorities, at the pending bit of source 0, which is none, enables
\ and the first threshold. Flash in which nothing was written reads the same;
\ a machine has one PLIC.
variable plics    0 plics !
: plic-like?  ( addr row -- flag )
   drop riscv? 0= plics @ or if  drop false exit  then
   0 over seen@ rot or or  over $1000 + seen@ swap 1 and or or
   over $2000 + seen@ rot or or  swap $200000 + seen@ rot or or  0=
;
\ The priority of source 1 keeps a few bits of all.
: few-bits?  ( -- flag )  ones32 1 reg#!  1 reg#@ 1 #256 within ;
: plic-proof  ( -- flag )  ['] few-bits? 1 with-reg  dup plics ! ;

\ data rows
class-irq $4000000 #95 device: sifive,plic-1.0.0
   0 0 0 ' plic-like? tested  ' plic-proof proof
   $4000000 each
\ A CLINT is an MSWI and an MTIMER: RISC-V ACLINT, 1.2
class-timer $4000 #97 device: sifive,clint0       \ mtime counts; msip one bit
   $bff8 ones32 some  0 $fffffffe 0 bits  $bff8 ones32 moves  $10000 each
parts
class-timer $8000 #97 $4000 part: riscv,aclint-mtimer
   $7ff8 ones32 moves

class-system $1000 #95 device: sifive,fu540-c000-prci
   4 $ff000000 $82000000 bits  $c $ff000000 $82000000 bits
   $1c $ff000000 $82000000 bits  0 $c0000000 $c0000000 bits
parts
class-timer $1000 #88 $20000 part: sifive,pwm0  2 $1000 many
class-gpio $1000 #88 $60000 part: sifive,gpio0
class-dma $100000 #88 $-d000000 part: sifive,fu540-c000-pdma
class-system $1000 #85 device: sifive,fe310-g000-prci
   0 $c0000000 reads  4 $c0000000 reads  8 $80060000 reads
class-spi $1000 #92 device: sifive,spi0           \ csdef, delay0, delay1
   $28 $10001 reads  $2c 1 reads  $14 1 reads
class-spi $1000 #88 device: sifive,spi0
   $28 $1001 reads  $2c 1 reads  $14 $ff some  0 $fffff000 0 bits
class-system $1000 #70 device: sifive,fu540-c000-otp
   $18 $ff reads  0 0 reads  4 0 reads  8 0 reads  $c 0 reads  $14 0 reads
   $1c 0 reads
class-system $1000 #80 device: microchip,mpfs-ddr-sgmii-phy
   $208 $14 reads  $814 1 reads  $834 8 reads  $c20 $4040 reads
parts
class-system $40000 #85 $79000 part: microchip,mpfs-ddr
class-dma $100000 #85 $-1d007000 part: sifive,fu540-c000-pdma
class-system $1000 #75 device: microchip,mpfs-ccc
   4 $02000000 reads  0 0 reads  8 0 reads  $c 0 reads  $10 0 reads
class-system $2000 #75 device: microchip,mpfs-sysreg-scb
   $b8 $40 reads  0 0 reads  4 0 reads  $b4 0 reads  $bc 0 reads
\ end of data rows
