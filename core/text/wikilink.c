/* SPDX-License-Identifier: MIT */
/* Finding the [[links]] of a text. */
#include "core/text/wikilink.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/text/markdown_lines.h"

#define LINK_MAX 300	/* bytes between the brackets */
#define SPAN_MAX 2000	/* of a code span that is looked for */

static bool has_any(struct str s, const char *chars)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr(chars, s.s[i]))
			return true;
	return false;
}

/* "1, 2.5": a row of numbers. */
static bool is_numbers(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!strchr("0123456789,. ", s.s[i]))
			return false;
	return str_find(s, ',') < s.len;
}

/* "if [[ -f $x ]]" and "[[ a == b ]]" are tests of a shell; "[[1, 2]]" and
 * "[[1,2],[3,4]]" matrices. */
static bool is_link(struct str inner)
{
	struct str trimmed = str_trim(inner);

	if (!trimmed.len || trimmed.len > LINK_MAX)
		return false;
	/* "[[|shown]]" and "[[#]]" name nothing. */
	if (trimmed.s[0] == '|' || str_is(trimmed, "#"))
		return false;
	if (strchr("-$!'(", trimmed.s[0]) || has_any(trimmed, "[]\n\r$\""))
		return false;
	if (str_starts(inner, " ") && str_find(inner, '=') < inner.len)
		return false;
	return !is_numbers(trimmed);
}

/* "\[[x]]" is meant as it stands; "[[1]](url)" is a link of Markdown. */
static bool is_other(struct str line, size_t at, struct str behind)
{
	return (at && line.s[at - 1] == '\\') || str_starts(behind, "(");
}

static void link_fill(struct wikilink *out, struct str inner)
{
	size_t bar = str_find(inner, '|'), hash;

	out->alias = bar < inner.len ? str_trim(str_from(inner, bar + 1))
				     : STR_NONE;
	inner = str_upto(inner, bar);
	/* In a table, the bar is written "\|". */
	if (out->alias.s && str_ends(inner, "\\"))
		inner.len--;
	out->name = str_trim(inner);
	hash = str_find(inner, '#');
	out->heading = hash < inner.len ? str_trim(str_from(inner, hash + 1))
					: STR_NONE;
	out->target = str_trim(str_upto(inner, hash));
}

/* A code span from `i` on: where it ends, or `i` when it does not. */
static size_t span_skip(struct str line, size_t i)
{
	size_t ticks = 0, end;

	while (i + ticks < line.len && line.s[i + ticks] == '`')
		ticks++;
	for (end = i + ticks; end < line.len && end < i + SPAN_MAX;) {
		size_t run = 0;

		while (end + run < line.len && line.s[end + run] == '`')
			run++;
		if (run == ticks)
			return end + run;
		end += run ? run : 1;
	}
	return i + ticks;
}

/* The first link of a line; `line` is what stands behind it then. */
static bool link_in_line(struct str *line, struct wikilink *out)
{
	struct str s = *line;

	for (size_t i = 0; i + 4 < s.len;) {
		struct str behind;
		size_t end;

		if (s.s[i] == '`') {
			i = span_skip(s, i);
			continue;
		}
		/* What a backslash stands before opens nothing. */
		if (s.s[i] == '\\' && (s.s[i + 1] == '`' ||
					s.s[i + 1] == '[')) {
			i += 2;
			continue;
		}
		if (s.s[i] != '[' || s.s[i + 1] != '[') {
			i++;
			continue;
		}
		behind = str_from(s, i + 2);
		end = str_find_str(str_upto(behind, LINK_MAX + 2), STR("]]"));
		if (end + 2 > behind.len || !str_starts(str_from(behind, end),
							"]]") ||
		    !is_link(str_upto(behind, end)) ||
		    is_other(s, i, str_from(behind, end + 2))) {
			i++;
			continue;
		}
		out->embed = i && s.s[i - 1] == '!';
		out->whole = (struct str){ s.s + i - out->embed,
					   end + 4 + out->embed };
		link_fill(out, str_upto(behind, end));
		*line = str_from(behind, end + 2);
		return true;
	}
	return false;
}

/* A fence opens or closes here. */
static bool fence_here(struct wikilink_walk *walk, struct str line)
{
	struct str s = str_trim_left(line);
	char c;

	if (!str_starts(s, "```") && !str_starts(s, "~~~"))
		return false;
	c = s.s[0];
	if (!walk->fence)
		walk->fence = c;
	else if (walk->fence == c)
		walk->fence = 0;
	return true;
}

bool wikilink_next(struct wikilink_walk *walk, struct wikilink *out)
{
	for (;;) {
		if (!walk->inside) {
			walk->here = markdown_next_line(&walk->rest);
			if (!walk->here.s)
				return false;
			walk->line++;
			walk->inside = !fence_here(walk, walk->here) &&
				       !walk->fence;
		}
		if (walk->inside && link_in_line(&walk->here, out)) {
			out->line = walk->line;
			return true;
		}
		walk->inside = false;
	}
}

static bool is_file(struct str name)
{
	static const char *const suffixes[] = {
		".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", NULL
	};

	for (size_t i = 0; suffixes[i]; i++) {
		struct str suffix = str_of(suffixes[i]);

		if (name.len > suffix.len &&
		    str_eq_nocase(str_from(name, name.len - suffix.len),
				  suffix))
			return true;
	}
	return false;
}

bool wikilink_is_name(struct str before, struct str name)
{
	if (before.len && (ascii_is_of_word(before.s[before.len - 1]) ||
			   before.s[before.len - 1] == ']'))
		return false;
	name = str_trim(name);
	if (name.len < 2 || !ascii_is_of_word(name.s[0]) || is_file(name))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (strchr("$=\"<>{}", name.s[i]))
			return false;
	return true;
}
