\ maker.fth - makes a machine out of a number: RAM, devices, traps, nothing.
\ SPDX-License-Identifier: 0BSD
\ needs: test/fake/random.fth
\ What nobody can tell by reading and careful writing is made too, but its span
\ is not PLAIN: whether it is found is counted, and no fault.

: pages  ( n -- u )  #12 lshift ;
: up-to  ( addr align -- addr2 )  tuck 1- + swap negate and ;
: low-bit  ( u -- u2 )  dup negate and ;
: power-above  ( u -- u2 )  1 begin  2dup u>  while  2*  repeat  nip ;

\ Places ----------------------------------------------------------------------
: any-base  ( align -- addr )
   low-end over /  dup $7fffffff u> if  drop $7fffffff  then  random *
;
: beside-base  ( align -- addr )             \ after something that is there
   #spans @ random span[] span-end  5 random 0= if  $10000 +  then  swap up-to
;
: some-base  ( align -- addr )
   #spans @ 0<> #35 chance and if  beside-base  else  any-base  then
;
\G A free place of that size, if some tries find one.
: room-for  ( size align -- base true | false )
   {: size align :}
   #20 0 do
      align some-base dup size free? if  true unloop exit  then  drop
   loop  false
;

\ Devices stand together, as buses place them: at the steps of a window at a
\ round address, mostly from its start on. A few stand anywhere.
variable bus-base   variable bus-step   variable bus-next
: new-bus  ( -- )
   /mega any-base bus-base !  0 bus-next !
   5 random case
      0 of  /block  endof   1 of  $4000  endof   2 of  /mega  endof  /page swap
   endcase  bus-step !
;
: next-on-bus  ( align -- addr )
   #12 chance if  new-bus  then
   bus-base @ bus-next @ +  #20 chance if  bus-step @ 8 random * +  then
   swap bus-step @ umax up-to
;
: room-on-bus  ( size align -- base true | false )
   {: size align :}
   #20 0 do
      6 chance if  align some-base  else  align next-on-bus  then
      dup size free? if
         dup size + bus-base @ - bus-next !  true unloop exit
      then  drop
   loop  false
;

\ Memory ----------------------------------------------------------------------
kind: note-home home               kind: note-ram ram
kind: note-mirror mirror           kind: note-rom rom
kind: note-flash flash             kind: note-window window
kind: note-hang never-answers      kind: note-device device
kind: note-sig from-signature      kind: note-liar liar
kind: note-uart uart
variable home      \ where "our" 128 KiB are
: faulty?  ( -- flag )  fake-void @ void-fault =  split-void void-fault = and ;
: some-content  ( -- u )  #10 random dup 4 < if  drop 0  else  7 < 2 +  then ;
: note!  ( note span -- span )  tuck sp>note ! ;
: plain!  ( flag span -- span )  tuck sp>plain ! ;
: memory-span  ( base size content read-xt write-xt truth -- span )
   3 roll >r  span,  r> over sp>c !  bits32 1 or over sp>b !
;
: ram-span  ( base size content -- span )
   ['] ram@ ['] ram! is-ram memory-span  note-ram swap note!
;
: home-span  ( base size content -- )
   over 0= if  2drop drop exit  then
   ram-span note-home swap note! true swap plain! drop
;
: mega-size  ( limit -- size )               \ 64 KiB and more, odd ones too
   /block / random 1+
   #60 chance if  power-above #30 chance if  3 * 1 rshift  then  then
   1 max #16 lshift
;
\ A hole is an 8th of what lies between it and us, or more: that is told.
: hole-end  ( addr -- addr2 )
   dup home @ - 3 rshift $20000 umax dup random + /block up-to +
;
: hole-start  ( end -- addr )
   home @ $20000 + tuck - random /block negate and +
;
: home-with-hole  ( base size content -- )
   {: base size content | at :}
   base size + hole-start to at
   base at base - content home-span
   at hole-end  base size +                          ( lo hi )
   2dup u< if  over - content home-span  else  2drop  then
;
: put-home  ( base size -- )                 \ we are somewhere in it
   $20000 - #16 rshift 1+ random #16 lshift + home !
;
: home-room  ( size align -- base size )
   begin  2dup room-for 0= while  repeat  nip swap
;
: plain-home  ( -- )
   low-end 2 rshift mega-size $80000 umax low-end 1 rshift umin
   8 random if  /mega  else  /block  then  home-room
   2dup put-home  some-content
   #30 chance if  home-with-hole  else  home-span  then
