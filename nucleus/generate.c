/* generate.c - machine code from a recorded definition. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

enum {
	MAX_FIXES = 512,
	MAX_STATES = 4096
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
	char *at;
	const struct op_row *row; /* null: the one of longest reach */
	uint16_t label;
	uint8_t op;
	cell a, b;
} fixes[MAX_FIXES];
static int nfixes;

static struct word *self;
static bool fast;    /* arguments and results in registers */
static bool dead;    /* control does not get here */
static bool far_only, far_wanted; /* a short forward branch was too short */
static int now;      /* the record at work */
static bool called;  /* C was called, as an operation was missing */
static char *body;   /* behind entry sequence and frame */
static struct place entry;
static uint32_t clobbers;
static struct site *site;

enum {
	CELL = sizeof(cell),
	AHEAD = 20,     /* bytes that a record may well take */
	CHECK_AT = 1024 /* cells; half a stack's size must not pass unseen */
};

/* Places of source -------------------------------------------------------- */
/* Code from here on belongs to this place, and to this inlined word. */
static void
add_row(uint32_t place)
{
	ucell n = space.nlines;
	uint32_t offset = (uint32_t)(space.code - code_base);

	if (n && code_lines[n - 1].offset == offset)
		n--; /* nothing was generated for the row before */
	if (n && code_lines[n - 1].place == place &&
		code_lines[n - 1].site == site)
		return;
	if ((char *)&code_lines[n + 1] > meta_base)
		return; /* table full: later code reports the last known line */
	code_lines[n] = (struct code_line){offset, place, site};
	space.nlines = n + 1;
}

static uint32_t
last_place(void)
{
	return space.nlines ? code_lines[space.nlines - 1].place : 0;
}

static void
enter_inline(const struct ir *i)
{
	struct site *s = meta_alloc(sizeof *s);

	s->word = (struct word *)i->v;
	s->up = site;
	s->place = last_place();
	site = s;
	add_row(s->place);
}

static void
leave_inline(void)
{
	uint32_t place = site->place;

	site = site->up;
	add_row(place);
}

/* Labels ------------------------------------------------------------------ */
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
static void
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

/* Where the target stands among the operands of a branch. */
static void
set_target(cell v[3], int op, cell t)
{
	v[op == OP_JMP ? 0 : op <= OP_BNZ ? 1 : 2] = t;
}

static void
put_branch(char *where, int op, cell a, cell b, const char *to)
{
	cell v[3] = {a, b, 0};

	set_target(v, op, (cell)to);
	emit_patch(where, op, v[0], v[1], v[2]);
}

/* A forward branch: short, if what is between looks short. */
static void
branch_ahead(int op, cell a, cell b, int l)
{
	cell v[3] = {a, b, 0};
	struct fix *f = &fixes[nfixes++];

	if (nfixes == MAX_FIXES)
		throw(IOR_DICT_FULL);
	*f = (struct fix){space.code, NULL, (uint16_t)l, (uint8_t)op, a, b};
	set_target(v, op,
		(cell)space.code + (about.loop[l].first - now) * AHEAD);
	if (!far_only)
		f->row = op_can(op, v[0], v[1], v[2]);
	if (f->row)
		emit_row(f->row, v[0], v[1], v[2]);
	else
		emit_far(op, a, b, 0);
}

/* A branch to label l: near, if it is behind us and near, else far. */
static void
branch(int op, cell a, cell b, int l)
{
	cell v[3] = {a, b, 0};

	if (!label[l].at) {
		branch_ahead(op, a, b, l);
		return;
	}
	set_target(v, op, (cell)label[l].at);
	if (op_can(op, v[0], v[1], v[2]))
		emit(op, v[0], v[1], v[2]);
	else
		put_branch(emit_far(op, a, b, 0), op, a, b, label[l].at);
}

/* The target of a forward branch is here. A short one that does not get here
 * makes generate() begin again. */
