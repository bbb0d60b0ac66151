/* compile.c - code generation through the learned ops table of this ISA. */
/* SPDX-License-Identifier: 0BSD */
#include "nucleus/nucleus.h"

/* The virtual stack: what the data stack's top items are at this point of the
 * code being compiled. Items below vn lie in memory, `used` cells above where
 * the DSP register points. comp_flush() makes memory and register agree: at
 * every call, branch and label. */
enum {
	VMAX = 8,
	V_CONST = 0,
	V_REG = 1
};
static struct item {
	uint8_t kind;
	uint8_t reg;
	cell value;
} vs[VMAX];
static int vn;
static cell used;
static uint32_t busy; /* registers held by the operation being compiled */
int rdepth;           /* cells on the return stack since the word's entry */
int nlocals;
struct local locals[MAX_LOCALS];
bool op_lies[OP_COUNT];

static ucell
flag(bool b)
{
	return b ? ~(ucell)0 : 0;
}

static ucell
umulh(ucell a, ucell b)
{
	const int h = CELL_BITS / 2;
	ucell low = ((ucell)1 << h) - 1;
	ucell al = a & low, ah = a >> h, bl = b & low, bh = b >> h;
	ucell mid = ah * bl + (al * bl >> h);
	return ah * bh + (mid >> h) + (((mid & low) + al * bh) >> h);
}

/* What operation op computes, in C: the yardstick of verify.c and the folding
 * of constants. */
ucell
op_meaning(int op, ucell a, ucell b, ucell i)
{
	cell a_ = (cell)a, b_ = (cell)b;
#define MEANING(id, name, operands, meaning)                                   \
	case OP_##id: return (ucell)(meaning);
	switch (op) {
		OPS(MEANING)
	}
	(void)a_;
	(void)b_;
	return 0;
}

const char op_operands[OP_COUNT][4] = {
#define OPERANDS(id, name, operands, meaning) operands,
	OPS(OPERANDS)};

/* The C helper that stands in for a row that is missing or lies. */
static cell *
help(int op, cell *sp)
{
	if (op_operands[op][2] == 'b') {
		sp[1] = (cell)op_meaning(op, (ucell)sp[1], (ucell)sp[0], 0);
		return sp + 1;
	}
	sp[0] = (cell)op_meaning(op, (ucell)sp[0], 0, 0);
	return sp;
}
/* clang-format off */
#define HELPER(id, name, operands, meaning) \
	static cell *help_##id(cell *sp) { return help(OP_##id, sp); }
/* clang-format on */
OPS(HELPER)

prim_fn *
op_helper(int op)
{
#define HELPER_OF(id, name, operands, meaning) help_##id,
	static prim_fn *const helpers[OP_COUNT] = {OPS(HELPER_OF)};
	return helpers[op];
}

/* Bytes ------------------------------------------------------------------- */
/* Does value v fit operand number `operand` of row op? */
bool
op_fits(int op, int operand, cell v)
{
	const struct operand *o = &isa_native.row[op].o[operand];
	int bits = o->nbits + o->shift;

	if (v & (((cell)1 << o->shift) - 1))
		return false;
	if (bits >= CELL_BITS)
		return true;
	if (o->is_signed)
		return v >= -((cell)1 << (bits - 1)) &&
		       v < ((cell)1 << (bits - 1));
	return v >= 0 && v < ((cell)1 << bits);
}

static void
apply(char *at, const struct op_row *r, int operand, cell v)
{
	const struct operand *o = &r->o[operand];
	const uint8_t *mask = isa_native.bytes + o->mask;
	ucell bits = (ucell)v >> o->shift;

	for (int b = 0; b < o->nbits; b++, mask += r->len)
		if (bits >> b & 1)
			for (int k = 0; k < r->len; k++)
				at[k] = (char)(at[k] ^ mask[k]);
}

/* Write row op at address at. A pc-relative operand is given as its target
 * address. Throws -8 if an operand cannot reach. */
