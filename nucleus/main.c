/* main.c - from "this code runs" to the first Forth word. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

struct space space;
char *code_base, *code_end, *here_end, *meta_base, *meta_end;
struct code_line *code_lines;
ucell start_ticks; /* port_ticks() when this code got control */

/* The archive of forth/, packed, and as it is once it is unpacked: name, 0,
 * u32 length, text; an empty name ends it. */
extern const char forth_source[], forth_source_end[];
static const char *archive = "";

bool
embedded_file(const char *name, size_t n, const char **text, size_t *len)
{
	const char *p = archive;

	if (!*p)
		throw(IOR_DAMAGED);
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

/* Data, the line table, headers and text, and code: 4, 1, 5 and 6 sixteenths.
 * Tasks' stacks are cut from the end of code space, and before that the chains
 * of the dictionary: half a sixteenth. */
static void
carve_memory(void)
{
	size_t part = port_ram_bytes / 256 * 16;
	char *p = (char *)(((ucell)port_ram + 15) & ~(ucell)15);

	space.here = p;
	here_end = p + 4 * part;
	code_lines = (struct code_line *)(void *)here_end;
	meta_base = space.meta = here_end + part;
	code_base = space.code = meta_end = meta_base + 5 * part;
	code_end = meta_end + 5 * part + part / 2 - 16;
	dict_init(code_end, part / 2);
}

/* What is unpacked stays: the text of each word is read there. */
static void
unpack_archive(void)
{
	size_t n =
		unpack(forth_source, (size_t)(forth_source_end - forth_source),
			space.meta, (size_t)(meta_end - space.meta));

	if (n && !space.meta[n - 1])
		archive = meta_alloc(n);
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
	if (p->fn) {
		generate_prim(w);
		w->in = p->in;
		w->out = p->out;
		dict_reveal(w);
	} else {
		define_code(w);
	}
}

/* On the first task's stacks. */
static void
start(void *arg)
{
	struct task *t = arg;
	cell ior, *sp = t->s0;

	verify_ops();
	for (int in_c = 1; in_c >= 0; in_c--) /* the others may call these */
		for (int i = 0; i < nprims; i++)
			if (!prims[i].fn == !in_c)
				add_prim(&prims[i]);
	source.buf = "load.fth";
	source.len = 8;
	sp = catch_xt(sp, (cell)dict_find("include", 7), &ior);
	p_dot_error(push(sp, ior));
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
	unpack_archive();
	struct task *t = task_new(NULL);
	t->next = t;
	task_begin(start, t);
}
