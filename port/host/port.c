/* port.c - a Linux process as a machine: traps are signals. */
/* SPDX-License-Identifier: 0BSD */
#define _GNU_SOURCE
#include "port/host/host.h"
#include "port/port.h"
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

enum {
	RAM_BYTES = 256 << 20,
	SIGNAL_STACK = 64 << 10
};
/* In the low 2 GiB code reaches C by short calls, data by short literals. */
#ifdef MAP_32BIT
#	define LOW MAP_32BIT
#else
#	define LOW 0
#endif
#if defined(__x86_64__)
const char port_isa[] = "x86_64";
#	define REG_PC(u)  (ucell)(u)->uc_mcontext.gregs[REG_RIP]
#	define REG_DSP(u) (ucell)(u)->uc_mcontext.gregs[REG_RBP]
#	define REG_RP(u)  (ucell)(u)->uc_mcontext.gregs[REG_RSP]
#elif defined(__aarch64__)
const char port_isa[] = "aarch64";
#	define REG_PC(u)  (ucell)(u)->uc_mcontext.pc
#	define REG_DSP(u) (ucell)(u)->uc_mcontext.regs[26]
#	define REG_RP(u)  (ucell)(u)->uc_mcontext.regs[27]
#elif defined(__riscv)
const char port_isa[] = "riscv64";
#	define REG_PC(u)  (ucell)(u)->uc_mcontext.__gregs[0]
#	define REG_DSP(u) (ucell)(u)->uc_mcontext.__gregs[26]
#	define REG_RP(u)  (ucell)(u)->uc_mcontext.__gregs[27]
#endif

char *port_ram, *port_image, *port_image_end;
size_t port_ram_bytes;
const volatile uint32_t port_flags;
ucell port_boot[4];

static cell
ior_of(int sig, int code)
{
	switch (sig) {
	case SIGSEGV: return IOR_ADDRESS;
	case SIGBUS: return code == BUS_ADRALN ? IOR_ALIGN : IOR_ADDRESS;
	case SIGILL: return IOR_BAD_INSTRUCTION;
	case SIGFPE: return IOR_DIV_ZERO;
	case SIGINT:
	case SIGALRM: return IOR_INTERRUPT;
	default: return IOR_TRAP;
	}
}

static void
on_signal(int sig, siginfo_t *info, void *context)
{
	ucontext_t *u = context;
	struct port_trap t = {.ior = ior_of(sig, info->si_code),
		.pc = REG_PC(u),
		.dsp = REG_DSP(u),
		.rp = REG_RP(u),
		.cause = (ucell)sig};

	if (sig == SIGSEGV || sig == SIGBUS)
		t.address = (ucell)info->si_addr;
	nucleus_trap(&t);
}

/* Ctrl-C ends a Forth word, but not in the middle of something that C does:
 * then it is tried again, a little later, and until then nothing waits. */
static void
on_interrupt(int sig, siginfo_t *info, void *context)
{
	static const struct itimerval soon = {.it_value.tv_usec = 100};
	ucontext_t *u = context;

	host_interrupted = REG_PC(u) - (ucell)port_ram >= RAM_BYTES;
	if (host_interrupted) {
		setitimer(ITIMER_REAL, &soon, NULL);
		return;
	}
	on_signal(sig, info, context);
}

void
port_init(void)
{
	static const int sigs[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE};
	struct sigaction sa = {.sa_sigaction = on_signal,
		.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
	stack_t ss = {.ss_size = SIGNAL_STACK};

	ss.ss_sp = mmap(NULL, SIGNAL_STACK, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	port_ram = mmap(NULL, RAM_BYTES, PROT_READ | PROT_WRITE | PROT_EXEC,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | LOW, -1, 0);
	if (port_ram == MAP_FAILED || ss.ss_sp == MAP_FAILED)
		abort();
	port_ram_bytes = RAM_BYTES;
	port_image = port_ram;
	port_image_end = port_ram + RAM_BYTES;
	sigaltstack(&ss, NULL);
	for (size_t i = 0; i < sizeof sigs / sizeof *sigs; i++)
		sigaction(sigs[i], &sa, NULL);
	sa.sa_sigaction = on_interrupt;
	if (isatty(0)) {
		sigaction(SIGINT, &sa, NULL);
		sigaction(SIGALRM, &sa, NULL);
	}
}

uint64_t
port_ticks(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

uint64_t
port_tick_hz(void)
{
	return 1000000000u;
}

void
port_sync_icache(void *p, size_t n)
{
	__builtin___clear_cache((char *)p, (char *)p + n);
}

void
port_barrier(void)
{
	__sync_synchronize();
}

volatile void *
port_window(uint64_t pa)
{
	return (volatile void *)pa;
}

/* A process may not read most of them; the host says what it is elsewhere. */
bool
port_id(int i, struct port_id *id)
{
	if (i)
		return false;
	id->name = "hosted";
	id->value = 1;
	return true;
}

noreturn void
port_reset(int status)
{
	host_end();
	exit(status);
}

int
main(int argc, char **argv)
{
	host_start(argc, argv);
	nucleus_main();
}
