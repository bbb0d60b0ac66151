\ signatures.fth - what kinds of device look like: data rows, and a match.
\ SPDX-License-Identifier: 0BSD
\ needs: probe/bus.fth probe/void.fth
\ reads: the registers of a page that answered
\ writes: SIGNATURES, the list of all kinds known; PLACE, the one looked at

\ A place: where a register file is, and how its registers are reached. The
\ address of register n is base + (n << shift).
begin-structure /place
   field: pl>next   field: pl>base   field: pl>space
   field: pl>width  \ bytes of one access
   field: pl>shift
   field: pl>sig    \ the signature that matched
   field: pl>driver field: pl>node   field: pl>drops  \ bytes not sent
   field: pl>last   \ the byte sent last
   field: pl>ahead  \ $100 + a byte that had to be read early, or 0
end-structure
\G The place that a search has before it.
/place buffer: looked-at
looked-at value here-is                       \ the place at hand
\G Address, space and width of a register of the place at hand.
: reg-at  ( reg# -- addr space width )
   here-is pl>shift @ lshift here-is pl>base @ +
   here-is pl>space @  here-is pl>width @
;
\G Read a register of the place at hand; throws what the bus says.
: reg#@  ( reg# -- x )  reg-at probe-read throw ;
\G Write one; no hazard is touched and the risk ceiling holds.
: reg#!  ( x reg# -- )  reg-at probe-write throw ;
\G Read the low byte of a register of the place at hand.
: reg8@  ( reg# -- x )  reg#@ $ff and ;
\G Run xt ( -- flag ), then put the register back, whatever happened.
: with-reg  ( xt reg# -- flag )
   dup reg#@ 2>r catch 2r> swap reg#! throw
;
\G True if a register keeps x.
: keeps?  ( x reg# -- flag )  2dup reg#! reg#@ = ;

\ A signature: one kind of device -------------------------------------------
begin-structure /sig
   field: sg>next   field: sg>class  field: sg>compatible  \ counted strings
   field: sg>space  field: sg>width  field: sg>shift  field: sg>size
   field: sg>start  \ where in its page the register file starts
   field: sg>proof  \ ( -- flag ) the test by effect; 0: none
   field: sg>side   \ what reading it may do
   field: sg>rows
end-structure
begin-structure /row
   field: row>offset  field: row>width  field: row>mask  field: row>value
end-structure
\G The first signature of the list.
variable signatures    0 signatures !
variable last-sig      0 last-sig !

\G Compile a counted text into the data space.
: text,  ( c-addr u -- )  dup c, here over allot swap move align ;
kind: class-uart uart
kind: class-unknown unknown
: begin-sig  ( class c-addr u -- )
   align here >r text,  r> here /sig allot {: class text sig :}
   sig /sig erase  class sig sg>class !  text sig sg>compatible !
   last-sig @ dup if  sg>next  else  drop signatures  then  sig swap !
   sig last-sig !
;
\G Begin a kind of device; the text is what Linux calls it.
: sig:  ( class "compatible" -- )  parse-name begin-sig ;
\G How its registers are reached.
: registers  ( space width shift size -- )
   last-sig @ {: sig :}
   sig sg>size !  sig sg>shift !  sig sg>width !  sig sg>space !
;
\G A row: the read at offset, masked, gives value. Most telling row first.
: sees  ( offset width mask value -- )
   2swap swap , , swap , ,  1 last-sig @ sg>rows +!
;
\G The signature begins at this offset of its device.
: starts  ( offset -- )  last-sig @ sg>start ! ;
\G What proves the signature by effect: xt ( -- flag ).
: proof  ( xt -- )  last-sig @ sg>proof ! ;
\G What reading the device does besides; see below.
: side  ( kind -- )  last-sig @ sg>side ! ;
\ What reading it may do: discovery.md section 2.3.
kind: pops-fifo pops-fifo

\G What Linux calls the device of a signature.
: compatible$  ( sig -- c-addr u )  sg>compatible @ count ;
: row[]  ( i sig -- row )  /sig + swap /row * + ;

\ The match -----------------------------------------------------------------
: row-read  ( base space row -- x ior )
   {: base space row :}
   base row row>offset @ + space row row>width @ probe-read
;
: fits?  ( x row -- flag )  tuck row>mask @ and swap row>value @ = ;
: row?  ( base space row -- flag )
   dup >r row-read if  drop rdrop false  else  r> fits?  then
;
\ What stands first must also differ from what nothing reads as.
: first-row?  ( base sig -- flag )
   {: base sig | x :}
   base sig sg>space @ 0 sig row[] row-read if  drop false exit  then  to x
   x 0 sig row[] fits?  x void-value? 0= and
;
\G True if all that is read at base is as the signature says.
: matches?  ( base sig -- flag )
   2dup first-row? 0= if  2drop false exit  then
   {: base sig :}
   sig sg>rows @ 1 ?do
      base sig sg>space @ i sig row[] row? 0= if  false unloop exit  then
   loop  true
;
\G Look at the place where a device of this kind would be, from now on.
: look-at  ( base sig -- )
   looked-at to here-is  looked-at /place erase
   dup looked-at pl>sig !  swap looked-at pl>base !
   dup sg>space @ looked-at pl>space !
   dup sg>width @ looked-at pl>width !  sg>shift @ looked-at pl>shift !
;
\G True if the place at hand acts as this signature says.
: prove  ( sig -- flag )                        \ a throw is a no
   sg>proof @ dup 0= if  exit  then
   catch dup if  drop false  else  drop  then
;
\ The negative control: memory that reads just as the signature says. It must
\ fail the test by effect, or that test proves nothing.
#4096 buffer: dummy
: put-row  ( at row -- )
   {: at row :}
   row row>value @  at row row>offset @ +  mem-space row row>width @
   probe-write drop
;
: fooled?  ( sig -- flag )
   {: sig :}
   dummy #4096 erase  dummy sig sg>start @ +           ( at )
   sig sg>rows @ 0 ?do  dup i sig row[] put-row  loop
   sig look-at  mem-space looked-at pl>space !  sig prove
;
\G True if the device at base is of this kind: it reads so, it acts so, and
\G memory that reads so does not.
: proven?  ( base sig -- flag )
   2dup matches? 0= if  2drop false exit  then
   dup fooled? if  2drop false exit  then
   tuck look-at prove
;
\G The kind of device whose registers start at base, by reading only; or 0.
: kind-at  ( base space -- sig|0 )
   {: base space :}
   signatures @  begin  dup  while
      dup sg>space @ space = if  base over matches? if  exit  then  then
      sg>next @
   repeat
;
\G True if something answers at addr and no signature fits it.
: unknown?  ( addr -- flag )
   dup void? if  drop false  else  mem-space kind-at 0=  then
;

\ Learning ------------------------------------------------------------------
: learn-row  ( addr offset -- )                 \ only what reads the same twice
   {: addr offset | x :}
   addr offset + rd if  drop exit  then  to x
   addr offset + rd if  drop exit  then
   x = if  offset 4 ones32 x sees  then
;
\G Keep how the page at addr reads as a kind of its own, known by a name.
: learn-signature  ( addr c-addr u -- )
   2>r class-unknown 2r> begin-sig  mem-space 4 2 #4096 registers
   $1000 $fe0 do  dup i learn-row  4 +loop
   $40 4 do  dup i learn-row  4 +loop  drop
;
