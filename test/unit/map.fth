\ map.fth - the regions of memory, and the map as text, JSON and device tree.
\ SPDX-License-Identifier: 0BSD

testing regions are sorted, and merged where they touch and are alike
: count-row  ( n row -- n2 )  drop 1+ ;
: rows  ( -- n )  0 ['] count-row memory-regions ;
: ram  ( base size -- )  ram-kind by-write region ;
0 #regions !
T{ $3000 $1000 ram  $1000 $1000 ram  rows ram-size -> 2 $2000 }T
T{ $2000 $1000 ram  rows ram-size -> 1 $3000 }T
T{ $1000 memory-type $3fff memory-type -> ram-kind ram-kind }T
T{ $fff memory-type $4000 memory-type -> unknown-kind unknown-kind }T
T{ $4000 $1000 rom-kind by-read region  rows -> 2 }T
T{ $5000 $1000 rom-kind by-claim region  rows -> 3 }T

testing what is noted later counts
T{ $2000 $1000 device-kind by-read region  rows ram-size -> 5 $2000 }T
T{ $1fff memory-type $2000 memory-type $3000 memory-type
   -> ram-kind device-kind ram-kind }T
T{ 0 $10000 ram  rows ram-size -> 1 $10000 }T
T{ $8000 $1000 rom-kind by-read region  $7000 $3000 ram  rows -> 1 }T
T{ $100000 0 ram  rows -> 1 }T

testing a mirror goes on only as what it shows goes on
T{ $20000 $1000 mirror-kind by-write 0 mirror-region
   $21000 $1000 mirror-kind by-write 0 mirror-region  rows -> 3 }T
T{ $22000 $1000 mirror-kind by-write $1000 mirror-region  rows -> 3 }T
T{ ram-size -> $10000 }T

testing the table grows, and nothing is lost
: fill-table  ( -- )
   0 #regions !  #1000 0 do  i $2000 * $1000 ram  loop
;
T{ fill-table #regions @ ram-size #lost @ -> #1000 #1000 $1000 * 0 }T
T{ #999 $2000 * memory-type  #999 $2000 * $1000 + memory-type
   -> ram-kind unknown-kind }T
T{ $3800 $4000 rom-kind by-read region  #regions @ $4000 memory-type
   $3000 memory-type -> #999 rom-kind unknown-kind }T

testing a region up to the end of the address space
T{ 0 #regions !  $-2000 $2000 ram  -1 memory-type  ram-size
   -> ram-kind $2000 }T
T{ $-1000 $1000 rom-kind by-read region  -1 memory-type $-2000 memory-type
   rows -> rom-kind ram-kind 2 }T

\ What is typed, kept ---------------------------------------------------------
#4096 buffer: caught    variable #caught    variable old-type
: catch-type  ( c-addr u -- )
   #4096 #caught @ - min  tuck caught #caught @ + swap move  #caught +!
;
: typed  ( xt -- c-addr u )
   0 #caught !  'type @ old-type !  ['] catch-type 'type !
   catch  old-type @ 'type !  throw  caught #caught @
;
: types?  ( xt c-addr u -- flag )  2>r typed 2r> contains? ;
0 #regions !  $40000000 $8000000 ram  $100000000 $3000 ram
$200000000 $3000 mirror-kind by-write $100000000 mirror-region

testing JSON: texts that need care, numbers
T{ :noname  s\" a\"b\\c\nd" json$ ; typed s\" \"a\\\"b\\\\c\\u000ad\"" str=
   -> true }T
T{ :noname  -1 json-hex ; typed s\" \"0xffffffffffffffff\"" str= -> true }T
T{ :noname  #97 .fraction ; typed s" 0.97" str= -> true }T
T{ :noname  #100 .fraction ; typed s" 1.00" str= -> true }T
T{ :noname  #5 .fraction ; typed s" 0.05" str= -> true }T

\ Two devices such as drive/ makes
: text!  ( c-addr u name-addr name-u node -- )
   >r 2>r encode-string 2r> r> property!
;
: device  ( c-addr u base size -- node )
   {: base size | node :}  root add-node to node
   base encode-long size encode-long encode+ s" place" node property!
   s" uart" s" class" node text!
   s" effect-verified" s" by" node text!
   #97 encode-int s" confidence" node property!  node
;
s" uart@9000000" $9000000 $1000 device constant pl011
s" arm,pl011" encode-string s" arm,primecell" encode-string encode+
s" compatible" pl011 property!
s" pl011" s" driver" pl011 text!
s" uart@3f8" $3f8 8 device constant com1
s" ns16550a" s" compatible" com1 text!
0 0 s" io-space" com1 property!
com1 to console-node

testing JSON: memory and devices
: json?  ( c-addr u -- flag )  ['] .json -rot types? ;
T{ s\" {\"base\":\"0x40000000\",\"size\":\"0x8000000\"," json? -> true }T
T{ s\" ,\"kind\":\"ram\",\"by\":\"write-verified\"}" json? -> true }T
T{ s\" \"kind\":\"mirror\",\"of\":\"0x100000000\"" json? -> true }T
T{ s\" {\"name\":\"uart@9000000\",\"class\":\"uart\"," json? -> true }T
T{ s\" \"compatible\":[\"arm,pl011\",\"arm,primecell\"]," json? -> true }T
T{ s\" \"space\":\"mem\",\"base\":\"0x9000000\"," json? -> true }T
T{ s\" \"space\":\"io\",\"base\":\"0x3f8\",\"size\":\"0x8\"," json? -> true }T
T{ s\" \"by\":\"effect-verified\",\"confidence\":0.97}" json? -> true }T
T{ s\" \"driver\":\"pl011\"}" json? -> true }T
T{ s\" \"console\":\"uart@3f8\"" json? -> true }T
T{ mem-space $dead0000 4 s" hung" poison
   s\" {\"base\":\"0xdead0000\",\"why\":\"hung\"}" json? -> true }T
-1 #hazards +!

testing device tree source
: dts?  ( c-addr u -- flag )  ['] .dts -rot types? ;
T{ s" memory@100000000 {" dts? -> true }T
T{ s" reg = <0x1 0x0 0x0 0x3000>;" dts? -> true }T
T{ s" memory@200000000" dts? -> false }T
T{ s\" compatible = \"arm,pl011\", \"arm,primecell\";" dts? -> true }T
T{ s" uart@i3f8 {" dts? -> true }T
T{ s" reg = <1 0x3f8 0x8>;" dts? -> true }T
T{ s\" serial0 = \"/isa/uart@i3f8\";" dts? -> true }T

testing the words for people
T{ ' .memory s" 131084 KiB of RAM in all" types? -> true }T
T{ ' .memory s" mirror" types? -> true }T
T{ ' .what-i-learned s" uart@3f8" types? -> true }T
T{ #42 s" half way" progress!  ' .progress s" 42 half way" types? -> true }T
