/* SPDX-License-Identifier: MIT */
/* Whether front matter, of whatever kind, keeps a document back. */
#include "core/model/private_said.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/limits.h"
#include "core/text/markdown_lines.h"

/* What a key says if its value is neither a clear yes nor a clear no. */
static const struct {
	const char *name;
	bool on_yes, on_no, in_doubt;
} keys[] = {
	{ "private", true, false, true },
	{ "draft", true, false, true },
	{ "publish", false, true, true },
	{ "published", false, true, false },
	{ "public", false, true, false },
	{ "visibility", false, false, false },
};

static bool is_one_of(struct str s, const char *const *words)
{
	for (; *words; words++)
		if (str_eq_nocase(s, str_of(*words)))
			return true;
	return false;
}

static bool is_yes(struct str s)
{
	static const char *const words[] = { "true", "yes", "on", "y", "1",
					     NULL };

	return is_one_of(s, words);
}

static bool is_no(struct str s)
{
	static const char *const words[] = { "false", "no", "off", "n", "0",
					     NULL };

	return is_one_of(s, words);
}

static bool is_hidden_state(struct str s)
{
	static const char *const words[] = { "private", "hidden", "draft",
					     NULL };

	return is_one_of(s, words);
}

/* A value of a key, without the quotes and commas of other notations. */
static bool hides(struct str key, struct str value)
{
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		if (!str_eq_nocase(key, str_of(keys[i].name)))
			continue;
		if (is_yes(value))
			return keys[i].on_yes;
		if (is_no(value))
			return keys[i].on_no;
		return keys[i].in_doubt || is_hidden_state(value);
	}
	return false;
}

/* "a.b.private" is the key "private" of a map. */
static struct str last_of(struct str key)
{
	struct str part, last = key;

	while ((part = str_next_field(&key, '.')).s)
		last = part;
	return str_trim(last);
}

static bool field_hides(const struct frontmatter_field *f)
{
	struct str key = last_of(str_of(f->key));

	if (!f->count)
		return hides(key, STR(""));
	for (size_t i = 0; i < f->count; i++)
		if (hides(key, str_trim(f->values[i])))
			return true;
	return false;
}

static bool speaks_of_it(struct str text)
{
	static const char *const words[] = { "private", "publish", "draft" };

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_has_nocase(text, words[i]))
			return true;
	return false;
}

bool private_is_said(const struct frontmatter *fm, bool readable)
{
	if (!readable)
		return speaks_of_it(fm->raw);
	for (size_t i = 0; i < fm->count; i++)
		if (field_hides(&fm->fields[i]))
			return true;
	return false;
}

/* --- what is no front matter by our rules --- */

static bool is_in(char c, const char *set)
{
	return c && strchr(set, c);
}

static struct str trim_of(struct str s, const char *set)
{
	while (s.len && is_in(s.s[0], set))
		s = str_from(s, 1);
	while (s.len && is_in(s.s[s.len - 1], set))
		s.len--;
	return s;
}

/* "key: value", "key = value", "key": value, */
static bool split_line(struct str line, struct str *key, struct str *value)
{
	size_t at = 0;

	line = trim_of(line, " \t{},#+");
	while (at < line.len && !is_in(line.s[at], ":="))
		at++;
	if (at == line.len)
		return false;
	*key = last_of(trim_of(str_upto(line, at), " \t\"'?"));
	*value = str_from(line, at + 1);
	*value = trim_of(str_upto(*value, str_find(*value, '#')), " \t\"'");
	return key->len;
}

static bool line_hides(struct str line)
{
	struct str key, value;

	return split_line(line, &key, &value) && hides(key, value);
}

/* Of text that may be text, only what could hardly be said otherwise. */
static bool line_hides_clearly(struct str line)
{
	struct str key, value;

	return split_line(line, &key, &value) &&
	       (is_yes(value) || is_no(value) || is_hidden_state(value)) &&
	       hides(key, value);
}

/* Whether something else than a clear no is said of it. */
static bool line_mentions(struct str line)
{
	struct str key, value;

	if (split_line(line, &key, &value) && !hides(key, value) &&
	    (is_yes(value) || is_no(value)))
		return false;
	return str_has_nocase(line, "private");
}

/* A line that opens such a block: by what another one closes it. */
static struct str fence_of(struct str line)
{
	static const char *const fences[] = { "---", "+++", ";;;" };

	line = str_trim(line);
	for (size_t i = 0; i < ARRAY_SIZE(fences); i++)
		if (str_starts(line, fences[i]))
			return str_of(fences[i]);
	return str_starts(line, "{") ? STR("}") : STR("");
}

/* What stands between the rules; false: the second one is missing. */
static bool take_block(struct str *text, struct str fence)
{
	struct str rest = *text, line;

	while ((line = markdown_next_line(&rest)).s)
		if (str_starts(str_trim(line), fence.s)) {
			*text = str_upto(*text, (size_t)(line.s - text->s));
			return true;
		}
	return false;
}

static bool any_line(struct str text, bool (*is)(struct str line))
{
	struct str line;

	while ((line = markdown_next_line(&text)).s)
		if (is(line))
			return true;
	return false;
}

/* Lines down to the first that is blank, as MultiMarkdown has them. */
static struct str first_paragraph(struct str text)
{
	struct str rest = text, line;

	while ((line = markdown_next_line(&rest)).s)
		if (!str_trim(line).len)
			return str_upto(text, (size_t)(line.s - text.s));
	return text;
}

bool private_is_said_above(struct str file)
{
	struct str rest = str_upto(file, LIMIT_FRONT_MATTER), line, fence;
	struct str text;

	do {
		while (str_starts(rest, "\xef\xbb\xbf"))
			rest = str_from(rest, 3);
		text = rest;
		line = markdown_next_line(&rest);
	} while (line.s && !str_trim(line).len);
	fence = fence_of(line);
	if (!fence.len)
		return any_line(first_paragraph(text), line_hides_clearly);
	if (str_is(fence, "}"))
		rest = text;
	if (!take_block(&rest, fence))
		return any_line(rest, line_hides);
	return any_line(rest, line_hides) || any_line(rest, line_mentions);
}
