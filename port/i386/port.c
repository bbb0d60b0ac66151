/* port.c - i386: traps, ports, clock, identification. */
/* SPDX-License-Identifier: 0BSD */

/* SDM: Intel 64 and IA-32 Architectures Software Developer's Manual, order
 * number 325462. start.S tells what the machine looks like, and has all that
 * takes an instruction or two. */
#include "port/port.h"

/* Model-specific registers: SDM 4 table 2-2. */
static const uint32_t apic_base = 0x1b, mcg_status = 0x17a;

/* CPUID.1:EDX, SDM 2A. */
static const uint32_t has_tsc = 1 << 4, has_msr = 1 << 5, has_mce = 1 << 7,
		      has_fxsr = 1 << 24;

/* Registers that CPUID fills, as cpuid() below numbers them. */
enum {
	eax,
	ebx,
	ecx,
	edx
};

enum {
	TICK_SHIFT =
		8 /* ticks are 256 cycles: port.h wants less than 100 MHz */
};

extern char _start[], port_arena[], port_end[];
noreturn void port_fault(const ucell *frame, ucell dsp);

const char port_isa[] = "i386";
char *port_ram = port_arena;
size_t port_ram_bytes = 4 << 20;
char *port_image = _start, *port_image_end = port_end;

static uint32_t features; /* CPUID.1:EDX; 0 without CPUID */

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

/* There is CPUID if EFLAGS.ID can be changed: SDM 1 20.1.2. */
static bool
has_cpuid(void)
{
	uint32_t was, is;

	__asm__ volatile("pushf; pop %0; mov %0, %1; xor $0x200000, %0;"
			 "push %0; popf; pushf; pop %0; push %1; popf"
			 : "=&r"(is), "=&r"(was)
			 :
			 : "cc", "memory");
	return (was ^ is) & 0x200000;
}

/* Beyond the last leaf of a range a processor answers nonsense; the range at
 * 0x40000000 exists only under a hypervisor (CPUID.1:ECX[31]). */
static bool
has_leaf(uint32_t leaf)
{
	uint32_t last = features ? cpuid(leaf & 0xf0000000, eax) : 0;

	return features && last >= leaf && last >> 28 == leaf >> 28 &&
	       (leaf >> 28 != 4 || cpuid(1, ecx) >> 31);
}

/* Traps ---------------------------------------------------------------- */
/* frame: vector, error code, eip, cs, eflags; there the stack ends on which
 * it happened. Without paging nothing says which address was bad; vectors 11 to
 * 13 and 18 (SDM 3A table 6-1) are bad ones. */
noreturn void
port_fault(const ucell *frame, ucell dsp)
{
	cell ior = frame[0] == 0             ? IOR_DIV_ZERO
		   : frame[0] == 6           ? IOR_BAD_INSTRUCTION
		   : frame[0] == 17          ? IOR_ALIGN
		   : 0x43800 >> frame[0] & 1 ? IOR_ADDRESS
					     : IOR_TRAP;
	struct port_trap t = {
		ior, frame[2], 0, dsp, (ucell)&frame[5], frame[0], 0};

	if (t.cause == 18) /* or the next one is a shutdown: SDM 3B 16.8 */
		__asm__ volatile("wrmsr" : : "c"(mcg_status), "a"(0), "d"(0));
	nucleus_trap(&t);
}

/* A machine check shall be a trap, no shutdown: CR4.MCE, SDM 3A 2.5. */
void
port_init(void)
{
	uint32_t cr4;

	features = has_cpuid() && cpuid(0, eax) ? cpuid(1, edx) : 0;
	/* CR4: MCE, so that a bus error is a fault; OSFXSR, without which SSE
	 * instructions are invalid (SDM volume 3A, 2.5) */
	cr4 = (features & has_mce ? 64 : 0) | (features & has_fxsr ? 512 : 0);
	if (cr4)
		__asm__ volatile("mov %0, %%cr4" : : "r"(cr4));
	port_ram = (char *)(((ucell)port_ram + 65535) & ~(ucell)65535);
}

volatile void *
port_window(uint64_t pa)
{
	return pa >> 32 ? NULL : (volatile void *)(ucell)pa;
}

/* Ports ---------------------------------------------------------------- */
int
port_in(uint32_t port, int width, uint64_t *v)
{
	uint32_t x = 0;

	if (port > 0xffff)
		return IOR_RANGE;
	switch (width) {
	case 1: __asm__ volatile("inb %w1, %b0" : "+a"(x) : "d"(port)); break;
	case 2: __asm__ volatile("inw %w1, %w0" : "+a"(x) : "d"(port)); break;
	case 4: __asm__ volatile("inl %w1, %0" : "+a"(x) : "d"(port)); break;
	default: return IOR_UNSUPPORTED;
	}
	*v = x;
	return IOR_OK;
}

int
port_out(uint32_t port, int width, uint64_t v)
{
	uint32_t x = (uint32_t)v;

	if (port > 0xffff)
		return IOR_RANGE;
	switch (width) {
	case 1: __asm__ volatile("outb %b0, %w1" : : "a"(x), "d"(port)); break;
	case 2: __asm__ volatile("outw %w0, %w1" : : "a"(x), "d"(port)); break;
	case 4: __asm__ volatile("outl %0, %w1" : : "a"(x), "d"(port)); break;
	default: return IOR_UNSUPPORTED;
	}
	return IOR_OK;
}

/* Clock ---------------------------------------------------------------- */
/* 0 for ever where there is no counter. */
uint64_t
port_ticks(void)
{
	uint32_t low, high;

	if (!(features & has_tsc))
		return 0;
	__asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
	return ((uint64_t)high << 32 | low) >> TICK_SHIFT;
}

/* What the hypervisor says, in kHz (VMware, KVM). Else
 * forth/measure/clock.fth finds out. */
uint64_t
port_tick_hz(void)
{
	return has_leaf(0x40000010)
		       ? cpuid(0x40000010, eax) * 1000ull >> TICK_SHIFT
		       : 0;
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

/* CR0, the leaves, then the one register that tells of something outside:
 * where the local APIC is. It traps where there is none. */
bool
port_id(int i, struct port_id *id)
{
	uint32_t low, high;

	__asm__ volatile("mov %%cr0, %0" : "=r"(low));
	*id = (struct port_id){"cr0", low};
	if (i-- == 0)
		return true;
	for (size_t k = 0; k < sizeof leaves / sizeof *leaves; k++) {
		uint32_t leaf = (uint32_t)(leaves[k].value >> 2);

		if (!has_leaf(leaf) || i--)
			continue;
		*id = leaves[k];
		id->value = cpuid(leaf, id->value & 3);
		return true;
	}
	if (i || !(features & has_msr))
		return false;
	__asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(apic_base));
	*id = (struct port_id){"apic_base", (uint64_t)high << 32 | low};
	return true;
}
