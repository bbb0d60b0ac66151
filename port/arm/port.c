/* port.c - A32: vectors, traps, identification, instruction cache, window. */
/* SPDX-License-Identifier: 0BSD */
#include "port/port.h"

/* Read or write a register of a coprocessor: opcode 1, CRn, CRm, opcode 2. */
#define MRC(cp, op1, n, m, op2)                                                \
	__extension__({                                                        \
		uint32_t mrc_;                                                 \
		__asm__ volatile("mrc p" #cp ", " #op1 ", %0, c" #n ", c" #m   \
				 ", " #op2                                     \
				 : "=r"(mrc_)::"memory");                      \
		mrc_;                                                          \
	})
#define MCR(cp, op1, n, m, op2, value)                                         \
	__asm__ volatile("mcr p" #cp ", " #op1 ", %0, c" #n ", c" #m           \
			 ", " #op2 ::"r"(value)                                \
			 : "memory")

enum {
	UNDEFINED = 1, /* vectors: DDI 0406C table B1-3 */
	PREFETCH_ABORT = 3,
	DATA_ABORT = 4,
	FS_ASYNC = 0x16, /* DFSR status: B3.13.3, and DDI 0100I B4.6.1 */
	ARCH_V6 = 7,     /* MIDR bits 19:16: B4.1.105 */
	ARCH_CPUID = 15, /* there are ID registers */
	/* first-level and second-level descriptors, ARMv5 formats: DDI 0100I
	 * B4.7; all may access, no caches */
	SECTION = 0xc12,
	CACHEABLE = 8, /* while SCTLR.C is off: for instructions only */
	COARSE = 0x11,
	SMALL = 0xff2,
};
#define TOP     0xfff00000u /* the MiB that has a second-level table */
#define VECTORS 0xffff0000u /* high vectors, SCTLR.V */

extern char _start[], port_ram_start[], port_ram_end[]; /* link.ld */
extern const uint32_t port_traps[8][3];                 /* start.S */
noreturn void port_fault(ucell, ucell, ucell, ucell, ucell);

const char port_isa[] = "arm";
char *port_image = _start;
char *port_image_end = port_ram_end;
char *port_ram = port_ram_start;
size_t port_ram_bytes = 4 << 20;

/* On a multiple of 16 KiB: first-level table, second-level table, a page of
 * vectors. */
static uint32_t room[10 * 1024];
static uint32_t *sections, *pages, *vectors;
static bool translating;

/* Where a trap goes that the port itself expects; null: to the nucleus. */
static struct port_frame *volatile guard;

static bool generic_timer, cycle_counter; /* what makes the ticks */

static unsigned
arch(void)
{
	return MRC(15, 0, 0, 0, 0) >> 16 & 15;
}

/* Called from start.S on the trap stack, everything masked. lr: where the trap
 * would return to, DDI 0406C table B1-7. */
noreturn void
port_fault(ucell vector, ucell lr, ucell dsp, ucell rp, ucell link)
{
	struct port_frame *expected = guard;
	ucell pc = lr - (vector == DATA_ABORT ? 8 : 4);
	struct port_trap t = {IOR_TRAP, pc, 0, dsp, rp, vector << 16, link};
	ucell fs;

	guard = NULL;
	if (expected)
		port_resume(expected, 1);
	if (vector == UNDEFINED)
		t.ior = IOR_BAD_INSTRUCTION;
	if (vector == PREFETCH_ABORT) {
		t.ior = IOR_ADDRESS;
		t.address = pc;
	}
	if (vector == DATA_ABORT) {
		t.cause |= MRC(15, 0, 5, 0, 0);
		fs = (t.cause & 15) | (t.cause >> 6 & 16);
		/* 3 is alignment too before ARMv6, and nothing after it:
		 * SCTLR.AFE is off */
		t.ior = fs == 1 || fs == 3 ? IOR_ALIGN : IOR_ADDRESS;
		t.address = fs == FS_ASYNC ? 0 : MRC(15, 0, 6, 0, 0);
	}
	nucleus_trap(&t);
}

/* Identity, all uncached; but the page of high vectors is ours. */
static void
translate(void)
{
	ucell sctlr = MRC(15, 0, 1, 0, 0);

	for (ucell i = 0; i < 4096; i++) {
		bool ours = i >= (ucell)port_image >> 20 &&
			    i <= (ucell)port_image_end >> 20;

		sections[i] = i << 20 | SECTION | (ours ? CACHEABLE : 0);
	}
	for (ucell i = 0; i < 256; i++)
		pages[i] = TOP | i << 12 | SMALL;
	sections[TOP >> 20] = (ucell)pages | COARSE;
	pages[(VECTORS - TOP) >> 12] = (ucell)vectors | SMALL;
	port_sync_icache(sections, 6 * 4096);
	MCR(15, 0, 2, 0, 0, sections);
	MCR(15, 0, 3, 0, 0, 3); /* domain 0: a manager */
	MCR(15, 0, 8, 7, 0, 0);
	sctlr &= ~((ucell)1 << 23); /* XP: ARMv5 formats */
	MCR(15, 0, 1, 0, 0, sctlr | 1 << 13 | 1);
	translating = true;
}

#define TRY(action)                                                            \
	do {                                                                   \
		struct port_frame frame_;                                      \
		if (!port_save(&frame_)) {                                     \
			guard = &frame_;                                       \
			action;                                                \
			guard = NULL;                                          \
		}                                                              \
	} while (0)

/* Coprocessors 10 and 11 are the floating-point unit: FPEXC.EN (bit 30),
 * FPSCR 0. */
