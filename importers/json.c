/* SPDX-License-Identifier: MIT */
/* The entries of a journal back from `hecto export json`, nothing lost. */
#include <string.h>

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/text/json.h"
#include "importers/importer.h"

#define SCORE_BYTES ((size_t)64 << 10)

static int json_score(struct str input, struct str name)
{
	struct str front = str_upto(input, SCORE_BYTES);
	static const char *const keys[] = { "\"id\":", "\"dates\":",
					    "\"days\":", "\"heading_end\":" };

	(void)name;
	if (!str_starts(str_trim_left(str_upto(front, 1000)), "["))
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (str_find_str(front, str_of(keys[i])) == front.len)
			return 0;
	return 95;
}

static const char *text_of(const struct json *v, const char *key,
			   struct arena *mem)
{
	struct str s = json_get_string(v, key);

	return s.len ? arena_strndup(mem, s.s, s.len) : NULL;
}

static int count_of(const struct json *v, const char *key, int max)
{
	int64_t n;

	return json_get_int(v, key, &n) && n > 0 && n <= max ? (int)n : 0;
}

static void read_days(struct entry *e, const struct json *v,
		      struct arena *mem)
{
	const struct json *dates = json_get(v, "dates");
	size_t count = json_length(dates);

	e->days = arena_alloc(mem, (count + 1) * sizeof(*e->days));
	for (size_t i = 0; i < count; i++) {
		int day = day_parse_iso(json_text(json_at(dates, i)));

		if (day != DAY_NONE)
			e->days[e->ndays++] = day;
	}
}

static void read_numbers(struct entry *e, const struct json *v,
			 struct arena *mem)
{
	const struct json *days = json_get(v, "days");
	size_t count = json_length(days);

	e->numbers = arena_alloc(mem, (count + 1) * sizeof(*e->numbers));
	for (size_t i = 0; i < count; i++) {
		int64_t n;

		if (json_int(json_at(days, i), &n) && n >= -LIMIT_DAY_NUMBER &&
		    n <= LIMIT_DAY_NUMBER)
			e->numbers[e->nnumbers++] = (int)n;
	}
}

static const char **read_words(const struct json *list, size_t *count,
			       struct arena *mem)
{
	size_t n = json_length(list);
	const char **words = arena_alloc(mem, (n + 1) * sizeof(*words));

	*count = 0;
	for (size_t i = 0; i < n; i++) {
		struct str word = json_text(json_at(list, i));

		if (word.len)
			words[(*count)++] = arena_strndup(mem, word.s,
							  word.len);
	}
	return words;
}

static enum line_end read_end(const struct json *v)
{
	static const char *const ends[] = { "lf", "crlf", "cr", "none" };
	struct str end = json_get_string(v, "heading_end");

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (str_is(end, ends[i]))
			return (enum line_end)i;
	return LINE_END_LF;
}

/* Where images lie that came along: a path that may stand in a journal. */
static const char *folder_of(const struct json *v, struct arena *mem)
{
	struct str s = json_get_string(v, "imported_folder");

	return s.len && path_is_safe(s) ? arena_strndup(mem, s.s, s.len) : NULL;
}

static void read_entry(struct entry *e, const struct json *v,
		       struct arena *mem)
{
	const char *written = text_of(v, "written", mem);

	*e = (struct entry){
		.id = text_of(v, "id", mem),
		.log = text_of(v, "log", mem),
		.imported_folder = folder_of(v, mem),
		.columns = text_of(v, "columns", mem),
		.line = (unsigned)count_of(v, "line", 1 << 30),
		.round = count_of(v, "round", LIMIT_ROUND),
		.minutes = count_of(v, "minutes", LIMIT_MINUTES),
		.private = json_is_true(json_get(v, "private")),
		.heading = json_get_string(v, "heading"),
		.heading_end = read_end(v),
		.body = json_get_string(v, "body"),
	};
	if (written && clock_parse(&e->written, written))
		e->written = (struct clock){ 0, 0 };
	read_days(e, v, mem);
	read_numbers(e, v, mem);
	e->tags = read_words(json_get(v, "tags"), &e->ntags, mem);
	e->flags = read_words(json_get(v, "flags"), &e->nflags, mem);
}

static int give_entries(const struct json *list, struct import_sink *sink,
			struct arena *mem, struct error *err)
{
	if (!json_is_array(list))
		return error_set(err, ERROR_INPUT, "it is no list of entries, "
				 "as 'hecto export json' writes it");
	for (size_t i = 0; i < json_length(list); i++) {
		const struct json *v = json_at(list, i);
		struct entry e;

		if (!json_get_string(v, "body").s ||
		    !json_get_string(v, "id").len) {
			sink->skipped(sink, 1, STR("[]"),
				      "an entry without id or body");
			continue;
		}
		read_entry(&e, v, mem);
		if (sink->entry(sink, &e, err))
			return -1;
	}
	return 0;
}

static int json_run(struct str input, const struct import_options *options,
		    struct import_sink *sink, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct json *v;
	int rc;

	(void)options;
	if (json_parse(&v, input, err))
		return -1;
	rc = give_entries(v, sink, &mem, err);
	json_free(v);
	return rc;
}

/* Its name, which it had in the journal that it is from. */
static struct str json_key(const struct entry *e, struct arena *mem UNUSED)
{
	return str_of(e->id);
}

const struct importer importer_json = {
	.name = "json",
	.summary = "entries as 'hecto export json' writes them",
	.score = json_score,
	.run = json_run,
	.key = json_key,
};
