\ xchar.fth - tests of UTF-8.
\ SPDX-License-Identifier: 0BSD

create buf  16 allot
: utf8  ( xchar -- c-addr u )  buf xc!+ buf tuck - ;

testing sizes
T{ 'a' xc-size $7f xc-size $80 xc-size $7ff xc-size -> 1 1 2 2 }T
T{ $800 xc-size $ffff xc-size $10000 xc-size $10ffff xc-size -> 3 3 4 4 }T
T{ s\" \xc3\xa4b" x-size s" " x-size s\" \xe2\x82\xac" x-size -> 2 0 3 }T
T{ $e4 utf8 s\" \xc3\xa4" str= $20ac utf8 s\" \xe2\x82\xac" str= -> true true }T
T{ $1f600 utf8 s\" \xf0\x9f\x98\x80" str= 'a' utf8 s" a" str= -> true true }T
testing fetch
T{ 'a' utf8 drop xc@+ nip $7ff utf8 drop xc@+ nip -> 'a' $7ff }T
T{ $ffff utf8 drop xc@+ swap buf - -> $ffff 3 }T
T{ $10ffff utf8 drop xc@+ swap buf - -> $10ffff 4 }T
T{ s\" \x80" drop ' xc@+ catch nip -> -77 }T
T{ s\" \xc3a" drop ' xc@+ catch nip -> -77 }T
T{ s\" \xff" drop ' xc@+ catch nip -> -77 }T
testing store
T{ $20ac buf 2 xc!+? -> buf 2 false }T
T{ $20ac buf 3 xc!+? -> buf 3 + 0 true }T
T{ 'a' buf 3 xc!+? -> buf 1+ 2 true }T
T{ here $20ac xc, here over - swap 3 s\" \xe2\x82\xac" str= -> 3 true }T
testing steps
T{ s\" \xc3\xa4\xe2\x82\xaca" drop
   dup xchar+ tuck swap - swap dup xchar+ swap - -> 2 3 }T
T{ s\" \xc3\xa4\xe2\x82\xac" over + xchar- swap - -> 2 }T
T{ s\" \xc3\xa4\xe2\x82\xac" +x/string s\" \xe2\x82\xac" str= -> true }T
T{ s\" \xc3\xa4\xe2\x82\xac" x\string- s\" \xc3\xa4" str=
   s" " x\string- nip -> true 0 }T
T{ s\" a\xe2\x82" -trailing-garbage s" a" str= -> true }T
T{ s\" a\xe2\x82\xac" 2dup -trailing-garbage str=
   s" " -trailing-garbage nip -> true 0 }T
testing width
T{ s\" a\xc3\xa4\xe2\x82\xac" x-width
   s\" \xe6\xbc\xa2\xe5\xad\x97" x-width -> 3 4 }T
T{ $301 xc-width $4e00 xc-width $1f600 xc-width 'a' xc-width -> 0 2 2 1 }T
testing text
: evals  ( i*x c-addr u -- j*x )  evaluate ;
T{ s\" '\xc3\xa4' '\xe2\x82\xac' 'a' '''" evals -> $e4 $20ac 'a' $27 }T
T{ : no-char  s" 'ab'" evaluate ; ' no-char catch -> -13 }T
T{ : no-char2  s\" '\xc3\xa4b'" evaluate ; ' no-char2 catch -> -13 }T
T{ s\" char \xc3\xa4 char a" evals -> $e4 'a' }T
T{ s\" : euro  [char] \xe2\x82\xac ; euro" evals -> $20ac }T
T{ $20ac ' xemit output-of s\" \xe2\x82\xac" str= -> true }T
: held  ( -- )  0 0 <# $20ac xhold 'a' hold #> type ;
T{ ' held output-of s\" a\xe2\x82\xac" str= -> true }T
T{ s\" $20ac parse abc\xe2\x82\xac s\q abc\q str=" evals -> true }T
T{ s" $20ac parse abc" evaluate s" abc" str= -> true }T
T{ char ) parse abc) s" abc" str= -> true }T
