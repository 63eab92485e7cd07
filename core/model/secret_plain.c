/* SPDX-License-Identifier: MIT */
/* A line as a page shows it, near enough to find what its marks break up. */
#include "core/model/secret.h"

#include <string.h>

#include "core/base/attributes.h"

#define WORD_LEAST 12		/* bytes of a word that may be a secret */

/* What a page does not show, or shows as something else. */
static bool is_mark(char c)
{
	return c && strchr("\\&%*`<~", c);
}

/* Characters that take no room: a soft hyphen, U+200B to U+200D, a joiner. */
static size_t unseen(struct str s)
{
	static const char *const all[] = { "\u00ad", "\u200b", "\u200c",
					   "\u200d", "\u2060", "\ufeff" };

	if (!s.len || !((unsigned char)s.s[0] & 0x80))
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		if (str_starts(s, all[i]))
			return strlen(all[i]);
	return 0;
}

bool secret_may_be_marked(struct str line)
{
	size_t word = 0;
	bool marked = false;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.s[i];

		if (c == ' ' || c == '\t') {
			word = 0;
			marked = false;
			continue;
		}
		word++;
		marked |= is_mark(c) || unseen(str_from(line, i));
		if (marked && word >= WORD_LEAST)
			return true;
	}
	return false;
}

/* Those that stand for a byte that a key may have. */
static const struct {
	const char *name;
	char c;
} entities[] = {
	{ "lowbar;", '_' }, { "UnderBar;", '_' }, { "hyphen;", '-' },
	{ "dash;", '-' }, { "period;", '.' }, { "colon;", ':' },
	{ "equals;", '=' }, { "sol;", '/' }, { "plus;", '+' },
	{ "commat;", '@' }, { "amp;", '&' }, { "num;", '#' },
	{ "percnt;", '%' }, { "dollar;", '$' }, { "excl;", '!' },
	{ "quot;", '"' }, { "apos;", '\'' },
};

static int digit(char c, unsigned base)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c | 0x20 :
							       c) : NULL;
	int value = at ? (int)(at - digits) : -1;

	return value < (int)base ? value : -1;
}

/* "&#103;" or "&#x67;", of ASCII: how long it is, or 0. */
static size_t numeric(struct str s, char *c)
{
	unsigned base = 10, value = 0;
	size_t at = 2;

	if (!str_starts(s, "&#"))
		return 0;
	if (at < s.len && (s.s[at] | 0x20) == 'x') {
		base = 16;
		at++;
	}
	for (; at < s.len && value < 0x80 && digit(s.s[at], base) >= 0; at++)
		value = value * base + (unsigned)digit(s.s[at], base);
	if (!value || value >= 0x80)
		return 0;
	*c = (char)value;
	return at + (at < s.len && s.s[at] == ';');
}

static size_t entity(struct str s, char *c)
{
	size_t n = numeric(s, c);

	if (n)
		return n;
	for (size_t i = 0; i < ARRAY_SIZE(entities); i++)
		if (str_starts(str_from(s, 1), entities[i].name)) {
			*c = entities[i].c;
			return strlen(entities[i].name) + 1;
		}
	return 0;
}

/* "%5F", in an address. */
static size_t percent(struct str s, char *c)
{
	int high = s.len > 2 ? digit(s.s[1], 16) : -1;
	int low = s.len > 2 ? digit(s.s[2], 16) : -1;

	if (high < 0 || low < 0 || high > 7)
		return 0;
	*c = (char)(high << 4 | low);
	return 3;
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7f &&
	       !((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' &&
					    (c | 0x20) <= 'z'));
}

/* A tag or a comment that ends on the line. */
static size_t tag(struct str s)
{
	bool comment = str_starts(s, "<!--");
	size_t end = comment ? str_find_str(s, STR("-->")) : str_find(s, '>');

	if (end == s.len || s.len < 2 ||
	    (!comment && s.s[1] != '/' && !((s.s[1] | 0x20) >= 'a' &&
					    (s.s[1] | 0x20) <= 'z')))
		return 0;
	return end + (comment ? 3 : 1);
}

/* Take what stands at the front; `c` is NUL where nothing is shown. */
static size_t step(struct str s, char *c)
{
	size_t n = 0;

	*c = '\0';
	if (s.s[0] == '\\' && s.len > 1 && is_punctuation(s.s[1])) {
		*c = s.s[1];
		return 2;
	}
	if (s.s[0] == '&')
		n = entity(s, c);
	else if (s.s[0] == '%')
		n = percent(s, c);
	else if (s.s[0] == '<')
		n = tag(s);
	else if (strchr("*`~", s.s[0]))
		return 1;
	else
		n = unseen(s);
	if (!n)
		*c = s.s[0];
	return n ? n : 1;
}

void secret_add_plain(struct strbuf *out, struct str line)
{
	while (line.len) {
		char c;
		size_t n = step(line, &c);

		if (c)
			strbuf_addch(out, c);
		line = str_from(line, n);
	}
}
