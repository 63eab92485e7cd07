/* SPDX-License-Identifier: MIT */
/* hecto start: from now on time is counted. */
#include "cmd/command.h"
#include "cmd/duration.h"
#include "cmd/report.h"
#include "cmd/timer/timer.h"

struct start_args {
	const char *ago;
};

static const struct option start_options[] = {
	STRING('a', "ago", start_args, ago, "TIME", COMPLETE_NOTHING,
	       "it began so long ago: 10, 1h30"),
	NO_MORE_OPTIONS
};

static int already_running(const struct timer *t, struct clock now,
			   struct error *err)
{
	AUTO(strbuf) length = STRBUF_INIT;

	duration_add(&length, timer_minutes(t, now));
	return error_set(err, ERROR_INPUT, "the timer has been running for %s; "
			 "'hecto stop' ends it", length.buf);
}

static int start(const struct context *ctx, int minutes, struct error *err)
{
	struct clock since = ctx->now;
	AUTO(strbuf) out = STRBUF_INIT;
	struct timer t;
	int minute;

	if (timer_read(&t, ctx->journal, err))
		return -1;
	if (t.running)
		return already_running(&t, ctx->now, err);
	since.seconds -= (int64_t)minutes * 60;
	if (timer_start(ctx->journal, since, err))
		return -1;
	minute = clock_minute_of_day(since);
	strbuf_addf(&out, "Studying since %02d:%02d; 'hecto stop' with what you "
		    "did ends it\n", minute / 60, minute % 60);
	return report_output(&out, err);
}

static int start_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct start_args a = { NULL };
	int count = options_parse(start_options, &a, argc, argv, err);
	int minutes = 0;

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	if (a.ago && duration_parse(&minutes, str_of(a.ago), err))
		return error_context(err, "--ago");
	return start(ctx, minutes, err);
}

const struct command cmd_start = {
	.name = "start",
	.summary = "Begin to count the time you study",
	.usage = "[--ago TIME]",
	.options = start_options,
	.needs = NEEDS_JOURNAL,
	.run = start_run,
};
