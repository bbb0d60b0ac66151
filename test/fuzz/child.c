/* child.c - the systems that are compared, each a process that lives long. */
/* SPDX-License-Identifier: 0BSD */
#include "fuzz.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	MOST_LINE = 960, /* less than the node takes, and it has a margin */
	HOST_S = 10,
	EMULATED_S = 100
};
struct child children[MOST_CHILDREN];
int nchildren, patience_s;
static const char *dir, *prelude;

double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void
fail(const char *what)
{
	fprintf(stderr, "differ: %s: %s\n", what, strerror(errno));
	children_stop();
	exit(2);
}

/* The bits of an ISA's cell, as its ops file says: "isa NAME 4". */
static unsigned
bits_of(const char *isa)
{
	char path[80];
	unsigned cell = 8;

	snprintf(path, sizeof path, "port/%s/ops", isa);
	FILE *f = fopen(path, "r");
	if (!f) {
		fprintf(stderr, "differ: no system %s\n", isa);
		exit(2);
	}
	while (fgets(path, sizeof path, f) &&
		sscanf(path, "isa %*s %u", &cell) != 1)
		;
	fclose(f);
	return 8 * cell;
}

/* The node under its emulator, with its optimiser or, ISA-off, without. */
static void
add_isa(struct child *c, const char *name)
{
	int n = (int)strlen(name);

	c->off = n > 4 && !strcmp(name + n - 4, "-off");
	snprintf(c->command, sizeof c->command,
		"out/disco talk %.*s --timeout %d -", n - 4 * c->off, name,
		EMULATED_S);
	snprintf(c->name, sizeof c->name, "%.*s", n - 4 * c->off, name);
	unsigned bits = bits_of(c->name);
	snprintf(c->name, sizeof c->name, "%s", name);
	if (nchildren && bits != cell_bits) {
		fprintf(stderr, "differ: cells of %u and of %u bits\n",
			cell_bits, bits);
		exit(2);
	}
	cell_bits = bits;
}

/* on and off: the node on this machine, optimising or not; gforth; asan, gcc:
 * its other builds; NAME=COMMAND; ISA, ISA-off. */
bool
child_add(const char *name)
{
	struct child *c = &children[nchildren];
	const char *eq = strchr(name, '=');

	if (nchildren == MOST_CHILDREN)
		return false;
	snprintf(c->name, sizeof c->name, "%.*s",
		(int)(eq ? (size_t)(eq - name) : strlen(name)), name);
	c->forth = !strcmp(c->name, "gforth");
	if (eq)
		snprintf(c->command, sizeof c->command, "%s", eq + 1);
	else if (c->forth)
		snprintf(c->command, sizeof c->command,
			"gforth test/fuzz/gforth.fs");
	else if (!strcmp(name, "on") || !strcmp(name, "off"))
		snprintf(c->command, sizeof c->command, "out/host/discovery");
	else if (!strcmp(name, "asan") || !strcmp(name, "gcc"))
		snprintf(c->command, sizeof c->command, "out/host-%s/discovery",
			name);
	else
		add_isa(c, name);
	c->off |= !strcmp(c->name, "off");
	c->to = c->from = -1;
	nchildren++;
	return true;
}

/* Append to what the child is to read. */
static void
put(struct child *c, const char *text, size_t n)
{
	if (c->nin + n > c->roomin) {
		c->roomin = 2 * (c->nin + n);
		c->in = realloc(c->in, c->roomin);
		if (!c->in)
			fail("memory");
	}
	memcpy(c->in + c->nin, text, n);
	c->nin += n;
}

static void
puts_to(struct child *c, const char *text)
{
	put(c, text, strlen(text));
}

/* disco must end its emulator before it ends. */
static bool
emulated(const struct child *c)
{
	return strstr(c->command, "disco talk");
}

static void
end(struct child *c)
{
	if (c->to >= 0)
		close(c->to);
	if (c->from >= 0)
		close(c->from);
	c->to = c->from = -1;
	if (c->pid > 0) {
		kill(c->pid, emulated(c) ? SIGTERM : SIGKILL);
		for (int i = 0; waitpid(c->pid, NULL, WNOHANG) == 0; i++) {
			if (i == 3000)
				kill(c->pid, SIGKILL);
			usleep(1000);
		}
	}
	c->pid = 0;
}

static void
begin_batch(struct child *c)
{
	c->nout = c->nin = c->atin = 0;
	c->busy = true;
	c->deadline_s = seconds() + patience_s;
}

static const char off_text[] =
	"[defined] optimise [if] optimise off [else]\n"
	"[defined] 'optimise [if] 0 'optimise ! [else] .( @ none=) [then]\n"
	"[then]\n";

