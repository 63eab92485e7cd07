/* SPDX-License-Identifier: MIT */
/* The one grammar of headers: label, numbers, dates, remark. */
#include "importers/100days.h"

#include <string.h>

#include "core/base/limits.h"

#define RANGE_MAX 100		/* numbers in one range: a challenge */

/* What has been read so far. */
struct reading {
	const struct daylog_tokens *t;
	struct daylog_header *h;
	int numbers[RANGE_MAX * 2];
	size_t nnumbers;
	struct daylog_dates dates;
};

static const struct daylog_token *token(const struct daylog_tokens *t, size_t i)
{
	return &t->at[i < t->count ? i : t->count];
}

static bool is_word(const struct daylog_token *t, unsigned meaning)
{
	return t->kind == TOKEN_WORD && (t->word & meaning);
}

static bool is_number(const struct daylog_token *t)
{
	return t->kind == TOKEN_NUMBER && t->value >= 0 &&
	       t->value <= LIMIT_DAY_NUMBER;
}

static size_t skip_marks(const struct daylog_tokens *t, size_t i,
			 const char *marks)
{
	while (daylog_is_mark(token(t, i), marks))
		i++;
	return i;
}

static size_t skip_any_marks(const struct daylog_tokens *t, size_t i)
{
	while (token(t, i)->kind == TOKEN_MARK)
		i++;
	return i;
}

/* The number that a word of a language means ("three"), or -1. */
static int word_number(const struct daylog_token *t)
{
	return t->kind == TOKEN_WORD
		       ? (int)(t->word >> WORD_NUMBER_SHIFT) - 1 : -1;
}

/* 二, 十二, 二十: Han numerals below a hundred; the index behind, or 0. */
static size_t han_number_read(const struct daylog_tokens *t, size_t i, int *out)
{
	static const char *const digits[] = { "〇", "一", "二", "三", "四", "五",
					      "六", "七", "八", "九", "十" };
	size_t first = i;

	for (*out = 0; i < first + 3; i++) {
		int digit = -1;

		for (int d = 0; d <= 10; d++)
			if (str_is(token(t, i)->text, digits[d]))
				digit = d;
		if (digit < 0)
			break;
		if (digit == 10)
			*out = *out ? *out * 10 : 10;
		else
			*out += digit;
	}
	return i > first ? i : 0;
}

/* --- numbers ------------------------------------------------------------- */

static void number_add(struct reading *r, int number)
{
	if (r->nnumbers < ARRAY_SIZE(r->numbers))
		r->numbers[r->nnumbers++] = number;
}

/* All numbers behind the last one, up to `to`. */
static bool number_add_through(struct reading *r, int to)
{
	int from = r->nnumbers ? r->numbers[r->nnumbers - 1] : to;

	if (to <= from || to - from > RANGE_MAX)
		return false;
	for (int n = from + 1; n <= to; n++)
		number_add(r, n);
	r->h->flags |= FLAG_RANGE;
	return true;
}

/* Behind "R1D13" or "Day 13": the label again, "R1D", "D" or "Day". */
static size_t label_again(const struct daylog_tokens *t, size_t i)
{
	size_t j = i;

	if (is_word(token(t, j), WORD_ROUND_LETTER | WORD_ROUND) &&
	    is_number(token(t, j + 1)))
		j += 2;
	if (is_word(token(t, j), WORD_DAY | WORD_DAY_LETTER) &&
	    is_number(token(t, j + 1)))
		return j + 1;
	return i;
}

/* What joins two numbers: '-' for a range, ',' or '&' for a list, or 0. */
static char number_joint(const struct daylog_tokens *t, size_t *i)
{
	const struct daylog_token *at = token(t, *i);
	char joint = 0;

	if (daylog_is_mark(at, "-~"))
		joint = '-';
	else if (daylog_is_mark(at, "&+/"))
		joint = '&';
	else if (daylog_is_mark(at, ","))
		joint = ',';
	else if (is_word(at, WORD_TO))
		joint = '-';
	else if (is_word(at, WORD_AND))
		joint = '&';
	else
		return 0;
	*i = skip_marks(t, *i + 1, "&");
	if (joint == ',' && is_word(token(t, *i), WORD_AND))
		++*i;
	return joint;
}

