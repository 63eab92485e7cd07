/* SPDX-License-Identifier: MIT */
/* Writing HTML and XML that is well formed and escaped, whatever it says. */
#include "core/text/html.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "core/base/utf8.h"

/* What a byte is to the escaper; PLAIN ones are copied in runs. */
enum byte_class { PLAIN, MARKUP, CONTROL, WIDE };

static enum byte_class byte_class(unsigned char c)
{
	/* Letters and blanks, which most texts are made of. */
	if ((c > '>' && c < 0x7f) || c == ' ')
		return PLAIN;
	if (c >= 0x80)
		return WIDE;
	if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'')
		return MARKUP;
	if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
		return CONTROL;
	return PLAIN;
}

static const char *markup_entity(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	default: return "&#39;";
	}
}

/* HTML and XML both forbid most control characters, even as references. */
static bool is_allowed(uint32_t c)
{
	if (c >= 0x80 && c < 0xa0)
		return false;
	if (c >= 0xfdd0 && c <= 0xfdef)
		return false;
	return (c & 0xfffe) != 0xfffe;
}

static void add_wide(struct strbuf *out, struct str *rest)
{
	uint32_t c = utf8_next(rest) & ~UTF8_INVALID;

	utf8_add(out, is_allowed(c) ? c : 0xfffd);
}

static void add_special(struct strbuf *out, struct str *rest)
{
	char c = rest->s[0];

	switch (byte_class((unsigned char)c)) {
	case MARKUP:
		strbuf_addstr(out, markup_entity(c));
		break;
	case WIDE:
		add_wide(out, rest);
		return;
	case CONTROL:
		if (c != '\r')
			utf8_add(out, 0xfffd);
		break;
	case PLAIN:
		strbuf_addch(out, c);
		break;
	}
	*rest = str_from(*rest, 1);
}

static void add_escaped(struct strbuf *out, struct str s)
{
	while (s.len) {
		size_t run = 0;

		while (run < s.len &&
		       byte_class((unsigned char)s.s[run]) == PLAIN)
			run++;
		strbuf_add(out, s.s, run);
		s = str_from(s, run);
		if (s.len)
			add_special(out, &s);
	}
}

static bool is_scheme_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

struct str html_link_scheme(struct str url)
{
	for (size_t i = 0; i < url.len; i++) {
		if (url.s[i] == ':')
			return str_upto(url, i);
		if (!is_scheme_char(url.s[i]))
			break;
	}
	return STR_NONE;
}

/* "//user@host:80/path": is what stands behind the host a number, or nothing?
 * Browsers do not follow a link to any other. */
static bool has_good_port(struct str rest)
{
	struct str port;
	size_t end = 0;

	if (!str_starts(rest, "//"))
		return true;
	rest = str_from(rest, 2);
	while (end < rest.len && !strchr("/?#", rest.s[end]))
		end++;
	rest = str_upto(rest, end);
	for (size_t i = rest.len; i > 0; i--)
		if (rest.s[i - 1] == '@') {
			rest = str_from(rest, i);
			break;
		}
	if (str_starts(rest, "["))
		rest = str_from(rest, str_find(rest, ']'));
	port = str_from(rest, str_find(rest, ':'));
	for (size_t i = 1; i < port.len; i++)
		if (port.s[i] < '0' || port.s[i] > '9')
			return false;
	return true;
}

/*
 * Browsers drop blanks around an address and tabs and line ends within it, so
 * an address with any control character is none.  A colon behind something
 * that is no scheme is taken for one, unless a '/', '?' or '#' precedes it.
 */
bool html_link_is_safe(struct str url)
{
	static const char *const schemes[] = { "http", "https", "mailto" };
	struct str scheme;

	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.s[i] < 0x20 || url.s[i] == 0x7f)
			return false;
	url = str_trim(url);
	scheme = html_link_scheme(url);
	for (size_t i = 0; scheme.s && i < ARRAY_SIZE(schemes); i++)
		if (str_eq_nocase(scheme, str_of(schemes[i])))
			return has_good_port(str_from(url, scheme.len + 1));
	if (scheme.s)
		return false;
	for (size_t i = 0; i < url.len; i++) {
		if (strchr("/?#", url.s[i]))
			return true;
		if (url.s[i] == ':')
			return false;
	}
	return true;
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	       (c >= 'A' && c <= 'F');
}

/* May the byte stand in an address as it is (RFC 3986, and RFC 3987)? */
static bool is_url_char(struct str url, size_t i, size_t authority_end)
{
	char c = url.s[i];

	if (c == '%')
		return i + 2 < url.len && is_hex(url.s[i + 1]) &&
		       is_hex(url.s[i + 2]);
	if (c == '[' || c == ']')
		return i < authority_end;
	if (c == '#')
		return str_find(url, '#') == i;
	return (unsigned char)c > ' ' && !strchr("<>\"\\^`{|}\x7f", c);
}

/* Behind "http://[::1]:80", where brackets mean something else. */
static size_t authority_end(struct str url)
{
	size_t i = str_find_str(url, STR("//"));

	if (i == url.len || (i && url.s[i - 1] != ':'))
		return 0;
	for (i += 2; i < url.len && !strchr("/?#", url.s[i]); i++)
		;
	return i;
}

