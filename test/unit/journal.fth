\ journal.fth - tests of intents that outlive a hang.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth

\ A hang: the access throws, nothing after it is done, and the machine starts
\ again with its memory as it was, but nothing else.
#512 cells buffer: kept-page
: hang  ( addr -- x )  -999 throw ;
: fake-hung  ( base size -- )  ['] hang ['] nowhere! 0 0 fake ;
: machine-that-hangs  ( -- )
   void-fault $40100000 0 new-machine  $40000000 $200000 fake-ram
   $50000000 $10000 fake-hung
;
: forget-all  ( -- )            \ as a reset does
   #known-hazards @ #hazards !  0 clear-lo !  0 clear-hi !
   fresh-journal
;
: boot-again  ( -- )
   own-journal to journal  forget-all  kept-page use-journal
;
: hang-at  ( addr -- ior )  ['] lpeek catch nip ;
: poisons  ( -- n )  #hazards @ #known-hazards @ - ;

testing a page that was never used
machine-that-hangs
kept-page #512 cells $5a fill
T{ boot-again journal jn>boots @ journal jn>#poison @ poisons -> 1 0 0 }T
T{ $40000000 lpeek -> 0 true }T
T{ boot-again journal jn>boots @ poisons -> 2 0 }T

testing a read that hangs is named at the next boot and not done again
T{ $50004320 hang-at journal jn>open @ -> -999 open-magic }T
T{ boot-again poisons journal jn>boots @ -> 1 3 }T
T{ #known-hazards @ hazard[] hz>text count
   s" no answer from $50004320, touched at boot 2" str= -> true }T
T{ $50004320 hang-at $50004000 lpeek -> 0 false }T
T{ ' .what-i-learned output-of s" no answer from $50004320" search nip nip
   -> true }T
T{ boot-again poisons -> 1 }T

testing a second place, and a write
: write-hangs  ( x addr space width -- ior )  -999 throw ;
' write-hangs is bus-write
T{ 1 $60000008 mem-space 4 ' probe-write catch nip nip nip nip -> -999 }T
T{ boot-again poisons 1 $60000008 mem-space 4 probe-write -> 2 forbidden }T
' fake-write is bus-write

testing what came back is no poison
T{ $70000000 lpeek boot-again poisons -> false 2 }T

testing a page that was damaged is begun anew
T{ 1 kept-page jn>boots +!  boot-again journal jn>boots @ poisons -> 1 0 }T

testing each read leaves an intent while it is under way
variable opened
: see-intent  ( addr space width -- x ior )
   journal jn>open @ open-magic = journal jn>addr @ 4 pick = and
   if  1 opened +!  then  fake-read
;
' see-intent is bus-read
T{ 0 opened !
   $40000000 lpeek 2drop $40000100 lpeek 2drop $40000100 lpeek 2drop
   opened @ journal jn>open @ -> 3 0 }T
T{ own-journal to journal  forget-all  0 #regions !
   ' (peek) is bus-read  ' (poke) is bus-write -> }T
