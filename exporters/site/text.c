/* SPDX-License-Identifier: MIT */
/* Plain text for the site: dates in words, excerpts, code in a line. */
#include "exporters/site/site.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "core/model/private_marks.h"
#include "core/model/section_lines.h"
#include "core/text/markdown_html.h"
#include "core/text/wikilink.h"
#include "exporters/site/facts.h"

struct str site_entry_text(struct site *s, const struct site_entry *e)
{
	struct site_text *t = &s->entry;

	if (t->of == e)
		return t->body;
	arena_release(&t->mem);
	t->mem = (struct arena)ARENA_INIT;
	t->of = e;
	if (site_read_body(s->view->snapshot, e->number, &t->file, &t->mem,
			   &t->body, &s->failure))
		t->body = STR("");
	return t->body;
}

struct site_date site_date(int day)
{
	struct site_date text = { "" };
	struct civil c;

	if (day == DAY_NONE)
		return text;
	c = day_to_civil(day);
	snprintf(text.s, sizeof(text.s), "%d %s %d", c.day,
		 month_name(c.month), c.year);
	return text;
}

struct site_date site_date_long(int day)
{
	struct site_date text = site_date(day), longer = { "" };

	if (day != DAY_NONE)
		snprintf(longer.s, sizeof(longer.s), "%s, %.40s",
			 weekday_name(day_weekday(day)), text.s);
	return longer;
}

void site_add_count(struct strbuf *out, size_t n, const char *one,
		    const char *many)
{
	strbuf_addf(out, "%zu %s", n, n == 1 ? one : many);
}

void site_count(struct site *s, size_t n, const char *one, const char *many)
{
	html_textf(&s->h, "%zu %s", n, n == 1 ? one : many);
}

void site_no_text(struct site *s)
{
	html_element(&s->h, "p", "There is no text to show.", "class", "facts",
		     NULL);
}

void site_time(struct site *s, int day, const char *class, bool is_long)
{
	html_element(&s->h, "time",
		     is_long ? site_date_long(day).s : site_date(day).s,
		     "class", class, "datetime", day_format(day).s, NULL);
}

/* Behind the comment, tag or address that begins at `at`, or `at` itself. */
static size_t skip_markup(struct str text, size_t at)
{
	struct str rest = str_from(text, at);
	size_t end;

	if (str_starts(rest, "<!--")) {
		end = str_find_str(rest, STR("-->"));
		return end == rest.len ? text.len : at + end + 3;
	}
	if (rest.s[0] == '<' && rest.len > 1 &&
	    (rest.s[1] == '/' || (rest.s[1] | 0x20) >= 'a')) {
		end = str_find(rest, '>');
		if (end < rest.len && !str_starts(str_from(rest, 1), "http"))
			return at + end + 1;
	}
	if (str_starts(rest, "](")) {
		end = str_find(rest, ')');
		if (end < rest.len)
			return at + end + 1;
	}
	return at;
}

static bool is_list_mark(struct str line)
{
	return line.len > 1 && strchr("-+*>", line.s[0]) &&
	       (line.s[1] == ' ' || line.s[1] == '\t');
}

/* A line without what begins a heading, a quotation, an item or a task. */
static struct str without_leader(struct str line)
{
	line = str_trim(line);
	while (str_starts(line, "#"))
		line = str_from(line, 1);
	line = str_trim_left(line);
	while (is_list_mark(line))
		line = str_trim_left(str_from(line, 1));
	if (str_starts(line, "[ ] ") || str_starts_nocase(line, "[x] "))
		line = str_from(line, 4);
	return line;
}

/* How many bytes say what they are: no mark and no control character. */
static size_t plain_length(struct str s)
{
	size_t n = 0;

	while (n < s.len && (unsigned char)s.s[n] >= 0x20 &&
	       s.s[n] != '*' && s.s[n] != '`' && s.s[n] != '[' &&
	       s.s[n] != '<' && s.s[n] != ']' && s.s[n] != '!' &&
	       s.s[n] != '~' && s.s[n] != '\\')
		n++;
	return n;
}

/* "[[Note|its name]]" reads as its name; false: it is no such link. */
static bool take_wiki(struct strbuf *out, struct str before, struct str *line)
{
	size_t end = str_find_str(*line, STR("]]"));
	struct str name;

	if (!str_starts(*line, "[[") || end == line->len)
		return false;
	name = str_from(str_upto(*line, end), 2);
	if (!wikilink_is_name(before, name))
		return false;
	if (str_find(name, '|') < name.len)
		name = str_from(name, str_find(name, '|') + 1);
	strbuf_addslice(out, str_trim(name));
	*line = str_from(*line, end + 2);
	return true;
}

/* A backslash that is there for what stands behind it; that follows, and is a
 * mark no more. */
static bool take_escape(struct strbuf *out, struct str *line)
{
	if (line->len < 2 || line->s[0] != '\\' ||
	    !ispunct((unsigned char)line->s[1]))
		return false;
	strbuf_addch(out, line->s[1]);
	*line = str_from(*line, 2);
	return true;
}

