/* SPDX-License-Identifier: MIT */
/* The boxes of an AVIF image: its size, and its notes blotted out. */
#include "core/base/image_avif.h"

#include <string.h>

#define NOTES_MAX 64	/* items; a file of more is none of a camera */

/* What is left to read; `failed`: it was cut short. */
struct cursor {
	struct str rest;
	bool failed;
};

static uint64_t take(struct cursor *c, size_t bytes)
{
	uint64_t n = 0;

	if (bytes > 8 || c->rest.len < bytes) {
		c->failed = true;
		c->rest = str_upto(c->rest, 0);
		return 0;
	}
	for (size_t i = 0; i < bytes; i++)
		n = n << 8 | (unsigned char)c->rest.s[i];
	c->rest = str_from(c->rest, bytes);
	return n;
}

struct box {
	struct str type;	/* four letters */
	struct str body;
};

/* Take a box off the front; false: there is no more, or it is cut short. */
static bool next_box(struct cursor *c, struct box *out)
{
	struct str whole = c->rest;
	uint64_t size, header = 8;

	if (!c->rest.len)
		return false;
	size = take(c, 4);
	out->type = str_upto(c->rest, 4);
	take(c, 4);
	if (size == 1) {
		size = take(c, 8);
		header = 16;
	} else if (!size) {
		size = whole.len;
	}
	if (c->failed || size < header || size > whole.len) {
		c->failed = true;
		return false;
	}
	out->body = str_from(str_upto(whole, (size_t)size), (size_t)header);
	c->rest = str_from(whole, (size_t)size);
	return true;
}

static bool find_box(struct str in, const char *type, struct str *body)
{
	struct cursor c = { in, false };
	struct box box;

	while (next_box(&c, &box))
		if (str_is(box.type, type)) {
			*body = box.body;
			return true;
		}
	return false;
}

/* The boxes in "meta", which has a version in front of them. */
static bool find_meta(struct str bytes, struct str *out)
{
	if (!find_box(bytes, "meta", out) || out->len < 4)
		return false;
	*out = str_from(*out, 4);
	return true;
}

static bool is_avif(struct str bytes)
{
	struct str brands;

	if (!str_is(str_upto(str_from(bytes, 4), 4), "ftyp") ||
	    !find_box(bytes, "ftyp", &brands))
		return false;
	for (size_t i = 0; i + 4 <= brands.len; i += 4)
		/* Behind the first brand there is its version. */
		if (i != 4 && str_starts(str_from(brands, i), "avif"))
			return true;
	return false;
}

bool avif_size(struct str bytes, uint32_t *width, uint32_t *height)
{
	struct str meta, parts, list;
	struct cursor c = { STR(""), false };
	struct box box;
	bool turned = false;

	*width = *height = 0;
	if (!is_avif(bytes) || find_box(bytes, "moov", &parts) ||
	    !find_meta(bytes, &meta) || !find_box(meta, "iprp", &parts) ||
	    !find_box(parts, "ipco", &list))
		return false;
	c.rest = list;
	while (next_box(&c, &box)) {
		struct cursor in = { box.body, false };
		uint64_t w, h;

		if (str_is(box.type, "irot"))
			turned |= take(&in, 1) & 1;
		if (!str_is(box.type, "ispe"))
			continue;
		take(&in, 4);
		w = take(&in, 4);
		h = take(&in, 4);
		if (!in.failed && w * h > (uint64_t)*width * *height) {
			*width = (uint32_t)w;
			*height = (uint32_t)h;
		}
	}
	if (turned) {
		uint32_t w = *width;

		*width = *height;
		*height = w;
	}
	return !c.failed && *width && *height;
}

/* --- notes --- */

/* A copy that is being blotted. */
struct copy {
	char *bytes;
	struct str all;		/* the same */
	struct str idat;	/* where small items are kept; or empty */
	uint64_t items[NOTES_MAX];
	size_t nitems;
	size_t left;		/* bytes that may still be blotted */
};

static void blot(struct copy *c, struct str part)
{
	if (part.len)
		memset(c->bytes + (part.s - c->all.s), 0, part.len);
}

static void rename_free(struct copy *c, struct str type)
{
	memcpy(c->bytes + (type.s - c->all.s), "free", 4);
}

static bool is_note(struct str type)
{
	return str_is(type, "Exif") || str_is(type, "mime") ||
	       str_is(type, "uri ");
}