/* "of 100", "/100": how many days the challenge has; the index behind. */
static size_t total_skip(const struct daylog_tokens *t, size_t i, int number)
{
	const struct daylog_token *of = token(t, i), *total;
	size_t j = i + 1;

	while (is_word(token(t, j), WORD_OF))
		j++;
	total = token(t, j);
	if (!is_number(total) || total->value < number)
		return i;
	if (is_word(of, WORD_OF) && !is_word(token(t, j + 1), WORD_MONTH))
		return j + 1;
	if (daylog_is_mark(of, "/") && total->glued && total->value > number &&
	    (total->value == 100 || total->value > number + 1) &&
	    !daylog_is_mark(token(t, j + 1), "/"))
		return j + 1;
	return i;
}

/*
 * A further number at `j`?  "Day 55 - 2026/02/08" and "Day 3, 10 exercises"
 * have none: a date begins there, or the number counts something.
 */
static bool number_goes_on(const struct daylog_tokens *t, size_t i, size_t j,
			   char joint, bool labelled)
{
	const struct daylog_token *n = token(t, j), *next = token(t, j + 1);
	bool tight = token(t, i)->glued && n->glued;

	if (!is_number(n) || n->digits > 4)
		return false;
	if (labelled)
		return true;
	if (daylog_dates_read(t, j, &(struct daylog_dates){ .count = 0 }) &&
	    !(tight && n->digits <= 3 && next->kind != TOKEN_WORD))
		return false;
	if (daylog_is_mark(next, ":") && next->glued &&
	    token(t, j + 2)->kind == TOKEN_NUMBER && token(t, j + 2)->glued)
		return false;
	if (next->kind != TOKEN_WORD || next->word & (WORD_AND | WORD_TO))
		return !daylog_is_mark(next, "%.") ||
		       token(t, j + 2)->kind != TOKEN_NUMBER;
	return tight || (joint == '&' && !next->glued);
}

/* "79, 80, 81", "94-96", "13/14", "30~32", "R3D69 - R3D71" */
static size_t more_numbers_read(struct reading *r, size_t i)
{
	for (;;) {
		const struct daylog_tokens *t = r->t;
		size_t j = i, n;
		char joint = number_joint(t, &j);
		int last = r->numbers[r->nnumbers - 1];

		if (!joint)
			return i;
		n = label_again(t, j);
		if (!number_goes_on(t, i, n, joint, n > j) ||
		    (token(t, n)->value <= last && n == j))
			return i;
		if (joint == '-' && !number_add_through(r, token(t, n)->value))
			return i;
		if (joint != '-')
			number_add(r, token(t, n)->value);
		i = n + 1;
	}
}

/* "39a", "7.5" */
static size_t half_read(struct reading *r, size_t i)
{
	const struct daylog_token *next = token(r->t, i),
				  *after = token(r->t, i + 1);

	if (next->kind == TOKEN_WORD && next->glued && next->text.len == 1 &&
	    next->text.s[0] >= 'a' && next->text.s[0] <= 'f' &&
	    !(after->glued && after->kind != TOKEN_MARK)) {
		r->h->flags |= FLAG_HALF;
		return i + 1;
	}
	if (daylog_is_mark(next, ".") && next->glued && after->glued &&
	    after->kind == TOKEN_NUMBER && after->digits == 1 &&
	    token(r->t, i + 2)->kind != TOKEN_WORD) {
		r->h->flags |= FLAG_HALF;
		return i + 2;
	}
	return i;
}

/* All numbers behind a label, at a number. */
static size_t numbers_read(struct reading *r, size_t i)
{
	int number = token(r->t, i)->value;
	size_t end;

	number_add(r, number);
	i = half_read(r, i + 1);
	end = total_skip(r->t, i, number);
	return end > i ? end : more_numbers_read(r, i);
}

/* "xx" or "?" in the place of a number. */
static size_t unknown_read(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;

	if (daylog_is_mark(token(t, i), "?")) {
		i = skip_marks(t, i, "?");
	} else if (is_word(token(t, i), WORD_UNKNOWN) &&
		   token(t, i + 1)->kind != TOKEN_WORD) {
		i++;
	} else {
		return 0;
	}
	r->h->flags |= FLAG_NUMBER_UNKNOWN;
	return i;
}

/* --- labels -------------------------------------------------------------- */

/* Each reads one kind of label at token `i`: the index behind it, or 0. */
typedef size_t label_form(struct reading *r, size_t i);

