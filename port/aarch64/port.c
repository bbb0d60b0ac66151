/* port.c - AArch64: traps, identification, instruction cache, window. */
/* SPDX-License-Identifier: 0BSD */
#include "port/port.h"

/* Read or write a system register by its name. */
#define MRS(name)                                                              \
	__extension__({                                                        \
		uint64_t mrs_;                                                 \
		__asm__ volatile("mrs %0, " name : "=r"(mrs_)::"memory");      \
		mrs_;                                                          \
	})

enum {
	TABLE_BYTES = 2048, /* DDI 0487 D1.3.1.5: on a multiple of that */
	ESR_FNV = 1 << 10,  /* ESR_ELx: FAR not valid */
	FSC_ALIGNMENT = 0x21,
};

extern char _start[], port_ram_start[], port_ram_end[]; /* link.ld */
void port_trap_entry(void);
noreturn void port_fault(ucell, ucell, ucell, ucell, ucell, ucell);

const char port_isa[] = "aarch64";
char *port_image = _start;
char *port_image_end = port_ram_end;
char *port_ram = port_ram_start;
size_t port_ram_bytes = 4 << 20;

uint64_t port_vectors[2 * TABLE_BYTES / sizeof(uint64_t)]; /* start.S */

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
	[0x21] = IOR_ADDRESS,         /* instruction abort */
	[0x22] = IOR_ALIGN,           /* pc */
	[0x25] = IOR_ADDRESS,         /* data abort */
	[0x26] = IOR_ALIGN,           /* sp */
	[0x2f] = IOR_ADDRESS,         /* SError: a late abort */
};

/* Called by port_trap_entry on the trap stack, everything masked. */
noreturn void
port_fault(ucell esr, ucell pc, ucell address, ucell dsp, ucell rp, ucell link)
{
	ucell class = esr >> 26 & 63;
	cell ior = iors[class] ? iors[class] : IOR_TRAP;
	struct port_trap t = {ior, pc, 0, dsp, rp, esr, link};

	if (ior == IOR_ADDRESS && (esr & 63) == FSC_ALIGNMENT)
		t.ior = IOR_ALIGN;
	if (class >= 0x20 && class <= 0x25 && !(esr & ESR_FNV))
		t.address = address;
	nucleus_trap(&t);
}

/* Fill the table that start.S gave to VBAR with jumps to port_trap_entry, by
 * absolute address, because it is not at a fixed distance from the code. */
void
port_init(void)
{
	uint64_t *table = (uint64_t *)(((ucell)port_vectors + TABLE_BYTES - 1) &
				       -(ucell)TABLE_BYTES);

	for (size_t i = 0; i < TABLE_BYTES / sizeof *table; i += 16) {
		/* 128 bytes each: ldr x0, .+8; br x0; the address */
		table[i] = 0xd61f000058000040;
		table[i + 1] = (ucell)port_trap_entry;
	}
	port_sync_icache(table, TABLE_BYTES);
	if ((MRS("id_aa64pfr0_el1") >> 16 & 15) != 15) /* there is FP */
		__asm__ volatile("msr fpcr, xzr");
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

/* clang-format off */
/* data rows */
#define IDS(ID) \
	ID("midr", MRS("midr_el1")) \
	ID("mpidr", MRS("mpidr_el1")) \
	ID("currentel", (uint64_t)level()) \
	ID("sctlr", level() == 3 ? MRS("sctlr_el3") : \
		level() == 2 ? MRS("sctlr_el2") : MRS("sctlr_el1")) \
	ID("ctr", MRS("ctr_el0")) \
	ID("clidr", MRS("clidr_el1")) \
	ID("dczid", MRS("dczid_el0")) \
	ID("cntfrq", MRS("cntfrq_el0")) \
	ID("id_aa64pfr0", MRS("id_aa64pfr0_el1")) \
	ID("id_aa64dfr0", MRS("id_aa64dfr0_el1")) \
	ID("id_aa64isar0", MRS("id_aa64isar0_el1")) \
	ID("id_aa64isar1", MRS("id_aa64isar1_el1")) \
	ID("id_aa64mmfr0", MRS("id_aa64mmfr0_el1")) \
	ID("id_aa64mmfr1", MRS("id_aa64mmfr1_el1")) \
	ID("id_aa64mmfr2", MRS("s3_0_c0_c7_2"))
/* end of data rows */
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
