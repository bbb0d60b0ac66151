/* main.c - from "this code runs" to the first Forth word. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

enum {
	LINES_BYTES = 128 * 1024
};
struct space space;
char *code_base, *code_end, *here_end, *meta_base, *meta_end;
struct code_line *code_lines;
ucell start_ticks; /* port_ticks() when this code got control */

/* The archive of forth/: name, 0, u32 length, text; an empty name ends it. */
extern const char forth_source[];

bool
embedded_file(const char *name, size_t n, const char **text, size_t *len)
{
	const char *p = forth_source;

	while (*p) {
		size_t k = str_len(p);
		const unsigned char *u = (const unsigned char *)p + k + 1;
		size_t size = u[0] | (size_t)u[1] << 8 | (size_t)u[2] << 16 |
			      (size_t)u[3] << 24;
		if (k == n && !memcmp(p, name, n)) {
			*text = p + k + 5;
			*len = size;
			return true;
		}
		p += k + 5 + size;
	}
	return false;
}

/* Room for headers, kept text and strings; never freed but by MARKER. */
void *
meta_alloc(size_t n)
{
	char *p = space.meta;

	if (n > ((size_t)(meta_end - p) & ~(sizeof(cell) - 1)))
		throw(IOR_DICT_FULL);
	space.meta = p + ((n + sizeof(cell) - 1) & ~(sizeof(cell) - 1));
	return p;
}

/* RELR (generic ELF ABI, DT_RELR): an even entry is the offset of a cell to
 * relocate, an odd one a bit map of which of the next cells are. */
void
nucleus_relocate(ucell base_, const ucell *relr, const ucell *relr_end)
{
	ucell *where = NULL;

	for (; relr < relr_end; relr++) {
		if (!(*relr & 1)) {
			where = (ucell *)(base_ + *relr);
			*where++ += base_;
			continue;
		}
		for (int i = 0; *relr >> i > 1; i++)
			if (*relr >> i >> 1 & 1)
				where[i] += base_;
		where += CELL_BITS - 1;
	}
}

/* Data and headers in the lower half, code (and tasks' stacks, cut from its
 * end) in the upper. */
static void
carve_memory(void)
{
	size_t half = port_ram_bytes / 2, quarter = half / 2;
	char *p = (char *)(((ucell)port_ram + 15) & ~(ucell)15);

	space.here = p;
	here_end = p + quarter;
	code_lines = (struct code_line *)(void *)here_end;
	meta_base = space.meta = here_end + LINES_BYTES;
	meta_end = p + half;
	code_base = space.code = meta_end;
	code_end = port_ram + port_ram_bytes;
}

/* Every row becomes a word: Forth code that calls C, its own in-place code
 * once, or a constant. */
static void
add_prim(const struct prim *p)
{
	enum kind kind = p->fn ? K_PRIM : p->inl ? K_INLINE : K_CONSTANT;
	struct word *w = dict_add(p->name, str_len(p->name), kind);

	w->prim = p;
	w->body = (cell)p->addr;
	w->flags |= p->flags;
	w->code = space.code;
	comp_begin_inline();
	emit(OP_ENTER, 0, 0, 0);
	if (p->fn)
		comp_prim(p->fn, NULL);
	else
		comp_word(w);
	comp_flush();
	emit(OP_EXIT, 0, 0, 0);
	comp_finish(w);
	dict_reveal(w);
}

PRIM(p_load)
{
	return include(sp, "load.fth", 8);
}

/* On the first task's stacks. */
static void
start(void *arg)
{
	struct task *t = arg;
	cell ior, *sp = t->s0;

	verify_ops();
	for (int i = 0; i < nprims; i++)
		add_prim(&prims[i]);
	sp = catch_xt(sp, (cell)dict_find("(load)", 6), &ior);
	if (ior) {
		report(ior);
		define_abandon();
	}
	catch_xt(sp, (cell)dict_find("cold", 4), &ior);
	if (type_hook == 0)
		for (cell i = 0; i < nkept; i++)
			port_putc(kept[i]);
	port_reset(1);
}

noreturn void
nucleus_main(void)
{
	port_init();
	start_ticks = (ucell)port_ticks();
	carve_memory();
	struct task *t = task_new(NULL);
	t->next = t;
	task_begin(start, t);
}