void
emit_at(char *at, int op, cell x, cell y, cell z)
{
	const struct op_row *r = &isa_native.row[op];
	cell v[3] = {x, y, z};

	memcpy(at, isa_native.bytes + r->base, r->len);
	for (int i = 0; op_operands[op][i]; i++) {
		if (op_operands[op][i] == 'i' && r->o[i].rel != 255)
			v[i] -= (cell)at + r->o[i].rel;
		if (!op_fits(op, i, v[i]))
			throw(IOR_DICT_FULL);
		apply(at, r, i, v[i]);
	}
	port_sync_icache(at, r->len);
}

void
emit(int op, cell x, cell y, cell z)
{
	if (space.code + 64 > code_end)
		throw(IOR_DICT_FULL);
	emit_at(space.code, op, x, y, z);
	space.code += isa_native.row[op].len;
}

/* Remember that code from here on belongs to the present source line. */
void
comp_place(void)
{
	uint32_t place = (uint32_t)(source.id > 0 ? source.id : 0) << 24 |
			 (source.line & 0xffffff);
	ucell n = space.nlines;

	if (n && code_lines[n - 1].place == place)
		return;
	if ((char *)&code_lines[n + 1] > meta_base)
		return; /* table full: later code reports the last known line */
	code_lines[n].offset = (uint32_t)(space.code - code_base);
	code_lines[n].place = place;
	space.nlines = n + 1;
}

/* Registers --------------------------------------------------------------- */
static uint32_t
held(void)
{
	uint32_t m = busy;

	for (int i = 0; i < vn; i++)
		if (vs[i].kind == V_REG)
			m |= (uint32_t)1 << vs[i].reg;
	return m;
}

/* A register that nothing holds, or -1. */
static cell
free_reg(void)
{
	uint32_t m = held();

	for (int i = 0; i < isa_native.npool; i++)
		if (!(m >> isa_native.pool[i] & 1))
			return isa_native.pool[i];
	return -1;
}

/* The same, if need be after a flush; held by the caller until
 * comp_push_reg. */
cell
comp_new_reg(void)
{
	cell r = free_reg();

	if (r < 0) {
		comp_flush();
		r = free_reg();
	}
	if (r < 0)
		throw(IOR_CONTROL);
	busy |= (uint32_t)1 << r;
	return r;
}

static void
lit_to(cell r, cell v)
{
	if (isa_native.row[OP_LITS].present && !op_lies[OP_LITS] &&
		op_fits(OP_LITS, 1, v))
		emit(OP_LITS, r, v, 0);
	else
		emit(OP_LIT, r, v, 0);
}

static void
move_dsp(cell cells)
{
	cell d = isa_native.dsp;

	if (cells)
		emit(OP_ADDI, d, d, cells * (cell)sizeof(cell));
}

/* Take the top item into a register, which is then held. */
cell
comp_pop_reg(void)
{
	cell r;

	if (vn && vs[vn - 1].kind == V_REG) {
		r = vs[--vn].reg;
		busy |= (uint32_t)1 << r;
		return r;
	}
	r = comp_new_reg();
	if (vn)
		lit_to(r, vs[--vn].value);
	else
		emit(OP_LDC, r, isa_native.dsp, used++ * (cell)sizeof(cell));
	return r;
}

static void
push_item(uint8_t kind, cell r, cell v)
{
	if (vn == VMAX)
		comp_flush();
	vs[vn].kind = kind;
	vs[vn].reg = (uint8_t)r;
	vs[vn++].value = v;
}

void
comp_push_reg(cell r)
{
	push_item(V_REG, r, 0);
	busy = 0;
}

/* Register r was loaded by hand: it is now the top item. */
void
comp_hold(cell r)
{
	push_item(V_REG, r, 0);
}

/* No operation holds registers any more. */
void
comp_release(void)
{
	busy = 0;
}

void
comp_lit(cell v)
{
	push_item(V_CONST, 0, v);
}

void
comp_flush(void)
{
	cell keep = (cell)busy;

	move_dsp(used - vn);
	for (int i = 0; i < vn; i++) {
		cell r = vs[i].reg, at = (vn - 1 - i) * (cell)sizeof(cell);
		if (vs[i].kind == V_CONST) {
			if ((r = free_reg()) < 0)
				throw(IOR_CONTROL);
			lit_to(r, vs[i].value);
		}
		emit(OP_STC, r, isa_native.dsp, at);
	}
	vn = 0;
	used = 0;
	busy = (uint32_t)keep;
}

