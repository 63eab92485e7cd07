/* SPDX-License-Identifier: MIT */
/* Which of the lines that parse as headers open an entry of this file. */
#include "importers/100days_kinds.h"

#include <ctype.h>
#include <string.h>

/* What the file as a whole is like. */
struct habits {
	size_t labelled[FORM_COUNT];	/* numbered headers, by form */
	size_t dated[FORM_COUNT];	/* headers of a date only */
	size_t led[FORM_COUNT];		/* lines that a whole date begins */
	size_t strong, strong_dated;	/* headings with a label, and a date */
	size_t abbreviated;		/* of "D5" and the like */
	size_t romans;			/* of "Day IV" */
	size_t trailing;		/* headings with the label at the end */
	size_t firsts;			/* headings of "Day 1" */
	size_t levels[8], levels_dated[8];
	int level;			/* of most headings with a label */
	bool descending;
	enum daylog_form weak;		/* the form of days, if not headings */
	enum daylog_form dates;		/* the form of days without a label */

	/* While choosing: the entry before, the heading behind. */
	const struct daylog_header *open;
	size_t next;
};

/* --- what is never a day ------------------------------------------------- */

static struct str body_of(const struct daylog *log, size_t i)
{
	size_t start = log->headers[i].line.next, end = log->input.len;

	for (size_t k = i + 1; k < log->count; k++)
		if (is_strong(&log->headers[k]) && log->headers[k].labelled) {
			end = log->headers[k].line.start;
			break;
		}
	return (struct str){ log->input.s + start, end - start };
}

/* All that stands behind a header. */
static struct str text_behind(const struct daylog *log, size_t i)
{
	return str_from(log->input, log->headers[i].line.next);
}

/* Where no line begins with a label, headings may end with it. */
static bool takes_trailing(const struct habits *habits)
{
	return habits->trailing >= 3 && !habits->strong && !habits->weak &&
	       !habits->dated[FORM_HEADING];
}

/* The next heading with a number behind `i`; found once for many. */
static const struct daylog_header *next_strong(const struct daylog *log,
					       size_t i, struct habits *habits)
{
	if (habits->next <= i)
		habits->next = i + 1;
	while (habits->next < log->count) {
		const struct daylog_header *h = &log->headers[habits->next];

		if (is_strong(h) && h->nnumbers && !h->line.hidden &&
		    !h->trailing)
			return h;
		habits->next++;
	}
	return NULL;
}

/* "First steps (Day 1)" over the heading of Day 2, and none before it. */
static bool is_first_by_trailing(const struct daylog *log, size_t i,
				 struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i], *after;

	if (habits->open || first_number(h) > 1)
		return false;
	after = next_strong(log, i, habits);
	return after && first_number(after) == first_number(h) + 1 &&
	       h->line.level <= after->line.level;
}

/* Does the day lack that this number is of, and nothing else between? */
static bool lacks_this_one(const struct daylog *log, size_t i,
			   struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i];
	const struct daylog_header *after = next_strong(log, i, habits);
	int up = habits->descending ? -1 : 1;

	if (habits->open &&
	    first_number(h) != last_number(habits->open) + up)
		return false;
	if (after && first_number(after) != first_number(h) + up)
		return false;
	return habits->open || after;
}

/* Is it the example of the template, or left empty behind that? */
static bool is_of_example(struct daylog *log, size_t i)
{
	struct daylog_header *h = &log->headers[i];

	if (!is_strong(h) || !h->labelled)
		return false;
	if (first_number(h) == 1)
		h->example = daylog_is_example(h, body_of(log, i));
	else if (i && h[-1].example && !is_dated(h))
		h->example = !str_trim(body_of(log, i)).len;
	return h->example;
}

/* Has a text open boxes, "- [ ]", and none that is ticked? */
static bool is_all_to_do(struct str text)
{
	return str_find_str(text, STR("- [ ]")) < text.len &&
	       str_find_str(text, STR("- [x]")) == text.len &&
	       str_find_str(text, STR("- [X]")) == text.len;
}

/* A day of the plan at the end of a log. */
static bool is_to_come(const struct daylog *log, size_t i)
{
	const struct daylog_header *h = &log->headers[i];

	return h->under_plan && h->nnumbers && is_strong(h) && !is_dated(h) &&
	       !(i + 1 < log->count && !h[1].labelled &&
		 is_adjacent(log, i, i + 1)) &&
	       is_all_to_do(body_of(log, i));
}

