/* SPDX-License-Identifier: MIT */
/* Two lists side by side, or one below the other. */
#include "cmd/terminal/columns.h"

#include <stdlib.h>

#include "cmd/terminal/present.h"
#include "cmd/terminal/table.h"
#include "core/text/unicode.h"

#define LEAST_COLUMNS 100	/* of two columns and the gap */
#define GAP 3
#define SET_IN 2		/* lists below one another, beneath a name */

/* What a list that has nothing says. */
#define NOTHING "nothing noted"

/* --- one below the other ------------------------------------------------- */

void columns_write_one(struct strbuf *out, const struct context *ctx,
		       const struct column_item *items, size_t count,
		       unsigned indent)
{
	for (size_t i = 0; i < count; i++) {
		strbuf_addblanks(out, indent);
		strbuf_addstr(out, "- ");
		present_hanging(out, ctx, items[i].text, indent + 2);
		if (!items[i].place.len)
			continue;
		strbuf_addblanks(out, indent + 2);
		style_add(out, ctx, STYLE_DIM, items[i].place);
		strbuf_addch(out, '\n');
	}
}

static void write_stacked(struct strbuf *out, const struct context *ctx,
			  const struct column *c)
{
	strbuf_addblanks(out, SET_IN);
	style_add(out, ctx, STYLE_BOLD, str_of(c->head));
	strbuf_addch(out, '\n');
	columns_write_one(out, ctx, c->items, c->count, SET_IN);
	if (c->count)
		return;
	strbuf_addblanks(out, SET_IN);
	style_add(out, ctx, STYLE_DIM, STR(NOTHING));
	strbuf_addch(out, '\n');
}

/* --- side by side -------------------------------------------------------- */

/* The lines of a column, broken where its width ends. */
struct line {
	struct str text;
	enum style style;
};

struct lines {
	struct arena *mem;
	struct line *items;
	size_t count, cap;
	struct strbuf open;	/* the line that words are put onto */
	size_t width;
};

static void lines_release(struct lines *l)
{
	free(l->items);
	strbuf_release(&l->open);
}

static void end_line(struct lines *l, enum style style)
{
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = (struct line){
		arena_str(l->mem, strbuf_slice(&l->open)), style,
	};
	strbuf_reset(&l->open);
}

/* As much of a word as goes into a line; something always does. */
static struct str fit(struct str word, size_t room)
{
	struct str front = unicode_fit(word, room);
	size_t n = 1;

	if (front.len)
		return front;
	while (n < word.len && (word.s[n] & 0xc0) == 0x80)
		n++;
	return str_upto(word, n);
}

/* Each line begins with two columns: the sign of an item, or blanks. */
static void add_word(struct lines *l, struct str word, size_t *used,
		     enum style style)
{
	size_t width = unicode_width(word);

	if (*used > 2 && *used + 1 + width > l->width) {
		end_line(l, style);
		strbuf_addblanks(&l->open, 2);
		*used = 2;
	} else if (*used > 2) {
		strbuf_addch(&l->open, ' ');
		++*used;
	}
	while (word.len && *used + width > l->width) {
		struct str front = fit(word, l->width - *used);

		strbuf_addslice(&l->open, front);
		word = str_from(word, front.len);
		width = unicode_width(word);
		if (!word.len)
			break;
		end_line(l, style);
		strbuf_addblanks(&l->open, 2);
		*used = 2;
	}
	strbuf_addslice(&l->open, word);
	*used += width;
}

static void add_text(struct lines *l, const char *sign, struct str text,
		     enum style style)
{
	AUTO(strbuf) plain = STRBUF_INIT;
	AUTO(strbuf) shown = STRBUF_INIT;
	struct str rest, word;
	size_t used = 2;

	for (size_t i = 0; i < text.len; i++)
		strbuf_addch(&plain, text.s[i] == '\n' || text.s[i] == '\t' ||
					     !text.s[i] ? ' ' : text.s[i]);
	unicode_add_visible(&shown, strbuf_slice(&plain));
	rest = strbuf_slice(&shown);
	strbuf_addstr(&l->open, sign);
	while ((word = str_next_field(&rest, ' ')).s)
		if (word.len)
			add_word(l, word, &used, style);
	end_line(l, style);
}

static void break_column(struct lines *l, const struct column *c)
{
	for (size_t i = 0; i < c->count; i++) {
		add_text(l, "- ", c->items[i].text, STYLE_NONE);
		if (c->items[i].place.len)
			add_text(l, "  ", c->items[i].place, STYLE_DIM);
	}
	if (!c->count)
		add_text(l, "  ", STR(NOTHING), STYLE_DIM);
}

static void add_row(struct strbuf *out, const struct context *ctx,
		    const struct line *left, const struct line *right,
		    size_t width)
{
	if (left)
		style_add(out, ctx, left->style, left->text);
	if (right) {
		size_t used = left ? unicode_width(left->text) : 0;

		strbuf_addblanks(out, width + GAP - used);
		style_add(out, ctx, right->style, right->text);
	}
	strbuf_addch(out, '\n');
}

static void write_beside(struct strbuf *out, const struct context *ctx,
			 const struct column *left, const struct column *right)
{
	size_t width = (ctx->columns - GAP) / 2;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(lines) l = { .mem = &mem, .open = STRBUF_INIT, .width = width };
	AUTO(lines) r = { .mem = &mem, .open = STRBUF_INIT, .width = width };
	const struct line heads[] = {
		{ unicode_fit(str_of(left->head), width), STYLE_BOLD },
		{ unicode_fit(str_of(right->head), width), STYLE_BOLD },
	};

	break_column(&l, left);
	break_column(&r, right);
	add_row(out, ctx, &heads[0], &heads[1], width);
	for (size_t i = 0; i < l.count || i < r.count; i++)
		add_row(out, ctx, i < l.count ? &l.items[i] : NULL,
			i < r.count ? &r.items[i] : NULL, width);
}

void columns_write(struct strbuf *out, const struct context *ctx,
		   const struct column *left, const struct column *right)
{
	if (ctx->terminal && ctx->columns >= LEAST_COLUMNS) {
		write_beside(out, ctx, left, right);
		return;
	}
	write_stacked(out, ctx, left);
	strbuf_addch(out, '\n');
	write_stacked(out, ctx, right);
}
