/* SPDX-License-Identifier: MIT */
/* Entries in JSON. */
#include "cmd/entry_json.h"

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
	json_set(v, "dates", json_new_days(e->days, e->ndays));
	set_known(v, "day", e->nnumbers, entry_number(e));
	json_set(v, "days", json_new_ints(e->numbers, e->nnumbers));
	set_known(v, "round", e->round, e->round);
	set_known(v, "minutes", e->minutes, e->minutes);
	json_set(v, "tags", json_new_strings((const char *const *)e->tags,
					       e->ntags));
	json_set(v, "topics", json_new_strings(ie->topics, ie->ntopics));
	if (e->written.seconds)
		json_set_string(v, "written", clock_format(e->written).s);
	else
		json_set_null(v, "written");
	json_set_bool(v, "private", e->private);
	json_set_bool(v, "empty", ie->empty);
	json_set_string(v, "summary", ie->summary ? ie->summary : "");
	return v;
}
