/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_NAMED_H
#define IMPORTERS_100DAYS_NAMED_H

#include "importers/100days.h"

/* The next line, without its end, which may be a bare CR; NULL: none. */
struct str daylog_line_take(struct str *rest);

/* The first heading of a text, folded. */
void daylog_title_add(struct strbuf *out, struct str front);

/* A word for a log; and one anywhere in a folded title. */
bool daylog_is_word_for_log(struct str word);
bool daylog_has_word_for_log(struct str title);

/* "100 Days", "#100jours", "66DaysOfData": a challenge by its name. */
bool daylog_names_challenge(struct str s);

/* "# Advent of Code 2024": a day of December each, by its name. */
bool daylog_names_advent(struct str front);

#endif