static void
resolve(const struct fix *f)
{
	cell v[3] = {f->a, f->b, 0};

	set_target(v, f->op, (cell)space.code);
	if (!f->row)
		emit_patch(f->at, f->op, v[0], v[1], v[2]);
	else if (!patch_row(f->at, f->row, v[0], v[1], v[2]))
		far_wanted = true;
}

static void
jump(int l)
{
	meet(l);
	branch(OP_JMP, 0, 0, l);
	dead = true;
}

static int
opposite(int cond)
{
	return OP_BEQ + ((cond - OP_BEQ) ^ 1);
}

/* Branch to l, where all items are in place, if flag f is `sense`. */
static void
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
		cell r = alloc_outside(0);
		load_const(r, f->v);
		branch(c, f->reg, r, l);
	}
}

/* Take the flag on top and branch if it is `sense`. */
static void
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

static void
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
static void
destination(const struct ir *i)
{
	const struct loop *p = &about.loop[i->label];

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
		ensure(p->need);
		done();
		canonical(p->clobbers);
	}
	label[i->label].at = space.code;
	record_place(i->label);
	if (about.in == UNKNOWN) /* the loop may grow the stack */
		emit(OP_CHECK, 0, 0, 0);
}

/* Operations -------------------------------------------------------------- */
static bool
commutes(int op)
{
	return op == OP_ADD || op == OP_MUL || op == OP_AND || op == OP_OR ||
	       op == OP_XOR || op == OP_UMULH || op == OP_SMULH;
}

static void call_c(const void *fn);

/* The operation is missing here: the same by the C helper. */
static void
by_helper(int op, const struct item *a, const struct item *b)
{
	push_item(*a);
	if (b)
		push_item(*b);
	done();
	called = true;
	flush_data();
	dsp_to(at.base);
	flush_return(false);
	call_c((const void *)(ucell)op_helper(op));
	at.base = at.dsp -= b ? 1 : 0;
}

/* d = a op b; d takes the place of an operand that nothing else needs. */
static void
compute(int op, struct item *a, struct item *b)
{
	if (!op_can(op, isa_native.pool[0], isa_native.pool[1],
		    isa_native.pool[2])) {
		by_helper(op, a, b);
		return;
	}
	cell y = in_reg(b), x = in_reg(a);
	if (commutes(op) && !dying(x) && dying(y)) {
		cell t = x;
		x = y;
		y = t;
	}
	cell d = dying(x) ? x : alloc();
	emit(op, d, x, y);
	touched |= (uint32_t)1 << d;
	push_item(item_reg(d));
}

static void
compute_const(int op, struct item *a, cell v)
{
	cell x = in_reg(a), d = dying(x) ? x : alloc();

	emit(op, d, x, v);
	touched |= (uint32_t)1 << d;
	*a = item_reg(d);
}

static int
log2_of(ucell v)
{
	int k = 0;

	while (v >> k > 1)
		k++;
	return k;
}

/* a * v without a multiplication, if v is 2^k, 2^k + 1 or 2^k - 1. */
static bool
multiply_const(struct item *a, cell v)
{
	ucell u = (ucell)v, odd = u & 1;
	int k = log2_of(odd ? (u & 2 ? u + 1 : u - 1) : u);
	cell x, d;

	if (u < 2)
		return false;
	if (!odd && u == (ucell)1 << k) {
		compute_const(OP_SHLI, a, k);
	} else if (u - 1 == (ucell)1 << k || u + 1 == (ucell)1 << k) {
		x = in_reg(a);
		d = alloc();
		emit(OP_SHLI, d, x, k);
		emit(u - 1 == (ucell)1 << k ? OP_ADD : OP_SUB, d, d, x);
		*a = item_reg(d);
	} else if (op_can(OP_MULI, isa_native.pool[0], isa_native.pool[1],
			   v)) {
		compute_const(OP_MULI, a, v);
	} else {
		return false;
	}
	push_item(*a);
	return true;
}

