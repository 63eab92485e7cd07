/* SPDX-License-Identifier: MIT */
/* The words, numbers and marks of a line that may be a header. */
#include "importers/100days.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"

/* --- what a reader does not see of a line -------------------------------- */

/* The tag, comment or autolink at the front of `s`: its length, or 0. */
static size_t tag_length(struct str s)
{
	size_t end = str_find(s, '>');

	if (s.len < 3 || end == s.len)
		return 0;
	return isalpha((unsigned char)s.s[1]) || s.s[1] == '/' ||
	       s.s[1] == '!' ? end + 1 : 0;
}

/* "](target)" or "][target]" at the front: its length, or 0. */
static size_t target_length(struct str s)
{
	size_t end;

	if (s.len < 3 || (s.s[1] != '(' && s.s[1] != '['))
		return 0;
	end = str_find(s, s.s[1] == '(' ? ')' : ']');
	if (s.s[1] == '[') {
		struct str behind = str_from(s, 2);

		end = str_find(behind, ']') + 2;
	}
	return end < s.len ? end + 1 : s.len;
}

/* ":heavy_check_mark:" at the front: its length, or 0. */
static size_t shortcode_length(struct str s)
{
	size_t i = 1;
	bool letter = false;

	for (; i < s.len && (isalnum((unsigned char)s.s[i]) || s.s[i] == '_' ||
			     s.s[i] == '+' || s.s[i] == '-'); i++)
		letter |= isalpha((unsigned char)s.s[i]) != 0;
	return letter && i < s.len && s.s[i] == ':' ? i + 1 : 0;
}

/* "&nbsp;" at the front: its length, or 0. */
static size_t entity_length(struct str s)
{
	size_t i = 1;

	while (i < s.len && i < 10 &&
	       (isalnum((unsigned char)s.s[i]) || s.s[i] == '#'))
		i++;
	return i > 1 && i < s.len && s.s[i] == ';' ? i + 1 : 0;
}

/* Copy a line without markup; what was taken out leaves `*with`, or nothing. */
static size_t markup_length(struct str s, const char **with)
{
	*with = " ";
	switch (s.s[0]) {
	case '<':
		if (str_starts_nocase(s, "<td") || str_starts_nocase(s, "<th"))
			*with = "|";
		return tag_length(s);
	case ']':
		return target_length(s);
	case ':':
		return shortcode_length(s);
	case '&':
		*with = str_starts(s, "&amp;") ? "&" : " ";
		return entity_length(s);
	case '_':
		return 1;
	case '~':
		return str_starts(s, "~~") ? 2 : 0;
	case '*':
	case '`':
	case '\\':
		*with = "";
		return 1;
	default:
		return 0;
	}
}

static void clean_add(struct strbuf *out, struct str s)
{
	while (s.len) {
		const char *with;
		size_t n = markup_length(s, &with);

		/* "<td>Day 9</td>" begins with a day, not with a bar. */
		if (n && *with == '|' && !str_trim(strbuf_slice(out)).len)
			with = " ";
		if (n)
			strbuf_addstr(out, with);
		else
			strbuf_addch(out, s.s[0]);
		s = str_from(s, n ? n : 1);
	}
}

/* --- tokens -------------------------------------------------------------- */

/* Characters that are written like an ASCII mark, and those that are none. */
static const struct {
	uint32_t from, to;
	char mark;		/* 0: a mark like no other */
} marks[] = {
	{ 0x00a0, 0x00a9, 0 }, { 0x00ab, 0x00b4, 0 }, { 0x00b6, 0x00b9, 0 },
	{ 0x00bb, 0x00bf, 0 }, { 0x00d7, 0x00d7, 0 }, { 0x00f7, 0x00f7, 0 },
	{ 0x060c, 0x060c, ',' }, { 0x061b, 0x061b, ';' },
	{ 0x061f, 0x061f, '?' }, { 0x0964, 0x0964, '.' },
	{ 0x2010, 0x2015, '-' }, { 0x2018, 0x201f, '"' },
	{ 0x2212, 0x2212, '-' }, { 0x2192, 0x2192, '~' },
	{ 0x2053, 0x2053, '~' }, { 0x2000, 0x2bff, 0 },
	{ 0x3001, 0x3001, ',' }, { 0x3002, 0x3002, '.' },
	{ 0x3008, 0x3008, '(' }, { 0x3009, 0x3009, ')' },
	{ 0x300a, 0x300a, '(' }, { 0x300b, 0x300b, ')' },
	{ 0x300c, 0x300c, '(' }, { 0x300d, 0x300d, ')' },
	{ 0x300e, 0x300e, '(' }, { 0x300f, 0x300f, ')' },
	{ 0x3010, 0x3010, '(' }, { 0x3011, 0x3011, ')' },
	{ 0x3014, 0x3014, '(' }, { 0x3015, 0x3015, ')' },
	{ 0x301c, 0x301c, '~' }, { 0x3000, 0x3004, 0 }, { 0x3008, 0x303f, 0 },
	{ 0x30fb, 0x30fb, 0 }, { 0xe000, 0xf8ff, 0 }, { 0xfff0, 0xffff, 0 },
	{ 0x1f000, 0x1ffff, 0 },
};

