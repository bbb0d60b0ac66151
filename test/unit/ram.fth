\ ram.fth - RAM of machines that do not exist is found to the page, unharmed.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
\ Each machine: what the map says of every page near every row, how many words
\ were left changed, how often a register was touched that must not be.
: verdict  ( -- wrong changed harm )
   improve-memory-map  wrong-pages changed-words harm @
;
: home-only  ( kind noise -- )
   $40100000 swap new-machine  $40000000 $2345000 fake-ram
;
testing a single bank of RAM that is no power of two
T{ void-fault 0 home-only verdict -> 0 0 0 }T
T{ void-kind kind$ s" fault" str= -> true }T
T{ ram-size -> $2345000 }T
T{ void-zeros 0 home-only verdict -> 0 0 0 }T
T{ void-kind kind$ s" zeros" str= -> true }T
T{ void-ones 0 home-only verdict -> 0 0 0 }T
T{ void-kind kind$ s" ones" str= -> true }T
T{ void-echo 0 home-only verdict -> 0 0 0 }T
T{ void-kind kind$ s" echo" str= -> true }T
T{ void-fault 77 home-only verdict -> 0 0 0 }T
T{ void-zeros 77 home-only verdict -> 0 0 0 }T
T{ void-ones 77 home-only verdict -> 0 0 0 }T
T{ void-echo 77 home-only verdict -> 0 0 0 }T

testing a second look finds the same; two looks at a time are refused
T{ verdict ram-size -> 0 0 0 $2345000 }T
T{ true mapping !  ' improve-memory-map catch  false mapping ! -> -2 }T
T{ probes @ improve-memory-map mapping @ swap probes @ u< -> false true }T

testing probing one address
T{ void-fault 0 home-only  improve-memory-map
   $40000123 probe-addr $50000000 probe-addr -> ram-kind nothing-kind }T
T{ $60000000 $1000 fake-timer  $60000000 probe-addr -> device-kind }T
T{ $70000000 $2000 fake-ram  $70000123 probe-addr -> ram-kind }T
T{ $78000000 $1000 fake-rom  $78000000 probe-addr -> unknown-kind }T
T{ changed-words harm @ -> 0 0 }T

testing a PC: a hole, video memory, a ROM below the image
: pc  ( kind noise size -- )
   >r $100000 swap new-machine
   0 $a0000 fake-ram  $a0000 $20000 fake-raz  $c0000 $40000 fake-rom
   $100000 r@ $e0000000 min $100000 - fake-ram
   r> $e0000000 - dup 0> if  $100000000 swap fake-ram  else  drop  then
   $fec00000 $1000 fake-raz  $fffe0000 $20000 fake-rom
;
T{ void-zeros 0 $c000000 pc verdict -> 0 0 0 }T
T{ void-ones 5 $3e80000 pc verdict -> 0 0 0 }T
T{ ram-size -> $3e20000 }T

testing devices in a window over RAM; what lies between them may stay unknown
: pi  ( noise -- )
   >r void-fault $200000 r> new-machine
   0 $4000000 fake-ram  $3003000 $20 fake-timer  $3007000 $f00 fake-raz
   $3201000 $1000 fake-fifo  $4000000 $100 fake-raz
;
T{ 0 pi verdict -> 0 0 0 }T
T{ ram-size -> $3003000 }T
T{ 3 pi verdict -> 0 0 0 }T
T{ ram-size -> $3003000 }T

testing mirrors: the same memory is counted once
: mirrored  ( kind noise -- )
   $80300000 swap new-machine  $80000000 $1800000 fake-ram
   $80000000 $82000000 $1800000 fake-mirror
   $80000000 $70000000 $1800000 fake-mirror
;
T{ void-fault 0 mirrored verdict -> 0 0 0 }T
T{ ram-size -> $1800000 }T
T{ $70123000 memory-type kind$ s" mirror" str= -> true }T
T{ $82123000 memory-type kind$ s" mirror" str= -> true }T
T{ void-zeros 9 mirrored verdict -> 0 0 0 }T
T{ ram-size -> $1800000 }T
: second-bank  ( kind noise -- )    \ a bank other than ours has the mirror
   $10000 swap new-machine  0 $80000 fake-ram
   $20000000 $1000000 fake-ram  $20000000 $28000000 $1000000 fake-mirror
;
T{ void-fault 0 second-bank verdict -> 0 0 0 }T
T{ ram-size -> $1080000 }T
T{ void-zeros 4 second-bank verdict -> 0 0 0 }T
T{ ram-size -> $1080000 }T

testing our memory twice below 4 GiB and other RAM above, which is no mirror
: icicle  ( kind noise -- )
   $80300000 swap new-machine  $80000000 $2000000 fake-ram
   $80000000 $82000000 $2000000 fake-mirror
   $1000000000 $3000000 fake-ram  $1000000000 $1400000000 $3000000 fake-mirror
;
T{ void-fault 0 icicle verdict -> 0 0 0 }T
T{ ram-size -> $5000000 }T
T{ void-zeros 6 icicle verdict -> 0 0 0 }T
T{ ram-size -> $5000000 }T

testing a hazard in the midst of RAM is gone round, and the RAM still found
T{ void-fault 0 home-only mem-space $40801004 4 s" test" poison
   $40801000 $10 fake-hang  $40801000 $1000 fake-ram
   $40801004 4 fake-hang  improve-memory-map harm @ -> 0 }T
T{ $40800000 memory-type kind$ s" ram" str= -> true }T
-1 #hazards +!  0 clear-hi !

testing random machines
variable seed
: rnd  ( n -- u )
   seed @ 6364136223846793005 * 1442695040888963407 + dup seed !
   #33 rshift swap mod
;
: rnd-size  ( -- u )  $ff0 rnd $10 + $1000 * ;
: rnd-kind  ( -- kind )
   3 rnd dup 0= if  drop void-fault exit  then
   1 = if  void-zeros  else  void-ones  then
;
: bank  ( base -- )                \ RAM, maybe with a hole and more behind it
   rnd-size 2dup fake-ram
   4 rnd 0= if
      + $1ffff + $ffff invert and 8 rnd $10000 * +  rnd-size fake-ram
   else  2drop  then
;
: rnd-base  ( -- addr )  $100 rnd $1000000 * ;
: random-machine  ( n -- )
   seed !
   rnd-base $2000000 + {: home :}
   rnd-kind  home $20000 +  2 rnd dup if  drop seed @  then new-machine
   2 rnd if  home $10000 - $10000 fake-rom  then
   home rnd-size $200000 + fake-ram
   3 rnd 0 ?do  rnd-base dup home <> if  bank  else  drop  then  loop
   2 rnd if  $100000000 bank  then
   2 rnd if  $800000000 bank  then
;
variable bad-seeds
: try-seed  ( n -- )
   dup random-machine verdict or or
   if  1 bad-seeds +!  ." seed " . cr  else  drop  then
;
: seeds  ( -- n )  0 bad-seeds !  #21 1 do  i try-seed  loop  bad-seeds @ ;
T{ seeds -> 0 }T
