/* SPDX-License-Identifier: MIT */
/* Widths, folding and visible forms of text, by utf8proc. */
#include "core/text/unicode.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "core/base/alloc.h"
#include "core/base/utf8.h"

static uint32_t next_char(struct str *rest)
{
	return utf8_next(rest) & ~UTF8_INVALID;
}

/*
 * Take one grapheme off the front; returns its columns.  It is as wide as its
 * widest character; a flag (two regional indicators) and a character that is
 * asked to be shown as an emoji take two.
 */
static size_t next_grapheme(struct str *rest)
{
	utf8proc_int32_t state = 0;
	uint32_t last = next_char(rest);
	int width = utf8proc_charwidth((utf8proc_int32_t)last);
	bool flag = last >= 0x1f1e6 && last <= 0x1f1ff;

	while (rest->len) {
		struct str after = *rest;
		uint32_t c = next_char(&after);
		int w;

		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)last,
						     (utf8proc_int32_t)c,
						     &state))
			break;
		w = utf8proc_charwidth((utf8proc_int32_t)c);
		if (w > width)
			width = w;
		if ((c == 0xfe0f && width) || flag)
			width = 2;
		last = c;
		*rest = after;
	}
	return width > 0 ? (size_t)width : 0;
}

static bool is_printable_ascii(char c)
{
	return c >= ' ' && c < 0x7f;
}

static size_t next_columns(struct str *rest)
{
	if (is_printable_ascii(rest->s[0]) &&
	    (rest->len == 1 || (unsigned char)rest->s[1] < 0x80)) {
		*rest = str_from(*rest, 1);
		return 1;
	}
	return next_grapheme(rest);
}

/* How many bytes at its start are a column each. */
static size_t plain_columns(struct str s)
{
	size_t n = 0;

	while (n < s.len && is_printable_ascii(s.s[n]))
		n++;
	/* A mark that follows may belong to the last one. */
	return n && n < s.len && (unsigned char)s.s[n] >= 0x80 ? n - 1 : n;
}

size_t unicode_width(struct str s)
{
	size_t width = 0;

	while (s.len) {
		size_t plain = plain_columns(s);

		width += plain;
		s = str_from(s, plain);
		if (s.len)
			width += next_columns(&s);
	}
	return width;
}

struct str unicode_fit(struct str s, size_t columns)
{
	struct str rest = s;
	size_t width = 0;

	while (rest.len) {
		struct str before = rest;

		width += next_columns(&rest);
		if (width > columns)
			return str_upto(s, s.len - before.len);
	}
	return s;
}

/* The decomposition of one character; at most 18 of them (NFKD). */
#define DECOMPOSED_MAX 32

static size_t decompose(utf8proc_int32_t *to, uint32_t c, int options)
{
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(
		(utf8proc_int32_t)c, to, DECOMPOSED_MAX,
		(utf8proc_option_t)options, &boundary);

	if (n < 0 || n > DECOMPOSED_MAX) {
		to[0] = 0xfffd;
		return 1;
	}
	return (size_t)n;
}

/*
 * Accents of Latin, Greek and Cyrillic letters.  The marks of other scripts
 * are no decoration: without them Hindi or Japanese words would be others.
 */
static bool is_accent(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36f) || (c >= 0x1ab0 && c <= 0x1aff) ||
	       (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff);
}

/*
 * The digits of a script stand in runs of ten, so the value of one follows from
 * how many digits stand before it.
 */
static uint32_t ascii_digit(uint32_t c)
{
	uint32_t before = 0;

	if (c < 0x80 || utf8proc_category((utf8proc_int32_t)c) !=
				UTF8PROC_CATEGORY_ND)
		return c;
	while (before < 60 &&
	       utf8proc_category((utf8proc_int32_t)(c - before - 1)) ==
		       UTF8PROC_CATEGORY_ND)
		before++;
	return '0' + before % 10;
}

struct characters {
	utf8proc_int32_t *list;
	size_t count, cap;
};

static void characters_release(struct characters *c)
{
	free(c->list);
}

static void characters_add(struct characters *to, uint32_t c)
{
	XGROW(to->list, to->count, to->cap);
	to->list[to->count++] = (utf8proc_int32_t)c;
}

/* Put canonical order and composed forms back, and append as UTF-8. */
static void add_composed(struct strbuf *out, struct characters *from)
{
	utf8proc_ssize_t n;

	if (!from->count)
		return;
	n = utf8proc_normalize_utf32(from->list,
				     (utf8proc_ssize_t)from->count,
				     UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	for (utf8proc_ssize_t i = 0; i < n; i++)
		utf8_add(out, (uint32_t)from->list[i]);
}

static int char_class(utf8proc_int32_t c)
{
	return utf8proc_get_property(c)->combining_class;
}

/* Canonical order: marks of unlike classes sorted, the rest left in place. */
static void order_marks(struct characters *c)
{
	for (size_t i = 1; i < c->count; i++) {
		utf8proc_int32_t mark = c->list[i];
		int class = char_class(mark);
		size_t at = i;

		while (class && at && i - at < DECOMPOSED_MAX &&
		       char_class(c->list[at - 1]) > class) {
			c->list[at] = c->list[at - 1];
			at--;
		}
		c->list[at] = mark;
	}
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.s[i] >= 0x80)
			return false;
	return true;
}

