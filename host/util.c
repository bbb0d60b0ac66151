/* util.c - messages, growing buffers, time and files for disco. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void
say(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	fputs("disco: ", stderr);
	vfprintf(stderr, format, ap);
	fputc('\n', stderr);
	va_end(ap);
}

void
die(int status, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	fputs("disco: ", stderr);
	vfprintf(stderr, format, ap);
	fputc('\n', stderr);
	va_end(ap);
	exit(status);
}

void *
must(void *p)
{
	if (!p)
		die(EXIT_FAILED, "out of memory");
	return p;
}

void
buf_add(struct buf *b, const void *bytes, size_t n)
{
	if (b->len + n + 1 > b->cap) {
		b->cap = (b->len + n + 1) * 2;
		b->p = must(realloc(b->p, b->cap));
	}
	if (n)
		memcpy(b->p + b->len, bytes, n);
	b->len += n;
	b->p[b->len] = 0;
}

void
buf_print(struct buf *b, const char *format, ...)
{
	va_list ap;
	char *text;
	int n;

	va_start(ap, format);
	n = vasprintf(&text, format, ap);
	va_end(ap);
	must(n < 0 ? NULL : text);
	buf_add(b, text, (size_t)n);
	free(text);
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){0};
}

char *
string(const char *format, ...)
{
	va_list ap;
	char *text;
	int n;

	va_start(ap, format);
	n = vasprintf(&text, format, ap);
	va_end(ap);
	return must(n < 0 ? NULL : text);
}

double
now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

char *
beside(const char *name)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	char *slash;

	if (n < 0)
		die(EXIT_FAILED, "cannot read /proc/self/exe: is /proc there?");
	self[n] = 0;
	slash = strrchr(self, '/');
	return string("%.*s/%s", (int)(slash - self), self, name);
}

bool
file_read(const char *path, struct buf *b)
{
	char block[16384];
	size_t n;
	FILE *f = fopen(path, "rb");
	bool good;

	if (!f)
		return false;
	buf_add(b, "", 0);
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(b, block, n);
	good = !ferror(f);
	fclose(f);
	return good;
}

const char *
human(uint64_t bytes)
{
	static const char *const unit[] = {
		"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
	static char text[8][32];
	static unsigned turn;
	char *t = text[turn++ % 8];
	double x = (double)bytes;
	unsigned u = 0;

	while (x >= 1024 && u < 6) {
		x /= 1024;
		u++;
	}
	if (bytes % (1ULL << (10 * u)) == 0)
		snprintf(t, 32, "%.0f %s", x, unit[u]);
	else
		snprintf(t, 32, "%.2f %s", x, unit[u]);
	return t;
}

bool
number(const char *text, uint64_t *n)
{
	bool hex = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
	const char *digits = hex ? text + 2 : text;
	const char *set = hex ? "0123456789abcdefABCDEF" : "0123456789";

	if (!*digits || digits[strspn(digits, set)])
		return false;
	errno = 0;
	*n = strtoull(digits, NULL, hex ? 16 : 10);
	return errno == 0;
}

uint64_t
json_hex(const json_t *object, const char *key)
{
	const json_t *v = json_object_get(object, key);
	uint64_t n;

	if (json_is_integer(v))
		return (uint64_t)json_integer_value(v);
	return json_is_string(v) && number(json_string_value(v), &n) ? n : 0;
}

const char *
json_text(const json_t *object, const char *key)
{
	const char *s = json_string_value(json_object_get(object, key));

	return s ? s : "";
}

bool
colours(int fd)
{
	return isatty(fd) && !getenv("NO_COLOR");
}
