/* SPDX-License-Identifier: MIT */
/* The label of a header and its numbers: "Day 5", "R1D13/14", "第5天". */
#include "importers/100days.h"

#include <string.h>

#include "core/base/limits.h"

bool daylog_is_number(const struct daylog_token *t)
{
	return t->kind == TOKEN_NUMBER && t->value >= 0 &&
	       t->value <= LIMIT_DAY_NUMBER;
}

/* The number that a word of a language means ("three"), or -1. */
static int word_number(const struct daylog_token *t)
{
	return t->kind == TOKEN_WORD ? (int)(t->word >> WORD_NUMBER_SHIFT) - 1
				     : -1;
}

/* 二, 十二, 二十: Han numerals below a hundred; the index behind, or 0. */
static size_t han_number_read(const struct daylog_tokens *t, size_t i, int *out)
{
	static const char *const digits[] = { "〇", "一", "二", "三",
					      "四", "五", "六", "七",
					      "八", "九", "十" };
	size_t first = i;

	for (*out = 0; i < first + 3; i++) {
		int digit = -1;

		for (int d = 0; d <= 10; d++)
			if (str_is(daylog_token(t, i)->text, digits[d]))
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

void daylog_number_add(struct daylog_reading *r, int number)
{
	if (r->nnumbers < ARRAY_SIZE(r->numbers))
		r->numbers[r->nnumbers++] = number;
}

/* All numbers behind the last one, up to `to`. */
static bool number_add_through(struct daylog_reading *r, int to)
{
	int from = r->nnumbers ? r->numbers[r->nnumbers - 1] : to;

	if (to <= from || to - from > DAYLOG_RANGE)
		return false;
	for (int n = from + 1; n <= to; n++)
		daylog_number_add(r, n);
	r->h->flags |= FLAG_RANGE;
	return true;
}

/* Behind "R1D13" or "Day 13": the label again, "R1D", "D" or "Day". */
size_t daylog_label_again(const struct daylog_tokens *t, size_t i)
{
	size_t j = i;

	if (daylog_is_word(daylog_token(t, j),
			   WORD_ROUND_LETTER | WORD_ROUND) &&
	    daylog_is_number(daylog_token(t, j + 1)))
		j += 2;
	if (daylog_is_word(daylog_token(t, j), WORD_DAY | WORD_DAY_LETTER) &&
	    daylog_is_number(daylog_token(t, j + 1)))
		return j + 1;
	return i;
}

/* What joins two numbers: '-' for a range, ',' or '&' for a list, or 0. */
static char number_joint(const struct daylog_tokens *t, size_t *i)
{
	const struct daylog_token *at = daylog_token(t, *i);
	char joint = 0;

	if (daylog_is_mark(at, "-~"))
		joint = '-';
	else if (daylog_is_mark(at, "&+/"))
		joint = '&';
	else if (daylog_is_mark(at, ","))
		joint = ',';
	else if (daylog_is_word(at, WORD_TO))
		joint = '-';
	else if (daylog_is_word(at, WORD_AND))
		joint = '&';
	else
		return 0;
	*i = daylog_skip_marks(t, *i + 1, "&");
	if (joint == ',' && daylog_is_word(daylog_token(t, *i), WORD_AND))
		++*i;
	return joint;
}

/* "of 100", "/100": how many days the challenge has; the index behind. */
static size_t total_skip(const struct daylog_tokens *t, size_t i, int number)
{
	const struct daylog_token *of = daylog_token(t, i), *total;
	size_t j = i + 1;

	while (daylog_is_word(daylog_token(t, j), WORD_OF))
		j++;
	total = daylog_token(t, j);
	if (!daylog_is_number(total) || total->value < number)
		return i;
	if (daylog_is_word(of, WORD_OF) &&
	    !daylog_is_word(daylog_token(t, j + 1), WORD_MONTH))
		return j + 1;
	if (daylog_is_mark(of, "/") && total->glued && total->value > number &&
	    (total->value == 100 || total->value > number + 1) &&
	    !daylog_is_mark(daylog_token(t, j + 1), "/"))
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
	const struct daylog_token *n = daylog_token(t, j),
				  *next = daylog_token(t, j + 1);
	bool tight = daylog_token(t, i)->glued && n->glued;

	if (!daylog_is_number(n) || n->digits > 4)
		return false;
	if (labelled)
		return true;
	if (daylog_dates_read(t, j, &(struct daylog_dates){ .count = 0 }) &&
	    !(tight && n->digits <= 3 && next->kind != TOKEN_WORD))
		return false;
	if (daylog_is_mark(next, ":") && next->glued &&
	    daylog_token(t, j + 2)->kind == TOKEN_NUMBER &&
	    daylog_token(t, j + 2)->glued)
		return false;
	if (next->kind != TOKEN_WORD || next->word & (WORD_AND | WORD_TO))
		return !daylog_is_mark(next, "%.") ||
		       daylog_token(t, j + 2)->kind != TOKEN_NUMBER;
	return tight || (joint == '&' && !next->glued);
}

/* "79, 80, 81", "94-96", "13/14", "30~32", "R3D69 - R3D71" */
static size_t more_numbers_read(struct daylog_reading *r, size_t i)
{
	for (;;) {
		const struct daylog_tokens *t = r->t;
		size_t j = i, n;
		char joint = number_joint(t, &j);
		int last = r->numbers[r->nnumbers - 1];

		if (!joint)
			return i;
		n = daylog_label_again(t, j);
		if (!number_goes_on(t, i, n, joint, n > j) ||
		    (daylog_token(t, n)->value <= last && n == j))
			return i;
		if (joint == '-' &&
		    !number_add_through(r, daylog_token(t, n)->value))
			return i;
		if (joint != '-')
			daylog_number_add(r, daylog_token(t, n)->value);
		i = n + 1;
	}
}

/* "39a", "7.5" */
static size_t half_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_token *next = daylog_token(r->t, i),
				  *after = daylog_token(r->t, i + 1);

	if (next->kind == TOKEN_WORD && next->glued && next->text.len == 1 &&
	    next->text.s[0] >= 'a' && next->text.s[0] <= 'f' &&
	    !(after->glued && after->kind != TOKEN_MARK)) {
		r->h->flags |= FLAG_HALF;
		return i + 1;
	}
	if (daylog_is_mark(next, ".") && next->glued && after->glued &&
	    after->kind == TOKEN_NUMBER && after->digits == 1 &&
	    daylog_token(r->t, i + 2)->kind != TOKEN_WORD) {
		r->h->flags |= FLAG_HALF;
		return i + 2;
	}
	return i;
}

/* All numbers behind a label, at a number. */
static size_t numbers_read(struct daylog_reading *r, size_t i)
{
	int number = daylog_token(r->t, i)->value;
	size_t end;

	daylog_number_add(r, number);
	i = half_read(r, i + 1);
	end = total_skip(r->t, i, number);
	return end > i ? end : more_numbers_read(r, i);
}

/* "xx" or "?" in the place of a number. */
static size_t unknown_read(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;

	if (daylog_is_mark(daylog_token(t, i), "?")) {
		i = daylog_skip_marks(t, i, "?");
	} else if (daylog_is_word(daylog_token(t, i), WORD_UNKNOWN) &&
		   daylog_token(t, i + 1)->kind != TOKEN_WORD) {
		i++;
	} else {
		return 0;
	}
	r->h->flags |= FLAG_NUMBER_UNKNOWN;
	return i;
}

/* --- labels -------------------------------------------------------------- */

/* Each reads one kind of label at token `i`: the index behind it, or 0. */
typedef size_t label_form(struct daylog_reading *r, size_t i);

/* What may stand between "Day" and its number: "#", "No.", ":", quotes. */
static size_t number_find(const struct daylog_tokens *t, size_t i)
{
	i = daylog_skip_marks(t, i, "#\"':.([=");
	if (daylog_is_word(daylog_token(t, i), WORD_FILLER) &&
	    daylog_token(t, i)->text.len <= 6)
		i = daylog_skip_marks(t, i + 1, "#.:");
	return i;
}

/* "Dia: 13 de julho", "Day 2022-07-04", but not "Day 1 - 5 May 2020" */
static bool is_date_not_number(const struct daylog_tokens *t, size_t i)
{
	struct daylog_dates dates = { .count = 0 };
	const struct daylog_token *next = daylog_token(t, i + 1);

	if (!daylog_dates_read(t, i, &dates))
		return false;
	if (daylog_token(t, i)->kind == TOKEN_WORD ||
	    daylog_token(t, i)->digits >= 4 || daylog_is_word(next, WORD_OF))
		return true;
	return dates.count == 1 && dates.at[0].year &&
	       (dates.at[0].first || next->kind == TOKEN_WORD);
}

/* Day 5, "Day" 5, Day #5, Day: 061/100, Day -3, Day xx */
static size_t label_day(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	const struct daylog_token *word = daylog_token(t, i);
	size_t j, end;
	int number;

	if (!daylog_is_word(word, WORD_DAY))
		return 0;
	j = number_find(t, i + 1);
	if (daylog_is_mark(daylog_token(t, j), "-") &&
	    daylog_is_number(daylog_token(t, j + 1)) &&
	    daylog_token(t, j + 1)->glued && !daylog_token(t, j)->glued &&
	    daylog_token(t, j + 1)->digits <= 2) {
		r->h->negative = true;
		daylog_number_add(r, -daylog_token(t, j + 1)->value);
		return j + 2;
	}
	j = daylog_skip_marks(t, j, "-");
	number = word_number(daylog_token(t, j));
	if (number >= 0 && daylog_token(t, j + 1)->kind != TOKEN_WORD) {
		daylog_number_add(r, number);
		return j + 1;
	}
	end = unknown_read(r, j);
	if (end)
		return end;
	if (is_date_not_number(t, j)) {
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
		return j;
	}
	if (daylog_is_number(daylog_token(t, j)) &&
	    daylog_token(t, j)->digits <= 5)
		return numbers_read(r, j);
	if (daylog_token(t, j)->kind == TOKEN_END ||
	    (daylog_token(t, j)->kind == TOKEN_MARK && j > i + 1)) {
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
		return j;
	}
	return 0;
}

/* R1D5, R2Day75, Р1Д1, Round 1 Day 5, Round 1, Day 5 */
static size_t label_round(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i + 1;
	int round;

	if (!daylog_is_word(daylog_token(t, i), WORD_ROUND | WORD_ROUND_LETTER))
		return 0;
	j = daylog_skip_marks(t, j, "#:");
	if (!daylog_is_number(daylog_token(t, j)) ||
	    daylog_token(t, j)->value > LIMIT_ROUND)
		return 0;
	round = daylog_token(t, j)->value;
	j = daylog_skip_marks(t, j + 1, ",:-/|.");
	if (!daylog_is_word(daylog_token(t, j), WORD_DAY | WORD_DAY_LETTER))
		return 0;
	j = number_find(t, j + 1);
	if (!daylog_is_number(daylog_token(t, j)))
		return 0;
	r->h->round = round;
	j = numbers_read(r, j);
	/* "R1D2 Day 2": said twice. */
	i = daylog_skip_marks(t, j, ":,-(");
	if (daylog_is_word(daylog_token(t, i), WORD_DAY) &&
	    daylog_is_number(daylog_token(t, i + 1)) &&
	    daylog_token(t, i + 1)->value == r->numbers[r->nnumbers - 1])
		return i + 2;
	return j;
}

/* 第5天, 第二天, 5日目, 5일차 */
static size_t label_after(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	bool nth = daylog_is_word(daylog_token(t, i), WORD_NTH);
	size_t j = nth ? i + 1 : i, end;
	int number = -1;

	if (daylog_is_number(daylog_token(t, j))) {
		number = daylog_token(t, j)->value;
		end = j + 1;
	} else {
		end = han_number_read(t, j, &number);
	}
	if (!end || !daylog_is_word(daylog_token(t, end), WORD_DAY_AFTER))
		return 0;
	/* "5天", "5日" alone is a span or a date. */
	if (!nth && daylog_token(t, end)->text.len <= 3)
		return 0;
	daylog_number_add(r, number);
	return end + 1;
}

/* 5th day, 1er jour, 3. Tag */
static size_t label_ordinal(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i + 1;

	if (!daylog_is_number(daylog_token(t, i)) ||
	    daylog_token(t, i)->digits > 3)
		return 0;
	if (daylog_is_word(daylog_token(t, j), WORD_ORDINAL) &&
	    daylog_token(t, j)->glued)
		j++;
	else if (daylog_is_mark(daylog_token(t, j), "."))
		j++;
	else
		return 0;
	if (!daylog_is_word(daylog_token(t, j), WORD_DAY) ||
	    daylog_token(t, j)->glued ||
	    daylog_is_number(daylog_token(t, j + 1)))
		return 0;
	daylog_number_add(r, daylog_token(t, i)->value);
	return j + 1;
}

/* D5; that a file has many of them is seen later. */
static size_t label_letter(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	enum daylog_form form = r->h->line.form;

	if (!daylog_is_word(daylog_token(t, i), WORD_DAY_LETTER) ||
	    !daylog_is_number(daylog_token(t, i + 1)) ||
	    !daylog_token(t, i + 1)->glued ||
	    daylog_token(t, i + 1)->digits > 3 ||
	    (form != FORM_HEADING && form != FORM_TIGHT && form != FORM_BOLD))
		return 0;
	r->h->abbreviated = true;
	return numbers_read(r, i + 1);
}

static label_form *const labels[] = {
	label_round, label_day, label_after, label_ordinal, label_letter,
};

/* "100DaysOfCode", "#100DaysOfCode 2nd_rap", in front of a label. */
size_t daylog_challenge_skip(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i + 1;

	if (!daylog_is_number(daylog_token(t, i)) ||
	    daylog_token(t, i)->value != 100)
		return i;
	if (daylog_is_word(daylog_token(t, j), WORD_DAY) &&
	    daylog_is_word(daylog_token(t, j + 1), WORD_OF))
		j += 3;
	else if (daylog_token(t, j)->kind == TOKEN_WORD &&
		 daylog_token(t, j)->glued && daylog_token(t, j)->text.len > 6)
		j++;
	else
		return i;
	j = daylog_skip_any_marks(t, j);
	if (daylog_is_number(daylog_token(t, j)) &&
	    daylog_is_word(daylog_token(t, j + 1), WORD_ORDINAL) &&
	    daylog_is_word(daylog_token(t, j + 2), WORD_ROUND)) {
		r->h->round = daylog_token(t, j)->value <= LIMIT_ROUND
				      ? daylog_token(t, j)->value
				      : 0;
		j += 3;
	}
	return daylog_skip_any_marks(t, j);
}

/*
 * Does a phrase begin with the label: "Day 16で…", "Day 5's", "Day 18（x）と"?
 * Then it is no header but a sentence about that day.
 */
static bool is_phrase(const struct daylog_tokens *t, size_t i)
{
	const struct daylog_token *next = daylog_token(t, i);
	size_t j = i;

	if (next->kind == TOKEN_WORD)
		return next->glued;
	if (daylog_is_mark(next, "'\".") && next->glued)
		return daylog_token(t, i + 1)->kind == TOKEN_WORD &&
		       daylog_token(t, i + 1)->glued &&
		       daylog_is_mark(next, "'.");
	if (!daylog_is_mark(next, "(["))
		return false;
	while (daylog_token(t, j)->kind != TOKEN_END &&
	       !daylog_is_mark(daylog_token(t, j), ")]")) {
		if (daylog_token(t, j)->kind == TOKEN_NUMBER &&
		    daylog_dates_read(t, j,
				      &(struct daylog_dates){ .count = 0 }))
			return false;
		j++;
	}
	return daylog_token(t, j + 1)->kind == TOKEN_WORD &&
	       daylog_token(t, j + 1)->glued;
}

size_t daylog_label_read(struct daylog_reading *r, size_t i)
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
