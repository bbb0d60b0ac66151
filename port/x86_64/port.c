/* port.c - x86_64: traps, page tables, clock, identification. */
/* SPDX-License-Identifier: 0BSD */

/* SDM: Intel 64 and IA-32 Architectures Software Developer's Manual, order
 * number 325462. start.S tells what the machine looks like; it has the ports
 * too, and all that takes an instruction or two. */
#include "port/port.h"

/* Page-table entries: SDM 3A 4.5. PWT and PCD together select row 3 of the
 * PAT, uncached at reset: SDM 3A 11.12.4. */
static const uint64_t present_write = 3, uncached = 16 | 8, large = 128;
static const uint64_t page = 4096, entries = 512, pool_pages = 96;
static const uint64_t window = 0xffffff8000000000; /* the last PML4 entry */

/* Model-specific registers: SDM 4 table 2-2. */
static const uint32_t apic_base = 0x1b, mcg_status = 0x17a;

/* Registers that CPUID fills, as cpuid() below numbers them. */
static const int eax = 0, ebx = 1, ecx = 2, edx = 3;

extern char _start[], port_arena[], port_end[];
noreturn void port_fault(const ucell *frame, ucell dsp);

const char port_isa[] = "x86_64";
char *port_ram = port_arena;
size_t port_ram_bytes = 4 << 20;
char *port_image = _start, *port_image_end = port_end;

static uint64_t pool[97 * 512], *pool_next, *root;
static uint64_t pa_end; /* one past the last physical address */

/* Registers ------------------------------------------------------------ */
static uint32_t
cpuid(uint32_t leaf, int reg)
{
	uint32_t r[4];

	__asm__ volatile("cpuid"
			 : "=a"(r[0]), "=b"(r[1]), "=c"(r[2]), "=d"(r[3])
			 : "a"(leaf), "c"(0));
	return r[reg];
}

/* Beyond the last leaf of a range a processor answers nonsense; the range at
 * 0x40000000 exists only under a hypervisor (CPUID.1:ECX[31]). */
static bool
has_leaf(uint32_t leaf)
{
	uint32_t last = cpuid(leaf & 0xf0000000, eax);

	return last >= leaf && last >> 28 == leaf >> 28 &&
	       (leaf >> 28 != 4 || cpuid(1, ecx) >> 31);
}

/* Page tables ---------------------------------------------------------- */
/* Enter one page of 1 << shift bytes; what is mapped larger stays. */
static int
map_page(uint64_t va, uint64_t pa_flags, int shift)
{
	uint64_t *table = root, *entry;

	for (int s = 39;; s -= 9) {
		entry = &table[va >> s & (entries - 1)];
		if (s == shift)
			break;
		if (*entry & large)
			return IOR_OK;
		if (!*entry && pool_next > pool + pool_pages * entries)
			return -8; /* dictionary overflow: no table is left */
		if (!*entry) {
			*entry = (uint64_t)pool_next | present_write;
			pool_next += entries;
		}
		table = (uint64_t *)(*entry & -page);
	}
	*entry = pa_flags | present_write | (shift > 12 ? large : 0);
	__asm__ volatile("invlpg (%0)" : : "r"(va) : "memory");
	return IOR_OK;
}

/* The lower half only: above, an address cannot be mapped at itself. Pages of
 * 1 GiB if CPUID.80000001:EDX[26] says so. */
int
port_map(uint64_t pa, uint64_t n)
{
	int ior = IOR_OK, big = cpuid(0x80000001, edx) & 1 << 26 ? 30 : 21;

	if ((pa | n) % page || pa >= pa_end || n > pa_end - pa ||
		pa + n > 1ull << 47)
		return IOR_RANGE;
	while (n && !ior) {
		int s = big;
		while (s > 12 && (n >> s == 0 || pa << (64 - s)))
			s -= 9;
		ior = map_page(pa, pa, s);
		pa += 1ull << s;
		n -= 1ull << s;
	}
	return ior;
}

/* Two pages of 2 MiB, for pa + 7 may be in the next one. */
volatile void *
port_window(uint64_t pa)
{
	static uint64_t mapped; /* frame | 1 */
	uint64_t bytes = 2 << 20, frame = pa & -bytes;

	if (pa > pa_end - 8)
		return NULL;
	if (mapped != (frame | 1)) {
		mapped = frame | 1;
		map_page(window, frame | uncached, 21);
		map_page(window + bytes, (frame + bytes) | uncached, 21);
	}
	return (volatile void *)(window + (pa - frame));
}

