\ ram.fth - find all RAM, to the page, by reading, writing and putting back.
\ SPDX-License-Identifier: 0BSD
\ needs: space.fth
\ writes: regions of kind ram and mirror
\ source: anchors/discovery.md sections 2.2 (RAM), 4 (void), 6.2 (pitfalls)
\
\ The order of caution: a place is read before it is written; what a device
\ would give away (a fault, a changing value, an ID block, all ones) ends the
\ test before the first write; what was written is put back and read again.

#4096 constant /page        \ what the map is exact to
$10000 constant /block      \ the step of a search for islands
$100000 constant /mega      \ 1 MiB
$1000000 constant /leap     \ 16 MiB

\G The memory that is ours; a fake machine replaces it.
defer our-range  ( -- base end )  ' image-range is our-range
\G The address of the page that holds addr.
: page-down  ( addr -- addr2 )  /page negate and ;
\G The next address that is a page's, or addr itself.
: page-up  ( addr -- addr2 )  /page 1- + page-down ;
\G True if addr is in a page of the memory that is ours.
: ours?  ( addr -- flag )  our-range page-up swap page-down swap within ;

variable probes
\G Let the prompt live: every 64th time other tasks run.
: breathe  ( -- )  1 probes +!  probes @ $3f and 0= if  pause  then ;

\ One page ------------------------------------------------------------------
\ A pattern that depends on all of the address, with bytes $18 to $1f only:
\ those, and their complements $e0 to $e7, are no commands of CFI flash and no
\ magic numbers of the devices in discovery.md section 3.1.
: fold  ( addr -- x )  dup 2 rshift over #11 rshift xor
   over #21 rshift xor  swap #31 rshift xor
;
: pattern  ( addr -- x )
   fold dup 7 and  over 5 lshift $700 and or
   over #10 lshift $70000 and or  swap #15 lshift $7000000 and or  $18181818 or
;
: anti  ( addr -- x )  pattern ones32 xor ;
\G True if addr reads as x.
: reads?  ( x addr -- flag )  rd if  2drop false  else  =  then ;
: put?  ( x addr -- flag )  wr 0= ;
\G Put x back unless it still stands there.
: put-back  ( x addr -- flag )
   2dup reads? if  2drop true exit  then
   2dup wr drop reads?
;
\ Both words take a pattern and its complement; each is read with the other
\ one written or read in between, so a bus that echoes does not pass.
: first-stays?  ( a b old-b -- flag )
   {: a b old :}
   a pattern a put? 0= if  false exit  then
   old b reads?  a pattern a reads? and
;
: both-stay?  ( a b -- flag )
   {: a b :}
   b pattern b put?  a anti a put? and 0= if  false exit  then
   b pattern b reads?  a anti a reads? and 0= if  false exit  then
   b anti b put?  a anti a reads? and  b anti b reads? and
;
\G True if the words at a and b are memory. They keep what they held.
: ram-words?  ( a b -- flag )
   {: a b | old-a old-b :}
   a rd if  drop false exit  then  to old-a
   b rd if  drop false exit  then  to old-b
   a b old-b first-stays?
   dup if  drop a b both-stay?  old-b b put-back and  then
   old-a a put-back and
;
\ Offsets at which registers are rare: not the first ones, no ID block.
: ram-pair?  ( page -- flag )  dup $e58 + swap $a34 + ram-words? ;

: rd-or  ( addr x0 -- x flag )     \ flag false: a fault; a hazard reads as x0
   >r rd dup forbidden = if  2drop r> true exit  then  rdrop 0=
;
\G True for a page of the zeros that RAM has after power-up, as far as n words
\G tell.
: calm?  ( page n -- flag )
   0 do
      asked i cells + @ over + 0 rd-or 0= or if  drop false unloop exit  then
   loop  drop true
;
: quiet?  ( page -- flag )  #asked calm? ;
\G True if addr reads, and reads the same again.
: steady?  ( addr -- flag )        \ reads, and reads the same again
   dup rd dup forbidden = if  2drop drop true exit  then
   if  2drop false exit  then
   over mark1 read-after if  2drop drop false exit  then  = nip