/* Rearrange the top `in` items; `out` names the result, 'a' the deepest of
 * them: SWAP is (2, "ba"). No code unless items must come from memory. */
void
comp_shuffle(int in, const char *out)
{
	struct item t[8];
	int nout = (int)str_len(out);

	while (vn < in) {
		cell r = comp_new_reg();
		emit(OP_LDC, r, isa_native.dsp, used++ * (cell)sizeof(cell));
		memmove(&vs[1], &vs[0], (size_t)vn++ * sizeof vs[0]);
		vs[0] = (struct item){.kind = V_REG, .reg = (uint8_t)r};
		busy = 0;
	}
	vn -= in;
	memcpy(t, &vs[vn], (size_t)in * sizeof t[0]);
	if (vn + nout > VMAX) {
		for (int i = 0; i < in; i++)
			if (t[i].kind == V_REG)
				busy |= (uint32_t)1 << t[i].reg;
		comp_flush();
		busy = 0;
	}
	for (; *out; out++)
		vs[vn++] = t[*out - 'a'];
}

/* Operations -------------------------------------------------------------- */
static bool
usable(int op)
{
	return isa_native.row[op].present && !op_lies[op];
}

static void
call_helper(int op)
{
	comp_flush();
	busy = 0;
	comp_prim(op_helper(op), NULL);
}

void
comp_op1(int op)
{
	cell a;

	if (vn && vs[vn - 1].kind == V_CONST) {
		vs[vn - 1].value =
			(cell)op_meaning(op, (ucell)vs[vn - 1].value, 0, 0);
		return;
	}
	if (!usable(op)) {
		call_helper(op);
		return;
	}
	a = comp_pop_reg();
	cell d = comp_new_reg();
	emit(op, d, a, 0);
	comp_push_reg(d);
}

/* The immediate form of op for constant v, or -1. */
static int
immediate_form(int op, cell *v)
{
	int f = -1;

	switch (op) {
	case OP_SUB:
		*v = -*v;
		f = OP_ADDI;
		break;
	case OP_ADD: f = OP_ADDI; break;
	case OP_SHL: f = OP_SHLI; break;
	case OP_SHR: f = OP_SHRI; break;
	case OP_SAR: f = OP_SARI; break;
	default: break;
	}
	return f >= 0 && usable(f) && op_fits(f, 2, *v) ? f : -1;
}

void
comp_op2(int op)
{
	bool k = vn && vs[vn - 1].kind == V_CONST;
	cell v = k ? vs[vn - 1].value : 0, a, b, d;
	int f;

	if (k && vn > 1 && vs[vn - 2].kind == V_CONST) {
		vn--;
		vs[vn - 1].value = (cell)op_meaning(
			op, (ucell)vs[vn - 1].value, (ucell)v, 0);
		return;
	}
	if (k && (f = immediate_form(op, &v)) >= 0) {
		vn--;
		a = comp_pop_reg();
		d = comp_new_reg();
		emit(f, d, a, v);
		comp_push_reg(d);
		return;
	}
	if (!usable(op)) {
		call_helper(op);
		return;
	}
	b = comp_pop_reg();
	a = comp_pop_reg();
	d = comp_new_reg(); /* fresh: row constraints d != a, b hold */
	emit(op, d, a, b);
	comp_push_reg(d);
}

void
comp_load(int op)
{
	cell a = comp_pop_reg(), d = comp_new_reg();

	emit(op, d, a, 0);
	comp_push_reg(d);
}

void
comp_store(int op)
{
	cell a = comp_pop_reg(), x = comp_pop_reg();

	emit(op, x, a, 0);
	busy = 0;
}

/* The return stack. rdepth follows it, so that locals can be found. */
void
comp_rpush(void)
{
	emit(OP_RPUSH, comp_pop_reg(), 0, 0);
	rdepth++;
	busy = 0;
}

void
comp_rpop(void)
{
	cell r = comp_new_reg();

	emit(OP_RPOP, r, 0, 0);
	rdepth--;
	comp_push_reg(r);
}

