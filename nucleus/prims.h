/* prims.h - every primitive: one row each. Included several times. */
/* SPDX-License-Identifier: 0BSD */
/* P a C function, PI the same and IMMEDIATE, PC immediate and compile-only;
 * IN compiled in place, IC compiled in place and compile-only;
 * V a word that gives an address of the nucleus.
 * Columns: name, function, stack effect, what it does. */
/* clang-format off */
/* data rows */

/* inline.c: the stack */
IN("dup",   c_dup,   "( x -- x x )",              "copy the top item")
IN("drop",  c_drop,  "( x -- )",                  "remove the top item")
IN("swap",  c_swap,  "( x1 x2 -- x2 x1 )",        "exchange the top two items")
IN("over",  c_over,  "( x1 x2 -- x1 x2 x1 )",     "copy the second item")
IN("nip",   c_nip,   "( x1 x2 -- x2 )",           "remove the second item")
IN("tuck", c_tuck, "( x1 x2 -- x2 x1 x2 )",
    "copy the top item below the second")
IN("rot", c_rot, "( x1 x2 x3 -- x2 x3 x1 )",
    "bring the third item to the top")
IN("-rot",  c_mrot,  "( x1 x2 x3 -- x3 x1 x2 )",  "put the top item third")
IN("2dup",  c_2dup,  "( x1 x2 -- x1 x2 x1 x2 )",  "copy the top pair")
IN("2drop", c_2drop, "( x1 x2 -- )",              "remove the top pair")
IN("2swap", c_2swap, "( x1 x2 x3 x4 -- x3 x4 x1 x2 )",
    "exchange the top two pairs")
IN("2over", c_2over, "( x1 x2 x3 x4 -- x1 x2 x3 x4 x1 x2 )",
    "copy the second pair")
IC(">r", c_to_r, "( x -- ) ( R: -- x )",
    "move the top item to the return stack")
IC("r>",    c_r_from,"( -- x ) ( R: x -- )",      "move it back")
IC("r@", c_r_fetch, "( -- x ) ( R: x -- x )",
    "copy the return stack's top item")
IC("rdrop", c_rdrop, "( R: x -- )",
    "remove the return stack's top item")
IC("2>r", c_2to_r, "( x1 x2 -- ) ( R: -- x1 x2 )",
    "move a pair to the return stack")
IC("2r>",   c_2r_from,"( -- x1 x2 ) ( R: x1 x2 -- )", "move a pair back")
IC("2r@", c_2r_fetch, "( -- x1 x2 ) ( R: x1 x2 -- x1 x2 )",
    "copy a pair from the return stack")
IC("i",     c_i,     "( -- n )",                  "index of the innermost loop")
IC("j", c_j, "( -- n )",
    "index of the next outer loop")
IC("unloop", c_unloop, "( R: loop -- )",
    "discard the loop's parameters, before EXIT")
IC("exit",  c_exit,  "( -- )",                    "return from this definition")
IN("execute", c_execute, "( i*x xt -- j*x )",     "run the word xt")

/* inline.c: arithmetic and comparison */
IN("+",     c_add,   "( n1 n2 -- n3 )",           "add")
IN("-",     c_sub,   "( n1 n2 -- n3 )",           "subtract n2 from n1")
IN("*",     c_mul,   "( n1 n2 -- n3 )",           "multiply")
IN("/",     c_div,   "( n1 n2 -- n3 )",
    "quotient, rounded towards zero; throws -10")
IN("mod", c_mod, "( n1 n2 -- n3 )",
    "remainder, with the sign of n1; throws -10")
IN("/mod", c_divmod, "( n1 n2 -- rem quot )",
    "remainder and quotient; throws -10")
IN("um*",   c_umstar,"( u1 u2 -- ud )",           "unsigned product, double")
IN("pick", c_pick, "( xu ... x0 u -- xu ... x0 xu )",
    "copy the u-th item; 0 pick is dup")
IN("and",   c_and,   "( x1 x2 -- x3 )",           "bit-wise and")
IN("or",    c_or,    "( x1 x2 -- x3 )",           "bit-wise or")
IN("xor",   c_xor,   "( x1 x2 -- x3 )",           "bit-wise exclusive or")
IN("invert",c_invert,"( x1 -- x2 )",              "flip all bits")
IN("negate",c_negate,"( n1 -- n2 )",              "change the sign")
IN("1+",    c_1plus, "( n -- n+1 )",              "add one")
IN("1-",    c_1minus,"( n -- n-1 )",              "subtract one")
IN("2*",    c_2times,"( x1 -- x2 )",              "shift left by one bit")
IN("2/", c_2div, "( n1 -- n2 )",
    "shift right by one bit, keeping the sign")
