\ space.fth - the regions of the address space that were seen, sorted, merged.
\ SPDX-License-Identifier: 0BSD
\ needs: void.fth (kinds)
\ writes: the region table, from which .memory and the map are printed

\ data rows
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
\ end of data rows

begin-structure /region
   field: rg>base  field: rg>size  field: rg>kind  field: rg>by  field: rg>of
end-structure
variable region-table    0 region-table !    \ from ALLOCATE; grows
variable #regions    \ rows in use
0 value max-regions
variable #lost       \ rows that no memory was left for
\G The i-th region: its row; a region that is added may move all rows.
: region[]  ( i -- row )  /region * region-table @ + ;
\G The last address of a region.
: row-last  ( row -- addr )  dup rg>base @ swap rg>size @ + 1- ;
\G The first address past a region; 0 where the address space ends.
: row-end  ( row -- addr )  row-last 1+ ;

: open-row  ( i -- )
   dup region[] dup /region + rot #regions @ swap - /region * move
   1 #regions +!
;
\G Take row i out of the table.
: close-row  ( i -- )
   -1 #regions +!
   dup region[] dup /region + swap rot #regions @ swap - /region * move
;
: grow-table  ( -- )
   max-regions 2* #256 umax {: n :}
   region-table @ n /region * over if  resize  else  nip allocate  then
   if  drop  else  region-table !  n to max-regions  then
;
: full?  ( -- flag )
   #regions @ max-regions u< 0= if  grow-table  then
   #regions @ max-regions u< 0=  dup 1 and #lost +!
;
\G The index of the first region that ends above addr.
: row-above  ( addr -- i )
   0 #regions @ {: addr lo hi | mid :}
   begin  lo hi <  while
      lo hi + 2/ to mid
      mid region[] row-last addr u< if  mid 1+ to lo  else  mid to hi  then
   repeat  lo
;
: set-row  ( base size kind by of i -- )
   region[] {: row :}
   row rg>of !  row rg>by !  row rg>kind !  row rg>size !  row rg>base !
;

\ Cut all from lo to last out of row i; it may vanish, shrink or become two.
: split-row  ( lo last i -- )
   {: lo last i :}
   i open-row  i 1+ region[] i region[] /region move
   lo i region[] rg>base @ - i region[] rg>size !
   i 1+ region[] dup row-last last - over rg>size !  last 1+ swap rg>base !
;
: cut-row  ( lo last i -- )
   dup region[] {: lo last i row :}
   row rg>base @ lo u<  row row-last last u> and if
      full? 0= if  lo last i split-row exit  then
   then
   row rg>base @ lo u< if  lo row rg>base @ - row rg>size ! exit  then
   row row-last last u> 0= if  i close-row exit  then
   row row-last last - row rg>size !  last 1+ row rg>base !
;
: cut  ( base size -- )
   over + 1- {: lo last :}
   begin
      lo row-above dup #regions @ < if
         dup region[] rg>base @ last u> 0=
      else  false  then
   while  lo last rot cut-row  repeat  drop
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
   size 0= if  exit  then
   base size cut  full? if  exit  then
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
