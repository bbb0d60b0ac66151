\ string.fth - tests of SUBSTITUTE and its kin.
\ SPDX-License-Identifier: 0BSD

create result  64 allot
: subst  ( c-addr u -- c-addr2 u2 n )  result 64 substitute ;
T{ s" Bill" s" name" replaces -> }T
T{ s" Hi %name%!" subst -rot s" Hi Bill!" str= -> 1 true }T
T{ s" %name% %NAME%" subst -rot s" Bill Bill" str= -> 2 true }T
T{ s" 100%% sure" subst -rot s" 100% sure" str= -> 0 true }T
T{ s" %nobody% here" subst -rot s" %nobody% here" str= -> 0 true }T
T{ s" 50% of %name" subst -rot s" 50% of %name" str= -> 0 true }T
T{ s" " subst -rot nip -> 0 0 }T
T{ s" %name%" result 3 substitute nip nip -> -78 }T
T{ s" %name%" result 4 substitute -rot nip -> 1 4 }T
T{ s" Sue Ellen" s" name" replaces
   s" %name%" subst -rot s" Sue Ellen" str= -> 1 true }T
T{ s" " s" name" replaces s" <%name%>" subst -rot s" <>" str= -> 1 true }T
T{ s" 5%-10%" result unescape s" 5%%-10%%" str= -> true }T
T{ s" " result unescape nip -> 0 }T
T{ s" a%%b%" pad unescape subst -rot s" a%%b%" str= -> 0 true }T