/* floor(2^(CELL_BITS + k) / d) less 2^CELL_BITS, for 2^k < d < 2^(k+1). */
static ucell
reciprocal(ucell d, int k)
{
	ucell rest = (ucell)1 << k, q = 0;

	for (int i = 0; i < CELL_BITS; i++) {
		bool carry = rest >> (CELL_BITS - 1);
		rest <<= 1;
		q <<= 1;
		if (carry || rest >= d) {
			rest -= d;
			q |= 1;
		}
	}
	return q;
}

/* a / v: by shifts, or by the high half of a product (Granlund, Montgomery,
 * "Division by invariant integers using multiplication", 1994, figure 5.2). */
static bool
divide_const(struct item *a, cell v)
{
	ucell u = v < 0 ? 0 - (ucell)v : (ucell)v;
	int k = log2_of(u);
	bool power = u == (ucell)1 << k;
	cell x, t, d;

	if (u < 2 || (!power && !op_can(OP_SMULH, isa_native.pool[0],
					isa_native.pool[1], isa_native.pool[2])))
		return false;
	x = in_reg(a);
	t = alloc();
	d = alloc();
	emit(OP_SARI, t, x, CELL_BITS - 1);
	if (power) { /* add 2^k - 1 to what is negative */
		emit(OP_SHRI, t, t, CELL_BITS - k);
		emit(OP_ADD, d, x, t);
		emit(OP_SARI, d, d, k);
	} else {
		load_const(d, (cell)(reciprocal(u, k) + 1));
		emit(OP_SMULH, d, x, d);
		emit(OP_ADD, d, d, x);
		emit(OP_SARI, d, d, k);
		emit(OP_SUB, d, d, t);
	}
	if (v < 0)
		emit(OP_NEG, d, d, 0);
	push_item(item_reg(d));
	return true;
}

/* The cases in which b is a constant that makes it easier. */
static bool
with_const(int op, struct item *a, cell v)
{
	static const uint8_t imm[][2] = {{OP_AND, OP_ANDI}, {OP_OR, OP_ORI},
		{OP_XOR, OP_XORI}, {OP_SHL, OP_SHLI}, {OP_SHR, OP_SHRI},
		{OP_SAR, OP_SARI}};

	if (op == OP_ADD || op == OP_SUB) {
		if (a->kind != V_REG)
			in_reg(a);
		a->v += op == OP_ADD ? v : -v;
		a->home = NO_HOME;
		push_item(*a);
		return true;
	}
	if ((v == 0 && (op == OP_OR || op == OP_XOR || op == OP_SHL ||
			       op == OP_SHR || op == OP_SAR)) ||
		(v == 1 && (op == OP_MUL || op == OP_DIV)) ||
		(v == -1 && op == OP_AND)) {
		push_item(*a);
		return true;
	}
	if (v == 0 && (op == OP_MUL || op == OP_AND)) {
		push_item(item_const(0));
		return true;
	}
	if (op == OP_MUL)
		return multiply_const(a, v);
	if (op == OP_DIV)
		return divide_const(a, v);
	if (op == OP_SHL || op == OP_SHR || op == OP_SAR)
		v &= CELL_BITS - 1;
	for (size_t i = 0; i < sizeof imm / sizeof imm[0]; i++)
		if (imm[i][0] == op && op_can(imm[i][1], isa_native.pool[0],
					       isa_native.pool[1], v)) {
			compute_const(imm[i][1], a, v);
			push_item(*a);
			return true;
		}
	return false;
}

/* Throw -10 if the divisor is 0. */
static void
check_divisor(struct item *b)
{
	static const char name[] = "(/0)";

	if (b->kind == V_CONST && b->v)
		return;
	in_reg(b);
	called = true;
	char *over = emit_far(OP_BNZ, b->reg, 0, 0);
	call_c((const void *)(ucell)dict_find_in(&forth_list, name, 4)
			->prim->fn);
	put_branch(over, OP_BNZ, b->reg, 0, space.code);
}

