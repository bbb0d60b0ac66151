/* port.c - RISC-V, 64 and 32 bits: traps, identification, clock. */
/* SPDX-License-Identifier: 0BSD */
#include "port/port.h"

/* The CSRs we read, and the least mode that may: RISC-V privileged architecture
 * 1.12, tables 2.2 to 2.5. The order is that of port_id. */
/* clang-format off */
#define CSRS(CSR) \
	CSR(MISA, 0x301, 3, "misa") \
	CSR(MVENDORID, 0xf11, 3, "mvendorid") \
	CSR(MARCHID, 0xf12, 3, "marchid") \
	CSR(MIMPID, 0xf13, 3, "mimpid") \
	CSR(MHARTID, 0xf14, 3, "mhartid") \
	CSR(MCONFIGPTR, 0xf15, 3, "mconfigptr") \
	CSR(MSTATUS, 0x300, 3, "mstatus") \
	CSR(SSTATUS, 0x100, 1, "sstatus") \
	CSR(SATP, 0x180, 1, "satp") \
	CSR(TIME, 0xc01, 0, "time") \
	CSR(CYCLE, 0xc00, 0, "cycle") \
	CSR(MCYCLE, 0xb00, 3, "mcycle")
/* clang-format on */
#define CSR_ENUM(id, number, mode, name) id,
enum csr {
	CSRS(CSR_ENUM) NCSRS
};

enum {
	/* 4.1.11: satp.PPN is 44 bits of 4 KiB pages; without it, a cell */
	PA_BITS = __riscv_xlen == 64 ? 56 : 32,
	ILLEGAL = 2,
};

extern char _start[], port_ram_start[], port_ram_end[]; /* link.ld */
extern const int port_mode; /* start.S: 3 in M mode, 1 in S mode */
noreturn void port_fault(ucell, ucell, ucell, ucell, ucell, ucell);

#define NAME(bits)  "riscv" #bits
#define NAME_(bits) NAME(bits)
const char port_isa[] = NAME_(__riscv_xlen);
char *port_image = _start;
char *port_image_end = port_ram_end;
char *port_ram = port_ram_start;
size_t port_ram_bytes = 4 << 20;

/* Where a trap goes that the port itself expects; null: to the nucleus. */
static struct port_frame *volatile guard;

static enum csr tick_source = NCSRS;

/* The ior for each exception code (3.1.15, table 3.6). */
static const int16_t iors[16] = {
	[0] = IOR_ALIGN,
	[1] = IOR_ADDRESS,
	[ILLEGAL] = IOR_BAD_INSTRUCTION,
	[4] = IOR_ALIGN,
	[5] = IOR_ADDRESS,
	[6] = IOR_ALIGN,
	[7] = IOR_ADDRESS,
	[12] = IOR_ADDRESS,
	[13] = IOR_ADDRESS,
	[15] = IOR_ADDRESS,
};

static cell
ior_of(ucell cause)
{
	cell ior = cause < 16 ? iors[cause] : 0;

	return ior ? ior : IOR_TRAP;
}

/* Called from the trap entry on the trap stack, everything masked. mtval holds
 * the instruction, if anything, when that was illegal. */
noreturn void
port_fault(
	ucell cause, ucell pc, ucell address, ucell dsp, ucell rp, ucell link)
{
	struct port_trap t = {ior_of(cause), pc, address, dsp, rp, cause, link};
	struct port_frame *expected = guard;

	if (cause == ILLEGAL)
		t.address = 0;
	guard = NULL;
	if (expected)
		port_resume(expected, 1);
	nucleus_trap(&t);
}

/* Read a CSR that is known to be there. */
static ucell
read_csr(enum csr csr)
{
	ucell v = 0;

	switch (csr) {
#define CSR_READ(id, number, mode, name)                                       \
	case id:                                                               \
		__asm__ volatile("csrr %0, " #number : "=r"(v)::"memory");     \
		break;
		CSRS(CSR_READ)
	case NCSRS: break;
	}
	return v;
}

/* Read a CSR if this mode may and this hart has it. */
static bool
try_csr(enum csr csr, uint64_t *v)
{
#define CSR_MODE(id, number, mode, name) mode,
	static const uint8_t least_mode[] = {CSRS(CSR_MODE)};
	struct port_frame frame;

	if (port_mode < least_mode[csr])
		return false;
	if (port_save(&frame))
		return false;
	guard = &frame;
	*v = read_csr(csr);
	guard = NULL;
	return true;
}

/* The traps are caught since start.S; what is left is to find a counter. */
void
port_init(void)
{
	uint64_t v;

	for (tick_source = TIME; tick_source < NCSRS; tick_source++)
		if (try_csr(tick_source, &v))
			return;
}

/* With 32 bits the low half: it is all that a cell holds. */
uint64_t
port_ticks(void)
{
	return read_csr(tick_source);
}

volatile void *
port_window(uint64_t pa)
{
	return pa >> PA_BITS ? NULL : (volatile void *)(ucell)pa;
}

/* First the mode, then every CSR that can be read; the counters are none. */
bool
port_id(int i, struct port_id *id)
{
#define CSR_NAME(id_, number, mode, name) name,
	static const char *const names[] = {CSRS(CSR_NAME)};

	*id = (struct port_id){"mode", (uint64_t)port_mode};
	if (i-- == 0)
		return true;
	for (enum csr csr = 0; csr < TIME; csr++) {
		id->name = names[csr];
		if (try_csr(csr, &id->value) && i-- == 0)
			return true;
	}
	return false;
}
