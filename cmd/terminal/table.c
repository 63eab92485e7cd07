/* SPDX-License-Identifier: MIT */
/* Columns and colours. */
#include "cmd/terminal/table.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/text/unicode.h"

#define GAP 2			/* blanks between columns */
#define LEAST_LAST_COLUMN 12	/* however narrow the terminal is */
#define LEAST_COLUMN 10		/* a day fits into it */

static const char *const sgr[] = {
	[STYLE_NONE] = NULL,	[STYLE_BOLD] = "1",  [STYLE_DIM] = "2",
	[STYLE_GOOD] = "32",	[STYLE_WARN] = "33", [STYLE_BAD] = "31",
	[STYLE_MATCH] = "1;36",
};

static void add_shown(struct strbuf *out, const struct context *ctx,
		      struct str text)
{
	if (ctx->terminal)
		unicode_add_visible(out, text);
	else
		strbuf_addslice(out, text);
}

void style_add(struct strbuf *out, const struct context *ctx, enum style s,
	       struct str text)
{
	if (!ctx->colour || !sgr[s] || !text.len) {
		add_shown(out, ctx, text);
		return;
	}
	strbuf_addf(out, "\033[%sm", sgr[s]);
	add_shown(out, ctx, text);
	strbuf_addstr(out, "\033[m");
}

struct cell {
	struct str text;
	unsigned width;
	enum style style;
};

struct table {
	size_t columns;
	bool *right;
	size_t *widths;
	unsigned *spare;	/* when a column is left out; 0: never */
	struct cell *cells;
	size_t count, cap;
	struct arena texts;
};

struct table *table_new(size_t columns)
{
	struct table *t = xcalloc(1, sizeof(*t));

	t->columns = columns;
	t->right = xcalloc(columns, sizeof(*t->right));
	t->widths = xcalloc(columns, sizeof(*t->widths));
	t->spare = xcalloc(columns, sizeof(*t->spare));
	return t;
}

void table_free(struct table *t)
{
	if (!t)
		return;
	arena_release(&t->texts);
	free(t->cells);
	free(t->widths);
	free(t->right);
	free(t->spare);
	free(t);
}

void table_right(struct table *t, size_t column)
{
	t->right[column] = true;
}

void table_spare(struct table *t, size_t column)
{
	unsigned last = 0;

	for (size_t i = 0; i < t->columns; i++)
		if (last < t->spare[i])
			last = t->spare[i];
	t->spare[column] = last + 1;
}

static void add_cell(struct table *t, enum style s, struct str text)
{
	XGROW(t->cells, t->count, t->cap);
	t->cells[t->count++] = (struct cell){ text, 0, s };
}

static bool is_one_line(struct str text)
{
	return text.s && strcspn(text.s, "\n\r\t") == text.len;
}

/* A cell is one line, whatever was put into it.  A NUL would end it, and a
 * terminal shows nothing for it. */
void table_cell(struct table *t, enum style s, struct str text)
{
	char *copy = arena_strndup(&t->texts, text.s, text.len);
	struct str one = { copy, 0 };

	for (size_t i = 0; i < text.len; i++) {
		char c = text.s[i];

		if (c)
			copy[one.len++] = c == '\n' || c == '\r' || c == '\t'
						  ? ' '
						  : c;
	}
	copy[one.len] = '\0';
	add_cell(t, s, one);
}

void table_borrow(struct table *t, enum style s, struct str text)
{
	if (is_one_line(text))
		add_cell(t, s, text);
	else
		table_cell(t, s, text);
}

