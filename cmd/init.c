/* SPDX-License-Identifier: MIT */
/* hecto init: make a journal. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/command.h"
#include "cmd/report.h"
#include "core/base/path.h"

static char *absolute(const char *folder)
{
	AUTO(strbuf) path = STRBUF_INIT;
	char *cwd = folder[0] == '/' ? NULL : getcwd(NULL, 0);

	if (cwd)
		strbuf_addstr(&path, cwd);
	free(cwd);
	if (!str_is(str_of(folder), "."))
		path_join(&path, folder);
	return strbuf_detach(&path);
}

/*
 * Which folder: the one that was named, else the one we are in; but nobody
 * wants all of their home to be a journal, so there it is ~/hecto.
 */
static char *wanted_folder(const struct context *ctx, const char *operand)
{
	const char *home = getenv("HOME");
	AUTO(strbuf) path = STRBUF_INIT;
	char *folder;

	if (operand || ctx->folder)
		return absolute(operand ? operand : ctx->folder);
	if (getenv("HECTO_DIR") && *getenv("HECTO_DIR"))
		return absolute(getenv("HECTO_DIR"));
	folder = absolute(".");
	if (!home || !str_is(str_of(folder), home))
		return folder;
	free(folder);
	strbuf_addstr(&path, home);
	path_join(&path, "hecto");
	return strbuf_detach(&path);
}

static bool is_journal(const char *folder)
{
	AUTO(strbuf) found = STRBUF_INIT;
	struct error none = ERROR_INIT;

	return !journal_find(&found, folder, NULL, NULL, NULL, &none);
}

static bool has_git(const char *folder)
{
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addstr(&path, folder);
	path_join(&path, ".git");
	return !access(path.buf, F_OK);
}

static int check_folder(const char *folder, struct error *err)
{
	struct stat st;

	if (!stat(folder, &st) && !S_ISDIR(st.st_mode))
		return error_set(err, ERROR_INPUT,
				 "'%s' is a file; a journal is a folder",
				 folder);
	return 0;
}

static int make_journal(const struct context *ctx, const char *folder,
			struct error *err)
{
	bool was_journal = is_journal(folder) && has_git(folder);
	bool was_repository = has_git(folder);
	struct store_report report = { .changed = false };
	AUTO(strbuf) text = STRBUF_INIT;

	if (check_folder(folder, err) ||
	    journal_init(folder, ctx->now, &report, err))
		return -1;
	if (was_journal)
		strbuf_addf(&text, "'%s' is a journal already\n", folder);
	else if (was_repository)
		strbuf_addf(&text, "Made a journal of the git repository '%s'\n",
			    folder);
	else
		strbuf_addf(&text, "Made a journal in '%s'\n", folder);
	if (!was_journal)
		strbuf_addstr(&text,
			      "Next: 'hecto log \"what I did today\"', or "
			      "'hecto import FILE' for a log you have\n");
	return report_output(&text, err);
}

static int init_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	int count = options_parse(NULL, NULL, argc, argv, err);
	char *folder;
	int rc;

	if (count < 0 || operands_check(count, argv, 0, 1, err))
		return -1;
	if (count && !*argv[0])
		return error_set(err, ERROR_USAGE,
				 "the name of the folder is empty");
	folder = wanted_folder(ctx, count ? argv[0] : NULL);
	rc = make_journal(ctx, folder, err);
	free(folder);
	return rc;
}

const struct command cmd_init = {
	.name = "init",
	.summary = "Make a journal, or make one of a git repository",
	.usage = "[DIR]",
	.operands = COMPLETE_FOLDERS,
	.run = init_run,
};
