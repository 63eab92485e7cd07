/* SPDX-License-Identifier: MIT */
/* Images lose what they say of their origin, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/image_metadata.h"

#define BYTES(literal) { "" literal, sizeof(literal) - 1 }

#define PNG_START "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x40\0\0\0\xc8\x08\2\0\0\0abcd"
#define CHUNK(name) "\0\0\0\5" name "Home!" "abcd"
#define PNG_END "\0\0\0\0IEND\xae\x42\x60\x82"

#define EXIF(order, entry) "\xff\xe1\0\x22" "Exif\0\0" order "\0\1" entry
#define EXIF_GPS EXIF("MM\0*\0\0\0\x08", "\x88\x25\0\4\0\0\0\1\0\0\0\x1a" \
	"Home")
#define EXIF_TURNED EXIF("II*\0\x08\0\0\0", "\x12\1\3\0\1\0\0\0\6\0\0\0" \
	"Home")
#define ONLY_TURNED "\xff\xe1\0\x22" "Exif\0\0" "MM\0*\0\0\0\x08" "\0\1" \
	"\1\x12\0\3\0\0\0\1\0\6\0\0" "\0\0\0\0"
#define FRAME "\xff\xc2\0\x0b\x08\0\x64\0\xc8\1\1\x11\0"
#define SCAN "\xff\xda\0\x04" "ab" "cd\xff\0\xff\xd3" "ef"
#define JFIF "\xff\xe0\0\x06JFIF"

/* A picture, and notes of Exif beside it and of XMP among the small items. */
#define INFE(size, id, type, name) "\0\0\0" size "infe\2\0\0\0" "\0" id \
	"\0\0" type name
#define PLACE(id, method, at, length) "\0" id "\0" method "\0\0" "\0\1" \
	"\0\0" at "\0\0\0" length
#define AVIF(exif, mime, named, at, home, others) \
	"\0\0\0\x14" "ftypavif" "\0\0\0\0" "mif1" \
	"\0\0\0\xd6" "meta\0\0\0\0" \
	"\0\0\0\x51" "iinf\0\0\0\0" "\0\3" \
	INFE("\x15", "\1", "av01", "\0") INFE("\x15", "\2", exif, "\0") \
	INFE("\x19", "\3", mime, named) \
	"\0\0\0\x40" "iloc\1\0\0\0" "\x44\0" "\0\3" \
	PLACE("\1", "\0", "\0\xf2", "\5") PLACE("\2", "\0", at, "\4") \
	PLACE("\3", "\1", "\0\0", "\4") \
	"\0\0\0\x0c" "idat" home \
	"\0\0\0\x2d" "iprp" "\0\0\0\x25" "ipco" \
	"\0\0\0\x14" "ispe\0\0\0\0" "\0\0\1\x40" "\0\0\0\xc8" \
	"\0\0\0\x09" "irot\1" \
	"\0\0\0\x11" "mdat" "image" home "\0\0\0\x0c" others home

/* Three colours and one more, then blocks. */
#define GIF_START "GIF89a\x40\1\xc8\0" "\x91\0\0" "rgbrgbrgbrgb"
#define GIF_CONTROL "!\xf9\4\0\x0a\0\0\0"
#define GIF_IMAGE "," "\0\0\0\0" "\x40\1\xc8\0" "\0" "\2" "\3abc" "\1d" "\0"
#define GIF_COLOURED "," "\0\0\0\0" "\1\0\1\0" "\x80" "rgbrgb" "\2" \
	"\2ef" "\0"
#define GIF_NETSCAPE(pieces) "!\xff\x0bNETSCAPE2.0" pieces "\0"
#define GIF_COMMENT "!\xfe\4Home\2at\0"
#define GIF_TEXT "!\1\x0c" "twelve bytes" "\4Home" "\0"

