/* SPDX-License-Identifier: MIT */
/*
 * Prints what the 100-days importer makes of files, one JSON object each, in
 * the form of `hecto import --dry-run --json`, for the score beside it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/text/json.h"
#include "importers/importer.h"

struct printing_sink {
	struct import_sink sink;
	struct json *entries, *skipped;
};

static int take_preamble(struct import_sink *sink, struct str text,
			 struct error *err)
{
	(void)sink;
	(void)text;
	(void)err;
	return 0;
}

static struct json *numbers_json(const int *numbers, size_t n)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < n; i++)
		json_append_int(array, numbers[i]);
	return array;
}

static struct json *dates_json(const struct entry *e)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < e->ndays; i++)
		json_append_string(array, day_format(e->days[i]).s);
	return array;
}

static int take_entry(struct import_sink *sink, const struct entry *e,
		      struct error *err)
{
	struct printing_sink *p = (struct printing_sink *)sink;
	struct json *v = json_new_object(), *flags = json_new_array();

	(void)err;
	json_set_int(v, "line", e->line);
	json_set_slice(v, "heading", e->heading);
	json_set(v, "days", numbers_json(e->numbers, e->nnumbers));
	json_set_int(v, "round", e->round);
	json_set(v, "dates", dates_json(e));
	for (size_t i = 0; i < e->nflags; i++)
		json_append_string(flags, e->flags[i]);
	json_set(v, "flags", flags);
	json_append(p->entries, v);
	return 0;
}

static int take_document(struct import_sink *sink, const char *folder,
			 struct str text, struct error *err)
{
	(void)sink;
	(void)folder;
	(void)text;
	(void)err;
	return 0;
}

static void take_skipped(struct import_sink *sink, unsigned line,
			 struct str text, const char *why)
{
	struct printing_sink *p = (struct printing_sink *)sink;
	struct json *v = json_new_object();

	json_set_int(v, "line", line);
	json_set_slice(v, "text", text);
	json_set_string(v, "why", why);
	json_append(p->skipped, v);
}

static int read_and_print(const char *path, struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	const struct importer *importer = importer_by_name("100days");
	const struct import_options options = { .start = DAY_NONE };
	struct printing_sink p = {
		.sink = {
			.preamble = take_preamble,
			.entry = take_entry,
			.document = take_document,
			.skipped = take_skipped,
		},
		.entries = json_new_array(), .skipped = json_new_array(),
	};
	struct json *v = json_new_object();
	int result = file_read(&bytes, path, LIMIT_FILE, err);

	if (!result)
		result = importer->run(strbuf_slice(&bytes), &options, &p.sink,
				       err);
	json_set_slice(v, "file", path_basename(str_of(path)));
	json_set_string(v, "format", importer->name);
	json_set(v, "entries", p.entries);
	json_set(v, "skipped", p.skipped);
	json_write(&out, v);
	fwrite(out.buf, 1, out.len, stdout);
	json_free(v);
	return result;
}

int main(int argc, char **argv)
{
	struct error err = ERROR_INIT;

	for (int i = 1; i < argc; i++)
		if (read_and_print(argv[i], &err))
			fprintf(stderr, "%s: %s\n", argv[i], err.text);
	return 0;
}
