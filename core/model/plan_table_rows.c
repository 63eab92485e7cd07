/* SPDX-License-Identifier: MIT */
/* Which rows of a plan's tables are items, and what they are called. */
#include "core/model/plan_table.h"

#include <ctype.h>
#include <string.h>

#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/model/date_words.h"
#include "core/model/plan_span.h"
#include "core/text/unicode.h"

/* Cells are parted by a bar with blanks around it, or at the row's end. */
struct str plan_cell_next(struct str *row)
{
	struct str whole = *row;

	if (!whole.s)
		return STR_NONE;
	for (size_t i = 0; i < whole.len; i++) {
		bool before = !i || whole.s[i - 1] == ' ';
		bool after = i + 1 == whole.len || whole.s[i + 1] == ' ';

		if (whole.s[i] != '|' || !before || !after)
			continue;
		*row = str_from(whole, i + 1);
		return str_trim(str_upto(whole, i));
	}
	*row = STR_NONE;
	return str_trim(whole);
}

/* Letters of any script: a form to fill in and a number have none. */
static bool has_letters(struct str cell)
{
	while (cell.len) {
		uint32_t c = utf8_next(&cell);

		if (c < 0x110000 && unicode_is_word(c) && c != '_' &&
		    !(c >= '0' && c <= '9'))
			return true;
	}
	return false;
}

static bool is_name(struct str cell)
{
	return has_letters(cell) && plan_status_read(cell) == PLAN_STATUS_NONE;
}

static bool has_name(struct str row)
{
	struct str cell;

	while ((cell = plan_cell_next(&row)).s)
		if (is_name(cell))
			return true;
	return false;
}

/* Does the cell of the days say when: "3", "Day 3-4", "Mon", "12 May"? */
static bool says_when(struct str cell)
{
	struct plan_span span;
	enum weekday day;
	size_t letters = 0;

	for (size_t i = 0; i < cell.len; i++)
		if (isdigit((unsigned char)cell.s[i]))
			return true;
	while (cell.len && strchr("*_~` ", *cell.s))
		cell = str_from(cell, 1);
	while (letters < cell.len && isalpha((unsigned char)cell.s[letters]))
		letters++;
	return plan_span_read(&span, cell) ||
	       date_words_weekday(str_upto(cell, letters), &day);
}

/* Beside other columns, a number alone is that of something else. */
static bool is_bare_number(struct str cell)
{
	unsigned number;

	return !str_to_uint(str_trim(cell), 999999, &number);
}

/* Besides when, a row of a schedule says what. */
static bool is_scheduled(const struct plan_table *t, struct str row)
{
	struct str cell;
	bool named = false, when = false;

	for (int i = 0; t->when >= 0 && (cell = plan_cell_next(&row)).s; i++) {
		if (i == t->when)
			when = says_when(cell) &&
			       (!i || !is_bare_number(cell));
		else
			named |= is_name(cell);
	}
	return named && when;
}

bool plan_row_is_item(const struct plan_table *t, struct str row,
		      enum plan_section section, bool span)
{
	bool listed = section != PLAN_NONE && section != PLAN_OVERVIEW;

	if (t->figures || !has_name(row))
		return false;
	return listed || t->status >= 0 ||
	       (section == PLAN_NONE &&
		(is_scheduled(t, row) || (span && t->tasks)));
}

struct str plan_row_name(struct str row, struct arena *mem)
{
	AUTO(strbuf) name = STRBUF_INIT;
	struct str rest = row, cell;

	while ((cell = plan_cell_next(&rest)).s) {
		if (!is_name(cell))
			continue;
		if (str_ends(cell, "?"))
			return arena_str(mem, cell);
		strbuf_addstr(&name, name.len ? " | " : "");
		strbuf_addslice(&name, cell);
	}
	return name.len ? arena_str(mem, strbuf_slice(&name)) : row;
}
