/* SPDX-License-Identifier: MIT */
/* The marks of private text, and code that labels and marks may stand in. */
#include "core/model/private_marks.h"

#include <string.h>

#include "core/text/markdown_html.h"

/* Blanks, and the further dashes that some put into a comment. */
static struct str skip_padding(struct str s)
{
	while (s.len && strchr(" \t-", s.s[0]))
		s = str_from(s, 1);
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

/* The next comment that begins with a word; what stands behind that. */
static bool next_comment(struct str *line, const char *word, struct str *mark,
			 struct str *behind)
{
	for (;;) {
		size_t at = str_find_str(*line, STR("<!--"));

		if (at == line->len)
			return false;
		*mark = str_from(*line, at);
		*line = str_from(*mark, 4);
		*behind = skip_padding(*line);
		if (!str_starts_nocase(*behind, word))
			continue;
		*behind = str_from(*behind, strlen(word));
		return true;
	}
}

static struct str find_mark(struct str line, const char *word)
{
	struct str rest = line, mark, behind;
	size_t len;

	while (next_comment(&rest, word, &mark, &behind))
		if (ends_comment(behind, &len))
			return str_upto(mark, (size_t)(behind.s - mark.s) +
						      len);
	return STR_NONE;
}

struct str private_mark(struct str line)
{
	return find_mark(line, "private");
}

/* In backticks it is spoken of, and ends nothing. */
struct str private_end_mark(struct str line)
{
	struct str mark = find_mark(line, "/private");

	if (mark.s > line.s && mark.s[-1] == '`')
		return STR_NONE;
	return mark;
}

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool private_almost_mark(struct str line)
{
	static const char *const words[] = { "private", "/private" };

	for (size_t i = 0; i < 2; i++) {
		struct str rest = line, mark, behind;
		size_t len;

		while (next_comment(&rest, words[i], &mark, &behind))
			if (!ends_comment(behind, &len) &&
			    !is_letter(behind.s[0]))
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
