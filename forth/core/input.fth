\ input.fth - blocks as source text, and where the interpreter reads.
\ SPDX-License-Identifier: 0BSD
\ needs: block.fth. The layout of 'source is struct source of nucleus.h.

\ While block u is the source, SOURCE-ID is -1-u. Its text is a copy, one for
\ each depth of nesting, since the buffer may be given to another block.
#8 cells buffer: copies   copies #8 cells erase
: copy  ( -- a-addr )                      \ for this depth
   'source 6 cells + 4 + l@ 7 and cells copies +
   dup @ 0= if  /block allocate throw over !  then  @
;
variable (blk)
\G A cell with the number of the block being interpreted, 0 if it is none.
: blk  ( -- a-addr )  source-id invert 0 max (blk) !  (blk) ;
: read-block  ( u -- )
   dup block copy /block move
   copy 'source !  /block 'source cell+ !  0 >in !  invert 'source 3 cells + !
;
variable loading
\ The nested source begins as this one word, which replaces it.
: begin-block  ( -- )  loading @ read-block ;
\G Interpret block u; throws -35.
: load  ( i*x u -- j*x )
   ?block dup 0= if  -35 throw  then
   loading !  s" begin-block" evaluate
;
\G Interpret blocks u1 to u2.
: thru  ( i*x u1 u2 -- j*x )  1+ swap ?do  i load  loop ;
\G Go to the next line, or block; false if there is none.
: refill  ( -- flag )
   blk @ ?dup 0= if  refill exit  then
   1+ dup #blocks u< dup if  swap read-block  else  nip  then
;
\G A comment to the end of the line; in a block a line is 64 characters.
: \  ( "text" -- )
   blk @ if  >in @ #63 + -64 and  else  source nip  then  >in !
; immediate

\G What RESTORE-INPUT needs to come back to this place.
: save-input  ( -- x1 ... xn n )
   >in @  'source 2@  'source 6 cells + l@  source-id 5
;
\ Only the text of a file can go back to another line.
: go-back  ( in len buf line -- flag )
   {: in len buf line :}
   source-id 0> if
      buf 'source !  len 'source cell+ !  line 'source 6 cells + l!
   else
      buf 'source @ xor  line 'source 6 cells + l@ xor or
      if  true exit  then
   then  in >in !  false
;
\G Go back to where SAVE-INPUT was, in the same text; true if that failed.
: restore-input  ( x1 ... xn n -- flag )
   5 <> if  -12 throw  then
   source-id = if  go-back  else  2drop 2drop true  then
;

\ nest becomes 0 when the [THEN] or [ELSE] sought has been read
: skip-name  ( nest c-addr u -- nest2 )
   2dup s" [if]" istr= if  2drop 1+ exit  then
   2dup s" [else]" istr= if  2drop dup 1 = +  exit  then
   s" [then]" istr= +
;
\G Skip to the matching [THEN]; throws -39 if there is none.
: [else]  ( -- )
   1 begin  dup  while
      parse-name dup if  skip-name  else
         2drop refill 0= if  drop -39 throw  then
      then
   repeat  drop
; immediate
\G Read on if flag is true, else skip to [else] or [then].
: [if]  ( flag -- )  0= if  ['] [else] execute  then ; immediate
\G End of [if].
: [then]  ( -- )  ; immediate
