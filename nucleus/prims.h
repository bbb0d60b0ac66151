/* prims.h - every primitive: one row each. Included several times. */
/* SPDX-License-Identifier: 0BSD */
/* P a C function, PI the same and IMMEDIATE, PC immediate and compile-only;
 * IN recorded in place (compile.h), IC the same and compile-only;
 * V a word that gives an address of the nucleus.
 * Columns: name; function, or records; of P what it takes and leaves: ANY if it
 * may see all of the stack or has two outcomes; stack effect; what it does. */
/* clang-format off */
/* data rows */

/* in place: the stack */
IN("dup", SEQ(SHUF(1, aa)), "( x -- x x )", "copy the top item")
IN("drop", SEQ(SHUF(1, )), "( x -- )", "remove the top item")
IN("swap", SEQ(SHUF(2, ba)), "( x1 x2 -- x2 x1 )", "exchange the top two items")
IN("over", SEQ(SHUF(2, aba)), "( x1 x2 -- x1 x2 x1 )", "copy the second item")
IN("nip", SEQ(SHUF(2, b)), "( x1 x2 -- x2 )", "remove the second item")
IN("tuck", SEQ(SHUF(2, bab)), "( x1 x2 -- x2 x1 x2 )",
    "copy the top item below the second")
IN("rot", SEQ(SHUF(3, bca)), "( x1 x2 x3 -- x2 x3 x1 )",
    "bring the third item to the top")
IN("-rot", SEQ(SHUF(3, cab)), "( x1 x2 x3 -- x3 x1 x2 )",
    "put the top item third")
IN("2dup", SEQ(SHUF(2, abab)), "( x1 x2 -- x1 x2 x1 x2 )", "copy the top pair")
IN("2drop", SEQ(SHUF(2, )), "( x1 x2 -- )", "remove the top pair")
IN("2swap", SEQ(SHUF(4, cdab)), "( x1 x2 x3 x4 -- x3 x4 x1 x2 )",
    "exchange the top two pairs")
IN("2over", SEQ(SHUF(4, abcdab)), "( x1 x2 x3 x4 -- x1 x2 x3 x4 x1 x2 )",
    "copy the second pair")
IC(">r", SEQ(RPUSH), "( x -- ) ( R: -- x )",
    "move the top item to the return stack")
IC("r>", SEQ(RPOP), "( -- x ) ( R: x -- )", "move it back")
IC("r@", SEQ(RTOP(0)), "( -- x ) ( R: x -- x )",
    "copy the return stack's top item")
IC("rdrop", SEQ(RDROP(1)), "( R: x -- )", "remove the return stack's top item")
IC("2>r", SEQ(SHUF(2, ba), RPUSH, RPUSH), "( x1 x2 -- ) ( R: -- x1 x2 )",
    "move a pair to the return stack")
IC("2r>", SEQ(RPOP, RPOP, SHUF(2, ba)), "( -- x1 x2 ) ( R: x1 x2 -- )",
    "move a pair back")
IC("2r@", SEQ(RTOP(1), RTOP(0)), "( -- x1 x2 ) ( R: x1 x2 -- x1 x2 )",
    "copy a pair from the return stack")
IC("i", SEQ(RTOP(0)), "( -- n )", "index of the innermost loop")
IC("j", SEQ(RTOP(2)), "( -- n )", "index of the next outer loop")
IC("unloop", SEQ(RDROP(2)), "( R: loop -- )",
    "discard the loop's parameters, before EXIT")
IC("exit", SEQ(EXIT), "( -- )", "return from this definition")
IN("execute", SEQ(EXEC), "( i*x xt -- j*x )", "run the word xt")

/* in place: arithmetic and comparison */
IN("+", SEQ(ALU2(ADD)), "( n1 n2 -- n3 )", "add")
IN("-", SEQ(ALU2(SUB)), "( n1 n2 -- n3 )", "subtract n2 from n1")
IN("*", SEQ(ALU2(MUL)), "( n1 n2 -- n3 )", "multiply")
IN("/", SEQ(ALU2(DIV)), "( n1 n2 -- n3 )",
    "quotient, rounded towards zero; throws -10")
