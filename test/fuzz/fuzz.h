/* fuzz.h - the parts of differ: choices, the generator, systems, shrinking. */
/* SPDX-License-Identifier: 0BSD */
#ifndef FUZZ_H
#define FUZZ_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* tape.c: every choice the generator makes, so that a program is its choices:
 * a tape with fewer or smaller ones is a smaller program, and well-formed. */
enum {
	MOST_CHOICES = 1 << 15,
	MOST_SPANS = 1 << 13
};
struct span {
	unsigned begin, end;
};
struct tape {
	unsigned n, nspans;
	uint32_t choice[MOST_CHOICES];
	struct span span[MOST_SPANS]; /* the choices of one part */
};
extern struct tape tape; /* of the program made last */

void tape_random(uint64_t seed, uint64_t index);
void tape_replay(const struct tape *from); /* after its end all choices are 0 */
unsigned any(unsigned n);                  /* 0 to n - 1; 0 is the simplest */
uint64_t any_cell(void);
unsigned span_open(void);
void span_close(unsigned span);

/* gen*.c: a program's text, from the tape. */
enum {
	MOST_TEXT = 1 << 17,
	MOST_DEPTH = 64,
	MOST_R = 24,
	MOST_WORDS = 32,
	MOST_LOCALS = 8,
	MOST_FUEL = 12
};
extern unsigned cell_bits; /* 64: of the systems that are compared */
extern unsigned size;      /* about how many phrases a word has */
size_t program(char *text, unsigned index); /* its length */
void element(void);                         /* one phrase, structure or call */
void finish(void); /* the results and no more are on the stack */

/* gen_emit.c: text and the picture of the stacks. Items below floor stay. */
struct state {
	int depth, floor, nr;
	bool pointer[MOST_DEPTH];
	struct {
		bool loop, pointer;
		int depth, floor; /* at the loop's begin */
	} r[MOST_R];
};
struct word {
	int in, out;
	long cost;
	bool throws; /* and must be called under CATCH */
	bool maybe;  /* leaves `out` items and true, or false */
	bool defer;  /* has a deferred word d<n> as well */
};
struct definition {
	int locals;                /* a, b, ... */
	bool pointer[MOST_LOCALS]; /* what they hold */
	int counters;              /* k0, k1, ...: locals that loops count in */
	int used_counters;
	int budget, nest, final;
	int uneven;         /* in code whose depth is not known */
	bool throws, again; /* again: may be entered while it runs */
	bool maybe;
	int in;         /* what it takes */
	int recursions; /* how many times it may yet call itself */
	long cost, times;
};
extern struct state now;
extern struct definition def;
extern struct word words[MOST_WORDS];
extern int nwords, nfuel;

void emit_begin(char *text);
size_t emit_end(void);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
void say_line(void);
void push(bool pointer);
void drop(int n);
void number(void);
void pointer_item(void);
void phrase(const char *text, const char *effect);
void fix(int depth); /* exactly so many items, all above floor numbers */
void any_phrase(void);
void condition(void); /* takes and leaves what it likes, then a flag */
int numbers_on_top(int most);

/* gen_flow.c: control structures. */
void block(int want);
void structure(void);
int set_floor(int most); /* what follows reaches so many numbers at most */
void push_r(bool loop, bool pointer);

/* gen_loop.c */
void counted_loop(void);
void begin_loop(void);
void pile(void);
void leave(void);

/* child.c: the systems, each a process that lives long. */
enum {
	MOST_CHILDREN = 8,
	MOST_BATCH = 128,
	MOST_FALLS = 4, /* in a batch; then the rest has no answer */
	MOST_ANSWER = 48
};
struct job {
	unsigned index; /* answers carry it */
	const char *text;
	char answer[MOST_CHILDREN][MOST_ANSWER];
};
struct child {
	char name[24];
	char command[512];
	bool forth; /* gforth: reads files */
	bool off;   /* is told not to optimise */
	int pid, to, from;
	char *out; /* what it printed since the batch began */
	size_t nout, roomout;
	char *in; /* what it has not read yet */
	size_t nin, atin, roomin;
	int first, last, step; /* jobs that its text has, at most step */
	int falls;             /* how often it died or hung in this batch */
	bool busy;
	double deadline_s;
};
extern struct child children[MOST_CHILDREN];
extern int nchildren, patience_s;
bool child_add(const char *name);
void children_start(const char *dir, const char *prelude);
void children_run(struct job *jobs, int njobs, bool loud);
void children_stop(void);
const char *child_said(int child, char *room, size_t bytes);
bool differs(const struct job *job);
double seconds(void);

/* shrink.c: tape becomes a smaller one whose program still differs. */
void shrink(struct tape *failing, unsigned index, double limit_s);
#endif
