\ file.fth - Forth 2012 file-access words, and their extensions.
\ SPDX-License-Identifier: 0BSD
\ The files it makes are called f12-*.tmp, and are deleted at the end.

create buf 600 allot
variable fid  variable fid2
: name1  ( -- c-addr u )  s" f12-a.tmp" ;
: name2  ( -- c-addr u )  s" f12-b.tmp" ;
: name3  ( -- c-addr u )  s" f12-c.tmp" ;
: to-fid  ( fileid ior -- )  throw fid ! ;
: closed  ( -- )  fid @ close-file throw ;
: make  ( c-addr u -- )  w/o create-file to-fid ;
: line  ( c-addr u -- )  fid @ write-line throw ;
: text  ( c-addr u -- )  fid @ write-file throw ;
: got  ( u -- c-addr u2 )                  \ up to u bytes read
   buf swap fid @ read-file throw buf swap
;
: got-line  ( u -- c-addr u2 flag )
   buf swap fid @ read-line throw buf rot rot
;
: at-pos  ( -- ud )  fid @ file-position throw ;
: goto  ( ud -- )  fid @ reposition-file throw ;
: size  ( -- ud )  fid @ file-size throw ;

testing making, writing, closing
T{ name1 r/w create-file swap fid ! -> 0 }T
T{ size at-pos -> 0 0 0 0 }T
T{ s" 0123456789" fid @ write-file at-pos size -> 0 10 0 10 0 }T
T{ s" " fid @ write-file at-pos -> 0 10 0 }T
T{ s" abc" text at-pos size -> 13 0 13 0 }T
T{ fid @ flush-file fid @ close-file -> 0 0 }T
T{ name1 r/o open-file swap fid ! size at-pos -> 0 13 0 0 0 }T

testing reading
T{ buf 5 fid @ read-file at-pos -> 5 0 5 0 }T
T{ buf 5 s" 01234" same-text -> true }T
T{ 0 got nip at-pos 3 got s" 567" same-text -> 0 5 0 true }T
T{ 100 got s" 89abc" same-text at-pos -> true 13 0 }T
T{ buf 10 fid @ read-file at-pos buf 10 fid @ read-file -> 0 0 13 0 0 0 }T

testing positions
T{ 0. goto at-pos 2 got s" 01" same-text -> 0 0 true }T
T{ 10. goto 9 got s" abc" same-text -> true }T
T{ 13. goto 9 got nip 12. goto 9 got s" c" same-text -> 0 true }T
T{ fid @ close-file -> 0 }T
T{ name1 r/w open-file swap fid ! 3. goto s" XY" text at-pos size
   -> 0 5 0 13 0 }T
T{ 2 got s" 56" same-text 0. goto 20 got s" 012XY56789abc" same-text
   -> true true }T
T{ 13. goto s" +" text 12. goto 5 got s" c+" same-text -> true }T
T{ 1. goto s" B" text 5 got s" 2XY56" same-text closed -> true }T

testing sizes
T{ name1 r/w open-file swap fid ! 6. fid @ resize-file size -> 0 0 6 0 }T
T{ 0. goto 20 got s" 0B2XY5" same-text -> true }T
T{ 40. fid @ resize-file size 0. goto 6 got s" 0B2XY5" same-text
   100 got nip -> 0 40 0 true 34 }T
T{ 0. fid @ resize-file size 0. goto 5 got nip closed -> 0 0 0 0 }T
T{ name1 make s" again" text closed name1 r/w create-file swap fid ! size closed
   -> 0 0 0 }T                             \ what was in it is gone
T{ name1 r/o bin open-file swap close-file -> 0 0 }T
T{ name1 r/w bin create-file swap close-file name1 w/o bin open-file swap
   close-file -> 0 0 0 0 }T
create codes 256 allot
: all-codes  ( -- )  256 0 do  i codes i + c!  loop ;
T{ all-codes name1 r/w bin create-file to-fid codes 256 text size 0. goto
   500 got codes 256 same-text closed -> 256 0 true }T

