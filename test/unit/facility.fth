\ facility.fth - tests of EKEY.
\ SPDX-License-Identifier: 0BSD

2variable typed                            \ keys that "are typed"
: typed?  ( -- flag )  typed @ 0<> ;
: next-typed  ( -- char )  typed 2@ over c@ -rot 1 /string typed 2! ;
: types  ( c-addr u -- x )
   typed 2!  action-of key action-of key? 2>r
   ['] next-typed is key  ['] typed? is key?
   ekey  2r> is key? is key
;
: fkey  ( c-addr u -- u flag )  types ekey>fkey ;

T{ s" a" types -> 'a' }T
T{ s\" \xc3\xa4" types -> $e4 }T
T{ s\" \xe2\x82\xac" types ekey>xchar -> $20ac true }T
T{ s\" \xe2\x82\xac" types ekey>char -> $20ac false }T
T{ s" a" types ekey>char -> 'a' true }T
T{ s" a" fkey nip -> false }T
T{ s\" \e" types -> 27 }T
T{ s\" \ex" types -> 'x' k-alt-mask or }T
T{ s\" \e[A" fkey -> k-up true }T
T{ s\" \eOD" fkey -> k-left true }T
T{ s\" \e[H" fkey s\" \e[F" fkey s\" \e[1~" fkey s\" \e[4~" fkey
-> k-home true k-end true k-home true k-end true }T
T{ s\" \e[2~" fkey s\" \e[3~" fkey s\" \e[5~" fkey s\" \e[6~" fkey
-> k-insert true k-delete true k-prior true k-next true }T
T{ s\" \eOP" fkey s\" \eOS" fkey s\" \e[11~" fkey s\" \e[15~" fkey
-> k-f1 true k-f4 true k-f1 true k-f5 true }T
T{ s\" \e[17~" fkey s\" \e[21~" fkey s\" \e[23~" fkey s\" \e[24~" fkey
-> k-f6 true k-f10 true k-f11 true k-f12 true }T
T{ s\" \e[1;5C" fkey -> k-right k-ctrl-mask or true }T
T{ s\" \e[3;4~" fkey -> k-delete k-shift-mask or k-alt-mask or true }T
T{ k-up ekey>char -> k-up false }T
T{ emit? -> true }T
T{ 0 date 59 date 31 28 + date -> 1 1 1970 1 3 1970 1 3 1970 }T
T{ 11016 date 11017 date -> 29 2 2000 1 3 2000 }T
T{ 365 date 364 date 789 date -> 1 1 1971 31 12 1970 29 2 1972 }T
T{ 20779 date 47540 date -> 22 11 2026 28 2 2100 }T
T{ 47541 date -> 1 3 2100 }T
T{ time&date #1970 < nip nip nip nip nip -> false }T
T{ time&date 2drop 1 32 within swap 0 24 within and nip nip -> true }T
