/* SPDX-License-Identifier: MIT */
/* The lines of a body, and which of them open a section. */
#include "core/model/section_lines.h"

#include "core/base/strbuf.h"
#include "core/model/section_marks.h"

/*
 * Old files end their lines in "\r", which Markdown takes for a line end.  All
 * of such a file is behind its first line: it is not looked through for each.
 */
static size_t find_end(struct str text)
{
	size_t some = 256, end;

	do {
		end = str_find(str_upto(text, some), '\n');
		end = str_find(str_upto(text, end), '\r');
		some *= 4;
	} while (end == some / 4 && end < text.len);
	return end;
}

struct str section_next_line(struct str *rest)
{
	struct str line = *rest;
	size_t end;

	if (!rest->len)
		return STR_NONE;
	end = find_end(line);
	if (str_starts(str_from(line, end), "\r\n"))
		end++;
	line = str_upto(line, end + 1);
	*rest = str_from(*rest, line.len);
	return line;
}

bool section_is_underlined(struct str behind)
{
	struct str line = str_trim_left(str_upto(behind, 4));

	if (!line.len || (line.s[0] != '=' && line.s[0] != '-'))
		return false;
	line = str_trim(section_next_line(&behind));
	if (line.len < 2 || (line.s[0] != '=' && line.s[0] != '-'))
		return false;
	for (size_t i = 1; i < line.len; i++)
		if (line.s[i] != line.s[0])
			return false;
	return true;
}

int section_heading_level(struct str line, struct str behind)
{
	struct str text = str_trim_left(line);
	size_t hashes = 0;

	if (line.len - text.len > 3)
		return 0;
	while (hashes < text.len && text.s[hashes] == '#')
		hashes++;
	if (hashes)
		return hashes <= 6 && hashes < text.len &&
				       strchr(" \t", text.s[hashes]) &&
				       str_trim(str_from(text, hashes)).len
			       ? (int)hashes : 0;
	if (text.len > 3 && str_starts_nocase(text, "<h") && text.s[2] >= '1' &&
	    text.s[2] <= '6')
		return text.s[2] - '0';
	if (!str_trim(text).len || !section_is_underlined(behind))
		return 0;
	return str_trim_left(behind).s[0] == '=' ? 1 : 2;
}

size_t section_indent(struct str line)
{
	return line.len - str_trim_left(line).len;
}

/* How far a line is indented within the quotes that it stands in. */
static size_t indent_in_quotes(struct str line)
{
	struct str inner = str_trim_left(line);

	while (str_starts(inner, ">")) {
		line = str_from(inner, str_starts(inner, "> ") ? 2 : 1);
		inner = str_trim_left(line);
	}
	return section_indent(line);
}

static bool is_blank_line(struct str line)
{
	while ((line = str_trim(line)).len && line.s[0] == '>')
		line = str_from(line, 1);
	return !line.len;
}

bool section_heads_text(struct str line, struct str behind)
{
	struct str below = section_next_line(&behind), words = line;

	return section_take_opening(&words).listed && below.s &&
	       !is_blank_line(below) && indent_in_quotes(line) == indent_in_quotes(below) &&
	       !section_take_opening(&below).listed;
}

/* "- Thoughts" with a list of its own beneath it. */
static bool heads_list(struct str line, struct str behind)
{
	struct str next;

	do {
		next = section_next_line(&behind);
	} while (next.s && is_blank_line(next));
	return next.s && indent_in_quotes(next) > indent_in_quotes(line);
}

/* With the words as a heading's. */
static bool opens_as_heading(struct str words, enum section *out,
			     struct str *rest)
{
	AUTO(strbuf) heading = STRBUF_INIT;

	strbuf_addstr(&heading, "## ");
	strbuf_addslice(&heading, str_trim(words));
	return section_label(strbuf_slice(&heading), out, rest);
}

/* An item with nothing but a label, above what belongs to it. */
static bool opens_as_item(struct str line, struct str behind,
			  enum section *out, struct str *rest)
{
	struct str words = line;
	bool list;

	if (!section_take_opening(&words).listed ||
	    !section_may_be_label(words))
		return false;
	list = heads_list(line, behind);
	if ((!list && !section_heads_text(line, behind)) ||
	    !(section_label(words, out, rest) ||
	      (list && opens_as_heading(words, out, rest))) ||
	    rest->len)
		return false;
	*rest = str_from(line, line.len);
	return true;
}

bool section_opens(struct str line, struct str behind, enum section *out,
		   struct str *rest)
{
	line = str_trim_right(line);
	if (!line.len)
		return false;
	if (section_label(line, out, rest))
		return true;
	if (!section_is_underlined(behind))
		return opens_as_item(line, behind, out, rest);
	if (!opens_as_heading(line, out, rest))
		return false;
	*rest = str_from(line, line.len);
	return true;
}
