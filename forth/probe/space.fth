\ space.fth - the regions of the address space that were seen, sorted, merged.
\ SPDX-License-Identifier: 0BSD
\ needs: void.fth (kinds)
\ writes: the region table, from which .memory and the map are printed

kind: ram-kind ram
kind: rom-kind rom
kind: flash-kind flash
kind: mirror-kind mirror
kind: device-kind device
kind: nothing-kind void
kind: unknown-kind unknown
\ who says so, weakest first
kind: by-prior prior
kind: by-claim claimed
kind: by-read read
kind: by-write write-verified
kind: by-effect effect-verified

#256 constant max-regions
begin-structure /region
   field: rg>base  field: rg>size  field: rg>kind  field: rg>by  field: rg>of
end-structure
/region max-regions * buffer: region-table
variable #regions    \ the table is full: the rest is not kept
\G The i-th region: its row.
: region[]  ( i -- row )  /region * region-table + ;
\G The first address past a region.
: row-end  ( row -- addr )  dup rg>base @ swap rg>size @ + ;

: open-row  ( i -- )
   dup region[] dup /region + rot #regions @ swap - /region * move
   1 #regions +!
;
: close-row  ( i -- )
   -1 #regions +!
   dup region[] dup /region + swap rot #regions @ swap - /region * move
;
: full?  ( -- flag )  #regions @ max-regions = ;
\G The index of the first region that ends above addr.
: row-above  ( addr -- i )
   #regions @ 0 ?do
      i region[] row-end over u> if  drop i unloop exit  then
   loop  drop #regions @
;
: set-row  ( base size kind by of i -- )
   region[] {: row :}
   row rg>of !  row rg>by !  row rg>kind !  row rg>size !  row rg>base !
;

\ Cut [lo, hi) out of row i; the row may vanish, shrink or become two.
: split-row  ( lo hi i -- )
   {: lo hi i :}
   i open-row  i 1+ region[] i region[] /region move
   lo i region[] rg>base @ - i region[] rg>size !
   i 1+ region[] dup row-end hi - over rg>size !  hi swap rg>base !
;
: cut-row  ( lo hi i -- )
   {: lo hi i | row :}
   i region[] to row
   row rg>base @ lo u< row row-end hi u> and if
      full? 0= if  lo hi i split-row  then exit
   then
   row rg>base @ lo u< if  lo row rg>base @ - row rg>size ! exit  then
   row row-end hi u> 0= if  i close-row exit  then
   row row-end hi - row rg>size !  hi row rg>base !
;
: cut  ( base size -- )
   over + {: lo hi :}
   begin
      lo row-above dup #regions @ < if
         dup region[] rg>base @ hi u<
      else  false  then
   while  lo hi rot cut-row  repeat  drop
;

\G True if a region shows the memory of another one again.
: mirror?  ( row -- flag )  rg>kind @ mirror-kind = ;
\ Two neighbours are one if they touch and say the same of the same thing.
: alike?  ( row -- flag )
   dup /region + {: a b :}
   a row-end b rg>base @ =
   a rg>kind @ b rg>kind @ = and  a rg>by @ b rg>by @ = and
   a mirror?  a rg>size @ and  a rg>of @ +  b rg>of @ =  and
;
: merge-row  ( i -- )                     \ with the one after it
   dup 0< over 1+ #regions @ < 0= or if  drop exit  then
   dup region[] dup alike? if
      dup /region + rg>size @ swap rg>size +!  1+ close-row
   else  2drop  then
;
\G Note a region; what was noted of the same addresses is forgotten. Of: the
\G address that a mirror shows, else 0.
: mirror-region  ( base size kind by of -- )
   {: base size kind by of | at :}
   base size cut
   full? size 0= or if  exit  then
   base row-above to at
   at open-row  base size kind by of at set-row
   at merge-row  at 1- merge-row
;
\G Note a region: kind and by are words like RAM-KIND and BY-WRITE.
: region  ( base size kind by -- )  0 mirror-region ;

\G Execute xt ( row -- ) for each region, lowest first.
: memory-regions  ( xt -- )
   {: xt :}  #regions @ 0 ?do  i region[] xt execute  loop
;
\G The region that holds addr, or 0.
: region-at  ( addr -- row|0 )
   dup row-above dup #regions @ < if
      region[] tuck rg>base @ u< if  drop 0  then
   else  2drop 0  then
;
\G What is known of the memory at addr: a kind.
: memory-type  ( addr -- kind )
   region-at dup if  rg>kind @  else  drop unknown-kind  then
;
: ?ram  ( n row -- n2 )
   dup rg>kind @ ram-kind = if  rg>size @ +  else  drop  then
;
\G Bytes of RAM found; a mirror does not count.
: ram-size  ( -- u )  0 ['] ?ram memory-regions ;

\ Printing ------------------------------------------------------------------
: unit  ( u -- u2 c-addr u3 )
   dup $3fffffff and 0= if  #30 rshift s" GiB" exit  then
   dup $fffff and 0= if  #20 rshift s" MiB" exit  then
   #10 rshift s" KiB"
;
\G Print a size in the largest binary unit that divides it.
: .size  ( u -- )  unit {: a n :}  .dec space a n type ;
: .size-right  ( u -- )
   unit {: a n :}  #10 base{ 0 <# #s #> }base #8 type-right space a n type
;
\G Print a region in one line.
: .region  ( row -- )
   {: row :}
   row rg>base @ #16 h.r space  row row-end 1- #16 h.r
   row rg>size @ .size-right  2 spaces
   row rg>kind @ kind$ tuck type #8 swap - spaces
   row mirror? if  ." of " row rg>of @ h.  else  row rg>by @ kind$ type  then
   cr
;
\G Print the memory map as far as it is known.
: .memory  ( -- )
   cr ." first            last                    size  kind    known by" cr
   ['] .region memory-regions
   ram-size .size ."  of RAM in all; nothing reads as "
   void-kind kind$ type cr
;
