\ uarts.fth - UARTs made of rows of the fake machine, with effects and harm.
\ SPDX-License-Identifier: 0BSD
\ needs: test/fake/machine.fth drive/console.fth
\ Each register is kept as a word under its address; sent bytes are kept in
\ SENT, and HEAR puts a byte in the receiver of all fakes.

create sent  #4096 allot   variable #sent
variable heard-byte                          \ -1: nothing came in
: send-byte  ( x -- )  sent #sent @ + c!  #sent @ 1+ #4095 min #sent ! ;
: sent$  ( -- c-addr u )  sent #sent @ ;
: hear  ( char -- )  heard-byte ! ;
: received?  ( -- flag )  heard-byte @ 0< 0= ;
: receive  ( -- x )  heard-byte @ 0 max  -1 heard-byte ! ;
: reg-of  ( addr -- offset )  the-row @ fk>base @ - ;
: store@  ( offset -- x )  the-row @ fk>base @ + word@ ;
: store!  ( x offset -- )  the-row @ fk>base @ + word! ;
\ Bits that were written, as far as they exist.
: masked!  ( x offset mask -- )  rot and swap store! ;