static void
alu2(int op)
{
	struct item *b = pop_item(), *a = pop_item(), *t;

	if (a->kind == V_CONST && b->kind == V_CONST &&
		!(op == OP_DIV && b->v == 0)) {
		push_item(item_const((cell)op_meaning(
			op, (ucell)a->v, (ucell)b->v, 0)));
		return;
	}
	if (a->kind == V_CONST && commutes(op)) {
		t = a;
		a = b;
		b = t;
	}
	if (op == OP_DIV)
		check_divisor(b);
	if (b->kind == V_CONST && with_const(op, a, b->v))
		return;
	if ((op == OP_ADD || op == OP_SUB) && a->kind == V_REG &&
		b->kind == V_REG) { /* constants are added at the end */
		cell v = op == OP_ADD ? a->v + b->v : a->v - b->v;
		a->v = b->v = 0;
		compute(op, a, b);
		at.vs[at.vn - 1].v = v;
		return;
	}
	compute(op, a, b);
}

static void
alu1(int op)
{
	struct item *a = pop_item();
	cell x, d;

	if (a->kind == V_CONST) {
		push_item(item_const((cell)op_meaning(op, (ucell)a->v, 0, 0)));
	} else if (a->kind == V_FLAG && op == OP_NOT) {
		a->cond = (uint8_t)opposite(a->cond);
		push_item(*a);
	} else if (op_can(op, isa_native.pool[0], isa_native.pool[1], 0)) {
		x = in_reg(a);
		d = dying(x) ? x : alloc();
		emit(op, d, x, 0);
		touched |= (uint32_t)1 << d;
		push_item(item_reg(d));
	} else {
		by_helper(op, a, NULL);
	}
}

static bool
holds(int cond, cell a, cell b)
{
	ucell x = (ucell)a, y = (ucell)b;

	switch (cond) {
	case OP_BEQ: return a == b;
	case OP_BNE: return a != b;
	case OP_BLT: return a < b;
	case OP_BGE: return a >= b;
	case OP_BULT: return x < y;
	default: return x >= y;
	}
}

/* k cond b as b cond' v; false if there is no such v. */
static bool
turn_round(int *cond, cell *v)
{
	bool is_signed = *cond == OP_BLT || *cond == OP_BGE;
	cell last = is_signed ? (cell)(~(ucell)0 >> 1) : -1;

	if (*cond == OP_BEQ || *cond == OP_BNE)
		return true;
	if (*v == last)
		return false;
	++*v;
	*cond = opposite(*cond);
	return true;
}

/* Leave the outcome of a comparison, not yet as a number. */
static void
compare_items(int cond)
{
	struct item *b = pop_item(), *a = pop_item(), *t;
	cell v = a->v;

	if (a->kind == V_CONST && b->kind == V_CONST) {
		push_item(item_const(holds(cond, a->v, b->v) ? -1 : 0));
		return;
	}
	if (a->kind == V_CONST && turn_round(&cond, &v)) {
		t = a;
		a = b;
		b = t;
		b->v = v;
	}
	if (b->kind == V_CONST && a->kind == V_FLAG && b->v == 0 &&
		(cond == OP_BEQ || cond == OP_BNE)) {
		if (cond == OP_BEQ)
			a->cond = (uint8_t)opposite(a->cond);
		push_item(*a);
		return;
	}
	in_reg(a);
	struct item f = *a;
	f.kind = V_FLAG;
	f.cond = (uint8_t)cond;
	f.reg2 = NO_REG;
	f.home = NO_HOME;
	if (b->kind == V_CONST)
		f.v = b->v;
	else
		f.reg2 = (uint8_t)in_reg(b);
	push_item(f);
}

/* The register that goes with an offset that row op can take. */
static cell
address(int op, struct item *a, cell x)
{
	cell v = a->kind == V_REG ? a->v : 0;

	if (a->kind == V_REG &&
		op_can(op, x, a->reg, v))
		return a->reg;
	return in_reg(a);
}

