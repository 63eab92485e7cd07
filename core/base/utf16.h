/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_UTF16_H
#define CORE_BASE_UTF16_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/* UTF-16 of either byte order (RFC 2781), as editors of Windows save it. */

/* Do the bytes begin with its byte order mark, or is every other byte of the
 * front a NUL, as in Western text without that mark? */
bool utf16_is(struct str bytes);

/*
 * Append such bytes as UTF-8, without the mark.  False, with `out` as it was:
 * they are no UTF-16 after all, for a surrogate has no other, half a unit is
 * left over, or there is a NUL or a character that Unicode says is none.
 */
bool utf16_add_utf8(struct strbuf *out, struct str bytes);

#endif
