\ discover.fth - the whole way of a wake-up: what happens, in which order.
\ SPDX-License-Identifier: 0BSD
\ needs: all of the above
\ writes: the map; its progress

\ The steps -----------------------------------------------------------------
: probe  ( -- )  improve-memory-map ;
: identify  ( -- )  #80 s" more consoles" progress!  more-consoles ;
: drive  ( -- )  ;
: measure  ( -- )  ;
: know  ( -- )  t-done stamp  #100 s" complete" progress! ;
: share  ( -- )  ;
\G Find out what this machine is: the steps, one after the other.
: discover  ( -- )  probe identify drive measure know share ;

\ What the user sees --------------------------------------------------------
: rule  ( -- )  #72 0 do  '-' emit  loop  cr ;
: .0x  ( u -- )  ." 0x" hex$ type ;
: .console  ( -- )  console$ dup 0= if  2drop s" none"  then  type ;
: .since  ( stamp -- )
   stamp>us ?dup if  ." , " #1000 / .dec ."  ms after the start"  then
;
: .greeting  ( -- )
   cr rule
   ." Discovery OS   " isa$ type ." , told "
   priors? if  ." nothing but where to look first"  else  ." nothing"  then  cr
   rule
   ." console   " .console
   console-node ?dup if
      ." , a " s" compatible" rot node-text type ." , proven by experiment"
      t-console .since
   then  cr
   ." memory    " image-range over .0x ." ..." 1- .0x drop
   ."  is ours; the rest is being found" cr
   ." help      shows the words to begin with; .memory .devices .cpu" cr cr
;
: .summary  ( -- )
   ." Found " ram-size .size ."  of RAM and " .console
   ."  by experiment: "
   #reads @ .dec ."  reads, " #writes @ .dec ."  writes, "
   #faults @ .dec ."  faults" t-done .since ." ." cr
;
\ A line that comes while another is being typed goes above that one.
: announce  ( xt -- )
   machine @ if  drop exit  then
   prompting @ 0= if  execute exit  then
   hide-status  #13 emit clear-right  execute  prompt-redraw
;
: .device  ( node -- )
   {: node :}
   node node$ tuck type  #22 swap - 1 max spaces
   s" class" node node-text tuck type  #10 swap - 1 max spaces
   s" compatible" node node-text tuck type  #26 swap - 1 max spaces
   s" by" node node-text type cr
;
\G Print the devices found so far.
: .devices  ( -- )
   cr ." device                class     compatible                known by" cr
   ['] .device each-device
;
: ?unknown-region  ( row -- )
   dup rg>kind @ dup device-kind = swap unknown-kind = or
   if  .region  else  drop  then
;
: ?unknown-device  ( node -- )
   dup >r s" class" r> node-text s" unknown" str= if  .device  else  drop  then
;
\G Print what answers but was not recognised.
: .unknown  ( -- )
   cr ['] ?unknown-region memory-regions  ['] ?unknown-device each-device
;

\ The wake-up ---------------------------------------------------------------
: discover-all  ( -- )
   ['] discover catch dup if  #100 s" failed" progress!  throw  then  drop
   ['] .summary announce
;
\G Go on discovering while the user is at the prompt.
: background-discovery  ( -- )  ['] discover-all task drop ;
\G Wake up: find a console, greet, and discover the rest behind the prompt.
: cold  ( -- )
   hosted? if  cold exit  then
   find-console drop
   .greeting  background-discovery  t-prompt stamp  run-lines
;
