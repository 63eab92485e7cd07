/* SPDX-License-Identifier: MIT */
/* hecto publish: the journal as a site of plain files, here or on a server. */
#include "cmd/command.h"
#include "cmd/publish/left_out.h"
#include "cmd/publish/private_setting.h"
#include "cmd/publish/site.h"
#include "cmd/publish/targets.h"
#include "core/base/path.h"

struct publish_args {
	const char *output;
	bool force, preview, allow_private, dry_run, yes, list, left_out, json;
};

static const struct option publish_options[] = {
	STRING('o', "output", publish_args, output, "DIR", COMPLETE_FOLDERS,
	       "publish to this folder, and to no target of the settings"),
	FLAG('f', "force", publish_args, force,
	     "also where files of others are; send all of it again"),
	FLAG(0, "preview", publish_args, preview,
	     "change nothing but the folder: leave the plan as it is"),
	FLAG(0, "allow-private", publish_args, allow_private,
	     "copy images also from this machine and its network"),
	FLAG(0, "left-out", publish_args, left_out,
	     "only list what is private, and where"),
	FLAG('n', "dry-run", publish_args, dry_run,
	     "only print what would be sent and removed"),
	FLAG('y', "yes", publish_args, yes,
	     "answer the question before the first sending to a place"),
	FLAG('l', "list", publish_args, list, "list the targets"),
	FLAG(0, "json", publish_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* A target whose folder is on the command line: relative to where we are. */
static const struct target *target_of_output(struct target *out,
					     const char *dir)
{
	*out = (struct target){ .name = "dir", .kind = TARGET_DIR,
				.dir = dir };
	return out;
}

/* What the settings name is beneath the journal. */
static void add_beneath(struct strbuf *out, const char *dir, struct journal *j)
{
	if (!str_starts(str_of(dir), "/"))
		strbuf_addstr(out, journal_root(j));
	path_join(out, dir);
}

/* Where the site is drawn: what is on its way to a server needs no place of
 * the user's. */
static int choose_folder(struct strbuf *out, struct site_rules *rules,
			 const struct target *t, const char *output,
			 struct journal *j, struct error *err)
{
	const char *git_dir = journal_git_dir(j);

	if (output) {
		strbuf_addstr(out, output);
	} else if (t->dir) {
		add_beneath(out, t->dir, j);
	} else if (git_dir) {
		rules->ours = true;
		strbuf_addstr(out, git_dir);
		path_join(out, "hecto/site");
		path_join(out, t->name);
	} else {
		return error_set(err, ERROR_USAGE, "the target '%s' has no "
				 "folder to draw the site in; set "
				 "target.%s.dir", t->name, t->name);
	}
	rules->folder = out->buf;
	return 0;
}

static void add_where(struct strbuf *out, const struct target *t,
		      const char *folder)
{
	if (t->kind != TARGET_DIR) {
		target_add_where(out, t);
		return;
	}
	strbuf_addstr(out, folder);
	path_join(out, "index.html");
}

static int tell(const struct outcome *o, const struct target *t,
		const char *folder, const struct publish_args *args,
		const struct context *ctx, struct error *err)
{
	AUTO(strbuf) where = STRBUF_INIT;
	struct outcome_told told = {
		.target = t->name, .kind = target_kind_name(t->kind),
		.folder = folder, .dry_run = args->dry_run,
		.json = args->json,
	};

	add_where(&where, t, folder);
	told.where = where.buf;
	return outcome_tell(o, &told, ctx, err);
}

/* The folder of a site that is sent is drawn by a dry run as well: otherwise
 * nobody could say what differs from what is on the server. */
static int publish_to(const struct target *t, const struct publish_args *args,
		      const struct context *ctx, struct error *err)
{
	publish_send *send = publish_sender(t->kind);
	AUTO(strbuf) folder = STRBUF_INIT;
	AUTO(outcome) drawn = OUTCOME_INIT;
	AUTO(outcome) sent = OUTCOME_INIT;
	AUTO(site) site = SITE_INIT;
	struct site_rules rules = {
		.force = args->force,
		.preview = args->preview || args->dry_run,
		.allow_private = args->allow_private,
		.dry_run = args->dry_run && t->kind == TARGET_DIR,
		.names = !send && (args->json || args->dry_run),
	};
	const struct publish_job job = {
		.ctx = ctx, .target = t, .site = &site, .force = args->force,
		.yes = args->yes, .dry_run = args->dry_run,
		.quiet = args->json,
	};

	if (!send && t->kind != TARGET_DIR)
		return error_set(err, ERROR_USAGE, "this hecto cannot publish "
				 "to targets of the type '%s'",
				 target_kind_name(t->kind));
	if (choose_folder(&folder, &rules, t, args->output, ctx->journal,
			  err) ||
	    site_draw(&site, &rules, ctx, &drawn, err) ||
	    (send && send(&job, &sent, err)))
		return -1;
	return tell(send ? &sent : &drawn, t, folder.buf, args, ctx, err);
}

static int publish_run(const struct context *ctx, int argc, char **argv,
		       struct error *err)
{
	struct publish_args args = { .output = NULL };
	const struct target *target;
	struct target folder;
	int count = options_parse(publish_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0,
					args.list || args.left_out ? 0 : 1, err))
		return -1;
	if (args.left_out && args.list)
		return error_set(err, ERROR_USAGE, "--list and --left-out list "
				 "different things; leave one of them out");
	if (args.output && !*args.output)
		return error_set(err, ERROR_USAGE, "the folder of -o is empty");
	if (args.left_out)
		return publish_list_left_out(ctx, args.json, err);
	if (args.list)
		return publish_list(ctx, args.json, err);
	if (args.output && count)
		return error_set(err, ERROR_USAGE, "'%s' is a target and -o "
				 "names a folder; leave one of them out",
				 argv[0]);
	if (publish_settle_private(ctx->journal,
				   !args.preview && !args.dry_run, err))
		return -1;
	if (args.output)
		target = target_of_output(&folder, args.output);
	else if (publish_choose(&target, &folder, count ? argv[0] : NULL,
				ctx->journal, err))
		return -1;
	return publish_to(target, &args, ctx, err);
}

const struct command cmd_publish = {
	.name = "publish",
	.summary = "Make a site of the journal, and send it to its place",
	.usage = "[--force] [--preview] [--allow-private] [--dry-run] "
		 "[--yes] [--json] [TARGET|-o DIR]\n"
		 "--list [--json]\n"
		 "--left-out [--json]",
	.options = publish_options,
	.operands = COMPLETE_TARGETS,
	.needs = NEEDS_JOURNAL,
	.run = publish_run,
};
