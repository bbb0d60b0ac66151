\ xilinx.fth - the blocks of Xilinx's Zynq-7000, Zynq MPSoC and Versal.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: UG585 appendix B, UG1087, AM012 (reset values), measured on qemu
\ 7.2.22

\ data rows
class-system $1000 #95 device: xlnx,zynq-slcr     \ PLL controls, DCI clock
   $100 $1a008 reads  $104 $1a008 reads  $110 $14000 reads  $120 $1f000400 reads
parts
class-spi $1000 #90 $-17ffa000 part: xlnx,zynq-spi-r1p6  2 $1000 many
   $fc $1090106 reads  $28 1 reads  $2c 1 reads
class-spi $1000 #90 $-17ff3000 part: xlnx,zynq-qspi-1.0
   $fc $1090106 reads  $28 1 reads  $2c 1 reads
class-flash $2000000 #80 $4000000 part: jedec,spi-nor
class-timer $1000 #92 device: cdns,ttc            \ three counter controls
   $c $21 reads  $10 $21 reads  $14 $21 reads  0 $ffffff80 0 bits  $18 0 reads
class-spi $800 #92 device: xlnx,zynqmp-qspi-1.0  \ a generic part at +$100
   $fc $1090106 reads  $28 1 reads  $1fc $10a0000 reads
class-system $20 #85 device: xlnx,zynq-xadc-1.00.a
   0 $1814 reads  4 $200 reads  $c $500 reads
class-mmc $100 #92 device: arasan,sdhci-8.9a
   $40 $69ec0080 reads  $24 $f8f000ff $f00000 bits
class-mmc $100 #92 device: arasan,sdhci-8.9a
   $40 $37ec6481 reads  $24 $f8f000ff $f00000 bits
class-dma $1000 #92 device: xlnx,zynqmp-dma-1.0
   $120 $483d20f reads  $104 $fff reads  $114 $3ff reads  $110 $80 reads
class-dma $30 #85 device: xlnx,zynqmp-csudma
   $c $7fffffff $3ffa00 bits  $20 $ff reads  $24 $fff8 reads  8 0 reads
   $100 each
class-rtc $1000 #90 device: xlnx,zynqmp-rtc
   $40 $1000000 reads  $24 3 reads  $10 $20000000 $f0000000 between
class-system $1000 #92 device: xlnx,zynqmp-crf
   $20 $12c09 reads  $2c $2c09 reads  $38 $12809 reads  $48 $400 reads
parts
class-irq $1000 #92 $-4190000 part: arm,gic-400
   $fe0 $90 byte  $fe4 $b4 byte  $ff0 $0d byte
class-dma $1000 #92 $360000 part: xlnx,zynqmp-dma-1.0  8 $10000 many
   $120 $483d20f reads  $104 $fff reads
class-dma $1000 #92 $28e0000 part: xlnx,zynqmp-dma-1.0  8 $10000 many
   $120 $483d20f reads  $104 $fff reads
class-display $10000 #92 $300000 part: xlnx,zynqmp-dpsub-1.7
   $f8 $4010000 reads  $fc $1020000 reads
class-unknown $1000 #88 $1ec0000 part: xlnx,zynq-can-1.0  2 $10000 many
   $1c $6008 reads  $18 1 reads
class-spi $1000 #90 $1ea0000 part: xlnx,zynq-spi-r1p6  2 $10000 many
   $fc $1090106 reads  $28 1 reads  $2c 1 reads
class-dma $30 #85 $1f50800 part: xlnx,zynqmp-csudma
   $20 $ff reads  $24 $fff8 reads
class-system $1000 #85 $2b30000 part: xlnx,zynqmp-bbram
class-flash $20000000 #80 $-3d1a0000 part: jedec,spi-nor
class-system $1000 #88 device: xlnx,zynqmp-apu
   $40 $ffff0000 reads  $48 $ffff0000 reads  $50 $ffff0000 reads  $20 $f0f reads
class-system $1000 #80 device: xlnx,zynqmp-ipi-mailbox
   $14 $f0f0301 reads  0 0 reads  4 0 reads
class-display $10000 #92 device: xlnx,zynqmp-dpsub-1.7
   $f8 $4010000 reads  $fc $1020000 reads  $200 $10003 reads
class-dma $1000 #88 device: xlnx,zynqmp-dpdma
   8 $7ffffff reads  $18 ones32 reads  $114 $ffff reads  0 0 reads
class-unknown $1000 #88 device: xlnx,zynq-can-1.0  \ status, interrupts
   $1c $6008 reads  $18 1 reads  $2c $3f3f reads
class-system $1000 #85 device: xlnx,zynqmp-efuse
   0 1 reads  $20 $ff reads  $100 8 reads  $34 $ff000000 $80000000 bits
   $24 $b reads
class-system $1000 #85 device: xlnx,versal-efuse
   0 1 reads  $20 $ff reads  $100 8 reads  $34 $ff000000 $80000000 bits
   $24 $11 reads
class-system $1000 #75 device: xlnx,versal-efuse-cache
   0 $a8000002 reads  $400 $a8000002 reads  $800 $a8000002 reads
class-system $1000 #90 device: xlnx,versal-crl
   $40 $24809 reads  $100 $2000100 reads  $104 $6000300 reads
class-system $1000 #90 device: xlnx,versal-pmc-iou-slcr
   $100 $3ffffff reads  $108 $fffff reads  $200 $3ffffff reads
class-spi $1000 #90 device: xlnx,versal-ospi-1.0  \ Cadence's module id
   0 $80780081 reads  $14 $101002 reads  $fc $300 reads
class-system $1000 #80 device: xlnx,versal-xramc
   0 $f reads  8 $7ff reads  $80 4 reads  $84 $ffff reads
class-usb $100 #80 device: xlnx,versal-dwc3
   $38 $20 reads  $48 1 reads  $68 3 reads  0 0 reads
\ end of data rows
