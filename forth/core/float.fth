\ float.fth - doubles: their stack, arithmetic, memory, numbers as text.
\ SPDX-License-Identifier: 0BSD
\ needs: environment.fth
\ source: IEEE 754-2008 3.4; Forth 2012 chapter 12

\ The stack grows down; there is one for all tasks.
#256 constant #fstack
#fstack cells buffer: fstack
\G Where the floating-point stack begins; FP is there if it is empty.
here constant fstack-end
\G Cell: address of the top item.
variable fp   fstack-end fp !

\ Room for one more.
: +f  ( F: -- r )  ( -- a-addr )
   fp @ 8 -  dup fstack u< if  -44 throw  then  dup fp !
;
: ftop  ( F: r -- r )  ( -- a-addr )
   fp @ dup fstack-end u< 0= if  -45 throw  then
;
: f2  ( F: r1 r2 -- r1 r2 )  ( -- a-addr1 a-addr2 )
   fp @ dup 8 + dup fstack-end u< 0= if  -45 throw  then  swap
;
\ The top item, taken off: good until the next is put there.
: -f  ( F: r -- )  ( -- a-addr )  ftop 8 fp +! ;
: -f2  ( F: r1 r2 -- r1 )  ( -- a-addr1 a-addr2 )  f2 8 fp +! ;
\G Push a double given by its bits.
: bits>f  ( x -- )  ( F: -- r )  +f ! ;
\G Take a double as its bits.
: f>bits  ( F: r -- )  ( -- x )  -f @ ;

\G Number of items on the floating-point stack.
: fdepth  ( -- n )  fstack-end fp @ - 3 rshift ;
\G Remove the top item.
: fdrop  ( F: r -- )  -f drop ;
\G Copy the top item.
: fdup  ( F: r -- r r )  ftop @ bits>f ;
\G Copy the second item.
: fover  ( F: r1 r2 -- r1 r2 r1 )  f2 drop @ bits>f ;
\G Exchange the top two items.
: fswap  ( F: r1 r2 -- r2 r1 )  f2 over @ over @ 3 roll ! swap ! ;
\G Remove the second item.
: fnip  ( F: r1 r2 -- r2 )  -f2 @ swap ! ;
\G Copy the top item below the second.
: ftuck  ( F: r1 r2 -- r2 r1 r2 )  fswap fover ;
\G Bring the third item to the top.
: frot  ( F: r1 r2 r3 -- r2 r3 r1 )
   f>bits f>bits f>bits >r bits>f bits>f r> bits>f
;
\ Both stacks are put back by a throw.
\G Run xt; n is what it threw.
: catch  ( i*x xt -- j*x 0 | i*x n )
   fp @ >r catch r> over if  fp !  else  drop  then
;

\G Add.
: f+  ( F: r1 r2 -- r3 )  -f2 (f+) ;
\G Subtract.
: f-  ( F: r1 r2 -- r3 )  -f2 (f-) ;
\G Multiply.
: f*  ( F: r1 r2 -- r3 )  -f2 (f*) ;
\G Divide; by zero gives infinity.
: f/  ( F: r1 r2 -- r3 )  -f2 (f/) ;
\G Square root.
: fsqrt  ( F: r -- r2 )  ftop dup (fsqrt) ;
\G True if r1 is less.
: f<  ( F: r1 r2 -- )  ( -- flag )  -f2 (f<) f>bits ;
\G True if they are equal; zeros are, whatever their signs.
: f=  ( F: r1 r2 -- )  ( -- flag )  -f2 (f=) f>bits ;
\G True if r1 is greater.
: f>  ( F: r1 r2 -- )  ( -- flag )  fswap f< ;
\G True if zero.
: f0=  ( F: r -- )  ( -- flag )  0 bits>f f= ;
\G True if less than zero.
: f0<  ( F: r -- )  ( -- flag )  0 bits>f f< ;
\G Change the sign.
: fnegate  ( F: r -- r2 )  ftop dup @ 1 #63 lshift xor swap ! ;
\G Absolute value.
: fabs  ( F: r -- r2 )  ftop dup @ 1 lshift 1 rshift swap ! ;
\G True if the sign is a minus, of a zero too.
: fsign?  ( F: r -- r )  ( -- flag )  ftop @ 0< ;
\G The greater.
: fmax  ( F: r1 r2 -- r3 )  fover fover f< if  fswap  then  fdrop ;
\G The smaller.
: fmin  ( F: r1 r2 -- r3 )  fover fover f< 0= if  fswap  then  fdrop ;
\G A cell as a double.
: s>f  ( n -- )  ( F: -- r )  bits>f ftop dup (s>f) ;
\G A double as a cell, rounded towards zero.
: f>s  ( F: r -- )  ( -- n )  ftop dup (f>s) f>bits ;
\G Compare by r3: above 0 the largest difference, 0 all bits the same, below 0
\G the largest difference as a part of |r1|+|r2|.
: f~  ( F: r1 r2 r3 -- )  ( -- flag )
   fdup f0= if  fdrop f>bits f>bits = exit  then
   frot frot fover fover f- fabs                     ( F: r3 r1 r2 diff )
   frot fabs frot fabs f+ frot                       ( F: diff sum r3 )
   fdup f0< if  fabs f*  else  fnip  then  f<