void table_cellf(struct table *t, enum style s, const char *fmt, ...)
{
	char text[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	table_cell(t, s, str_of(text));
}

static void make_visible(struct table *t, struct cell *c)
{
	AUTO(strbuf) shown = STRBUF_INIT;

	unicode_add_visible(&shown, c->text);
	c->text = arena_str(&t->texts, strbuf_slice(&shown));
}

/* Nothing stands behind the last column; only a terminal's edge cuts it. */
static size_t width_of(const struct table *t, size_t column, struct str text,
		       const struct context *ctx)
{
	return ctx->terminal || column + 1 < t->columns ? unicode_width(text)
							 : text.len;
}

static void measure(struct table *t, const struct context *ctx)
{
	for (size_t i = 0; i < t->count; i++) {
		struct cell *c = &t->cells[i];
		size_t column = i % t->columns;
		size_t *widest = &t->widths[column];

		if (ctx->terminal)
			make_visible(t, c);
		c->width = (unsigned)width_of(t, column, c->text, ctx);
		if (*widest < c->width)
			*widest = c->width;
	}
}

/* What the columns before the last take. */
static size_t width_before_last(const struct table *t)
{
	size_t used = 0;

	for (size_t i = 0; i + 1 < t->columns; i++)
		used += t->widths[i] + GAP;
	return used;
}

static bool is_too_wide(const struct table *t, const struct context *ctx)
{
	size_t last = t->widths[t->columns - 1];
	size_t wanted = last < LEAST_LAST_COLUMN ? last : LEAST_LAST_COLUMN;

	return width_before_last(t) + wanted > ctx->columns;
}

static void leave_out(struct table *t, size_t column)
{
	size_t kept = 0;

	for (size_t i = 0; i < t->count; i++)
		if (i % t->columns != column)
			t->cells[kept++] = t->cells[i];
	t->count = kept;
	t->columns--;
	for (size_t i = column; i < t->columns; i++) {
		t->right[i] = t->right[i + 1];
		t->widths[i] = t->widths[i + 1];
		t->spare[i] = t->spare[i + 1];
	}
}

/* The column that is spared first; `columns`: all are needed. */
static size_t first_spare(const struct table *t)
{
	size_t first = t->columns;

	for (size_t i = 0; i < t->columns; i++)
		if (t->spare[i] && (first == t->columns ||
				    t->spare[i] < t->spare[first]))
			first = i;
	return first;
}

/* On a narrow terminal what can be spared goes first, then the widest column of
 * words gives way; numbers and days, which are nothing when they are cut, never
 * do. */
static void narrow(struct table *t, const struct context *ctx)
{
	size_t column;

	while (is_too_wide(t, ctx) && (column = first_spare(t)) < t->columns)
		leave_out(t, column);
	while (is_too_wide(t, ctx)) {
		size_t widest = 0;

		for (size_t i = 1; i + 1 < t->columns; i++)
			if (!t->right[i] && (t->right[widest] ||
					     t->widths[i] > t->widths[widest]))
				widest = i;
		if (t->right[widest] || t->widths[widest] <= LEAST_COLUMN)
			return;
		t->widths[widest]--;
	}
}

/* How many columns of the terminal are left for the last one; 0: any number. */
static size_t room_for_last(struct table *t, const struct context *ctx)
{
	size_t used;

	if (!ctx->terminal)
		return 0;
	narrow(t, ctx);
	used = width_before_last(t);
	return used + LEAST_LAST_COLUMN < ctx->columns ? ctx->columns - used
						       : LEAST_LAST_COLUMN;
}

/* How many columns were written; `room` 0: any number. */
static size_t write_text(struct strbuf *out, const struct context *ctx,
			 const struct cell *c, size_t room)
{
	const char *ellipsis = ctx->utf8 ? "\xe2\x80\xa6" : "...";
	size_t dots = ctx->utf8 ? 1 : 3;
	AUTO(strbuf) cut = STRBUF_INIT;

	if (!room || c->width <= room) {
		style_add(out, ctx, c->style, c->text);
		return c->width;
	}
	strbuf_addslice(&cut, unicode_fit(c->text, room - dots));
	strbuf_addstr(&cut, ellipsis);
	style_add(out, ctx, c->style, strbuf_slice(&cut));
	return unicode_width(strbuf_slice(&cut));
}

static void write_row(struct strbuf *out, const struct table *t,
		      const struct context *ctx, const struct cell *row,
		      size_t room)
{
	size_t pending = 0;	/* blanks that are written if something follows */

	for (size_t i = 0; i < t->columns; i++) {
		const struct cell *c = &row[i];
		bool last = i + 1 == t->columns;
		size_t width = last && room && t->widths[i] > room ?
				       room : t->widths[i];
		size_t shown = c->width < width ? c->width : width;

		if (t->right[i])
			pending += width - shown;
		if (c->width) {
			strbuf_addblanks(out, pending);
			pending = 0;
			shown = write_text(out, ctx, c, room ? width : 0);
		}
		if (!t->right[i] && width > shown)
			pending += width - shown;
		pending += GAP;
	}
	strbuf_addch(out, '\n');
}

void table_write(struct strbuf *out, struct table *t,
		 const struct context *ctx)
{
	size_t room;

	measure(t, ctx);
	room = room_for_last(t, ctx);
	for (size_t i = 0; i + t->columns <= t->count; i += t->columns)
		write_row(out, t, ctx, &t->cells[i], room);
}
