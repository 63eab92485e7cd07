/* SPDX-License-Identifier: MIT */
/* What an entry is called, where it is kept, and whether it says anything. */
#include "core/model/entry.h"

#include <ctype.h>
#include <string.h>

#include "core/base/path.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/model/plan_schedule.h"
#include "core/model/section.h"
#include "core/text/markdown.h"
#include "core/text/markdown_html.h"
#include "core/text/unicode.h"

#define WEEKDAY_LEAST 5	/* letters of a weekday that is all of a text */

int entry_day(const struct entry *e)
{
	return e->ndays ? e->days[0] : DAY_NONE;
}

int entry_number(const struct entry *e)
{
	return e->nnumbers ? e->numbers[0] : NUMBER_NONE;
}

void entry_add_wanted_id(struct strbuf *out, const struct entry *e)
{
	if (e->ndays) {
		strbuf_addstr(out, day_format(e->days[0]).s);
		return;
	}
	if (!e->nnumbers) {
		strbuf_addstr(out, "entry");
		return;
	}
	if (e->round)
		strbuf_addf(out, "R%d", e->round);
	strbuf_addf(out, "D%03d", e->numbers[0]);
}

void entry_add_path(struct strbuf *out, const struct entry *e)
{
	if (e->ndays)
		strbuf_addf(out, "log/%04d/", day_to_civil(e->days[0]).year);
	else
		strbuf_addstr(out, "log/undated/");
	if (e->id)
		strbuf_addstr(out, e->id);
	else
		entry_add_wanted_id(out, e);
	strbuf_addstr(out, ".md");
}

/* "Day 9", "R2D9", or nothing. */
static void add_number(struct strbuf *out, const struct entry *e)
{
	if (!e->nnumbers)
		return;
	if (e->round) {
		strbuf_addch(out, 'R');
		strbuf_addint(out, e->round);
		strbuf_addch(out, 'D');
	} else {
		strbuf_addstr(out, "Day ");
	}
	strbuf_addint(out, e->numbers[0]);
	if (e->nnumbers > 1) {
		strbuf_addch(out, '-');
		strbuf_addint(out, e->numbers[e->nnumbers - 1]);
	}
}

/* All entries of a site are asked for their titles: printf would be felt. */
static void add_date(struct strbuf *out, int day, const char *before)
{
	struct civil c = day_to_civil(day);

	strbuf_addstr(out, before);
	strbuf_addstr(out, month_name(c.month));
	strbuf_addch(out, ' ');
	strbuf_addint(out, c.day);
	strbuf_addstr(out, ", ");
	strbuf_addint(out, c.year);
}

static void add_made_title(struct strbuf *out, const struct entry *e)
{
	add_number(out, e);
	if (e->ndays) {
		add_date(out, e->days[0], e->nnumbers ? ": " : "");
	} else if (!e->nnumbers) {
		strbuf_addstr(out, e->id ? e->id : "entry");
	}
}

/* Hashes that Markdown leaves because no blank follows them, and pipes. */
static struct str strip_marks(struct str s)
{
	while (s.len && strchr("#|> \t", s.s[0] ? s.s[0] : 1))
		s = str_from(s, 1);
	while (s.len && strchr("#| \t\r\n", s.s[s.len - 1] ? s.s[s.len - 1]
							   : 1))
		s.len--;
	return s;
}

static void add_one_line(struct strbuf *out, struct str s)
{
	bool blank = false;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.s[i];

		if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
			blank = true;
			continue;
		}
		if (blank)
			strbuf_addch(out, ' ');
		blank = false;
		strbuf_addch(out, c);
	}
}

/* Most headings are hashes and words; they need no parser. */
static bool is_simple(struct str heading)
{
	static const bool means_something[256] = {
		['\0'] = true, ['*'] = true, ['_'] = true, ['`'] = true,
		['['] = true, [']'] = true, ['<'] = true, ['>'] = true,
		['~'] = true, ['\\'] = true, ['&'] = true, ['|'] = true,
		['!'] = true, ['\n'] = true, ['\r'] = true,
	};

	for (size_t i = 0; i < heading.len; i++)
		if (means_something[(unsigned char)heading.s[i]])
			return false;
	return true;
}

/* The length of a mark at the end that joins a header to text, or 0. */
static size_t joint_length(struct str s)
{
	static const char *const wide[] = { "–", "—", "：" };

	if (s.len && strchr(" :-|,", s.s[s.len - 1]))
		return 1;
	for (size_t i = 0; i < ARRAY_SIZE(wide); i++)
		if (str_ends(s, wide[i]))
			return strlen(wide[i]);
	return 0;
}

/*
 * Of "- 2022-07-04: " and "**Day 3** - ", behind which the text of the day
 * stands, on the same line perhaps, what joins the two is no title.
 */
static void trim_joint(struct strbuf *out, size_t before)
{
	struct str title = str_from(strbuf_slice(out), before);
	size_t n;

	if (title.len > 2 && strchr("-*+", title.s[0]) && title.s[1] == ' ')
		title = str_from(title, 2);
	while ((n = joint_length(title)))
		title.len -= n;
	memmove(out->buf + before, title.s, title.len);
	strbuf_truncate(out, before + title.len);
}

