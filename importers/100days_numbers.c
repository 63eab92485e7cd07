/* SPDX-License-Identifier: MIT */
/* The numbers behind a label: one, a list or a range; in words and digits. */
#include "importers/100days.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/limits.h"

bool daylog_is_number(const struct daylog_token *t)
{
	return t->kind == TOKEN_NUMBER && t->value >= 0 &&
	       t->value <= LIMIT_DAY_NUMBER;
}

/* The number that a word of a language means ("three"), or -1. */
int daylog_word_number(const struct daylog_token *t)
{
	return t->kind == TOKEN_WORD ? (int)(t->word >> WORD_NUMBER_SHIFT) - 1
				     : -1;
}

/* Behind a word for a day it may be misspelt, if it has no other meaning. */
static int word_number_of(const struct daylog_token *t, struct str day)
{
	int number = daylog_word_number(t);

	if (number >= 0 || !day.len || t->kind != TOKEN_WORD || t->word)
		return number;
	return daylog_number_near(t->text, day);
}

size_t daylog_number_word_read(const struct daylog_tokens *t, size_t i,
			       struct str day, int *out)
{
	size_t j = i + 1;
	int units;

	*out = word_number_of(daylog_token(t, i), day);
	if (*out < 0)
		return 0;
	if (*out < 20 || *out % 10)
		return j;
	j = daylog_skip_marks(t, j, "-");
	if (daylog_is_word(daylog_token(t, j), WORD_AND))
		j++;
	units = word_number_of(daylog_token(t, j), day);
	if (units < 1 || units > 9)
		return i + 1;
	*out += units;
	return j + 1;
}

/* IV, xii: Roman numerals below four hundred; 0: it is none. */
int daylog_roman_number(const struct daylog_token *t)
{
	static const struct {
		const char *digits;
		int value;
	} steps[] = {
		{ "c", 100 }, { "xc", 90 }, { "l", 50 }, { "xl", 40 },
		{ "x", 10 },  { "ix", 9 },  { "v", 5 },	 { "iv", 4 },
		{ "i", 1 },
	};
	struct str rest = t->text;
	int number = 0;

	if (t->kind != TOKEN_WORD || daylog_is_word(t, WORD_UNKNOWN))
		return 0;
	for (size_t k = 0; k < ARRAY_SIZE(steps); k++)
		for (int n = 0; n < 3 && str_starts(rest, steps[k].digits);
		     n++) {
			number += steps[k].value;
			rest = str_from(rest, strlen(steps[k].digits));
		}
	return rest.len ? 0 : number;
}

/* 二, 十二, 二十: Han numerals below a hundred; the index behind, or 0. */
size_t daylog_han_number_read(const struct daylog_tokens *t, size_t i, int *out)
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
	if (!daylog_is_word(daylog_token(t, j), WORD_DAY | WORD_DAY_LETTER))
		return i;
	if (daylog_is_word(daylog_token(t, j), WORD_DAY))
		j = daylog_skip_marks(t, j + 1, "-#.") - 1;
	return daylog_is_number(daylog_token(t, j + 1)) ? j + 1 : i;
}

/*
 * What joins two numbers: '-' for a range, ',' or '&' for a list, or 0.  In a
 * list a dot can have slipped in for a comma.
 */