IN("cells", c_cells, "( n1 -- n2 )",              "size in bytes of n1 cells")
IN("cell+", c_cellp, "( a-addr1 -- a-addr2 )",    "add the size of a cell")
IN("chars", c_chars, "( n1 -- n2 )",
    "size in bytes of n1 characters")
IN("char+", c_charp, "( c-addr1 -- c-addr2 )",    "add the size of a character")
IN("lshift",c_lshift,"( x1 u -- x2 )",            "shift left by u bits")
IN("rshift", c_rshift, "( x1 u -- x2 )",
    "shift right by u bits, filling with zeros")
IN("arshift", c_arshift, "( n1 u -- n2 )",
    "shift right by u bits, keeping the sign")
IN("=",     c_eq,    "( x1 x2 -- flag )",         "true if equal")
IN("<>",    c_ne,    "( x1 x2 -- flag )",         "true if different")
IN("<",     c_lt,    "( n1 n2 -- flag )",         "true if n1 is less than n2")
IN(">", c_gt, "( n1 n2 -- flag )",
    "true if n1 is greater than n2")
IN("<=", c_le, "( n1 n2 -- flag )",
    "true if n1 is not greater than n2")
IN(">=", c_ge, "( n1 n2 -- flag )",
    "true if n1 is not less than n2")
IN("u<", c_ult, "( u1 u2 -- flag )",
    "true if u1 is less than u2, unsigned")
IN("u>", c_ugt, "( u1 u2 -- flag )",
    "true if u1 is greater than u2, unsigned")
IN("u<=", c_ule, "( u1 u2 -- flag )",
    "true if u1 is not greater than u2, unsigned")
IN("u>=", c_uge, "( u1 u2 -- flag )",
    "true if u1 is not less than u2, unsigned")
IN("0=",    c_0eq,   "( x -- flag )",             "true if zero")
IN("0<>",   c_0ne,   "( x -- flag )",             "true if not zero")
IN("0<",    c_0lt,   "( n -- flag )",             "true if negative")
IN("0>",    c_0gt,   "( n -- flag )",             "true if positive")

/* inline.c: memory */
IN("@",     c_fetch, "( a-addr -- x )",           "fetch a cell")
IN("!",     c_store, "( x a-addr -- )",           "store a cell")
IN("c@",    c_cfetch,"( c-addr -- char )",        "fetch a byte")
IN("c!",    c_cstore,"( char c-addr -- )",        "store a byte")
IN("w@",    c_wfetch,"( addr -- u )",             "fetch 16 bits")
IN("w!",    c_wstore,"( u addr -- )",             "store 16 bits")
IN("l@",    c_lfetch,"( addr -- u )",             "fetch 32 bits")
IN("l!",    c_lstore,"( u addr -- )",             "store 32 bits")
IN("+!",    c_plusst,"( n a-addr -- )",           "add n to the cell at a-addr")
IN("2@", c_2fetch, "( a-addr -- x1 x2 )",
    "fetch a pair; x2 is at a-addr")
IN("2!",    c_2store,"( x1 x2 a-addr -- )",       "store a pair; x2 at a-addr")

/* inline.c: doubles in memory; throw -21 where the processor has none */
IN("(f+)",  c_fadd,  "( a-addr1 a-addr2 -- )",    "add the second to the first")
IN("(f-)",  c_fsub,  "( a-addr1 a-addr2 -- )",    "subtract")
IN("(f*)",  c_fmul,  "( a-addr1 a-addr2 -- )",    "multiply")
IN("(f/)",  c_fdiv,  "( a-addr1 a-addr2 -- )",    "divide")
IN("(fsqrt)", c_fsqrt, "( a-addr1 a-addr2 -- )",
    "the first becomes the second's square root")
IN("(f<)", c_flt, "( a-addr1 a-addr2 -- )",
    "the first becomes a flag: is it less?")
IN("(f=)", c_feq, "( a-addr1 a-addr2 -- )",
    "the first becomes a flag: are they equal?")
IN("(s>f)", c_stof, "( a-addr1 a-addr2 -- )",
    "the first becomes the second, a cell, as a double")
IN("(f>s)", c_ftos, "( a-addr1 a-addr2 -- )",
    "the other way, towards zero")
IN("(f>sf)", c_ftosf, "( a-addr1 a-addr2 -- )",
    "the 32-bit first becomes the second")
IN("(sf>f)", c_sftof, "( a-addr1 a-addr2 -- )",
    "the first becomes the 32-bit second")

/* prims.c: stack and arithmetic that needs C */
P("(pick)", p_pick, "( xu ... x0 u -- xu ... x0 xu )",
    "copy the u-th item")
