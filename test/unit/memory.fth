\ memory.fth - tests of ALLOCATE, FREE and RESIZE.
\ SPDX-License-Identifier: 0BSD

variable a1   variable a2   variable a3
: take  ( u var -- )  swap allocate throw swap ! ;

testing allocate, free
T{ unused 100 a1 take unused - 100 < -> false }T
T{ a1 @ 15 and -> 0 }T
T{ a1 @ 100 'x' fill a1 @ free -> 0 }T
T{ a1 @ free -> -60 }T
T{ here free pad 3 + free 0 free -1 free -> -60 -60 -60 -60 }T
T{ 0 allocate nip -> 0 }T
T{ -1 allocate nip unused 1+ allocate nip -> -59 -59 }T
T{ 100 a1 take 200 a2 take 300 a3 take -> }T
T{ a1 @ a2 @ a3 @ over = -rot = or -> false }T
testing what was given back is used again, joined
T{ a1 @ free a3 @ free a2 @ free -> 0 0 0 }T
T{ unused 600 a1 take unused = -> true }T
T{ a1 @ free -> 0 }T
T{ unused 600 a2 take a2 @ a1 @ = unused rot = -> true true }T

testing resize
: fill-up  ( addr u -- )  0 ?do  i over i + c!  loop  drop ;
: counts-up?  ( addr u -- flag )
   true -rot 0 ?do  i $ff and over i + c@ = rot and swap  loop  drop
;
T{ a2 @ 600 fill-up a2 @ 5000 resize swap a3 ! -> 0 }T
T{ a3 @ 600 counts-up? -> true }T
T{ a3 @ dup 10 resize -rot = -> 0 true }T
T{ a3 @ free -> 0 }T
T{ a3 @ 10 resize nip -> -61 }T
T{ 16 a1 take a1 @ -1 resize swap a1 @ = -> -61 true }T
T{ a1 @ free -> 0 }T

testing many of changing size
create held  50 cells allot   held 50 cells erase
variable seed  1 seed !
: random  ( u -- u2 )
   seed @ 6364136223846793005 * 1442695040888963407 + dup seed !
   33 rshift swap mod
;
: one-turn  ( -- ior )
   50 random cells held + dup @ if  dup @ free swap 0 swap !
   else  2000 random allocate rot rot swap !  then
;
: turns  ( -- n )  0 5000 0 do  one-turn 0<> +  loop ;
: drop-all  ( -- n )
   0 50 0 do  i cells held + @ ?dup if  free +  then  loop
;
T{ unused turns drop-all rot 50 2000 * - unused > -> 0 0 false }T
T{ 90000 allocate nip unused swap -> unused 0 }T
