\ file.fth - files: the host's, or in memory where there is no host; INCLUDE.
\ SPDX-License-Identifier: 0BSD
\ needs: memory.fth, error.fth. Numbers of calls: enum host_call of port.h.

\ In memory ------------------------------------------------------------------
\ The same calls as a host's. What a host calls the number of an open file is
\ here the address of a handle: which file, and where in it.
begin-structure /mfile
   field: mf>next    field: mf>name    field: mf>#name
   field: mf>text    field: mf>size    field: mf>room
end-structure
begin-structure /handle
   field: h>file    field: h>at
end-structure
variable mfiles
#16 constant #handles
create handles  #handles /handle * dup allot  handles swap erase

: find-mfile  ( path -- mfile | 0 )
   zcount {: a u :}  mfiles @
   begin  dup  while
      dup mf>name 2@ swap a u str= 0=  while  mf>next @
   repeat then
;
: name-mfile  ( path mfile -- )
   >r zcount dup allocate throw 2dup r@ mf>name 2!   ( c-addr u addr )
   swap move rdrop
;
\ A new file; if one was deleted, its memory is used again.
: new-mfile  ( path -- mfile )
   mfiles @ begin  dup  while  dup mf>#name @ -1 <>  while  mf>next @  repeat
   else
      drop /mfile allocate throw  #256 allocate throw over mf>text !
      #256 over mf>room !  mfiles @ over mf>next !  dup mfiles !
   then  0 over mf>size !  tuck name-mfile
;
: free-handle  ( -- handle | 0 )
   #handles 0 do
      i /handle * handles + dup h>file @ 0= if  unloop exit  then  drop
   loop  0
;
: m-open  ( path mode x -- handle | ior )
   drop {: path mode :}
   free-handle dup 0= if  drop -37 exit  then
   path find-mfile ?dup 0= if
      mode $c and 0= if  drop -38 exit  then  path new-mfile
   then                                              ( handle mfile )
   mode 4 and if  0 over mf>size !  then
   2dup mf>size @ mode 8 and 0<> and swap h>at !  over h>file !
;
: m-close  ( handle x x -- 0 )  2drop 0 swap h>file ! 0 ;
: m-read  ( handle addr n -- n2 )
   {: h addr n :}
   h h>file @ dup mf>size @ h h>at @ - 0 max n min   ( mfile n2 )
   swap mf>text @ h h>at @ + addr 2 pick move  dup h h>at +!
;
: has-room?  ( mfile n -- flag )
   over mf>room @ over u< 0= if  2drop true exit  then
   2*  over mf>text @ over resize if  2drop drop false exit  then
   2 pick mf>text !  swap mf>room !  true
;
: m-write  ( handle addr n -- 0 | ior )
   {: h addr n :}
   h h>file @ h h>at @ n +                           ( mfile end )
   2dup has-room? 0= if  2drop -37 exit  then
   over mf>text @ h h>at @ + addr swap n move
   dup h h>at !  over mf>size @ max swap mf>size !  0
;
: m-seek  ( handle offset from -- position | ior )
   dup 1 = if  drop over h>at @  else
      2 = if  over h>file @ mf>size @  else  0  then
   then  + dup 0< if  2drop -37  else  tuck swap h>at !  then
;
: m-resize  ( handle n x -- 0 | ior )
   drop swap h>file @ swap
   2dup has-room? if  swap mf>size ! 0  else  2drop -37  then
;
: m-flush  ( handle x x -- 0 )  2drop drop 0 ;
: in-use?  ( mfile -- flag )
   false #handles 0 do
      over i /handle * handles + h>file @ = or
   loop  nip
;
: m-delete  ( path x x -- 0 | ior )          \ no name has a length of -1
   2drop find-mfile dup 0= if  drop -38 exit  then
   dup in-use? if  drop -37 exit  then
   dup mf>name @ free drop  -1 swap mf>#name ! 0
;
: m-rename  ( path path2 x -- 0 | ior )
   drop over find-mfile dup 0= if  2drop drop -38 exit  then
   over 0 0 m-delete -37 = if  2drop drop -37 exit  then
   dup mf>name @ free drop  name-mfile drop 0
;
: m-status  ( path x x -- u | ior )  2drop find-mfile 0= -38 and ;
create m-calls   \ in the order of the calls' numbers
   ' m-open ,    ' m-close ,   ' m-read ,    ' m-write ,   ' m-seek ,
   ' m-resize ,  ' m-flush ,   ' m-delete ,  ' m-rename ,  ' m-status ,
