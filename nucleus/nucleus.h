/* nucleus.h - the Forth engine: its structures and prototypes, file by file. */
/* SPDX-License-Identifier: 0BSD */
#ifndef NUCLEUS_H
#define NUCLEUS_H
#include "nucleus/ops.h"
#include "port/port.h"

enum {
	CELL_BITS = 8 * sizeof(cell),
	STACK_BYTES = 1 << 15, /* each of data and return stack; see OP_CHECK */
	/* Cells below an empty stack: a loop that is not balanced may keep as
	 * many items in registers, MAX_WINDOW, as there are no more. */
	STACK_MARGIN = 16,
	STACK_RESERVE = 256, /* cells that the prompt leaves free */
	CSTACK_BYTES = 1 << 15,
	MAX_LOCALS = 16,
	MAX_ORDER = 16,
	MAX_TRACE = 12,
	UNKNOWN = 255, /* a stack effect that can't be told */
};

typedef cell *prim_fn(cell *sp);

enum kind {
	K_COLON,
	K_PRIM,
	K_INLINE,
	K_CREATE,
	K_CONSTANT,
	K_VALUE,
	K_DEFER
};
enum flag {
	F_IMMEDIATE = 1,
	F_COMPILE_ONLY = 2,
	F_HIDDEN = 4,
	F_DOES = 8,
	F_STORES = 16, /* TO runs the xt in its first data cell */
	F_FAST = 64    /* arguments and results in registers */
};

/* One row of prims.h. */
struct prim {
	const char *name;
	prim_fn *fn;            /* what it does, or null for an inline row */
	const struct ir *inl;   /* what is recorded in place of it, or null */
	uint8_t flags, in, out; /* stack effect of fn; in 255: not known */
	const char *effect;
	const char *doc;
	const volatile void *addr; /* V rows: what the word gives */
};

/* Only its address counts; Forth hangs tree nodes and names on it. */
struct wordlist {
	cell unused[2];
};

/* A word: header, and its execution token (xt and nt are its address). */
struct word {
	struct word *chain; /* next in the hash bucket */
	struct word *prev;  /* the word defined before this one */
	struct wordlist *list;
	const void *code; /* native entry */
	cell body;        /* data address, value, or a deferred word's xt */
	const struct prim *prim;
	const char *src; /* definition text, from the defining word on */
	uint32_t src_len, code_len;
	uint32_t line;
	uint8_t file, kind, flags;
	uint8_t in, out;      /* stack effect; in 255: not known */
	uint8_t nir, nlabels; /* of its records, */
	struct ir *ir;        /* kept if it can be put in place of a call */
	const void *fast;     /* first byte of its code; with F_FAST an entry
				* with arguments in registers */
	struct word *does;    /* the code after DOES> */
	uint32_t clobbers;    /* registers that it changes */
	uint16_t reach;       /* cells of stack it may take unchecked */
	uint8_t name_len;
	char name[];
};

/* A word put in place of a call: what a backtrace needs to know. */
struct site {
	struct word *word;
	struct site *up; /* the one that it stands in, or null */
	ucell place;     /* of the call: file << 24 | line */
};

/* Where the interpreter reads. A file is one text; its lines are windows. */
struct source {
	const char *buf; /* the present line */
	cell len, in;    /* its length, >IN */
	cell id;         /* 0 console, -1 evaluate, > 0 file number */
	const char *text_end;
	cell token;           /* offset of the word last parsed */
	uint32_t line, depth; /* depth: texts that this one is nested in */
};

struct handler {
	struct port_frame frame;
	struct handler *prev;
	cell *sp;
	struct source src;
	cell ior;
};

struct task {
	struct task *next;
	struct port_frame frame;
	struct handler *handler;
	char *block; /* 2 * STACK_BYTES, so aligned */
	cell *s0;    /* empty data stack */
	struct word *xt;
	cell ior;
};

/* What is remembered of the last throw, for the report; error.fth knows the
 * layout. */
struct fault {
	struct source src;
	cell ior;
	ucell address;
	ucell trace[MAX_TRACE];
	cell ntrace;
	const char *text; /* of ABORT" */
	cell text_len;
};

struct code_line {
	uint32_t offset; /* of code from code_base */
	uint32_t place;  /* file << 24 | line */
	struct site *site;
};

/* A text that was interpreted, by its number; file.fth knows the layout. */
struct file {
	const char *name, *text;
	cell len;
	cell loaded; /* true: REQUIRE need not read it again */
};

/* All that MARKER puts back. */
struct space {
	char *code, *here, *meta;
	struct word *last;
	ucell nlines, nfiles;
};

