/* analyse.c - what a recorded definition takes, leaves, calls and loops. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

enum {
	MAX_OPEN = 16,
	UNSET = -32768
};
struct about about;
static int16_t depth_at[MAX_LABELS]; /* of the data stack, at each label */
static struct open {                 /* loops round the present record */
	int label, depth;
} open[MAX_OPEN];
static int nopen;
static const struct word *self;

/* Is calling ourselves at record i the definition's last act? Then it is a
 * jump; but not if nothing was decided before: a recursion that can't end shall
 * end in an error, not go on for ever. */
bool
is_last_act(int i)
{
	if (!optimising || i < about.decides || (struct word *)ir[i].v != self)
		return false;
	for (i++; i < nir; i++)
		switch (ir[i].op) {
		case I_LABEL:
		case I_PLACE:
		case I_RDROP:
		case I_END: break;
		case I_JMP:
			if (about.loop[ir[i].label].first < i)
				return false;
			i = about.loop[ir[i].label].first;
			break;
		case I_EXIT: return true;
		default: return false;
		}
	return false;
}

static void
find_labels(void)
{
	memset(about.loop, 0, sizeof about.loop[0] * (size_t)(nlabels + 1));
	for (int i = 0; i < nir; i++) {
		struct loop *l = &about.loop[ir[i].label];
		if (ir[i].op == I_DEST || ir[i].op == I_LABEL)
			l->first = i;
		else if (ir[i].label && l->first)
			l->last = i;
		else if (ir[i].label && ir[i].op != I_JMP)
			about.decides = i < about.decides ? i : about.decides;
		int r = ir[i].r + (ir[i].op == I_RPUSH);
		if (r > about.max_r)
			about.max_r = r;
	}
}

/* Calls ------------------------------------------------------------------- */
static int
popcount(uint32_t m)
{
	int n = 0;

	for (; m; m &= m - 1)
		n++;
	return n;
}

/* The registers that record i changes by calling something. */
static uint32_t
changed_by(int i)
{
	const struct word *w = (const struct word *)ir[i].v;

	if (ir[i].op == I_EXEC)
		return ~(uint32_t)0;
	if (ir[i].op != I_CALL)
		return 0;
	if (is_last_act(i))
		return 0;
	return w != self && w->flags & F_FAST ? w->clobbers : ~(uint32_t)0;
}

static void
find_calls(void)
{
	uint32_t pool = 0;

	for (int i = 0; i < isa_native.npool; i++)
		pool |= bit(isa_native.pool[i]);
	for (int i = 0; i < nir; i++) {
		const struct word *w = (const struct word *)ir[i].v;
		uint32_t m = changed_by(i);
		if (!m) {
			about.repeats |= ir[i].op == I_CALL;
			continue;
		}
		about.calls = true;
		about.recursive |= ir[i].op == I_CALL && w == self;
		if (ir[i].op == I_CALL && w->reach > about.reach)
			about.reach = w->reach;
		for (int l = 1; l <= nlabels; l++)
			if (about.loop[l].first <= i && i < about.loop[l].last)
				about.loop[l].clobbers |= m;
	}
	for (int l = 1; l <= nlabels; l++)
		about.loop[l].heavy =
			popcount(pool & ~about.loop[l].clobbers) < 5;
}

