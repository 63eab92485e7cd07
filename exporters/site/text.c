/* SPDX-License-Identifier: MIT */
/* Plain text for the site: dates in words, excerpts, code in a line. */
#include "exporters/site/site.h"

#include <stdio.h>
#include <string.h>

#include "core/model/document_passages.h"
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
			   &t->front, &t->body, &s->failure))
		t->front = t->body = STR("");
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

/* How many bytes stand for themselves: no mark of code, no bracket of a
 * [[link]] and no control character. */
static size_t plain_length(struct str s)
{
	size_t n = 0;

	while (n < s.len && (unsigned char)s.s[n] >= 0x20 &&
	       s.s[n] != '`' && s.s[n] != '[')
		n++;
	return n;
}

/* The text of a passage without the marks that it still has. */
static void add_plain(struct strbuf *out, struct str text, size_t stop)
{
	while (text.len && out->len < stop) {
		size_t n = plain_length(text);
		char c;

		strbuf_add(out, text.s, n);
		text = str_from(text, n);
		if (!text.len || take_wiki(out, strbuf_slice(out), &text))
			continue;
		c = text.s[0];
		text = str_from(text, 1);
		if (c != '`')
			strbuf_addch(out, c == '[' ? c : ' ');
	}
}

/* What led over to text that did not come, and a stop before the dots. */
static void drop_joint(struct strbuf *out, size_t start)
{
	while (out->len > start && strchr(" .,;:-", out->buf[out->len - 1]))
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

/* "{{TOC}}", or lines drawn of what marks nothing there. */
static bool says_nothing(struct str text)
{
	if (str_eq_nocase(text, STR("{{TOC}}")))
		return true;
	for (size_t i = 0; i < text.len; i++)
		if (!strchr("-=_*~`|+: \t", text.s[i]))
			return false;
	return true;
}

/* What stands between two passages: items of a list have no full stop. */
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

/* A row is quoted as a whole, whatever its cells are. */
static struct str quotable(const struct passage *p)
{
	return p->cell ? p->cell->row : p->text;
}

/* A row of a table or code says little without its form.  A comment that stands
 * in lines as they were written is for nobody. */
static bool is_quotable(const struct passage *p, bool prose)
{
	if (p->has_comment || says_nothing(quotable(p)))
		return false;
	return !prose || (p->kind != PASSAGE_ROW && p->kind != PASSAGE_CODE);
}

static bool is_title(const struct document *doc, const struct passage *p)
{
	return p->kind == PASSAGE_HEADING && doc->title &&
	       str_is(p->text, doc->title);
}

static void add_passages(struct strbuf *out, const struct document *doc,
			 const bool *visible, size_t max, bool prose)
{
	size_t start = out->len;

	for (size_t i = 0; i < doc->npassages && out->len - start < max; i++) {
		const struct passage *p = &doc->passages[i];

		if ((visible && !visible[i]) || !is_quotable(p, prose) ||
		    (out->len == start && is_title(doc, p)))
			continue;
		if (out->len > start)
			add_joint(out);
		add_plain(out, str_trim(quotable(p)), start + max + 80);
	}
	site_cut_at_word(out, start, max);
}

void site_add_document_excerpt(struct strbuf *out, const struct document *doc,
			       const bool *visible, size_t max)
{
	size_t start = out->len;

	add_passages(out, doc, visible, max, true);
	if (out->len == start)
		add_passages(out, doc, visible, max, false);
}

void site_add_excerpt(struct strbuf *out, struct str body, size_t max)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc = { .kind = DOCUMENT_ENTRY, .open_hides = true };

	document_add_texts(&doc, site_without_comments(body, &mem), 1, &mem);
	site_add_document_excerpt(out, &doc, NULL, max);
}

void site_add_quote(struct strbuf *out, struct str passage, size_t max)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t start = out->len;

	passage = site_without_comments(passage, &mem);
	add_plain(out, str_trim(passage), start + max + 80);
	site_cut_at_word(out, start, max);
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
