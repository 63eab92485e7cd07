/* SPDX-License-Identifier: MIT */
/* Reading HTML that the user wrote for the pages of the site, and writing it
 * into them. */
#include "core/text/include.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/include_tags.h"

#define DEPTH_MAX 32

/* A stretch of markup, and the value that follows it, or -1. */
struct include_piece {
	struct safe_html markup;
	int value;
	enum { VALUE_TEXT, VALUE_ADDRESS, VALUE_IN_ADDRESS } as;
};

struct parser {
	struct str rest;
	const char *begin;	/* of the markup that is no piece yet */
	unsigned line;
	enum include_place place;
	const struct include_value *values;
	struct include_piece *pieces;
	size_t count, cap;
	struct str open[DEPTH_MAX];
	unsigned lines[DEPTH_MAX];	/* where they were opened */
	size_t depth;
};

static void skip(struct parser *p, size_t n)
{
	for (size_t i = 0; i < n && i < p->rest.len; i++)
		p->line += p->rest.s[i] == '\n';
	p->rest = str_from(p->rest, n);
}

static int fail(const struct parser *p, struct error *err, const char *what)
{
	return error_set(err, ERROR_INPUT, "line %u: %s", p->line, what);
}

static int with_line(const struct parser *p, struct error *err)
{
	return error_context(err, "line %u", p->line);
}

static void end_piece(struct parser *p, int value, int as)
{
	size_t len = (size_t)(p->rest.s - p->begin);

	XGROW(p->pieces, p->count, p->cap);
	p->pieces[p->count++] = (struct include_piece){
		.markup = { p->begin, len },
		.value = value,
		.as = as,
	};
}

/* --- values --- */

static int find_value(const struct parser *p, struct str name, int *out,
		      struct error *err)
{
	int shown = name.len > 40 ? 40 : (int)name.len;

	for (int i = 0; p->values[i].name; i++) {
		if (!str_is(name, p->values[i].name))
			continue;
		*out = i;
		if (p->values[i].value)
			return 0;
		return error_set(err, ERROR_INPUT,
				 "line %u: '{{%.*s}}' has no value: %s",
				 p->line, shown, name.s, p->values[i].missing);
	}
	return error_set(err, ERROR_INPUT, "line %u: there is no '{{%.*s}}'; two "
			 "braces that are meant so are written '&#123;{'",
			 p->line, shown, name.s);
}

/* Where "{{" stands; `as`: VALUE_TEXT, or within an address VALUE_IN_ADDRESS,
 * where one that is an address itself may stand at the front. */
static int take_value(struct parser *p, int as, bool is_front,
		      struct error *err)
{
	size_t end = str_find_str(p->rest, STR("}}"));
	struct str name = str_trim(str_from(str_upto(p->rest, end), 2));
	int value = -1;

	if (end == p->rest.len)
		return fail(p, err, "'{{' is not closed by '}}'");
	if (find_value(p, name, &value, err))
		return -1;
	if (as == VALUE_IN_ADDRESS && is_front && p->values[value].is_address)
		as = VALUE_ADDRESS;
	end_piece(p, value, as);
	skip(p, end + 2);
	p->begin = p->rest.s;
	return 0;
}

/* --- tags --- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void skip_blanks(struct parser *p)
{
	while (p->rest.len && is_blank(p->rest.s[0]))
		skip(p, 1);
}

static struct str take_name(struct parser *p)
{
	struct str name = p->rest;
	size_t n = 0;

	while (n < name.len && (ascii_is_letter(name.s[n]) ||
				(name.s[n] >= '0' && name.s[n] <= '9') ||
				strchr("-:_", name.s[n])))
		n++;
	skip(p, n);
	return str_upto(name, n);
}

/* A value in quotes, which may hold placeholders. */
static int take_quoted(struct parser *p, struct str attribute,
		       struct str *value, struct error *err)
{
	bool is_address = include_is_address(attribute);
	char quote = p->rest.s[0];
	struct str whole = str_from(p->rest, 1);
	const char *front = whole.s;

	*value = str_upto(whole, str_find(whole, quote));
	if (value->len == whole.len)
		return fail(p, err, "the quotes of an attribute are not closed");
	skip(p, 1);
	while (p->rest.s < front + value->len) {
		if (!str_starts(p->rest, "{{"))
			skip(p, 1);
		else if (take_value(p, is_address ? VALUE_IN_ADDRESS :
						    VALUE_TEXT,
				    p->rest.s == front, err))
			return -1;
	}
	if (p->rest.s != front + value->len)
		return fail(p, err, "'{{' is not closed by '}}'");
	skip(p, 1);
	return 0;
}

static int take_attribute(struct parser *p, struct include_tag *tag,
			  struct error *err)
{
	struct str name = take_name(p), value = STR("");

	if (!name.len)
		return fail(p, err, "a tag is not written as HTML has it; "
				    "values need quotes around them");
	skip_blanks(p);
	if (str_starts(p->rest, "=")) {
		skip(p, 1);
		skip_blanks(p);
		if (!str_starts(p->rest, "\"") && !str_starts(p->rest, "'"))
			return fail(p, err, "the value of an attribute needs "
					    "quotes around it");
		if (take_quoted(p, name, &value, err))
			return -1;
	}
	if (include_check_attribute(tag, name, value, err))
		return with_line(p, err);
	return 0;
}

static bool in_svg(const struct parser *p)
{
	for (size_t i = 0; i < p->depth; i++)
		if (str_eq_nocase(p->open[i], STR("svg")))
			return true;
	return false;
}

