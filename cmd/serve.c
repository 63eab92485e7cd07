/* SPDX-License-Identifier: MIT */
/* hecto serve: the site in a browser of this machine, as it is written. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/serve/draw.h"
#include "cmd/signals.h"
#include "core/base/address.h"
#include "core/base/folder_watch.h"
#include "core/base/path.h"
#include "core/serve/serve.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEFAULT_PORT 8100
/* An editor saves in several steps, git writes many files: wait until it has
 * been quiet for so many milliseconds. */
#define QUIET 60

struct serve_args {
	unsigned port;
};

static const struct option serve_options[] = {
	NUMBER('p', "port", serve_args, port, "N",
	       "the port to listen on (8100); 0: any that is free"),
	NO_MORE_OPTIONS
};

struct serving {
	const struct context *ctx;
	const char *folder;
	const char *home;	/* where the site will be, or NULL */
	struct web_server *server;
	struct folder_watch *watch;
	const char *published;	/* a folder that is not watched */
	int signals;		/* signalfd(2) */
	pid_t drawing;		/* 0: nothing is drawn */
	bool stale;		/* something has changed since it began */
	bool stopped;
};

/* Beneath .git, where no target publishes from and nothing is watched. */
static int add_folder(struct strbuf *out, const struct context *ctx,
		      struct error *err)
{
	const char *git_dir = journal_git_dir(ctx->journal);

	if (!git_dir)
		return error_set(err, ERROR_USAGE, "without git there is "
				 "nowhere to draw the site in; 'hecto init' "
				 "makes a repository of the journal");
	strbuf_addstr(out, git_dir);
	path_join(out, "hecto");
	path_join(out, "preview");
	return 0;
}

/* The published folder, which is often beneath the journal. */
static void add_published(struct strbuf *out, const struct context *ctx)
{
	const char *dir = journal_settings(ctx->journal)->publish_dir;

	if (!str_starts(str_of(dir), "/"))
		strbuf_addstr(out, journal_root(ctx->journal));
	path_join(out, dir);
}

/* What git keeps is no part of the site, nor is what was published. */
static bool matters(void *arg, const char *folder, const char *name)
{
	const struct serving *s = arg;
	AUTO(strbuf) path = STRBUF_INIT;

	if (!strcmp(name, ".git"))
		return false;
	strbuf_addstr(&path, journal_root(s->ctx->journal));
	path_join(&path, folder);
	path_join(&path, name);
	return strcmp(path.buf, s->published) != 0;
}

static int start_watch(struct serving *s, struct error *err)
{
	const struct folder_watch_rules rules = { .matters = matters,
						  .arg = s };

	return folder_watch_open(&s->watch, journal_root(s->ctx->journal),
				 &rules, err);
}

/* Where the limit is reached, what is in a new folder goes unnoticed; the rest
 * is still told. */
static bool has_changed(struct serving *s)
{
	struct error ignored = ERROR_INIT;
	struct folder_news news;

	(void)!folder_watch_take(s->watch, &news, &ignored);
	return news.changes || news.lost;
}

static void draw_again(struct serving *s)
{
	struct error err = ERROR_INIT;

	s->stale = false;
	if (draw_start(&s->drawing, s->ctx, s->folder, &err))
		report_warning("%s", err.text);
}

static void reap(struct serving *s)
{
	int status;

	if (!s->drawing || waitpid(s->drawing, &status, WNOHANG) <= 0)
		return;
	s->drawing = 0;
	if (draw_succeeded(status))
		web_server_changed(s->server);
}

static void take_signals(struct serving *s)
{
	struct signalfd_siginfo info;

	while (read(s->signals, &info, sizeof(info)) == (ssize_t)sizeof(info))
		s->stopped |= info.ssi_signo != SIGCHLD;
	reap(s);
}

static int timeout_of(const struct serving *s)
{
	int ours = s->stale && !s->drawing ? QUIET : -1;
	int theirs = web_server_timeout(s->server);

	if (ours < 0 || (theirs >= 0 && theirs < ours))
		return theirs;
	return ours;
}

