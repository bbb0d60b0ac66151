\ environment.fth - what this system can do, for ENVIRONMENT? to tell.
\ SPDX-License-Identifier: 0BSD
\ needs: all that it speaks of

: true:  ( "names<eol>" -- )
   begin  >in @ parse-name nip  while  >in ! true constant  repeat  drop
;
\G The word list of the names that ENVIRONMENT? knows.
wordlist constant environment
get-current environment set-current
\ data rows
#255 constant /counted-string
/hold constant /hold
#1024 constant /pad
8 constant address-unit-bits
false constant floored
#255 constant max-char
-1 constant max-u
-1 1 rshift constant max-n
-1 -1 1 rshift 2constant max-d
-1 -1 2constant max-ud
#3500 constant return-stack-cells
#3800 constant stack-cells
#16 constant #locals
#16 constant wordlists
$10ffff constant max-xchar
4 constant xchar-maxmem
: xchar-encoding  ( -- c-addr u )  s" UTF-8" ;
true: core core-ext block block-ext double double-ext exception exception-ext
true: facility facility-ext file file-ext locals locals-ext
true: memory-alloc memory-alloc-ext
true: tools search-order search-order-ext string string-ext xchar xchar-ext
true: X:2value X:buffer X:deferred X:defined X:ekeys X:escaped-strings
true: X:extension-query X:locals X:n-to-r X:number-prefixes
true: X:parse-name X:required X:structures X:substitute X:synonym X:throw-iors
true: X:traverse-wordlist X:wordlist X:xchar
\ end of data rows
set-current
\G Ask about a limit or a word set by the names of Forth 2012, table 3.4.
: environment?  ( c-addr u -- false | i*x true )
   environment search-wordlist dup if  drop execute true  then
;
