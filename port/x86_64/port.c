/* port.c - x86_64: traps, page tables, clock, ports, identification, reset. */
/* SPDX-License-Identifier: 0BSD */

/* SDM: Intel 64 and IA-32 Architectures Software Developer's Manual, order
 * number 325462. start.S tells what the machine looks like. */
#include "port/port.h"

enum {
	IOR_NO_TABLE = -8, /* as dictionary overflow: no page tables left */
	IST_BYTES = 8192,
	PAGE = 4096,
	ENTRIES = 512,
	POOL_PAGES = 96,
	ARENA_BYTES = 2 << 20,
	ARENA_ALIGN = 64 << 10,
};

/* Page-table entries: SDM 3A 4.5, tables 4-14 to 4-20. PWT and PCD together
 * select PAT row 3, uncached at reset: SDM 3A 11.12.4. */
enum { PRESENT = 1, WRITE = 2, PWT = 8, PCD = 16, LARGE = 128 };
static const uint64_t frame_bits = 0xffffffffff000;
static const uint64_t lower_half = 1ull << 47;
static const uint64_t large_bytes = 2 << 20;
static const uint64_t window = 0xffffff8000000000; /* the last PML4 entry */

/* Model-specific registers: SDM 4 table 2-2. */
static const uint32_t apic_base = 0x1b, mcg_status = 0x17a, efer = 0xc0000080;

enum reg { EAX, EBX, ECX, EDX };
enum selector { CODE64 = 8, TSS = 24 }; /* rows of port_gdt */

struct idt_gate { /* SDM 3A 6.14.1 */
	uint16_t low, selector, attributes, middle;
	uint32_t high, zero;
};

struct pointer { /* operand of lgdt, lidt */
	uint16_t limit;
	uint64_t base;
} __attribute__((packed));

struct trap_frame { /* as start.S pushes it */
	ucell vector, error, rip, cs, rflags, rsp, ss;
};

extern char _start[], port_arena[], port_end[], port_vectors[];
extern uint64_t port_gdt[5], port_entry[2];
noreturn void port_fault(const struct trap_frame *f, ucell dsp);

const char port_isa[] = "x86_64";
char *port_ram = port_arena;
size_t port_ram_bytes = ARENA_BYTES;
char *port_image = _start, *port_image_end = port_end;

static char ist[IST_BYTES];
static uint32_t tss[26]; /* SDM 3A 7.7 */
static struct idt_gate idt[32];
static uint64_t pool[(POOL_PAGES + 1) * ENTRIES];
static uint64_t *root, *pool_next;
static uint64_t pa_end; /* one past the last physical address */

/* Registers ------------------------------------------------------------ */
static void
cpuid(uint32_t leaf, uint32_t r[4])
{
	__asm__ volatile("cpuid"
			 : "=a"(r[EAX]), "=b"(r[EBX]), "=c"(r[ECX]),
			   "=d"(r[EDX])
			 : "a"(leaf), "c"(0));
}

/* Beyond the last leaf of a range a processor answers nonsense; the range at
 * 0x40000000 is there only under a hypervisor (CPUID.1:ECX[31]). */
static bool
has_leaf(uint32_t leaf)
{
	uint32_t base = leaf & 0xf0000000;
	uint32_t r[4];

	cpuid(1, r);
	if (base == 0x40000000 && !(r[ECX] >> 31))
		return false;
	cpuid(base, r);
	return r[EAX] >= leaf && r[EAX] >> 28 == leaf >> 28;
}

/* 0 if the processor does not have that leaf. */
static uint32_t
cpuid_reg(uint32_t leaf, enum reg reg)
{
	uint32_t r[4];

	if (!has_leaf(leaf))
		return 0;
	cpuid(leaf, r);
	return r[reg];
}

static uint64_t
msr_read(uint32_t msr)
{
	uint32_t low, high;

	__asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(msr));
	return (uint64_t)high << 32 | low;
}

static void
msr_write(uint32_t msr, uint64_t v)
{
	__asm__ volatile("wrmsr"
			 :
			 : "a"((uint32_t)v), "d"((uint32_t)(v >> 32)),
			   "c"(msr));
}

/* Page tables ---------------------------------------------------------- */
static uint64_t *
new_table(void)
{
	uint64_t *page = pool_next;

	if (page + ENTRIES > pool + sizeof pool / sizeof *pool)
		return NULL;
	pool_next += ENTRIES;
	return page;
}

