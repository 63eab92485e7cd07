/* SPDX-License-Identifier: MIT */
/* The one grammar of headers: label, numbers, dates, remark. */
#include "importers/100days.h"

#include <string.h>

static bool only_marks(const struct daylog_tokens *t, size_t i)
{
	return daylog_token(t, daylog_skip_any_marks(t, i))->kind == TOKEN_END;
}

/* "(Min, 26 Jul)": a weekday, whatever language it is of. */
static bool is_behind_weekday(const struct daylog_tokens *t, size_t i)
{
	return i >= 3 && daylog_is_mark(daylog_token(t, i - 1), ",.") &&
	       daylog_token(t, i - 2)->kind == TOKEN_WORD &&
	       daylog_token(t, i - 2)->text.len <= 9 &&
	       daylog_is_mark(daylog_token(t, i - 3), "([");
}

/* A date deep in the text must be whole, or stand in brackets, or end it. */
static bool date_is_certain(const struct daylog_tokens *t, size_t i, size_t end,
			    const struct daylog_dates *dates)
{
	const struct daylog_date *d = &dates->at[0];

	if (daylog_date_is_complete(d))
		return true;
	if (!i || daylog_token(t, i - 1)->kind != TOKEN_MARK)
		return false;
	return (daylog_is_mark(daylog_token(t, i - 1), "([") ||
		is_behind_weekday(t, i)) &&
	       daylog_is_mark(daylog_token(t, end), ")]");
}

/* "R1D95, April 3rd, R1D96 April 4th": label and date again, and again. */
static size_t further_days_read(struct daylog_reading *r, size_t i)
{
	for (;;) {
		size_t j = daylog_skip_marks(r->t, i, ",;&+)]"), n, end;

		if (daylog_is_word(daylog_token(r->t, j), WORD_AND))
			j++;
		n = daylog_label_again(r->t, j);

		if (n == j ||
		    daylog_token(r->t, n)->value <= r->numbers[r->nnumbers - 1])
			return i;
		end = daylog_dates_read(r->t,
					daylog_skip_marks(r->t, n + 1, ",:-("),
					&r->dates);
		if (!end)
			return i;
		daylog_number_add(r, daylog_token(r->t, n)->value);
		i = end;
	}
}

/* Find the date behind the label; the index behind it, or `i`. */
static size_t date_find(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = daylog_skip_any_marks(t, i), end;

	while (daylog_is_word(daylog_token(t, j),
			      WORD_FILLER | WORD_DAY | WORD_OF) &&
	       !(daylog_token(t, j)->word & WORD_MONTH))
		j = daylog_skip_any_marks(t, j + 1);
	end = daylog_dates_read(t, j, &r->dates);
	if (end) {
		end = r->nnumbers ? further_days_read(r, end) : end;
		daylog_dates_spread(&r->dates);
		return end;
	}
	end = daylog_dashed_date_read(t, j, &r->dates.at[0]);
	if (end) {
		r->dates.count = 1;
		return end;
	}
	for (j = i; daylog_token(t, j)->kind != TOKEN_END; j++) {
		r->dates.count = 0;
		end = daylog_dates_read(t, j, &r->dates);
		if (end && date_is_certain(t, j, end, &r->dates))
			return end;
	}
	r->dates.count = 0;
	return i;
}

/* Is what follows the label only a blank to fill in? "TEMPLATE", "[Date]" */
static bool is_blank_form(const struct daylog_tokens *t, size_t i)
{
	bool bracket = false, filler = false;

	for (; daylog_token(t, i)->kind != TOKEN_END; i++) {
		const struct daylog_token *at = daylog_token(t, i);

		if (daylog_is_word(at, WORD_TEMPLATE))
			return true;
		if (at->kind == TOKEN_MARK)
			bracket |= daylog_is_mark(at, "[<{(");
		else if (daylog_is_word(at, WORD_FILLER | WORD_UNKNOWN |
						    WORD_YEAR_UNIT))
			filler = true;
		else if (at->kind == TOKEN_WORD &&
			 (str_starts(at->text, "yyyy") ||
			  str_starts(at->text, "mm") ||
			  str_starts(at->text, "dd") ||
			  str_is(at->text, "month") ||
			  str_is(at->text, "year")))
			filler = bracket = true;
		else
			return false;
	}
	return bracket && filler;
}

