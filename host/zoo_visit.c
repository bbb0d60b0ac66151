/* zoo_visit.c - one run of one machine, judged, in a process of its own. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Beside the two time-outs of a run: for its start, and for judging it. */
static const double grace_s = 60;

/* The prompt must answer what only a working one can. */
static bool
prompt_answers(struct run *r)
{
	static const char ask[] =
		": zoo-sum  0 swap 1+ 1 ?do  i i * +  loop ;  99 zoo-sum .";
	struct buf text = {0};
	enum answer a;

	buf_add(&text, "", 0);
	a = link_line(&r->link, ask, &text, now_s() + r->timeout_s);
	bool good = a == ANSWER_ACK && strstr(text.p, "328350");
	buf_free(&text);
	return good;
}

/* The emulator was ended by a signal that we did not send. Its sockets close
 * a little earlier than it ends. */
static bool
aborted(const struct vm *vm, int status)
{
	siginfo_t info = {0};

	for (int i = 0; i < 50 && vm->pid > 0 && !info.si_pid; i++) {
		if (waitid(P_PID, (id_t)vm->pid, &info,
			    WEXITED | WNOHANG | WNOWAIT) < 0)
			return false;
		if (status != EXIT_FAILED)
			break;
		usleep(info.si_pid ? 0 : 10000);
	}
	return info.si_pid && info.si_code != CLD_EXITED;
}

static void
print_sections(struct buf *b, const struct sections *s, const struct things *th)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->v[i].kind, "ram"))
			buf_print(b, "%llx %llx %s %s\n",
				(unsigned long long)s->v[i].first,
				(unsigned long long)s->v[i].last, s->v[i].kind,
				s->v[i].thing < 0 ? ""
						  : th->v[s->v[i].thing].type);
}

/* Two machines with the same sections, types and PCI functions are one map,
 * whatever the size of their RAM. */
static json_t *
fingerprint(const struct truth *t, const struct things *th)
{
	uint64_t h = 1469598103934665603ULL; /* FNV-1a */
	struct buf b = {0};
	char text[24];

	print_sections(&b, &t->memory, th);
	print_sections(&b, &t->io, th);
	for (size_t i = 0; i < th->n; i++)
		buf_print(&b, "%s", th->v[i].pci_id);
	for (size_t i = 0; i < b.len; i++)
		h = (h ^ (unsigned char)b.p[i]) * 1099511628211ULL;
	buf_free(&b);
	snprintf(text, sizeof text, "%016llx", (unsigned long long)h);
	return json_string(text);
}

/* DIR/ISA-MACHINE-SIZE-MODE.svg */
static void
draw(const struct opts *o, const struct truth *t, const struct things *th,
	const json_t *map)
{
	const char *mode = o->blind == BLIND_PURE ? "blind" : "priors";
	const char *size = o->memory ? o->memory : "default";
	char *path = string(
		"%s/%s-%s-%s-%s.svg", o->svg, o->isa, o->machine, size, mode);
	char *title = string("%s %s, RAM %s, %s", o->isa, o->machine, size,
		o->blind == BLIND_PURE ? "blind" : "with priors");

	if (!svg_write(path, title, t, th, map))
		say("cannot write %s: %s", path, strerror(errno));
	free(path);
	free(title);
}

/* One run with all that is needed to judge it. */
struct trial {
	struct run run;
	struct audit *audit; /* or NULL */
	struct truth truth;
	struct things things;
	struct state *state;  /* or NULL */
	unsigned char *flags; /* of each thing */
	json_t *map, *out;
};

static void
judge(struct trial *y, const struct opts *o)
{
	struct run *r = &y->run;
	json_t *out = y->out;

	y->map = json_loads(r->json.p, 0, NULL);
	json_object_set_new(out, "prompt", json_boolean(prompt_answers(r)));
	if (!y->map) {
		json_object_set_new(out, "status", json_integer(EXIT_FAILED));
		say("the map is not JSON");
		return;
	}
	truth_read(&y->truth, &r->vm);
	y->things = things_of(&y->truth);
	json_object_set_new(
		out, "fingerprint", fingerprint(&y->truth, &y->things));
	json_object_set_new(out, "memory", verdict(&y->truth, y->map));
	json_object_set_new(
		out, "devices", score(&y->truth, &y->things, y->map));
	json_object_set_new(
		out, "space", space_score(&y->truth, &y->things, y->map));
	json_object_set_new(out, "map", y->map);
	if (y->audit && o->svg)
		draw(o, &y->truth, &y->things, y->map);
	y->flags = things_known(&y->truth, &y->things, y->map);
	if (y->audit)
		y->state = state_after(&r->vm, &y->truth, &y->things, y->flags);
}

