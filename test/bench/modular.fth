\ modular.fth - 64-bit products and quotients: powers modulo m, divisors.
\ SPDX-License-Identifier: 0BSD

variable m   $1fffffffffffffff m !    \ 2^61-1, a prime
: gcd  ( u1 u2 -- u )  begin  dup  while  tuck mod  repeat  drop ;
: *mod  ( u1 u2 -- u )  um* m @ um/mod drop ;
: power  ( u n -- u2 )
   1 swap begin  dup  while                          ( u u2 n )
      dup 1 and if  -rot over *mod  rot  then
      rot dup *mod  -rot  1 rshift
   repeat  drop nip
;
\ Those of the digits of u in base n.
: digit-sum  ( u n -- u2 )
   0 -rot begin  over  while  tuck /mod  >r rot + swap r> swap  repeat
   2drop
;
\G Sums of powers, greatest common divisors and sums of digits.
: run  ( -- x )
   0  #200 1 do
      i #7919 * $123456789abcdef power +
      i #1000003 * #720720 gcd +
      i #123456789123 * i 1+ digit-sum +
   loop
;
