/* SPDX-License-Identifier: MIT */
/* What people dress the label of their thoughts in. */
#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"
#include "core/model/section_marks.h"

#define TAG_MAX 200	/* bytes of a tag, or of an anchor */
#define NAME_MAX 40	/* of a :shortcode: */

static bool take_blank(struct str *s)
{
	static const char *const blanks[] = {
		" ", "\t", "\r", "\xc2\xa0", "\xe3\x80\x80",
		"&nbsp;", "&ensp;", "&emsp;",
	};

	for (size_t i = 0; i < ARRAY_SIZE(blanks); i++)
		if (section_take(s, blanks[i]))
			return true;
	return false;
}

/* <p align="left">, </b>, <a name="x"> */
static bool take_any_tag(struct str *s)
{
	size_t end = str_find(str_upto(*s, TAG_MAX), '>');

	if (s->len < 3 || s->s[0] != '<' || end == TAG_MAX || end >= s->len ||
	    !(isalpha((unsigned char)s->s[1]) || s->s[1] == '/'))
		return false;
	*s = str_from(*s, end + 1);
	return true;
}

/* ":thought_balloon:" */
static bool take_shortcode(struct str *s)
{
	size_t n = 1;

	if (!s->len || s->s[0] != ':')
		return false;
	while (n < s->len && n < NAME_MAX &&
	       (isalnum((unsigned char)s->s[n]) || strchr("_+-", s->s[n])))
		n++;
	if (n < 3 || n == s->len || s->s[n] != ':')
		return false;
	*s = str_from(*s, n + 1);
	return true;
}

/* "[ ]", "[x]" of a task. */
static bool take_box(struct str *s)
{
	return section_take(s, "[ ] ") || section_take(s, "[x] ");
}

/* "[!NOTE]" of a callout, "[!note]-" of one that can be folded. */
static bool take_callout(struct str *s)
{
	size_t end = str_find(str_upto(*s, NAME_MAX), ']');

	if (!str_starts(*s, "[!") || end >= s->len || s->s[end] != ']')
		return false;
	*s = str_from(*s, end + 1);
	if (!section_take(s, "-"))
		section_take(s, "+");
	return true;
}

/* "2.", "2)", "(2)", "a)", "IV.", with a blank behind it. */
static bool take_number(struct str *s)
{
	bool open = str_starts(*s, "(");
	size_t start = open, n = start;

	while (n < s->len && n - start < 4 && isdigit((unsigned char)s->s[n]))
		n++;
	if (n == start)
		while (n < s->len && n - start < 5 &&
		       strchr("IVX", s->s[n] ? s->s[n] : 'a'))
			n++;
	if (n == start && n < s->len && islower((unsigned char)s->s[n]))
		n++;
	if (n == start || n + 1 >= s->len || s->s[n + 1] != ' ' ||
	    !strchr(open ? ")" : ".)", s->s[n] ? s->s[n] : 'a'))
		return false;
	*s = str_from(*s, n + 2);
	return true;
}

static bool take_bullet(struct str *s)
{
	return section_take(s, "- ") || section_take(s, "* ") || section_take(s, "+ ");
}

/* A quote mark or a bracket of any kind, or what sets off a title. */
static bool is_frame(uint32_t c)
{
	if (c < 0x80)
		return c && strchr("#*_~=`\"'([{\\@", (int)c);
	return c == 0xab || c == 0xbb || (c >= 0x3008 && c <= 0x3011);
}

static bool is_frame_behind(uint32_t c)
{
	return is_frame(c) || c == 0xff1a ||
	       (c && c < 0x80 && strchr(")]}<>:;!?", (int)c));
}

static bool take_one(struct str *s, bool (*is)(uint32_t c))
{
	struct str rest = *s;

	if (!rest.len || !is(utf8_next(&rest)))
		return false;
	*s = rest;
	return true;
}

struct section_dress section_take_dress(struct str *s)
{
	struct section_dress dress = { .marked = false };
	struct str before;

	do {
		before = *s;
		if (take_blank(s) || section_take(s, ">") || take_box(s) ||
		    take_number(s) || take_one(s, section_is_ornament))
			continue;
		if (take_bullet(s))
			dress.listed = true;
		else if (take_callout(s) || take_any_tag(s) ||
			 take_shortcode(s) || take_one(s, is_frame))
			dress.marked = true;
		else
			section_take(s, "-");
	} while (s->len < before.len);
	return dress;
}

