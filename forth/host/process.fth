\ process.fth - disco forth: arguments, history in a file, how it ends.
\ SPDX-License-Identifier: 0BSD
\ needs: core/quit.fth core/file.fth. Calls: enum host_call of port.h.

\G An environment variable's value; 0 0 if it is not set.
: getenv  ( c-addr u -- c-addr2 u2 )
   >path 0 0 #12 (host) dup 0> if  zcount  else  drop 0 0  then
;
\G End the process with this exit status.
: (bye)  ( n -- )  fresh port-reset ;
\G Leave: end the process, or reset the machine.
: bye  ( -- )  0 (bye) ;
0 constant stdin     \ the fileid of standard input
1 constant stdout    \ the fileid of standard output
2 constant stderr    \ the fileid of standard error
\G Send a string to standard error.
: err-type  ( c-addr u -- )  stderr write-file drop ;

\ Arguments ------------------------------------------------------------------
variable #taken                            \ by NEXT-ARG
\G Argument u, 0 0 if there is none; 0 is the program, 1 the next one.
: arg  ( u -- c-addr u2 )
   dup if  #taken @ +  then  0 0 #11 (host)
   dup 0> if  zcount  else  drop 0 0  then
;
\G How many arguments there are, the program being one.
variable argc
: count-args  ( -- )  0 begin  1+ dup arg drop 0=  until  argc ! ;
: take-arg  ( -- c-addr u )  1 arg over if  1 #taken +!  -1 argc +!  then ;
variable own-args                          \ true: those left are the program's
\G Take the next argument; 0 0 if there is none. What is taken is not loaded.
: next-arg  ( -- c-addr u )
   take-arg script @ 0= if
      2dup s" --" str= if  2drop true own-args !  take-arg  then
   then
;

\ History --------------------------------------------------------------------
#1024 buffer: history-path                 \ counted; empty: none is kept
variable history-id
: set-history-path  ( -- )
   s" DISCO_HISTORY" getenv over if  history-path place exit  then  2drop
   s" XDG_STATE_HOME" getenv dup 0= if
      2drop s" HOME" getenv dup 0= if  2drop exit  then
      history-path place  s" /.local/state" history-path +place
   else  history-path place  then
   s" /discovery/history" history-path +place
;
: make-directories  ( c-addr u -- )
   0 ?do
      dup i + c@ '/' = if  dup i >path 0 0 #10 (host) drop  then
   loop  drop
;
editor >order
: write-history  ( -- )                    \ what is remembered, and no more
   history-path count w/o create-file if  drop exit  then
   #lines 0 ?do
      #lines i - nth-last 2 pick write-line drop
   loop  close-file drop
;
: read-history  ( -- )
   history-path count r/o open-file if  drop exit  then
   dup file-size drop d>s swap                       ( size id )
   begin  pad #1000 2 pick read-line 0= and  while
      pad swap dup if  keep-line  else  2drop  then
   repeat  drop close-file drop
   /history 2* > if  write-history  then
;
: append-line  ( c-addr u -- )
   history-id @ ?dup if  write-line drop  else  2drop  then
;
previous
: start-history  ( -- )
   set-history-path  history-path c@ 0= if  exit  then
   history-path count make-directories  read-history
   history-path count >path #25 0 0 (host)  0 max history-id !
   ['] append-line is line-kept
;

\ The command line -----------------------------------------------------------
variable programs                          \ files and texts that were run
variable prompting?                        \ true: then standard input
variable leaves                            \ true: one was a text
: refuse  ( ior c-addr u -- )
   ['] err-type 'type !  ." disco forth: " type
   dup if  ." : " dup error$ type .why  else
      drop ." : `disco forth --help` shows the usage"
   then  cr 2 (bye)
;
: run-file  ( i*x c-addr u -- j*x )
   2dup r/o open-file dup if  nip -rot refuse  then  drop close-file drop
   included
;
: run-text  ( i*x -- j*x )
   true leaves !  take-arg over 0= if  2drop 0 s" -e needs a text" refuse  then
   s" -e" interpret-text
;
: run-arg  ( i*x c-addr u -- j*x )
   1 programs +!
   2dup s" -e" str= if  2drop run-text exit  then
   2dup s" -" str= if  2drop true prompting? ! exit  then
   2dup s" -" starts? if  0 -rot refuse  then  run-file
;
: run-args  ( i*x -- j*x )
   begin  script @ own-args @ or 0=  1 arg s" --" str= 0= and  while
      take-arg over  while  run-arg
   repeat  2drop  then
;
\ Is there a person to go on with?
: person?  ( -- flag )  0 terminal? leaves @ script @ or 0= and ;
: ended  ( ior -- )                        \ of RUN-ARGS
   dup -56 <> and dup if
      fresh dup .error  person? 0= if  1 (bye)  then
   then  drop
   programs @ 0= prompting? @ or person? or 0= if  bye  then
;
: colour?  ( -- flag )
   1 terminal? 2 terminal? and
   s" NO_COLOR" getenv nip 0= and  s" TERM" getenv s" dumb" str= 0= and
;
: greet-person  ( -- )
   0 report-type !  start-history  fresh
   programs @ 0= if
      ." Discovery OS on " isa$ type ." . Type help; bye or Ctrl-D leaves." cr
   then
;
\ What disco forth does: the files of the command line, then the prompt.
: command-line  ( -- )
   colour? to colour  terminal-size  count-args  ['] err-type report-type !
   ['] run-args catch ended
   0 terminal? if  greet-person  else  true plain !  then  run-lines
;
' command-line is cold