/* Fork, and have the prelude read. */
static void
spawn(struct child *c)
{
	int to[2], from[2];

	if (pipe2(to, O_CLOEXEC) || pipe2(from, O_CLOEXEC))
		fail("pipe");
	c->pid = fork();
	if (c->pid < 0)
		fail("fork");
	if (c->pid == 0) {
		char line[600];
		snprintf(line, sizeof line, "exec %s", c->command);
		prctl(PR_SET_PDEATHSIG, emulated(c) ? SIGTERM : SIGKILL);
		dup2(to[0], 0);
		dup2(from[1], 1);
		dup2(from[1], 2);
		execl("/bin/sh", "sh", "-c", line, (char *)NULL);
		_exit(127);
	}
	close(to[0]);
	close(from[1]);
	c->to = to[1];
	c->from = from[0];
	fcntl(c->to, F_SETFL, O_NONBLOCK);
	fcntl(c->from, F_SETFL, O_NONBLOCK);
	begin_batch(c);
	if (!c->forth && !emulated(c))
		puts_to(c, "\005\n");
	if (c->off)
		puts_to(c, off_text);
	puts_to(c, prelude);
	puts_to(c, "done\n");
}

/* Move bytes; false: the child has ended. */
static bool
move(struct child *c, short events)
{
	if (events & POLLOUT) {
		ssize_t n = write(c->to, c->in + c->atin, c->nin - c->atin);
		if (n < 0 && errno != EAGAIN)
			return false;
		c->atin += n > 0 ? (size_t)n : 0;
	}
	if (events & (POLLIN | POLLHUP)) {
		if (c->nout + 65536 > c->roomout) {
			c->roomout = 2 * c->roomout + 131072;
			c->out = realloc(c->out, c->roomout);
			if (!c->out)
				fail("memory");
		}
		ssize_t n = read(c->from, c->out + c->nout, 65535);
		if (n == 0 || (n < 0 && errno != EAGAIN))
			return false;
		c->nout += n > 0 ? (size_t)n : 0;
		c->out[c->nout] = 0;
	}
	return !(events & POLLERR);
}

/* Wait for something to happen to the busy children; true: some still are.
 * over is told how each of them ended: 0 well, 'd' died, 'h' hung. */
static bool
turn(void (*over)(struct child *c, int how))
{
	struct pollfd p[2 * MOST_CHILDREN];
	bool busy = false;

	for (int i = 0; i < nchildren; i++) {
		struct child *c = &children[i];
		p[2 * i] = (struct pollfd){
			.fd = c->busy ? c->from : -1, .events = POLLIN};
		p[2 * i + 1] = (struct pollfd){.fd = -1, .events = POLLOUT};
		if (c->busy && c->atin < c->nin)
			p[2 * i + 1].fd = c->to;
		busy |= c->busy;
	}
	if (!busy)
		return false;
	poll(p, (nfds_t)(2 * nchildren), 500);
	for (int i = 0; i < nchildren; i++) {
		struct child *c = &children[i];
		if (!c->busy)
			continue;
		size_t seen = c->nout > 8 ? c->nout - 8 : 0;
		bool alive = move(c, p[2 * i].revents | p[2 * i + 1].revents);
		if (c->nout && strstr(c->out + seen, "@ done=")) {
			c->busy = false;
			over(c, 0);
		} else if (!alive || seconds() > c->deadline_s) {
			over(c, alive ? 'h' : 'd');
		}
	}
	return true;
}

static void
started(struct child *c, int how)
{
	if (how) {
		c->out[c->nout] = 0;
		fprintf(stderr, "differ: %s does not start: %.300s\n", c->name,
			c->nout ? c->out : "");
		children_stop();
		exit(2);
	}
}

static void
restart(struct child *c)
{
	if (c->pid)
		end(c);
	spawn(c);
	bool busy[MOST_CHILDREN];
	for (int i = 0; i < nchildren; i++) {
		busy[i] = children[i].busy;
		children[i].busy = &children[i] == c;
	}
	while (turn(started))
		;
	for (int i = 0; i < nchildren; i++)
		children[i].busy = busy[i];
}

void
children_start(const char *in_dir, const char *text)
{
	dir = in_dir;
	prelude = text;
	for (int i = 0; i < nchildren && !patience_s; i++)
		patience_s = emulated(&children[i]) ? EMULATED_S : 0;
	patience_s = patience_s ? patience_s : HOST_S;
	signal(SIGPIPE, SIG_IGN);
	for (int i = 0; i < nchildren; i++)
		spawn(&children[i]);
	while (turn(started))
		;
	for (int i = 0; i < nchildren; i++) {
		if (!strstr(children[i].out, "@ none="))
			continue;
		fprintf(stderr, "differ: no OPTIMISE here: the node without "
				"optimiser is not compared\n");
		end(&children[i]);
		children[i] = children[--nchildren];
		i--;
	}
}

void
children_stop(void)
{
	for (int i = 0; i < nchildren; i++)
		end(&children[i]);
}

static struct job *jobs;
static int njobs;
static bool loud;