/* Enter one page of 1 << shift bytes; what is mapped larger stays. */
static int
map_page(uint64_t va, uint64_t pa_flags, int shift)
{
	uint64_t *table = root;
	uint64_t *entry;

	for (int s = 39;; s -= 9) {
		entry = &table[va >> s & (ENTRIES - 1)];
		if (s == shift)
			break;
		if (!*entry) {
			table = new_table();
			if (!table)
				return IOR_NO_TABLE;
			*entry = (uint64_t)table | PRESENT | WRITE;
		}
		if (*entry & LARGE)
			return IOR_OK;
		table = (uint64_t *)(*entry & frame_bits);
	}
	*entry = pa_flags | (shift > 12 ? LARGE : 0);
	__asm__ volatile("invlpg (%0)" : : "r"(va) : "memory");
	return IOR_OK;
}

int
port_map(uint64_t pa, uint64_t n)
{
	int biggest = cpuid_reg(0x80000001, EDX) & 1 << 26 ? 30 : 21;
	/* above lower_half an address cannot be mapped at itself */
	uint64_t end = pa_end < lower_half ? pa_end : lower_half;

	if ((pa | n) % PAGE || n > end || pa > end - n)
		return IOR_RANGE;
	while (n) {
		int shift = biggest;

		while (shift > 12 && (n >> shift == 0 || pa << (64 - shift)))
			shift -= 9;
		int ior = map_page(pa, pa | PRESENT | WRITE, shift);
		if (ior)
			return ior;
		pa += 1ull << shift;
		n -= 1ull << shift;
	}
	return IOR_OK;
}

volatile void *
port_window(uint64_t pa)
{
	static uint64_t present; /* frame | 1; 0: none yet */
	static const uint64_t flags = PRESENT | WRITE | PWT | PCD;
	uint64_t frame = pa & -large_bytes;

	if (pa > pa_end - 8)
		return NULL;
	if (present != (frame | 1)) {
		present = frame | 1;
		map_page(window, frame | flags, 21);
		/* pa + 7 may be in the next one; a wrap beyond it is harmless,
		 * for nothing looks there */
		map_page(window + large_bytes, frame + large_bytes | flags, 21);
	}
	return (volatile void *)(window + (pa - frame));
}

/* Traps ---------------------------------------------------------------- */
static cell
trap_ior(ucell vector)
{
	switch (vector) { /* SDM 3A table 6-1 */
	case 0:
		return IOR_DIV_ZERO;
	case 6:
		return IOR_BAD_INSTRUCTION;
	case 11: /* not present */
	case 12: /* stack segment: rsp or rbp was not canonical */
	case 13: /* protection: another address was not */
	case 14: /* page fault */
	case 18: /* machine check */
		return IOR_ADDRESS;
	case 17:
		return IOR_ALIGN;
	default:
		return IOR_TRAP;
	}
}

noreturn void
port_fault(const struct trap_frame *f, ucell dsp)
{
	struct port_trap t = { .ior = trap_ior(f->vector), .pc = f->rip,
			       .dsp = dsp, .rp = f->rsp, .cause = f->vector };

	if (f->vector == 14)
		__asm__ volatile("mov %%cr2, %0" : "=r"(t.address));
	if (f->vector == 18) /* or the next one is a shutdown: SDM 3B 16.8 */
		msr_write(mcg_status, 0);
	nucleus_trap(&t);
}

static void
load_idt(void)
{
	struct pointer p = { sizeof idt - 1, (uint64_t)idt };

	for (int i = 0; i < 32; i++) {
		uint64_t at = (uint64_t)port_vectors + 16 * (unsigned)i;
		/* present, 64-bit interrupt gate, stack IST 1 */
		idt[i] = (struct idt_gate){ (uint16_t)at, CODE64, 0x8e01,
					    (uint16_t)(at >> 16),
					    (uint32_t)(at >> 32), 0 };
	}
	__asm__ volatile("lidt %0" : : "m"(p));
}

static void
load_tss(void)
{
	uint64_t at = (uint64_t)tss;
	uint64_t stack = (uint64_t)ist + IST_BYTES;

	tss[9] = (uint32_t)stack; /* IST 1 */
	tss[10] = (uint32_t)(stack >> 32);
	/* present, available 64-bit TSS: SDM 3A 7.2.3 */
	port_gdt[TSS / 8] = (at & 0xffffff) << 16 | (at >> 24 & 255) << 56 |
		0x890000000000 | (sizeof tss - 1);
	port_gdt[TSS / 8 + 1] = at >> 32;
	__asm__ volatile("ltr %w0" : : "r"(TSS));
}

