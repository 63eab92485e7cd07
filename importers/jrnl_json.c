/* SPDX-License-Identifier: MIT */
/* What `jrnl --format json` writes: title, body, date and time of each entry. */
#include "importers/jrnl.h"

#include "core/text/json.h"
#include "importers/dating.h"
#include "importers/tags.h"

#define SCORE_BYTES ((size_t)256 << 10)

static bool has(struct str s, struct str key)
{
	return str_find_str(s, key) < s.len;
}

int jrnl_json_score(struct str input)
{
	struct str front = str_upto(input, SCORE_BYTES);

	return has(front, STR("\"entries\"")) && has(front, STR("\"title\"")) &&
	       has(front, STR("\"body\"")) && has(front, STR("\"date\"")) &&
	       !has(front, STR("\"creationDate\"")) ? 85 : 0;
}

/* The line that jrnl's own file has over the text. */
static struct str heading_of(const struct json *v, struct arena *mem)
{
	AUTO(strbuf) line = STRBUF_INIT;
	struct str date = json_get_string(v, "date");
	struct str time = json_get_string(v, "time");
	struct str title = json_get_string(v, "title");

	strbuf_addch(&line, '[');
	strbuf_addslice(&line, date);
	if (time.len)
		strbuf_addch(&line, ' ');
	strbuf_addslice(&line, time);
	strbuf_addstr(&line, "] ");
	strbuf_addslice(&line, title);
	if (json_is_true(json_get(v, "starred")))
		strbuf_addstr(&line, " *");
	return arena_str(mem, strbuf_slice(&line));
}

static int entry_give(const struct json *v, struct entry *e, struct arena *mem,
		      struct import_sink *sink, struct error *err)
{
	const struct json *tags = json_get(v, "tags");

	e->heading = heading_of(v, mem);
	e->body = json_get_string(v, "body");
	if (!e->body.s)
		e->body = STR("");
	if (json_is_true(json_get(v, "starred")))
		tags_add(e, STR(TAG_STARRED), mem);
	for (size_t i = 0; i < json_length(tags); i++)
		tags_add(e, json_text(json_at(tags, i)), mem);
	return sink->entry(sink, e, err);
}

static int entries_give(const struct json *entries, struct dating *d,
			const struct import_options *options,
			struct import_sink *sink, struct error *err)
{
	for (size_t i = 0; i < json_length(entries); i++) {
		const struct json *v = json_at(entries, i);

		if (dating_add(d, json_get_string(v, "date"), 1, err))
			return -1;
	}
	dating_settle(d, options);
	for (size_t i = 0; i < json_length(entries); i++) {
		const struct json *v = json_at(entries, i);
		struct entry e = dating_entry(d, i);

		e.line = 0;
		if (!json_is_object(v) || !json_get_string(v, "title").s)
			sink->skipped(sink, 1, STR("entries"),
				      "an entry without a title");
		else if (entry_give(v, &e, &d->log.mem, sink, err))
			return -1;
	}
	return 0;
}

int jrnl_json_run(struct str input, const struct import_options *options,
		  struct import_sink *sink, struct error *err)
{
	const struct json *entries;
	struct json *v;
	struct dating d;
	int rc;

	if (json_parse(&v, input, err))
		return -1;
	entries = json_get(v, "entries");
	dating_init(&d, STR(""));
	if (json_is_array(entries))
		rc = entries_give(entries, &d, options, sink, err);
	else
		rc = error_set(err, ERROR_INPUT,
			       "there is no list of 'entries' in it, as "
			       "'jrnl --format json' writes it");
	dating_release(&d);
	json_free(v);
	return rc;
}
