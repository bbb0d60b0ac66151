\ machine.fth - a machine made of rows, behind BUS-READ and BUS-WRITE.
\ SPDX-License-Identifier: 0BSD
\ needs: probe/ram.fth
\ A row says what answers in [base, base+size); a later row lies over an
\ earlier one. Only words that were written are kept, so a machine can be big.

0
field: fk>base  field: fk>size
field: fk>read  field: fk>write    \ xt ( addr -- x ), xt ( x addr -- )
field: fk>ram                      \ true: RAM that counts; 1: a mirror
field: fk>shift                    \ where a mirror's words are kept
constant /fake
#64 /fake * buffer: fakes    variable #fakes
: fake[]  ( i -- row )  /fake * fakes + ;
: fake-at  ( addr -- row|0 )
   0 #fakes @ begin  dup  while  1-                 ( addr 0 i )
      2 pick over fake[] dup fk>base @ swap fk>size @ over + within
      if  nip fake[] 0  then
   repeat  drop nip
;
variable the-row                   \ the row of the access under way

\ The words that do not hold what they held at first: key, value
#64 constant max-changed
max-changed 2* cells buffer: changed    variable #changed
: changed[]  ( i -- addr )  2* cells changed + ;
: change-of  ( key -- addr|0 )
   #changed @ 0 ?do
      dup i changed[] @ = if  drop i changed[] unloop exit  then
   loop  drop 0
;
variable noise                     \ 0: RAM starts as zeros, else a seed
: first-word  ( key -- x )
   noise @ dup 0= if  nip exit  then
   xor dup $9e3779b97f4a7c15 * #29 rshift xor $2545f491 * #13 rshift ones32 and
;
: word@  ( key -- x )
   dup change-of dup if  nip cell+ @  else  drop first-word  then
;
: unchange  ( addr -- )            \ the last one takes its place
   -1 #changed +!  #changed @ changed[] swap 2 cells move
;
: word!  ( x key -- )
   dup change-of ?dup if  unchange  then
   2dup first-word = if  2drop exit  then
   #changed @ max-changed = abort" too many words changed"
   #changed @ changed[] !  #changed @ changed[] cell+ !  1 #changed +!
;
: key-of  ( addr -- key )  the-row @ fk>shift @ + ;

\ Kinds of rows -------------------------------------------------------------
: fake  ( base size read-xt write-xt ram shift -- )
   #fakes @ fake[] {: row :}
   row fk>shift !  row fk>ram !  row fk>write !  row fk>read !
   row fk>size !  row fk>base !  1 #fakes +!
;
: ram@  ( addr -- x )  key-of word@ ;
: ram!  ( x addr -- )  key-of word! ;
\G RAM. Its words are kept under their addresses.
: fake-ram  ( base size -- )  ['] ram@ ['] ram! true 0 fake ;
\G The RAM at `of` shows up again at base.
: fake-mirror  ( of base size -- )
   {: of base size :}
   base size ['] ram@ ['] ram! 1 of base - fake
;
: nowhere!  ( x addr -- )  2drop ;
: rom@  ( addr -- x )  first-word $1234567 xor ;
\G Memory that can't be written.
: fake-rom  ( base size -- )  ['] rom@ ['] nowhere! 0 0 fake ;
: raz@  ( addr -- x )  drop 0 ;
\G A device of zeros that ignores writes.
: fake-raz  ( base size -- )  ['] raz@ ['] nowhere! 0 0 fake ;
\ Flash of two 16-bit chips side by side, 4 MiB; FK>SHIFT: the query is on.
: cfi@  ( addr -- x )
   the-row @ fk>base @ -
   the-row @ fk>shift @ 0= if  first-word exit  then
   case
      $40 of  $510051  endof   $44 of  $520052  endof   $48 of  $590059  endof
      $9c of  $150015  endof   0 swap
   endcase
;
variable in-query                  \ the query was left on
: cfi!  ( x addr -- )
   drop $ff and  dup $98 = if  drop true  else
      dup $ff = swap $f0 = or 0= the-row @ fk>shift @ and
   then  dup in-query !  the-row @ fk>shift !
