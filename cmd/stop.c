/* SPDX-License-Identifier: MIT */
/* hecto stop: log the time since hecto start, with what was done. */
#include "cmd/command.h"
#include "cmd/duration.h"
#include "cmd/log/log.h"
#include "cmd/report.h"
#include "cmd/timer/timer.h"
#include "core/base/limits.h"
#include "core/text/typed_markdown.h"

struct stop_args {
	const char *minutes;
	bool discard, json;
};

static const struct option stop_options[] = {
	STRING('m', "minutes", stop_args, minutes, "TIME", COMPLETE_NOTHING,
	       "log this time instead: 90, 1h30"),
	FLAG(0, "discard", stop_args, discard, "forget the time"),
	FLAG(0, "json", stop_args, json, "say in JSON what was understood"),
	NO_MORE_OPTIONS
};

static int not_running(struct error *err)
{
	return error_set(err, ERROR_NOTHING, "no timer is running; 'hecto "
			 "start' begins one");
}

static int discard(const struct context *ctx, const struct timer *t,
		   struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	if (timer_clear(ctx->journal, err))
		return -1;
	strbuf_addstr(&out, "Forgot ");
	duration_add(&out, timer_minutes(t, ctx->now));
	strbuf_addch(&out, '\n');
	return report_output(&out, err);
}

/* Somebody forgot to stop: no day has so much time. */
static int too_long(int minutes, struct error *err)
{
	AUTO(strbuf) length = STRBUF_INIT;

	duration_add(&length, minutes);
	return error_set(err, ERROR_INPUT, "the timer has been running for %s; "
			 "say how long it really was with --minutes, or forget "
			 "it with --discard", length.buf);
}

static int find_minutes(int *out, const struct stop_args *a,
			const struct timer *t, const struct context *ctx,
			struct error *err)
{
	*out = timer_minutes(t, ctx->now);
	if (a->minutes) {
		if (duration_parse(out, str_of(a->minutes), err))
			return error_context(err, "--minutes");
		return 0;
	}
	return *out > LIMIT_MINUTES ? too_long(*out, err) : 0;
}

/* The timer goes when the day is saved, and not before. */
static int stop(const struct context *ctx, const struct stop_args *a,
		struct log_request *r, struct arena *mem, struct error *err)
{
	struct log_saved saved;

	if (log_save(ctx->journal, r, mem, &saved, err))
		return error_context(err, "the timer goes on");
	if (timer_clear(ctx->journal, err))
		return -1;
	return log_show(ctx, &saved, a->json, err);
}

static int log_time(const struct context *ctx, const struct stop_args *a,
		    const struct timer *t, struct str text, struct error *err)
{
	struct log_request r = {
		.day = journal_today(ctx->journal),
		.number = NUMBER_NONE,
	};
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) typed = STRBUF_INIT;
	int rc;

	if (find_minutes(&r.minutes, a, t, ctx, err))
		return -1;
	typed_markdown_add(&typed, text);
	log_pieces_add(&r.pieces, SECTION_PROGRESS, strbuf_slice(&typed),
		       false);
	rc = stop(ctx, a, &r, &mem, err);
	log_pieces_release(&r.pieces);
	return rc;
}

static int stop_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct stop_args a = { .minutes = NULL };
	AUTO(strbuf) text = STRBUF_INIT;
	struct timer t;
	int count = options_parse(stop_options, &a, argc, argv, err);

	if (count < 0)
		return -1;
	if (a.discard && (count || a.minutes))
		return error_set(err, ERROR_USAGE, "--discard takes neither a "
				 "text nor a time");
	if (timer_read(&t, ctx->journal, err))
		return -1;
	if (!t.running)
		return not_running(err);
	operands_join(&text, count, argv);
	return a.discard ? discard(ctx, &t, err) :
			   log_time(ctx, &a, &t,
				    str_trim(strbuf_slice(&text)), err);
}

const struct command cmd_stop = {
	.name = "stop",
	.summary = "Log the time since hecto start",
	.usage = "[--minutes TIME] [TEXT]...\n--discard",
	.options = stop_options,
	.needs = NEEDS_JOURNAL,
	.run = stop_run,
};
