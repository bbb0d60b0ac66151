/* disco.h - everything the files of the host command share, by file. */
/* SPDX-License-Identifier: 0BSD */
#ifndef DISCO_H
#define DISCO_H
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdnoreturn.h>
#include <sys/types.h>

/* What disco exits with (design.md section 9). */
enum {
	EXIT_OK,
	EXIT_FAILED,
	EXIT_USAGE,
	EXIT_TIMEOUT
};

/* opts.c: the options that run, map and talk share ---------------------- */
enum blind {
	BLIND_PRIORS,
	BLIND_PURE,
	BLIND_OFF
};
enum format {
	FORMAT_TEXT,
	FORMAT_JSON,
	FORMAT_DTS,
	FORMAT_DTB
};
enum {
	EXTRAS_MAX = 64
};

struct opts {
	const char *isa, *machine, *memory, *cpu, *smp;
	const char *out, *trace, *file, *check;
	uint64_t at;
	bool at_given, truth, strict;
	bool once;   /* a reset of the machine ends it */
	bool errors; /* guest errors into the trace too */
	enum blind blind;
	enum format format;
	double timeout_s;
	char **extra; /* what stood after `--` */
	int extras;
	int jobs;        /* zoo: runs at a time; 0: as many as processors */
	const char *svg; /* zoo: a directory for pictures */
	char **machines; /* zoo: the words after the ISA */
	int machine_count;
};

/* Claims are wanted: the machine's own firmware starts us and passes them. */
bool opts_firmware(const struct opts *o);
/* Parse argv (argv[0] is the subcommand) into *o. Returns NULL or, in
 * static storage, one line that says what is wrong. Never blocks. */
const char *opts_parse(struct opts *o, int argc, char **argv);

/* util.c: messages, buffers, time, files -------------------------------- */
struct buf {
	char *p; /* always NUL-terminated once anything was added */
	size_t len, cap;
};

