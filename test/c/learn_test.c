/* learn_test.c - disco port: what is learned, and what is complained about. */
/* SPDX-License-Identifier: 0BSD */
#include "learn.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD                                                                   \
	"isa t\n"                                                              \
	"mc -triple=x86_64 -x86-asm-syntax=intel\n"                            \
	"cell 8\n"                                                             \
	"regs rax rcx rdx rbx - rbp rsi rdi r8 r9 r10 r11 - r13 r14 r15\n"     \
	"regs.n 0 1 2 3 - 5 6 7 8 9 10 11 - 13 14 15\n"                        \
	"pool rbx rsi r8 r9\n"                                                 \
	"dsp rbp\n"                                                            \
	"rp -\n"

static char said[4096]; /* on stderr, by the last run of `port` */

static void
write_ops(const char *text)
{
	FILE *out = fopen("port/t/ops", "w");

	assert_non_null(out);
	fputs(text, out);
	assert_int_equal(fclose(out), 0);
}

/* disco port with these words; the status. */
static int
port(const char *what, const char *isa, const char *option, const char *value)
{
	char words[5][32] = {"port"};
	char *argv[6] = {words[0], words[1], words[2], words[3], words[4]};
	int n = option ? 5 : 3, kept = dup(2), fd = memory_file("", 0);
	int status;
	ssize_t got;

	snprintf(words[1], sizeof words[1], "%s", what);
	snprintf(words[2], sizeof words[2], "%s", isa);
	snprintf(words[3], sizeof words[3], "%s", option ? option : "");
	snprintf(words[4], sizeof words[4], "%s", option ? value : "");
	argv[n] = NULL;
	dup2(fd, 2);
	status = cmd_port(n, argv);
	dup2(kept, 2);
	close(kept);
	got = pread(fd, said, sizeof said - 1, 0);
	said[got > 0 ? got : 0] = 0;
	close(fd);
	return status;
}

/* These rows are refused, and the complaint has this in it. */
static void
refused(const char *rows, const char *complaint)
{
	char text[2048];

	snprintf(text, sizeof text, "%s%s\n", HEAD, rows);
	write_ops(text);
	assert_int_equal(port("check", "t", NULL, NULL), EXIT_FAILED);
	if (!strstr(said, complaint))
		fail_msg("no `%s` in `%s`", complaint, said);
}

static void
rows_are_refused(void **state)
{
	(void)state;
	refused("frob d a : nop", "port/t/ops:9: no such operation: `frob`");
	refused("mov d : nop", "`mov` wants operand `a` here, not ``");
	refused("mov d a d!=c : nop", "`d!=c` is neither");
	refused("add.i d a i12 : nop", "not `i12`");
	refused("add.i d a i12u*3 : nop", "not `i12u*3`");
	refused("add.i d a i65s : nop", "not `i65s`");
	refused("add.i d a i2u*4 : nop", "not `i2u*4`");
	refused("ret : ret", "no such operation");
	refused("exit : ret\nexit : ret", ":10: `exit` again");
	refused("exit", "cannot be: `exit`");
	refused("mov d a : mov {d}, {b}", "ops:9:");
	refused("mov d a : frob {d}, {a}", "invalid instruction mnemonic");
	refused("\n# said\nmov d a :\n frob {d}, {a}", "port/t/ops:11:");
}

static void
encodings_are_refused(void **state)
{
	(void)state;
	refused("add d a b : lea {d}, [{a}+{b}]", "changes the length");
	refused("mov d a : mov {d}, rax", "bit 0 of `a` does not change");
	refused("add.i d a i33s : {disp32} lea {d}, [{a}+{i}]",
		"bit 32 of `i` does not change");
	refused("radd i32s : {disp32} lea rsp, [rsp+{i}+8]",
		"radd i=-1: learned 48 8d a4 24 e7 ff ff ff,"
		" llvm-mc says 48 8d a4 24 07 00 00 00");
}

static void
files_are_refused(void **state)
{
	(void)state;
	write_ops("isa t\n");
	assert_int_equal(port("check", "t", NULL, NULL), EXIT_FAILED);
	assert_string_equal(said, "port/t/ops:1: no line `mc`\n");
	assert_int_equal(port("check", "nowhere", NULL, NULL), EXIT_FAILED);
	assert_string_equal(
		said, "port/nowhere/ops: No such file or directory\n");
	assert_int_equal(port("learn", "t", NULL, NULL), EXIT_USAGE);
	assert_int_equal(port("check", "t", "--seed", "x"), EXIT_USAGE);
}

static struct spec *
learned(const char *rows)
{
	struct spec *s = calloc(1, sizeof *s);
	char text[2048];

	assert_non_null(s);
	snprintf(text, sizeof text, "%s%s\n", HEAD, rows);
	write_ops(text);
	s->path = "port/t/ops";
	assert_true(spec_read(s));
	assert_true(learn(s));
	return s;
}

static void
forget(struct spec *s)
{
	buf_free(&s->file);
	free(s);
}

/* Intel SDM volume 2: MOV r64, r/m64 is REX.W 8B /r, disp32 with mod 2. */
static void
loads_are_learned(void **state)
{
	struct spec *s = learned("ld d a i32s : {disp32} mov {d}, [{a}+{i}]");
	const struct row *r = &s->row[OP_LDC];
	const struct tuple t = {{9, 3, (uint32_t)-8}};
	const uint8_t want[] = {0x4c, 0x8b, 0x8b, 0xf8, 0xff, 0xff, 0xff};
	uint8_t code[CODE_MAX];

	(void)state;
	assert_int_equal(r->op.len, sizeof want);
	encode(r, &t, code);
	assert_memory_equal(code, want, sizeof want);
	assert_int_equal(operand_value(&r->op.o[2], t.raw[2]), -8);
	assert_true(s->row[OP_LDC].op.present);
	assert_false(s->row[OP_ST8].op.present);
	forget(s);
}

/* Slices, scale, other names; a row without code. */
static void
templates_are_learned(void **state)
{
	struct spec *s =
		learned("enter :\n"
			"lit.s d i16s*4@9 : .byte {d.n}, {i[15:8]}, {i[7:0]}");
	const struct row *r = &s->row[OP_LITS];
	const struct tuple t = {{13, 0x3fff}};
	const uint8_t want[] = {13, 0xff, 0xfc};
	uint8_t code[CODE_MAX];

	(void)state;
	assert_true(prove(s, 100, 1));
	assert_int_equal(r->op.o[1].nbits, 14);
	assert_int_equal(r->op.o[1].shift, 2);
	assert_int_equal(r->op.o[1].rel, 9);
	assert_int_equal(r->op.len, sizeof want);
	encode(r, &t, code);
	assert_memory_equal(code, want, sizeof want);
	assert_true(s->row[OP_ENTER].op.present);
	assert_int_equal(s->row[OP_ENTER].op.len, 0);
	forget(s);
}

static char dir[] = "/tmp/learn_test.XXXXXX";

static int
make_room(void **state)
{
	(void)state;
	return !mkdtemp(dir) || chdir(dir) || mkdir("port", 0700) ||
	       mkdir("port/t", 0700);
}

static int
leave_room(void **state)
{
	char command[64];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", dir);
	return system(command);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_refused),
		cmocka_unit_test(encodings_are_refused),
		cmocka_unit_test(files_are_refused),
		cmocka_unit_test(loads_are_learned),
		cmocka_unit_test(templates_are_learned),
	};

	return cmocka_run_group_tests(tests, make_room, leave_room);
}
