/* SPDX-License-Identifier: MIT */
/* Writing front matter, and changing one key of a file. */
#include "core/base/ascii.h"
#include "core/text/frontmatter.h"

#include <string.h>

#include "core/base/utf8.h"

void frontmatter_begin(struct strbuf *out)
{
	strbuf_addstr(out, "---\n");
}

void frontmatter_end(struct strbuf *out)
{
	strbuf_addstr(out, "---\n");
}

/* Words that YAML takes for something else than text. */
static bool is_reserved(struct str s)
{
	static const char *const words[] = { "null", "true", "false", "yes",
					     "no",   "on",   "off",   "y",
					     "n",    "~" };

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_eq_nocase(s, str_of(words[i])))
			return true;
	return false;
}

/*
 * May it be written without quotes?  Only what nobody could read in another
 * way: words, numbers, dates, and colons that no blank follows.
 */
static bool is_plain(struct str s)
{
	if (!s.len || is_reserved(s))
		return false;
	if (!ascii_is_alnum(s.s[0]) && !(s.s[0] == '-' && s.len > 1 &&
				       ascii_is_alnum(s.s[1])))
		return false;
	for (size_t i = 0; i < s.len; i++) {
		char next = i + 1 < s.len ? s.s[i + 1] : ' ';

		if (ascii_is_alnum(s.s[i]) ||
		    (s.s[i] && strchr("-_./+", s.s[i])))
			continue;
		if (s.s[i] == ' ' && ascii_is_alnum(next))
			continue;
		if (s.s[i] == ':' && ascii_is_alnum(next))
			continue;
		return false;
	}
	return true;
}

static void add_base64(struct strbuf *out, struct str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.len; i += 3) {
		size_t n = s.len - i < 3 ? s.len - i : 3;
		unsigned bits = 0;

		for (size_t k = 0; k < 3; k++)
			bits = bits << 8 |
			       (k < n ? (unsigned char)s.s[i + k] : 0);
		for (size_t k = 0; k < 4; k++)
			strbuf_addch(out, k > n ? '='
						: digits[bits >> (18 - 6 * k) &
							 63]);
	}
}

/* Characters that YAML forbids as they are, or folds, or that hide. */
static bool needs_escape(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 ||
	       c == 0x2029 || c == 0xfeff || c == 0xfffe || c == 0xffff;
}

static void add_quoted_char(struct strbuf *out, uint32_t c)
{
	if (c == '"' || c == '\\')
		strbuf_addf(out, "\\%c", (char)c);
	else if (c == '\n')
		strbuf_addstr(out, "\\n");
	else if (c == '\r')
		strbuf_addstr(out, "\\r");
	else if (c == '\t')
		strbuf_addstr(out, "\\t");
	else if (needs_escape(c))
		strbuf_addf(out, "\\u%04X", (unsigned)c);
	else
		utf8_add(out, c);
}

static void add_value(struct strbuf *out, struct str s)
{
	if (is_plain(s)) {
		strbuf_addslice(out, s);
		return;
	}
	if (!utf8_is_valid(s) || str_find(s, '\0') < s.len) {
		strbuf_addstr(out, "!!binary \"");
		add_base64(out, s);
		strbuf_addch(out, '"');
		return;
	}
	strbuf_addch(out, '"');
	while (s.len)
		add_quoted_char(out, utf8_next(&s));
	strbuf_addch(out, '"');
}

/* In a list, a colon within a word may be read as a key's. */
static void add_list_value(struct strbuf *out, struct str s)
{
	if (!is_plain(s) || str_find(s, ':') == s.len) {
		add_value(out, s);
		return;
	}
	strbuf_addch(out, '"');
	strbuf_addslice(out, s);
	strbuf_addch(out, '"');
}

void frontmatter_add(struct strbuf *out, const char *key, struct str value)
{
	strbuf_addstr(out, key);
	strbuf_addstr(out, ": ");
	add_value(out, value);
	strbuf_addch(out, '\n');
}

void frontmatter_add_list(struct strbuf *out, const char *key,
			  const struct str *values, size_t count)
{
	strbuf_addstr(out, key);
	strbuf_addstr(out, ": [");
	for (size_t i = 0; i < count; i++) {
		if (i)
			strbuf_addstr(out, ", ");
		add_list_value(out, values[i]);
	}
	strbuf_addstr(out, "]\n");
}

/* The new lines of a key; nothing when it is to be removed. */
struct change {
	const char *key;
	const struct str *values;
	size_t count;
	bool list, crlf;
};

