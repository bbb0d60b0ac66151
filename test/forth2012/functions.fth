\ functions.fth - Forth 2012 floating-point functions against known values.
\ SPDX-License-Identifier: 0BSD
\ The values are those of glibc's libm, all digits; near is within 1e-14.

: same  ( F: r1 r2 -- ) ( -- f )  0e f~ ;
: near  ( F: r1 r2 -- ) ( -- f )
   fover fover same >r  -5e-15 f~ r> or
;

testing values
T{ 0.5e fsin 0.479425538604203e near -> true }T
T{ -0.5e fsin -0.479425538604203e near -> true }T
T{ 1e fsin 0.8414709848078965e near -> true }T
T{ 2e fsin 0.9092974268256817e near -> true }T
T{ -3e fsin -0.1411200080598672e near -> true }T
T{ 1e-08 fsin 1e-08 near -> true }T
T{ 10e fsin -0.5440211108893698e near -> true }T
T{ 100e fsin -0.5063656411097588e near -> true }T
T{ 1000000e fsin -0.34999350217129294e near -> true }T
T{ 10000000000e fsin -0.4875060250875107e near -> true }T
T{ 0.5e fcos 0.8775825618903728e near -> true }T
T{ -0.5e fcos 0.8775825618903728e near -> true }T
T{ 1e fcos 0.5403023058681398e near -> true }T
T{ 2e fcos -0.4161468365471424e near -> true }T
T{ -3e fcos -0.9899924966004454e near -> true }T
T{ 1e-08 fcos 1e near -> true }T
T{ 10e fcos -0.8390715290764524e near -> true }T
T{ 100e fcos 0.8623188722876839e near -> true }T
T{ 1000000e fcos 0.9367521275331447e near -> true }T
T{ 10000000000e fcos 0.873119622676856e near -> true }T
T{ 0.5e ftan 0.5463024898437905e near -> true }T
T{ -0.5e ftan -0.5463024898437905e near -> true }T
T{ 1e ftan 1.5574077246549023e near -> true }T
T{ 2e ftan -2.185039863261519e near -> true }T
T{ 1e-08 ftan 1e-08 near -> true }T
T{ 10e ftan 0.6483608274590866e near -> true }T
T{ 1000000e ftan -0.373624453987599e near -> true }T
T{ 0.5e fasin 0.5235987755982989e near -> true }T
T{ -0.5e fasin -0.5235987755982989e near -> true }T
T{ 1e fasin 1.5707963267948966e near -> true }T
T{ -1e fasin -1.5707963267948966e near -> true }T
T{ 1e-08 fasin 1e-08 near -> true }T
T{ 0.999e fasin 1.526071239626163e near -> true }T
T{ 0.5e facos 1.0471975511965979e near -> true }T
T{ -0.5e facos 2.0943951023931957e near -> true }T
T{ -1e facos 3.141592653589793e near -> true }T
T{ 0e facos 1.5707963267948966e near -> true }T
T{ 0.999e facos 0.044725087168733454e near -> true }T
T{ 0.001e facos 1.56979632662823e near -> true }T
T{ 0.5e fatan 0.4636476090008061e near -> true }T
T{ -0.5e fatan -0.4636476090008061e near -> true }T
T{ 1e fatan 0.7853981633974483e near -> true }T
T{ 2e fatan 1.1071487177940904e near -> true }T
T{ 1e-08 fatan 1e-08 near -> true }T
T{ 10000000000e fatan 1.5707963266948965e near -> true }T
T{ -1e300 fatan -1.5707963267948966e near -> true }T
T{ 1e fexp 2.718281828459045e near -> true }T
T{ -1e fexp 0.36787944117144233e near -> true }T
T{ 0.5e fexp 1.6487212707001282e near -> true }T
T{ 10e fexp 22026.465794806718e near -> true }T
T{ -20.5e fexp 1.2501528663867426e-09 near -> true }T
T{ 100e fexp 2.6881171418161356e43 near -> true }T
T{ 700e fexp 1.0142320547350045e304 near -> true }T
T{ -700e fexp 9.85967654375977e-305 near -> true }T
T{ 1e-10 fexp 1.0000000001e near -> true }T
T{ 1e-10 fexpm1 1.00000000005e-10 near -> true }T
T{ -1e-10 fexpm1 -9.999999999500001e-11 near -> true }T
T{ 1e-05 fexpm1 1.0000050000166668e-05 near -> true }T
T{ 0.5e fexpm1 0.6487212707001282e near -> true }T
T{ -0.5e fexpm1 -0.3934693402873666e near -> true }T
T{ 10e fexpm1 22025.465794806718e near -> true }T
T{ -30e fexpm1 -0.9999999999999064e near -> true }T
T{ 2e fln 0.6931471805599453e near -> true }T
T{ 10e fln 2.302585092994046e near -> true }T
T{ 0.5e fln -0.6931471805599453e near -> true }T
T{ 1.0000001e fln 9.999999505838704e-08 near -> true }T
T{ 1e-300 fln -690.7755278982137e near -> true }T
T{ 1e300 fln 690.7755278982137e near -> true }T
T{ 123456.789e fln 11.723646487185881e near -> true }T
T{ 1e-10 flnp1 9.999999999500001e-11 near -> true }T
T{ -1e-10 flnp1 -1.00000000005e-10 near -> true }T
T{ 1e-05 flnp1 9.999950000333332e-06 near -> true }T
T{ 0.5e flnp1 0.4054651081081644e near -> true }T
T{ -0.5e flnp1 -0.6931471805599453e near -> true }T
T{ 100e flnp1 4.61512051684126e near -> true }T
T{ 2e flog 0.3010299956639812e near -> true }T
T{ 1000e flog 3e near -> true }T
T{ 0.5e flog -0.3010299956639812e near -> true }T
T{ 1e-300 flog -300e near -> true }T
T{ 7e20 flog 20.845098040014257e near -> true }T
T{ 2e falog 100e near -> true }T
T{ -2e falog 0.01e near -> true }T
T{ 0.5e falog 3.1622776601683795e near -> true }T
T{ -0.25e falog 0.5623413251903491e near -> true }T
T{ 20.5e falog 3.1622776601683794e20 near -> true }T
T{ 2e fsqrt 1.4142135623730951e near -> true }T
T{ 9e fsqrt 3e near -> true }T
T{ 1e-300 fsqrt 1e-150 near -> true }T
T{ 1e300 fsqrt 1e150 near -> true }T
T{ 0.01e fsqrt 0.1e near -> true }T
T{ 1e-08 fsinh 1.0000000000000002e-08 near -> true }T
T{ 0.5e fsinh 0.5210953054937474e near -> true }T
T{ -0.5e fsinh -0.5210953054937474e near -> true }T
T{ 2e fsinh 3.626860407847019e near -> true }T
T{ 20e fsinh 242582597.70489514e near -> true }T
T{ 1e-08 fcosh 1e near -> true }T
T{ 0.5e fcosh 1.1276259652063807e near -> true }T
T{ -2e fcosh 3.7621956910836314e near -> true }T
T{ 20e fcosh 242582597.70489514e near -> true }T
T{ 1e-08 ftanh 1e-08 near -> true }T
T{ 0.5e ftanh 0.46211715726000974e near -> true }T
T{ -2e ftanh -0.9640275800758169e near -> true }T
T{ 30e ftanh 1e near -> true }T
T{ 1e-08 fasinh 9.999999999999999e-09 near -> true }T
T{ 0.5e fasinh 0.48121182505960347e near -> true }T
T{ -0.5e fasinh -0.48121182505960347e near -> true }T
T{ -10e fasinh -2.99822295029797e near -> true }T
T{ 10000000000e fasinh 23.7189981105004e near -> true }T
T{ 1.5e facosh 0.9624236501192069e near -> true }T
T{ 2e facosh 1.3169578969248166e near -> true }T
T{ 10000000000e facosh 23.7189981105004e near -> true }T
T{ 1e-08 fatanh 1.0000000000000002e-08 near -> true }T
T{ 0.5e fatanh 0.5493061443340548e near -> true }T
T{ -0.9e fatanh -1.4722194895832204e near -> true }T
T{ 1e 1e fatan2 0.7853981633974483e near -> true }T
T{ 1e -1e fatan2 2.356194490192345e near -> true }T
T{ -1e -1e fatan2 -2.356194490192345e near -> true }T
T{ -1e 1e fatan2 -0.7853981633974483e near -> true }T
T{ 0e 1e fatan2 0e near -> true }T
T{ 0e -1e fatan2 3.141592653589793e near -> true }T
T{ 1e 0e fatan2 1.5707963267948966e near -> true }T
T{ -1e 0e fatan2 -1.5707963267948966e near -> true }T
T{ 3e 4e fatan2 0.6435011087932844e near -> true }T
T{ -5e 1e-05 fatan2 -1.5707943267948967e near -> true }T
T{ 2e 10e f** 1024e near -> true }T
T{ 2e 0.5e f** 1.4142135623730951e near -> true }T
T{ 2e -1e f** 0.5e near -> true }T
T{ 10e -3e f** 0.001e near -> true }T
T{ 1.5e 7.25e f** 18.908698112379714e near -> true }T
T{ 3e 0e f** 1e near -> true }T
T{ 10000000000e 30.5e f** 1e305 near -> true }T
T{ 0.1e 20e f** 1.0000000000000011e-20 near -> true }T
T{ 1.0000001e 10000000e f** 2.7182816941320818e near -> true }T

