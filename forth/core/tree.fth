\ tree.fth - the device tree: nodes, properties, and the IEEE 1275 words.
\ SPDX-License-Identifier: 0BSD
\ needs: tools.fth
\ source: IEEE Std 1275-1994, sections 3.2 (nodes), 5.3.5 (properties), 7.4.11

\ All of the tree's data stands here, so that a task can add to it while the
\ user is in the middle of a definition.
\G Bytes of it.
#131072 constant /tree
/tree buffer: tree
variable #tree                             \ bytes used
\G Take u bytes of the tree's memory; throws -8 if there is no room.
: tree-allot  ( u -- addr )
   #tree @ tuck +  dup /tree u> if  -8 throw  then  #tree !  tree +
;
\G Take u bytes, aligned and zeroed.
: tree-zeroed  ( u -- a-addr )
   #tree @ aligned #tree !  dup tree-allot tuck swap erase
;
\G A copy of the string in the tree's memory, right after the piece before.
: tree$  ( c-addr u -- c-addr2 u )  dup tree-allot swap  2dup 2>r move 2r> ;

0
field: node>peer                           \ the next child of the same parent
field: node>methods                        \ word list
field: node>parent
field: node>child                          \ the first one
field: node>properties                     \ the first one
2field: node>text                          \ "uart@9000000"
constant /node

0
field: prop>next
2field: prop>name
2field: prop>value
constant /prop

