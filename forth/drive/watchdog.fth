\ watchdog.fth - a found watchdog, armed over a risky span and stopped again.
\ SPDX-License-Identifier: 0BSD
\ needs: know/map.fth
\ Off unless GUARD-WITH-WATCHDOG is said. Only those that can be stopped again
\ are in the table: i.MX2's can't; BCM2835's resets at once on qemu 7.2.
\ source: AST2500 datasheet A2, 37 (WDT); ARM DDI 0270B, 3.3 (SP805)

\ A row: three writes that arm it for about 2 s, one that feeds it, one that
\ stops it; each an offset and a value; then what Linux calls it.
align here constant watchdog-rows
: wd:  ( o1 x1 o2 x2 o3 x3 feed-o feed-x stop-o stop-x "name" -- )
   #10 0 do  ,  loop  parse-name 2,
;
\ data rows
$04 #2000000 $08 $4755 $0c $13 $08 $4755 $0c 0 wd: aspeed,ast2400-wdt
$04 #2000000 $08 $4755 $0c $13 $08 $4755 $0c 0 wd: aspeed,ast2500-wdt
$04 #2000000 $08 $4755 $0c $13 $08 $4755 $0c 0 wd: aspeed,ast2600-wdt
$c00 $1acce551 $00 #2000000 $08 3 $0c 1 $08 0 wd: arm,sp805
\ end of data rows
here constant watchdog-end
variable wd-row    variable wd-base    \ the one in use
: row-for  ( node -- row|0 )
   s" compatible" rot node-text
   watchdog-end watchdog-rows ?do
      2dup i #10 cells + 2@ str= if  2drop i unloop exit  then
   #12 cells +loop  2drop 0
;
: ?watchdog  ( node -- )
   dup row-for ?dup if  wd-row !  node-place drop wd-base !  else  drop  then
;
\ The n-th pair of a row, the last one first.
: wd-write  ( n -- )  2* cells wd-row @ + 2@ swap wd-base @ + rl! ;
\G Find a watchdog that we can stop; false if there is none.
: watchdog-open  ( -- flag )
   0 wd-row !  ['] ?watchdog each-device  wd-row @ 0<>
;
\G Reset the machine in about 2 s unless it is fed.
: watchdog-arm  ( -- )  4 wd-write 3 wd-write 2 wd-write ;
\G Give it another 2 s.
: watchdog-feed  ( -- )  1 wd-write ;
\G Stop it.
: watchdog-disarm  ( -- )  0 wd-write ;
\G Run xt; if it hangs the machine is reset, and the journal tells where.
: guard-with-watchdog  ( i*x xt -- j*x )
   watchdog-open 0= if  execute exit  then
   risk-ceiling 3 < if  execute exit  then
   watchdog-arm  catch  watchdog-disarm  throw
;
