/* SPDX-License-Identifier: MIT */
/* Reading UTF-16 of either byte order. */
#include "core/base/utf16.h"

#include <stdint.h>

#include "core/base/utf8.h"

#define FRONT 400	/* bytes that are looked at where there is no mark */

enum byte_order { ORDER_NONE, ORDER_LITTLE, ORDER_BIG };

static enum byte_order order_of_mark(struct str bytes)
{
	if (bytes.len < 2)
		return ORDER_NONE;
	if (bytes.s[0] == '\xff' && bytes.s[1] == '\xfe')
		return ORDER_LITTLE;
	return bytes.s[0] == '\xfe' && bytes.s[1] == '\xff' ? ORDER_BIG
							    : ORDER_NONE;
}

/* Of Western text, every other byte is a NUL. */
static enum byte_order order_of_nuls(struct str bytes)
{
	size_t nuls[2] = { 0, 0 };
	size_t half = (bytes.len < FRONT ? bytes.len : FRONT) / 2;

	for (size_t i = 0; i < 2 * half; i++)
		nuls[i % 2] += !bytes.s[i];
	if (half < 4)
		return ORDER_NONE;
	if (nuls[1] * 10 > half * 9 && !nuls[0])
		return ORDER_LITTLE;
	return nuls[0] * 10 > half * 9 && !nuls[1] ? ORDER_BIG : ORDER_NONE;
}

bool utf16_is(struct str bytes)
{
	return order_of_mark(bytes) != ORDER_NONE ||
	       order_of_nuls(bytes) != ORDER_NONE;
}

static uint32_t unit_take(struct str *rest, enum byte_order order)
{
	uint32_t a = (unsigned char)rest->s[0], b = (unsigned char)rest->s[1];

	*rest = str_from(*rest, 2);
	return order == ORDER_BIG ? a << 8 | b : b << 8 | a;
}

/* A code point off the front, or 0: there is none. */
static uint32_t code_point_take(struct str *rest, enum byte_order order)
{
	uint32_t high = unit_take(rest, order), low;

	if (high < 0xd800 || high > 0xdfff)
		return high == 0xfffe || high == 0xffff ? 0 : high;
	if (high > 0xdbff || rest->len < 2)
		return 0;
	low = unit_take(rest, order);
	if (low < 0xdc00 || low > 0xdfff)
		return 0;
	return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

bool utf16_add_utf8(struct strbuf *out, struct str bytes)
{
	enum byte_order order = order_of_mark(bytes);
	size_t before = out->len;

	if (order != ORDER_NONE)
		bytes = str_from(bytes, 2);
	else
		order = order_of_nuls(bytes);
	if (order == ORDER_NONE || bytes.len % 2)
		return false;
	while (bytes.len) {
		uint32_t c = code_point_take(&bytes, order);

		if (!c) {
			strbuf_truncate(out, before);
			return false;
		}
		utf8_add(out, c);
	}
	return true;
}