;
\G Flash that answers a CFI query. It reads as noise, or as zeros.
: fake-flash  ( base size -- )  ['] cfi@ ['] cfi! 0 0 fake ;
variable ticked
: tick@  ( addr -- x )
   the-row @ fk>base @ - 4 = if  1 ticked +! ticked @  else  0  then
;
variable harm                      \ what a probe should never have done
: harm!  ( x addr -- )  2drop 1 harm +! ;
\G A timer: register 4 counts, writes do harm.
: fake-timer  ( base size -- )  ['] tick@ ['] harm! 0 0 fake ;
: pop@  ( addr -- x )
   the-row @ fk>base @ - if  $90  else  1 harm +!  $41  then
;
\G A device whose register 0 must not be read, and none written.
: fake-fifo  ( base size -- )  ['] pop@ ['] harm! 0 0 fake ;
: hang@  ( addr -- x )  drop 1 harm +! 0 ;
\G A device that no access comes back from.
: fake-hang  ( base size -- )  ['] hang@ ['] harm! 0 0 fake ;

\ The bus -------------------------------------------------------------------
variable fake-void                 \ a kind: VOID-FAULT and so on
variable last-bus
: nothing@  ( -- x ior )
   fake-void @ case
      void-fault of  0 -9  endof
      void-zeros of  0 0  endof
      void-ones of  ones32 0  endof
      last-bus @ 0 rot
   endcase
;
: fake-read  ( addr space width -- x ior )
   2drop  dup fake-at dup the-row !
   if  the-row @ fk>read @ execute 0  else  drop nothing@  then
   over last-bus !
;
: fake-write  ( x addr space width -- ior )
   2drop  over last-bus !
   dup fake-at dup the-row ! if  the-row @ fk>write @ execute 0 exit  then
   2drop fake-void @ void-fault = -9 and
;
variable fake-home                 \ where "our" 128 KiB are
: fake-range  ( -- base end )  fake-home @ dup $20000 + ;
: no-adopt  ( base size -- ior )  2drop 0 ;
\G Start a machine with nothing in it but the image at home.
: new-machine  ( void-kind home noise -- )
   noise !  dup fake-home !  $1008 + to beacon  fake-void !
   0 #fakes !  0 #changed !
   0 ticked !  0 harm !  0 #regions !  0 #shores !
   ['] fake-read is bus-read  ['] fake-write is bus-write
   ['] fake-range is our-range  ['] no-adopt is adopt-ram
;

\ What is true of it --------------------------------------------------------
: meets-page?  ( page row -- flag )
   {: page row :}  page $1000 row fk>base @ row fk>size @ meets?
;
: covers-page?  ( page row -- flag )
   {: page row :}
   page row fk>base @ u< 0=
   page $1000 + row fk>base @ row fk>size @ + u> 0= and
;
\ -1: the page is RAM from end to end, 1: it is a mirror of RAM, 0: it is not
: true-ram  ( page -- -1|0|1 )
   #fakes @  begin  dup  while  1-                   ( page i )
      2dup fake[] meets-page? if
         fake[] tuck covers-page? swap fk>ram @ and exit
      then
   repeat  nip
;
: wrong-page?  ( page -- flag )
   dup true-ram over memory-type {: page truth kind :}
   truth 0= if  kind ram-kind =  kind mirror-kind = or exit  then
   truth 0> if  kind ram-kind = exit  then
   kind ram-kind <>  page shore? 0= and
;
: wrong-near  ( row -- n )
   dup fk>base @ $fff invert and $10000 - 0 max
   swap dup fk>base @ swap fk>size @ + $10000 +
   0 rot rot swap do  i wrong-page? if  1+  then  $1000 +loop
;
\G Pages of which the map says what is not so.
: wrong-pages  ( -- n )  0 #fakes @ 0 ?do  i fake[] wrong-near +  loop ;
\G Words of memory that are not what they were; our own cell may be.
: changed-words  ( -- n )  #changed @  beacon change-of 0<> + ;
