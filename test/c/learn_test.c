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
	"isa t 8\n"                                                            \
	"mc -triple=x86_64 -x86-asm-syntax=intel\n"                            \
	"regs rax rcx rdx rbx - rbp rsi rdi r8 r9 r10 r11 - r13 r14 r15\n"     \
	"regs.n 0 1 2 3 - 5 6 7 8 9 10 11 - 13 14 15\n"                        \
	"pool rbx rsi r8 r9\n"                                                 \
	"stacks rbp -\n"

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
	refused("frob d a : nop", "port/t/ops:7: no such operation: `frob`");
	refused("mov d : nop", "`mov` wants operand `a` here, not ``");
	refused("mov d a d!=c : nop", "`d!=c` is neither");
	refused("add frob d a b : nop", "wants operand `d` here, not `frob`");
	refused("add neg d a b : nop",
		"`neg` has operands `da`, those before it `dab`");
	refused("beq.i a k8s k8s@2 : nop",
		"wants operand `i` here, not `k8s@2`");
	refused("add.i d a i12 : nop", "not `i12`");
	refused("add.i d a i12u*3 : nop", "not `i12u*3`");
	refused("add.i d a i65s : nop", "not `i65s`");
	refused("add.i d a i2u*4 : nop", "not `i2u*4`");
	refused("return : ret", "no such operation");
	refused("ret : ret\nret : ret", ":8: `ret` again");
	refused("ret ret : ret", ":7: `ret` again");
	refused("mov d a |d=a : mov {d}, {a}", "`mov` again");
	refused("ret", "cannot be: `ret`");
	refused("mov d a : mov {d}, {b}", "ops:7:");
	refused("mov d a : frob {d}, {a}", "invalid instruction mnemonic");
	refused("\n# said\nmov d a :\n frob {d}, {a}", "port/t/ops:9:");
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
	write_ops("isa t 8\n");
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
	spec_free(s);
	free(s);
}

/* Intel SDM volume 2: MOV r64, r/m64 is REX.W 8B /r, disp32 with mod 2. */
static void
loads_are_learned(void **state)
{
	struct spec *s = learned("ld d a i32s : {disp32} mov {d}, [{a}+{i}]");
	const struct row *r = spec_row(s, OP_LDC, 0);
	const struct tuple t = {{9, 3, (uint32_t)-8}};
	const uint8_t want[] = {0x4c, 0x8b, 0x8b, 0xf8, 0xff, 0xff, 0xff};
	uint8_t code[CODE_MAX];

	(void)state;
	assert_int_equal(r->len, sizeof want);
	encode(r, &t, code);
	assert_memory_equal(code, want, sizeof want);
	assert_int_equal(operand_value(&r->o[2], t.raw[2]), -8);
	assert_null(spec_row(s, OP_LDC, 1));
	assert_null(spec_row(s, OP_ST8, 0));
	forget(s);
}

/* Slices, scale, other names; a row without code. */
static void
templates_are_learned(void **state)
{
	struct spec *s =
		learned("enter :\n"
			"lit d i16s*4@9 : .byte {d.n}, {i[15:8]}, {i[7:0]}");
	const struct row *r = spec_row(s, OP_LIT, 0);
	const struct tuple t = {{13, 0x3fff}};
	const uint8_t want[] = {13, 0xff, 0xfc};
	uint8_t code[CODE_MAX];

	(void)state;
	assert_true(prove(s, 100, 1));
	assert_int_equal(r->o[1].nbits, 14);
	assert_int_equal(r->o[1].shift, 2);
	assert_int_equal(r->o[1].rel, 9);
	assert_int_equal(r->len, sizeof want);
	encode(r, &t, code);
	assert_memory_equal(code, want, sizeof want);
	assert_int_equal(spec_row(s, OP_ENTER, 0)->len, 0);
	forget(s);
}

static void
gives(const struct row *r, const struct tuple *t, const char *want)
{
	char text[3 * CODE_MAX + 1] = "";
	uint8_t code[CODE_MAX];

	assert_non_null(r);
	encode(r, t, code);
	for (int i = 0; i < r->len; i++)
		sprintf(text + 3 * i, "%02x ", code[i]);
	assert_string_equal(text, want);
}

/* Families, alternatives, d tied to a: Intel SDM volume 2, ADD, OR, LEA. */
static void
alternatives_are_learned(void **state)
{
	struct spec *s = learned("add or d a b d=a|d!=b :\n"
				 " {|mov {d}, {a};} {op} {d}, {b}\n"
				 "add.i=5 d a i8s|i32s :\n"
				 " {disp{8|32}} lea {d}, [{a}+{i}]");
	const struct tuple t = {{3, 8, 5}};

	(void)state;
	assert_int_equal(s->nrows, 6);
	assert_true(prove(s, 100, 1));
	assert_int_equal(spec_row(s, OP_ADD, 0)->ties, D_IS_A);
	assert_int_equal(spec_row(s, OP_ADD, 1)->ties, D_NOT_B);
	assert_int_equal(row_operand(spec_row(s, OP_OR, 0), 'a'), 0);
	gives(spec_row(s, OP_ADD, 0), &t, "48 01 eb ");
	gives(spec_row(s, OP_OR, 0), &t, "48 09 eb ");
	gives(spec_row(s, OP_OR, 1), &t, "4c 89 c3 48 09 eb ");
	gives(spec_row(s, OP_ADDI, 0), &t, "49 8d 58 05 ");
	gives(spec_row(s, OP_ADDI, 1), &t, "49 8d 98 05 00 00 00 ");
	assert_null(spec_row(s, OP_ADDI, 2));
	forget(s);
}

/* The letters are the first operation's: Intel SDM volume 2, MOV. */
static void
letters_are_the_first_ones(void **state)
{
	struct spec *s =
		learned("rld=0x8b rst=0x89 d i8s :\n"
			" .byte 0x48+4*{d[3]},{op},0x44+8*{d[2:0]},0x24,{i}");
	const struct tuple t = {{13, 5}};

	(void)state;
	gives(spec_row(s, OP_RLD, 0), &t, "4c 8b 6c 24 05 ");
	gives(spec_row(s, OP_RST, 0), &t, "4c 89 6c 24 05 ");
	forget(s);
}

/* Two immediates; the number of a register; a range of names. */
static void
branches_are_learned(void **state)
{
	struct spec *s = learned("regs.m m0..m15\n"
				 "beq.i=4 bne.i=5 a k8s i32s@10 :\n"
				 " .byte 0x48+{a[3]},0x83,0xf8+{a[2:0]},{k};\n"
				 " .byte 0x0f,0x80+{op}; .long {i}");
	const struct tuple t = {{9, (uint8_t)-2, 0x102}};

	(void)state;
	assert_string_equal(s->alt['m' - 'a'][15], "m15");
	assert_int_equal(spec_row(s, OP_BNEI, 0)->o[1].rel, REL_NONE);
	assert_int_equal(spec_row(s, OP_BNEI, 0)->o[2].rel, 10);
	gives(spec_row(s, OP_BNEI, 0), &t, "49 83 f9 fe 0f 85 02 01 00 00 ");
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
		cmocka_unit_test(alternatives_are_learned),
		cmocka_unit_test(letters_are_the_first_ones),
		cmocka_unit_test(branches_are_learned),
	};

	return cmocka_run_group_tests(tests, make_room, leave_room);
}
