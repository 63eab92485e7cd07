/* SPDX-License-Identifier: MIT */
/* Where private sections of a text begin and end. */
#include "core/model/private_section.h"

#include "core/model/section_lines.h"
#include "core/text/markdown_html.h"

/*
 * A heading that is no deeper than that of the section, any one where its label
 * is none, or a label in the same style that is surely of something else,
 * "**Time spent:**": there a section ends of which nobody knows the next one.
 */
static bool ends_section(const struct private_section *s, struct str line,
			 struct str behind)
{
	int level = section_heading_level(line, behind);

	if (level)
		return !s->level || level <= s->level;
	return !s->bare && section_label_aside(line, s->label);
}

bool private_section_step(struct private_section *s, struct str line,
			  struct str behind, bool seen)
{
	enum section section;
	struct str rest;
	bool bare;

	if (!section_opens(line, behind, &section, &rest)) {
		if (s->section && seen && ends_section(s, line, behind))
			s->section = SECTION_NONE;
		return false;
	}
	bare = section_label_is_bare(line) && !section_is_underlined(behind);
	if (s->sections[section])
		*s = (struct private_section){
			.sections = s->sections,
			.section = section,
			.bare = bare && (s->bare || !s->section),
			.label = line,
			.level = section_heading_level(line, behind),
		};
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
