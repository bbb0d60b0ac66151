\ discover.fth - the whole way of a wake-up: what happens, in which order.
\ SPDX-License-Identifier: 0BSD
\ needs: all of the above
\ writes: the map; its progress

\ The steps -----------------------------------------------------------------
\G What the processor can do; what answers where: the void, all RAM.
: probe  ( -- )  learn-features  improve-memory-map ;
\G What is it: more UARTs, PCI, and a name for whatever else answered.
: identify  ( -- )
   #80 s" more consoles" progress!  more-consoles
   #85 s" names of devices" progress!  identify-pci
   identify-ports identify-all
   #88 s" what has no name" progress!  describe-unknown
   count-cores
;
: ok-or-not$  ( flag -- c-addr u )  if  s" failed"  else  s" passed"  then ;
: test-driver  ( node -- )
   dup console-node = over place-of 0= or if  drop exit  then
   s" selftest" 2 pick $call-method ok-or-not$ s" selftest" 4 roll string!
;
\G Make it work: each driver proves itself, but for the console in use.
: drive  ( -- )
   #90 s" driver tests" progress!
   console if  ['] test-driver each-device  then
   #95 s" interrupts" progress!  find-interrupts
;
: ns-a-read  ( -- u )  now  #1000 0 do  beacon rd 2drop  loop  now swap - >us ;
\G How fast: a read over the bus, all guards included, in nanoseconds.
: measure  ( -- )
   clock-kind 2 = if
      ns-a-read encode-int s" measured-read-ns" root property!
   then
;
\G The map is complete.
: know  ( -- )  read-claims  t-done stamp  #100 s" complete" progress! ;
\G Other nodes: none can be reached yet.
: share  ( -- )  ;
\G Find out what this machine is: the steps, one after the other.
: discover  ( -- )  probe identify drive measure know share ;

\ What the user sees --------------------------------------------------------
: rule  ( -- )  #72 0 do  '-' emit  loop  cr ;
: .0x  ( u -- )  ." 0x" hex$ type ;
: .took  ( stamp -- )  stamp>us ?dup if  ."  in " #1000 / .dec ."  ms"  then ;
: .uart  ( -- )                              \ a pl011 UART at 0x9000000
   console-node dup 0= if  drop ." no console" exit  then
   ." a " s" driver" 2 pick node-text type ."  UART at "
   node-place drop .0x
;
: .greeting  ( -- )
   cr rule
   ." Discovery OS on " isa$ type ." . It was told "
   priors? if  ." nothing but where to look first."  else  ." nothing."  then
   cr rule
   ." console  " console$ type ." : " .uart ." , proven" t-console .took cr
   ." memory   " image-range over .0x ."  to " 1- .0x drop
   ."  is this code; the rest is being found" cr
   ." try      help   .what-i-learned   .memory   .devices   .cpu" cr cr
;
: largest  ( row row2 -- row3 )
   dup rg>kind @ ram-kind <> if  drop exit  then
   over if  2dup rg>size @ swap rg>size @ u> 0= if  drop exit  then  then  nip
;
: .summary  ( -- )
   ." Found " ram-size .size ."  of RAM"
   0 ['] largest memory-regions ?dup if  ."  at " rg>base @ .0x  then
   ."  and " .uart cr
   ." by experiment, with " #reads @ .dec ."  reads, " #writes @ .dec
   ."  writes and " #faults @ .dec ."  faults" t-done .took ." ." cr
;
\ A line that comes while another is being typed goes above that one.
: announce  ( xt -- )
   machine @ if  drop exit  then
   prompting @ 0= if  execute exit  then
   hide-status  #13 emit clear-right  execute  prompt-redraw
;
\ The wake-up ---------------------------------------------------------------
: discover-all  ( -- )
   ['] discover catch dup if  #100 s" failed" progress!  throw  then  drop
   ['] .summary announce
;
\ A further console is greeted alone.
: greet-alone  ( place -- )
   console >r  to console  ['] .greeting catch drop  r> to console
;
' greet-alone is greet
\G Go on discovering while the user is at the prompt.
: background-discovery  ( -- )  ['] discover-all task drop ;
\G Wake up: find a console, greet, and discover the rest behind the prompt.
: wake-up  ( -- )
   open-journal  find-console learn-clock
   .greeting  background-discovery  t-prompt stamp  run-lines
;
hosted? 0= [if]  ' wake-up is cold  [then]
