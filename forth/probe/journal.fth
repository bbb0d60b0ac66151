\ journal.fth - intents that outlive a hang, and what they teach.
\ SPDX-License-Identifier: 0BSD
\ needs: ram.fth
\ writes: a page behind the image, if that is RAM; hazards that were learned
\ The page is not loaded and not cleared, so a warm reset leaves it as it is,
\ and it is ours from then on. Where a cache holds it back and the reset drops
\ the cache, nothing survives: it is seen at the next boot, by sum and count.

: sum-in  ( u x -- u2 )  swap dup 5 lshift + xor ;
: poison[]  ( i -- row )  2 lshift cells journal jn>rows + ;
: journal-sum  ( -- u )
   $5a17 journal jn>boots @ sum-in  journal jn>#poison @ sum-in
   journal jn>#poison @ 0 ?do
      i poison[] 4 cells bounds ?do  i @ sum-in  1 cells +loop
   loop
;
: seal  ( -- )  journal-sum journal jn>sum ! ;
: sealed?  ( -- flag )
   journal jn>magic @ journal-magic <> if  false exit  then
   journal jn>#poison @ max-poison u> if  false exit  then
   journal-sum journal jn>sum @ =
;
: fresh-journal  ( -- )
   journal /journal erase  journal-magic journal jn>magic !
;
: why$  ( boot addr -- c-addr u )
   swap 0 #10 base{ <# #s }base 2drop  s" , touched at boot " holds
   0 #16 base{ #s }base 2drop  s" no answer from $" holds  0 0 #>
;
\ The page goes with the address: more of what hangs is likely there.
: learn-poison  ( row -- )
   {: row :}
   row cell+ @  row @
   over mem-space = if  page-down /page  else  row 2 cells + @  then
   row 3 cells + @ row @ why$ poison
;
: keep-intent  ( -- )                          \ the one that did not come back
   journal jn>#poison @ max-poison = if  exit  then
   journal jn>addr journal jn>#poison @ poison[] 3 cells move
   journal jn>boots @ journal jn>#poison @ poison[] 3 cells + !
   1 journal jn>#poison +!
;
\G Go on with the journal at this page; an intent left open becomes poison.
: use-journal  ( page -- )
   to journal  sealed? 0= if  fresh-journal  then
   journal jn>open @ open-magic = if  keep-intent  then
   came-back  1 journal jn>boots +!  seal
   journal jn>#poison @ 0 ?do  i poison[] learn-poison  loop
;
\ Loaders like to put a text or a module right behind what they load: the page
\ is a little farther on; all before it must be RAM as well, and becomes ours.
$10000 constant journal-gap
: all-ram?  ( base size -- flag )
   bounds ?do  i ram-page? 0= if  false unloop exit  then  /page +loop  true
;
\G Find the journal of the boots before this one; or begin it.
: open-journal  ( -- )
   image-range nip page-up {: base :}
   base journal-gap /page + all-ram? 0= if  exit  then
   base journal-gap /page + map-ram if  exit  then
   base journal-gap + dup /page + 'image-end !  use-journal
;
\G Print where the journal is, and how many boots it has outlived.
: .journal  ( -- )
   journal own-journal = if  ." none that outlives a reset" exit  then
   ." at " journal h. ." , boot " journal jn>boots @ .dec
   ." , " journal jn>#poison @ .dec ."  hung"
;