/* Stack effect ------------------------------------------------------------ */
/* Items taken and left by record i; false if it can't be told. */
static bool
effect(int i, int *in, int *out)
{
	static const uint8_t plain[][2] = {
		[I_LIT] = {0, 1},
		[I_ALU1] = {1, 1},
		[I_ALU2] = {2, 1},
		[I_CMP] = {2, 1},
		[I_LOAD] = {1, 1},
		[I_STORE] = {2, 0},
		[I_RPUSH] = {1, 0},
		[I_RPOP] = {0, 1},
		[I_RGET] = {0, 1},
		[I_RSET] = {1, 0},
		[I_RADD] = {1, 0},
		[I_BZ] = {1, 0},
		[I_QBZ] = {1, 0},
		[I_PLOOP] = {1, 0},
		[I_END] = {0, 0},
	};
	const struct word *w = (const struct word *)ir[i].v;

	*in = plain[ir[i].op][0];
	*out = plain[ir[i].op][1];
	if (ir[i].op == I_SHUF) {
		*in = ir[i].n;
		*out = (int)str_len((const char *)ir[i].v);
	} else if (ir[i].op == I_CALL) {
		*in = w == self ? about.in : w->in;
		*out = w == self ? about.out : w->out;
	}
	return ir[i].op != I_EXEC && *in != UNKNOWN;
}

static bool
arrive(int l, int depth)
{
	if (depth_at[l] == UNSET)
		depth_at[l] = (int16_t)depth;
	return depth_at[l] == depth;
}

static void
need(int depth)
{
	for (int k = 0; k < nopen; k++) {
		struct loop *l = &about.loop[open[k].label];
		if (open[k].depth - depth > l->need)
			l->need = open[k].depth - depth;
	}
}

static void
open_loops(int i, int depth)
{
	while (nopen && about.loop[open[nopen - 1].label].last < i)
		nopen--;
	if (ir[i].op == I_DEST && about.loop[ir[i].label].last &&
		nopen < MAX_OPEN)
		open[nopen++] = (struct open){ir[i].label, depth};
}

/* Follow the depth through all records, with about.in and .out as the effect
 * of the definition itself; find its effect. False if there is none. */
static bool
follow(int *in, int *out)
{
	int depth = 0, low = 0, end = UNSET, took, left;
	bool gone = false;

	nopen = 0;
	for (int l = 0; l <= nlabels; l++)
		depth_at[l] = UNSET;
	for (int i = 0; i < nir; i++) {
		const struct ir *p = &ir[i];
		bool first = p->op == I_LABEL || p->op == I_DEST;
		if (first && gone && depth_at[p->label] != UNSET) {
			depth = depth_at[p->label];
			gone = false;
		}
		if (gone && p->op == I_DEST && !p->n)
			return false; /* back branches alone get here */
		if (gone)
			continue;
		if (first && !arrive(p->label, depth))
			return false;
		if (p->op == I_CALL && (const struct word *)p->v == self &&
			about.in == UNKNOWN) {
			gone = true; /* what it leaves is not known yet */
			continue;
		}
		if (!effect(i, &took, &left))
			return false;
		depth -= took;
		low = depth < low ? depth : low;
		need(depth);
		depth += left;
		open_loops(i, depth);
		if (p->label && !first && !arrive(p->label, depth))
			return false;
		if (p->op == I_QBZ)
			depth++;
		if (p->op == I_EXIT) {
			if (end != UNSET && end != depth)
				return false;
			end = depth;
		}
		gone = p->op == I_EXIT || p->op == I_JMP;
	}
	if (end == UNSET) /* it never comes back */
		end = low;
	*in = -low;
	*out = end - low;
	return *in < UNKNOWN && *out < UNKNOWN;
}

static void
find_effect(void)
{
	int in = UNKNOWN, out = 0;

	about.in = about.out = UNKNOWN;
	for (int round = 0; round < 4; round++) {
		if (!follow(&in, &out))
			break;
		if (in == about.in && out == about.out)
			return;
		about.in = in;
		about.out = out;
		if (!about.recursive && !about.repeats)
			return;
	}
	about.in = about.out = UNKNOWN;
}

void
analyse(const struct word *w)
{
	self = w;
	memset(&about, 0, offsetof(struct about, loop));
	about.decides = MAX_IR;
	find_labels();
	find_calls();
	find_effect();
	for (int l = 1; about.in == UNKNOWN && l <= nlabels; l++)
		about.loop[l].need = 0;
}
