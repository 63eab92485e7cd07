/* SPDX-License-Identifier: MIT */
/* What the headers of a file have in common: their form, level and order. */
#include "importers/100days_habits.h"

/* A line of text that is a header by its own looks. */
bool daylog_looks_good(const struct daylog_header *h)
{
	if (h->line.contents || !h->nnumbers || h->marked || h->trailing)
		return false;
	if (h->line.form == FORM_ROW)
		return is_dated(h) || h->date_left_out || h->deed;
	return h->bare || is_dated(h) || h->separated;
}

static void habits_count(struct habits *habits, const struct daylog_header *h)
{
	bool strong = is_strong(h);

	if (h->trailing) {
		habits->trailing++;
		return;
	}
	habits->abbreviated += h->abbreviated &&
			       (strong || daylog_looks_good(h));
	habits->romans += h->roman;
	habits->firsts += strong && first_number(h) == 1;
	if (!h->labelled) {
		habits->dated[h->line.form] += strong || h->bare ||
					       h->under;
		habits->led[h->line.form] +=
			h->ndates == 1 && !h->line.contents &&
			(daylog_date_is_complete(&h->dates[0]) ||
			 h->dates[0].month);
		return;
	}
	if (strong && h->nnumbers) {
		habits->strong++;
		habits->strong_dated += is_dated(h);
		habits->labelled[h->line.form]++;
		habits->levels[h->line.level]++;
		habits->levels_dated[h->line.level] += is_dated(h);
	} else if (daylog_looks_good(h) && !h->date_left_out) {
		habits->labelled[h->line.form]++;
	}
}

static bool is_descending(const struct daylog *log)
{
	const struct daylog_header *before = NULL;
	long up = 0, down = 0;

	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (h->line.hidden || !h->nnumbers || !daylog_looks_good(h))
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
				      const struct daylog *log)
{
	enum daylog_form form;
	size_t lines = log->nlines;

	if (habits->dated[FORM_HEADING] || habits->dated[FORM_TIGHT])
		return FORM_HEADING;
	form = most(habits->dated, FORM_BOLD, 2);
	if (form != FORM_NONE)
		return form;
	/* "- 2022-07-04: queues": a list of days is little but these lines. */
	form = most(habits->led, FORM_BOLD, 3);
	if (form == FORM_ROW)
		lines -= log->nheads < lines ? log->nheads : lines;
	return habits->led[form] * 2 > lines ? form : FORM_NONE;
}

struct habits daylog_habits(const struct daylog *log)
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
		habits.dates = form_of_dates(&habits, log);
	habits.descending = is_descending(log);
	return habits;
}

const struct daylog_header *daylog_next_strong(const struct daylog *log,
					       size_t i,
					       struct habits *habits)
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
