/* learn.c - learn an ISA's encodings from llvm-mc, prove them: disco port. */
/* SPDX-License-Identifier: 0BSD */
/* Of every row one base sample is assembled, and one sample for each bit of
 * each operand; what a bit changes is the XOR of its sample and the base. That
 * this is all there is to an encoding is then proved with random operands. */
#include "learn.h"
#include <errno.h>
#include <getopt.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	SHOWN = 3, /* mismatches printed for one row */
	TUPLES = 1000,
	SEED = 1275,
};

/* learning ----------------------------------------------------------------- */

/* Every register exists, what must not be 0 isn't, and the row's constraints
 * hold. */
static bool
legal(const struct spec *s, const struct row *r, const struct tuple *t)
{
	int a = row_operand(r, 'a'), b = row_operand(r, 'b');

	for (int i = 0; i < 3; i++)
		if (row_has_reg(r, i)
				? t->raw[i] >= s->nregs || !s->reg[t->raw[i]]
				: r->o[i].rel == REL_POSITIVE && !t->raw[i])
			return false;
	return !(r->ties & D_NOT_A && a > 0 && t->raw[0] == t->raw[a]) &&
	       !(r->ties & D_NOT_B && b > 0 && t->raw[0] == t->raw[b]);
}

static bool
flips_legal(const struct spec *s, const struct row *r, struct tuple *t)
{
	bool good = legal(s, r, t);

	for (int i = 0; i < 3; i++)
		for (unsigned k = 0; k < r->o[i].nbits && good; k++) {
			t->raw[i] ^= 1ull << k;
			good = legal(s, r, t);
			t->raw[i] ^= 1ull << k;
		}
	return good;
}

/* Registers such that this tuple and all that differ from it in one bit can be
 * assembled; immediates are 0, or 3 where they must not be 0. */
static bool
pick_base(const struct spec *s, const struct row *r, struct tuple *t)
{
	unsigned n = s->nregs;

	for (unsigned try = 0; try < n * n * n; try++) {
		unsigned left = try;

		for (int i = 0; i < 3; i++, left /= n)
			t->raw[i] = row_has_reg(r, i)             ? left % n
				    : r->o[i].rel == REL_POSITIVE ? 3
								  : 0;
		if (flips_legal(s, r, t))
			return true;
	}
	return spec_fault(
		s, r->line, "no registers to learn `%s` from", r->name);
}

static void
put_flips(struct batch *b, const struct spec *s, const struct row *r,
	struct tuple *t)
{
	batch_put(b, s, r, t);
	for (int i = 0; i < 3; i++)
		for (unsigned k = 0; k < r->o[i].nbits; k++) {
			t->raw[i] ^= 1ull << k;
			batch_put(b, s, r, t);
			t->raw[i] ^= 1ull << k;
		}
}

static void
xor_into(uint8_t *to, const uint8_t *from, size_t n)
{
	while (n--)
		*to++ ^= *from++;
}

/* A new mask from the sample with bit k of operand i the other way round. */
static bool
learn_bit(
	struct batch *b, const struct spec *s, struct row *r, int i, unsigned k)
{
	size_t len;
	const uint8_t *code = batch_next(b, &len);

	if (len != r->len)
		return spec_fault(s, r->line,
			"bit %u of `%c` changes the"
			" length of `%s`: %u bytes, %zu bytes",
			k, r->operands[i], r->name, r->len, len);
	if (!memcmp(r->base, code, len))
		return spec_fault(s, r->line,
			"bit %u of `%c` does not change"
			" the code of `%s`",
			k, r->operands[i], r->name);
	memcpy(r->mask[i][k], code, len);
	xor_into(r->mask[i][k], r->base, len);
	return true;
}

/* Take the samples of put_flips, in its order. The base becomes the encoding
 * in which every operand is zero. */
static bool
learn_row(struct batch *b, const struct spec *s, struct row *r,
	const struct tuple *t)
{
	size_t len;
	const uint8_t *code = batch_next(b, &len);
	bool good = true;

	if (len > CODE_MAX)
		return spec_fault(s, r->line, "`%s` is %zu bytes, more than %d",
			r->name, len, CODE_MAX);
	r->len = (uint8_t)len;
	memcpy(r->base, code, len);
	for (int i = 0; i < 3; i++)
		for (unsigned k = 0; k < r->o[i].nbits && good; k++)
			good = learn_bit(b, s, r, i, k);
	for (int i = 0; i < 3; i++)
		for (unsigned k = 0; k < r->o[i].nbits; k++)
			if (t->raw[i] >> k & 1)
				xor_into(r->base, r->mask[i][k], len);
	return good;
}

bool
learn(struct spec *s)
{
	struct tuple base[ROWS_MAX];
	struct batch b;
	bool good = true;

	batch_open(&b);
	for (unsigned i = 0; i < s->nrows; i++)
		if (pick_base(s, &s->row[i], &base[i]))
			put_flips(&b, s, &s->row[i], &base[i]);
		else
			good = false;
	good = good && batch_assemble(&b, s);
	for (unsigned i = 0; i < s->nrows && good; i++)
		good = learn_row(&b, s, &s->row[i], &base[i]);
	batch_close(&b);
	return good;
}

