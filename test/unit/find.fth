\ find.fth - a console is found at any address, by reading, in a good order.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
\ fake: uarts.fth
\ Each search says whether it found one, and where.
: found-at  ( -- base flag )  consoles @ dup if  pl>base @ true  else  0  then ;
: search  ( -- base flag )  learn-void search-memory found-at ;

testing a board whose void faults: round addresses first
: virt  ( -- )  void-fault uart-machine  $9000000 fake-pl011 ;
T{ virt 0 #reads ! ' search aside -> $9000000 true }T
T{ #reads @ #1000 u< -> true }T
: off-beat  ( -- )  void-fault uart-machine  $12345000 2 fake-16550 ;
T{ off-beat  $12300000 $100 fake-raz ' search aside -> $12345000 true }T

testing registers in a window over the end of RAM
: pi  ( -- )
   void-fault $200000 0 new-machine  0 $3f003000 fake-ram
   dummy page-down $3000 fake-ram
   $3f003000 $20 fake-timer  $3f200000 $1000 fake-raz  $3f201000 fake-pl011
   $3f215000 fake-aux
;
T{ pi ' search aside -> $3f201000 true }T
T{ harm @ -> 0 }T
: both  ( -- n )
   search 2drop  $3f215000 visit             \ as all pages are, later
   0 consoles @ begin  dup  while  swap 1+ swap pl>next @  repeat  drop
;
T{ pi ' both aside -> 2 }T

testing a board where nothing reads as zero
T{ void-zeros uart-machine  $1c090000 fake-pl011  ' search aside ->
$1c090000 true }T

T{ void-zeros uart-machine  $80010000 fake-sa1110  ' search aside ->
$80010000 true }T
T{ void-zeros uart-machine  $8000c840 2 fake-16550  ' search aside ->
$8000c840 true }T

testing ports: a PC's, at an unusual place
: pc-ports  ( -- base flag )  sweep-ports found-at ;
T{ void-ones uart-machine  $3f8 0 fake-16550  ' pc-ports aside -> $3f8 true }T
T{ void-ones uart-machine  $1238 0 fake-16550  ' pc-ports aside -> $1238 true }T
T{ void-ones uart-machine  ' pc-ports aside -> 0 0 }T

testing popular addresses: an order, not a belief
: popular  ( -- base flag )  try-priors found-at ;
T{ virt ' popular aside -> $9000000 true }T
T{ void-fault uart-machine  ' popular aside -> 0 0 }T
T{ void-fault uart-machine  $9000000 $1000 fake-ram  ' popular aside -> 0 0 }T
