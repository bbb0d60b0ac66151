\ aspeed.fth - the blocks of ASPEED's AST2400, AST2500, AST2600 and AST1030.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: registers at reset, as measured on qemu 7.2.22; silicon revisions and
\ the parts' places: Linux 6.1 drivers/soc/aspeed/aspeed-socinfo.c and
\ arch/arm/boot/dts/aspeed-g4.dtsi, g5, g6 (facts)

\ data rows
class-irq $1000 #92 device: aspeed,ast2400-vic    \ sense, both edges
   $28 $70000 reads  $24 $fff8ffff reads  $2c $fff8ffff reads
class-system $1000 #92 device: aspeed,ast2400-sdram-edac
   $450 $fffffff reads  4 $f0000000 0 bits  $400 2 reads  $468 $ff reads
class-system $1000 #92 device: aspeed,ast2500-sdram-edac
   $450 $fffffff reads  4 $f0000000 $10000000 bits  $400 2 reads  $468 $ff reads
class-system $1000 #92 device: aspeed,ast2600-sdram-edac
   $450 $fffffff reads  4 $f0000000 $30000000 bits  $400 2 reads  $468 $ff reads
class-watchdog $20 #85 device: aspeed,ast2400-wdt  \ counter, reload, width
   0 $3ef1480 reads  4 $3ef1480 reads  $18 $ff reads
class-watchdog $20 #85 device: aspeed,ast2500-wdt
   0 $14fb180 reads  4 $14fb180 reads  $18 $ff reads  $c $10 reads
class-watchdog $20 #85 device: aspeed,ast2600-wdt
   0 $14fb180 reads  4 $14fb180 reads  $18 $ff reads  $c 0 reads
class-spi $100 #88 device: aspeed,ast2400-fmc     \ CE control, segments
   $10 $fffffff4 4 bits  $14 4 reads  $30 $48400000 reads  0 $ffffff00 0 bits
class-spi $100 #88 device: aspeed,ast2500-fmc
   $10 $fffffff4 4 bits  $14 4 reads  $30 $50400000 reads  0 $ffffff00 0 bits
class-spi $100 #88 device: aspeed,ast2500-spi
   $10 $fffffff4 4 bits  $14 4 reads  $30 $fbffffff $60600000 bits
   0 $ffffff00 0 bits
class-spi $100 #88 device: aspeed,ast2500-spi
   $10 $fffffff4 4 bits  $14 4 reads  $30 $74700000 reads  0 $ffffff00 0 bits
class-spi $100 #88 device: aspeed,ast2600-fmc
   $10 $fffffff4 4 bits  $14 4 reads  $30 $07f00000 reads  0 $f some
class-spi $100 #88 device: aspeed,ast2600-fmc
   $10 $fffffff4 4 bits  $14 4 reads  $30 $07f80000 reads  0 $f some
class-spi $100 #88 device: aspeed,ast2600-spi
   $10 $fffffff4 4 bits  $14 4 reads  $30 $07f00000 reads  0 0 reads
class-spi $20 #70 device: aspeed,ast2400-spi
   4 4 reads  $10 ones32 reads  $18 ones32 reads  0 0 reads  8 0 reads
class-mmc $100 #90 device: aspeed,ast2500-sd-controller
   4 5 reads  $10 $1e80080 reads  0 $fff0ffff 0 bits
class-i2c $300 #88 device: aspeed,ast2600-i3c     \ version, in letters
   $e0 $3130302a reads  $e4 $6c633033 reads  8 $e00bf reads
class-system $100 #75 device: aspeed,ast2500-adc  \ two interrupt registers
   8 $f reads  $c $f reads  0 0 reads  4 0 reads
class-dma $1000 #70 device: aspeed,ast2500-xdma
   $24 $f8000000 reads  0 0 reads  $20 0 reads  $28 0 reads  $3c 0 reads
class-dma $1000 #70 device: aspeed,ast2600-xdma
   $3c $f8000000 reads  0 0 reads  $20 0 reads  $28 0 reads  $24 0 reads