/* proof -------------------------------------------------------------------- */

/* splitmix64 (Steele, Lea, Flood, OOPSLA 2014) */
static uint64_t
next_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

/* Uniform in length, both signs; tuples 0 to 3 are the extremes. */
static uint64_t
random_imm(const struct operand *o, uint64_t *state, unsigned tuple)
{
	uint64_t all = ~0ull >> (64 - o->nbits), top = all ^ all >> 1;
	const uint64_t extreme[4] = {0, all, top, all >> 1};
	uint64_t v = next_random(state), how = next_random(state);
	unsigned length = (unsigned)(how >> 1) % (o->nbits + 1u);

	v = length ? v >> (64 - length) : 0;
	v = (how & 1 && o->is_signed ? ~v : v) & all;
	if (tuple < 4)
		v = extreme[tuple];
	return v ? v : o->rel == REL_POSITIVE;
}

/* From the pool, dsp, and rp unless the row's own text names rp. */
static uint64_t
random_reg(const struct spec *s, const struct row *r, uint64_t *state)
{
	bool rp = s->rp != NO_REG && !strstr(r->text, s->reg[s->rp]);
	unsigned n = (unsigned)(next_random(state) % (s->npool + 1u + rp));

	return n < s->npool ? s->pool[n] : n == s->npool ? s->dsp : s->rp;
}

static struct tuple
random_tuple(const struct spec *s, const struct row *r, uint64_t *state,
	unsigned number)
{
	struct tuple t = {{0}};

	do
		for (int i = 0; i < 3; i++)
			if (row_has_reg(r, i))
				t.raw[i] = random_reg(s, r, state);
			else if (r->o[i].nbits)
				t.raw[i] = random_imm(&r->o[i], state, number);
	while (!legal(s, r, &t));
	return t;
}

void
encode(const struct row *r, const struct tuple *t, uint8_t *code)
{
	memcpy(code, r->base, r->len);
	for (int i = 0; i < 3; i++)
		for (unsigned k = 0; k < r->o[i].nbits; k++)
			if (t->raw[i] >> k & 1)
				xor_into(code, r->mask[i][k], r->len);
}

static void
put_hex(const char *what, const uint8_t *code, size_t len)
{
	fputs(what, stderr);
	for (size_t i = 0; i < len; i++)
		fprintf(stderr, " %02x", code[i]);
}

static void
show_mismatch(const struct spec *s, const struct row *r, const struct tuple *t,
	const uint8_t *said, size_t len)
{
	uint8_t code[CODE_MAX];

	encode(r, t, code);
	fprintf(stderr, "%s:%d: %s", s->path, r->line, r->name);
	for (int i = 0; r->operands[i]; i++)
		if (row_has_reg(r, i))
			fprintf(stderr, " %c=%s", r->operands[i],
				s->reg[t->raw[i]]);
		else if (r->o[i].nbits)
			fprintf(stderr, " %c=%lld", r->operands[i],
				(long long)operand_value(&r->o[i], t->raw[i]));
	put_hex(": learned", code, r->len);
	put_hex(", llvm-mc says", said, len);
	fputc('\n', stderr);
}

/* A row without operands has one tuple. */
static unsigned
tuples_of(const struct row *r, unsigned tuples)
{
	return r->o[0].nbits ? tuples : 1;
}

static unsigned
compare_row(struct batch *b, const struct spec *s, const struct row *r,
	unsigned tuples, uint64_t *state)
{
	unsigned bad = 0, n = tuples_of(r, tuples);

	for (unsigned i = 0; i < n; i++) {
		struct tuple t = random_tuple(s, r, state, i);
		uint8_t code[CODE_MAX];
		size_t len;
		const uint8_t *said = batch_next(b, &len);

		encode(r, &t, code);
		if (len == r->len && !memcmp(code, said, len))
			continue;
		if (bad++ < SHOWN)
			show_mismatch(s, r, &t, said, len);
	}
	if (bad)
		spec_fault(s, r->line, "`%s`: %u of %u tuples differ", r->name,
			bad, n);
	return bad;
}

static unsigned
operations(const struct spec *s)
{
	bool has[OP_COUNT] = {false};
	unsigned count = 0;

	for (unsigned i = 0; i < s->nrows; i++) {
		count += !has[s->row[i].id];
		has[s->row[i].id] = true;
	}
	return count;
}