/* Characters without a look of their own. */
static bool is_invisible(uint32_t c)
{
	return (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff ||
	       (c >= 0xfe00 && c <= 0xfe0f) || c == 0x00ad;
}

static bool is_letter(uint32_t c, char *mark)
{
	*mark = 0;
	if (c & UTF8_INVALID)
		return false;
	if (c < 0x80) {
		*mark = (char)c;
		return isalpha((int)c);
	}
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		if (c >= marks[i].from && c <= marks[i].to) {
			*mark = marks[i].mark;
			return false;
		}
	return true;
}

/* Han and Kana are written without blanks between words. */
static bool is_han(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
	       (c >= 0xf900 && c <= 0xfaff) || c == 0x3005 || c == 0x3007;
}

static struct str number_read(struct daylog_token *token, struct str rest)
{
	struct str s = rest;
	long value = 0;

	while (rest.len && isdigit((unsigned char)rest.s[0])) {
		if (value <= 99999999)
			value = value * 10 + (rest.s[0] - '0');
		rest = str_from(rest, 1);
	}
	token->kind = TOKEN_NUMBER;
	token->digits = (unsigned)(s.len - rest.len);
	token->value = value > 99999999 ? -1 : (int)value;
	token->text = str_upto(s, token->digits);
	return rest;
}

/* The longest word of the table at the front of a run of Han, else one. */
static size_t han_length(const struct daylog_words *w, struct str run)
{
	struct str rest = run;
	size_t best = 0, first = 0;

	while (rest.len && run.len - rest.len < w->longest) {
		char mark;
		uint32_t c = utf8_next(&rest);
		size_t n = run.len - rest.len;

		if (!is_letter(c, &mark))
			break;
		if (!first)
			first = n;
		if (daylog_word(w, str_upto(run, n)))
			best = n;
	}
	return best ? best : first;
}

static struct str word_read(struct daylog_token *token,
			    const struct daylog_words *w, struct str rest)
{
	struct str s = rest, after = rest;
	char mark;
	size_t len;

	if (is_han(utf8_next(&after))) {
		len = han_length(w, s);
	} else {
		while (rest.len) {
			uint32_t c;

			after = rest;
			c = utf8_next(&after);
			if (!is_letter(c, &mark) || is_han(c))
				break;
			rest = after;
		}
		len = s.len - rest.len;
	}
	token->kind = TOKEN_WORD;
	token->text = str_upto(s, len);
	token->word = daylog_word(w, token->text);
	return str_from(s, len);
}

/* Take one token off the front; false: only blanks were left. */
static bool token_read(struct daylog_token *token,
		       const struct daylog_words *w, struct str *rest)
{
	bool glued = true;

	while (rest->len) {
		struct str s = *rest;
		char mark;
		uint32_t c = utf8_next(rest);

		if (is_invisible(c))
			continue;
		if (c <= ' ' || c == 0xa0) {
			glued = false;
			continue;
		}
		*token = (struct daylog_token){ .glued = glued };
		if (c < 0x80 && isdigit((int)c)) {
			*rest = number_read(token, s);
		} else if (is_letter(c, &mark)) {
			*rest = word_read(token, w, s);
		} else {
			token->kind = TOKEN_MARK;
			token->mark = mark;
			token->text = str_upto(s, s.len - rest->len);
		}
		return true;
	}
	return false;
}

/* Fold a line; most are ASCII, where to fold is to lower the capitals. */
static void fold_add(struct strbuf *out, struct str s)
{
	AUTO(strbuf) normal = STRBUF_INIT;
	size_t i = 0;

	while (i < s.len && (unsigned char)s.s[i] < 0x80)
		i++;
	if (i < s.len) {
		unicode_add_normal(&normal, s);
		unicode_add_folded(out, strbuf_slice(&normal));
		return;
	}
	strbuf_addslice(out, s);
	for (i = out->len - s.len; i < out->len; i++)
		out->buf[i] = (char)tolower((unsigned char)out->buf[i]);
}

void daylog_tokens_read(struct daylog_tokens *t, const struct daylog_words *w,
			struct str text)
{
	struct str rest;

	strbuf_reset(&t->clean);
	strbuf_reset(&t->folded);
	clean_add(&t->clean, str_upto(text, DAYLOG_LINE_MAX));
	fold_add(&t->folded, strbuf_slice(&t->clean));
	rest = strbuf_slice(&t->folded);
	t->count = 0;
	while (t->count < DAYLOG_TOKENS &&
	       token_read(&t->at[t->count], w, &rest))
		t->count++;
	for (size_t i = t->count; i < ARRAY_SIZE(t->at); i++)
		t->at[i] = (struct daylog_token){ .kind = TOKEN_END };
}

void daylog_tokens_release(struct daylog_tokens *t)
{
	strbuf_release(&t->clean);
	strbuf_release(&t->folded);
}

bool daylog_is_mark(const struct daylog_token *t, const char *set)
{
	return t->kind == TOKEN_MARK && t->mark && strchr(set, t->mark);
}

const struct daylog_token *daylog_token(const struct daylog_tokens *t, size_t i)
{
	return &t->at[i < t->count ? i : t->count];
}

bool daylog_is_within(const struct daylog_token *t, int min, int max)
{
	return t->kind == TOKEN_NUMBER && t->value >= min && t->value <= max;
}

bool daylog_is_word(const struct daylog_token *t, unsigned meaning)
{
	return t->kind == TOKEN_WORD && (t->word & meaning);
}

size_t daylog_skip_marks(const struct daylog_tokens *t, size_t i,
			 const char *set)
{
	while (daylog_is_mark(daylog_token(t, i), set))
		i++;
	return i;
}

size_t daylog_skip_words(const struct daylog_tokens *t, size_t i,
			 unsigned meaning)
{
	while (daylog_is_word(daylog_token(t, i), meaning))
		i++;
	return i;
}

size_t daylog_skip_any_marks(const struct daylog_tokens *t, size_t i)
{
	while (daylog_token(t, i)->kind == TOKEN_MARK)
		i++;
	return i;
}
