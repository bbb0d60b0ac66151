\ boards.fth - registers that a board has beside its chips; small families.
\ SPDX-License-Identifier: 0BSD
\ needs: primecell.fth
\ source: ARM DUI 0411 (RealView PB-A8), DUI 0447 (V2M-P1), DUI 0225
\ (Versatile), DUI 0159 (Integrator/CP); measured on qemu 7.2.22

\ data rows
class-system $1000 #88 device: arm,vexpress-sysreg  \ SYS_100HZ, SYS_24MHZ
   $88 $ff000000 reads  $84 $ff some  $5c ones32 moves
parts
class-i2c $1000 #92 $16000 part: arm,versatile-i2c
   4 ones32 reads  8 ones32 reads  0 $fffffffc 0 bits
class-i2c $1000 #92 $150000 part: arm,versatile-i2c
   4 ones32 reads  8 ones32 reads  0 $fffffffc 0 bits
class-system $1000 #88 device: arm,realview-eb-syscon  also: syscon
   $44 $fffffffe 0 bits  $5c ones32 moves  $88 $00ffffff 0 bits  0 $fff some
parts
class-i2c $1000 #92 $2000 part: arm,versatile-i2c  \ all but one: write-only
   4 ones32 reads  8 ones32 reads  0 $fffffffc 0 bits
class-system $1000 #92 device: arm,versatile-sysreg  also: syscon  \ SYS_ID
   0 $ff0f0fff $41000004 bits  $5c ones32 moves  $88 $00ffffff 0 bits
parts
class-pci $1000 #80 $1000 part: arm,versatile-pci
class-i2c $1000 #92 $2000 part: arm,versatile-i2c
   4 ones32 reads  8 ones32 reads  0 $fffffffc 0 bits
class-irq $1000 #88 $3000 part: arm,versatile-sic
class-i2c $1000 #70 device: arm,versatile-i2c     \ SCL, SDA high; write-only
   4 ones32 some  0 $fffffffc 0 bits  4 ones32 reads  8 ones32 reads
   $c ones32 reads  $ffc ones32 reads
class-timer $1000 #90 device: arm,integrator-cp-timer  \ 3 timers of SP804
   8 $20 reads  $108 $20 reads  $208 $20 reads
class-system $800000 #92 device: arm,integrator-cp-syscon  \ CP_IDFIELD
   0 $ff0ff000 $41034000 bits  $c $fffffff0 $10 bits
class-system $1000 #95 device: arm,core-module-integrator  \ CM_ID, CM_INIT
   0 $ffff0000 $411a0000 bits  $10 $ff00ffff 0 bits  $24 $112 reads
parts
class-irq $1000 #88 $4000000 part: arm,versatile-fpga-irq
class-irq $1000 #88 $ba000000 part: arm,versatile-fpga-irq
class-system $1000 #88 $a000000 part: arm,integrator-cp-syscon
class-system $1000 #88 $bb000000 part: arm,integrator-cp-syscon
class-system $1000 #92 device: calxeda,hb-sregs
   $100 $35f20121 reads  $108 $35f30121 reads  $10c $35f40121 reads
parts
class-block $1000 #92 $-134000 part: generic-ahci
   4 $fffffffc $80000000 bits  $10 $10000 reads
class-gpio $1000 #80 device: marvell,musicpal-gpio
   $10 $ffff reads  $510 $ffff reads
class-flash $1000 #85 device: marvell,mv88w8618-flashcfg
   4 $fffe4285 reads  0 0 reads
class-flash $20000 #90 device: samsung,onenand  \ maker, device: 16 bits each
   0 $ff some  $1e000 $ffff $ec bits
\ end of data rows