/* Why this header is no day whatever the file is like, or NULL. */
static const char *never(struct daylog *log, size_t i, struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i];

	if (h->line.hidden)
		return "it is in a comment";
	if (h->pause)
		return "it is a pause, not a day";
	if (is_to_come(log, i))
		return "it is a day to come";
	if ((h->abbreviated && habits->abbreviated < 3) ||
	    (h->roman && habits->romans < 3) ||
	    (h->trailing && !takes_trailing(habits) &&
	     !is_first_by_trailing(log, i, habits)))
		return "";
	if (h->misspelt && !lacks_this_one(log, i, habits))
		return "";
	if (is_of_example(log, i) || h->template ||
	    daylog_has_template_date(h, habits->firsts > 1) ||
	    (!is_dated(h) && daylog_asks_to_be_deleted(text_behind(log, i))))
		return "it is a template, not a day";
	if (is_strong(h) && h->labelled && !h->nnumbers &&
	    daylog_body_is_template(body_of(log, i)))
		return is_dated(h) ? "it is a template, not a day"
				   : "it has neither number nor date nor text";
	if (h->under_template && !is_dated(h) && habits->strong_dated)
		return "it is a template, not a day";
	return NULL;
}

/* --- what the file is like ----------------------------------------------- */

/* A line of text that is a header by its own looks. */
static bool looks_good(const struct daylog_header *h)
{
	if (h->line.contents || !h->nnumbers || h->marked || h->trailing)
		return false;
	if (h->line.form == FORM_ROW)
		return is_dated(h) || h->date_left_out;
	return h->bare || is_dated(h) || h->separated;
}

static void habits_count(struct habits *habits, const struct daylog_header *h)
{
	bool strong = is_strong(h);

	if (h->trailing) {
		habits->trailing++;
		return;
	}
	habits->abbreviated += h->abbreviated && (strong || looks_good(h));
	habits->romans += h->roman;
	habits->firsts += strong && first_number(h) == 1;
	if (!h->labelled) {
		habits->dated[h->line.form] += strong || h->bare;
		habits->led[h->line.form] +=
			h->ndates == 1 && !h->line.contents &&
			daylog_date_is_complete(&h->dates[0]);
		return;
	}
	if (strong && h->nnumbers) {
		habits->strong++;
		habits->strong_dated += is_dated(h);
		habits->labelled[h->line.form]++;
		habits->levels[h->line.level]++;
		habits->levels_dated[h->line.level] += is_dated(h);
	} else if (looks_good(h) && !h->date_left_out) {
		habits->labelled[h->line.form]++;
	}
}

static bool is_descending(const struct daylog *log)
{
	const struct daylog_header *before = NULL;
	long up = 0, down = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (h->line.hidden || !h->nnumbers || !looks_good(h))
			continue;
		if (before && before->line.form == h->line.form) {
			up += first_number(h) == last_number(before) + 1;
			down += last_number(h) == first_number(before) - 1;
		}
		before = h;
	}
	return down > up;
}

static enum daylog_form most(const size_t counts[FORM_COUNT], int first,
			     size_t least)
{
	enum daylog_form best = FORM_NONE;

	for (int f = first; f < FORM_COUNT; f++)
		if (counts[f] >= least && counts[f] > counts[best])
			best = (enum daylog_form)f;
	return best;
}

/* The form of the days where headers are dates: bold, plain lines, items. */
static enum daylog_form form_of_dates(const struct habits *habits,
				      size_t nlines)
{
	enum daylog_form form;

	if (habits->dated[FORM_HEADING] || habits->dated[FORM_TIGHT])
		return FORM_HEADING;
	form = most(habits->dated, FORM_BOLD, 2);
	if (form != FORM_NONE)
		return form;
	/* "- 2022-07-04: queues": a list of days is little but these lines. */
	form = most(habits->led, FORM_BOLD, 3);
	return habits->led[form] * 2 > nlines ? form : FORM_NONE;
}

static struct habits habits_of(const struct daylog *log)
{
	struct habits habits = { .level = 7 };

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (!h->line.hidden && !h->placeholder && !h->pause)
			habits_count(&habits, h);
	}
	for (int level = 1; level < 7; level++)
		if (habits.levels[level] > habits.levels[habits.level])
			habits.level = level;
	habits.weak = most(habits.labelled, FORM_BOLD, 1);
	if (habits.strong * 3 > habits.labelled[habits.weak])
		habits.weak = FORM_NONE;
	if (!habits.strong && !habits.weak)
		habits.dates = form_of_dates(&habits, log->nlines);
	habits.descending = is_descending(log);
	return habits;
}

/* --- choosing ------------------------------------------------------------ */

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
	return is_strong(h) || (h->line.form == FORM_ROW && looks_good(h));
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
	if (!looks_good(h))
		return "";
	if (h->line.form == FORM_ROW)
		return is_dated(h) || is_row_among_dated(log, i) ? NULL : "";
	if (h->line.form == habits->weak)
		return goes_on(h, open, habits->descending)
			       ? NULL : "its number is out of order";
	after = next_strong(log, i, habits);
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
	const char *why = never(log, i, habits);

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
	signs_settle(log);
	habits = habits_of(log);
	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];
		const char *why = refused(log, i, &habits);

		h->taken = !why;
		h->why = why && *why ? why : NULL;
		if (h->taken)
			habits.open = h;
	}
	daylog_dates_beside(log);
}
