\ block.fth - tests of blocks as storage and as source.
\ SPDX-License-Identifier: 0BSD

: put-line  ( c-addr u line block -- )  block swap 64 * + swap move update ;
: blank-block  ( u -- )  buffer 1024 blank update ;

testing storage
T{ 20 block 1024 -trailing nip -> 0 }T
T{ 20 blank-block s" abc" 0 20 put-line 20 block c@ -> 'a' }T
T{ flush 20 block 3 s" abc" str= -> true }T
T{ 'z' 20 block c! empty-buffers 20 block c@ -> 'a' }T
T{ 'z' 20 block c! update save-buffers empty-buffers 20 block c@ -> 'z' }T
: fill-all  ( -- )  60 20 do  i buffer 1024 i fill update  loop ;
: all-kept?  ( -- flag )
   true 60 20 do
      i block dup c@ swap 1023 + c@ over = swap i = and and
   loop
;
T{ fill-all all-kept? flush all-kept? -> true true }T
T{ #blocks ' block catch nip -> -35 }T
T{ -1 ' buffer catch nip -> -35 }T
T{ empty-buffers update flush -> }T

testing source
T{ 20 blank-block s" 1 2 \ 3" 0 20 put-line s" 4" 1 20 put-line -> }T
T{ 20 load -> 1 2 4 }T
T{ blk @ -> 0 }T
T{ s" blk @ source nip" 2 20 put-line 20 load -> 1 2 4 20 1024 }T
T{ 21 blank-block s" 21 20 load blk @" 3 21 put-line 21 load
-> 21 1 2 4 20 1024 21 }T
T{ 20 blank-block s" : in-block" 0 20 put-line s" 77 ;" 15 20 put-line -> }T
T{ 20 load in-block -> 77 }T
T{ 21 blank-block s" 5" 0 21 put-line 22 blank-block s" 6" 9 22 put-line -> }T
T{ 21 22 thru -> 5 6 }T
testing many blocks used while one is read
T{ 22 blank-block s" fill-all all-kept? 8" 0 22 put-line s" 9" 4 22 put-line
 flush 22 load -> true 8 9 }T
testing REFILL and [IF] go on to the next block
T{ 20 blank-block s" 1 refill 2" 15 20 put-line 21 blank-block -> }T
T{ s" blk @ 3" 0 21 put-line 20 load -> 1 true 21 3 }T
T{ 20 blank-block s" 1 false [if] 2" 15 20 put-line -> }T
T{ s" 4 [else] 5 [then] 6" 0 21 put-line 20 load -> 1 5 6 }T
testing EVALUATE and throws within a block
T{ 20 blank-block s\" s\" blk @ source-id\" evaluate" 0 20 put-line -> }T
T{ 20 load -> 0 -1 }T
T{ 20 blank-block s" -1 throw" 0 20 put-line -> }T
T{ 20 ' load catch nip blk @ -> -1 0 }T
T{ 0 ' load catch nip -> -35 }T
testing LIST
T{ 20 ' list output-of s" 0 -1 throw" search nip nip scr @ -> true 20 }T
