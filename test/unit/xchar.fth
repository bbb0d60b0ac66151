\ xchar.fth - tests of UTF-8.
\ SPDX-License-Identifier: 0BSD

create buf  16 allot
: utf8  ( xchar -- c-addr u )  buf xc!+ buf tuck - ;

testing sizes
T{ 'a' xc-size $7f xc-size $80 xc-size $7ff xc-size -> 1 1 2 2 }T
T{ $800 xc-size $ffff xc-size $10000 xc-size $10ffff xc-size -> 3 3 4 4 }T
T{ s" äb" x-size s" " x-size s" €" x-size -> 2 0 3 }T
T{ $e4 utf8 s" ä" str= $20ac utf8 s" €" str= -> true true }T
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
T{ here $20ac xc, here over - swap 3 s" €" str= -> 3 true }T
testing steps
T{ s" ä€a" drop dup xchar+ tuck swap - swap dup xchar+ swap - -> 2 3 }T
T{ s" ä€" over + xchar- swap - -> 2 }T
T{ s" ä€" +x/string s" €" str= -> true }T
T{ s" ä€" x\string- s" ä" str= s" " x\string- nip -> true 0 }T
T{ s\" a\xe2\x82" -trailing-garbage s" a" str= -> true }T
T{ s" a€" 2dup -trailing-garbage str= s" " -trailing-garbage nip -> true 0 }T
testing width
T{ s" aä€" x-width s\" \xe6\xbc\xa2\xe5\xad\x97" x-width -> 3 4 }T
T{ $301 xc-width $4e00 xc-width $1f600 xc-width 'a' xc-width -> 0 2 2 1 }T
testing text
T{ 'ä' '€' 'a' ''' -> $e4 $20ac 'a' $27 }T
T{ : no-char  s" 'ab'" evaluate ; ' no-char catch -> -13 }T
T{ : no-char2  s" 'äb'" evaluate ; ' no-char2 catch -> -13 }T
T{ char ä char a -> $e4 'a' }T
T{ : euro  [char] € ; euro -> $20ac }T
T{ $20ac ' xemit output-of s" €" str= -> true }T
: held  ( -- )  0 0 <# $20ac xhold 'a' hold #> type ;
T{ ' held output-of s" a€" str= -> true }T
T{ $20ac parse abc€ s" abc" str= -> true }T
T{ s" $20ac parse abc" evaluate s" abc" str= -> true }T
T{ char ) parse abc) s" abc" str= -> true }T
