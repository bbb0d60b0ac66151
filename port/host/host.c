/* host.c - what the process has of its system: console, files, arguments. */
/* SPDX-License-Identifier: 0BSD */
#define _GNU_SOURCE
#include "port/host/host.h"
#include "port/port.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

volatile sig_atomic_t host_interrupted;
static int nargs;
static char **args;
static int why; /* errno of the last call that failed */
static struct termios before, raw;
static volatile sig_atomic_t is_raw;
static bool to_terminal, from_terminal;
static unsigned char in[1 << 16]; /* read ahead */
static size_t in_at, in_end;

/* The console ------------------------------------------------------------- */
static bool
write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t k = write(fd, p, n);

		if (k < 0 && errno != EINTR && errno != EAGAIN)
			return false;
		p += k > 0 ? k : 0;
		n -= k > 0 ? (size_t)k : 0;
	}
	return true;
}

static void
cooked(void)
{
	if (is_raw)
		tcsetattr(0, TCSANOW, &before);
	is_raw = 0;
}

/* Keys come one by one. Only when the first is asked for: a program that runs
 * in the background and asks for none must not touch the terminal. */
static void
make_raw(bool ctrl_c)
{
	if (!from_terminal || (!is_raw && tcgetattr(0, &before)))
		return;
	raw = before;
	raw.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
	raw.c_iflag &= (tcflag_t) ~(ICRNL | IXON);
	if (!ctrl_c)
		raw.c_cc[VINTR] = _POSIX_VDISABLE;
	is_raw = 1;
	tcsetattr(0, TCSANOW, &raw);
}

/* The process is to end, or goes on after Ctrl-Z. */
static void
on_end_or_go(int sig)
{
	if (sig == SIGCONT) {
		if (is_raw)
			tcsetattr(0, TCSANOW, &raw);
		return;
	}
	cooked();
	signal(sig, SIG_DFL);
	raise(sig);
}

void
host_start(int argc, char **argv)
{
	static const int sigs[] = {SIGTERM, SIGHUP, SIGQUIT, SIGCONT};

	nargs = argc;
	args = argv;
	from_terminal = isatty(0);
	to_terminal = isatty(1);
	signal(SIGPIPE, SIG_DFL);
	for (size_t i = 0; from_terminal && i < sizeof sigs / sizeof *sigs; i++)
		signal(sigs[i], on_end_or_go);
}

/* If nobody listens any more, or the disk is full, nothing is left to do. */
static void
flush(void)
{
	while (fflush(stdout)) {
		if (errno != EINTR) {
			perror("standard output");
			cooked();
			_exit(1);
		}
		clearerr(stdout);
	}
}

void
host_end(void)
{
	flush();
	cooked();
}

/* Whoever waits has seen all that was said. */
void
port_relax(void)
{
	struct pollfd p = {.fd = 0, .events = POLLIN};

	flush();
	if (in_at == in_end && !host_interrupted)
		poll(&p, 1, 1);
}

int
port_putc(int c)
{
	return c >= 0 && putchar(c) < 0 ? IOR_FILE : 0;
}

int
port_getc(void)
{
	struct pollfd p = {.fd = 0, .events = POLLIN};
	ssize_t n;

	if (in_at < in_end)
		return in[in_at++];
	if (!is_raw)
		make_raw(true);
	if (poll(&p, 1, 0) <= 0)
		return -1;
	flush();
	n = read(0, in, sizeof in);
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return -1;
	in_at = 0;
	in_end = n > 0 ? (size_t)n : 0;
	return n > 0 ? in[in_at++] : -2;
}

/* Calls ------------------------------------------------------------------- */
static cell
result(cell x)
{
	if (x >= 0)
		return x;
	why = errno;
	return why == ENOENT  ? IOR_NO_FILE
	       : why == EINTR ? IOR_INTERRUPT
			      : IOR_FILE;
}

static cell
read_some(int fd, void *p, size_t n)
{
	size_t waits = fd ? 0 : in_end - in_at;

	if (!waits)
		return read(fd, p, n);
	n = n < waits ? n : waits;
	memcpy(p, in + in_at, n);
	in_at += n;
	return (cell)n;
}

static cell
write_whole(int fd, const char *p, size_t n)
{
	if (fd == 1)
		fwrite(p, 1, n, stdout);
	if (fd == 2 || (fd == 1 && to_terminal))
		flush();
	return fd == 1 || write_all(fd, p, n) ? 0 : -1;
}

static cell
open_path(const char *path, cell mode)
{
	int flags = mode & 1 ? O_WRONLY : mode & 2 ? O_RDWR : O_RDONLY;

	flags |= mode & 4   ? O_CREAT | O_TRUNC
		 : mode & 8 ? O_CREAT | O_APPEND
			    : 0;
	return open(path, flags | O_CLOEXEC, mode & 16 ? 0600 : 0666);
}

static cell
local_time(void)
{
	time_t now = time(NULL);

	return now + localtime(&now)->tm_gmtoff;
}

cell
port_host(int call, cell a, cell b, cell c)
{
	const char *path = (const char *)a;
	struct winsize w = {.ws_row = 24, .ws_col = 80};
	struct stat s;

	switch (call) {
	case HOST_OPEN: return result(open_path(path, b));
	case HOST_CLOSE: return result(close((int)a));
	case HOST_READ: return result(read_some((int)a, (void *)b, (size_t)c));
	case HOST_WRITE:
		return result(write_whole((int)a, (char *)b, (size_t)c));
	case HOST_SEEK: /* not in what was read ahead of the reader */
		errno = ESPIPE;
		return result(a ? lseek((int)a, b, (int)c) : -1);
	case HOST_RESIZE: return result(ftruncate((int)a, b));
	case HOST_FLUSH: return flush(), fsync((int)a), 0;
	case HOST_DELETE: return result(unlink(path));
	case HOST_RENAME: return result(rename(path, (const char *)b));
	case HOST_STATUS: return result(stat(path, &s) ? -1 : (cell)s.st_mode);
	case HOST_MKDIR: return result(mkdir(path, 0777));
	case HOST_ARG: return a >= 0 && a < nargs ? (cell)args[a] : 0;
	case HOST_ENV: return (cell)getenv(path);
	case HOST_SCREEN:
		if (!isatty((int)a))
			return 0;
		ioctl((int)a, TIOCGWINSZ, &w);
		return (cell)1 << 32 | (cell)w.ws_row << 16 | w.ws_col;
	case HOST_CTRL_C: return make_raw(a), 0;
	case HOST_WHY: return (cell)strerror(why);
	case HOST_TIME: return local_time();
	default: return IOR_UNSUPPORTED;
	}
}