\ The system control unit knows its chip, the chip's manual where parts stand.
class-system $1000 #99 device: aspeed,ast2400-scu
   $7c $ff00ffff $02000303 bits  8 ones32 some  $70 ones32 some
parts
class-gpio $800 #88 $9e000 part: aspeed,ast2400-gpio
class-rtc $20 #85 $9f000 part: aspeed,ast2400-rtc
class-timer $90 #88 $a0000 part: aspeed,ast2400-timer
class-system $1000 #85 $a7000 part: aspeed,ast2400-lpc-v2
class-system $1000 #85 $a9000 part: aspeed,ast2400-peci
class-crypto $100 #85 $1000 part: aspeed,ast2500-hace
class-i2c $40 #88 $a8000 part: aspeed,ast2400-i2c-ic
class-i2c $40 #88 $a8040 part: aspeed,ast2400-i2c-bus  7 $40 many
class-i2c $40 #88 $a8300 part: aspeed,ast2400-i2c-bus  7 $40 many
class-flash $10000000 #88 $191e000 part: jedec,spi-nor  2 $10000000 many
class-system $1000 #99 device: aspeed,ast2500-scu
   $7c $ff00ffff $04000303 bits  8 ones32 some  $70 ones32 some
parts
class-gpio $800 #88 $9e000 part: aspeed,ast2500-gpio
class-rtc $20 #85 $9f000 part: aspeed,ast2500-rtc
class-timer $90 #88 $a0000 part: aspeed,ast2500-timer
class-system $1000 #85 $a7000 part: aspeed,ast2500-lpc-v2
class-system $1000 #85 $a9000 part: aspeed,ast2500-peci
class-crypto $100 #85 $1000 part: aspeed,ast2500-hace
class-i2c $40 #88 $a8000 part: aspeed,ast2500-i2c-ic
class-i2c $40 #88 $a8040 part: aspeed,ast2500-i2c-bus  7 $40 many
class-i2c $40 #88 $a8300 part: aspeed,ast2500-i2c-bus  7 $40 many
class-system $100 #88 $7000 part: aspeed,ast2500-adc
\ windows of chip selects, as the segment registers say after a reset
class-flash $8000000 #88 $191e000 part: jedec,spi-nor
class-flash $2000000 #88 $991e000 part: jedec,spi-nor  2 $2000000 many
class-flash $2000000 #88 $1191e000 part: jedec,spi-nor
class-flash $6000000 #88 $1391e000 part: jedec,spi-nor
class-flash $2000000 #88 $1991e000 part: jedec,spi-nor
class-flash $6000000 #88 $1b91e000 part: jedec,spi-nor
class-system $1000 #99 device: aspeed,ast2600-scu
   $14 $ff00ffff $05000303 bits  4 $ff00ffff $05000303 bits
parts
class-gpio $800 #88 $9e000 part: aspeed,ast2600-gpio  2 $800 many
class-rtc $20 #85 $9f000 part: aspeed,ast2600-rtc
class-timer $90 #88 $a0000 part: aspeed,ast2600-timer
class-system $1000 #85 $a7000 part: aspeed,ast2600-lpc-v2
class-system $1000 #85 $a9000 part: aspeed,ast2600-peci
class-crypto $200 #85 $-12000 part: aspeed,ast2600-hace
class-system $1000 #85 $10000 part: aspeed,ast2600-sbc
class-ethernet 8 #88 $-92000 part: aspeed,ast2600-mdio  4 8 many
   4 $10000 $10000 bits
class-i2c $70 #85 $be000 part: aspeed,ast2600-i3c-global
class-i2c $80 #88 $a8000 part: aspeed,ast2600-i2c-global
class-i2c $80 #88 $a8080 part: aspeed,ast2600-i2c-bus  #16 $80 many
class-system $100 #88 $7000 part: aspeed,ast2600-adc0
class-dma $1000 #85 $5000 part: aspeed,ast2600-xdma
class-flash $8000000 #88 $191e000 part: jedec,spi-nor  2 $8000000 many
class-flash $10000000 #88 $1191e000 part: jedec,spi-nor  2 $20000000 many
\ end of data rows
