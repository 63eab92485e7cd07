/* SPDX-License-Identifier: MIT */
/* Entries as a JSON array, with everything that a journal knows of them. */
#include "core/text/json.h"
#include "core/base/strbuf.h"
#include "core/model/entry.h"
#include "exporters/exporter.h"

/* Zero means that nobody said it, and that is null. */
static void set_count(struct json *v, const char *key, int n)
{
	if (n)
		json_set_int(v, key, n);
	else
		json_set_null(v, key);
}

static void set_slice(struct json *v, const char *key, struct str s)
{
	if (s.s)
		json_set_slice(v, key, s);
	else
		json_set_null(v, key);
}

static void set_path_and_title(struct json *v, const struct entry *e)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) title = STRBUF_INIT;

	entry_add_path(&path, e);
	entry_add_title(&title, e);
	json_set_slice(v, "path", strbuf_slice(&path));
	json_set_slice(v, "title", strbuf_slice(&title));
}

static void set_origin(struct json *v, const struct entry *e)
{
	static const char *const ends[] = { "lf", "crlf", "cr", "none" };

	set_slice(v, "heading", e->heading);
	if (e->heading.s)
		json_set_string(v, "heading_end", ends[e->heading_end]);
	else
		json_set_null(v, "heading_end");
	set_slice(v, "log", str_of(e->log));
	if (e->line)
		json_set_int(v, "line", e->line);
	else
		json_set_null(v, "line");
	set_slice(v, "imported_folder", str_of(e->imported_folder));
	set_slice(v, "columns", str_of(e->columns));
}

static struct json *entry_json(const struct entry *e)
{
	struct json *v = json_new_object();

	json_set_string(v, "id", e->id);
	set_path_and_title(v, e);
	json_set(v, "dates", json_new_days(e->days, e->ndays));
	json_set(v, "days", json_new_ints(e->numbers, e->nnumbers));
	set_count(v, "round", e->round);
	set_count(v, "minutes", e->minutes);
	json_set(v, "tags", json_new_strings(e->tags, e->ntags));
	if (e->written.seconds)
		json_set_string(v, "written", clock_format(e->written).s);
	else
		json_set_null(v, "written");
	json_set_bool(v, "private", e->private);
	set_origin(v, e);
	json_set(v, "flags", json_new_strings(e->flags, e->nflags));
	json_set_slice(v, "body", e->body);
	return v;
}

static int json_run(const struct snapshot *s,
		    const struct export_options *options,
		    struct export_out *out, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct json *array = json_new_array();

	for (size_t i = 0; i < s->nentries; i++)
		if (!options->log || str_is(str_of(s->entries[i].log),
					    options->log))
			json_append(array, entry_json(&s->entries[i]));
	json_write(&text, array);
	json_free(array);
	return out->file(out, "entries.json", strbuf_slice(&text), err);
}

const struct exporter exporter_json = {
	.name = "json",
	.summary = "entries as a JSON array",
	.run = json_run,
};