static void
load(int op)
{
	struct item *a = pop_item();
	cell d, x;

	x = address(op, a, isa_native.pool[0]);
	d = dying(x) ? x : alloc();
	emit(op, d, x, a->v);
	touched |= (uint32_t)1 << d;
	push_item(item_reg(d));
}

static void
store_zero(int op, struct item *a)
{
	cell r = a->kind == V_REG && op_can(op, a->reg, a->v, 0) ? a->reg
								 : in_reg(a);

	emit(op, r, a->v, 0);
}

static void
store(int op)
{
	struct item *a = pop_item(), *x = pop_item();
	int zero = op - OP_STC + OP_STZ;

	if (x->kind == V_CONST && x->v == 0 && op_has(zero)) {
		store_zero(zero, a);
		return;
	}
	cell r = in_reg(x), p = address(op, a, r);

	emit(op, r, p, a->v);
}

/* Calls ------------------------------------------------------------------- */
static bool
reaches(int op, const void *target)
{
	return op_can(op, (cell)target, 0, 0);
}

/* Call C; if it is out of reach, by its address. */
static void
call_c(const void *fn)
{
	if (reaches(OP_CALLC, fn)) {
		emit(OP_CALLC, (cell)fn, 0, 0);
	} else {
		cell r = isa_native.pool[isa_native.npool - 1];
		load_const(r, (cell)fn);
		emit(OP_CALLCR, r, 0, 0);
	}
	clobbers = ~(uint32_t)0;
}

static void
call_code(const void *code)
{
	cell r = isa_native.pool[isa_native.npool - 1];

	if (reaches(OP_CALL, code)) {
		emit(OP_CALL, (cell)code, 0, 0);
	} else {
		touched |= (uint32_t)1 << r;
		load_const(r, (cell)code);
		emit(OP_CALLR, r, 0, 0);
	}
}

/* All items to memory, for a callee that may look at all of them. */
static void
into_memory(void)
{
	flush_data();
	dsp_to(at.base);
	flush_return(false);
	clobbers = ~(uint32_t)0;
}

/* After it: what the data stack pointer is now. */
static void
out_of_memory(const struct word *w)
{
	if (w && w->in != UNKNOWN)
		at.base = at.dsp += w->out - w->in;
}

static void
call_fast(const struct word *w)
{
	uint32_t m = w == self ? ~(uint32_t)0 : w->clobbers;
	int in = w == self ? about.in : w->in;
	int out = w == self ? about.out : w->out;

	ensure(in);
	done();
	keep_outside(m, in);
	args_to_pool(in);
	call_code(w == self ? self->fast : w->fast);
	touched |= m;
	forget_from(at.dsp);
	done();
	for (int i = 0; i < out; i++)
		push_item(item_reg(isa_native.pool[i]));
}

static bool
passes_in_registers(const struct word *w)
{
	return w->in != UNKNOWN && w->flags & F_FAST;
}

/* The last act is to call ourselves: begin again. */
static void
call_self_last(void)
{
	at.rn = 0;
	if (!fast) {
		flush_data();
		dsp_to(at.base);
		at.base = at.dsp = 0;
	} else {
		become(&entry);
	}
	char *where = emit_far(OP_JMP, 0, 0, 0);
	put_branch(where, OP_JMP, 0, 0, body);
	dead = true;
}

static void
call(const struct ir *i)
{
	struct word *w = (struct word *)i->v;

	if (is_last_act((int)(i - ir))) {
		call_self_last();
		return;
	}
	if (w == self ? fast : passes_in_registers(w)) {
		call_fast(w);
	} else {
		into_memory();
		if (w->kind == K_PRIM)
			call_c((const void *)(ucell)w->prim->fn);
		else
			call_code(w == self ? self->fast : w->code);
		if (w == self && about.in != UNKNOWN)
			at.base = at.dsp += about.out - about.in;
		else if (w != self)
			out_of_memory(w);
	}
}