P("depth", p_depth, "( i*x -- i*x n )",
    "number of items on the stack")
P("(/0)",   p_div_zero,"( -- )",                  "throw -10")
P("um/mod", p_umdivmod, "( ud u -- rem quot )",
    "unsigned division of a double; throws -10")

/* prims.c: memory */
P("(keep)", p_keep, "( u -- addr )",
    "room that stays until a MARKER forgets it; throws -8")
P("fill",   p_fill,  "( c-addr u char -- )",      "set u bytes to char")
P("move", p_move, "( addr1 addr2 u -- )",
    "copy u bytes, overlap allowed")
P("compare", p_compare, "( c-addr1 u1 c-addr2 u2 -- n )",
    "compare strings: -1, 0, 1")

/* prims.c: output, machine */
P("type", p_type, "( c-addr u -- )",
    "send a string to the console")
P(".error", p_dot_error, "( ior -- )",
    "say what a throw was about: message, line, backtrace")
P("error$", p_error_text,"( ior -- c-addr u )",   "the text of a throw code")
P("(peek)", p_peek, "( addr space width -- x ior )",
    "guarded read of 1, 2, 4 or 8 bytes; space 0 memory, 1 ports")
P("(poke)", p_poke, "( x addr space width -- ior )",
    "guarded write of 1, 2, 4 or 8 bytes")
P("map-ram", p_map_ram, "( base size -- ior )",
    "let ordinary loads and stores reach this RAM")
P("ticks", p_ticks, "( -- u )",
    "the processor's free-running counter")
P("ticks/s", p_tick_hz, "( -- u )",
    "its rate in Hz, 0 if not known")
P("relax", p_relax, "( -- )",
    "a short wait inside a polling loop")
P("port-id", p_port_id, "( i -- c-addr u x true | false )",
    "the i-th identification register; throws if it can't be read")
P("port-put", p_port_put, "( char -- ior )",
    "send to the port's own console, if it has one")
P("port-get", p_port_get, "( -- char | -1 | -2 )",
    "receive from it: -1 nothing yet, -2 end of input")
P("(host)", p_host, "( a b c n -- x|ior )",
    "call n of port.h's enum host_call; -21 where there is no host")
P("port-reset", p_port_reset, "( status -- )",
    "reset the machine; on a host end the process")

/* prims.c: tasks, exceptions */
P("catch", p_catch, "( i*x xt -- j*x 0 | i*x n )",
    "run xt; n is what it threw")
P("throw", p_throw, "( k*x n -- k*x | i*x n )",
    "unless n is 0, return to the last CATCH")
P("(abort\")", p_abort_quote,"( x c-addr u -- )", "what ABORT\" compiles")
P("task", p_task, "( xt -- task )",
    "make a task that runs xt; throws -260")
P("pause",  p_pause, "( -- )",                    "let the other tasks run")

/* Addresses of what the nucleus keeps */
V("'type", type_hook,
    "cell: xt of the console's TYPE, 0 while output is kept")
V("'refill", refill_hook,
    "cell: xt ( -- c-addr u true | false ) giving the next console line")
V("'kept",  kept,        "the output kept while there was no console")
V("'#kept", nkept,       "cell: how many bytes that is")
V("'report",report_hook, "cell: xt ( ior -- ) that reports errors")
V("'fault", fault,
    "struct fault of nucleus.h: what is known of the last throw")
V("'code",  code_base,   "cell: where generated code begins")
V("'lines", code_lines,
    "cell: which code belongs to which source line, 8 bytes a row")
V("'here",  space.here,  "cell: next free byte of data space")
V("'data",  port_ram,    "cell: where data space begins")
V("'data-end", here_end, "cell: where it ends")
V("'latest",space.last,  "cell: the word defined last")
V("'space", space,       "six cells: all that MARKER puts back")
V("'source", source,
    "struct source of nucleus.h: line, its length, >IN, id")
V(">in",    source.in,   "cell: offset of the next character of SOURCE")
V("'optimise",optimising, "cell: false: compile without optimiser")
V("state",  state,       "cell: true while compiling")
V("base",   base,        "cell: number base")
V("'number", number_hook,
    "cell: xt ( c-addr u -- flag ) that takes what is no word and no integer")
V("'order", order,       "cells: the search order, first to be searched first")
V("#order", norder,      "cell: how many lists that is")
V("'current", current,   "cell: the list that new words go to")
V("forth-wordlist", forth_list, "the main word list")
V("'files", files,
    "rows of struct file of nucleus.h; the first is the console")
