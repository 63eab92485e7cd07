/* SPDX-License-Identifier: MIT */
/* Private sections that begin within a line of text. */
#include "core/model/private_amid.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/model/private_row.h"
#include "core/model/section_lines.h"
#include "core/model/section_marks.h"

/* --- labels --- */

static bool is_bold(struct str s)
{
	return str_starts(s, "**") || str_starts(s, "__") ||
	       str_starts_nocase(s, "<b>") ||
	       str_starts_nocase(s, "<strong>");
}

/* Does a sentence or a part of one end before this place? */
static bool begins_sentence(struct str before)
{
	before = str_trim(before);
	return before.len && strchr(".!?;|)", before.s[before.len - 1]);
}

static bool may_begin_label(struct str line, size_t at)
{
	struct str s = str_from(line, at);

	if (!at || !strchr(" \t|", line.s[at - 1]))
		return false;
	return is_bold(s) || (s.s[0] >= 'A' && s.s[0] <= 'Z' &&
			      begins_sentence(str_upto(line, at)));
}

/* "**Thoughts**: x", and no other way to set it off. */
static bool is_label(struct str s, enum section *section)
{
	struct str rest = STR_NONE, label;

	if (!section_label(s, section, &rest))
		return false;
	label = rest.len ? str_upto(s, (size_t)(rest.s - s.s)) : s;
	return str_find(label, ':') < label.len;
}

/* Where the next label behind `from` is; line.len: there is none. */
static size_t find_label(const struct private_amid *a, struct str line,
			 size_t from, enum section *section)
{
	for (size_t i = from + 1; i < line.len; i++) {
		struct str s = str_from(line, i);

		if (!may_begin_label(line, i))
			continue;
		if (is_label(s, section))
			return i;
		*section = SECTION_NONE;
		if (a->section && section_label_aside(s, a->label))
			return i;
	}
	return line.len;
}

/* --- paragraphs --- */

/* Is the line no more of the paragraph that the one before is of? */
static bool begins_anew(const struct private_amid *a, struct str line)
{
	struct str inner = private_row_content(line), rest = line;
	enum section section;

	return !str_trim(inner).len || section_take_opening(&rest).listed ||
	       strchr("#`~", inner.s[0]) ||
	       section_label(line, &section, &rest) ||
	       section_label_aside(line, a->label);
}

/* --- a line --- */

static size_t length_without_end(struct str line)
{
	while (line.len && strchr("\r\n", line.s[line.len - 1]))
		line.len--;
	return line.len;
}

/* What stands up to the next label, which opens another section. */
static size_t add_part(struct private_amid *a, struct strbuf *out,
		       struct str line, size_t from, enum section *found)
{
	enum section next;
	size_t end = find_label(a, line, from, &next);

	if (a->section)
		*found = a->section;
	else
		strbuf_addslice(out, str_from(str_upto(line, end), from));
	if (end == line.len)
		return end;
	a->section = a->sections[next] ? next : SECTION_NONE;
	a->label = str_from(line, end);
	return end;
}

bool private_amid_may_cut(const struct private_amid *a, struct str line)
{
	return a->section || str_find(line, ':') < line.len;
}

bool private_amid_cut(struct private_amid *a, struct strbuf *out,
		      struct str line, enum section *section)
{
	struct str text = str_upto(line, length_without_end(line));
	size_t before = out->len, at = 0;

	if (a->section && begins_anew(a, line))
		a->section = SECTION_NONE;
	*section = SECTION_NONE;
	while (at < text.len)
		at = add_part(a, out, text, at, section);
	if (!*section)
		strbuf_truncate(out, before);
	else if (out->len > before)
		strbuf_addslice(out, str_from(line, text.len));
	return *section != SECTION_NONE;
}