static void dates_flag(struct daylog_header *h, struct daylog_date *dates,
		       size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (dates[i].typo)
			h->flags |= FLAG_MONTH_TYPO;
		if (dates[i].corrected)
			h->flags |= FLAG_DATE_CORRECTED;
		if (dates[i].through)
			h->flags |= FLAG_RANGE;
	}
}

static void reading_keep(struct daylog_reading *r, struct arena *mem)
{
	struct daylog_header *h = r->h;

	h->nnumbers = r->nnumbers;
	h->ndates = r->dates.count;
	if (r->nnumbers) {
		h->numbers = arena_alloc(mem, r->nnumbers * sizeof(int));
		memcpy(h->numbers, r->numbers, r->nnumbers * sizeof(int));
	}
	if (r->dates.count) {
		h->dates = arena_alloc(mem, r->dates.count * sizeof(*h->dates));
		memcpy(h->dates, r->dates.at,
		       r->dates.count * sizeof(*h->dates));
	}
	dates_flag(h, h->dates, h->ndates);
}

/* A cell with the number behind that with the date. */
static size_t row_number_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j;

	i = daylog_skip_marks(t, i, ".");
	j = daylog_skip_any_marks(t, i);
	if (r->h->line.form != FORM_ROW || j != i + 1 ||
	    !daylog_is_mark(daylog_token(t, i), "|") ||
	    !daylog_is_number(daylog_token(t, j)) ||
	    daylog_token(t, j)->digits > 3 ||
	    (daylog_token(t, j + 1)->kind != TOKEN_END &&
	     !daylog_is_mark(daylog_token(t, j + 1), "|")))
		return 0;
	daylog_number_add(r, daylog_token(t, j)->value);
	return j + 1;
}

/*
 * "Paused", "Day off", "rest day", "día de descanso": the index behind, or 0.
 */
static size_t pause_read(const struct daylog_tokens *t, size_t i)
{
	size_t j = i;
	bool day = daylog_is_word(daylog_token(t, i), WORD_DAY);

	if (day)
		j = daylog_skip_marks(t, i + 1, "-");
	if (day && daylog_is_word(daylog_token(t, j), WORD_OF))
		j++;
	if (!daylog_is_word(daylog_token(t, j), WORD_PAUSE))
		return 0;
	i = daylog_skip_marks(t, j + 1, "-");
	if (daylog_is_word(daylog_token(t, i), WORD_DAY))
		return i + 1;
	return day || !(daylog_token(t, j)->word & WORD_TYPO) ? j + 1 : 0;
}

/* "2022-07-04: queues (Day 3)": the number at the end of a heading. */
static void label_at_end_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;

	if (r->h->line.form != FORM_HEADING)
		return;
	for (; daylog_token(t, i)->kind != TOKEN_END; i++) {
		size_t last;

		if (!daylog_is_mark(daylog_token(t, i), "([|") ||
		    !daylog_is_word(daylog_token(t, i + 1), WORD_DAY))
			continue;
		last = daylog_label_read(r, i + 1);
		if (last && r->nnumbers && only_marks(t, last)) {
			r->h->labelled = true;
			return;
		}
		r->nnumbers = 0;
	}
}

/* "21:30" behind a date, with seconds or without: the index behind, or `i`. */
static size_t time_skip(const struct daylog_tokens *t, size_t i)
{
	size_t j = i;

	if (!daylog_is_within(daylog_token(t, j), 0, 24))
		return i;
	while (daylog_is_mark(daylog_token(t, j + 1), ":") &&
	       daylog_token(t, j + 1)->glued &&
	       daylog_is_within(daylog_token(t, j + 2), 0, 59) &&
	       daylog_token(t, j + 2)->glued)
		j += 2;
	return j > i ? j + 1 : i;
}

/* "June 21, 1948": a year, and none of a log. */
static bool is_long_ago(const struct daylog_tokens *t, size_t end)
{
	return daylog_token(t, end - 1)->digits == 4 &&
	       daylog_is_within(daylog_token(t, end - 1), 1100,
				DAYLOG_YEAR_FIRST - 1);
}

