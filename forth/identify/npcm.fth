\ npcm.fth - the blocks of Nuvoton's NPCM7xx.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: NPCM750 register reset values, measured on qemu 7.2.22; PDID and
\ places: Linux 6.1 arch/arm/boot/dts/nuvoton-common-npcm7xx.dtsi (facts)

\ data rows
class-timer $1000 #85 device: nuvoton,npcm750-timer
   0 5 reads  4 5 reads  $20 5 reads  $40 5 reads  $1c $ffffff00 $400 bits
class-timer $1000 #85 device: nuvoton,npcm750-timer
   0 5 reads  4 5 reads  $20 5 reads  $40 5 reads  $1c $400 reads
class-i2c $1000 #88 device: nuvoton,npcm750-i2c
   $1c $81000000 reads  $c $c00000 reads  $18 $70000 reads  4 $10 reads
class-spi $1000 #88 device: nuvoton,npcm750-fiu
   0 $300100b reads  4 $3000002 reads  $18 $400 reads
class-ethernet $1000 #88 device: nuvoton,npcm750-emc
   $88 $fffffffc reads  $8c $fffffffc reads  $98 $900000 reads  $b8 $7fff reads
class-system $1000 #75 device: nuvoton,npcm750-fuse
   $c $20000000 reads  0 $ffffffe1 1 bits  8 0 reads  $10 0 reads
class-system $1000 #70 device: nuvoton,npcm750-adc
   0 $c0001 reads  4 0 reads  8 0 reads
class-mmc $100 #92 device: nuvoton,npcm750-sdhci  also: sdhci
   $40 $61ee0399 reads  $24 $f8f000ff $f00000 bits
class-mmc $100 #92 device: nuvoton,npcm750-sdhci  also: sdhci
   $40 $61ee0399 reads  $24 $5f00000 reads
class-system $1000 #92 device: nuvoton,npcm750-clk
   4 $4aaaaa reads  $20 $1000 reads  $28 ones32 reads  $44 3 reads

\ Its product id says what chip it is.
class-system $1000 #99 device: nuvoton,npcm750-gcr
   0 $ff00fff0 $04002750 bits
parts
class-crypto $1000 #88 $-7f5000 part: nuvoton,npcm750-rng
class-timer $1000 #88 $-6fd000 part: nuvoton,npcm750-pwm-fan  2 $1000 many
class-timer $1000 #88 $-680000 part: nuvoton,npcm750-mft  8 $1000 many
   2 narrow
class-i2c $1000 #92 $-780000 part: nuvoton,npcm750-i2c  #16 $1000 many
   1 narrow  $1f 1 $ff $81 sees                  \ its version
class-gpio $1000 #88 $-7f0000 part: nuvoton,npcm750-gpio  8 $1000 many
class-system $1000 #85 $24000 part: nuvoton,npcm750-memory-controller
class-flash $10000000 #88 $-70800000 part: jedec,spi-nor  \ chip selects of
class-flash $20000000 #88 $-50800000 part: jedec,spi-nor  \ FIU 0 and FIU 3
\ end of data rows
