\ prelude.fth - the words that differ's programs use; every system reads it.
\ SPDX-License-Identifier: 0BSD
\ The order of a program: N start, definitions and calls, N end.

\ On a machine of its own: no program before discovery is done, since MARKER
\ would forget what it has found.
[defined] t-done [if]
: settle  ( -- )  hosted? 0= if begin t-done @ 0= while pause repeat then ;
settle
[then]

[undefined] umin [if]  : umin  ( u u -- u )  2dup u> if swap then drop ;  [then]
[undefined] umax [if]  : umax  ( u u -- u )  2dup u< if swap then drop ;  [then]
[undefined] d2* [if]  : d2*  ( d -- d )  2dup d+ ;  [then]
[undefined] d2/ [if]
: d2/  ( d -- d )
   dup 1 and if -1 1 rshift invert else 0 then >r
   2/ swap 1 rshift r> or swap
;
[then]
[undefined] du< [if]
: du<  ( ud ud -- flag )  rot swap 2dup = if 2drop u< else u< nip nip then ;
[then]
[undefined] dmin [if]  : dmin  ( d d -- d )  2over 2over d< 0= if 2swap then
   2drop ;  [then]
[undefined] dmax [if]  : dmax  ( d d -- d )  2over 2over d< if 2swap then
   2drop ;  [then]
[undefined] 0<= [if]  : 0<=  ( n -- flag )  0> 0= ;  [then]
[undefined] 0>= [if]  : 0>=  ( n -- flag )  0< 0= ;  [then]

\ Memory for the programs: pointers are BUF to BUF + 248, by 8; what is 256
\ bytes before and 512 behind is there to be reached from them.
create area 1024 allot
area 256 + constant buf
: at  ( x -- a-addr )  23 and 8 * buf + ;
: next-at  ( a-addr -- a-addr )  buf - 8 + 248 and buf + ;

0 value g0  5 value g1  -7 constant c0  variable v0  variable v1  variable xt
variable fuel0  variable fuel1  variable fuel2  variable fuel3
variable fuel4  variable fuel5  variable fuel6  variable fuel7
variable fuel8  variable fuel9  variable fuel10  variable fuel11
defer d-one  defer d-two
: m-add  postpone + ; immediate
: m-lit  42 postpone literal ; immediate
: m-neg  postpone dup postpone 0< postpone if postpone negate postpone then ;
immediate
: m-if  postpone 0= postpone if ; immediate
: (neg)  ( n -- n )  [ ' negate compile, ] ;
: tiny  ( n -- n )  1+ ;
: two  ( n -- n n )  dup 3 xor ;
: sum3  ( n n n -- n )  + + ;
: ud/  ( ud u -- ud )  1 or >r 0 r@ um/mod r> swap >r um/mod nip r> ;
: s/  ( n1 n2 -- rem quot )
   dup -1 2 within if drop 3 then >r s>d r> sm/rem
;
: f/  ( n1 n2 -- mod quot )
   dup -1 2 within if drop -5 then >r s>d r> fm/mod
;
: nz  ( n -- n )  dup -1 1 within if drop 11 then ;
create table ' negate , ' invert , ' 1+ , ' 2/ ,
: via  ( n i -- n )  3 and cells table + @ execute ;
: adder  ( n "name" -- )  create , does> ( n addr -- n ) @ + ;
: pair  ( n n "name" -- )  create , , does> ( addr -- n n ) 2@ ;

\ What comes out: one number, from all items, throw codes and memory; LOUD
\ prints each of them too.
variable loud  variable sum
: mix  ( x -- )
   loud @ if dup . then  sum @ xor 1099511627 * dup 29 rshift xor sum !
;
: floor-items  ( -- 8*x )  101 102 103 104 105 106 107 108 ;
: clear-items  ( i*x -- )  begin depth 0> while drop repeat ;
: mix-items  ( i*x -- )  begin depth 8 > while mix repeat ;
: drop-items  ( i*x -- )  begin depth 8 > while drop repeat ;
: start  ( i*x n -- 8*x )
   drop clear-items  floor-items  0 sum !
   1024 0 do  i 3 * i 8 / xor area i + c!  loop
   0 to g0  5 to g1  9 v0 !  -3 v1 !
   ['] invert is d-one  ['] + is d-two
;
: done  ( -- )  s" @ " type s" done=" type cr ;  \ not seen in an echo
: result  ( i*x xt -- )
   catch dup mix if  drop-items  else  depth mix mix-items  then
   loud @ if cr then
;
: end  ( 8*x i*x n -- )
   >r  g0 mix g1 mix v0 @ mix v1 @ mix
   1024 0 do  area i + @ mix  8 +loop
   loud @ if cr then
   begin depth 0> while mix repeat
   loud @ if cr then
   r> s" @ " type . sum @ . s" =" type cr
;
