\ imx.fth - the blocks of NXP's (Freescale's) i.MX25, 31, 6 and 7.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: reset values as in the reference manuals (IMX6DQRM, IMX6ULRM, IMX25RM,
\ MCIMX31RM, IMX7DRM), measured on qemu 7.2.22; places of parts: Linux 6.1
\ arch/arm/boot/dts/imx6qdl.dtsi, imx6ul, imx25, imx31, imx7s (facts)

\ data rows
class-timer $1000 #85 device: fsl,imx6dl-gpt  also: fsl,imx31-gpt
   $10 ones32 some  $10 ones32 reads  $14 ones32 reads  $18 ones32 reads
   8 0 reads  $c 0 reads  4 $fffff000 0 bits  0 $fffff000 0 bits
class-timer $1000 #85 device: fsl,imx6q-epit  also: fsl,imx31-epit
   8 ones32 some  8 ones32 reads  4 0 reads  $c 0 reads  $14 0 reads
   $18 0 reads
class-i2c $4000 #88 device: fsl,imx21-i2c         \ I2SR: done, no acknowledge
   $c $81 reads  0 0 reads  4 0 reads  8 0 reads  $10 0 reads
class-watchdog $1000 #88 device: fsl,imx21-wdt    \ WCR, WICR, WMCR
   0 $30 reads  4 $40000 reads  8 1 reads
class-mmc $100 #92 device: fsl,imx6q-usdhc        \ capabilities
   $40 $57834b4 reads  $24 $f8f000ff $f00000 bits
class-mmc $100 #90 device: fsl,imx6q-usdhc  also: fsl,imx25-esdhc
   $40 $7e20000 reads  $24 $f8f000ff $f00000 bits
class-ethernet $4000 #95 device: fsl,imx6q-fec    \ ENET: RCR, TACC, FTRL
   $84 $05ee0001 reads  $24 $f0000000 reads  $64 $c0000000 reads
   $1b0 $7ff reads
class-ethernet $4000 #95 device: fsl,imx25-fec    \ FEC: FRBR, FRSR
   $84 $05ee0001 reads  $24 $f0000000 reads  $14c $600 reads  $150 $500 reads
class-spi $4000 #80 device: fsl,imx51-ecspi       \ STATREG: FIFOs empty
   $18 3 reads  8 0 reads  $c 0 reads  $10 0 reads  $14 0 reads  $1c 0 reads
class-irq $1000 #92 device: fsl,avic  also: fsl,imx31-avic
   4 $1f reads  $40 ones32 reads  $44 ones32 reads  8 0 reads
class-usb $1000 #92 device: fsl,imx6q-usbphy      \ SET, CLR and TOG
   0 $1e1c00 reads  0 4 same-as  $10 $10060607 reads  $10 4 same-as
class-system $4000 #92 device: fsl,imx6q-src  also: fsl,imx51-src
   0 $521 reads  $18 $1f reads  8 $ffffffe0 0 bits
class-crypto $4000 #88 device: fsl,imx25-rngb
   0 $10000240 reads  4 0 reads  $14 ones32 some
class-system $4000 #80 device: fsl,imx7d-iomuxc-gpr
   $58 $80000000 reads  0 0 reads  4 0 reads  $54 0 reads  $5c 0 reads

\ Clock controllers know their chip.
class-system $4000 #96 device: fsl,imx6q-ccm
   $1c $f00000 reads  $28 $ec102c1 reads  $60 $a0001 reads  $64 $fe62 reads
parts
class-gpio $20 #90 $-28000 part: fsl,imx6q-gpio  also: fsl,imx35-gpio
   7 $4000 many
class-spi $4000 #92 $-bc000 part: fsl,imx51-ecspi  5 $4000 many
   $18 3 reads  8 0 reads
class-timer $1000 #92 $-2c000 part: fsl,imx6dl-gpt  also: fsl,imx31-gpt
   $10 ones32 reads  $14 ones32 reads  8 0 reads
class-timer $1000 #92 $c000 part: fsl,imx6q-epit  also: fsl,imx31-epit
   2 $4000 many  8 ones32 reads  4 0 reads
class-i2c $4000 #92 $dc000 part: fsl,imx21-i2c  3 $4000 many
   $c $81 reads  0 0 reads
class-memory $40000 #90 $-17c4000 part: mmio-sram      \ OCRAM, RM 2.1
class-system $4000 #96 device: fsl,imx6ul-ccm
   $1c $4900080 reads  $28 $ec102c1 reads  $60 $a0001 reads  $64 $fe62 reads
parts
class-gpio $20 #90 $-28000 part: fsl,imx6ul-gpio  also: fsl,imx35-gpio
   5 $4000 many
class-rtc $1000 #88 $8000 part: fsl,sec-v4.0-mon
class-system $1000 #80 $18000 part: fsl,imx6ul-gpc
class-system $4000 #80 $20000 part: fsl,imx6ul-iomuxc-gpr
class-irq $7000 #92 $-16c3000 part: arm,gic-400   \ DDI 0471, 3.2
   $fe0 $90 byte  $fe4 $b4 byte  $ff0 $0d byte
class-system $1000 #95 device: fsl,imx6q-anatop   \ PLLs; SET, CLR, TOG
   0 $fff00000 $80000000 bits  0 4 same-as  0 8 same-as  $10 4 same-as
   $30 $80013001 reads
class-system $1000 #95 device: fsl,imx7d-anatop
   $10 $8060302c reads  0 4 same-as  0 8 same-as  $10 4 same-as
parts
class-system $10000 #88 $20000 part: fsl,imx7d-ccm
class-gpio $20 #90 $-160000 part: fsl,imx7d-gpio  also: fsl,imx35-gpio
   7 $10000 many
class-rtc $1000 #88 $10000 part: fsl,sec-v4.0-mon
class-system $1000 #80 $40000 part: fsl,imx7d-gpc
class-system $4000 #96 device: fsl,imx25-ccm
   0 $800b2c01 reads  4 $84042800 reads  $18 $1010101 reads
parts
class-gpio $20 #90 $4c000 part: fsl,imx25-gpio  also: fsl,imx35-gpio
   2 $4000 many
class-gpio $20 #90 $1c000 part: fsl,imx25-gpio  also: fsl,imx35-gpio
   2 $8000 many
class-system $4000 #96 device: fsl,imx31-ccm
   0 $74b0b7d reads  4 $ff870b48 reads  8 $49fcfe7f reads
parts
class-gpio $20 #90 $4c000 part: fsl,imx31-gpio  2 $4000 many
class-gpio $20 #90 $24000 part: fsl,imx31-gpio
\ end of data rows
