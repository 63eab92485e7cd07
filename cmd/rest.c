/* SPDX-License-Identifier: MIT */
/* hecto rest: days on which nobody expects you to study. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/setting.h"
#include "core/model/date_words.h"

struct rest_args {
	const char *weekdays;
	bool undo, json;
};

static const struct option rest_options[] = {
	STRING('w', "weekdays", rest_args, weekdays, "LIST", COMPLETE_NOTHING,
	       "rest on these weekdays of every week: sat,sun, or none"),
	FLAG('u', "undo", rest_args, undo, "take a day of rest back"),
	FLAG(0, "json", rest_args, json, "print the days of rest as JSON"),
	NO_MORE_OPTIONS
};

static bool is_rest_day(const struct settings *set, int day)
{
	for (size_t i = 0; i < set->streak.nrest_days; i++)
		if (set->streak.rest_days[i] == day)
			return true;
	return false;
}

static int print_json(const struct settings *set, struct error *err)
{
	struct json *v = json_new_object(), *days = json_new_array();
	struct json *weekdays = json_new_array();
	int rc;

	for (int w = MONDAY; w <= SUNDAY; w++)
		if (set->streak.rest_weekdays & 1u << w)
			json_append_string(weekdays,
					   weekday_name((enum weekday)w));
	for (size_t i = 0; i < set->streak.nrest_days; i++)
		json_append_string(days,
				   day_format(set->streak.rest_days[i]).s);
	json_set(v, "weekdays", weekdays);
	json_set(v, "days", days);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static int set_weekdays(const struct context *ctx, const char *weekdays,
			struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	if (setting_change(ctx->journal, "streak.rest", weekdays, false,
			   "Rest on other weekdays\n", err))
		return -1;
	strbuf_addf(&out, "Days of rest in every week: %s\n", weekdays);
	return report_output(&out, err);
}

static int add_day(const struct context *ctx, int day, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) message = STRBUF_INIT;

	strbuf_addf(&message, "Rest on %s\n", day_format(day).s);
	if (!is_rest_day(journal_settings(ctx->journal), day) &&
	    setting_change(ctx->journal, "streak.rest-day", day_format(day).s,
			   true, message.buf, err))
		return -1;
	strbuf_addf(&out, "%s is a day of rest; the streak goes on after it\n",
		    date_words_long(day).s);
	return report_output(&out, err);
}

static int take_day_back(const struct context *ctx, int day, struct error *err)
{
	const struct settings *set = journal_settings(ctx->journal);
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	const char **values = arena_alloc(&mem, (set->streak.nrest_days + 1) *
							sizeof(*values));
	size_t count = 0;

	if (!is_rest_day(set, day))
		return error_set(err, ERROR_NOTHING, "%s is no day of rest of "
				 "its own", date_words_long(day).s);
	for (size_t i = 0; i < set->streak.nrest_days; i++)
		if (set->streak.rest_days[i] != day)
			values[count++] = arena_strdup(
				&mem, day_format(set->streak.rest_days[i]).s);
	if (setting_replace(ctx->journal, "streak.rest-day", values, count,
			    "Take a day of rest back\n", err))
		return -1;
	strbuf_addf(&out, "%s is a day of study again\n",
		    date_words_long(day).s);
	return report_output(&out, err);
}

static int rest_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct rest_args a = { .weekdays = NULL };
	int count = options_parse(rest_options, &a, argc, argv, err);
	int day;

	if (count < 0 || operands_check(count, argv, 0, 1, err))
		return -1;
	if (a.json)
		return print_json(journal_settings(ctx->journal), err);
	if (a.weekdays)
		return count ? error_set(err, ERROR_USAGE, "--weekdays takes "
					 "no date") :
			       set_weekdays(ctx, a.weekdays, err);
	day = journal_today(ctx->journal);
	if (count && date_words_parse(&day, str_of(argv[0]), day, DATE_FUTURE,
				      err))
		return -1;
	return a.undo ? take_day_back(ctx, day, err) : add_day(ctx, day, err);
}

const struct command cmd_rest = {
	.name = "rest",
	.summary = "Take a day off that keeps the streak",
	.usage = "[--undo] [DATE]\n--weekdays LIST\n--json",
	.options = rest_options,
	.operands = COMPLETE_DATES,
	.needs = NEEDS_JOURNAL,
	.run = rest_run,
};
