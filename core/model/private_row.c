/* SPDX-License-Identifier: MIT */
/* The rows and cells of a table that are private by what they are called. */
#include "core/model/private_row.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/section_marks.h"
#include "core/text/frontmatter.h"

/* --- cells --- */

struct str private_next_cell(struct str *row)
{
	struct str cell = *row;
	size_t n = 0;

	while (n < row->len && row->s[n] != '|')
		n += row->s[n] == '\\' && n + 1 < row->len ? 2 : 1;
	*row = str_from(*row, n + 1);
	return str_upto(cell, n);
}

size_t private_cells_before(struct str first_cells)
{
	size_t n = 0;

	first_cells = str_trim(first_cells);
	if (str_starts(first_cells, "|"))
		first_cells = str_from(first_cells, 1);
	while (first_cells.len) {
		size_t before = first_cells.len;

		n += private_next_cell(&first_cells).len < before;
	}
	return n;
}

struct str private_row_content(struct str line)
{
	size_t before;

	do {
		before = line.len;
		section_skip_containers(&line);
	} while (line.len < before);
	return line;
}

struct str private_row_cells(struct str row)
{
	row = private_row_content(row);
	return str_starts(row, "|") ? str_from(row, 1) : row;
}

static bool is_of_delimiters(struct str line)
{
	bool dash = false, bar = false;

	for (size_t i = 0; i < line.len; i++) {
		dash |= line.s[i] == '-';
		bar |= line.s[i] == '|';
		if (!strchr("|-: \t", line.s[i]))
			return false;
	}
	return dash && bar;
}

/* "- | -" begins with no bullet. */
struct str private_delimiter_row(struct str line)
{
	line = str_trim(line);
	if (!is_of_delimiters(line))
		line = private_row_content(line);
	return is_of_delimiters(line) ? line : STR("");
}

/* --- what is in a cell --- */

/* "[Thoughts](x)", "*Thoughts* …", "Thoughts<br>of today": the words. */
static void add_plain(struct strbuf *out, struct str cell)
{
	while (cell.len) {
		char c = cell.s[0];
		size_t skip = 1;

		if (c == '<' || str_starts(cell, "](")) {
			skip = str_find(cell, c == '<' ? '>' : ')') + 1;
			strbuf_addch(out, ' ');
		} else if (!strchr("*_`~[]", c)) {
			strbuf_addch(out, c);
		}
		cell = str_from(cell, skip);
	}
}

bool private_names_section(struct str cell, enum section *section)
{
	AUTO(strbuf) plain = STRBUF_INIT;
	struct str rest;

	cell = str_trim(cell);
	if (!cell.len || cell.len > PRIVATE_NAME_MAX)
		return false;
	if (section_label(cell, section, &rest))
		return true;
	add_plain(&plain, cell);
	return plain.len < cell.len &&
	       section_label(str_trim(strbuf_slice(&plain)), section, &rest);
}

static enum section private_name(struct str cell, const bool sections[])
{
	enum section section;

	return private_names_section(cell, &section) && sections[section]
		       ? section : SECTION_NONE;
}

/* A head is a heading of what stands below it. */
static enum section column_name(struct str cell, const bool sections[])
{
	AUTO(strbuf) heading = STRBUF_INIT;

	if (cell.len > PRIVATE_NAME_MAX || !section_may_be_label(cell))
		return SECTION_NONE;
	strbuf_addstr(&heading, "# ");
	strbuf_addslice(&heading, str_trim(cell));
	return private_name(strbuf_slice(&heading), sections);
}

void private_columns_read(struct strbuf *columns, struct str head,
			  const bool sections[])
{
	head = private_row_cells(head);
	while (head.len) {
		struct str cell = private_next_cell(&head);
		enum section section = private_name(cell, sections);

		strbuf_addch(columns, (char)(section ? section :
					column_name(cell, sections)));
	}
}

static bool says_something(struct str cells)
{
	while (cells.len)
		if (str_trim(private_next_cell(&cells)).len)
			return true;
	return false;
}

enum section private_row_label(struct str row, const bool sections[])
{
	struct str rest = private_row_cells(row);
	struct str first = private_next_cell(&rest);

	return says_something(rest) ? private_name(first, sections)
				    : SECTION_NONE;
}