/* What may stand between "Day" and its number: "#", "No.", ":", quotes. */
static size_t number_find(const struct daylog_tokens *t, size_t i)
{
	i = skip_marks(t, i, "#\"':.([=");
	if (is_word(token(t, i), WORD_FILLER) && token(t, i)->text.len <= 6)
		i = skip_marks(t, i + 1, "#.:");
	return i;
}

/* "Dia: 13 de julho", "Day 2022-07-04", but not "Day 1 - 5 May 2020" */
static bool is_date_not_number(const struct daylog_tokens *t, size_t i)
{
	struct daylog_dates dates = { .count = 0 };
	const struct daylog_token *next = token(t, i + 1);

	if (!daylog_dates_read(t, i, &dates))
		return false;
	if (token(t, i)->kind == TOKEN_WORD || token(t, i)->digits >= 4 ||
	    is_word(next, WORD_OF))
		return true;
	return dates.count == 1 && dates.at[0].year &&
	       (dates.at[0].first || next->kind == TOKEN_WORD);
}

/* Day 5, "Day" 5, Day #5, Day: 061/100, Day -3, Day xx */
static size_t label_day(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	const struct daylog_token *word = token(t, i);
	size_t j, end;
	int number;

	if (!is_word(word, WORD_DAY))
		return 0;
	j = number_find(t, i + 1);
	if (daylog_is_mark(token(t, j), "-") && is_number(token(t, j + 1)) &&
	    token(t, j + 1)->glued && !token(t, j)->glued &&
	    token(t, j + 1)->digits <= 2) {
		r->h->negative = true;
		number_add(r, -token(t, j + 1)->value);
		return j + 2;
	}
	j = skip_marks(t, j, "-");
	number = word_number(token(t, j));
	if (number >= 0 && token(t, j + 1)->kind != TOKEN_WORD) {
		number_add(r, number);
		return j + 1;
	}
	end = unknown_read(r, j);
	if (end)
		return end;
	if (is_date_not_number(t, j)) {
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
		return j;
	}
	if (is_number(token(t, j)) && token(t, j)->digits <= 5)
		return numbers_read(r, j);
	if (token(t, j)->kind == TOKEN_END ||
	    (token(t, j)->kind == TOKEN_MARK && j > i + 1)) {
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
		return j;
	}
	return 0;
}

/* R1D5, R2Day75, Р1Д1, Round 1 Day 5, Round 1, Day 5 */
static size_t label_round(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i + 1;
	int round;

	if (!is_word(token(t, i), WORD_ROUND | WORD_ROUND_LETTER))
		return 0;
	j = skip_marks(t, j, "#:");
	if (!is_number(token(t, j)) || token(t, j)->value > LIMIT_ROUND)
		return 0;
	round = token(t, j)->value;
	j = skip_marks(t, j + 1, ",:-/|.");
	if (!is_word(token(t, j), WORD_DAY | WORD_DAY_LETTER))
		return 0;
	j = number_find(t, j + 1);
	if (!is_number(token(t, j)))
		return 0;
	r->h->round = round;
	j = numbers_read(r, j);
	/* "R1D2 Day 2": said twice. */
	i = skip_marks(t, j, ":,-(");
	if (is_word(token(t, i), WORD_DAY) && is_number(token(t, i + 1)) &&
	    token(t, i + 1)->value == r->numbers[r->nnumbers - 1])
		return i + 2;
	return j;
}

/* 第5天, 第二天, 5日目, 5일차 */
static size_t label_after(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	bool nth = is_word(token(t, i), WORD_NTH);
	size_t j = nth ? i + 1 : i, end;
	int number = -1;

	if (is_number(token(t, j))) {
		number = token(t, j)->value;
		end = j + 1;
	} else {
		end = han_number_read(t, j, &number);
	}
	if (!end || !is_word(token(t, end), WORD_DAY_AFTER))
		return 0;
	/* "5天", "5日" alone is a span or a date. */
	if (!nth && token(t, end)->text.len <= 3)
		return 0;
	number_add(r, number);
	return end + 1;
}

/* 5th day, 1er jour, 3. Tag */
static size_t label_ordinal(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i + 1;

	if (!is_number(token(t, i)) || token(t, i)->digits > 3)
		return 0;
	if (is_word(token(t, j), WORD_ORDINAL) && token(t, j)->glued)
		j++;
	else if (daylog_is_mark(token(t, j), "."))
		j++;
	else
		return 0;
	if (!is_word(token(t, j), WORD_DAY) || token(t, j)->glued ||
	    is_number(token(t, j + 1)))
		return 0;
	number_add(r, token(t, i)->value);
	return j + 1;
}

