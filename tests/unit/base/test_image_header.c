/* SPDX-License-Identifier: MIT */
/* Images are told by their first bytes, whatever they are called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/image_header.h"

#define BYTES(literal) { "" literal, sizeof(literal) - 1 }

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x40\0\0\0\xc8\x08\2\0\0\0abcd"
#define JPEG_START "\xff\xd8\xff\xe0\0\x04JF"
#define JPEG_FRAME "\xff\xc2\0\x0b\x08\0\x64\0\xc8\1\1\x11\0"
#define EXIF(orientation) "\xff\xe1\0\x22" "Exif\0\0" "MM\0*\0\0\0\x08" \
	"\0\1" "\1\x12\0\3\0\0\0\1\0" orientation "\0\0" "\0\0\0\0"
#define WEBP(kind) "RIFF\x40\0\0\0WEBP" kind "\x0a\0\0\0"

#define AVIF(brand, other, turn, meta) \
	"\0\0\0\x14" "ftyp" brand "\0\0\0\0" other \
	"\0\0\0\x4d" meta "\0\0\0\0" \
	"\0\0\0\x41" "iprp" "\0\0\0\x39" "ipco" \
	"\0\0\0\x14" "ispe\0\0\0\0" "\0\0\1\x40" "\0\0\0\xc8" \
	"\0\0\0\x14" "ispe\0\0\0\0" "\0\0\0\x10" "\0\0\0\x20" \
	"\0\0\0\x09" "irot" turn

static const struct sample {
	struct str bytes;
	enum image_type type;
	int width, height;	/* 0: no image */
} samples[] = {
	{ BYTES(PNG), IMAGE_PNG, 320, 200 },
	{ BYTES("GIF89a\x10\0\x20\1\0\0\0"), IMAGE_GIF, 16, 288 },
	{ BYTES(JPEG_START JPEG_FRAME), IMAGE_JPEG, 200, 100 },
	{ BYTES("\xff\xd8" EXIF("\1") JPEG_FRAME), IMAGE_JPEG, 200, 100 },
	/* A telephone that was held upright. */
	{ BYTES("\xff\xd8" EXIF("\6") JPEG_FRAME), IMAGE_JPEG, 100, 200 },
	{ BYTES(WEBP("VP8X") "\0\0\0\0\x3f\1\0\xc7\0\0"), IMAGE_WEBP, 320,
	  200 },
	{ BYTES(WEBP("VP8 ") "\0\0\0\x9d\1*\x40\1\xc8\0"), IMAGE_WEBP, 320,
	  200 },
	{ BYTES(WEBP("VP8L") "\x2f\x3f\xc1\x31\0\0\0\0\0\0"), IMAGE_WEBP, 320,
	  200 },
	{ BYTES(AVIF("avif", "mif1", "\0", "meta")), IMAGE_AVIF, 320, 200 },
	{ BYTES(AVIF("mif1", "avif", "\1", "meta")), IMAGE_AVIF, 200, 320 },
	/* Another kind, a film, and one with no size. */
	{ BYTES(AVIF("heic", "mif1", "\0", "meta")), 0, 0, 0 },
	{ BYTES(AVIF("avif", "mif1", "\0", "meta") "\0\0\0\x08" "moov"),
	  0, 0, 0 },
	{ BYTES(AVIF("avif", "mif1", "\0", "free")), 0, 0, 0 },
	{ BYTES(""), 0, 0, 0 },
	{ BYTES("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), 0, 0, 0 },
	{ BYTES("<html><script>1</script></html>"), 0, 0, 0 },
	{ BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\1\x08\2\0\0\0abcd"),
	  0, 0, 0 },
	{ BYTES("\x89PNG\r\n\x1a\n<script>alert(1)</script>aaaaaaaaaaaaaaa"),
	  0, 0, 0 },
	{ BYTES("GIF89a/*\0\0*/=1"), 0, 0, 0 },
	/* Scan data, or the end, before any frame; segments that are too short. */
	{ BYTES("\xff\xd8\xff\xda\0\x04" "ab" JPEG_FRAME), 0, 0, 0 },
	{ BYTES("\xff\xd8\xff\xe0\0\2\xff\xd9\0\x04" "ab" JPEG_FRAME), 0, 0, 0 },
	{ BYTES("\xff\xd8\xff\xc0\0\2\x08\0\x64\0\xc8\1\1\x11\0"), 0, 0, 0 },
	{ BYTES("\xff\xd8\xff\xe0\0\0\0\0\0\0\0\0\0\0\0\0"), 0, 0, 0 },
};

static void an_image_says_what_and_how_large_it_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		const struct sample *s = &samples[i];
		struct image_header h;
		bool found = image_header_read(&h, s->bytes);

		if (found != (s->width > 0))
			fail_msg("sample %zu: %d", i, found);
		if (found && (h.type != s->type || h.width != s->width ||
			      h.height != s->height))
			fail_msg("sample %zu: type %d, %d x %d", i,
				 (int)h.type, h.width, h.height);
	}
}

/* Read with the sanitizer on, at every length. */
static void a_header_that_is_cut_short_is_none(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++)
		for (size_t len = 0; len < samples[i].bytes.len; len++) {
			char *cut = malloc(len + 1);
			struct image_header h;

			assert_non_null(cut);
			memcpy(cut, samples[i].bytes.s, len);
			image_header_read(&h, (struct str){ cut, len });
			free(cut);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_image_says_what_and_how_large_it_is),
		cmocka_unit_test(a_header_that_is_cut_short_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
