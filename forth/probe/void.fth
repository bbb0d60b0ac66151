\ void.fth - what does nothing look like here? fault, zeros, ones, echo, mixed.
\ SPDX-License-Identifier: 0BSD
\ needs: bus.fth
\ source: anchors/discovery.md section 4 (access to nothing, per machine group)

\ A kind of thing is the address of its counted name.
: kind:  ( "word" "name" -- )
   create  parse-name dup c,  here over allot swap move  align
;
\G The name of a kind.
: kind$  ( kind -- c-addr u )  count ;

\ data rows
kind: void-fault fault
kind: void-zeros zeros
kind: void-ones ones
kind: void-echo echo
kind: void-mixed mixed
kind: void-none unknown      \ this place is no sample of nothing
\ end of data rows
\G What reading nothing does on this machine.
void-none value void-kind

$ffffffff constant ones32    \ 32 bits of ones
\G Read 32 bits of memory that may not be there.
: rd  ( addr -- x ior )  mem-space 4 probe-read ;
\G Write 32 bits of memory that may not be there.
: wr  ( x addr -- ior )  mem-space 4 probe-write ;

\ An address is a cell. Of 32 bits, 4GIB is 0 and FAR-END the last page: a
\ region that ends where the address space does would end at 0.
\G 4 GiB, or 0 where a cell does not hold that.
$10000 $10000 * constant 4gib
\G How many address lines a cell can tell apart.
8 cells #47 min value #address-lines
\G What is looked at ends here: no processor reaches farther.
4gib #20 lshift 1- $-1000 and value far-end
\G What any processor reaches ends here: 4 GiB. A fake machine is smaller.
4gib value low-end

\ Far from anything a designer would choose, at no round number; inside 36
\ address bits, the fewest a 64-bit processor has had: high cell, low cell.
: far-place,  ( high low -- )  swap 4gib * + , ;
create far-places
\ data rows
   2 $4d713e40 far-place,  9 $2d4f1740 far-place,  $b $5c713e40 far-place,
   $d $1b658c40 far-place,  $e $9b658c40 far-place,
   0 $d36b8740 far-place,  0 $97a5e340 far-place,
\ end of data rows
7 constant #far-places
: far-place  ( i -- addr )  cells far-places + @ ;


\ Two cells of our own that are reached over the bus like all else. Reading
\ one in between shows a bus that floats: that gives back what was on it last.
\ A place that follows changes of the first one, though the second one was
\ read in between, is a mirror of our own memory.
create own-cells 0 , $5a1769b4 ,
own-cells value beacon    \ the first one's address
: beacon!  ( x -- )  beacon wr drop  beacon rd 2drop ;
$1b2c3d4e constant mark1    \ what it is set to
$6172839a constant mark2
\G Read addr when x was the last thing on the bus.
: read-after  ( addr x -- x2 ior )  beacon! rd ;
\G Something else is on the bus last.
: decoy  ( -- )  beacon cell+ rd 2drop ;
: reads-mark?  ( addr x -- flag )  swap over read-after drop = ;
: echoes?  ( addr -- flag )  dup mark1 reads-mark? swap mark2 reads-mark? and ;
: shows-mark?  ( addr x -- flag )  dup beacon! decoy  swap rd drop = ;
\G True if addr shows our own memory and does not just echo.
: follows?  ( addr -- flag )
   dup mark1 shows-mark? if  mark2 shows-mark?  else  drop false  then
;

\ True if a write stays: this is memory, no sample of nothing.
: keeps-write?  ( addr x -- flag )
   {: a old :}
   old invert ones32 and a wr if  false exit  then
   a mark1 read-after drop old <>                    ( kept? )
   dup if  old a wr drop  then
;
: value>kind  ( x -- kind )
   dup 0= if  drop void-zeros exit  then
   ones32 = if  void-ones  else  void-mixed  then
