\ acpi.fth - claims of a PC's firmware: multiboot, ACPI tables, SMBIOS.
\ SPDX-License-Identifier: 0BSD
\ needs: claims.fth dtb.fth
\ source: Multiboot 0.6.96, 3.3; ACPI 6.4, 5.2.5 to 5.2.12 and 5.2.9; HPET 1.0a,
\ 3.2.4; PCI Firmware 3.2, 4.1.2; SMBIOS 3.4, 5.2 and 7.2, 7.18. No AML is run.

\ Multiboot -------------------------------------------------------------------
: mb-row  ( at -- at2 )
   dup 4 + said-x@ over #12 + said-x@
   2 pick #20 + said-l@ 1 = if  ram-kind  else  reserved-kind  then
   s" memory map" from-multiboot claim
   dup said-l@ + 4 +
;
: read-multiboot  ( info -- )
   dup said-l@ $40 and 0= if  drop exit  then
   dup #48 + said-l@ swap #44 + said-l@ over + swap
   begin  2dup u>  while  mb-row  repeat  2drop
;

\ ACPI ------------------------------------------------------------------------
: sum8  ( addr u -- u2 )  0 -rot bounds ?do  i said-c@ +  loop  $ff and ;
: said=  ( addr c-addr u -- flag )        \ these letters stand there
   0 ?do  2dup i + c@ swap i + said-c@ <> if  2drop false unloop exit  then
   loop  2drop true
;
: acpi-device  ( base size c-addr u -- )  device-kind -rot from-acpi claim ;
\ What stands at a fixed place of a table: which, where, how wide, how large
create acpi-rows
: at:  ( size width offset kind "table" "what" -- )
   , , , ,  parse-name 2,  #10 parse 2,
;
\ data rows
$1000 4 #36 device-kind at: APIC local APIC (MADT)
$400 8 #44 device-kind at: HPET timer (HPET)
4 4 #76 port-kind at: FACP PM timer (FADT)
\ end of data rows
here constant acpi-rows-end
: said-u@  ( addr width -- u )  8 = if  said-x@  else  said-l@  then ;
: ?acpi-row  ( table row -- )
   {: table row :}
   table row 4 cells + 2@ said= 0= if  exit  then
   table row cell+ @ + row 2 cells + @ said-u@  row 3 cells + @  row @
   row 6 cells + 2@ from-acpi claim
;
: ?madt-row  ( at -- )
   dup said-c@ 1 = if  4 + said-l@ $1000 s" I/O APIC (MADT)" acpi-device exit
   then  drop
;
: ?mcfg-row  ( at -- )
   dup said-x@  swap dup #11 + said-c@ swap #10 + said-c@ - 1+ #20 lshift
   s" PCI (MCFG)" acpi-device
;
: a-table  ( at -- )
   dup 4 + said-l@ over + {: at end :}
   acpi-rows-end acpi-rows ?do  at i ?acpi-row  8 cells +loop
   at s" APIC" said= if
      end at #44 + ?do  i ?madt-row  i 1+ said-c@ 1 umax +loop  then
   at s" MCFG" said= if  end at #44 + ?do  i ?mcfg-row  #16 +loop  then
;
\ The list of tables: pointers of 4 or 8 bytes; a table that is broken is none.
: a-list  ( at width -- )
   over 4 + said-l@ {: at width n :}
   at n + at #36 + ?do
      i width said-u@  dup dup 4 + said-l@ sum8 0= if  a-table  else  drop  then
   width +loop
;
: rsdp?  ( at -- flag )
   dup s" RSD PTR " said= if  #20 sum8 0=  else  drop false  then
;
: read-rsdp  ( at -- )
   dup #15 + said-c@ 1 > if  #24 + said-x@ 8  else  #16 + said-l@ 4  then
   a-list
;

\ SMBIOS ----------------------------------------------------------------------
: nth-text  ( at n -- c-addr u )           \ of a structure's texts; 1 the first
   over 1+ said-c@ rot + swap
   1 ?do  past-text  loop  said$
;
variable dimm-mb
\ Only what is named here leaves the table: no serial number, no UUID.
: a-structure  ( at -- )
   dup said-c@ 1 = if
      dup 0 0 text-kind 3 roll dup 5 + said-c@ nth-text from-smbios claim  then
   dup said-c@ #17 = if
      dup #12 + said-l@ $ffff and $7fff and dimm-mb +!  then
   drop
;
: next-structure  ( at -- at2 )
   dup 1+ said-c@ +
   begin  dup said-c@ over 1+ said-c@ or  while  past-text  repeat  2 +
;
: structures  ( at bytes -- )
   over + {: end :}  0 dimm-mb !
   begin  dup end u< dup if  over said-c@ #127 <> and  then  while
      dup a-structure next-structure
   repeat  drop
   0 dimm-mb @ #20 lshift total-kind s" memory devices" from-smbios claim
;
: read-smbios  ( at -- )
   dup said-x@ drop  dup 3 + said-c@ '3' = if
      dup #16 + said-x@ swap #12 + said-l@
   else  dup #24 + said-l@ swap #22 + said-l@ $ffff and  then
   structures
;

\ All -------------------------------------------------------------------------
: bios-area  ( -- )
   $100000 $e0000 ?do
      i rsdp? if  i read-rsdp  then
      i s" _SM_" said= i s" _SM3_" said= or if  i read-smbios  then
   #16 +loop
;
: read-all  ( -- )
   0 boot-arg $2badb002 = if  1 boot-arg read-multiboot  bios-area exit  then
   ports? if  bios-area exit  then
   4 0 do  i boot-arg read-list  loop
;
\G Read what firmware left, where that is allowed: rows of claims.
: read-claims  ( -- )
   claims? 0= if  exit  then
   0 #claims !  ['] read-all catch drop
;
