/* doctor.c - disco doctor: what is missing here, and what installs it. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* dpkg knows this package as installed. */
static bool
installed(const char *package)
{
	static const char *const ask[] = {
		"dpkg-query", "-W", "-f", "${db:Status-Status}"};
	int null = open("/dev/null", O_RDWR), out = memory_file("", 0);
	struct args a = {0};
	char answer[32] = "";
	int status;

	for (unsigned i = 0; i < sizeof ask / sizeof *ask; i++)
		args_add(&a, "%s", ask[i]);
	args_add(&a, "%s", package);
	status = child_wait(child_start(a.v, null, out, null));
	if (pread(out, answer, sizeof answer - 1, 0) < 0)
		status = -1;
	close(null);
	close(out);
	args_free(&a);
	return status == 0 && !strcmp(answer, "installed");
}

/* Print a row for each package of the list; gather those that lack. */
static void
examine(char *list, struct buf *missing)
{
	char *line;

	while ((line = strsep(&list, "\n"))) {
		size_t n = strcspn(line, " \t#");
		const char *why = line + n + strspn(line + n, " \t#");

		if (!n)
			continue;
		bool here;

		line[n] = 0;
		here = installed(line);
		printf("%-8s %-22s %s\n", here ? "ok" : "MISSING", line, why);
		if (!here)
			buf_print(missing, " %s", line);
	}
}

int
cmd_doctor(int argc, char **argv)
{
	char *path = beside("../packages.txt");
	struct buf list = {0}, missing = {0};

	if (argc > 1)
		die(EXIT_USAGE, "doctor takes no '%s'", argv[1]);
	if (access("/usr/bin/dpkg-query", X_OK))
		die(EXIT_FAILED, "this is no Debian machine: install by hand"
				 " what packages.txt names");
	if (!file_read(path, &list))
		die(EXIT_FAILED,
			"cannot read %s: run disco from its own"
			" tree",
			path);
	examine(list.p, &missing);
	if (missing.len)
		printf("\nTo install what is missing:\n  %sapt-get install"
		       " --no-install-recommends%s\n",
			getuid() ? "sudo " : "", missing.p);
	else
		puts("\nNothing is missing.");
	free(path);
	buf_free(&list);
	return missing.len ? EXIT_FAILED : EXIT_OK;
}
