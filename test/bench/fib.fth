\ fib.fth - Fibonacci numbers the slow way: 18 million calls.
\ SPDX-License-Identifier: 0BSD

: fib  ( n -- u )
   dup 2 < if  drop 1  else  dup 1- recurse  swap 2 - recurse  +  then
;
\G The 35th Fibonacci number.
: run  ( -- x )  #34 fib ;