;
\ Address lines that are not decoded: the same RAM again and again
: copies-of  ( base size n mine content seed -- )
   {: base size n mine content seed :}
   n 0 do
      base i size * + size content ram-span              ( span )
      seed over sp>b !  i size * negate over sp>a !
      true over sp>plain !
      i mine = if  note-home  else  is-mirror over sp>truth ! note-mirror  then
      swap sp>note !
   loop
;
: mirrored-home  ( -- )
   low-end 5 rshift mega-size $80000 umax power-above
   2 random 1+ 1 swap lshift {: size n | base mine :}
   size n * dup room-for drop to base  n random to mine
   base size mine * + size put-home
   base size n mine some-content bits32 1 or copies-of
;
: home-ram  ( -- )  #15 chance if  mirrored-home  else  plain-home  then ;
\ Where a fault tells, 64 KiB at a round address are found, whatever they hold.
: plain-island?  ( base size content -- flag )
   {: base size content :}
   faulty? if  base /block 1- and 0=  size /block u< 0= and exit  then
   content 1 =  base /mega 1- and 0= and  size /mega u< 0= and
;
: some-size  ( -- size )
   #20 chance if  #60 random 1+ pages  else  low-end 4 rshift mega-size  then
;
: some-align  ( -- u )
   #10 random dup 1 < if  drop /page exit  then
   5 < if  /block  else  /mega  then
;
: an-island  ( -- )
   some-size dup some-align room-for 0= if  drop exit  then  swap
   some-content {: base size content :}
   base size content ram-span
   base size content plain-island? swap sp>plain !
;
\ The same RAM at a second place
: twin-of  ( span -- )
   dup sp>size @ over sp>b @ rot sp>base @ {: size seed of | base :}
   size size room-for 0= if  exit  then  to base
   base size 1 ram-span
   seed over sp>b !  of base - over sp>a !  is-mirror over sp>truth !
   note-mirror swap sp>note !
;
: twin-island  ( -- )
   low-end 5 rshift mega-size power-above dup dup room-for 0= if
      drop exit
   then  swap 1 ram-span twin-of
;
: some-islands  ( -- )  4 random 0 ?do  an-island  loop ;
: a-rom  ( -- )
   6 random 1+ 1 swap lshift pages #30 chance if  3 *  then
   dup /block room-for if
      swap 1 ['] rom@ ['] ignore! is-rom memory-span note-rom swap sp>note !
   else  drop  then
;
: flash-shape  ( span -- )                   \ stride 4, 2, 1; one chip or two
   4 3 random rshift over sp>a !
   dup sp>a @ 4 = 2 random and swap sp>d !
;
: a-flash  ( -- )
   low-end 4 rshift $4000000 umin mega-size power-above
   $40000 umax {: size :}
   size size room-for if
      size 1 ['] flash@ ['] flash! is-flash memory-span
      note-flash over sp>note !  flash-shape
   then
;
: void-kinds  ( n -- kind )
   case
      0 of  void-fault  endof   1 of  void-zeros  endof
      2 of  void-ones  endof    3 of  void-echo  endof   void-random swap
   endcase
;
\ A part of the space where nothing is otherwise than in the rest
: a-window  ( -- )
   low-end 5 rshift mega-size dup /block room-for if
      swap ['] window@ ['] window! is-blank span,
      note-window over sp>note !  3 random void-kinds swap sp>b !
   else  drop  then
;
: a-hang  ( -- )
   3 random 1+ pages dup /page room-for if
      swap ['] hang@ ['] hang! is-blank span,
      note-hang over sp>note !  why-hang swap sp>a !
   else  drop  then
;

\ Devices ---------------------------------------------------------------------
\ What the words that are no registers do: zeros, ones, a fault; the file may
\ show up again and again.
: file-shape  ( span -- )
   -1 over sp>b !
   #30 random case
      0 of  ones32 over sp>a !  endof
      1 of  true over sp>c !  endof
      2 of  true over sp>c !  endof
      3 of  $ff over sp>b !  endof
      4 of  $ff over sp>b !  endof
   endcase  drop
;
: device-span  ( base size -- span )
   ['] device@ ['] device! is-device span,  -1 over sp>b !
   note-device swap note!
;
: some-value  ( -- x )
   #10 random dup 3 < if  drop 0 exit  then
   3 chance if  drop ones32 exit  then  7 < if  $100 random  else  bits32  then
;
\ Writing has an effect that stays only where registers are usual: low.
: some-kind  ( addr -- aux kind )
   $fff and $400 u< if  #100  else  #70  then  random
   dup #30 < if  drop 0 reg-ro exit  then
   dup #45 < if  drop ones32 reg-rw exit  then
   dup #53 < if  drop bits32 reg-rw exit  then
   dup #60 < if  drop #99 random reg-count exit  then
   dup #65 < if  drop 9 random reg-fifo exit  then
   dup #68 < if  drop 0 reg-once exit  then
   dup #70 < if  drop 0 reg-any exit  then
   dup #80 < if  drop 0 reg-w1c exit  then
   #90 < if  0 reg-trigger  else  ones32 reg-magic  then