static const struct sample {
	const char *what;
	enum image_type type;
	struct str before, after;	/* .s NULL: refused */
} samples[] = {
	{ "PNG with texts", IMAGE_PNG,
	  BYTES(PNG_START CHUNK("gAMA") CHUNK("tEXt") CHUNK("eXIf")
		CHUNK("IDAT") CHUNK("tIME") PNG_END "Home"),
	  BYTES(PNG_START CHUNK("gAMA") CHUNK("IDAT") PNG_END) },
	{ "PNG that ends in the middle", IMAGE_PNG,
	  BYTES(PNG_START CHUNK("IDAT")), { NULL, 0 } },
	{ "PNG with a chunk that is too long", IMAGE_PNG,
	  BYTES(PNG_START "\xff\xff\xff\xff" "tEXtabcd" PNG_END), { NULL, 0 } },
	{ "JPEG with a place", IMAGE_JPEG,
	  BYTES("\xff\xd8" JFIF EXIF_GPS "\xff\xfe\0\6Home" FRAME SCAN
		"\xff\xc4\0\3x" SCAN "\xff\xd9" "Home"),
	  BYTES("\xff\xd8" JFIF FRAME SCAN "\xff\xc4\0\3x" SCAN "\xff\xd9") },
	{ "JPEG that is turned", IMAGE_JPEG,
	  BYTES("\xff\xd8" EXIF_TURNED EXIF_TURNED FRAME SCAN "\xff\xd9"),
	  BYTES("\xff\xd8" ONLY_TURNED FRAME SCAN "\xff\xd9") },
	{ "JPEG with no end", IMAGE_JPEG, BYTES("\xff\xd8" FRAME SCAN),
	  { NULL, 0 } },
	{ "WebP with a place", IMAGE_WEBP,
	  BYTES("RIFF\x36\0\0\0WEBP" "VP8X\x0a\0\0\0\x1c\0\0\0\x3f\1\0\xc7\0\0"
		"EXIF\3\0\0\0Hom\0" "VP8 \4\0\0\0abcd"),
	  BYTES("RIFF\x22\0\0\0WEBP" "VP8X\x0a\0\0\0\x10\0\0\0\x3f\1\0\xc7\0\0"
		"VP8 \4\0\0\0abcd") },
	{ "GIF with notes", IMAGE_GIF,
	  BYTES(GIF_START GIF_COMMENT GIF_NETSCAPE("\3\1\0\0")
		GIF_COMMENT GIF_CONTROL GIF_IMAGE GIF_TEXT "\0" GIF_CONTROL
		GIF_COLOURED GIF_COMMENT ";Home"),
	  BYTES(GIF_START GIF_NETSCAPE("\3\1\0\0") GIF_CONTROL GIF_IMAGE
		GIF_CONTROL GIF_COLOURED ";") },
	{ "GIF with colours by name and notes of a program", IMAGE_GIF,
	  BYTES(GIF_START "!\xff\x0bICCRGBG1012" "\3icc" "\0"
		"!\xff\x0bHome at 5.0" "\4Home" "\0" GIF_IMAGE ";"),
	  BYTES(GIF_START "!\xff\x0bICCRGBG1012" "\3icc" "\0" GIF_IMAGE ";") },
	{ "GIF with what hides behind its loop", IMAGE_GIF,
	  BYTES(GIF_START GIF_NETSCAPE("\4Home" "\3\1\2\0" "\3Hom")
		GIF_IMAGE ";"),
	  BYTES(GIF_START GIF_NETSCAPE("\3\1\2\0") GIF_IMAGE ";") },
	{ "GIF that has lost its end", IMAGE_GIF,
	  BYTES(GIF_START GIF_IMAGE), BYTES(GIF_START GIF_IMAGE ";") },
	{ "GIF that ends in an image", IMAGE_GIF,
	  BYTES(GIF_START "," "\0\0\0\0" "\x40\1\xc8\0" "\0" "\2" "\3ab"),
	  { NULL, 0 } },
	{ "GIF that ends in a comment", IMAGE_GIF,
	  BYTES(GIF_START GIF_IMAGE "!\xfe\xffHome"), { NULL, 0 } },
	{ "GIF with fewer colours than it says", IMAGE_GIF,
	  BYTES("GIF89a\x40\1\xc8\0" "\xf7\0\0" GIF_IMAGE ";"), { NULL, 0 } },
	{ "GIF with no image", IMAGE_GIF,
	  BYTES(GIF_START GIF_COMMENT ";"), { NULL, 0 } },
	{ "GIF with a block of no kind", IMAGE_GIF,
	  BYTES(GIF_START GIF_IMAGE "Home;"), { NULL, 0 } },
	{ "AVIF with a place", IMAGE_AVIF,
	  BYTES(AVIF("Exif", "mime", "\0a/b\0", "\0\xf7", "Home", "uuid")),
	  BYTES(AVIF("free", "free", "\0\0\0\0\0", "\0\xf7", "\0\0\0\0",
		     "free")) },
	{ "AVIF with notes that are nowhere", IMAGE_AVIF,
	  BYTES(AVIF("Exif", "mime", "\0a/b\0", "\xff\xff", "Home", "uuid")),
	  { NULL, 0 } },
};

static void an_image_loses_its_notes_and_nothing_else(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++) {
		const struct sample *s = &samples[i];
		AUTO(strbuf) out = STRBUF_INIT;

		strbuf_addstr(&out, "kept");
		if (image_add_plain(&out, s->before, s->type) !=
		    (s->after.s != NULL))
			fail_msg("%s", s->what);
		if (!str_eq(str_from(strbuf_slice(&out), 4), s->after))
			fail_msg("%s: %zu bytes, not %zu", s->what,
				 out.len - 4, s->after.len);
	}
}

/* An image that was copied is as it would be copied again. */
static void it_has_none_the_second_time(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++) {
		AUTO(strbuf) one = STRBUF_INIT;
		AUTO(strbuf) two = STRBUF_INIT;

		if (!image_add_plain(&one, samples[i].before, samples[i].type))
			continue;
		assert_true(image_add_plain(&two, strbuf_slice(&one),
					    samples[i].type));
		assert_true(str_eq(strbuf_slice(&one), strbuf_slice(&two)));
	}
}

