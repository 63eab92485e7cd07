/* SPDX-License-Identifier: MIT */
/* The type and the size of an image, by its own header. */
#include "core/base/image_header.h"

#include <stdint.h>

#include "core/base/image_avif.h"

static unsigned byte_at(struct str s, size_t i)
{
	return i < s.len ? (unsigned char)s.s[i] : 0;
}

static uint32_t big(struct str s, size_t i, size_t bytes)
{
	uint32_t n = 0;

	for (size_t k = 0; k < bytes; k++)
		n = n << 8 | byte_at(s, i + k);
	return n;
}

static uint32_t little(struct str s, size_t i, size_t bytes)
{
	uint32_t n = 0;

	for (size_t k = bytes; k > 0; k--)
		n = n << 8 | byte_at(s, i + k - 1);
	return n;
}

static bool set(struct image_header *out, enum image_type type,
		uint32_t width, uint32_t height)
{
	if (!width || !height || width > IMAGE_SIDE_MAX ||
	    height > IMAGE_SIDE_MAX)
		return false;
	*out = (struct image_header){ type, (int)width, (int)height };
	return true;
}

static bool read_png(struct image_header *out, struct str s)
{
	return s.len >= 33 && str_starts(str_from(s, 12), "IHDR") &&
	       set(out, IMAGE_PNG, big(s, 16, 4), big(s, 20, 4));
}

static bool read_gif(struct image_header *out, struct str s)
{
	return s.len >= 13 && set(out, IMAGE_GIF, little(s, 6, 2),
				  little(s, 8, 2));
}

int image_orientation(struct str exif)
{
	struct str tiff = str_from(exif, 6);
	bool is_little = str_starts(tiff, "II");
	uint32_t (*number)(struct str, size_t, size_t) =
		is_little ? little : big;
	uint32_t at, count;

	if (!str_eq(str_upto(exif, 6), (struct str){ "Exif\0", 6 }) ||
	    (!is_little && !str_starts(tiff, "MM")))
		return 0;
	at = number(tiff, 4, 4);
	if (at > tiff.len)
		return 0;
	count = number(tiff, at, 2);
	for (uint32_t i = 0; i < count; i++) {
		size_t entry = at + 2 + 12 * (size_t)i;

		if (entry + 12 > tiff.len)
			return 0;
		if (number(tiff, entry, 2) == 0x0112) {
			uint32_t turn = number(tiff, entry + 8, 2);

			return turn >= 1 && turn <= 8 ? (int)turn : 0;
		}
	}
	return 0;
}

/* Start of frame, of any coding; not the tables, C4, C8 and CC. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
	       marker != 0xc8 && marker != 0xcc;
}

/* Turned by a quarter, which browsers turn back. */
static bool is_turned(struct str exif)
{
	return image_orientation(exif) >= 5;
}

static bool read_jpeg(struct image_header *out, struct str s)
{
	bool turned = false;
	size_t i = 2;

	while (i + 9 < s.len) {
		unsigned marker = byte_at(s, i + 1);
		size_t length = big(s, i + 2, 2);

		if (byte_at(s, i) != 0xff)
			return false;
		if (marker == 0xff) {
			i++;
			continue;
		}
		if (is_frame(marker) && length < 11)
			return false;
		if (is_frame(marker))
			return turned ? set(out, IMAGE_JPEG, big(s, i + 5, 2),
					    big(s, i + 7, 2)) :
					set(out, IMAGE_JPEG, big(s, i + 7, 2),
					    big(s, i + 5, 2));
		if (marker == 0xda || marker == 0xd9 || length < 2)
			return false;
		if (marker == 0xe1 && !turned)
			turned = is_turned(str_upto(str_from(s, i + 4),
						    length - 2));
		i += 2 + length;
	}
	return false;
}

static bool read_webp(struct image_header *out, struct str s)
{
	struct str kind = str_from(s, 12);
	uint32_t bits;

	if (s.len < 30)
		return false;
	if (str_starts(kind, "VP8X"))
		return set(out, IMAGE_WEBP, little(s, 24, 3) + 1,
			   little(s, 27, 3) + 1);
	if (str_starts(kind, "VP8 ") && big(s, 23, 3) == 0x9d012a)
		return set(out, IMAGE_WEBP, little(s, 26, 2) & 0x3fff,
			   little(s, 28, 2) & 0x3fff);
	if (!str_starts(kind, "VP8L") || byte_at(s, 20) != 0x2f)
		return false;
	bits = little(s, 21, 4);
	return set(out, IMAGE_WEBP, (bits & 0x3fff) + 1,
		   (bits >> 14 & 0x3fff) + 1);
}

static bool read_avif(struct image_header *out, struct str s)
{
	uint32_t width, height;

	return avif_size(s, &width, &height) &&
	       set(out, IMAGE_AVIF, width, height);
}

bool image_header_read(struct image_header *out, struct str bytes)
{
	if (str_starts(bytes, "\x89PNG\r\n\x1a\n"))
		return read_png(out, bytes);
	if (str_starts(bytes, "\xff\xd8\xff"))
		return read_jpeg(out, bytes);
	if (str_starts(bytes, "GIF87a") || str_starts(bytes, "GIF89a"))
		return read_gif(out, bytes);
	if (str_starts(bytes, "RIFF") && str_starts(str_from(bytes, 8), "WEBP"))
		return read_webp(out, bytes);
	return read_avif(out, bytes);
}

const char *image_suffix(enum image_type type)
{
	static const char *const suffixes[] = { ".png", ".jpg", ".gif",
						".webp", ".avif" };

	return suffixes[type];
}
