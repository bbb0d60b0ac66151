/* link.c - machine mode: one line to the node, one ACK or NAK back. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
	ENQ = 5,
	ACK = 6,
	NAK = 0x15,
	ANSWER_BYTES_MAX = 64 << 20
};

static int
milliseconds_to(double deadline)
{
	double left = (deadline - now_s()) * 1000;

	return left <= 0 ? 0 : left > 60000 ? 60000 : (int)left + 1;
}

int
link_read(int fd, struct buf *b, double deadline)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	char block[4096];
	ssize_t n;

	do {
		int ready = poll(&p, 1, milliseconds_to(deadline));

		if (ready > 0) {
			if (b->len > ANSWER_BYTES_MAX)
				return -1;
			n = read(fd, block, sizeof block);
			if (n <= 0)
				return n < 0 && errno == EINTR ? 0 : -1;
			buf_add(b, block, (size_t)n);
			return 1;
		}
	} while (now_s() < deadline);
	return 0;
}

/* Send all of it, waiting for room; 1 done, 0 too late, -1 gone. */
static int
link_send(int fd, const char *bytes, size_t n, double deadline)
{
	struct pollfd p = {.fd = fd, .events = POLLOUT};

	while (n) {
		ssize_t done = send(fd, bytes, n, MSG_NOSIGNAL | MSG_DONTWAIT);

		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		} else if (errno != EAGAIN && errno != EINTR) {
			return -1;
		} else {
			if (now_s() >= deadline)
				return 0;
			poll(&p, 1, milliseconds_to(deadline));
		}
	}
	return 1;
}

/* Gather text up to the next ACK or NAK, which is taken away. */
static enum answer
link_answer(struct link *l, struct buf *text, double deadline)
{
	static const char ends[] = {ACK, NAK, 0};
	size_t n;

	buf_add(text, l->rest.p, l->rest.len);
	l->rest.len = 0;
	for (n = 0;;) {
		size_t end = n + strcspn(text->p + n, ends);
		int ok;

		if (end < text->len && text->p[end]) {
			bool ack = text->p[end] == ACK;

			buf_add(&l->rest, text->p + end + 1,
				text->len - end - 1);
			text->len = end;
			text->p[end] = 0;
			return ack ? ANSWER_ACK : ANSWER_NAK;
		}
		n = end + (end < text->len);
		if (n < text->len)
			continue;
		ok = link_read(l->fd, text, deadline);
		if (ok <= 0)
			return ok < 0 ? ANSWER_LOST : ANSWER_LATE;
	}
}

static enum answer
link_ask(struct link *l, const char *line, double deadline)
{
	char *sent = string("%s\n", line);
	int ok = link_send(l->fd, sent, strlen(sent), deadline);

	free(sent);
	return ok > 0 ? ANSWER_ACK : ok < 0 ? ANSWER_LOST : ANSWER_LATE;
}

enum answer
link_line(struct link *l, const char *line, struct buf *text, double deadline)
{
	enum answer a = link_ask(l, line, deadline);

	text->len = 0;
	return a == ANSWER_ACK ? link_answer(l, text, deadline) : a;
}

/* Several ENQ may be on their way when the first ACK comes, so the next ACK
 * need not be the answer to the next line. Have something printed; the ACK
 * that follows it is the one to count from. */
static enum answer
find_place(struct link *l, double deadline)
{
	struct buf text = {0};
	enum answer a = link_ask(l, "s\" disco-here\" type", deadline);
	bool here = false;

	while (a <= ANSWER_NAK && !here) {
		text.len = 0;
		a = link_answer(l, &text, deadline);
		here = strstr(text.p, "disco-here") != NULL;
	}
	buf_free(&text);
	return a;
}

enum answer
link_open(struct link *l, double deadline)
{
	double every = l->enq_s > 0 ? l->enq_s : 0.2, next = 0;
	static const char enq = ENQ;

	buf_add(&l->seen, "", 0);
	for (;;) {
		double now = now_s();
		int ok = 1;

		if (now >= deadline)
			return ANSWER_LATE;
		if (now >= next) {
			ok = link_send(l->fd, &enq, 1, now + every);
			next = now + every;
		}
		if (ok >= 0)
			ok = link_read(l->fd, &l->seen,
				next < deadline ? next : deadline);
		if (ok < 0)
			return ANSWER_LOST;
		if (memchr(l->seen.p, ACK, l->seen.len)) {
			l->answered_s = now_s();
			return find_place(l, deadline);
		}
	}
}

void
link_free(struct link *l)
{
	buf_free(&l->seen);
	buf_free(&l->rest);
}
