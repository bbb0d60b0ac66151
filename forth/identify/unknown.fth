\ unknown.fth - what answers and has no name: its extent, and its registers.
\ SPDX-License-Identifier: 0BSD
\ needs: devices.fth
\ reads: extents that no device covers; by 32 bits, nothing is written
\ writes: nodes of class unknown with `registers`: strings `offset kind value`

\ What a register does when it is only read: discovery.md, section 1.3
: grows?  ( x1 x2 -- flag )  swap - ones32 and 1 $1000000 within ;
: behaviour  ( x1 x2 x3 -- c-addr u )         \ the third one after some 200 us
   {: a b c :}
   a b = b c = and if  a if  s" constant"  else  s" zero"  then exit  then
   a b grows? a b = or  b c grows? and if  s" counter" exit  then
   a b <> b c <> and if  s" random"  else  s" changes"  then
;
\ Pieces of the property are made one after the other; no PAUSE meanwhile.
variable told
: tell  ( c-addr u -- )  tree$ nip told +! ;
: tell-register  ( offset x c-addr u -- )
   2swap {: x :}  hex$ tell  s"  " tell tell  s"  " tell
   x hex$ tell  0 1 tree-allot c!  1 told +!
;
: study  ( base offset -- )
   tuck + {: addr | x y :}                      ( offset )
   addr rd if  2drop exit  then  to x
   addr rd drop to y  #200 us  x y addr rd drop behaviour
   2dup s" zero" str= if  2drop drop  else  x -rot tell-register  then
;
: registers!  ( node base -- )
   0 told !  0 tree-allot swap                 ( node value-addr base )
   $40 0 do  dup i study  4 +loop  drop
   told @ dup 0= if  2drop s" all zero" encode-string  then
   s" registers" 4 roll property!
;

\ Extents without a name ------------------------------------------------------
\ Pages in a row that read alike are one thing, so are those of a big extent.
#64 constant max-unknown    variable #unknown
: alike-at?  ( page page2 offset -- flag )  tuck + rd drop -rot + rd drop = ;
: alike-pages?  ( page page2 -- flag )
   2dup 0 alike-at? >r 2dup 4 alike-at? >r 2dup 8 alike-at? >r
   $18 alike-at? r> r> r> and and and
;
: unknown-node  ( base size -- )
   #unknown @ max-unknown = if  2drop exit  then  1 #unknown +!
   over >r class-unknown 0 0 by-read #50 device-node r> registers!
;
8 constant max-splits       variable #splits   \ more: it is no row of devices
: alike-end  ( end page -- end2 )              \ where its likes end
   2dup - #64 /page * u> #splits @ max-splits = or if  drop exit  then
   1 #splits +!
   dup {: end page at :}
   begin  at /page + to at
      at end u< dup if  drop page at alike-pages?  then
   0= until  at
;
: unnamed  ( end page -- )                     \ whole pages, no device in them
   0 #splits !
   begin  2dup u>  while  breathe
      2dup alike-end                           ( end page end2 )
      2dup over - unknown-node nip
   repeat  2drop
;
\ Where the next device begins that was found at or after addr, or limit
: next-found  ( limit addr -- limit2 )
   #found @ 0 ?do
      i found[] @ 2dup u> 0= if  rot umin swap  else  drop  then
   loop  drop
;
: around-found  ( base size -- )
   over + swap                                 ( end at )
   begin  2dup u>  while
      dup covered dup if  nip page-up  else  drop
         2dup next-found                       ( end at next )
         2dup page-down swap unnamed  nip dup 2 pick <> if  page-down  then
         dup covered 0= if  /page +  then
      then
   repeat  2drop
;
\G Make nodes of class unknown for the extents in which nothing was recognised.
: describe-unknown  ( -- )  ['] around-found each-extent ;

\ Printing --------------------------------------------------------------------
: .left  ( c-addr u width -- )  over - -rot type 1 max spaces ;
: .line  ( node -- )                          \ ` irq 4`, if it is known
   s" interrupts" rot prop? if  ."  irq " decode-int .dec 2drop  then
;
: .device  ( node -- )
   {: node :}
   node node$ #30 .left  s" compatible" node node-text #26 .left
   s" by" node node-text type  node .line  cr
;
\G Print the devices found so far.
: .devices  ( -- )
   cr s" device" #30 .left  s" compatible" #26 .left  ." known by" cr
   ['] .device each-device
;
: .register  ( c-addr u -- )  4 spaces type cr ;
: ?unknown-device  ( node -- )
   dup >r s" class" r@ node-text s" unknown" str= if
      r@ node$ type space r@ node-place nip .size cr
      s" registers" r@ ['] .register each-string
   then  rdrop drop
;
: ?unknown-region  ( row -- )
   dup rg>kind @ unknown-kind = if  .region  else  drop  then
;
\G Print what answers but was not recognised: extents, registers that read as
\G other than zero: offset, what it does when it is read, a value.
: .unknown  ( -- )
   cr ['] ?unknown-region memory-regions  ['] ?unknown-device each-device
;
