/* SPDX-License-Identifier: MIT */
/* Notes of a course in Markdown, of any length, kept whole. */
#include "importers/importer.h"

#include <ctype.h>

#include "core/base/path.h"
#include "core/text/markdown_lines.h"
#include "importers/calendar.h"

#define SCORE_LINES 4000

/* What course notes have, and a plain text has not. */
struct notes_signs {
	unsigned headings, numbered, rules, items;
	bool contents;			/* {{TOC}} */
};

/* "## 3 Databases", "### 3.2 RDS". */
static bool is_numbered(struct str heading)
{
	size_t i = 0;

	while (i < heading.len && (isdigit((unsigned char)heading.s[i]) ||
				   heading.s[i] == '.'))
		i++;
	return i && i < heading.len && heading.s[i] == ' ';
}

static struct str heading_text(struct str line)
{
	size_t level = 0;

	while (level < line.len && line.s[level] == '#')
		level++;
	if (!level || level > 6 || level == line.len ||
	    (line.s[level] != ' ' && line.s[level] != '\t'))
		return STR_NONE;
	return str_trim(str_from(line, level));
}

/* `#` in a fence is a comment of some program. */
static struct notes_signs signs_of(struct str input)
{
	struct notes_signs signs = { 0 };
	bool fenced = false;
	struct str line;

	for (int n = 0; n < SCORE_LINES; n++) {
		struct str heading;

		line = markdown_next_line(&input);
		if (!line.s)
			break;
		if (str_starts(str_trim_left(line), "```"))
			fenced = !fenced;
		if (fenced)
			continue;
		heading = heading_text(line);
		signs.headings += heading.s != NULL;
		signs.numbered += heading.s && is_numbered(heading);
		line = str_trim(line);
		signs.contents |= str_is(line, "{{TOC}}") ||
				  str_eq_nocase(line, STR("[TOC]"));
		signs.rules += str_is(line, "+++");
		signs.items += str_starts(line, "- ") || str_starts(line, "* ");
	}
	return signs;
}

static int notes_score(struct str input, struct str name)
{
	struct notes_signs signs;

	if (import_is_binary(input))
		return 0;
	signs = signs_of(input);
	if (signs.contents || (signs.rules >= 2 && signs.headings))
		return 38;
	if (signs.numbered >= 3)
		return 20;
	if (str_eq_nocase(path_suffix(name), STR(".txt")))
		return 0;
	return signs.headings >= 2 || (signs.headings && signs.items) ? 8 : 0;
}

static int notes_run(struct str input, const struct import_options *options,
		     struct import_sink *sink, struct error *err)
{
	calendar_tell(sink, input);
	return import_keep(sink, "notes", input, options, err);
}

const struct importer importer_notes = {
	.name = "notes",
	.summary = "notes of a course, kept whole under notes/",
	.score = notes_score,
	.run = notes_run,
};
