/* SPDX-License-Identifier: MIT */
/* Which of the lines that parse as headers open an entry of this file. */
#include "importers/100days_habits.h"

/* A date under or over the heading of its day is no day of its own. */
static bool belongs_to_label(const struct daylog *log, size_t i)
{
	const struct daylog_header *h = log->headers;

	if (i && h[i - 1].labelled && is_strong(&h[i - 1]) &&
	    !is_dated(&h[i - 1]) && is_adjacent(log, i - 1, i))
		return true;
	return i + 1 < log->count && h[i + 1].labelled && is_strong(&h[i + 1]) &&
	       !is_dated(&h[i + 1]) && is_adjacent(log, i, i + 1);
}

static const char *date_refused(const struct daylog *log, size_t i,
				const struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i];

	if (habits->dates)
		return h->line.form == habits->dates ||
		       (is_strong(h) && habits->dates == FORM_HEADING)
			       ? NULL : "";
	if (!is_strong(h) || h->line.level != habits->level ||
	    !habits->strong || belongs_to_label(log, i))
		return "";
	return NULL;
}

/* A heading with a day, or a row of a table that is one. */
static bool is_day_below(const struct daylog_header *h)
{
	return is_strong(h) ||
	       (h->line.form == FORM_ROW && daylog_looks_good(h));
}

/* "Days 1-3: basics" over the headings or rows of these days. */
static bool is_title_over_days(const struct daylog *log, size_t i)
{
	const struct daylog_header *h = &log->headers[i];
	int seen = 0, before = NUMBER_NONE;

	if (is_dated(h) || h->nnumbers < 2)
		return false;
	for (size_t k = i + 1; k < log->count && seen < 2; k++) {
		const struct daylog_header *inner = &log->headers[k];
		int n = first_number(inner);

		if (!is_day_below(inner) || inner->line.hidden)
			continue;
		if (inner->line.level <= h->line.level)
			break;
		seen += n != NUMBER_NONE && n >= first_number(h) &&
			n <= last_number(h) && n != before;
		before = n;
	}
	return seen == 2;
}

/* Has the next heading of this level, or above, the same number? */
static bool is_next_day(const struct daylog *log, size_t i, int level)
{
	const struct daylog_header *h = &log->headers[i];

	for (size_t k = i + 1; k < log->count && k <= i + 16; k++) {
		const struct daylog_header *next = &log->headers[k];

		if (is_strong(next) && next->labelled && !next->line.hidden &&
		    next->line.level <= level)
			return first_number(next) == first_number(h);
	}
	return false;
}

/* A heading within an entry that speaks of a day: "#### Day 5 summary". */
static const char *strong_refused(const struct daylog *log, size_t i,
				  const struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i];
	const struct daylog_header *open = habits->open;

	if (h->line.form == FORM_TIGHT && h->line.level == 1 && !h->bare &&
	    habits->labelled[FORM_HEADING])
		return "it is a line of tags";
	if (is_title_over_days(log, i) ||
	    (h->placeholder &&
	     (h->plural || h->line.level < habits->level)))
		return "it is a title over several days";
	if (open && h->line.level == open->line.level && h->nnumbers == 1 &&
	    !is_dated(h) && i && open == h - 1 && open->nnumbers == 1 &&
	    first_number(h) == first_number(open) && h->bare &&
	    !((h->flags | open->flags) & FLAG_HALF) &&
	    is_adjacent(log, i - 1, i))
		return "it repeats the day of its entry";
	if (!open || h->line.level <= open->line.level || !h->nnumbers ||
	    !open->nnumbers || !is_strong(open))
		return NULL;
	if (first_number(h) == first_number(open) && h->nnumbers == 1 &&
	    !is_dated(h))
		return "it repeats the day of its entry";
	if (!is_dated(h) && !h->bare && h->nnumbers == 1 &&
	    is_next_day(log, i, open->line.level))
		return "it speaks of another day";
	if (h->line.level > habits->level && !is_dated(h) &&
	    habits->levels_dated[habits->level] * 5 >=
		    habits->levels[habits->level] * 4 &&
	    first_number(h) != last_number(open) + 1)
		return "it speaks of another day";
	return NULL;
}

/* Does a number come between those of the headings around it? */
static bool fills_gap(const struct daylog_header *h,
		      const struct daylog_header *before,
		      const struct daylog_header *after, bool descending)
{
	int n = first_number(h), up = descending ? -1 : 1;

	if (!before && !after)
		return true;
	if (before && first_number(before) != NUMBER_NONE) {
		int step = (n - last_number(before)) * up;

		if (step < 1 || (!after && step > 7))
			return false;
	}
	if (after) {
		int step = (first_number(after) - n) * up;

		if (step < 1 || (!before && step > 7))
			return false;
	}
	return true;
}

