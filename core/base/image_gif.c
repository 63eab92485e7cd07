/* SPDX-License-Identifier: MIT */
/*
 * GIF: a screen, then blocks of images and of extensions, whose data comes in
 * pieces of a length and so many bytes, the last of length 0 (GIF89a, 15-26).
 */
#include "core/base/image_gif.h"

#define BLOCK_IMAGE 0x2c
#define BLOCK_EXTENSION 0x21
#define BLOCK_END 0x3b

#define EXTENSION_CONTROL 0xf9	/* how long an image is shown */
#define EXTENSION_APPLICATION 0xff

#define SCREEN_LENGTH 13	/* with the six bytes of the signature */
#define DESCRIPTOR_LENGTH 10
#define APPLICATION_LENGTH 11	/* its name and its code */

static unsigned byte_at(struct str s, size_t at)
{
	return at < s.len ? (unsigned char)s.s[at] : 0;
}

/* Of the table of colours that a byte of flags announces. */
static size_t table_length(unsigned flags)
{
	return flags & 0x80 ? (size_t)3 << ((flags & 7) + 1) : 0;
}

/* With the empty one that ends them; 0: they do not end. */
static size_t pieces_length(struct str s)
{
	size_t at = 0;

	while (at < s.len && s.s[at])
		at += 1 + byte_at(s, at);
	return at < s.len ? at + 1 : 0;
}

/* Take so much off the front and copy it; false: there is not so much. */
static bool copy(struct strbuf *out, struct str *rest, size_t length)
{
	if (length > rest->len)
		return false;
	strbuf_addslice(out, str_upto(*rest, length));
	*rest = str_from(*rest, length);
	return true;
}

static bool add_image(struct strbuf *out, struct str *rest)
{
	unsigned flags = byte_at(*rest, DESCRIPTOR_LENGTH - 1);
	size_t length;

	/* A byte behind the colours says how the data is coded. */
	if (!copy(out, rest, DESCRIPTOR_LENGTH + table_length(flags) + 1))
		return false;
	length = pieces_length(*rest);
	return length && copy(out, rest, length);
}

/* How often it is played: a piece that begins with 1, and a number.  Others
 * could be of any kind. */
static void add_loop(struct strbuf *out, struct str head, struct str pieces)
{
	size_t length;

	strbuf_addslice(out, head);
	for (; byte_at(pieces, 0); pieces = str_from(pieces, length)) {
		length = 1 + byte_at(pieces, 0);
		if (length == 4 && byte_at(pieces, 1) == 1)
			strbuf_addslice(out, str_upto(pieces, length));
	}
	strbuf_addch(out, '\0');
}

/* Applications note what they like.  Kept is what says how often the images are
 * played, and what the colours mean. */
static void add_application(struct strbuf *out, struct str block)
{
	struct str name = str_upto(str_from(block, 3), APPLICATION_LENGTH);
	size_t head = 3 + APPLICATION_LENGTH;

	if (byte_at(block, 2) != APPLICATION_LENGTH)
		return;
	if (str_is(name, "NETSCAPE2.0") || str_is(name, "ANIMEXTS1.0"))
		add_loop(out, str_upto(block, head), str_from(block, head));
	else if (str_is(name, "ICCRGBG1012"))
		strbuf_addslice(out, block);
}

/* A comment is dropped, and so is a text, which no browser shows. */
static bool add_extension(struct strbuf *out, struct str *rest)
{
	unsigned label = byte_at(*rest, 1);
	size_t length = pieces_length(str_from(*rest, 2));
	struct str block = str_upto(*rest, 2 + length);

	if (!length)
		return false;
	if (label == EXTENSION_CONTROL)
		strbuf_addslice(out, block);
	else if (label == EXTENSION_APPLICATION)
		add_application(out, block);
	*rest = str_from(*rest, block.len);
	return true;
}

/* Zeros between blocks are the end of pieces that ended before. */
static bool add_block(struct strbuf *out, struct str *rest, size_t *images)
{
	switch (byte_at(*rest, 0)) {
	case BLOCK_IMAGE:
		++*images;
		return add_image(out, rest);
	case BLOCK_EXTENSION:
		return add_extension(out, rest);
	case 0:
		*rest = str_from(*rest, 1);
		return true;
	default:
		return false;
	}
}

/* Browsers show one that has lost its last byte, so it is given back. */
bool gif_add_plain(struct strbuf *out, struct str bytes)
{
	unsigned flags = byte_at(bytes, SCREEN_LENGTH - 3);
	size_t images = 0;

	if (!copy(out, &bytes, SCREEN_LENGTH + table_length(flags)))
		return false;
	while (bytes.len && byte_at(bytes, 0) != BLOCK_END)
		if (!add_block(out, &bytes, &images))
			return false;
	strbuf_addch(out, BLOCK_END);
	return images > 0;
}