;
: a-register  ( addr -- )
   dup wd-at if  drop exit  then
   >r some-value r@ some-kind r> register
;
: some-registers  ( base size n -- )
   {: base size n | at :}
   base #30 chance if  size random $-100 and +  then  to at
   n 0 ?do
      at a-register  at 4 #20 chance if  5 random 2 lshift +  then  + to at
      at base size + u< 0= if  leave  then
   loop
;
: a-device  ( -- )
   #80 chance if  1  else  8 random 1+  then  pages
   dup /page room-on-bus 0= if  drop exit  then
   swap 2dup device-span file-shape  #24 random 1+ some-registers
;
: a-trap  ( -- )                             \ one of its registers is deadly
   /page dup room-on-bus 0= if  exit  then
   dup /page device-span file-shape
   dup /page 5 some-registers
   #16 random 2 lshift + >r
   0 2 random if  why-hang  else  why-reset  then  reg-die r> register
;

\ From the rows of a signature ------------------------------------------------
' some? constant x-some        ' between? constant x-between
' moves? constant x-moves      ' same? constant x-same
: usable-row?  ( row -- flag )
   row>width @ dup 5 u< if  drop true exit  then
   dup x-some = over x-between = or over x-moves = or swap x-same = or
;
: usable?  ( sig -- flag )
   {: sig :}
   sig sg>space @ sig sg>whole @ or  sig sg>rows @ 0= or
   sig sg>step @ /mega u> or
   if  false exit  then
   sig sg>rows @ 0 ?do
      i sig row[] usable-row? 0= if  false unloop exit  then
   loop  true
;
#1000 cells buffer: usables    variable #usables
: list-usables  ( -- )
   0 #usables !
   signatures @  begin  dup  while
      dup usable? if  dup #usables @ cells usables + !  1 #usables +!  then
      sg>next @
   repeat  drop
;
list-usables
: some-sig  ( -- sig )  #usables @ random cells usables + @ ;
: row-reach  ( sig -- lowest highest )       \ of its rows and of the device
   {: sig :}
   0 sig sg>lead @ -  sig sg>size @ sig sg>lead @ -  ( lo hi )
   sig sg>rows @ 0 ?do
      i sig row[] dup row>offset @                   ( lo hi row offset )
      swap row>width @ x-same = if  8 +  then
      tuck 4 + max >r min r>
   loop
;
: force  ( x mask addr -- )                  \ these bits of a word are so
   dup wd-at 0= if  0 0 reg-ro 3 pick register  then
   wd-at {: mask wd :}
   wd wd>now @ mask invert and or ones32 and dup wd wd>now !  wd wd>first !
;
: held  ( addr -- x )  wd-at dup if  wd>now @  then ;
: force-row  ( base row -- )
   tuck row>offset @ + {: row at :}
   row row>mask @ row row>value @ row row>width @
   case
      x-some of  drop at held over and if  drop 0 0
                 else  low-bit dup  then  at force  endof
      x-between of  over - 1+ random + ones32 at force  endof
      x-moves of  drop 0 0 at force
                  low-bit at wd-at tuck wd>aux ! reg-count swap wd>do !  endof
      x-same of  2drop  endof
      drop at lane lshift swap at lane lshift at -4 and force 0
   endcase
;
: same-row  ( base row -- )
   dup row>width @ x-same <> if  2drop exit  then
   tuck row>offset @ + tuck swap row>value @ +       ( at at2 )
   swap held ones32 rot force
;
: force-rows  ( base sig -- )
   {: base sig :}
   sig sg>rows @ 0 ?do  base i sig row[] force-row  loop
   sig sg>rows @ 0 ?do  base i sig row[] same-row  loop
;
\ Where its rows begin, in a span that begins at base
: rows-at  ( base lowest sig -- addr )
   {: base lowest sig :}
   sig sg>start @ base +
   lowest sig sg>start @ + 0< if
      lowest negate sig sg>step @ /page umax up-to +
   then
;
: sig-align  ( sig -- u )  sg>step @ /page umax ;
variable made-at
: sig-span  ( sig -- span | 0 )              \ its rows are at MADE-AT
   {: sig | lowest size :}
   sig row-reach swap to lowest
   lowest 0 min negate sig sig-align up-to + sig sg>start @ + /page up-to
   to size
   size sig sig-align room-on-bus 0= if  0 exit  then
   dup lowest sig rows-at made-at !
   size device-span
