/* SPDX-License-Identifier: MIT */
/* hecto calendar: a year of days as a heat map, with the numbers beside. */
#include "cmd/command.h"
#include "cmd/duration.h"
#include "cmd/report.h"
#include "cmd/terminal/heatmap.h"
#include "core/base/date.h"

#define LABEL_WIDTH 5		/* "Mon  " */
#define NUMBER_WIDTH 6		/* the count at the right */

struct calendar_args {
	unsigned year, months;
	bool json;
};

static const struct option calendar_options[] = {
	NUMBER('y', "year", calendar_args, year, "YEAR",
	       "show the year YEAR"),
	NUMBER('m', "months", calendar_args, months, "N",
	       "show the last N months (12)"),
	FLAG(0, "json", calendar_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* The days to show, and what is known of them. */
struct calendar {
	const struct context *ctx;
	const struct settings *set;
	const struct studied_day *days;
	size_t ndays;
	int today;
	int first, last;	/* both shown */
};

static struct heat heat_at(const struct calendar *c, int day)
{
	return heat_of(c->days, c->ndays, day, c->today, &c->set->streak);
}

static bool is_shown(const struct calendar *c, int day)
{
	return day >= c->first && day <= c->last;
}

/* The first day of the week that `day` is in. */
static int week_of(const struct calendar *c, int day)
{
	int from_monday = (int)day_weekday(day);

	return c->set->week_start == WEEK_FROM_SUNDAY ?
		       day - (from_monday + 1) % 7 :
		       day - from_monday;
}

/* The first of the month that lies `months` - 1 before that of `day`. */
static int months_back(int day, unsigned months)
{
	struct civil c = day_to_civil(day);
	int month = c.year * 12 + c.month - (int)months;

	if (month < 12)
		month = 12;
	return day_from_civil((struct civil){ month / 12, month % 12 + 1, 1 });
}

static int choose_days(struct calendar *c, const struct calendar_args *args,
		       struct error *err)
{
	if (args->year && args->months)
		return error_set(err, ERROR_USAGE, "--year and --months "
				 "exclude each other");
	if (args->year > 9999 || args->months > 12000)
		return error_set(err, ERROR_USAGE, "--%s is too large",
				 args->year ? "year" : "months");
	c->first = months_back(c->today, args->months ? args->months : 12);
	c->last = c->today;
	if (args->year) {
		c->first = day_from_civil((struct civil){ (int)args->year, 1,
							  1 });
		c->last = day_from_civil((struct civil){ (int)args->year, 12,
							 31 });
	}
	return 0;
}

static struct json *day_json(const struct calendar *c, int day)
{
	struct heat h = heat_at(c, day);
	struct json *v = json_new_object();

	json_set_day(v, "date", day);
	json_set_string(v, "state", day_state_name(h.state));
	json_set_int(v, "minutes", h.minutes);
	json_set_int(v, "level", h.level);
	return v;
}

static int print_json(const struct calendar *c, struct error *err)
{
	struct json *v = json_new_object(), *days = json_new_array();
	int rc;

	for (int day = c->first; day <= c->last; day++)
		json_append(days, day_json(c, day));
	json_set_day(v, "first", c->first);
	json_set_day(v, "last", c->last);
	json_set(v, "days", days);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

/* A band of weeks that fits into the width of the terminal. */
struct band {
	int first_week, weeks;
};

static void pad(struct strbuf *out, size_t start, size_t width)
{
	while (out->len - start < width)
		strbuf_addch(out, ' ');
}

/* Does a month begin in this week, on a day that is shown? */
static int month_beginning(const struct calendar *c, int week)
{
	for (int day = week; day < week + 7; day++)
		if (is_shown(c, day) && day_to_civil(day).day == 1)
			return day_to_civil(day).month;
	return 0;
}

/* The names of months over the weeks that they begin in. */
static void add_months(struct strbuf *out, const struct calendar *c,
		       const struct band *b)
{
	AUTO(strbuf) line = STRBUF_INIT;

	for (int i = 0; i < b->weeks; i++) {
		int month = month_beginning(c, b->first_week + 7 * i);
		size_t at = LABEL_WIDTH + (size_t)i;

		if (!month || (line.len && line.len + 1 > at))
			continue;
		pad(&line, 0, at);
		strbuf_addstr(&line, month_short(month));
	}
	strbuf_addslice(out, strbuf_slice(&line));
	strbuf_addch(out, '\n');
}

static void add_weekday(struct strbuf *out, const struct calendar *c,
			const struct band *b, int row)
{
	int studied = 0;

	strbuf_addf(out, "%-*s", LABEL_WIDTH,
		    weekday_short(day_weekday(b->first_week + row)));
	for (int i = 0; i < b->weeks; i++) {
		int day = b->first_week + 7 * i + row;
		struct heat h = heat_at(c, day);

		if (!is_shown(c, day)) {
			strbuf_addch(out, ' ');
			continue;
		}
		studied += h.level > 0;
		heat_add_mark(out, c->ctx, h);
	}
	strbuf_addf(out, "%*d\n", NUMBER_WIDTH, studied);
}

static void add_band(struct strbuf *out, const struct calendar *c,
		     const struct band *b)
{
	add_months(out, c, b);
	for (int row = 0; row < 7; row++)
		add_weekday(out, c, b, row);
	strbuf_addch(out, '\n');
}

static void add_bands(struct strbuf *out, const struct calendar *c)
{
	int room = (int)c->ctx->columns - LABEL_WIDTH - NUMBER_WIDTH;
	int week = week_of(c, c->first);
	int weeks = (week_of(c, c->last) - week) / 7 + 1;

	if (room < 10)
		room = 10;
	while (weeks > 0) {
		struct band b = { week, weeks < room ? weeks : room };

		add_band(out, c, &b);
		week += 7 * b.weeks;
		weeks -= b.weeks;
	}
}

static void add_month_row(struct table *t, const struct calendar *c,
			  struct civil month)
{
	int first = day_from_civil(month);
	int last = first + days_in_month(month.year, month.month) - 1;
	int studied = 0, minutes = 0;
	AUTO(strbuf) time = STRBUF_INIT;

	for (int day = first; day <= last; day++) {
		struct heat h = is_shown(c, day) ? heat_at(c, day) :
						   (struct heat){ 0 };

		studied += h.level > 0;
		minutes += h.minutes;
	}
	if (!studied)
		return;
	table_cellf(t, STYLE_NONE, "%s %d", month_name(month.month),
		    month.year);
	table_cellf(t, STYLE_NONE, "%d of %d days", studied, last - first + 1);
	if (minutes)
		duration_add(&time, minutes);
	table_cell(t, STYLE_NONE, strbuf_slice(&time));
}

static void add_month_table(struct strbuf *out, const struct calendar *c)
{
	struct civil month = day_to_civil(c->first);
	struct table *t = table_new(3);

	table_right(t, 1);
	month.day = 1;
	while (civil_is_valid(month) && day_from_civil(month) <= c->last) {
		add_month_row(t, c, month);
		if (++month.month > 12) {
			month.month = 1;
			month.year++;
		}
	}
	table_write(out, t, c->ctx);
	table_free(t);
}

static int print_calendar(const struct calendar *c, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	add_bands(&out, c);
	heat_add_legend(&out, c->ctx);
	strbuf_addch(&out, '\n');
	add_month_table(&out, c);
	return report_output(&out, err);
}

static int calendar_run(const struct context *ctx, int argc, char **argv,
			struct error *err)
{
	struct calendar_args args = { 0, 0, false };
	AUTO(arena) mem = ARENA_INIT;
	struct calendar c = { .ctx = ctx };
	struct studied_day *days;
	struct streak streak;
	int count = options_parse(calendar_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err) ||
	    journal_streak(ctx->journal, &mem, &streak, &days, &c.ndays, err))
		return -1;
	c.days = days;
	c.today = streak.today;
	c.set = journal_settings(ctx->journal);
	if (choose_days(&c, &args, err))
		return -1;
	return args.json ? print_json(&c, err) : print_calendar(&c, err);
}

const struct command cmd_calendar = {
	.name = "calendar",
	.summary = "Show the days as a heat map",
	.usage = "[--year YEAR | --months N] [--json]",
	.options = calendar_options,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = calendar_run,
};
