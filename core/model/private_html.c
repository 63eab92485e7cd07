/* SPDX-License-Identifier: MIT */
/* The cells of HTML tables that are private by what they are called. */
#include "core/model/private_html.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/model/private_row.h"
#include "core/model/section_lines.h"

#define COLUMNS_MAX 64	/* what is further right is in the last of them */
#define DEPTH_MAX 16	/* of tables in tables; deeper ones are text */
#define SPAN_MAX 1000
#define TAG_MAX 4096

/* --- tags --- */

struct tag {
	struct str whole;	/* from "<" to ">" */
	struct str name;	/* without "/" */
	bool closes;
};

/* The length of a tag, whose values may have a ">" between quotes; where these
 * do not end soon, it is one all the same. */
static size_t tag_length(struct str s)
{
	struct str near = str_upto(s, TAG_MAX);
	size_t end = str_find(s, '>') + 1;
	char quote = 0;

	for (size_t i = 1; i < near.len; i++) {
		char c = near.s[i];

		if (quote)
			quote = c == quote ? 0 : quote;
		else if (c == '>')
			return i + 1;
		else if ((c == '"' || c == '\'') && near.s[i - 1] == '=')
			quote = c;
	}
	return end <= s.len ? end : 1;
}

/* Past a comment that ends; false: there is none. */
static bool skip_comment(struct str *s)
{
	size_t end;

	if (!str_starts(*s, "<!--"))
		return false;
	end = str_find_str(*s, STR("-->"));
	*s = str_from(*s, end < s->len ? end : 4);
	return true;
}

/* Go on behind the next tag; false: there is none. */
static bool next_tag(struct str *rest, struct tag *out, bool comments)
{
	struct str s = *rest;
	size_t n = 0;

	do {
		s = str_from(s, str_find(s, '<'));
		if (!s.len)
			return false;
	} while (!comments && skip_comment(&s));
	out->closes = str_starts(s, "</");
	out->name = str_from(s, out->closes ? 2 : 1);
	while (n < out->name.len && ascii_is_alnum(out->name.s[n]))
		n++;
	out->name = str_upto(out->name, n);
	out->whole = str_upto(s, n ? tag_length(s) : 1);
	*rest = (struct str){ s.s + out->whole.len, s.len - out->whole.len };
	return true;
}

static bool is_named(const struct tag *t, const char *name)
{
	return str_eq_nocase(t->name, str_of(name));
}

/* colspan="2", or 1. */
static size_t span_of(const struct tag *t, const char *attribute)
{
	struct str s = t->whole;
	size_t span = 0;

	while (s.len && !str_starts_nocase(s, attribute))
		s = str_from(s, 1);
	s = str_from(s, strlen(attribute));
	while (s.len && strchr(" =\"'\n", s.s[0]))
		s = str_from(s, 1);
	for (; s.len && ascii_is_digit(s.s[0]) && span < SPAN_MAX;
	     s = str_from(s, 1))
		span = span * 10 + (size_t)(s.s[0] - '0');
	return span ? span : 1;
}

/* --- a table --- */

struct html_cell {
	struct str text;
	size_t column, end;	/* of its columns, behind the last */
	bool head;		/* <th> */
};

struct html_row {
	struct html_cell cells[COLUMNS_MAX];
	size_t count;
};

struct html_table {
	const bool *sections;
	enum section columns[COLUMNS_MAX];
	size_t taken[COLUMNS_MAX];	/* by cells of rows above, up to this
					   row */
	size_t nrows;
	struct html_row row;	/* in hand */
	bool in_cell;
};

/* What was blanked from here on. */
struct blanked {
	size_t from;
	enum section section;
};

struct blanking {
	const bool *sections;
	bool comments;		/* what stands in them counts */
	struct str text;
	char *out;		/* its copy with the blanks, or NULL */
	struct arena *mem;
	struct blanked *places;
	size_t count, cap;
};

static void blanking_release(struct blanking *b)
{
	free(b->places);
}

static enum section private_name(const struct html_table *t, struct str text)
{
	enum section section;

	return private_names_section(text, &section) && t->sections[section] ?
		       section : SECTION_NONE;
}

static void blank(struct blanking *b, struct str cell, enum section section)
{
	size_t from = (size_t)(cell.s - b->text.s);

	if (!str_trim(cell).len)
		return;
	if (!b->out)
		b->out = arena_strndup(b->mem, b->text.s, b->text.len);
	for (size_t i = 0; i < cell.len; i++)
		if (cell.s[i] != '\r' && cell.s[i] != '\n')
			b->out[from + i] = ' ';
	XGROW(b->places, b->count, b->cap);
	b->places[b->count++] = (struct blanked){ from, section };
}

/* Does the row say what the columns are called? */
static bool is_head(const struct html_table *t)
{
	for (size_t i = 0; i < t->row.count; i++)
		if (!t->row.cells[i].head)
			return !t->nrows && !t->row.cells[0].head;
	return true;
}

static void read_head(struct html_table *t)
{
	for (size_t i = 0; i < t->row.count; i++) {
		const struct html_cell *c = &t->row.cells[i];

		for (size_t k = c->column; k < c->end; k++)
			t->columns[k] = private_name(t, c->text);
	}
}

static bool has_other_names(const struct html_table *t)
{
	enum section section;

	for (size_t i = 1; i < t->row.count; i++)
		if (private_names_section(t->row.cells[i].text, &section))
			return true;
	return false;
}

