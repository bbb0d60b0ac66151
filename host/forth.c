/* forth.c - disco forth: the same Forth as a program on this machine. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static noreturn void
become_forth(char *path)
{
	char *argv[] = {path, NULL};

	execv(path, argv);
	die(EXIT_FAILED,
		errno == ENOENT ? "there is no %s yet: run `make`"
				: "cannot start %s",
		path);
}

/* Files first, then the person, if there is one. */
static int
load_and_stay(char *path, int n, char **names)
{
	static const char leave_machine_mode = 0x18; /* CAN */
	char *argv[] = {path, NULL};
	struct link l = {0};
	struct vm vm;
	int status = EXIT_FAILED;
	unsigned failed = 0;

	vm_start_plain(&vm, argv);
	l.fd = vm.serial;
	if (link_open(&l, now_s() + 60) == ANSWER_ACK)
		status = EXIT_OK;
	else
		say("the Forth did not start: %s", vm_last_words(&vm));
	for (int i = 0; i < n && status == EXIT_OK; i++) {
		struct feed f = {
			.link = &l, .name = names[i], .timeout_s = 3600};
		FILE *from = feed_open(names[i]);

		status = feed(&f, &vm, from);
		failed += f.failed;
	}
	if (status == EXIT_OK && isatty(STDIN_FILENO)) {
		send(l.fd, &leave_machine_mode, 1, MSG_NOSIGNAL);
		send(l.fd, "\r", 1, MSG_NOSIGNAL);
		say("Ctrl-A x leaves, so does `bye`");
		relay(&vm);
	}
	vm_stop(&vm);
	link_free(&l);
	return status == EXIT_OK && failed ? EXIT_FAILED : status;
}

int
cmd_forth(int argc, char **argv)
{
	char *path = beside("host/discovery");

	for (int i = 1; i < argc; i++) {
		if (argv[i][0] == '-' && argv[i][1])
			die(EXIT_USAGE,
				"unknown option '%s': `disco forth"
				" --help` shows the usage",
				argv[i]);
		if (strcmp(argv[i], "-") && access(argv[i], R_OK))
			die(EXIT_USAGE, "cannot read %s: %s", argv[i],
				strerror(errno));
	}
	if (argc < 2)
		become_forth(path);
	if (access(path, X_OK))
		die(EXIT_FAILED, "there is no %s yet: run `make`", path);
	return load_and_stay(path, argc - 1, argv + 1);
}
