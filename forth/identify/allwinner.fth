\ allwinner.fth - the blocks of Allwinner's A10 and H3.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: A10 and H3 user manuals (reset values), measured on qemu 7.2.22;
\ places of parts: Linux 6.1 sun4i-a10.dtsi, sun8i-h3.dtsi (facts)

\ data rows
class-timer $100 #92 device: allwinner,sun4i-a10-timer  \ control registers
   $10 $ffffff04 4 bits  $20 4 reads  $30 4 reads  $40 4 reads  $50 4 reads
class-rtc $100 #85 device: allwinner,sun4i-a10-rtc  \ year to day
   4 $ff00e0e0 0 bits  4 $1f some  4 $f00 some  8 $60c0c000 $40000000 bits
   $c 0 reads  $10 0 reads  $14 0 reads  $18 0 reads
class-rtc $100 #85 device: allwinner,sun4i-a10-rtc
   4 $ffe0e0 0 bits  4 $1f some  4 $f00 some  8 $e0c0c0 0 bits  8 $e0000000 some
   $c 0 reads  $10 0 reads  $14 0 reads  $18 0 reads
parts
class-irq $400 #90 $-900 part: allwinner,sun4i-a10-ic
class-rtc $400 #80 device: allwinner,sun6i-a31-rtc
   $10 $ffe0e0 0 bits  $10 $1f some  $10 $f00 some  $14 $e0c0c0 0 bits
   $14 $e0000000 some  0 0 reads  4 0 reads
class-ethernet $1000 #70 device: allwinner,sun4i-a10-emac
   $8c $ffff reads  0 0 reads  4 0 reads  8 0 reads  $c 0 reads  $88 0 reads
class-ethernet $10000 #85 device: allwinner,sun8i-h3-emac
   4 $8000000 reads  $28 2 reads  0 0 reads  $50 $ffff0000 0 bits
class-mmc $1000 #92 device: allwinner,sun4i-a10-mmc
   also: allwinner,sun5i-a13-mmc
   0 $300 reads  8 $ffffff40 reads  $10 $200 reads  $14 $200 reads
class-block $1000 #95 device: allwinner,sun4i-a10-ahci
   4 $fffffffc $80000000 bits  $10 $10000 reads  $c 1 reads  $c0 $20000000 reads
parts
class-irq $400 #90 $8400 part: allwinner,sun4i-a10-ic
class-timer $100 #92 $8c00 part: allwinner,sun4i-a10-timer
   $10 $ffffff04 4 bits  $20 4 reads  $30 4 reads
class-rtc $100 #92 $8d00 part: allwinner,sun4i-a10-rtc
   4 $1f some  4 $ff00e0e0 0 bits  $c 0 reads
class-ethernet $1000 #90 $-d000 part: allwinner,sun4i-a10-emac
   $8c $ffff reads  0 0 reads
class-system $400 #92 device: allwinner,sun8i-h3-ccu  \ PLLs
   8 $35514 reads  $28 $41811 reads  $44 $41811 reads  0 $1000 reads
parts
class-system $400 #85 $-c000 part: allwinner,sun8i-h3-sid
class-system $1000 #80 $42000 part: allwinner,sun8i-h3-mbus
class-system $1000 #75 device: allwinner,sun8i-h3-system-control
   $30 $58000 reads  0 0 reads  4 0 reads  $24 0 reads
class-system $400 #88 device: allwinner,sun8i-h3-cpucfg
   0 1 reads  $40 3 reads  $48 1 reads  $80 3 reads
\ end of data rows
