/* SPDX-License-Identifier: MIT */
/* Reading and writing UTF-8. */
#include "core/base/utf8.h"

#include <string.h>

static bool is_continuation(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* How long a sequence with this first byte is; 0: it cannot begin one. */
static size_t sequence_length(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first <= 0xdf)
		return 2;
	if (first >= 0xe0 && first <= 0xef)
		return 3;
	if (first >= 0xf0 && first <= 0xf4)
		return 4;
	return 0;
}

static uint32_t take(struct str *rest, size_t len, uint32_t value)
{
	*rest = str_from(*rest, len);
	return value;
}

uint32_t utf8_next(struct str *rest)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)rest->s;
	size_t len;
	uint32_t c;

	if (!rest->len)
		return 0;
	len = sequence_length(p[0]);
	if (len == 1)
		return take(rest, 1, p[0]);
	if (!len || len > rest->len)
		return take(rest, 1, UTF8_INVALID | p[0]);
	c = p[0] & (0xffu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if (!is_continuation(p[i]))
			return take(rest, 1, UTF8_INVALID | p[0]);
		c = c << 6 | (p[i] & 0x3f);
	}
	if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return take(rest, 1, UTF8_INVALID | p[0]);
	return take(rest, len, c);
}

/* How many bytes at the front are ASCII, as far as whole words of them are. */
static size_t ascii_length(struct str s)
{
	uint64_t word;
	size_t n = 0;

	for (; s.len - n >= sizeof(word); n += sizeof(word)) {
		memcpy(&word, s.s + n, sizeof(word));
		if (word & UINT64_C(0x8080808080808080))
			break;
	}
	return n;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += (s.s[i] & 0xc0) != 0x80;
	return n;
}

bool utf8_is_valid(struct str s)
{
	while (s.len) {
		s = str_from(s, ascii_length(s));
		if (s.len && utf8_next(&s) & UTF8_INVALID)
			return false;
	}
	return true;
}

void utf8_add(struct strbuf *out, uint32_t c)
{
	if (c < 0x80) {
		strbuf_addch(out, (char)c);
	} else if (c < 0x800) {
		strbuf_addch(out, (char)(0xc0 | c >> 6));
		strbuf_addch(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		strbuf_addch(out, (char)(0xe0 | c >> 12));
		strbuf_addch(out, (char)(0x80 | (c >> 6 & 0x3f)));
		strbuf_addch(out, (char)(0x80 | (c & 0x3f)));
	} else {
		strbuf_addch(out, (char)(0xf0 | c >> 18));
		strbuf_addch(out, (char)(0x80 | (c >> 12 & 0x3f)));
		strbuf_addch(out, (char)(0x80 | (c >> 6 & 0x3f)));
		strbuf_addch(out, (char)(0x80 | (c & 0x3f)));
	}
}

void utf8_add_repaired(struct strbuf *out, struct str s)
{
	while (s.len) {
		uint32_t c = utf8_next(&s);

		if (!c)
			c = 0xfffd;
		utf8_add(out, c & ~UTF8_INVALID);
	}
}
