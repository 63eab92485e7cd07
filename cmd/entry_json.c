/* SPDX-License-Identifier: MIT */
/* Entries in JSON. */
#include "cmd/entry_json.h"

static struct json *strings(const char *const *items, size_t count)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append_string(array, items[i]);
	return array;
}

static struct json *dates(const struct entry *e)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < e->ndays; i++)
		json_append_string(array, day_format(e->days[i]).s);
	return array;
}

static struct json *numbers(const struct entry *e)
{
	struct json *array = json_new_array();

	for (size_t i = 0; i < e->nnumbers; i++)
		json_append_int(array, e->numbers[i]);
	return array;
}

static void set_known(struct json *v, const char *key, bool known, int n)
{
	if (known)
		json_set_int(v, key, n);
	else
		json_set_null(v, key);
}

struct json *entry_json(const struct index_entry *ie)
{
	const struct entry *e = &ie->entry;
	struct json *v = json_new_object();

	json_set_string(v, "id", e->id);
	json_set_string(v, "path", ie->path);
	json_set_string(v, "title", ie->title);
	json_set_day(v, "date", entry_day(e));
	json_set(v, "dates", dates(e));
	set_known(v, "day", e->nnumbers, entry_number(e));
	json_set(v, "days", numbers(e));
	set_known(v, "round", e->round, e->round);
	set_known(v, "minutes", e->minutes, e->minutes);
	json_set(v, "tags", strings((const char *const *)e->tags, e->ntags));
	json_set(v, "topics", strings(ie->topics, ie->ntopics));
	if (e->written.seconds)
		json_set_string(v, "written", clock_format(e->written).s);
	else
		json_set_null(v, "written");
	json_set_bool(v, "private", e->private);
	json_set_bool(v, "empty", ie->empty);
	json_set_string(v, "summary", ie->summary ? ie->summary : "");
	return v;
}
