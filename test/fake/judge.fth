\ judge.fth - discovery on machines made of numbers: its map beside the truth.
\ SPDX-License-Identifier: 0BSD
\ needs: test/fake/maker.fth
\ FUZZ runs machines one after the other and prints what each did wrong, and
\ at the end a line of totals that test/fakefuzz adds up.

\ Totals ----------------------------------------------------------------------
variable machines    variable violations    variable reads    variable writes
variable faults      variable hangs         variable ram-exact
variable exact?         \ this machine's RAM is
variable there       variable seen-there    \ devices; those that were seen
variable heard       variable seen-heard    \ the same where a fault tells
variable known       variable named-right   variable category-right
variable heard-known variable heard-right
variable named       variable right         \ names given; right ones
variable lost         \ words of RAM that were being tried in a hang
variable hard-ram    variable hard-found    \ pages of RAM that is not plain
#truths #truths * cells constant /table
create void-table  /table allot             \ pages: truth by claim, faults
create dull-table  /table allot             \ the same where nothing faults
variable current                            \ the seed
variable loud                               \ true: tell the whole story

: .span  ( span -- )
   {: span :}
   span sp>base @ #10 h.r  span span-end 1- #10 h.r  space
   span sp>note @ kind$ type
   span sp>plain @ if  ."  plain"  then
   span sp>sig @ ?dup if  space compatible$ type ."  at " span sp>at @ h.  then
   cr
;
: .register  ( wd -- )
   dup wd>do @ 0= if  drop exit  then
   #14 spaces dup key-addr #10 h.r space dup wd>do @ kind$ type
   space wd>first @ h. cr
;
: .registers  ( -- )
   #used @ 0 ?do  i cells used-wds + @ .register  loop
;
: .machine  ( -- )
   ." machine " current @ .dec ." : " #address-lines .dec ."  lines, nothing "
   fake-void @ kind$ type ."  and " split-void kind$ type
   wraps @ if  ." , wraps"  then
   ." , we are at " home @ h. cr
   #spans @ 0 ?do  i span[] .span  loop
   loud @ 1 > if  .registers  then
;

\ Watch: where in discovery is a word of this address written?
0 value watched
: watch-write  ( x addr space width -- ior )
   2 pick -4 and watched = if
      ." write of " 3 pick h. ." at " 2 pick h.
      looking @ if  ." for " here-is pl>sig @ ?dup if compatible$ type then then
      cr
   then  random-write