IN("mod", SEQ(SHUF(2, abab), ALU2(DIV), ALU2(MUL), ALU2(SUB)),
    "( n1 n2 -- n3 )",
    "remainder, with the sign of n1; throws -10")
IN("/mod", SEQ(SHUF(2, abab), ALU2(DIV), SHUF(2, bab), ALU2(MUL), SHUF(3, bac),
    ALU2(SUB), SHUF(2, ba)),
    "( n1 n2 -- rem quot )",
    "remainder and quotient; throws -10")
IN("um*", SEQ(SHUF(2, abab), ALU2(MUL), SHUF(3, cab), ALU2(UMULH)),
    "( u1 u2 -- ud )",
    "unsigned product, double")
IN("pick", SEQ(PICK), "( xu ... x0 u -- xu ... x0 xu )",
    "copy the u-th item; 0 pick is dup")
IN("and", SEQ(ALU2(AND)), "( x1 x2 -- x3 )", "bit-wise and")
IN("or", SEQ(ALU2(OR)), "( x1 x2 -- x3 )", "bit-wise or")
IN("xor", SEQ(ALU2(XOR)), "( x1 x2 -- x3 )", "bit-wise exclusive or")
IN("invert", SEQ(ALU1(NOT)), "( x1 -- x2 )", "flip all bits")
IN("negate", SEQ(ALU1(NEG)), "( n1 -- n2 )", "change the sign")
IN("1+", SEQ(LIT(1), ALU2(ADD)), "( n -- n+1 )", "add one")
IN("1-", SEQ(LIT(1), ALU2(SUB)), "( n -- n-1 )", "subtract one")
IN("2*", SEQ(LIT(1), ALU2(SHL)), "( x1 -- x2 )", "shift left by one bit")
IN("2/", SEQ(LIT(1), ALU2(SAR)), "( n1 -- n2 )",
    "shift right by one bit, keeping the sign")
IN("cells", SEQ(LIT(CELL_SHIFT), ALU2(SHL)), "( n1 -- n2 )",
    "size in bytes of n1 cells")
IN("cell+", SEQ(LIT(CELL), ALU2(ADD)), "( a-addr1 -- a-addr2 )",
    "add the size of a cell")
IN("chars", SEQ(END), "( n1 -- n2 )", "size in bytes of n1 characters")
IN("char+", SEQ(LIT(1), ALU2(ADD)), "( c-addr1 -- c-addr2 )",
    "add the size of a character")
IN("lshift", SEQ(ALU2(SHL)), "( x1 u -- x2 )", "shift left by u bits")
IN("rshift", SEQ(ALU2(SHR)), "( x1 u -- x2 )",
    "shift right by u bits, filling with zeros")
IN("arshift", SEQ(ALU2(SAR)), "( n1 u -- n2 )",
    "shift right by u bits, keeping the sign")
IN("=", SEQ(CMP(EQ)), "( x1 x2 -- flag )", "true if equal")
IN("<>", SEQ(CMP(NE)), "( x1 x2 -- flag )", "true if different")
IN("<", SEQ(CMP(LT)), "( n1 n2 -- flag )", "true if n1 is less than n2")
IN(">", SEQ(SHUF(2, ba), CMP(LT)), "( n1 n2 -- flag )",
    "true if n1 is greater than n2")
IN("<=", SEQ(SHUF(2, ba), CMP(GE)), "( n1 n2 -- flag )",
    "true if n1 is not greater than n2")
IN(">=", SEQ(CMP(GE)), "( n1 n2 -- flag )", "true if n1 is not less than n2")
IN("u<", SEQ(CMP(ULT)), "( u1 u2 -- flag )",
    "true if u1 is less than u2, unsigned")
IN("u>", SEQ(SHUF(2, ba), CMP(ULT)), "( u1 u2 -- flag )",
    "true if u1 is greater than u2, unsigned")
IN("u<=", SEQ(SHUF(2, ba), CMP(UGE)), "( u1 u2 -- flag )",
    "true if u1 is not greater than u2, unsigned")