/* D5; that a file has many of them is seen later. */
static size_t label_letter(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	enum daylog_form form = r->h->line.form;

	if (!is_word(token(t, i), WORD_DAY_LETTER) ||
	    !is_number(token(t, i + 1)) || !token(t, i + 1)->glued ||
	    token(t, i + 1)->digits > 3 ||
	    (form != FORM_HEADING && form != FORM_TIGHT && form != FORM_BOLD))
		return 0;
	r->h->abbreviated = true;
	return numbers_read(r, i + 1);
}

static label_form *const labels[] = {
	label_round, label_day, label_after, label_ordinal, label_letter,
};

/* "100DaysOfCode", "#100DaysOfCode 2nd_rap", in front of a label. */
static size_t challenge_skip(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i + 1;

	if (!is_number(token(t, i)) || token(t, i)->value != 100)
		return i;
	if (is_word(token(t, j), WORD_DAY) && is_word(token(t, j + 1), WORD_OF))
		j += 3;
	else if (token(t, j)->kind == TOKEN_WORD && token(t, j)->glued &&
		 token(t, j)->text.len > 6)
		j++;
	else
		return i;
	j = skip_any_marks(t, j);
	if (is_number(token(t, j)) &&
	    is_word(token(t, j + 1), WORD_ORDINAL) &&
	    is_word(token(t, j + 2), WORD_ROUND)) {
		r->h->round = token(t, j)->value <= LIMIT_ROUND
				      ? token(t, j)->value : 0;
		j += 3;
	}
	return skip_any_marks(t, j);
}

/*
 * Does a phrase begin with the label: "Day 16で…", "Day 5's", "Day 18（x）と"?
 * Then it is no header but a sentence about that day.
 */
static bool is_phrase(const struct daylog_tokens *t, size_t i)
{
	const struct daylog_token *next = token(t, i);
	size_t j = i;

	if (next->kind == TOKEN_WORD)
		return next->glued;
	if (daylog_is_mark(next, "'\".") && next->glued)
		return token(t, i + 1)->kind == TOKEN_WORD &&
		       token(t, i + 1)->glued &&
		       daylog_is_mark(next, "'.");
	if (!daylog_is_mark(next, "(["))
		return false;
	while (token(t, j)->kind != TOKEN_END &&
	       !daylog_is_mark(token(t, j), ")]")) {
		if (token(t, j)->kind == TOKEN_NUMBER &&
		    daylog_dates_read(t, j, &(struct daylog_dates){ .count = 0 }))
			return false;
		j++;
	}
	return token(t, j + 1)->kind == TOKEN_WORD && token(t, j + 1)->glued;
}

static size_t label_read(struct reading *r, size_t i)
{
	for (size_t k = 0; k < ARRAY_SIZE(labels); k++) {
		size_t end = labels[k](r, i);

		if (!end)
			continue;
		if (r->nnumbers && is_phrase(r->t, end))
			break;
		return end;
	}
	r->nnumbers = 0;
	r->h->round = 0;
	r->h->flags = 0;
	r->h->abbreviated = r->h->negative = false;
	return 0;
}

/* --- what follows the label ---------------------------------------------- */

static bool only_marks(const struct daylog_tokens *t, size_t i)
{
	return token(t, skip_any_marks(t, i))->kind == TOKEN_END;
}

/* A date deep in the text must be whole, or stand in brackets, or end it. */
static bool date_is_certain(const struct daylog_tokens *t, size_t i, size_t end,
			    const struct daylog_dates *dates)
{
	const struct daylog_date *d = &dates->at[0];

	if (daylog_date_is_complete(d))
		return true;
	if (!i || token(t, i - 1)->kind != TOKEN_MARK)
		return false;
	return daylog_is_mark(token(t, i - 1), "([") &&
	       daylog_is_mark(token(t, end), ")]");
}

/* "R1D95, April 3rd, R1D96 April 4th": label and date again, and again. */
static size_t further_days_read(struct reading *r, size_t i)
{
	for (;;) {
		size_t j = skip_marks(r->t, i, ",;&+)]"), n, end;

		if (is_word(token(r->t, j), WORD_AND))
			j++;
		n = label_again(r->t, j);

		if (n == j || token(r->t, n)->value <=
				      r->numbers[r->nnumbers - 1])
			return i;
		end = daylog_dates_read(r->t, skip_marks(r->t, n + 1, ",:-("),
					&r->dates);
		if (!end)
			return i;
		number_add(r, token(r->t, n)->value);
		i = end;
	}
}

