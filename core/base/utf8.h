/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_UTF8_H
#define CORE_BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/* UTF-8 by RFC 3629: no surrogates, no overlong forms, nothing over U+10FFFF. */

bool utf8_is_valid(struct str s);
size_t utf8_count(struct str s);	/* code points, if it is valid */

/*
 * Take one code point off the front.  A byte that begins no valid sequence is
 * taken alone and given back as UTF8_INVALID | byte.  An empty slice gives 0.
 */
#define UTF8_INVALID ((uint32_t)0x80000000)
uint32_t utf8_next(struct str *rest);

void utf8_add(struct strbuf *out, uint32_t code_point);

/* Append `s` with every invalid byte read as Latin-1, and NUL as U+FFFD. */
void utf8_add_repaired(struct strbuf *out, struct str s);

#endif
