\ crc.fth - CRC-32 of 64 KiB by a table that it makes first.
\ SPDX-License-Identifier: 0BSD
\ source: ISO 3309; the polynomial with its bits reversed

$edb88320 constant polynomial
align create table  #256 cells allot
#65536 constant size
create bytes  size allot
variable seed
: random  ( -- u )  seed @ #1309 * #13849 + $ffff and  dup seed ! ;
: fill-bytes  ( -- )  bytes size + bytes do  random 3 rshift i c!  loop ;
#74755 seed !  fill-bytes

: entry  ( i -- u )
   8 0 do  dup 1 rshift  swap 1 and if  polynomial xor  then  loop
;
: fill-table  ( -- )  #256 0 do  i entry  table i cells + !  loop ;
: crc+  ( crc char -- crc2 )
   over xor $ff and cells table + @  swap 8 rshift xor
;
: crc-32  ( c-addr u -- u )
   $ffffffff -rot  over + swap ?do  i c@ crc+  loop  $ffffffff xor
;
\G Make the table, then the CRC of the bytes.
: run  ( -- x )  fill-table  bytes size crc-32 ;