/* A line that is a date and no more, or begins with one. */
static bool date_header_read(struct daylog_reading *r, size_t i,
			     struct arena *mem)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i, end;

	end = pause_read(t, j);
	if (end) {
		r->h->pause = true;
		j = daylog_skip_any_marks(t, end);
	} else {
		j = daylog_week_skip(t, j, &r->h->week);
	}
	while (daylog_is_word(daylog_token(t, j), WORD_FILLER) &&
	       !(daylog_token(t, j)->word & WORD_MONTH))
		j = daylog_skip_any_marks(t, j + 1);
	end = daylog_dates_read(t, j, &r->dates);
	if (!end || (r->dates.at[0].no_year && is_long_ago(t, end)))
		return false;
	j = pause_read(t, daylog_skip_any_marks(t, end));
	if (j && only_marks(t, j)) {
		r->h->pause = true;
		end = j;
	}
	end = time_skip(t, end);
	j = daylog_label_read(r, daylog_skip_any_marks(t, end));
	if (!j)
		j = daylog_week_label_read(r, daylog_skip_any_marks(t, end));
	if (!j)
		j = row_number_read(r, end);
	/* "1/6" is a date where a label says that it is a day. */
	if (!j && !(r->dates.at[0].month || r->dates.at[0].year))
		return false;
	if (j) {
		r->h->labelled = true;
		end = j;
	}
	r->h->bare = only_marks(t, end);
	if (!j && !r->h->bare)
		label_at_end_read(r, end);
	/* "July 4 was hard" is a sentence; "20220704进展" a heading, and so is
	 * "## 2022-07-04 in the train". */
	if (!r->h->bare && daylog_token(t, end)->kind == TOKEN_WORD &&
	    !daylog_token(t, end)->glued &&
	    !(r->h->line.form == FORM_HEADING &&
	      daylog_date_is_complete(&r->dates.at[0])))
		return false;
	r->h->separated = true;
	if (!r->nnumbers && r->h->line.item &&
	    (r->h->bare || daylog_token(t, end)->kind == TOKEN_MARK))
		daylog_number_add(r, r->h->line.item);
	if (!r->nnumbers)
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
	reading_keep(r, mem);
	return true;
}

/* "| 1 | | pipes |": is the cell behind the number empty, and not all? */
static bool is_row_without_date(const struct daylog_tokens *t, size_t i)
{
	static const char *const empty = "|-";

	return daylog_is_mark(daylog_token(t, i), "|") &&
	       daylog_skip_marks(t, i, empty) > i + 1 &&
	       daylog_token(t, daylog_skip_marks(t, i, empty))->kind ==
		       TOKEN_WORD;
}

/*
 * A row of a table with a cell for the number, where a heading would have a
 * label, and one for the date, which can have been left empty; there needs to
 * be none where another one says what was done.
 */
static size_t row_label_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t end;

	if (r->h->line.form != FORM_ROW ||
	    !daylog_is_number(daylog_token(t, i)) ||
	    daylog_token(t, i)->digits > 3 ||
	    daylog_dates_read(t, i, &(struct daylog_dates){ .count = 0 }))
		return 0;
	end = daylog_numbers_read(r, i);
	r->h->date_left_out = is_row_without_date(t, end);
	if ((!daylog_is_mark(daylog_token(t, end), "|") &&
	     !(r->h->deed && daylog_token(t, end)->kind == TOKEN_END)) ||
	    (!r->h->date_left_out && !r->h->deed &&
	     !daylog_dates_read(t, daylog_skip_any_marks(t, end), &r->dates)))
		r->nnumbers = r->h->flags = 0;
	r->dates.count = 0;
	return r->nnumbers ? end : 0;
}

/*
 * "1) May 30, 2019", "49 - 50 (2nd - 3rd March)": a heading of nothing but
 * the number, without label, and the date.
 */
static size_t bare_number_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t end = 0, date;

	if (r->h->line.form != FORM_HEADING ||
	    !daylog_is_number(daylog_token(t, i)) ||
	    daylog_token(t, i)->digits > 3 ||
	    daylog_dates_read(t, i, &(struct daylog_dates){ .count = 0 }))
		return 0;
	end = daylog_numbers_read(r, i);
	date = daylog_skip_marks(t, end, ")].:|-([");
	/* "2.1 (2022-07-04)" is a version. */
	if (r->h->flags & FLAG_HALF)
		date = end;
	if (date == end || !(date = daylog_dates_read(t, date, &r->dates)) ||
	    !only_marks(t, date) || !r->dates.at[0].month)
		end = 0;
	if (!end)
		r->nnumbers = r->h->flags = 0;
	r->dates.count = 0;
	return end;
}

/* Is there nothing from here on, or nothing but a date? */
static bool ends_with_date(const struct daylog_tokens *t, size_t i)
{
	struct daylog_dates dates = { .count = 0 };
	size_t j = daylog_skip_any_marks(t, i);
	size_t end = daylog_dates_read(t, j, &dates);

	return only_marks(t, end ? end : i);
}

