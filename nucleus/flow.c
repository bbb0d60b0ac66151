/* flow.c - branches and labels: all items meet where control does. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

enum {
	MAX_FIXES = 512,
	MAX_STATES = 4096,
	AHEAD = 20 /* bytes that a record may well take */
};
/* Labels: where they are, and where all items are when control gets there. */
static struct {
	char *at;  /* code, once placed */
	int state; /* its items in states[], or -1 */
	cell base, dsp;
	uint8_t vn, rn;
} label[MAX_LABELS];
static struct item states[MAX_STATES];
static int nstates;
/* Forward branches to be filled in. */
static struct fix {
	struct hole hole;
	uint16_t label;
} fixes[MAX_FIXES];
static int nfixes;

bool dead;
bool far_only, far_wanted;
int now;

static void
record_place(int l)
{
	if (nstates + at.vn + at.rn > MAX_STATES)
		throw(IOR_DICT_FULL);
	label[l].state = nstates;
	label[l].base = at.base;
	label[l].dsp = at.dsp;
	label[l].vn = (uint8_t)at.vn;
	label[l].rn = (uint8_t)at.rn;
	memcpy(&states[nstates], at.vs, (size_t)at.vn * sizeof at.vs[0]);
	nstates += at.vn;
	memcpy(&states[nstates], at.rs, (size_t)at.rn * sizeof at.rs[0]);
	nstates += at.rn;
}

static void
recall(int l, struct place *p)
{
	const struct item *s = &states[label[l].state];

	p->base = label[l].base;
	p->dsp = label[l].dsp;
	p->vn = label[l].vn;
	p->rn = label[l].rn;
	memcpy(p->vs, s, (size_t)p->vn * sizeof *s);
	memcpy(p->rs, s + p->vn, (size_t)p->rn * sizeof *s);
}

/* All items to where they are at label l; the first to get there decides. */
void
meet(int l)
{
	struct place p;

	if (label[l].state < 0) {
		canonical(0);
		record_place(l);
	} else {
		recall(l, &p);
		become(&p);
	}
}

/* A branch to label l. Forward, it is a short one if what is between looks
 * short. */
void
branch(int op, cell a, cell b, int l)
{
	char *near = space.code + (about.loop[l].first - now) * AHEAD;

	if (label[l].at) {
		struct hole h = emit_open(op, a, b, label[l].at);
		if (!emit_close(&h, label[l].at))
			throw(IOR_DICT_FULL);
		return;
	}
	if (nfixes == MAX_FIXES)
		throw(IOR_DICT_FULL);
	fixes[nfixes].label = (uint16_t)l;
	fixes[nfixes++].hole = emit_open(op, a, b, far_only ? NULL : near);
}

/* The target of a forward branch is here. A short one that does not get here
 * makes generate() begin again. */
static void
resolve(struct fix *f)
{
	if (emit_close(&f->hole, space.code))
		return;
	if (far_only)
		throw(IOR_DICT_FULL);
	far_wanted = true;
}

void
jump(int l)
{
	meet(l);
	branch(OP_JMP, 0, 0, l);
	dead = true;
}

int
opposite(int cond)
{
	return OP_BEQ + ((cond - OP_BEQ) ^ 1);
}

/* Branch to l, where all items are in place, if flag f is `sense`. */
void
branch_on(struct item *f, bool sense, int l)
{
	if (f->kind == V_REG) {
		branch(sense ? OP_BNZ : OP_BZ, f->reg, 0, l);
		return;
	}
	int c = sense ? f->cond : opposite(f->cond);
	if (f->reg2 != NO_REG) {
		branch(c, f->reg, f->reg2, l);
	} else if (f->v == 0 && (c == OP_BEQ || c == OP_BNE)) {
		branch(c == OP_BEQ ? OP_BZ : OP_BNZ, f->reg, 0, l);
	} else if (op_can(c - OP_BEQ + OP_BEQI, f->reg, f->v,
			   (cell)(label[l].at ? label[l].at : space.code))) {
		branch(c - OP_BEQ + OP_BEQI, f->reg, f->v, l);
	} else {
		cell r = spare();
		load_const(r, f->v);
		branch(c, f->reg, r, l);
	}
}

/* Take the flag on top and branch if it is `sense`. */
void
conditional(bool sense, int l)
{
	struct item *f = pop_item();

	if (f->kind == V_CONST) {
		done();
		if (!!f->v == sense)
			jump(l);
		return;
	}
	if (f->kind == V_REG)
		in_reg(f);
	meet(l);
	branch_on(f, sense, l);
}

void
place_label(int l)
{
	if (!dead && label[l].state >= 0)
		meet(l);
	label[l].at = space.code;
	for (int i = 0; i < nfixes; i++)
		if (fixes[i].label == l) {
			resolve(&fixes[i]);
			fixes[i--] = fixes[--nfixes];
		}
	if (label[l].state >= 0) {
		recall(l, &at);
		dead = false;
	}
}

/* Backward branches will end here. */
void
destination(const struct ir *i)
{
	const struct loop *p = &about.loop[i->label];
	int most = isa_native.npool - 4; /* in registers round the loop */

	if (dead && i->n)
		return;
	if (dead) { /* by a back branch only: everything is in memory */
		memset(&at, 0, offsetof(struct place, vs));
		for (at.rn = 0; at.rn < i->r; at.rn++)
			at.rs[at.rn] = (struct item){.kind = V_MEM};
		frame_wanted |= frame < at.rn;
		dead = false;
	} else if (p->heavy || !optimising) {
		flush_data();
		dsp_to(at.base);
		flush_return(true);
	} else {
		ensure(p->need < most ? p->need : most);
		done();
		canonical(p->clobbers);
	}
	label[i->label].at = space.code;
	record_place(i->label);
	if (about.in == UNKNOWN) /* the loop may grow the stack */
		emit(OP_CHECK, 0, 0, 0);
}

/* Begin a definition. */
void
flow_begin(void)
{
	nstates = nfixes = 0;
	for (int l = 0; l <= nlabels; l++) {
		label[l].at = NULL;
		label[l].state = -1;
	}
	dead = far_wanted = false;
}
