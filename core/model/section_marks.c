/* SPDX-License-Identifier: MIT */
/* The Markdown and the tags around the words of a label. */
#include "core/model/section_marks.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"

bool section_take(struct str *s, const char *prefix)
{
	if (!str_starts_nocase(*s, prefix))
		return false;
	*s = str_from(*s, strlen(prefix));
	return true;
}

/* Blanks, the no-break and the ideographic one too. */
static bool take_blank(struct str *s)
{
	if (!s->len)
		return false;
	switch (s->s[0]) {
	case ' ':
	case '\t':
	case '\r': *s = str_from(*s, 1); return true;
	case '\xc2': return section_take(s, "\xc2\xa0");
	case '\xe3': return section_take(s, "\xe3\x80\x80");
	default: return false;
	}
}

void section_skip_blanks(struct str *s)
{
	while (take_blank(s))
		;
}

static size_t take_run(struct str *s, char c)
{
	size_t n = 0;

	while (n < s->len && s->s[n] == c)
		n++;
	*s = str_from(*s, n);
	return n;
}

/* What stands behind words that are a label: "Thoughts:", "【感想】". */
static bool take_colon(struct str *s)
{
	return section_take(s, ":") || section_take(s, "\xef\xbc\x9a") ||
	       section_take(s, "\xe3\x80\x91");
}

/* Tags that set text off, and those a label is the whole text of. */
static const char *const tags[] = {
	"b", "strong", "i", "em", "u", "h1", "h2", "h3", "h4", "h5", "h6",
	"summary", "details", "p", "div", "span", "font", "center", "mark",
	"br",
};

static bool is_tag(struct str name)
{
	for (size_t i = 0; i < ARRAY_SIZE(tags); i++)
		if (str_eq_nocase(name, str_of(tags[i])))
			return true;
	return false;
}

/* `front`: "<", or "</" of one that ends. */
static bool take_tag(struct str *s, const char *front)
{
	struct str tag = *s;
	size_t end;

	if (!section_take(&tag, front))
		return false;
	end = str_find(tag, '>');
	if (end == tag.len ||
	    !is_tag(str_upto(tag, str_find(str_upto(tag, end), ' '))))
		return false;
	*s = str_from(tag, end + 1);
	return true;
}

/* "[ ] ", "[x] ": of an item that is to be done. */
static void skip_box(struct str *s)
{
	if (s->len > 3 && s->s[0] == '[' && strchr(" xX", s->s[1]) &&
	    s->s[2] == ']' && s->s[3] == ' ')
		*s = str_from(*s, 4);
}

void section_skip_containers(struct str *s)
{
	size_t n = 0;

	section_skip_blanks(s);
	while (section_take(s, ">"))
		section_skip_blanks(s);
	while (n < s->len && n < 9 && s->s[n] >= '0' && s->s[n] <= '9')
		n++;
	if (n && n + 1 < s->len && strchr(".)", s->s[n]) &&
	    s->s[n + 1] == ' ')
		*s = str_from(*s, n + 2);
	else if (s->len > 1 && strchr("-*+", s->s[0]) && s->s[1] == ' ')
		*s = str_from(*s, 2);
	section_skip_blanks(s);
	skip_box(s);
	section_skip_blanks(s);
}

/* Emoji, arrows, bullets: what people put before a label; and what nobody
 * sees in its words. */
bool section_is_ornament(uint32_t c)
{
	return (c >= 0x2000 && c <= 0x2bff) || (c >= 0xfe00 && c <= 0xfe0f) ||
	       (c >= 0x1f000 && c <= 0x1ffff) || c == 0xad || c == 0xfeff ||
	       c == 0x3010;
}

static void skip_ornaments(struct str *s)
{
	struct str rest = *s;

	while (rest.len && (unsigned char)rest.s[0] >= 0x80 &&
	       section_is_ornament(utf8_next(&rest)))
		*s = rest;
	section_skip_blanks(s);
}

static bool is_listed(struct str line, struct str behind)
{
	struct str before = str_trim(str_upto(line, line.len - behind.len));

	return before.len && before.s[before.len - 1] != '>';
}

static size_t take_stars(struct str *s)
{
	size_t n = take_run(s, '*');

	return n ? n : take_run(s, '_');
}

