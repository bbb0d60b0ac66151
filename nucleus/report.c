/* report.c - lines kept until there is a console, and readable errors. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

enum {
	KEPT_BYTES = 8192
};
cell type_hook; /* xt ( c-addr u -- ), or 0: output is kept */
char kept[KEPT_BYTES];
cell nkept;
cell report_hook; /* xt ( ior -- ), or 0: the short report below */

void
put(const char *p, size_t n)
{
	for (; n && nkept < KEPT_BYTES; n--)
		kept[nkept++] = *p++;
}

/* Keep a line, or a part of one, until there is a console. */
void
puts_(const char *s)
{
	put(s, str_len(s));
}

const char *
ior_text(cell ior)
{
#define IOR_TEXT(name, code, text)                                             \
	case code: return text;
	switch (ior) {
		IORS(IOR_TEXT)
	default: return "error";
	}
}

/* Say what the last throw was about. forth/core/error.fth takes over; until
 * then text, file and line must do. */
void
report(cell ior)
{
	if (report_hook) {
		cell *sp = me->s0 - 2048; /* far below what is in use */
		*sp = ior;
		catch_xt(sp, report_hook, &ior); /* the line may be gone */
		fault.ior = 0;
		return;
	}
	puts_(files[fault.src.id > 0 ? fault.src.id : 0].name);
	puts_(": ");
	puts_(ior_text(ior));
	puts_(": ");
	put(fault.src.buf, (size_t)fault.src.len);
	puts_("\r\n");
}
