/* SPDX-License-Identifier: MIT */
/* Copying an image part by part, without the parts that speak of its origin. */
#include "core/base/image_metadata.h"

#include <stdint.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/image_avif.h"
#include "core/base/image_gif.h"

static uint32_t number(struct str s, size_t at, size_t bytes)
{
	uint32_t n = 0;

	for (size_t i = 0; i < bytes && at + i < s.len; i++)
		n = n << 8 | (unsigned char)s.s[at + i];
	return n;
}

static bool is_one_of(struct str name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts(name, names[i]))
			return true;
	return false;
}

/* --- PNG: chunks of length, name, data and checksum --- */

static bool add_png(struct strbuf *out, struct str s)
{
	static const char *const dropped[] = { "eXIf", "tEXt", "zTXt", "iTXt",
					       "tIME" };

	strbuf_addslice(out, str_upto(s, 8));
	s = str_from(s, 8);
	while (s.len >= 12) {
		size_t length = (size_t)number(s, 0, 4) + 12;
		struct str name = str_upto(str_from(s, 4), 4);

		if (length > s.len)
			return false;
		if (!is_one_of(name, dropped, ARRAY_SIZE(dropped)))
			strbuf_addslice(out, str_upto(s, length));
		if (str_is(name, "IEND"))
			return true;
		s = str_from(s, length);
	}
	return false;
}

/* --- JPEG: segments of marker and length, and coded data behind a scan --- */

#define MARKER_EXIF 0xe1
#define MARKER_SCAN 0xda
#define MARKER_END 0xd9

/* Exif with nothing in it but the orientation (Exif 2.32, 4.6.5). */
static void add_orientation(struct strbuf *out, int orientation)
{
	static const char exif[] = "\xff\xe1\0\x22" "Exif\0\0" "MM\0*\0\0\0\x08"
				   "\0\1" "\1\x12\0\3\0\0\0\1\0";

	strbuf_add(out, exif, sizeof(exif) - 1);
	strbuf_addch(out, (char)orientation);
	strbuf_add(out, "\0\0\0\0\0", 6);
}

/* Applications write what they like into their segments.  Kept are those that
 * say what the colours mean: JFIF, ICC and Adobe. */
static bool is_kept(unsigned marker, struct str data)
{
	if (marker == 0xfe)
		return false;
	if (marker < 0xe0 || marker > 0xef)
		return true;
	return marker == 0xe0 || marker == 0xee ||
	       (marker == 0xe2 && str_starts(data, "ICC_PROFILE"));
}

/* Of the data behind a scan, up to the next marker that is no restart. */
static size_t scan_length(struct str s)
{
	size_t i = 0;

	for (; i + 1 < s.len; i++) {
		unsigned next = (unsigned char)s.s[i + 1];

		if ((unsigned char)s.s[i] == 0xff && next && next != 0xff &&
		    (next < 0xd0 || next > 0xd7))
			return i;
	}
	return s.len;
}

static bool add_jpeg(struct strbuf *out, struct str s)
{
	bool has_orientation = false;

	strbuf_addslice(out, str_upto(s, 2));
	s = str_from(s, 2);
	while (s.len >= 2 && (unsigned char)s.s[0] == 0xff) {
		unsigned marker = (unsigned char)s.s[1];
		size_t length = (size_t)number(s, 2, 2) + 2;
		struct str data = str_from(str_upto(s, length), 4);
		int turn;

		if (marker == MARKER_END) {
			strbuf_addslice(out, str_upto(s, 2));
			return true;
		}
		if (marker == 0xff) {
			s = str_from(s, 1);
			continue;
		}
		if (length < 4 || length > s.len)
			return false;
		turn = marker == MARKER_EXIF && !has_orientation ?
			       image_orientation(data) : 0;
		if (turn > 1) {
			add_orientation(out, turn);
			has_orientation = true;
		}
		if (is_kept(marker, data))
			strbuf_addslice(out, str_upto(s, length));
		s = str_from(s, length);
		if (marker == MARKER_SCAN) {
			length = scan_length(s);
			strbuf_addslice(out, str_upto(s, length));
			s = str_from(s, length);
		}
	}
	return false;
}

/* --- WebP: chunks of name, length and data, within a RIFF of a length --- */

#define FLAG_EXIF 0x08		/* RFC 9649, 2.7 */
#define FLAG_XMP 0x04

static void set_little(char *at, uint32_t n)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(n >> 8 * i & 0xff);
}

static bool add_webp(struct strbuf *out, struct str s)
{
	static const char *const dropped[] = { "EXIF", "XMP " };
	size_t start = out->len;

	strbuf_addslice(out, str_upto(s, 12));
	s = str_from(s, 12);
	while (s.len >= 8) {
		uint32_t n = (uint32_t)(unsigned char)s.s[4] |
			     (uint32_t)(unsigned char)s.s[5] << 8 |
			     (uint32_t)(unsigned char)s.s[6] << 16 |
			     (uint32_t)(unsigned char)s.s[7] << 24;
		size_t length = (size_t)n + (n & 1) + 8;
		size_t at = out->len;

		if (length > s.len)
			return false;
		if (!is_one_of(s, dropped, ARRAY_SIZE(dropped)))
			strbuf_addslice(out, str_upto(s, length));
		if (str_starts(s, "VP8X") && length > 8)
			out->buf[at + 8] &= (char)~(FLAG_EXIF | FLAG_XMP);
		s = str_from(s, length);
	}
	set_little(out->buf + start + 4, (uint32_t)(out->len - start - 8));
	return true;
}

bool image_add_plain(struct strbuf *out, struct str bytes,
		     enum image_type type)
{
	static bool (*const copiers[])(struct strbuf *out, struct str s) = {
		[IMAGE_PNG] = add_png,
		[IMAGE_JPEG] = add_jpeg,
		[IMAGE_GIF] = gif_add_plain,
		[IMAGE_WEBP] = add_webp,
		[IMAGE_AVIF] = avif_add_plain,
	};
	size_t before = out->len;

	if (copiers[type](out, bytes))
		return true;
	strbuf_truncate(out, before);
	return false;
}