bool private_row_has_labels(struct str row)
{
	enum section section;

	row = private_row_cells(row);
	private_next_cell(&row);
	while (row.len)
		if (private_names_section(private_next_cell(&row), &section))
			return true;
	return false;
}

/* "Thoughts: fine" is a cell of that section, and "Thoughts" leads to the cells
 * behind it. */
static enum section cell_section(struct str cell, enum section *leads)
{
	enum section section;
	struct str rest = STR("");

	cell = str_trim(cell);
	if (!section_label(cell, &section, &rest) &&
	    !private_names_section(cell, &section))
		return *leads;
	if (rest.len)
		return section;
	*leads = section;
	return SECTION_NONE;
}

void private_row_read_labels(struct strbuf *columns, struct str row,
			     const bool sections[])
{
	enum section leads = SECTION_NONE;

	row = private_row_cells(row);
	for (size_t i = 0; row.len; i++) {
		enum section section = cell_section(private_next_cell(&row),
						    &leads);

		if (i == columns->len)
			strbuf_addch(columns, SECTION_NONE);
		if (sections[section])
			columns->buf[i] = (char)section;
	}
}

/* --- an entry that was a row --- */

/* Front matter that is no YAML has its lines all the same. */
static struct str front_line(struct str front, const char *key)
{
	struct str line;

	while ((line = str_next_line(&front)).s)
		if (str_starts_nocase(line, key))
			return str_trim(str_from(line, strlen(key)));
	return STR_NONE;
}

/* The heading of an entry that came from a log, if it is one of Markdown. */
static struct str heading_above(struct str front)
{
	struct str heading = front_line(front, "heading:");

	if (heading.len > 1 && strchr("\"'", heading.s[0]))
		heading = str_upto(str_from(heading, 1), heading.len - 2);
	return str_starts(heading, "#") ? heading : STR("");
}

/* Their names between bars, as a list of YAML has them too. */
static void add_names(struct strbuf *out, const struct frontmatter *fm)
{
	const struct frontmatter_field *field = frontmatter_field(fm, "columns");

	for (size_t i = 0; field && i < field->count; i++) {
		strbuf_addstr(out, i ? "|" : "");
		strbuf_addslice(out, field->values[i]);
	}
}

struct private_rules private_rules_read(const bool sections[], struct str front,
					struct arena *mem)
{
	struct private_rules rules = { .sections = sections };
	struct error ignored = ERROR_INIT;
	struct str heading = STR_NONE;
	AUTO(strbuf) names = STRBUF_INIT;
	AUTO(strbuf) head = STRBUF_INIT;
	struct frontmatter fm;

	rules.heading = heading_above(front);
	if (str_find_str(front, STR("columns")) == front.len)
		return rules;
	if (frontmatter_parse(&fm, front, mem, &ignored)) {
		strbuf_addslice(&names, front_line(front, "columns:"));
	} else {
		add_names(&names, &fm);
		heading = frontmatter_get(&fm, "heading");
	}
	if (!names.len)
		return rules;
	rules.first_column = private_cells_before(heading);
	for (size_t i = 0; i <= rules.first_column; i++)
		strbuf_addch(&head, '|');
	strbuf_addslice(&head, strbuf_slice(&names));
	rules.head = arena_str(mem, strbuf_slice(&head));
	return rules;
}

/* --- a row --- */

static void add_blank(struct strbuf *out, struct str cell)
{
	for (size_t i = 0; i < cell.len; i++)
		strbuf_addch(out, cell.s[i] == '\r' || cell.s[i] == '\n' ?
				  cell.s[i] : ' ');
}

bool private_row(struct strbuf *out, struct str row, struct str columns,
		 size_t *column, enum section *section)
{
	size_t before = out->len, at = *column;
	bool any = false;

	while (row.len) {
		struct str rest = row, cell = private_next_cell(&row);
		enum section of = at < columns.len
					  ? (enum section)columns.s[at]
					  : SECTION_NONE;
		struct str bar = str_upto(str_from(rest, cell.len),
					  rest.len - cell.len - row.len);

		if (of && str_trim(cell).len) {
			any = true;
			*section = of;
		}
		(of ? add_blank : strbuf_addslice)(out, cell);
		strbuf_addslice(out, bar);
		*column = at;
		at += bar.len;
	}
	if (!any)
		strbuf_truncate(out, before);
	return any;
}
