\ search-order.fth - Forth 2012 search-order words, and their extensions.
\ SPDX-License-Identifier: 0BSD

create kept-order 20 cells allot
: keep-order  ( -- )
   get-order dup kept-order !  0 ?do  i 1+ cells kept-order + !  loop
;
: kept  ( -- widn ... wid1 n )
   kept-order @ 0 ?do  kept-order @ i - cells kept-order + @  loop
   kept-order @
;
: same-order?  ( -- f )                    \ the same as before?
   get-order dup kept-order @ <> if  0 ?do  drop  loop  false exit  then
   true swap 0 ?do  swap i 1+ cells kept-order + @ = and  loop
;
get-current constant current0
keep-order
T{ same-order? -> true }T
T{ kept set-order same-order? -> true }T

testing word lists
wordlist constant w1
wordlist constant w2
T{ w1 w2 = w1 forth-wordlist = -> false false }T
T{ get-current set-current get-current current0 = -> true }T
T{ w1 set-current get-current w1 = current0 set-current -> true }T
T{ w1 set-current : only-1  1 ; : both  11 ; current0 set-current -> }T
T{ w2 set-current : only-2  2 ; : both  22 ; : imm-2  5 ; immediate
   current0 set-current -> }T
T{ s" only-1" w1 search-wordlist swap execute -> -1 1 }T
T{ s" imm-2" w2 search-wordlist swap execute -> 1 5 }T
T{ s" only-1" w2 search-wordlist s" no-such" w1 search-wordlist -> 0 0 }T
T{ s" only-1" forth-wordlist search-wordlist -> 0 }T
T{ s" dup" forth-wordlist search-wordlist swap ' dup = -> -1 true }T
T{ s" if" forth-wordlist search-wordlist nip -> 1 }T
T{ s" " w1 search-wordlist -> 0 }T
T{ s" both" w1 search-wordlist drop execute
   s" both" w2 search-wordlist drop execute -> 11 22 }T

testing the search order
: seek  ( c-addr u -- n | 0 )              \ run what the order finds
   dup pad c!  pad char+ swap move  pad find if  execute  else  drop 0  then
;
T{ s" both" seek s" only-1" seek -> 0 0 }T
T{ get-order w1 swap 1+ set-order  s" both" seek s" only-1" seek
   s" only-2" seek  kept set-order -> 11 1 0 }T
T{ get-order w2 swap 1+ w1 swap 1+ set-order
   both only-1 only-2  kept set-order -> 11 1 2 }T
T{ get-order w1 swap 1+ w2 swap 1+ set-order
   both only-1 only-2  kept set-order -> 22 1 2 }T
T{ kept set-order same-order? s" both" seek -> true 0 }T
T{ also same-order? previous same-order? -> false true }T
create listed 20 cells allot
: list  ( i -- wid )                       \ the i-th list, 0 the first
   get-order 0 ?do  i cells listed + !  loop  cells listed + @
;
: lists  ( -- n )  get-order dup >r 0 ?do  drop  loop  r> ;
T{ also 0 list 1 list = lists previous lists - -> true 1 }T
: use-list  ( wid -- )  >r get-order r> swap 1+ set-order ;
T{ w1 use-list  lists kept-order @ - 0 list w1 =  previous  same-order?
   -> 1 true true }T
T{ w1 use-list definitions get-current w1 =  previous get-current w1 =
   current0 set-current -> true true }T
T{ w1 use-list  also  both  previous both  previous s" both" seek
   -> 11 11 0 }T
T{ also forth 0 list forth-wordlist =  previous same-order? -> true true }T
T{ w1 use-list forth s" both" seek  kept set-order -> 0 }T
: only-lists  ( -- n )  only lists kept set-order ;
T{ only-lists 0> same-order? -> true true }T
: only-seek  ( -- n )  w1 use-list only s" both" seek kept set-order ;
T{ only-seek same-order? -> 0 true }T
\ The least order has SET-ORDER and FORTH-WORDLIST, says 16.6.1.2197.
T{ only forth-wordlist 1 set-order  lists 0 list forth-wordlist =
   kept set-order same-order? -> 1 true true }T
T{ -1 set-order  forth-wordlist 1 set-order  lists  kept set-order -> 1 }T
: emptied  ( -- n f )                      \ an empty order finds nothing
   0 set-order  lists s" dup" dup pad c! pad char+ swap move  pad find nip
   kept set-order
;
T{ emptied -> 0 0 }T
T{ same-order? -> true }T
: eight  ( -- n )                          \ 16.4.1.2: at least eight lists
   w1 w2 w1 w2 w1 w2 w1 forth-wordlist 8 set-order  lists  kept set-order
;
T{ eight -> 8 }T
: bound  ( -- n )                          \ compiled words stay what they were
   [ w1 use-list ] both [ previous w2 use-list ] both [ previous ]
;
T{ bound s" both" seek -> 11 22 0 }T
T{ w1 use-list definitions : w1-only  both 1+ ;  w1-only  previous definitions
   s" w1-only" seek  s" w1-only" w1 search-wordlist drop execute -> 12 0 12 }T
T{ w1 use-list definitions  : both  111 ;  both  previous definitions
   s" both" w1 search-wordlist drop execute -> 111 111 }T
T{ w2 set-current  5 value v2  variable var2  create cr2  defer d2
   77 constant con2  current0 set-current
   w2 use-list  con2 v2 6 to v2 v2  ' both is d2 d2  previous -> 77 5 6 22 }T
\ A search order may change within a definition that is being compiled, and
\ the compilation word list is that of the definition's beginning.
T{ : mid  [ w1 set-current ] 5 [ current0 set-current ] ; mid
   s" mid" w1 search-wordlist -> 5 0 }T
T{ w1 set-current : self  dup if  dup 1- recurse  then ; current0 set-current
   2 s" self" w1 search-wordlist drop execute -> 2 1 0 }T

testing ORDER and MARKER
T{ ' order output-of nip 0> -> true }T
T{ marker gone  wordlist use-list definitions  : x1  5 ;
   gone  same-order? get-current current0 = -> true true }T
T{ kept set-order current0 set-current same-order? -> true }T
T{ w1 set-current  marker in-list  : lost  5 ;  current0 set-current
   s" in-list" w1 search-wordlist drop execute
   s" lost" w1 search-wordlist  s" in-list" w1 search-wordlist
   s" only-1" w1 search-wordlist nip -> 0 0 -1 }T
kept set-order current0 set-current

.set search-order
