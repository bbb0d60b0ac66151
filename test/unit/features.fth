\ features.fth - what a processor says of itself is believed after a trial.
\ SPDX-License-Identifier: 0BSD
\ The one register of the host port, `hosted`, is 1.
: trial  ( in out xt -- by lies? )
   features @ {: row :}
   row ft>xt !  row ft>out !  row ft>in !  0 row ft>by !  false row ft>lies !
   row judge  row ft>by @  row ft>lies @ 0<>
;
: refused  ( x -- )  drop -9 throw ;
true for-us !

testing no register tells: the effect alone decides
feature: silent - 0 1 1
T{ 1 2 ' 1+ trial -> by-effect false }T
T{ 1 3 ' 1+ trial -> 0 false }T
T{ 1 2 ' refused trial -> 0 false }T

testing a register tells, and the effect is tried
feature: said hosted 0 1 1
T{ 1 2 ' 1+ trial -> by-effect false }T
T{ 1 3 ' 1+ trial -> 0 true }T
T{ 1 2 ' refused trial -> 0 true }T
T{ 0 0 0 trial -> by-read false }T

testing a register that does not tell, a field too small, no such register
feature: clear hosted 1 1 1
T{ 1 2 ' 1+ trial -> 0 false }T
feature: small hosted 0 2 2
T{ 1 2 ' 1+ trial -> 0 false }T
feature: absent nowhere 0 1 1
T{ 1 2 ' 1+ trial -> 0 false }T

testing rows for another ISA are not kept
features @ value before
for: another
feature: x - 0 1 1
effect: 1 2 00
T{ features @ -> before }T
