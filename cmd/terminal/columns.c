/* SPDX-License-Identifier: MIT */
/* Two lists side by side. */
#include "cmd/terminal/columns.h"

#include <stdlib.h>

#include "cmd/terminal/table.h"
#include "core/text/unicode.h"

#define LEAST_COLUMNS 60	/* of two columns and the gap */
#define GAP 3
#define ITEM_BYTES 400		/* of an item; the rest is in its file */

/* Lines of a column, one after the other in one buffer. */
struct lines {
	struct strbuf text;
	size_t width;
};

bool columns_fit(const struct context *ctx)
{
	return ctx->columns >= LEAST_COLUMNS;
}

/* One line of text, as a terminal may show it. */
static void add_item_text(struct strbuf *out, const struct context *ctx,
			  struct str item)
{
	AUTO(strbuf) line = STRBUF_INIT;
	size_t cut = ITEM_BYTES;

	while (cut < item.len && (item.s[cut] & 0xc0) == 0x80)
		cut++;
	for (size_t i = 0; i < item.len && i < cut; i++)
		strbuf_addch(&line, item.s[i] == '\n' || item.s[i] == '\t' ||
					    !item.s[i] ? ' ' : item.s[i]);
	if (cut < item.len)
		strbuf_addstr(&line, ctx->utf8 ? "\xe2\x80\xa6" : "...");
	unicode_add_visible(out, strbuf_slice(&line));
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

static void wrap_word(struct lines *l, struct str word, size_t *used)
{
	size_t width = unicode_width(word);

	if (*used > 2 && *used + 1 + width > l->width) {
		strbuf_addstr(&l->text, "\n  ");
		*used = 2;
	} else if (*used > 2) {
		strbuf_addch(&l->text, ' ');
		++*used;
	}
	while (*used + width > l->width) {
		struct str front = fit(word, l->width - *used);

		strbuf_addslice(&l->text, front);
		word = str_from(word, front.len);
		width = unicode_width(word);
		if (!word.len)
			break;
		strbuf_addstr(&l->text, "\n  ");
		*used = 2;
	}
	strbuf_addslice(&l->text, word);
	*used += width;
}

static void wrap_item(struct lines *l, const struct context *ctx,
		      struct str item)
{
	AUTO(strbuf) shown = STRBUF_INIT;
	struct str rest, word;
	size_t used = 2;

	add_item_text(&shown, ctx, item);
	rest = strbuf_slice(&shown);
	strbuf_addstr(&l->text, "- ");
	while ((word = str_next_field(&rest, ' ')).s)
		if (word.len)
			wrap_word(l, word, &used);
	strbuf_addch(&l->text, '\n');
}

static void wrap_column(struct lines *l, const struct context *ctx,
			const struct column *c)
{
	for (size_t i = 0; i < c->count; i++)
		wrap_item(l, ctx, c->items[i]);
	if (!c->count)
		strbuf_addstr(&l->text, "-\n");
}

static void add_padded(struct strbuf *out, const struct context *ctx,
		       enum style style, struct str text, size_t width)
{
	size_t used = unicode_width(text);

	style_add(out, ctx, style, text);
	strbuf_addblanks(out, used < width ? width - used : 0);
}

static void add_row(struct strbuf *out, const struct context *ctx,
		    enum style style, struct str left, struct str right,
		    size_t width)
{
	if (right.len) {
		add_padded(out, ctx, style, left, width + GAP);
		style_add(out, ctx, style, right);
	} else {
		style_add(out, ctx, style, left);
	}
	strbuf_addch(out, '\n');
}

static void write_stacked(struct strbuf *out, const struct context *ctx,
			  const struct column *c)
{
	struct lines l = { STRBUF_INIT, ctx->columns };

	wrap_column(&l, ctx, c);
	style_add(out, ctx, STYLE_BOLD, str_of(c->head));
	strbuf_addch(out, '\n');
	strbuf_addslice(out, strbuf_slice(&l.text));
	strbuf_release(&l.text);
}

static void write_beside(struct strbuf *out, const struct context *ctx,
			 const struct column *left, const struct column *right)
{
	size_t width = (ctx->columns - GAP) / 2;
	struct lines l = { STRBUF_INIT, width }, r = { STRBUF_INIT, width };
	struct str lrest, rrest, a, b;

	wrap_column(&l, ctx, left);
	wrap_column(&r, ctx, right);
	lrest = strbuf_slice(&l.text);
	rrest = strbuf_slice(&r.text);
	add_row(out, ctx, STYLE_BOLD, unicode_fit(str_of(left->head), width),
		unicode_fit(str_of(right->head), width), width);
	while (lrest.len || rrest.len) {
		a = lrest.len ? str_next_line(&lrest) : STR("");
		b = rrest.len ? str_next_line(&rrest) : STR("");
		add_row(out, ctx, STYLE_NONE, a, b, width);
	}
	strbuf_release(&l.text);
	strbuf_release(&r.text);
}

void columns_write(struct strbuf *out, const struct context *ctx,
		   const struct column *left, const struct column *right)
{
	if (columns_fit(ctx)) {
		write_beside(out, ctx, left, right);
		return;
	}
	write_stacked(out, ctx, left);
	write_stacked(out, ctx, right);
}
