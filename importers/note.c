/* SPDX-License-Identifier: MIT */
/* Any text, kept whole as a note: what no other importer knows better. */
#include "importers/importer.h"

/* Git's test for a binary: a NUL among the first bytes. */
static bool is_binary(struct str input)
{
	struct str front = str_upto(input, 8000);

	return str_find(front, '\0') < front.len;
}

static int note_score(struct str input, struct str name)
{
	(void)name;
	return is_binary(input) ? 0 : 1;
}

static int note_run(struct str input, const struct import_options *options,
		    struct import_sink *sink, struct error *err)
{
	(void)options;
	return sink->document(sink, "notes", input, err);
}

const struct importer importer_note = {
	.name = "note",
	.summary = "any text, kept whole as a note",
	.score = note_score,
	.run = note_run,
};
