/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_MOJIBAKE_H
#define CORE_TEXT_MOJIBAKE_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Text that was UTF-8, was read as Windows-1252 and written as UTF-8 again, so
 * that "é" is "Ã©" and "’" is "â€™"; or that this happened to twice.  Found by
 * its bytes: characters that, as bytes of Windows-1252, are one valid UTF-8
 * sequence.  The table is that of the WHATWG Encoding Standard.
 */

/* The first such run in `s`, and where it begins; .s is NULL: there is none. */
struct str mojibake_find(struct str s);

/* Append `s` with each of them as it was meant; true: there was one. */
bool mojibake_mend(struct strbuf *out, struct str s);

#endif
