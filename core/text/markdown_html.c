/* SPDX-License-Identifier: MIT */
/* What raw HTML within Markdown says. */
#include "core/text/markdown_html.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/text/raw_links.h"

#define ADDRESS_MAX 300	/* bytes of "<https://…>" */
#define TAG_MAX 4096	/* bytes; a longer one is text */
#define VALUES_MAX 32	/* of a tag, in which ">" does not end it */
#define CLOSED_MAX 4096	/* bytes behind a tag in which its end is looked for */
#define SPOKEN_MOST 64	/* tags of a text that are; nobody speaks of more */

static const char *const verbatim[] = { "script", "style", "pre", "textarea" };

static bool ends_name(struct str rest)
{
	return !rest.len || strchr(" \t\r\n>", rest.s[0]);
}

static bool is_verbatim(struct str text)
{
	for (size_t i = 0; i < ARRAY_SIZE(verbatim); i++)
		if (str_starts_nocase(str_from(text, 1), verbatim[i]) &&
		    ends_name(str_from(text, 1 + strlen(verbatim[i]))))
			return true;
	return false;
}

enum html_opener html_opener_at(struct str text)
{
	if (str_starts(text, "<!--"))
		return OPENER_COMMENT;
	if (str_starts(text, "<?"))
		return OPENER_INSTRUCTION;
	if (str_starts(text, "<![CDATA["))
		return OPENER_CDATA;
	if (str_starts(text, "<!") && text.len > 2 &&
	    ascii_is_letter(text.s[2]))
		return OPENER_DECLARATION;
	return str_starts(text, "<") && is_verbatim(text) ? OPENER_VERBATIM
							  : OPENER_NONE;
}

bool html_may_begin(struct str text)
{
	return str_starts(text, "<") && text.len > 1 &&
	       (ascii_is_letter(text.s[1]) || strchr("/!?", text.s[1]));
}

bool html_is_address(struct str text)
{
	struct str inner = str_from(str_upto(text, ADDRESS_MAX), 1);
	size_t end = str_find(inner, '>');

	if (!str_starts(text, "<") || end == inner.len)
		return false;
	inner = str_upto(inner, end);
	for (size_t i = 0; i < inner.len; i++)
		if ((unsigned char)inner.s[i] <= ' ' || inner.s[i] == '<')
			return false;
	return str_find_str(inner, STR("://")) < inner.len ||
	       str_find(inner, '@') < inner.len;
}

size_t html_find_comment(struct str text)
{
	size_t at = 0, slashes;

	for (;; at += 4) {
		at += str_find_str(str_from(text, at), STR("<!--"));
		for (slashes = 0; slashes < at; slashes++)
			if (text.s[at - slashes - 1] != '\\')
				break;
		if (at == text.len || !(slashes & 1))
			return at;
	}
}

bool html_skip_verbatim(struct str *rest)
{
	struct str text = *rest;

	while ((text = str_from(text, str_find_str(text, STR("</")))).len) {
		text = str_from(text, 2);
		for (size_t i = 0; i < ARRAY_SIZE(verbatim); i++) {
			*rest = str_from(text, strlen(verbatim[i]));
			if (str_starts_nocase(text, verbatim[i]) &&
			    str_starts(*rest, ">"))
				return true;
		}
	}
	return false;
}

bool html_opener_ends(enum html_opener opener, struct str text)
{
	static const char *const ends[] = {
		[OPENER_COMMENT] = "-->",
		[OPENER_INSTRUCTION] = "?>",
		[OPENER_DECLARATION] = ">",
		[OPENER_CDATA] = "]]>",
	};

	if (opener == OPENER_NONE)
		return true;
	if (opener == OPENER_VERBATIM)
		return html_skip_verbatim(&text);
	return str_find_str(text, str_of(ends[opener])) < text.len;
}

/* --- what a reader sees --- */

/* Where a tag's ">" stands: none of those within the value of an attribute, if
 * the quotes around that end. */
static size_t tag_end(struct str s)
{
	const size_t first = str_find(s, '>');
	size_t end = first, at = 0;

	for (int i = 0; i < VALUES_MAX; i++) {
		struct str value;

		at += str_find(str_from(str_upto(s, end), at), '=');
		if (at >= end)
			break;
		value = str_trim_left(str_from(s, at + 1));
		at = s.len - value.len;
		if (!value.len || !strchr("\"'", value.s[0]))
			continue;
		at += str_find(str_from(value, 1), value.s[0]) + 2;
		if (at > s.len)
			return first;
		if (at > end)
			end = at + str_find(str_from(s, at), '>');
	}
	return end < s.len ? end : first;
}

