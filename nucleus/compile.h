/* compile.h - the compiler's inner structures: recorded definitions, items. */
/* SPDX-License-Identifier: 0BSD */
#ifndef COMPILE_H
#define COMPILE_H
#include "nucleus/nucleus.h"

enum {
	MAX_IR = 6144,
	MAX_LABELS = 1024,
	MAX_WINDOW = 12, /* data stack items followed at compile time */
	MAX_RETURN = 40, /* cells on the return stack of one definition */
	MAX_PASS = 4,    /* arguments or results in registers, at most */
	CELL = sizeof(cell),
	CELL_SHIFT = CELL == 8 ? 3 : 2
};

/* What is recorded of a definition until `;`. v, n and label by operation: */
enum ir_op {
	I_LIT,    /* v */
	I_ALU1,   /* n: operation of ops.h */
	I_ALU2,   /* n: operation of ops.h */
	I_CMP,    /* n: OP_BEQ .. OP_BUGE, leaves a flag */
	I_SHUF,   /* v: text of comp_shuffle; n: items in */
	I_LOAD,   /* n: operation */
	I_STORE,  /* n: operation */
	I_RPUSH,  /* >R; n: of a loop's limit */
	I_RPOP,   /* R> */
	I_RDROP,  /* v: cells */
	I_RGET,   /* v: position on the return stack since the word's entry */
	I_RSET,   /* v: the same */
	I_RADD,   /* v: the same; add the top item to it */
	I_CALL,   /* v: word */
	I_EXEC,   /* EXECUTE */
	I_JMP,    /* label */
	I_BZ,     /* label: jump if the top item is 0 */
	I_QBZ,    /* label: ?DUP IF: the item stays unless it is 0 */
	I_LABEL,  /* forward branches end here */
	I_DEST,   /* backward branches end here; n: one does only from behind */
	I_PLOOP,  /* label: +LOOP by the top item, which the index has got */
	I_EXIT,   /* leave the definition */
	I_PLACE,  /* v: file and line of what follows */
	I_INLINE, /* v: word whose body follows, up to */
	I_END,
	I_RTOP, /* only in prims.h: I_RGET of the item below v others */
	I_PICK  /* only there: PICK */
};
struct ir {
	uint8_t op, n;
	uint16_t label;
	uint16_t r; /* cells on the return stack before it */
	cell v;
};

/* How records are written in tables. */
/* clang-format off */
/* data rows */
#define SHUF(take, to) {.op = I_SHUF, .n = take, .v = (cell)#to}
#define LIT(x)         {.op = I_LIT, .v = x}
#define ALU1(id)       {.op = I_ALU1, .n = OP_##id}
#define ALU2(id)       {.op = I_ALU2, .n = OP_##id}
#define CMP(id)        {.op = I_CMP, .n = OP_B##id}
#define LOAD(id)       {.op = I_LOAD, .n = OP_##id}
#define STORE(id)      {.op = I_STORE, .n = OP_##id}
#define RTOP(under)    {.op = I_RTOP, .v = under}
#define RDROP(cells)   {.op = I_RDROP, .v = cells}
#define RPUSH          {.op = I_RPUSH}
#define RPOP           {.op = I_RPOP}
#define EXIT           {.op = I_EXIT}
#define EXEC           {.op = I_EXEC}
#define PICK           {.op = I_PICK}
#define END            {.op = I_END}
/* end of data rows */
/* clang-format on */

/* The definition being recorded. */
extern struct ir ir[MAX_IR];
extern int nir, nlabels;

/* What was found out about it. */
struct about {
	int in, out;    /* stack effect, or UNKNOWN */
	int max_r;      /* deepest return stack */
	int decides;    /* first record that may branch */
	bool calls;     /* it calls something */
	bool recursive; /* it calls itself, */
	bool repeats;   /* as its last act */
	int reach;      /* cells of stack that what it calls may take */
	struct loop {   /* by label; of destinations only */
		int first, last; /* records; last 0: not jumped back to */
		int need;        /* data stack items it touches */
		bool heavy;      /* calls that leave no register alone */
		uint32_t clobbers;
	} loop[MAX_LABELS];
};
extern struct about about;
void analyse(const struct word *self);
bool is_last_act(int i);

/* Where an item of the data or return stack is. */
enum {
	V_CONST, /* value v */
	V_REG,   /* register + v */
	V_FLAG,  /* the outcome of comparing reg with reg2, or with v */
	V_MEM    /* its cell on the data stack, or its slot of the frame */
};
enum {
	NO_REG = 255
};
struct item {
	uint8_t kind, reg, reg2, cond; /* reg2 NO_REG: compare with v */
	uint8_t clean, fixed; /* memory holds the same; a loop's limit */
	cell v;
};

/* stack.c: all items at this point of the code being generated */
struct place {
	cell base; /* position of vs[0]; deeper items are in memory */
	cell dsp;  /* number of cells below where DSP points */
	int vn, rn;
	struct item vs[MAX_WINDOW], rs[MAX_RETURN];
};
extern struct place at;
extern int frame;         /* cells of the return stack frame */
extern bool frame_wanted; /* a slot was needed and there was no frame */
extern uint32_t touched;  /* registers written by this definition */
extern uint32_t busy;     /* registers given out to the operation at work */
extern struct item opn[]; /* the items it has popped */
extern int nopn;
void stack_begin(void);
void done(void);
struct item *pop_item(void);
struct item *operand(struct item it);
void push_item(struct item it);
struct item item_reg(cell r);
struct item item_const(cell v);
uint32_t mask_of(const struct item *it);
int holders(cell r);
uint32_t held_by(const struct place *p);
uint32_t held_by_operands(void);
void copy_place(struct place *to, const struct place *from);
cell pool_outside(uint32_t m);
int count_free(uint32_t m);
void reserve(int n);
bool spill_one(const struct place *p, int keep, bool any);
cell slot(cell pos);
cell alloc(void);
cell spare(void);
cell in_reg(struct item *it);
cell peek_reg(const struct item *it);
void compare(cell d, const struct item *it);
bool dying(cell r);
void load_const(cell r, cell v);
void add_const(cell d, cell r, cell v);
void shuffle(int in, const char *out);
void ensure(int n);
void flush_data(void);
void flush_deepest(void);
void to_slot(int pos);
void dsp_to(cell p);
void flush_return(bool constants);
void return_push(struct item it, bool limit);
struct item return_get(cell pos);

static inline uint32_t
bit(cell r)
{
	return (uint32_t)1 << r;
}

/* moves.c */
void pass_arguments(uint32_t m, int args);
void canonical(uint32_t avoid);
void become(const struct place *to);

/* flow.c */
extern bool dead;       /* control does not get here */
extern bool far_only;   /* a short forward branch was too short, */
extern bool far_wanted; /* as was found out now */
extern int now;         /* the record at work */
void flow_begin(void);
void meet(int l);
void branch(int op, cell a, cell b, int l);
void jump(int l);
int opposite(int cond);
void branch_on(struct item *f, bool sense, int l);
void conditional(bool sense, int l);
void place_label(int l);
void destination(const struct ir *i);

/* operate.c */
void alu1(int op);
void alu2(int op);
void compare_items(int cond);
void load(int op);
void store(int op);

/* generate.c */
extern bool called;
void call_c(const void *fn);
void into_memory(void);
void generate(struct word *w, bool by_registers);
#endif
