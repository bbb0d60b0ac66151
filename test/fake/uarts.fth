\ uarts.fth - UARTs for the fake machine: they read, act and send as true ones.
\ SPDX-License-Identifier: 0BSD
\ needs: test/fake/machine.fth drive/console.fth
\ Registers are kept as words under their addresses. A row's fk>shift, which
\ only mirrors use, counts the bytes that were sent there.

create sent  #4096 allot   variable #sent
: send-byte  ( x -- )
   sent #sent @ + c!  #sent @ 1+ #4095 min #sent !  1 the-row @ fk>shift +!
;
: sent$  ( -- c-addr u )  sent #sent @ ;
\G Bytes that were sent to the UART at base.
: sent-to  ( base -- u )  fake-at fk>shift @ ;
variable heard-byte   variable heard-base    \ one byte waits at one UART
: hear  ( char base -- )  heard-base ! heard-byte ! ;
: waits?  ( -- flag )  heard-base @ the-row @ fk>base @ = ;
: receive  ( -- x )  waits? if  heard-byte @ 0 heard-base !  else  0  then ;
: fk-offset  ( addr -- u )  the-row @ fk>base @ - ;
: uart-row  ( base size read-xt write-xt -- )  0 0 fake ;

\ 16550; FAKE-SHIFT says how far apart the registers of all of them are ------
variable fake-shift
variable deaf    \ true: loopback and interrupt enables do nothing
variable stuck   \ true: there is never room to send
: kept@  ( n -- x )  fake-shift @ lshift the-row @ fk>base @ + word@ ;
: kept!  ( x n -- )  fake-shift @ lshift the-row @ fk>base @ + word! ;
: latched?  ( -- flag )  3 kept@ $80 and 0<> ;
: bit>  ( x from to -- x2 )  >r rshift 1 and r> lshift ;
: modem  ( -- x )
   4 kept@ dup $10 and 0= deaf @ or if  drop $b0 exit  then
   dup 1 4 bit>  over 0 5 bit> or  over 2 6 bit> or  swap 3 7 bit> or
;
: line  ( -- x )  stuck @ if  0  else  $60  then  waits? 1 and or ;
: 16550@  ( addr -- x )
   fk-offset fake-shift @ rshift case
      0 of  latched? if  8 kept@  else  receive  then  endof
      1 of  latched? if  9 kept@  else  1 kept@  then  endof
      2 of  1  endof
      5 of  line  endof
      6 of  modem  endof
      dup kept@ swap
   endcase
;
: ier!  ( x -- )
   latched? if  9 kept!  else  deaf @ 0= $0f and and 1 kept!  then
;
: 16550!  ( x addr -- )
   fk-offset fake-shift @ rshift case
      0 of  latched? if  8 kept!  else  send-byte  then  endof
      1 of  ier!  endof
      2 of  drop  endof
      4 of  $1f and 4 kept!  endof
      5 of  drop  endof
      6 of  drop  endof
      tuck kept!
   endcase
;
\G A 16550 as a loader left it: MCR's OUT2 is on.
: fake-16550  ( base shift -- )
   fake-shift !  dup 8 fake-shift @ lshift ['] 16550@ ['] 16550! uart-row
   4 fake-shift @ lshift + 8 swap word!
;

\ PL011 ---------------------------------------------------------------------
create pl011-id  $11 c, $10 c, $34 c, 0 c, $0d c, $f0 c, $05 c, $b1 c,
: pl011@  ( addr -- x )
   dup fk-offset case
      0 of  drop receive  endof
      $18 of  drop waits? if  $80  else  $90  then  endof
      dup $fe0 u< if  swap word@  else
         nip dup $fe0 - 2/ 2/ pl011-id + c@  then  swap
   endcase
;
: pl011!  ( x addr -- )
   dup fk-offset case
      0 of  drop send-byte  endof
      $24 of  swap $ffff and swap word!  endof
      $28 of  swap $3f and swap word!  endof
      dup $fe0 u< if  >r word! r>  else  >r 2drop r>  then
   endcase
;
\G A PL011 that was never switched on.
: fake-pl011  ( base -- )  $1000 ['] pl011@ ['] pl011! uart-row ;

