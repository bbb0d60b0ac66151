\ terminal.fth - KEY and KEY?, and what an ANSI terminal understands.
\ SPDX-License-Identifier: 0BSD
\ needs: time.fth
\ source: ECMA-48 5th ed., section 8.3 (CUP CUU CUF CUB EL ED DL)

\ The console driver sets 'TYPE, KEY and KEY?. Until then output is kept and
\ input comes from the port; a process has its terminal for both. KEY gives
\ -2 at the end of input, which only a process can meet.
variable last-char  #10 last-char !        \ sent to standard output
: port-type  ( c-addr u -- )
   dup if  2dup + 1- c@ last-char !  then  1 -rot 3 (host) drop
;
hosted? [if]  ' port-type 'type !  [then]
variable key-ahead  -1 key-ahead !         \ a byte read too early, or -1
: (key?)  ( -- flag )
   key-ahead @ -1 = if  port-get key-ahead !  then  key-ahead @ -1 <>
;
: (key)  ( -- char|-2 )
   begin  (key?) 0=  while  pause relax  repeat
   key-ahead @  dup -2 <> if  -1 key-ahead !  then
;
\G True if a key waits.
defer key?  ( -- flag )
\G Wait for a key; other tasks run meanwhile.
defer key  ( -- char )
\G Take keys from the port again.
: port-keys  ( -- )  ['] (key?) is key?  ['] (key) is key ;
port-keys

#80 value columns      \ of the terminal
#24 value rows         \ of the terminal
: screen  ( fileid -- x )  0 0 #13 (host) ;
\G True if this file of the host is a terminal.
: terminal?  ( fileid -- flag )  screen 0> ;
\G A new line, if a terminal's cursor is not at the start of one.
: fresh  ( -- )  1 terminal? last-char @ #10 <> and if  cr  then ;
\G Ask the host how large the terminal is.
: terminal-size  ( -- )
   1 screen dup 0> if
      dup $ffff and ?dup if  to columns  then
      #16 rshift $ffff and ?dup if  to rows  then
   else  drop  then
;
\G True: Ctrl-C interrupts with -28; false: it is a key. Only on a host.
: ctrl-c  ( flag -- )  0 0 #14 (host) drop ;
: csi  ( -- )  #27 emit '[' emit ;
: csi-n  ( n char -- )  csi swap .dec emit ;
\G Move the cursor n columns to the left.
: cursor-left  ( n -- )  dup if  'D' csi-n  else  drop  then ;
\G Move the cursor n columns to the right.
: cursor-right  ( n -- )  dup if  'C' csi-n  else  drop  then ;
\G Move the cursor one line up.
: cursor-up  ( -- )  csi 'A' emit ;
\G Remove the line of the cursor; the lines below move up.
: delete-line  ( -- )  csi 'M' emit ;
\G Clear the line from the cursor on.
: clear-right  ( -- )  csi 'K' emit ;
\G Put the cursor at this column and row; 0 0 is the upper left corner.
: at-xy  ( x y -- )  csi 1+ .dec ';' emit 1+ .dec 'H' emit ;
\G Clear the screen.
: page  ( -- )  csi '2' emit 'J' emit  0 0 at-xy ;

\G Print the names that NAME, is given in columns, from here on.
variable listed
\G Begin a list of names in columns.
: list-start  ( -- )  0 listed ! ;
\G Print one name in a column of 16, on a new line if it would not fit.
: list-name  ( c-addr u -- )
   dup 2 + #15 + -16 and  listed @ over + columns > if  cr 0 listed !  then
   dup listed +!  over - >r type r> spaces
;
