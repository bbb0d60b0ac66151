\ bus.fth - every access to what may not be there: guarded, counted, bounded.
\ SPDX-License-Identifier: 0BSD
\ needs: core
\ writes: the effort counters, JOURNAL, the progress of discovery
\
\ What this file promises to the files after it:
\   bus-read  ( addr space width -- x ior )   DEFERred: the bus itself;
\   bus-write ( x addr space width -- ior )   a fake machine replaces these two
\   probe-read probe-write      the same, but counted; never touch a hazard
\      (ior FORBIDDEN); a write above the risk ceiling is FORBIDDEN too, and
\      every write leaves its intent in JOURNAL until it has come back
\   cpeek wpeek lpeek xpeek ( addr -- false | x true )     IEEE 1275-1994 7.3.3
\   cpoke wpoke lpoke xpoke ( x addr -- ok? )              through probe-*
\   rb@ rw@ rl@ rx@ rb! rw! rl! rx!      device registers: THROW when refused
\   pc@ pw@ pl@ pc! pw! pl!              the same for x86 ports
\   hazard? poison  risk-ceiling  progress! .progress complete?  stamps
\ The map's devices are nodes of the device tree, each with the properties
\   class (string), compatible (strings), by (string: prior claimed read
\   write-verified effect-verified), confidence (int, percent), driver
\   (string, absent if none) and place: 4 ints: base.hi base.lo size.hi size.lo
\   io-space (empty property, present: base is an x86 port).
\   A node that has `class` is printed as a device; its name is what `name`
\   says, its unit address is the base.  CONSOLE-NODE is the console's phandle.

0 constant mem-space    \ space: memory
1 constant io-space     \ space: x86 ports
-301 constant forbidden  \ ior: a hazard, or above the risk ceiling

\G Read width (1 2 4 8) bytes at addr of a space: 0 memory, 1 x86 ports.
defer bus-read  ( addr space width -- x ior )  ' (peek) is bus-read
\G Write width bytes of x at addr of a space.
defer bus-write  ( x addr space width -- ior )  ' (poke) is bus-write

variable #reads    variable #writes    variable #faults    \ effort so far

\ Hazards: addresses that no probe may touch --------------------------------
#64 constant max-hazards
begin-structure /hazard
   field: hz>space  field: hz>base  field: hz>size  #80 +field hz>text
end-structure
/hazard max-hazards * buffer: hazard-table
variable #hazards          \ rows in use
variable #known-hazards    \ rows from this one on were learned by harm
\ [clear-lo, clear-hi) of memory holds no hazard: the probers' fast path.
variable clear-lo    variable clear-hi

\G The i-th hazard: its row.
: hazard[]  ( i -- row )  /hazard * hazard-table + ;
: put-hazard  ( space base size c-addr u row -- )
   {: row :}
   #79 min row hz>text place
   row hz>size !  row hz>base !  row hz>space !
   1 #hazards +!  0 clear-lo !  0 clear-hi !
;
: ?room  ( -- )  #hazards @ max-hazards = if  -8 throw  then ;
: hazard,  ( space base size c-addr u -- )
   ?room  #hazards @ hazard[] put-hazard
;
\G Never touch [base, base+size) of space, though it did no harm so far.
: known-hazard  ( space base size c-addr u -- )
   ?room  #known-hazards @ hazard[]                  ( ... row )
   dup dup /hazard + #hazards @ #known-hazards @ - /hazard * move
   put-hazard  1 #known-hazards +!
;
\G Never touch [base, base+size) of space; the rest of the line says why.
: hazard:  ( space base size "what; source" -- )
   #10 parse -trailing known-hazard
;
\G Never again touch [base, base+size) of space: it did harm.
: poison  ( space base size c-addr u -- )  hazard, ;

: meets?  ( addr n base size -- flag )
   {: a n base size :}
   base size + 1- a u<  a n + 1- base u<  or 0=
;
\G Why [addr, addr+n) of space may not be touched: its row, or 0.
: hazard?  ( addr n space -- row|0 )
   {: a n space :}
   #hazards @ 0 ?do
      i hazard[] hz>space @ space = if
         a n i hazard[] dup hz>base @ swap hz>size @ meets?
         if  i hazard[] unloop exit  then
      then
   loop  0
;
: bound-by  ( addr row -- )                  \ a row narrows the clear range
   dup hz>base @ swap hz>size @ over + {: a base end :}
   end a u> 0= if  end clear-lo @ umax clear-lo !  then
   base a u> if  base clear-hi @ umin clear-hi !  then
;
: clear-around  ( addr -- )
   0 clear-lo !  -1 clear-hi !
   #hazards @ 0 ?do
      i hazard[] hz>space @ 0= if  dup i hazard[] bound-by  then
   loop  drop
;
: allowed?  ( addr n space -- flag )
   {: a n space :}
   space mem-space = if
      a clear-lo @ u>= a n + clear-hi @ u<= and if  true exit  then
   then
   a n space hazard? if  false exit  then
   space mem-space = if  a clear-around  then  true
;

\ Risk and the journal ------------------------------------------------------
\G 0 processor registers, 1 pure reads, 2 writes that are undone, 3 takeover.
2 value risk-ceiling

\ What is about to be done, in memory before it is done. OPEN-JOURNAL puts it
\ where a warm reset keeps it.
\G How many places that hung are kept.
#48 constant max-poison
begin-structure /journal
   field: jn>magic  field: jn>sum    field: jn>boots  field: jn>#poison
   field: jn>open   field: jn>addr   field: jn>space  field: jn>width
   field: jn>value
   max-poison 4 * cells +field jn>rows    \ address, space, width, boot