V("'isa",   port_isa,    "the processor family's name, 0-terminated")
V("'flags", port_flags,  "32 bits: boot flags")
V("'boot",  port_boot,   "four cells: registers that firmware passed")
V("'start", start_ticks, "cell: TICKS when this code got control")
V("'image", port_image,  "cell: first byte of the memory that is ours")
V("'image-end", port_image_end, "cell: one past its last byte")

/* words.c: text, dictionary */
P("parse",  p_parse, "( char -- c-addr u )",      "text up to char")
P("parse-name",p_parse_name,"( -- c-addr u )",    "the next word of the line")
P("refill", p_refill, "( -- flag )",
    "go to the next line; false at the end")
P("interpret", interpret, "( i*x -- j*x )",
    "interpret the rest of the line")
P("evaluate",p_evaluate,"( i*x c-addr u -- j*x )","interpret a string")
P("include", p_include, "( \"name\" -- )",
    "interpret a text of this image; throws -38")
P("(included)", p_included, "( i*x c-addr1 u1 c-addr2 u2 -- j*x )",
    "interpret the first string as a text whose name is the second")
P("(decode)", p_decode, "( addr -- x0 x1 x2 z-operands z-name u )",
    "the operation whose code is at addr, and how long that is")
P("file$", p_file, "( c-addr u -- c-addr2 u2 true | false )",
    "a text of this image by name")
P("number?", p_number, "( c-addr u -- n true | false )",
    "convert a string to a number")
P("(find)", p_find_in, "( c-addr u wid -- nt | 0 )",
    "look up a string in one word list")
P("find-name", p_find_name, "( c-addr u -- nt | 0 )",
    "look up a string in the search order")
P("'", p_tick, "( \"name\" -- xt )",
    "execution token of a word; throws -13")

/* define.c: making words */
P(":",      p_colon, "( \"name\" -- )",           "begin a definition")
P(":noname", p_noname, "( -- xt )",
    "begin a definition without a name")
PC(";",     p_semi,  "( -- )",                    "end it")
P("immediate", p_immediate, "( -- )",
    "the last word acts while compiling")
P("create", p_create, "( \"name\" -- )",
    "a word that gives the address of its data")
P("(does>)", p_set_does, "( xt -- )",
    "the word made last does xt, given its data address")
PC("does>", p_does, "( -- )",
    "what words made by this one do, given their data address")
P("constant",p_constant,"( x \"name\" -- )",      "a word that gives x")
P("value", p_value, "( x \"name\" -- )",
    "a word that gives x, which TO changes")
P("(no-action)", p_no_action, "( -- )",
    "a deferred word's action before IS: throw -258")
P("defer",  p_defer, "( \"name\" -- )",           "a word whose action IS sets")
PI("to", p_to, "( x \"name\" -- )",
    "store into a VALUE or a local; throws -32")
P("(restore)", p_restore, "( addr -- )",
    "put the dictionary back to a copy of 'SPACE")
P("(s\")", p_keep_string, "( c-addr u -- | c-addr2 u )",
    "compile a string, or keep it")
P("compile,",p_compile_comma,"( xt -- )",         "compile a call of xt")
PC("literal",p_literal,"( x -- )",                "compile x as a number")
PC("postpone", p_postpone, "( \"name\" -- )",
    "compile the word's compilation action")
PI("\\", p_backslash, "( -- )",
    "comment to the end of the line")
PC("{:",    p_locals,"( i*x -- )",                "locals: {: a b | c -- d :}")

/* control.c */
PC("if", p_if, "( x -- )",
    "go on unless x is 0, else to ELSE or THEN")
PC("then",  p_then,  "( -- )",                    "end of IF")
PC("ahead", p_ahead, "( -- )",                    "jump to THEN")
PC("begin", p_begin, "( -- )",                    "begin a loop")
PC("until", p_until, "( x -- )",                  "back to BEGIN if x is 0")
PC("again", p_again, "( -- )",                    "back to BEGIN")
PC("do",    p_do,    "( limit start -- )",        "begin a counted loop")
PC("?do", p_qdo, "( limit start -- )",
    "the same, skipped if limit = start")
PC("loop", p_loop, "( -- )",
    "add 1 to the index, again unless it reached the limit")
PC("+loop", p_ploop, "( n -- )",
    "add n to the index, again unless it crossed the limit")
PC("leave", p_leave, "( -- )",                    "leave the counted loop")
P("cs-pick",p_cs_pick,"( u -- )",                "copy a BEGIN on that stack")
P("cs-roll",p_cs_roll,"( u -- )",                "move a control-flow item")
/* end of data rows */
/* clang-format on */
#undef P
#undef PI
#undef PC
#undef IN
#undef IC
#undef V