;
\G True if the page shows the ID block of a PrimeCell.
: id-block?  ( page -- flag )      \ PrimeCell: bytes 0d f0 05 b1 at ff0
   $ff0 + {: at :}
   $0d at reads?  $f0 at 4 + reads? and
   $05 at 8 + reads? and  $b1 at #12 + reads? and
;
\G True if 32 words of a page are steady; none of them is one that gives away
\G a byte or an interrupt.
: steady-page?  ( page -- flag )
   dup 4 + steady? 0= if  drop false exit  then
   $f80 $84 do
      dup i + steady? 0= if  drop false unloop exit  then
   $7c +loop  drop true
;
\ The same all over and no zero: what nothing behind a decoder reads as.
: monotone?  ( page -- flag )
   dup $a4 + rd drop {: page x :}
   x 0= if  false exit  then
   $1000 $250 do
      page i + rd drop x <> if  false unloop exit  then
   $1ac +loop  true
;
\ A file of registers may show again and again in its page; RAM that somebody
\ filled goes on like that.
: as-below?  ( addr u -- flag )  over rd drop -rot - rd drop = ;
: repeats?  ( page -- flag )
   dup $e58 + $800 as-below?  over $a34 + $800 as-below? and
   over $e58 + $424 as-below? 0= and
   over $10e58 + $10000 as-below?  rot $10a34 + $10000 as-below? and 0= and
;
\G True if a page with something in it is RAM from its first byte to its last.
: sound-page?  ( page -- flag )
   dup steady-page? 0= if  drop false exit  then
   dup monotone? if  drop false exit  then
   dup id-block? over repeats? or if  drop false exit  then
   dup ram-pair? 0= if  drop false exit  then
   dup $7a4 + over $3c8 + ram-words? 0= if  drop false exit  then
   dup $1d4 + swap $0ac + ram-words?
;
\ While our memory shows up again every PERIOD bytes, pages that show it are
\ not written: see FIND-PERIOD. 0: no such mirror.
variable period
: our-size  ( -- u )  our-range page-up swap page-down - ;
: shows-us?  ( page -- flag )
   our-range drop page-down {: page home :}
   period @ 0= if  false exit  then
   page home - period @ 1- and                       ( offset in a copy )
   dup our-size u< 0= if  drop false exit  then
   page swap - home - beacon + follows?
;
\G True if the 4 KiB page at addr is RAM. Its contents stay the same.
: ram-page?  ( addr -- flag )
   page-down dup ours? if  drop true exit  then
   dup shows-us? if  drop true exit  then
   dup quiet? if  ram-pair?  else  sound-page?  then
;

\ Walking outwards ----------------------------------------------------------
variable heading    \ 1: up, x is the end so far; -1: down, x is the base
: up?  ( -- flag )  heading @ 0> ;
: span-base  ( x size -- base )  up? if  drop  else  -  then ;
: far-page  ( x size -- page )  up? if  + /page -  else  -  then ;
\ Something else than zeros that fills the page, and stays.
: noise?  ( page -- flag )
   dup $e58 + rd drop over $a34 + rd drop
   2dup <> -rot 0<> swap 0<> and and                  ( page flag )
   if  dup 4 + steady?  over $e58 + steady? and  swap $a34 + steady? and
   else  drop false  then
;
\ A page of zeros after one that was not is written: it may be a hole.
variable quiet-before
: sample?  ( page n -- flag )              \ n words of it, more if not 0
   breathe
   over dup ours? swap shows-us? or if  2drop true exit  then
   over swap calm?  quiet-before @ over quiet-before !
   over and if  2drop true exit  then
   if  ram-pair? exit  then
   dup noise? if  drop true  else  sound-page?  then
;
: samples?  ( base size -- flag )
   dup /mega u< if  2  else  6  then {: base size n :}
   size 0 do
      base i + n sample? 0= if  false unloop exit  then
   size 4 rshift /page umax +loop  true
;
\ Sixteen of its pages are read, the one at the far end is written.
: span-ram?  ( x size -- flag )
   dup /page u> if
      2dup tuck span-base swap samples? 0= if  2drop false exit  then
   then  far-page ram-page?
