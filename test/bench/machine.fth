\ machine.fth - a byte-code machine: EXECUTE out of a table, steps by DEFER.
\ SPDX-License-Identifier: 0BSD

variable pc   variable acc   variable running
align create memory  8 cells allot
: operand  ( -- u )  pc @ c@  1 pc +! ;
: place  ( -- addr )  operand cells memory + ;
: goto  ( flag -- )  operand swap if  pc +!  else  drop  then ;

: op-halt  ( -- )  false running ! ;
: op-number  ( -- )  operand acc ! ;
: op-load  ( -- )  place @ acc ! ;
: op-store  ( -- )  acc @ place ! ;
: op-add  ( -- )  place @ acc +! ;
: op-half  ( -- )  acc @ 1 rshift acc ! ;
: op-odd  ( -- )  acc @ 1 and goto ;
: op-less  ( -- )  acc @ place @ < goto ;
: op-back  ( -- )  operand negate pc +! ;
align create ops
   ' op-halt ,  ' op-number ,  ' op-load ,  ' op-store ,  ' op-add ,
   ' op-half ,  ' op-odd ,  ' op-less ,  ' op-back ,

\ How many steps x := x/2 or 3x+1 take all of 1 .. 199 to 1:
\ memory 0: n, 1: x, 2: steps, 3: one, 4: two, 5: two hundred
create program
   1 c, 1 c,  3 c, 3 c,  1 c, 2 c,  3 c, 4 c,  1 c, #200 c,  3 c, 5 c,
   1 c, 0 c,  3 c, 2 c,  1 c, 1 c,  3 c, 0 c,
   2 c, 0 c,  3 c, 1 c,                         \ 20: x = n
   2 c, 1 c,  7 c, 4 c, #23 c,                  \ 24: x < 2: go to 52
   2 c, 2 c,  4 c, 3 c,  3 c, 2 c,              \ 29: count the step
   2 c, 1 c,  6 c, 5 c,                         \ 35: odd: go to 44
   5 c,  3 c, 1 c,  8 c, #20 c,                 \ 39: halve; go to 24
   4 c, 1 c,  4 c, 1 c,  4 c, 3 c,              \ 44: 3x + 1
   8 c, #12 c,                                  \ 50: go to 40
   2 c, 0 c,  4 c, 3 c,  3 c, 0 c,              \ 52: n = n + 1
   7 c, 5 c, 1 c,  0 c,                         \ 58: n < 200: go to 62
   8 c, #44 c,                                  \ 62: go to 20

defer step  ( -- )
: plain-step  ( -- )  operand cells ops + @ execute ;
' plain-step is step
\G Run the program; how many steps it counted.
: run  ( -- x )
   program pc !  true running !
   begin  step  running @ 0=  until
   memory 2 cells + @
;