/* The tag or comment at the front; empty: "<" stands for itself. */
static struct str take_markup(struct str s)
{
	size_t end;

	if (str_starts(s, "<!--")) {
		end = str_find_str(str_from(s, 4), STR("-->"));
		return str_upto(s, 4 + end + 3);
	}
	if (!html_may_begin(s))
		return str_upto(s, 0);
	end = tag_end(str_upto(s, TAG_MAX));
	return str_upto(s, end < s.len && end < TAG_MAX ? end + 1 : 0);
}

struct str html_tag_at(struct str text)
{
	return str_starts(text, "<!") ? str_upto(text, 0) : take_markup(text);
}

struct str html_tag_name(struct str tag)
{
	struct str name = str_from(tag, str_starts(tag, "</") ? 2 : 1);
	size_t len = 0;

	while (len < name.len && !strchr(" \t\r\n/>", name.s[len]))
		len++;
	return str_upto(name, len);
}

/* What a style hides by; of a property, the value begins so. */
static const struct {
	const char *property, *value;
} hiding_styles[] = {
	{ "display", "none" },
	{ "visibility", "hidden" },	/* content-visibility as well */
	{ "visibility", "collapse" },
};

/* "display: none" at the front, with blanks wherever CSS lets them be. */
static bool hides_at(struct str style)
{
	for (size_t i = 0; i < ARRAY_SIZE(hiding_styles); i++) {
		const char *property = hiding_styles[i].property;
		struct str value;

		if (!str_starts_nocase(style, property))
			continue;
		value = str_trim_left(str_from(style, strlen(property)));
		if (str_starts(value, ":") &&
		    str_starts_nocase(str_trim_left(str_from(value, 1)),
				      hiding_styles[i].value))
			return true;
	}
	return false;
}

static bool is_unseen(struct str style)
{
	for (; style.len; style = str_from(style, 1))
		if (hides_at(style))
			return true;
	return false;
}

/* An element that no browser shows.  What a value says, alt="a hidden layer",
 * and data-hidden hide nothing. */
static bool is_hidden_tag(struct str tag)
{
	struct str rest = str_from(tag, 1), name, value = STR("");

	if (!rest.len || !ascii_is_letter(rest.s[0]))
		return false;
	for (rest = str_from(rest, html_tag_name(tag).len); rest.len && value.s;) {
		if (!html_attribute_next(&rest, &name, &value))
			rest = str_from(rest, 1);
		else if (str_eq_nocase(name, STR("hidden")) ||
			 (str_eq_nocase(name, STR("style")) &&
			  is_unseen(value)))
			return true;
	}
	return false;
}

/* Each line keeps its end, also one within a tag. */
static void add_line_ends(struct strbuf *out, struct str markup)
{
	for (size_t i = 0; i < markup.len; i++)
		if (markup.s[i] == '\n')
			strbuf_addch(out, '\n');
}

static bool is_one_of(struct str name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(name, str_of(names[i])))
			return true;
	return false;
}

bool html_ends_itself(struct str name)
{
	static const char *const names[] = { "p",  "li", "dt", "dd",
					     "td", "th", "tr", "option" };

	return is_one_of(name, names, ARRAY_SIZE(names));
}

bool html_is_void(struct str name)
{
	static const char *const names[] = { "area", "base", "br", "col",
					     "embed", "hr", "img", "input",
					     "link", "meta", "source",
					     "track", "wbr" };

	return is_one_of(name, names, ARRAY_SIZE(names));
}

/* HTML, 13.2.6.4.7: start tags that close a p element. */
bool html_is_block_name(struct str name)
{
	static const char *const names[] = {
		"address", "article", "aside", "blockquote", "center",
		"details", "dialog", "dir", "div", "dl", "fieldset",
		"figcaption", "figure", "footer", "form", "header", "hgroup",
		"main", "menu", "nav", "ol", "search", "section", "summary",
		"table", "ul",
	};

	return is_one_of(name, names, ARRAY_SIZE(names));
}

int html_tag_change(struct str tag, struct str name)
{
	if (!str_eq_nocase(html_tag_name(tag), name))
		return 0;
	return str_starts(tag, "</") ? -1 : 1;
}

static bool is_closed(struct str name, struct str behind)
{
	const struct str end = STR("</");

	behind = str_upto(behind, CLOSED_MAX);
	while ((behind = str_from(behind, str_find_str(behind, end))).len) {
		behind = str_from(behind, 2);
		if (str_eq_nocase(str_upto(behind, name.len), name))
			return true;
	}
	return false;
}

/* A name between "<" and ">", and no more. */
static struct str bare_name(struct str tag)
{
	struct str name = str_from(tag, 1);

