\ random.fth - the bus of a machine that is made from a number: words, spans.
\ SPDX-License-Identifier: 0BSD
\ needs: discover.fth (all of it)
\ A span is an extent of pages with one meaning; spans are sorted and do not
\ overlap, so one is found by halving. Words that are registers, or were
\ written, stand in a hash table with what they held at first.

\ Dice ------------------------------------------------------------------------
variable dice
: bits32  ( -- x )
   dice @ dup #13 lshift xor dup 7 rshift xor dup #17 lshift xor dup dice !
   $2545f4914f6cdd1d * #32 rshift
;
\G A number from 0 to n-1.
: random  ( n -- u )  bits32 swap 1 max mod ;
\G True in that many of 100 cases.
: chance  ( percent -- flag )  #100 random > ;
\G Begin the numbers of a seed.
: seed!  ( u -- )
   1+ $9e3779b97f4a7c15 * 1 or dice !  #8 0 do  bits32 drop  loop
;
: mix  ( x -- x2 )
   dup $9e3779b97f4a7c15 * #29 rshift xor $2545f491 * #13 rshift ones32 and
;

\ Words -----------------------------------------------------------------------
begin-structure /wd
   field: wd>key    \ its address + 1; 0: free
   field: wd>now    field: wd>first
   field: wd>do     \ a kind of register, see below
   field: wd>aux
end-structure
$40000 constant #wds
/wd #wds * allocate throw constant wds
#wds cells allocate throw constant used-wds   variable #used
wds /wd #wds * erase
: wd-spot  ( addr -- wd )          \ where it is, or would be
   1+ dup 2 rshift $9e3779b1 * #12 rshift
   begin
      #wds 1- and  dup /wd * wds +                   ( key n wd )
      dup wd>key @ dup 0= swap 4 pick = or 0=
   while  drop 1+  repeat  nip nip
;
: wd-at  ( addr -- wd|0 )  wd-spot dup wd>key @ 0<> and ;
: wd,  ( addr -- wd )              \ it is there from now on
   dup wd-spot dup wd>key @ if  nip exit  then        ( addr wd )
   #used @ #wds 3 * 2 rshift > abort" the fake machine has too many words"
   dup used-wds #used @ cells + !  1 #used +!
   tuck swap 1+ swap wd>key !
;
: no-words  ( -- )
   #used @ 0 ?do  i cells used-wds + @ /wd erase  loop  0 #used !
;

\ Spans -----------------------------------------------------------------------
begin-structure /span
   field: sp>base   field: sp>size
   field: sp>read   \ xt ( addr -- x ior )
   field: sp>write  \ xt ( x addr -- ior )
   field: sp>truth  \ what it is: see below
   field: sp>note   \ a kind whose name describes it
   field: sp>sig    \ the signature it was made from, or 0
   field: sp>at     \ where the device begins
   field: sp>a      field: sp>b   field: sp>c   field: sp>d
   field: sp>mode   \ flash: true while it answers queries
   field: sp>plain  \ true: it can be told, and must be
end-structure
#160 constant max-spans
/span max-spans * buffer: spans    variable #spans
: span[]  ( i -- span )  /span * spans + ;
: in-span?  ( addr span -- flag )  tuck sp>base @ - swap sp>size @ u< ;
: span-end  ( span -- addr )  dup sp>base @ swap sp>size @ + ;
\G The index of the first span that ends above addr.
: span-above  ( addr -- i )
   0 #spans @ {: addr lo hi | mid :}
   begin  lo hi <  while
      lo hi + 2/ to mid
      mid span[] span-end addr u> if  mid to hi  else  mid 1+ to lo  then
   repeat  lo
;
variable last-span
\G The span that holds addr, or 0.
: span-at  ( addr -- span|0 )
   last-span @ if  dup last-span @ in-span? if  drop last-span @ exit  then then
   dup span-above dup #spans @ < if                  ( addr i )
      span[] tuck in-span? if  dup last-span ! exit  then
   else  drop  then  drop 0