/* "**<u>", "<p><b>" and the like, in any order. */
static void take_emphasis(struct str *s, struct section_opening *o)
{
	bool more = true;

	while (more) {
		size_t stars = take_stars(s);

		o->strong |= stars >= 2;
		o->emphasis |= stars == 1;
		more = take_tag(s, "<");
		o->strong |= more;
		section_skip_blanks(s);
	}
}

bool section_is_marked(struct section_opening o)
{
	return o.heading || o.strong || o.emphasis;
}

struct section_opening section_take_opening(struct str *s)
{
	struct section_opening o = { .listed = false };
	struct str line = *s;
	size_t hashes;

	section_skip_containers(s);
	o.listed = is_listed(line, *s);
	skip_ornaments(s);
	hashes = take_run(s, '#');
	o.heading = hashes > 0 && hashes <= 6;
	section_skip_blanks(s);
	take_emphasis(s, &o);
	return o;
}

/* An underscore between letters is one of their word. */
static bool ends_emphasis(struct str behind)
{
	return !behind.len || strchr("_ \t\r:<", behind.s[0] ? behind.s[0] : 1);
}

static bool begins_colon(struct str s)
{
	return take_colon(&s);
}

size_t section_words_length(struct str s)
{
	size_t max = s.len < SECTION_LABEL_MAX ? s.len : SECTION_LABEL_MAX;
	size_t blanks = 0;

	for (size_t i = 0; i < max; i++) {
		switch (s.s[i]) {
		case '*':
		case ':':
		case '<':
		case '#':
		case '\r': return i;
		case '_':
			if (ends_emphasis(str_from(s, i + 1)))
				return i;
			break;
		case '\xe3':
		case '\xef':
			if (begins_colon(str_from(s, i)))
				return i;
			break;
		case ' ':
			if (++blanks > SECTION_BLANKS_MAX)
				return SECTION_LABEL_MAX;
			break;
		default: break;
		}
	}
	return max;
}

/* Stars behind a blank belong to what follows. */
bool section_take_closing(struct str *s, struct section_opening opening)
{
	bool adjacent = true, closed = false;

	while (s->len) {
		if (take_colon(s) || take_tag(s, "</")) {
			adjacent = closed = true;
		} else if (adjacent &&
			   (str_starts(*s, "**") || str_starts(*s, "__"))) {
			take_run(s, s->s[0]);
			closed = true;
		} else if (adjacent && section_is_marked(opening) &&
			   take_stars(s)) {
			continue;
		} else if (adjacent && opening.heading && take_run(s, '#')) {
			continue;
		} else if (take_blank(s)) {
			adjacent = false;
		} else {
			break;
		}
	}
	return closed;
}

/* "-", "--", "---", and those of typesetters, with a blank behind it. */
static bool take_dash(struct str *s)
{
	static const char *const dashes[] = {
		"---", "--", "-", "\xe2\x80\x92", "\xe2\x80\x93",
		"\xe2\x80\x94", "\xe2\x80\x95", "\xe2\x88\x92",
	};

	for (size_t i = 0; i < ARRAY_SIZE(dashes); i++) {
		struct str rest = *s;

		if (!section_take(&rest, dashes[i]) || !take_blank(&rest))
			continue;
		*s = rest;
		return true;
	}
	return false;
}

void section_skip_dash(struct str *s)
{
	take_dash(s);
	section_skip_blanks(s);
}

/* A dash that may be in front, where most bytes are none. */
static bool begins_dash(struct str s)
{
	return s.len && (s.s[0] == '-' || s.s[0] == '\xe2') && take_dash(&s);
}

size_t section_dash(struct str s)
{
	size_t max = s.len < SECTION_LABEL_MAX ? s.len : SECTION_LABEL_MAX;

	for (size_t i = 0; i < max; i++) {
		struct str behind = str_from(s, i);

		if (s.s[i] == '\t' && i)
			return i;
		if (s.s[i] != ' ' && s.s[i] != '\xc2')
			continue;
		if (take_blank(&behind) && begins_dash(behind))
			return i;
	}
	return s.len;
}

bool section_words_end(struct str rest)
{
	return !rest.len || take_blank(&rest) || take_colon(&rest) ||
	       strchr("*_<#", rest.s[0] ? rest.s[0] : 1);
}