IN("u>=", SEQ(CMP(UGE)), "( u1 u2 -- flag )",
    "true if u1 is not less than u2, unsigned")
IN("0=", SEQ(LIT(0), CMP(EQ)), "( x -- flag )", "true if zero")
IN("0<>", SEQ(LIT(0), CMP(NE)), "( x -- flag )", "true if not zero")
IN("0<", SEQ(LIT(0), CMP(LT)), "( n -- flag )", "true if negative")
IN("0>", SEQ(LIT(0), SHUF(2, ba), CMP(LT)), "( n -- flag )", "true if positive")

/* in place: memory */
IN("@", SEQ(LOAD(LDC)), "( a-addr -- x )", "fetch a cell")
IN("!", SEQ(STORE(STC)), "( x a-addr -- )", "store a cell")
IN("c@", SEQ(LOAD(LD8)), "( c-addr -- char )", "fetch a byte")
IN("c!", SEQ(STORE(ST8)), "( char c-addr -- )", "store a byte")
IN("w@", SEQ(LOAD(LD16)), "( addr -- u )", "fetch 16 bits")
IN("w!", SEQ(STORE(ST16)), "( u addr -- )", "store 16 bits")
IN("l@", SEQ(LOAD(LD32)), "( addr -- u )", "fetch 32 bits")
IN("l!", SEQ(STORE(ST32)), "( u addr -- )", "store 32 bits")
IN("+!", SEQ(SHUF(2, bab), LOAD(LDC), ALU2(ADD), SHUF(2, ba), STORE(STC)),
    "( n a-addr -- )",
    "add n to the cell at a-addr")
IN("2@", SEQ(SHUF(1, aa), LIT(CELL), ALU2(ADD), LOAD(LDC), SHUF(2, ba),
    LOAD(LDC)),
    "( a-addr -- x1 x2 )",
    "fetch a pair; x2 is at a-addr")
IN("2!", SEQ(SHUF(2, bab), STORE(STC), LIT(CELL), ALU2(ADD), STORE(STC)),
    "( x1 x2 a-addr -- )",
    "store a pair; x2 at a-addr")

/* in place: doubles in memory; throw -21 where the processor has none */
IN("(f+)", SEQ(STORE(FADD)), "( a-addr1 a-addr2 -- )",
    "add the second to the first")
IN("(f-)", SEQ(STORE(FSUB)), "( a-addr1 a-addr2 -- )", "subtract")
IN("(f*)", SEQ(STORE(FMUL)), "( a-addr1 a-addr2 -- )", "multiply")
IN("(f/)", SEQ(STORE(FDIV)), "( a-addr1 a-addr2 -- )", "divide")
IN("(fsqrt)", SEQ(STORE(FSQRT)), "( a-addr1 a-addr2 -- )",
    "the first becomes the second's square root")
IN("(f<)", SEQ(STORE(FLT)), "( a-addr1 a-addr2 -- )",
    "the first becomes a flag: is it less?")
IN("(f=)", SEQ(STORE(FEQ)), "( a-addr1 a-addr2 -- )",
    "the first becomes a flag: are they equal?")
IN("(s>f)", SEQ(STORE(STOF)), "( a-addr1 a-addr2 -- )",
    "the first becomes the second, a cell, as a double")
IN("(f>s)", SEQ(STORE(FTOS)), "( a-addr1 a-addr2 -- )",
    "the other way, towards zero")
IN("(f>sf)", SEQ(STORE(FTOSF)), "( a-addr1 a-addr2 -- )",
    "the 32-bit first becomes the second")
IN("(sf>f)", SEQ(STORE(SFTOF)), "( a-addr1 a-addr2 -- )",
    "the first becomes the 32-bit second")

/* prims.c: stack and arithmetic that needs C */
P("(pick)", p_pick, ANY, "( xu ... x0 u -- xu ... x0 xu )",
    "copy the u-th item")
P("depth", p_depth, ANY, "( i*x -- i*x n )", "number of items on the stack")
P("(/0)", p_div_zero, TAKES(0, 0), "( -- )", "throw -10")
P("um/mod", p_umdivmod, TAKES(3, 2), "( ud u -- rem quot )",
    "unsigned division of a double; throws -10")

