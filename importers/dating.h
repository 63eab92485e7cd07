/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_DATING_H
#define IMPORTERS_DATING_H

#include "importers/100days.h"

/*
 * The dates of a file, settled together: what 04/05 means, and the year of a
 * date that has none, by the same evidence as in a log of 100 days.  Add one
 * date after another in the order of the file, settle, then ask for each.
 */
struct dating {
	struct daylog log;
};

/* `input`: where a year may be named that no date has; it must stay. */
void dating_init(struct dating *d, struct str input);
void dating_release(struct dating *d);

/*
 * A date, or several, that `text` begins with; `rest` (may be NULL) says
 * whether something else than marks follows.  Nothing is added.
 */
bool dating_reads(struct dating *d, struct str text, bool *rest);

/* Add what `text` begins with; without a date, the place stays undated.
 * Fails when there are too many. */
int dating_add(struct dating *d, struct str text, unsigned line,
	       struct error *err) MUST_CHECK;

/* One more day number for what was added last, and its round; false: it has
 * as many as an entry can have. */
bool dating_add_number(struct dating *d, int number, int round);

void dating_settle(struct dating *d, const struct import_options *options);

/* An entry with days, numbers, flags and line of the date number `i`; they
 * live as long as `d`. */
struct entry dating_entry(struct dating *d, size_t i);

/* The day of an ISO date that fills the slice, or begins it before a "T" or a
 * blank; else DAY_NONE. */
int dating_iso(struct str text);

#endif