/* Print `disco: ...` and a newline on stderr. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same, then exit with this status; what disco started is ended. */
noreturn void die(int status, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_print(struct buf *b, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buf_free(struct buf *b);
void *must(void *p); /* p, or end with `out of memory` */
char *string(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Monotonic time in seconds. */
double now_s(void);
/* The path of a file beside the executable: out/disco -> out/<name>. */
char *beside(const char *name);
/* All of a file; false, errno set, if it cannot be read. */
bool file_read(const char *path, struct buf *b);
/* `1.5 GiB` for a size in bytes, in one of 8 static buffers. */
const char *human(uint64_t bytes);
/* 0x-prefixed or decimal text to a number; false if it is not one. */
bool number(const char *text, uint64_t *n);
/* A 0x.. string, or a number, out of a JSON object; 0 if absent. */
uint64_t json_hex(const json_t *object, const char *key);
/* A string out of a JSON object; "" if absent. */
const char *json_text(const json_t *object, const char *key);
/* Escape sequences may be used on this stream: a terminal, no NO_COLOR. */
bool colours(int fd);

/* child.c: the programs disco starts ------------------------------------ */
enum {
	ARGS_MAX = 160
};
struct args {
	char *v[ARGS_MAX + 1];
	int n;
};

void args_add(struct args *a, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void args_free(struct args *a);
/* A memfd that holds these bytes and that children inherit. */
int memory_file(const void *bytes, size_t n);
/* Start a program that dies when disco does; stdin, stdout and stderr as
 * given. Ends disco with a line of advice if it is not installed. */
pid_t child_start(char *const *argv, int in, int out, int err);
/* Its exit status, when it has ended. */
int child_wait(pid_t pid);

/* qemu.c: one emulator, QMP, qtest and the first serial line ------------ */
struct vm {
	pid_t pid;
	char *program, *machine;
	int qmp, qtest, serial, log; /* sockets; log: its stderr, a memfd */
	struct buf in;               /* QMP bytes not yet taken as a line */
	bool reset;                  /* the guest asked for a reset */
};

/* Start a stopped emulator with a->v and our own channels. Ends disco with
 * the emulator's own first words if it refuses. */
void vm_start(struct vm *vm, struct args *a);
/* The same, but false if it refuses; vm_last_words says why. */
bool vm_try(struct vm *vm, struct args *a);
/* Start a plain program with a socket on its stdin and stdout. */
void vm_start_plain(struct vm *vm, char *const *argv);
/* End it and close everything. Safe to call twice. */
void vm_stop(struct vm *vm);
/* One QMP command; steals `arguments` (may be NULL). Returns a new reference
 * to what it returned, or NULL if the emulator answered with an error. */
json_t *vm_qmp(struct vm *vm, const char *command, json_t *arguments);
/* One human monitor command; the caller frees the text. */
char *vm_hmp(struct vm *vm, const char *line);
/* Fill guest-physical memory with zeros. */
void vm_wipe(struct vm *vm, uint64_t address, uint64_t size);
/* Read by qtest: how is readb, readw, readl, inb ..; no guest code is run.
 * False if the emulator has gone, which some devices make it do. */
bool vm_read(struct vm *vm, const char *how, uint64_t address, uint64_t *value);
/* Why it ended, as one line in static storage: its own first words. */
const char *vm_last_words(struct vm *vm);

/* isa.c: what disco knows of an ISA beside its image -------------------- */
struct isa {
	const char *name, *machine; /* the default machine */
	const char *arguments[3];   /* the emulator always gets these */
	const char *cpu_family; /* QOM type every usable CPU descends from */
	const char *cpu;        /* taken when the machine's own is not one */
	const char *cpu_needs;  /* its boolean property, false: no use */
};

/* The row of an ISA; rows exist for any name, see isa_known. */
struct isa isa_find(const char *name);
/* An image or a port of this name exists. */
bool isa_known(const char *name);
/* Those names, separated by spaces; in static storage. */
const char *isa_list(void);

/* image.c: the bytes that are put into the machine ---------------------- */
struct image {
	struct buf bytes;
	bool rom; /* discovery.rom: started by the reset vector */
};

/* Read out/ISA/discovery.rom or .bin, patch it for these options; never the
 * ROM where firmware is to start us. Ends disco if there is none. */
void image_load(struct image *im, const struct opts *o);
/* Patch flags and, in a ROM, the load address. Returns 0 or what is missing. */
const char *image_patch(
	char *image, size_t n, unsigned flags, const uint64_t *at);

/* boot.c: an emulator with the node in it, stopped before its first step  */
/* Start, wipe what firmware left, stop short of `cont`. Host: just start. */
void boot(struct vm *vm, const struct opts *o);
/* Let it go. */
void boot_go(struct vm *vm);

/* link.c: the console protocol of machine mode -------------------------- */
enum answer {
	ANSWER_ACK,
	ANSWER_NAK,
	ANSWER_LOST,
	ANSWER_LATE
};
enum {
	LINE_BYTES_MAX = 1024
};

struct link {
	int fd;
	double enq_s;      /* seconds between two ENQ; 0: the usual 0.2 */
	double answered_s; /* when the first ACK came, as now_s() */
	struct buf seen;   /* all that came before machine mode */
	struct buf rest;   /* what came after the last ACK or NAK */
};

/* Send ENQ until ACK, then find the place in the stream. */
enum answer link_open(struct link *l, double deadline);
/* Send one line; text = what it prints, without the ACK or NAK. */
enum answer link_line(
	struct link *l, const char *line, struct buf *text, double deadline);
/* Read what is there into b, waiting at most until the deadline.
 * 1 something came, 0 nothing came in time, -1 the other end is gone. */
int link_read(int fd, struct buf *b, double deadline);
void link_free(struct link *l);

/* qom.c: the emulator's objects ------------------------------------------ */
struct object {
	char *path, *type;
	int devfn; /* of a PCI function: slot * 8 + function; else -1 */
};

struct objects {
	struct object *v;
	size_t n, cap;
	const char *console; /* path of the one behind serial0, or NULL */
};

/* Every object from /machine down, parents before children. */
void qom_walk(struct objects *o, struct vm *vm);
/* The type of the object of this path; "" if there is none. */
const char *qom_type(const struct objects *o, const char *path);
void qom_free(struct objects *o);

/* truth.c: what the emulator says its machine is ------------------------ */
struct section {
	uint64_t first, last; /* bytes, both inclusive */
	uint64_t offset;      /* of `first` within the region it shows */
	int priority;
	int thing;     /* index into struct things, or -1; things.c sets it */
	char kind[12]; /* ram rom romd ramd i/o nv-... */
	char *name, *owner; /* owner: QOM path or "" */
};

struct sections {
	struct section *v;
	size_t n;
};

struct truth {
	struct sections memory, io; /* the CPU's view; the ports */
	struct objects objects;
	json_t *pci;         /* query-pci, or NULL */
	const char *console; /* QOM path behind serial0, or NULL */
	uint64_t console_base;
	bool console_found; /* console_base is known */
};

/* The flat view that holds address space `space` out of `info mtree -f -o`.
 * Nothing in it if there is none. */
struct sections mtree_parse(const char *text, const char *space);
/* The same for what CPU 0 sees when it starts. */
struct sections mtree_cpu(const char *text);
void sections_free(struct sections *s);
/* Read everything from a stopped emulator. */
void truth_read(struct truth *t, struct vm *vm);
void truth_free(struct truth *t);

/* pages.c: sets of 4 KiB pages ------------------------------------------ */
enum {
	PAGE_BYTES = 4096
};
struct span {
	uint64_t first, end; /* page numbers; end is one past the last */
};

struct pages {
	struct span *v;
	size_t n, cap;
};

void pages_add(struct pages *p, uint64_t first, uint64_t end);
void pages_tidy(struct pages *p); /* sort and merge */
struct pages pages_minus(const struct pages *a, const struct pages *b);
bool pages_hold(const struct pages *p, struct span s);
void pages_free(struct pages *p);
/* Every page wholly inside `ram` sections. */
struct pages pages_of_ram(const struct sections *s);
/* Every page wholly inside the map's memory rows of these kinds (a list
 * separated by spaces). */
struct pages pages_of_map(const json_t *map, const char *kinds);
/* `word` is one of the words of a list, separated by spaces. */
bool listed(const char *list, const char *word);

/* verdict.c: the map against the truth ---------------------------------- */
/* A new JSON object: memory, missing, extra, unknown, console. */
json_t *verdict(const struct truth *t, const json_t *map);
bool verdict_good(const json_t *v);
void verdict_print(const json_t *v);

/* show.c: a map as text for people -------------------------------------- */
void show_map(struct buf *b, const json_t *map, const char *title);

/* schema.c: the part of JSON Schema that doc/spec/map.schema.json uses -- */
/* NULL if it holds, else one line (static) that says where and why not. */
const char *schema_check(const json_t *schema, const json_t *value);

/* map.c: one whole run to a map; also used by zoo ----------------------- */
struct run {
	struct vm vm;
	struct link link;
	struct buf json, dts;
	double deadline, timeout_s;
	char phase[80];
};

/* Boot and wait for a complete map. EXIT_OK, or a status after saying why. */
int run_to_map(struct run *r, const struct opts *o);
void run_end(struct run *r);

/* run.c: a person at the node ------------------------------------------- */
/* Join this terminal and the node until Ctrl-A x, or either ends; true: the
 * node did. */
bool relay(struct vm *vm);

/* talk.c: text for the node --------------------------------------------- */
struct feed {
	struct link *link;
	const char *name;       /* of the file, for messages */
	double timeout_s;       /* for each line */
	unsigned lines, failed; /* sent; answered with NAK */
};

/* Send every line of a file, print the answers. EXIT_OK unless the prompt is
 * lost or a line cannot be sent; says why. */
int feed(struct feed *f, struct vm *vm, FILE *from);
/* A file to feed, or stdin for `-`; ends disco if there is none, or if a line
 * in it cannot be sent. */
FILE *feed_open(const char *name);

/* bench.c: what the benchmarks share ------------------------------------- */
enum {
	RUNS = 7 /* at most, of each */
};
struct bench {
	bool quick, json;
	const char *isa; /* count instructions there, or NULL */
	char **names;    /* of the programs wanted; none: all */
	int n;
};

/* This program, or all. */
bool bench_wants(const struct bench *b, const char *name);
/* Sorts v. */
double median(double *v, int n);
/* The middle half of v, its width over the median; sorts v. */
double spread(double *v, int n);
/* Run a program with this text as its input, which ends and frees *a: its
 * exit status, and in *out all that it printed. Ends disco if it hangs. */
int output_of(struct args *a, const char *text, struct buf *out);
/* The path of a file of test/bench; of one in out/bench. To be freed. */
char *bench_file(const char *name);
char *bench_out(const char *name);
/* The line `timed SUM TICKS TICKS/S` of what a program printed. */
bool timed(const struct buf *out, char sum[24], double *s);
/* Note a figure and its limit, which is a lower one or an upper one. */
void target(
	json_t *all, const char *what, double is, double limit, bool at_least);
/* All as JSON, or the targets alone; then all is freed. */
void bench_print(const struct bench *b, json_t *all, const json_t *aims);
/* bench_compile.c: false if our result and gforth's are not the same. */
bool bench_compile(json_t *results, json_t *aims, int runs);
void print_compiled(const json_t *results);
int bench_boot(void);                   /* bench_boot.c */
int bench_forth(const struct bench *b); /* bench_forth.c */
int bench_count(const struct bench *b); /* bench_count.c */

/* one function per subcommand: its exit status -------------------------- */
int cmd_run(int argc, char **argv);      /* run.c */
int cmd_map(int argc, char **argv);      /* map.c */
int cmd_talk(int argc, char **argv);     /* talk.c */
int cmd_machines(int argc, char **argv); /* machines.c */
int cmd_zoo(int argc, char **argv);      /* zoo.c */
int cmd_port(int argc, char **argv);     /* learn.c */
int cmd_bench(int argc, char **argv);    /* bench.c */
int cmd_forth(int argc, char **argv);    /* forth.c */
int cmd_doctor(int argc, char **argv);   /* doctor.c */

/* main.c */
/* The options of a subcommand, parsed; a mistake ends disco with status 2. */
struct opts opts_or_die(int argc, char **argv);
#endif
