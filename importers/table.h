/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_TABLE_H
#define IMPORTERS_TABLE_H

#include "importers/csv.h"

/* Is it named as a table of values: "study.csv", "study.tsv"? */
bool table_is_named(struct str name);

/* What the columns are of the table that a log is, by the names in the last
 * head of one in what stands above its first day; none, if there is no head.
 * The names are slices of that. */
void table_columns_read(struct columns *out, struct str above);

/* The minutes that the first line of `row` says in the column of the time, as
 * minutes_read does; 0: it does not say it. */
int table_row_minutes(const struct columns *columns, struct str row);

#endif
