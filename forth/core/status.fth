\ status.fth - one line of progress above the prompt, gone when Enter is hit.
\ SPDX-License-Identifier: 0BSD
\ needs: terminal.fth

\ While a person sits at the prompt the line in the making is the last line of
\ the screen. The status is the line before it. It is drawn by moving up one
\ line and down again, so nothing that was typed is touched.
\G True while a program, not a person, talks to the prompt.
variable machine
\G True if input is neither: a file or a pipe of a host.
variable plain
variable prompting                         \ true: a line is being typed
variable prompt-column                     \ where its cursor stands
variable status-shown                      \ true: there is a status line
variable status-dirty                      \ true: it is not up to date
variable status-next                       \ not drawn again before this
#128 buffer: status-text

: typing?  ( -- flag )  prompting @ machine @ plain @ or 0= and ;
\G What is going on, the text that STATUS: was given last.
: status$  ( -- c-addr u )  status-text count ;
: status-type  ( -- )  status$ columns 1- min type clear-right ;
: +status  ( -- )
   #13 emit  status-shown @ if  cursor-up  then
   status-type cr  true status-shown !
;
: -status  ( -- )  #13 emit cursor-up delete-line  false status-shown ! ;
\ Redraw is what the editor does: it prints its line again after +STATUS has
\ opened a new line below it.
defer prompt-redraw  ( -- )  \ see above
' noop is prompt-redraw
\G Remove the status line until the next prompt.
: hide-status  ( -- )
   status-shown @ if  -status prompt-column @ cursor-right  then
;
: draw-status  ( -- )
   status-shown @ status$ nip 0<>                    ( shown wanted )
   2dup and if  2drop +status prompt-column @ cursor-right exit  then
   nip if  +status prompt-redraw  else  hide-status  then
;
\G Bring the status line up to date if that is due: at most 5 times a second.
: status-tick  ( -- )
   status-dirty @ typing? and if
      status-next @ expired? if
         false status-dirty !  #200 ms-from-now status-next !  draw-status
      then
   then
;
\G Say what is going on, in one line; an empty text removes the line.
: status:  ( c-addr u -- )
   #127 min  2dup status$ str= if  2drop exit  then
   status-text place  true status-dirty !  status-tick
;