/* Traps ---------------------------------------------------------------- */
/* frame: vector, error code, rip, cs, rflags, rsp, ss. Vectors 11 to 14, and
 * 18 (SDM 3A table 6-1), are bad addresses: not canonical, not mapped, or
 * without an answer. */
noreturn void
port_fault(const ucell *frame, ucell dsp)
{
	cell ior = frame[0] == 0             ? IOR_DIV_ZERO
		   : frame[0] == 6           ? IOR_BAD_INSTRUCTION
		   : frame[0] == 17          ? IOR_ALIGN
		   : 0x47800 >> frame[0] & 1 ? IOR_ADDRESS
					     : IOR_TRAP;
	struct port_trap t = {ior, frame[2], 0, dsp, frame[5], frame[0], 0};

	if (t.cause == 14)
		__asm__ volatile("mov %%cr2, %0" : "=r"(t.address));
	if (t.cause == 18) /* or the next one is a shutdown: SDM 3B 16.8 */
		__asm__ volatile("wrmsr" : : "c"(mcg_status), "a"(0), "d"(0));
	nucleus_trap(&t);
}

static uint64_t
round_up(const void *p, uint64_t to)
{
	return ((uint64_t)p + to - 1) / to * to;
}

/* Replaces the way we came by exact tables: our own image and the window.
 * CR4: PAE; MCE if there is one, so that it is a trap, no shutdown; OSFXSR for
 * SSE2, if there is FXSR; no global pages. CR0: PG WP NE ET MP PE; caches on,
 * no alignment check. SDM 3A 2.5. MXCSR is left as it is after a reset. */
void
port_init(void)
{
	uint64_t image = (uint64_t)port_image / page * page;
	uint64_t d = cpuid(1, edx), cr4 = 32 | (d >> 1 & 64) | (d >> 15 & 512);

	/* 36 where it cannot be read: SDM 3A 4.1.4 */
	int width = has_leaf(0x80000008) ? cpuid(0x80000008, eax) & 255 : 36;

	pa_end = 1ull << width;
	root = (uint64_t *)round_up(pool, page);
	pool_next = root + entries;
	port_map(image, round_up(port_image_end, page) - image);
	port_window(0);
	__asm__ volatile("mov %0, %%cr4; mov %1, %%cr0; mov %2, %%cr3"
			 :
			 : "r"(cr4), "r"(0x80010033ull), "r"(root)
			 : "memory");
	port_ram = (char *)round_up(port_ram, 65536);
}

/* Clock ---------------------------------------------------------------- */
/* What the processor says: crystal times ratio (SDM 3B 18.7.3), or the
 * hypervisor's timing leaf in kHz (VMware, KVM). Leaf 16 is but a name plate:
 * forth/measure/clock.fth is nearer to the truth. */
uint64_t
port_tick_hz(void)
{
	uint64_t hz = 0;

	if (has_leaf(0x15) && cpuid(0x15, eax))
		hz = (uint64_t)cpuid(0x15, ecx) * cpuid(0x15, ebx) /
		     cpuid(0x15, eax);
	if (!hz && has_leaf(0x40000010))
		hz = cpuid(0x40000010, eax) * 1000ull;
	return hz;
}

/* Identification ------------------------------------------------------- */
/* value: the leaf, then two bits for the register */
#define REG(n, name, r)                                                        \
	{                                                                      \
		"cpuid." #n "." name, 0x##n##ull << 2 | r                      \
	}
#define LEAF(n)                                                                \
	REG(n, "eax", 0), REG(n, "ebx", 1), REG(n, "ecx", 2), REG(n, "edx", 3)
static const struct port_id leaves[] = {LEAF(0), LEAF(1), LEAF(7), LEAF(15),
	LEAF(16), LEAF(40000000), LEAF(40000010), LEAF(80000001),
	LEAF(80000002), LEAF(80000003), LEAF(80000004), LEAF(80000007),
	LEAF(80000008)};

/* The leaves, then the one register that tells of something outside: where the
 * local APIC is. It traps where there is none. */
bool
port_id(int i, struct port_id *id)
{
	uint32_t leaf, low, high;

	for (size_t k = 0; k < sizeof leaves / sizeof *leaves; k++) {
		*id = leaves[k];
		leaf = (uint32_t)(id->value >> 2);
		id->value = cpuid(leaf, id->value & 3);
		if (has_leaf(leaf) && i-- == 0)
			return true;
	}
	if (i)
		return false;
	__asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(apic_base));
	*id = (struct port_id){"apic_base", (uint64_t)high << 32 | low};
	return true;
}
