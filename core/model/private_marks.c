/* SPDX-License-Identifier: MIT */
/* The marks of private text, and code that labels and marks may stand in. */
#include "core/model/private_marks.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/text/markdown_html.h"

/* Blanks and dashes, also those that programs make of plain ones. */
static size_t padding(struct str s)
{
	static const char *const other[] = { "\u00a0", "\u2013", "\u2014" };

	if (s.len && strchr(" \t-", s.s[0]))
		return s.s[0] ? 1 : 0;
	for (size_t i = 0; i < ARRAY_SIZE(other); i++)
		if (str_starts(s, other[i]))
			return strlen(other[i]);
	return 0;
}

static struct str skip_padding(struct str s)
{
	size_t n;

	while ((n = padding(s)))
		s = str_from(s, n);
	return s;
}

/* Does the comment end here?  One that goes on in the next line does. */
static bool ends_comment(struct str inner, size_t *len)
{
	struct str rest = str_trim_left(inner);

	if (!rest.len) {
		*len = inner.len;
		return true;
	}
	while (str_starts(rest, "--->"))
		rest = str_from(rest, 1);
	*len = (size_t)(rest.s - inner.s) + 3;
	return str_starts(rest, "-->");
}

/* The next comment of a line, and what stands in it and behind it.  Where a
 * program made one long dash of two, its author still meant a comment. */
static bool next_comment(struct str *line, struct str *mark,
			 struct str *inner)
{
	for (;;) {
		size_t at = str_find_str(*line, STR("<!"));
		struct str dashes;

		if (at == line->len)
			return false;
		*mark = str_from(*line, at);
		*line = str_from(*mark, 2);
		dashes = str_trim_left(*line);
		*inner = skip_padding(*line);
		if (padding(dashes) && inner->s > dashes.s)
			return true;
	}
}

/* Take a word off the front; nothing of a longer one. */
static bool take_word(struct str *s, const char *word)
{
	size_t len = strlen(word);

	if (!str_starts_nocase(*s, word) ||
	    (s->len > len && ascii_is_identifier(s->s[len])))
		return false;
	*s = str_from(*s, len);
	return true;
}

static bool take_one_of(struct str *s, const char *const *words)
{
	for (; *words; words++)
		if (take_word(s, *words))
			return true;
	return false;
}

/* "private", "private: not for the boss", "begin private". */
static bool says_private(struct str inner)
{
	static const char *const begin[] = { "begin", "start", "open",
					     NULL };

	if (take_one_of(&inner, begin))
		inner = skip_padding(inner);
	return take_word(&inner, "private");
}

/* How much of a line a comment takes, of which this stands in it. */
static size_t comment_length(struct str mark, struct str inner)
{
	size_t before = (size_t)(inner.s - mark.s);
	static const char *const ends[] = { "-->", "\u2013>", "\u2014>" };

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
		size_t at = str_find_str(inner, str_of(ends[i]));

		if (at < inner.len)
			return before + at + strlen(ends[i]);
	}
	return mark.len;
}

struct str private_mark(struct str line)
{
	struct str rest = line, mark, inner;

	while (next_comment(&rest, &mark, &inner))
		if (says_private(inner))
			return str_upto(mark, comment_length(mark, inner));
	return STR_NONE;
}

static struct str find_end_mark(struct str line)
{
	struct str rest = line, mark, inner;
	size_t len;

	while (next_comment(&rest, &mark, &inner)) {
		if (!take_word(&inner, "/private") ||
		    !ends_comment(inner, &len))
			continue;
		return str_upto(mark, (size_t)(inner.s - mark.s) + len);
	}
	return STR_NONE;
}

/* In backticks it is spoken of, and ends nothing. */
struct str private_end_mark(struct str line)
{
	struct str mark = find_end_mark(line);

	if (mark.s > line.s && mark.s[-1] == '`')
		return STR_NONE;
	return mark;
}

/* "/private!", "end private", "all of this is private": `words` are those of
 * the comment, `inner` goes on behind it. */
static bool nearly_says(struct str inner, struct str words)
{
	static const char *const end[] = { "end", "stop", "close", "/", NULL };
	size_t len = strlen("private"), before;

	if (take_word(&inner, "/private"))
		return !ends_comment(inner, &len);
	if (take_one_of(&inner, end)) {
		inner = skip_padding(inner);
		return take_word(&inner, "private");
	}
	words = str_trim_right(words);
	before = words.len > len ? words.len - len : 0;
	return before && !ascii_is_identifier(words.s[before - 1]) &&
	       str_eq_nocase(str_from(words, before), STR("private"));
}