bool
prove(const struct spec *s, unsigned tuples, uint64_t seed)
{
	struct batch b;
	uint64_t state = seed;
	const struct row *end = s->row + s->nrows;
	unsigned bad = 0;
	bool good;

	batch_open(&b);
	for (const struct row *r = s->row; r < end; r++)
		for (unsigned i = 0; i < tuples_of(r, tuples); i++) {
			struct tuple t = random_tuple(s, r, &state, i);

			batch_put(&b, s, r, &t);
		}
	good = batch_assemble(&b, s);
	state = seed; /* the same tuples again */
	for (const struct row *r = s->row; r < end && good; r++)
		bad += compare_row(&b, s, r, tuples, &state);
	batch_close(&b);
	if (good)
		fprintf(stderr,
			"%s: %u rows of %u of %d operations, %u tuples a row,"
			" seed %llu: %u mismatches\n",
			s->isa, s->nrows, operations(s), OP_COUNT, tuples,
			(unsigned long long)seed, bad);
	return good && !bad;
}

/* disco port --------------------------------------------------------------- */

static bool
study(const char *path, const char *output, unsigned tuples, uint64_t seed)
{
	struct spec *s = must(calloc(1, sizeof *s));
	bool good;
	FILE *out;

	s->path = path;
	good = spec_read(s) && learn(s) && prove(s, tuples, seed);
	if (good && output) {
		out = fopen(output, "w");
		if (!out)
			die(EXIT_FAILED, "%s: %s", output, strerror(errno));
		good = put_table(out, s);
		if (fclose(out) || !good) {
			unlink(output);
			die(EXIT_FAILED, "%s is not written", output);
		}
	}
	spec_free(s);
	free(s);
	return good;
}

/* port/<isa>/ops of the tree we stand in, or of the one disco was built in. */
static char *
ops_path(const char *isa)
{
	char *path = string("port/%s/ops", isa), *up;

	if (access("port", F_OK)) {
		up = string("../%s", path);
		free(path);
		path = beside(up);
		free(up);
	}
	return path;
}

static int
check(char **isas, int count, unsigned tuples, uint64_t seed)
{
	char *all = ops_path("*");
	glob_t found = {0};
	bool good = true;

	for (int i = 0; i < count; i++) {
		char *path = ops_path(isas[i]);

		good = study(path, NULL, tuples, seed) && good;
		free(path);
	}
	if (!count && glob(all, 0, NULL, &found))
		die(EXIT_FAILED, "no file is %s", all);
	for (size_t i = 0; i < found.gl_pathc; i++)
		good = study(found.gl_pathv[i], NULL, tuples, seed) && good;
	globfree(&found);
	free(all);
	return good ? EXIT_OK : EXIT_FAILED;
}

static int
learn_to(const char *isa, const char *output, unsigned tuples, uint64_t seed)
{
	char *path = ops_path(isa);
	bool good = study(path, output, tuples, seed);

	free(path);
	return good ? EXIT_OK : EXIT_FAILED;
}

static const char usage[] =
	"examples:\n"
	"   disco port check                 prove every port/*/ops\n"
	"   disco port check aarch64 --seed 7 --tuples 10000\n"
	"   disco port learn x86_64 -o out/x86_64/ops.c\n"
	"   disco port new mips64            the files of a port to write\n"
	"\n"
	"check [ISA...]     compare what was learned with llvm-mc: exit 1 if\n"
	"                   1 of 1000 random operand tuples of a row differs\n"
	"learn ISA -o FILE  check, then write the table as C\n"
	"new ISA            make port/ISA: five files that say what they owe\n"
	"--seed N           of the random operands, 1275 if not given\n"
	"--tuples N         how many for each row\n";

static int
misuse(const char *what)
{
	say("port: %s; see disco port --help", what);
	return EXIT_USAGE;
}

int
cmd_port(int argc, char **argv)
{
	static const struct option options[] = {
		{"output", required_argument, NULL, 'o'},
		{"seed", required_argument, NULL, 's'},
		{"tuples", required_argument, NULL, 't'},
		{"help", no_argument, NULL, 'h'},
		{NULL, 0, NULL, 0},
	};
	uint64_t seed = SEED, tuples = TUPLES;
	const char *output = NULL, *what;
	int option;

	optind = 0;
	while ((option = getopt_long(argc, argv, "o:h", options, NULL)) >= 0)
		switch (option) {
		case 'o': output = optarg; break;
		case 's':
			if (!number(optarg, &seed))
				return misuse("--seed wants a number");
			break;
		case 't':
			if (!number(optarg, &tuples) || tuples > 1000000)
				return misuse("--tuples wants a number");
			break;
		case 'h': fputs(usage, stdout); return EXIT_OK;
		default: return misuse("bad option");
		}
	argc -= optind;
	argv += optind;
	what = argc ? argv[0] : "";
	if (!strcmp(what, "check"))
		return check(argv + 1, argc - 1, (unsigned)tuples, seed);
	if (!strcmp(what, "learn") && argc == 2 && output)
		return learn_to(argv[1], output, (unsigned)tuples, seed);
	if (!strcmp(what, "new") && argc == 2)
		return port_new(argv[1]) ? EXIT_OK : EXIT_FAILED;
	return misuse("it is check [ISA...], learn ISA -o FILE or new ISA");
}
