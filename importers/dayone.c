/* SPDX-License-Identifier: MIT */
/* What Day One exports as JSON, alone or in its archive. */
#include <string.h>

#include "core/base/clock.h"
#include "core/text/json.h"
#include "importers/dating.h"
#include "importers/importer.h"
#include "importers/tags.h"

#define SCORE_BYTES ((size_t)256 << 10)
#define UUID_BYTES 100

static bool has(struct str s, struct str key)
{
	return str_find_str(s, key) < s.len;
}

/* The XML that Day One kept each entry in before 2. */
static bool is_doentry(struct str input)
{
	struct str front = str_upto(input, 4096);

	return has(front, STR("<plist")) && has(front, STR("Entry Text"));
}

static bool is_export(struct str input)
{
	struct str front = str_upto(input, SCORE_BYTES);

	return str_starts(str_trim_left(str_upto(front, 1000)), "{") &&
	       has(front, STR("\"entries\"")) &&
	       has(front, STR("\"creationDate\""));
}

static int dayone_score(struct str input, struct str name)
{
	(void)name;
	return is_export(input) || is_doentry(input) ? 90 : 0;
}

static int refuse_doentry(struct error *err)
{
	return error_set(err, ERROR_INPUT, "it is an entry of Day One before "
			 "version 2; open it in a newer Day One and export "
			 "that as JSON");
}

/* --- an entry ------------------------------------------------------------ */

/* The day it was in the zone where it was written. */
static int day_of(const struct json *v, struct clock *written, bool *zoned)
{
	AUTO(arena) mem = ARENA_INIT;
	struct str date = json_get_string(v, "creationDate");
	struct str zone = json_get_string(v, "timeZone");

	*zoned = false;
	if (!date.len || clock_parse(written, arena_str(&mem, date).s)) {
		*written = (struct clock){ 0, 0 };
		return dating_iso(date);
	}
	*zoned = zone.len &&
		 !clock_set_zone(written, arena_str(&mem, zone).s);
	return clock_day(*written, 0);
}

static void add_tags(struct entry *e, const struct json *v, struct arena *mem)
{
	const struct json *tags = json_get(v, "tags");

	if (json_is_true(json_get(v, "starred")))
		tags_add(e, STR(TAG_STARRED), mem);
	for (size_t i = 0; i < json_length(tags); i++)
		tags_add(e, json_text(json_at(tags, i)), mem);
}

static int give_entry(const struct json *v, struct import_sink *sink,
		      struct arena *mem, struct error *err)
{
	static const char *const unzoned[] = { "zone-unknown" };
	static const char *const undated[] = { "date-unreadable" };
	struct entry e = { .body = json_get_string(v, "text") };
	struct str uuid = json_get_string(v, "uuid");
	bool zoned;
	int day;

	if (!json_is_object(v) || !e.body.s) {
		sink->skipped(sink, 1, STR("entries"),
			      "an entry without text, perhaps a photo");
		return 0;
	}
	day = day_of(v, &e.written, &zoned);
	e.days = &day;
	e.ndays = day != DAY_NONE;
	if (!e.ndays || !zoned) {
		e.flags = arena_alloc(mem, sizeof(*e.flags));
		e.flags[0] = e.ndays ? unzoned[0] : undated[0];
		e.nflags = 1;
	}
	add_tags(&e, v, mem);
	if (uuid.len && uuid.len <= UUID_BYTES)
		e.imported_id = arena_str(mem, uuid).s;
	return sink->entry(sink, &e, err);
}

/* --- a journal ----------------------------------------------------------- */

static int give_entries(const struct json *v, struct import_sink *sink,
			struct arena *mem, struct error *err)
{
	const struct json *entries = json_get(v, "entries");

	if (!json_is_array(entries))
		return error_set(err, ERROR_INPUT, "there is no list of "
				 "'entries' in it, as Day One's JSON has");
	for (size_t i = 0; i < json_length(entries); i++)
		if (give_entry(json_at(entries, i), sink, mem, err))
			return -1;
	return 0;
}

static int dayone_run(struct str input, const struct import_options *options,
		      struct import_sink *sink, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct json *v;
	int rc;

	(void)options;
	if (is_doentry(input))
		return refuse_doentry(err);
	if (json_parse(&v, input, err))
		return -1;
	rc = give_entries(v, sink, &mem, err);
	json_free(v);
	return rc;
}

/* --- an archive ---------------------------------------------------------- */

static bool is_own(const struct foreign_file *file)
{
	return (str_ends(str_of(file->path), ".json") &&
		is_export(file->bytes)) ||
	       is_doentry(file->bytes);
}

static int dayone_score_files(const struct foreign_file *files, size_t count)
{
	return import_owns_most(files, count, is_own) ? 92 : 0;
}

/* Each journal of the archive is a file; photos and sounds are beside them. */
static int read_file(const struct foreign_file *file,
		     const struct import_options *options,
		     struct import_sink *sink, const char **why,
		     struct error *err)
{
	if (is_export(file->bytes) || is_doentry(file->bytes))
		return dayone_run(file->bytes, options, sink, err);
	*why = "Day One's text does not need it";
	return 0;
}

static int dayone_run_files(const struct foreign_file *files, size_t count,
			    const struct import_options *options,
			    struct import_sink *sink, struct error *err)
{
	return import_each(files, count, read_file, options, sink, err);
}

/* Its UUID; without one, the second that it was written in. */
static struct str dayone_key(const struct entry *e, struct arena *mem)
{
	if (e->imported_id)
		return str_of(e->imported_id);
	if (!e->written.seconds)
		return STR_NONE;
	return str_of(arena_printf(mem, "%lld", (long long)e->written.seconds));
}

const struct importer importer_dayone = {
	.name = "dayone",
	.summary = "a journal of Day One, exported as JSON",
	.score = dayone_score,
	.run = dayone_run,
	.key = dayone_key,
	.score_files = dayone_score_files,
	.run_files = dayone_run_files,
};
