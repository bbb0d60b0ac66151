\ edit.fth - locals: the edit distance of two texts of 400 characters.
\ SPDX-License-Identifier: 0BSD

#400 constant size
create left   size allot
create right  size allot
align create row  size 1+ cells allot
variable seed
: random  ( -- u )  seed @ #1309 * #13849 + $ffff and  dup seed ! ;
: fill-text  ( addr -- )
   size over + swap do  random 5 rshift 7 and i c!  loop
;
#74755 seed !  left fill-text  right fill-text

: least  {: a b c -- n :}  a b < if  a c min  else  b c min  then ;
\ The row of the table below the one in ROW, for one more character.
: next-row  {: char text row n -- :}
   row @ dup 1+ row !                                ( diagonal )
   n 0 do
      row cell+ @  swap  text c@ char <> 1 and +     ( up diagonal+ )
      over 1+ swap  row @ 1+ swap least
      row cell+ to row  row !  text 1+ to text       ( diagonal )
   loop  drop
;
: distance  {: text1 n1 text2 n2 -- n :}
   n2 1+ 0 do  i  row i cells + !  loop
   n1 0 do  text1 i + c@  text2 row n2 next-row  loop
   row n2 cells + @
;
\G How many changes make one text the other.
: run  ( -- x )  left size right size distance ;
