/* port.c - what AArch64 owes the nucleus, apart from start.S. */
/* SPDX-License-Identifier: 0BSD */
#include "port/port.h"

/* Read or write a system register by its name. */
#define MRS(name)                                                              \
	__extension__({                                                        \
		uint64_t mrs_;                                                 \
		__asm__ volatile("mrs %0, " name : "=r"(mrs_)::"memory");      \
		mrs_;                                                          \
	})
#define MSR(name, value)                                                       \
	__asm__ volatile("msr " name ", %0" ::"r"((uint64_t)(value)) : "memory")

enum {
	VECTORS = 16,      /* DDI 0487 D1.3.1.5: 16 vectors of 128 bytes, */
	VECTOR_CELLS = 16, /* the table on a multiple of 2 KiB */
	TABLE_BYTES = 2048,
	HCR_AMO = 1 << 5,  /* HCR_EL2: SError to EL2 */
	SCR_EA = 1 << 3,   /* SCR_EL3: SError to EL3 */
	ESR_FNV = 1 << 10, /* ESR_ELx: FAR not valid */
	FSC_ALIGNMENT = 0x21,
	SERRORS_TRIES = 64,
};

extern char _start[], port_ram_start[], port_ram_end[]; /* link.ld */
void port_trap_entry(void);
noreturn void port_fault(ucell, ucell, ucell, ucell, ucell);

const char port_isa[] = "aarch64";
char *port_image = _start;
char *port_image_end = port_ram_end;
char *port_ram = port_ram_start;
size_t port_ram_bytes = 2 << 20;

static uint64_t vector_space[2 * TABLE_BYTES / sizeof(uint64_t)];

/* Where a trap goes that the port itself expects; NULL: to the nucleus. */
static struct port_frame *volatile guard;

/* SError is unmasked while nucleus and Forth run. */
static bool serrors_open;

/* The exception level we run in, 1 to 3. */
static int
level(void)
{
	return (int)(MRS("currentel") >> 2 & 3);
}

/* The ior for each exception class, ESR_ELx bits 31:26 (DDI 0487 D19.2.37). */
static const int16_t iors[64] = {
	[0x00] = IOR_BAD_INSTRUCTION, /* unknown reason: no such instruction */
	[0x0e] = IOR_BAD_INSTRUCTION, /* illegal execution state */
	[0x20] = IOR_ADDRESS,         /* instruction abort, lower level */
	[0x21] = IOR_ADDRESS,         /* instruction abort */
	[0x22] = IOR_ALIGN,           /* pc */
	[0x24] = IOR_ADDRESS,         /* data abort, lower level */
	[0x25] = IOR_ADDRESS,         /* data abort */
	[0x26] = IOR_ALIGN,           /* sp */
	[0x2f] = IOR_ADDRESS,         /* SError: a late abort */
};

/* The ior for a syndrome. */
static cell
ior_of(ucell esr)
{
	cell ior = iors[esr >> 26 & 63];

	if (ior == IOR_ADDRESS && (esr & 63) == FSC_ALIGNMENT)
		return IOR_ALIGN;
	return ior ? ior : IOR_TRAP;
}

/* Is the fault address register set for this syndrome? */
static bool
has_address(ucell esr)
{
	ucell class = esr >> 26 & 63;

	return (class >= 0x20 && class <= 0x22) ||
	       ((class & ~(ucell)1) == 0x24 && !(esr & ESR_FNV));
}

/* Called by port_trap_entry on the trap stack, everything masked. */
noreturn void
port_fault(ucell esr, ucell pc, ucell address, ucell dsp, ucell rp)
{
	struct port_trap t = {ior_of(esr), pc, 0, dsp, rp, esr};
	struct port_frame *expected = guard;

	if (has_address(esr))
		t.address = address;
	guard = NULL;
	if (expected)
		port_resume(expected, 1);
	if (serrors_open)
		__asm__ volatile("msr daifclr, #4" ::: "memory");
	nucleus_trap(&t);
}

/* Fill the table with jumps to port_trap_entry, by absolute address, because
 * the table is not at a fixed distance from the code. */
static uint64_t *
fill_vectors(void)
{
	uint64_t *table = (uint64_t *)(((ucell)vector_space + TABLE_BYTES - 1) &
				       -(ucell)TABLE_BYTES);

	for (int i = 0; i < VECTORS; i++) {
		/* ldr x0, .+8; br x0; the address */
		table[i * VECTOR_CELLS] = 0xd61f000058000040;
		table[i * VECTOR_CELLS + 1] = (ucell)port_trap_entry;
	}
	port_sync_icache(table, TABLE_BYTES);
	return table;
}

/* SError stays unmasked from here on, so that a late abort is reported near
 * its cause; it is routed to the level we are in. Those that someone before us
 * left pending are swallowed here; if they do not end, SError stays masked. */
static void
open_serrors(void)
{
	struct port_frame frame;
	volatile int tries = 0;

	(void)port_save(&frame);
	if (++tries > SERRORS_TRIES)
		return;
	guard = &frame;
	__asm__ volatile("msr daifclr, #4\n\tisb" ::: "memory");
	port_barrier();
	guard = NULL;
	serrors_open = true;
}