;
\G A new span; the others are moved, so no address of one stays good.
: span,  ( base size read-xt write-xt truth -- span )
   #spans @ max-spans = abort" the fake machine has too many spans"
   4 pick span-above span[] {: span :}
   span span /span + spans #spans @ /span * + span - move
   span /span erase  1 #spans +!  0 last-span !
   span sp>truth !  span sp>write !  span sp>read !
   span sp>size !  dup span sp>at !  span sp>base !  span
;
\G True if nothing is there yet.
: free?  ( base size -- flag )
   over span-above dup #spans @ < if
      span[] sp>base @ -rot + u>= exit
   then  drop + low-end u> 0=
;
0 value the-span

\ What is true of a span, and what a map may say: rows and columns of a table
0 constant is-void     1 constant is-ram     2 constant is-mirror
3 constant is-rom      4 constant is-flash   5 constant is-device
6 constant is-blank    7 constant #truths    \ blank: nobody can tell

\ Harm ------------------------------------------------------------------------
variable bus-addr  \ of the access under way
variable dead      \ the machine hangs, was reset or was ended: no bus any more
variable why-dead  \ a counted string
variable dead-at
variable harmed    \ a counted string: what was done to it, or 0
variable harmed-at
-999 constant lost-bus
variable journaled    \ true: the journal named the access that it died of
5 cells buffer: kept-intent
: die-of  ( addr text -- )
   why-dead !  dead-at !  true dead !
   journal jn>open @ open-magic =
   journal jn>addr @ bus-addr @ xor -4 and 0= and journaled !
   journal jn>open kept-intent 5 cells move
   lost-bus throw
;
\ What reads as a kind and lies is written by its proof: nobody can know.
variable fooled
: tempted?  ( -- flag )
   bus-addr @ here-is pl>base @ - $fff + $2000 u<  looking @ 0<> and
;
: harm-of  ( addr text -- )
   tempted? if  2drop 1 fooled +! exit  then
   harmed @ if  2drop exit  then  harmed !  harmed-at !
;
kind: why-hang hang           kind: why-reset reset
kind: why-magic magic-write   kind: why-endless endless
kind: why-trigger trigger     kind: why-flash flash-command

\ RAM and the like ------------------------------------------------------------
\ A: what to add for the address its words are kept under; B: a seed; C: how
\ much of it is noise: 0 none of it, 1 all, 2 some pages.
: ram-first  ( key -- x )
   the-span sp>c @ dup 2 = if  drop dup #12 rshift mix 1 and  then
   if  the-span sp>b @ xor mix  else  drop 0  then
;
: ram@  ( addr -- x ior )
   the-span sp>a @ + dup wd-at dup if  nip wd>now @  else  drop ram-first  then
   0
;
: ram!  ( x addr -- ior )
   the-span sp>a @ + dup wd-at ?dup if  nip wd>now ! 0 exit  then
   2dup ram-first = if  2drop 0 exit  then
   dup ram-first over wd, tuck wd>first !  nip wd>now ! 0
;
: rom@  ( addr -- x ior )  ram-first 0 ;
: ignore!  ( x addr -- ior )  2drop 0 ;

\ Nothing: B is its kind
kind: void-random random
variable last-bus
: nothing@  ( addr kind -- x ior )
   nip case
      void-fault of  0 -9  endof
      void-zeros of  0 0  endof
      void-ones of  ones32 0  endof
      void-echo of  last-bus @ 0  endof
      bits32 0 rot
   endcase
;
: window@  ( addr -- x ior )  the-span sp>b @ nothing@ ;
: window!  ( x addr -- ior )  2drop the-span sp>b @ void-fault = -9 and ;
: hang@  ( addr -- x ior )  the-span sp>a @ die-of ;
: hang!  ( x addr -- ior )  nip the-span sp>a @ die-of ;

