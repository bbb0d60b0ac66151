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
IOR(FORGET,               -15, "this word can't be forgotten") \
IOR(NO_NAME,              -16, "a name is missing at the end of the line") \
IOR(HOLD_OVER,            -17, "pictured numeric output string overflow") \
IOR(STRING_OVER,          -18, "parsed string overflow") \
IOR(NAME_LENGTH,          -19, "name too long (63 characters at most)") \
IOR(UNSUPPORTED,          -21, "not supported here") \
IOR(CONTROL,              -22, "control structure mismatch") \
IOR(ALIGN,                -23, "address not aligned") \
IOR(RSTACK_BALANCE,       -25, "return stack not balanced") \
IOR(ARGUMENT,             -24, "invalid numeric argument") \
IOR(INTERRUPT,            -28, "interrupted by the user") \
IOR(COMPILER_NESTING,     -29, "a definition is still open") \
IOR(NO_DOES,              -31, ">BODY used on a word not made by CREATE") \
IOR(BAD_NAME_ARG,         -32, "this word can't be changed with TO or IS") \
IOR(BLOCK_READ,           -33, "a block can't be read") \
IOR(BLOCK_WRITE,          -34, "a block can't be written") \
IOR(BLOCK_NUMBER,         -35, "no block has this number") \
IOR(FILE_POSITION,        -36, "invalid file position") \
IOR(FILE,                 -37, "file I/O exception") \
IOR(NO_FILE,              -38, "no such file") \
IOR(FILE_END,             -39, "unexpected end of file") \
IOR(FSTACK_OVER,          -44, "floating-point stack overflow") \
IOR(FSTACK_UNDER,         -45, "floating-point stack underflow") \
IOR(ORDER_OVER,           -49, "search order overflow") \
IOR(ORDER_UNDER,          -50, "search order underflow") \
IOR(QUIT,                 -56, "quit") \
IOR(ALLOCATE,             -59, "no memory left to allocate") \
IOR(FREE,                 -60, "this memory is not from ALLOCATE") \
IOR(RESIZE,               -61, "this memory can't be resized") \
IOR(XCHAR,                -77, "not a character in UTF-8") \
IOR(SUBSTITUTE,           -78, "SUBSTITUTE: the buffer is too small") \
IOR(CLOSE_FILE,           -62, "the file can't be closed") \
IOR(CREATE_FILE,          -63, "the file can't be made") \
IOR(DELETE_FILE,          -64, "the file can't be deleted") \
IOR(FILE_POS,             -65, "this file has no position") \
IOR(FILE_SIZE,            -66, "this file has no size") \
IOR(FILE_STATUS,          -67, "nothing can be known about the file") \
IOR(FLUSH_FILE,           -68, "the file can't be flushed") \
IOR(OPEN_FILE,            -69, "the file can't be opened") \
IOR(READ_FILE,            -70, "the file can't be read") \
IOR(READ_LINE,            -71, "the file can't be read") \
IOR(RENAME_FILE,          -72, "the file can't be renamed") \
IOR(REPOSITION_FILE,      -73, "this file has no such position") \
IOR(RESIZE_FILE,          -74, "the file's size can't be changed") \
IOR(WRITE_FILE,           -75, "the file can't be written") \
IOR(WRITE_LINE,           -76, "the file can't be written") \
IOR(TRAP,                -256, "unexpected trap") \
IOR(BAD_INSTRUCTION,     -257, "invalid instruction") \
IOR(NO_DEFER,            -258, "deferred word has no action yet") \
IOR(LOCALS,              -259, "locals: bad declaration") \
IOR(TASKS,               -260, "no room for another task") \
IOR(NESTING,             -261, "texts nested too deeply") \
IOR(DAMAGED,             -262, "the sources in this image are damaged")
/* end of data rows */
/* clang-format on */
#define IOR_ENUM(name, code, text) IOR_##name = code,
enum ior {
	IORS(IOR_ENUM)
};
#endif
