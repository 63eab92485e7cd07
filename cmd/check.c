/* SPDX-License-Identifier: MIT */
/* hecto check: the doctor of journals and of logs. */
#include "cmd/check/check.h"

#include "cmd/report.h"

#define ROLLOVER (4 * 60)	/* where no journal says when a day begins */

struct check_args {
	bool fix, dry_run, json, all;
};

static const struct option check_options[] = {
	FLAG(0, "fix", check_args, fix,
	     "mend what can be mended safely, as one commit"),
	FLAG('n', "dry-run", check_args, dry_run,
	     "with --fix: only show what would change"),
	FLAG(0, "all", check_args, all,
	     "look at git's objects and the index as well"),
	FLAG(0, "json", check_args, json, "print JSON"),
	NO_MORE_OPTIONS
};

static void check_result_release(struct check_result *r)
{
	findings_release(&r->findings);
	arena_release(&r->mem);
}

static void begin(struct check_result *r)
{
	*r = (struct check_result){ .mem = ARENA_INIT };
	r->findings = (struct findings)FINDINGS_INIT(&r->mem);
}

static int today_of(const struct context *ctx)
{
	if (ctx->journal)
		return journal_today(ctx->journal);
	return ctx->today != DAY_NONE ? ctx->today :
					clock_day(ctx->now, ROLLOVER);
}

static bool any_wrong(const struct findings *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (!f->items[i].note)
			return true;
	return false;
}

/* Nothing is said any more: the findings are the message. */
static int finish(struct check_result *r, const struct context *ctx,
		  const struct check_args *args, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	findings_sort(&r->findings);
	if (args->json) {
		if (check_print_json(r, err))
			return -1;
	} else {
		check_print(&out, ctx, r);
		if (report_output(&out, err))
			return -1;
	}
	return any_wrong(&r->findings) ?
		       error_set(err, ERROR_NOTHING, "%s", "") : 0;
}

static int check_and_print(const struct context *ctx,
			   const struct check_args *args, int count,
			   char **paths, struct error *err)
{
	AUTO(check_result) r;

	begin(&r);
	for (int i = 0; i < count; i++)
		if (check_foreign(&r, paths[i], today_of(ctx), err))
			return -1;
	if (!count && check_whole(&r, ctx->journal, args->all, NULL, err))
		return -1;
	return finish(&r, ctx, args, err);
}

static int show_difference(struct journal *j,
			   const struct mended_files *mended,
			   struct error *err)
{
	AUTO(strbuf) diff = STRBUF_INIT;

	for (size_t i = 0; i < mended->count; i++)
		check_add_difference(&diff, journal_settings(j),
				     &mended->items[i]);
	return report_output(&diff, err);
}

/* Somebody may have gone on writing while the difference was read. */
static int put_unless_edited(struct journal *j, const struct mended_file *file,
			     size_t *count, struct error *err)
{
	AUTO(strbuf) now = STRBUF_INIT;

	if (journal_read(j, file->path, &now, err))
		return -1;
	if (!str_eq(strbuf_slice(&now), file->before)) {
		report_warning("'%s' was edited meanwhile and is left as it "
			       "is", file->path);
		return 0;
	}
	++*count;
	return journal_put(j, file->path, file->after, err);
}

static int save(struct journal *j, const struct mended_files *mended,
		struct error *err)
{
	AUTO(strbuf) message = STRBUF_INIT;
	struct store_report report;
	size_t count = 0;

	for (size_t i = 0; i < mended->count; i++)
		if (put_unless_edited(j, &mended->items[i], &count, err))
			return -1;
	if (!count)
		return 0;
	strbuf_addf(&message, "Mend %zu file%s", count, count == 1 ? "" : "s");
	if (journal_commit(j, message.buf, &report, err))
		return -1;
	report_store(&report);
	report_note("mended %zu file%s", count, count == 1 ? "" : "s");
	return 0;
}

/* Within the lock, so that what is mended is what was looked at. */
static int mend_locked(const struct context *ctx, bool dry_run,
		       struct error *err)
{
	AUTO(check_result) r;
	AUTO(mended_files) mended = { NULL, 0, 0 };

	begin(&r);
	if (check_whole(&r, ctx->journal, false, &mended, err) ||
	    show_difference(ctx->journal, &mended, err))
		return -1;
	if (dry_run || !mended.count)
		return 0;
	return save(ctx->journal, &mended, err);
}

static int mend(const struct context *ctx, const struct check_args *args,
		struct error *err)
{
	struct journal *j = ctx->journal;
	int rc;

	if (!args->dry_run && journal_begin(j, err))
		return -1;
	rc = mend_locked(ctx, args->dry_run, err);
	journal_abandon(j);
	if (rc)
		return -1;
	return check_and_print(ctx, args, 0, NULL, err);
}

static int check_args_check(const struct check_args *args, int count,
			    struct error *err)
{
	if (args->fix && count)
		return error_set(err, ERROR_USAGE, "--fix mends the journal; "
				 "import the file first");
	if (args->all && (args->fix || count))
		return error_set(err, ERROR_USAGE, "--all looks at a whole "
				 "journal, and mends nothing");
	if (args->fix && args->json)
		return error_set(err, ERROR_USAGE,
				 "--fix prints a difference, not JSON");
	if (args->dry_run && !args->fix)
		return error_set(err, ERROR_USAGE, "--dry-run goes with --fix; "
				 "without it nothing is changed anyway");
	return 0;
}

static int check_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct check_args args = { false, false, false, false };
	int count = options_parse(check_options, &args, argc, argv, err);

	if (count < 0 || check_args_check(&args, count, err))
		return -1;
	if (!count && !ctx->journal)
		return journal_missing(err);
	if (args.fix)
		return mend(ctx, &args, err);
	return check_and_print(ctx, &args, count, argv, err);
}

const struct command cmd_check = {
	.name = "check",
	.summary = "Find what is wrong in the journal or in a log",
	.usage = "[--all] [--json] [FILE...]\n--fix [-n]",
	.options = check_options,
	.operands = COMPLETE_FILES,
	.needs = WANTS_JOURNAL | NEEDS_PAGER,
	.run = check_run,
};