\ The page of BCM2835's auxiliaries, with the mini-UART at $40 ----------------
: aux@  ( addr -- x )
   dup fk-offset case
      4 of  drop 1  endof
      $40 of  drop receive  endof
      $44 of  word@ $c0 or  endof
      $54 of  drop $60 waits? 1 and or  endof
      $64 of  drop $30e  endof
      swap word@ swap
   endcase
;
: aux!  ( x addr -- )
   dup fk-offset case
      $40 of  drop send-byte  endof
      $44 of  swap 3 and swap word!  endof
      $54 of  2drop  endof
      >r word! r>
   endcase
;
\G The auxiliaries' page.
: fake-aux  ( page -- )  $100 ['] aux@ ['] aux! uart-row ;

\ i.MX and Exynos: what can't be written reads as at reset ------------------
: imx@  ( addr -- x )
   dup fk-offset case
      0 of  drop receive  endof
      $94 of  drop $6040  endof
      $98 of  drop $4028 waits? 1 and or  endof
      $ac of  drop 4  endof
      $b4 of  drop $60  endof
      swap word@ swap
   endcase
;
: imx!  ( x addr -- )
   dup fk-offset case
      $40 of  drop send-byte  endof
      $a8 of  swap $ffff and swap word!  endof
      $ac of  2drop  endof
      >r word! r>
   endcase
;
\G An i.MX UART.
: fake-imx  ( base -- )  $1000 ['] imx@ ['] imx! uart-row ;
: exynos@  ( addr -- x )
   dup fk-offset case
      $10 of  drop 6 waits? 1 and or  endof
      $18 of  drop waits? 1 and  endof
      $24 of  drop receive  endof
      swap word@ swap
   endcase
;
: exynos!  ( x addr -- )
   dup fk-offset case
      $10 of  2drop  endof
      $20 of  drop send-byte  endof
      $28 of  swap $ffff and swap word!  endof
      >r word! r>
   endcase
;
\G An Exynos UART.
: fake-exynos  ( base -- )  $100 ['] exynos@ ['] exynos! uart-row ;

\ StrongARM: UTSR1 can't be written, UTCR1 has four bits ----------------------
: sa1110@  ( addr -- x )
   dup fk-offset case
      $14 of  drop receive  endof
      $20 of  drop 4 waits? 2 and or  endof
      swap word@ swap
   endcase
;
: sa1110!  ( x addr -- )
   dup fk-offset case
      4 of  swap $f and swap word!  endof
      8 of  swap $ff and swap word!  endof
      $14 of  drop send-byte  endof
      $20 of  2drop  endof
      >r word! r>
   endcase
;
\G A StrongARM UART at 9600 baud.
: fake-sa1110  ( base -- )
   dup $100 ['] sa1110@ ['] sa1110! uart-row  $17 swap 8 + word!
;

\ Tests ---------------------------------------------------------------------
\G A machine with 2 MiB of RAM around us, and the page of the control.
: uart-machine  ( void-kind -- )
   $40100000 0 new-machine  $40000000 $200000 fake-ram
   dummy page-down $3000 fake-ram
   false deaf !  false stuck !  0 #sent !  0 heard-base !
   learn-void
;
: elsewhere?  ( addr -- flag )  dummy dup #4096 + within 0= ;
\G Words that are not what they were; our own cell and the control may be.
: left-changed  ( -- n )
   beacon change-of 0<>
   #changed @ 0 ?do  i changed[] @ elsewhere? 1 and +  loop
;
variable type-before    variable node-before
: there  ( -- )
   'type @ type-before !  console-node node-before !
   ['] fake-read is dev-read  ['] fake-write is dev-write
;
: back-here  ( consoles console -- )
   to console consoles !  type-before @ 'type !  node-before @ to console-node
   ['] (peek) is dev-read  ['] (poke) is dev-write
   consoles @ if  take-keys  else
      port-keys ['] port-keys is console-reset  then
;
\G Run xt where consoles are fakes; the true console comes back after it.
: aside  ( i*x xt -- j*x )
   consoles @ console 2>r there  0 consoles !  0 to console
   catch  2r> back-here  throw
;
