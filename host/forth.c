/* forth.c - disco forth: the same Forth as a program on this machine. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* clang-format off */
static const char usage[] =
"  disco forth                      the prompt\n"
"  disco forth life.fth             load files, then the prompt\n"
"  disco forth -e '1 2 + .'         run a text\n"
"  disco forth sum.fth -- 3 4       sum.fth takes 3 and 4 with next-arg\n"
"  echo '3 4 + .' | disco forth     run what comes from a pipe\n"
"\n"
"The same Forth as a program on this machine. What is loaded in a terminal is\n"
"followed by the prompt; after -e and after a script it is not.\n"
"\n"
"  FILE           interpret a file; if it begins with #! it is a script, and\n"
"                 all arguments after it are its own\n"
"  -e TEXT        interpret TEXT\n"
"  -              then the prompt, or what comes on standard input\n"
"  -- ARGS        for the program: next-arg, arg and argc give them\n"
"\n"
"A script begins with the line  #!/usr/bin/env -S disco forth\n"
"Exit status: 0, that of (bye), 1 after an error, 2 for wrong usage.\n"
"DISCO_HISTORY names the file of typed lines; empty: none is kept.\n";
/* clang-format on */

/* Becomes the node, arguments and all. Arguments after the first may be a
 * script's, --help too. */
int
cmd_forth(int argc, char **argv)
{
	char *path = beside("host/discovery");

	if (argc > 1 &&
		(!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))) {
		fputs(usage, stdout);
		return EXIT_OK;
	}
	argv[argc] = NULL;
	argv[0] = path;
	signal(SIGPIPE, SIG_DFL);
	execv(path, argv);
	die(EXIT_FAILED,
		errno == ENOENT ? "there is no %s yet: run `make`"
				: "cannot start %s",
		path);
}
