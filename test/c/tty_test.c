/* tty_test.c - the host node at a terminal: echo, ok, history, completion. */
/* SPDX-License-Identifier: 0BSD */
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum {
	WAIT_MS = 10000
};

static pid_t node;
static int terminal;
static char screen[1 << 16]; /* all that the node wrote */
static size_t written;

/* Wait until the node has written `text` after offset `from`. Returns the
 * offset behind it; fails if it does not come in time. */
static size_t
expect(const char *text, size_t from)
{
	for (;;) {
		char *at = strstr(screen + from, text);
		struct pollfd p = {.fd = terminal, .events = POLLIN};
		ssize_t n;

		if (at)
			return (size_t)(at - screen) + strlen(text);
		if (poll(&p, 1, WAIT_MS) <= 0 || written + 1 >= sizeof screen)
			break;
		n = read(terminal, screen + written,
			sizeof screen - written - 1);
		if (n <= 0)
			break;
		written += (size_t)n;
	}
	fail_msg("`%s` did not come; since then the node wrote: %s", text,
		screen + from);
	return 0;
}

static size_t
keys(const char *text)
{
	size_t from = written;

	assert_int_equal(write(terminal, text, strlen(text)), strlen(text));
	return from;
}

#define HISTORY "out/test/tty-history"

static int
start(void **state)
{
	const struct winsize size = {.ws_row = 24, .ws_col = 80};

	(void)state;
	setenv("DISCO_HISTORY", HISTORY, 1);
	unsetenv("NO_COLOR");
	setenv("TERM", "xterm", 1);
	node = forkpty(&terminal, NULL, NULL, &size);
	if (!node) {
		execl("out/host-asan/discovery", "discovery", (char *)NULL);
		_exit(127);
	}
	return node < 0;
}

static int
stop(void **state)
{
	(void)state;
	if (node <= 0) /* no terminal: kill(-1) would end the whole machine */
		return 0;
	kill(node, SIGKILL);
	waitpid(node, NULL, 0);
	close(terminal);
	return 0;
}

static void
answers_ok(void **state)
{
	size_t at = keys("3 4 + .\r");

	(void)state;
	at = expect("3 4 + .", at);
	at = expect("7", at);
	expect("ok", at);
}

static void
history_comes_back(void **state)
{
	size_t at;

	(void)state;
	at = expect("ok", expect("42", keys("6 7 * .\r")));
	at = keys("\033[A\r");
	expect("ok", expect("42", at));
	/* two lines up and one down is the same line again */
	at = keys("\033[A\033[A\033[B\r");
	expect("ok", expect("42", at));
}

static void
tab_completes(void **state)
{
	size_t at;

	(void)state;
	expect("ok", keys(": zebra-crossing ( -- ) .\" stripes\" ;\r"));
	at = keys("zebra-c\t\r");
	expect("stripes", at);
}

static void
errors_leave_the_prompt(void **state)
{
	size_t at = keys("$dead00000 @\r");

	(void)state;
	at = expect("-9", at);
	at = expect(">>>@<<<", at);
	at = keys("3 4 + .\r");
	expect("ok", expect("7", at));
}

static void
up_searches(void **state)
{
	size_t at;

	(void)state;
	expect("ok", keys("111 . 1 drop\r"));
	expect("ok", keys("222 .\r"));
	at = keys("11\033[A\r");
	expect("ok", expect("111", expect("drop", at)));
}

static void
ctrl_c_drops_the_line(void **state)
{
	size_t at;

	(void)state;
	expect("junk", keys("1 2 3 junk"));
	expect("^C", keys("\003"));
	at = keys("3 4 + .\r");
	expect("ok", expect("7", at));
}

static void
ctrl_c_interrupts(void **state)
{
	size_t at = keys(": forever  .\" running\" begin again ; forever\r");

	(void)state;
	expect("running", expect("; forever", at));
	at = keys("\003");
	at = expect("-28: interrupted", at);
	expect("in forever", at);
	at = keys("5 1000000 ms\r");
	expect("ms ", at);
	expect("-28: interrupted", keys("\003"));
}

static void
errors_have_colour(void **state)
{
	size_t at = keys("frobnicate\r");

	(void)state;
	at = expect("\033[31merror -13: undefined word\033[0m", at);
	expect("\033[31m>>>frobnicate<<<\033[0m", at);
}

static void
history_is_kept(void **state)
{
	size_t at;

	expect("ok", keys("31337 .\r"));
	stop(state);
	start(state);
	written = 0;
	memset(screen, 0, sizeof screen);
	expect("leaves", 0);
	at = keys("\033[A\r");
	expect("ok", expect("31337", at));
}

static void
ctrl_d_leaves(void **state)
{
	int status = -1;

	(void)state;
	keys("\004");
	assert_int_equal(waitpid(node, &status, 0), node);
	assert_int_equal(status, 0);
	node = 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_ok),
		cmocka_unit_test(history_comes_back),
		cmocka_unit_test(tab_completes),
		cmocka_unit_test(errors_leave_the_prompt),
		cmocka_unit_test(errors_have_colour),
		cmocka_unit_test(up_searches),
		cmocka_unit_test(ctrl_c_drops_the_line),
		cmocka_unit_test(ctrl_c_interrupts),
		cmocka_unit_test(history_is_kept),
		cmocka_unit_test(ctrl_d_leaves),
	};

	unlink(HISTORY);
	return cmocka_run_group_tests(tests, start, stop);
}
