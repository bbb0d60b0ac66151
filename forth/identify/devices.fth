\ devices.fth - what stands in the pages that answered: a node for each device.
\ SPDX-License-Identifier: 0BSD
\ needs: signatures.fth drive/console.fth probe/find.fth know/map.fth
\ reads: pages, by 32 bits; writes only what a proof undoes
\ writes: nodes with class compatible by confidence place

\ What was found, so that a page is not looked at twice: base, size, signature.
#512 constant max-found
3 cells constant /found
max-found /found * buffer: found-table    variable #found
\G The i-th device found: base, size, signature.
: found[]  ( i -- row )  /found * found-table + ;
\G Keep that [base, base+size) is this signature, or 0: something else knows.
: keep-found  ( base size sig -- )
   #found @ max-found = if  drop 2drop exit  then
   #found @ found[] tuck 2 cells + !  tuck cell+ ! !  1 #found +!
;
: in-row?  ( addr row -- flag )  tuck @ - swap cell+ @ u< ;
\G The end of the device that was found to cover addr, or 0.
: covered  ( addr -- end|0 )
   #found @ 0 ?do
      dup i found[] in-row? if
         drop i found[] dup @ swap cell+ @ + unloop exit
      then
   loop  drop 0
;

\ Nodes ---------------------------------------------------------------------
: name-node  ( class node base -- )          \ timer@9000000
   rot kind$ tree$ s" @" tree$ encode+ rot hex$ tree$ encode+
   rot node>text 2!
;
\G Note where the device of a node is.
: place!  ( base size node -- )
   >r swap encode-long rot encode-long encode+  s" place" r> property!
;
\G Make the node of a device: who says so, and how sure that is in percent.
: device-node  ( base size class c-addr u by percent -- node )
   {: base size class text len by percent | node :}
   class kind$ root add-node to node
   class node base name-node
   class kind$ s" class" node string!
   len if  text len s" compatible" node string!  then
   by kind$ s" by" node string!
   percent encode-int s" confidence" node property!
   base size node place!  node
;
\G Add a string to what a node is compatible with.
: also!  ( c-addr u node -- )                \ one more string
   >r s" compatible" r@ node-text encode-string 2swap encode-string encode+
   s" compatible" r> property!
;
\ No larger than the region that it stands in
: clip  ( base size -- base size2 )
   over region-at dup if  row-end 2 pick - umin  else  drop  then
;
: note-device  ( base sig by -- )
   >r tuck sg>lead @ - over sg>size @ clip r> {: sig base size by :}
   base size sig keep-found
   base size sig sg>class @ sig compatible$ by sig sg>sure @ device-node
   sig sg>also @ dup if  count rot also!  else  2drop  then
;
\ A UART that acts as one becomes a console as well.
: proven  ( base sig -- )
   {: base sig :}
   sig sg>class @ class-uart <> if  base sig by-effect note-device exit  then
   sig compatible$ find-driver 0= if  base sig by-effect note-device exit  then
   take-over  base sig sg>size @ sig keep-found
;
\ What must act as its kind does and doesn't is not of that kind.
: named  ( base sig -- flag )
   2dup sg>space @ taken? if  tuck sg>size @ swap keep-found true exit  then
   dup sg>proof @ 0= if  by-read note-device true exit  then
   2dup proven? dup if  -rot proven  else  nip nip  then
;
\ A page --------------------------------------------------------------------
$100 constant /slot          \ where in a page a small device is looked for
variable stride              \ the same, since the last one was found
\ Zeros and ones give nothing away, whatever reading nothing does here.
: nothing-at?  ( addr -- flag )
   seen@ if  drop true  else  dup 0= swap ones32 = or  then
;
\ Where most devices show something: one read each, for pages that don't
$1000000 constant /round     \ so round an address is always looked at
create telling
\ data rows
0 , 4 , 8 , $c , $10 , $14 , $18 , $24 , $28 , $30 , $3c , $40 , $50 , $60 ,
$88 , $100 , $208 , $410 , $810 , $c10 , $fc , $fe0 , $ff0 ,
\ end of data rows
here telling - cell / constant #telling
: uniform?  ( x page -- flag )                \ as far as one can tell
   #telling 0 do
      dup telling i cells + @ + seen@ 0= if  2 pick <> if
         2drop false unloop exit  then
      else  drop  then
   loop  2drop true
;
: silent-page?  ( page -- flag )
   dup nothing-at? if  dup seen@ drop swap uniform?  else  drop false  then
;
: dull?  ( base -- flag )                    \ a slot that gives nothing away
   dup nothing-at?  over 4 + nothing-at? and  over 8 + nothing-at? and
   over $10 + nothing-at? and  swap $fc + nothing-at? and
;
\ Small devices come in rows: after one, the next steps are as small as its.
: slot-end  ( base sig -- base2 )
   dup sg>step @ /slot min stride !  sg>size @ +
;
: next-slot  ( base -- base2 )  stride @ + stride @ negate and ;
: try-slot  ( base -- base2 )
   dup covered ?dup if  nip exit  then
   dup /page 1- and if  dup dull? if  next-slot exit  then  then
   dup mem-space kind-at dup if  2dup named  else  dup  then
   if  slot-end  else  drop next-slot  then