/* Is it the very number that lacks between those of the headings around? */
static bool is_missing_one(const struct daylog_header *h,
			   const struct daylog_header *before,
			   const struct daylog_header *after, bool descending)
{
	int up = descending ? -1 : 1;

	return before && after && before->nnumbers &&
	       first_number(h) == last_number(before) + up &&
	       first_number(after) == last_number(h) + up;
}

/* "Day 3" and nothing else on a line over a blank one, the very next number:
 * a heading without its marks, even right under a list. */
static bool is_mark_forgotten(const struct daylog *log,
			      const struct daylog_header *h,
			      const struct daylog_header *open,
			      bool descending)
{
	size_t next;
	size_t end = daylog_line_end(log->input, h->line.next, &next);

	return h->line.form == FORM_PLAIN && h->bare && !h->abbreviated &&
	       !h->roman && open && is_strong(open) && open->nnumbers &&
	       h->nnumbers == 1 && h->line.next < log->input.len &&
	       first_number(h) == last_number(open) + (descending ? -1 : 1) &&
	       !str_trim((struct str){ log->input.s + h->line.next,
				       end - h->line.next }).len;
}

/* In a file whose days are lines of one weak form: does the number go on? */
static bool goes_on(const struct daylog_header *h,
		    const struct daylog_header *open, bool descending)
{
	int step;

	if (!open || first_number(open) == NUMBER_NONE || is_dated(h))
		return true;
	step = first_number(h) - last_number(open);
	/* Amid a paragraph it must be the very next. */
	if (h->line.form == FORM_PLAIN && !h->line.after_blank && !h->bare)
		return step == (descending ? -1 : 1);
	if (h->round != open->round || first_number(h) <= 1)
		return step != 0;
	return descending ? step < 0 && step > -40 : step > 0 && step < 40;
}

/* Is the row above or under it a day with a date, and the next number? */
static bool is_row_among_dated(const struct daylog *log, size_t i)
{
	const struct daylog_header *h = &log->headers[i];

	for (int step = -1; step <= 1; step += 2) {
		const struct daylog_header *other = h + step;

		if ((step < 0 && !i) || (step > 0 && i + 1 == log->count))
			continue;
		if (other->line.form == FORM_ROW && is_dated(other) &&
		    first_number(other) == first_number(h) + step)
			return true;
	}
	return false;
}

static const char *weak_refused(const struct daylog *log, size_t i,
				struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i];
	const struct daylog_header *open = habits->open, *after;

	if (h->line.contents)
		return "it is in a table of contents";
	if (!daylog_looks_good(h))
		return "";
	if (h->line.form == FORM_ROW)
		return is_dated(h) || is_row_among_dated(log, i) ||
				       (h->deed && !habits->strong)
			       ? NULL : "";
	if (h->line.form == habits->weak)
		return goes_on(h, open, habits->descending)
			       ? NULL : "its number is out of order";
	after = daylog_next_strong(log, i, habits);
	if (is_mark_forgotten(log, h, open, habits->descending))
		return NULL;
	if (!h->line.after_blank || h->line.form == FORM_ITEM ||
	    !fills_gap(h, open, after, habits->descending) ||
	    (!h->bare && !is_dated(h) &&
	     !is_missing_one(h, open, after, habits->descending)))
		return "";
	return NULL;
}

/* An empty string: it is not even worth telling. */
static const char *refused(struct daylog *log, size_t i, struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i];
	const char *why = daylog_never(log, i, habits);

	if (why)
		return is_strong(h) || h->line.hidden ? why : "";
	if (!h->labelled)
		return date_refused(log, i, habits);
	return is_strong(h) ? strong_refused(log, i, habits)
			    : weak_refused(log, i, habits);
}

/* --- the whole file ------------------------------------------------------ */

/* A dash before every number is no sign: "Day -1", "Day -2", never "Day 0". */
static void signs_settle(struct daylog *log)
{
	int least = 0, negative = 0, positive = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!h->nnumbers || h->line.hidden)
			continue;
		negative += h->negative;
		positive += !h->negative;
		if (first_number(h) < least)
			least = first_number(h);
	}
	if (positive > negative && least > -15)
		return;
	for (size_t i = 0; i < log->count; i++)
		if (log->headers[i].negative)
			log->headers[i].numbers[0] *= -1;
}

void daylog_choose(struct daylog *log)
{
	struct habits habits;

	daylog_titles_settle(log);
	daylog_series_settle(log);
	signs_settle(log);
	habits = daylog_habits(log);
	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];
		const char *why = refused(log, i, &habits);

		h->taken = !why;
		h->why = why && *why ? why : NULL;
		if (h->taken)
			habits.open = h;
	}
	daylog_dates_beside(log);
	daylog_rounds_settle(log);
}
