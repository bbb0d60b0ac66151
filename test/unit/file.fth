\ file.fth - tests of files in memory, as on a machine without a host.
\ SPDX-License-Identifier: 0BSD
\ The host's files are tested by test/forth2012/file.fth and test/suite/forth.

' m-call is file-call
#64 buffer: got
variable f
: made  ( c-addr u -- )  r/w create-file throw f ! ;
: opened  ( c-addr u -- )  r/o open-file throw f ! ;
: closed  ( -- )  f @ close-file throw ;
: read  ( u -- c-addr u2 )  got swap f @ read-file throw got swap ;
: to-start  ( -- )  0 0 f @ reposition-file throw ;

testing what is not there
T{ s" none" r/o open-file nip -> -38 }T
T{ s" none" delete-file s" none" file-status nip -> -38 -38 }T
T{ s" none" s" other" rename-file -> -38 }T
T{ pad #2000 r/o open-file nip -> -38 }T

testing writing and reading
T{ s" a" made s" 0123456789" f @ write-file f @ file-size -> 0 10 0 0 }T
T{ to-start 4 read s" 0123" str= f @ file-position -> true 4 0 0 }T
T{ s" xy" f @ write-file 9 read s" 6789" str= -> 0 true }T
T{ 9 read nip -> 0 }T
T{ 3 0 f @ resize-file f @ file-size to-start 9 read nip -> 0 3 0 0 3 }T
T{ -1 -1 f @ reposition-file -> -73 }T
T{ closed s" a" file-status nip -> 0 }T
T{ s" a" opened 9 read s" 012" str= closed -> true }T
T{ s" a" w/o create-file swap close-file s" a" opened 9 read nip closed
   -> 0 0 0 }T

testing growth
: fill-it  ( n -- )  0 ?do  i got ! got 8 f @ write-file throw  loop ;
T{ s" big" made 2000 fill-it f @ file-size -> 16000 0 0 }T
: as-filled?  ( n -- flag )
   to-start true swap 0 ?do  8 read drop @ i = and  loop
;
T{ 2000 as-filled? closed -> true }T

testing lines
T{ s" t" made s" one" f @ write-line s" " f @ write-line s\" two\r\n3" f @
   write-file -> 0 0 0 }T
: line  ( u -- u2 flag ior )  got swap f @ read-line ;
T{ to-start 9 line 9 line 9 line 9 line 9 line
   -> 3 true 0 0 true 0 3 true 0 1 true 0 0 false 0 }T
T{ to-start 2 line 2 line 2 line -> 2 true 0 1 true 0 0 true 0 }T
T{ to-start 3 line 3 line closed -> 3 true 0 0 true 0 }T

testing names
T{ s" t" s" u" rename-file s" t" r/o open-file nip -> 0 -38 }T
T{ s" u" s" a" rename-file s" a" opened f @ file-size closed -> 0 11 0 0 }T
T{ s" a" delete-file s" a" delete-file -> 0 -38 }T

T{ s" big" opened s" big" delete-file closed s" big" delete-file -> -64 0 }T
T{ mfiles @ s" new" made mfiles @ = f @ file-size closed -> true 0 0 0 }T
T{ s" big" made closed -> }T

testing running out of handles
: open-all  ( -- ior )
   begin  s" big" r/o open-file dup 0=  while  2drop  repeat  nip
;
T{ open-all -> -69 }T
T{ handles #handles /handle * erase -> }T

testing INCLUDED
T{ s" p" made s\" 1 2\n: from-file ( -- n ) 7 ;\n from-file 9\n" f @ write-file
   closed -> 0 }T
T{ s" p" included -> 1 2 7 9 }T
T{ s" p" required s" q" made s\" #! q\nrequire p include p" f @ write-file
   closed s" q" included -> 0 1 2 7 9 }T
T{ ' from-file nt>place s" p" str= -> 2 true }T
T{ s" none" ' included catch nip nip -> -38 }T
T{ s" core/none" ' included catch nip nip -> -38 }T
T{ s" p" opened 4 read 2drop f @ include-file -> 7 9 }T
T{ script @ -> true }T
