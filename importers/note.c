/* SPDX-License-Identifier: MIT */
/* Any text, kept whole as a note: what no other importer knows better. */
#include "importers/importer.h"

#include "importers/calendar.h"

static int note_score(struct str input, struct str name)
{
	(void)name;
	return import_is_binary(input) ? 0 : 1;
}

static int note_run(struct str input, const struct import_options *options,
		    struct import_sink *sink, struct error *err)
{
	calendar_tell(sink, input);
	return import_keep(sink, "notes", input, options, err);
}

const struct importer importer_note = {
	.name = "note",
	.summary = "any text, kept whole as a note",
	.score = note_score,
	.run = note_run,
};
