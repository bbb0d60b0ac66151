/* port.h - what an ISA owes the nucleus: the whole contract. */
/* SPDX-License-Identifier: 0BSD */
#ifndef PORT_H
#define PORT_H
#include "nucleus/iors.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdnoreturn.h>

typedef intptr_t cell;
typedef uintptr_t ucell;

enum port_space {
	SPACE_MEM,
	SPACE_IO
};

/* Callee-saved registers, stack pointers, resume address. r[0] is the Forth
 * return stack pointer (the backtrace starts there); the rest of the layout
 * belongs to the port's start.S. */
struct port_frame {
	ucell r[24];
};

/* One fault, as the port's trap entry hands it to nucleus_trap. */
struct port_trap {
	cell ior;
	ucell pc;      /* address of the instruction that faulted */
	ucell address; /* the address it could not reach; 0 if none */
	ucell dsp;     /* Forth data stack pointer at the fault */
	ucell rp;      /* Forth return stack pointer at the fault */
	ucell cause;   /* the ISA's own cause number, for the report */
	ucell link;    /* its link register; 0 where calls need none */
};

/* One named identification register. */
struct port_id {
	const char *name;
	uint64_t value;
};

extern const char port_isa[]; /* "x86_64", "aarch64", ... */

/* start.S ----------------------------------------------------------------- */
/* Save callee-saved registers, C stack pointer and Forth RP in *f and return
 * 0; a later port_resume(f, v) returns v (not 0) from the same call. */
int port_save(struct port_frame *f) __attribute__((returns_twice));
noreturn void port_resume(const struct port_frame *f, int v);

/* Run Forth code at `code` with data stack pointer dsp; returns the data stack
 * pointer it left. All callee-saved registers are kept, RP as well. */
cell *port_enter(const void *code, cell *dsp);

/* Leave the present stack for ever: RP = rp, C stack pointer = csp (on x86
 * both are rsp, and rp is used), then fn(arg). fn must not return. */
noreturn void port_start(void (*fn)(void *), void *arg, cell *rp, void *csp);

/* port.c ------------------------------------------------------------------ */
/* Install trap vectors; called once, first, on the boot stack. */
void port_init(void);

/* Free-running counter and its rate. Rate 0: not known on this machine. Where
 * a cell has 32 bits Forth sees the low half, and a counter above 100 MHz must
 * be divided down: waits are to stay below 2^31 ticks. */
uint64_t port_ticks(void);
uint64_t port_tick_hz(void);

/* Make n bytes of freshly written code at p visible to instruction fetch. */
void port_sync_icache(void *p, size_t n);

/* Order device accesses, and make a late (asynchronous) abort arrive now. */
void port_barrier(void);

/* A pointer through which the physical bytes [pa, pa+8) can be accessed now,
 * uncached where the ISA can say so; good until the next call. NULL: pa is
 * beyond the processor's physical address width. Identity without an MMU. */
volatile void *port_window(uint64_t pa);

/* Make physical RAM [pa, pa+n) reachable by ordinary loads and stores at the
 * same address. n a multiple of 4096. Left out where they are reachable. */
int port_map(uint64_t pa, uint64_t n);

/* Read or write one x86 port, width 1, 2 or 4. Left out elsewhere:
 * IOR_UNSUPPORTED. */
int port_in(uint32_t port, int width, uint64_t *v);
int port_out(uint32_t port, int width, uint64_t v);

/* The i-th identification register, read now (may trap: call it guarded).
 * false when there are no more. Risk level 0: processor registers only. */
bool port_id(int i, struct port_id *id);

/* Wait a little, as a spin-wait hint. Never waits for an interrupt. */
void port_relax(void);

/* Warm reset if a documented processor means exists, else stop for good.
 * On the host: end the process with this exit status. */
noreturn void port_reset(int status);

/* The port's own byte console, the host's terminal. Left out on metal, where
 * the console is found by Forth. put: IOR_UNSUPPORTED if none.
 * put(-1) sends nothing and only says which.
 * get: the next byte, -1 when none is waiting, -2 at the end of input. */
int port_putc(int c);
int port_getc(void);

/* What an operating system offers, on the host; -21 where there is none: a
 * port may leave it out. Names and paths end in a zero byte. Gives 0 or more,
 * or an ior: -38 no such file, -28 interrupted, -37 whatever else. May block.
 * forth/core/file.fth has the same numbers. */
enum host_call {
	HOST_OPEN,   /* path, mode: 0 read, 1 write, 2 both, +4 create empty,
		      * +8 create, append, +16 private: gives a file number */
	HOST_CLOSE,  /* file */
	HOST_READ,   /* file, buffer, bytes: how many came, 0 at the end */
	HOST_WRITE,  /* file, buffer, bytes */
	HOST_SEEK,   /* file, offset, from: 0 start, 1 here, 2 end: position */
	HOST_RESIZE, /* file, bytes */
	HOST_FLUSH,  /* file */
	HOST_DELETE, /* path */
	HOST_RENAME, /* path, new path */
	HOST_STATUS, /* path: its mode bits, as stat(2) */
	HOST_MKDIR,  /* path */
	HOST_ARG,    /* i: address of the i-th argument, 0 after the last */
	HOST_ENV,    /* name: address of its value, 0 if it has none */
	HOST_SCREEN, /* file: 1<<32 | rows<<16 | columns; 0: no terminal */
	HOST_CTRL_C, /* 0: Ctrl-C is a key, 1: it throws -28 */
	HOST_WHY,    /* address of a text: why the last call failed */
	HOST_TIME    /* local time, seconds since 1970 began */
};
cell port_host(int call, cell a, cell b, cell c);

/* Given by link.ld (metal) or the port (host): memory that is ours from the
 * start. Code is generated into [port_ram, +port_ram_bytes), writable and
 * executable, which the image is told nothing else about. */
extern char *port_ram;
extern size_t port_ram_bytes;
/* All that the image occupies: first byte and one past the last, bss and
 * port_ram included. The prober leaves it alone. */
extern char *port_image, *port_image_end;
/* A word of the image that disco sets before the start; it stands right after
 * the eight bytes "DISCFLAG". Bit 0: no priors. Bit 1: claims are allowed. */
extern const volatile uint32_t port_flags;
/* The registers that firmware passed at entry: arm r0-r2, aarch64 x0-x3,
 * riscv a0 a1, x86 eax ebx; 0 where there are fewer. They are claims: nothing
 * follows them unless bit 1 of port_flags is set. */
extern ucell port_boot[4];

/* nucleus side ------------------------------------------------------------ */
/* start.S jumps here on the boot stack, relocations applied, bss cleared. */
noreturn void nucleus_main(void);
/* Every trap ends here; it unwinds to a guard or to the prompt. */
noreturn void nucleus_trap(const struct port_trap *t);
/* Apply the image's RELR relocations (linked with --pack-dyn-relocs=relr):
 * called once by start.S, before anything that needs an address in data.
 * base = where the image was put, added to every cell that they name. */
void nucleus_relocate(ucell base, const ucell *relr, const ucell *relr_end);
#endif