;
: room  ( x limit -- u )
   up? if  swap  then  2dup u< if  2drop 0  else  -  then
;
\ Walk in steps of size, not past limit, while it is RAM.
: climb  ( x limit size -- x2 limited? )
   {: x limit size :}
   begin  x limit room size u< 0=  while
      x size span-ram? 0= if  x false exit  then
      x size heading @ * + to x
   repeat  x true
;
: nearer  ( x1 x2 -- x )  up? if  umin  else  umax  then ;
\ The farther from where a walk began, the wider its steps: holes are found
\ that are larger than a 16th of the RAM before them, and windows of devices
\ over RAM by their samples. Each row: step, and how far with it.
create ladder
\ data rows
   /page , $40000 ,   /block , $400000 ,   $40000 , /leap ,
   /mega , $4000000 ,   $400000 , $10000000 ,
   /leap , far-end #16 rshift $40000000 umax ,   $10000000 , far-end ,
\ end of data rows
7 constant #rungs
: rung  ( n -- step )  2* cells ladder + @ ;
: reach  ( x n -- x2 )                 \ not past the ends of all addresses
   2* cells ladder + cell+ @
   up? if  over invert umin +  else  over umin -  then
;
\ Where a wide step failed, finer ones find the edge.
: finer  ( x limit n -- x2 )
   {: limit n :}
   begin  n  while  n 1- to n  limit n rung climb drop  repeat
;
\ Devices like to live at the end of memory, over it (raspi3b): there each page
\ is read. The first one that is no RAM, in the 16 MiB below x.
: end-closer  ( start x -- x2 )
   up? 0= if  nip exit  then
   tuck 1- /leap negate and umax                     ( x page )
   begin  2dup u>  while
      dup 2 sample? 0= if  nip exit  then  /page +
   repeat  drop
;
: walk  ( x limit -- x2 )
   0 {: limit n :}
   begin  n #rungs <  while
      dup n reach limit nearer  n rung climb  0= if  limit n finer exit  then
      n 1+ to n
   repeat  limit n finer
;
\G Walk from x, the edge of known RAM, to the edge of RAM, not past limit;
\G way is 1: up, or -1: down.
: walk-to  ( x limit way -- x2 )  heading !  over swap walk end-closer ;

\ Mirrors -------------------------------------------------------------------
\ Where address lines are not decoded the same memory shows up every 2^n bytes.
\ Only our own cell is written here; all else is read.
: shows-beacon?  ( addr -- flag )
   dup ours? if  drop false  else  follows?  then
;
: mirrored-by?  ( distance -- flag )
   dup beacon + shows-beacon? if  drop true exit  then
   beacon over u< if  drop false  else  beacon swap - shows-beacon?  then
;
: find-period  ( -- )
   0 period !
   #address-lines #12 do
      1 i lshift mirrored-by? if  1 i lshift period ! unloop exit  then
   loop
;
: window-base  ( -- addr )  our-range drop period @ negate and ;
\ The limits of the first walk: one period, or all that there is.
: lowest  ( -- addr )  period @ if  window-base  else  0  then ;
: highest  ( -- addr )
   period @ if  window-base period @ + ?dup if  exit  then then  far-end
;
\G The island at x shows memory that we know, this far below or above it.
variable shift
\ As READS?, of what is no echo.
: shows?  ( x addr -- flag )  decoy reads? ;
\ True if the RAM of a page shows SHIFT away; a word of it is written.
: page-shown?  ( page -- flag )
   $e58 + {: a | old :}
   a ours? if  beacon shift @ + follows? exit  then
   a rd drop to old
   a pattern a put?  a pattern a shift @ + shows? and
   a anti a put? and  a anti a shift @ + shows? and
   old a put-back and
;
\ From a page that is shown to one that is not: the page that ends it.
: shown-end  ( shown not -- page )
   begin  2dup - abs /page u>  while
      2dup + 1 rshift page-down                      ( shown not mid )
      dup page-shown? if  rot drop swap  else  nip  then
   repeat  nip
;
\G Note the part of a row that shows SHIFT away, around an address of it.
: mirror-of  ( addr row -- )
   swap page-down {: row page | lo :}
   page row rg>base @ /page - shown-end /page + to lo
   lo shift @ +  page row row-end shown-end lo -  mirror-kind by-write
   lo mirror-region
