\ bus.fth - accesses that are guarded, counted, bounded, and told beforehand.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
void-fault $40000000 0 new-machine
$40000000 $100000 fake-ram  $50000000 $1000 fake-fifo

testing words of IEEE 1275: a value and true, or false
T{ $40000010 lpeek -> 0 true }T
T{ $12345678 $40000010 lpoke -> true }T
T{ $40000010 lpeek -> $12345678 true }T
T{ $60000000 lpeek -> false }T
T{ $60000000 cpeek -> false }T
T{ $60000000 wpeek -> false }T
T{ $60000000 xpeek -> false }T
T{ 1 $60000000 lpoke -> false }T
T{ 1 $60000000 cpoke -> false }T
T{ 1 $60000000 wpoke -> false }T
T{ 1 $60000000 xpoke -> false }T

testing registers: a value, or -9 is thrown
T{ $40000010 rl@ -> $12345678 }T
T{ 7 $40000010 rl!  $40000010 rl@ -> 7 }T
T{ $60000000 ' rl@ catch nip -> -9 }T
T{ $60000000 ' rb@ catch nip -> -9 }T
T{ 1 $60000000 ' rl! catch nip nip -> -9 }T

testing what an access costs is counted
: counts  ( xt -- reads writes faults )
   0 #reads !  0 #writes !  0 #faults !  execute  #reads @ #writes @ #faults @
;
T{ :noname $40000010 lpeek 2drop ; counts -> 1 0 0 }T
T{ :noname $60000000 lpeek drop ; counts -> 1 0 1 }T
T{ :noname 1 $40000010 lpoke drop ; counts -> 0 1 0 }T
T{ :noname 1 $60000000 lpoke drop ; counts -> 0 1 1 }T

testing hazards are not touched, whatever part of them is asked for
mem-space $50000000 4 s" it bites" poison
T{ $50000000 lpeek -> false }T
T{ $50000003 cpeek -> false }T
T{ $4ffffffe lpeek -> false }T
T{ $4ffffffc xpeek -> false }T
T{ $50000000 mem-space 4 probe-read -> 0 forbidden }T
T{ 0 $50000002 mem-space 2 probe-write -> forbidden }T
T{ $50000004 lpeek -> $90 true }T
T{ $40000010 lpeek nip -> true }T
T{ harm @ -> 0 }T
T{ $50000001 1 mem-space hazard? hz>text count s" it bites" str= -> true }T
T{ $50000004 1 mem-space hazard? -> 0 }T
T{ $50000000 1 io-space hazard? -> 0 }T
T{ $510 2 io-space hazard? 0<> -> true }T
T{ $cf8 4 io-space hazard? 0<> -> true }T
T{ $9020008 8 mem-space hazard? 0<> -> true }T
-1 #hazards +!  0 clear-hi !

testing the intent stands in the journal while a write is under way
variable seen  create intent 5 cells allot
: spy  ( x addr space width -- ior )
   journal jn>open intent 5 cells move  fake-write
;
' spy is bus-write
T{ $77 $40000020 mem-space 4 probe-write -> 0 }T
T{ intent @  intent cell+ @  intent 3 cells + @  intent 4 cells + @
   -> open-magic $40000020 4 $77 }T
T{ journal jn>open @ -> 0 }T
T{ 1 $60000000 mem-space 4 probe-write journal jn>open @ -> -9 0 }T

testing the risk ceiling
1 to risk-ceiling
T{ $78 $40000020 mem-space 4 probe-write -> forbidden }T
T{ $40000020 lpeek -> $77 true }T
2 to risk-ceiling

testing progress
T{ #42 s" half way" progress!  complete? -> false }T
T{ progress-percent @ progress-text count s" half way" str= -> #42 true }T
T{ #100 s" complete" progress!  complete? -> true }T
