/* SPDX-License-Identifier: MIT */
/* Headers that are no days whatever their file is like: templates, plans. */
#include "importers/100days_habits.h"

static struct str body_of(const struct daylog *log, size_t i)
{
	size_t k = i + 1;

	while (k < log->count &&
	       !(is_strong(&log->headers[k]) && log->headers[k].labelled))
		k++;
	return text_between(log, i, k);
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

/* "First steps (Day 1)" over the heading of Day 2, and none before it. */
static bool is_first_by_trailing(const struct daylog *log, size_t i,
				 struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i], *after;

	if (habits->open || first_number(h) > 1)
		return false;
	after = daylog_next_strong(log, i, habits);
	return after && first_number(after) == first_number(h) + 1 &&
	       h->line.level <= after->line.level;
}

/* Does the day lack that this number is of, and nothing else between? */
static bool lacks_this_one(const struct daylog *log, size_t i,
			   struct habits *habits)
{
	const struct daylog_header *h = &log->headers[i];
	const struct daylog_header *after = daylog_next_strong(log, i, habits);
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

const char *daylog_never(struct daylog *log, size_t i, struct habits *habits)
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
