\ block.fth - Forth 2012 block words, and their extensions.
\ SPDX-License-Identifier: 0BSD
\ Uses blocks 20 to 29, whatever was in them.

20 constant blk0
: nth  ( n -- blk )  blk0 + ;
: wipe  ( n -- )  nth buffer 1024 bl fill update ;
: put  ( c-addr u line n -- )              \ text into a line of the n-th block
   nth block swap 64 * + swap move update
;
: b  ( n -- c-addr u )  nth block 1024 ;
: all?  ( c-addr u char -- f )
   rot rot 0 ?do  2dup i + c@ <> if  2drop unloop false exit  then  loop
   2drop true
;

testing BLOCK, BUFFER, UPDATE
T{ : wiped  10 0 do  i wipe  loop ; wiped flush -> }T
T{ 0 b bl all? 9 b bl all? -> true true }T
T{ 0 nth block 0 nth block = -> true }T
T{ s" one" 0 0 put 0 b drop 3 s" one" same-text -> true }T
T{ save-buffers 0 b drop 3 s" one" same-text -> true }T
T{ flush 0 b drop 3 s" one" same-text -> true }T
T{ s" two" 0 0 put empty-buffers 0 b drop 3 s" one" same-text -> true }T
T{ 0 nth block 3 char x fill empty-buffers 0 b drop 3 s" one" same-text
   -> true }T                              \ without UPDATE nothing is kept
T{ s" end" 15 0 put flush 0 b + 64 - 3 s" end" same-text -> true }T
T{ s" four" 0 9 put flush empty-buffers 9 b drop 4 s" four" same-text
   s" five" 0 9 put save-buffers empty-buffers 9 b drop 4 s" five" same-text
   -> true true }T
: mark  ( n -- )  dup nth buffer 1024 rot [char] a + fill update ;
: marked?  ( n -- f )  dup b rot [char] a + all? ;
: all-marked?  ( -- f )  true  10 0 do  i marked? and  loop ;
T{ : mark-all  10 0 do  i mark  loop ; mark-all all-marked? -> true }T
T{ flush all-marked? save-buffers all-marked? empty-buffers all-marked?
   -> true true true }T
T{ 0 nth block drop 3 nth buffer drop 9 marked? 0 marked? -> true true }T
: touch  ( n -- )                          \ one byte, in an order that jumps
   7 * 10 mod  dup nth block 512 + dup c@ 1+ swap c!  update  drop
;
T{ : touch-all  10 0 do  i touch  loop ; touch-all flush
   0 b drop 512 + c@ 0 b drop 513 + c@ 9 b drop 512 + c@
   -> char b char a char k }T

testing LOAD, THRU and BLK
T{ wiped flush -> }T
T{ s" 11 22" 0 0 put s" 33" 15 0 put s" blk @" 5 0 put flush
   0 nth load -> 11 22 0 nth 33 }T
T{ blk @ -> 0 }T
T{ s" 1 \ 2 no such words" 0 1 put s" 3 ( over" 1 1 put s" lines ) 4" 2 1 put
   1 nth load -> 1 3 4 }T                  \ \ is to the end of a line of 64
T{ 1 wipe s" 5 \ x" 14 1 put s" 6 \ at the end" 15 1 put 1 nth load -> 5 6 }T
: spans  ( -- )                            \ lines of blocks have no ends
   1 wipe  s" 12" 1 nth block 62 + swap move  s" 34" 1 nth block 64 + swap move
   update
;
T{ spans 1 nth load -> 1234 }T
T{ s" 100 " 0 2 put s" 200 " 0 3 put s" 300 " 0 4 put flush -> }T
T{ 2 nth 4 nth thru 3 nth 3 nth thru -> 100 200 300 200 }T
T{ 0 wipe s" 1 2 nth load 2" 0 0 put 0 nth load -> 1 100 2 }T  \ nested
T{ 0 wipe s" : from-block  42 ;" 0 0 put 0 nth load from-block -> 42 }T
T{ 0 wipe s" : over-lines" 0 0 put s"  43 ;" 9 0 put 0 nth load over-lines
   -> 43 }T
T{ 0 wipe s" 5 refill 6" 0 0 put 1 wipe s" blk @ 7" 0 1 put 0 nth load
   -> 5 true 1 nth 7 }T                    \ REFILL goes to the next block
T{ s" blk @" evaluate -> 0 }T
: ev-in-block  ( -- n )  s" blk @" evaluate ;
T{ 0 wipe s" blk @ ev-in-block blk @" 0 0 put 0 nth load
   -> 0 nth 0 0 nth }T
T{ 0 wipe s" source nip >in @" 0 0 put 0 nth load -> 1024 17 }T
T{ 0 wipe s" 5 66 throw 7" 0 0 put flush 0 nth ' load catch nip blk @
   -> 66 0 }T
: thrown  ( -- n )  0 nth ['] load catch nip ;
T{ 1 wipe s" 1 thrown blk @" 0 1 put 1 nth load -> 1 66 1 nth }T
T{ 0 wipe s" char | parse ab cd| 9" 0 0 put 0 nth load rot rot s" ab cd"
   same-text -> 9 true }T

testing SAVE-INPUT in a block
create saved 20 cells allot
variable runs
: save  ( -- )  save-input dup saved !  0 do  i 1+ cells saved + !  loop ;
: restore  ( -- f )
   saved @ 0 ?do  saved @ i - cells saved + @  loop  saved @ restore-input
;
: ?restore  ( n -- )  1 runs +!  runs @ > if  restore throw  then ;
T{ 0 runs ! 0 wipe s" 1 save 2 2 ?restore 3" 0 0 put 0 nth load
   -> 1 2 2 3 }T

testing LIST and SCR
: listed  ( -- )  0 nth list ;
: has?  ( c-addr1 u1 c-addr2 u2 -- f )
   2>r  begin  dup 2r@ nip < 0=  while
      over 2r@ nip 2r@ same-text if  2drop 2r> 2drop true exit  then
      1- swap char+ swap
   repeat  2drop 2r> 2drop false
;
T{ 0 wipe s" to be listed" 7 0 put s" the end" 15 0 put
   ' listed output-of 2dup s" to be listed" has? rot rot s" the end" has?
   scr @ -> true true 0 nth }T
T{ wiped flush -> }T

.set block