/* How many bytes at its beginning stand for themselves anywhere. */
static size_t plain_url_length(struct str url)
{
	size_t n = 0;

	while (n < url.len && (is_scheme_char(url.s[n]) || url.s[n] == '/' ||
			       url.s[n] == '_'))
		n++;
	return n;
}

static void add_url(struct strbuf *out, struct str url)
{
	size_t end;

	url = str_trim(url);
	end = authority_end(url);
	for (size_t i = 0; i < url.len; i++) {
		struct str rest = str_from(url, i);
		size_t plain = plain_url_length(rest);
		uint32_t c;

		if (plain) {
			strbuf_add(out, rest.s, plain);
			i += plain - 1;
			continue;
		}
		c = utf8_next(&rest);
		if (c & UTF8_INVALID || !is_allowed(c) ||
		    !is_url_char(url, i, end)) {
			strbuf_addf(out, "%%%02X", (unsigned char)url.s[i]);
			continue;
		}
		add_escaped(out, (struct str){ url.s + i,
					       (size_t)(rest.s - url.s) - i });
		i = (size_t)(rest.s - url.s) - 1;
	}
}

/* Asked of every attribute, so by the first letter first. */
static bool holds_url(const char *name)
{
	switch (name[0]) {
	case 'a': return !strcmp(name, "action");
	case 'c': return !strcmp(name, "cite");
	case 'd': return !strcmp(name, "data");
	case 'f': return !strcmp(name, "formaction");
	case 'h': return !strcmp(name, "href");
	case 'p': return !strcmp(name, "poster");
	case 's': return !strcmp(name, "src");
	default: return false;
	}
}

static void add_attribute(struct strbuf *out, const char *name,
			  const char *value)
{
	bool url = holds_url(name);

	if (!value || (url && !html_link_is_safe(str_of(value))))
		return;
	strbuf_addch(out, ' ');
	strbuf_addstr(out, name);
	strbuf_addstr(out, "=\"");
	if (url)
		add_url(out, str_of(value));
	else
		add_escaped(out, str_of(value));
	strbuf_addch(out, '"');
}

static void add_tag(struct html *h, const char *tag, va_list ap,
		    const char *end)
{
	const char *name;

	strbuf_addch(h->out, '<');
	strbuf_addstr(h->out, tag);
	while ((name = va_arg(ap, const char *)))
		add_attribute(h->out, name, va_arg(ap, const char *));
	strbuf_addstr(h->out, end);
}

/*
 * An element that is nested too deeply is not written, nor is its end; what is
 * in it stays.
 */
static bool open_element(struct html *h, const char *tag)
{
	if (h->depth++ >= ARRAY_SIZE(h->open))
		return false;
	h->open[h->depth - 1] = tag;
	return true;
}

void html_begin(struct html *h, const char *tag, ...)
{
	va_list ap;

	if (!open_element(h, tag))
		return;
	va_start(ap, tag);
	add_tag(h, tag, ap, ">");
	va_end(ap);
}

void html_void(struct html *h, const char *tag, ...)
{
	va_list ap;

	va_start(ap, tag);
	add_tag(h, tag, ap, ">");
	va_end(ap);
}

void html_xml_void(struct html *h, const char *tag, ...)
{
	va_list ap;

	va_start(ap, tag);
	add_tag(h, tag, ap, "/>");
	va_end(ap);
}

void html_end(struct html *h)
{
	if (!h->depth)
		return;
	if (--h->depth >= ARRAY_SIZE(h->open))
		return;
	strbuf_addstr(h->out, "</");
	strbuf_addstr(h->out, h->open[h->depth]);
	strbuf_addch(h->out, '>');
}

void html_text(struct html *h, const char *text)
{
	add_escaped(h->out, str_of(text));
}

void html_slice(struct html *h, struct str text)
{
	add_escaped(h->out, text);
}

void html_textf(struct html *h, const char *fmt, ...)
{
	AUTO(strbuf) text = STRBUF_INIT;
	char line[256];
	va_list ap, again;
	int len;

	va_start(ap, fmt);
	va_copy(again, ap);
	len = vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	if (len >= (int)sizeof(line)) {
		strbuf_grow(&text, (size_t)len);
		vsnprintf(text.buf, (size_t)len + 1, fmt, again);
		text.len = (size_t)len;
		add_escaped(h->out, strbuf_slice(&text));
	} else if (len > 0) {
		add_escaped(h->out, (struct str){ line, (size_t)len });
	}
	va_end(again);
}

void html_markup(struct html *h, struct safe_html safe)
{
	strbuf_add(h->out, safe.markup, safe.len);
}

void html_element(struct html *h, const char *tag, const char *text, ...)
{
	va_list ap;

	if (open_element(h, tag)) {
		va_start(ap, text);
		add_tag(h, tag, ap, ">");
		va_end(ap);
	}
	html_text(h, text);
	html_end(h);
}

void html_doctype(struct html *h)
{
	strbuf_addstr(h->out, "<!DOCTYPE html>\n");
}

void html_xml_declaration(struct html *h)
{
	strbuf_addstr(h->out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
}