;
: sample-kind  ( addr -- kind )
   {: a :}
   a mark1 read-after if  drop void-fault exit  then
   a echoes? if  drop void-echo exit  then          ( x )
   a mark2 read-after if  2drop void-fault exit  then
   over <> if  drop void-mixed exit  then            ( x )
   a over keeps-write? if  drop void-none  else  value>kind  then
;

\ The kind that more than half of the true samples show, else mixed.
create votes  #far-places cells allot
: poll  ( -- #true )
   0 #far-places 0 do
      i far-place sample-kind dup votes i cells + !
      void-none <> if  1+  then
   loop
;
: votes-for  ( kind -- n )
   0 #far-places 0 do  over votes i cells + @ = if  1+  then  loop  nip
;
: winner  ( #true -- kind )
   #far-places 0 do
      votes i cells + @ dup void-none <> if            ( n kind )
         2dup votes-for 2* u< if  nip unloop exit  then
      then  drop
   loop
   if  void-mixed  else  void-none  then
;
\ Where most samples read as ones they may lie in the windows of an idle bus.
: faults-somewhere?  ( -- flag )
   #16 0 do  i #28 lshift $d36b740 + rd nip  if  true unloop exit  then  loop
   false
;
\G Find out what reading nothing does here: sets VOID-KIND.
: learn-void  ( -- )
   poll winner
   void-ones votes-for 0<> void-zeros votes-for void-mixed votes-for or 0= and
   if  faults-somewhere? if  drop void-fault  then  then  to void-kind
;

\G True if a read of nothing is caught by the machine.
: void-faults?  ( -- flag )  void-kind void-fault = ;
\G True if x is what nothing may read as here.
: void-value?  ( x -- flag )
   dup ones32 = if  drop true exit  then
   0= void-faults? 0= and
;
\G True if addr reads as nothing does here. All ones always count as nothing:
\G an empty PCI window gives them whatever the rest of the machine does.
: void?  ( addr -- flag )  rd if  drop true  else  void-value?  then ;

\ Pages ---------------------------------------------------------------------
\ Where a page is asked. The first two find what faults where it is not; the
\ first six find two thirds of the devices in machines where nothing reads as
\ zero (reset values of 27 boards of qemu 7.2). Left out are the words that
\ give away a byte or an interrupt when they are read: 0 $c $20 $24 $30 $80.
create asked
\ data rows
   $4 , $fe8 , $8 , $14 , $84 , $40 , $104 , $18 ,
   $404 , $60 , $144 , $204 , $804 , $c04 , $304 , $604 ,
\ end of data rows
\G How many words a page may be asked.
#16 constant #asked
\G A class says what a word gives, of a page the highest of its words; this
\G one also stands for a zero, or ones, that nothing may give.
0 constant gives-nothing
\G All ones: an empty window, or an idle register.
1 constant gives-ones
2 constant gives-zeros      3 constant gives-more

\G True where a zero is nothing though nothing faults: a window over RAM.
variable silent
: zero-class  ( -- class )
   void-kind void-fault =  void-kind void-ones = or  void-kind void-echo = or
   silent @ 0= and gives-zeros and
;
: ones-class  ( -- class )
   void-kind void-ones =  void-kind void-mixed = or 0=  gives-ones and
;
: class-of  ( x ior -- class )
   if  drop gives-nothing exit  then
   dup 0= if  drop zero-class exit  then
   ones32 = if  ones-class  else  gives-more  then
;
: changing?  ( addr -- flag )  dup rd drop swap rd drop <> ;
: sense  ( addr -- class )
   void-kind void-mixed = if
      dup changing? if  drop gives-nothing exit  then
   then
   void-kind void-echo <> if  rd class-of exit  then
   mark1 read-after over mark1 = if  2drop gives-nothing  else  class-of  then
;
\G The class of what a page gives, by the first n words to ask for.
: page-class  ( page n -- class )               \ by n words
   0 {: page n class :}
   n 0 ?do
      asked i cells + @ page + sense class umax to class
      class gives-ones u> if  leave  then
   loop  class
;
\G True if the page of addr gives something that nothing does not give.
: answers?  ( addr -- flag )  #-4096 and #asked page-class gives-ones u> ;