/* prims.c: memory */
P("(keep)", p_keep, TAKES(1, 1), "( u -- addr )",
    "room that stays until a MARKER forgets it; throws -8")
P("native", p_native, TAKES(2, 1), "( c-addr u -- xt )",
    "a nameless word of u bytes of machine code; its stack is in memory")
P("fill", p_fill, TAKES(3, 0), "( c-addr u char -- )", "set u bytes to char")
P("move", p_move, TAKES(3, 0), "( addr1 addr2 u -- )",
    "copy u bytes, overlap allowed")
P("compare", p_compare, TAKES(4, 1), "( c-addr1 u1 c-addr2 u2 -- n )",
    "compare strings: -1, 0, 1")

/* prims.c: output, machine */
P("type", p_type, TAKES(2, 0), "( c-addr u -- )",
    "send a string to the console")
P(".error", p_dot_error, TAKES(1, 0), "( ior -- )",
    "say what a throw was about: message, line, backtrace")
P("error$", p_error_text, TAKES(1, 2), "( ior -- c-addr u )",
    "the text of a throw code")
P("(peek)", p_peek, TAKES(3, 2), "( addr space width -- x ior )",
    "guarded read of 1, 2, 4 or 8 bytes; space 0 memory, 1 ports")
P("(poke)", p_poke, TAKES(4, 1), "( x addr space width -- ior )",
    "guarded write of 1, 2, 4 or 8 bytes")
P("(scan)", p_scan, TAKES(4, 2), "( addr u step x -- addr2 u2 )",
    "skip 32-bit words of memory, u at most, that read as x; guarded")
P("map-ram", p_map_ram, TAKES(2, 1), "( base size -- ior )",
    "let ordinary loads and stores reach this RAM")
P("ticks", p_ticks, TAKES(0, 1), "( -- u )",
    "the processor's free-running counter")
P("ticks/s", p_tick_hz, TAKES(0, 1), "( -- u )",
    "its rate in Hz, 0 if not known")
P("relax", p_relax, TAKES(0, 0), "( -- )", "a short wait inside a polling loop")
P("port-id", p_port_id, ANY, "( i -- c-addr u x true | false )",
    "the i-th identification register; throws if it can't be read")
P("port-put", p_port_put, TAKES(1, 1), "( char -- ior )",
    "send to the port's own console, if it has one")
P("port-get", p_port_get, TAKES(0, 1), "( -- char | -1 | -2 )",
    "receive from it: -1 nothing yet, -2 end of input")
P("(host)", p_host, TAKES(4, 1), "( a b c n -- x|ior )",
    "call n of port.h's enum host_call; -21 where there is no host")
P("port-reset", p_port_reset, TAKES(1, 0), "( status -- )",
    "reset the machine; on a host end the process")

/* prims.c: tasks, exceptions */
P("catch", p_catch, ANY, "( i*x xt -- j*x 0 | i*x n )",
    "run xt; n is what it threw")
P("throw", p_throw, TAKES(1, 0), "( k*x n -- k*x | i*x n )",
    "unless n is 0, return to the last CATCH")
P("(abort\")", p_abort_quote, TAKES(3, 0), "( x c-addr u -- )",
    "what ABORT\" compiles")
P("task", p_task, TAKES(1, 1), "( xt -- task )",
    "make a task that runs xt; throws -260")
P("pause", p_pause, TAKES(0, 0), "( -- )", "let the other tasks run")

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
P("parse", p_parse, TAKES(1, 2), "( char -- c-addr u )", "text up to char")
P("parse-name", p_parse_name, TAKES(0, 2), "( -- c-addr u )",
    "the next word of the line")
P("refill", p_refill, TAKES(0, 1), "( -- flag )",
    "go to the next line; false at the end")
P("interpret", interpret, ANY, "( i*x -- j*x )",
    "interpret the rest of the line")
P("evaluate", p_evaluate, ANY, "( i*x c-addr u -- j*x )", "interpret a string")
P("include", p_include, TAKES(1, 0), "( \"name\" -- )",
    "interpret a text of this image; throws -38")
