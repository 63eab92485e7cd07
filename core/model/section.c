/* SPDX-License-Identifier: MIT */
/* Recognising the line that opens a section of an entry. */
#include "core/model/section.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/model/section_labels.h"
#include "core/text/unicode.h"

/* Longer words than this are no label. */
#define LABEL_MAX 72
#define LABEL_BLANKS_MAX 7

static const struct {
	const char *name, *title;
} sections[] = {
	[SECTION_NONE] = { "", "" },
	[SECTION_PROGRESS] = { "progress", "Today's Progress" },
	[SECTION_LEARNED] = { "learned", "What I learned" },
	[SECTION_THOUGHTS] = { "thoughts", "Thoughts" },
	[SECTION_LINKS] = { "links", "Link to work" },
	[SECTION_QUESTIONS] = { "questions", "Questions" },
};

const char *section_name(enum section s)
{
	return (size_t)s < ARRAY_SIZE(sections) ? sections[s].name : "";
}

const char *section_title(enum section s)
{
	return (size_t)s < ARRAY_SIZE(sections) ? sections[s].title : "";
}

bool section_by_name(struct str name, enum section *out)
{
	for (size_t i = 1; i < ARRAY_SIZE(sections); i++) {
		if (!str_eq_nocase(name, str_of(sections[i].name)))
			continue;
		*out = (enum section)i;
		return true;
	}
	return false;
}

/* Take `prefix` off the front if it stands there, in either case. */
static bool take(struct str *s, const char *prefix)
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
	case '\xc2': return take(s, "\xc2\xa0");
	case '\xe3': return take(s, "\xe3\x80\x80");
	default: return false;
	}
}

static void skip_blanks(struct str *s)
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

static bool take_colon(struct str *s)
{
	return take(s, ":") || take(s, "\xef\xbc\x9a");
}

static bool take_open_tag(struct str *s)
{
	if (!str_starts(*s, "<"))
		return false;
	return take(s, "<strong>") || take(s, "<b>");
}

static bool take_close_tag(struct str *s)
{
	if (!str_starts(*s, "<"))
		return false;
	return take(s, "</strong>") || take(s, "</b>");
}

/* Quote marks and the bullet or number of a list item. */
static void skip_containers(struct str *s)
{
	size_t n = 0;

	skip_blanks(s);
	while (take(s, ">"))
		skip_blanks(s);
	while (n < s->len && n < 9 && s->s[n] >= '0' && s->s[n] <= '9')
		n++;
	if (n && n + 1 < s->len && strchr(".)", s->s[n]) &&
	    s->s[n + 1] == ' ')
		*s = str_from(*s, n + 2);
	else if (s->len > 1 && strchr("-*+", s->s[0]) && s->s[1] == ' ')
		*s = str_from(*s, 2);
	skip_blanks(s);
}

/* Emoji, arrows, bullets: what people put before a label. */
static bool is_ornament(uint32_t c)
{
	return (c >= 0x2000 && c <= 0x2bff) || (c >= 0xfe00 && c <= 0xfe0f) ||
	       (c >= 0x1f000 && c <= 0x1ffff);
}

static void skip_ornaments(struct str *s)
{
	struct str rest = *s;

	while (rest.len && (unsigned char)rest.s[0] >= 0x80 &&
	       is_ornament(utf8_next(&rest)))
		*s = rest;
	skip_blanks(s);
}

/* The marks before a label; do they alone say that it is one? */
struct opening {
	bool heading, strong;
};

static struct opening take_opening(struct str *s)
{
	struct opening o = { false, false };
	size_t hashes, marks;

	skip_containers(s);
	skip_ornaments(s);
	hashes = take_run(s, '#');
	o.heading = hashes > 0 && hashes <= 6;
	skip_blanks(s);
	marks = take_run(s, '*');
	if (!marks)
		marks = take_run(s, '_');
	o.strong = marks >= 2;
	if (take_open_tag(s))
		o.strong = true;
	skip_blanks(s);
	return o;
}

/* How many bytes the words of a label take that may begin here; LABEL_MAX:
 * there are too many of them. */
static size_t words_length(struct str s)
{
	size_t max = s.len < LABEL_MAX ? s.len : LABEL_MAX, blanks = 0;

	for (size_t i = 0; i < max; i++) {
		switch (s.s[i]) {
		case '*':
		case ':':
		case '<':
		case '#':
		case '\r': return i;
		case '_':
			if (str_starts(str_from(s, i), "__"))
				return i;
			break;
		case '\xef':
			if (str_starts(str_from(s, i), "\xef\xbc\x9a"))
				return i;
			break;
		case ' ':
			if (++blanks > LABEL_BLANKS_MAX)
				return LABEL_MAX;
			break;
		default: break;
		}
	}
	return max;
}

/*
 * Take the marks behind a label's words; do they alone say that it was one?
 * Stars behind a blank belong to what follows.
 */
