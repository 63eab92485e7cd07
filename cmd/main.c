/* SPDX-License-Identifier: MIT */
/* Where the program begins: find the command, open the journal, run, report. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/command.h"
#include "cmd/help.h"
#include "cmd/options.h"
#include "cmd/query_options.h"
#include "cmd/report.h"
#include "cmd/terminal/terminal.h"
#include "core/base/path.h"
#include "core/model/date_words.h"

#define EVERYDAY_COMMAND "today"	/* what a bare `hecto` runs */
#define ROLLOVER (4 * 60)		/* of a --today in words */

/* What there is to do: a command and the arguments behind its name. */
struct job {
	const struct command *cmd;
	int argc;
	char **argv;
	struct global_args global;
};

/* What asking the index something takes. */
#define HEAP_EXPECTED ((size_t)256 * 1024)

static void set_up_process(void)
{
	/* A journal is private, whatever the user's umask is. */
	umask(077);
	/* A reader that goes away and a file that is too large are errors of
	 * write(2), to be reported like any other. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	terminal_guard();
}

/* "hecto --version" and "hecto --help [COMMAND]" are commands as well. */
static const char *command_name(const struct job *job)
{
	if (job->global.version)
		return "version";
	if (job->global.help)
		return "help";
	return NULL;
}

static int find_command(struct job *job, struct error *err)
{
	const char *name = command_name(job);

	if (!name && job->argc) {
		name = job->argv[0];
		job->argv++;
		job->argc--;
	}
	if (!name)
		name = EVERYDAY_COMMAND;
	job->cmd = command_by_name(name);
	/* From here on --help is about that command. */
	job->global.help = job->global.version = false;
	return job->cmd ? 0 : command_unknown(name, err);
}

static int read_arguments(struct job *job, int argc, char **argv,
			  struct error *err)
{
	int used = options_parse_front(global_options, &job->global, argc, argv,
				       err);

	if (used < 0)
		return -1;
	job->argc = argc - used;
	job->argv = argv + used;
	if (find_command(job, err))
		return -1;
	/* What is being completed is not ours to read. */
	if (job->cmd->needs & HIDDEN)
		return 0;
	job->argc = options_take_out(global_options, &job->global,
				     job->cmd->options, job->argc, job->argv,
				     err);
	return job->argc < 0 ? -1 : 0;
}

static int look_around(struct context *ctx, const struct job *job,
		       struct error *err)
{
	const struct global_args *global = &job->global;

	/* As of -C "$JOURNAL" where nothing has set that. */
	if (global->folder && !*global->folder)
		return error_set(err, ERROR_USAGE, "the folder of -C is empty");
	*ctx = (struct context){ .folder = global->folder, .today = DAY_NONE };
	ctx->now_is_given = getenv("HECTO_NOW") != NULL;
	if (clock_now(&ctx->now, getenv("HECTO_NOW"), err))
		return error_context(err, "HECTO_NOW");
	if (global->today &&
	    date_words_parse(&ctx->today, str_of(global->today),
			     clock_day(ctx->now, ROLLOVER), DATE_PAST, err))
		return error_context(err, "--today");
	ctx->pager = !global->no_pager;
	return terminal_look(ctx, global->colour, err);
}

/* For whoever sits there and wonders. */
static void tell_waiting(void *arg UNUSED)
{
	if (isatty(STDERR_FILENO))
		report_note("waiting for another process that writes the "
			    "index");
}

static int open_journal(struct context *ctx, enum command_needs needs,
			struct error *err)
{
	AUTO(strbuf) root = STRBUF_INIT;
	char *cwd = getcwd(NULL, 0);
	int rc = journal_find(&root, ctx->folder, getenv("HECTO_DIR"), cwd,
			      getenv("HOME"), err);

	free(cwd);
	/* What can do without one does, unless one was named. */
	if (rc && needs & WANTS_JOURNAL && err->kind == ERROR_NO_JOURNAL &&
	    !ctx->folder)
		return 0;
	if (rc)
		return -1;
	memory_expect(HEAP_EXPECTED);
	if (journal_open(&ctx->journal, root.buf, ctx->now, ctx->today, err))
		return -1;
	journal_on_wait(ctx->journal, tell_waiting, NULL);
	if (needs & ASKS_INDEX)
		journal_foresee_index(ctx->journal);
	return 0;
}

static void report_complaints(struct journal *j)
{
	const char *const *warnings;
	size_t count = journal_warnings(j, &warnings);

	for (size_t i = 0; i < count; i++)
		report_warning("%s", warnings[i]);
}

static bool says_refused(int number)
{
	return number == EACCES || number == EROFS;
}

static bool is_refused(const char *folder)
{
	return access(folder, W_OK) && says_refused(errno);
}

/* The folder of the journal that nobody may write to, or git's or hecto's own in
 * it; errno says why.  NULL: there is none. */
static const char *refused_folder(struct strbuf *path, const struct journal *j)
{
	strbuf_addstr(path, journal_root(j));
	if (is_refused(path->buf))
		return path->buf;
	if (!journal_git_dir(j))
		return NULL;
	strbuf_reset(path);
	strbuf_addstr(path, journal_git_dir(j));
	if (is_refused(path->buf))
		return path->buf;
	path_join(path, "hecto");
	return is_refused(path->buf) ? path->buf : NULL;
}

/* Did it fail because something in the journal cannot be written? */
static bool tells_of_refusal(const struct error *err, const struct journal *j)
{
	struct str text = str_of(err->text);

	return says_refused(err->number) &&
	       str_find_str(text, str_of(journal_root(j))) < text.len;
}

/* A journal that only can be read: what to do about it. */
static void tell_read_only(const struct journal *j)
{
	AUTO(strbuf) path = STRBUF_INIT;
	const char *folder = refused_folder(&path, j);

	if (folder && errno == EROFS)
		report_note("'%s' is on a disk that can only be read; copy the "
			    "journal to another one to go on in it", folder);
	else if (folder)
		report_note("you may read '%s' but not write there; give "
			    "yourself leave where it is yours, or go on in a "
			    "copy of the journal", folder);
}

static int run_with_pager(const struct job *job, const struct context *ctx,
			  struct error *err)
{
	struct pager pager = { 0 };
	int rc;

	if (job->cmd->needs & NEEDS_PAGER && !job->global.no_pager)
		pager_start(&pager, ctx);
	rc = job->cmd->run(ctx, job->argc, job->argv, err);
	pager_finish(&pager);
	return rc;
}

static int run(const struct job *job, struct context *ctx, struct error *err)
{
	int rc;

	if (job->global.version)
		return command_by_name("version")->run(NULL, 0, NULL, err);
	if (job->global.help)
		return help_print(job->cmd, err);
	if (look_around(ctx, job, err))
		return -1;
	/* A slip in the options is told before a journal is looked for. */
	if (!(job->cmd->needs & HIDDEN) &&
	    options_check(job->cmd->options, job->argc, job->argv, err))
		return job->cmd->needs & TAKES_QUERY ? query_options_hint(err)
						     : -1;
	if (job->cmd->needs & (NEEDS_JOURNAL | WANTS_JOURNAL) &&
	    open_journal(ctx, job->cmd->needs, err))
		return -1;
	rc = run_with_pager(job, ctx, err);
	if (ctx->journal)
		report_complaints(ctx->journal);
	/* The command has written all that it has to say. */
	if (ctx->journal && !rc)
		journal_acknowledge(ctx->journal);
	/* Which a warning has told. */
	if (ctx->journal && !rc && journal_is_behind(ctx->journal))
		rc = error_set(err, ERROR_NOTHING, "%s", "");
	journal_leave(ctx->journal);
	return rc;
}

static int complain(const struct job *job, const struct journal *journal,
		    const struct error *err)
{
	int status = report_error(err);

	if (journal && tells_of_refusal(err, journal))
		tell_read_only(journal);
	if (err->kind != ERROR_USAGE)
		return status;
	if (job->cmd && !(job->cmd->needs & HIDDEN) &&
	    !str_is(str_of(job->cmd->name), "help"))
		report_note("see 'hecto %s --help'", job->cmd->name);
	else
		report_note("see 'hecto help'");
	return status;
}

int main(int argc, char **argv)
{
	struct error err = ERROR_INIT;
	struct job job = { NULL, 0, NULL, { .folder = NULL } };
	struct context ctx = { .journal = NULL };
	int status = EXIT_SUCCESS;

	set_up_process();
	if (read_arguments(&job, argc - 1, argv + 1, &err) ||
	    run(&job, &ctx, &err))
		status = complain(&job, ctx.journal, &err);
	/* Not by a return: the journal is left to the system, and as long as
	 * it can be reached from here it is not lost. */
	exit(status);
}