static void
enable_floats(void)
{
	if (arch() >= ARCH_V6)
		MCR(15, 0, 1, 0, 2,
			MRC(15, 0, 1, 0, 2) | 0xf << 20); /* CPACR */
	MCR(10, 7, 8, 0, 0, 1 << 30);
	MCR(10, 7, 1, 0, 0, 0);
}

/* PMCR: count, from 0, each 64th cycle; PMCNTENSET: the cycle counter. */
static void
start_counting(void)
{
	MCR(15, 0, 9, 12, 0, 1 | 4 | 8);
	MCR(15, 0, 9, 12, 1, 1u << 31);
	cycle_counter = true;
}

void
port_init(void)
{
	bool with_ids = arch() == ARCH_CPUID;
	bool v7 = with_ids && MRC(15, 0, 0, 0, 1) >> 29 == 4; /* CTR's format */

	sections = (uint32_t *)(((ucell)room + 0x3fff) & ~(ucell)0x3fff);
	pages = sections + 4096;
	vectors = pages + 1024;
	for (int i = 0; i < 8; i++) {
		vectors[i] = 0xe59ff018; /* ldr pc, [pc, #24] */
		vectors[i + 8] = (ucell)port_traps[i];
	}
	port_sync_icache(vectors, 64);
	if (v7 || (with_ids && MRC(15, 0, 0, 1, 1) & 0xf0)) {
		MCR(15, 0, 1, 0, 0, MRC(15, 0, 1, 0, 0) & ~((ucell)1 << 13));
		MCR(15, 0, 12, 0, 0, vectors);
	} else {
		translate();
	}
	TRY(enable_floats());
	if (with_ids && MRC(15, 0, 0, 1, 1) & 0xf << 16)
		generic_timer = true;
	else if (v7)
		TRY(start_counting());
}

uint64_t
port_ticks(void)
{
	static uint64_t count;

	if (generic_timer)
		__asm__ volatile("mrrc p15, 1, %Q0, %R0, c14"
				 : "=r"(count)::"memory");
	if (cycle_counter)
		count += MRC(15, 0, 9, 13, 0) - (uint32_t)count;
	return count;
}

uint64_t
port_tick_hz(void)
{
	return generic_timer ? MRC(15, 0, 14, 0, 0) : 0;
}

/* No line is shorter than 16 bytes, and a line may be done twice. Branch
 * predictors go too. */
void
port_sync_icache(void *p, size_t n)
{
	const ucell line = 16, end = (ucell)p + n;

	for (ucell a = (ucell)p & -line; a < end; a += line)
		MCR(15, 0, 7, 10, 1, a);
	MCR(15, 0, 7, 10, 4, 0);
	for (ucell a = (ucell)p & -line; a < end; a += line)
		MCR(15, 0, 7, 5, 1, a);
	if (arch() >= ARCH_V6) {
		MCR(15, 0, 7, 5, 6, 0);
		MCR(15, 0, 7, 10, 4, 0);
		MCR(15, 0, 7, 5, 4, 0);
	}
}

/* The page that our vectors hide is shown in the next one while it is asked
 * for. */
volatile void *
port_window(uint64_t pa)
{
	ucell a = (ucell)pa, way = (VECTORS - TOP) / 4096 + 1;

	if (pa > UINT32_MAX - 7)
		return NULL;
	if (!translating || (a ^ VECTORS) >> 13)
		return (volatile void *)a;
	pages[way] = (a & ~(ucell)4095) | SMALL;
	MCR(15, 0, 7, 10, 4, 0);
	MCR(15, 0, 8, 7, 0, 0);
	return (volatile void *)(VECTORS + 4096 + (a & 4095));
}

/* clang-format off */
/* data rows */
#define IDS(ID) \
	ID("midr", MRC(15, 0, 0, 0, 0)) \
	ID("ctr", MRC(15, 0, 0, 0, 1)) \
	ID("mpidr", MRC(15, 0, 0, 0, 5)) \
	ID("sctlr", MRC(15, 0, 1, 0, 0)) \
	ID("cntfrq", port_tick_hz()) \
	ID("fpsid", MRC(10, 7, 0, 0, 0)) \
	ID("clidr", MRC(15, 1, 0, 0, 1)) \
	ID("cbar", MRC(15, 4, 15, 0, 0)) \
	ID("id_pfr0", MRC(15, 0, 0, 1, 0)) \
	ID("id_pfr1", MRC(15, 0, 0, 1, 1)) \
	ID("id_dfr0", MRC(15, 0, 0, 1, 2)) \
	ID("id_mmfr0", MRC(15, 0, 0, 1, 4)) \
	ID("id_mmfr1", MRC(15, 0, 0, 1, 5)) \
	ID("id_mmfr3", MRC(15, 0, 0, 1, 7)) \
	ID("id_isar0", MRC(15, 0, 0, 2, 0)) \
	ID("id_isar1", MRC(15, 0, 0, 2, 1)) \
	ID("id_isar5", MRC(15, 0, 0, 2, 5))
/* end of data rows */
/* clang-format on */

/* A register that isn't there traps, or reads as MIDR. */
bool
port_id(int i, struct port_id *id)
{
#define ID(text, reg)                                                          \
	id->name = text;                                                       \
	id->value = 0;                                                         \
	TRY(id->value = reg);                                                  \
	if ((n++ == 0 || id->value != MRC(15, 0, 0, 0, 0)) && i-- == 0)        \
		return true;
	int n = 0;

	IDS(ID)
	return false;
}