static char number_joint(const struct daylog_tokens *t, size_t *i, bool in_list)
{
	const struct daylog_token *at = daylog_token(t, *i);
	char joint = 0;

	if (daylog_is_mark(at, "-~"))
		joint = '-';
	else if (daylog_is_mark(at, "&+/"))
		joint = '&';
	else if (daylog_is_mark(at, in_list ? ",." : ","))
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

/* "R1D5 R1D6": the label again, whole and of the very next number, and then
 * nothing but such labels or marks. */
static bool is_next_label(const struct daylog_reading *r, size_t i, size_t n)
{
	const struct daylog_token *behind = daylog_token(r->t, n + 1);

	return n > i && !daylog_token(r->t, i)->glued &&
	       daylog_token(r->t, n)->value ==
		       r->numbers[r->nnumbers - 1] + 1 &&
	       (behind->kind == TOKEN_END || behind->kind == TOKEN_MARK ||
		daylog_label_again(r->t, n + 1) > n + 1);
}

/* "of my #66DaysOfData challenge", "of 100 Days of Code": the challenge by its
 * name; the index behind, or `i`. */
static size_t challenge_skip(const struct daylog_tokens *t, size_t i,
			     int number)
{
	size_t j = i + 1;
	const struct daylog_token *days;

	if (!daylog_is_word(daylog_token(t, i), WORD_OF))
		return i;
	while (daylog_token(t, j)->kind == TOKEN_WORD && j <= i + 2)
		j++;
	j = daylog_skip_marks(t, j, "#");
	days = daylog_token(t, j + 1);
	if (!daylog_is_number(daylog_token(t, j)) ||
	    daylog_token(t, j)->value < number || days->kind != TOKEN_WORD ||
	    !(str_starts(days->text, "day") || daylog_is_word(days, WORD_DAY)))
		return i;
	j += 2;
	if (daylog_is_word(daylog_token(t, j), WORD_OF) &&
	    daylog_token(t, j + 1)->kind == TOKEN_WORD)
		j += 2;
	return str_is(daylog_token(t, j)->text, "challenge") ? j + 1 : j;
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
	    !(daylog_is_mark(daylog_token(t, j + 1), "/") &&
	      daylog_token(t, j + 2)->kind == TOKEN_NUMBER))
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
	if (!tight &&
	    daylog_dashed_date_read(t, j, &(struct daylog_date){ 0 }))
		return false;
	if (daylog_is_mark(next, ":") && next->glued &&
	    daylog_token(t, j + 2)->kind == TOKEN_NUMBER &&
	    daylog_token(t, j + 2)->glued)
		return false;
	if (next->kind != TOKEN_WORD || next->word & (WORD_AND | WORD_TO))
		return !daylog_is_mark(next, "%.") ||
		       daylog_token(t, j + 2)->kind != TOKEN_NUMBER ||
		       !daylog_token(t, j + 2)->glued;
	return tight || (joint == '&' && !next->glued);
}

/* "27 and 28 July 2nd and 3rd": the date begins behind the second number. */
static bool is_pair_before_date(const struct daylog_reading *r, size_t j,
				char joint)
{
	struct daylog_date none = { 0 };

	return joint == '&' && daylog_is_number(daylog_token(r->t, j)) &&
	       daylog_token(r->t, j)->value ==
		       r->numbers[r->nnumbers - 1] + 1 &&
	       daylog_month_day_read(r->t, j + 1, &none);
}

/* "79, 80, 81", "94-96", "13/14", "30~32", "R3D69 - R3D71" */
static size_t more_numbers_read(struct daylog_reading *r, size_t i)
{
	for (;;) {
		const struct daylog_tokens *t = r->t;
		size_t j = i, n;
		char joint = number_joint(t, &j, r->nnumbers > 1);
		int last = r->numbers[r->nnumbers - 1];

		n = daylog_label_again(t, j);
		/* "Day 1 / Jour 1": in another language. */
		if (joint == '&' && n > j && daylog_token(t, n)->value == last) {
			i = n + 1;
			continue;
		}
		if (!joint) {
			if (!is_next_label(r, i, n))
				return i;
			daylog_number_add(r, daylog_token(t, n)->value);
			i = n + 1;
			continue;
		}
		if ((!number_goes_on(t, i, n, joint, n > j) &&
		     !is_pair_before_date(r, n, joint)) ||
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
size_t daylog_numbers_read(struct daylog_reading *r, size_t i)
{
	int number = daylog_token(r->t, i)->value;
	size_t end;

	daylog_number_add(r, number);
	i = half_read(r, i + 1);
	end = challenge_skip(r->t, i, number);
	r->h->of_total = end > i;
	if (end > i)
		return end;
	end = total_skip(r->t, i, number);
	r->h->of_total = end > i && daylog_is_mark(daylog_token(r->t, i), "/");
	return end > i ? end : more_numbers_read(r, i);
}
