\ sieve.fth - how many of 3, 5 .. 16381 are prime: 8190 flags, struck out.
\ SPDX-License-Identifier: 0BSD

#8190 constant size
create flags  size allot
flags size + constant flags-end

\G The sieve of Eratosthenes; how many primes.
: run  ( -- x )
   flags size 1 fill
   0 3  flags-end flags do                           ( count prime )
      i c@ if
         dup i +  dup flags-end u< if                ( count prime addr )
            flags-end swap do  0 i c!  dup +loop
         else  drop  then
         swap 1+ swap
      then  2 +
   loop  drop
;
