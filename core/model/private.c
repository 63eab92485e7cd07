/* SPDX-License-Identifier: MIT */
/* Dropping what a user keeps private from a text, before anything reads it. */
#include "core/model/private.h"

#include <string.h>

#include "core/base/strbuf.h"
#include "core/model/section_lines.h"

struct filter {
	const bool *sections;	/* which ones are private */
	bool in_block;		/* behind a lone <!-- private --> */
	bool in_section;
	char fence;		/* of the code block in it, or 0 */
	size_t fence_len;
};

/* The comment <!-- WORD --> in a line, in any case and spacing. */
static struct str find_mark(struct str line, const char *word)
{
	struct str rest = line;

	for (;;) {
		size_t at = str_find_str(rest, STR("<!--"));
		struct str mark, inner;

		if (at == rest.len)
			return STR_NONE;
		mark = str_from(rest, at);
		inner = str_trim_left(str_from(mark, 4));
		rest = str_from(mark, 4);
		if (!str_starts_nocase(inner, word))
			continue;
		inner = str_trim_left(str_from(inner, str_of(word).len));
		if (str_starts(inner, "-->"))
			return str_upto(mark, (size_t)(inner.s - mark.s) + 3);
	}
}

bool private_is_marked(struct str line)
{
	return find_mark(line, "private").s != NULL;
}

/* Nothing but the mark, and what makes a line a quotation or a list item. */
static bool is_alone(struct str line, struct str mark)
{
	struct str before = str_upto(line, (size_t)(mark.s - line.s));
	struct str after = str_from(line, before.len + mark.len);

	for (size_t i = 0; i < before.len; i++)
		if (!strchr(" \t>-*+", before.s[i]))
			return false;
	return !str_trim(after).len;
}

/* How many of its first character a code fence begins with, or 0. */
static size_t fence_length(struct str line)
{
	size_t n = 0;

	line = str_trim(line);
	if (!line.len || (line.s[0] != '`' && line.s[0] != '~'))
		return 0;
	while (n < line.len && line.s[n] == line.s[0])
		n++;
	return n < 3 ? 0 : n;
}

/* A label within the code of a private section does not end the section. */
static void track_fence(struct filter *f, struct str line)
{
	struct str text = str_trim(line);
	size_t n = fence_length(line);

	if (!f->fence && n) {
		f->fence = text.s[0];
		f->fence_len = n;
	} else if (f->fence && n >= f->fence_len && n == text.len &&
		   text.s[0] == f->fence) {
		f->fence = 0;
	}
}

static bool drops_by_section(struct filter *f, struct str line,
			     struct str behind)
{
	enum section section;
	struct str rest;

	if (!f->fence && section_opens(line, behind, &section, &rest))
		f->in_section = f->sections[section];
	else if (f->in_section)
		track_fence(f, line);
	return f->in_section;
}

static bool drops(struct filter *f, struct str line, struct str behind)
{
	struct str mark;

	if (f->in_block) {
		f->in_block = !find_mark(line, "/private").s;
		return true;
	}
	mark = find_mark(line, "private");
	if (!mark.s)
		return drops_by_section(f, line, behind);
	f->in_block = is_alone(line, mark);
	return true;
}

static bool any_section(const bool sections[])
{
	for (int i = 0; i < SECTION_COUNT; i++)
		if (sections[i])
			return true;
	return false;
}

struct str private_filter(struct str text, const bool private_sections[],
			  struct arena *mem)
{
	struct filter f = { .sections = private_sections };
	AUTO(strbuf) kept = STRBUF_INIT;
	struct str rest = text, line;

	if (!any_section(private_sections) && !find_mark(text, "private").s)
		return text;
	while ((line = section_next_line(&rest)).s)
		if (!drops(&f, line, rest))
			strbuf_addslice(&kept, line);
	if (kept.len == text.len)
		return text;
	return arena_str(mem, strbuf_slice(&kept));
}