\ Properties ---------------------------------------------------------------
: of-name?  ( c-addr u prop -- c-addr u flag )  >r 2dup r> prop>name 2@ str= ;
: find-property  ( c-addr u node -- prop|0 )
   ['] of-name? swap node>properties list-find  nip nip
;
\G True if the node has this property.
: property?  ( c-addr u node -- flag )  find-property 0<> ;
: add-property  ( c-addr u node -- prop )
   {: node :}  tree$ /prop tree-zeroed                ( c-addr u prop )
   dup node node>properties list-end !  dup >r prop>name 2! r>
;
\G Give a node the property name = value, or give it a new value.
: property!  ( value-addr value-u name-addr name-u node -- )
   {: name /name node :}
   name /name node find-property
   dup 0= if  drop name /name node add-property  then  prop>value 2!
;
\G A property's value.
: get-property  ( name-addr name-u node -- true | value-addr value-u false )
   find-property dup 0= if  drop true exit  then  prop>value 2@ false
;

\ Values are made of pieces that follow each other in the tree's memory.
\G A copy of the bytes, as a property value.
: encode-bytes  ( addr u -- addr2 u )  tree$ ;
\G A string as a property value: with a zero byte.
: encode-string  ( c-addr u -- addr u2 )  tree$  0 1 tree-allot c!  1+ ;
\G A 32-bit number as a property value.
: encode-int  ( u -- addr 4 )
   4 tree-allot {: u addr :}
   4 0 do  u #24 i 8 * - rshift addr i + c!  loop  addr 4
;
\G One value of two that were made one after the other.
: encode+  ( addr1 u1 addr2 u2 -- addr1 u1+u2 )  nip + ;
\G The 32-bit halves of a number of 64; a cell may have but the lower one.
: halves32  ( u -- low high )  dup $ffffffff and  swap #16 rshift #16 rshift ;
\G A 64-bit number as two 32-bit ones, the high one first.
: encode-long  ( u -- addr 8 )  halves32 encode-int  rot encode-int encode+ ;
\G Take a 32-bit number from the front of a value.
: decode-int  ( addr u -- addr2 u2 n )
   over 0 swap 4 bounds ?do  8 lshift i c@ or  loop  >r 4 /string r>
;
\G Take a 64-bit number from the front of a value.
: decode-long  ( addr u -- addr2 u2 x )
   decode-int #16 lshift #16 lshift >r decode-int r> or
;
\G Take a string from the front of a value.
: decode-string  ( addr u -- addr2 u2 c-addr u3 )  0 split ;

\ Nodes --------------------------------------------------------------------
0 value root                               \ the node "/"
variable active                            \ the node at hand, or 0
\G The active node, or the root.
: node-here  ( -- node )  active @ dup 0= if  drop root  then ;
\G A node's name with its unit address, "uart@9000000".
: node$  ( node -- c-addr u )  node>text 2@ ;
\G Give a node another name, with or without a unit address.
: rename-node  ( c-addr u node -- )
   >r  tree$ 2dup r@ node>text 2!
   '@' split 2swap 2drop encode-string s" name" r> property!
;
\G Make a node below parent. It does not become the active one and the search
\G order stays, so a task may do this at any time.
: add-node  ( c-addr u parent -- node )
   /node tree-zeroed {: parent node :}       ( c-addr u )
   2 cells tree-zeroed node node>methods !    \ its word list; not from HERE:
                                              \ a user may be at work there
   parent node node>parent !
   parent if  node parent node>child list-end !  then
   node rename-node  node
;
s" /" 0 add-node to root
\G Give a node its first register range, and its unit address.
: reg!  ( base size node -- )
   {: addr size node :}
   addr encode-long size encode-long encode+ s" reg" node property!
   node node$ '@' split 2swap 2drop
   tree$ s" @" tree$ encode+ addr hex$ tree$ encode+  node node>text 2!
;
\G The node after this one, children before peers; 0 at the end.
: next-node  ( node -- node2|0 )
   dup node>child @ ?dup if  nip exit  then
   begin  dup  while
      dup node>peer @ ?dup if  nip exit  then
      node>parent @
   repeat
;

\ Paths --------------------------------------------------------------------
: named?  ( c-addr u node -- c-addr u flag )    \ with or without unit address
   node$  2over 2over str= if  2drop true exit  then
   '@' split 2swap 2drop 2over str=
;
\G The child of that name, with or without unit address, or 0.
: find-child  ( c-addr u node -- node2|0 )
   ['] named? swap node>child list-find  nip nip
;
: step  ( c-addr u node -- node2|0 )
   >r 2dup s" .." str= if  2drop r> node>parent @ exit  then
   r> find-child
;
: walk  ( node c-addr u -- node2|0 )
   begin  dup  while
      '/' split                                      ( node rest-addr rest-u
                                                       c-addr u )
      dup if  4 roll step -rot  else  2drop  then    ( node rest-addr rest-u )
      2 pick 0= if  2drop exit  then
   repeat  2drop
;
: anywhere  ( c-addr u -- node|0 )
   root  begin  dup  while  dup >r named? r> swap  0= while
      next-node
   repeat then  nip nip
;
\G The node of a path: from / on, or from the active node, or the first one
\G of that name; 0 if there is none.
: find-node  ( c-addr u -- node|0 )
   dup 0= if  2drop 0 exit  then
   over c@ '/' = if  root -rot walk exit  then
   2dup node-here -rot walk ?dup if  nip nip exit  then
   anywhere
;
: .below  ( node -- )
   dup node>parent @ ?dup if  recurse '/' emit node$ type  else  drop  then
;
\G Print the path of a node.
: .path  ( node -- )  dup root = if  drop ." /"  else  .below  then ;

\ The active node: its methods are found first, and new words go there --------
: without  ( widn ... wid1 n wid -- widm ... wid1 m )
   {: wid :}  dup 0= if  exit  then
   1- swap >r wid recurse
   r> dup wid = if  drop  else  swap 1+  then
;
: activate  ( node|0 -- )
   active @ if  get-order active @ node>methods @ without set-order  then
   dup active !
   dup if  node>methods @ dup >order  else  drop forth-wordlist  then
   set-current
;
\G No node is active: back to plain Forth.
: device-end  ( -- )  0 activate ;
\G Make the node of this path active; aborts if there is none.
: find-device  ( c-addr u -- )
   find-node dup 0= abort" no such device"  activate
;
\G Make the node of this path active: its methods are found first.
: dev  ( "path" -- )  parse-name find-device ;
\G The same as DEV.
: cd  ( "path" -- )  dev ;
\G Print the path of the active node.
: pwd  ( -- )  node-here .path ;
: .child  ( node -- )  cr node$ type ;
\G List the children of the active node.
: ls  ( -- )  ['] .child node-here node>child list-each ;
\G List the paths of all nodes.
: show-devs  ( -- )
   root  begin  dup  while  cr dup .path  next-node  repeat  drop
;

\ Building a node. No PAUSE from new-device to finish-device.
\G Begin a node below the active one.
: new-device  ( -- )  s" device" node-here add-node activate ;
\G End it: its parent is active.
: finish-device  ( -- )  active @ node>parent @ activate ;
\G Name the active node.
: device-name  ( c-addr u -- )  node-here rename-node ;
\G Give the active node a property.
: property  ( value-addr value-u name-addr name-u -- )  node-here property! ;
\G Give the active node its register range.
: reg  ( base size -- )  node-here reg! ;

\ Methods ------------------------------------------------------------------
\G The parent of the node whose method is running.
: my-parent  ( -- node|0 )  my-self @ node>parent @ ;
\G A property of the node whose method is running.
: get-my-property  ( c-addr u -- true | value-addr value-u false )
   my-self @ get-property
;
\G The method of that name; throws -21 if the node has none.
: find-method  ( c-addr u node -- xt )
   node>methods @ search-wordlist 0= if  -21 throw  then
;
\G Run a node's method; MY-SELF is the node meanwhile.
: $call-method  ( i*x c-addr u node -- j*x )
   my-self @ >r  dup my-self !  find-method catch  r> my-self !  throw
;
\G Run a method of the parent of MY-SELF.
: $call-parent  ( i*x c-addr u -- j*x )  my-parent $call-method ;
\G Find a node and call its OPEN; 0 if either fails.
: open-dev  ( c-addr u -- node|0 )
   find-node dup if
      s" open" 2 pick ['] $call-method catch
      if  2drop 2drop 0  else  and  then
   then
;
\G Call a node's CLOSE.
: close-dev  ( node -- )  s" close" rot $call-method ;

\ Printing -----------------------------------------------------------------
: text-byte?  ( char -- flag )  dup 0= swap bl #127 within or ;
: text?  ( addr u -- flag )                \ one or more strings
   dup 2 < if  2drop false exit  then
   over c@ 0=  >r 2dup 1- + c@ r> or if  2drop false exit  then
   bounds ?do  i c@ text-byte? 0= if  false unloop exit  then  loop  true
;
: .value  ( addr u -- )
   2dup text? if
      begin  dup  while  decode-string '"' emit type '"' emit space  repeat
   else  begin  dup 3 >  while  decode-int h.  repeat
      begin  dup  while  over c@ h.  1 /string  repeat
   then  2drop
;
: .property  ( prop -- )
   cr dup prop>name 2@ #24 type-left  prop>value 2@ .value
;
\G List the properties of the active node.
: .properties  ( -- )  ['] .property node-here node>properties list-each ;

: .node-wid  ( wid -- )                    \ a node's word list, by its path
   root  begin  dup  while
      2dup node>methods @ = if  .path space drop exit  then  next-node
   repeat  drop h.
;
' .node-wid is .unnamed
