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

enum {
	IN_BYTES = 1 << 16,
	OUT_BYTES = 1 << 13
};
static int nargs;
static char **args;
static int why; /* errno of the last call that failed */
static struct termios before;
static volatile sig_atomic_t is_raw;
static bool to_terminal, from_terminal;
static unsigned char in[IN_BYTES];
static size_t in_at, in_end;
static char out[OUT_BYTES];
static size_t out_end;

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

/* Nobody listens any more, or the disk is full: there is nothing left to do. */
static void
flush(void)
{
	size_t n = out_end;

	out_end = 0;
	if (!write_all(1, out, n)) {
		perror("standard output");
		exit(1);
	}
}

static void
put_out(const char *p, size_t n)
{
	for (; n; n--) {
		if (out_end == OUT_BYTES)
			flush();
		out[out_end++] = *p++;
	}
	if (to_terminal)
		flush();
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
	struct termios t;

	if (!from_terminal || (!is_raw && tcgetattr(0, &before)))
		return;
	t = before;
	t.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
	t.c_iflag &= (tcflag_t) ~(ICRNL | IXON);
	if (!ctrl_c)
		t.c_cc[VINTR] = _POSIX_VDISABLE;
	is_raw = 1;
	tcsetattr(0, TCSANOW, &t);
}

static void
on_end(int sig)
{
	cooked();
	signal(sig, SIG_DFL);
	raise(sig);
}

void
host_start(int argc, char **argv)
{
	nargs = argc;
	args = argv;
	from_terminal = isatty(0);
	to_terminal = isatty(1);
	signal(SIGPIPE, SIG_DFL);
	if (!from_terminal)
		return;
	signal(SIGTERM, on_end);
	signal(SIGHUP, on_end);
	signal(SIGQUIT, on_end);
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
	poll(&p, in_at == in_end, 1);
}

int
port_putc(int c)
{
	char b = (char)c;

	if (c >= 0)
		put_out(&b, 1);
	return 0;
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
	if (fd == 1) {
		put_out(p, n);
		return 0;
	}
	if (fd == 2)
		flush();
	return write_all(fd, p, n) ? 0 : -1;
}

static cell
open_path(const char *path, cell mode)
{
	int flags = mode & 1 ? O_WRONLY : mode & 2 ? O_RDWR : O_RDONLY;

	if (mode & 4)
		flags |= O_CREAT | O_TRUNC;
	if (mode & 8)
		flags |= O_CREAT | O_APPEND;
	return open(path, flags | O_CLOEXEC, mode & 16 ? 0600 : 0666);
}

static cell
status(const char *path)
{
	struct stat s;

	return stat(path, &s) ? -1 : (cell)s.st_mode;
}

static cell
screen(int fd)
{
	struct winsize w = {.ws_row = 24, .ws_col = 80};

	if (!isatty(fd))
		return 0;
	ioctl(fd, TIOCGWINSZ, &w);
	return (cell)1 << 32 | (cell)w.ws_row << 16 | w.ws_col;
}

/* What was read ahead from standard input can't be sought in. */
static cell
seek(int fd, cell offset, cell from)
{
	errno = ESPIPE;
	return fd ? lseek(fd, offset, (int)from) : -1;
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

	switch (call) {
	case HOST_OPEN: return result(open_path(path, b));
	case HOST_CLOSE: return result(close((int)a));
	case HOST_READ: return result(read_some((int)a, (void *)b, (size_t)c));
	case HOST_WRITE:
		return result(write_whole((int)a, (char *)b, (size_t)c));
	case HOST_SEEK: return result(seek((int)a, b, c));
	case HOST_RESIZE: return result(ftruncate((int)a, b));
	case HOST_FLUSH: return a == 1 ? flush(), 0 : result(fsync((int)a));
	case HOST_DELETE: return result(unlink(path));
	case HOST_RENAME: return result(rename(path, (const char *)b));
	case HOST_STATUS: return result(status(path));
	case HOST_MKDIR: return result(mkdir(path, 0777));
	case HOST_ARG: return a >= 0 && a < nargs ? (cell)args[a] : 0;
	case HOST_ENV: return (cell)getenv(path);
	case HOST_SCREEN: return screen((int)a);
	case HOST_CTRL_C: return make_raw(a), 0;
	case HOST_WHY: return (cell)strerror(why);
	case HOST_TIME: return local_time();
	default: return IOR_UNSUPPORTED;
	}
}
