\ common.fth - blocks that chips of many makers have.
\ SPDX-License-Identifier: 0BSD
\ needs: signatures.fth
\ source: named at each kind; values measured on qemu 7.2.22

\ data rows
\ virtio 1.2, 4.2.2; a slot with device 0 is empty, its transport is there
class-virtio $200 #99 device: virtio,mmio
   0 $74726976 reads  4 1 2 between  8 $ffffff00 0 bits

\ USB: EHCI 1.0, 2.2; OHCI 1.0a, 7; xHCI 1.2, 5.3; Synopsys DWC2, DWC3
class-usb $100 #92 device: generic-ehci           \ HCIVERSION, halted
   0 $01000010 reads  4 $ff0f0000 0 bits  4 $f some  $14 $1000 $1000 bits
class-usb $100 #92 device: generic-ehci
   0 $01000020 reads  4 $ff0f0000 0 bits  4 $f some  $24 $1000 $1000 bits
class-usb $200 #92 device: chipidea,usb2          \ capabilities at +$100
   0 $01000040 reads  4 $ff0f0000 0 bits  4 $f some  $44 $1000 $1000 bits
   $100 lead  $100 each
class-usb $100 #97 device: generic-ohci           \ HcFmInterval
   0 $fffffeff $10 bits  $34 $3fff $2edf bits  $44 $fffff000 0 bits
class-usb $4000 #92 device: generic-xhci
   0 $ff0000ff $01000040 bits  4 $ff000000 some  4 $ff some  8 $f some
class-usb $4000 #97 device: generic-xhci          \ with GSNPSID beside it
   0 $ff0000ff $01000040 bits  $c120 $ffff0000 $55330000 bits  $10000 each
parts
class-usb $600 #97 $c100 part: snps,dwc3
   $20 $ffff0000 $55330000 bits
class-usb $10000 #98 device: snps,dwc2            \ GSNPSID; GHWCFG2
   $40 $fffff000 $4f542000 bits  $48 $c7 some

\ SD host 3.0, 2.2: present state, host version; DAT lines idle
class-mmc $100 #85 device: generic-sdhci
   $24 $f8f000ff $00f00000 bits  $fc $00f8ffff 0 bits  $40 $ff00 some
class-mmc $100 #80 device: generic-sdhci          \ no base clock told
   $24 $f8f000ff $00f00000 bits  $fc $fff8ffff $24000000 bits  $40 $ffff some

class-block $1000 #92 device: generic-ahci        \ AHCI 1.3, 3.1
   4 $fffffffc $80000000 bits  $10 $fffffcfe $10000 bits  $c ones32 some
   0 $1f00 some

\ Ethernet
class-ethernet $100 #99 device: smsc,lan9115      \ BYTE_TEST; LAN9118 5.3
   $64 $87654321 reads  $50 $ff000000 $01000000 bits
class-ethernet $10 #85 device: smsc,lan91c111     \ bank select
   $c $ff00fff8 $33000000 bits  8 $fff0 0 bits
class-ethernet $1000 #92 device: cdns,gem         \ UG585, appendix B.18
   $280 $fff00fff $02d00111 bits  $fc $ffff some  $10 $ffff8 $20780 bits
class-ethernet $2000 #92 device: faraday,ftgmac100
   $38 $22f00 reads  $48 $f1 reads  $68 $fffff000 0 bits
class-ethernet $1000 #85 device: calxeda,hb-xgmac  \ Synopsys XGMAC, version
   $20 $1012 reads  0 $ffff0000 0 bits  $40 $ffff0000 0 bits
class-ethernet $1000 #90 device: snps,dwmac       \ version register
   $20 $ffffe0ff $00001000 bits  0 $fc000000 0 bits  $1000 $fffe0000 0 bits

\ DesignWare: component type; APB UART, I2C, watchdog, SSI databooks
class-i2c $100 #97 device: snps,designware-i2c
   $fc $44570140 reads
class-watchdog $100 #97 device: snps,dw-wdt
   $fc $44570120 reads
class-spi $100 #70 device: snps,dw-apb-ssi        \ version in letters
   $5c $ff0000ff $3400002a bits  $58 $ff some
class-pci $1000 #92 device: snps,dw-pcie          \ its own bridge, 16c3:abcd
   0 $abcd16c3 reads  8 $ffff0000 $06040000 bits

class-rtc $1000 #92 device: google,goldfish-rtc   \ ns since 1970; reading 0
   0 ones32 some  0 ones32 moves  8 0 reads       \ latches what 4 gives
   4 $15000000 $30000000 between
parts
class-system $1000 #85 $-1000 part: sifive,test1  \ qemu 7.2 hw/riscv/virt.c
\ end of data rows
