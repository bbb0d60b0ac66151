\ search.fth - what answers beside RAM, and where nothing does; by reading.
\ SPDX-License-Identifier: 0BSD
\ needs: ram.fth
\ writes: regions of kinds device and unknown, and void
\ source: anchors/discovery.md sections 2.1, 2.3 (offsets), 4 (void)
\
\ Two steps. Coarse: one page per 64 KiB or MiB, by a few words; whatever
\ answers puts its MiB on a list. Fine: each MiB of the list, page by page; an
\ extent that answers is followed to its end by leaps that double.

\ Lists of places still to be looked at: how many, how many are done, places.
#2048 constant max-listed
: list:  ( "name" -- )  create  0 , 0 ,  max-listed cells allot ;
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
list: megas    list: leaps
\ Something stirs at addr.
: stir  ( addr -- )  /mega negate and megas enlist ;


: stir-leap  ( leap -- )  /leap bounds do  i stir  /mega +loop ;

\ Extents -------------------------------------------------------------------
\ A fault tells where a thing ends; a zero may be an idle word of it. In a
\ window over RAM a zero may be RAM that was never written.
: sharp?  ( -- flag )  void-faults? silent @ 0= and ;
: regime-at  ( addr -- )  shore? void-faults? 0= or silent ! ;
: #few  ( -- n )  sharp? if  2  else  6  then ;    \ words that tell most
\ What is known is passed over, but not a window of ones: a device may be in it.
: known-row  ( addr -- row|0 )
   region-at dup if  dup rg>kind @ unknown-kind = if  drop 0  then  then
;
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
\ The end of what begins at page and goes on alike. The steps double, then
\ halve: holes are found that are larger than half of what lies before them.
: extent-end  ( page class -- end )
   over fence /page {: class limit step :}  /page +
   sharp? 0= if  exit  then                          ( end )
   begin  dup step class limit farther?  while
      step +  step 2* to step
   repeat
   begin  step /page u>  while
      step 2/ to step  dup step class limit farther? if  step +  then
   repeat
;
: note  ( page class -- end )
   2dup extent-end {: page class end :}
   page end over -
   class gives-ones = if  unknown-kind  else  device-kind  then  by-read region
   end stir  end
;

\ Coarse: the places of one step --------------------------------------------
: wide?  ( addr end -- flag )  swap - /mega u< 0= ;
: coarse  ( addr n -- )                         \ by n words
   breathe  over regime-at  over known-row if  2drop exit  then
   over swap page-class {: at class :}
   class gives-nothing = if  exit  then
   at region-at 0<> class gives-ones = and if  exit  then
   at stir
   sharp? 0= if  exit  then
   at  at class extent-end wide? if  at class note drop  then
;
: coarse-range  ( end start step n -- )
   {: step n :}  do  i n coarse  step +loop
;
: coarse-low  ( -- )
   4gib 0 void-faults? if  /block 1  else  /mega 5  then  coarse-range
;
\ Above 4 GiB: every 16 MiB, then every 256 MiB, then all round addresses.
: coarse-high  ( -- )
   void-faults? if  2  else  6  then {: n :}
   4gib 4 lshift 4gib /leap n coarse-range
   4gib 8 lshift 4gib 4 lshift $10000000 n coarse-range
   #42 #34 do  #64 #32 do  i j lshift n coarse  loop  loop
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
: around-leap  ( addr -- )                      \ and the leaps beside it
   /leap negate and  dup /leap umin over swap - leaps enlist
   dup leaps enlist  /leap + leaps enlist
;
: look-mega  ( mega -- )
   dup regime-at  dup ['] page-few scan  dup ['] page-all scan
   void-faults? if  drop  else  around-leap  then
;
: look-leap  ( leap -- )
   dup /leap + swap /block 5 coarse-range
;
: look-closer  ( -- )
   begin
      megas next-of if  look-mega true  else
         leaps next-of dup if  drop look-leap true  then
      then
   while  repeat
;

\ Nothing -------------------------------------------------------------------
: forget-voids  ( -- )
   0 begin  dup #regions @ <  while
      dup region[] rg>kind @ nothing-kind = if  dup close-row  else  1+  then
   repeat  drop
;
\ Note the gaps from addr to last; without a fault they are unknown.
: fill-gap  ( addr last kind -- next last kind )
   rot dup region-at ?dup if  nip row-end -rot exit  then
   {: last kind addr :}
   last addr fence 1- umin 1+                        ( next )
   addr over addr - kind by-read region  last kind
;
: fill-out  ( addr last kind -- )
   begin  fill-gap  2 pick 1- 2 pick u< 0=  until  2drop drop
;
: fill-all  ( -- )
   #shores @ 0 ?do
      shores i cells + @  dup /leap 1- + unknown-kind fill-out
   loop
   void-faults? if  0 4gib 1- nothing-kind fill-out  then
;

: empty  ( list -- )  0 0 rot 2! ;
\G Find what answers beside RAM, all over the address space.
: search-devices  ( -- )
   megas empty  leaps empty  forget-voids
   coarse-low  4gib if  coarse-high  then
   0 stir  4gib 1- stir                              \ where resets go to
   #shores @ 0 ?do  shores i cells + @ stir-leap  loop
   look-closer  fill-all
;
' search-devices is search-rest
\G Execute xt ( base size -- ) for each extent that devices may be in.
: each-extent  ( xt -- )
   {: xt :}
   #regions @ 0 ?do
      i region[] dup rg>kind @ device-kind = if
         dup rg>base @ swap rg>size @ xt execute
      else  drop  then
   loop
;
