/* iors.h - the one space of error codes: name, THROW code, text. */
/* SPDX-License-Identifier: 0BSD */
#ifndef IORS_H
#define IORS_H
/* -1..-255 as Forth 2012 table 9.1 assigns them, ours from -256 down. A C
 * function that can fail returns 0 or one of these; a primitive throws it. */
/* clang-format off */
/* data rows */
#define IORS(IOR) \
IOR(OK,                     0, "no error") \
IOR(ABORT,                 -1, "aborted") \
IOR(ABORT_QUOTE,           -2, "aborted with a message") \
IOR(STACK_OVER,            -3, "stack overflow") \
IOR(STACK_UNDER,           -4, "stack underflow") \
IOR(RSTACK_OVER,           -5, "return stack overflow") \
IOR(RSTACK_UNDER,          -6, "return stack underflow") \
IOR(DICT_FULL,             -8, "no room left in the dictionary") \
IOR(ADDRESS,               -9, "invalid memory address") \
IOR(DIV_ZERO,             -10, "division by zero") \
IOR(RANGE,                -11, "result out of range") \
IOR(TYPE,                 -12, "argument type mismatch") \
IOR(UNDEFINED,            -13, "undefined word") \
IOR(COMPILE_ONLY,         -14, "this word only works inside a definition") \
IOR(NO_NAME,              -16, "a name is missing at the end of the line") \
IOR(HOLD_OVER,            -17, "pictured numeric output string overflow") \
IOR(STRING_OVER,          -18, "parsed string overflow") \
IOR(NAME_LENGTH,          -19, "name too long (63 characters at most)") \
IOR(UNSUPPORTED,          -21, "not supported here") \
IOR(CONTROL,              -22, "control structure mismatch") \
IOR(ALIGN,                -23, "address not aligned") \
IOR(ARGUMENT,             -24, "invalid numeric argument") \
IOR(INTERRUPT,            -28, "interrupted by the user") \
IOR(COMPILER_NESTING,     -29, "a definition is still open") \
IOR(NO_DOES,              -31, ">BODY used on a word not made by CREATE") \
IOR(BAD_NAME_ARG,         -32, "this word can't be changed with TO or IS") \
IOR(NO_FILE,              -38, "no such file") \
IOR(ORDER_OVER,           -49, "search order overflow") \
IOR(ORDER_UNDER,          -50, "search order underflow") \
IOR(QUIT,                 -56, "quit") \
IOR(TRAP,                -256, "unexpected trap") \
IOR(BAD_INSTRUCTION,     -257, "invalid instruction") \
IOR(NO_DEFER,            -258, "deferred word has no action yet") \
IOR(LOCALS,              -259, "locals: bad declaration") \
IOR(TASKS,               -260, "no room for another task") \
IOR(NESTING,             -261, "texts nested too deeply")
/* end of data rows */
/* clang-format on */
#define IOR_ENUM(name, code, text) IOR_##name = code,
enum ior {
	IORS(IOR_ENUM)
};
#endif