static uint64_t
round_up(const void *p, uint64_t to)
{
	return ((uint64_t)p + to - 1) / to * to;
}

/* Replace the way we came by exact tables: our own image and the window. */
static void
load_tables(void)
{
	uint64_t first = (uint64_t)port_image / PAGE * PAGE;
	uint64_t last = round_up(port_image_end, PAGE);
	uint64_t cr4 = 1 << 5; /* PAE; no global pages, no PCID */

	pool_next = (uint64_t *)round_up(pool, PAGE);
	root = new_table();
	port_map(first, last - first);
	port_window(0);
	if (cpuid_reg(1, EDX) & 1 << 7)
		cr4 |= 1 << 6; /* machine check is a trap, no shutdown */
	__asm__ volatile("mov %0, %%cr4" : : "r"(cr4));
	/* PG WP NE ET MP PE; caches on, no FPU trap, no alignment check */
	__asm__ volatile("mov %0, %%cr0" : : "r"(0x80010033ull));
	__asm__ volatile("mov %0, %%cr3" : : "r"(root) : "memory");
}

void
port_init(void)
{
	uint32_t width = cpuid_reg(0x80000008, EAX) & 255;

	pa_end = 1ull << (width ? width : 36); /* SDM 3A 4.1.4 */
	load_tss();
	load_idt();
	load_tables();
	port_ram = (char *)round_up(port_ram, ARENA_ALIGN);
}

/* Ports ---------------------------------------------------------------- */
int
port_in(uint32_t port, int width, uint64_t *v)
{
	uint16_t p = (uint16_t)port;
	uint32_t x = 0;

	if (port > 0xffff)
		return IOR_RANGE;
	if (width == 1)
		__asm__ volatile("inb %w1, %b0" : "+a"(x) : "Nd"(p));
	else if (width == 2)
		__asm__ volatile("inw %w1, %w0" : "+a"(x) : "Nd"(p));
	else if (width == 4)
		__asm__ volatile("inl %w1, %0" : "+a"(x) : "Nd"(p));
	else
		return IOR_UNSUPPORTED;
	*v = x;
	return IOR_OK;
}

int
port_out(uint32_t port, int width, uint64_t v)
{
	uint16_t p = (uint16_t)port;
	uint32_t x = (uint32_t)v;

	if (port > 0xffff)
		return IOR_RANGE;
	if (width == 1)
		__asm__ volatile("outb %b0, %w1" : : "a"(x), "Nd"(p));
	else if (width == 2)
		__asm__ volatile("outw %w0, %w1" : : "a"(x), "Nd"(p));
	else if (width == 4)
		__asm__ volatile("outl %0, %w1" : : "a"(x), "Nd"(p));
	else
		return IOR_UNSUPPORTED;
	return IOR_OK;
}

/* Clock ---------------------------------------------------------------- */
uint64_t
port_ticks(void)
{
	uint32_t low, high;

	__asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
	return (uint64_t)high << 32 | low;
}

/* Channel 2 of the i8254 drives the speaker, so nobody else counts on it.
 * Intel 8254 data sheet 231164; gate and speaker: ICH9 13.7.1, NMI_SC. */
enum { PIT_HZ = 1193182, PIT_2 = 0x42, PIT_CONTROL = 0x43, PIT_GATE = 0x61 };

static unsigned
pit_count(void)
{
	uint64_t low, high;

	port_out(PIT_CONTROL, 1, 0x80); /* latch */
	port_in(PIT_2, 1, &low);
	port_in(PIT_2, 1, &high);
	return (unsigned)(high << 8 | low) & 0xffff;
}

/* Ticks per second over 10 ms of the i8254, or 0 if it does not count. */
static uint64_t
pit_measure(void)
{
	enum { SPAN = PIT_HZ / 100, TRIES = 100000, STUCK = 1000 };

	port_out(PIT_CONTROL, 1, 0xb0); /* mode 0, low byte then high */
	port_out(PIT_2, 1, 0xff);
	port_out(PIT_2, 1, 0xff);
	pit_count(); /* lets the next clock load the count */
	unsigned start = pit_count();
	uint64_t from = port_ticks();
	for (int i = 0; i < TRIES; i++) {
		unsigned passed = (start - pit_count()) & 0xffff;
		uint64_t now = port_ticks();
		if (passed >= SPAN)
			return (now - from) * PIT_HZ / passed;
		if (passed == 0 && i > STUCK)
			break;
	}
	return 0;
}

