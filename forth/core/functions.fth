\ functions.fth - functions of doubles: exponentials, angles, powers.
\ SPDX-License-Identifier: 0BSD
\ needs: float.fth
\ source: T. J. Dekker, "A floating-point technique for extending the available
\ precision", 1971; W. J. Cody, W. Waite, "Software manual for the elementary
\ functions", 1980

\ Errors are a few units of the last place. One variable of each for all tasks.
$3ff921fb54442d18 bits>f fconstant pi/2
$400921fb54442d18 bits>f fconstant pi   \ half a circle
$3c91a62633145c07 bits>f fconstant pi/2-more    \ what is left of it
$3fe62e42fee00000 bits>f fconstant ln2-high     \ 32 bits: times k is exact
$3dea39ef35793c76 bits>f fconstant ln2-low
$3fe62e42fefa39ef bits>f fconstant ln2

\ r = high + low, each of at most 27 bits.
: halves  ( F: r -- high low )
   fdup f>bits $7ffffff + $7ffffff invert and bits>f ftuck f-
;
fvariable x-high  fvariable x-low  fvariable y-high  fvariable y-low
\ The product, and what rounding it lost.
: exact*  ( F: r1 r2 -- product error )
   fover fover f*  frot halves x-low f! x-high f!
   fswap halves y-low f! y-high f!  fdup fnegate
   x-high f@ y-high f@ f* f+  x-high f@ y-low f@ f* f+
   x-low f@ y-high f@ f* f+  x-low f@ y-low f@ f* f+
;
\ 2 to the n.
: 2^f  ( n -- )  ( F: -- r )  #1023 + #52 lshift bits>f ;
\ r times 2 to the n, by two steps, for that power may be no double.
: f2^*  ( n -- )  ( F: r -- r2 )
   #2200 min -2200 max  dup 2/ tuck - 2^f f* 2^f f*
;
\ z/3 + z^2/5 + ...
: odd-tail  ( F: z -- r )
   0 s>f  1 #14 do
      fover f*  1 s>f i 2* 1+ s>f f/ f+
   -1 +loop  f*
;
: odd-series  ( F: z -- r )  odd-tail 1 s>f f+ ;
\ 1 - z/n(n+1) + z^2/n(n+1)(n+2)(n+3) ...
: alternating  ( n -- )  ( F: z -- r )
   1 s>f  dup #16 + do
      fover f*  i dup 1+ * s>f f/  1 s>f fswap f-
   -2 +loop  fnip
;

\ Exponentials ---------------------------------------------------------------
: expm1-series  ( F: r -- r2 )             \ (e^r - 1) / r
   1 s>f  2 #15 do  fover f* i s>f f/ 1 s>f f+  -1 +loop  fnip
;
\ r = k ln 2 + r2
: by-ln2  ( F: r -- r2 )  ( -- k )
   fdup ln2 f/ fround f>s  dup s>f fdup ln2-high f* frot fswap f-
   fswap ln2-low f* f-
;
\G e to the r.
: fexp  ( F: r -- r2 )
   fdup fdup f= 0= if  exit  then                    \ not a number
   #800 s>f fmin -800 s>f fmax
   by-ln2  fdup expm1-series f* 1 s>f f+  f2^*
;
: near0?  ( F: r -- r )  ( -- flag )  fdup fabs 4 s>f f* 1 s>f f< ;
\G e to the r, less 1.
: fexpm1  ( F: r -- r2 )
   near0? if  fdup expm1-series f*  else  fexp 1 s>f f-  then
;
\ r = m 2^k, m from about 0.7 to 1.4; r is above 0.
: split-f  ( F: r -- m )  ( -- k )
   fdup $10000000000000 bits>f f< dup if  2^52 f*  then  #52 and negate
   f>bits  dup $95f6200000000 + #52 rshift #1023 -   ( n x k )
   tuck #52 lshift - bits>f  +
;

: ln-series  ( F: r -- r2 )                \ ln (1 + r), r from -0.3 to 0.42
   fdup 2 s>f f+ f/  fdup fdup f* odd-series f*  2 s>f f*
;
: +k*ln2  ( k -- )  ( F: r -- r2 )  dup s>f ln2-low f* f+  s>f ln2-high f* f+ ;
: infinity  ( F: -- r )  $7ff0000000000000 bits>f ;
\ Logarithms of what is not above 0 and finite.
: no-ln  ( F: r -- r2 )
   fdup f0= if  fdrop infinity fnegate  else  fsqrt  then
;
: ln?  ( F: r -- r )  ( -- flag )  fdup infinity f<  0 s>f fover f<  and ;
\G Natural logarithm.
: fln  ( F: r -- r2 )
   ln? 0= if  no-ln exit  then  split-f  1 s>f f- ln-series  +k*ln2
;
\G Natural logarithm of r + 1.
: flnp1  ( F: r -- r2 )  near0? if  ln-series  else  1 s>f f+ fln  then ;
\G Logarithm to base ten.
: flog  ( F: r -- r2 )  fln #10 s>f fln f/ ;
fvariable divisor  fvariable quotient  fvariable exponent#
\ ln (1 + r) in two parts: 2 q, where q = r/(2+r), and what is missing.
: ln-parts  ( F: r -- high low )
   fdup 2 s>f f+ divisor f!  fdup divisor f@ f/ quotient f!
   fdup divisor f@ 2 s>f f- f- quotient f@ f*        ( F: r lost )
   fswap quotient f@ divisor f@ exact*               ( F: lost r p e )
   frot frot f- fswap f- fswap f-  divisor f@ f/
   quotient f@ fdup fdup f* odd-tail f* f+ 2 s>f f*
   quotient f@ 2 s>f f* fswap
