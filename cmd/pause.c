/* SPDX-License-Identifier: MIT */
/* hecto pause: days off in a row, which a streak survives up to a limit. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/setting.h"
#include "cmd/terminal/table.h"
#include "core/model/date_words.h"

#include <string.h>

struct pause_args {
	bool end, json;
};

static const struct option pause_options[] = {
	FLAG('e', "end", pause_args, end,
	     "end the pause that today is in: today is a day of study"),
	FLAG(0, "json", pause_args, json, "print the pauses as JSON"),
	NO_MORE_OPTIONS
};

static int print_json(const struct streak_rules *rules, struct error *err)
{
	struct json *list = json_new_array();
	int rc;

	for (size_t i = 0; i < rules->npauses; i++) {
		const struct pause *p = &rules->pauses[i];
		struct json *v = json_new_object();

		json_set_day(v, "first", p->first);
		json_set_day(v, "last", p->last);
		if (p->reason)
			json_set_string(v, "reason", p->reason);
		else
			json_set_null(v, "reason");
		json_append(list, v);
	}
	rc = report_json(list, err);
	json_free(list);
	return rc;
}

static int print_pauses(const struct context *ctx, bool json,
			struct error *err)
{
	const struct streak_rules *rules =
		&journal_settings(ctx->journal)->streak;
	AUTO(strbuf) out = STRBUF_INIT;
	struct table *t;

	if (json && print_json(rules, err))
		return -1;
	if (!rules->npauses)
		return error_set(err, ERROR_NOTHING, "there is no pause; make "
				 "one with 'hecto pause FIRST..LAST WHY'");
	if (json)
		return 0;
	t = table_new(4);
	table_right(t, 2);
	for (size_t i = 0; i < rules->npauses; i++) {
		const struct pause *p = &rules->pauses[i];

		table_cell(t, STYLE_NONE, str_of(day_format(p->first).s));
		table_cell(t, STYLE_NONE, str_of(day_format(p->last).s));
		table_cellf(t, STYLE_DIM, "%d", p->last - p->first + 1);
		table_cell(t, STYLE_NONE, str_of(p->reason ? p->reason : ""));
	}
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}

/* "FIRST..LAST", "FIRST": today and later unless a date says otherwise. */
static int read_range(struct pause *out, const char *typed, int today,
		      struct error *err)
{
	struct str s = str_of(typed);
	size_t dots = str_find_str(s, STR(".."));
	struct str last = dots < s.len ? str_from(s, dots + 2) : STR_NONE;
	struct day_span from, to;

	if (date_words_span(&from, str_upto(s, dots), today, DATE_FUTURE, err))
		return -1;
	to = from;
	if (last.s &&
	    date_words_span(&to, last, from.first, DATE_FUTURE, err))
		return -1;
	out->first = from.first;
	out->last = to.last;
	if (out->last < out->first)
		return error_set(err, ERROR_USAGE, "the last day, %s, is before "
				 "the first, %s", day_format(out->last).s,
				 day_format(out->first).s);
	return 0;
}

static void add_value(struct strbuf *out, const struct pause *p)
{
	strbuf_addf(out, "%s..", day_format(p->first).s);
	strbuf_addf(out, "%s", day_format(p->last).s);
	if (p->reason)
		strbuf_addf(out, " %s", p->reason);
}

static int report_pause(const struct context *ctx, const struct pause *p,
			struct error *err)
{
	int most = journal_settings(ctx->journal)->streak.pause_max;
	int days = p->last - p->first + 1;
	AUTO(strbuf) out = STRBUF_INIT;

	strbuf_addf(&out, "Pause from %s", date_words_long(p->first).s);
	strbuf_addf(&out, " to %s, %d day%s\n", date_words_long(p->last).s,
		    days, days == 1 ? "" : "s");
	if (days > most)
		report_note("a pause of more than %d days ends a streak "
			    "(streak.pause-max)", most);
	return report_output(&out, err);
}

static int add_pause(const struct context *ctx, struct pause *p,
		     struct error *err)
{
	AUTO(strbuf) value = STRBUF_INIT;

	add_value(&value, p);
	if (setting_change(ctx->journal, "streak.pause", value.buf, true,
			   "Pause\n", err))
		return -1;
	return report_pause(ctx, p, err);
}

/* All pauses as they are kept, that of today up to yesterday only. */
static size_t values_without_today(const struct streak_rules *rules, int today,
				   const char **values, struct arena *mem)
{
	size_t count = 0;

	for (size_t i = 0; i < rules->npauses; i++) {
		struct pause p = rules->pauses[i];
		AUTO(strbuf) value = STRBUF_INIT;

		if (p.first <= today && p.last >= today)
			p.last = today - 1;
		if (p.last < p.first)
			continue;
		add_value(&value, &p);
		values[count++] = arena_strndup(mem, value.buf, value.len);
	}
	return count;
}

static bool is_paused(const struct streak_rules *rules, int day)
{
	for (size_t i = 0; i < rules->npauses; i++)
		if (rules->pauses[i].first <= day &&
		    day <= rules->pauses[i].last)
			return true;
	return false;
}

static int end_pause(const struct context *ctx, struct error *err)
{
	const struct streak_rules *rules =
		&journal_settings(ctx->journal)->streak;
	int today = journal_today(ctx->journal);
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	const char **values = arena_alloc(&mem, (rules->npauses + 1) *
							sizeof(*values));
	size_t count = values_without_today(rules, today, values, &mem);

	if (!is_paused(rules, today))
		return error_set(err, ERROR_NOTHING, "today is in no pause");
	if (setting_replace(ctx->journal, "streak.pause", values, count,
			    "End the pause\n", err))
		return -1;
	strbuf_addstr(&out, "The pause is over; welcome back\n");
	return report_output(&out, err);
}

static int pause_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct pause_args a = { false };
	AUTO(strbuf) reason = STRBUF_INIT;
	struct pause p = { 0, 0, NULL };
	int count = options_parse(pause_options, &a, argc, argv, err);

	if (count < 0 || ((a.end || a.json) &&
			  operands_check(count, argv, 0, 0, err)))
		return -1;
	if (a.end)
		return end_pause(ctx, err);
	if (!count)
		return print_pauses(ctx, a.json, err);
	if (read_range(&p, argv[0], journal_today(ctx->journal), err))
		return -1;
	operands_join(&reason, count - 1, argv + 1);
	if (strpbrk(reason.buf, "\r\n"))
		return error_set(err, ERROR_USAGE, "the reason is one line");
	if (count > 1 && day_parse_iso(str_of(argv[1])) != DAY_NONE)
		return error_set(err, ERROR_USAGE, "two dots are between the "
				 "first and the last day: 'hecto pause %s..%s'",
				 argv[0], argv[1]);
	p.reason = reason.len ? reason.buf : NULL;
	return add_pause(ctx, &p, err);
}

const struct command cmd_pause = {
	.name = "pause",
	.summary = "Take days off in a row, or show those taken",
	.usage = "[--json]\nFIRST[..LAST] [WHY]...\n--end",
	.options = pause_options,
	.operands = COMPLETE_DATES,
	.needs = NEEDS_JOURNAL,
	.run = pause_run,
};
