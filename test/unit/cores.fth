\ cores.fth - how many processors the devices beside them speak of.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
\ Registers are words of a fake machine's RAM.
$40000000 constant at
: fresh-machine  ( -- )
   void-fault $40000000 0 new-machine  at $200000 fake-ram
;
: put  ( x offset -- )  at + wr drop ;

testing a GIC: only a distributor is asked
fresh-machine
T{ $ff 4 put  at gic-cores -> 0 }T
T{ $2b $fe8 put  at gic-cores  $43 4 put at gic-cores -> 8 3 }T
testing an SCU
T{ $31 4 put at scu-cores  $30 4 put at scu-cores -> 2 1 }T
testing a GICv3: frames up to the last one, and an end that never comes
fresh-machine
T{ at gicr-cores -> 0 }T
T{ $93 $ffe0 put  $10 $40008 put  at gicr-cores -> 3 }T
T{ 0 $40008 put  at gicr-cores -> 0 }T
testing a CLINT: as many as keep a bit; what was there is there again
fresh-machine
T{ at clint-cores  at $10 + rd -> 64 0 0 }T
T{ at $200000 + clint-cores -> 0 }T

testing what is written down: the most, and who said so
: a-clock  ( base -- node )
   $1000 class-timer s" sifive,clint0" by-read #90 device-node
;
T{ at a-clock drop count-cores s" cores" root prop? drop decode-int nip nip
   -> 64 }T
T{ s" cores-by" root node-text s" timer@40000000" str= -> true }T