/* main.c */
extern struct space space;
extern char *code_base, *code_end, *here_end, *meta_base, *meta_end;
extern struct code_line *code_lines;
extern ucell start_ticks;
void *meta_alloc(size_t n);
bool embedded_file(const char *name, size_t n, const char **text, size_t *len);

/* unpack.c */
size_t unpack(const void *block, size_t n, char *to, size_t room);

/* lib.c: what C needs without a C library */
void *memcpy(void *to, const void *from, size_t n);
void *memmove(void *to, const void *from, size_t n);
void *memset(void *to, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
size_t str_len(const char *s);
bool same_name(const char *a, const char *b, size_t n);

/* dict.c */
extern struct wordlist forth_list;
extern struct wordlist *order[MAX_ORDER], *current;
extern cell norder;
void dict_init(void *room, size_t bytes);
struct word *dict_find_in(struct wordlist *l, const char *name, size_t n);
struct word *dict_find(const char *name, size_t n);
struct word *dict_add(const char *name, size_t n, enum kind kind);
void dict_reveal(struct word *w);
void dict_restore(const struct space *s);

/* text.c */
extern struct source source;
extern cell state, base, refill_hook, number_hook;
extern struct file files[];
bool parse_name(const char **p, size_t *n);
void parse_to(char c, const char **p, size_t *n);
struct word *parse_word(void);
bool to_number(const char *p, size_t n, cell out[2], int *cells);
cell *evaluate(cell *sp, const char *p, size_t n);
cell *include(
	cell *sp, const char *text, size_t len, const char *name, size_t n);
cell *include_embedded(cell *sp, const char *name, size_t n);
bool refill(cell **sp);
void keep_source(void);
void text_unnest(const struct source *s);

/* guard.c */
extern struct fault fault;
noreturn void throw(cell ior);
cell *push(cell *sp, cell x);
struct word *word_at(cell xt);
void scrub(void);
cell *run_xt(cell *sp, cell xt);
cell *catch_xt(cell *sp, cell xt, cell *ior);
int probe(int space, uint64_t addr, int width, bool write, uint64_t *v);

int guarded_code(const void *code, cell *sp);

/* report.c */
extern cell type_hook;
extern char kept[];
extern cell nkept;
extern cell report_hook;
const char *ior_text(cell ior);
void put(const char *p, size_t n);
void puts_(const char *s);
void report(cell ior);

/* emit.c: rows of isa_native, the only source of code. Operands are given in
 * the order of ops.h; a pc-relative one as its target address. */
extern bool row_lies[];
extern int preferred_row;
extern const char op_operands[][4];
ucell op_meaning(int op, ucell a, ucell b, ucell i);
prim_fn *op_helper(int op);
bool op_has(int op);
const struct op_row *op_can(int op, cell x, cell y, cell z);
void emit(int op, cell x, cell y, cell z);
struct hole {
	char *at;
	const struct op_row *row;
	int op;
	cell v[3];
};
struct hole emit_open(int op, cell a, cell b, const char *near);
bool emit_close(struct hole *h, const char *to);

/* record.c: what the words of inline.c and control.c compile into */
struct local {
	const char *name;
	uint8_t len;
	int slot; /* position on the return stack */
};
struct ir;
extern int rdepth, nlocals;
extern struct local locals[];
extern cell optimising;
void comp_start(void);
void comp_place(void);
void comp(int op, int n, cell v);
void comp_all(const struct ir *p);
void comp_lit(cell v);
void comp_named(const char *name);
bool comp_local(const char *name, size_t n, bool store);
bool comp_take_lit(cell *v);
int comp_new_label(void);
bool comp_dead(void);
struct ir *comp_flow(int op, int label);
void comp_word(struct word *w);
void comp_finish(struct word *w, bool by_registers);
void generate_prim(struct word *w);

/* verify.c */
void verify_ops(void);

/* define.c, control.c */
extern struct word *compiling;
extern uint32_t compiling_depth;
void control_reset(void);
void control_check(void);
void define_abandon(void);
void define_code(struct word *w);
#define PRIM(fn) cell *fn(cell *sp)
/* A primitive that is one act, and what that leaves to be popped. */
#define DOES(fn, pops, act)                                                    \
	PRIM(fn)                                                               \
	{                                                                      \
		act;                                                           \
		return sp + (pops);                                            \
	}
#define P(name, fn, takes, effect, doc) PRIM(fn);
#define PI(name, fn, effect, doc)       PRIM(fn);
#define PC                              PI
#define IN(name, records, effect, doc)
#define IC IN
#define V(name, at, doc)
#include "nucleus/prims.h"

/* task.c */
extern struct task *me;
struct task *task_new(struct word *xt);
noreturn void task_begin(void (*fn)(void *), struct task *t);

/* prims.c, prims.h */
extern const struct prim prims[];
extern const int nprims;
#endif
