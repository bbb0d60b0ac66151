\ pxa.fth - the blocks of Intel's (Marvell's) PXA2xx and SA-11x0.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: PXA27x Developer's Manual (reset values, places: table 28-1),
\ SA-1110 Developer's Manual; measured on qemu 7.2.22

\ data rows
class-dma $10000 #92 device: marvell,pdma-1.0     \ DCSR: 16 stopped channels
   0 8 reads  4 8 reads  8 8 reads  $1c 8 reads  $3c 8 reads
class-rtc $10000 #92 device: marvell,pxa-rtc      \ RTTR; seconds
   $c $7fff reads  0 $10000000 $f0000000 between
class-mmc $100000 #75 device: marvell,pxa-mmc     \ response FIFO
   $30 $40 reads  0 0 reads  4 0 reads  8 0 reads  $c 0 reads
class-audio $100000 #75 device: marvell,pxa-i2s   \ SADIV
   $60 $1a reads  0 0 reads  4 0 reads  $c 0 reads
class-spi $1000 #65 device: marvell,pxa27x-ssp    \ SSDR of an empty FIFO
   $10 ones32 some  $10 ones32 reads  0 0 reads  4 0 reads  $c 0 reads
   $28 0 reads  $14 0 reads
class-system $1000 #88 device: marvell,pxa-memc   \ MDREFR, ARB_CNTL
   4 $3ca4000 reads  $14 $fffffff1 1 bits
class-gpio $1000 #88 device: sharp,scoop          \ the same every 64 bytes
   8 2 reads  $48 2 reads  $88 2 reads  4 0 reads
class-gpio $1000 #88 device: sharp,scoop
   8 2 reads  $48 2 reads  $88 2 reads  0 $ffff0000 0 bits
class-flash $40 #75 device: sharp,sl-nand
   $14 $ff00ff reads  $18 $20 reads

\ The interrupt controller: highest priority, and IPR of none pending
class-irq $100000 #92 device: marvell,pxa-intc
   $18 $3f003f reads  $14 $fffffffe 0 bits
parts
class-timer $1000 #95 $-300000 part: marvell,pxa-timer
   $10 ones32 moves
class-gpio $1000 #90 $100000 part: intel,pxa27x-gpio
class-system $100 #88 $200000 part: marvell,pxa-power
class-i2c $100 #88 $200100 part: mrvl,pxa-i2c
class-i2c $10000 #88 $-a00000 part: mrvl,pxa-i2c
class-system $1000 #90 $600000 part: marvell,pxa270-clocks
class-input $1000 #80 $800000 part: marvell,pxa27x-keypad
class-display $100000 #88 $3300000 part: marvell,pxa2xx-lcdc
class-spi $1000 #88 $300000 part: marvell,pxa27x-ssp
   $10 ones32 reads  0 0 reads
class-spi $1000 #88 $a00000 part: marvell,pxa27x-ssp  2 $200000 many
   $10 ones32 reads  0 0 reads
class-mmc $100000 #88 $400000 part: marvell,pxa-mmc
   $30 $40 reads  0 0 reads
class-audio $100000 #88 $-900000 part: marvell,pxa-i2s
   $60 $1a reads  0 0 reads
class-block $10000000 #80 $-20d00000 part: intel,pxa2xx-pcmcia
   2 $10000000 many
\ Intel DBPXA27x (Mainstone) User's Guide: the board's FPGA, Ethernet
class-system $100000 #90 $-38d00000 part: intel,mainstone-fpga
   $e0 $420 reads  $e4 $420 reads
class-ethernet $10 #90 $-30cffd00 part: smsc,lan91c111
   $c $ff00fff8 $33000000 bits

\ SA-11x0: peripheral pins; the rest stands round it
class-system $1000 #90 device: intel,sa1100-ppc
   8 $fffbefff reads  $10 $fff80ffe reads  0 $ffc00000 $ffc00000 bits
parts
class-irq $1000 #88 $-10000 part: intel,sa1100-ic
class-gpio $1000 #88 $-20000 part: intel,sa1100-gpio
class-rtc $1000 #88 $-50000 part: mrvl,sa1100-rtc
   4 $10000000 $f0000000 between
class-timer $1000 #92 $-60000 part: intel,sa1100-timer  also: marvell,pxa-timer
   $10 ones32 moves
class-uart $10000 #85 device: intel,sa1100-uart   \ UTSR1: transmit empty
   $20 4 reads  0 8 reads  8 $17 reads  $c 3 reads
class-spi $1000 #75 device: intel,sa1100-ssp
   $74 3 reads  0 0 reads  $60 0 reads  $64 0 reads
\ end of data rows