;
: watch  ( addr -- )  to watched  ['] watch-write is bus-write ;
variable blamed
: blame  ( addr c-addr u -- )
   blamed @ 0= if  1 violations +!  true blamed !  then
   ." machine " current @ .dec ." : " type ."  at " h. cr
;

\ Boots -----------------------------------------------------------------------
#512 cells buffer: kept-journal
: our-part  ( -- base end )  home @ dup $20000 + ;
: no-adopt  ( base size -- ior )  2drop 0 ;
variable type-kept    variable node-kept    variable tree-kept
variable child-kept   variable here-kept
: wire  ( -- )                               \ the fake machine is the bus
   ['] random-read is bus-read  ['] random-write is bus-write
   ['] random-read is dev-read  ['] random-write is dev-write
   ['] our-part is our-range    ['] no-adopt is adopt-ram
   watched if  ['] watch-write is bus-write  then
   ['] no-priors is search-priors   ['] drop is greet
;
: unwire  ( -- )
   ['] (peek) is bus-read  ['] (poke) is bus-write
   ['] (peek) is dev-read  ['] (poke) is dev-write
;
variable poison-start
\ As after a reset: what is not in the journal is forgotten.
: forget-all  ( -- )
   poison-start @ #hazards !  poison-start @ #known-hazards !
   0 clear-lo !  0 clear-hi !  0 dead !  0 mapping !
   own-journal to journal  fresh-journal  kept-journal use-journal
   0 #regions !  0 #shores !  0 #found !  0 consoles !  0 to console
   tree-kept @ #tree !  child-kept @ root node>child !
   node-kept @ to console-node   type-kept @ 'type !
   0 plics !  false looking !  0 silent !  0 quiet-before !  0 bold !
   home @ $1008 + to beacon
;
: keep-state  ( -- )
   #tree @ tree-kept !  root node>child @ child-kept !
   console-node node-kept !  'type @ type-kept !
   #known-hazards @ poison-start !  here here-kept !
;
: begin-machine  ( seed -- )
   dup current !  0 spent !  #40000000 spend-limit !  0 dead !  0 harmed !
   0 blamed !  0 taken !  0 last-bus !  void-none to void-kind
   kept-journal #512 cells erase  poison-start @ #hazards !
   0 clear-lo !  0 clear-hi !  wire  make-machine
   0 #reads !  0 #writes !  0 #faults !  0 spent !  0 taken !
;
\ A reset leaves RAM as it is, and nothing else.
: reset-word  ( wd -- )
   dup wd>do @ if  dup wd>first @ swap wd>now !  else  drop  then
;
: reset-devices  ( -- )
   #used @ 0 ?do  i cells used-wds + @ reset-word  loop
   #spans @ 0 ?do  false i span[] sp>mode !  loop
;
: one-boot  ( -- )  forget-all improve-memory-map identify-all ;
: reboot?  ( -- flag )                       \ it hung, or a read was a reset
   dead @ 0= if  false exit  then
   why-dead @ why-hang = why-dead @ why-reset = or 0= if
      dead-at @ why-dead @ kind$ blame false exit
   then
   1 hangs +!
   journaled @ 0= if  dead-at @ s" hang not in the journal" blame  then
   journaled @
   kept-intent kept-journal jn>open 5 cells move  reset-devices
;
: .ior  ( ior -- )  ?dup if  dup s" discovery throws" blame . cr  then ;
variable boots
: all-boots  ( -- )
   0 boots !
   begin
      1 boots +!  ['] one-boot catch  dead @ if  drop 0  then  .ior
      reboot? boots @ #60 < and 0=
   until
   dead @ blamed @ 0= and if  dead-at @ s" hangs again and again" blame  then
;

\ The verdict -----------------------------------------------------------------
: claim#  ( kind -- n )
   case
      ram-kind of  is-ram  endof        mirror-kind of  is-mirror  endof
      rom-kind of  is-rom  endof        flash-kind of  is-flash  endof
      device-kind of  is-device  endof  nothing-kind of  is-void  endof
      is-blank swap
   endcase
;
: table  ( -- addr )  void-faults? if  void-table  else  dull-table  then ;
: tally  ( pages truth claim -- )
   swap #truths * + cells table + +!
;
: memory?  ( truth -- flag )  dup is-ram = swap is-mirror = or ;
\ A hole of less than 128 KiB, or a 16th of the RAM around it, may pass
\ between samples.
: large-hole?  ( addr pages -- flag )
   dup #32 < if  2drop false exit  then  #16 lshift swap region-at rg>size @ u>
;
: judge-ram  ( addr pages truth claim plain -- )
   {: addr pages truth claim plain :}
   truth is-ram = plain 0= and if
      pages hard-ram +!  claim memory? pages and hard-found +!  exit
   then
   claim memory? truth memory? 0= and if
      addr pages large-hole? if  addr s" no RAM" blame  then  false exact? !
   then
   truth is-ram = claim is-ram = xor plain and if  false exact? !  then
;
: truth-there  ( addr -- end truth plain )
   dup span-above dup #spans @ < 0= if  2drop low-end is-void true exit  then
   span[] {: addr span :}
   addr span in-span? if
      span span-end span sp>truth @ span sp>plain @ exit
   then
   span sp>base @ is-void true
;
: claim-there  ( addr -- end claim )
   dup fence dup 0= if  drop low-end  then  low-end umin
   swap memory-type claim#
;
: judge-stretch  ( addr -- addr2 )
   dup truth-there 3 pick claim-there {: addr end truth plain end2 claim :}
   end end2 umin dup addr - #12 rshift                ( addr2 pages )
   dup truth claim tally
   addr swap truth claim plain judge-ram
;
: judge-map  ( -- )
   true exact? !
   0 begin  dup low-end u<  while  judge-stretch  repeat  drop
   exact? @ 1 and ram-exact +!
;
: seen-span?  ( span -- flag )
   dup sp>size @ $40000 umin over sp>base @ swap bounds ?do
      i memory-type claim# dup is-rom < 0= swap is-blank < and if
         drop true unloop exit
      then
   /page +loop  drop false
;
: judge-presence  ( span -- )
   dup sp>truth @ dup is-rom < swap is-blank = or if  drop exit  then
   seen-span? 1 and
   1 there +!  dup seen-there +!
   void-faults? if  1 heard +!  dup seen-heard +!  then  drop
;
: called?  ( sig sig2 -- flag )  compatible$ rot compatible$ str= ;
: found-as  ( span -- sig|0 )                \ what stands where it begins
   #found @ 0 ?do
      i found[] @ over sp>at @ = if
         drop i found[] 2 cells + @ unloop exit
      then
   loop  drop 0
;
: judge-known  ( span -- )
   dup sp>sig @ 0= if  drop exit  then  1 known +!
   void-faults? 1 and heard-known +!
   dup found-as dup 0= if  2drop exit  then  swap sp>sig @   ( sig true-sig )
   2dup called? 1 and dup named-right +!
   void-faults? and heard-right +!
   sg>class @ swap sg>class @ = 1 and category-right +!
;
: right-name?  ( base sig -- flag )
   over span-at dup if  dup sp>sig @ 0<> and  then    ( base sig span )
   dup 0= if  nip nip exit  then
   dup sp>sig @ rot called?  -rot sp>at @ = and
;
: is-name?  ( sig -- flag )                  \ neither prior nor "unknown"
   dup 0= if  exit  then
   dup sg>class @ class-unknown <>
   swap dup sg>whole @ 0= swap sg>rows @ 0<> or and
;
: .name  ( base sig -- )
   loud @ 0= if  2drop exit  then
   ." named " compatible$ type ."  at " h. cr
;
: judge-name  ( row -- )
   dup @ swap 2 cells + @
   dup is-name? 0= if  2drop exit  then  1 named +!
   2dup right-name? if  1 right +! 2drop  else  .name  then
;
\ It reads and acts as a UART does, so it was taken over.
: ours-now?  ( addr -- flag )
   span-at dup 0= if  exit  then
   #found @ 0 ?do
      i found[] dup @ 2 pick in-span?
      swap 2 cells + @ dup if  sg>proof @ 0<>  then and
      if  drop true unloop exit  then
   loop  drop false
;
: our-words  ( -- base end )                 \ under which they are kept
   home @ span-at sp>a @ our-part 2 pick + >r + r>
;
: judge-word  ( wd -- )
   dup wd>do @ dup 0= over reg-rw = or over reg-w1c = or swap reg-magic = or
   over wd>now @ 2 pick wd>first @ <> and 0= if  drop exit  then
   dup key-addr our-words within over key-addr ours-now? or if
      drop exit
   then
   dup wd>do @ 0= boots @ 1 > and if  drop 1 lost +! exit  then
   key-addr s" not as it was" blame
;
: judge-harm  ( -- )
   harmed @ ?dup if  harmed-at @ swap kind$ blame  then
   #spans @ 0 ?do
      i span[] sp>mode @ if  i span[] sp>base @ s" query left on" blame  then
   loop
   #used @ 0 ?do  i cells used-wds + @ judge-word  loop
;
: judge  ( -- )
   judge-map judge-harm
   #spans @ 0 ?do  i span[] dup judge-presence judge-known  loop
   #found @ 0 ?do  i found[] judge-name  loop
   #reads @ reads +!  #writes @ writes +!  #faults @ faults +!
;

\ All -------------------------------------------------------------------------
: end-machine  ( -- )
   type-kept @ 'type !
   consoles @ if  0 consoles !  0 to console
      port-keys ['] port-keys is console-reset
   then
   tree-kept @ #tree !  child-kept @ root node>child !
   node-kept @ to console-node
;
: one-machine  ( seed -- )
   begin-machine  loud @ 0> if  .machine  then
   1 machines +!  all-boots  end-machine  judge
   loud @ 0< if  current @ .dec space #address-lines .dec space spent @ .dec
      space fake-void @ kind$ type space split-void kind$ type cr  then
   loud @ 0> if  cr .memory  then
;
: .total  ( n c-addr u -- )  ." total " type space .dec cr ;
: total  ( "word" -- )  parse-name 2dup evaluate @ -rot .total ;
\G Run n machines from that seed on; then the totals.
: fuzz  ( seed n -- )
   keep-state  bounds ?do  i one-machine  loop  unwire
;
: .table  ( addr c-addr u -- )
   {: table name len :}
   #truths #truths * 0 ?do
      i cells table + @ ?dup if
         ." total " name len type i #truths / .dec ." ." i #truths mod .dec
         space .dec cr
      then
   loop
;
: totals  ( -- )
   s" total machines total violations total reads total writes" evaluate
   s" total faults total hangs total ram-exact total there" evaluate
   s" total seen-there total heard total seen-heard total known" evaluate
   s" total named-right total category-right total named" evaluate
   s" total right total hard-ram total hard-found total fooled" evaluate
   s" total lost total heard-known total heard-right" evaluate
   void-table s" fault" .table  dull-table s" dull" .table
;