\ CFI flash: A bytes from word to word, B a seed, C 1: it holds data, D 1: two
\ chips side by side.
create cfi-bytes  'Q' c, 'R' c, 'Y' c,
: query-byte  ( n -- x )
   dup $10 $13 within if  $10 - cfi-bytes + c@ exit  then
   $27 = if  the-span sp>size @ the-span sp>d @ rshift
      0 begin  swap 1 rshift dup  while  swap 1+  repeat  drop
   else  0  then
;
: both-chips  ( x -- x2 )
   the-span sp>d @ the-span sp>a @ 4 = and if  dup #16 lshift or  then
;
: query@  ( offset -- x )
   the-span sp>a @ {: offset stride :}  0
   4 0 do
      offset i + stride / query-byte both-chips
      i 3 lshift lshift or  stride
   +loop
;
\ Commands of Intel's and AMD's sets that erase, program or lock
create harmful  $10 c, $20 c, $28 c, $30 c, $40 c, $60 c, $80 c, $a0 c, $b0 c,
   $c0 c, $d0 c, $e8 c,
#12 constant #harmful
: harmful?  ( x -- flag )
   #harmful 0 do
      dup i harmful + c@ = if  drop true unloop exit  then
   loop  drop false
;
: flash@  ( addr -- x ior )
   the-span sp>mode @ if  the-span sp>base @ - query@ 0  else  rom@  then
;
: flash!  ( x addr -- ior )
   swap $ff and {: addr x :}
   x $98 = if  true the-span sp>mode !  0 exit  then
   x $ff = x $f0 = or if  false the-span sp>mode !  0 exit  then
   x harmful? if  addr why-flash harm-of  then  0
;

\ Registers -------------------------------------------------------------------
\ A register's kind: its name, then what a read of it and a write do.
: reg-kind:  ( write-xt read-xt "word" "name" -- )  kind:  , , ;
: kind-xts  ( kind -- addr )  count + aligned ;
: key-addr  ( wd -- addr )  wd>key @ 1- ;
: now@  ( wd -- x )  wd>now @ ;
: keep!  ( x wd -- )  2drop ;
: masked!  ( x wd -- )             \ AUX: the bits that can be written
   tuck dup wd>aux @ tuck invert swap wd>now @ and -rot and or swap wd>now !
;
: excuse  ( wd -- )                 \ what a proof did to a liar
   tempted? 0= if  drop exit  then
   1 fooled +!  dup wd>now @ swap wd>first !
;
: clear!  ( x wd -- )
   tuck wd>now @ swap invert and over wd>now @ over <> >r over wd>now !
   r> if  excuse  else  drop  then
;
: count@  ( wd -- x )  dup wd>aux @ over wd>now +!  wd>now @ ones32 and ;
variable taken     \ bytes that reads took out of FIFOs, and bits they cleared
: pop@  ( wd -- x )                \ AUX: how many bytes wait
   dup wd>aux @ 0= if  wd>now @ exit  then
   -1 over wd>aux +!  1 taken +!  wd>now @ dice @ $7f and or
;
: once@  ( wd -- x )  dup wd>now @ 0 rot wd>now !  dup if  1 taken +!  then ;
: any@  ( wd -- x )  drop bits32 ;
: trigger!  ( x wd -- )  nip key-addr why-trigger harm-of ;
: magic!  ( x wd -- )
   over $ffff and $5555 = if  key-addr why-magic die-of  then  masked!
;
: die@  ( wd -- x )  dup key-addr swap wd>aux @ die-of ;
: die!  ( x wd -- )  nip die@ drop ;
\ A 16550's MSR shows MCR's outputs in loopback: MCR stands two words below.
: bit>  ( x from to -- x2 )  >r rshift 1 and r> lshift ;
: loop@  ( wd -- x )
   key-addr 8 - wd-at wd>now @ dup $10 and 0= if  drop $b0 exit  then
   dup 1 4 bit>  over 0 5 bit> or  over 2 6 bit> or  swap 3 7 bit> or
