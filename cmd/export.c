/* SPDX-License-Identifier: MIT */
/* hecto export: give the journal away in another form. */
#include "cmd/command.h"
#include "cmd/folder_out.h"
#include "cmd/publish/host.h"
#include "cmd/report.h"
#include "core/base/spelling.h"

#include <sys/stat.h>

struct export_args {
	const char *output, *log;
};

static const struct option export_options_table[] = {
	STRING('o', "output", export_args, output, "FILE|DIR", COMPLETE_FILES,
	       "write to FILE, or into DIR; - is standard output"),
	STRING(0, "log", export_args, log, "NAME", COMPLETE_NOTHING,
	       "only the log NAME, of several that were imported"),
	NO_MORE_OPTIONS
};

/* The one file of a format that makes one, kept until it is complete. */
struct memory_out {
	struct export_out out;		/* first, for the exporter */
	struct strbuf bytes;
	struct strbuf name;
	size_t count;
};

static void memory_out_release(struct memory_out *m)
{
	strbuf_release(&m->bytes);
	strbuf_release(&m->name);
}

static int keep_file(struct export_out *out, const char *path,
		     struct str bytes, struct error *err)
{
	struct memory_out *m = (struct memory_out *)(void *)out;

	if (m->count++)
		return error_set(err, ERROR_CONFLICT, "there is more than one "
				 "log; name one, such as --log '%s', or a "
				 "folder that is there with -o", m->name.buf);
	strbuf_addslice(&m->bytes, bytes);
	strbuf_addstr(&m->name, path);
	return 0;
}

static bool is_folder(const char *path)
{
	struct stat st;

	return path && !stat(path, &st) && S_ISDIR(st.st_mode);
}

static int unknown_format(const char *typed, struct error *err)
{
	AUTO(strbuf) names = STRBUF_INIT;
	const char *nearest = NULL;
	size_t best = SPELLING_FAR;

	for (size_t i = 0; exporters[i]; i++) {
		size_t distance = spelling_near(str_of(typed),
						str_of(exporters[i]->name));

		strbuf_addf(&names, "%s%s", i ? ", " : "",
			    exporters[i]->name);
		if (distance < best) {
			best = distance;
			nearest = exporters[i]->name;
		}
	}
	if (nearest)
		return error_set(err, ERROR_USAGE, "there is no format '%s'; "
				 "did you mean '%s'?", typed, nearest);
	return error_set(err, ERROR_USAGE, "there is no format '%s' to export "
			 "to; there is %s", typed, names.buf);
}

static int export_into(const char *folder, const struct exporter *x,
		       const struct snapshot *s,
		       const struct export_options *options,
		       struct error *err)
{
	AUTO(folder_out) out = FOLDER_OUT_INIT;

	if (folder_out_open(&out, folder, err) ||
	    x->run(s, options, &out.out, err))
		return -1;
	report_note("%zu file%s in '%s', %zu of them new or changed",
		    out.written + out.unchanged,
		    out.written + out.unchanged == 1 ? "" : "s", folder,
		    out.written);
	return 0;
}

static int export_one(const char *output, const struct exporter *x,
		      const struct snapshot *s,
		      const struct export_options *options,
		      struct error *err)
{
	AUTO(memory_out) out = {
		.out = { .file = keep_file }, .bytes = STRBUF_INIT,
		.name = STRBUF_INIT,
	};

	if (x->run(s, options, &out.out, err))
		return -1;
	if (!out.count)
		return error_set(err, ERROR_NOTHING,
				 "there is nothing to export");
	if (output && folder_replace_file(output, strbuf_slice(&out.bytes),
					  err))
		return error_context(err, "cannot write '%s'", output);
	return output ? 0 : report_output(&out.bytes, err);
}

static int export_journal(const struct export_args *args,
			  const struct exporter *x, const struct context *ctx,
			  struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(publish_host) host = { .root = BENEATH_INIT };
	struct export_options options = { .log = args->log };
	const char *output = args->output;
	AUTO(snapshot) s = SNAPSHOT_INIT;

	if (output && !*output)
		return error_set(err, ERROR_USAGE, "the file of -o is empty");
	if (output && str_is(str_of(output), "-"))
		output = NULL;
	if (x->many_files && !output)
		return error_set(err, ERROR_USAGE, "the format '%s' makes many "
				 "files; name a folder with -o", x->name);
	if (journal_must_be_whole(ctx->journal, err) ||
	    journal_snapshot(ctx->journal, &mem, !x->streams, &s, err))
		return -1;
	if (x->needs_host) {
		if (publish_host_open(&host, ctx->journal, err))
			return -1;
		options.host = &host.host;
	}
	if (x->needs_study &&
	    journal_snapshot_study(ctx->journal, &mem, &s, err))
		return -1;
	if (x->many_files || is_folder(output))
		return export_into(output, x, &s, &options, err);
	return export_one(output, x, &s, &options, err);
}

static int export_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	struct export_args args = { NULL, NULL };
	const struct exporter *x;
	int count = options_parse(export_options_table, &args, argc, argv,
				  err);

	if (count < 0 ||
	    operand_wanted(count,
			   "export as what?  'hecto formats' lists the formats", err) ||
	    operands_check(count, argv, 1, 1, err))
		return -1;
	x = exporter_by_name(argv[0]);
	if (!x)
		return unknown_format(argv[0], err);
	return export_journal(&args, x, ctx, err);
}

const struct command cmd_export = {
	.name = "export",
	.summary = "Write the journal in another format",
	.usage = "[-o FILE|DIR] [--log NAME] FORMAT",
	.options = export_options_table,
	.operands = COMPLETE_EXPORTERS,
	.needs = NEEDS_JOURNAL,
	.run = export_run,
};
