\ input.fth - tests of SAVE-INPUT, REFILL, [IF].
\ SPDX-License-Identifier: 0BSD

variable times
: once-more  ( x1 ... xn n -- )
   times @ if  -1 times +! restore-input abort" restore-input failed" exit
   then  0 ?do  drop  loop
;
6 cells buffer: place
: keep  ( x1 ... x5 5 -- )  6 0 do  i cells place + !  loop ;
: here-again  ( -- )  save-input keep ;
: kept-input  ( -- x1 ... x5 5 )  0 5 do  i cells place + @  -1 +loop ;
testing SAVE-INPUT in a line, and in a string
T{ 3 times ! 0 here-again 1+ kept-input once-more -> 4 }T
T{ 2 times ! 0 : eval-text  s" here-again 1+ kept-input once-more"
   evaluate ; eval-text -> 3 }T
testing RESTORE-INPUT somewhere else fails
T{ save-input : elsewhere  s" restore-input" evaluate ; elsewhere -> true }T
T{ save-input
   restore-input -> true }T
testing [IF]
T{ true [if] 1 [else] 2 [then] false [if] 3 [else] 4 [then] -> 1 4 }T
T{ false [if] 1 true [if] 2 [else] 3 [then] 4 [else] 5 [then] -> 5 }T
T{ true [if] 1 false [IF] 2 [ELSE] 3 [THEN] 4 [else] 5 [then] -> 1 3 4 }T
T{ false [if] 1
   2 [else] 3
   4 [then] 5 -> 3 4 5 }T
T{ : no-then  s" 0 [if] 1 2" evaluate ; ' no-then catch -> -39 }T
T{ : no-more  s" refill" evaluate ; no-more -> false }T
T{ [defined] dup [undefined] nonsense-word -> true true }T
