\ tree.fth - tests of the device tree and the IEEE 1275 words.
\ SPDX-License-Identifier: 0BSD

testing encoding
T{ $12345678 encode-int decode-int nip nip -> $12345678 }T
T{ $12345678 encode-int drop c@ -> $12 }T
T{ $123456789abcdef0 encode-long nip -> 8 }T
T{ $123456789abcdef0 encode-long decode-long nip nip -> $123456789abcdef0 }T
T{ s" ab" encode-string nip -> 3 }T
T{ 1 encode-int 2 encode-int encode+ nip -> 8 }T
T{ 1 encode-int 2 encode-int encode+ decode-int -rot decode-int nip nip
-> 1 2 }T

testing nodes
T{ s" bus@10" root add-node constant bus -> }T
T{ s" uart@100" bus add-node constant uart1 -> }T
T{ s" uart@200" bus add-node constant uart2 -> }T
T{ bus node>parent @ root = -> true }T
T{ s" /bus@10/uart@200" find-node uart2 = -> true }T
T{ s" /bus/uart" find-node uart1 = -> true }T
T{ s" /bus/../bus/uart@200" find-node uart2 = -> true }T
T{ s" uart@200" find-node uart2 = -> true }T
T{ s" /" find-node root = -> true }T
T{ s" /bus/nothing" find-node -> 0 }T
T{ s" nothing" find-node -> 0 }T
T{ s" " find-node -> 0 }T
T{ uart2 ' .path output-of s" /bus@10/uart@200" str= -> true }T
T{ root ' .path output-of s" /" str= -> true }T
T{ bus next-node uart1 = uart1 next-node uart2 = -> true true }T

testing properties
T{ s" name" uart1 get-property -rot s\" uart\z" str= -> false true }T
T{ s" none" uart1 get-property -> true }T
T{ 115200 encode-int s" speed" uart1 property! -> }T
: speed@  ( node -- u flag )
   s" speed" rot get-property >r decode-int nip nip r>
;
T{ uart1 speed@ -> 115200 false }T
T{ 9600 encode-int s" speed" uart1 property! -> }T
T{ uart1 speed@ -> 9600 false }T

testing the active node
T{ depth s" /bus/uart@200" find-device active @ uart2 = -> 0 true }T
T{ get-current uart2 node>methods @ = -> true }T
: open  ( -- true )  true ;
: speed  ( -- u node )  115200 my-self @ ;
T{ [defined] speed -> true }T
T{ ' pwd output-of s" /bus@10/uart@200" str= -> true }T
T{ device-end get-current forth-wordlist = -> true }T
T{ [defined] speed -> false }T
T{ s" speed" uart2 $call-method uart2 = -> 115200 true }T
T{ my-self @ -> 0 }T
T{ s" absent" uart2 ' $call-method catch -rot 2drop nip -> -21 }T
T{ s" /bus/uart@200" open-dev uart2 = -> true }T
T{ s" /bus/uart@100" open-dev -> 0 }T
T{ s" /none" ' find-device catch nip nip -> -2 }T
T{ get-order -> forth-wordlist 1 }T

testing building
T{ s" bus" find-device new-device -> }T
T{ s" timer" device-name $fe000000 $1000 reg -> }T
T{ s" acme,timer" encode-string s" compatible" property -> }T
: close  ( -- node )  my-self @ ;
T{ finish-device active @ bus = device-end -> true }T
T{ s" /bus/timer@fe000000" find-node 0<> -> true }T
T{ s" timer" find-node close-dev node$ s" timer@fe000000" str= -> true }T
T{ s" timer" find-device ' .properties output-of device-end
2dup s\" \"acme,timer\"" contains? -rot s" $fe000000" contains? -> true true }T
T{ s" bus" find-device ' ls output-of device-end
s" timer@fe000000" contains? -> true }T
T{ ' show-devs output-of s" /bus@10/timer@fe000000" contains? -> true }T

testing a node takes no data space: a task may make one while a user types
T{ here s" thing@1" root add-node drop here = -> true }T