void
comp_rload(int cells)
{
	cell r = comp_new_reg();

	emit(OP_RLD, r, cells * (cell)sizeof(cell), 0);
	comp_push_reg(r);
}

void
comp_rdrop(int cells)
{
	emit(OP_RADD, cells * (cell)sizeof(cell), 0, 0);
	rdepth -= cells;
}

/* Store the top item into a cell of the return stack. */
void
comp_rstore(int cells)
{
	emit(OP_RST, comp_pop_reg(), cells * (cell)sizeof(cell), 0);
	busy = 0;
}

void
comp_local(int slot, bool store)
{
	if (store)
		comp_rstore(rdepth - 1 - slot);
	else
		comp_rload(rdepth - 1 - slot);
}

/* Calls ------------------------------------------------------------------- */
static bool
reaches(int op, const void *target)
{
	const struct operand *o = &isa_native.row[op].o[0];

	return op_fits(op, 0, (cell)target - (cell)space.code - o->rel);
}

void
comp_call(const void *code)
{
	comp_flush();
	if (reaches(OP_CALL, code)) {
		emit(OP_CALL, (cell)code, 0, 0);
	} else {
		lit_to(isa_native.pool[0], (cell)code);
		emit(OP_CALLR, isa_native.pool[0], 0, 0);
	}
}

/* Call a C primitive; if it is out of reach, its thunk (Forth code), if it has
 * one, or an absolute call. */
void
comp_prim(prim_fn *fn, const void *thunk)
{
	comp_flush();
	if (reaches(OP_CALLC, (const void *)(ucell)fn)) {
		emit(OP_CALLC, (cell)(ucell)fn, 0, 0);
	} else if (thunk && reaches(OP_CALL, thunk)) {
		emit(OP_CALL, (cell)thunk, 0, 0);
	} else {
		lit_to(isa_native.pool[0], (cell)(ucell)fn);
		emit(OP_CALLCR, isa_native.pool[0], 0, 0);
	}
}

/* Call the word whose execution token is on top of the stack. */
void
comp_execute(void)
{
	cell r = comp_pop_reg();

	comp_flush();
	emit(OP_LDC, r, r, (cell)offsetof(struct word, code));
	emit(OP_CALLR, r, 0, 0);
	busy = 0;
}

void
comp_word(struct word *w)
{
	switch ((enum kind)w->kind) {
	case K_INLINE: w->prim->inl(); return;
	case K_PRIM: comp_prim(w->prim->fn, w->code); return;
	case K_CONSTANT: comp_lit(w->body); return;
	case K_VALUE:
		comp_lit((cell)&w->body);
		comp_load(OP_LDC);
		return;
	case K_CREATE: /* until another word follows, DOES> may change it */
		if (w != space.last && !(w->flags & F_DOES)) {
			comp_lit(w->body);
			return;
		}
		break;
	case K_DEFER:
		comp_lit((cell)&w->body);
		comp_load(OP_LDC);
		comp_execute();
		return;
	case K_COLON: break;
	}
	comp_call(w->code);
}

/* Definitions ------------------------------------------------------------- */
/* Begin code without a check of its own. */
void
comp_begin_inline(void)
{
	vn = 0;
	used = 0;
	busy = 0;
	rdepth = 0;
}

/* Begin code of a new word at space.code: entry sequence and stack check. */
void
comp_start(void)
{
	comp_begin_inline();
	nlocals = 0;
	comp_place();
	emit(OP_ENTER, 0, 0, 0);
	emit(OP_CHECK, 0, 0, 0);
}

/* Leave the word: locals go, then return. rdepth is what the path left. */
void
comp_exit(void)
{
	comp_flush();
	if (nlocals)
		emit(OP_RADD, nlocals * (cell)sizeof(cell), 0, 0);
	emit(OP_EXIT, 0, 0, 0);
}

/* Close the code that began at w->code. */
void
comp_finish(struct word *w)
{
	w->code_len = (uint32_t)(space.code - (const char *)w->code);
	port_sync_icache((void *)(ucell)w->code, w->code_len);
}
