/* SPDX-License-Identifier: MIT */
/* Telling what a publishing did. */
#include "cmd/publish/outcome.h"

#include <stdlib.h>

#include "cmd/report.h"
#include "cmd/terminal/table.h"

void outcome_release(struct outcome *o)
{
	strset_release(&o->sent);
	strset_release(&o->removed);
}

static struct json *json_of(const struct strset *set)
{
	const char **keys = strset_in_order(set);
	struct json *v = json_new_strings(keys, set->count);

	free(keys);
	return v;
}

static int tell_json(const struct outcome *o, const struct outcome_told *told,
		     struct error *err)
{
	struct json *v = json_new_object();
	int rc;

	json_set_string(v, "target", told->target);
	json_set_string(v, "type", told->kind);
	json_set_string(v, "where", told->where);
	json_set_string(v, "folder", told->folder);
	json_set_bool(v, "dry_run", told->dry_run);
	json_set(v, "sent", json_of(&o->sent));
	json_set(v, "removed", json_of(&o->removed));
	json_set_int(v, "unchanged", (int64_t)o->unchanged);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static void add_lines(struct strbuf *out, const char *what,
		      const struct strset *set, const struct context *ctx)
{
	const char **keys = strset_in_order(set);

	for (size_t i = 0; i < set->count; i++) {
		strbuf_addf(out, "%s ", what);
		style_add(out, ctx, STYLE_NONE, str_of(keys[i]));
		strbuf_addch(out, '\n');
	}
	free(keys);
}

int outcome_tell(const struct outcome *o, const struct outcome_told *told,
		 const struct context *ctx, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	size_t sent = o->sent.count + o->unnamed;

	if (told->json)
		return tell_json(o, told, err);
	report_note(told->dry_run ?
			    "%zu files: %zu would be new or changed, %zu as "
			    "they are, %zu removed" :
			    "%zu files: %zu new or changed, %zu as they were, "
			    "%zu removed",
		    sent + o->unchanged, sent, o->unchanged,
		    o->removed.count);
	if (told->dry_run) {
		add_lines(&text, "send", &o->sent, ctx);
		add_lines(&text, "remove", &o->removed, ctx);
	} else {
		style_add(&text, ctx, STYLE_NONE, str_of(told->where));
		strbuf_addch(&text, '\n');
	}
	return report_output(&text, err);
}
