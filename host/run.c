/* run.c - disco run: the node in this terminal. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

enum {
	CTRL_A = 1
};

static struct termios before;
static volatile sig_atomic_t is_raw;

static void
cooked(void)
{
	if (is_raw)
		tcsetattr(STDIN_FILENO, TCSANOW, &before);
	is_raw = 0;
}

static void
on_signal(int number_of)
{
	cooked();
	signal(number_of, SIG_DFL);
	raise(number_of);
}

static void
raw(void)
{
	static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
	struct termios t;

	if (tcgetattr(STDIN_FILENO, &before) < 0)
		return;
	atexit(cooked);
	for (unsigned i = 0; i < sizeof ends / sizeof *ends; i++)
		signal(ends[i], on_signal);
	t = before;
	cfmakeraw(&t);
	t.c_oflag |= OPOST | ONLCR;
	is_raw = 1;
	tcsetattr(STDIN_FILENO, TCSANOW, &t);
}

/* Take Ctrl-A x out of what was typed. Keeps n bytes; true: quit. */
static bool
escapes(char *p, size_t *n, bool tty)
{
	static bool armed;
	size_t kept = 0;

	for (size_t i = 0; i < *n; i++) {
		if (armed && (p[i] == 'x' || p[i] == 'X'))
			return true;
		if (tty && !armed && p[i] == CTRL_A) {
			armed = true;
			continue;
		}
		armed = false;
		p[kept++] = p[i];
	}
	*n = kept;
	return false;
}

static bool
write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t done = write(fd, p, n);

		if (done < 0 && errno != EINTR)
			return false;
		p += done > 0 ? done : 0;
		n -= done > 0 ? (size_t)done : 0;
	}
	return true;
}

/* What the user typed, on its way. False: no more is coming. */
static bool
from_user(const struct vm *vm, bool tty, bool *quit)
{
	char block[512];
	ssize_t n = read(STDIN_FILENO, block, sizeof block);
	size_t kept = n > 0 ? (size_t)n : 0;

	if (n <= 0)
		return false;
	*quit = escapes(block, &kept, tty);
	return *quit || write_all(vm->serial, block, kept);
}

bool
relay(struct vm *vm)
{
	enum {
		QUIET_MS = 2000
	}; /* after the end of piped input */
	bool tty = isatty(STDIN_FILENO), typing = true, quit = false;
	bool ended = false;
	char block[4096];
	ssize_t n;

	signal(SIGPIPE, SIG_IGN);
	if (tty)
		raw();
	while (!quit) {
		struct pollfd p[2] = {{.fd = vm->serial, .events = POLLIN},
			{.fd = typing ? STDIN_FILENO : -1, .events = POLLIN}};
		int ready = poll(p, 2, typing ? -1 : QUIET_MS);

		if (ready == 0)
			break;
		if (p[1].revents)
			typing = from_user(vm, tty, &quit);
		if (!p[0].revents)
			continue;
		n = read(vm->serial, block, sizeof block);
		ended = n <= 0;
		if (ended)
			break;
		if (!write_all(STDOUT_FILENO, block, (size_t)n))
			break;
	}
	cooked();
	return ended;
}

int
cmd_run(int argc, char **argv)
{
	struct opts o = opts_or_die(argc, argv);
	struct vm vm;

	if (!strncmp(o.isa, "host", 4))
		return cmd_forth(1, argv);
	boot(&vm, &o);
	if (isatty(STDIN_FILENO))
		say("Ctrl-A x ends the emulator, Ctrl-A Ctrl-A sends one"
		    " Ctrl-A");
	boot_go(&vm);
	if (relay(&vm))
		say("%s ended: %s", vm.program, vm_last_words(&vm));
	else if (isatty(STDIN_FILENO))
		fputc('\n', stderr);
	vm_stop(&vm);
	return EXIT_OK;
}
