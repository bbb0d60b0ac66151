\ dtb.fth - claims of a flattened device tree, or of the ATAGs of old.
\ SPDX-License-Identifier: 0BSD
\ needs: claims.fth
\ source: Devicetree Specification v0.4, chapters 2.3 and 5; ATAGs: Linux 6.1
\ Documentation/arm/booting.rst and the layout named there

variable fdt-strings    \ where the names of its properties are
: be>  ( x -- x2 )
   dup #24 rshift  over 8 rshift $ff00 and or
   over 8 lshift $ff0000 and or  swap $ff and #24 lshift or
;
\ Cells of a tree are 32 bits, big-endian, aligned.
: fdt@  ( addr -- u )  rd throw be> ;
: number-at  ( addr cells -- u )
   dup 1 u> if  2 - 2 lshift +  dup 4 + fdt@ swap fdt@ halves exit  then
   if  fdt@  else  drop 0  then
;
\ What is known of the node at hand, and of those above it: one row a depth
#16 constant max-depth
begin-structure /level
   field: lv>ac  field: lv>sc     \ #address-cells and #size-cells
   field: lv>ranges  field: lv>ranges#   \ -1: it has none
   field: lv>reg  field: lv>reg#  field: lv>memory  field: lv>compatible
   field: lv>name
end-structure
/level max-depth * buffer: levels    variable depth-now
: level  ( depth -- row )  max-depth 1- min /level * levels + ;
: this-level  ( -- row )  depth-now @ level ;
: begin-level  ( name -- )
   1 depth-now +!  this-level {: row :}  row /level erase
   row lv>name !  2 row lv>ac !  1 row lv>sc !  -1 row lv>ranges# !
;
: is?  ( addr c-addr u -- flag )  2>r said$ 2r> str= ;
: take-prop  ( len value name -- )
   this-level {: len value name row :}
   name s" reg" is? if  value row lv>reg !  len row lv>reg# ! exit  then
   name s" ranges" is? if  value row lv>ranges ! len row lv>ranges# ! exit then
   name s" compatible" is? if  value row lv>compatible ! exit  then
   name s" #address-cells" is? if  value fdt@ row lv>ac ! exit  then
   name s" #size-cells" is? if  value fdt@ row lv>sc ! exit  then
   name s" device_type" is? if
      value s" memory" is? row lv>memory !
   then
;
\ One entry of `ranges` of the bus at a level: does it hold addr?
: by-range  ( addr range row -- addr2 flag )
   dup /level - {: range row up :}
   range row lv>ac @ number-at                        ( addr child )
   2dup - range row lv>ac @ up lv>ac @ + 2 lshift + row lv>sc @ number-at u<
   if    - range row lv>ac @ 2 lshift + up lv>ac @ number-at + true
   else  drop false  then
;
: through  ( addr row -- addr2 flag )     \ from below a bus to above it
   dup lv>ranges# @ 0> 0= if  lv>ranges# @ 0= exit  then
   dup lv>ac @ over /level - lv>ac @ + over lv>sc @ + 2 lshift {: row step :}
   row lv>ranges @ row lv>ranges# @ bounds ?do
      i row by-range if  true unloop exit  then
   step +loop  false
;
: to-top  ( addr depth -- addr2 flag )
   begin  dup 1 >  while
      tuck level through 0= if  nip false exit  then  swap 1-
   repeat  drop true
;
: node-name$  ( row -- c-addr u )
   dup lv>compatible @ dup if  nip  else  drop lv>name @  then  said$
;
: reg-claim  ( at above row -- )          \ one pair of a `reg`
   {: at above row :}
   at above lv>ac @ number-at  depth-now @ 1- to-top 0= if  drop exit  then
   at above lv>ac @ 2 lshift + above lv>sc @ number-at
   row lv>memory @ if  ram-kind  else  device-kind  then
   row node-name$ from-tree claim
;
: reg-claims  ( row step n -- )          \ n bytes of pairs of so many bytes
   {: row step n :}
   row lv>reg @ n bounds ?do  i row /level - row reg-claim  step +loop
;
: end-level  ( -- )
   this-level dup /level - {: row above :}
   row lv>compatible @ row lv>memory @ or  above lv>sc @ 0<> and
   above lv>ac @ above lv>sc @ + 2 lshift             ( wanted? step )
   row lv>reg# @ over 1 umax / over *                     ( wanted? step n )
   row lv>memory @ 0= if  over min  then
   rot if  row -rot reg-claims  else  2drop  then
   -1 depth-now +!
;
\G Past a text that ends in 0.
: past-text  ( addr -- addr2 )  begin  dup 1+ swap said-c@ 0= until ;
: fdt-align  ( addr -- addr2 )  3 + -4 and ;
: a-prop  ( at -- at2 )
   dup fdt@ over 8 + 2 pick 4 + fdt@ fdt-strings @ + take-prop
   dup fdt@ + 8 + fdt-align
;
: a-token  ( at -- at2 more? )
   dup 4 + swap fdt@ case
      1 of  dup begin-level past-text fdt-align true  endof
      2 of  end-level depth-now @ 0>  endof
      3 of  a-prop true  endof
      4 =  swap
   endcase
;
\G Note the claims of the flattened device tree at addr.
: read-dtb  ( addr -- )
   0 depth-now !  levels /level erase
   dup #12 + fdt@ over + fdt-strings !  dup 8 + fdt@ +
   begin  a-token 0= until  drop
;
: read-atags  ( addr -- )
   begin  dup said-l@ ?dup  while                     ( at words )
      over 4 + said-l@ $54410002 = if
         over #12 + said-l@ 2 pick 8 + said-l@
         ram-kind s" mem" from-atags claim
      then  2 lshift +
   repeat  drop
;
\G Note what a pointer leads to, if it is a device tree or a list of ATAGs.
: read-list  ( addr -- )
   dup 0= over 3 and or if  drop exit  then
   dup fdt@ $d00dfeed = if  read-dtb exit  then
   dup 4 + said-l@ $54410001 = if  read-atags  else  drop  then
;
