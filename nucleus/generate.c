/* generate.c - machine code from a recorded definition. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/compile.h"

static struct word *self;
static bool fast;  /* arguments and results in registers */
bool called;       /* C was called, as an operation was missing */
static char *body; /* behind entry sequence and frame */
static struct place entry;
static uint32_t clobbers;
static struct site *site;

enum {
	CHECK_AT = 1024 /* cells; half a stack's size must not pass unseen */
};

/* Places of source -------------------------------------------------------- */
/* Code from here on belongs to this place, and to this inlined word. */
static void
add_row(ucell place)
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
	code_lines[n] = (struct code_line){offset, (uint32_t)place, site};
	space.nlines = n + 1;
}

static ucell
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
	ucell place = site->place;

	site = site->up;
	add_row(place);
}

/* Calls ------------------------------------------------------------------- */
/* Call C; if it is out of reach, by its address. */
void
call_c(const void *fn)
{
	if (op_can(OP_CALLC, (cell)fn, 0, 0)) {
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

	if (op_can(OP_CALL, (cell)code, 0, 0)) {
		emit(OP_CALL, (cell)code, 0, 0);
	} else {
		touched |= bit(r);
		load_const(r, (cell)code);
		emit(OP_CALLR, r, 0, 0);
	}
}

/* All items to memory, for a callee that may look at all of them. */
void
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
	if (w->in != UNKNOWN)
		at.base = at.dsp += w->out - w->in;
}

static void
call_fast(const struct word *w)
{
	uint32_t m = w == self ? ~(uint32_t)0 : w->clobbers;
	int in = w == self ? about.in : w->in;
	int out = w == self ? about.out : w->out;

	pass_arguments(m, in);
	call_code(w == self ? self->fast : w->fast);
	touched |= m;
	for (int i = 0; i < at.vn; i++)
		at.vs[i].clean &= at.base + i < at.dsp;
	done();
	for (int i = 0; i < out; i++)
		push_item(item_reg(isa_native.pool[i]));
}

static bool
passes_in_registers(const struct word *w)
{
	return w->flags & F_FAST;
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
	emit(OP_JMP, (cell)body, 0, 0);
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
	if (about.in == UNKNOWN) /* it may have taken more than there was */
		emit(OP_CHECK, 0, 0, 0);
	leave();
	dead = true;
}

/* +LOOP by n: x is the return stack's second item. */
static void
end_plus_loop(int l)
{
	struct item *n = pop_item();
	int p = at.rn - 1;

	in_reg(n);
	meet(l);
	if (at.rs[p - 1].kind == V_REG) {
		branch(OP_ADDBNO, at.rs[p - 1].reg, n->reg, l);
		return;
	}
	cell x = spare(), offset = slot(p - 1);
	emit(OP_RLD, x, offset, 0);
	struct hole more = emit_open(OP_ADDBNO, x, n->reg, NULL);
	struct hole out = emit_open(OP_JMP, 0, 0, NULL);
	emit_close(&more, space.code);
	emit(OP_RST, x, offset, 0);
	branch(OP_JMP, 0, 0, l);
	emit_close(&out, space.code);
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

/* Add the item on top to the one at pos. */
static void
return_add(cell pos)
{
	struct item n = *pop_item(), it = return_get(pos);

	at.rs[pos] = item_const(0);
	push_item(it);
	push_item(n);
	done();
	alu2(OP_ADD);
	done();
	struct item *sum = pop_item();
	in_reg(sum);
	at.rs[pos] = *sum;
}

static void
return_item(const struct ir *i)
{
	switch (i->op) {
	case I_RPUSH: return_push(*pop_item(), i->n); break;
	case I_RPOP:
		push_item(return_get(at.rn - 1));
		at.rn--;
		break;
	case I_RDROP: return_drop(i->v); break;
	case I_RGET: push_item(return_get(i->v)); break;
	case I_RSET: at.rs[i->v] = *pop_item(); break;
	default: return_add(i->v);
	}
}

static void
control(const struct ir *i)
{
	switch (i->op) {
	case I_JMP: jump(i->label); break;
	case I_BZ: conditional(false, i->label); break;
	case I_QBZ: keep_unless_zero(i->label); break;
	case I_PLOOP: end_plus_loop(i->label); break;
	case I_EXIT: exit_here(); break;
	case I_CALL: call(i); break;
	case I_EXEC: execute(); break;
	default: break;
	}
}

static void
operation(const struct ir *i)
{
	switch (i->op) {
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
	case I_RSET:
	case I_RADD: return_item(i); break;
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
	flow_begin();
	called = false;
	frame_wanted = false;
	clobbers = 0;
	site = NULL;
}

static void
begin(void)
{
	self->fast = space.code;
	add_row((ucell)ir[0].v); /* the first record is the place */
	if (about.calls)
		emit(OP_ENTER, 0, 0, 0);
	if (frame)
		emit(OP_RADD, -frame * CELL, 0, 0);
	if (fast) {
		at.vn = about.in;
		for (int i = 0; i < at.vn; i++) {
			at.vs[i] = item_reg(isa_native.pool[i]);
			touched |= bit(isa_native.pool[i]);
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
	done();
	switch (i->op) {
	case I_LABEL: place_label(i->label); break;
	case I_DEST: destination(i); break;
	case I_PLACE: add_row((ucell)i->v); break;
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
	const int few = isa_native.npool - 2;
	const int most = few < MAX_PASS ? few : MAX_PASS;

	self = w;
	analyse(w);
	fast = by_registers && optimising && about.in <= most &&
	       about.out <= most;
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
