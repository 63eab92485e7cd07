/* SPDX-License-Identifier: MIT */
/* hecto import: bring in logs and notes, as one commit. */
#include "cmd/command.h"
#include "cmd/import/file.h"
#include "cmd/import/report.h"
#include "cmd/import/source.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/model/date_words.h"

#include <stdlib.h>

struct import_args {
	const char *as, *order, *start, *map;
	unsigned year;
	bool dry_run, verbose, json, allow_private, fix_mojibake;
};

static const struct option import_options[] = {
	STRING('a', "as", import_args, as, "FORMAT", COMPLETE_IMPORTERS,
	       "read FORMAT instead of finding out"),
	STRING(0, "from", import_args, as, "FORMAT", COMPLETE_IMPORTERS,
	       "the same as --as"),
	FLAG('n', "dry-run", import_args, dry_run,
	     "show what would be brought in, and change nothing"),
	FLAG('v', "verbose", import_args, verbose,
	     "tell of each file, however many there are"),
	NUMBER(0, "year", import_args, year, "YEAR",
	       "the year of the first date that has none"),
	STRING(0, "date-order", import_args, order, "dmy|mdy",
	       COMPLETE_NOTHING,
	       "which of 05/07 is the day, where the log does not tell"),
	STRING(0, "start", import_args, start, "DATE", COMPLETE_DATES,
	       "the date of Day 1 of a log that has only numbers"),
	STRING(0, "map", import_args, map, "NAMES", COMPLETE_NOTHING,
	       "the columns of a table, as in date=When,text=What"),
	FLAG(0, "fix-mojibake", import_args, fix_mojibake,
	     "mend letters that were read in a wrong encoding"),
	FLAG(0, "allow-private", import_args, allow_private,
	     "fetch from this machine and the local network, too"),
	FLAG(0, "json", import_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* What one import brings in, and where from. */
struct batch {
	struct import_source *sources;
	size_t nsources;
	struct import_list list;
};

static void batch_release(struct batch *b)
{
	for (size_t i = 0; i < b->nsources; i++)
		import_source_release(&b->sources[i]);
	free(b->sources);
	import_list_release(&b->list);
}

/* Without a journal, the day turns when it does by default. */
static int today(const struct context *ctx)
{
	if (ctx->journal)
		return journal_today(ctx->journal);
	return ctx->today != DAY_NONE ? ctx->today :
					clock_day(ctx->now, 4 * 60);
}

static int read_options(struct import_options *out,
			const struct import_args *args,
			const struct context *ctx, struct error *err)
{
	*out = (struct import_options){
		.year = (int)args->year,
		.start = DAY_NONE,
		.today = today(ctx),
		.map = args->map,
		.fix_mojibake = args->fix_mojibake,
	};
	if (args->year > 9999)
		return error_set(err, ERROR_USAGE, "--year is a number from 1 "
				 "to 9999, not %u", args->year);
	if (args->order && str_is(str_of(args->order), "dmy"))
		out->date_order = DATE_ORDER_DMY;
	else if (args->order && str_is(str_of(args->order), "mdy"))
		out->date_order = DATE_ORDER_MDY;
	else if (args->order)
		return error_set(err, ERROR_USAGE, "--date-order is 'dmy' or "
				 "'mdy', not '%s'", args->order);
	if (!args->start)
		return 0;
	if (date_words_parse(&out->start, str_of(args->start), today(ctx),
			     DATE_PAST, err))
		return error_context(err, "--start");
	return 0;
}

static bool same_as_before(const struct batch *b, const struct import_file *f)
{
	for (const struct import_file *g = b->list.files; g < f; g++)
		if (!g->why && g->importer == f->importer &&
		    str_eq(g->bytes, f->bytes))
			return true;
	return false;
}

/* A file that was named twice, or copied, is brought in once: file `i`, behind
 * which its images are. */
static void drop_twin(struct batch *b, size_t i)
{
	const struct import_file *f = &b->list.files[i];

	if (!same_as_before(b, f))
		return;
	report_warning("'%s' is the same as a file before it", f->name);
	while (b->list.count > i)
		import_list_drop(&b->list, b->list.count - 1);
}

/* Dates by git are evidence among other; an import does well without. */
static void date_source(struct import_source *s)
{
	struct error failure = ERROR_INIT;
	int rc = import_source_date(s, &failure);

	if (rc < 0)
		report_warning("the history of '%s' was not looked at: %s",
			       s->name, failure.text);
	if (rc > 0)
		report_note("'%s' has a long history, and only a part of it "
			    "was looked at", s->name);
}

static int read_sources(struct batch *b, char **names, int count,
			const char *own, const struct import_args *args,
			const struct import_options *options,
			struct error *err)
{
	b->sources = xcalloc((size_t)count, sizeof(*b->sources));
	for (int i = 0; i < count; i++) {
		struct import_source *s = &b->sources[b->nsources++];
		size_t start = b->list.count;

		if (import_source_open(s, names[i], own, args->allow_private,
				       err))
			return -1;
		date_source(s);
		if (import_read(&b->list, s, args->as, options, err))
			return -1;
		if (!s->several)
			drop_twin(b, start);
	}
	return 0;
}

/* --map is for tables: where there is none, it would change nothing. */
static int check_map(const struct import_list *list, const char *map,
		     struct error *err)
{
	const struct importer *table = importer_by_name("csv");
	const struct import_file *other = NULL;

	if (!map)
		return 0;
	for (size_t i = 0; i < list->count; i++) {
		if (list->files[i].importer == table)
			return 0;
		if (!other && list->files[i].importer)
			other = &list->files[i];
	}
	if (!other)
		return 0;
	return error_set(err, ERROR_USAGE, "--map names the columns of a "
			 "table, and '%s' is read as '%s'; leave it out, or "
			 "add '--as csv'", other->name, other->importer->name);
}

/* Within the lock, so that what is compared is what is written to. */
static int store_files(struct batch *b, struct journal *j,
		       struct store_report *report, struct error *err)
{
	AUTO(strbuf) message = STRBUF_INIT;
	bool anything;

	*report = (struct store_report){ .changed = false };
	if (journal_begin(j, err))
		return -1;
	if (import_merge(&b->list, j, err) ||
	    import_put(&b->list, j, &anything, err)) {
		journal_abandon(j);
		return -1;
	}
	if (!anything) {
		journal_abandon(j);
		return 0;
	}
	import_add_message(&message, &b->list);
	return journal_commit(j, message.buf, report, err);
}

static int print_json(const struct import_list *list, bool done,
		      struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		struct json *v = import_json(&list->files[i], done);

		json_write(&out, v);
		json_free(v);
	}
	return report_output(&out, err);
}

/* Files, without the images that came along with them. */
static size_t count_told(const struct import_list *list)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += !list->files[i].shown;
	return count;
}

