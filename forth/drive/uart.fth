\ uart.fth - what a UART driver is, and how its words reach the registers.
\ SPDX-License-Identifier: 0BSD
\ needs: identify/signatures.fth
\ writes: DRIVERS; a driver file adds one row

begin-structure /driver
   field: dr>next   field: dr>compatible  field: dr>name   \ counted strings
   field: dr>setup  \ ( -- ) take it over: 8N1, no interrupts, FIFO on
   field: dr>room?  \ ( -- flag ) a byte can be sent now
   field: dr>put    \ ( char -- )
   field: dr>any?   \ ( -- flag ) a byte came in
   field: dr>get    \ ( -- char )
end-structure
variable drivers    0 drivers !
\G A driver is five words that work on the place at hand, HERE-IS.
: uart-driver:  ( setup room? put any? get "name" "compatible" -- )
   parse-name here >r text,  parse-name here >r text,  r> r>
   here /driver allot {: setup room? put any? get compatible name row :}
   drivers @ row dr>next !  row drivers !
   compatible row dr>compatible !  name row dr>name !
   setup row dr>setup !  room? row dr>room? !  put row dr>put !
   any? row dr>any? !  get row dr>get !
;
: drives?  ( c-addr u row -- c-addr u flag )
   >r 2dup r> dr>compatible @ count str=
;
\G The driver for what Linux calls by this name, or 0.
: find-driver  ( c-addr u -- row|0 )
   ['] drives? drivers list-find  nip nip
;
\ A driver's own accesses: the device is ours, no probe, so not counted. They
\ are not BUS-READ and BUS-WRITE, so a fake bus leaves the true console alone.
defer dev-read  ( addr space width -- x ior )  ' (peek) is dev-read
\G Write to a device that is ours; a fake machine may replace it.
defer dev-write  ( x addr space width -- ior )  ' (poke) is dev-write
\G Read a register of the place at hand.
: dev@  ( reg# -- x )  reg-at dev-read throw ;
\G Write a register of the place at hand.
: dev!  ( x reg# -- )  reg-at dev-write throw ;
\G True if a register has any bit of mask set.
: dev?  ( mask reg# -- flag )  dev@ and 0<> ;
\G Set and clear bits of a register.
: dev-bits!  ( set clear reg# -- )  dup >r dev@ swap invert and or r> dev! ;