;
\ r1 to the r2 for r1 above 0: 2^(r2 k) e^(r2 ln m), both products exact.
: power  ( F: r1 r2 -- r3 )
   exponent# f!  split-f  1 s>f f- ln-parts  exponent# f@ f*
   fswap exponent# f@ exact*  frot f+                ( F: p1 e1 )
   exponent# f@ s>f exact*                           ( F: p1 e1 p2 e2 )
   fover fround fdup f>s  frot fswap f- f+           ( F: p1 e1 rest )
   ln2 f* f+  fswap by-ln2  f+ fexp  + f2^*
;
: (f**)  ( F: r1 r2 -- r3 )                \ r1 is above 0
   fover fln fover f*  fdup fabs #800 s>f f< if  fdrop power
   else  fnip fnip fexp  then
;
: odd?  ( F: r -- r )  ( -- flag )         \ is this whole number odd?
   fdup 2 s>f f/ fdup ftrunc f= 0=
;
: below0**  ( F: r1 r2 -- r3 )
   fdup fdup ftrunc f= 0= if  fdrop fsqrt exit  then
   odd?  fswap fnegate fswap (f**)  if  fnegate  then
;
\G r1 to the power r2.
: f**  ( F: r1 r2 -- r3 )
   fdup f0= if  fdrop fdrop 1 s>f exit  then
   fover f0= if
      fnip f0< if  infinity  else  0 s>f  then  exit
   then
   fover f0< if  below0**  else  (f**)  then
;
\G Ten to the power r.
: falog  ( F: r -- r2 )  #10 s>f fswap f** ;

\ Angles, in radians ---------------------------------------------------------
\ r = n pi/2 + r2
: quarters  ( F: r -- r2 )  ( -- n )
   fdup pi/2 f/ fround fdup f>s
   fdup pi/2-more f* fswap pi/2 exact*               ( F: r more p e )
   frot f+ frot frot f- fswap f-
;
\G Sine and cosine.
: fsincos  ( F: r -- r2 r3 )
   quarters  fdup fdup f*  fdup 2 alternating frot f*
   fswap 1 alternating                               ( F: sine cosine )
   dup 1 and if  fswap  then
   dup 1+ 2 and if  fnegate  then
   2 and if  fswap fnegate fswap  then
;
\G Sine.
: fsin  ( F: r -- r2 )  fsincos fdrop ;
\G Cosine.
: fcos  ( F: r -- r2 )  fsincos fnip ;
\G Tangent.
: ftan  ( F: r -- r2 )  fsincos f/ ;

: half-angle  ( F: r -- r2 )               \ of its arc tangent
   fdup fdup f* 1 s>f f+ fsqrt 1 s>f f+ f/
;
: (fatan)  ( F: r -- r2 )                  \ r is not below 0
   1 s>f fover f< dup if  1 s>f fswap f/  then
   half-angle half-angle  fdup fdup f* fnegate odd-series f*  4 s>f f*
   if  pi/2 fswap f-  then
;
\G Arc tangent.
: fatan  ( F: r -- r2 )  ['] (fatan) odd ;
\G The angle whose tangent is r1/r2, in the quadrant of the point r2, r1.
: fatan2  ( F: r1 r2 -- r3 )
   fsign? fabs  fswap fsign? fabs                    ( F: |r2| |r1| )
   fdup f0= if  fnip  else  fswap f/ (fatan)  then
   swap if  pi/2 2 s>f f* fswap f-  then
   if  fnegate  then
;
: co  ( F: r -- r2 )                       \ sine to cosine
   1 s>f fover f-  1 s>f frot f+  f* fsqrt
;
\G Arc sine.
: fasin  ( F: r -- r2 )  fdup co fatan2 ;
\G Arc cosine.
: facos  ( F: r -- r2 )  fdup co fswap fatan2 ;

\ Hyperbolic functions -------------------------------------------------------
: large?  ( F: r -- r )  ( -- flag )  #1000000000 s>f fover f< ;
: half-exp  ( F: r -- r2 )                 \ e^r / 2, to the end of the range
   2 s>f f/ fexp fdup 2 s>f f/ f*
;
: (fsinh)  ( F: r -- r2 )
   #40 s>f fover f< if  half-exp exit  then
   fexpm1 fdup fdup 1 s>f f+ f/ f+  2 s>f f/
;
\G Hyperbolic sine.
: fsinh  ( F: r -- r2 )  ['] (fsinh) odd ;
\G Hyperbolic cosine.
: fcosh  ( F: r -- r2 )
   fabs  #40 s>f fover f< if  half-exp exit  then
   fexp fdup 1 s>f fswap f/ f+  2 s>f f/
;
: (ftanh)  ( F: r -- r2 )  #60 s>f fmin  fdup f+ fexpm1  fdup 2 s>f f+ f/ ;
\G Hyperbolic tangent.
: ftanh  ( F: r -- r2 )  ['] (ftanh) odd ;
: (fasinh)  ( F: r -- r2 )
   large? if  fln ln2 f+ exit  then
   fdup fdup f* fdup 1 s>f f+ fsqrt 1 s>f f+ f/ f+ flnp1
;
\G The inverse of FSINH.
: fasinh  ( F: r -- r2 )  ['] (fasinh) odd ;
\G The inverse of FCOSH.
: facosh  ( F: r -- r2 )
   large? if  fln ln2 f+ exit  then
   1 s>f f-  fdup fdup 2 s>f f+ f* fsqrt f+ flnp1
;
: (fatanh)  ( F: r -- r2 )  fdup f+  1 s>f fover 2 s>f f/ f- f/ flnp1 2 s>f f/ ;
\G The inverse of FTANH.
: fatanh  ( F: r -- r2 )  ['] (fatanh) odd ;
