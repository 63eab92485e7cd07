/* SPDX-License-Identifier: MIT */
/* What logs that are tables of Markdown and tables of values have in common. */
#include "importers/table.h"

#include <string.h>

bool table_is_named(struct str name)
{
	struct str tail = name.len > 4 ? str_from(name, name.len - 4) : name;

	return str_eq_nocase(tail, STR(".csv")) ||
	       str_eq_nocase(tail, STR(".tsv")) ||
	       str_eq_nocase(tail, STR(".tab"));
}

/* "|---|:--|", beneath the names of the columns. */
static bool is_rule(struct str row)
{
	for (size_t i = 0; i < row.len; i++)
		if (!strchr("|-: \t\r", row.s[i]))
			return false;
	return str_find_str(row, STR("--")) < row.len &&
	       str_find(row, '|') < row.len;
}

/* The cells between bars, of which one may stand at each end. */
static void read_cells(struct csv_record *out, struct str row)
{
	struct str cell;

	row = str_trim(row);
	if (str_starts(row, "|"))
		row = str_from(row, 1);
	out->count = 0;
	while (out->count < CSV_FIELDS_MAX &&
	       (cell = str_next_field(&row, '|')).s)
		out->fields[out->count++] = str_trim(cell);
}

void table_columns_read(struct columns *out, struct str above)
{
	struct str line, before = STR(""), names = STR("");
	struct csv_record record;

	while ((line = str_next_line(&above)).s) {
		if (is_rule(line))
			names = before;
		before = line;
	}
	read_cells(&record, names);
	columns_guess(out, &record);
}

int table_row_minutes(const struct columns *columns, struct str row)
{
	struct csv_record record;
	int minutes = 0, at;

	read_cells(&record, str_next_line(&row));
	for (int role = ROLE_MINUTES; role <= ROLE_TIME && !minutes; role++) {
		at = columns_find(columns, role);
		if (at >= 0 && (size_t)at < record.count)
			minutes = minutes_read(record.fields[at], role);
	}
	return minutes;
}
