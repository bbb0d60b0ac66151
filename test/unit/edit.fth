\ edit.fth - tests of ACCEPT and of the machine mode, keys given by a string.
\ SPDX-License-Identifier: 0BSD

2variable typed
: typed-key?  ( -- flag )  true ;
: typed-key  ( -- char|-2 )
   typed 2@ dup if  over c@ -rot 1 /string typed 2!  else  2drop -2  then
;
#300 buffer: line-made
variable /line-made
: accepting  ( -- )  line-made #300 accept /line-made ! ;
\ Run xt with these keys; what it prints.
: with-keys  ( keys-addr keys-u xt -- c-addr u )
   >r typed 2!  r>
   machine @ ['] key defer@ ['] key? defer@ 2>r >r
   ['] typed-key is key  ['] typed-key? is key?
   output-of
   r> machine !  2r> is key? is key
;
: person  ( -- )  false machine ! accepting ;
: program  ( -- )  true machine ! accepting ;
: made  ( keys-addr keys-u -- c-addr u )
   ['] person with-keys 2drop  line-made /line-made @
;
: passed  ( keys-addr keys-u -- c-addr u )
   ['] program with-keys 2drop  line-made /line-made @
;

testing typing and moving
T{ s\" hello\r" made s" hello" str= -> true }T
editor >order
T{ 13 last-key ! s\" \nhello\n" made s" hello" str= -> true }T  \ CR LF: one
previous
T{ s\" helo\x02l\r" made s" hello" str= -> true }T
T{ s\" ello\x01h\x05!\r" made s" hello!" str= -> true }T
T{ s\" ello\e[Hh\e[F!\r" made s" hello!" str= -> true }T
T{ s\" ello\eOHh\eOF!\r" made s" hello!" str= -> true }T
T{ s\" ello\e[1~h\e[4~!\r" made s" hello!" str= -> true }T
T{ s\" ac\e[Db\e[Cd\r" made s" abcd" str= -> true }T
T{ s\" ab\x02\x02\x02\x06\x06\x06c\r" made s" abc" str= -> true }T

testing deleting
T{ s\" helpx\x7f\blo\r" made s" hello" str= -> true }T
T{ s\" \x7f\x7fa\r" made s" a" str= -> true }T
T{ s\" abc\x01\x04\r" made s" bc" str= -> true }T
T{ s\" abc\x01\e[3~\r" made s" bc" str= -> true }T
T{ s\" one two\x17three\r" made s" one three" str= -> true }T
T{ s\" one two\x15x\r" made s" x" str= -> true }T
T{ s\" one two\x01\x06\x0b\r" made s" o" str= -> true }T
T{ s\" rubbish\x03" made nip -> 0 }T

testing characters of several bytes
T{ s\" \xc3\xa9\x7fx\r" made s" x" str= -> true }T
T{ s\" \xc3\xa9\x02a\r" made s\" a\xc3\xa9" str= -> true }T

testing unknown sequences change nothing
T{ s\" a\e[15~b\e[1;5Zc\x1c\r" made s" abc" str= -> true }T

testing completion
T{ s\" unloo\t\r" made s" unloop " str= -> true }T
T{ s\" UNLOO\t\r" made s" UNLOOp " str= -> true }T
T{ s\" zzzz\t\r" made s" zzzz" str= -> true }T
T{ s\" 1 environm\t\t\t\r" made s" 1 environment" str= -> true }T
T{ s\" \tx\r" made s"    x" str= -> true }T

testing long lines
: long-line  ( -- c-addr u )
   pad #310 'y' fill  #13 pad #310 + c!  pad #311
;
T{ long-line made -trailing nip -> 300 }T
: edited  ( -- c-addr u )
   pad #200 'y' fill  s\" \x01a\x05b\r" pad #200 + swap move  pad #205
;
T{ edited made over c@ -rot + 1- c@ -> 'a' 'b' }T

testing what is sent to the terminal
: echo  ( keys-addr keys-u -- c-addr u )  ['] person with-keys ;
T{ s\" abc\r" echo s" abc" str= -> true }T
T{ s\" a\x1c\r" echo s\" a\a" str= -> true }T
T{ s\" ab\x02\r" echo s\" ab\e[1D\e[1C" str= -> true }T
T{ s\" \x05x\r" echo s\" \x06" str= -> true }T
T{ s\" \x05\x05x\r" echo s\" \x06" str= -> true }T  \ ENQs sent early

testing machine mode
T{ s\" 1 2 +\t.\r" passed s\" 1 2 +\t." str= -> true }T
T{ s\" a\x7fb\x15\r" passed nip -> 4 }T
T{ s\" abc\x18de\r" passed s" de" str= -> true }T
T{ s\" last line" passed s" last line" str= -> true }T
T{ s\" \x05x\r" made s" x" str= -> true }T
: silent  ( keys-addr keys-u -- c-addr u )  ['] program with-keys ;
T{ s\" 1 2 +\r" silent nip -> 0 }T
T{ s\" abc\x18\r" silent nip -> 0 }T

testing the status line
T{ s" looking around" status: status$ s" looking around" str= -> true }T
T{ s" " status: status$ nip -> 0 }T
T{ pad #200 'x' fill pad #200 status: status$ nip -> 127 }T
T{ s" " status: -> }T