static enum section section_of(const struct html_table *t,
			       const struct html_cell *cell)
{
	for (size_t k = cell->column; k < cell->end; k++)
		if (t->columns[k])
			return t->columns[k];
	return SECTION_NONE;
}

static void end_row(struct blanking *b, struct html_table *t)
{
	bool head = is_head(t);
	enum section label = t->row.count > 1 && !t->row.cells[0].column ?
		private_name(t, t->row.cells[0].text) : SECTION_NONE;

	if (!t->row.count)
		return;
	if (head && has_other_names(t))
		label = SECTION_NONE;
	for (size_t i = 0; i < t->row.count; i++) {
		const struct html_cell *c = &t->row.cells[i];
		enum section section = label && i ? label : section_of(t, c);

		if (section && !(head && private_name(t, c->text)))
			blank(b, c->text, section);
	}
	if (head)
		read_head(t);
	t->nrows++;
	t->row.count = 0;
}

static void begin_cell(struct html_table *t, const struct tag *tag,
		       const char *at)
{
	struct html_cell *c;
	size_t column = t->row.count ? t->row.cells[t->row.count - 1].end : 0;
	size_t rows = span_of(tag, "rowspan");

	t->in_cell = true;
	if (t->row.count == COLUMNS_MAX)
		return;
	while (column < COLUMNS_MAX - 1 && t->taken[column] > t->nrows)
		column++;
	if (column > COLUMNS_MAX - 1)
		column = COLUMNS_MAX - 1;
	c = &t->row.cells[t->row.count++];
	*c = (struct html_cell){ { at, 0 }, column,
				 column + span_of(tag, "colspan"),
				 is_named(tag, "th") };
	if (c->end > COLUMNS_MAX)
		c->end = COLUMNS_MAX;
	for (size_t k = column; k < c->end; k++)
		t->taken[k] = t->nrows + rows;
}

static void end_cell(struct html_table *t, const char *at)
{
	struct html_cell *c = t->row.cells + t->row.count - 1;

	if (!t->in_cell)
		return;
	c->text.len = (size_t)(at - c->text.s);
	t->in_cell = false;
}

/* Is it a tag that ends a cell, whether that has an end of its own or not? */
static bool ends_cell(const struct tag *t)
{
	return is_named(t, "td") || is_named(t, "th") || is_named(t, "tr") ||
	       is_named(t, "thead") || is_named(t, "tbody") ||
	       is_named(t, "tfoot") || is_named(t, "table");
}

/* From behind its tag to behind its end. */
static void read_table(struct blanking *b, struct str *rest, unsigned depth)
{
	struct html_table t = { .sections = b->sections };
	struct tag tag;

	while (next_tag(rest, &tag, b->comments)) {
		if (!tag.closes && is_named(&tag, "table")) {
			if (depth < DEPTH_MAX)
				read_table(b, rest, depth + 1);
			continue;
		}
		if (!ends_cell(&tag))
			continue;
		end_cell(&t, tag.whole.s);
		if (!is_named(&tag, "td") && !is_named(&tag, "th"))
			end_row(b, &t);
		else if (!tag.closes)
			begin_cell(&t, &tag, rest->s);
		if (tag.closes && is_named(&tag, "table"))
			return;
	}
	end_cell(&t, rest->s + rest->len);
	end_row(b, &t);
}

static void read_tables(struct blanking *b, bool comments)
{
	struct str rest = b->text;
	struct tag tag;

	b->comments = comments;
	while (next_tag(&rest, &tag, comments))
		if (!tag.closes && is_named(&tag, "table"))
			read_table(b, &rest, 1);
}

/* --- the lines --- */

void private_html_release(struct private_html *h)
{
	free(h->lines);
}

/* Tables in tables are found in any order. */
static int by_place(const void *a, const void *b)
{
	const struct blanked *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

static void find_lines(struct private_html *out, const struct blanking *b)
{
	struct str rest = b->text, line;
	unsigned number = 0;
	size_t at = 0;

	while ((line = section_next_line(&rest)).s) {
		size_t from = (size_t)(line.s - b->text.s);

		number++;
		while (at + 1 < b->count &&
		       b->places[at + 1].from < from + line.len)
			at++;
		if (!memcmp(line.s, b->out + from, line.len))
			continue;
		XGROW(out->lines, out->count, out->cap);
		out->lines[out->count++] = (struct private_html_line){
			number, b->places[at].section
		};
	}
}

static bool may_have_table(struct str text)
{
	return str_find_str(text, STR("<ta")) < text.len ||
	       str_find_str(text, STR("<TA")) < text.len ||
	       str_find_str(text, STR("<Ta")) < text.len ||
	       str_find_str(text, STR("<tA")) < text.len;
}

struct str private_html_blank(struct private_html *out, struct str text,
			      const bool sections[], struct arena *mem)
{
	AUTO(blanking) b = { .sections = sections, .text = text, .mem = mem };

	if (!may_have_table(text))
		return text;
	/* What seems to be a comment may be code, and no comment at all. */
	read_tables(&b, false);
	if (str_find_str(text, STR("<!--")) < text.len)
		read_tables(&b, true);
	if (!b.out)
		return text;
	qsort(b.places, b.count, sizeof(*b.places), by_place);
	find_lines(out, &b);
	return (struct str){ b.out, text.len };
}