/* A program in few lines: a machine on a serial line answers each of them,
 * which takes longer than to run it. Lines that begin with \ stay alone. */
static void
puts_packed(struct child *c, const char *text)
{
	size_t line = 0;

	for (const char *end; *text; text = end) {
		end = strchr(text, '\n');
		end = end ? end + 1 : text + strlen(text);
		size_t n = (size_t)(end - text);
		if (line && (line + n > MOST_LINE || *text == '\\')) {
			c->in[c->nin - 1] = '\n';
			line = 0;
		}
		put(c, text, n);
		line += n;
		if (*text == '\\')
			line = 0;
		else
			c->in[c->nin - 1] = ' ';
	}
	puts_to(c, "\n");
}

/* The jobs from c->first on, as text or as a file's name. */
static void
send(struct child *c)
{
	char name[300];
	FILE *f;

	begin_batch(c);
	puts_to(c, "marker forget-batch\n");
	puts_to(c, loud ? "1 loud !\n" : "0 loud !\n");
	c->last = c->first + c->step < njobs ? c->first + c->step : njobs;
	for (int i = c->first; i < c->last; i++)
		if (emulated(c))
			puts_packed(c, jobs[i].text);
		else
			puts_to(c, jobs[i].text);
	puts_to(c, "forget-batch\n");
	if (c->forth) {
		snprintf(name, sizeof name, "%s/gforth.fs", dir);
		if (!(f = fopen(name, "w")) ||
			fwrite(c->in, 1, c->nin, f) != c->nin || fclose(f))
			fail(name);
		c->nin = 0;
		snprintf(name, sizeof name, "s\" %s/gforth.fs\" included\n",
			dir);
		puts_to(c, name);
	}
	puts_to(c, "done\n");
}

static struct job *
job_of(unsigned index)
{
	for (int i = 0; i < njobs; i++)
		if (jobs[i].index == index)
			return &jobs[i];
	return NULL;
}

/* Find "@ INDEX ANSWER =" in what it printed. */
static void
read_answers(struct child *c)
{
	unsigned index;
	long long answer;
	int n;
	struct job *job;

	for (const char *p = c->out; p && (p = strstr(p, "@ ")); p++)
		if (n = 0,
			sscanf(p, "@ %u %lld =%n", &index, &answer, &n) == 2 &&
				n && (job = job_of(index)))
			snprintf(job->answer[c - children], MOST_ANSWER, "%lld",
				answer);
}

/* A text of several jobs has been run, or was the end of the system: then each
 * is run alone, since what it printed last may be lost. */
static void
ran(struct child *c, int how)
{
	int n = (int)(c - children);
	bool alone = c->last == c->first + 1;

	read_answers(c);
	c->busy = false;
	if (how && !alone) {
		for (int i = c->first; i < c->last; i++)
			jobs[i].answer[n][0] = 0;
		c->step = 1;
	} else {
		for (int i = c->first; i < c->last; i++)
			if (!jobs[i].answer[n][0])
				snprintf(jobs[i].answer[n], MOST_ANSWER,
					how == 'h'   ? "(hung)"
					: how == 'd' ? "(died)"
						     : "(nothing)");
		c->falls += how != 0;
		c->first = c->falls < MOST_FALLS ? c->last : njobs;
	}
	if (how && c->first < njobs)
		restart(c);
	else if (how)
		end(c);
	if (c->first < njobs)
		send(c);
}

/* Run the jobs on all systems side by side, and set their answers. */
void
children_run(struct job *the_jobs, int n, bool be_loud)
{
	jobs = the_jobs;
	njobs = n;
	loud = be_loud;
	for (int i = 0; i < n; i++)
		memset(jobs[i].answer, 0, sizeof jobs[i].answer);
	for (int i = 0; i < nchildren; i++)
		if (!children[i].pid)
			restart(&children[i]);
	for (int i = 0; i < nchildren; i++) {
		children[i].first = children[i].falls = 0;
		children[i].step = n;
		send(&children[i]);
	}
	while (turn(ran))
		;
}

/* What a system printed in the last run, without ACK and CR. */
const char *
child_said(int child, char *room, size_t bytes)
{
	size_t n = 0;
	struct child *c = &children[child];

	for (size_t i = 0; i < c->nout && n < bytes - 1; i++)
		if (c->out[i] == '\n' || (unsigned char)c->out[i] >= ' ')
			room[n++] = c->out[i];
	room[n] = 0;
	return room;
}

/* A system that fell too often in the batch has no answer, and no say. */
bool
differs(const struct job *job)
{
	const char *first = NULL;

	for (int i = 0; i < nchildren; i++) {
		const char *answer = job->answer[i];
		if (*answer == '(' ||
			(first && *answer && strcmp(answer, first)))
			return true;
		if (*answer && !first)
			first = answer;
	}
	return false;
}
