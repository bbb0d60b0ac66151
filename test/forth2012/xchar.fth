\ xchar.fth - Forth 2012 extended-character words, and their extensions.
\ SPDX-License-Identifier: 0BSD
\ The encoding is UTF-8, as XCHAR-ENCODING says; other bytes than ASCII's are
\ written as escapes here.

create area 40 allot
: pairs=  ( x1 x2 x3 x4 -- f )  rot = >r = r> and ;
: place  ( c-addr u -- c-addr2 u )  >r area r@ move area r> ;
: one  ( -- c-addr u )  s\" $z" place ;
: two  ( -- c-addr u )  s\" \xc2\xa2z" place ;
: three  ( -- c-addr u )  s\" \xe2\x82\xacz" place ;
: four  ( -- c-addr u )  s\" \xf0\x9f\x98\x80z" place ;
: all4  ( -- c-addr u )                    \ 10 bytes
   s\" $\xc2\xa2\xe2\x82\xac\xf0\x9f\x98\x80" place
;
$20ac constant euro
$1f600 constant smile

testing sizes
T{ $24 xc-size $a2 xc-size euro xc-size smile xc-size -> 1 2 3 4 }T
T{ 0 xc-size $7f xc-size $80 xc-size $7ff xc-size $800 xc-size $ffff xc-size
   $10000 xc-size $10ffff xc-size -> 1 1 2 2 3 3 4 4 }T
T{ one x-size two x-size three x-size four x-size -> 1 2 3 4 }T
T{ one drop 1 x-size four drop 4 x-size -> 1 4 }T

testing fetching and storing
: fetched  ( c-addr u -- bytes xc )  drop xc@+ swap area - swap ;
T{ one fetched two fetched three fetched four fetched
   -> 1 $24 2 $a2 3 euro 4 smile }T
: stored  ( xc -- c-addr u )  area xc!+ area tuck - ;
: round?  ( xc -- f )                      \ written and read again
   dup stored over xc@+ >r rot rot + = swap r> = and
;
T{ $24 stored s" $" same-text $a2 stored s\" \xc2\xa2" same-text -> true true }T
T{ euro stored s\" \xe2\x82\xac" same-text -> true }T
T{ smile stored s\" \xf0\x9f\x98\x80" same-text -> true }T
T{ 0 round? $7f round? $80 round? $7ff round? -> true true true true }T
T{ $800 round? $ffff round? $10000 round? $10ffff round?
   -> true true true true }T
: stride  ( -- f )                         \ one in 997 of all
   true  $110000 0 do
      i $d800 $e000 within 0= if  i round? and  then
   997 +loop
;
T{ stride -> true }T
: fitted  ( xc u -- bytes left f )         \ into u bytes
   area swap xc!+? >r swap area - swap r>
;
T{ $24 1 fitted $24 0 fitted -> 1 0 true 0 0 false }T
T{ euro 5 fitted euro 3 fitted euro 2 fitted -> 3 2 true 3 0 true 0 2 false }T
T{ smile 4 fitted smile 3 fitted -> 4 0 true 0 3 false }T
: comma'd  ( xc -- c-addr u )  here swap xc, here over - ;
T{ euro comma'd s\" \xe2\x82\xac" same-text -> true }T
T{ $24 comma'd nip smile comma'd nip -> 1 4 }T

testing steps
T{ all4 drop xchar+ area - all4 drop xchar+ xchar+ xchar+ area - -> 1 6 }T
T{ all4 + xchar- area - all4 + xchar- xchar- area - -> 6 3 }T
T{ all4 + xchar- xchar- xchar- xchar- area - -> 0 }T
T{ all4 +x/string area 1+ 9 pairs= -> true }T
T{ all4 +x/string +x/string +x/string area 6 + 4 pairs= -> true }T
T{ all4 +x/string +x/string +x/string +x/string area 10 + 0 pairs= -> true }T
T{ all4 x\string- area 6 pairs= all4 x\string- x\string- area 3 pairs=
   -> true true }T
T{ all4 x\string- x\string- x\string- x\string- area 0 pairs= -> true }T
: codes  ( c-addr u -- xc... )             \ all of a string, by XC@+
   over + >r  begin  dup r@ u<  while  xc@+ swap  repeat  drop r> drop
;
T{ all4 codes -> $24 $a2 euro smile }T

testing -TRAILING-GARBAGE
: cut  ( c-addr u -- u2 )  -trailing-garbage nip ;
T{ all4 cut area 9 cut area 8 cut area 7 cut area 6 cut -> 10 6 6 6 6 }T
T{ area 5 cut area 4 cut area 3 cut area 2 cut area 1 cut area 0 cut
   -> 3 3 3 1 1 0 }T
T{ s" plain" cut -> 5 }T

testing output
: 4xemit  ( -- )  $24 xemit $a2 xemit euro xemit smile xemit ;
T{ ' 4xemit all4 prints -> true }T
: held  ( -- c-addr u )  <# euro xhold $24 xhold smile xhold 0 0 #> ;
T{ held s\" \xf0\x9f\x98\x80$\xe2\x82\xac" same-text -> true }T
T{ : typed  s\" \xe2\x82\xac" type ; ' typed s\" \xe2\x82\xac" prints -> true }T
T{ $24 xc-width s" abc" x-width s" " x-width -> 1 3 0 }T
T{ all4 x-width $24 xc-width $a2 xc-width + euro xc-width + smile xc-width +
   = -> true }T

testing the parser
T{ s" char $" evaluate s\" char \xe2\x82\xac" evaluate -> $24 euro }T
T{ s\" : xlit  [char] \xf0\x9f\x98\x80 ; xlit" evaluate -> smile }T
T{ s\" euro parse ab\xe2\x82\xac 7" evaluate rot rot s" ab" same-text
   -> 7 true }T
T{ s\" : caf\xc3\xa9  5 ; caf\xc3\xa9" evaluate -> 5 }T    \ in a name
T{ s\" '\xe2\x82\xac'" evaluate -> euro }T \ 3.4.1.3: 'c' with an xchar

testing queries
T{ s" XCHAR-ENCODING" environment? rot rot s" UTF-8" same-text -> true true }T
T{ s" MAX-XCHAR" environment? s" XCHAR-MAXMEM" environment?
   -> $10ffff true 4 true }T

.set xchar