void entry_add_title(struct strbuf *out, const struct entry *e)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b = { 0 };
	size_t before = out->len;

	if (is_simple(e->heading))
		add_one_line(out, strip_marks(e->heading));
	else if (str_starts(str_trim_left(e->heading), "<t"))
		/* "    <tr><td>Day 7</td>", indented as no paragraph is. */
		b = markdown_blocks(str_trim_left(e->heading), &mem);
	else
		b = markdown_blocks(e->heading, &mem);
	for (size_t i = 0; i < b.count && out->len == before; i++)
		if (b.blocks[i].kind != MARKDOWN_HTML)
			add_one_line(out, strip_marks(b.blocks[i].text));
	if (out->len > before)
		trim_joint(out, before);
	if (out->len == before && e->title)
		add_one_line(out, str_trim(str_of(e->title)));
	if (out->len == before)
		add_made_title(out, e);
}

void entry_add_digest(struct strbuf *out, const struct entry *e)
{
	/* Without a heading there is no end of it, and no file says one. */
	int how = e->heading.len ? (int)e->heading_end : LINE_END_LF;
	const char end[3] = { '\0', (char)('0' + how), '\0' };
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, e->heading);
	sha256_add(&sum, (struct str){ end, sizeof(end) });
	sha256_add(&sum, e->body);
	strbuf_addslice(out, str_upto(str_of(sha256_end(&sum).s), 32));
}

/* Take what is up to the next comment off the front, and the comment. */
static struct str next_visible(struct str *rest)
{
	size_t at = html_find_comment(*rest);
	struct str visible = str_upto(*rest, at);
	struct str comment = str_from(*rest, at);
	size_t end = str_find_str(comment, STR("-->"));

	/* One that nobody closes is text. */
	if (end == comment.len)
		visible = *rest;
	*rest = str_from(comment, end + 3);
	return visible;
}

/* A line of the template that nobody filled in. */
static bool is_placeholder(struct str s)
{
	return str_is(s, "[Link]()") || str_is(s, "[link]()") ||
	       str_is(s, "[]()") || str_is(s, "...") || str_is(s, "TODO") ||
	       str_is(s, "TBD") || str_is(s, "[ ]") ||
	       (str_starts(s, "[") && str_ends(s, "](#)") &&
		str_find_str(s, STR("](")) + 4 == s.len);
}

/* Tags and nothing between them, "<br>", "</details>", but none that shows an
 * image or the like. */
static bool is_markup(struct str s)
{
	static const char *const shown[] = { "<img", "<video", "<audio",
					     "<iframe", "<embed", "<object",
					     "<svg", "<source" };

	while (str_starts(s, "<")) {
		size_t end = str_find(s, '>');

		for (size_t i = 0; i < ARRAY_SIZE(shown); i++)
			if (str_starts_nocase(s, shown[i]))
				return false;
		if (end == s.len || !(isalpha((unsigned char)s.s[1]) ||
				      s.s[1] == '/'))
			return false;
		s = str_trim(str_from(s, end + 1));
	}
	return !s.len;
}

/* "**Main tasks:**", "#### Done today:": a label of somebody's own template,
 * perhaps behind an emoji, with nothing behind it. */
static bool is_own_label(struct str s)
{
	while (s.len && ((unsigned char)s.s[0] >= 0x80 || s.s[0] == ' '))
		s = str_from(s, 1);
	if (str_starts(s, "#"))
		return str_ends(s, ":");
	if (!str_starts(s, "**") ||
	    !(str_ends(s, ":**") || str_ends(s, "**:")) || s.len < 6)
		return false;
	s = str_from(s, 2);
	return str_find_str(s, STR("**")) + 3 >= s.len;
}

static struct str strip_bullet(struct str s)
{
	s = str_trim(s);
	if (s.len && strchr("-*+", s.s[0]) && (s.len == 1 || s.s[1] == ' '))
		s = str_trim(str_from(s, 1));
	return s;
}

/* "Saturday" and no more: which day it was, and not what was done. */
static bool is_weekday(struct str s)
{
	struct str rest = s;

	while (s.len && !unicode_is_word(utf8_next(&rest)))
		s = rest;
	while (s.len && strchr("*_~`.:! ", s.s[s.len - 1]))
		s.len--;
	return utf8_count(s) >= WEEKDAY_LEAST && plan_weekday_named(s);
}

static bool line_says_something(struct str line)
{
	enum section section;
	struct str rest;

	if (section_label(line, &section, &rest))
		line = rest;
	line = strip_bullet(line);
	if (is_placeholder(line) || is_markup(line) || is_own_label(line) ||
	    is_weekday(line))
		return false;
	for (size_t i = 0; i < line.len; i++) {
		unsigned char c = (unsigned char)line.s[i];

		if (c >= 0x80 || (c >= '0' && c <= '9') ||
		    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
			return true;
	}
	return false;
}

struct str entry_row_text(struct str line)
{
	while (str_ends(line, " |"))
		line = str_trim_right(str_upto(line, line.len - 1));
	return str_is(line, "|") ? STR("") : line;
}

bool entry_is_empty(const struct entry *e)
{
	struct str rest = e->body;

	while (rest.len) {
		struct str visible = next_visible(&rest), line;

		while ((line = str_next_line(&visible)).s)
			if (line_says_something(line))
				return false;
	}
	return true;
}
