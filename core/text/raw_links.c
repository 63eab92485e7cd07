/* SPDX-License-Identifier: MIT */
/* Links in raw HTML, and bare addresses. */
#include "core/text/raw_links.h"

#include <string.h>

#include "core/base/attributes.h"

#define ENTITY_MAX 40	/* bytes of the longest name with its ";" */
#define TAG_MAX 4096	/* bytes of a tag that is looked at */
#define TEXT_MAX 400	/* of the text of a link */

static bool is_name(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' &&
					  (c | 0x20) <= 'z') || c == '-';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/';
}

/* Of an attribute; tags of HTML have none of these: "@click", "v-on:click". */
static bool is_mark(char c)
{
	return c == '_' || c == ':' || c == '.' || c == '@';
}

static struct str take_name(struct str *rest)
{
	size_t n = 0;
	struct str name;

	while (n < rest->len && (is_name(rest->s[n]) || is_mark(rest->s[n])))
		n++;
	name = str_upto(*rest, n);
	*rest = str_from(*rest, n);
	return name;
}

static void skip_blanks(struct str *rest)
{
	while (rest->len && is_blank(rest->s[0]))
		*rest = str_from(*rest, 1);
}

/* A value with or without quotes; .s NULL: the quotes never end. */
static struct str take_value(struct str *rest)
{
	struct str value = *rest;
	size_t n = 0;

	if (rest->len && (rest->s[0] == '"' || rest->s[0] == '\'')) {
		value = str_from(*rest, 1);
		n = str_find(value, rest->s[0]);
		if (n == value.len)
			return STR_NONE;
		*rest = str_from(value, n + 1);
		return str_upto(value, n);
	}
	/* A slash is a part of an address without quotes. */
	while (n < rest->len && !strchr(" \t\r\n>", rest->s[n]))
		n++;
	*rest = str_from(*rest, n);
	return str_upto(value, n);
}

bool html_attribute_next(struct str *rest, struct str *name,
			 struct str *value)
{
	*value = STR("");
	skip_blanks(rest);
	*name = take_name(rest);
	if (!name->len)
		return false;
	skip_blanks(rest);
	if (!str_starts(*rest, "="))
		return true;
	*rest = str_from(*rest, 1);
	skip_blanks(rest);
	*value = take_value(rest);
	return value->s != NULL;
}

/* "<a href=…>" at the front of `tag`; `rest` is what stands behind it, also
 * where it leads nowhere: what is within one tag is no other. */
static bool read_tag(struct html_link *out, struct str tag, struct str *rest)
{
	struct str s = str_from(str_upto(tag, TAG_MAX), 1), name, value;
	struct str kind = take_name(&s);

	out->image = str_eq_nocase(kind, STR("img"));
	out->url = out->alt = out->width = out->height = STR("");
	if (!out->image && !str_eq_nocase(kind, STR("a")))
		return false;
	while (html_attribute_next(&s, &name, &value)) {
		if (str_eq_nocase(name, out->image ? STR("src") : STR("href")))
			out->url = str_trim(value);
		else if (str_eq_nocase(name, STR("alt")))
			out->alt = value;
		else if (str_eq_nocase(name, STR("width")))
			out->width = value;
		else if (str_eq_nocase(name, STR("height")))
			out->height = value;
	}
	if (!str_starts(s, ">"))
		return false;
	*rest = str_from(tag, (size_t)(s.s - tag.s) + 1);
	return out->url.len > 0;
}

/* What a reader clicks on. */
static struct str text_behind(struct str rest)
{
	rest = str_upto(rest, TEXT_MAX);
	for (size_t i = 0; i < rest.len; i++)
		if (rest.s[i] == '<' && html_is_link_end(str_from(rest, i)))
			return str_upto(rest, i);
	return STR("");
}

bool html_link_next(struct str *rest, struct html_link *out)
{
	struct str s = *rest;

	for (;;) {
		struct str tag = str_from(s, str_find(s, '<'));

		if (!tag.len)
			return false;
		if (str_starts(tag, "<!--")) {
			s = str_from(tag, 4);
			s = str_from(s, str_find_str(s, STR("-->")));
			continue;
		}
		s = str_from(tag, 1);
		if (!read_tag(out, tag, &s))
			continue;
		out->at = tag.s;
		out->text = out->image ? out->alt : text_behind(s);
		*rest = s;
		return true;
	}
}

bool html_is_link_end(struct str tag)
{
	return str_starts_nocase(tag, "</a>") || str_starts_nocase(tag, "</a ");
}

/* The bytes of an entity at the front of `s`, or 0. */
static size_t add_entity(struct strbuf *out, struct str s)
{
	static const struct {
		const char *entity;
		char c;
	} entities[] = {
		{ "&amp;", '&' }, { "&quot;", '"' }, { "&#39;", '\'' },
		{ "&lt;", '<' },  { "&gt;", '>' },   { "&nbsp;", ' ' },
	};

	for (size_t i = 0; i < ARRAY_SIZE(entities); i++) {
		if (!str_starts(s, entities[i].entity))
			continue;
		strbuf_addch(out, entities[i].c);
		return strlen(entities[i].entity);
	}
	return 0;
}

void html_add_plain(struct strbuf *out, struct str html)
{
	while (html.len) {
		size_t n = html.s[0] == '&' ? add_entity(out, html) : 0;

		if (!n && html.s[0] == '<' &&
		    str_find(html, '>') < html.len)
			n = str_find(html, '>') + 1;
		if (!n) {
			strbuf_addch(out, html.s[0]);
			n = 1;
		}
		html = str_from(html, n);
	}
}

/* A bracket belongs to the address when it was opened in it. */
static bool is_behind(struct str url)
{
	char last = url.s[url.len - 1], first = last == ')' ? '(' : '[';
	size_t open = 0, close = 0;

	if (last != ')' && last != ']')
		return strchr(".,;:!?'\"*_", last);
	for (size_t i = 0; i < url.len; i++) {
		open += url.s[i] == first;
		close += url.s[i] == last;
	}
	return close > open;
}

bool bare_url_next(struct str *rest, struct str *url)
{
	size_t at, n = 0;

	for (at = 0; at < rest->len; at++)
		if ((rest->s[at] | 0x20) == 'h' &&
		    (str_starts_nocase(str_from(*rest, at), "https://") ||
		     str_starts_nocase(str_from(*rest, at), "http://")))
			break;
	*url = str_from(*rest, at);
	while (n < url->len && (unsigned char)url->s[n] > ' ' &&
	       !strchr("<>\"`|", url->s[n]))
		n++;
	*url = str_upto(*url, n);
	*rest = str_from(*rest, at + n);
	/* Only the last few can be wrong, however many brackets there are. */
	for (int i = 0; i < 8 && url->len && is_behind(*url); i++)
		url->len--;
	return url->len > 0;
}

/* Of entities only those that addresses need are resolved. */
bool html_has_entity(struct str url)
{
	while ((url = str_from(url, str_find(url, '&'))).len) {
		struct str name = str_upto(url, ENTITY_MAX);
		size_t end = str_find(name, ';');

		if (end < name.len && str_find(str_upto(name, end), '=') == end)
			return true;
		url = str_from(url, 1);
	}
	return false;
}
