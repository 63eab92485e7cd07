/* SPDX-License-Identifier: MIT */
/*
 * Loose notes in plain text, kept as they are written; what in them is a
 * heading or an item, core/model/document.h finds out when they are indexed.
 */
#include "importers/importer.h"

#include "core/base/path.h"
#include "core/text/markdown_lines.h"

#define SCORE_LINES 2000

/* Marks of Markdown that no loose note has by accident. */
static bool has_markdown(struct str input)
{
	unsigned marks = 0;
	struct str line;

	for (int n = 0; n < SCORE_LINES && marks < 2; n++) {
		line = markdown_next_line(&input);
		if (!line.s)
			break;
		marks += str_starts(line, "## ") || str_starts(line, "### ") ||
			 str_starts(line, "```") || str_starts(line, "---");
	}
	return marks >= 2;
}

static int text_score(struct str input, struct str name)
{
	if (import_is_binary(input) ||
	    !str_eq_nocase(path_suffix(name), STR(".txt")))
		return 0;
	return has_markdown(input) ? 4 : 12;
}

static int text_run(struct str input, const struct import_options *options,
		    struct import_sink *sink, struct error *err)
{
	return import_keep(sink, "notes", input, options, err);
}

const struct importer importer_text = {
	.name = "text",
	.summary = "loose notes in plain text, kept whole under notes/",
	.score = text_score,
	.run = text_run,
};
