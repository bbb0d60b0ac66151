/* zoo.h - what the parts of disco zoo share, by file. */
/* SPDX-License-Identifier: 0BSD */
#ifndef ZOO_H
#define ZOO_H
#include "disco.h"

/* things.c: the devices of the truth ------------------------------------- */
struct class_row {
	const char *type, *region; /* globs of QOM type and region name */
	const char *classes;       /* right ones, by spaces; "-": don't care */
	const char *compatible;    /* exact ones, by spaces */
};

/* One device: the sections of one owner that mean the same to the table. */
struct thing {
	const char *owner, *type, *name; /* name: of its first region */
	const struct class_row *row;     /* NULL: the table has none */
	bool care;                       /* false: nothing is emulated there */
	bool io;         /* its first section is a range of x86 ports */
	uint64_t base;   /* its first section; 0 if it has none */
	int pci_class;   /* of a PCI function: base and sub class; else -1 */
	char pci_id[24]; /* pciVVVV,DDDD; else empty */
};

struct things {
	struct thing *v;
	size_t n, cap;
};

/* The row of a type and region, or NULL; row i of all, or NULL. */
const struct class_row *class_find(const char *type, const char *region);
const struct class_row *class_row(size_t i);
/* Finds them all, and sets `thing` of each section of t. */
struct things things_of(struct truth *t);
void things_free(struct things *th);

/* zoo_score.c: one map against one truth --------------------------------- */
/* A new JSON object, see doc/spec/zoo.md. Blocks never. */
json_t *score(
	const struct truth *t, const struct things *th, const json_t *map);
/* Which thing each row of the map's devices names: an index, -1 for none; -2
 * where nothing is emulated. To be freed. */
int *names_of(
	const struct truth *t, const struct things *th, const json_t *map);
/* A row of the map's devices is exact for this thing; of its category. */
bool row_exact(const json_t *row, const struct thing *t);
bool row_category(const json_t *row, const struct thing *t);

/* zoo_space.c: the address space, region by region ----------------------- */
enum truly {
	TRULY_VOID,
	TRULY_RAM,
	TRULY_ROM,
	TRULY_FLASH,
	TRULY_DEVICE,
	TRULY_ANY, /* nothing is emulated there: any answer will do */
	TRULIES
};

struct piece {
	uint64_t first, last;
	enum truly is;
};

struct pieces {
	struct piece *v; /* sorted; from 0 to 2^64 - 1, without gaps */
	size_t n, cap;
};

struct pieces pieces_of(const struct truth *t, const struct things *th);
void pieces_free(struct pieces *p);
/* A new JSON object: void, device, rom, flash, mirrors, pages. */
json_t *space_score(
	const struct truth *t, const struct things *th, const json_t *map);

/* zoo_audit.c: every device access of a run ------------------------------ */
struct spot { /* one address of one region */
	bool used, before_known, after_known;
	unsigned name, reads, writes, narrow; /* narrow: reads below 32 bits */
	uint64_t address, before, last, after;
};

struct audit_counts {
	uint64_t reads, writes;           /* of devices, by the guest */
	uint64_t void_reads, void_writes; /* where nothing is */
	uint64_t rejected, wrong_size;    /* refused by a device */
	uint64_t messages; /* guest errors, and what is not implemented */
	uint64_t fw_cfg, unparsed;
};

struct audit;

/* One that is fed by hand. */
struct audit *audit_new(void);
void audit_line(struct audit *a, const char *line);
/* One that listens to what the emulator writes to *path, in a thread. */
struct audit *audit_start(const char **path);
/* The emulator has opened the path. */
void audit_started(struct audit *a);
/* Wait until the emulator has ended: then all was heard. */
void audit_wait(struct audit *a);
void audit_free(struct audit *a);
/* A table of n entries; those that are not `used` are empty. */
const struct spot *audit_spots(const struct audit *a, size_t *n);
const char *audit_name(const struct audit *a, const struct spot *s);
const struct audit_counts *audit_counts(const struct audit *a);
const json_t *audit_messages(const struct audit *a);

/* zoo_safe.c: the verdict on an audit ------------------------------------ */
enum {
	THING_NAMED = 1,   /* by the map */
	THING_DRIVEN = 2,  /* taken over: the map gives it a driver */
	THING_READ = 4,    /* by the guest: set by audit_judge */
	THING_WRITTEN = 8, /* likewise */
};

/* Bits of registers of this type that no write changes. */
uint64_t status_bits(const char *type, uint64_t address);
/* What the map says of each thing; to be freed. */
unsigned char *things_known(
	const struct truth *t, const struct things *th, const json_t *map);
json_t *audit_judge(const struct audit *a, const struct truth *t,
	const struct things *th, unsigned char *flags);

/* zoo_state.c: registers before and after -------------------------------- */
struct state;
/* Read what may be read of a stopped machine after its run; this may end the
 * emulator, so that nothing else can be asked of it. */
struct state *state_after(struct vm *vm, const struct truth *t,
	const struct things *th, const unsigned char *flags);
/* The same registers of one that was never let go. */
void state_before(struct state *s, struct vm *twin);
json_t *state_judge(const struct state *s, const struct things *th,
	const unsigned char *flags);
void state_free(struct state *s);

/* zoo_visit.c: one run of one machine, in a process of its own ----------- */
/* A new JSON object, whatever happens: status, reason, and if there is a map
 * its scores. An audit slows the machine down. Blocks for at most twice
 * o->timeout_s and a minute. */
json_t *visit(const struct opts *o, bool audited);
/* All of a file in memory, from its start; then it is closed. */
struct buf take_file(int fd);

/* zoo_svg.c: a picture of the address space ------------------------------ */
/* False, errno set, if it cannot be written. */
bool svg_write(const char *path, const char *title, const struct truth *t,
	const struct things *th, const json_t *map);

/* zoo_total.c: many rows ------------------------------------------------- */
/* Figures of one run, or averages; -1 where there is none. */
struct figures {
	double seen, void_precision, exact, category, precision, brier;
	double harm; /* writes astray or not undone, aborts, resets */
	double scan; /* reads, percent of one a populated page */
};

struct figures figures_of(const json_t *run);
/* Totals over the rows of a zoo: a new JSON object. */
json_t *totals(const json_t *rows);
/* Every machine of every mode did all that can be asked of it. */
bool totals_good(const json_t *totals);

/* zoo_table.c: for people ------------------------------------------------ */
void table_head(void);
void table_row(const json_t *row);
void table_totals(const json_t *totals);
#endif
