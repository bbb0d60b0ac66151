/* zoo_audit.c - every device access of a run, from the emulator's own trace. */
/* SPDX-License-Identifier: 0BSD */
#include "zoo.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	NAMES_MAX = 1024,
	LINE_MAX_BYTES = 512
};

struct audit {
	int in;  /* our end of the pipe */
	int out; /* the emulator's, -1 when we have closed our copy */
	char path[24];
	pthread_t thread;
	char *names[NAMES_MAX]; /* of regions, interned */
	unsigned name_count;
	struct spot *v; /* a hash table with open addressing */
	size_t n, cap;
	struct audit_counts c;
	json_t *messages;
};

/* Names are few: a linear search, the last one first. */
static unsigned
intern(struct audit *a, const char *name, size_t n)
{
	for (unsigned i = a->name_count; i-- > 0;)
		if (!strncmp(a->names[i], name, n) && !a->names[i][n])
			return i;
	if (a->name_count == NAMES_MAX)
		return NAMES_MAX - 1;
	a->names[a->name_count] = string("%.*s", (int)n, name);
	return a->name_count++;
}

static size_t
slot_of(const struct audit *a, unsigned name, uint64_t address)
{
	uint64_t h = (address * 0x9e3779b97f4a7c15ULL) ^ (name * 0x85ebca6bULL);
	size_t i = (size_t)(h >> 20) & (a->cap - 1);

	while (a->v[i].used &&
		(a->v[i].name != name || a->v[i].address != address))
		i = (i + 1) & (a->cap - 1);
	return i;
}

static void
grow(struct audit *a)
{
	struct spot *old = a->v;
	size_t cap = a->cap;

	a->cap = cap ? cap * 2 : 4096;
	a->v = must(calloc(a->cap, sizeof *a->v));
	for (size_t i = 0; i < cap; i++)
		if (old[i].used)
			a->v[slot_of(a, old[i].name, old[i].address)] = old[i];
	free(old);
}

static struct spot *
spot(struct audit *a, unsigned name, uint64_t address)
{
	size_t i;

	if (a->n * 2 >= a->cap)
		grow(a);
	i = slot_of(a, name, address);
	if (!a->v[i].used) {
		a->v[i] = (struct spot){
			.used = true, .name = name, .address = address};
		a->n++;
	}
	return &a->v[i];
}

static void
note_read(struct audit *a, struct spot *s, uint64_t value, unsigned size)
{
	a->c.reads++;
	s->reads++;
	s->narrow += size < 4;
	if (!s->writes) {
		s->before = value;
		s->before_known = true;
	} else {
		s->after = value;
		s->after_known = true;
	}
}

static void
note_write(struct audit *a, struct spot *s, uint64_t value)
{
	a->c.writes++;
	s->writes++;
	s->last = value;
	s->after_known = false;
}

/* memory_region_ops_read cpu 0 mr 0x55.. addr 0x90.. value 0x0 size 4 name 'x'
 * where cpu -1 is not the guest. */
static void
take_access(struct audit *a, const char *line, bool is_write)
{
	const char *name = strstr(line, " name '");
	unsigned long long address, value;
	unsigned size;
	struct spot *s;
	int cpu;

	if (!name || sscanf(line,
			     "%*s cpu %d mr %*s addr %llx value %llx size"
			     " %u",
			     &cpu, &address, &value, &size) != 4)
		a->c.unparsed++;
	else if (cpu >= 0) {
		name += 7;
		s = spot(a, intern(a, name, strcspn(name, "'")), address);
		if (is_write)
			note_write(a, s, value);
		else
			note_read(a, s, value, size);
	}
}

/* Invalid read at addr 0x48, size 4, region '(null)', reason: rejected
 * where no region: nothing is there. */
static void
take_invalid(struct audit *a, const char *line)
{
	bool is_write = !strncmp(line, "Invalid write", 13);
	bool nothing = strstr(line, "region '(null)'") != NULL;

	if (nothing && is_write)
		a->c.void_writes++;
	else if (nothing)
		a->c.void_reads++;
	else if (strstr(line, "invalid size"))
		a->c.wrong_size++;
	else
		a->c.rejected++;
}

/* Any other message is counted under what it begins with. */
static void
take_message(struct audit *a, const char *line)
{
	const char *next = strstr(line, "memory_region_ops_");
	char key[48];
	size_t n = strcspn(line, ":(\n");
	json_t *old;

	n = next && next < line + n ? (size_t)(next - line) : n;
	if (!strncmp(line, "fw_cfg_", 7)) {
		a->c.fw_cfg += !strncmp(line, "fw_cfg_read", 11) ||
			       !strncmp(line, "fw_cfg_dma", 10);
		return;
	}
	snprintf(key, sizeof key, "%.*s", (int)(n < 47 ? n : 47), line);
	old = json_object_get(a->messages, key);
	if (old)
		json_integer_set(old, json_integer_value(old) + 1);
	else if (json_object_size(a->messages) < 64)
		json_object_set_new(a->messages, key, json_integer(1));
	a->c.messages++;
}

void
audit_line(struct audit *a, const char *line)
{
	if (!strncmp(line, "memory_region_ops_read ", 23))
		take_access(a, line, false);
	else if (!strncmp(line, "memory_region_ops_write ", 24))
		take_access(a, line, true);
	else if (!strncmp(line, "Invalid ", 8))
		take_invalid(a, line);
	else if (*line)
		take_message(a, line);
	/* some messages of devices do not end their line */
	line = *line ? strstr(line + 1, "memory_region_ops_") : NULL;
	if (line)
		audit_line(a, line);
}

static void *
listen_to(void *audit)
{
	struct audit *a = audit;
	FILE *f = fdopen(a->in, "r");
	char line[LINE_MAX_BYTES];

	while (f && fgets(line, sizeof line, f)) {
		line[strcspn(line, "\n")] = 0;
		audit_line(a, line);
	}
	if (f)
		fclose(f);
	return NULL;
}

struct audit *
audit_new(void)
{
	struct audit *a = must(calloc(1, sizeof *a));

	a->in = a->out = -1;
	a->messages = json_object();
	return a;
}

struct audit *
audit_start(const char **path)
{
	struct audit *a = audit_new();
	int fd[2];

	/* the emulator inherits fd[1], which is why it is not closed on exec */
	if (pipe(fd) < 0 || fcntl(fd[0], F_SETFD, FD_CLOEXEC) < 0)
		die(EXIT_FAILED, "no pipe: %s", strerror(errno));
	a->in = fd[0];
	a->out = fd[1];
	snprintf(a->path, sizeof a->path, "/dev/fd/%d", a->out);
	*path = a->path;
	if (pthread_create(&a->thread, NULL, listen_to, a))
		die(EXIT_FAILED, "no thread for the audit");
	return a;
}

void
audit_started(struct audit *a)
{
	close(a->out);
	a->out = -1;
}

void
audit_wait(struct audit *a)
{
	if (a->out >= 0)
		audit_started(a);
	pthread_join(a->thread, NULL);
}

void
audit_free(struct audit *a)
{
	for (unsigned i = 0; i < a->name_count; i++)
		free(a->names[i]);
	free(a->v);
	json_decref(a->messages);
	free(a);
}

const struct spot *
audit_spots(const struct audit *a, size_t *n)
{
	*n = a->cap;
	return a->v;
}

const char *
audit_name(const struct audit *a, const struct spot *s)
{
	return a->names[s->name];
}

const struct audit_counts *
audit_counts(const struct audit *a)
{
	return &a->c;
}

const json_t *
audit_messages(const struct audit *a)
{
	return a->messages;
}
