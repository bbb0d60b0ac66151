\ search.fth - the whole address space: RAM elsewhere, devices, voids.
\ SPDX-License-Identifier: 0BSD
\ needs: ram.fth know/map.fth
\ reads: device-tree properties place driver
\ writes: regions of all kinds; what was learned is in the region table
\ source: anchors/discovery.md sections 2.1, 2.3 (offsets), 4 (void)
\
\ Two steps. Coarse: one page per 64 KiB or MiB, by a few words. What may be
\ RAM is tried and walked; what else answers puts its MiB on a list. Fine: each
\ MiB of the list, page by page. An extent that answers is followed to its end
\ by steps that double.

\ Lists of places still to be looked at: how many, how many are done, places.
#2048 constant max-listed
: list:  ( "name" -- )  create  0 , 0 ,  max-listed cells allot ;
\G Where the i-th place of a list is.
: listed[]  ( i list -- addr )  swap 2 + cells + ;
: enlist  ( x list -- )
   {: x list :}
   list @ 0 ?do  i list listed[] @ x = if  unloop exit  then  loop
   list @ max-listed = if  1 #lost +! exit  then
   x list @ list listed[] !  1 list +!
;
: next-of  ( list -- x true | false )
   {: list :}
   list 2@ = if  false exit  then                    \ all are done
   list cell+ @ list listed[] @  1 list cell+ +!  true
;
: empty  ( list -- )  0 0 rot 2! ;
list: megas    list: leaps
\G The flash chips that answered, by their bases.
list: chips
\G Something stirs at addr.
: stir  ( addr -- )
   dup far-end u< 4gib 0= or if  /mega negate and megas enlist  else  drop  then
;
: stir-leap  ( leap -- )  /leap bounds do  i stir  /mega +loop ;

\ A fault tells where a thing ends; a zero may be an idle word of it. In a
\ window over RAM a zero may be RAM that was never written.
\G True if a zero is no nothing here.
: sharp?  ( -- flag )  void-faults? silent @ 0= and ;
\G Learn for SHARP? whether addr is in such a window.
: regime-at  ( addr -- )  shore? void-faults? 0= or silent ! ;
\G How many words tell most of a page.
: #few  ( -- n )  sharp? if  2  else  6  then ;    \ words that tell most
\G What is known is passed over, but not a window of ones: a device may be in
\G it.
: known-row  ( addr -- row|0 )
   region-at dup if  dup rg>kind @ unknown-kind = if  drop 0  then  then
;

\ RAM elsewhere -------------------------------------------------------------
: stable-there?  ( x -- flag )
   dup $e58 + steady? over $a34 + steady? and
   over $7e58 + steady? and  swap $fe58 + steady? and
;
: ones-there?  ( x -- flag )
   ones32 over $e58 + reads? swap ones32 swap $a34 + reads? and
;
\ What reads like nothing may be RAM full of zeros, where nothing reads as zero
\ too. Only a write tells, and it is done only where BOLD, and where no other
\ word of the page tells of a device.
variable bold
: too-dull?  ( x value -- flag )
   void-value? 0= if  drop false exit  then
   bold @ if  answers?  else  drop true  then
;
\ Worth a write? By reading only.
: candidate?  ( x -- flag )
   dup known-row over shore? or if  drop false exit  then
   dup $e58 + rd if  2drop false exit  then          ( x value )
   over swap too-dull? if  drop false exit  then
   dup stable-there? 0= if  drop false exit  then
   dup ones-there? if  drop false  else  id-block? 0=  then
;
\ What took no write MiB after MiB is flash or its like: then only each 16th
\ is written. Where a fault tells its end this is not needed: see FOLLOW.
variable dull-end
: dull  ( x -- )  /mega + dull-end ! ;
: dull?  ( x -- flag )
   dup dull-end @ =  over /leap 1- and 0<> and  sharp? 0= and
   dup if  swap dull  else  nip  then
;
: island  ( x -- )
   dup dup $e58 + rd drop if  sound-page?  else  ram-page?  then
   0= if  dull exit  then
   dup $e58 + twin ?dup if  swap shift @ - swap mirror-of exit  then
   dup /page + outwards
;
\G If x lies on an island of RAM not known so far, find how far it reaches.
: try  ( x -- )
   breathe
   dup candidate? 0= if  drop exit  then
   dup dull? if  drop exit  then
   dup shows-home? if  drop beacon dup region-at mirror-of exit  then
   island
