/* SPDX-License-Identifier: MIT */
/* What raw HTML within Markdown says. */
#include "core/text/markdown_html.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/text/raw_links.h"

#define ADDRESS_MAX 300	/* bytes of "<https://…>" */
#define TAG_MAX 4096	/* bytes; a longer one is text */

static const char *const verbatim[] = { "script", "style", "pre", "textarea" };

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

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
	if (str_starts(text, "<!") && text.len > 2 && is_letter(text.s[2]))
		return OPENER_DECLARATION;
	return str_starts(text, "<") && is_verbatim(text) ? OPENER_VERBATIM
							  : OPENER_NONE;
}

bool html_may_begin(struct str text)
{
	return str_starts(text, "<") && text.len > 1 &&
	       (is_letter(text.s[1]) || strchr("/!?", text.s[1]));
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

static bool ends_verbatim(struct str text)
{
	while ((text = str_from(text, str_find_str(text, STR("</")))).len) {
		text = str_from(text, 2);
		for (size_t i = 0; i < ARRAY_SIZE(verbatim); i++)
			if (str_starts_nocase(text, verbatim[i]) &&
			    str_starts(str_from(text, strlen(verbatim[i])),
				       ">"))
				return true;
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
		return ends_verbatim(text);
	return str_find_str(text, str_of(ends[opener])) < text.len;
}

/* --- what a reader sees --- */

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
	end = str_find(str_upto(s, TAG_MAX), '>');
	return str_upto(s, end < s.len && end < TAG_MAX ? end + 1 : 0);
}

/* An element that no browser shows. */
static bool is_hidden_tag(struct str tag)
{
	if (tag.len < 2 || !is_letter(tag.s[1]))
		return false;
	return str_has_nocase(tag, " hidden") ||
	       str_has_nocase(tag, "display:none") ||
	       str_has_nocase(tag, "display: none");
}

/* Each line keeps its end, also one within a tag. */
static void add_line_ends(struct strbuf *out, struct str markup)
{
	for (size_t i = 0; i < markup.len; i++)
		if (markup.s[i] == '\n')
			strbuf_addch(out, '\n');
}

/* False: its author hides it. */
static bool add_prose(struct strbuf *out, struct str html)
{
	while (html.len) {
		size_t at = str_find(html, '<');
		struct str markup;

		html_add_plain(out, str_upto(html, at));
		html = str_from(html, at);
		markup = take_markup(html);
		if (is_hidden_tag(markup))
			return false;
		add_line_ends(out, markup);
		if (html.len && !markup.len) {
			strbuf_addch(out, '<');
			html = str_from(html, 1);
		}
		html = str_from(html, markup.len);
	}
	return true;
}

static bool is_pre(struct str html)
{
	return str_starts_nocase(html, "<pre");
}

enum html_block html_block_read(struct strbuf *out, struct str html)
{
	enum html_opener opener = html_opener_at(str_trim_left(html));
	size_t start = out->len;
	bool code = opener > OPENER_COMMENT;

	if (code && !is_pre(str_trim_left(html))) {
		strbuf_addslice(out, html);
		return HTML_CODE;
	}
	if (add_prose(out, html) &&
	    str_trim(str_from(strbuf_slice(out), start)).len)
		return code ? HTML_CODE : HTML_PROSE;
	strbuf_truncate(out, start);
	strbuf_addslice(out, html);
	return HTML_HIDDEN;
}
