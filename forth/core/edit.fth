\ edit.fth - ACCEPT: a line editor for ANSI terminals, and the machine mode.
\ SPDX-License-Identifier: 0BSD
\ needs: status.fth facility.fth
\ source: keys as in readline(3), EMACS mode; xterm and VT220 key sequences

wordlist constant editor  \ the words of the line editor
get-current editor >order definitions

\ The text being edited. A line longer than the screen is wide scrolls
\ sideways: the bytes from `left` on are shown, as many as `width` takes.
variable text
variable room                              \ bytes at `text`
variable length                            \ bytes used
variable at                                \ the cursor stands before this byte
variable left
variable width                             \ columns the line may use
variable outcome                           \ 0: go on, 1: done, -2: end of input
variable overflow                          \ true: bytes were refused
variable last-key
: text+  ( n -- c-addr )  text @ + ;
: beep  ( -- )  7 emit ;

\ A character may be several bytes of UTF-8; all but the first are 10xxxxxx.
: inner?  ( n -- flag )
   dup length @ u< if  text+ c@ $c0 and $80 =  else  drop false  then
;
: outer  ( n -- n2 )  begin  dup inner?  while  1-  repeat ;
: before  ( n -- n2 )  1- 0 max outer ;
: after  ( n -- n2 )  begin  1+ dup inner? 0=  until  length @ min ;
: #columns  ( from upto -- n )  0 -rot swap ?do  i inner? 1+ +  loop ;

\ Drawing ------------------------------------------------------------------
: shown-end  ( -- n )  left @ width @ + length @ min outer ;
: scroll  ( -- )
   at @ left @ dup width @ + 1+ within 0=
   if  at @ width @ 2/ - 0 max outer left !  then
;
: to-column  ( n -- )
   prompt-column @ over prompt-column !              ( new old )
   2dup < if  swap - cursor-left  else  - cursor-right  then
;
: to-cursor  ( -- )  left @ at @ #columns to-column ;
: draw  ( -- )
   scroll  0 to-column
   left @ text+ shown-end left @ - type clear-right
   left @ shown-end #columns prompt-column !  to-cursor
;
: redraw  ( -- )  0 prompt-column ! draw ;
: move-to  ( n -- )
   at !  at @ left @ shown-end 1+ within if  to-cursor  else  draw  then
;

\ Changing -----------------------------------------------------------------
: appended?  ( -- flag )                      \ typing what was added draws it
   at @ length @ = at @ left @ width @ + <= and
;
: insert  ( c-addr u -- )
   dup length @ + room @ > if  2drop beep true overflow ! exit  then
   {: from n :}
   at @ text+ dup n + length @ at @ - move
   from at @ text+ n move
   at @  n at +!  n length +!                        ( old-at )
   appended? if
      from n type
      at @ #columns prompt-column +!
   else  drop draw  then
;
create one-char  1 allot
: insert-char  ( char -- )  one-char c!  one-char 1 insert ;
: delete  ( from upto -- )
   2dup = if  2drop beep exit  then
   {: from upto :}
   upto text+ from text+ length @ upto - move
   from upto - length +!  from at ! draw
;
: set-line  ( c-addr u -- )
   room @ min dup length ! dup at !  text @ swap move  0 left ! draw
;
: blank-before?  ( n -- flag )  1- text+ c@ bl <= ;
: skip-blanks  ( n -- n2 )
   begin  dup if  dup blank-before?  else  false  then  while  1-  repeat
;
: skip-word  ( n -- n2 )
   begin  dup if  dup blank-before? 0=  else  false  then  while  1-  repeat
;

\ History: lines kept one after the other, the oldest first, each as a 16-bit
\ length and its text. When there is no room the oldest go.
#32768 constant /history  \ bytes of it
/history buffer: history
variable history-end                       \ bytes used
variable recalled                          \ 0: the draft, 1: the last line, ...
#1024 buffer: draft
variable /draft
: line>  ( offset -- c-addr u )  history + dup 2 + swap w@ ;
: line-room  ( u -- n )  3 + -2 and ;      \ even: W@ may have to be aligned
: next-line  ( offset -- offset2 )  dup line> nip line-room + ;
\G How many lines are kept.
: #lines  ( -- n )
   0 0 begin  dup history-end @ <  while  next-line swap 1+ swap  repeat  drop
