/* SPDX-License-Identifier: MIT */
/* Numbers in few bytes. */
#include "core/base/leb128.h"

void leb128_add_long(struct strbuf *out, uint64_t number)
{
	for (; number >= 0x80; number >>= 7)
		strbuf_addch(out, (char)(number | 0x80));
	strbuf_addch(out, (char)number);
}

uint64_t leb128_take_long(struct str *bytes)
{
	uint64_t number = 0;
	unsigned shift = 0;

	while (bytes->len) {
		unsigned char c = (unsigned char)*bytes->s;

		bytes->s++;
		bytes->len--;
		if (shift < 64)
			number |= (uint64_t)(c & 0x7f) << shift;
		shift += 7;
		if (!(c & 0x80))
			break;
	}
	return number;
}
