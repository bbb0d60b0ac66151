\ string.fth - texts with %names% in them: REPLACES SUBSTITUTE UNESCAPE.
\ SPDX-License-Identifier: 0BSD
\ needs: memory.fth

\ What stands for a name: link, length and address of the text, length of the
\ name, the name.
variable replacements
\ What stands for this name, or 0; upper and lower case are the same.
: replacement  ( c-addr u -- node | 0 )
   replacements begin  @ dup  while                  ( c-addr u node )
      >r 2dup r@ 4 cells + r@ 3 cells + @ istr= if  2drop r> exit  then  r>
   repeat  nip nip
;
: new-node  ( c-addr u -- node )
   dup 4 cells + allocate throw >r
   dup r@ 3 cells + !  r@ 4 cells + swap move
   replacements @ r@ !  0 r@ 2 cells + !  r@ replacements !  r>
;
: own-copy  ( c-addr u -- c-addr2 u )
   dup allocate throw  swap 2dup 2>r move 2r>
;
\G Let the first string stand for %name% in texts that SUBSTITUTE is given.
: replaces  ( c-addr1 u1 c-addr2 u2 -- )
   2dup replacement ?dup if  nip nip  else  new-node  then
   >r own-copy  r@ 2 cells + @ free drop  r> cell+ 2!
;

2variable left-over                        \ of the buffer
variable #replaced
: put  ( c-addr u -- )
   dup left-over @ u> if  -78 throw  then
   tuck left-over cell+ @ swap move
   dup left-over cell+ +!  negate left-over +!
;
: put-name  ( c-addr u -- )
   dup 0= if  2drop s" %" put exit  then
   2dup replacement ?dup if
      cell+ 2@ put  1 #replaced +!  2drop exit
   then
   s" %" put put s" %" put
;
: cut  ( c-addr u -- rest-addr rest-u c-addr u2 found? )
   dup >r '%' split  dup r> <>
;
: (substitute)  ( c-addr u -- )
   begin  cut >r put r>  while
      cut 0= if  s" %" put put  2drop exit  then  put-name
   repeat  2drop
;
\G Copy a text to the buffer at c-addr2, with what stands for each %name%
\G in its place, %% being one %. n of them were replaced, or n is an ior.
: substitute  ( c-addr1 u1 c-addr2 u2 -- c-addr2 u3 n )
   over >r  left-over 2!  0 #replaced !
   ['] (substitute) catch ?dup if  #replaced !  2drop  then
   r> left-over cell+ @ over - #replaced @
;
\G Copy a text to c-addr2 with each % doubled, so that SUBSTITUTE keeps it.
: unescape  ( c-addr1 u1 c-addr2 -- c-addr2 u2 )
   dup 2swap bounds ?do                              ( c-addr2 end )
      i c@ '%' = if  '%' over c! 1+  then
      i c@ over c! 1+
   loop  over -
;
