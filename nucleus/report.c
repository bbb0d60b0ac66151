/* report.c - output before there is a console, and readable errors. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

enum {
	KEPT_BYTES = 8192
};
cell type_hook; /* xt ( c-addr u -- ), or 0: output is kept */
char kept[KEPT_BYTES];
cell nkept;
cell report_hook; /* xt ( ior -- ), or 0: the short report below */

/* All output goes through here. */
void
put(const char *p, size_t n)
{
	if (type_hook) {
		cell *sp = me->s0 - 2048; /* far below what is in use */
		sp[1] = (cell)p;
		sp[0] = (cell)n;
		run_xt(sp, type_hook);
		return;
	}
	for (; n; n--, p++)
		if (nkept < KEPT_BYTES)
			kept[nkept++] = *p;
}

void
puts_(const char *s)
{
	put(s, str_len(s));
}

static void
put_dec(ucell n)
{
	char buf[CELL_BITS], *p = buf + CELL_BITS;

	do
		*--p = (char)('0' + n % 10);
	while (n /= 10);
	put(p, (size_t)(buf + CELL_BITS - p));
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
 * then code, text, file and line must do. */
void
report(cell ior)
{
	if (report_hook) {
		cell *sp = me->s0 - 2048;
		*sp = ior;
		catch_xt(sp, report_hook, &ior); /* the line may be gone */
		fault.ior = 0;
		return;
	}
	puts_("error -");
	put_dec(0 - (ucell)ior);
	puts_(": ");
	puts_(ior_text(ior));
	puts_("\r\n");
	puts_(file_names[fault.src.id > 0 ? fault.src.id : 0]);
	puts_(":");
	put_dec(fault.src.line);
	puts_(": ");
	put(fault.src.buf, (size_t)fault.src.len);
	puts_("\r\n");
}