testing at the ends
T{ 0e fsin f0= 0e fcos 1e same 0e ftan f0= 0e fasin f0= 1e facos f0=
   0e fatan f0= -> -1 -1 -1 -1 -1 -1 }T
T{ 0e fexp 1e same 0e fexpm1 f0= 1e fln f0= 0e flnp1 f0= 1e flog f0=
   0e falog 1e same -> -1 -1 -1 -1 -1 -1 }T
T{ 0e fsinh f0= 0e fcosh 1e same 0e ftanh f0= 0e fasinh f0= 1e facosh f0=
   0e fatanh f0= -> -1 -1 -1 -1 -1 -1 }T
T{ 0e fsqrt f0= 1e fsqrt 1e same 4e fsqrt 2e same 0.25e fsqrt 0.5e same
   -> -1 -1 -1 -1 }T
T{ 1e100 ftanh 1e near -1e100 ftanh -1e near -1000e fexp f0= -> -1 -1 -1 }T
T{ 0e 1e fatan2 f0= -> -1 }T

testing how they belong together
: steps  ( n xt -- n2 ) ( xt: r -- f )     \ for how many of n is xt false?
   0 rot 0 do  over i s>f 10e f/ 3.05e f- execute 0= if  1+  then  loop  nip
;
: circle?  ( F: r -- ) ( -- f )
   fsincos fdup f* fswap fdup f* f+ 1e near
