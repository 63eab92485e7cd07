/* SPDX-License-Identifier: MIT */
/* A line of parts that goes on in the next where a terminal ends. */
#include "cmd/terminal/row.h"

#include <string.h>

#include "core/text/unicode.h"

#define GAP 2			/* blanks between parts */

void row_begin(struct row *r, struct strbuf *out, const struct context *ctx,
	       unsigned start, unsigned indent)
{
	*r = (struct row){
		.out = out, .ctx = ctx, .indent = indent, .used = start,
	};
}

/* A word that is put `gap` columns behind what stands there. */
static void add_word(struct row *r, enum style style, struct str word,
		     unsigned gap)
{
	size_t width = unicode_width(word);

	if (!r->filled)
		gap = 0;
	if (r->ctx->terminal && r->filled &&
	    r->used + gap + width > r->ctx->columns) {
		strbuf_addch(r->out, '\n');
		strbuf_addblanks(r->out, r->indent);
		r->used = r->indent;
		gap = 0;
	}
	strbuf_addblanks(r->out, gap);
	style_add(r->out, r->ctx, style, word);
	r->used += gap + width;
	r->filled = true;
}

void row_add_whole(struct row *r, enum style style, struct str text)
{
	if (text.len)
		add_word(r, style, text, GAP);
}

static void add_words(struct row *r, enum style style, struct str text,
		      unsigned gap)
{
	struct str word;

	if (!r->ctx->terminal) {
		if (text.len)
			add_word(r, style, text, gap);
		return;
	}
	while ((word = str_next_field(&text, ' ')).s) {
		if (!word.len)
			continue;
		add_word(r, style, word, gap);
		gap = 1;
	}
}

void row_add(struct row *r, enum style style, struct str text)
{
	add_words(r, style, text, GAP);
}

void row_go_on(struct row *r, enum style style, struct str text)
{
	add_words(r, style, text, 1);
}

bool row_add_headings(struct row *r, const char *title,
		      const char *const *headings, size_t count)
{
	const char *arrow = r->ctx->utf8 ? " \xe2\x80\xba " : " > ";
	AUTO(strbuf) all = STRBUF_INIT;

	if (count && !strcmp(headings[0], title)) {
		headings++;
		count--;
	}
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&all, "%s%s", i ? arrow : "", headings[i]);
	row_add(r, STYLE_NONE, strbuf_slice(&all));
	return count;
}

void row_end(struct row *r)
{
	strbuf_addch(r->out, '\n');
}