static void
execute(void)
{
	struct item *x = pop_item();
	cell r = in_reg(x);

	into_memory();
	emit(OP_LDC, r, r, (cell)offsetof(struct word, code));
	emit(OP_CALLR, r, 0, 0);
}

static void
leave(void)
{
	if (frame)
		emit(OP_RADD, frame * CELL, 0, 0);
	if (about.calls)
		emit(OP_LEAVE, 0, 0, 0);
	emit(OP_RET, 0, 0, 0);
}

/* Leave the definition: results where the caller wants them. */
static void
exit_here(void)
{
	struct place p;

	at.rn = 0;
	if (fast) {
		memset(&p, 0, offsetof(struct place, vs));
		p.vn = about.out;
		for (int i = 0; i < p.vn; i++)
			p.vs[i] = item_reg(isa_native.pool[i]);
		become(&p);
	} else {
		flush_data();
		dsp_to(at.base);
	}
	leave();
	dead = true;
}

/* Counted loops ----------------------------------------------------------- */
/* The index is on top of the return stack. Below it is the limit, or, if +LOOP
 * ends the loop, x = index - limit: adding step to x carries (or, if it is
 * negative, borrows) just when the index crosses the limit. If the step is not
 * known x has its sign bit turned round, and it is a signed overflow. */
static void
begin_loop(const struct ir *i)
{
	if (i->op == I_QDO) {
		shuffle(2, "abab");
		compare_items(OP_BEQ);
		done();
		shuffle(3, "cab");
	}
	if (i->n) {
		shuffle(2, "bba");
		done();
		alu2(OP_SUB);
		done();
		push_item(item_const(i->n == BY_CONSTANT
					     ? 0
					     : (cell)((ucell)1
						       << (CELL_BITS - 1))));
		alu2(OP_ADD);
		done();
		return_push(*pop_item());
		done();
		return_push(*pop_item());
	} else {
		struct item index = *pop_item();
		return_push(*pop_item());
		struct item *limit = &at.rs[at.rn - 1];
		limit->fixed = limit->kind == V_CONST &&
			       op_can(OP_BNEI, isa_native.pool[0], limit->v,
				       (cell)space.code);
		return_push(index);
	}
	done();
	if (i->op == I_QDO) {
		conditional(true, i->to);
		done();
	}
	if (!dead)
		destination(i);
}

/* The item at pos in a register, for a comparison: nothing may be flushed now
 * that all items are where the loop begins. */
static struct item
looked_up(int pos)
{
	struct item it = at.rs[pos];

	if (it.kind == V_MEM) {
		it = item_reg(alloc_outside(0));
		emit(OP_RLD, it.reg, slot(pos), 0);
	}
	return it;
}

static void
advance(int pos, cell step)
{
	struct item it = return_get(pos);

	it.v += step;
	it.home = NO_HOME;
	at.rs[pos] = it;
	done();
}

/* LOOP, and +LOOP by a constant. */
static void
end_loop(const struct ir *i)
{
	int p = at.rn - 1;

	advance(p, i->op == I_LOOP ? 1 : i->v);
	if (i->op == I_PLOOP)
		advance(p - 1, i->v);
	meet(i->label);
	struct item *f = operand(looked_up(i->op == I_LOOP ? p : p - 1));
	f->kind = V_FLAG;
	if (i->op == I_PLOOP) {
		f->cond = i->v > 0 ? OP_BUGE : OP_BULT;
		f->reg2 = NO_REG;
		f->v = i->v;
	} else {
		struct item *limit = operand(looked_up(p - 1));
		f->cond = OP_BNE;
		f->reg2 = limit->kind == V_CONST ? NO_REG : limit->reg;
		f->v = limit->v;
	}
	branch_on(f, true, i->label);
}

