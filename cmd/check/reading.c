/* SPDX-License-Identifier: MIT */
/* Reading a log through its importer, to look at what it makes of it. */
#include "cmd/check/check.h"

#include <stdlib.h>
#include <string.h>

struct collector {
	struct import_sink sink;	/* first, for the callbacks */
	struct check_reading *reading;
};

static struct check_reading *reading_of(struct import_sink *sink)
{
	return ((struct collector *)(void *)sink)->reading;
}

static int ignore_preamble(struct import_sink *sink UNUSED,
			   struct str text UNUSED, struct error *err UNUSED)
{
	return 0;
}

static int ignore_document(struct import_sink *sink UNUSED,
			   const char *folder UNUSED, struct str text UNUSED,
			   struct error *err UNUSED)
{
	return 0;
}

static int *copy_numbers(struct arena *mem, const int *numbers, size_t count)
{
	int *copy = arena_alloc(mem, (count + 1) * sizeof(*copy));

	if (count)
		memcpy(copy, numbers, count * sizeof(*copy));
	return copy;
}

static int collect_entry(struct import_sink *sink, const struct entry *e,
			 struct error *err UNUSED)
{
	struct check_reading *r = reading_of(sink);
	struct entry copy = { .ndays = e->ndays, .nnumbers = e->nnumbers,
			      .round = e->round, .line = e->line };

	copy.days = copy_numbers(r->mem, e->days, e->ndays);
	copy.numbers = copy_numbers(r->mem, e->numbers, e->nnumbers);
	copy.flags = arena_alloc(r->mem, (e->nflags + 1) * sizeof(*copy.flags));
	for (size_t i = 0; i < e->nflags; i++)
		copy.flags[copy.nflags++] = arena_strdup(r->mem, e->flags[i]);
	if (e->heading.s)
		copy.heading = arena_str(r->mem, e->heading);
	copy.body = arena_str(r->mem, e->body);
	XGROW(r->entries, r->nentries, r->entries_cap);
	r->entries[r->nentries++] = copy;
	return 0;
}

static void collect_skipped(struct import_sink *sink, unsigned line,
			    struct str text, const char *why)
{
	struct check_reading *r = reading_of(sink);

	XGROW(r->skipped, r->nskipped, r->skipped_cap);
	r->skipped[r->nskipped++] = (struct check_skipped){
		.line = line,
		.text = arena_str(r->mem, text),
		.hidden = strstr(why, "comment"),
	};
}

void check_reading_run(struct check_reading *out, const struct importer *by,
		       struct str text, int today, struct arena *mem)
{
	const struct import_options options = { .start = DAY_NONE,
						.today = today };
	struct collector c = {
		.sink = {
			.preamble = ignore_preamble,
			.entry = collect_entry,
			.document = ignore_document,
			.skipped = collect_skipped,
		},
		.reading = out,
	};
	struct error err = ERROR_INIT;

	*out = (struct check_reading){ .mem = mem };
	if (by && by->run && by->run(text, &options, &c.sink, &err))
		out->nentries = 0;
}

void check_reading_release(struct check_reading *r)
{
	free(r->entries);
	free(r->skipped);
}