end-structure
\G A journal that no reset outlives: it is used until OPEN-JOURNAL.
/journal buffer: own-journal
\G The journal in use.
own-journal value journal
\G What stands in a journal.
$4a4f5552 constant journal-magic
\G What stands in an intent that is open.
$494e5445 constant open-magic
: intend  ( x addr space width -- )
   journal jn>width !  journal jn>space !  journal jn>addr !
   journal jn>value !  open-magic journal jn>open !
;
\G The access came back: its intent is closed.
: came-back  ( -- )  0 journal jn>open ! ;

: faulted  ( ior -- ior )  dup if  1 #faults +!  then ;
\G As BUS-READ; counted; journaled; a hazard is not touched: ior FORBIDDEN.
: probe-read  ( addr space width -- x ior )
   {: a space width :}
   a width space allowed? 0= if  0 forbidden exit  then
   1 #reads +!  0 a space width intend            \ a read can hang too
   a space width bus-read came-back faulted
;
\G As BUS-WRITE; counted; its intent stands in JOURNAL while it is under way.
: probe-write  ( x addr space width -- ior )
   {: x a space width :}
   a width space allowed? 0= risk-ceiling 2 < or if  forbidden exit  then
   1 #writes +!  x a space width intend
   x a space width bus-write faulted  came-back
;

\ IEEE 1275-1994, 7.3.3.1 and 7.3.3.2 ---------------------------------------
: peeked  ( x ior -- false | x true )  if  drop false else  true  then ;
\G Read a byte; false if nothing may or did answer.
: cpeek  ( addr -- false | x true )  mem-space 1 probe-read peeked ;
\G Read 16 bits.
: wpeek  ( addr -- false | x true )  mem-space 2 probe-read peeked ;
\G Read 32 bits.
: lpeek  ( addr -- false | x true )  mem-space 4 probe-read peeked ;
\G Read 64 bits.
: xpeek  ( addr -- false | x true )  mem-space 8 probe-read peeked ;
\G Write a byte; false if it was refused.
: cpoke  ( x addr -- ok? )  mem-space 1 probe-write 0= ;
\G Write 16 bits.
: wpoke  ( x addr -- ok? )  mem-space 2 probe-write 0= ;
\G Write 32 bits.
: lpoke  ( x addr -- ok? )  mem-space 4 probe-write 0= ;
\G Write 64 bits.
: xpoke  ( x addr -- ok? )  mem-space 8 probe-write 0= ;

\ Registers of a device that is known: IEEE 1275-1994, 5.3.7.2 --------------
: device-read  ( addr space width -- x )  1 #reads +! bus-read throw ;
: device-write  ( x addr space width -- )  1 #writes +! bus-write throw ;
\G Fetch a device register of 8 bits; throws -9 if nothing answers.
: rb@  ( addr -- x )  mem-space 1 device-read ;
\G Fetch a device register of 16 bits.
: rw@  ( addr -- x )  mem-space 2 device-read ;
\G Fetch a device register of 32 bits.
: rl@  ( addr -- x )  mem-space 4 device-read ;
\G Fetch a device register of 64 bits.
: rx@  ( addr -- x )  mem-space 8 device-read ;
\G Store to a device register of 8 bits; throws -9 if nothing answers.
: rb!  ( x addr -- )  mem-space 1 device-write ;
\G Store to a device register of 16 bits.
: rw!  ( x addr -- )  mem-space 2 device-write ;
\G Store to a device register of 32 bits.
: rl!  ( x addr -- )  mem-space 4 device-write ;
\G Store to a device register of 64 bits.
: rx!  ( x addr -- )  mem-space 8 device-write ;
\G Read an 8-bit x86 port; throws -21 where there are no ports.
: pc@  ( port -- x )  io-space 1 device-read ;
\G Read a 16-bit x86 port.
: pw@  ( port -- x )  io-space 2 device-read ;
\G Read a 32-bit x86 port.
: pl@  ( port -- x )  io-space 4 device-read ;
\G Write an 8-bit x86 port.
: pc!  ( x port -- )  io-space 1 device-write ;
\G Write a 16-bit x86 port.
: pw!  ( x port -- )  io-space 2 device-write ;
\G Write a 32-bit x86 port.
: pl!  ( x port -- )  io-space 4 device-write ;

\ How far discovery is ------------------------------------------------------
variable progress-percent    \ 100: discovery is complete
#32 buffer: progress-text    \ the phase, a counted string
\G Say how far discovery is: percent done, and the phase. 100 is the end.
: progress!  ( percent c-addr u -- )
   #31 min progress-text place  progress-percent !
   progress-percent @ #100 < if  progress-text count  else  0 0  then
   status:
;
\G Print how far discovery is: NN phase.
: .progress  ( -- )  progress-percent @ .dec space progress-text count type cr ;
\G True when discovery has come to a good end.
: complete?  ( -- flag )
   progress-percent @ #100 =  progress-text count s" failed" str= 0= and
;

0 value console-node    \ phandle of the console, 0 until one is found
\ moments, in units of NOW; 0: not yet
variable t-start    variable t-console    variable t-prompt    variable t-done
: start-time  ( -- u )  clock-kind if  'start @  else  now  then ;
start-time t-start !
\G Keep the moment in a variable, the first time only.
: stamp  ( addr -- )  dup @ if  drop exit  then  now swap ! ;
\G Microseconds from start to a stamp; 0 if it never came or has no clock.
: stamp>us  ( addr -- us )
   @ dup clock-kind 2 = and if  t-start @ - >us  else  drop 0  then
;
