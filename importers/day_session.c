/* SPDX-License-Identifier: MIT */
/* The day of a page that is of one session of study. */
#include "importers/day_header.h"

#include "core/model/study_time.h"

#define SESSION_LINES 8		/* at the front, one of which has the date */
#define SESSION_BYTES 1500	/* in which it says how long it took */

/* "**Date:** August 10, 2025": the whole date that a line is labelled with. */
static int day_labelled(const struct daylog_tokens *t)
{
	size_t i = daylog_skip_any_marks(t, 0);
	struct daylog_dates dates = { .count = 0 };
	const struct daylog_date *d = &dates.at[0];

	if (!daylog_is_word(daylog_token(t, i), WORD_FILLER) ||
	    daylog_token(t, i)->text.len < 4 ||
	    !daylog_is_mark(daylog_token(t, i + 1), ":") ||
	    !daylog_dates_read(t, daylog_skip_any_marks(t, i + 1), &dates) ||
	    dates.count != 1 || !d->year || !d->month)
		return DAY_NONE;
	return day_from_civil((struct civil){ d->year, d->month, d->day });
}

int day_session_of(struct str body, struct daylog *log)
{
	struct daylog_nature nature;
	struct daylog_lines lines;
	struct daylog_line line;
	int day = DAY_NONE;

	daylog_lines_begin(&lines, body);
	for (int n = 0; n < SESSION_LINES && day == DAY_NONE &&
			daylog_lines_next(&lines, &line); n++) {
		if (line.hidden || line.form == FORM_NONE)
			continue;
		daylog_tokens_read(&log->tokens, &log->words,
				   str_upto(line.text, 300));
		day = day_labelled(&log->tokens);
	}
	if (day == DAY_NONE ||
	    (!daylog_names_log(body) &&
	     !study_time_said(str_upto(body, SESSION_BYTES))))
		return DAY_NONE;
	/* A whole log may begin so as well. */
	daylog_nature_read(&nature, body);
	return nature.days < 2 ? day : DAY_NONE;
}