;
: try-range  ( end start step -- )  {: step :}  ?do  i try  step +loop ;
\G As TRY, also where nothing but zeros is read.
: try-boldly  ( x -- )  true bold !  try  false bold ! ;
\ RAM that goes on after a hole; the tries get rarer with the distance.
: after-hole  ( row -- )
   row-end /block 1- + /block negate and
   dup /mega + over /block try-range
   /mega + /mega negate and
   dup /leap 1- + /leap negate and swap /mega try-range
;
: before-hole  ( row -- )
   rg>base @ /block negate and
   dup /mega u< 0= if  dup dup /mega - /block try-range  then  drop
;
: around-hole  ( row -- )
   dup rg>kind @ ram-kind = if  dup after-hole before-hole  else  drop  then
;
: around-holes  ( -- )                 \ rows may be added while it looks
   true bold !
   0 begin  dup #regions @ <  while  dup region[] around-hole  1+  repeat  drop
   false bold !
;

\ Extents -------------------------------------------------------------------
\ Where the next row begins, or the one that addr is in ends; 0: nowhere.
: fence  ( addr -- limit )
   dup row-above dup #regions @ < 0= if  2drop 0 exit  then
   region[] tuck rg>base @ u< if  rg>base @  else  row-end  then
;
: like?  ( page class -- flag )
   swap 2 page-class 2dup = -rot umin gives-ones u> or
;
: farther?  ( end step class limit -- flag )    \ as far as one can tell
   {: end step class limit :}
   limit end - step u< if  false  else  end step + /page - class like?  then
;
\ Zeros that go on may be nothing; ones, where it is zeros, are a thing.
: sharp-about?  ( class -- flag )  gives-ones = sharp? or ;
\ The end of what begins at page and goes on alike. The steps double, then
\ halve: holes are found that are larger than half of what lies before them.
: extent-end  ( page class -- end )
   over fence dup 0= 4gib and if  drop far-end  then  \ the lines end there
   /page {: class limit step :}  /page +
   class sharp-about? 0= if  exit  then              ( end )
   begin  dup step class limit farther?  while
      step +  step 2* to step
   repeat
   begin  step /page u>  while
      step 2/ to step  dup step class limit farther? if  step +  then
   repeat
;
: class-kind  ( class -- kind )
   gives-ones = if  unknown-kind  else  device-kind  then
;
\G Note the extent that begins at page.
: note  ( page class -- end )
   2dup extent-end {: page class end :}
   page end over - class class-kind by-read region  end stir  end
;
\ Note the gaps from addr to last.
: fill-gap  ( addr last kind -- next last kind )
   rot dup region-at ?dup if  nip row-end -rot exit  then
   {: last kind addr :}
   last addr fence 1- umin 1+                        ( next )
   addr over addr - kind by-read region  last kind
;
: fill-out  ( addr last kind -- )
   begin  fill-gap  2 pick 1- 2 pick u< 0=  until  2drop drop
;

\ Coarse: the places of one step --------------------------------------------
\ RAM may follow on flash without a gap.
: try-within  ( at end -- )
   over $40000000 + umin swap /leap + /leap negate and
   begin  2dup u>  while  dup try /leap +  repeat  2drop
;
: follow  ( at class -- )
   over stir  dup sharp-about? 0= if  2drop exit  then
   2dup extent-end {: at class end :}
   end at - /mega u< if  exit  then
   class gives-ones <> if  at end try-within  then
   at end 1- class class-kind fill-out  end stir
