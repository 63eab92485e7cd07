/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_CSV_H
#define IMPORTERS_CSV_H

#include "core/model/section.h"
#include "core/text/csv.h"
#include "importers/dating.h"
#include "importers/importer.h"

/* What a column of a table says of an entry. */
enum column_role {
	ROLE_NONE,		/* kept in the text, under its name */
	ROLE_DATE,
	ROLE_DAY,		/* "Day 5" */
	ROLE_ROUND,
	ROLE_TITLE,
	ROLE_TEXT,		/* kept as it is */
	ROLE_MINUTES,
	ROLE_HOURS,
	ROLE_DURATION,		/* "1:30" is an hour and a half */
	ROLE_TIME,		/* "1:30" is perhaps a time of day */
	ROLE_TAGS,
	ROLE_SECTION,		/* ROLE_SECTION + enum section */
};

struct column {
	int role;
	struct str name;	/* the cell of the first record */
};

struct columns {
	struct column at[CSV_FIELDS_MAX];
	size_t count;
	bool header;		/* the first record has the names */
	size_t known;		/* that have a role */
};

/* By the names in the first record, in any language that we know. */
void columns_guess(struct columns *c, const struct csv_record *first);

/* Where no column is called a date: the one called a day, or the only one of
 * `record`, that has one. */
void columns_find_date(struct columns *c, const struct csv_record *record,
		       struct dating *d);
/* Is it a list of payments, by the names of its columns? */
bool columns_count_money(const struct columns *c);

int columns_find(const struct columns *c, int role);	/* -1: none */

/* "date=When,text=2": what the user says, by name or number of a column. */
int columns_map(struct columns *c, const char *map, struct error *err)
	MUST_CHECK;

/* "90", "1.5 h", "1h 30m", "1:30" as minutes, 1 … LIMIT_MINUTES; 0: it is not
 * certain that it is one. */
int minutes_read(struct str cell, int role);

#endif
