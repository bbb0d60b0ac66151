\ ram.fth - find all RAM, to the page, by reading, writing and putting back.
\ SPDX-License-Identifier: 0BSD
\ needs: space.fth
\ writes: regions of kind ram and mirror
\ source: anchors/discovery.md sections 2.2 (RAM), 4 (void), 6.2 (pitfalls)
\
\ The order of caution: a place is read before it is written; what a device
\ would give away (a fault, a changing value, an ID block, all ones) ends the
\ test before the first write; what was written is put back and read again.

#4096 constant /page
$10000 constant /block      \ one written test per block where nothing faults
$1000000 constant /leap     \ and one per leap where it does
$100000 constant /mega

\G The memory that is ours; a fake machine replaces it.
defer our-range  ( -- base end )  ' image-range is our-range
: page-down  ( addr -- addr2 )  /page negate and ;
: page-up  ( addr -- addr2 )  /page 1- + page-down ;
: ours?  ( addr -- flag )  our-range page-up swap page-down swap within ;

variable probes
\ Let the prompt live: every 64th time another task runs.
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
: reads?  ( x addr -- flag )  rd if  2drop false  else  =  then ;
: put?  ( x addr -- flag )  wr 0= ;
\ Put x back unless it still stands there.
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
\ A page of the zeros that RAM has after power-up, as far as two words tell.
\ Offset 4, not 0: in a device 0 is often a FIFO that a read empties.
: quiet?  ( page -- flag )
   dup 4 + 0 rd-or 0= if  2drop false exit  then      ( page x )
   if  drop false exit  then
   $18 + 0 rd-or swap 0= and
;
: steady?  ( addr -- flag )        \ reads, and reads the same again
   dup rd dup forbidden = if  2drop drop true exit  then
   if  2drop false exit  then
   over mark1 read-after if  2drop drop false exit  then  = nip
;
: id-block?  ( page -- flag )      \ PrimeCell: bytes 0d f0 05 b1 at ff0
   $ff0 + {: at :}
   $0d at reads?  $f0 at 4 + reads? and
   $05 at 8 + reads? and  $b1 at #12 + reads? and
;
: steady-page?  ( page -- flag )
   $100 0 do  dup i + steady? 0= if  drop false unloop exit  then  4 +loop
   $1000 $100 do
      dup i + steady? 0= if  drop false unloop exit  then
   $40 +loop  drop true
;
\G True if a page with something in it is RAM from its first byte to its last.
: sound-page?  ( page -- flag )
   dup steady-page? 0= if  drop false exit  then
   dup id-block? if  drop false exit  then
   dup ram-pair? 0= if  drop false exit  then
   dup $7a4 + over $3c8 + ram-words? 0= if  drop false exit  then
   dup $1d4 + swap $0ac + ram-words?
;
\ While own memory shows up again this far off, pages that would show it are
\ not written: see FIND-PERIOD. 0: no such mirror near.
variable period
: shows-us?  ( page -- flag )
   period @ dup 0= if  nip exit  then
   1- invert over and                               ( page window )
   our-range drop period @ 1- and + swap -  negate
   our-range swap - 0 swap within
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
: quiet-or-sound?  ( page -- flag )
   breathe  dup ours? if  drop true exit  then
   dup quiet? if  drop true  else  dup shows-us? swap sound-page? or  then
;
: quiet-span?  ( base size -- flag )
   bounds ?do
      i quiet-or-sound? 0= if  false unloop exit  then
   /page +loop  true
;
\ The page at the far end is written, the others are read.
: span-ram?  ( x size -- flag )
   2dup far-page ram-page? 0= if  2drop false exit  then
   tuck span-base swap quiet-span?
;
: room?  ( x limit size -- flag )
   >r  up? 0= if  swap  then  over u< 0=                   \ x past limit?
   if  2drop rdrop false exit  then
   - negate r> u< 0=
;
