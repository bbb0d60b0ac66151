\ primecell.fth - ARM's PrimeCells and CoreSight parts, by their ID blocks.
\ SPDX-License-Identifier: 0BSD
\ needs: signatures.fth
\ source: ID registers as in ARM IHI 0029 (CoreSight), section 3; part numbers
\ from each cell's manual, named by its number; measured on qemu 7.2.22
\
\ The last 32 bytes of a cell: eight bytes of identity, one in each word. Cells
\ bigger than a page have them in their last page.

\G The last byte of a register has this value.
: byte  ( offset value -- )  $ff swap bits ;
\ PID bytes 0 to 3 (the revision, bits 20 to 23, is not looked at), CID 0 to 3
: cell-rows  ( offset pid -- )
   {: at pid :}
   at $fe0 + pid $ff and byte
   at $fe4 + pid 8 rshift $ff and byte
   at $fe8 + $f pid #16 rshift $f and bits
   at $ff0 + $0d byte  at $ff4 + $f0 byte
   at $ff8 + $05 byte  at $ffc + $b1 byte
;
\G A cell of a size, by 20 bits of its part number and designer.
: cell:  ( class size pid "compatible" -- )
   over >r >r  #99 device:  r> r> #4096 - swap cell-rows
;

\ data rows
class-unknown #4096 #70 device: arm,primecell     \ one that no row below knows
   $ff0 $0d byte  $ff4 $f0 byte  $ff8 $05 byte  $ffc $b1 byte
class-gpio $1000 $41061 cell: arm,pl061           \ DDI 0190
class-gpio $1000 $00061 cell: arm,pl061           \ Luminary's has no designer
class-spi $1000 $41022 cell: arm,pl022            \ DDI 0194
class-rtc $1000 $41031 cell: arm,pl031            \ DDI 0224
class-rtc $1000 $41030 cell: arm,pl030
class-audio $1000 $41041 cell: arm,pl041          \ DDI 0173
class-input $1000 $41050 cell: arm,pl050          \ DDI 0143
class-dma $1000 $41080 cell: arm,pl080            \ DDI 0196
class-dma $1000 $41081 cell: arm,pl081            \ DDI 0218
class-dma $1000 $41330 cell: arm,pl330            \ DDI 0424
class-display $1000 $41110 cell: arm,pl110        \ DDI 0161
class-display $1000 $41111 cell: arm,pl111        \ DDI 0293
class-mmc $1000 $41180 cell: arm,pl180            \ DDI 0172
class-mmc $1000 $41181 cell: arm,pl181            \ DDI 0205
class-irq $1000 $41190 cell: arm,pl190-vic        \ DDI 0181
class-irq $1000 $41192 cell: arm,pl192-vic        \ DDI 0273
class-timer $1000 $41804 cell: arm,sp804          \ DDI 0271
class-watchdog $1000 $41805 cell: arm,sp805       \ DDI 0270
class-system $1000 $41810 cell: arm,sp810         \ system controller
class-system $1000 $41351 cell: arm,pl351-smc-r2p1
class-system $1000 $41352 cell: arm,pl352
class-system $1000 $41353 cell: arm,pl353-smc-r2p1
class-system $1000 $41354 cell: arm,pl354
class-system $1000 $41340 cell: arm,pl340
class-system $1000 $41341 cell: arm,pl341
class-irq $1000 $41390 cell: arm,arm11mp-gic      \ DDI 0360, distributor
class-irq $1000 $bb390 cell: arm,cortex-a9-gic    \ GIC v1, IHI 0048
class-irq $1000 $bb490 cell: arm,gic-400          \ GIC v2, IHI 0048
class-timer $1000 $bb822 cell: arm,cmsdk-timer    \ CMSDK, DDI 0479
class-uart $1000 $bb821 cell: arm,cmsdk-uart
class-timer $1000 $bb823 cell: arm,cmsdk-dualtimer
class-watchdog $1000 $bb824 cell: arm,cmsdk-watchdog
class-gpio $1000 $bb820 cell: arm,cmsdk-gpio
class-system $1000 $bb858 cell: arm,sse-sysinfo   \ SSE-200, DAI 0551
class-system $1000 $bb854 cell: arm,sse-sysctl
class-system $1000 $bb852 cell: arm,sse-secctl
class-system $1000 $bb853 cell: arm,sse-secctl
class-system $1000 $bb860 cell: arm,sse-mpc
class-display $1000 $bbd41 cell: arm,hdlcd
class-system $20000 #97 device: arm,smmu-v3       \ IHI 0070; IDs in page 0
   $fe0 $84 byte  $fe4 $b4 byte  $ff0 $0d byte  $ff4 $f0 byte  $ffc $b1 byte
   $10000 each
class-watchdog $1000 $18805 cell: arm,sp805       \ Luminary watchdog
\ end of data rows

\ CoreSight: CID class 9 is a component, 1 a ROM table: IHI 0029, 3.2.4
: coresight:  ( size devarch type "compatible" -- )
   {: size arch type :}
   class-system size #95 device:
   $ff0 $0d byte  $ff4 $90 byte  $ff8 $05 byte  $ffc $b1 byte
   arch if  $fbc $ffff arch bits  then  type if  $fcc $ff type bits  then
;
\ data rows
class-system $1000 #90 device: arm,coresight      \ one of no known kind
   $ff0 $0d byte  $ff4 $90 byte  $ff8 $05 byte  $ffc $b1 byte
$1000 $4a13 $13 coresight: arm,coresight-etm4x    \ DEVARCH, DEVTYPE: IHI 0064
$1000 0 $21 coresight: arm,coresight-tmc
$1000 0 $11 coresight: arm,coresight-tpiu
$1000 0 $12 coresight: arm,coresight-static-funnel
$1000 $1a14 $14 coresight: arm,coresight-cti
$1000 $0a63 $63 coresight: arm,coresight-stm
$1000 $6a15 $15 coresight: arm,coresight-cpu-debug
$1000 $2a16 $16 coresight: arm,coresight-pmu
class-system $1000 #90 device: arm,coresight-rom  \ a ROM table
   $ff0 $0d byte  $ff4 $10 byte  $ff8 $05 byte  $ffc $b1 byte
\ end of data rows