/* Find the date behind the label; the index behind it, or `i`. */
static size_t date_find(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = skip_any_marks(t, i), end;

	while (is_word(token(t, j), WORD_FILLER | WORD_DAY) &&
	       !(token(t, j)->word & WORD_MONTH))
		j = skip_any_marks(t, j + 1);
	end = daylog_dates_read(t, j, &r->dates);
	if (end) {
		end = r->nnumbers ? further_days_read(r, end) : end;
		daylog_dates_spread(&r->dates);
		return end;
	}
	for (j = i; token(t, j)->kind != TOKEN_END; j++) {
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

	for (; token(t, i)->kind != TOKEN_END; i++) {
		const struct daylog_token *at = token(t, i);

		if (is_word(at, WORD_TEMPLATE))
			return true;
		if (at->kind == TOKEN_MARK)
			bracket |= daylog_is_mark(at, "[<{(");
		else if (is_word(at, WORD_FILLER | WORD_UNKNOWN |
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

static void reading_keep(struct reading *r, struct arena *mem)
{
	struct daylog_header *h = r->h;

	h->nnumbers = r->nnumbers;
	h->ndates = r->dates.count;
	if (r->nnumbers) {
		h->numbers = arena_alloc(mem, r->nnumbers * sizeof(int));
		memcpy(h->numbers, r->numbers, r->nnumbers * sizeof(int));
	}
	if (r->dates.count) {
		h->dates = arena_alloc(mem, r->dates.count *
						    sizeof(*h->dates));
		memcpy(h->dates, r->dates.at,
		       r->dates.count * sizeof(*h->dates));
	}
	dates_flag(h, h->dates, h->ndates);
}

/* A line that is a date and no more, or begins with one. */
static bool date_header_read(struct reading *r, size_t i, struct arena *mem)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i, end;

	if (is_word(token(t, j), WORD_PAUSE)) {
		r->h->pause = true;
		j = skip_any_marks(t, j + 1);
	}
	while (is_word(token(t, j), WORD_FILLER) &&
	       !(token(t, j)->word & WORD_MONTH))
		j = skip_any_marks(t, j + 1);
	end = daylog_dates_read(t, j, &r->dates);
	if (!end || !(r->dates.at[0].month || r->dates.at[0].year))
		return false;
	j = label_read(r, skip_any_marks(t, end));
	if (j) {
		r->h->labelled = true;
		end = j;
	}
	r->h->bare = only_marks(t, end);
	/* "July 4 was hard" is a sentence; "20220704进展" a heading. */
	if (!r->h->bare && token(t, end)->kind == TOKEN_WORD &&
	    !token(t, end)->glued)
		return false;
	r->h->separated = true;
	if (!r->nnumbers)
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
	reading_keep(r, mem);
	return true;
}

/*
 * A row of a table with a cell for the number, where a heading would have a
 * label, and one for the date.
 */
static size_t row_label_read(struct reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t end = i + 1;

	if (r->h->line.form != FORM_ROW || !is_number(token(t, i)) ||
	    token(t, i)->digits > 3)
		return 0;
	number_add(r, token(t, i)->value);
	if (!daylog_is_mark(token(t, end), "|") ||
	    !daylog_dates_read(t, skip_any_marks(t, end), &r->dates))
		r->nnumbers = 0;
	r->dates.count = 0;
	return r->nnumbers ? end : 0;
}

bool daylog_header_read(struct daylog_header *out,
			const struct daylog_tokens *t, struct arena *mem)
{
	struct reading r;
	size_t i = skip_any_marks(t, 0), end, tail;

	r.t = t;
	r.h = out;
	r.nnumbers = r.dates.count = 0;
	out->marked = out->line.form == FORM_PLAIN && i &&
		      !daylog_is_mark(token(t, 0), "\"'([#") &&
		      token(t, 0)->mark;
	end = challenge_skip(&r, i);
	tail = label_read(&r, end);
	if (!tail)
		tail = row_label_read(&r, i);
	if (!tail)
		return end == i && date_header_read(&r, i, mem);
	out->separated = token(t, tail)->kind == TOKEN_MARK ||
			 token(t, tail)->kind == TOKEN_END;
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
