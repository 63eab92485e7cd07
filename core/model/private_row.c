/* SPDX-License-Identifier: MIT */
/* The cells of a row that are private by the name of their column. */
#include "core/model/private_row.h"

#include "core/text/frontmatter.h"

struct str private_columns(struct str front, struct arena *mem)
{
	struct error ignored = ERROR_INIT;
	struct frontmatter fm;

	if (str_find_str(front, STR("columns")) == front.len ||
	    frontmatter_parse(&fm, front, mem, &ignored))
		return STR_NONE;
	return frontmatter_get(&fm, "columns");
}

static bool is_private(struct str name, const bool private_sections[],
		       enum section *section)
{
	enum section of;
	struct str rest;

	name = str_trim(name);
	if (!name.len || !section_label(name, &of, &rest) || rest.len ||
	    !private_sections[of])
		return false;
	*section = of;
	return true;
}

/* A cell, without the bar behind it; one after a backslash is of the text. */
static struct str next_cell(struct str *row)
{
	struct str cell = *row;
	size_t n = 0;

	while (n < row->len && row->s[n] != '|')
		n += row->s[n] == '\\' && n + 1 < row->len ? 2 : 1;
	cell = str_upto(cell, n);
	*row = str_from(*row, n + 1);
	return cell;
}

/* The bar that a row may begin with. */
static struct str take_edge(struct str *row)
{
	struct str whole = *row, rest = str_trim_left(whole);

	if (!str_starts(rest, "|"))
		return STR("");
	*row = str_from(rest, 1);
	return str_upto(whole, whole.len - row->len);
}

bool private_row_label(struct str row, const bool private_sections[],
		       enum section *section)
{
	return take_edge(&row).len && str_find(row, '|') + 1 < row.len &&
	       is_private(next_cell(&row), private_sections, section) &&
	       str_trim(row).len > 1;
}

static void add_blank(struct strbuf *out, struct str cell)
{
	for (size_t i = 0; i < cell.len; i++)
		strbuf_addch(out, cell.s[i] == '\r' || cell.s[i] == '\n' ?
				  cell.s[i] : ' ');
}

bool private_row(struct strbuf *out, struct str row, struct str columns,
		 const bool private_sections[], enum section *section)
{
	size_t before = out->len;
	bool any = false;

	strbuf_addslice(out, take_edge(&row));
	take_edge(&columns);
	while (row.len) {
		struct str rest = row, cell = next_cell(&row);
		bool drop = columns.len &&
			    is_private(str_next_field(&columns, '|'),
				       private_sections, section);

		any |= drop && str_trim(cell).len;
		(drop ? add_blank : strbuf_addslice)(out, cell);
		strbuf_addslice(out, str_upto(str_from(rest, cell.len),
					      rest.len - cell.len - row.len));
	}
	if (!any)
		strbuf_truncate(out, before);
	return any;
}
