/* SPDX-License-Identifier: MIT */
/* The label of a header and its numbers: "Day 5", "R1D13/14", "第5天". */
#include "importers/100days.h"

#include <string.h>

#include "core/base/limits.h"

/* The days of a challenge that can be no day of a month. */
#define OF_TOTAL_LEAST 32
#define OF_TOTAL_MOST 999

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
		i = daylog_skip_marks(t, i + 1, "#.:-");
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

/* "Day one", "Day IV"; that a file has many of the latter is seen later. */
static size_t label_day_word(struct daylog_reading *r, size_t i, struct str day)
{
	const struct daylog_tokens *t = r->t;
	int number;
	size_t end = daylog_number_word_read(
		t, i, r->h->line.form == FORM_HEADING ? day : STR_NONE,
		&number);

	if (!end) {
		number = daylog_roman_number(daylog_token(t, i));
		end = number ? i + 1 : 0;
		r->h->roman = number > 0;
	}
	/* "Day one was hard" is a sentence, "## Day One Review" is none. */
	if (!end || (daylog_token(t, end)->kind == TOKEN_WORD &&
		     (r->h->roman || r->h->line.form != FORM_HEADING))) {
		r->h->roman = false;
		return 0;
	}
	daylog_number_add(r, number);
	return end;
}

/* "Dya 5: queues"; that the very number lacks is seen later. */
static size_t label_day_misspelt(struct daylog_reading *r, size_t i)
{
	const struct daylog_token *word = daylog_token(r->t, i),
				  *next = daylog_token(r->t, i + 2);

	if (r->h->line.form != FORM_HEADING || word->kind != TOKEN_WORD ||
	    word->word || !daylog_is_day_misspelt(word->text) ||
	    !daylog_is_number(daylog_token(r->t, i + 1)) ||
	    daylog_token(r->t, i + 1)->digits > 3 ||
	    (next->kind != TOKEN_MARK && next->kind != TOKEN_END))
		return 0;
	daylog_number_add(r, daylog_token(r->t, i + 1)->value);
	r->h->misspelt = true;
	return i + 2;
}

/* A word for several days, in languages that tell them from one. */
static bool is_plural(struct str word)
{
	static const char *const days[] = { "days", "dias", "jours", "tage",
					    "giorni", "dagen", "dagar" };

	return str_is_among(word, days, ARRAY_SIZE(days));
}

/* Day 5, "Day" 5, Day #5, Day: 061/100, Day -3, Day xx */
static size_t label_day(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	const struct daylog_token *word = daylog_token(t, i);
	size_t j, end;

	if (!daylog_is_word(word, WORD_DAY))
		return label_day_misspelt(r, i);
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
	end = label_day_word(r, j, word->text);
	if (end)
		return end;
	end = unknown_read(r, j);
	if (end)
		return end;
	if (is_date_not_number(t, j)) {
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
		return j;
	}
	if (daylog_is_number(daylog_token(t, j)) &&
	    daylog_token(t, j)->digits <= 5)
		return daylog_numbers_read(r, j);
	if (j > i + 1 && (daylog_token(t, j)->kind == TOKEN_END ||
			  daylog_token(t, j)->kind == TOKEN_MARK)) {
		r->h->flags |= FLAG_NUMBER_UNKNOWN;
		r->h->plural = is_plural(word->text);
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
	j = daylog_numbers_read(r, j);
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
		end = daylog_han_number_read(t, j, &number);
	}
	if (!end || !daylog_is_word(daylog_token(t, end), WORD_DAY_AFTER))
		return 0;
	/* "5天", "5日" alone is a span or a date. */
	if (!nth && daylog_token(t, end)->text.len <= 3)
		return 0;
	daylog_number_add(r, number);
	return end + 1;
}

/* First day, primer día */
static size_t label_nth(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	int number = daylog_word_number(daylog_token(t, i));

	if (number < 1 || !daylog_is_word(daylog_token(t, i), WORD_NTH) ||
	    !daylog_is_word(daylog_token(t, i + 1), WORD_DAY) ||
	    daylog_token(t, i + 2)->kind == TOKEN_WORD)
		return 0;
	daylog_number_add(r, number);
	return i + 2;
}