static bool take_closing(struct str *s, struct opening opening)
{
	bool adjacent = true, closed = false;

	while (s->len) {
		if (take_colon(s) || take_close_tag(s)) {
			adjacent = closed = true;
		} else if (adjacent &&
			   (str_starts(*s, "**") || str_starts(*s, "__"))) {
			take_run(s, s->s[0]);
			closed = true;
		} else if (adjacent && opening.strong && take(s, "*")) {
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

/* "**Thoughts** - fine": the dash parts the label from the text. */
static void skip_dash(struct str *s)
{
	static const char *const dashes[] = { "- ", "\xe2\x80\x93 ",
					      "\xe2\x80\x94 " };

	for (size_t i = 0; i < ARRAY_SIZE(dashes); i++)
		if (take(s, dashes[i]))
			break;
	skip_blanks(s);
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == '`' || c == 0xb4 || c == 0x2bc ||
	       (c >= 0x2018 && c <= 0x201b) || c == 0x2032;
}

/* Blanks in a row are one, and those around the words none. */
static void add_blank(struct strbuf *out, bool *blank)
{
	if (*blank && out->len)
		strbuf_addch(out, ' ');
	*blank = false;
}

static bool add_ascii_words(struct strbuf *out, struct str s)
{
	bool blank = false;

	strbuf_grow(out, s.len);
	for (size_t i = 0; i < s.len; i++) {
		char c = s.s[i];

		if ((unsigned char)c >= 0x80)
			return false;
		if (c == ' ' || c == '\t') {
			blank = true;
		} else if (!is_apostrophe((uint32_t)c)) {
			add_blank(out, &blank);
			strbuf_addch(out, c >= 'A' && c <= 'Z' ?
						  (char)(c + 32) : c);
		}
	}
	return true;
}

static void add_other_words(struct strbuf *out, struct str s)
{
	AUTO(strbuf) bare = STRBUF_INIT;
	bool blank = false;

	strbuf_grow(&bare, s.len);
	while (s.len) {
		uint32_t c = utf8_next(&s) & ~UTF8_INVALID;

		if (c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000) {
			blank = true;
			continue;
		}
		if (is_apostrophe(c) || is_ornament(c))
			continue;
		add_blank(&bare, &blank);
		utf8_add(&bare, c);
	}
	unicode_add_folded(out, strbuf_slice(&bare));
}

/* Nearly all labels are ASCII, and few lines that are looked at are labels. */
static void add_words(struct strbuf *out, struct str s)
{
	if (!add_ascii_words(out, s)) {
		strbuf_reset(out);
		add_other_words(out, s);
	}
	while (out->len && strchr(".!-_ ", out->buf[out->len - 1]))
		strbuf_truncate(out, out->len - 1);
}

static bool find_words(struct str words, enum section *out)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	add_words(&folded, words);
	if (!folded.len)
		return false;
	if (section_words_find(strbuf_slice(&folded), out))
		return true;
	*out = SECTION_LINKS;
	return section_words_link(strbuf_slice(&folded));
}

/*
 * Note the length of words that are a label.  False: no label begins so, and
 * longer words need not be looked at; most text says so by its first word.
 */
static bool may_go_on(struct str words, size_t *length)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	bool whole, begins;

	add_words(&folded, words);
	begins = section_words_begin(strbuf_slice(&folded), &whole);
	if (whole)
		*length = words.len;
	return begins;
}

bool section_label(struct str line, enum section *out, struct str *rest)
{
	struct str s = line, words;
	struct opening opening = take_opening(&s);
	size_t length = words_length(s);
	bool closed;

	if (!length || length == LABEL_MAX)
		return false;
	words = str_upto(s, length);
	s = str_from(s, length);
	if (!s.len && !opening.heading && !opening.strong)
		return false;
	closed = take_closing(&s, opening);
	if (!closed && !opening.heading && !opening.strong)
		return false;
	if (!closed && s.len)
		return false;
	if (!find_words(words, out))
		return false;
	skip_dash(&s);
	*rest = str_trim_right(s);
	return true;
}

static bool ends_words(struct str rest)
{
	return !rest.len || take_blank(&rest) || take_colon(&rest) ||
	       strchr("*_<#", rest.s[0] ? rest.s[0] : 1);
}

struct str section_without_label(struct str text)
{
	const struct opening plain = { true, true };
	size_t max = text.len < LABEL_MAX ? text.len : LABEL_MAX, length = 0;
	size_t ends = 0;

	for (size_t i = 1; i <= max && ends <= LABEL_BLANKS_MAX; i++) {
		if (!ends_words(str_from(text, i)))
			continue;
		ends++;
		if (!may_go_on(str_upto(text, i), &length))
			break;
	}
	if (!length)
		return text;
	text = str_from(text, length);
	take_closing(&text, plain);
	skip_dash(&text);
	return str_trim_right(text);
}