: m-call  ( a b c n -- x | ior )  cells m-calls + @ execute ;
\G One of the ten calls about files.
defer file-call  ( a b c n -- x | ior )
0 0 0 #11 (host) 0> [if]  ' (host)  [else]  ' m-call  [then] is file-call

\ The words of Forth 2012 ----------------------------------------------------
0 constant r/o    \ open a file to read it
1 constant w/o    \ open a file to write it
2 constant r/w    \ open a file to do both
\G Open the file as bytes: all are.
: bin  ( fam -- fam )  ;
\ Two may be needed at a time.
#1024 constant /path
create paths  /path 2* allot   variable path-turn
\G A path as hosts want it: with a zero byte after it.
: >path  ( c-addr u -- addr )                \ one too long names no file
   dup /path u< and  path-turn @ 1 xor dup path-turn !
   /path * paths + dup >r  2dup + 0 swap c!  swap move r>
;
: result  ( x code -- x2 ior )
   over -37 = if  nip 0 swap exit  then
   drop dup -512 0 within if  0 swap  else  0  then  \ or it is an address
;
\G Open a file that exists.
: open-file  ( c-addr u fam -- fileid ior )
   -rot >path swap 0 0 file-call -69 result
;
\G Make a new, empty file, in place of one of that name.
: create-file  ( c-addr u fam -- fileid ior )
   4 or -rot >path swap 0 0 file-call -63 result
;
\G Close a file.
: close-file  ( fileid -- ior )  0 0 1 file-call -62 result nip ;
\G Read at most u1 bytes; u2 is 0 at the end of the file.
: read-file  ( c-addr u1 fileid -- u2 ior )  -rot 2 file-call -70 result ;
\G Write u bytes.
: write-file  ( c-addr u fileid -- ior )  -rot 3 file-call -75 result nip ;
\G Write a line.
: write-line  ( c-addr u fileid -- ior )
   dup >r write-file ?dup if  rdrop exit  then  s\" \n" r> write-file
;
: seek  ( fileid n from code -- n2 ior )  >r 4 file-call r> result ;
\G Where in the file the next byte is read or written.
: file-position  ( fileid -- ud ior )  0 1 -65 seek 0 swap ;
\G Go to this position.
: reposition-file  ( ud fileid -- ior )  nip swap 0 -73 seek nip ;
\G How many bytes the file has.
: file-size  ( fileid -- ud ior )
   dup 0 1 -66 seek dup if  rot drop 0 swap exit  then  drop
   over 0 2 -66 seek 2>r  0 -73 seek 2drop  2r> 0 swap
;
\G Cut the file, or make it longer.
: resize-file  ( ud fileid -- ior )  nip swap 0 5 file-call -74 result nip ;
\G Let all that was written reach the disk.
: flush-file  ( fileid -- ior )  0 0 6 file-call -68 result nip ;
\G Delete the file of this name.
: delete-file  ( c-addr u -- ior )  >path 0 0 7 file-call -64 result nip ;
\G Give the first file the second name.
: rename-file  ( c-addr1 u1 c-addr2 u2 -- ior )
   >path >r >path r> 0 8 file-call -72 result nip
;
\G What the host says of a file; ior is 0 if it exists.
: file-status  ( c-addr u -- x ior )  >path 0 0 9 file-call -67 result ;

: newline-at  ( c-addr u -- n | u )
   dup 0 ?do  over i + c@ #10 = if  drop i leave  then  loop  nip
;
: -cr  ( c-addr u -- u2 )  dup if  tuck + 1- c@ #13 = +  else  nip  then ;
\ How many of n bytes are a line of at most u characters, with and without its
\ end. If there are as many as that, the end is still to come.
: line-of  ( c-addr n u -- used len )
   {: a n u :}
   a n newline-at dup n < if                         ( i )
      a over -cr dup u < if  swap 1+ swap exit  then  drop
   then  drop n u min dup
;
\ What can't be sought in, a pipe, is read byte by byte.
: pipe-line  ( c-addr u1 fileid -- u2 flag ior )
   {: a u f | n :}
   begin  n u <  while
      a n + 1 f read-file dup if  nip n swap false swap exit  then
      drop 0= if  n n 0<> 0 exit  then
      a n + c@ #10 = if  a n -cr true 0 exit  then
      n 1+ to n
   repeat  n true 0
