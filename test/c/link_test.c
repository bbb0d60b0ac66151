/* link_test.c - machine mode against a pretend node at the end of a socket. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum {
	ENQ = 5
};

/* What the pretend node answers to a line. */
static const char *
answer_to(const char *line)
{
	if (strstr(line, "disco-here"))
		return "disco-here\006";
	if (!strcmp(line, "fail"))
		return "error -13\r\n\025";
	if (!strcmp(line, "two"))
		return "2 \0062 \006"; /* a node that answers twice */
	if (!strcmp(line, "die"))
		return NULL;
	if (!strcmp(line, "hang"))
		return "";
	return "ok \006";
}

/* It answers only the second ENQ, but then three times. */
static noreturn void
node(int fd)
{
	char line[LINE_BYTES_MAX + 1], c;
	int n = 0, enqs = 0;

	while (read(fd, &c, 1) == 1) {
		const char *text = NULL;

		if (c == ENQ && ++enqs == 2)
			text = "greeting\r\n\006\006\006";
		if (c != ENQ && c != '\n')
			line[n++] = c;
		if (c == '\n') {
			line[n] = 0;
			n = 0;
			text = answer_to(line);
			if (!text)
				break;
		}
		if (text && write(fd, text, strlen(text)) < 0)
			break;
	}
	_exit(0);
}

struct peer {
	struct link link;
	pid_t pid;
};

static int
start(void **state)
{
	struct peer *p = calloc(1, sizeof *p);
	int pair[2];

	if (!p || socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
		return -1;
	p->pid = fork();
	if (p->pid == 0) {
		close(pair[0]);
		node(pair[1]);
	}
	close(pair[1]);
	p->link = (struct link){.fd = pair[0], .enq_s = 0.01};
	*state = p;
	return 0;
}

static int
stop(void **state)
{
	struct peer *p = *state;

	close(p->link.fd);
	waitpid(p->pid, NULL, 0);
	link_free(&p->link);
	free(p);
	return 0;
}

/* Late ACKs do not count as answers; NAK and the report come through. */
static void
lines_are_answered(void **state)
{
	struct link *l = &((struct peer *)*state)->link;
	struct buf text = {0};
	double end = now_s() + 10;

	assert_int_equal(link_open(l, end), ANSWER_ACK);
	assert_non_null(strstr(l->seen.p, "greeting"));
	assert_int_equal(link_line(l, "1", &text, end), ANSWER_ACK);
	assert_string_equal(text.p, "ok ");
	assert_int_equal(link_line(l, "fail", &text, end), ANSWER_NAK);
	assert_string_equal(text.p, "error -13\r\n");
	assert_int_equal(link_line(l, "two", &text, end), ANSWER_ACK);
	assert_string_equal(text.p, "2 ");
	buf_free(&text);
}

static void
silence_ends_in_time(void **state)
{
	struct link *l = &((struct peer *)*state)->link;
	struct buf text = {0};
	double begin = now_s();

	assert_int_equal(link_open(l, begin + 10), ANSWER_ACK);
	begin = now_s();
	assert_int_equal(link_line(l, "hang", &text, begin + 0.1), ANSWER_LATE);
	assert_true(now_s() - begin < 5);
	buf_free(&text);
}

static void
an_end_is_noticed(void **state)
{
	struct link *l = &((struct peer *)*state)->link;
	struct buf text = {0};
	double end = now_s() + 10;

	assert_int_equal(link_open(l, end), ANSWER_ACK);
	assert_int_equal(link_line(l, "die", &text, end), ANSWER_LOST);
	buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			lines_are_answered, start, stop),
		cmocka_unit_test_setup_teardown(
			silence_ends_in_time, start, stop),
		cmocka_unit_test_setup_teardown(an_end_is_noticed, start, stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
