\ arm.fth - interrupt controllers, caches and timers beside ARM's processors.
\ SPDX-License-Identifier: 0BSD
\ needs: primecell.fth
\ source: GIC: IHI 0048B, IHI 0069; Cortex-A9 MPCore TRM DDI 0407, 1.5 (the
\ private region); L2C-310: DDI 0246, 3.3.1; measured on qemu 7.2.22
\ Never read here: GICC_IAR, +$c, which takes an interrupt.

\ data rows
class-irq $2000 #97 device: arm,gic-400           \ GICC of v2: IIDR, HPPIR
   $fc $f0fff $2043b bits  $18 $3ff $3ff bits
class-irq $100 #97 device: arm,cortex-a9-gic      \ GICC of v1
   $fc $f0fff $1043b bits  $18 $3ff $3ff bits
class-irq $100 #80 device: arm,arm11mp-gic        \ PMR of four bits, no IIDR
   $18 $3ff reads  4 $f0 reads  0 $fffffffc 0 bits
class-irq $1000 #85 device: arm,gic-400           \ GICH: VTR, ELRSR
   4 $ffffffc0 $90000000 bits  $30 $f reads  0 $fffffffe 0 bits
class-irq $1000 #90 device: arm,gic-v2m-frame     \ MSI_TYPER, MSI_IIDR
   8 $fc00fc00 0 bits  8 $3f003ff some  $fcc $ff00000 $5100000 bits
class-irq $10000 #99 device: arm,gic-v3           \ GICD: PIDR2, CIDR
   8 $fff $43b bits  $ffe0 $92 byte  $ffe4 $b4 byte  $ffe8 $f8 $38 bits
   $fff0 $0d byte  $fffc $b1 byte
class-irq $20000 #99 device: arm,gic-v3           \ GICR
   4 $fff $43b bits  $ffe0 $93 byte  $ffe4 $b4 byte  $ffe8 $f8 $38 bits
   $fff0 $0d byte  $fffc $b1 byte
class-irq $20000 #99 device: arm,gic-v3-its
   4 $fff $43b bits  $ffe0 $94 byte  $ffe4 $b4 byte  $ffe8 $f8 $38 bits
   $fff0 $0d byte  $fffc $b1 byte
class-watchdog $1000 #90 device: arm,sbsa-gwdt    \ W_IIDR; BSA DEN0029, 4.2
   $fcc $fff $43b bits  0 0 reads  4 0 reads

\ The private region of the MPCores: SCU, interfaces, timers, distributor
class-system $100 #95 device: arm,cortex-a9-scu
   4 $f0 some  4 $ffff000c 0 bits  $118 $3ff $3ff bits  $1fe0 $90 byte
   $1fe4 $b3 byte  $1ff0 $0d byte  $2000 each
parts
class-timer $20 #92 $200 part: arm,cortex-a9-global-timer
class-timer $20 #95 $600 part: arm,cortex-a9-twd-timer
class-watchdog $20 #95 $620 part: arm,cortex-a9-twd-wdt
class-system $100 #95 device: arm,arm11mp-scu
   4 $f0 some  4 $ffff000c 0 bits  $118 $3ff $3ff bits  $1fe0 $90 byte
   $1fe4 $13 byte  $1ff0 $0d byte  $2000 each
parts
class-timer $20 #95 $600 part: arm,arm11mp-twd-timer
class-watchdog $20 #95 $620 part: arm,arm11mp-twd-wdt

class-system $1000 #97 device: arm,pl310-cache    \ cache ID, cache type
   0 $fffffc00 $41000000 bits  0 $c0 $c0 bits  4 $fe000000 $1c000000 bits
\ end of data rows