static void add_plain(struct strbuf *out, struct str line, size_t stop)
{
	while (line.len && out->len < stop) {
		size_t n = plain_length(line), behind;
		char c;

		strbuf_add(out, line.s, n);
		line = str_from(line, n);
		behind = line.len ? skip_markup(line, 0) : 0;
		if (behind || !line.len) {
			line = str_from(line, behind);
			continue;
		}
		if (take_wiki(out, strbuf_slice(out), &line) ||
		    take_escape(out, &line))
			continue;
		if (str_starts(line, "~~")) {
			line = str_from(line, 2);
			continue;
		}
		c = line.s[0];
		line = str_from(line, 1);
		if ((unsigned char)c < 0x20)
			strbuf_addch(out, ' ');
		else if (c == '<' || c == ']' || c == '~' || c == '\\' ||
			 (c == '!' && !str_starts(line, "[")))
			strbuf_addch(out, c);
	}
}

/* What add_joint() put there for text that did not come. */
static void drop_joint(struct strbuf *out, size_t start)
{
	while (out->len > start && out->buf[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
	if (out->len > start + 2 && str_ends(strbuf_slice(out), " ·"))
		strbuf_truncate(out, out->len - strlen(" ·"));
}

void site_cut_at_word(struct strbuf *out, size_t start, size_t max)
{
	size_t end = start + max;

	if (out->len <= end)
		return;
	while (end > start + max / 2 && out->buf[end] != ' ')
		end--;
	if (out->buf[end] != ' ')
		for (end = start + max;
		     end > start && ((unsigned char)out->buf[end] & 0xc0) == 0x80;)
			end--;
	strbuf_truncate(out, end);
	drop_joint(out, start);
	strbuf_addstr(out, "…");
}

/* Rules, fences, tables, setext underlines and the marks of page and contents
 * say nothing by themselves. */
static bool says_nothing(struct str line)
{
	if (str_eq_nocase(line, STR("{{TOC}}")))
		return true;
	for (size_t i = 0; i < line.len; i++)
		if (!strchr("-=_*~`|+: \t", line.s[i]))
			return false;
	return true;
}

/* What stands between two lines: items of a list have no full stop. */
static void add_joint(struct strbuf *out)
{
	while (out->len && out->buf[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
	if (out->len)
		strbuf_addstr(out, strchr(".,;:!?)", out->buf[out->len - 1]) ?
					   " " : " · ");
}

struct str site_without_comments(struct str text, struct arena *mem)
{
	AUTO(strbuf) kept = STRBUF_INIT;

	if (html_find_comment(text) == text.len)
		return text;
	while (text.len) {
		size_t at = html_find_comment(text);

		strbuf_addslice(&kept, str_upto(text, at));
		text = str_from(text, at);
		text = str_from(text, str_find_str(text, STR("-->")) + 3);
	}
	return arena_str(mem, strbuf_slice(&kept));
}

/* A row of a table or a line of code, which says little without its form. */
static bool has_form(struct private_code *code, struct str line)
{
	return private_code_step(code, line) != CODE_NONE ||
	       str_starts(str_trim_left(line), "|");
}

static void add_excerpt(struct strbuf *out, struct str text, size_t max,
			bool prose)
{
	struct private_code code = { .fence = 0 };
	size_t start = out->len;
	struct str line;

	while (out->len - start < max && (line = section_next_line(&text)).s) {
		struct str rest = STR_NONE;
		enum section section;

		if (prose && has_form(&code, line))
			continue;
		if (section_opens(line, text, &section, &rest))
			line = rest;
		line = without_leader(line);
		if (!line.len || says_nothing(line))
			continue;
		if (out->len > start)
			add_joint(out);
		add_plain(out, line, start + max + 80);
	}
	site_cut_at_word(out, start, max);
}

void site_add_excerpt(struct strbuf *out, struct str text, size_t max)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t start = out->len;

	text = site_without_comments(text, &mem);
	add_excerpt(out, text, max, true);
	if (out->len == start)
		add_excerpt(out, text, max, false);
}

/* Text without the brackets of [[links]]: it is quoted far from what they lead
 * to. */
static void add_quoted(struct site *s, struct str text)
{
	AUTO(strbuf) name = STRBUF_INIT;

	while (text.len) {
		size_t at = str_find_str(text, STR("[["));
		struct str rest = str_from(text, at);

		html_slice(&s->h, str_upto(text, at));
		strbuf_reset(&name);
		if (!take_wiki(&name, str_upto(text, at), &rest)) {
			html_slice(&s->h, str_upto(rest, 2));
			text = str_from(rest, 2);
			continue;
		}
		html_slice(&s->h, strbuf_slice(&name));
		text = rest;
	}
}

void site_text_with_code(struct site *s, struct str text)
{
	while (text.len) {
		size_t open = str_find(text, '`');
		struct str code = str_from(text, open + (open < text.len));
		size_t close = str_find(code, '`');

		if (open == text.len || close == code.len || !close) {
			add_quoted(s, text);
			return;
		}
		add_quoted(s, str_upto(text, open));
		html_begin(&s->h, "code", NULL);
		html_slice(&s->h, str_upto(code, close));
		html_end(&s->h);
		text = str_from(code, close + 1);
	}
}
