\ find.fth - where to look for a console, and in which order.
\ SPDX-License-Identifier: 0BSD
\ needs: identify/uart.fth identify/priors.fth drive/console.fth probe/ram.fth
\ writes: CONSOLES, through TAKE-OVER
\
\ By reading only, until the rows of a signature match. Ports first, if there
\ are any; memory from the round addresses to the less round ones, and before
\ that the end of the memory we stand in: devices like to live there.

$100000000 constant 4gib
: uart?  ( sig space -- flag )
   over sg>space @ =  swap sg>class @ class-uart = and
;
\ One kind at one base; a place taken before is not looked at again.
: try-kind  ( base sig -- flag )
   2dup sg>space @ taken? if  2drop false exit  then
   proven? dup if  take-over  then
;
\G Take over a UART whose registers are in the page, or at the port, at addr.
: try-at  ( addr space -- flag )
   {: addr space :}
   signatures @  begin  dup  while
      dup space uart? if
         addr over sg>start @ + over try-kind if  drop true exit  then
      then  sg>next @
   repeat  drop false
;
\ The ID block is the harmless place to ask; a small device has no such word.
: silent?  ( page -- flag )
   dup $ff0 + rd nip if  4 + rd nip 0<>  else  drop false  then
;
: look  ( page -- flag )
   breathe
   dup ours? over silent? or if  drop false  else  mem-space try-at  then
;
\G Look at every step-th page of memory until a UART is found.
: sweep  ( from end step -- flag )
   {: end step :}
   begin  dup end u<  while
      dup look if  drop true exit  then  step +
   repeat  drop false
;

\ Ports ---------------------------------------------------------------------
\G True if this processor has a space of ports.
: ports?  ( -- flag )  $80 io-space 1 bus-read nip 0= ;
\G Look at all ports; true if there is a UART.
: sweep-ports  ( -- flag )
   consoles @
   $10000 0 do  i io-space try-at drop  8 +loop
   consoles @ <>
;

\ Memory --------------------------------------------------------------------
\ The memory around us, as far as all that is read answers: a fault ends it.
: answers?  ( addr -- flag )  silent? 0= ;
: leap-on  ( page -- page2 )                 \ the first leap that is silent
   dup $1000000000 + {: end :}
   begin  dup answers? over end u< and  while  /leap +  repeat
;
: halve  ( answers silent -- silent2 )
   begin  2dup swap - /page u>  while
      2dup + 2/ page-down                    ( answers silent mid )
      dup answers? if  rot drop swap  else  nip  then
   repeat  nip
;
: run-end  ( -- addr )
   our-range drop page-down leap-on dup /leap - swap halve
;
: beside-us  ( -- flag )
   void-faults? 0= if  false exit  then
   run-end dup /leap - swap /page sweep
;
\ Something at a round address has neighbours within its MiB.
: lively?  ( page -- flag )
   void-faults? if  answers? exit  then
   dup $ff0 + void? 0= swap 4 + void? 0= or
;
variable run-limit
: neighbours  ( mega -- flag )
   dup lively? 0= if  drop false exit  then
   dup our-range drop /leap 2* - run-limit @ within if  drop false exit  then
   dup /mega + /page sweep
;
: sweep-megas  ( -- flag )
   void-faults? if  run-end  else  0  then  run-limit !
   4gib 0 do  breathe i neighbours if  true unloop exit  then  /mega +loop
   false
;
\G Look for a UART in all memory below 4 GiB.
: search-memory  ( -- flag )
   0 4gib /leap sweep if  true exit  then
   beside-us if  true exit  then
   sweep-megas if  true exit  then
   0 4gib /block sweep if  true exit  then
   0 4gib /page sweep
;

\ All -----------------------------------------------------------------------
: priors?  ( -- flag )  port-flags 1 and 0= ;
: try-priors  ( -- flag )
   #priors 0 ?do
      i prior[] 2@ try-at if  true unloop exit  then
   loop  false
;
\G Look for a console until one is found; false if there is none.
: find-console  ( -- flag )
   priors? if  try-priors if  true exit  then  then
   ports? if  sweep-ports if  true exit  then  then
   learn-void search-memory
;
\G Look for further consoles beside those that were found.
: more-consoles  ( -- )
   ports? if  sweep-ports drop  then
   consoles @  begin  dup  while
      dup pl>space @ 0= if
         dup pl>base @ /mega negate and dup /mega + swap
         ?do  i look drop  /page +loop
      then  pl>next @
   repeat  drop
;