static int close_element(struct parser *p, struct str name, struct error *err)
{
	if (!p->depth)
		return error_set(err, ERROR_INPUT,
				 "line %u: </%.*s> closes what was not opened",
				 p->line, (int)name.len, name.s);
	p->depth--;
	if (str_eq_nocase(p->open[p->depth], name))
		return 0;
	return error_set(err, ERROR_INPUT, "line %u: </%.*s> stands where "
			 "</%.*s> has to, for line %u", p->line, (int)name.len,
			 name.s, (int)p->open[p->depth].len,
			 p->open[p->depth].s, p->lines[p->depth]);
}

static int open_element(struct parser *p, const struct include_tag *tag,
			struct error *err)
{
	if (include_is_void(tag->name) || (tag->is_closed && in_svg(p)))
		return 0;
	if (p->depth == DEPTH_MAX)
		return fail(p, err, "elements are nested too deeply");
	p->open[p->depth] = tag->name;
	p->lines[p->depth++] = p->line;
	return 0;
}

static int take_tag(struct parser *p, struct error *err)
{
	struct include_tag tag = { .is_end = str_starts(p->rest, "</") };

	skip(p, tag.is_end ? 2 : 1);
	tag.name = take_name(p);
	if (include_check_element(&tag, p->place, err))
		return with_line(p, err);
	for (skip_blanks(p); p->rest.len && p->rest.s[0] != '>';
	     skip_blanks(p)) {
		tag.is_closed = str_starts(p->rest, "/>");
		if (tag.is_closed)
			skip(p, 1);
		else if (take_attribute(p, &tag, err))
			return -1;
	}
	if (!p->rest.len)
		return fail(p, err, "a tag is not closed by '>'");
	skip(p, 1);
	if (include_check_tag(&tag, err))
		return with_line(p, err);
	return tag.is_end ? close_element(p, tag.name, err) :
			    open_element(p, &tag, err);
}

/* Browsers take "<!-->" for a whole comment, and "--!>" for its end. */
static int take_comment(struct parser *p, struct error *err)
{
	struct str inner = str_from(p->rest, 4);
	size_t end = str_find_str(inner, STR("-->"));

	inner = str_upto(inner, end);
	if (str_starts(inner, ">") || str_starts(inner, "->") ||
	    str_find_str(inner, STR("--!>")) < inner.len)
		return fail(p, err, "a comment is not written as HTML has it");
	if (4 + end >= p->rest.len)
		return fail(p, err, "a comment is not closed by '-->'");
	skip(p, 4 + end + 3);
	return 0;
}

static int take_markup(struct parser *p, struct error *err)
{
	struct str behind = str_from(p->rest, 1);

	if (str_starts(p->rest, "<!--"))
		return take_comment(p, err);
	if (str_starts(behind, "/"))
		behind = str_from(behind, 1);
	if (behind.len && ascii_is_letter(behind.s[0]))
		return take_tag(p, err);
	return fail(p, err, "a '<' that is meant so is written '&lt;'");
}

static int parse(struct parser *p, struct error *err)
{
	while (p->rest.len) {
		if (str_starts(p->rest, "<")) {
			if (take_markup(p, err))
				return -1;
		} else if (!str_starts(p->rest, "{{")) {
			skip(p, 1);
		} else if (take_value(p, VALUE_TEXT, false, err)) {
			return -1;
		}
	}
	if (!p->depth)
		return 0;
	p->line = p->lines[p->depth - 1];
	return error_set(err, ERROR_INPUT, "line %u: <%.*s> is not closed",
			 p->line, (int)p->open[p->depth - 1].len,
			 p->open[p->depth - 1].s);
}

int include_parse(struct include *out, struct str text,
		  enum include_place place, const struct include_value *values,
		  struct arena *mem, struct error *err)
{
	struct str kept = arena_str(mem, text);
	struct parser p = {
		.rest = kept,
		.begin = kept.s,
		.line = 1,
		.place = place,
		.values = values,
	};
	struct include_piece *pieces;
	int rc;

	*out = (struct include){ NULL, 0 };
	if (text.len > INCLUDE_MAX)
		return error_set(err, ERROR_INPUT, "it is larger than 64 KiB");
	if (!utf8_is_valid(text) || str_find(text, '\0') < text.len)
		return error_set(err, ERROR_INPUT, "it is no text in UTF-8");
	rc = parse(&p, err);
	if (!rc) {
		end_piece(&p, -1, VALUE_TEXT);
		pieces = arena_alloc(mem, p.count * sizeof(*pieces));
		memcpy(pieces, p.pieces, p.count * sizeof(*pieces));
		*out = (struct include){ pieces, p.count };
	}
	free(p.pieces);
	return rc;
}

/* --- writing --- */

/* RFC 3986, 2.3: what needs no escape wherever it stands. */
static void add_encoded(struct strbuf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.s[i];

		if (ascii_is_letter(c) || (c >= '0' && c <= '9') ||
		    (c && strchr("-._~", c)))
			strbuf_addch(out, c);
		else
			strbuf_addf(out, "%%%02X", (unsigned char)c);
	}
}

static void write_value(struct html *h, const char *value, int as)
{
	AUTO(strbuf) encoded = STRBUF_INIT;

	if (as != VALUE_IN_ADDRESS) {
		html_text(h, value);
		return;
	}
	add_encoded(&encoded, str_of(value));
	html_text(h, encoded.buf);
}

void include_write(struct html *h, const struct include *include,
		   const struct include_value *values)
{
	for (size_t i = 0; i < include->count; i++) {
		const struct include_piece *piece = &include->pieces[i];

		html_markup(h, piece->markup);
		if (piece->value >= 0)
			write_value(h, values[piece->value].value, piece->as);
	}
}