/* What a byte of a line is to the words of a label. */
enum role {
	IN_WORD,
	BLANK,
	MAYBE_END,	/* by what stands beside it */
	ENDS,
	NOT_ASCII,
};

static enum role role_of(unsigned char c)
{
	static const uint8_t roles[128] = {
		[' '] = BLANK, ['\t'] = BLANK,
		['-'] = MAYBE_END, ['.'] = MAYBE_END, ['_'] = MAYBE_END,
		['\''] = MAYBE_END,
		['#'] = ENDS, ['*'] = ENDS, ['~'] = ENDS, ['='] = ENDS,
		['`'] = ENDS, ['"'] = ENDS, ['['] = ENDS, ['{'] = ENDS,
		['\\'] = ENDS, ['@'] = ENDS, [')'] = ENDS, [']'] = ENDS,
		['}'] = ENDS, ['<'] = ENDS, ['>'] = ENDS, [':'] = ENDS,
		[';'] = ENDS, ['!'] = ENDS, ['?'] = ENDS,
	};

	return c < 0x80 ? (enum role)roles[c] : NOT_ASCII;
}

/* Amid a word it may be part of it. */
static bool is_amid_word(struct str s, bool after_blank)
{
	unsigned char next = s.len > 1 ? (unsigned char)s.s[1] : ' ';

	return !(s.s[0] == '-' && after_blank) &&
	       (isalnum(next) || next >= 0x80);
}

/* Of letters, those that may begin a mark: a dash, a quote, an emoji. */
static bool may_be_mark(unsigned char lead)
{
	return lead == 0xc2 || lead == 0xe2 || lead == 0xe3 || lead == 0xef ||
	       lead == 0xf0;
}

static bool may_end(enum role role, struct str s)
{
	return role == ENDS ||
	       (role == MAYBE_END && !is_amid_word(s, true)) ||
	       (role == NOT_ASCII && may_be_mark((unsigned char)s.s[0]));
}

bool section_may_be_label(struct str line)
{
	size_t i = 0, start;
	unsigned blanks = 0;

	if (str_starts(line, "#"))
		return true;
	while (i < line.len && !isalpha((unsigned char)line.s[i]) &&
	       (unsigned char)line.s[i] < 0x80)
		i++;
	start = i;
	for (; i < line.len && i < start + SECTION_LABEL_MAX; i++) {
		enum role role = role_of((unsigned char)line.s[i]);

		if (role == IN_WORD)
			continue;
		if (may_end(role, str_from(line, i)))
			return true;
		if (role == BLANK && ++blanks > SECTION_BLANKS_MAX)
			return false;
	}
	return i == line.len;
}

static bool ends_by_letter(uint32_t c)
{
	return c != 0x2019 && c != 0x2018 && c != 0xb4 &&
	       (is_frame_behind(c) || section_is_ornament(c));
}

/* Most lines have more words than any label, which is soon seen. */
size_t section_dress_end(struct str s)
{
	size_t max = s.len < SECTION_LABEL_MAX ? s.len : SECTION_LABEL_MAX;
	unsigned blanks = 0;
	size_t at = 0;

	while (at < max && blanks <= SECTION_BLANKS_MAX) {
		struct str rest = str_from(s, at);
		enum role role = role_of((unsigned char)s.s[at]);

		if (role == ENDS ||
		    (role == MAYBE_END &&
		     !is_amid_word(rest, at && role_of((unsigned char)
						       s.s[at - 1]) == BLANK)) ||
		    (role == NOT_ASCII && ends_by_letter(utf8_next(&rest))))
			return at;
		blanks += role == BLANK;
		at = role == NOT_ASCII ? s.len - rest.len : at + 1;
	}
	return s.len;
}

void section_skip_dress(struct str *s)
{
	struct str before;

	do {
		before = *s;
		if (!take_blank(s) && !take_any_tag(s) &&
		    !take_one(s, is_frame_behind) &&
		    !take_one(s, section_is_ornament) && !section_take(s, "- "))
			section_take(s, ". ");
	} while (s->len < before.len);
}
