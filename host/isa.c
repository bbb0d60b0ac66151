/* isa.c - what disco knows of an ISA beside its image. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A new port works without a row: machine `virt`, no more arguments.
 * qemu-system-aarch64 starts `virt` with a 32-bit CPU unless told otherwise;
 * lm is CPUID's long mode, which the 486 of `isapc` has not. */
static const struct isa rows[] = {
	{"x86_64", "pc", {NULL}, NULL, "qemu64", "lm"},
	{"aarch64", "virt", {NULL}, "aarch64-cpu", "cortex-a72", NULL},
	{"riscv64", "virt", {"-bios", "none"}, NULL, NULL, NULL},
	{"riscv32", "virt", {"-bios", "none"}, NULL, NULL, NULL},
	{"i386", "pc", {NULL}, NULL, NULL, NULL},
};

struct isa
isa_find(const char *name)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(rows[i].name, name))
			return rows[i];
	return (struct isa){.name = name, .machine = "virt"};
}

static bool
exists(const char *format, const char *isa)
{
	char *name = string("%s%s", isa, format);
	char *path = beside(name);
	bool yes = access(path, F_OK) == 0;

	free(name);
	free(path);
	return yes;
}

bool
isa_known(const char *name)
{
	char *port = string("../port/%s", name);
	bool yes;

	if (strpbrk(name, "/."))
		yes = false;
	else
		yes = exists("/discovery.bin", name) ||
		      exists("/discovery", name) || exists("/port.mk", port);
	free(port);
	return yes;
}

/* Add every known ISA found as a directory entry of `where`. */
static void
collect(struct buf *b, const char *where)
{
	char *path = beside(where);
	DIR *d = opendir(path);
	const struct dirent *e;

	while (d && (e = readdir(d)))
		if (isa_known(e->d_name) && !strstr(b->p, e->d_name))
			buf_print(b, "%s%s", b->len ? " " : "", e->d_name);
	if (d)
		closedir(d);
	free(path);
}

const char *
isa_list(void)
{
	static struct buf b;

	b.len = 0;
	buf_add(&b, "", 0);
	collect(&b, "../port");
	collect(&b, ".");
	return b.len ? b.p : "none yet (run `make`)";
}
