\ watchdog.fth - tests of a watchdog: armed, fed, stopped, if that is allowed.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth

variable writes-seen   variable last-x   variable last-at
: see-write  ( x addr space width -- ior )
   2drop last-at ! last-x !  1 writes-seen +!  0
;
: a-node  ( -- )
   s" watchdog@1e785000" root add-node {: node :}
   s" watchdog" s" class" node string!
   s" aspeed,ast2500-wdt" s" compatible" node string!
   $1e785000 encode-long $20 encode-long encode+ s" place" node property!
;
testing none
T{ watchdog-open -> false }T
T{ 0 writes-seen !  7 ' 1+ guard-with-watchdog writes-seen @ -> 8 0 }T

testing one that is known
a-node  ' see-write is bus-write
T{ watchdog-open -> true }T
T{ 7 ' 1+ guard-with-watchdog writes-seen @ -> 8 0 }T
3 to risk-ceiling
T{ 7 ' 1+ guard-with-watchdog writes-seen @ last-at @ last-x @
   -> 8 4 $1e78500c 0 }T
T{ watchdog-feed last-at @ last-x @ -> $1e785008 $4755 }T
T{ : bad  -77 throw ; ' bad ' guard-with-watchdog catch nip last-at @
   -> -77 $1e78500c }T
2 to risk-ceiling
T{ ' (poke) is bus-write -> }T
