/* SPDX-License-Identifier: MIT */
/* A calendar that has a column for each weekday: its days are not read. */
#include "importers/calendar.h"

#include <string.h>

#include "importers/100days.h"

#define WEEKDAYS_LEAST 5
#define DAYS_LEAST 2

/* Are the cells the names of weekdays, and nothing else? */
static bool is_head(const struct daylog_tokens *t)
{
	size_t weekdays = 0;

	for (size_t i = 0; i < t->count; i++) {
		const struct daylog_token *at = daylog_token(t, i);

		if (at->kind == TOKEN_MARK)
			continue;
		if (!daylog_weekday(at))
			return false;
		weekdays++;
	}
	return weekdays >= WEEKDAYS_LEAST;
}

/* How many cells have the number of a day, and words behind it? */
static size_t days_in(const struct daylog_tokens *t)
{
	size_t days = 0;

	for (size_t i = 1; i < t->count; i++)
		days += daylog_is_mark(daylog_token(t, i - 1), "|") &&
			daylog_is_day(daylog_token(t, i)) &&
			daylog_token(t, i + 1)->kind == TOKEN_WORD;
	return days;
}

/* Walk through the rows; the line of the head is 0 outside a calendar. */
struct walk {
	struct daylog_words words;
	struct daylog_tokens tokens;
	unsigned head;
	struct str row;		/* the head */
	size_t days;
};

static void row_take(struct walk *w, struct str row, unsigned number)
{
	daylog_tokens_read(&w->tokens, &w->words, row);
	if (!w->head && is_head(&w->tokens)) {
		w->head = number;
		w->row = row;
	} else if (w->head) {
		w->days += days_in(&w->tokens);
	}
}

static void tell(const struct walk *w, struct import_sink *sink)
{
	if (w->days >= DAYS_LEAST)
		sink->skipped(sink, w->head, w->row,
			      "the days of a calendar with a column for each "
			      "weekday are not read; write a line for each, as "
			      "'- 2022-07-04: queues', to have them counted");
}

/* "|---|---|---|---|---|": few notes have one, and the others need no look. */
static bool has_wide_table(struct str text)
{
	struct str line;

	while ((line = str_next_line(&text)).s) {
		size_t bars = 0, others = 0;

		for (size_t i = 0; i < line.len && !others; i++) {
			bars += line.s[i] == '|';
			others += !strchr("|-: \t\r", line.s[i]);
		}
		if (!others && bars >= WEEKDAYS_LEAST - 1)
			return true;
	}
	return false;
}

void calendar_tell(struct import_sink *sink, struct str text)
{
	struct walk w = { .words = DAYLOG_WORDS_INIT,
			  .tokens = DAYLOG_TOKENS_INIT };
	struct daylog_lines lines;
	struct daylog_line line;

	if (!has_wide_table(text))
		return;
	daylog_words_fill(&w.words);
	daylog_lines_begin(&lines, text);
	while (daylog_lines_next(&lines, &line)) {
		if (line.form == FORM_ROW && !line.hidden) {
			row_take(&w, line.text, line.number);
			continue;
		}
		tell(&w, sink);
		w.head = 0;
		w.days = 0;
	}
	tell(&w, sink);
	daylog_words_release(&w.words);
	daylog_tokens_release(&w.tokens);
}
