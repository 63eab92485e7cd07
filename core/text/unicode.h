/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_UNICODE_H
#define CORE_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/* Unicode by utf8proc; unicode.c is the only file that includes <utf8proc.h>. */

/* Columns on a terminal, by grapheme (UAX #29); control characters count 0. */
size_t unicode_width(struct str s);

/* The longest front part that fits into `columns`. */
struct str unicode_fit(struct str s, size_t columns);

/* Case folded, compatibility characters unified, marks removed: what a reader
 * takes for the same word ("Café", "CAFÉ", "cafe"; "ＡＷＳ", "aws"). */
void unicode_add_folded(struct strbuf *out, struct str s);

/* NFKC, digits of any script as 0-9, case kept: "Día ３" -> "Día 3". */
void unicode_add_normal(struct strbuf *out, struct str s);

/* Part of a word: letters, digits and the marks on them; and such a mark. */
bool unicode_is_word(uint32_t c);
bool unicode_is_mark(uint32_t c);

/* Written without blanks between words: Chinese, Japanese, Korean (whose
 * particles hang on), Thai, Lao, Khmer and Burmese; letters only. */
bool unicode_is_unspaced(uint32_t c);

/*
 * Text from a journal as a terminal may show it: C0 but \n and \t, DEL, C1
 * and bidirectional controls in a visible form (^[, \u202e), invalid bytes as
 * Latin-1 (CWE-150).
 */
void unicode_add_visible(struct strbuf *out, struct str s);

#endif
