/* report.c - output before there is a console, and readable errors. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

enum { KEPT_BYTES = 8192 };
cell type_hook; /* xt ( c-addr u -- ), or 0: output is kept */
char kept[KEPT_BYTES];
cell nkept;
const char *abort_text;
cell abort_len;

/* All output goes through here. */
void
put(const char *p, size_t n)
{
	if (type_hook) {
		cell *sp = me->s0 - 2048; /* far below what is in use */
		sp[1] = (cell)p;
		sp[0] = (cell)n;
		run(sp, type_hook);
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
put_number(ucell u, ucell b)
{
	char buf[CELL_BITS];
	int i = CELL_BITS;

	do {
		buf[--i] = "0123456789abcdef"[u % b];
		u /= b;
	} while (u);
	put(buf + i, (size_t)(CELL_BITS - i));
}

void
put_dec(cell n)
{
	if (n < 0)
		puts_("-");
	put_number(n < 0 ? 0 - (ucell)n : (ucell)n, 10);
}

void
put_hex(ucell n)
{
	puts_("$");
	put_number(n, 16);
}

const char *
ior_text(cell ior)
{
#define IOR_TEXT(name, code, text) \
	case code: return text;
	switch (ior) {
		IORS(IOR_TEXT)
	default: return "error";
	}
}

static void
put_place(uint32_t place)
{
	puts_(file_names[place >> 24]);
	puts_(":");
	put_dec(place & 0xffffff);
}

/* The line with the word that failed marked: 2 >>>foo<<< bar */
static void
put_line(const struct source *s)
{
	cell end = s->token;

	while (end < s->len && (unsigned char)s->buf[end] > ' ')
		end++;
	put(s->buf, (size_t)s->token);
	puts_(">>>");
	put(s->buf + s->token, (size_t)(end - s->token));
	puts_("<<<");
	put(s->buf + end, (size_t)(s->len - end));
	puts_("\n");
}

static void
put_caller(int i, const struct word *w)
{
	uint32_t place = dict_place(fault.trace[i]);

	puts_(i ? "  from " : "  in ");
	put(w->name_len ? w->name : "(noname)", w->name_len ? w->name_len : 8);
	if (w->kind == K_COLON) {
		puts_("  ");
		put_place(place);
	}
	puts_("\n");
}

/* Say what the last throw was about: message, line, backtrace. */
void
report(cell ior)
{
	puts_("error ");
	put_dec(ior);
	puts_(": ");
	if (ior == IOR_ABORT_QUOTE)
		put(abort_text, (size_t)abort_len);
	else
		puts_(ior_text(ior));
	if (fault.ior != ior) {
		puts_("\n");
		return;
	}
	if (fault.address || ior == IOR_ADDRESS || ior == IOR_ALIGN) {
		puts_(" ");
		put_hex(fault.address);
	}
	puts_("\n");
	if (fault.src.buf) {
		put_place((uint32_t)(fault.src.id > 0 ? fault.src.id : 0)
			      << 24 | (fault.src.line & 0xffffff));
		puts_(": ");
		put_line(&fault.src);
	}
	const struct word *last = NULL;
	for (int i = 0; i < fault.ntrace; i++) {
		const struct word *w = dict_at_code(fault.trace[i]);
		bool prim = !last && w && w->prim && w->prim->fn != p_catch;
		if (w && (prim || w->kind == K_COLON))
			put_caller(i, w);
		if (w)
			last = w;
	}
	fault.ior = 0;
}