;
: sincos?  ( F: r -- ) ( -- f )
   fdup fsincos  frot fdup fcos frot near  fsin near and
;
: tan?  ( F: r -- ) ( -- f )  fdup ftan fswap fsincos f/ near ;
: exp-ln?  ( F: r -- ) ( -- f )  fdup fexp fln -1e-13 f~ ;
: halves?  ( F: r -- ) ( -- f )            \ exp(2x) = exp(x) squared
   fdup fexp fdup f* fswap 2e f* fexp near
;
: sinh?  ( F: r -- ) ( -- f )
   fdup fsinh fswap fdup fexp fswap fnegate fexp f- 2e f/ 1e-14 f~
;
: cosh?  ( F: r -- ) ( -- f )
   fdup fcosh fswap fdup fexp fswap fnegate fexp f+ 2e f/ near
;
: tanh?  ( F: r -- ) ( -- f )
   fdup ftanh fswap fdup fsinh fswap fcosh f/ near
;
: asinh?  ( F: r -- ) ( -- f )  fdup fsinh fasinh -1e-13 f~ ;
: power?  ( F: r -- ) ( -- f )
   3e fover f**  3e fln frot f* fexp near
;
: alog?  ( F: r -- ) ( -- f )  fdup falog 10e frot f** near ;
: root?  ( F: r -- ) ( -- f )  fabs fdup fsqrt fdup f* near ;
T{ 62 ' circle? steps 62 ' sincos? steps 62 ' tan? steps -> 0 0 0 }T
T{ 62 ' exp-ln? steps 62 ' halves? steps 62 ' root? steps -> 0 0 0 }T
T{ 62 ' sinh? steps 62 ' cosh? steps 62 ' tanh? steps -> 0 0 0 }T
T{ 62 ' asinh? steps 62 ' power? steps 62 ' alog? steps -> 0 0 0 }T
T{ 12345 1e fsin fdrop -> 12345 }T         \ the data stack is left alone
T{ fdepth -> 0 }T

.set functions
