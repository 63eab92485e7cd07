/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_LEB128_H
#define CORE_BASE_LEB128_H

#include <stdint.h>

#include "core/base/strbuf.h"

/*
 * Numbers in few bytes: seven bits in each, the lowest first, and all but the
 * last byte of a number are from 128 on (LEB128, of DWARF 5, 7.6, for numbers
 * without a sign).
 */
void leb128_add_long(struct strbuf *out, uint64_t number);
static inline void leb128_add(struct strbuf *out, uint64_t number)
{
	/* As most are. */
	if (number < 0x80)
		strbuf_addch(out, (char)number);
	else
		leb128_add_long(out, number);
}

/* Take one off the front.  What is broken off, or has more than 64 bits, gives
 * any number; where there is nothing, 0. */
uint64_t leb128_take_long(struct str *bytes);
static inline uint64_t leb128_take(struct str *bytes)
{
	if (bytes->len && !(*bytes->s & 0x80)) {
		bytes->len--;
		return (uint64_t)*bytes->s++;
	}
	return leb128_take_long(bytes);
}

#endif
