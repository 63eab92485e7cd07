/* SPDX-License-Identifier: MIT */
/* What a cell of a table that is written as HTML is called. */
#include "core/model/private_element.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/ascii.h"
#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/model/private_row.h"
#include "core/model/section_marks.h"
#include "core/text/markdown_html.h"

/* --- entities --- */

#define ENTITY_MAX 12	/* bytes of those that a name of a section may have */

static int digit_of(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* "115", "x73"; 0: it is no number of a character. */
static uint32_t number_of(struct str digits)
{
	bool hex = str_starts_nocase(digits, "x");
	uint32_t base = hex ? 16 : 10, value = 0;

	for (size_t i = hex; i < digits.len; i++) {
		uint32_t digit = (uint32_t)digit_of(digits.s[i]);

		if (digit >= base)
			return 0;
		value = value * base + digit;
	}
	return value < 0xd800 || (value > 0xdfff && value < 0x110000) ? value
								       : 0;
}

/* "&eacute;" is an "e" to who looks for words without their accents. */
static bool is_accent(struct str name)
{
	static const char *const accents[] = {
		"acute", "grave", "circ", "uml", "tilde", "cedil", "ring",
		"caron", "ogon", "macr", "breve", "dot",
	};

	return str_is_among(name, accents, ARRAY_SIZE(accents));
}

/* What stands between "&" and ";". */
static void add_named(struct strbuf *out, struct str name)
{
	static const struct {
		const char *name, *text;
	} others[] = {
		{ "colon", ":" }, { "amp", "&" }, { "ndash", "-" },
		{ "mdash", "-" }, { "hyphen", "-" }, { "dash", "-" },
		{ "oslash", "\u00f8" }, { "Oslash", "\u00d8" },
		{ "inodot", "\u0131" }, { "imath", "\u0131" },
		{ "lstrok", "\u0142" }, { "Lstrok", "\u0141" },
		{ "shy", "" }, { "zwnj", "" }, { "zwj", "" },
	};

	if (ascii_is_letter(name.s[0]) && is_accent(str_from(name, 1))) {
		strbuf_addch(out, name.s[0]);
		return;
	}
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (str_is(name, others[i].name)) {
			strbuf_addstr(out, others[i].text);
			return;
		}
	strbuf_addch(out, ' ');
}

/* Append the entity at the front; its length, or 0 where there is none. */
static size_t add_entity(struct strbuf *out, struct str s)
{
	size_t end = str_find(str_upto(s, ENTITY_MAX), ';');
	struct str name = str_from(str_upto(s, end), 1);
	uint32_t c;

	if (!name.len || end >= s.len || s.s[end] != ';')
		return 0;
	if (ascii_is_alnum(name.s[0])) {
		add_named(out, name);
		return end + 1;
	}
	c = name.s[0] == '#' ? number_of(str_from(name, 1)) : 0;
	if (c)
		utf8_add(out, c);
	return c ? end + 1 : 0;
}

/* --- lines --- */

struct reader {
	const bool *sections;
	enum section found;
	struct strbuf line, all;	/* no more than a name may have */
	bool open_comment;	/* there is one whose end is missing */
	bool open_tag;		/* nor is there another ">" */
	size_t lines;	/* that say something */
	bool set_off;	/* what is in `line` stands behind a tag that breaks
			   lines, or has tags itself */
};

static void reader_release(struct reader *r)
{
	strbuf_release(&r->line);
	strbuf_release(&r->all);
}

/* The cell sets its name off as a heading does. */
static bool heads(struct str name, enum section *section)
{
	AUTO(strbuf) heading = STRBUF_INIT;
	struct str rest;

	strbuf_addstr(&heading, "# ");
	strbuf_addslice(&heading, name);
	return section_may_be_label(name) &&
	       section_label(strbuf_slice(&heading), section, &rest);
}

static bool is_link(struct str name)
{
	return str_find(name, '[') < name.len;
}

static enum section name_of(const struct reader *r, struct str name)
{
	enum section section;

	name = str_upto(name, PRIVATE_NAME_MAX);
	if (!heads(name, &section) &&
	    !(is_link(name) && private_names_section(name, &section)))
		return SECTION_NONE;
	return r->sections[section] ? section : SECTION_NONE;
}

/* The first line is a name as the whole cell would be; another one must look
 * like a label, for it may be the rest of a sentence. */
static void end_line(struct reader *r, bool by_tag)
{
	struct str line = str_trim(strbuf_slice(&r->line));

	if (line.len && !r->found &&
	    (!r->lines || r->set_off || !section_label_is_bare(line)))
		r->found = name_of(r, line);
	if (line.len && r->all.len <= PRIVATE_NAME_MAX) {
		strbuf_addch(&r->all, ' ');
		strbuf_addslice(&r->all, line);
	}
	r->lines += line.len > 0;
	r->set_off = by_tag;
	strbuf_reset(&r->line);
}

/* A comment whose end is missing is text; then there is none for others. */
static size_t comment_length(struct reader *r, struct str html)
{
	size_t end = r->open_comment ? html.len :
				       str_find_str(html, STR("-->"));

	r->open_comment = end == html.len;
	return r->open_comment ? strlen("<!--") : end + 3;
}

/* Also one with more bytes than others look at; empty: there is none. */
static struct str tag_at(struct reader *r, struct str html)
{
	struct str tag = html_tag_at(html);
	size_t end;

	if (tag.len || r->open_tag || str_starts(html, "<!") ||
	    !html_may_begin(html))
		return tag;
	end = str_find(html, '>');
	r->open_tag = end == html.len;
	return str_upto(html, r->open_tag ? 0 : end + 1);
}

static size_t take_markup(struct reader *r, struct str html)
{
	struct str tag;

	if (str_starts(html, "<!--"))
		return comment_length(r, html);
	tag = tag_at(r, html);
	if (tag.len && html_breaks_line(tag))
		end_line(r, true);
	else if (tag.len)
		r->set_off = true;
	return tag.len;
}

/* One byte or more of what is left. */
static size_t take(struct reader *r, struct str html)
{
	size_t taken = 0;
	char c = html.s[0];

	if (c == '\n' || c == '\r')
		end_line(r, false);
	else if (c == '<')
		taken = take_markup(r, html);
	else if (r->line.len >= PRIVATE_NAME_MAX || (c == ' ' && !r->line.len))
		return 1;
	else if (c == '&')
		taken = add_entity(&r->line, html);
	if (!taken && c != '\n' && c != '\r')
		strbuf_addch(&r->line, c);
	return taken ? taken : 1;
}

enum section private_cell_section(struct str html, const bool sections[],
				  size_t *lines)
{
	AUTO(reader) r = {
		.sections = sections,
		.line = STRBUF_INIT,
		.all = STRBUF_INIT,
	};

	while (html.len)
		html = str_from(html, take(&r, html));
	end_line(&r, false);
	*lines = r.lines;
	if (!r.found && r.lines > 1 && r.all.len <= PRIVATE_NAME_MAX)
		r.found = name_of(&r, str_trim(strbuf_slice(&r.all)));
	return r.found;
}
