\ hash.fth - count 20,000 keys in a table with open addressing, FNV-1a.
\ SPDX-License-Identifier: 0BSD
\ source: FNV-1a, 64 bits, basis and prime as Fowler, Noll and Vo publish them

#5000 constant keys
8 constant /key
create key-text  keys /key * allot
#8192 constant slots
align create table  slots 2* cells allot   \ each: key or 0, count
variable seed
: random  ( -- u )  seed @ #1309 * #13849 + $ffff and  dup seed ! ;
: fill-keys  ( -- )
   keys /key * 0 do  random 4 rshift #26 mod 'a' +  key-text i + c!  loop
;
#74755 seed !  fill-keys

: hash  ( c-addr u -- u2 )
   $cbf29ce484222325 -rot  over + swap ?do        ( hash )
      i c@ xor  $100000001b3 *
   loop
;
: slot  ( i -- addr )  2* cells table + ;
: key=  ( c-addr1 c-addr2 -- flag )  /key tuck compare 0= ;
\ The place of a key, or the free one for it.
: find-slot  ( c-addr -- addr )
   dup /key hash                                     ( key hash )
   begin
      slots 1- and  dup slot @                       ( key i key2|0 )
      dup 0= if  drop nip slot exit  then
      2 pick key= 0=
   while  1+  repeat  nip slot
;
: count-key  ( c-addr -- )  dup find-slot tuck !  cell+ 1 swap +! ;
: table-sum  ( -- x )  0  slots 0 do  i slot cell+ @ i * +  loop ;
\G Count keys; a sum of where they are and how many.
: run  ( -- x )
   table slots 2* cells 0 fill
   #20000 0 do  i #7919 * keys mod /key * key-text + count-key  loop
   table-sum
;
