/* SPDX-License-Identifier: MIT */
/* Where private sections of a text begin and end. */
#include "core/model/private_section.h"

#include "core/base/attributes.h"
#include "core/model/section_lines.h"
#include "core/model/section_marks.h"
#include "core/text/markdown_html.h"

static bool is_item(struct str line)
{
	return section_take_dress(&line).listed;
}

/* Is it a word for thoughts that may as well be one of the subject? */
static bool is_everyday(struct str label)
{
	static const char *const words[] = {
		"private", "mood", "emotion", "emotions", "reflection",
		"reflections", "opinion", "opinions", "impression",
		"impressions", "feels", "reflect",
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_eq_nocase(label, str_of(words[i])))
			return true;
	return false;
}

/*
 * "- private: only from within the VPC": in a list, such a label with its text
 * is kept back with its item, and not all up to the next heading.
 */
static bool is_everyday_item(struct str line)
{
	struct str rest = line, label;

	if (!section_take_dress(&rest).listed)
		return false;
	label = str_upto(rest, section_dress_end(rest));
	rest = str_from(rest, label.len);
	section_skip_dress(&rest);
	return str_trim(rest).len && is_everyday(label);
}

/* Does the item end that a section is?  What goes on in the line below, without
 * being set in, is still of it. */
static bool ends_item(const struct private_section *s, struct str line)
{
	struct str text;

	return s->item && str_trim(line).len &&
	       str_indentation(line, &text) < s->item &&
	       (s->gap || is_item(line));
}

/*
 * A heading that is no deeper than that of the section, any one where its label
 * is none, or a label in the same style that is surely of something else,
 * "**Time spent:**": there a section ends of which nobody knows the next one.
 */
static bool ends_section(const struct private_section *s, struct str line,
			 struct str behind)
{
	int level = section_heading_level(line, behind);

	if (ends_item(s, line))
		return true;
	if (level)
		return !s->level || level <= s->level;
	return !s->bare && section_label_aside(line, s->label);
}

/* May the label that a line opens a section with be text as well? */
static bool is_bare(struct str line, struct str behind)
{
	enum section section;
	struct str rest;

	if (!section_label(str_trim_right(line), &section, &rest))
		return section_heads_text(line, behind);
	return section_label_is_bare(line) && !section_is_underlined(behind);
}

static void step_block(struct private_section *s, struct str line, bool seen)
{
	enum section_block_step step = BLOCK_GOES_ON;

	if (s->over)
		s->section = SECTION_NONE;
	s->over = false;
	if (s->section && s->end.block && seen)
		step = section_block_step(&s->end, line);
	if (step == BLOCK_ENDED)
		s->section = SECTION_NONE;
	s->over = step == BLOCK_ENDS;
}

static void open_section(struct private_section *s, enum section section,
			 struct str line, struct str behind, bool bare)
{
	struct section_block_end end = section_block_follow(
		section_thoughts_block(line), line);
	struct str text;
	size_t item = is_everyday_item(line)
			      ? str_indentation(line, &text) + 1
			      : 0;

	/* It may stand in a section that goes on behind it. */
	if (s->section && (end.block || s->end.block))
		return;
	if (s->section && item && (!s->item || item > s->item))
		return;
	*s = (struct private_section){
		.sections = s->sections,
		.section = section,
		.bare = bare && (s->bare || !s->section),
		.label = line,
		.level = section_heading_level(line, behind),
		.item = item,
		.end = end,
	};
	if (end.block)
		s->over = section_block_step(&s->end, line) == BLOCK_ENDS;
}

bool private_section_step(struct private_section *s, struct str line,
			  struct str behind, bool seen)
{
	enum section section;
	struct str rest;
	bool bare;

	step_block(s, line, seen);
	if (!section_opens(line, behind, &section, &rest)) {
		if (s->section && seen && ends_section(s, line, behind))
			s->section = SECTION_NONE;
		s->gap = !str_trim(line).len;
		return false;
	}
	bare = is_bare(line, behind);
	if (s->sections[section])
		open_section(s, section, line, behind, bare);
	else if (seen && !(s->section && bare && !s->bare))
		s->section = SECTION_NONE;
	return s->sections[section];
}

enum section private_section_step_html(struct private_section *s,
				       struct str line, bool in_row, bool seen)
{
	enum section found = SECTION_NONE;
	struct str rest = line, on_page;

	if (s->section || str_find(line, '<') == line.len)
		return SECTION_NONE;
	html_next_line(&rest);
	while ((on_page = html_next_line(&rest)).s) {
		struct str tag = html_tag_at(on_page);

		if (!str_trim(str_from(on_page, tag.len)).len)
			continue;
		private_section_step(s, on_page, STR(""), seen);
		if (s->section)
			found = s->section;
	}
	if (in_row)
		s->section = SECTION_NONE;
	return found;
}
