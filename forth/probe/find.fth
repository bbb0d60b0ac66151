\ find.fth - where to look for a console, and in which order.
\ SPDX-License-Identifier: 0BSD
\ needs: identify/uart.fth identify/priors.fth drive/console.fth probe/ram.fth
\ writes: CONSOLES, through TAKE-OVER
\
\ By reading only, until the rows of a signature match. Ports first, if there
\ are any; memory from the round addresses to the less round ones, and before
\ that the end of the memory we stand in: devices like to live there.

: uart?  ( sig space -- flag )
   over sg>space @ =  swap sg>class @ class-uart = and
;
\ One kind at one base; a place taken before is not looked at again.
: try-kind  ( base sig -- flag )
   2dup sg>space @ taken? if  2drop false exit  then
   proven? dup if  take-over  then
;
: try-sig  ( addr space sig -- addr space flag )
   {: addr space sig :}  addr space  sig space uart?
   dup if  drop  addr sig sg>start @ +  sig try-kind  then
;
\G Take over a UART whose registers are in the page, or at the port, at addr.
: try-at  ( addr space -- flag )
   ['] try-sig signatures list-find  nip nip 0<>
;
\ Each word of a page is read once, by all that look at it.
: silent?  ( page -- flag )                  \ a small device has no ID block
   dup $ff0 + seen@ nip if  4 + seen@ nip 0<>  else  drop false  then
;
\ Words of which one at least is neither zeros nor ones in every UART we know
\ and in most devices: where nothing faults they tell where a look is worth it.
create tells  $18 , $ff0 , 4 , $10 , $98 , 8 , $854 ,
7 constant #tells
: telling?  ( addr -- flag )
   seen@ if  drop false  else  dup 0= swap ones32 = or 0=  then
;
: busy?  ( page -- flag )
   #tells 0 do
      dup tells i cells + @ + telling? if  drop true unloop exit  then
   loop  drop false
;
: worth?  ( page -- flag )
   dup ours? over silent? or if  drop false exit  then
   void-faults? if  drop true  else  busy?  then
;
\G Look for a UART in the page at addr.
: look  ( addr -- )
   breathe  true looking !
   dup worth? if  mem-space try-at  then  drop  false looking !
;
: found?  ( -- flag )  consoles @ 0<> ;
\G Look at every step-th address of memory until a UART is found.
: sweep  ( from end step -- )
   {: end step :}
   begin  dup end <> found? 0= and  while  dup look step +  repeat  drop
;
\ A MiB is swept once.
$1000 buffer: swept
: sweep-mega  ( addr -- )
   found? if  drop exit  then
   #20 rshift dup $fff and swept +                   ( mega flag-addr )
   dup c@ if  2drop exit  then  true swap c!
   #20 lshift dup /mega + /page sweep
;

\ Ports ---------------------------------------------------------------------
\G True if the processor has ports.
: ports?  ( -- flag )  $80 io-space 1 bus-read nip 0= ;
\G Look at all ports.
: sweep-ports  ( -- )  $10000 0 do  i io-space try-at drop  8 +loop ;

\ Memory --------------------------------------------------------------------
\ The memory around us, as far as all that is read answers: a fault ends it.
: speaks?  ( addr -- flag )  silent? 0= ;
: leap-end  ( page -- page2 )
   4gib if  4gib 4 lshift +  else  drop far-end /leap -  then
;
: leap-on  ( page -- page2 )                 \ the first leap that is silent
   dup leap-end {: end :}
   begin  dup speaks? over end u< and  while  /leap +  repeat
;
: halve  ( answers silent -- silent2 )
   begin  2dup swap - /page u>  while
      2dup over - 1 rshift + page-down       ( answers silent mid )
      dup speaks? if  rot drop swap  else  nip  then
   repeat  nip
;
variable run-limit                           \ 0 where nothing faults
: find-run  ( -- )
   0 run-limit !  void-faults? if
      our-range drop page-down leap-on dup /leap - swap halve run-limit !
   then
;
: in-run?  ( addr -- flag )
   run-limit @ dup if  our-range drop /leap 2* - swap within  else  nip  then
;
\ Something at a round address has neighbours within its MiB. Of a long window
\ in which nothing is written only the first MiB is looked at.
variable spoke
: lively?  ( page -- flag )
   void-faults? 0= if  busy? exit  then
   spoke @ over speaks? dup spoke !                  ( page before now )
   if  0= swap busy? or  else  2drop false  then
;
: sweep-megas  ( -- )
   4gib 0 do
      breathe
      i in-run? 0= if  i lively? if  i sweep-mega  then  then
      found? if  unloop exit  then
   /mega +loop
;
\ Where nothing faults one telling word of each place is read, in a quick loop.
\ A hazard is met by none of it, and a fake bus is read as it should be.
: slow-scan  ( addr u step x -- addr2 u2 )
   {: step x :}
   begin  dup  while
      over rd 0= swap x = and 0= if  exit  then  1- swap step + swap
   repeat
;
: quick?  ( addr -- flag )
   /mega mem-space hazard? 0=  action-of bus-read ['] (peek) = and
;
: scan  ( addr u step -- addr2 u2 )
   void-kind void-ones = if  ones32  else  0  then  {: addr u step x :}
   addr u step x  addr quick? if  (scan)  else  slow-scan exit  then
   u over - 1+ #reads +!
;
: skim-mega  ( addr step -- )
   {: step :}
   /mega step /                                      ( addr u )
   begin  step scan dup found? 0= and  while
      over telling? if  over page-down dup look sweep-mega  then
      1- swap step + swap
   repeat  2drop
;
\ By the first n telling words of each step-th page.
: skim-leap  ( leap step n -- )
   {: leap step n :}
   n 0 do
      leap /leap bounds do
         breathe  found? 0= if  i tells j cells + @ + step skim-mega  then
      /mega +loop
   loop
;
\ Devices like to live at the end of the memory that we stand in.
: beside-us  ( -- )
   run-limit @ dup if  dup /leap - /page #tells skim-leap  then  drop
;
: skim-leaps  ( end start step page-step n -- )
   {: step by n :}  do  i by n skim-leap  step +loop
;
\ Low addresses and round ones first.
: skim-all  ( -- )
   $4000000 {: low :}
   low 0 /leap /block #tells skim-leaps
   $f0000001 $10000000 dup /block #tells skim-leaps
   /leap 2* 0 /leap /page 1 skim-leaps
   $ff000001 low /leap /block #tells skim-leaps
   $ff000001 0 /leap /page #tells skim-leaps
;
\G Look for a UART in all memory below 4 GiB.
: search-memory  ( -- )
   look-afresh  swept $1000 erase  find-run
   0 4gib /leap sweep  sweep-megas
   4gib /mega - 4gib /page sweep             \ vectors' neighbours
   beside-us  void-faults? 0= if  skim-all  then
   0 4gib /block sweep  0 4gib /page sweep
;

\ All -----------------------------------------------------------------------
\G True if popular addresses may order the search.
: priors?  ( -- flag )  port-flags 1 and 0= ;
: try-priors  ( -- )
   #priors 0 ?do
      i prior[] 2@ try-at if  leave  then
   loop
;
\G Look for a console until one is found.
: find-console  ( -- )
   priors? if  try-priors  then
   found? 0= ports? and if  sweep-ports  then
   found? 0= if  learn-void search-memory  then
;
\G Look for further consoles at ports; those in memory are found with the rest.
: more-consoles  ( -- )  ports? if  sweep-ports  then ;

\ The map -------------------------------------------------------------------
: likely-page  ( addr -- flag )                \ a device is there, by reading
   page-down dup ours? if  drop false exit  then
   dup regime-at  dup known-row ?dup if
      nip rg>kind @ device-kind = exit
   then
   dup #few page-class dup gives-nothing = if  2drop false exit  then
   note drop true
;
\ What was found so far and its MiB need no closer look if a family is certain.
: look-likely  ( -- flag )
   priors? 0= if  false exit  then
   ['] likely-page prior-places  likely-family 0<> dup if
      0 megas cell+ !  0 megas !  0 stir  4gib 1- stir
   then
;
' look-likely is search-priors