/* The machine has ended: what did it do to its devices? */
static void
judge_harm(struct trial *y, const struct opts *o)
{
	struct vm twin;

	audit_wait(y->audit);
	if (y->map)
		json_object_set_new(y->out, "audit",
			audit_judge(y->audit, &y->truth, &y->things, y->flags));
	audit_free(y->audit);
	if (!y->state)
		return;
	boot(&twin, o);
	state_before(y->state, &twin);
	vm_stop(&twin);
	json_object_set_new(
		y->out, "state", state_judge(y->state, &y->things, y->flags));
	state_free(y->state);
}

/* The child's whole life. */
static json_t *
run_and_judge(const struct opts *o, bool audited)
{
	double start = now_s();
	struct trial y = {.out = json_object()};
	struct opts here = *o;
	int status;

	if (audited) {
		y.audit = audit_start(&here.trace);
		here.errors = true;
	}
	status = run_to_map(&y.run, &here);
	json_object_set_new(y.out, "status", json_integer(status));
	json_object_set_new(y.out, "emulator_aborts",
		json_integer(aborted(&y.run.vm, status)));
	if (status == EXIT_OK)
		judge(&y, o);
	json_object_set_new(y.out, "resets", json_integer(y.run.vm.reset));
	run_end(&y.run);
	if (y.audit)
		judge_harm(&y, o);
	free(y.flags);
	things_free(&y.things);
	truth_free(&y.truth);
	json_object_set_new(y.out, "seconds", json_real(now_s() - start));
	return y.out;
}

static noreturn void
child(const struct opts *o, bool audited, pid_t parent, int result, int words)
{
	json_t *out;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(EXIT_FAILED);
	dup2(words, STDERR_FILENO);
	out = run_and_judge(o, audited);
	json_dumpfd(out, result, JSON_COMPACT);
	exit(EXIT_OK);
}

/* True when it has ended by itself in time. */
static bool
ended(pid_t pid, double deadline)
{
	int status;

	while (waitpid(pid, &status, WNOHANG) == 0) {
		if (now_s() >= deadline) {
			kill(pid, SIGKILL);
			waitpid(pid, &status, 0);
			return false;
		}
		usleep(20000);
	}
	return true;
}

struct buf
take_file(int fd)
{
	struct buf b = {0};
	char block[16384];
	off_t at = 0;
	ssize_t n;

	buf_add(&b, "", 0);
	while ((n = pread(fd, block, sizeof block, at)) > 0) {
		buf_add(&b, block, (size_t)n);
		at += n;
	}
	close(fd);
	return b;
}

/* What was said, in one line, without the first `disco: `. */
static const char *
first_words(struct buf *words)
{
	char *line = words->p, *to = line;

	line += strncmp(line, "disco: ", 7) ? 0 : 7;
	for (const char *from = line; *from; from++)
		if ((unsigned char)*from > ' ')
			*to++ = *from;
		else if (to != words->p && to[-1] != ' ')
			*to++ = ' ';
	*to = 0;
	if (to - words->p > 200)
		words->p[200] = 0;
	return *words->p ? words->p : "it said nothing";
}

json_t *
visit(const struct opts *o, bool audited)
{
	int result = memory_file("", 0), words = memory_file("", 0);
	double deadline = now_s() + 2 * o->timeout_s + grace_s;
	pid_t parent = getpid(), pid;
	struct buf said, text;
	json_t *out;
	bool in_time;

	fflush(NULL);
	pid = fork();
	if (pid < 0)
		die(EXIT_FAILED, "cannot fork: %s", strerror(errno));
	if (pid == 0)
		child(o, audited, parent, result, words);
	in_time = ended(pid, deadline);
	text = take_file(result);
	said = take_file(words);
	out = json_loads(text.p, 0, NULL);
	if (!out)
		out = json_pack("{s:i}", "status",
			in_time ? EXIT_FAILED : EXIT_TIMEOUT);
	if (json_integer_value(json_object_get(out, "status")))
		json_object_set_new(out, "reason",
			json_string(in_time ? first_words(&said)
					    : "it hung and was ended"));
	buf_free(&text);
	buf_free(&said);
	return out;
}