;
' keep! ' now@ reg-kind: reg-ro read-only
' masked! ' now@ reg-kind: reg-rw read-write
' clear! ' now@ reg-kind: reg-w1c write-1-clears
' keep! ' count@ reg-kind: reg-count counter
' keep! ' pop@ reg-kind: reg-fifo fifo
' keep! ' once@ reg-kind: reg-once clears-on-read
' keep! ' any@ reg-kind: reg-any random
' trigger! ' now@ reg-kind: reg-trigger trigger
' magic! ' now@ reg-kind: reg-magic magic
' die! ' die@ reg-kind: reg-die deadly
' keep! ' loop@ reg-kind: reg-loop loopback
\G A register of a kind that holds x.
: register  ( x aux kind addr -- )
   wd, {: wd :}  wd wd>do !  wd wd>aux !  ones32 and dup wd wd>now !
   wd wd>first !
;
\ A device: A what other words read as, B the address bits it looks at, C 1:
\ other words fault
: within-file  ( addr -- addr2 )
   the-span sp>base @ tuck - the-span sp>b @ and +
;
: absent@  ( -- x ior )  the-span sp>a @ the-span sp>c @ -9 and ;
: device@  ( addr -- x ior )
   within-file wd-at dup if
      dup wd>do @ kind-xts @ execute 0
   else  drop absent@  then
;
: device!  ( x addr -- ior )
   within-file wd-at dup if
      dup wd>do @ kind-xts cell+ @ execute 0
   else  2drop the-span sp>c @ -9 and  then
;

\ The bus ---------------------------------------------------------------------
variable spent     variable spend-limit
variable wraps     \ true: address lines above the space are not looked at
variable fake-void
0 value split-void    \ the kind in the upper half
: spend  ( addr -- )
   1 spent +!  spent @ spend-limit @ > if  why-endless die-of  then  drop
;
: void-of  ( addr -- kind )
   low-end 1 rshift xor low-end 1 rshift u<
   if  split-void  else  fake-void @  then
;
: word-read  ( addr -- x ior )
   wraps @ if  low-end 1- and  then
   dup span-at dup to the-span
   if  the-span sp>read @ execute  else  dup void-of nothing@  then
   over last-bus !
;
: word-write  ( x addr -- ior )
   over last-bus !  wraps @ if  low-end 1- and  then
   dup span-at dup to the-span if  the-span sp>write @ execute exit  then
   nip void-of void-fault = -9 and
;
: own?  ( addr -- flag )  dummy - #4096 u< ;   \ the negative control's page
: lane  ( addr -- shift )  3 and 3 lshift ;
: lane-mask  ( width -- mask )  3 lshift 1 swap lshift 1- ;
: part-read  ( addr width -- x ior )
   {: addr width :}
   width 8 = if  addr word-read swap addr 4 + word-read
      rot or swap #32 lshift rot or swap exit
   then
   addr -4 and word-read swap addr lane rshift width lane-mask and swap
;
: random-read  ( addr space width -- x ior )
   {: addr space width :}
   dead @ if  lost-bus throw  then  addr dup bus-addr ! spend
   space if  0 -21 exit  then
   addr own? if  addr space width (peek) exit  then
   width 4 = if  addr -4 and word-read  else  addr width part-read  then
;
\ A part of a word is written with the rest of what it holds.
: whole-word  ( addr -- x )
   dup span-at dup to the-span 0= if  drop 0 exit  then
   the-span sp>truth @ is-device = if
      within-file wd-at dup if  wd>now @  then  exit
   then  word-read drop
;
: merged  ( x addr width -- x2 )
   dup lane-mask 2 pick lane lshift {: x addr width mask :}
   addr -4 and whole-word mask invert and
   x addr lane lshift mask and or
;
: random-write  ( x addr space width -- ior )
   {: x addr space width :}
   dead @ if  lost-bus throw  then  addr dup bus-addr ! spend
   space if  -21 exit  then
   addr own? if  x addr space width (poke) exit  then
   width 8 = if
      x ones32 and addr word-write  x #32 rshift addr 4 + word-write or exit
   then
   width 4 = if  x ones32 and  else  x addr width merged  then
   addr -4 and word-write
;