;
\ Where a zero is nothing RAM is tried each 16 MiB, above 4 GiB each 256 MiB.
: worth-a-write?  ( at -- flag )
   void-faults? if  drop false exit  then
   4gib if  dup 4gib /  else  0  then                ( at #4gib )
   dup #15 u> if  2drop false exit  then
   if  $10000000  else  /leap  then  1- and 0=
;
: visit  ( at n -- )                            \ by n words
   breathe  over regime-at  over known-row if  2drop exit  then
   over swap page-class {: at class :}
   at worth-a-write? if  at try-boldly  else
      class gives-ones u> if  at try  then
   then
   at known-row class gives-nothing = or if  exit  then
   at region-at 0<> class gives-ones = and if  exit  then
   at class follow
;
\ Many a chip's blocks begin at so round an address: it is asked more.
: how-many  ( at n -- at n2 )
   over /leap 1- and 0=  over 1 > and if  drop #asked  then
;
: visits  ( end start step n -- )
   {: step n :}  do  i n how-many visit  step +loop
;
\G Look where devices are likely; true if what is there is known by then. It
\G runs first, unless the node was told to be blind.
defer search-priors  ( -- flag )
: no-priors  ( -- false )  false ;
' no-priors is search-priors
variable well-known    \ what it said: the rest is swept more coarsely
: visit-low  ( -- )
   low-end 0 void-faults? if  /block 1  else  /mega 6  then
   well-known @ if  nip /mega swap  then  visits
;
\ The last MiB below 4 GiB is where on-chip memory and reset vectors are.
: visit-vectors  ( -- )
   void-faults? if  exit  then
   low-end dup /mega - do  i try-boldly  /block 2/ +loop
;
: try-round  ( -- )  #46 #36 do  8 4 do  i j lshift try-boldly  loop  loop ;
\ Above 4 GiB: the first 64 GiB, the first TiB, then all round addresses.
: visit-high  ( -- )
   void-faults? if  /leap 1  else  $10000000 6  then {: step n :}
   4gib 4 lshift 4gib step n visits
   4gib 8 lshift 4gib 4 lshift step 4 lshift n visits
   #43 #34 do  #64 #32 do  i j lshift n visit  loop  loop
   void-faults? 0= if  try-round  then
;

\ Fine: the pages of one MiB ------------------------------------------------
: next-page  ( page n -- page2 )
   over known-row ?dup if  nip nip row-end page-up exit  then
   over swap page-class dup if  note  else  drop /page +  then
;
: near?  ( page -- flag )                       \ a device in its 64 KiB?
   /block negate and  dup row-above dup #regions @ < if
      region[] dup rg>kind @ device-kind =
      swap rg>base @ rot - /block u< and
   else  2drop false  then
;
: scan  ( mega xt -- )                          \ xt ( page -- page2 )
   {: xt :}  0
   begin  dup /mega u<  while                        ( mega offset )
      breathe  over + xt execute  over -
   repeat  2drop
;
: page-few  ( page -- page2 )  #few next-page ;
: page-all  ( page -- page2 )
   dup near? if  #asked next-page  else  /page +  then
;
: try-block  ( addr -- addr2 )  dup try /block + ;
: around-leap  ( addr -- )                      \ and the leaps beside it
   /leap negate and  dup /leap umin over swap - leaps enlist
   dup leaps enlist  /leap + leaps enlist
;
: look-mega  ( mega -- )
   dup regime-at
   void-faults? well-known @ or 0= if
      dup ['] try-block scan  dup around-leap
   then
   dup ['] page-few scan  ['] page-all scan
;
: look-leap  ( leap -- )  dup /leap + swap /block 6 visits ;
: look-closer  ( -- )
   begin
      megas next-of if  look-mega true  else
         leaps next-of dup if  drop look-leap true  then
      then
   while  repeat
;

\G Execute xt ( base size -- ) for each extent that devices may be in; not
\G where one was taken over: its registers are in use.
: each-extent  ( xt -- )
   {: xt :}
   0 begin  dup #regions @ <  while
      dup region[] dup rg>kind @ device-kind = over rg>by @ by-effect <> and
      if  dup rg>base @ swap rg>size @ xt execute  else  drop  then  1+
   repeat  drop
;

\ What an extent is ---------------------------------------------------------
\ Code and data: most words are neither zeros nor ones nor like the one before,
\ and all stay. Few registers are read to see that something is no memory.
\G True if the word is neither zeros nor ones nor like the next, and stays.
: busy-word?  ( addr -- flag )
   dup rd 2 pick 4 + rd rot or                       ( addr x y ior )
   >r over <> swap 1+ 1 u> and r> 0= and  swap steady? and
;
: rom-like?  ( page -- flag )
   0 #16 0 do                                        ( page n )
      over $140 i $e8 * + + busy-word? 1 and +
      i 5 = over 3 u< and if  leave  then
   loop  nip 9 u>
;
\ CFI flash (JESD68.01): $98 at word $55 asks, words $10 to $12 then spell QRY,
\ word $27 is the size; $f0 or $ff end it. Stride: bytes from word to word.
: cfi-byte  ( base stride n -- char )
   * + dup 3 invert and rd drop swap 3 and 3 lshift rshift $ff and
;
: qry?  ( base stride -- flag )
   2dup $10 cfi-byte 'Q' =  2 pick 2 pick $11 cfi-byte 'R' = and
   -rot $12 cfi-byte 'Y' = and
;
: cfi-size  ( base stride -- u )                \ two chips side by side: twice
   over $40 + rd drop $510051 = 1 and >r
   $27 cfi-byte r> over #12 #31 within
   if  + 1 swap lshift  else  2drop 0  then
;
: ask-cfi  ( base stride -- size|0 )
   2dup $55 * + 3 invert and dup rd drop {: at old :}
   $98989898 at wr if  2drop 0 exit  then
   2dup qry? if  cfi-size  else  2drop 0  then
   $f0f0f0f0 at wr drop  ones32 at wr drop
   old at put-back drop                            \ it was no flash
;
: flash-size  ( base -- size|0 )
   4 begin  2dup ask-cfi ?dup if  nip nip exit  then  2/ dup 0= until  2drop 0
;
\ Zeros all along, as flash is that nobody has filled in an emulator. Its size
\ is a power of two, as its base says; a little may go on after it.
: power-below  ( u -- u2 )  1 begin  2dup 2* u< 0=  while  2*  repeat  nip ;
: blank?  ( base size -- flag )
   dup power-below {: base size p :}
   sharp? 0=  p $400000 u< or  base p 1- and or  size p dup 2 rshift + u> or
   if  false exit  then
   #16 0 do
      base p 4 rshift i * + 6 calm? 0= if  false unloop exit  then
   loop  true
;
: chip  ( base size -- )
   over chips enlist  flash-kind by-effect region
;
: as-rom  ( base size -- )
   over ram-page? if  drop dup /page + outwards exit  then
   over flash-size ?dup if  umin chip  else  rom-kind by-read region  then
;
: classify  ( base size -- )
   over shore? if  2drop exit  then
   over regime-at  over rom-like? if  as-rom exit  then
   2dup blank? 0= if  2drop exit  then
   over flash-size ?dup if  umin chip  else  2drop  then
;
\ All -----------------------------------------------------------------------
: forget-voids  ( -- )
   0 begin  dup #regions @ <  while
      dup region[] rg>kind @ nothing-kind = if  dup close-row  else  1+  then
   repeat  drop
;
\ What may not be touched is no void.
: fill-hazards  ( -- )
   #hazards @ 0 ?do
      i hazard[] dup hz>space @ mem-space = if
         dup hz>base @ page-down  over hz>base @ rot hz>size @ + page-up 1-
         unknown-kind fill-out
      else  drop  then
   loop
;
\ Where a fault tells, what did not answer is void; not in a window over RAM.
: fill-all  ( -- )
   fill-hazards
   #shores @ 0 ?do
      shores i cells + @  dup /leap 1- + unknown-kind fill-out
   loop
   void-faults? if  0 low-end 1- nothing-kind fill-out  then
;
: shores-closer  ( -- )  #shores @ 0 ?do  shores i cells + @ stir-leap  loop ;
\G Make RAM usable by ordinary loads and stores; a fake machine replaces it.
defer adopt-ram  ( base size -- ior )  ' map-ram is adopt-ram
\G Make the RAM of a region usable.
: adopt  ( row -- )
   dup rg>kind @ ram-kind = if
      dup rg>base @ swap rg>size @ adopt-ram drop
   else  drop  then
;
\ A device that has a driver is left alone, and others are near it.
: keep-driven  ( node -- )
   dup node-io? if  drop exit  then
   s" driver" 2 pick node-text nip 0= if  drop exit  then
   node-place dup /block u> if  2drop exit  then      ( base size )
   over + page-up swap page-down dup stir             ( end base )
   tuck - device-kind by-effect region
;
\ What stands beside the processor in its private region is not found from
\ afar: it need not begin at a round address. CBAR: DDI 0407, 4.3.24.
: ?private  ( c-addr u x -- )
   -rot s" cbar" str= if  stir  else  drop  then
;
: begin-anew  ( -- )
   0 #shores !  -1 dull-end !  megas empty  leaps empty  chips empty
   forget-voids
   0 stir  low-end 1- stir                       \ where resets go to
   ['] ?private each-id
   ['] keep-driven each-device
;
: map-all  ( -- )
   begin-anew
   #10 s" what nothing looks like" progress!  learn-void
   #15 s" RAM around us" progress!  home-island
   #18 s" likely places" progress!  search-priors well-known !
   #20 s" what answers" progress!  visit-low visit-vectors
   #50 s" what answers above 4 GiB" progress!
   #address-lines #32 > if  visit-high  then
   around-holes  ['] adopt memory-regions
   #60 s" a closer look" progress!  shores-closer look-closer
   ['] classify each-extent  fill-all
;
variable mapping    \ true: a task is at it
\G Find the RAM of this machine anew, and make all of it usable.
: improve-memory-map  ( -- )
   mapping @ abort" the memory map is being made already"
   true mapping !  complete?
   ['] map-all catch  false mapping !  throw
   if  #100 s" complete" progress!  then
;

\G Find out what the page at addr is; writes to it only if it looks like RAM.
: probe-addr  ( addr -- kind )
   page-down dup memory-type
   dup unknown-kind <> over nothing-kind <> and if  nip exit  then  drop
   dup void? over alive? 0= and if  drop nothing-kind exit  then
   dup id-block? over steady-page? 0= or if  drop device-kind exit  then
   ram-page? if  ram-kind  else  unknown-kind  then
;