;
\G One of them, 1 being the last.
: nth-last  ( n -- c-addr u )
   #lines swap - 0 swap 0 ?do  next-line  loop  line>
;
: forget-oldest  ( -- )
   0 next-line {: n :}
   history n + history history-end @ n - move  n negate history-end +!
;
: remembered?  ( c-addr u -- flag )
   #lines if  1 nth-last str=  else  2drop false  then
;
\G Keep a line.
: keep-line  ( c-addr u -- )
   begin  history-end @ over line-room + /history >  while
      forget-oldest
   repeat
   history history-end @ +                           ( c-addr u addr )
   2dup w!  over line-room history-end +!  2 + swap move
;
\ The next line one way or the other that begins as the draft does.
: alike?  ( n -- flag )
   dup if  nth-last draft /draft @ starts?  else  0=  then
;
: recall  ( step -- )
   recalled @ 0= if  text @ draft length @ dup /draft ! move  then
   recalled @ begin                                  ( step n )
      over +  dup 0 #lines 1+ within 0= if  2drop beep exit  then
   dup alike? until  nip
   dup recalled !
   dup if  nth-last  else  drop draft /draft @  then  set-line
;

\ Completion of the name before the cursor, over the whole search order ------
variable #matches
variable match                             \ the first name's letters
variable /match                            \ how many letters all names share
variable listing                           \ true: print names
: prefix  ( -- c-addr u )  at @ skip-word dup text+ at @ rot - ;
: in-sight?  ( nt -- flag )  dup name>string find-name = ;
: common  ( c-addr u -- )                  \ shorten /match to what is shared
   /match @ min /match !                             ( c-addr )
   /match @ 0 ?do
      dup i + c@ lower match @ i + c@ lower <> if  i /match !  leave  then
   loop  drop
;
: note-match  ( nt -- true )
   dup name>string prefix starts? if
      dup in-sight? if
         dup name>string  #matches @ 0= if  2dup /match ! match !  then
         1 #matches +!  listing @ if  2dup list-name  then  common
      then
   then  drop true
