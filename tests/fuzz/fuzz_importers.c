/* SPDX-License-Identifier: MIT */
/*
 * Any bytes through every importer of the table.  What a log's reader hands
 * out must be the whole input; the first byte chooses importer and options.
 */
#include <stdint.h>
#include <string.h>

#include "core/base/strbuf.h"
#include "importers/importer.h"

struct joining_sink {
	struct import_sink sink;
	struct strbuf bytes;
};

static int join_preamble(struct import_sink *sink, struct str text,
			 struct error *err)
{
	(void)err;
	strbuf_addslice(&((struct joining_sink *)sink)->bytes, text);
	return 0;
}

static int join_entry(struct import_sink *sink, const struct entry *e,
		      struct error *err)
{
	static const char *const ends[] = { "\n", "\r\n", "\r", "" };
	struct strbuf *bytes = &((struct joining_sink *)sink)->bytes;

	(void)err;
	strbuf_addslice(bytes, e->heading);
	strbuf_addstr(bytes, ends[e->heading_end]);
	strbuf_addslice(bytes, e->body);
	for (size_t i = 0; i < e->ndays; i++)
		if (!*day_format(e->days[i]).s)
			abort();
	return 0;
}

static int join_document(struct import_sink *sink, const char *folder,
			 struct str text, struct error *err)
{
	(void)folder;
	return join_preamble(sink, text, err);
}

static void join_skipped(struct import_sink *sink, unsigned line,
			 struct str text, const char *why)
{
	(void)sink;
	if (!line || !text.s || !*why)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct joining_sink out = {
		.sink = {
			.preamble = join_preamble,
			.entry = join_entry,
			.document = join_document,
			.skipped = join_skipped,
		},
		.bytes = STRBUF_INIT,
	};
	struct import_options options = { .start = DAY_NONE };
	struct error err = ERROR_INIT;
	struct str input;
	size_t count = 0, chosen;

	if (!size)
		return 0;
	while (importers[count])
		count++;
	chosen = data[0] % count;
	options.year = data[0] & 0x40 ? 2022 : 0;
	options.start = data[0] & 0x80 ? 19000 : DAY_NONE;
	input = (struct str){ (const char *)data + 1, size - 1 };
	importers[chosen]->score(input, STR("log.md"));
	if (!importers[chosen]->run(input, &options, &out.sink, &err) &&
	    !strcmp(importers[chosen]->name, "100days") &&
	    !str_eq(strbuf_slice(&out.bytes), input))
		abort();
	strbuf_release(&out.bytes);
	return 0;
}
