\ string.fth - Forth 2012 string words, and their extensions.
\ SPDX-License-Identifier: 0BSD

: abc  ( -- c-addr u )  s" abcdefghijklmnopqrstuvwxyz" ;
: part  ( n u -- c-addr u )  >r abc drop + r> ;    \ u letters from the n-th
: pairs=  ( x1 x2 x3 x4 -- f )  rot = >r = r> and ;

testing -TRAILING and /STRING
T{ abc -trailing abc pairs= -> true }T
T{ s" ab  " -trailing s" ab" same-text -> true }T
T{ s"  a b " -trailing s"  a b" same-text -> true }T
T{ s"    " -trailing nip s" " -trailing nip -> 0 0 }T
T{ abc 2dup -trailing drop rot rot drop = -> true }T
T{ abc 5 /string 5 21 part pairs= -> true }T
T{ abc 0 /string abc pairs= -> true }T
T{ abc 5 /string -5 /string abc pairs= -> true }T
T{ abc 26 /string nip abc 26 /string drop 26 0 part drop = -> 0 true }T
T{ abc dup 1- /string s" z" same-text -> true }T

testing SEARCH
T{ abc 0 3 part search -> abc true }T
T{ abc 5 4 part search -> 5 21 part true }T
T{ abc 20 6 part search -> 20 6 part true }T
T{ abc s" abd" search -> abc false }T
T{ abc s" yza" search -> abc false }T
T{ abc abc search -> abc true }T
T{ abc s" " search -> abc true }T
T{ 3 0 part s" " search -> 3 0 part true }T
T{ 3 0 part s" d" search -> 3 0 part false }T
T{ 0 2 part 0 3 part search -> 0 2 part false }T
T{ s" aaab" s" aab" search rot drop -> 3 true }T
T{ s" abababc" s" ababc" search nip nip -> true }T
T{ s" Abc" s" abc" search nip nip -> false }T

testing COMPARE
T{ abc abc compare 0 0 part 5 0 part compare -> 0 0 }T
T{ abc 0 5 part compare 0 5 part abc compare -> 1 -1 }T
T{ 0 0 part abc compare abc 0 0 part compare -> -1 1 }T
T{ s" abc" s" abd" compare s" abd" s" abc" compare -> -1 1 }T
T{ s" abz" s" ac" compare s" b" s" abc" compare s" abc" s" Abc" compare
   -> -1 1 1 }T
T{ s" aaaaaaaaaaaaaaaaaaaa" s" aaaaaaaaaaaaaaaaaaab" compare -> -1 }T
create high-byte  255 c,
create low-byte  1 c,
T{ high-byte 1 low-byte 1 compare low-byte 1 high-byte 1 compare -> 1 -1 }T

testing BLANK CMOVE CMOVE>
create area 16 allot
: put  ( -- )  abc drop area 10 move ;
: is?  ( c-addr u -- f )  area over same-text ;
T{ put area 3 + 4 blank s" abc    hij" is? -> true }T
T{ put area 0 blank s" abcdefghij" is? -> true }T
T{ put s" XYZ" area 2 + swap cmove s" abXYZfghij" is? -> true }T
T{ put area area 1+ 9 cmove s" aaaaaaaaaa" is? -> true }T      \ it propagates
T{ put area area 2 + 8 cmove s" ababababab" is? -> true }T
T{ put area 2 + area 8 cmove s" cdefghijij" is? -> true }T
T{ put area 5 + area 0 cmove s" abcdefghij" is? -> true }T
T{ put s" XYZ" area 2 + swap cmove> s" abXYZfghij" is? -> true }T
T{ put area 1+ area 9 cmove> s" jjjjjjjjjj" is? -> true }T
T{ put area 2 + area 8 cmove> s" ijijijijij" is? -> true }T
T{ put area area 2 + 8 cmove> s" ababcdefgh" is? -> true }T
T{ put area area 1+ 0 cmove> s" abcdefghij" is? -> true }T

