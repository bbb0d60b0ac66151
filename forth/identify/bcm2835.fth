\ bcm2835.fth - the blocks of Broadcom's BCM2835, 2836, 2837.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: BCM2835 ARM Peripherals (2012); Linux 6.1 drivers/clk/bcm/
\ clk-bcm2835.c, drivers/mmc/host/bcm2835.c (registers), arch/arm/boot/dts/
\ bcm283x.dtsi (places of parts); values measured on qemu 7.2.22
\ Never read here: mailbox 0, +0 and +$80, which give away a message.

\ data rows
class-system $400 #92 device: brcm,bcm2835-mbox   \ mail box 0, 1: empty
   $98 $40000000 reads  $b8 $40000000 reads  $90 $f reads
class-dma $1000 #75 device: brcm,bcm2835-dma      \ 16 channels enabled
   $ff0 $ffff reads  0 0 reads  4 0 reads  $100 0 reads  $fe0 0 reads
class-mmc $1000 #85 device: brcm,bcm2835-sdhost   \ FIFO empty, thresholds
   $34 $c60f reads  0 0 reads  4 0 reads  $30 0 reads
class-mmc $100 #92 device: brcm,bcm2835-sdhci     \ capabilities
   $40 $52134b4 reads  $24 $f8f000ff $f00000 bits
class-crypto $10 #88 device: brcm,bcm2835-rng     \ one word is there
   4 $ff000000 $1000000 bits  8 ones32 moves  0 $fffffffc 0 bits
class-watchdog $200 #85 device: brcm,bcm2835-pm   \ RSTC, RSTS
   $1c $102 reads  $20 $1000 reads  0 0 reads  $24 0 reads
class-dma $1000 #70 device: brcm,bcm2835-mphi
   $4c $20000 reads  0 0 reads  4 0 reads  $48 0 reads  $50 0 reads

\ The clock manager stands $101000 above the first block.
class-system $2000 #92 device: brcm,bcm2835-cprman
   $c $3000 reads  $70 $200 reads  $114 $1f00 reads  $1014 $144000 reads
parts
class-timer $20 #95 $-fe000 part: brcm,bcm2835-system-timer
   4 ones32 moves
class-irq $200 #90 $-f5e00 part: brcm,bcm2835-armctrl-ic
   $18 0 reads
class-gpio $1000 #88 $ff000 part: brcm,bcm2835-gpio
class-system 8 #88 $111000 part: brcm,bcm2835-thermal
   4 $400 $400 bits
class-system $400 #92 $-f5800 part: brcm,bcm2835-mbox
   $98 $40000000 $40000000 bits  $90 $f reads
class-dma $1000 #90 $-fa000 part: brcm,bcm2835-dma
   $ff0 $ffff reads
class-dma $1000 #85 $-fb000 part: brcm,bcm2835-mphi
   $4c $20000 reads
class-mmc $1000 #92 $101000 part: brcm,bcm2835-sdhost
   $34 $c60f reads
class-watchdog $200 #92 $-1000 part: brcm,bcm2835-pm
   $20 $1000 reads
class-irq $100 #85 $eff000 part: brcm,bcm2836-l1-intc
\ end of data rows
