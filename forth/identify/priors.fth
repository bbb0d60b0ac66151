\ priors.fth - addresses that UARTs like: they order the search, no more.
\ SPDX-License-Identifier: 0BSD
\ needs: probe/bus.fth
\ writes: PRIORS, looked at first unless the node was told to be blind
\ source: device-tree sources of Linux 6.1 and qemu 7.2 hw/; facts only

align here constant priors
\ A row: its page, or its port; the rest of the line says whose it is.
: prior:  ( addr space "why" -- )  2, #10 parse 2drop ;
\ data rows
$3f8 io-space prior: COM1 of the PC
$2f8 io-space prior: COM2
$3e8 io-space prior: COM3
$2e8 io-space prior: COM4
$9000000 mem-space prior: qemu arm virt
$10000000 mem-space prior: qemu riscv virt; jh7110
$3f201000 mem-space prior: bcm2836, bcm2837: the PL011
$3f215000 mem-space prior: bcm2837: the mini-UART
$fe201000 mem-space prior: bcm2711: the PL011
$fe215000 mem-space prior: bcm2711: the mini-UART
$20201000 mem-space prior: bcm2835: the PL011
$10009000 mem-space prior: vexpress-a9, realview
$1c090000 mem-space prior: vexpress-a15
$101f1000 mem-space prior: versatile
$16000000 mem-space prior: integrator
$60000000 mem-space prior: qemu sbsa-ref
$10010000 mem-space prior: fu540, fu740
$20000000 mem-space prior: polarfire soc
$ff000000 mem-space prior: zynqmp, versal
$ff010000 mem-space prior: zynqmp, the second one
$e0000000 mem-space prior: zynq-7000
$e0001000 mem-space prior: zynq-7000, the second one
$1e784000 mem-space prior: aspeed
$1c28000 mem-space prior: allwinner
$5000000 mem-space prior: allwinner h6
$2500000 mem-space prior: allwinner d1
$2020000 mem-space prior: i.mx6
$30860000 mem-space prior: i.mx8m
$ff1a0000 mem-space prior: rk3399
$ff130000 mem-space prior: rk3328
$7ff80000 mem-space prior: juno
$f8015000 mem-space prior: hi6220
\ end of data rows
\G How many popular addresses there are.
here priors - 2 cells / constant #priors
\G The i-th popular address: 2@ gives addr and space.
: prior[]  ( i -- a-addr )  2* cells priors + ;
