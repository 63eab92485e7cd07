/* SPDX-License-Identifier: MIT */
/* What headings say of the days below them: a round, a month, a week. */
#include "importers/100days_above.h"

#include "core/base/attributes.h"
#include "importers/100days_kinds.h"

static bool is_strong_line(const struct daylog_line *line)
{
	return line->form == FORM_HEADING || line->form == FORM_TIGHT;
}

/* "Roadmap - Day 6 onwards", "What is next" */
static bool speaks_of_plan(const struct daylog_tokens *t)
{
	static const char *const words[] = {
		"roadmap", "plan", "plans", "upcoming", "next", "todo",
		"backlog", "ahead", "planned", "schedule",
	};

	for (size_t i = 0; i < t->count && t->count < 12; i++)
		if (str_is_among(t->at[i].text, words, ARRAY_SIZE(words)))
			return true;
	return false;
}

static bool speaks_of_template(const struct daylog_tokens *t)
{
	for (size_t i = 0; i < t->count && t->count < 8; i++)
		if (t->at[i].word & WORD_TEMPLATE)
			return true;
	return false;
}

void daylog_above_close(struct daylog_above *above,
			const struct daylog_line *line)
{
	above->template = false;
	if (!is_strong_line(line))
		return;
	if (line->level <= above->plan_level)
		above->plan_level = 7;
	if (line->level <= above->round_level) {
		above->round_level = 7;
		above->round = 0;
	}
	if (line->level <= above->year_level)
		above->year_level = 7;
	if (line->level <= above->month_level)
		above->month_level = 7;
	if (line->level <= above->week_level)
		above->week_level = 7;
}

/* --- weeks and months ---------------------------------------------------- */

static bool ends(const struct daylog_tokens *t, size_t i)
{
	i = daylog_skip_any_marks(t, i);
	return daylog_token(t, i)->kind == TOKEN_END;
}

/* "Week of May 2", "Week starting 2 May": the index of the date, or 0. */
static size_t week_of_read(const struct daylog_tokens *t)
{
	static const char *const words[] = { "of", "starting", "beginning",
					     "from", "vom", "du", "del", "ab" };
	static const char *const weeks[] = { "week", "woche", "semaine",
					     "semana", "settimana", "vecka" };
	size_t i = daylog_skip_any_marks(t, 0), of = i + 1;

	if (!str_is_among(daylog_token(t, i)->text, weeks, ARRAY_SIZE(weeks)))
		return 0;
	for (i = of; str_is_among(daylog_token(t, i)->text, words,
				  ARRAY_SIZE(words));)
		i++;
	return i > of ? i : 0;
}

/* The first day of a week that a heading names. */
static struct daylog_date week_read(const struct daylog_header *h,
				    const struct daylog_tokens *t)
{
	struct daylog_date none = { 0 };
	struct daylog_dates dates = { .count = 0 };
	size_t i = week_of_read(t);
	int week;

	if (h->week && !h->labelled && h->ndates)
		return h->dates[0];
	if (!i) {
		i = daylog_skip_any_marks(t, 0);
		i = daylog_week_skip(t, i, &week);
		i = i ? daylog_skip_any_marks(t, i) : 0;
		if (i < 2)
			return none;
	}
	i = daylog_skip_words(t, i, WORD_FILLER | WORD_OF);
	if (!daylog_dates_read(t, i, &dates))
		return none;
	/* "03.03." is written day first. */
	if (dates.at[0].dotted || dates.at[0].first > 12) {
		dates.at[0].day = dates.at[0].first;
		dates.at[0].month = dates.at[0].second;
	}
	return dates.at[0].month ? dates.at[0] : none;
}

/* "October", "October 2026", "2026 October", with marks: the year, -1 if it is
 * not said; 0: no month.  "2026": the month is 0. */
static int month_read(const struct daylog_tokens *t, int *month)
{
	int year = -1;

	*month = 0;
	for (size_t i = 0; i < t->count; i++) {
		const struct daylog_token *at = daylog_token(t, i);

		if (at->kind == TOKEN_MARK || daylog_is_word(at, WORD_OF))
			continue;
		if (daylog_is_year(at) && year < 0)
			year = at->value;
		else if (daylog_is_word(at, WORD_MONTH) && !*month)
			*month = (int)(at->word & WORD_MONTH);
		else if (!daylog_is_word(at, WORD_YEAR_UNIT))
			return 0;
	}
	return *month || year > 0 ? year : 0;
}