;
: seek-line  ( c-addr u1 fileid position -- u2 flag ior )
   {: a u f at :}
   a u 1+ f read-file dup if  nip 0 false rot exit  then
   drop dup 0= if  0 0 exit  then
   a swap u line-of                                  ( used len )
   swap at + f swap 0 -73 seek nip  true swap
;
\G Read a line of at most u1 characters into u1+2 bytes; false at the end. If
\G u2 is u1, the end of the line is still to come.
: read-line  ( c-addr u1 fileid -- u2 flag ior )
   dup 0 1 -71 seek if  drop pipe-line  else  seek-line  then
;

\ Texts to interpret ---------------------------------------------------------
\ All of a file, in memory that stays: SEE, LOCATE and errors point into it.
#16384 constant /slurp
: slurp  ( fileid -- c-addr u )
   {: f :}  0 (keep) dup
   begin
      dup /slurp + 'code @ u> if  -8 throw  then
      dup /slurp f read-file throw  dup
   while  +  repeat  drop over -  dup (keep) drop
;
\G True if a file that no other file included began with #! : a script.
variable script
\ So that the first line of a script is a comment.
: -shebang  ( c-addr u -- c-addr u )
   2dup s" #!" starts? dup source-id 0= and script @ or script !
   if  over s" \ " rot swap move  then
;
\ The image's own texts are embedded; they include one another.
: embedded?  ( -- flag )
   source-id 0> if
      source-id file-name file$ if  drop source-id file-text drop = exit  then
   then  false
;
: directory  ( c-addr u -- c-addr u2 )
   begin  dup  while  2dup 1- + c@ '/' <>  while  1-  repeat then
;
create beside-path  /path allot
\ The path of a name as seen from the file that is being read.
: beside  ( c-addr u -- c-addr2 u2 )
   source-id file-name directory                     ( c-addr u dir u2 )
   2 pick over + /path u< and
   >r beside-path r@ move
   beside-path r@ + swap dup >r move  beside-path 2r> +
;
: open-text  ( c-addr u -- fileid c-addr2 u2 ior )
   source-id 0>  over if  2 pick c@ '/' <> and  then  if
      2dup beside 2dup r/o open-file 0= if           ( c-addr u path u2 id )
         -rot 2>r nip nip 2r> 0 exit
      then  drop 2drop
   then  2dup r/o open-file >r -rot r>
;
\ Where the text of that name is: an open file, or 0 if it is embedded.
: find-text  ( c-addr u -- fileid|0 c-addr2 u2 )
   embedded? if  2dup file$ if  2drop 0 -rot exit  then then
   open-text dup -38 = if                            ( x path u ior )
      drop 2dup file$ if  2drop rot drop 0 -rot exit  then  -38
   then  throw
;
: loaded  ( file# -- addr )  file-row 3 cells + ;
: loaded?  ( c-addr u -- flag )
   'space 5 cells + @ 1+ 1 ?do
      2dup i file-name str= if  2drop i loaded @ unloop exit  then
   loop  2drop false
;
\ A file with an error in it may be required again, mended.
variable failed-line
: load-failed  ( ior -- )
   'fault @ dup failed-line @ <> if  0 #includers !  then  failed-line !
   false 'fault 3 cells + @ 0 max loaded !  false source-id 0 max loaded !
   note-includer throw
;
\G Interpret the first string, a text of the second's name.
: interpret-text  ( i*x c-addr1 u1 c-addr2 u2 -- j*x )
   ['] (included) catch dup if  load-failed  then  drop
;
: load-text  ( i*x fileid|0 c-addr u -- j*x )
   0 #includers !
   2>r dup if  dup slurp -shebang rot close-file drop
   else  drop 2r@ file$ drop  then
   2r> interpret-text
;
\G Interpret a file, or a text of the image. The file's name is as seen from
\G the file that is being read, or else from the current directory.
: included  ( i*x c-addr u -- j*x )  find-text load-text ;
\G The same, unless that was done before.
: required  ( i*x c-addr u -- i*x | j*x )
   find-text 2dup loaded? if
      2drop ?dup if  close-file drop  then
   else  load-text  then
;
: a-name  ( "name" -- c-addr u )  parse-name dup 0= if  -16 throw  then ;
\G Interpret a file or a text of the image: include name.fth
: include  ( i*x "name" -- j*x )  a-name included ;
\G The same, unless that was done before.
: require  ( i*x "name" -- i*x | j*x )  a-name required ;
\G Interpret the rest of an open file, and close it.
: include-file  ( i*x fileid -- j*x )  s" (open file)" load-text ;