static void add_change(struct strbuf *out, const struct change *c)
{
	if (!c->values)
		return;
	if (c->list)
		frontmatter_add_list(out, c->key, c->values, c->count);
	else
		frontmatter_add(out, c->key,
				c->count ? c->values[0] : STR(""));
	if (c->crlf) {
		strbuf_truncate(out, out->len - 1);
		strbuf_addstr(out, "\r\n");
	}
}

/* A file that has no front matter yet gets it behind its byte order mark. */
static void add_new(struct strbuf *out, struct str file,
		    const struct change *change)
{
	const char *end = change->crlf ? "\r\n" : "\n";

	if (change->values) {
		if (str_starts(file, "\xef\xbb\xbf")) {
			strbuf_addslice(out, str_upto(file, 3));
			file = str_from(file, 3);
		}
		strbuf_addf(out, "---%s", end);
		add_change(out, change);
		strbuf_addf(out, "---%s", end);
	}
	strbuf_addslice(out, file);
}

/* The slice of a file that holds these lines, with their ends. */
static struct str lines_of(struct str file, unsigned first, unsigned last)
{
	struct str rest = file, line;
	const char *from = NULL;

	for (unsigned n = 1; n <= last && (line = str_next_line(&rest)).s; n++)
		if (n == first)
			from = line.s;
	if (!from)
		return (struct str){ file.s + file.len, 0 };
	return (struct str){ from, rest.s ? (size_t)(rest.s - from)
					  : file.len -
						    (size_t)(from - file.s) };
}

static bool is_crlf(struct str file)
{
	struct str rest = file;

	return str_ends(str_next_line(&rest), "\r");
}

/* The line with the closing fence is the last of the raw front matter. */
static struct str closing_line(const struct frontmatter *fm)
{
	struct str rest = fm->raw, line = STR_NONE, next;

	while ((next = str_next_line(&rest)).s)
		line = next;
	return (struct str){ line.s, 0 };
}

static void replace(struct strbuf *out, struct str file, struct str old,
		    const struct change *change)
{
	size_t at = (size_t)(old.s - file.s);

	strbuf_addslice(out, str_upto(file, at));
	add_change(out, change);
	strbuf_addslice(out, str_from(file, at + old.len));
}

/* Only the value is another: a comment behind it stays. */
static void replace_value(struct strbuf *out, struct str file, struct str old,
			  struct str value)
{
	size_t at = (size_t)(old.s - file.s);

	strbuf_addslice(out, str_upto(file, at));
	if (at && file.s[at - 1] == ':')
		strbuf_addch(out, ' ');
	add_value(out, value);
	strbuf_addslice(out, str_from(file, at + old.len));
}

static void apply(struct strbuf *out, struct str file,
		  const struct frontmatter *fm, const struct change *change)
{
	const struct frontmatter_field *f = frontmatter_field(fm, change->key);

	if (!fm->raw.len)
		add_new(out, file, change);
	else if (!f)
		replace(out, file, closing_line(fm), change);
	else if (f->source.len && change->values && change->count &&
		 !change->list)
		replace_value(out, file, f->source, change->values[0]);
	else
		replace(out, file, lines_of(file, f->line, f->last_line),
			change);
}

/* Does a text say what the change asked for? */
static bool is_changed(struct str text, const struct change *change,
		       struct arena *mem)
{
	struct error ignored = ERROR_INIT;
	const struct frontmatter_field *f;
	struct frontmatter fm;

	if (frontmatter_parse(&fm, text, mem, &ignored))
		return false;
	f = frontmatter_field(&fm, change->key);
	if (!change->values)
		return !f;
	if (!f || f->count != (change->list ? change->count : 1))
		return false;
	for (size_t i = 0; i < f->count && i < change->count; i++)
		if (!str_eq(f->values[i], change->values[i]))
			return false;
	return true;
}

/*
 * YAML can be written in ways that a line more or less would break (indented,
 * say), so the result is read before it is given.
 */
int frontmatter_edit(struct strbuf *out, struct str file, const char *key,
		     const struct str *values, size_t count, bool list,
		     struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) changed = STRBUF_INIT;
	const struct change change = { key, values, count, list,
				       is_crlf(file) };
	struct frontmatter fm;

	if (frontmatter_parse(&fm, file, &mem, err))
		return error_context(err, "cannot set '%s'", key);
	apply(&changed, file, &fm, &change);
	if (!is_changed(strbuf_slice(&changed), &change, &mem))
		return error_set(err, ERROR_INPUT,
				 "cannot set '%s' in this front matter; edit "
				 "it by hand, with each key at the start of a "
				 "line",
				 key);
	strbuf_addslice(out, strbuf_slice(&changed));
	return 0;
}
