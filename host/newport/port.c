/* port.c - what @ owes the nucleus, apart from start.S. */
/* SPDX-License-Identifier: 0BSD */
/* Each function's duty is told in port/port.h. What stands here is right for
 * a processor with no MMU in use, no port space and coherent caches. */
#include "port/port.h"

extern char _start[], port_ram_start[], port_ram_end[]; /* link.ld */

const char port_isa[] = "@";
char *port_image = _start;
char *port_image_end = port_ram_end;
char *port_ram = port_ram_start;
size_t port_ram_bytes = 2 << 20;

/* Owed: a function that the trap entry calls; it gives the cause its ior. */

void
port_init(void)
{
}

/* Owed: a counter, for every deadline is measured with it. */
uint64_t
port_ticks(void)
{
	static uint64_t calls;

	return ++calls;
}

uint64_t
port_tick_hz(void)
{
	return 0;
}

/* Owed: make code written at p visible to instruction fetch. */
void
port_sync_icache(void *p, size_t n)
{
	(void)p;
	(void)n;
}

/* Owed: order device accesses, let a late abort arrive now. */
void
port_barrier(void)
{
}

volatile void *
port_window(uint64_t pa)
{
	return (volatile void *)(ucell)pa;
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

/* Owed: the identification registers, one for each i from 0. */
bool
port_id(int i, struct port_id *id)
{
	(void)i;
	(void)id;
	return false;
}

void
port_relax(void)
{
}

/* Owed: a documented reset, if the processor has one. */
noreturn void
port_reset(int status)
{
	(void)status;
	for (;;)
		port_relax();
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