;
: reads-so?  ( sig -- flag )
   false looking !  fake-void @ to void-kind  made-at @ swap matches?
;
: remember-sig  ( sig span -- )
   {: sig span :}
   note-sig span sp>note !  made-at @ sig sg>lead @ - span sp>at !
   sig reads-so? if  sig span sp>sig !  then
;
: a-known  ( -- )
   some-sig dup sg>proof @ if  drop exit  then
   dup sig-span dup 0= if  2drop exit  then          ( sig span )
   made-at @ 2 pick force-rows
   #30 chance if  dup sp>base @ /page 4 some-registers  then
   remember-sig
;
\ What reads as a kind that is proven by effect, and does not act so: words
\ that stay, or plain memory.
: soften  ( base size -- )
   bounds ?do
      i wd-at ?dup if  reg-rw over wd>do ! ones32 swap wd>aux !  then
   4 +loop
;
: a-liar  ( -- )
   #usables @ 0 do
      some-sig dup sg>proof @ if
         dup sig-span dup 0= if  2drop unloop exit  then
         made-at @ rot force-rows  note-liar over sp>note !
         dup sp>base @ swap sp>size @ #40 chance if  soften  else  2drop  then
         unloop exit
      then  drop
   loop
;

\ UARTs that act as they read -------------------------------------------------
: sig-called  ( c-addr u shift -- sig|0 )
   signatures @ {: a u shift sig :}
   begin  sig  while
      sig compatible$ a u str= sig sg>shift @ shift = and
      sig sg>space @ 0= and  sig sg>width @ 4 = and if  sig exit  then
      sig sg>next @ to sig
   repeat  0
;
: uart-span  ( sig -- base | 0 )
   /page dup room-on-bus 0= if  drop 0 exit  then       ( sig base )
   dup /page device-span
   note-uart over sp>note !  rot swap sp>sig !
;
: a-16550  ( -- )
   s" ns16550a" 2 sig-called uart-span dup 0= if  drop exit  then
   {: at :}
   0 3 reg-fifo at register        0 $f reg-rw at 4 + register
   1 0 reg-ro at 8 + register      3 $ff reg-rw at $c + register
   8 $1f reg-rw at $10 + register  $60 0 reg-ro at $14 + register
   0 0 reg-loop at $18 + register  0 $ff reg-rw at $1c + register
;
: a-pl011  ( -- )
   s" arm,pl011" 2 sig-called dup uart-span dup 0= if  2drop exit  then
   {: sig at :}
   at sig force-rows
   0 3 reg-fifo at register         $90 0 reg-ro at $18 + register
   0 $ffff reg-rw at $24 + register  0 $3f reg-rw at $28 + register
   0 $ff reg-rw at $2c + register   $300 $ffff reg-rw at $30 + register
   $12 $3f reg-rw at $34 + register  0 $7ff reg-rw at $38 + register
;

\ All of it -------------------------------------------------------------------
\ Most spaces are small: many machines a second.
: some-lines  ( -- n )
   #100 random dup #10 < if  drop #25 3 random + exit  then
   #60 < if  #22  else  #23 2 random +  then
;
: address-lines!  ( n -- )
   dup to #address-lines
   1 swap lshift  dup to far-end  4gib umin to low-end
;
: some-void  ( -- kind )
   #100 random dup #45 < if  drop void-fault exit  then
   dup #70 < if  drop void-zeros exit  then
   dup #85 < if  drop void-ones exit  then
   #99 < if  void-echo  else  void-random  then
;
: nothing-there  ( -- )
   some-void dup fake-void ! to split-void
   7 chance if  3 random void-kinds to split-void  then
   false wraps !
;
: times  ( n xt -- )  swap 0 ?do  dup execute  loop  drop ;
: some-memory  ( -- )
   some-islands  2 random ['] a-rom times  2 random ['] a-flash times
   #12 chance if  twin-island  then
;
: some-devices  ( -- )
   8 random 1+ ['] a-device times   5 random ['] a-known times
   2 random ['] a-liar times
   #15 chance if  a-16550  then   #15 chance if  a-pl011  then
;
: some-traps  ( -- )
   #15 chance if  2 random 1+ ['] a-hang times  then
   #10 chance if  a-trap  then
   #20 chance if  2 random 1+ ['] a-window times  then
;
\G Make the machine of a number.
: make-machine  ( seed -- )
   seed!  no-words  0 #spans !  0 last-span !
   some-lines address-lines!
   nothing-there home-ram new-bus some-memory some-devices some-traps
;