static int print_list(const struct import_list *list,
		      const struct import_args *args,
		      const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	bool many = count_told(list) >= IMPORT_MANY;

	if (args->json)
		return print_json(list, !args->dry_run, err);
	if (many)
		import_add_totals(&out, ctx, list);
	for (size_t i = 0; i < list->count; i++)
		if (args->verbose || (!many && !list->files[i].shown))
			import_add_summary(&out, ctx, &list->files[i]);
	if (!many && !args->verbose)
		import_add_images(&out, list);
	return report_output(&out, err);
}

static size_t count_found(const struct import_list *list)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += list->files[i].nentries + list->files[i].ndocuments;
	return count;
}

/* Are there entries, plans, or other documents in what was read? */
static bool brought(const struct import_list *list, const char *folder)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct import_file *f = &list->files[i];

		if (!folder && f->nentries)
			return true;
		for (size_t k = 0; folder && k < f->ndocuments; k++)
			if (str_starts(str_of(f->documents[k].path), folder))
				return true;
	}
	return false;
}

/* How to see what came, and how to be rid of it again. */
static void say_what_now(const struct import_list *list,
			 const struct context *ctx)
{
	report_note("see it with %s%s'hecto topics'; take it back with "
		    "'git -C \"%s\" revert HEAD'",
		    brought(list, NULL) ? "'hecto list', " : "",
		    brought(list, "plans/") ? "'hecto plan', " : "",
		    journal_root(ctx->journal));
}

static void say_next_step(const struct import_args *args,
			  const struct import_list *list,
			  const struct context *ctx,
			  const struct store_report *report)
{
	if (args->json)
		return;
	if (args->dry_run)
		report_note("nothing was written; leave --dry-run out to do "
			    "it");
	else if (report->changed)
		say_what_now(list, ctx);
	else
		report_note("nothing new");
}

static int import_files(struct batch *b, const struct import_args *args,
			const struct context *ctx, struct error *err)
{
	struct store_report report = { .changed = false };

	if (args->dry_run ? import_merge(&b->list, ctx->journal, err) :
			    store_files(b, ctx->journal, &report, err))
		return -1;
	if (print_list(&b->list, args, ctx, err))
		return -1;
	report_store(&report);
	if (!count_found(&b->list) && !(args->json && args->dry_run))
		return error_set(err, ERROR_NOTHING, "no entry was found; "
				 "'hecto import --as note' keeps a file whole");
	say_next_step(args, &b->list, ctx, &report);
	return 0;
}

static int import_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	struct import_args args = { .as = NULL };
	struct import_options options;
	AUTO(batch) b = { .nsources = 0 };
	int count = options_parse(import_options, &args, argc, argv, err);

	if (count < 0 ||
	    operand_wanted(count,
			   "import what?  name files, folders, archives or web "
			   "addresses", err) ||
	    operands_check(count, argv, 1, 10000, err) ||
	    read_options(&options, &args, ctx, err))
		return -1;
	if (!ctx->journal && !args.dry_run)
		return journal_missing(err);
	if (read_sources(&b, argv, count,
			 ctx->journal ? journal_root(ctx->journal) : NULL,
			 &args, &options, err) ||
	    check_map(&b.list, args.map, err))
		return -1;
	return import_files(&b, &args, ctx, err);
}

const struct command cmd_import = {
	.name = "import",
	.summary = "Bring in a log or notes",
	.usage = "[OPTION]... PATH...",
	.options = import_options,
	.operands = COMPLETE_FILES,
	.needs = WANTS_JOURNAL,
	.run = import_run,
};
