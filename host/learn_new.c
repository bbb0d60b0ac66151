/* learn_new.c - disco port new: the files of a port that is to be written. */
/* SPDX-License-Identifier: 0BSD */
/* They are those of host/newport, with the ISA's name for each @. */
#include "learn.h"
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OP_MEANING(id, name, operands, meaning) {name, operands, #meaning},
static const struct {
	const char *name, *operands, *meaning;
} ops[] = {OPS(OP_MEANING)};

/* A row to be filled in for each operation, with its meaning in C if it has
 * one. */
static void
put_rows(FILE *out)
{
	for (unsigned n = 0; n < OP_COUNT; n++) {
		fprintf(out, "# %-7s", ops[n].name);
		for (const char *p = ops[n].operands; *p; p++)
			fprintf(out, strchr("ik", *p) ? " %c12s" : " %c", *p);
		if (strcmp(ops[n].meaning, "0"))
			fprintf(out, " : %s %s\n",
				*ops[n].operands == 'd' ? "d =" : "jump if",
				ops[n].meaning);
		else
			fputs(" :\n", out);
	}
}

static void
put_file(const char *isa, const char *name)
{
	char *from = string("host/newport/%s", name);
	char *to = string("port/%s/%s", isa, name);
	struct buf text = {0};
	FILE *out;

	if (!file_read(from, &text))
		die(EXIT_FAILED, "%s: %s", from, strerror(errno));
	out = fopen(to, "wx");
	if (!out)
		die(EXIT_FAILED, "%s: %s", to, strerror(errno));
	for (const char *p = text.p; *p; p++)
		if (*p == '@')
			fputs(isa, out);
		else
			fputc(*p, out);
	if (!strcmp(name, "ops"))
		put_rows(out);
	if (fclose(out))
		die(EXIT_FAILED, "%s: %s", to, strerror(errno));
	printf("%s\n", to);
	buf_free(&text);
	free(from);
	free(to);
}

static bool
is_name(const char *isa)
{
	size_t n = 0;

	while (isalnum((unsigned char)isa[n]) || isa[n] == '_')
		n++;
	return n && n < ISA_NAME_BYTES && !isa[n];
}

bool
port_new(const char *isa)
{
	static const char *const files[] = {
		"start.S", "port.c", "link.ld", "port.mk", "ops"};
	char *dir = string("port/%s", isa);
	bool made = is_name(isa) && !access("host/newport", F_OK) &&
		    !mkdir(dir, 0777);

	if (!is_name(isa))
		say("`%s` is not 1 to %d letters, digits and _", isa,
			ISA_NAME_BYTES - 1);
	else if (!made)
		say("cannot make %s: %s%s", dir, strerror(errno),
			errno == ENOENT ? "; go to the root of the tree" : "");
	for (unsigned i = 0; i < sizeof files / sizeof *files && made; i++)
		put_file(isa, files[i]);
	if (made)
		say("next: %s/ops, until `disco port check %s` is content", dir,
			isa);
	free(dir);
	return made;
}