/* 5th day, 1er jour, 3. Tag */
static size_t label_ordinal(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = i + 1;

	if (!daylog_is_number(daylog_token(t, i)) ||
	    daylog_token(t, i)->digits > 3)
		return 0;
	if (daylog_token(t, j)->glued && daylog_skip_ordinal(t, j) > j)
		j = daylog_skip_ordinal(t, j);
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

/* D5, D+5; that a file has many of them is seen later. */
static size_t label_letter(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t n = daylog_skip_marks(t, i + 1, "+");

	if (!daylog_is_word(daylog_token(t, i), WORD_DAY_LETTER) ||
	    !daylog_is_number(daylog_token(t, n)) ||
	    !daylog_token(t, i + 1)->glued || !daylog_token(t, n)->glued ||
	    daylog_token(t, n)->digits > 3)
		return 0;
	r->h->abbreviated = true;
	return daylog_numbers_read(r, n);
}

/* "12/100", "[12/60]": so many of a challenge, and no date; that a file has
 * many of them is seen later. */
static size_t label_of_total(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	const struct daylog_token *slash = daylog_token(t, i + 1),
				  *total = daylog_token(t, i + 2),
				  *next = daylog_token(t, i + 3);

	/* "40/50 pass" is a line of text. */
	if (total->value != 100 && r->h->line.form > FORM_BOLD)
		return 0;
	/* "001 / 100" is counted, "1 / 60" may be of anything. */
	if (!daylog_is_number(daylog_token(t, i)) ||
	    daylog_token(t, i)->digits > 3 || !daylog_is_mark(slash, "/") ||
	    ((!slash->glued || !total->glued) && total->value != 100) ||
	    !daylog_is_within(total, OF_TOTAL_LEAST, OF_TOTAL_MOST) ||
	    daylog_token(t, i)->value > total->value ||
	    (next->glued && (next->kind != TOKEN_MARK ||
			     daylog_is_mark(next, "/.%-"))))
		return 0;
	r->h->abbreviated = r->h->of_total = true;
	daylog_number_add(r, daylog_token(t, i)->value);
	return i + 3;
}

static label_form *const labels[] = {
	label_round,   label_day,    label_after, label_nth,
	label_ordinal, label_letter, label_of_total,
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

/* "Day 5 - R2D5", "Day 5, Round 2": the index behind the round, or `i`. */
static size_t round_behind(struct daylog_reading *r, size_t i)
{
	const struct daylog_tokens *t = r->t;
	size_t j = daylog_skip_marks(t, i, ":,-(|[/"), k;
	const struct daylog_token *word = daylog_token(t, j);
	const struct daylog_token *round = daylog_token(t, j + 1);

	if (r->h->round || r->nnumbers != 1 ||
	    !daylog_is_word(word, WORD_ROUND | WORD_ROUND_LETTER) ||
	    !daylog_is_number(round) || round->value > LIMIT_ROUND ||
	    (word->text.len == 1 && !round->glued))
		return i;
	k = daylog_skip_marks(t, j + 2, ",:-/|.");
	if (daylog_is_word(daylog_token(t, k), WORD_DAY | WORD_DAY_LETTER) &&
	    daylog_is_number(daylog_token(t, k + 1)) &&
	    daylog_token(t, k + 1)->value == r->numbers[0])
		j = k;
	else if (daylog_token(t, j + 2)->kind == TOKEN_WORD)
		return i;
	r->h->round = round->value;
	return j + 2;
}

size_t daylog_label_read(struct daylog_reading *r, size_t i)
{
	for (size_t k = 0; k < ARRAY_SIZE(labels); k++) {
		size_t end = labels[k](r, i);

		if (!end)
			continue;
		if (r->nnumbers && is_phrase(r->t, end))
			break;
		return round_behind(r, end);
	}
	r->nnumbers = 0;
	r->h->round = 0;
	r->h->flags = 0;
	r->h->abbreviated = r->h->negative = r->h->roman = false;
	r->h->of_total = false;
	r->h->misspelt = r->h->plural = false;
	return 0;
}