P("(included)", p_included, ANY, "( i*x c-addr1 u1 c-addr2 u2 -- j*x )",
    "interpret the first string as a text whose name is the second")
P("(decode)", p_decode, TAKES(1, 6), "( addr -- x0 x1 x2 z-operands z-name u )",
    "the operation whose code is at addr, and how long that is")
P("file$", p_file, ANY, "( c-addr u -- c-addr2 u2 true | false )",
    "a text of this image by name")
P("number?", p_number, ANY, "( c-addr u -- n true | false )",
    "convert a string to a number")
P("(find)", p_find_in, TAKES(3, 1), "( c-addr u wid -- nt | 0 )",
    "look up a string in one word list")
P("find-name", p_find_name, TAKES(2, 1), "( c-addr u -- nt | 0 )",
    "look up a string in the search order")
P("'", p_tick, TAKES(1, 1), "( \"name\" -- xt )",
    "execution token of a word; throws -13")

/* define.c: making words */
P(":", p_colon, TAKES(1, 0), "( \"name\" -- )", "begin a definition")
P(":noname", p_noname, TAKES(0, 1), "( -- xt )",
    "begin a definition without a name")
PC(";", p_semi, "( -- )", "end it")
P("immediate", p_immediate, TAKES(0, 0), "( -- )",
    "the last word acts while compiling")
P("create", p_create, TAKES(1, 0), "( \"name\" -- )",
    "a word that gives the address of its data")
P("(does>)", p_set_does, TAKES(1, 0), "( xt -- )",
    "the word made last does xt, given its data address")
PC("does>", p_does, "( -- )",
    "what words made by this one do, given their data address")
P("constant", p_constant, TAKES(2, 0), "( x \"name\" -- )",
    "a word that gives x")
P("value", p_value, TAKES(2, 0), "( x \"name\" -- )",
    "a word that gives x, which TO changes")
P("(no-action)", p_no_action, TAKES(0, 0), "( -- )",
    "a deferred word's action before IS: throw -258")
P("defer", p_defer, TAKES(1, 0), "( \"name\" -- )",
    "a word whose action IS sets")
PI("to", p_to, "( x \"name\" -- )", "store into a VALUE or a local; throws -32")
P("(restore)", p_restore, TAKES(1, 0), "( addr -- )",
    "put the dictionary back to a copy of 'SPACE")
P("(s\")", p_keep_string, ANY, "( c-addr u -- | c-addr2 u )",
    "compile a string, or keep it")
P("compile,", p_compile_comma, TAKES(1, 0), "( xt -- )", "compile a call of xt")
PC("literal", p_literal, "( x -- )", "compile x as a number")
PC("postpone", p_postpone, "( \"name\" -- )",
    "compile the word's compilation action")
PI("\\", p_backslash, "( -- )", "comment to the end of the line")
PC("{:", p_locals, "( i*x -- )", "locals: {: a b | c -- d :}")

/* control.c */
PC("if", p_if, "( x -- )", "go on unless x is 0, else to ELSE or THEN")
PC("then", p_then, "( -- )", "end of IF")
PC("ahead", p_ahead, "( -- )", "jump to THEN")
PC("begin", p_begin, "( -- )", "begin a loop")
PC("until", p_until, "( x -- )", "back to BEGIN if x is 0")
PC("again", p_again, "( -- )", "back to BEGIN")
PC("do", p_do, "( limit start -- )", "begin a counted loop")
PC("?do", p_qdo, "( limit start -- )", "the same, skipped if limit = start")
PC("loop", p_loop, "( -- )",
    "add 1 to the index, again unless it reached the limit")
PC("+loop", p_ploop, "( n -- )",
    "add n to the index, again unless it crossed the limit")
PC("leave", p_leave, "( -- )", "leave the counted loop")
P("cs-pick", p_cs_pick, TAKES(1, 0), "( u -- )", "copy a BEGIN on that stack")
P("cs-roll", p_cs_roll, TAKES(1, 0), "( u -- )", "move a control-flow item")
/* end of data rows */
/* clang-format on */
#undef P
#undef PI
#undef PC
#undef IN
#undef IC
#undef V