static void month_add(struct daylog_above *above, int level,
		      const struct daylog_tokens *t)
{
	int month, year = month_read(t, &month);

	if (!year)
		return;
	if (!month) {
		above->year_level = level;
		above->year = year;
		return;
	}
	above->month_level = level;
	above->month = month;
	above->month_year = year > 0 ? year
			    : above->year_level < 7 ? above->year : 0;
}

void daylog_above_add(struct daylog_above *above, const struct daylog_header *h,
		      const struct daylog_tokens *t)
{
	int level = h->line.level, round = daylog_round_named(t);
	struct daylog_date week;

	if (h->line.hidden)
		return;
	above->template = speaks_of_template(t);
	if (above->plan_level == 7 && speaks_of_plan(t))
		above->plan_level = level;
	if (round) {
		above->round = round;
		above->round_level = level;
	}
	month_add(above, level, t);
	week = week_read(h, t);
	if (week.day) {
		above->week = week;
		above->week_level = level;
	}
}

void daylog_above_follow_table(struct daylog_above *above,
			       const struct daylog_line *line)
{
	bool row = line->form == FORM_ROW && !line->hidden;

	above->deed = row && table_row_is_deed(&above->table, line->text,
					       !above->in_table ||
						       line->after_blank);
	above->in_table = row;
}

/* --- days below them ----------------------------------------------------- */

/* May the text of a day begin behind token `i`, or is there nothing? */
static bool is_cut(const struct daylog_header *h, const struct daylog_tokens *t,
		   size_t i)
{
	if (ends(t, i))
		return true;
	return h->line.form != FORM_PLAIN &&
	       daylog_is_mark(daylog_token(t, i), ":-|,.");
}

/* "Monday": the day of that week.  Weeks without a year begin on Monday. */
static bool weekday_read(struct daylog_header *h, const struct daylog_tokens *t,
			 const struct daylog_above *above,
			 struct daylog_date *out)
{
	size_t i = daylog_skip_any_marks(t, 0);
	const struct daylog_date *week = &above->week;
	int weekday = daylog_weekday(daylog_token(t, i)), first, day, begins;
	struct civil c;

	if (above->week_level == 7 || !weekday ||
	    daylog_is_word(daylog_token(t, i + 1), WORD_AND | WORD_TO) ||
	    !is_cut(h, t, i + 1))
		return false;
	first = day_in(week, week->year ? week->year : 2021);
	if (first == DAY_NONE)
		return false;
	begins = week->year ? (int)day_weekday(first) + 1 : 1;
	day = first + (weekday - begins + 7) % 7;
	c = day_to_civil(day);
	*out = (struct daylog_date){ .year = week->year ? c.year : 0,
				     .month = c.month, .day = c.day,
				     .weekday = weekday };
	h->of_week = true;
	h->bare = ends(t, i + 1);
	return true;
}

/* "6", "Sunday 29th", "29th (Sun)", "| 6 |": the day of that month. */
static bool month_day_read(struct daylog_header *h,
			   const struct daylog_tokens *t,
			   const struct daylog_above *above,
			   struct daylog_date *out)
{
	size_t i = daylog_skip_any_marks(t, 0), end;
	int weekday = daylog_weekday(daylog_token(t, i));
	struct daylog_date date = { .month = above->month,
				    .year = above->month_year };

	if (above->month_level == 7)
		return false;
	if (weekday)
		i = daylog_skip_any_marks(t, i + 1);
	if (!daylog_is_day(daylog_token(t, i)))
		return false;
	date.day = daylog_token(t, i)->value;
	end = daylog_skip_ordinal(t, i + 1);
	if (!weekday && daylog_weekday(daylog_token(
				t, daylog_skip_any_marks(t, end)))) {
		end = daylog_skip_any_marks(t, end);
		weekday = daylog_weekday(daylog_token(t, end++));
	}
	date.weekday = weekday;
	h->bare = ends(t, end);
	*out = date;
	return h->bare ? is_strong(h) || h->line.form == FORM_BOLD
		       : weekday && is_strong(h) && is_cut(h, t, end);
}

bool daylog_under_read(struct daylog_header *out, const struct daylog_tokens *t,
		       const struct daylog_above *above, struct arena *mem)
{
	struct daylog_date date;

	if (out->line.hidden ||
	    (!weekday_read(out, t, above, &date) &&
	     !month_day_read(out, t, above, &date)))
		return false;
	out->under = out->separated = true;
	out->dates = arena_alloc(mem, sizeof(*out->dates));
	out->dates[0] = date;
	out->ndates = 1;
	out->flags = FLAG_NUMBER_UNKNOWN | FLAG_DATE_BESIDE;
	return true;
}