/* With the sanitizer on, at every length. */
static void what_is_cut_short_is_read_to_its_end_at_most(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++)
		for (size_t len = 12; len < samples[i].before.len; len++) {
			AUTO(strbuf) out = STRBUF_INIT;
			char *cut = malloc(len);

			assert_non_null(cut);
			memcpy(cut, samples[i].before.s, len);
			image_add_plain(&out, (struct str){ cut, len },
					samples[i].type);
			free(cut);
		}
}

/* XMP is no pieces, but text; bytes that count down behind it lead whoever takes
 * them for lengths to its end (XMP Specification, part 3, 1.1.2). */
static void xmp_of_a_gif_is_left_out_to_its_last_byte(void **state)
{
	static const struct str start = BYTES(GIF_START),
				end = BYTES(GIF_IMAGE ";");

	(void)state;
	for (size_t len = 1; len < 600; len++) {
		AUTO(strbuf) gif = STRBUF_INIT;
		AUTO(strbuf) plain = STRBUF_INIT;
		AUTO(strbuf) expected = STRBUF_INIT;

		strbuf_addslice(&gif, start);
		strbuf_addstr(&gif, "!\xff\x0bXMP DataXMP");
		for (size_t i = 0; i < len; i++)
			strbuf_addch(&gif, "<x:at>Home</x:at> "[i % 18]);
		strbuf_addch(&gif, '\1');
		for (int n = 255; n >= 0; n--)
			strbuf_addch(&gif, (char)n);
		strbuf_addch(&gif, '\0');
		strbuf_addslice(&gif, end);
		assert_true(image_add_plain(&plain, strbuf_slice(&gif),
					    IMAGE_GIF));
		strbuf_addslice(&expected, start);
		strbuf_addslice(&expected, end);
		assert_true(str_eq(strbuf_slice(&plain),
				   strbuf_slice(&expected)));
	}
}

static void add_number(struct strbuf *out, size_t n, unsigned bytes)
{
	while (bytes--)
		strbuf_addch(out, (char)(n >> 8 * bytes & 0xff));
}

#define NOTE_BYTES 40

/* An item of which it is said `times` times that it is what the file ends in;
 * `bytes` is how many each number of that has. */
static void make_avif(struct strbuf *out, const char *type, size_t times,
		      unsigned bytes)
{
	size_t places = 24 + times * 2 * bytes;
	size_t before = 20 + 12 + 35 + places + 8;

	strbuf_add(out, "\0\0\0\x14" "ftypavif" "\0\0\0\0" "mif1", 20);
	add_number(out, 12 + 35 + places, 4);
	strbuf_add(out, "meta\0\0\0\0" "\0\0\0\x23" "iinf\0\0\0\0" "\0\1"
		   "\0\0\0\x15" "infe\2\0\0\0" "\0\1" "\0\0", 38);
	strbuf_addstr(out, type);
	strbuf_addch(out, '\0');
	add_number(out, places, 4);
	strbuf_add(out, "iloc\1\0\0\0", 8);
	add_number(out, bytes << 12 | bytes << 8, 2);
	strbuf_add(out, "\0\1" "\0\1" "\0\0" "\0\0", 8);
	add_number(out, times, 2);
	for (size_t i = 0; i < times; i++) {
		add_number(out, before, bytes);
		add_number(out, NOTE_BYTES, bytes);
	}
	add_number(out, 8 + NOTE_BYTES, 4);
	strbuf_addstr(out, "mdat");
	strbuf_addblanks(out, NOTE_BYTES);
}

/* Else a file of a megabyte could keep us busy for hours. */
static void places_that_are_told_again_and_again_are_refused(void **state)
{
	static const struct {
		const char *type;
		size_t times;
		unsigned bytes;
		bool copied;
	} cases[] = {
		{ "Exif", 1, 4, true },	 { "Exif", 9, 4, false },
		{ "av01", 9, 4, true },	 { "av01", 1, 0, true },
		{ "av01", 2, 0, false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) file = STRBUF_INIT;
		AUTO(strbuf) out = STRBUF_INIT;

		make_avif(&file, cases[i].type, cases[i].times,
			  cases[i].bytes);
		if (image_add_plain(&out, strbuf_slice(&file), IMAGE_AVIF) !=
		    cases[i].copied)
			fail_msg("%s, %zu times", cases[i].type,
				 cases[i].times);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_image_loses_its_notes_and_nothing_else),
		cmocka_unit_test(it_has_none_the_second_time),
		cmocka_unit_test(what_is_cut_short_is_read_to_its_end_at_most),
		cmocka_unit_test(xmp_of_a_gif_is_left_out_to_its_last_byte),
		cmocka_unit_test(
			places_that_are_told_again_and_again_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
