/* SPDX-License-Identifier: MIT */
/* hecto watch: hear of changes, so that those who read need not look. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/signals.h"
#include "cmd/terminal/present.h"
#include "core/index/watch_server.h"
#include "core/index/watcher.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

struct watch_args {
	bool quiet, status, json;
};

static const struct option watch_options[] = {
	FLAG('q', "quiet", watch_args, quiet, "say nothing but errors"),
	FLAG(0, "status", watch_args, status,
	     "tell whether the journal is watched, and by whom"),
	FLAG(0, "json", watch_args, json,
	     "with --status: print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* --- telling of the watcher ---------------------------------------------- */

static int print_json(const struct watcher_answer *a, int pid,
		      struct error *err)
{
	AUTO(strbuf) generation = STRBUF_INIT;
	struct json *v = json_new_object();
	int rc;

	json_set_bool(v, "watched", a);
	if (a) {
		strbuf_addf(&generation, "%016" PRIx64, a->state.generation);
		json_set_int(v, "process", pid);
		json_set_int(v, "folders", (int64_t)a->folders);
		json_set_string(v, "generation", generation.buf);
		json_set_int(v, "changes", (int64_t)a->state.changes);
		json_set_int(v, "answers", (int64_t)a->answers);
		json_set_int(v, "unchanged", (int64_t)a->unchanged);
	}
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static int print_lines(const struct context *ctx,
		       const struct watcher_answer *a, int pid,
		       struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	present_factf(&out, ctx, "Process", "%d", pid);
	present_factf(&out, ctx, "Folders", "%" PRIu64, a->folders);
	present_factf(&out, ctx, "Answers", "%" PRIu64 ", %" PRIu64
		      " of them that nothing has changed since the last",
		      a->answers, a->unchanged);
	return report_output(&out, err);
}

static int show_status(const struct context *ctx, const struct watch_args *args,
		       struct error *err)
{
	struct watcher_answer answer;
	int pid = 0;
	bool watched = journal_ask_watcher(ctx->journal, &answer, &pid);

	if (args->json && print_json(watched ? &answer : NULL, pid, err))
		return -1;
	if (!watched)
		return error_set(err, ERROR_NOTHING,
				 "nobody watches this journal; 'hecto watch' "
				 "does while it runs");
	return args->json ? 0 : print_lines(ctx, &answer, pid, err);
}

/* --- watching ------------------------------------------------------------ */

/* So long has nothing happened before it is worth doing what can wait. */
#define REST_MS 1000

struct watching {
	struct journal *journal;
	struct watch_server *server;
	int signals;
	bool rested; /* since something happened last */
	bool ended;
};

static int take_turn(struct watching *w, struct error *err)
{
	struct pollfd fds[WATCH_SERVER_DESCRIPTORS + 1] = {
		{ w->signals, POLLIN, 0 },
	};
	int of_server[WATCH_SERVER_DESCRIPTORS], ready;
	struct signalfd_siginfo info;

	watch_server_descriptors(w->server, of_server);
	for (size_t i = 0; i < WATCH_SERVER_DESCRIPTORS; i++)
		fds[i + 1] = (struct pollfd){ of_server[i], POLLIN, 0 };
	ready = poll(fds, ARRAY_SIZE(fds), w->rested ? -1 : REST_MS);
	if (ready < 0 && errno != EINTR)
		return error_errno(err, "cannot wait for changes");
	w->rested = !ready;
	if (w->rested)
		journal_tidy_index(w->journal);
	w->ended = read(w->signals, &info, sizeof(info)) ==
		   (ssize_t)sizeof(info);
	return w->ended ? 0 : watch_server_run(w->server, err);
}

static int serve(const struct context *ctx, struct watch_server *server,
		 const struct watch_args *args, struct error *err)
{
	struct watching w = {
		.journal = ctx->journal,
		.server = server,
		.signals = -1,
	};
	int rc = signals_open(&w.signals, false, err);

	if (!rc && !args->quiet)
		report_note("watches '%s', %zu folders; Ctrl-C ends it",
			    journal_root(ctx->journal),
			    watch_server_folders(server));
	while (!rc && !w.ended)
		rc = take_turn(&w, err);
	if (w.signals >= 0)
		close(w.signals);
	return rc ? error_context(err, "watching ends") : 0;
}

static int watch(const struct context *ctx, const struct watch_args *args,
		 struct error *err)
{
	struct watch_server *server;
	int rc;

	if (journal_watch(ctx->journal, &server, err))
		return -1;
	rc = serve(ctx, server, args, err);
	watch_server_close(server);
	return rc;
}

static int watch_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct watch_args args = { .quiet = false };
	int count = options_parse(watch_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	if (args.json && !args.status)
		return error_set(err, ERROR_USAGE,
				 "--json goes with --status only");
	return args.status ? show_status(ctx, &args, err)
			   : watch(ctx, &args, err);
}

const struct command cmd_watch = {
	.name = "watch",
	.summary = "Spare large journals the look at every file",
	.usage = "[--quiet]\n--status [--json]",
	.options = watch_options,
	.needs = NEEDS_JOURNAL,
	.run = watch_run,
};
