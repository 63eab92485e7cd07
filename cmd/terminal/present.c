/* SPDX-License-Identifier: MIT */
/* How parts of a journal look on the terminal and in JSON. */
#include "cmd/terminal/present.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/text/unicode.h"

#define LABEL_WIDTH 16
#define INDENT 2
#define LEAST_WIDTH 20		/* however narrow the terminal is */
#define MATCH_BEGIN '\x01'
#define MATCH_END '\x02'

void present_place(struct strbuf *out, const struct context *ctx,
		   const char *path, unsigned line)
{
	AUTO(strbuf) place = STRBUF_INIT;

	strbuf_addf(&place, "%s:%u", path, line);
	style_add(out, ctx, STYLE_DIM, strbuf_slice(&place));
}

/* A line while words are put onto it. */
struct lines {
	struct strbuf *out;
	const struct context *ctx;
	unsigned indent;	/* blanks before each but the first line */
	size_t room, used;	/* columns of a line, and those taken */
	bool matched;		/* within marks */
	enum style style;	/* of what is not */
};

static void end_line(struct lines *l)
{
	strbuf_addch(l->out, '\n');
	strbuf_addblanks(l->out, l->indent);
	l->used = 0;
}

static size_t next_mark(struct str s)
{
	size_t begin = str_find(s, MATCH_BEGIN), end = str_find(s, MATCH_END);

	return begin < end ? begin : end;
}

/* A word, and within it the marks of what was found. */
static void add_marked(struct lines *l, struct str word)
{
	while (word.len) {
		size_t mark = next_mark(word);

		style_add(l->out, l->ctx,
			  l->matched ? STYLE_MATCH : l->style,
			  str_upto(word, mark));
		if (mark < word.len)
			l->matched = word.s[mark] == MATCH_BEGIN;
		word = str_from(word, mark + 1);
	}
}

static size_t width_without_marks(struct str word)
{
	size_t width = 0;

	while (word.len) {
		size_t mark = next_mark(word);

		width += unicode_width(str_upto(word, mark));
		word = str_from(word, mark + 1);
	}
	return width;
}

static void add_word(struct lines *l, struct str word)
{
	size_t width = width_without_marks(word);

	if (l->used && l->used + 1 + width > l->room)
		end_line(l);
	if (l->used) {
		strbuf_addch(l->out, ' ');
		l->used++;
	}
	add_marked(l, word);
	l->used += width;
}

/* The blanks before a line of code are kept where there is room. */
static void add_wrapped(struct lines *l, struct str line)
{
	struct str word;

	for (size_t i = 0; i < line.len && line.s[i] == ' '; i++)
		if (i + LEAST_WIDTH < l->room)
			strbuf_addch(l->out, ' ');
	while ((word = str_next_field(&line, ' ')).s)
		if (word.len)
			add_word(l, word);
}

void present_text(struct strbuf *out, const struct context *ctx,
		  struct str text)
{
	strbuf_addblanks(out, INDENT);
	present_hanging(out, ctx, text, INDENT);
}

void present_hanging(struct strbuf *out, const struct context *ctx,
		     struct str text, unsigned indent)
{
	struct lines l = { .out = out, .ctx = ctx, .indent = indent };
	struct str line;
	bool first = true;

	l.room = ctx->columns > indent + LEAST_WIDTH ? ctx->columns - indent :
						       LEAST_WIDTH;
	text = str_trim(text);
	while ((line = str_next_line(&text)).s) {
		if (!first)
			end_line(&l);
		first = false;
		line = str_trim_right(line);
		if (ctx->terminal)
			add_wrapped(&l, line);
		else
			add_marked(&l, line);
	}
	strbuf_addch(out, '\n');
}

void present_page(struct strbuf *out, const struct context *ctx,
		  struct str page)
{
	struct str line;

	if (!ctx->terminal) {
		style_add(out, ctx, STYLE_NONE, page);
		return;
	}
	while ((line = str_next_line(&page)).s) {
		unsigned mark = str_starts(line, "- ") ? 2 : 0;

		strbuf_addslice(out, str_upto(line, mark));
		present_hanging(out, ctx, str_from(line, mark), mark);
	}
}

void present_fact(struct strbuf *out, const struct context *ctx,
		  const char *label, enum style style, struct str text)
{
	struct lines l = {
		.out = out, .ctx = ctx, .indent = LABEL_WIDTH, .style = style,
	};

	l.room = ctx->columns > LABEL_WIDTH + LEAST_WIDTH ?
			 ctx->columns - LABEL_WIDTH :
			 LEAST_WIDTH;
	style_add(out, ctx, STYLE_DIM, str_of(label));
	for (size_t i = strlen(label); i < LABEL_WIDTH; i++)
		strbuf_addch(out, ' ');
	if (ctx->terminal && LABEL_WIDTH + unicode_width(text) > ctx->columns)
		add_wrapped(&l, text);
	else
		style_add(out, ctx, style, text);
	strbuf_addch(out, '\n');
}

void present_factf(struct strbuf *out, const struct context *ctx,
		   const char *label, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	present_fact(out, ctx, label, STYLE_NONE, str_of(text));
}

void present_count(struct strbuf *out, size_t count, const char *one,
		   const char *many)
{
	strbuf_addf(out, "%zu %s", count, count == 1 ? one : many);
}

void present_json_strings(struct json *object, const char *key,
			  const char *const *strings, size_t count)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append_string(array, strings[i]);
	json_set(object, key, array);
}

void present_json_string(struct json *object, const char *key, const char *s)
{
	if (s)
		json_set_string(object, key, s);
	else
		json_set_null(object, key);
}

void present_json_section(struct json *object, const char *key,
			  enum section s)
{
	if (s == SECTION_NONE)
		json_set_null(object, key);
	else
		json_set_string(object, key, section_name(s));
}
