/* SPDX-License-Identifier: MIT */
/* Checks of the entries of a log: their text, and lines that are none. */
#include "core/model/check_rows.h"

#include <string.h>

#define SAME_LEAST 40		/* bytes; less is said often */
#define SAME_LONG 160		/* what is longer is pasted, not said again */
#define NEAR_LINES 60		/* a template and its example */

static void report_empty(struct findings *f, const struct check_day *day,
			 size_t more)
{
	findings_add(f, day->path, day->line, check_heading(day),
		     !more ? "the entry says nothing, so the day does not "
			     "count" :
		     arena_printf(f->mem, "this entry and %zu more say "
				  "nothing, so the days do not count", more),
		     "write what was studied, or remove what is empty");
}

/* A row of a table does, and a title of jrnl: "[2022-07-04 09:00] Queues." */
static bool speaks_in_heading(const struct check_day *day)
{
	struct str heading = check_heading(day);

	return heading.len && strchr("|[0123456789", heading.s[0]);
}

/* A log that was begun may have many; they are told at once. */
void check_empty_entry(struct findings *f, const struct check_log *log)
{
	const struct check_day *first = NULL;
	size_t count = 0;

	for (size_t i = 0; i < log->count; i++) {
		if (!entry_is_empty(log->days[i].entry) ||
		    speaks_in_heading(&log->days[i]))
			continue;
		if (!log->path)
			report_empty(f, &log->days[i], 0);
		else if (!count++)
			first = &log->days[i];
	}
	if (first)
		report_empty(f, first, count - 1);
}

/* Is it the same day, or too long to have been written twice? */
static bool is_pasted(const struct check_day *a, const struct check_day *b)
{
	int day = entry_day(a->entry), number = entry_number(a->entry);

	return str_trim(a->entry->body).len >= SAME_LONG ||
	       (day != DAY_NONE && day == entry_day(b->entry)) ||
	       (number != NUMBER_NONE && number == entry_number(b->entry) &&
		a->entry->round == b->entry->round);
}

void check_same_text(struct findings *f, const struct check_log *log)
{
	AUTO(strset) seen = STRSET_INIT;

	for (size_t i = 0; i < log->count; i++) {
		const struct check_day *day = &log->days[i], *other;
		struct str body = str_trim(day->entry->body);
		size_t at;

		if (body.len < SAME_LEAST || entry_is_empty(day->entry))
			continue;
		if (!strset_get(&seen, body, &at)) {
			strset_put(&seen, body, i);
			continue;
		}
		other = &log->days[at];
		if (!is_pasted(day, other))
			continue;
		findings_add(f, day->path, day->line, check_heading(day),
			     arena_printf(f->mem, "its text is that of %s:%u",
					  other->path, other->line),
			     "remove one of them if it was pasted twice");
	}
}

/* What the template of the challenge has where a day is to be written. */
static const char *const template_words[] = {
	"february 30", "delete me", "example", "template", "day xx", "day x:",
	"day n:", "header format", "rxdx", "month dd", "june 27, monday",
};

static bool has_template_word(struct str text)
{
	for (size_t at = 0; at < text.len; at++)
		for (size_t i = 0; i < ARRAY_SIZE(template_words); i++)
			if (str_starts_nocase(str_from(text, at),
					      template_words[i]))
				return true;
	return false;
}

/* "Day 0: Month 00" is a template, of no day. */
static bool names_day(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.s[i] >= '1' && s.s[i] <= '9')
			return true;
	return false;
}

/* A day near a template's is the second example of it. */
static bool is_example(const struct check_log *log, size_t at)
{
	size_t i = at > NEAR_LINES ? at - NEAR_LINES : 0;

	for (; i < log->nskipped && i < at + NEAR_LINES; i++) {
		const struct check_skipped *s = &log->skipped[i];

		if (s->hidden && has_template_word(s->text) &&
		    s->line + NEAR_LINES > log->skipped[at].line &&
		    s->line < log->skipped[at].line + NEAR_LINES)
			return true;
	}
	return false;
}

static bool is_contents(struct str text)
{
	return str_find_str(text, STR("](#")) < text.len;
}

/* Headings of a template are meant to be in a comment. */
void check_in_comment(struct findings *f, const struct check_log *log)
{
	for (size_t i = 0; i < log->nskipped; i++) {
		const struct check_skipped *s = &log->skipped[i];

		if (!s->hidden || !names_day(s->text) ||
		    is_contents(s->text) || is_example(log, i))
			continue;
		findings_add(f, s->path, s->line, s->text,
			     "it is inside a comment, so it is no entry",
			     "take it out of <!-- --> if it was studied, or "
			     "remove it");
	}
}

void check_left_over(struct findings *f, const struct check_log *log)
{
	for (size_t i = 0; i < log->nskipped; i++) {
		const struct check_skipped *s = &log->skipped[i];

		if (s->hidden || !has_template_word(s->text))
			continue;
		findings_add(f, s->path, s->line, s->text,
			     "it is left over from the template",
			     "remove it; it counts as no day");
	}
}