testing what is not there
T{ s" f12-no-such.tmp" r/o open-file nip 0= -> false }T
T{ s" f12-no-such.tmp" r/w open-file nip 0= -> false }T
T{ s" f12-no-such.tmp" delete-file 0= -> false }T
T{ s" f12-no-such.tmp" file-status nip 0= name1 file-status nip -> false 0 }T
T{ name1 delete-file name1 delete-file 0= name1 r/o open-file nip 0=
   -> 0 false false }T
T{ s" " r/o open-file nip 0= -> false }T

testing lines
T{ name1 make s" one" line s" " line s" three" line s" end" text closed -> }T
T{ name1 r/o open-file to-fid 20 got-line rot rot s" one" same-text
   -> true true }T
T{ buf 20 fid @ read-line -> 0 true 0 }T
T{ 20 got-line rot rot s" three" same-text -> true true }T
T{ 20 got-line rot rot s" end" same-text -> true true }T       \ no end of line
T{ buf 20 fid @ read-line buf 20 fid @ read-line -> 0 false 0 0 false 0 }T
T{ 0. goto 3 got-line rot rot s" one" same-text -> true true }T
\ The buffer is full before the end of the line: that is still to come.
T{ buf 3 fid @ read-line -> 0 true 0 }T
T{ buf 3 fid @ read-line -> 0 true 0 }T    \ the empty line
T{ 2 got-line rot rot s" th" same-text -> true true }T
T{ 2 got-line rot rot s" re" same-text -> true true }T
T{ 2 got-line rot rot s" e" same-text -> true true }T
T{ 3 got-line rot rot s" end" same-text 3 got-line nip nip -> true true false }T
T{ 0. goto buf 0 fid @ read-line at-pos -> 0 true 0 0 0 }T
T{ closed name1 make closed name1 r/o open-file to-fid
   buf 20 fid @ read-line closed -> 0 false 0 }T       \ an empty file
T{ name1 make s" x" line closed name1 r/o open-file to-fid 9 got-line nip nip
   9 got-line nip nip closed -> true false }T
: count-lines  ( -- n )
   0  begin  50 got-line nip nip  while  1+  repeat
;
: many-lines  ( n -- )  0 ?do  buf i 50 mod 2dup [char] . fill line  loop ;
T{ name1 make 1000 many-lines closed name1 r/o open-file to-fid count-lines
   closed -> 1000 }T
: lengths?  ( -- f )                       \ each line as long as it was
   true  1000 0 do  60 got-line drop nip i 50 mod = and  loop
;
T{ name1 r/o open-file to-fid lengths? 60 got-line nip nip closed
   -> true false }T
\ The position of each line is where it is read again.
2variable middle
T{ name1 r/o open-file to-fid 60 got-line 2drop drop 60 got-line 2drop drop
   at-pos middle 2! 60 got-line drop nip middle 2@ goto 60 got-line drop nip
   closed -> 2 2 }T

testing large files and two at once
: block-of  ( n -- )  buf 512 rot 255 and fill ;
: large  ( n -- )  0 ?do  i block-of  buf 512 text  loop ;
: at-block?  ( n -- f )
   dup 512 m* goto  512 got over c@ >r nip 512 = swap 255 and r> = and
;
T{ name1 r/w create-file to-fid 200 large size -> 102400. }T
T{ 150 at-block? 3 at-block? 199 at-block? 0 at-block? 77 at-block?
   -> true true true true true }T
T{ 100 512 m* goto 7 block-of buf 512 text 99 at-block? 101 at-block? size
   -> true true 102400. }T
T{ name2 r/w create-file throw fid2 ! s" other" fid2 @ write-file
   50 at-block? 0. fid2 @ reposition-file buf 9 fid2 @ read-file 5 at-block?
   -> 0 true 0 5 0 true }T
T{ closed fid2 @ close-file -> 0 }T

testing names
T{ name3 delete-file drop name2 name3 rename-file name2 r/o open-file nip 0=
   -> 0 false }T
T{ name3 r/o open-file to-fid 9 got s" other" same-text closed -> true }T
T{ s" f12-no-such.tmp" name2 rename-file 0= -> false }T
T{ name1 name3 rename-file name3 r/o open-file to-fid size closed
   -> 0 102400. }T