testing SLITERAL
T{ : sl1  [ 3 4 part ] sliteral ; sl1 s" defg" same-text -> true }T
T{ : sl2  [ s" " ] sliteral ; sl2 nip -> 0 }T
T{ : sl3  [ abc ] sliteral [ 0 2 part ] sliteral ; sl3 s" ab" same-text
   rot rot abc same-text -> true true }T
: my-sliteral  ( c-addr u -- )  postpone sliteral ; immediate
T{ : sl4  [ 1 1 part ] my-sliteral ; sl4 s" b" same-text -> true }T
T{ put : sl5  [ area 4 ] sliteral ; area 4 blank
   sl5 s" abcd" same-text -> true }T       \ it is a copy

testing REPLACES and SUBSTITUTE
create out 100 allot
: subst  ( c-addr u -- c-addr u n )  out 100 substitute ;
\ Is this what comes of it, with so many substitutions?
: becomes  ( c-addr1 u1 c-addr2 u2 n -- f )
   >r 2swap subst r> = >r same-text r> and
;
T{ s" one" s" n1" replaces s" two!" s" n2" replaces -> }T
T{ s" " s" none" replaces s" %" s" per" replaces -> }T
T{ s" plain" s" plain" 0 becomes s" " s" " 0 becomes -> true true }T
T{ s" %n1%" s" one" 1 becomes s" a%n1%b" s" aoneb" 1 becomes -> true true }T
T{ s" %n1%%n2%" s" onetwo!" 2 becomes -> true }T
T{ s" %n1% %n2% %n1%" s" one two! one" 3 becomes -> true }T
T{ s" [%none%]" s" []" 1 becomes s" [%per%]" s" [%]" 1 becomes -> true true }T
T{ s" 100%%" s" 100%" 0 becomes s" %%n1%%" s" %n1%" 0 becomes -> true true }T
T{ s" %%%n1%%%" s" %one%" 1 becomes -> true }T
T{ s" %no-such%" s" %no-such%" 0 becomes -> true }T    \ unknown: unchanged
T{ s" %no-such%%n1%" s" %no-such%one" 1 becomes -> true }T
T{ s" a %n1" s" a %n1" 0 becomes s" a %" s" a %" 0 becomes -> true true }T
T{ s" new" s" n1" replaces s" %n1%" s" new" 1 becomes -> true }T
T{ s" longer than before" s" n1" replaces
   s" %n1%" s" longer than before" 1 becomes -> true }T
T{ s" " s" n1" replaces s" <%n1%>" s" <>" 1 becomes -> true }T
T{ s" %n2%" s" n1" replaces s" %n1%" s" %n2%" 1 becomes -> true }T  \ once only
T{ put area 3 s" n1" replaces area 3 blank
   s" %n1%" s" abc" 1 becomes -> true }T   \ the text is kept, not its place
: replaced  ( -- )  s" from a word" s" n1" replaces ;
T{ replaced s" %n1%" s" from a word" 1 becomes -> true }T
T{ s" 12345" out 5 substitute rot rot s" 12345" same-text -> 0 true }T
T{ s" 123456" out 5 substitute nip nip 0< -> true }T   \ no room: negative
T{ s" %n2%" out 4 substitute rot rot s" two!" same-text -> 1 true }T
T{ s" %n2%" out 3 substitute nip nip 0< -> true }T
T{ s" %n1%" out 0 substitute nip nip 0< -> true }T
T{ s" " out 0 substitute nip nip -> 0 }T
T{ s" x%n2%y" 2dup subst nip nip rot rot s" x%n2%y" same-text -> 1 true }T

testing UNESCAPE
: unesc  ( c-addr1 u1 c-addr2 u2 -- f )
   2swap out unescape 2swap same-text
;
T{ s" plain" s" plain" unesc s" " s" " unesc -> true true }T
T{ s" %" s" %%" unesc s" a%b%c" s" a%%b%%c" unesc -> true true }T
T{ s" %%" s" %%%%" unesc s" %n1%" s" %%n1%%" unesc -> true true }T
T{ s" 50%" out unescape drop out = -> true }T
create out2 50 allot
T{ s" %n1% is 5%" out2 unescape subst rot rot
   s" %n1% is 5%" same-text -> 0 true }T

.set string
