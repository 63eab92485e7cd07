/* SPDX-License-Identifier: MIT */
/* Remembering what was learned about addresses. */
#include "cmd/links/answers.h"

#include <stdlib.h>
#include <unistd.h>

#include "cmd/folder_out.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/text/json.h"

#define KEPT_SECONDS ((int64_t)90 * 24 * 3600)
#define VERSION 1

static const char *const state_names[PROBE_STATE_COUNT] = {
	[PROBE_NOT_ASKED] = "not-asked", [PROBE_OK] = "ok",
	[PROBE_MOVED] = "moved",	 [PROBE_UNCLEAR] = "unclear",
	[PROBE_DEAD] = "dead",
};

const char *probe_state_name(enum probe_state state)
{
	return state_names[state];
}

void answers_release(struct answers *a)
{
	strbuf_release(&a->file);
	arena_release(&a->mem);
	strset_release(&a->urls);
	free(a->items);
}

const struct answer *answers_get(const struct answers *a, const char *url)
{
	size_t at;

	return strset_get(&a->urls, str_of(url), &at) ? &a->items[at] : NULL;
}

void answers_put(struct answers *a, const struct answer *new)
{
	size_t at;

	if (!strset_get(&a->urls, str_of(new->url), &at)) {
		at = a->count;
		XGROW(a->items, a->count, a->cap);
		a->count++;
		strset_put(&a->urls, str_of(new->url), at);
	}
	a->items[at] = (struct answer){
		.url = arena_strdup(&a->mem, new->url),
		.state = new->state,
		.status = new->status,
		.target = arena_strdup(&a->mem, new->target),
		.why = arena_strdup(&a->mem, new->why),
		.asked = new->asked,
	};
}

static bool read_state(enum probe_state *out, struct str name)
{
	for (int i = 0; i < PROBE_STATE_COUNT; i++) {
		if (!str_is(name, state_names[i]))
			continue;
		*out = (enum probe_state)i;
		return true;
	}
	return false;
}

static void take(struct answers *a, const struct json *v)
{
	struct answer new = {
		.url = json_get_string(v, "url").s,
		.target = json_get_string(v, "target").s,
		.why = json_get_string(v, "why").s,
	};
	int64_t status = 0;

	if (!new.url || !json_get_int(v, "asked", &new.asked) ||
	    !json_get_int(v, "status", &status) || status < 0 ||
	    !read_state(&new.state, json_get_string(v, "state")))
		return;
	new.status = (unsigned)status;
	answers_put(a, &new);
}

void answers_load(struct answers *a, struct journal *j)
{
	const char *git_dir = journal_git_dir(j);
	struct error ignored = ERROR_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	const struct json *list;
	struct json *v;
	int64_t version;

	if (!git_dir)
		return;
	strbuf_addstr(&a->file, git_dir);
	path_join(&a->file, "hecto/links.json");
	if (access(a->file.buf, F_OK) ||
	    file_read(&text, a->file.buf, LIMIT_FILE, &ignored) ||
	    json_parse(&v, strbuf_slice(&text), &ignored))
		return;
	list = json_get(v, "answers");
	if (json_get_int(v, "version", &version) && version == VERSION)
		for (size_t i = 0; list && i < json_length(list); i++)
			take(a, json_at(list, i));
	json_free(v);
}

static struct json *answer_json(const struct answer *one)
{
	struct json *v = json_new_object();

	json_set_string(v, "url", one->url);
	json_set_string(v, "state", state_names[one->state]);
	json_set_int(v, "status", one->status);
	if (one->target)
		json_set_string(v, "target", one->target);
	if (one->why)
		json_set_string(v, "why", one->why);
	json_set_int(v, "asked", one->asked);
	return v;
}

int answers_save(const struct answers *a, int64_t now, struct error *err)
{
	struct json *v, *list;
	AUTO(strbuf) text = STRBUF_INIT;

	if (!a->file.len)
		return 0;
	v = json_new_object();
	list = json_new_array();
	for (size_t i = 0; i < a->count; i++)
		if (now - a->items[i].asked <= KEPT_SECONDS)
			json_append(list, answer_json(&a->items[i]));
	json_set_int(v, "version", VERSION);
	json_set(v, "answers", list);
	json_write(&text, v);
	json_free(v);
	return folder_replace_file(a->file.buf, strbuf_slice(&text), err);
}