	name = str_upto(name, str_find(name, '>'));
	for (size_t i = 0; i < name.len; i++)
		if (!ascii_is_letter(name.s[i]))
			return STR_NONE;
	return name;
}

static bool is_left_open(struct str tag, struct str behind)
{
	struct str name = bare_name(tag);

	return name.len && !str_eq_nocase(name, STR("br")) &&
	       !is_closed(name, behind);
}

bool html_is_spoken_of(struct str html)
{
	struct str block = str_trim_left(html);
	struct str tag = take_markup(block);
	struct str behind = str_from(block, tag.len);

	return html_opener_at(block) == OPENER_NONE && behind.len > 1 &&
	       behind.s[0] == ' ' && ascii_is_letter(behind.s[1]) &&
	       !html_ends_itself(bare_name(tag)) && is_left_open(tag, behind);
}

/* Cells of a table stand apart, though no blank stands between their tags. */
static bool ends_cell(struct str markup)
{
	return str_starts_nocase(markup, "</td") ||
	       str_starts_nocase(markup, "</th");
}

void html_add_prose(struct strbuf *out, struct str html, bool spoken)
{
	size_t left = spoken ? SPOKEN_MOST : 0;

	while (html.len) {
		size_t at = str_find(html, '<');
		struct str markup;

		html_add_plain(out, str_upto(html, at));
		html = str_from(html, at);
		markup = take_markup(html);
		html = str_from(html, markup.len);
		if (left && is_left_open(markup, html)) {
			strbuf_addslice(out, markup);
			left--;
			continue;
		}
		add_line_ends(out, markup);
		if (ends_cell(markup) && html.len && *html.s == '<')
			strbuf_addch(out, ' ');
		if (html.len && !markup.len) {
			strbuf_addch(out, '<');
			html = str_from(html, 1);
		}
	}
}

struct str html_next_tag(struct str *rest)
{
	struct str markup;

	while ((*rest = str_from(*rest, str_find(*rest, '<'))).len) {
		markup = take_markup(*rest);
		*rest = str_from(*rest, markup.len ? markup.len : 1);
		if (markup.len && !str_starts(markup, "<!--"))
			return markup;
	}
	return STR("");
}

bool html_is_tag(struct str tag, const char *name)
{
	struct str behind;

	if (!str_starts(tag, "<") || !str_starts_nocase(str_from(tag, 1), name))
		return false;
	behind = str_from(tag, 1 + strlen(name));
	return ends_name(behind) || behind.s[0] == '/';
}

bool html_is_embedded(struct str tag)
{
	static const char *const names[] = { "audio", "canvas", "embed",
					     "iframe", "object", "svg",
					     "video" };

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (html_is_tag(tag, names[i]))
			return true;
	return false;
}

bool html_is_hidden(struct str html)
{
	struct str tag;

	while ((tag = html_next_tag(&html)).len)
		if (is_hidden_tag(tag))
			return true;
	return false;
}

bool html_skip_element(struct str *rest, struct str name, size_t *open)
{
	struct str tag;

	while (*open && (tag = html_next_tag(rest)).len) {
		int change = html_tag_change(tag, name);

		*open += change > 0;
		*open -= change < 0;
	}
	return !*open;
}

struct str html_find_open_hidden(struct str html, struct str *behind,
				 size_t *open)
{
	struct str tag;

	while ((tag = html_next_tag(&html)).len) {
		if (!is_hidden_tag(tag) || html_is_void(html_tag_name(tag)))
			continue;
		*behind = html;
		*open = 1;
		if (!html_skip_element(&html, html_tag_name(tag), open))
			return tag;
	}
	return STR("");
}

bool html_may_hide(struct str text)
{
	return str_find(text, '<') < text.len &&
	       (str_has_nocase(text, "hidden") ||
		str_has_nocase(text, "display") ||
		str_has_nocase(text, "visibility"));
}

static bool is_pre(struct str html)
{
	return str_starts_nocase(html, "<pre");
}

enum html_block html_block_read(struct strbuf *out, struct str html)
{
	struct str block = str_trim_left(html);
	enum html_opener opener = html_opener_at(block);
	bool code = opener > OPENER_COMMENT;
	size_t start = out->len;

	if (code && !is_pre(block) && !is_hidden_tag(take_markup(block))) {
		strbuf_addslice(out, html);
		return HTML_CODE;
	}
	if (!html_is_hidden(html)) {
		html_add_prose(out, html, html_is_spoken_of(html));
		if (str_trim(str_from(strbuf_slice(out), start)).len)
			return code ? HTML_CODE : HTML_PROSE;
	}
	strbuf_truncate(out, start);
	strbuf_addslice(out, html);
	return HTML_HIDDEN;
}
