/* SPDX-License-Identifier: MIT */
/* hecto streak: which days hang together, and what today is worth. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/progress.h"
#include "core/base/date.h"
#include "core/model/date_words.h"

struct streak_args {
	bool json;
};

static const struct option streak_options[] = {
	FLAG(0, "json", streak_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static struct json *run_json(const struct run_of_days *run)
{
	struct json *v = json_new_object();

	json_set_int(v, "days", run->days);
	json_set_day(v, "first", run->first);
	json_set_day(v, "last", run->last);
	return v;
}

static struct json *window_json(int studied, int possible)
{
	struct json *v = json_new_object();

	json_set_int(v, "studied", studied);
	json_set_int(v, "possible", possible);
	return v;
}

static int print_json(const struct progress *p, struct error *err)
{
	const struct streak *s = &p->streak;
	struct json *v = json_new_object(), *longest = json_new_object();
	int rc;

	json_set_day(v, "today", s->today);
	json_set_int(v, "streak", s->streak);
	json_set_int(v, "run", s->run);
	json_set_string(v, "status", streak_status_name(s->status));
	json_set_day(v, "since", s->since);
	json_set_day(v, "last", s->last);
	json_set(longest, "streak", run_json(&s->longest_streak));
	json_set(longest, "run", run_json(&s->longest_run));
	json_set(v, "longest", longest);
	json_set(v, "last7", window_json(s->studied7, s->possible7));
	json_set(v, "last28", window_json(s->studied28, s->possible28));
	json_set_int(v, "total", s->total);
	json_set_int(v, "on_time", s->on_time);
	json_set(v, "challenge", progress_challenge_json(&p->challenge));
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static void add_longest(struct strbuf *out, const struct context *ctx,
			const char *label, const struct run_of_days *run)
{
	if (run->days)
		present_factf(out, ctx, label, "%d day%s, %s to %s", run->days,
			      run->days == 1 ? "" : "s",
			      date_words_long(run->first).s,
			      date_words_long(run->last).s);
}

static void add_shares(struct strbuf *out, const struct context *ctx,
		       const struct streak *s)
{
	present_factf(out, ctx, "Last 7 days", "%d of %d", s->studied7,
		      s->possible7);
	present_factf(out, ctx, "Last 28 days", "%d of %d", s->studied28,
		      s->possible28);
	present_factf(out, ctx, "Written on time", "%d of %d", s->on_time,
		      s->total);
}

static int print_lines(const struct progress *p, const struct context *ctx,
		       struct error *err)
{
	const struct streak *s = &p->streak;
	AUTO(strbuf) streak = STRBUF_INIT;
	AUTO(strbuf) challenge = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	progress_add_streak(&streak, s, journal_settings(ctx->journal));
	present_fact(&out, ctx, "Streak", progress_style(s->status),
		     strbuf_slice(&streak));
	if (s->total) {
		present_factf(&out, ctx, "Run", "%d day%s without a gap",
			      s->run, s->run == 1 ? "" : "s");
		add_longest(&out, ctx, "Longest streak", &s->longest_streak);
		add_longest(&out, ctx, "Longest run", &s->longest_run);
		add_shares(&out, ctx, s);
	}
	progress_add_challenge(&challenge, &p->challenge);
	present_fact(&out, ctx, "Challenge", STYLE_NONE,
		     strbuf_slice(&challenge));
	return report_output(&out, err);
}

static int streak_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	struct streak_args args = { false };
	AUTO(arena) mem = ARENA_INIT;
	struct progress p;
	int count = options_parse(streak_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err) ||
	    progress_load(&p, ctx, &mem, err))
		return -1;
	return args.json ? print_json(&p, err) : print_lines(&p, ctx, err);
}

const struct command cmd_streak = {
	.name = "streak",
	.summary = "Show the streak and how far the hundred days are",
	.usage = "[--json]",
	.options = streak_options,
	.needs = NEEDS_JOURNAL | ASKS_INDEX,
	.run = streak_run,
};