;
\G True if the island at x shows our own memory; sets SHIFT.
: shows-home?  ( x -- flag )                 \ read before x is ever written
   {: x :}  mark1 beacon!
   #address-lines #25 umax #24 do
      beacon 1 i lshift 1- and x +                   ( addr )
      dup rd drop mark1 = if
         dup shows-beacon? if  beacon - shift !  true unloop exit  then
      then  drop
   loop  false
;
: shown-in?  ( a row -- flag )               \ a's pattern is in row's RAM?
   {: a row | at :}
   #address-lines #12 do
      a 1 i lshift 1- and row rg>base @ + to at
      at a <> at row row-last u> 0= and if
         a pattern at shows? if  a at - shift !  true unloop exit  then
      then
   loop  false
;
: other-shows  ( a -- row|0 )
   #regions @ 0 ?do
      i region[] rg>kind @ ram-kind = if
         dup i region[] shown-in? if  drop i region[] unloop exit  then
      then
   loop  drop 0
;
\G The RAM row that shows the word at a, which is RAM and keeps its value.
: twin  ( a -- row|0 )
   {: a | old row :}
   a rd drop to old
   a pattern a wr drop  a other-shows to row
   row if                                    \ a coincidence does not follow
      a anti a wr drop  a anti a shift @ - shows? 0= if  0 to row  then
   then
   old a put-back drop  row
;

\ Islands -------------------------------------------------------------------
\ Where a walk ended at a device and RAM goes on in that page or soon after it,
\ there is a window of devices over RAM (raspi3b). What lies between registers
\ there is not worth the risk: the 16 MiB around it stay unknown.
#32 constant max-shores
\G Where those 16 MiB begin: a table of cells.
max-shores cells buffer: shores
\G How many there are.
variable #shores
: shore  ( page -- )
   #shores @ max-shores = if  drop exit  then
   /leap negate and  shores #shores @ cells + !  1 #shores +!
;
\G True if addr is in such 16 MiB.
: shore?  ( addr -- flag )
   /leap negate and
   #shores @ 0 ?do
      dup shores i cells + @ = if  drop true unloop exit  then
   loop  drop false
;
\G True if one of three words of a page is not nothing.
: alive?  ( page -- flag )
   dup 4 + void? 0= over $18 + void? 0= or swap $e58 + void? 0= or
;
: goes-on?  ( page -- flag )
   #16 0 do  dup ram-page? if  drop true unloop exit  then  /page heading @ * +
   loop  drop false
;
: ?shore  ( page way -- )                    \ way: as of WALK-TO
   heading !  dup alive? if  dup goes-on? if  dup shore  then then  drop
;
\ Walks end a page before the end of 32 bits: they compare with ends.
: to-the-top  ( hi -- hi2 )
   dup far-end =  4gib 0= and if  dup ram-page? if  drop 0  then then
;
: note-island  ( lo hi -- )  to-the-top over - ram-kind by-write region ;
: bottom-of  ( x -- limit )                  \ the end of the row below x
   0 #regions @ 0 ?do
      i region[] row-last 2 pick u< if  drop i region[] row-end  then
   loop  nip
;
: ceiling  ( x -- limit )
   row-above dup #regions @ < if  region[] rg>base @  else  drop far-end  then
;
\G From RAM at [lo, hi) walk both ways and note all of it.
: outwards  ( lo hi -- )
   over bottom-of over ceiling {: lo hi bottom top :}
   hi top 1 walk-to to hi   lo bottom -1 walk-to to lo
   lo hi note-island
   hi top u< if  hi 1 ?shore  then
   lo bottom u> if  lo /page - -1 ?shore  then
;
\G Find the RAM around us.
: home-island  ( -- )
   find-period  our-range page-up swap page-down swap
   {: lo hi :}
   hi highest 1 walk-to   lo lowest -1 walk-to   swap
   2dup note-island  dup highest u< if  1 ?shore  else  drop  then
   dup lowest u> if  /page - -1 ?shore  else  drop  then
;
