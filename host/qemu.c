/* qemu.c - one emulator: its life, QMP, qtest and its first serial line. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* How long the emulator may take for one answer on a busy machine. */
static const double patience_s = 60;

/* A connected pair: [0] is ours and closed in children, [1] the child's. TCP,
 * because some UARTs of QEMU write one byte at a time and drop what does not
 * fit: a Unix socket holds only 278 such bytes, TCP joins them. */
static void
channel(int pair[2])
{
	struct sockaddr_in here = {.sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof here;
	int door = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	pair[0] = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (door < 0 || pair[0] < 0 ||
		bind(door, (struct sockaddr *)&here, size) < 0 ||
		listen(door, 1) < 0 ||
		getsockname(door, (struct sockaddr *)&here, &size) < 0 ||
		connect(pair[0], (struct sockaddr *)&here, size) < 0 ||
		(pair[1] = accept(door, NULL, NULL)) < 0)
		die(EXIT_FAILED, "no socket: %s", strerror(errno));
	close(door);
}

static void
note_event(struct vm *vm, const json_t *message)
{
	const json_t *data = json_object_get(message, "data");

	if (!strcmp(json_text(data, "reason"), "guest-reset"))
		vm->reset = true;
}

/* The next QMP answer; NULL when the emulator is gone or it takes too long.
 * Lines that are no JSON are passed over: some devices print. */
static json_t *
next_message(struct vm *vm, double wait_s)
{
	double deadline = now_s() + wait_s;
	json_t *message;
	char *end;

	for (;;) {
		while (vm->in.len &&
			(end = memchr(vm->in.p, '\n', vm->in.len))) {
			size_t n = (size_t)(end - vm->in.p) + 1;

			message = json_loadb(vm->in.p, n, 0, NULL);
			vm->in.len -= n;
			memmove(vm->in.p, vm->in.p + n, vm->in.len);
			if (message && !json_object_get(message, "event"))
				return message;
			note_event(vm, message);
			json_decref(message);
		}
		if (link_read(vm->qmp, &vm->in, deadline) <= 0)
			return NULL;
	}
}

const char *
vm_last_words(struct vm *vm)
{
	static char text[240];
	char log[4096];
	const char *best = NULL;
	char *rest = log, *line;
	ssize_t n;

	if (vm->qmp >= 0)
		json_decref(next_message(vm, 0.5));
	n = pread(vm->log, log, sizeof log - 1, 0);
	log[n > 0 ? n : 0] = 0;
	while ((line = strsep(&rest, "\n")))
		if (*line && !strstr(line, "warning:") &&
			!strstr(line, "module audio-")) {
			best = line;
			break;
		}
	if (best && !strncmp(best, vm->program, strlen(vm->program)))
		best += strlen(vm->program) +
			strspn(best + strlen(vm->program), ": ");
	if (best)
		snprintf(text, sizeof text, "%s", best);
	else if (vm->reset)
		snprintf(
			text, sizeof text, "the machine was reset from within");
	else
		snprintf(text, sizeof text, "it said nothing");
	return text;
}

/* The emulator went away when it should have been listening. */
static noreturn void
refused(struct vm *vm)
{
	const char *words = vm_last_words(vm);

	if (strstr(words, "unsupported machine type"))
		die(EXIT_USAGE,
			"unknown machine '%s': `disco machines %s`"
			" lists what there is",
			vm->machine, vm->program + strlen("qemu-system-"));
	die(EXIT_FAILED, "%s ended: %s", vm->program, words);
}

json_t *
vm_qmp(struct vm *vm, const char *command, json_t *arguments)
{
	json_t *ask = json_pack("{s:s}", "execute", command), *answer, *result;
	char *text;

	if (arguments)
		json_object_set_new(ask, "arguments", arguments);
	text = must(json_dumps(ask, JSON_COMPACT));
	json_decref(ask);
	if (send(vm->qmp, text, strlen(text), MSG_NOSIGNAL) < 0)
		refused(vm);
	free(text);
	do {
		if (!(answer = next_message(vm, patience_s)))
			refused(vm);
		result = json_incref(json_object_get(answer, "return"));
		if (!result && json_object_get(answer, "error")) {
			json_decref(answer);
			return NULL;
		}
		json_decref(answer);
	} while (!result);
	return result;
}

char *
vm_hmp(struct vm *vm, const char *line)
{
	json_t *r = vm_qmp(vm, "human-monitor-command",
		json_pack("{s:s}", "command-line", line));
	char *text = string("%s", r ? json_string_value(r) : "");

	json_decref(r);
	return text;
}

/* One line to qtest, one back; false if the emulator is gone. */
static bool
ask_qtest(struct vm *vm, struct buf *answer, const char *line)
{
	double deadline = now_s() + patience_s;

	answer->len = 0;
	if (send(vm->qtest, line, strlen(line), MSG_NOSIGNAL) < 0)
		return false;
	while (!answer->len || answer->p[answer->len - 1] != '\n')
		if (link_read(vm->qtest, answer, deadline) <= 0)
			return false;
	return true;
}

void
vm_wipe(struct vm *vm, uint64_t address, uint64_t size)
{
	struct buf answer = {0};
	char *line = string("memset 0x%jx 0x%jx 0x00\n", (uintmax_t)address,
		(uintmax_t)size);

	if (!ask_qtest(vm, &answer, line))
		refused(vm);
	if (strncmp(answer.p, "OK", 2))
		die(EXIT_FAILED, "the emulator would not wipe memory: %s",
			answer.p);
	buf_free(&answer);
	free(line);
}

bool
vm_read(struct vm *vm, const char *how, uint64_t address, uint64_t *value)
{
	struct buf answer = {0};
	char *line = string("%s 0x%jx\n", how, (uintmax_t)address);
	bool good =
		ask_qtest(vm, &answer, line) && !strncmp(answer.p, "OK ", 3);

	if (good)
		*value = strtoull(answer.p + 3, NULL, 0);
	buf_free(&answer);
	free(line);
	return good;
}

bool
vm_try(struct vm *vm, struct args *a)
{
	static const char hello[] = "{\"execute\":\"qmp_capabilities\"}";
	int qmp[2], qtest[2], serial[2], null = open("/dev/null", O_RDWR);

	/* no sound card is looked for: that takes time and fills the log */
	setenv("QEMU_AUDIO_DRV", "none", 0);
	*vm = (struct vm){.program = string("%s", a->v[0])};
	for (int i = 0; i + 1 < a->n && !vm->machine; i++)
		if (!strcmp(a->v[i], "-M"))
			vm->machine = string("%s", a->v[i + 1]);
	channel(qmp);
	channel(qtest);
	channel(serial);
	vm->log = memory_file("", 0);
	args_add(a, "-chardev");
	args_add(a, "socket,id=qmp,fd=%d", qmp[1]);
	args_add(a, "-mon");
	args_add(a, "chardev=qmp,mode=control");
	args_add(a, "-chardev");
	args_add(a, "socket,id=qtest,fd=%d", qtest[1]);
	args_add(a, "-object");
	args_add(a, "qtest,id=qtest0,chardev=qtest,log=none");
	args_add(a, "-chardev");
	args_add(a, "socket,id=serial0,fd=%d", serial[1]);
	vm->pid = child_start(a->v, null, vm->log, vm->log);
	close(null);
	close(qmp[1]);
	close(qtest[1]);
	close(serial[1]);
	vm->qmp = qmp[0];
	vm->qtest = qtest[0];
	vm->serial = serial[0];
	json_t *greeting = next_message(vm, patience_s);
	if (!greeting ||
		send(vm->qmp, hello, sizeof hello - 1, MSG_NOSIGNAL) < 0)
		return false;
	json_decref(greeting);
	/* it greets before it makes the machine: this answer comes after */
	greeting = next_message(vm, patience_s);
	json_decref(greeting);
	return greeting != NULL;
}

void
vm_start(struct vm *vm, struct args *a)
{
	if (!vm_try(vm, a))
		refused(vm);
}

void
vm_start_plain(struct vm *vm, char *const *argv)
{
	int pair[2];

	*vm = (struct vm){
		.program = string("%s", argv[0]), .qmp = -1, .qtest = -1};
	channel(pair);
	vm->log = memory_file("", 0);
	vm->pid = child_start(argv, pair[1], pair[1], vm->log);
	close(pair[1]);
	vm->serial = pair[0];
}

/* Ask it to leave, so that its disk images are whole; then make it. */
static void
leave(const struct vm *vm)
{
	static const char quit[] = "{\"execute\":\"quit\"}";
	siginfo_t info = {0};

	if (vm->qmp >= 0 &&
		send(vm->qmp, quit, sizeof quit - 1, MSG_NOSIGNAL) > 0)
		for (int i = 0; i < 400 && !info.si_pid; i++) {
			waitid(P_PID, (id_t)vm->pid, &info,
				WEXITED | WNOHANG | WNOWAIT);
			poll(NULL, 0, info.si_pid ? 0 : 5);
		}
	kill(vm->pid, SIGKILL);
	child_wait(vm->pid);
}

void
vm_stop(struct vm *vm)
{
	if (vm->pid <= 0)
		return;
	leave(vm);
	vm->pid = 0;
	close(vm->log);
	close(vm->serial);
	if (vm->qmp >= 0) {
		close(vm->qmp);
		close(vm->qtest);
	}
	buf_free(&vm->in);
	free(vm->program);
	free(vm->machine);
}
