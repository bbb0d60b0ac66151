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
: with-reg  ( xt reg# -- flag )  dup reg#@ 2>r catch 2r> swap reg#! throw ;
\G True if a register keeps x.
: keeps?  ( x reg# -- flag )  2dup reg#! reg#@ = ;

\ A signature: one kind of device -------------------------------------------
begin-structure /sig
   field: sg>next   field: sg>class  field: sg>compatible  \ counted strings
   field: sg>also   \ a second name, counted, or 0
   field: sg>space  field: sg>width  field: sg>shift  field: sg>size
   field: sg>start  \ where in its page the register file starts
   field: sg>step   \ it may stand at each such step of a page
   field: sg>sure   \ percent, when all rows fit
   field: sg>whole  \ what it is a part of: a signature, or 0
   field: sg>at     \ how far from the base of the whole
   field: sg>lead   \ the device begins so far below its telling registers
   field: sg>many   field: sg>stride  \ how many parts, how far apart
   field: sg>proof  \ ( -- flag ) the test by effect; 0: none
   field: sg>side   \ what reading it may do
   field: sg>pops   \ where, if it pops a FIFO
   field: sg>rows
end-structure
begin-structure /row
   field: row>offset  field: row>width  field: row>mask  field: row>value
end-structure
\ `width` may also be a test of its own: xt ( addr row -- flag ).
\G The first signature of the list.
variable signatures    0 signatures !
\G The last one.
variable last-sig      0 last-sig !

\G Compile a counted text into the data space.
: text,  ( c-addr u -- )  dup c, here over allot swap move align ;
\ data rows
kind: class-uart uart
kind: class-timer timer
kind: class-irq interrupt-controller
kind: class-rtc rtc
kind: class-gpio gpio
kind: class-watchdog watchdog
kind: class-dma dma
kind: class-i2c i2c
kind: class-spi spi
kind: class-mmc mmc
kind: class-block block
kind: class-ethernet ethernet
kind: class-display display
kind: class-input input
kind: class-usb usb
kind: class-pci pci-host
kind: class-virtio virtio
kind: class-fw fw-cfg
kind: class-flash flash
kind: class-system system-control
kind: class-audio audio
kind: class-crypto crypto
kind: class-memory memory   \ no device: on-chip RAM, as a part of its chip
kind: class-unknown unknown
\ end of data rows
: begin-sig  ( class c-addr u -- )
   align here >r text,  r> here /sig allot {: class text sig :}
   sig /sig erase  class sig sg>class !  text sig sg>compatible !
   #90 sig sg>sure !  #4096 sig sg>step !
   last-sig @ dup if  sg>next  else  drop signatures  then  sig swap !
   sig last-sig !
;
\G Begin a kind of device; the text is what Linux calls it.
: sig:  ( class "compatible" -- )  parse-name begin-sig ;
\ A big device stands at a multiple of its size, if that is a power of two: a
\ far register must not be one of a neighbour, whose reads may do something.
: aligned-as  ( size -- step )
   dup dup 1- and over $8000 u> 0= or if  #4096 min  then
;
\G How its registers are reached; each size bytes of a page may be one.
: registers  ( space width shift size -- )
   last-sig @ {: sig :}
   dup aligned-as sig sg>step !
   sig sg>size !  sig sg>shift !  sig sg>width !  sig sg>space !
;
\G A row: the read at offset, masked, gives value. Most telling row first.
: sees  ( offset width mask value -- )
   2swap swap , , swap , ,  1 last-sig @ sg>rows +!
;
\G A register of 32 bits gives this value.
: reads  ( offset value -- )  4 swap ones32 swap sees ;
\G The same, of the bits of a mask.
: bits  ( offset mask value -- )  4 -rot sees ;
\G A test of its own: xt ( addr row -- flag ); it may use mask and value.
: tested  ( offset mask value xt -- )  -rot sees ;
\G Begin a kind of device of 32-bit registers; percent: how sure it then is.
: device:  ( class size percent "compatible" -- )
   2>r sig:  mem-space 4 2 2r> last-sig @ sg>sure !  registers
;
\G A more general name for the same kind.
: also:  ( "compatible" -- )                    \ its rows follow each other
   parse-name dup 1+ tree-allot dup last-sig @ sg>also !  place
;
\G The device may stand at each multiple of n bytes of a page.
: each  ( n -- )  last-sig @ sg>step ! ;
\G The device begins n bytes below the registers of its rows.
: lead  ( n -- )  last-sig @ sg>lead ! ;
variable whole                                \ what parts belong to
\G What comes next as PART: belongs to the signature before this line.
: parts  ( -- )  last-sig @ whole ! ;
\G Begin a kind of device that stands at an offset from the whole. Where the
\G whole is, its rows, if any, must fit; nothing else tells of it.
: part:  ( class size percent offset "compatible" -- )
   >r device:  whole @ last-sig @ sg>whole !  r> last-sig @ sg>at !
   1 last-sig @ sg>many !
;
\G Its registers are read by n bytes each.
: narrow  ( n -- )  last-sig @ sg>width ! ;
\G There are n such parts, stride bytes apart.
: many  ( n stride -- )  last-sig @ sg>stride !  last-sig @ sg>many ! ;
\G The signature begins at this offset of its device.
: starts  ( offset -- )  #4096 each  last-sig @ sg>start ! ;
\G What proves the signature by effect: xt ( -- flag ).
: proof  ( xt -- )  last-sig @ sg>proof ! ;
\G What reading the device does besides; see below.
: side  ( kind -- )  last-sig @ sg>side ! ;
\G Where the read is that takes a byte away, if not at 0.
: pops  ( offset -- )  last-sig @ sg>pops ! ;
\ What reading it may do: discovery.md section 2.3.
kind: pops-fifo pops-fifo

\G What Linux calls the device of a signature.
: compatible$  ( sig -- c-addr u )  sg>compatible @ count ;
: row[]  ( i sig -- row )  /sig + swap /row * + ;

\ The words of the page looked at -------------------------------------------
\ Each is read once: many signatures ask for the same few. Rows of address,
\ ior, value; the address is odd where a row is empty.
#1024 constant #seen
create seen  #seen 3 * cells allot
variable looking    0 looking !              \ true: SEEN is to be used
: seen[]  ( addr -- row )  2 rshift #seen 1- and 3 * cells seen + ;
\G Forget the words that were read; from now on each is read once.
: look-afresh  ( -- )  seen #seen 3 * cells $ff fill  true looking ! ;
\G Read 32 bits, or what was read there since LOOK-AFRESH.
: seen@  ( addr -- x ior )
   dup seen[] 2dup @ = if  nip cell+ 2@ exit  then
   {: addr row :}
   addr rd 2dup row cell+ 2!  addr row !
;
\ Fewer bits only where 32 can be read: discovery.md, section 3.2.
: looked  ( addr space width -- x ior )
   over mem-space <> looking @ 0= or if  probe-read exit  then
   dup 4 = if  2drop seen@ exit  then
   2 pick -4 and seen@ nip if  2drop drop 0 -9 exit  then  probe-read
;

\ The match -----------------------------------------------------------------
: row-read  ( base space row -- x ior )
   {: base space row :}
   base row row>offset @ + space row row>width @ looked
;
: own-test?  ( row -- flag )  row>width @ 8 u> ;
: fits?  ( x row -- flag )  tuck row>mask @ and swap row>value @ = ;
: row?  ( base space row -- flag )
   dup own-test? if  nip tuck row>offset @ + swap dup row>width @ execute exit
   then
   dup >r row-read if  drop rdrop false  else  r> fits?  then
;
\ What stands first must also differ from what nothing reads as.
: first-row?  ( base sig -- flag )
   {: base sig | x :}
   0 sig row[] own-test? if  base mem-space 0 sig row[] row? exit  then
   base sig sg>space @ 0 sig row[] row-read if  drop false exit  then  to x
   x 0 sig row[] fits?  x void-value? 0= and
;
\G True if the rows of a signature, but for the first few, fit what is read.
: rows-fit?  ( base sig from -- flag )
   {: base sig from :}
   sig sg>rows @ from ?do
      base sig sg>space @ i sig row[] row? 0= if  false unloop exit  then
   loop  true
;
\G True if all that is read at base is as the signature says.
: matches?  ( base sig -- flag )
   2dup first-row? if  1 rows-fit?  else  2drop false  then
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
   row own-test? row row>offset @ dummy #4096 + at - 4 - > or if  exit  then
   row row>value @  at row row>offset @ +  mem-space row row>width @
   probe-write drop
;
\G True if memory that reads as a signature says passes its proof.
: fooled?  ( sig -- flag )
   {: sig :}
   sig sg>proof @ 0= if  false exit  then
   dummy #4096 erase  dummy sig sg>start @ +           ( at )
   sig sg>rows @ 0 ?do  dup i sig row[] put-row  loop
   sig look-at  mem-space looked-at pl>space !  sig prove
;
\ Code or data, in flash perhaps, of which a few words read like a device by
\ chance: nothing is written there. The words are none that a UART gives away.
: noise-at?  ( base -- flag )
   page-down 0
   #16 0 do  over $44 i $e0 * + + busy-word? 1 and +  loop  nip 9 u>
;
\G True if the device at base is of this kind: it reads so, it acts so, and
\G memory that reads so does not.
: proven?  ( base sig -- flag )
   2dup matches? 0= if  2drop false exit  then
   dup sg>space @ 0= 2 pick noise-at? and if  2drop false exit  then
   dup fooled? if  2drop false exit  then
   tuck look-at prove
;
: surer?  ( sig best -- flag )              \ the first one of equals stays
   dup if  sg>sure @ swap sg>sure @ <  else  2drop true  then
;
: may-be?  ( base space sig -- flag )
   {: base space sig :}
   sig sg>space @ space =  sig sg>whole @ 0= and
   base sig sg>start @ - sig sg>step @ 1- and 0= and
;
\G The kind of device whose registers start at base, by reading only; or 0.
: kind-at  ( base space -- sig|0 )
   0 signatures @ {: base space best sig :}
   begin  sig  while
      base space sig may-be? if
         sig best surer? if  base sig matches? if  sig to best  then then
      then  sig sg>next @ to sig
   repeat  best
;
\G True if something answers at addr and no signature fits it.
: unknown?  ( addr -- flag )
   dup void? if  drop false  else  mem-space kind-at 0=  then
;

\ Tests of their own for rows: offset mask value xt TESTED --------------------
\ A bit of the mask is set.
: some?  ( addr row -- flag )
   swap seen@ if  2drop false exit  then  swap row>mask @ and 0<>
;
\ The value is from `mask` to `value`.
: between?  ( addr row -- flag )
   swap rd if  2drop false exit  then
   swap dup row>mask @ swap row>value @ 1+ within
;
\ The bits of the mask change within 100 reads.
: moves?  ( addr row -- flag )
   row>mask @ {: addr mask :}
   addr rd if  drop false exit  then
   #100 0 do  addr rd drop over xor mask and if  drop true unloop exit  then
   loop  drop false
;
\ The word `value` bytes on reads the same.
: same?  ( addr row -- flag )
   over seen@ {: addr row x ior :}
   addr row row>value @ + seen@ ior or if  drop false  else  x =  then
;
\G Any bit of mask at offset.
: some  ( offset mask -- )  0 ['] some? tested ;
\G The register goes from lo to hi.
: between  ( offset lo hi -- )  ['] between? tested ;
\G The register counts in the bits of mask.
: moves  ( offset mask -- )  0 ['] moves? tested ;
\G The register reads as the one n bytes on.
: same-as  ( offset n -- )  ones32 swap ['] same? tested ;

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
