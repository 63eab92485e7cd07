/* SPDX-License-Identifier: MIT */
/* What logs that are tables of Markdown and tables of values have in common. */
#include "importers/table.h"

#include <ctype.h>
#include <string.h>

#include "core/base/strbuf.h"
#include "core/model/private_row.h"
#include "core/model/section.h"
#include "core/model/plan_status.h"

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
	while (out->count < CSV_FIELDS_MAX && row.len) {
		cell = private_next_cell(&row);
		out->fields[out->count++] = str_trim(cell);
	}
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

void table_head_follow(struct table_head *head, const char *to)
{
	struct str line;

	while (head->rest.len && head->rest.s < to) {
		line = str_next_line(&head->rest);
		if (is_rule(line))
			head->names = head->above;
		head->above = line;
	}
}

const char *table_section_names(const struct table_head *head,
				struct str first_cells, struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;
	size_t first = private_cells_before(first_cells);
	struct csv_record record;
	enum section section;
	bool any = false;

	read_cells(&record, head->names);
	while (record.count && !record.fields[record.count - 1].len)
		record.count--;
	for (size_t i = first; i < record.count; i++) {
		any |= private_names_section(record.fields[i], &section);
		strbuf_addstr(&out, i > first ? " | " : "");
		if (record.fields[i].len <= PRIVATE_NAME_MAX)
			strbuf_addslice(&out, record.fields[i]);
	}
	return any ? arena_strdup(mem, out.buf) : NULL;
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

/* A column for what was done: its cell says so in words, and is no state. */
static bool is_deed(const struct column *column, struct str cell)
{
	size_t letters = 0;

	if (column->role != ROLE_SECTION + SECTION_PROGRESS &&
	    column->role != ROLE_SECTION + SECTION_LEARNED)
		return false;
	for (size_t i = 0; i < cell.len; i++)
		letters += isalpha((unsigned char)cell.s[i]) ||
			   (unsigned char)cell.s[i] >= 0x80;
	return letters >= 2 && plan_status_read(cell) == PLAN_STATUS_NONE;
}

bool table_row_is_deed(struct table_walk *w, struct str row, bool first)
{
	struct csv_record record;

	if (first)
		w->columns.count = 0;
	if (is_rule(row) && w->before.s && !first) {
		read_cells(&record, w->before);
		columns_guess(&w->columns, &record);
		return false;
	}
	w->before = row;
	if (columns_find(&w->columns, ROLE_DAY) != 0)
		return false;
	read_cells(&record, row);
	for (size_t i = 1; i < record.count && i < w->columns.count; i++)
		if (is_deed(&w->columns.at[i], record.fields[i]))
			return true;
	return false;
}
