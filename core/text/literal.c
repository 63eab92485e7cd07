/* SPDX-License-Identifier: MIT */
/* Finding a text as it stands, in any case or in its own. */
#include "core/text/literal.h"

#include <string.h>

#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What an editor makes of an apostrophe or a hyphen is the same mark. */
static uint32_t plain_mark(uint32_t c)
{
	if (c == 0x2018 || c == 0x2019 || c == 0x2bc)
		return '\'';
	if (c == 0x201c || c == 0x201d)
		return '"';
	if (c == 0x2010 || c == 0x2011)
		return '-';
	return c;
}

/* One character, folded. */
static void add_folded(struct strbuf *out, struct str text)
{
	struct str rest = text;
	uint32_t c = utf8_next(&rest), plain = plain_mark(c);

	if (plain != c)
		strbuf_addch(out, (char)plain);
	else
		unicode_add_folded(out, text);
}

static struct str first_char(struct str text)
{
	struct str rest = text;

	utf8_next(&rest);
	return str_upto(text, text.len - rest.len);
}

static void fold(struct strbuf *out, struct str text)
{
	while (text.len) {
		struct str c = first_char(text);

		add_folded(out, c);
		text = str_from(text, c.len);
	}
}

static bool joins_words(uint32_t c)
{
	return unicode_is_word(c) && !unicode_is_unspaced(c);
}

static uint32_t last_char(struct str text)
{
	size_t at = text.len;
	struct str c;

	while (at && ((unsigned char)text.s[at - 1] & 0xc0) == 0x80 &&
	       text.len - at < 3)
		at--;
	c = str_from(text, at ? at - 1 : 0);
	return c.len ? utf8_next(&c) : ' ';
}

static bool has_word(struct str text)
{
	while (text.len)
		if (unicode_is_word(utf8_next(&text)))
			return true;
	return false;
}

/* ".NET", "$LATEST", "#tag", "@media", "--flag": behind a letter these marks are
 * of another word, as in "oauth.net".  Those of "f(x)" and "std::move" join. */
static bool is_marked_name(struct str text)
{
	return text.len && str_find(STR(".$#@-"), *text.s) < 5 &&
	       has_word(text);
}

void literal_make(struct literal *l, struct str text, bool exact,
		  struct arena *mem)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str front;

	text = str_trim(text);
	if (!exact)
		fold(&folded, text);
	*l = (struct literal){
		.text = exact ? text : arena_str(mem, strbuf_slice(&folded)),
		.exact = exact,
	};
	front = l->text;
	l->whole_front = is_marked_name(front) ||
			 (front.len && joins_words(utf8_next(&front)));
	l->whole_end = l->text.len && joins_words(last_char(l->text));
}

/* Blanks match blanks; both are passed over. */
static bool take_blanks(struct str *wanted, struct str *text)
{
	if (!text->len || !is_blank(*text->s))
		return false;
	while (wanted->len && is_blank(*wanted->s))
		*wanted = str_from(*wanted, 1);
	while (text->len && is_blank(*text->s))
		*text = str_from(*text, 1);
	return true;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* A character of the text that is no plain letter, against what is wanted. */
static bool take_folded(struct str *wanted, struct str *text)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str c = first_char(*text);

	add_folded(&folded, c);
	if (!str_eq(str_upto(*wanted, folded.len), strbuf_slice(&folded)))
		return false;
	*wanted = str_from(*wanted, folded.len);
	*text = str_from(*text, c.len);
	return true;
}

static bool take_char(const struct literal *l, struct str *wanted,
		      struct str *text)
{
	char c = *text->s;

	if (is_blank(*wanted->s))
		return take_blanks(wanted, text);
	if (!l->exact && (unsigned char)c >= 0x80)
		return take_folded(wanted, text);
	if ((l->exact ? c : lower(c)) != *wanted->s)
		return false;
	*wanted = str_from(*wanted, 1);
	*text = str_from(*text, 1);
	return true;
}

/* An accent written as a character of its own belongs to what is before it. */
static struct str skip_accents(const struct literal *l, struct str text)
{
	while (!l->exact && text.len && (unsigned char)*text.s >= 0xcc) {
		AUTO(strbuf) folded = STRBUF_INIT;
		struct str c = first_char(text);

		add_folded(&folded, c);
		if (folded.len)
			break;
		text = str_from(text, c.len);
	}
	return text;
}

static bool begins_whole(const struct literal *l, struct str text, size_t start)
{
	return !l->whole_front || !start ||
	       !joins_words(last_char(str_upto(text, start)));
}

static bool ends_whole(const struct literal *l, struct str behind)
{
	return !l->whole_end || !behind.len || !joins_words(utf8_next(&behind));
}

static bool is_at(const struct literal *l, struct str text, size_t start,
		  size_t *end)
{
	struct str wanted = l->text, rest = str_from(text, start);

	/* First, so that a long run of a letter is not tried at each of it. */
	if (!begins_whole(l, text, start))
		return false;
	while (wanted.len)
		if (!rest.len || !take_char(l, &wanted, &rest))
			return false;
	rest = skip_accents(l, rest);
	*end = text.len - rest.len;
	return *end > start && ends_whole(l, rest);
}

/* Where it could begin at the earliest. */
static size_t next_start(const struct literal *l, struct str text, size_t at)
{
	char first = l->text.s[0];
	const char *found;

	if (l->exact) {
		found = memchr(text.s + at, first, text.len - at);
		return found ? (size_t)(found - text.s) : text.len;
	}
	while (at < text.len && lower(text.s[at]) != first &&
	       (unsigned char)text.s[at] < 0x80)
		at++;
	return at;
}

bool literal_find(const struct literal *l, struct str text, size_t from,
		  size_t *start, size_t *end)
{
	if (!l->text.len)
		return false;
	for (size_t at = from; at < text.len; at++) {
		at = next_start(l, text, at);
		if (at >= text.len)
			break;
		if (((unsigned char)text.s[at] & 0xc0) == 0x80 ||
		    !is_at(l, text, at, end))
			continue;
		*start = at;
		return true;
	}
	return false;
}
