/* child.c - the programs disco starts; none outlives it. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Children that must not outlive disco, however it ends. */
static volatile pid_t children[8];

static void
end_children(void)
{
	for (unsigned i = 0; i < 8; i++)
		if (children[i] > 0)
			kill(children[i], SIGKILL);
}

void
args_add(struct args *a, const char *format, ...)
{
	va_list ap;

	if (a->n == ARGS_MAX)
		die(EXIT_USAGE, "too many arguments for the emulator");
	va_start(ap, format);
	if (vasprintf(&a->v[a->n], format, ap) < 0)
		a->v[a->n] = must(NULL);
	va_end(ap);
	a->v[++a->n] = NULL;
}

void
args_free(struct args *a)
{
	while (a->n)
		free(a->v[--a->n]);
}

int
memory_file(const void *bytes, size_t n)
{
	int fd = memfd_create("discovery", 0);

	if (fd < 0 || (n && write(fd, bytes, n) != (ssize_t)n))
		die(EXIT_FAILED, "no room for a file in memory: %s",
			strerror(errno));
	lseek(fd, 0, SEEK_SET);
	return fd;
}

/* The child's half of child_start: never returns. */
static noreturn void
become(char *const *argv, const int std[3], pid_t parent, int report)
{
	int why;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(127);
	for (int i = 0; i < 3; i++)
		dup2(std[i], i);
	execvp(argv[0], argv);
	why = errno;
	if (write(report, &why, sizeof why) < 0)
		_exit(126);
	_exit(127);
}

/* Note the child, so that it ends with disco. */
static void
adopt(pid_t pid)
{
	static bool registered;

	if (!registered)
		atexit(end_children);
	registered = true;
	for (unsigned i = 0; i < 8; i++)
		if (!children[i]) {
			children[i] = pid;
			return;
		}
}

pid_t
child_start(char *const *argv, int in, int out, int err)
{
	const int std[3] = {in, out, err};
	pid_t parent = getpid(), pid;
	int report[2], why = 0;

	if (pipe2(report, O_CLOEXEC) < 0 || (pid = fork()) < 0)
		die(EXIT_FAILED, "cannot start %s: %s", argv[0],
			strerror(errno));
	if (pid == 0)
		become(argv, std, parent, report[1]);
	close(report[1]);
	if (read(report[0], &why, sizeof why) == (ssize_t)sizeof why) {
		waitpid(pid, NULL, 0);
		if (why == ENOENT)
			die(EXIT_FAILED,
				"%s is not installed: `disco doctor`"
				" says how to get it",
				argv[0]);
		die(EXIT_FAILED, "cannot start %s: %s", argv[0], strerror(why));
	}
	close(report[0]);
	adopt(pid);
	return pid;
}

int
child_wait(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	for (unsigned i = 0; i < 8; i++)
		if (children[i] == pid)
			children[i] = 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