void
port_init(void)
{
	uint64_t *table = fill_vectors();

	switch (level()) {
	case 3:
		MSR("vbar_el3", table);
		MSR("scr_el3", MRS("scr_el3") | SCR_EA);
		break;
	case 2:
		MSR("vbar_el2", table);
		MSR("hcr_el2", MRS("hcr_el2") | HCR_AMO);
		break;
	default: MSR("vbar_el1", table);
	}
	__asm__ volatile("isb" ::: "memory");
	open_serrors();
}

/* The virtual count: it cannot be made to trap by EL2 as the physical one
 * can, and is that one less a constant. */
uint64_t
port_ticks(void)
{
	__asm__ volatile("isb" ::: "memory");
	return MRS("cntvct_el0");
}

uint64_t
port_tick_hz(void)
{
	return MRS("cntfrq_el0") & 0xffffffff;
}

/* CTR_EL0: smallest line sizes, log2 of words: instruction 3:0, data 19:16. */
void
port_sync_icache(void *p, size_t n)
{
	ucell ctr = MRS("ctr_el0");
	ucell iline = (ucell)4 << (ctr & 15);
	ucell dline = (ucell)4 << (ctr >> 16 & 15);
	ucell end = (ucell)p + n;

	for (ucell a = (ucell)p & -dline; a < end; a += dline)
		__asm__ volatile("dc cvau, %0" ::"r"(a) : "memory");
	__asm__ volatile("dsb ish" ::: "memory");
	for (ucell a = (ucell)p & -iline; a < end; a += iline)
		__asm__ volatile("ic ivau, %0" ::"r"(a) : "memory");
	__asm__ volatile("dsb ish\n\tisb" ::: "memory");
}

void
port_barrier(void)
{
	__asm__ volatile("dsb sy\n\tisb" ::: "memory");
}

/* ID_AA64MMFR0_EL1.PARange, bits 3:0 (DDI 0487 D19.2.64). */
volatile void *
port_window(uint64_t pa)
{
	static const uint8_t bits[] = {32, 36, 40, 42, 44, 48, 52};
	unsigned range = MRS("id_aa64mmfr0_el1") & 15;

	if (range >= sizeof bits)
		range = sizeof bits - 1;
	if (pa >> bits[range] || (pa + 7) >> bits[range])
		return NULL;
	return (volatile void *)pa;
}

int
port_map(uint64_t pa, uint64_t n)
{
	(void)pa;
	(void)n;
	return IOR_OK;
}

int
port_in(uint32_t port, int width, uint64_t *v)
{
	(void)port;
	(void)width;
	(void)v;
	return IOR_UNSUPPORTED;
}

int
port_out(uint32_t port, int width, uint64_t v)
{
	(void)port;
	(void)width;
	(void)v;
	return IOR_UNSUPPORTED;
}

static uint64_t
control(void)
{
	switch (level()) {
	case 3: return MRS("sctlr_el3");
	case 2: return MRS("sctlr_el2");
	default: return MRS("sctlr_el1");
	}
}

/* clang-format off */
#define IDS(ID) \
	ID("midr", MRS("midr_el1")) \
	ID("mpidr", MRS("mpidr_el1")) \
	ID("revidr", MRS("revidr_el1")) \
	ID("currentel", (uint64_t)level()) \
	ID("sctlr", control()) \
	ID("ctr", MRS("ctr_el0")) \
	ID("clidr", MRS("clidr_el1")) \
	ID("dczid", MRS("dczid_el0")) \
	ID("cntfrq", MRS("cntfrq_el0")) \
	ID("id_aa64pfr0", MRS("id_aa64pfr0_el1")) \
	ID("id_aa64pfr1", MRS("id_aa64pfr1_el1")) \
	ID("id_aa64dfr0", MRS("id_aa64dfr0_el1")) \
	ID("id_aa64isar0", MRS("id_aa64isar0_el1")) \
	ID("id_aa64isar1", MRS("id_aa64isar1_el1")) \
	ID("id_aa64mmfr0", MRS("id_aa64mmfr0_el1")) \
	ID("id_aa64mmfr1", MRS("id_aa64mmfr1_el1")) \
	ID("id_aa64mmfr2", MRS("s3_0_c0_c7_2"))
/* clang-format on */

bool
port_id(int i, struct port_id *id)
{
#define ID(text, reg)                                                          \
	if (i-- == 0) {                                                        \
		id->name = text;                                               \
		id->value = reg;                                               \
		return true;                                                   \
	}
	IDS(ID)
	return false;
}

void
port_relax(void)
{
	__asm__ volatile("yield");
}

noreturn void
port_reset(int status)
{
	(void)status;
	for (;;)
		__asm__ volatile("wfi");
}

int
port_putc(int c)
{
	(void)c;
	return IOR_UNSUPPORTED;
}

int
port_getc(void)
{
	return -1;
}