static void
end_plus_loop(const struct ir *i)
{
	int p = at.rn - 1, l = i->label;
	struct item *n = pop_item();
	struct item it = return_get(p);

	cell v = it.v, y = in_reg(n);
	it.v = 0;
	it.home = NO_HOME;
	at.rs[p] = it;
	cell d = dying(it.reg) ? it.reg : alloc();
	emit(OP_ADD, d, it.reg, y);
	touched |= (uint32_t)1 << d;
	at.rs[p] = item_reg(d);
	at.rs[p].v = v;
	meet(l);
	if (at.rs[p - 1].kind == V_REG) {
		branch(OP_ADDBNO, at.rs[p - 1].reg, n->reg, l);
		return;
	}
	cell x = alloc_outside(0), offset = slot(p - 1);
	emit(OP_RLD, x, offset, 0);
	char *more = emit_far(OP_ADDBNO, x, n->reg, 0);
	emit(OP_RST, x, offset, 0);
	char *out = emit_far(OP_JMP, 0, 0, 0);
	put_branch(more, OP_ADDBNO, x, n->reg, space.code);
	emit(OP_RST, x, offset, 0);
	branch(OP_JMP, 0, 0, l);
	put_branch(out, OP_JMP, 0, 0, space.code);
}

/* One record -------------------------------------------------------------- */
static void
return_drop(cell n)
{
	at.rn -= n < at.rn ? (int)n : at.rn;
}

static void
keep_unless_zero(int l)
{
	struct item *x = pop_item();

	if (x->kind == V_CONST) {
		if (x->v) {
			push_item(*x);
		} else {
			done();
			jump(l);
		}
		return;
	}
	in_reg(x);
	meet(l);
	branch(OP_BZ, x->reg, 0, l);
	push_item(*x);
}

static void
return_item(const struct ir *i)
{
	switch ((enum ir_op)i->op) {
	case I_RPUSH: return_push(*pop_item()); break;
	case I_RPOP:
		push_item(return_get(at.rn - 1));
		at.rn--;
		break;
	case I_RDROP: return_drop(i->v); break;
	case I_RGET: push_item(return_get(i->v)); break;
	default:
		at.rs[i->v] = *pop_item();
		at.rs[i->v].clean = at.rs[i->v].fixed = 0;
	}
}

static void
control(const struct ir *i)
{
	switch ((enum ir_op)i->op) {
	case I_JMP: jump(i->label); break;
	case I_BZ: conditional(false, i->label); break;
	case I_QBZ: keep_unless_zero(i->label); break;
	case I_DO:
	case I_QDO: begin_loop(i); break;
	case I_LOOP: end_loop(i); break;
	case I_PLOOP:
		if (i->n == BY_CONSTANT)
			end_loop(i);
		else
			end_plus_loop(i);
		break;
	case I_EXIT: exit_here(); break;
	case I_CALL: call(i); break;
	case I_EXEC: execute(); break;
	default: break;
	}
}

static void
operation(const struct ir *i)
{
	switch ((enum ir_op)i->op) {
	case I_LIT: push_item(item_const(i->v)); break;
	case I_ALU1: alu1(i->n); break;
	case I_ALU2: alu2(i->n); break;
	case I_CMP: compare_items(i->n); break;
	case I_SHUF: shuffle(i->n, (const char *)i->v); break;
	case I_LOAD: load(i->n); break;
	case I_STORE: store(i->n); break;
	case I_RPUSH:
	case I_RPOP:
	case I_RDROP:
	case I_RGET:
	case I_RSET: return_item(i); break;
	default: control(i);
	}
	done();
	if (!optimising && !dead) {
		flush_data();
		flush_return(true);
	}
}

static void
reset(void)
{
	stack_begin();
	nstates = nfixes = 0;
	for (int l = 0; l <= nlabels; l++) {
		label[l].at = NULL;
		label[l].state = -1;
	}
	dead = called = far_wanted = false;
	frame_wanted = false;
	clobbers = 0;
	site = NULL;
}