/* "Trees | Day 5", "Pointers (Day 5)": the index behind the label, or 0. */
static size_t trailing_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;

	if (r->h->line.form != FORM_HEADING)
		return 0;
	r->nnumbers = r->dates.count = 0;
	for (; daylog_token(t, i)->kind != TOKEN_END; i++) {
		size_t last;

		if (!daylog_is_mark(daylog_token(t, i), "|-:([,") ||
		    !daylog_is_word(daylog_token(t, i + 1), WORD_DAY))
			continue;
		last = daylog_label_read(r, i + 1);
		if (last && r->nnumbers && ends_with_date(t, last)) {
			r->h->trailing = true;
			return last;
		}
		r->nnumbers = 0;
	}
	return 0;
}

/* "1.2.0 - 2022-07-04", "v2 (2022-07-04)": a release, and no day. */
static bool is_version(const struct daylog_tokens *t, size_t i)
{
	if (daylog_is_mark(daylog_token(t, i), "["))
		i++;
	if (str_is(daylog_token(t, i)->text, "v") ||
	    str_is(daylog_token(t, i)->text, "version") ||
	    str_is(daylog_token(t, i)->text, "release"))
		return daylog_token(t, i + 1)->kind == TOKEN_NUMBER;
	return daylog_token(t, i)->kind == TOKEN_NUMBER &&
	       daylog_is_mark(daylog_token(t, i + 1), ".") &&
	       daylog_token(t, i + 2)->kind == TOKEN_NUMBER;
}

/* "Trees - May 2, 2022": a heading that a date ends, behind a mark.  Whether
 * the file has its days so is seen later. */
static bool date_behind_read(struct daylog_reading *r, size_t i,
			     struct arena *mem)
{
	const struct daylog_tokens *t = r->t;

	if (r->h->line.form != FORM_HEADING || is_version(t, i) ||
	    daylog_week_skip(t, i, &(int){ 0 }) > i)
		return false;
	for (; daylog_token(t, i)->kind != TOKEN_END; i++) {
		size_t end;

		r->dates.count = 0;
		if (daylog_token(t, i)->kind != TOKEN_MARK ||
		    daylog_is_mark(daylog_token(t, i), "'\"&+/"))
			continue;
		end = daylog_dates_read(t, i + 1, &r->dates);
		if (!end || !only_marks(t, end) || r->dates.count > 1 ||
		    r->dates.at[0].no_year || r->dates.at[0].impossible ||
		    !(r->dates.at[0].year || r->dates.at[0].month))
			continue;
		r->h->dated_behind = r->h->separated = true;
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
		reading_keep(r, mem);
		return true;
	}
	r->dates.count = 0;
	return false;
}

bool daylog_header_read(struct daylog_header *out,
			const struct daylog_tokens *t, struct arena *mem)
{
	struct daylog_reading r;
	size_t i = daylog_skip_any_marks(t, 0), end, tail;

	r.t = t;
	r.h = out;
	r.nnumbers = r.dates.count = 0;
	out->marked = out->line.form == FORM_PLAIN && i &&
		      !daylog_is_mark(daylog_token(t, 0), "\"'([#") &&
		      daylog_token(t, 0)->mark;
	if (pause_read(t, i) && date_header_read(&r, i, mem))
		return true;
	out->pause = false;
	r.dates.count = 0;
	end = daylog_challenge_skip(&r, i);
	tail = daylog_label_read(&r, end);
	if (!tail)
		tail = row_label_read(&r, i);
	if (!tail)
		tail = bare_number_read(&r, i);
	if (!tail)
		tail = daylog_counted_label_read(&r, i);
	if (!tail)
		tail = daylog_week_label_read(&r, i);
	if (!tail && end == i && date_header_read(&r, i, mem))
		return true;
	if (!tail)
		tail = trailing_read(&r, i);
	if (!tail)
		tail = daylog_titled_label_read(&r, i, mem);
	if (!tail)
		return date_behind_read(&r, i, mem);
	out->separated = out->of_total ||
			 daylog_token(t, tail)->kind == TOKEN_MARK ||
			 daylog_token(t, tail)->kind == TOKEN_END;
	out->labelled = true;
	end = date_find(&r, tail);
	out->bare = only_marks(t, end);
	out->template = is_blank_form(t, tail);
	out->placeholder = !r.nnumbers && !r.dates.count;
	if (out->flags & FLAG_NUMBER_UNKNOWN && !r.dates.count && !out->bare)
		return false;
	reading_keep(&r, mem);
	return true;
}
