/* image.c - the bytes that are put into the machine, patched for this run. */
/* SPDX-License-Identifier: 0BSD */
#include "disco.h"
#include <stdlib.h>
#include <string.h>

const char *
image_patch(char *image, size_t n, unsigned flags, const uint64_t *at)
{
	static const char mark[] = "DISCFLAG";
	char *f = memmem(image, n, mark, 8);

	if (!f || (size_t)(f - image) + 12 > n)
		return "no DISCFLAG in it";
	for (int i = 0; i < 4; i++)
		f[8 + i] = (char)(flags >> (8 * i) & 0xff);
	if (!at)
		return NULL;
	if (n < 32 || memcmp(image + n - 28, "DISC", 4))
		return "no DISC field at its end";
	for (int i = 0; i < 4; i++)
		image[n - 32 + (size_t)i] = (char)(*at >> (8 * i) & 0xff);
	return NULL;
}

void
image_load(struct image *im, const struct opts *o)
{
	const char *const kind[] = {"rom", "bin"};
	const char *bad;
	unsigned flags = o->blind == BLIND_PURE  ? 1
			 : o->blind == BLIND_OFF ? 2
						 : 0;

	for (unsigned i = opts_firmware(o); i < 2 && !im->bytes.len; i++) {
		char *name = string("%s/discovery.%s", o->isa, kind[i]);
		char *path = beside(name);

		if (file_read(path, &im->bytes))
			im->rom = i == 0;
		free(name);
		free(path);
	}
	if (!im->bytes.len)
		die(EXIT_FAILED, "there is no image for %s yet: run `make`",
			o->isa);
	bad = image_patch(im->bytes.p, im->bytes.len, flags,
		im->rom && o->at_given ? &o->at : NULL);
	if (bad)
		die(EXIT_FAILED,
			"the image for %s is of another kind (%s):"
			" run `make clean all`",
			o->isa, bad);
}