;
\G Apply xt to |r|, then give the result the sign of r.
: odd  ( xt -- )  ( F: r -- r2 )  fsign? >r fabs execute r> if  fnegate  then ;

\ Memory ---------------------------------------------------------------------
\G Fetch a double.
: f@  ( f-addr -- )  ( F: -- r )  @ bits>f ;
\G Store a double.
: f!  ( f-addr -- )  ( F: r -- )  f>bits swap ! ;
\G Fetch a double of 64 bits.
: df@  ( df-addr -- )  ( F: -- r )  f@ ;
\G Store one.
: df!  ( df-addr -- )  ( F: r -- )  f! ;
\G Fetch a number of 32 bits.
: sf@  ( sf-addr -- )  ( F: -- r )  +f swap (sf>f) ;
\G Store one, rounded.
: sf!  ( sf-addr -- )  ( F: r -- )  -f (f>sf) ;
\G Size in bytes of n doubles.
: floats  ( n -- n2 )  3 lshift ;
\G Size of n doubles.
: dfloats  ( n -- n2 )  3 lshift ;
\G Size of n numbers of 32 bits.
: sfloats  ( n -- n2 )  2 lshift ;
\G The address after a double.
: float+  ( f-addr -- f-addr2 )  8 + ;
\G The address after a double.
: dfloat+  ( df-addr -- df-addr2 )  8 + ;
\G The address after a number of 32 bits.
: sfloat+  ( sf-addr -- sf-addr2 )  4 + ;
\G The next address for a double.
: faligned  ( addr -- f-addr )  7 + -8 and ;
\G The next address for a double.
: dfaligned  ( addr -- df-addr )  7 + -8 and ;
\G The next address for 32 bits.
: sfaligned  ( addr -- sf-addr )  3 + -4 and ;
: align-by  ( xt -- )  here dup rot execute swap - allot ;
\G Align HERE for a double.
: falign  ( -- )  ['] faligned align-by ;
\G Align HERE for a double.
: dfalign  ( -- )  ['] faligned align-by ;
\G Align HERE for 32 bits.
: sfalign  ( -- )  ['] sfaligned align-by ;
\G A field for a double.
: ffield:  ( offset "name" -- offset2 )  faligned 8 +field ;
\G A field for a double.
: dffield:  ( offset "name" -- offset2 )  ffield: ;
\G A field for a number of 32 bits.
: sffield:  ( offset "name" -- offset2 )  sfaligned 4 +field ;
\G Reserve a double.
: f,  ( F: r -- )  f>bits , ;
\G A word that gives the address of a double, which is 0.
: fvariable  ( "name" -- )  create 0 , ;
\G A word that gives r.
: fconstant  ( F: r -- )  ( "name" -- )  create f,  does>  ( -- )  f@ ;
: fvalue!  ( a-addr -- )  ( F: r -- )  cell+ f! ;
\G A word that gives r, which TO changes.
: fvalue  ( F: r -- )  ( "name" -- )
   create 0 , f, ['] fvalue! to-by  does>  ( -- )  cell+ f@
;
\G Compile r.
: fliteral  ( F: r -- )  ( run: F: -- r )
   f>bits postpone literal postpone bits>f
; immediate-only

\ Exact conversion -----------------------------------------------------------
\ A binary number of 20 cells before and 20 after the point: it holds every
\ double exactly, times any power of ten that is of use. Lowest cell first.
#40 constant #big
#20 constant point                         \ the cell of the ones
#big cells buffer: big
variable rest                              \ not 0: bits were lost below
: limb  ( i -- a-addr )  cells big + ;
: big0  ( -- )  big #big cells erase  0 rest ! ;
\ Multiply all from cell i on by u, and add the second u there.
: big*+  ( u u2 i -- )
   #big swap do                                      ( u carry )
      over i limb @ um* rot 0 d+ swap i limb !
   loop  nip if  -1 #big 1- limb !  then         \ too large
;
: big/  ( u -- )
   0  0 #big 1- do                                   ( u rem )
      i limb @ swap 2 pick um/mod i limb !
   -1 +loop  rest @ or rest !  drop
;
: 10^  ( u -- u2 )  1 swap 0 ?do  #10 *  loop ;
: big10^  ( n -- )                         \ times 10 to the n
   begin  dup 0>  while  dup #18 min  dup 10^ 0 0 big*+ -  repeat
   begin  dup 0<  while  dup negate #18 min  dup 10^ big/ +  repeat  drop
;
: below?  ( i -- flag )                    \ is anything in cells below i?
   rest @ swap 0 ?do  i limb @ or  loop  0<>
;
\ u / 2^n, to the nearest, halves to even; n from 1 to 63.
: round-off  ( u n -- u2 )
   2dup rshift >r  1 swap lshift                     ( u unit )
   tuck 1- and r@ 1 and +  swap 1 rshift u> r> swap -
;
\ A cell with its lowest bit set if anything was below it.
: sticky  ( u flag -- u2 )  over 1 and or 0<> 1 and swap 1 rshift or ;
: top-limb  ( -- i | -1 )
   #big begin  1- dup 0< if  exit  then  dup limb @  until
;
\ The highest 64 bits, the first of them 1, and the power of two they count.
: top-bits  ( i -- u n )
   dup 1- limb @ over limb @                         ( i lo hi )
   0 begin  over 0< 0=  while  >r d2* r> 1+  repeat  ( i lo hi n )
   >r swap 2 pick 1- 0 max below? or sticky
   swap point - #64 * r> - 1+
;
\ The double nearest to the big number.
: big>f  ( F: -- r )
   top-limb dup 0< if  drop 0 bits>f exit  then
   top-bits  dup #1084 + 0 max                        ( u n exponent )
   tuck swap #1084 + - #10 + #64 min                 ( u exponent drop )
   dup #63 > if  2drop drop 0 bits>f exit  then
   swap #2046 min dup >r -rot round-off              ( exponent u )
   r> #2046 = if  2drop $7ff  0  then
   swap #52 lshift +  bits>f
;

\ A double's bits, the sign left out, as u * 2^n.
: unpack-f  ( x -- u n )
   dup #52 rshift $7ff and  swap #12 lshift #12 rshift
   over if  1 #52 lshift or  then  swap 1 max #1075 -
;
: big!  ( u n -- )
   big0  [ point #64 * ] literal +  dup $3f and swap 6 rshift limb >r
   2dup lshift r@ !  $3f xor swap 1 rshift swap rshift r> cell+ !
;
\G A double cell as a double, rounded.
: d>f  ( d -- )  ( F: -- r )
   dup 0< >r dabs  big0  point 1+ limb !  point limb !  big>f
   r> if  fnegate  then
;
\G The other way, rounded towards zero.
: f>d  ( F: r -- )  ( -- d )
   f>bits dup unpack-f big!  point limb @ point 1+ limb @
   rot 0< if  dnegate  then
;
\G The least double from which on all are whole.
: 2^52  ( F: -- r )  $4330000000000000 bits>f ;
: (ftrunc)  ( F: r -- r2 )  fdup 2^52 f< if  f>s s>f  then ;
\G Round towards zero.
: ftrunc  ( F: r -- r2 )  ['] (ftrunc) odd ;
: (fround)  ( F: r -- r2 )  fdup 2^52 f< if  2^52 f+ 2^52 f-  then ;
\G Round to the nearest whole number, halves to even.
: fround  ( F: r -- r2 )  ['] (fround) odd ;
\G Round down.
: floor  ( F: r -- r2 )  fdup ftrunc ftuck f< if  1 s>f f-  then ;

\ From text ------------------------------------------------------------------
variable scale                             \ power of ten
variable #digits
: dec?  ( c-addr u -- c-addr u n true | c-addr u false )
   dup if  over c@ '0' - dup #10 u< if  true exit  then  drop  then  false
;
: add-digit  ( n -- )
   1 #digits +!
   #big 1- limb @ if  rest @ or rest !  1 scale +!
   else  #10 swap point big*+  then
;
: add-digits  ( c-addr u n -- c-addr2 u2 )   \ each adds n to the scale
   >r begin  dec?  while  add-digit  r@ scale +!  1 /string  repeat  rdrop
;
: sign?  ( c-addr u -- c-addr2 u2 flag )
   dup 0= if  false exit  then
   over c@ dup '-' = tuck swap '+' = or if  >r 1 /string r>  then
;
: exponent  ( c-addr u -- c-addr2 u2 )
   dup if  over c@ lower 'd' - 2 u< if  1 /string  then then
   sign? >r  0 >r
   begin  dec?  while  r> #10 * + #99999 min >r  1 /string  repeat
   r> r> if  negate  then  scale +!
;
: mantissa  ( c-addr u -- c-addr2 u2 )
   big0  0 scale !  0 #digits !  0 add-digits
   dup if  over c@ '.' = if  1 /string -1 add-digits  then then
;
\G Convert text to a double, exactly rounded.
: >float  ( c-addr u -- true | false )  ( F: -- r | )
   2dup -trailing nip 0= if  2drop 0 bits>f true exit  then
   sign? >r  mantissa exponent nip 0= #digits @ 0<> and
   dup if  scale @ big10^ big>f  r@ if  fnegate  then then  rdrop
;
\ A number in a program begins with a digit and has an E.
: literal?  ( c-addr u -- flag )
   sign? drop dec? dup if  nip  then  -rot
   false -rot bounds ?do  i c@ lower 'e' = or  loop  and
;
: float-token  ( c-addr u -- flag )
   2dup literal? base @ #10 = and 0= if  2drop false exit  then
   >float dup if  state @ if  postpone fliteral  then then
;
' float-token 'number !

\ To text --------------------------------------------------------------------
\ The ones of the big number, rounded by what is after the point.
: rounded  ( -- u )
   point 1- dup limb @ swap below? sticky
   point limb @ tuck 1 and + 1 #62 lshift u> -
;
: #bits  ( u -- n )  0 begin  over  while  1+ swap 1 rshift swap  repeat  nip ;
\ The first n digits of u * 2^n2 as a number, and the place of the point: an
\ estimate from the logarithm of 2, which may be one too small.
: n-digits  ( u n2 n -- u2 place )
   >r 2dup big!  swap #bits + 1- #1292913986 * #32 arshift 1+
   r@ over - big10^  rounded                         ( place u2 )
   dup r> 10^ < 0= if  drop 1+  -1 big10^ rounded  then  swap
;

: digits!  ( u c-addr n -- )
   begin  dup  while
      1- rot #10 /mod swap '0' +                     ( c-addr n u char )
      3 pick 3 pick + c!  -rot
   repeat  2drop drop
;
: not-finite  ( c-addr u x -- n flag false )
   >r 2dup blank  r@ #12 lshift if  s" nan"  else  s" inf"  then
   2swap rot min move  0 r> 0< false
;
\G The first u digits of r, rounded, as 0.ddd times ten to the n; flag1: it is
\G negative, flag2: it is a number. After 17 digits come zeros.
: represent  ( c-addr u -- n flag1 flag2 )  ( F: r -- )
   2dup '0' fill  f>bits
   dup 1 lshift invert #53 rshift 0= if  not-finite exit  then
   dup 1 lshift 0= if  nip nip 0< 1 swap true exit  then
   >r #17 min  r@ unpack-f 2 pick n-digits           ( c-addr n u place )
   >r -rot digits!  r> r> 0< true
;
#15 value precision    \ how many digits F. and its kin show
#60 buffer: fdigits
\G Show so many digits from here on, 60 at most.
: set-precision  ( u -- )  1 max #60 min to precision ;
: .digits  ( i n -- )                      \ n digits from i on, or zeros
   0 max bounds ?do
      i precision u< if  fdigits i + c@  else  '0'  then  emit
   loop
;
\ Print the sign, and what is not finite as it is.
: fbegin  ( -- n true | false )  ( F: r -- )
   fdigits precision represent swap if  '-' emit  then
   dup 0= if  nip fdigits precision 3 min type space  then
;
: #significant  ( -- n )
   precision begin  dup  while  dup 1- fdigits + c@ '0' =  while
      1-
   repeat then
;
\G Print r without an exponent.
: f.  ( F: r -- )
   fbegin 0= if  exit  then
   dup 0> if  0 over .digits  else  '0' emit  then  '.' emit
   #significant over - .digits  space
;
: .scientific  ( n before -- )             \ so many digits before the point
   0 over .digits  '.' emit  dup precision over - .digits
   'E' emit  -  #10 base{ . }base
;
\G Print r with an exponent.
: fs.  ( F: r -- )  fbegin if  1 .scientific  then ;
\G Print r with an exponent that is a multiple of three.
: fe.  ( F: r -- )  fbegin if  dup #2999 + 3 mod 1+ .scientific  then ;

: try-floats  ( -- )  1 s>f f>s drop ;
get-current environment set-current
\ data rows
' try-floats catch 0= dup constant floating constant floating-ext
#fstack constant floating-stack
: max-float  ( -- )  ( F: -- r )  $7fefffffffffffff bits>f ;
\ end of data rows
set-current
