/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_IMPORTERS_READING_H
#define TESTS_UNIT_IMPORTERS_READING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/strbuf.h"
#include "importers/importer.h"

/* A sink that writes down what it is given, for tests to look at. */
struct reading {
	struct import_sink sink;
	struct strbuf bytes;	/* preamble, headings and bodies, joined */
	struct strbuf said;	/* a line for each entry, document and skip */
	size_t entries;
	bool slices;		/* a log: entries are slices of the input */
};

static void reading_add_numbers(struct strbuf *out, const int *n, size_t count)
{
	strbuf_addstr(out, "  days");
	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, " %d", n[i]);
	if (!count)
		strbuf_addstr(out, " -");
}

static void reading_add_dates(struct strbuf *out, const struct entry *e)
{
	strbuf_addstr(out, "  dates");
	for (size_t i = 0; i < e->ndays; i++)
		strbuf_addf(out, " %s", day_format(e->days[i]).s);
	if (!e->ndays)
		strbuf_addstr(out, " -");
}

/* What logs do not have; and the body, where it is no slice of the input. */
static void reading_add_more(struct strbuf *out, const struct entry *e,
			     bool slices)
{
	struct str rest = e->body, line;

	for (size_t i = 0; i < e->ntags; i++)
		strbuf_addf(out, "%s%s", i ? " " : "  tags ", e->tags[i]);
	if (e->id)
		strbuf_addf(out, "  id %s", e->id);
	if (e->log)
		strbuf_addf(out, "  of %s", e->log);
	if (e->minutes)
		strbuf_addf(out, "  minutes %d", e->minutes);
	if (e->written.seconds)
		strbuf_addf(out, "  written %s", clock_format(e->written).s);
	if (e->private)
		strbuf_addstr(out, "  private");
	if (e->matter.len)
		strbuf_addstr(out, "  own front matter");
	strbuf_addch(out, '\n');
	if (slices)
		return;
	if (e->heading.s)
		strbuf_addf(out, "  # %.*s\n", (int)e->heading.len,
			    e->heading.s);
	while ((line = str_next_line(&rest)).s)
		strbuf_addf(out, "  | %.*s\n", (int)line.len, line.s);
}

static int reading_file(struct import_sink *sink,
			const struct foreign_file *file, struct error *err)
{
	struct reading *r = (struct reading *)sink;

	(void)err;
	strbuf_addf(&r->said, "file %s\n", file->path);
	return 0;
}

static int reading_preamble(struct import_sink *sink, struct str text,
			    struct error *err)
{
	struct reading *r = (struct reading *)sink;

	(void)err;
	r->slices = true;
	strbuf_addslice(&r->bytes, text);
	return 0;
}

static int reading_entry(struct import_sink *sink, const struct entry *e,
			 struct error *err)
{
	static const char *const ends[] = { "\n", "\r\n", "\r", "" };
	struct reading *r = (struct reading *)sink;

	(void)err;
	r->entries++;
	strbuf_addslice(&r->bytes, e->heading);
	strbuf_addstr(&r->bytes, ends[e->heading_end]);
	strbuf_addslice(&r->bytes, e->body);
	strbuf_addf(&r->said, "line %u", e->line);
	if (e->round)
		strbuf_addf(&r->said, "  round %d", e->round);
	reading_add_numbers(&r->said, e->numbers, e->nnumbers);
	reading_add_dates(&r->said, e);
	for (size_t i = 0; i < e->nflags; i++)
		strbuf_addf(&r->said, "%s%s", i ? " " : "  flags ", e->flags[i]);
	reading_add_more(&r->said, e, r->slices);
	return 0;
}

static int reading_document(struct import_sink *sink, const char *folder,
			    struct str text, struct error *err)
{
	struct reading *r = (struct reading *)sink;

	(void)err;
	strbuf_addslice(&r->bytes, text);
	strbuf_addf(&r->said, "document in %s\n", folder);
	return 0;
}

static void reading_skipped(struct import_sink *sink, unsigned line,
			    struct str text, const char *why)
{
	struct reading *r = (struct reading *)sink;

	(void)text;
	strbuf_addf(&r->said, "line %u  skipped: %s\n", line, why);
}

static void reading_doubtful(struct import_sink *sink, unsigned line,
			     struct str text, const char *why)
{
	struct reading *r = (struct reading *)sink;

	(void)text;
	strbuf_addf(&r->said, "line %u  taken: %s\n", line, why);
}

#define READING_INIT { .sink = { .file = reading_file,			\
				 .preamble = reading_preamble,		\
				 .entry = reading_entry,		\
				 .document = reading_document,		\
				 .skipped = reading_skipped,		\
				 .doubtful = reading_doubtful },	\
		       .bytes = STRBUF_INIT, .said = STRBUF_INIT }

static void reading_release(struct reading *r)
{
	strbuf_release(&r->bytes);
	strbuf_release(&r->said);
}

#endif