/* An item becomes one of a kind that nobody knows, and so is passed over. */
static bool read_item(struct copy *c, struct str info)
{
	struct cursor in = { info, false };
	uint64_t version = take(&in, 1), id;
	struct str type;

	take(&in, 3);
	if (in.failed || version < 2 || version > 3)
		return false;
	id = take(&in, version == 2 ? 2 : 4);
	take(&in, 2);
	type = str_upto(in.rest, 4);
	if (in.failed || type.len < 4)
		return false;
	if (!is_note(type))
		return true;
	if (c->nitems == NOTES_MAX)
		return false;
	c->items[c->nitems++] = id;
	rename_free(c, type);
	/* Its name, the type of what is in it. */
	blot(c, str_from(in.rest, 4));
	return true;
}

static bool read_items(struct copy *c, struct str list)
{
	struct cursor in = { list, false };
	uint64_t version = take(&in, 1);
	struct box box;

	take(&in, 3);
	take(&in, version ? 4 : 2);
	while (next_box(&in, &box))
		if (str_is(box.type, "infe") && !read_item(c, box.body))
			return false;
	return !in.failed;
}

static bool has_item(const struct copy *c, uint64_t id)
{
	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i] == id)
			return true;
	return false;
}

/* How many bytes the numbers of a list of places have. */
struct place_form {
	uint64_t version;
	size_t offset, length, base, index;
};

static bool blot_extents(struct copy *c, struct cursor *in,
			 const struct place_form *f)
{
	uint64_t id = take(in, f->version < 2 ? 2 : 4);
	uint64_t method = f->version ? take(in, 2) & 0xf : 0;
	uint64_t base, count;
	struct str where = method ? c->idat : c->all;
	bool blots = has_item(c, id);

	take(in, 2);
	base = take(in, f->base);
	count = take(in, 2);
	/* Where places take no bytes, a short file can have any number. */
	if (count > 1 && !f->offset && !f->length)
		return false;
	for (uint64_t i = 0; i < count && !in->failed; i++) {
		uint64_t at, length;

		if (f->version)
			take(in, f->index);
		at = base + take(in, f->offset);
		length = take(in, f->length);
		if (!blots)
			continue;
		if (method > 1 || !length || at > where.len ||
		    length > where.len - at || length > c->left)
			return false;
		c->left -= (size_t)length;
		blot(c, str_upto(str_from(where, (size_t)at), (size_t)length));
	}
	return !in->failed;
}

static bool blot_places(struct copy *c, struct str list)
{
	struct cursor in = { list, false };
	struct place_form f = { .version = take(&in, 1) };
	uint64_t sizes, count;

	take(&in, 3);
	sizes = take(&in, 2);
	f.offset = sizes >> 12 & 0xf;
	f.length = sizes >> 8 & 0xf;
	f.base = sizes >> 4 & 0xf;
	f.index = sizes & 0xf;
	count = take(&in, f.version < 2 ? 2 : 4);
	if (in.failed || f.version > 2)
		return false;
	for (uint64_t i = 0; i < count && !in.failed; i++)
		if (!blot_extents(c, &in, &f))
			return false;
	return !in.failed;
}

/* Boxes that anybody may put what he likes into. */
static bool blot_boxes(struct copy *c, struct str in)
{
	struct cursor boxes = { in, false };
	struct box box;

	while (next_box(&boxes, &box))
		if (str_is(box.type, "uuid") || str_is(box.type, "udta") ||
		    str_is(box.type, "free") || str_is(box.type, "skip")) {
			blot(c, box.body);
			rename_free(c, box.type);
		}
	return !boxes.failed;
}

bool avif_add_plain(struct strbuf *out, struct str bytes)
{
	size_t before = out->len;
	struct copy c = { .nitems = 0 };
	struct str meta, list;

	strbuf_addslice(out, bytes);
	c.bytes = out->buf + before;
	c.all = str_from(strbuf_slice(out), before);
	c.idat = STR("");
	/* What is told again and again is no note of a camera, but takes time. */
	c.left = bytes.len;
	if (!find_meta(c.all, &meta) || !find_box(meta, "iinf", &list) ||
	    !read_items(&c, list) || !find_box(meta, "iloc", &list))
		return false;
	find_box(meta, "idat", &c.idat);
	return blot_places(&c, list) && blot_boxes(&c, c.all) &&
	       blot_boxes(&c, meta);
}
