\ exynos.fth - the blocks of Samsung's Exynos 4 and its forebears.
\ SPDX-License-Identifier: 0BSD
\ needs: common.fth
\ source: S5PC210 user's manual (reset values), measured on qemu 7.2.22;
\ places of parts: Linux 6.1 arch/arm/boot/dts/exynos4.dtsi (facts)

\ data rows
class-system $100 #97 device: samsung,exynos4210-chipid
   0 $fffff000 $43210000 bits
parts
class-memory $20000 #90 $-dfe0000 part: mmio-sram       \ iRAM, UM 3.1
class-system $4000 #92 $20000 part: samsung,exynos4210-pmu
   $200 $10000 reads  $208 $3030000 reads
class-system $18000 #90 $30000 part: samsung,exynos4210-clock
   $c110 $20300301 reads
class-timer $1000 #90 $50000 part: samsung,exynos4210-mct
class-rtc $100 #90 $70000 part: samsung,s3c6410-rtc
class-irq $200 #88 $440000 part: samsung,exynos4210-combiner  2 $8000 many
class-crypto $200 #90 $830400 part: samsung,exynos4-rng
   $10 1 reads  $c 0 reads
class-display $8000 #88 $1c00000 part: samsung,exynos4210-fimd
class-timer $1000 #92 $39d0000 part: samsung,exynos4210-pwm
   0 $101 reads  4 0 reads
class-mmc $100 #92 device: samsung,exynos4210-sdhci
   $40 $5e80080 reads  $24 $f8f000ff $f00000 bits
class-i2c $1000 #75 device: samsung,s3c2440-i2c   \ IICADD, IICDS
   8 $ff reads  $c $ff reads  0 0 reads  4 0 reads  $10 0 reads
class-timer $1000 #80 device: samsung,exynos4210-pwm  \ prescalers of 1
   0 $101 reads  4 0 reads  8 0 reads  $c 0 reads  $10 0 reads
class-crypto $200 #70 device: samsung,exynos4-rng
   $10 1 reads  0 0 reads  4 0 reads  8 0 reads  $c 0 reads  $14 0 reads
\ end of data rows