;
: match-all  ( -- )
   0 #matches !  0 /match !
   get-order 0 ?do  ['] note-match swap traverse-wordlist  loop
;
: list-matches  ( -- )
   cr list-start  true listing ! match-all false listing !  cr redraw
;
: complete  ( -- )
   prefix nip 0= if  s"    " insert exit  then
   match-all  #matches @ 0= if  beep exit  then
   match @ /match @ prefix nip /string               ( c-addr u )
   #matches @ 1 = if  insert bl insert-char exit  then
   dup if  insert exit  then
   2drop  last-key @ #9 = if  list-matches  else  beep  then
;

\ Keys ---------------------------------------------------------------------
\ What each control character does: one row per key.
#32 cells buffer: controls
: control:  ( xt "letter" -- )  char $1f and cells controls + ! ;
: done  ( -- )  1 outcome ! ;
\ A line feed right after a carriage return belongs to it.
: line-feed  ( -- )  last-key @ #13 <> if  done  then ;
: empty  ( -- )  0 length !  0 at !  0 left !  0 prompt-column ! ;
: cancel  ( -- )  length @ move-to ." ^C" empty done ;
: delete-char  ( -- )  at @ dup after delete ;
: eof-or-delete  ( -- )
   length @ 0= hosted? and if  -2 outcome !  else  delete-char  then
;
variable answered                          \ no ENQ is answered before this
: +machine  ( -- )
   hide-status  true machine !  false plain !  0 report-type !
   6 emit  #100 ms-from-now answered !
;
: -machine  ( -- )  false machine !  0 length !  0 at ! ;
: end-or-machine  ( -- )  length @ if  length @ move-to  else  +machine  then ;
: no-controls  ( -- )  #32 0 do  ['] beep controls i cells + !  loop ;
no-controls
:noname  0 move-to ;                        control: A
:noname  at @ before move-to ;              control: B
' cancel                                    control: C
' eof-or-delete                             control: D
' end-or-machine                            control: E
:noname  at @ after move-to ;               control: F
:noname  at @ dup before swap delete ;      control: H
' complete                                  control: I
' line-feed                                 control: J
:noname  at @ length @ delete ;             control: K
:noname  page redraw ;                      control: L
' done                                      control: M
:noname  -1 recall ;                       control: N
:noname  1 recall ;                        control: P
:noname  0 at @ delete ;                    control: U
:noname  at @ dup skip-blanks skip-word swap delete ;  control: W

: control  ( char -- )  cells controls + @ execute ;
: go-end  ( -- )  length @ move-to ;
\ What follows an ESC: a cursor key, whatever is held down with it. A lone ESC
\ is ignored.
: escape  ( -- )
   at-once dup '[' = swap 'O' = or 0= if  exit  then
   sequence plain-key case
      k-up of  #16 control  endof      k-down of  #14 control  endof
      k-right of  6 control  endof     k-left of  2 control  endof
      k-home of  1 control  endof      k-end of  go-end  endof
      k-delete of  delete-char  endof
   endcase
;
' escape  #27 cells controls + !

: person-key  ( char -- )
   dup #127 = if  drop 8  then
   dup bl u< if  dup control  else  dup insert-char  then  last-key !
;

\ A program's bytes are taken as they are. ENQ is answered again only some
\ time after the last answer: those sent before the first answer arrived are
\ then passed over, and a program that comes back later is still heard.
: store  ( char -- )
   length @ room @ < if  length @ text+ c!  1 length +!
   else  drop true overflow !  then
;
: enquiry  ( -- )
   length @ 0= if  answered @ expired? if  +machine  then  then
;
\ In a file or a pipe these are characters like others.
: ?-machine  ( char -- char )  plain @ if  dup store  else  -machine  then ;
: machine-key  ( char -- )
   dup case
      #5 of  enquiry  endof
      #10 of  line-feed  endof
      #13 of  done  endof
      #24 of  ?-machine  endof             \ CAN
      #27 of  ?-machine  endof             \ ESC: a person got here unawares
      dup store
   endcase  last-key !
;

: next-key  ( -- char|-2 )
   begin  key? 0=  while  status-tick pause relax  repeat  key
;
: take-key  ( char|-2 -- )
   dup -2 = if  drop length @ if  1  else  -2  then outcome ! exit  then
   machine @ plain @ or if  machine-key  else  person-key  then
;
: fresh-line  ( c-addr u -- )
   room ! text !  empty  0 outcome !  0 recalled !  false overflow !
;
: edit  ( -- )
   begin  next-key take-key outcome @  until
   machine @ plain @ or 0= if  go-end  then
;
' redraw is prompt-redraw
set-current

\G Let the user edit a line of at most n1 bytes; it has n2 bytes.
: accept  ( c-addr n1 -- n2 )  fresh-line columns 3 4 */ width ! edit length @ ;
\G Called with each line that is new in the history.
defer line-kept  ( c-addr u -- )  \ see above
' 2drop is line-kept
: note-line  ( -- )
   text @ length @  2dup remembered? over 0= or if  2drop exit  then
   2dup keep-line line-kept
;
: prompt-line  ( -- )
   plain @ machine @ or 0= if  terminal-size  false ctrl-c  then
   columns 1- width !
   true status-dirty !  true prompting !  edit  false prompting !
   true ctrl-c  hide-status
;
\G The same for the prompt, over the whole screen's width, with the status
\G line and kept in the history. False at the end of input; aborts if a
\G program sent more than n1 bytes.
: accept-line  ( c-addr n1 -- n2 flag )
   fresh-line prompt-line
   machine @ plain @ or
   if  overflow @ abort" line too long: nothing of it was run"
   else  note-line space  then
   length @  outcome @ 0>
;
previous