/* It is drawn when nothing has happened for the time of a whole wait. */
static int turn(struct serving *s, struct error *err)
{
	struct pollfd fds[] = {
		{ s->signals, POLLIN, 0 },
		{ folder_watch_descriptor(s->watch), POLLIN, 0 },
		{ web_server_descriptor(s->server), POLLIN, 0 },
	};
	int n = poll(fds, ARRAY_SIZE(fds), timeout_of(s));

	if (n < 0 && errno != EINTR)
		return error_errno(err, "cannot wait for browsers");
	take_signals(s);
	web_server_run(s->server);
	if (has_changed(s))
		s->stale = true;
	else if (s->stale && !s->drawing && n <= 0)
		draw_again(s);
	return 0;
}

static int say_address(const struct serving *s, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	strbuf_addf(&out, "http://127.0.0.1:%u/\n",
		    web_server_port(s->server));
	report_note("shows the site as you write, private parts left out; "
		    "Ctrl-C ends it");
	return report_output(&out, err);
}

/* The first drawing is waited for: there is something to show, or a reason. */
static int draw_first(struct serving *s, struct error *err)
{
	int status;

	if (draw_start(&s->drawing, s->ctx, s->folder, err))
		return -1;
	while (waitpid(s->drawing, &status, 0) < 0)
		if (errno != EINTR)
			return error_errno(err, "cannot wait for the drawing");
	s->drawing = 0;
	if (!draw_succeeded(status))
		return error_set(err, ERROR_IO, "the site cannot be drawn");
	return 0;
}

/* "/log/" of "https://example.org/log". */
static const char *add_home(struct strbuf *out, const struct context *ctx)
{
	const char *url = journal_settings(ctx->journal)->publish_url;
	const char *path = url ? address_path(url) : NULL;

	if (!path)
		return NULL;
	strbuf_addstr(out, path);
	if (!str_ends(strbuf_slice(out), "/"))
		strbuf_addch(out, '/');
	return out->buf;
}

static int serve(struct serving *s, const struct serve_args *args,
		 struct error *err)
{
	const struct web_server_options options = {
		.folder = s->folder,
		.home = s->home,
		.port = args->port,
	};

	if (web_server_start(&s->server, &options, err) || draw_first(s, err))
		return -1;
	if (signals_open(&s->signals, true, err) || say_address(s, err))
		return -1;
	while (!s->stopped)
		if (turn(s, err))
			return -1;
	return 0;
}

/* A drawing can be ended at any time; what it fetches could take long. */
static void stop(struct serving *s)
{
	if (s->drawing)
		kill(s->drawing, SIGTERM);
	web_server_stop(s->server);
	folder_watch_close(s->watch);
	if (s->signals >= 0)
		close(s->signals);
	if (s->drawing)
		waitpid(s->drawing, NULL, 0);
}

static int serve_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct serve_args args = { DEFAULT_PORT };
	AUTO(strbuf) folder = STRBUF_INIT;
	AUTO(strbuf) published = STRBUF_INIT;
	AUTO(strbuf) home = STRBUF_INIT;
	struct serving s = { .ctx = ctx, .signals = -1 };
	int count = options_parse(serve_options, &args, argc, argv, err);
	int rc;

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	if (args.port > 65535)
		return error_set(err, ERROR_USAGE, "a port is a number up to "
				 "65535, not %u", args.port);
	if (add_folder(&folder, ctx, err))
		return -1;
	add_published(&published, ctx);
	s.folder = folder.buf;
	s.home = add_home(&home, ctx);
	s.published = published.buf;
	/* What changes while the first site is drawn is noticed, too. */
	rc = start_watch(&s, err);
	if (!rc)
		rc = serve(&s, &args, err);
	stop(&s);
	return rc;
}

const struct command cmd_serve = {
	.name = "serve",
	.summary = "Show the site in a browser while you write",
	.usage = "[--port N]",
	.options = serve_options,
	.needs = NEEDS_JOURNAL,
	.run = serve_run,
};