;
: try-start  ( page sig -- )
   {: page sig :}
   page sig sg>start @ + dup covered if  drop exit  then
   dup sig matches? if  sig named drop  else  drop  then
;
\ Files of registers that do not start where their page does
: ?start  ( page sig -- page )
   dup sg>start @ if  2dup try-start  then  drop
;
: try-starts  ( page -- )  ['] ?start signatures list-each drop ;
\ The tree must not run full of what reads alike everywhere.
: roomy?  ( -- flag )
   #tree @ /tree $8000 - u<  dup 1+ #lost +!
;
\G Find what devices are in a page.
: visit  ( page -- )
   roomy? 0= if  drop exit  then
   breathe look-afresh  /slot stride !
   dup silent-page? over /round 1- and and if  drop exit  then
   dup covered 0= if  dup try-starts  then
   dup /page + swap
   begin  2dup u>  while  try-slot  repeat  2drop
   false looking !
;

\ Parts of what was found -----------------------------------------------------
\ A whole that was recognised says what stands beside it; a part must answer
\ and read as its rows say. Without rows that is prior knowledge, no more; so
\ is a hazard, which is not asked.
: part-fits?  ( base sig -- flag )
   dup sg>rows @ if  0 rows-fit? exit  then
   mem-space swap sg>width @ probe-read nip  dup 0= swap forbidden = or
;
\ What took a part for nothing asked in a width that it does not know.
: show-part  ( base size -- )
   over memory-type dup nothing-kind = swap unknown-kind = or if
      over + page-up swap page-down tuck - device-kind by-prior region
   else  2drop  then
;
: part-by  ( base sig -- by|0 )
   dup sg>proof @ if
      tuck look-at prove if  by-effect  else  0  then exit
   then
   nip sg>rows @ if  by-read  else  by-prior  then
;
: try-part  ( base sig -- )
   {: base sig :}
   sig sg>class @ class-memory = if  base try-boldly exit  then
   base covered if  exit  then
   base sig part-fits? 0= if  exit  then
   base sig part-by dup 0= if  drop exit  then
   base sig sg>size @ show-part  base sig rot note-device
;
: try-parts  ( whole-base sig -- )
   {: base sig :}
   sig sg>at @ base +
   sig sg>many @ 0 ?do  dup sig try-part  sig sg>stride @ +  loop  drop
;
: parts-of  ( sig -- )                       \ where the whole was found
   {: sig :}
   0 begin  dup #found @ <  while
      dup found[] 2 cells + @ sig sg>whole @ = if
         dup found[] @ sig try-parts
      then  1+
   repeat  drop
;
: ?parts  ( sig -- )  dup sg>whole @ if  parts-of  else  drop  then ;
: find-parts  ( -- )  false looking !  ['] ?parts signatures list-each ;

\ All pages -----------------------------------------------------------------
\ What has no name page after page is flash, a window, one big device: after
\ each 256 such pages, 64 in a window, the steps are twice as long, to rounder
\ addresses.
variable dull-run
: page-step  ( -- u )  /page dull-run @ 8 rshift #12 min lshift ;
: farther  ( page -- page2 )
   dup page-step + page-step negate and
   tuck u< 0= if  drop -1 page-down  then
;
: next-visit  ( page -- page2 )
   dup covered dup if  nip page-up  else  drop farther  then
;
: window?  ( size -- flag )  $400000 u< 0= ;
\ Where a family is certain a large extent is looked at each 64 KiB at once.
: visit-extent  ( base size -- )
   dup window? 3 and 1+ {: dull :}
   dup /mega u< 0= well-known @ and $40 and dull-run !
   over + dup 0= if  drop -1 page-down  then  swap   ( end page )
   begin  2dup u>  while
      #found @ over visit
      #found @ = if  dull dull-run +!  else  0 dull-run !  then  next-visit
   repeat  2drop
;
: visit-devices  ( base size -- )
   dup window? if  2drop  else  visit-extent  then
;
: visit-window  ( base size -- )
   dup window? if  visit-extent  else  2drop  then
;
\ A read would take a byte away from whoever types.
: keep-console  ( place -- )
   dup pl>space @ if  drop exit  then
   dup pl>sig @ swap pl>base @ over sg>size @ rot keep-found
;
: keep-consoles  ( -- )  ['] keep-console consoles list-each ;
\ A chip ends where its region does, or the next chip begins.
: chip-end  ( base -- end )
   dup region-at row-end
   chips @ 0 ?do
      i chips listed[] @ 2 pick 2dup u> if  drop umin  else  2drop  then
   loop  nip
;
: note-chip  ( base -- )
   dup memory-type flash-kind = if
      dup dup chip-end over - class-flash s" cfi-flash" by-effect #97
      device-node drop
   then  drop
;
: note-chips  ( -- )  chips @ 0 ?do  i chips listed[] @ note-chip  loop ;
\G Name what stands in the pages that answered.
: identify-all  ( -- )
   keep-consoles  note-chips  ['] visit-devices each-extent  find-parts
   ['] visit-window each-extent  find-parts  ['] adopt memory-regions
;