static uint64_t
pit_hz(void)
{
	uint64_t gate;

	port_in(PIT_GATE, 1, &gate);
	port_out(PIT_GATE, 1, (gate & 0x0c) | 1); /* gate on, speaker off */
	uint64_t a = pit_measure();
	uint64_t b = pit_measure();
	port_out(PIT_GATE, 1, gate & 0x0f);
	return (a > b ? a - b : b - a) <= a / 20 ? b : 0;
}

uint64_t
port_tick_hz(void)
{
	static uint64_t hz;
	static bool known;
	uint32_t r[4] = { 0 };

	if (known)
		return hz;
	known = true;
	if (has_leaf(0x15)) /* crystal times ratio: SDM 3B 18.7.3 */
		cpuid(0x15, r);
	if (r[EAX] && r[EBX] && r[ECX])
		hz = (uint64_t)r[ECX] * r[EBX] / r[EAX];
	if (!hz) /* base frequency in MHz */
		hz = (cpuid_reg(0x16, EAX) & 0xffff) * 1000000ull;
	if (!hz) /* kHz: the VMware timing leaf, that KVM has too */
		hz = cpuid_reg(0x40000010, EAX) * 1000ull;
	if (!hz)
		hz = pit_hz();
	return hz;
}

/* Identification ------------------------------------------------------- */
static const uint32_t id_leaves[] = { 0, 1, 7, 0x15, 0x16, 0x40000000,
				      0x40000010, 0x80000001, 0x80000002,
				      0x80000003, 0x80000004, 0x80000007,
				      0x80000008 };

static void
cpuid_id(uint32_t leaf, enum reg reg, struct port_id *id)
{
	static char name[] = "cpuid.80000000.eax";
	char *p = name + 6;
	int shift = 28;

	while (shift && !(leaf >> shift))
		shift -= 4;
	for (; shift >= 0; shift -= 4)
		*p++ = "0123456789abcdef"[leaf >> shift & 15];
	*p++ = '.';
	*p++ = 'e';
	*p++ = "abcd"[reg];
	*p++ = 'x';
	*p = 0;
	*id = (struct port_id){ name, cpuid_reg(leaf, reg) };
}

bool
port_id(int i, struct port_id *id)
{
	enum { HAS_MSR = 1 << 5, HAS_APIC = 1 << 9 };
	uint32_t features = cpuid_reg(1, EDX);
	uint64_t cr;

	for (size_t k = 0; k < sizeof id_leaves / sizeof *id_leaves; k++) {
		if (!has_leaf(id_leaves[k]))
			continue;
		if (i < 4) {
			cpuid_id(id_leaves[k], (enum reg)i, id);
			return true;
		}
		i -= 4;
	}
	switch (i) {
	case 0:
		__asm__ volatile("mov %%cr0, %0" : "=r"(cr));
		*id = (struct port_id){ "cr0", cr };
		return true;
	case 1:
		__asm__ volatile("mov %%cr4, %0" : "=r"(cr));
		*id = (struct port_id){ "cr4", cr };
		return true;
	case 2:
		*id = (struct port_id){ "efer", msr_read(efer) };
		return true;
	case 3:
		*id = (struct port_id){ "entry.eax", port_entry[0] };
		return true;
	case 4:
		*id = (struct port_id){ "entry.ebx", port_entry[1] };
		return true;
	case 5:
		if (!(features & HAS_MSR) || !(features & HAS_APIC))
			return false;
		*id = (struct port_id){ "apic_base", msr_read(apic_base) };
		return true;
	default:
		return false;
	}
}

/* The rest ------------------------------------------------------------- */
void
port_sync_icache(void *p, size_t n)
{
	(void)p; /* x86 keeps instruction fetch coherent: SDM 3A 11.6; */
	(void)n; /* and the code is jumped to: SDM 3A 8.1.3 */
	__asm__ volatile("" : : : "memory");
}

void
port_barrier(void)
{
	__asm__ volatile("mfence" : : : "memory");
}

void
port_relax(void)
{
	__asm__ volatile("pause");
}

noreturn void
port_reset(int status)
{
	struct pointer none = { 0, 0 };

	(void)status;
	/* a fault that cannot be delivered is a shutdown, and the board
	 * answers a shutdown by a reset: SDM 3A 6.15, interrupt 8 */
	__asm__ volatile("lidt %0; ud2" : : "m"(none));
	__builtin_unreachable();
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