static void add_ascii_folded(struct strbuf *out, struct str s)
{
	char *to;

	strbuf_grow(out, s.len);
	to = out->buf + out->len;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.s[i];

		to[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	out->len += s.len;
	out->buf[out->len] = '\0';
}

void unicode_add_folded(struct strbuf *out, struct str s)
{
	const int options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
			    UTF8PROC_CASEFOLD;
	AUTO(characters) all = { NULL, 0, 0 };

	if (is_ascii(s)) {
		add_ascii_folded(out, s);
		return;
	}
	while (s.len) {
		utf8proc_int32_t parts[DECOMPOSED_MAX];
		size_t n = decompose(parts, next_char(&s), options);

		for (size_t i = 0; i < n; i++)
			if (!is_accent((uint32_t)parts[i]))
				characters_add(&all, (uint32_t)parts[i]);
	}
	order_marks(&all);
	add_composed(out, &all);
}

void unicode_add_normal(struct strbuf *out, struct str s)
{
	const int options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
	AUTO(characters) all = { NULL, 0, 0 };

	if (is_ascii(s)) {
		strbuf_addslice(out, s);
		return;
	}
	while (s.len) {
		utf8proc_int32_t parts[DECOMPOSED_MAX];
		size_t n = decompose(parts, next_char(&s), options);

		for (size_t i = 0; i < n; i++)
			characters_add(&all, ascii_digit((uint32_t)parts[i]));
	}
	order_marks(&all);
	add_composed(out, &all);
}

/* Marks to Unicode, but they say how an emoji is drawn, and stand on no letter. */
static bool is_variation_selector(uint32_t c)
{
	return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

bool unicode_is_word(uint32_t c)
{
	utf8proc_category_t k;

	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		       (c >= 'A' && c <= 'Z');
	if (c > 0x10ffff || is_variation_selector(c))
		return false;
	k = utf8proc_category((utf8proc_int32_t)c);
	return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_NO;
}

bool unicode_is_mark(uint32_t c)
{
	utf8proc_category_t k;

	if (c < 0x300 || c > 0x10ffff || is_variation_selector(c))
		return false;
	k = utf8proc_category((utf8proc_int32_t)c);
	return k >= UTF8PROC_CATEGORY_MN && k <= UTF8PROC_CATEGORY_ME;
}

bool unicode_is_unspaced(uint32_t c)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {
		{ 0x0e01, 0x0eff },   { 0x1000, 0x109f },   /* Thai, Burmese */
		{ 0x1100, 0x11ff },   { 0x1780, 0x17d3 },   /* Jamo, Khmer */
		{ 0x3005, 0x3007 },   { 0x3041, 0x309f },   /* Hiragana */
		{ 0x30a1, 0x30fa },   { 0x30fc, 0x30ff },   /* Katakana */
		{ 0x3105, 0x318e },   { 0x31a0, 0x31bf },   { 0x31f0, 0x31ff },
		{ 0x3400, 0x4dbf },   { 0x4e00, 0x9fff },   /* Han */
		{ 0xa960, 0xa97f },   { 0xac00, 0xd7fb },   /* Hangul */
		{ 0xf900, 0xfaff },   { 0xff66, 0xff9f },
		{ 0x20000, 0x3ffff },
	};

	if (c < ranges[0].first || c == 0xe3f || c > 0x3ffff)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(ranges); i++)
		if (c <= ranges[i].last)
			return c >= ranges[i].first;
	return false;
}

/* Characters that turn the direction of what is around them. */
static bool is_bidi_control(uint32_t c)
{
	return c == 0x61c || c == 0x200e || c == 0x200f ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void add_visible_char(struct strbuf *out, uint32_t c)
{
	if (c == '\n' || c == '\t' || (c >= ' ' && c < 0x7f))
		strbuf_addch(out, (char)c);
	else if (c < 0x80)
		strbuf_addf(out, "^%c", (char)(c ^ 0x40));
	else if (c < 0xa0 || is_bidi_control(c))
		strbuf_addf(out, "\\u%04x", (unsigned)c);
	else
		utf8_add(out, c);
}

void unicode_add_visible(struct strbuf *out, struct str s)
{
	while (s.len) {
		size_t run = 0;

		while (run < s.len && is_printable_ascii(s.s[run]))
			run++;
		strbuf_add(out, s.s, run);
		s = str_from(s, run);
		if (s.len)
			add_visible_char(out, next_char(&s));
	}
}
