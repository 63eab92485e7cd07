/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_100DAYS_H
#define EXPORTERS_100DAYS_H

#include <stdbool.h>

#include "core/base/strbuf.h"
#include "core/model/entry.h"

/*
 * Append a heading for `e` in the style of `sample`'s: the same marks, label,
 * form of date and weekday.  False, and nothing appended, when the sample's
 * heading says more than number and date, so that its style cannot be told.
 */
bool heading_add_like(struct strbuf *out, const struct entry *sample,
		      const struct entry *e);

/*
 * Append "### Day 9: July 13, 2022", or "### R1D9: …" for a `round` over 0, as
 * a heading of that level.
 */
void heading_add_plain(struct strbuf *out, const struct entry *e, int round,
		       int level);

#endif
