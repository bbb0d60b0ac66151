\ void.fth - what nothing looks like, on machines that answer in many ways.
\ SPDX-License-Identifier: 0BSD
\ fake: machine.fth
: learned  ( kind -- kind )
   $40000000 0 new-machine  $40000000 $100000 fake-ram  learn-void void-kind
;
testing each way to answer
T{ void-fault learned -> void-fault }T
T{ void-zeros learned -> void-zeros }T
T{ void-ones learned -> void-ones }T
T{ void-echo learned -> void-echo }T

testing RAM at the places looked at is no sample of nothing
: crowded  ( kind -- kind changed )
   $40000000 0 new-machine  $40000000 $100000 fake-ram
   $80000000 $80000000 fake-ram  $900000000 $500000000 fake-ram
   learn-void void-kind changed-words
;
T{ void-zeros crowded -> void-zeros 0 }T
T{ void-ones crowded -> void-ones 0 }T
T{ void-fault crowded -> void-fault 0 }T

testing a machine whose nothing differs from place to place
T{ void-fault $40000000 0 new-machine  $40000000 $100000 fake-ram
   $900000000 $300000000 fake-raz  $90000000 $10000000 fake-raz
   $d0000000 $10000000 fake-rom  learn-void void-kind -> void-mixed }T

testing VOID?
T{ void-fault learned drop  $50000000 void?  $40000000 void? -> true false }T
T{ void-zeros learned drop  $50000000 void?  $40000000 void? -> true true }T
T{ 5 $40000000 wr drop  $40000000 void? -> false }T

testing a mirror of our own memory, and a bus that only echoes
: mirrored?  ( kind -- flag flag )
   $40000000 0 new-machine  $40000000 $100000 fake-ram
   $40000000 $48000000 $100000 fake-mirror
   beacon $8000000 + follows?  beacon $18000000 + follows?
;
T{ void-fault mirrored? -> true false }T
T{ void-echo mirrored? -> true false }T
