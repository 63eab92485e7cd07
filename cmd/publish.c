/* SPDX-License-Identifier: MIT */
/* hecto publish: the journal as a site of plain files. */
#include "cmd/command.h"
#include "cmd/folder_out.h"
#include "cmd/publish/current.h"
#include "cmd/publish/host.h"
#include "cmd/publish/left_out.h"
#include "cmd/publish/manifest.h"
#include "cmd/publish/private_setting.h"
#include "cmd/plan/plan.h"
#include "cmd/report.h"
#include "core/base/path.h"

#include <dirent.h>
#include <sys/stat.h>

struct publish_args {
	const char *output;
	bool force, preview, allow_private, left_out, json;
};

static const struct option publish_options[] = {
	STRING('o', "output", publish_args, output, "DIR", COMPLETE_FOLDERS,
	       "the folder of the site (publish.dir, else public)"),
	FLAG('f', "force", publish_args, force,
	     "write into a folder that has files of others"),
	FLAG(0, "preview", publish_args, preview,
	     "change nothing but the folder: leave the plan as it is"),
	FLAG(0, "allow-private", publish_args, allow_private,
	     "copy images also from this machine and its network"),
	FLAG(0, "left-out", publish_args, left_out,
	     "only list what is private, and where"),
	FLAG(0, "json", publish_args, json,
	     "with --left-out: print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static bool is_empty_folder(const char *path)
{
	DIR *dir = opendir(path);
	const struct dirent *d;
	bool empty = true;

	if (!dir)
		return true;
	while (empty && (d = readdir(dir)))
		empty = str_is(str_of(d->d_name), ".") ||
			str_is(str_of(d->d_name), "..");
	closedir(dir);
	return empty;
}

/* What the settings name is beneath the journal, what -o names, here. */
static void choose_folder(struct strbuf *out, const struct publish_args *args,
			  const struct context *ctx)
{
	const char *dir = journal_settings(ctx->journal)->publish_dir;

	if (args->output) {
		strbuf_addstr(out, args->output);
		return;
	}
	if (!str_starts(str_of(dir), "/"))
		strbuf_addstr(out, journal_root(ctx->journal));
	path_join(out, dir);
}

static int check_folder(const char *folder, const struct manifest *m,
			const struct publish_args *args, struct error *err)
{
	if (m->known || args->force || is_empty_folder(folder))
		return 0;
	return error_set(err, ERROR_CONFLICT, "'%s' has files that no "
			 "publishing put there; name another folder with -o, "
			 "or write into it with --force", folder);
}

static int write_site(struct folder_out *out, const struct publish_host *host,
		      struct left_out *left_out, const struct context *ctx,
		      struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct export_options options = { .host = &host->host,
						.left_out = left_out };
	const struct exporter *site = exporter_by_name("site");
	struct snapshot s;

	if (!site)
		return error_set(err, ERROR_USAGE, "this hecto was built "
				 "without the site");
	if (journal_snapshot(ctx->journal, &mem, site->needs_topics, &s, err))
		return -1;
	if (site->needs_study &&
	    journal_snapshot_study(ctx->journal, &mem, &s, err))
		return -1;
	return site->run(&s, &options, &out->out, err);
}

/* A site is there to be read by others, a web server for one. */
static int open_readable(struct folder_out *out, const char *folder,
			 struct error *err)
{
	mode_t own = umask(022);
	int rc = folder_out_open(out, folder, err);

	umask(own);
	return rc;
}

static int write_readable(struct folder_out *out, struct str source,
			  const struct publish_host *host,
			  const struct context *ctx, struct error *err)
{
	struct left_out left_out = LEFT_OUT_INIT;
	mode_t own = umask(022);
	int rc = write_site(out, host, &left_out, ctx, err);

	umask(own);
	publish_tell_left_out(&left_out, source, ctx->journal);
	left_out_release(&left_out);
	return rc;
}

/* How many files were what. */
struct outcome {
	size_t written, unchanged, removed;
};

static int say_done(const char *folder, const struct outcome *o,
		    struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(&text, folder);
	path_join(&text, "index.html");
	report_note("%zu files: %zu new or changed, %zu as they were, "
		    "%zu removed", o->written + o->unchanged, o->written,
		    o->unchanged, o->removed);
	strbuf_addch(&text, '\n');
	return report_output(&text, err);
}

/* What has to be complained about is drawn, and said, each time. */
static int draw(struct manifest *m, struct folder_out *out, struct str source,
		const struct publish_host *host, const struct context *ctx,
		struct outcome *o, struct error *err)
{
	const char *const *warnings;

	if (write_readable(out, source, host, ctx, err) ||
	    manifest_remove_others(m, &out->folder, &out->paths, &o->removed,
				   err))
		return -1;
	if (journal_warnings(ctx->journal, &warnings))
		source = STR("");
	o->written = out->written;
	o->unchanged = out->unchanged;
	if (publish_inputs_write(host, m, err))
		return -1;
	return manifest_write(m, source, &out->paths, err);
}

/* A plan that is published says how many days there are to go today.  That it
 * cannot is no reason not to publish. */
static void update_plan(struct journal *j)
{
	AUTO(strbuf) diff = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	if (plan_update_countdown(j, NULL, false, &diff, &failure))
		report_warning("the countdown of the plan stays as it is: %s",
			       failure.text);
	else if (diff.len)
		report_note("brought the countdown of the plan up to date");
}

/*
 * The folder is known as ours before the first file is written, so that a run
 * that was interrupted can be repeated.
 */
static int publish_into(const char *folder, const struct publish_args *args,
			const struct context *ctx, struct error *err)
{
	AUTO(manifest) m = MANIFEST_INIT;
	AUTO(folder_out) out = { .folder = BENEATH_INIT };
	AUTO(strbuf) source = STRBUF_INIT;
	AUTO(publish_host) host = { .root = BENEATH_INIT };
	struct outcome o = { 0, 0, 0 };

	if (open_readable(&out, folder, err) ||
	    publish_host_open(&host, ctx->journal, err) ||
	    manifest_open(&m, ctx->journal, folder, err) ||
	    check_folder(folder, &m, args, err) ||
	    manifest_begin(&m, err) ||
	    publish_exclude(&m, ctx->journal, err))
		return -1;
	if (!args->preview)
		update_plan(ctx->journal);
	if (publish_source(&source, ctx->journal, err))
		return -1;
	host.allow_private = args->allow_private;
	host.only_kept = args->preview;
	if (publish_is_current(&m, &out.folder, strbuf_slice(&source)) &&
	    publish_inputs_are_same(&host, &m)) {
		publish_repeat_left_out(strbuf_slice(&source), ctx->journal);
		o.unchanged = m.paths.count;
	} else if (draw(&m, &out, strbuf_slice(&source), &host, ctx, &o,
			err)) {
		return -1;
	}
	return say_done(folder, &o, err);
}

static int publish_run(const struct context *ctx, int argc, char **argv,
		       struct error *err)
{
	struct publish_args args = { .output = NULL };
	AUTO(strbuf) folder = STRBUF_INIT;
	int count = options_parse(publish_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	if (args.left_out)
		return publish_list_left_out(ctx, args.json, err);
	if (args.json)
		return error_set(err, ERROR_USAGE, "--json goes with "
				 "--left-out");
	if (publish_settle_private(ctx->journal, !args.preview, err))
		return -1;
	choose_folder(&folder, &args, ctx);
	return publish_into(folder.buf, &args, ctx, err);
}

const struct command cmd_publish = {
	.name = "publish",
	.summary = "Make a site of the journal",
	.usage = "[-o DIR] [--force] [--preview] [--allow-private]\n"
		 "--left-out [--json]",
	.options = publish_options,
	.needs = NEEDS_JOURNAL,
	.run = publish_run,
};
