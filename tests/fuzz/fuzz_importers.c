/* SPDX-License-Identifier: MIT */
/*
 * Any bytes through every importer of the table.  What the reader of a log
 * hands out must be the whole input: a log is what has a preamble.  The first
 * byte chooses the importer, the second the options, and whether the rest is
 * a folder of four files.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/strbuf.h"
#include "importers/importer.h"

struct joining_sink {
	struct import_sink sink;
	struct strbuf bytes;
	bool is_log;
	const struct importer *importer;
	struct arena mem;
};

static int no_file(struct import_sink *sink, const struct foreign_file *file,
		   struct error *err)
{
	(void)sink;
	(void)file;
	(void)err;
	return 0;
}

static int join_preamble(struct import_sink *sink, struct str text,
			 struct error *err)
{
	struct joining_sink *out = (struct joining_sink *)sink;

	(void)err;
	out->is_log = true;
	strbuf_addslice(&out->bytes, text);
	return 0;
}

static int join_entry(struct import_sink *sink, const struct entry *e,
		      struct error *err)
{
	static const char *const ends[] = { "\n", "\r\n", "\r", "" };
	struct joining_sink *out = (struct joining_sink *)sink;
	struct strbuf *bytes = &out->bytes;

	(void)err;
	strbuf_addslice(bytes, e->heading);
	strbuf_addstr(bytes, ends[e->heading_end]);
	strbuf_addslice(bytes, e->body);
	if (out->importer->key)
		out->importer->key(e, &out->mem);
	for (size_t i = 0; i < e->ndays; i++)
		if (!*day_format(e->days[i]).s)
			abort();
	return 0;
}

static int join_document(struct import_sink *sink, const char *folder,
			 struct str text, struct error *err)
{
	(void)sink;
	(void)err;
	if (!*folder || (!text.s && text.len))
		abort();
	return 0;
}

static void join_skipped(struct import_sink *sink, unsigned line,
			 struct str text, const char *why)
{
	(void)sink;
	if (!line || !text.s || !*why)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_files(const struct importer *importer, struct str input,
		       const struct import_options *options,
		       struct import_sink *sink)
{
	size_t part = input.len / 4;
	const struct foreign_file files[] = {
		{ ".obsidian/daily-notes.json", str_upto(input, part), DAY_NONE,
		  DAY_NONE },
		{ "2022/07/04.txt", str_upto(str_from(input, part), part),
		  DAY_NONE, DAY_NONE },
		{ "Daily/04.07.22.md", str_upto(str_from(input, 2 * part), part),
		  DAY_NONE, DAY_NONE },
		{ "Journal.json", str_from(input, 3 * part), 19000, 19001 },
	};
	struct error err = ERROR_INIT;

	importer->score_files(files, 4);
	if (importer->run_files(files, 4, options, sink, &err) && !*err.text)
		abort();
}

static void read_file(const struct importer *importer, struct str input,
		      const struct import_options *options,
		      struct joining_sink *out)
{
	struct error err = ERROR_INIT;

	importer->score(input, STR("log.md"));
	if (importer->run(input, options, &out->sink, &err)) {
		if (!*err.text)
			abort();
	} else if (out->is_log &&
		   !str_eq(strbuf_slice(&out->bytes), input)) {
		abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct joining_sink out = {
		.sink = {
			.file = no_file,
			.preamble = join_preamble,
			.entry = join_entry,
			.document = join_document,
			.skipped = join_skipped,
			.doubtful = join_skipped,
		},
		.bytes = STRBUF_INIT,
		.mem = ARENA_INIT,
	};
	struct import_options options = { .start = DAY_NONE };
	struct str input;
	size_t count = 0, chosen;

	if (size < 2)
		return 0;
	while (importers[count])
		count++;
	chosen = data[0] % count;
	out.importer = importers[chosen];
	options.year = data[1] & 1 ? 2022 : 0;
	options.start = data[1] & 2 ? 19000 : DAY_NONE;
	options.map = data[1] & 4 ? "date=1,text=2" : NULL;
	input = (struct str){ (const char *)data + 2, size - 2 };
	if (importers[chosen]->run_files &&
	    (data[1] & 8 || !importers[chosen]->run))
		read_files(importers[chosen], input, &options, &out.sink);
	else
		read_file(importers[chosen], input, &options, &out);
	strbuf_release(&out.bytes);
	arena_release(&out.mem);
	return 0;
}
