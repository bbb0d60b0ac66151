\ double.fth - tests of double-cell words.
\ SPDX-License-Identifier: 0BSD

testing arithmetic
T{ 5. d2* -> 10. }T
T{ -5. d2* -> -10. }T
T{ $8000000000000000. d2* -> 0 1 }T
T{ -5. d2/ -> -3. }T
T{ 0 1 d2/ -> $8000000000000000. }T
T{ -1. d2/ -> -1. }T
T{ 1. 2. du< -> true }T
T{ -1. 2. du< -> false }T
T{ 2. 2. du< -> false }T
T{ 0 1 -1 0 du< -> false }T
T{ -1 0 0 1 du< -> true }T
T{ 1. 2. d> 2. 1. d> 1. 1. d> 0 1 -1 0 d> -> false true false true }T
T{ 1. 1. d<= 2. 1. d<= 1. 1. d>= 1. 2. d>= -> true false true false }T
T{ 1. 1. d<> 1. 0 1 d<> -> false true }T
T{ 1. -2. dmin 1. -2. dmax -> -2. 1. }T
T{ -2. 1. dmin -2. 1. dmax -> -2. 1. }T
T{ -1 -1 1 rshift 2constant max-d -> }T
T{ 1. 2. 3. 2rot -> 2. 3. 1. }T

testing M*/
T{ 10. 7 3 m*/ -> 23. }T
T{ -10. 7 3 m*/ -> -23. }T
T{ 10. -7 3 m*/ -> -23. }T
T{ -10. -7 3 m*/ -> 23. }T
T{ max-d 8 8 m*/ -> max-d }T
T{ max-d -1 1 m*/ -> max-d dnegate }T
T{ : m*/0  1. 1 0 m*/ ; ' m*/0 catch -> -10 }T

testing data
T{ 1 2 2constant pair pair -> 1 2 }T
T{ : lit-pair  [ 3 4 ] 2literal ; lit-pair -> 3 4 }T
T{ 5. 2value dv dv -> 5. }T
T{ -1. to dv dv -> -1. }T
T{ : set-dv  to dv ; 1 2 set-dv dv -> 1 2 }T
T{ : local-dv  {: dv -- n :} 9 to dv dv ; 0 local-dv dv -> 9 1 2 }T
T{ : post-dv  postpone to ; immediate -> }T
T{ : set2  post-dv dv ; 7 8 set2 dv -> 7 8 }T
T{ variable vv  ' vv >body vv = -> true }T
T{ : bad-to  s" to vv" evaluate ; 1 ' bad-to catch nip -> -32 }T
