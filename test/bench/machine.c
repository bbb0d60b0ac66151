/* machine.c - a byte-code machine: a table of functions, a step by pointer. */
/* SPDX-License-Identifier: 0BSD */
#include "lib/bench.h"

static const unsigned char *pc;
static cell acc, memory[8];
static bool running;

static cell
operand(void)
{
	return *pc++;
}

static void
go_if(bool flag)
{
	cell n = operand();

	if (flag)
		pc += n;
}

static void
op_halt(void)
{
	running = false;
}

static void
op_number(void)
{
	acc = operand();
}

static void
op_load(void)
{
	acc = memory[operand()];
}

static void
op_store(void)
{
	memory[operand()] = acc;
}

static void
op_add(void)
{
	acc += memory[operand()];
}

static void
op_half(void)
{
	acc = (cell)((ucell)acc >> 1);
}

static void
op_odd(void)
{
	go_if(acc & 1);
}

static void
op_less(void)
{
	go_if(acc < memory[operand()]);
}

static void
op_back(void)
{
	cell n = operand();

	pc -= n;
}

static void (*const ops[])(void) = {op_halt, op_number, op_load, op_store,
	op_add, op_half, op_odd, op_less, op_back};

/* How many steps x := x/2 or 3x+1 take all of 1 .. 199 to 1: machine.fth. */
static const unsigned char program[] = {1, 1, 3, 3, 1, 2, 3, 4, 1, 200, 3, 5, 1,
	0, 3, 2, 1, 1, 3, 0, 2, 0, 3, 1, 2, 1, 7, 4, 23, 2, 2, 4, 3, 3, 2, 2, 1,
	6, 5, 5, 3, 1, 8, 20, 4, 1, 4, 1, 4, 3, 8, 12, 2, 0, 4, 3, 3, 0, 7, 5,
	1, 0, 8, 44};

static void
plain_step(void)
{
	ops[operand()]();
}

void (*step)(void) = plain_step;

void
setup(void)
{
}

cell
run(void)
{
	pc = program;
	running = true;
	while (running)
		step();
	return memory[2];
}
