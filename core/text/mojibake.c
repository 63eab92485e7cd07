/* SPDX-License-Identifier: MIT */
/* Finding and mending UTF-8 that was read as Windows-1252. */
#include "core/text/mojibake.h"

#include <stdint.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"

#define PASSES 3	/* that text goes wrong more often was never seen */

/* Code points of the bytes 0x80 … 0x9f; those without one stand for C1. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
	0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

/* The byte that became this character, or -1. */
static int byte_of(uint32_t c)
{
	if (c >= 0xa0 && c <= 0xff)
		return (int)c;
	for (size_t i = 0; i < ARRAY_SIZE(windows_1252); i++)
		if (windows_1252[i] == c)
			return (int)(0x80 + i);
	return -1;
}

static size_t length_by_lead(int byte)
{
	if (byte >= 0xc2 && byte <= 0xdf)
		return 2;
	if (byte >= 0xe0 && byte <= 0xef)
		return 3;
	return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/*
 * "IRMÃ”" in quotes is a word in capitals, and "Â»" may close one: two
 * characters alone are no proof there.
 */
static bool is_doubtful(struct str before, size_t length)
{
	char last = before.len ? before.s[before.len - 1] : '\0';

	return length == 2 && last >= 'A' && last <= 'Z';
}

/* How many bytes of `s` are one sequence that went wrong; what it was. */
static size_t sequence_read(struct str s, char bytes[4], size_t *length)
{
	struct str rest = s, meant;
	uint32_t c = utf8_next(&rest);
	int byte = byte_of(c);

	*length = length_by_lead(byte);
	if (!*length)
		return 0;
	bytes[0] = (char)byte;
	for (size_t i = 1; i < *length; i++) {
		if (!rest.len)
			return 0;
		byte = byte_of(utf8_next(&rest));
		if (byte < 0x80 || byte > 0xbf)
			return 0;
		bytes[i] = (char)byte;
	}
	meant = (struct str){ bytes, *length };
	return utf8_is_valid(meant) ? s.len - rest.len : 0;
}

/* Bytes of the first sequence at or behind *at, or 0. */
static size_t sequence_find(struct str s, size_t *at, char bytes[4],
			    size_t *length)
{
	while (*at < s.len) {
		if ((unsigned char)s.s[*at] >= 0xc3) {
			size_t taken = sequence_read(str_from(s, *at), bytes,
						     length);

			if (taken && !is_doubtful(str_upto(s, *at), *length))
				return taken;
		}
		++*at;
	}
	return 0;
}

struct str mojibake_find(struct str s)
{
	size_t at = 0, length, end;
	char bytes[4];
	size_t taken = sequence_find(s, &at, bytes, &length);

	if (!taken)
		return STR_NONE;
	/* Sequences that follow each other are one run. */
	for (end = at + taken; end < s.len; end += taken) {
		taken = sequence_read(str_from(s, end), bytes, &length);
		if (!taken)
			break;
	}
	return (struct str){ s.s + at, end - at };
}

static bool mend_once(struct strbuf *out, struct str s)
{
	bool mended = false;

	for (;;) {
		size_t at = 0, length;
		char bytes[4];
		size_t taken = sequence_find(s, &at, bytes, &length);

		strbuf_addslice(out, str_upto(s, at));
		if (!taken)
			return mended;
		strbuf_add(out, bytes, length);
		s = str_from(s, at + taken);
		mended = true;
	}
}

bool mojibake_mend(struct strbuf *out, struct str s)
{
	AUTO(strbuf) a = STRBUF_INIT;
	AUTO(strbuf) b = STRBUF_INIT;
	bool mended = mend_once(&a, s);

	for (int pass = 1; mended && pass < PASSES; pass++) {
		strbuf_reset(&b);
		if (!mend_once(&b, strbuf_slice(&a)))
			break;
		strbuf_reset(&a);
		strbuf_addslice(&a, strbuf_slice(&b));
	}
	strbuf_addslice(out, strbuf_slice(&a));
	return mended;
}
