/* SPDX-License-Identifier: MIT */
/* The targets of a journal: which one is meant, and what there is. */
#include "cmd/publish/targets.h"

#include "cmd/publish/server.h"
#include "cmd/report.h"
#include "cmd/terminal/table.h"
#include "core/base/path.h"
#include "core/base/spelling.h"

/* What sends a site to a target of each kind; a folder needs no sending. */
static publish_send *const senders[TARGET_KIND_COUNT] = {
	[TARGET_GIT] = publish_git,
	[TARGET_SFTP] = publish_to_server,
	[TARGET_WEBDAV] = publish_to_server,
	[TARGET_S3] = publish_to_server,
};

publish_send *publish_sender(enum target_kind kind)
{
	return senders[kind];
}

static const struct target *target_named(const struct settings *set,
					 const char *name)
{
	for (size_t i = 0; i < set->ntargets; i++)
		if (str_is(str_of(name), set->targets[i].name))
			return &set->targets[i];
	return NULL;
}

static struct target folder_target(const struct settings *set)
{
	return (struct target){ .name = "dir", .kind = TARGET_DIR,
				.dir = set->publish_dir };
}

static int unknown_target(const struct settings *set, const char *name,
			  struct error *err)
{
	const char *nearest = NULL;
	size_t best = SPELLING_FAR;

	for (size_t i = 0; i < set->ntargets; i++) {
		const char *each = set->targets[i].name;
		size_t distance = spelling_near(str_of(name), str_of(each));

		if (distance < best) {
			best = distance;
			nearest = each;
		}
	}
	if (nearest)
		return error_set(err, ERROR_USAGE, "there is no target '%s'; "
				 "did you mean '%s'?", name, nearest);
	if (target_name_is_good(str_of(name)))
		return error_set(err, ERROR_USAGE, "there is no target '%s'; "
				 "make it with 'hecto config target.%s.type "
				 "sftp', or name a folder with -o", name, name);
	return error_set(err, ERROR_USAGE, "there is no target '%s'; 'hecto "
			 "publish --list' lists those there are, and -o names "
			 "a folder", name);
}

int publish_choose(const struct target **out, struct target *folder,
		   const char *name, struct journal *j, struct error *err)
{
	const struct settings *set = journal_settings(j);
	const char *wanted = name ? name : set->publish_target;

	*folder = folder_target(set);
	*out = wanted ? target_named(set, wanted) :
	       set->ntargets == 1 ? &set->targets[0] : folder;
	if (!*out && str_is(str_of(wanted), folder->name))
		*out = folder;
	if (*out)
		return target_check(*out, err);
	unknown_target(set, wanted, err);
	return name ? -1 : error_context(err, "in the setting "
					 "'publish.target'");
}

static void add_bucket(struct strbuf *out, const struct target *t)
{
	strbuf_addf(out, "s3://%s/", t->bucket ? t->bucket : "");
	if (t->path)
		strbuf_addf(out, "%s/", t->path);
}

static void add_branch(struct strbuf *out, const struct target *t)
{
	strbuf_addf(out, "%s of %s", t->branch ? t->branch : TARGET_BRANCH,
		    t->remote ? t->remote : TARGET_REMOTE);
}

void target_add_where(struct strbuf *out, const struct target *t)
{
	switch (t->kind) {
	case TARGET_DIR:
		strbuf_addstr(out, t->dir ? t->dir : "");
		break;
	case TARGET_GIT:
		add_branch(out, t);
		break;
	case TARGET_S3:
		add_bucket(out, t);
		break;
	case TARGET_SFTP:
	case TARGET_WEBDAV:
	case TARGET_KIND_COUNT:
		strbuf_addstr(out, t->url ? t->url : "");
		break;
	}
}

static const char *shown_kind(const struct target *t)
{
	return t->kind == TARGET_KIND_COUNT ? "?" : target_kind_name(t->kind);
}

static void add_row(struct table *t, const struct target *target, bool chosen)
{
	AUTO(strbuf) where = STRBUF_INIT;

	target_add_where(&where, target);
	table_cell(t, STYLE_BOLD, str_of(target->name));
	table_cell(t, STYLE_NONE, str_of(shown_kind(target)));
	table_cell(t, STYLE_NONE, strbuf_slice(&where));
	table_cell(t, STYLE_DIM, chosen ? STR("when none is named") : STR(""));
}

static void add_object(struct json *array, const struct target *target,
		       bool chosen)
{
	AUTO(strbuf) where = STRBUF_INIT;
	struct json *v = json_new_object();

	target_add_where(&where, target);
	json_set_string(v, "name", target->name);
	json_set_string(v, "type", shown_kind(target));
	json_set_slice(v, "where", strbuf_slice(&where));
	json_set_bool(v, "default", chosen);
	json_append(array, v);
}

/* The folder is a target as well, unless the settings call another one so. */
static size_t list_all(const struct target **out, struct target *folder,
		       const struct settings *set)
{
	size_t count = 0;

	*folder = folder_target(set);
	if (!target_named(set, folder->name))
		out[count++] = folder;
	for (size_t i = 0; i < set->ntargets; i++)
		out[count++] = &set->targets[i];
	return count;
}

static int print_table(const struct context *ctx,
		       const struct target *const *all, size_t count,
		       const char *chosen, struct error *err)
{
	static const char *const heads[] = { "TARGET", "TYPE", "WHERE", "" };
	struct table *t = table_new(ARRAY_SIZE(heads));
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
		table_cell(t, STYLE_DIM, str_of(heads[i]));
	for (size_t i = 0; i < count; i++)
		add_row(t, all[i], str_is(str_of(chosen), all[i]->name));
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}

static int print_json(const struct target *const *all, size_t count,
		      const char *chosen, struct error *err)
{
	struct json *array = json_new_array();
	int rc;

	for (size_t i = 0; i < count; i++)
		add_object(array, all[i], str_is(str_of(chosen),
						 all[i]->name));
	rc = report_json(array, err);
	json_free(array);
	return rc;
}

int publish_list(const struct context *ctx, bool json, struct error *err)
{
	const struct settings *set = journal_settings(ctx->journal);
	const struct target **all = xcalloc(set->ntargets + 1, sizeof(*all));
	const struct target *chosen = NULL;
	struct target folder;
	struct error ignored = ERROR_INIT;
	size_t count = list_all(all, &folder, set);
	const char *name;
	int rc;

	if (publish_choose(&chosen, &folder, NULL, ctx->journal, &ignored) &&
	    !chosen)
		name = "";
	else
		name = chosen->name;
	rc = json ? print_json(all, count, name, err) :
		    print_table(ctx, all, count, name, err);
	free(all);
	return rc;
}
