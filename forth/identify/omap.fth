\ omap.fth - the blocks of TI's OMAP1 and OMAP2.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: OMAP2420 TRM (SWPU064): REVISION, SYSSTATUS = 1 of each block;
\ OMAP310 (SPRU), measured on qemu 7.2.22

\ data rows
class-gpio $1000 #92 device: ti,omap2-gpio        \ GPIO_OE, wake-up
   0 $18 reads  $14 1 reads  $34 ones32 reads
class-timer $1000 #92 device: ti,omap2420-timer   \ TLDR, TWPS
   0 $21 reads  $14 1 reads  $30 ones32 reads  $40 4 reads
class-irq $1000 #92 device: ti,omap2-intc         \ masks
   0 $21 reads  $14 1 reads  $84 ones32 reads  $a4 ones32 reads
class-spi $1000 #92 device: ti,omap2-mcspi        \ channel configuration
   $2c $60000 reads  $14 1 reads  $28 4 reads  $40 $60000 reads
class-timer $1000 #85 device: ti,omap-counter32k
   0 $21 reads  $10 ones32 moves
class-dma $1000 #88 device: ti,omap2420-sdma
   0 $40 reads  $28 1 reads  $64 $c0000 reads  $6c $1ff reads
class-display $400 #85 device: ti,omap2-dispc
   0 $20 reads  $14 1 reads  $a8 $100 reads  $5c $7ff reads
class-display $400 #75 device: ti,omap2-dss
   0 $20 reads  $14 1 reads  $5c 1 reads
class-display $400 #85 device: ti,omap2-rfbi
   0 $10 reads  $14 1 reads  $60 $310000 reads  $78 $310000 reads
class-system $1000 #88 device: ti,omap2420-gpmc
   0 $20 reads  $14 1 reads  $50 $a00 reads  $64 $101001 reads
class-system $1000 #75 device: ti,omap2-sdrc
   0 $20 reads  $14 1 reads  $10 $10 reads  $50 0 reads
class-system $800 #90 device: ti,omap2-prcm
   0 $10 reads  $50 $1040 reads  $60 $43 reads  $240 $2100121 reads
class-system $1000 #85 device: ti,omap2-scm
   0 $20 reads  $30 $f0f0f reads  $54 $8080808 reads
class-system $1000 #92 device: ti,omap2-tap       \ IDCODE of the chip
   $204 $0fffffff $0b5d902f bits
class-irq $100 #75 device: ti,omap-intc           \ mask of all
   4 ones32 some  4 ones32 reads  0 0 reads  $10 $fffffffe 0 bits  $18 0 reads
   $1c 0 reads  $20 0 reads
class-display $100 #85 device: ti,omap1-lcdc
   0 $fe000c34 reads  $c $fc000000 reads
class-system $100 #85 device: ti,omap1-tipb-bridge
   0 $ffff reads  4 9 reads  $10 $ffff reads  $14 $ffff reads
class-system $100 #85 device: ti,omap1-tcmi
   $10 $10fffb reads  $14 $10fffb reads  $20 $618800 reads
class-system $100 #80 device: ti,omap1-mpui
   0 $3ff1b reads  4 $1ffffff reads  $c $800 reads
class-timer $800 #80 device: ti,omap1-os-timer
   0 $ffffff reads  8 8 reads  4 $ff000000 0 bits
\ end of data rows