static void
begin(void)
{
	self->fast = space.code;
	if (about.calls)
		emit(OP_ENTER, 0, 0, 0);
	if (frame)
		emit(OP_RADD, -frame * CELL, 0, 0);
	if (fast) {
		at.vn = about.in;
		for (int i = 0; i < at.vn; i++) {
			at.vs[i] = item_reg(isa_native.pool[i]);
			touched |= (uint32_t)1 << isa_native.pool[i];
		}
	}
	entry = at;
	body = space.code;
	if (!fast || about.recursive || about.reach > CHECK_AT) {
		emit(OP_CHECK, 0, 0, 0);
		about.reach = 0;
	}
}

/* Called with arguments in memory: put them into registers, and the results
 * back. A stack that has not enough of them is noticed here. */
static void
wrap(struct word *w)
{
	cell d = isa_native.dsp;
	const uint8_t *r = isa_native.pool;
	int in = about.in, out = about.out;

	w->code = space.code;
	emit(OP_ENTER, 0, 0, 0);
	for (int i = 0; i < in; i++)
		emit(OP_LDC, r[i], d, (in - 1 - i) * CELL);
	if (in)
		emit(OP_ADDI, d, d, in * CELL);
	emit(OP_CHECK, 0, 0, 0);
	emit(OP_CALL, (cell)w->fast, 0, 0);
	if (out)
		emit(OP_ADDI, d, d, -out * CELL);
	for (int i = 0; i < out; i++)
		emit(OP_STC, r[i], d, (out - 1 - i) * CELL);
	emit(OP_LEAVE, 0, 0, 0);
	emit(OP_RET, 0, 0, 0);
}

static void
one_record(const struct ir *i)
{
	switch ((enum ir_op)i->op) {
	case I_LABEL: place_label(i->label); break;
	case I_DEST: destination(i); break;
	case I_PLACE: add_row((uint32_t)i->v); break;
	case I_END: leave_inline(); break;
	case I_INLINE: enter_inline(i); break;
	default:
		if (!dead)
			operation(i);
	}
}

/* False if it must be done again. */
static bool
pass(void)
{
	reset();
	begin();
	for (now = 0; now < nir; now++)
		one_record(&ir[now]);
	if (frame_wanted && !frame)
		frame = about.max_r;
	else if (called && !about.calls)
		about.calls = true;
	else if (far_wanted)
		far_only = true;
	else
		return true;
	return false;
}

/* Make the code of w from what was recorded. If it turns out on the way that
 * a frame or a saved return address is needed, begin again. */
void
generate(struct word *w, bool by_registers)
{
	const struct space before = space;

	self = w;
	analyse(w);
	fast = by_registers && optimising && about.in <= MAX_PASS &&
	       about.out <= MAX_PASS;
	frame = optimising ? 0 : about.max_r;
	far_only = false;
	w->flags &= (uint8_t)~F_FAST;
	while (!pass())
		space = before;
	w->in = (uint8_t)about.in;
	w->out = (uint8_t)about.out;
	w->code = w->fast;
	w->clobbers = clobbers | touched;
	w->reach = (uint16_t)(about.reach + frame + 2);
	if (fast) {
		w->flags |= F_FAST;
		wrap(w);
	}
	w->code_len = (uint32_t)(space.code - (const char *)w->fast);
	port_sync_icache((void *)(ucell)w->fast, w->code_len);
}

/* The code of a primitive in C. */
void
generate_prim(struct word *w)
{
	w->code = w->fast = space.code;
	emit(OP_ENTER, 0, 0, 0);
	call_c((const void *)(ucell)w->prim->fn);
	emit(OP_LEAVE, 0, 0, 0);
	emit(OP_RET, 0, 0, 0);
	w->code_len = (uint32_t)(space.code - (const char *)w->code);
	port_sync_icache((void *)(ucell)w->code, w->code_len);
}