testing INCLUDED and its like
variable loads
: loaded  ( -- )  1 loads +! ;
T{ name1 make s" loaded 1 2" line s" 3 \ no 4" line s" ( over" line
   s" two lines ) 5" line s" " line s" loaded 6" text closed -> }T
T{ 0 loads ! name1 included loads @ -> 1 2 3 5 6 2 }T
T{ 0 loads ! s" include f12-a.tmp" evaluate loads @ -> 1 2 3 5 6 2 }T
T{ name1 r/o open-file throw include-file -> 1 2 3 5 6 }T
T{ include f12-a.tmp
   7 -> 1 2 3 5 6 7 }T                     \ the rest of the line, and the next
T{ name1 make s" source-id 0> source-id" line s" source nip" line closed
   name1 included nip -> true 10 }T
T{ source-id name1 included 2drop drop source-id = -> true }T
\ REFILL drops the rest of its line, and is false at the end of the file.
T{ name1 make s" 11 refill 12" line s" 13 refill" line s" 14" line
   s" 15" line s" refill" text closed -> }T
T{ name1 included -> 11 true 13 true 14 15 false }T
T{ name1 make s" : spread" line s"    dup 1+" line s" ; 5 spread" text closed
   name1 included -> 5 6 }T
T{ name1 make s" 1 [if]" line s" 2 [else]" line s" 3" line s" [then] 4" line
   s" 0 [if]" line s" 5" line s" [then]" text closed name1 included -> 2 4 }T
: name1-code  ( -- c-addr u )  s" 1 name2 included 2" ;
T{ name1 make name1-code line s" 3" line closed
   name2 make s" 10 20" line s" 30" text closed
   name1 included -> 1 10 20 30 2 3 }T     \ one within the other
T{ name1 make s" 1 ' nested-load catch 2" line s" 3" line closed
   name2 make s" 40 77 throw 50" line s" 60" line closed -> }T
: nested-load  ( -- )  name2 included ;
T{ name1 included -> 1 77 2 3 }T           \ THROW closes it and goes on here
T{ :noname  name1 included ; catch -> 1 77 2 3 0 }T
T{ ' nested-load catch 5 -> 77 5 }T
: often  ( -- n )  0  50 0 do  ['] nested-load catch +  loop ;
T{ often -> 3850 }T                        \ no file is left open
T{ s" f12-no-such.tmp" ' included catch nip nip 0= -> false }T
T{ s" include f12-no-such.tmp" ' evaluate catch nip nip 0= -> false }T
T{ name1 make s" base @ hex" line s" FF swap base !" text closed name1 included
   -> 255 }T

testing REQUIRED
: counted  ( c-addr u -- )                 \ a file that counts its loads
   make s" loaded" line closed  0 loads !
;
T{ name3 counted name3 required name3 required loads @ -> 1 }T
T{ s" require f12-c.tmp" evaluate loads @ -> 1 }T
T{ require f12-c.tmp
   loads @ -> 1 }T
T{ name3 included name3 required loads @ -> 2 }T
T{ s" f12-d.tmp" counted s" f12-d.tmp" included s" f12-d.tmp" required loads @
   -> 1 }T                                 \ INCLUDED counts as well
T{ s" f12-e.tmp" counted marker before-e s" f12-e.tmp" required before-e
   s" f12-e.tmp" required loads @ -> 2 }T  \ forgotten with the marker

testing SAVE-INPUT in a file
create saved 20 cells allot
variable runs
: save  ( -- )  save-input dup saved !  0 do  i 1+ cells saved + !  loop ;
: restore  ( -- f )
   saved @ 0 ?do  saved @ i - cells saved + @  loop  saved @ restore-input
;
: ?restore  ( n -- )  1 runs +!  runs @ > if  restore throw  then ;
T{ name1 make s" 1 save 2" line s" 3" line s" 4 3 ?restore 5" line s" 6" line
   closed -> }T
T{ 0 runs ! name1 included -> 1 2 3 4 2 3 4 2 3 4 5 6 }T

testing that all is tidied up
T{ name1 delete-file name2 delete-file name3 delete-file -> 0 0 0 }T
T{ s" f12-d.tmp" delete-file s" f12-e.tmp" delete-file -> 0 0 }T

.set file