bool private_almost_mark(struct str line)
{
	struct str rest = line, mark, inner;
	const char *end = line.s;

	while (next_comment(&rest, &mark, &inner)) {
		/* Many that nothing closes all go up to the same place. */
		if (end < inner.s)
			end = inner.s + str_find_str(inner, STR("-->"));
		if (nearly_says(inner, str_upto(inner, (size_t)(end - inner.s))))
			return true;
	}
	return false;
}

/* What stands before the text of a line: quotations and items. */
struct leader {
	size_t len, item;	/* item: where its text begins, or 0 */
	bool quoted;
};

/* "- ", "1. ", "> ": how much of it, or 0. */
static size_t container(struct str s, bool *item)
{
	size_t n = 0;

	*item = false;
	if (str_starts(s, ">"))
		return 1;
	while (n < s.len && n < 9 && s.s[n] >= '0' && s.s[n] <= '9')
		n++;
	if (n < s.len && strchr(n ? ".)" : "-*+", s.s[n]) &&
	    n + 1 < s.len && (s.s[n + 1] == ' ' || s.s[n + 1] == '\t'))
		*item = true;
	return *item ? n + 2 : 0;
}

static struct leader leader_of(struct str line)
{
	struct leader l = { 0, 0, false };
	size_t n;

	do {
		struct str rest = str_from(line, l.len);
		size_t blanks = rest.len - str_trim_left(rest).len;
		bool item;

		n = container(str_from(rest, blanks), &item);
		l.len += blanks + n;
		l.quoted |= n && !item;
		if (item)
			l.item = l.len;
	} while (n);
	return l;
}

bool private_mark_is_alone(struct str line, struct str mark)
{
	size_t before = (size_t)(mark.s - line.s);
	struct str after = str_trim(str_from(line, before + mark.len));
	struct str leader = str_from(str_upto(line, before),
				     leader_of(line).len);

	if (str_starts(leader, "[ ]") || str_starts_nocase(leader, "[x]"))
		leader = str_from(leader, 3);
	for (size_t i = 0; i < leader.len; i++)
		if (!strchr(" \t>-*+#|", leader.s[i]))
			return false;
	while (str_starts(after, "|"))
		after = str_trim_left(str_from(after, 1));
	return !after.len;
}

/* How many of its first character a fence has that opens code, or 0. */
static size_t fence_length(struct str text)
{
	size_t n = 0;

	text = str_trim(text);
	if (!text.len || (text.s[0] != '`' && text.s[0] != '~'))
		return 0;
	while (n < text.len && text.s[n] == text.s[0])
		n++;
	text = str_from(text, n);
	if (n < 3 || (text.len && text.s[-1] == '`' &&
		      str_find(text, '`') < text.len))
		return 0;
	return n;
}

/* Code ends with the item or the quotation that it stands in. */
static bool leaves_container(const struct private_code *c, struct str line)
{
	struct str text = str_trim_left(line);

	if (c->quoted)
		return !str_starts(text, ">");
	return text.len && line.len - text.len < c->item &&
	       line.s[0] != '\t';
}

static bool closes(const struct private_code *c, struct str line)
{
	struct str text = str_trim(line);
	size_t n;

	while (c->quoted && str_starts(text, ">"))
		text = str_trim_left(str_from(text, 1));
	n = fence_length(text);
	return n >= c->length && n == text.len && text.s[0] == c->fence;
}

static void track_comment(struct private_code *c, struct str line)
{
	while (line.len) {
		size_t at = c->in_comment ? str_find_str(line, STR("-->"))
					  : html_find_comment(line);

		if (at == line.len)
			return;
		line = str_from(line, at + (c->in_comment ? 3 : 4));
		c->in_comment = !c->in_comment;
	}
}

enum private_step private_code_step(struct private_code *c, struct str line)
{
	struct leader l;
	size_t n;

	if (c->fence && leaves_container(c, line))
		c->fence = 0;
	if (c->fence) {
		if (!closes(c, line))
			return CODE_INSIDE;
		c->fence = 0;
		return CODE_CLOSES;
	}
	if (c->in_comment || str_find_str(line, STR("<!--")) < line.len)
		track_comment(c, line);
	if (str_find_str(line, STR("```")) == line.len &&
	    str_find_str(line, STR("~~~")) == line.len)
		return CODE_NONE;
	l = leader_of(line);
	n = fence_length(str_from(line, l.len));
	if (!n || c->in_comment)
		return CODE_NONE;
	*c = (struct private_code){
		.fence = str_trim_left(str_from(line, l.len)).s[0],
		.length = n,
		.item = l.item,
		.quoted = l.quoted,
	};
	return CODE_OPENS;
}
