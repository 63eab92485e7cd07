/* SPDX-License-Identifier: MIT */
/* The dates of any file, by the evidence that a log of 100 days is read by. */
#include "importers/dating.h"

#include <stdlib.h>
#include <string.h>

#define DATE_BYTES 120		/* more than any date has */

void dating_init(struct dating *d, struct str input)
{
	daylog_init(&d->log, input);
}

void dating_release(struct dating *d)
{
	daylog_release(&d->log);
}

/*
 * A log of 100 days is of our time, and its grammar knows no older years; a
 * diary may be of 1985.  Such a year is read as if it were a century later.
 */
#define CENTURY 100
#define OLD_FIRST 1900
#define OLD_LAST 1989

struct old_years {
	bool seen[OLD_LAST - OLD_FIRST + 1];
};

static bool is_old(int year)
{
	return year >= OLD_FIRST && year <= OLD_LAST;
}

/* Make the year in this number, "1985", "19850704", one of our time. */
static void year_shift(struct daylog_token *n, struct old_years *old)
{
	int front = n->value / 10000, back = n->value % 10000;

	if (n->kind != TOKEN_NUMBER || n->value < 0)
		return;
	if (n->digits == 8 && is_old(front)) {
		old->seen[front - OLD_FIRST] = true;
		n->value += CENTURY * 10000;
	} else if ((n->digits == 8 || n->digits == 4) && is_old(back)) {
		old->seen[back - OLD_FIRST] = true;
		n->value += CENTURY;
	}
}

static bool has_year(const struct daylog_tokens *t, int year)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->at[i].kind == TOKEN_NUMBER &&
		    (t->at[i].value == year ||
		     (t->at[i].digits == 8 &&
		      (t->at[i].value / 10000 == year ||
		       t->at[i].value % 10000 == year))))
			return true;
	return false;
}

/* Of two digits, those from 69 on are of the 20th century (POSIX, strptime). */
static void year_settle(const struct daylog_tokens *t,
			const struct old_years *old, int *year)
{
	bool of_two_digits = *year >= 2069 && !has_year(t, *year);

	if (of_two_digits || (is_old(*year - CENTURY) &&
			      old->seen[*year - CENTURY - OLD_FIRST]))
		*year -= CENTURY;
}

static bool read_dates(struct dating *d, struct str text,
		       struct daylog_dates *out, size_t *end)
{
	struct daylog_tokens *t = &d->log.tokens;
	struct old_years old = { { false } };
	size_t first;

	daylog_tokens_read(t, &d->log.words, str_upto(text, DATE_BYTES));
	for (size_t i = 0; i < t->count; i++)
		year_shift(&t->at[i], &old);
	out->count = 0;
	first = daylog_skip_marks(t, 0, "[(<\"'*_");
	*end = daylog_dates_read(t, first, out);
	for (size_t i = 0; i < out->count; i++)
		year_settle(t, &old, &out->at[i].year);
	return *end && out->count &&
	       (out->at[0].impossible ||
		((out->at[0].month || out->at[0].first) &&
		 (out->at[0].day || out->at[0].second)));
}

bool dating_reads(struct dating *d, struct str text, bool *rest)
{
	struct daylog_dates dates;
	size_t end;

	if (!read_dates(d, text, &dates, &end))
		return false;
	if (rest) {
		end = daylog_skip_any_marks(&d->log.tokens, end);
		*rest = text.len > DATE_BYTES ||
			daylog_token(&d->log.tokens, end)->kind != TOKEN_END;
	}
	return true;
}

static unsigned flags_of(const struct daylog_dates *dates)
{
	unsigned flags = 0;

	for (size_t i = 0; i < dates->count; i++) {
		const struct daylog_date *date = &dates->at[i];

		flags |= date->typo ? FLAG_MONTH_TYPO : 0;
		flags |= date->corrected ? FLAG_DATE_CORRECTED : 0;
		flags |= date->through ? FLAG_RANGE : 0;
	}
	return flags;
}

int dating_add(struct dating *d, struct str text, unsigned line,
	       struct error *err)
{
	struct daylog *log = &d->log;
	struct daylog_header h = { .line.number = line, .taken = true };
	struct daylog_dates dates;
	size_t end;

	if (log->count == DAYLOG_HEADERS_MAX)
		return error_set(err, ERROR_INPUT,
				 "there are more than %zu entries in it; "
				 "split it into several files",
				 DAYLOG_HEADERS_MAX);
	if (read_dates(d, text, &dates, &end)) {
		h.dates = arena_alloc(&log->mem,
				      dates.count * sizeof(*h.dates));
		memcpy(h.dates, dates.at, dates.count * sizeof(*h.dates));
		h.ndates = dates.count;
		h.flags = flags_of(&dates);
	}
	XGROW(log->headers, log->count, log->cap);
	log->headers[log->count++] = h;
	return 0;
}

bool dating_add_number(struct dating *d, int number, int round)
{
	struct daylog_header *h = &d->log.headers[d->log.count - 1];
	int *numbers;

	if (h->nnumbers == DAYLOG_RANGE)
		return false;
	numbers = arena_alloc(&d->log.mem,
			      (h->nnumbers + 1) * sizeof(*numbers));
	if (h->nnumbers)
		memcpy(numbers, h->numbers, h->nnumbers * sizeof(*numbers));
	numbers[h->nnumbers++] = number;
	h->numbers = numbers;
	h->round = round;
	return true;
}

void dating_settle(struct dating *d, const struct import_options *options)
{
	daylog_resolve(&d->log, options);
}

struct entry dating_entry(struct dating *d, size_t i)
{
	return daylog_entry(&d->log, &d->log.headers[i]);
}

int dating_iso(struct str text)
{
	if (text.len > 10 && !strchr("T ", text.s[10] ? text.s[10] : 1))
		return DAY_NONE;
	return day_parse_iso(str_upto(text, 10));
}
