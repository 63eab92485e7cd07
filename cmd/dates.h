/* SPDX-License-Identifier: MIT */
#ifndef CMD_DATES_H
#define CMD_DATES_H

#include "cmd/command.h"
#include "core/model/date_words.h"

/*
 * The days between --since and --until, in words that look to the past: of
 * "last week", the first is meant by one and the last by the other.  What is
 * not typed (NULL) is DAY_NONE.
 */
int dates_between(struct day_span *out, const char *since, const char *until,
		  struct journal *j, struct error *err) MUST_CHECK;

#endif
