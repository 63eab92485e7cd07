/* SPDX-License-Identifier: MIT */
/* One date, in each of the forms that people write it in. */
#include "importers/100days.h"

bool daylog_is_day(const struct daylog_token *t)
{
	return t->digits <= 2 && daylog_is_within(t, 1, 31);
}

/* What word this is, also when it is misspelt. */
unsigned daylog_word_of(const struct daylog_token *t)
{
	if (t->kind != TOKEN_WORD)
		return 0;
	return t->word ? t->word : daylog_word_near(t->text);
}

int daylog_weekday(const struct daylog_token *t)
{
	return (int)(daylog_word_of(t) & WORD_WEEKDAY) >> WORD_WEEKDAY_SHIFT;
}

/* "st" behind a number, or "º" */
size_t daylog_skip_ordinal(const struct daylog_tokens *t, size_t i)
{
	const struct daylog_token *next = daylog_token(t, i),
				  *after = daylog_token(t, i + 1);

	if (daylog_is_word(next, WORD_ORDINAL) && !(next->word & WORD_MONTH) &&
	    (next->glued ||
	     (next->text.len > 1 &&
	      !(next->word & (WORD_TO | WORD_AND | WORD_OF)))))
		return i + 1;
	/* 3-е */
	if (daylog_is_mark(next, "-") && next->glued && after->glued &&
	    daylog_is_word(after, WORD_ORDINAL) &&
	    !daylog_token(t, i + 2)->glued)
		return i + 2;
	return i;
}

bool daylog_date_is_complete(const struct daylog_date *d)
{
	return d->year && (d->day || d->first);
}

/* --- one date, each way to write it -------------------------------------- */

/*
 * Each reads one form at token `i` into *d and gives the index behind it, or
 * 0.  Month and day only, or with the year where the form puts it between.
 */
typedef size_t date_form(const struct daylog_tokens *t, size_t i,
			 struct daylog_date *d);

/* "T06:12:58+08:00", "T06:12Z" right behind a date (RFC 3339): the index
 * behind the time, or `i`. */
static size_t time_skip(const struct daylog_tokens *t, size_t i)
{
	const struct daylog_token *mark = daylog_token(t, i);
	size_t j = i + 1;

	if (mark->kind != TOKEN_WORD || !mark->glued ||
	    !str_is(mark->text, "t") ||
	    !daylog_token(t, j)->glued ||
	    !daylog_is_within(daylog_token(t, j), 0, 24) ||
	    !daylog_is_mark(daylog_token(t, j + 1), ":"))
		return i;
	while (daylog_is_mark(daylog_token(t, j + 1), ":.+-") &&
	       daylog_token(t, j + 1)->glued &&
	       daylog_token(t, j + 2)->kind == TOKEN_NUMBER &&
	       daylog_token(t, j + 2)->glued)
		j += 2;
	mark = daylog_token(t, j + 1);
	return mark->kind == TOKEN_WORD && mark->glued &&
			       str_is(mark->text, "z")
		       ? j + 2 : j + 1;
}

/* 2022-07-04, 2022/7/4, 2022.7.4 */
static size_t read_year_first(const struct daylog_tokens *t, size_t i,
			      struct daylog_date *d)
{
	size_t j = i + 1, k;
	const struct daylog_token *m, *day;

	if (!daylog_is_year(daylog_token(t, i)) ||
	    !daylog_is_mark(daylog_token(t, j), "-/._"))
		return 0;
	j = daylog_skip_marks(t, j, "-/._");
	m = daylog_token(t, j);
	k = daylog_skip_marks(t, j + 1, "-/._");
	day = daylog_token(t, k);
	if (k == j + 1 || !daylog_is_within(m, 1, 31) ||
	    !daylog_is_within(day, 1, 31))
		return 0;
	d->year = daylog_token(t, i)->value;
	d->month = m->value;
	d->day = day->value;
	if (d->month > 12 && d->day <= 12) {
		d->month = day->value;
		d->day = m->value;
		d->corrected = true;
	}
	return time_skip(t, k + 1);
}

static bool is_of_log(int year)
{
	return year >= DAYLOG_YEAR_FIRST && year <= DAYLOG_YEAR_LAST;
}

/* 20220704; 04072022 */
static size_t read_compact(const struct daylog_tokens *t, size_t i,
			   struct daylog_date *d)
{
	const struct daylog_token *n = daylog_token(t, i);

	if (n->kind != TOKEN_NUMBER || n->digits != 8 || n->value < 0)
		return 0;
	d->year = n->value / 10000;
	d->month = n->value / 100 % 100;
	d->day = n->value % 100;
	if (is_of_log(d->year) && d->month >= 1 && d->month <= 12 &&
	    d->day >= 1 && d->day <= 31)
		return i + 1;
	*d = (struct daylog_date){
		.first = n->value / 1000000,
		.second = n->value / 10000 % 100,
		.year = n->value % 10000,
	};
	return is_of_log(d->year) && d->first >= 1 && d->first <= 31 &&
			       d->second >= 1 && d->second <= 31
		       ? i + 1
		       : 0;
}

/* Behind the number, as 月, or in Latin letters before it, as "tháng"? */
static bool is_month_unit(const struct daylog_token *t, bool before)
{
	return daylog_is_word(t, WORD_MONTH_UNIT) &&
	       before == ((unsigned char)t->text.s[0] < 0x80);
}

/* 4 tháng 7 */
static size_t read_month_unit(const struct daylog_tokens *t, size_t i,
			      struct daylog_date *d)
{
	if (!daylog_is_day(daylog_token(t, i)) ||
	    !is_month_unit(daylog_token(t, i + 1), true) ||
	    !daylog_is_within(daylog_token(t, i + 2), 1, 12))
		return 0;
	d->day = daylog_token(t, i)->value;
	d->month = daylog_token(t, i + 2)->value;
	return i + 3;
}

/* [2022年]7月4日 */
static size_t read_units(const struct daylog_tokens *t, size_t i,
			 struct daylog_date *d)
{
	if (daylog_is_within(daylog_token(t, i), 1, DAYLOG_YEAR_LAST) &&
	    daylog_is_word(daylog_token(t, i + 1), WORD_YEAR_UNIT)) {
		d->year = daylog_token(t, i)->value;
		if (d->year < 100)
			d->year += 2000;
		i += 2;
	}
	if (!daylog_is_within(daylog_token(t, i), 1, 12) ||
	    !is_month_unit(daylog_token(t, i + 1), false) ||
	    !daylog_is_day(daylog_token(t, i + 2)))
		return 0;
	d->month = daylog_token(t, i)->value;
	d->day = daylog_token(t, i + 2)->value;
	i += 3;
	return daylog_is_word(daylog_token(t, i), WORD_DAY_UNIT) ? i + 1 : i;
}

/* 04/07/2022, 4.7.22; which is the month, the file must tell */
static size_t read_numbers(const struct daylog_tokens *t, size_t i,
			   struct daylog_date *d)
{
	const struct daylog_token *a = daylog_token(t, i),
				  *b = daylog_token(t, i + 2),
				  *y = daylog_token(t, i + 4);
	const char *marks = "/.-";

	if (!daylog_is_within(a, 1, 99) ||
	    !daylog_is_mark(daylog_token(t, i + 1), marks) ||
	    !daylog_is_day(b) ||
	    !daylog_is_mark(daylog_token(t, i + 3), marks) ||
	    daylog_token(t, i + 1)->mark != daylog_token(t, i + 3)->mark ||
	    (daylog_token(t, i + 1)->glued != daylog_token(t, i + 3)->glued &&
	     daylog_is_mark(daylog_token(t, i + 1), "-")) ||
	    y->kind != TOKEN_NUMBER || y->value < 0)
		return 0;
	if (a->value > 31) {
		d->year = 2000 + a->value;
		d->month = b->value;
		d->day = y->value;
		return d->year <= 2060 && daylog_is_day(y) && b->value <= 12
			       ? i + 5
			       : 0;
	}
	d->first = a->value;
	d->second = b->value;
	d->dotted = daylog_is_mark(daylog_token(t, i + 1), ".");
	if (y->digits == 2) {
		d->year = 2000 + y->value;
		d->third = a->digits == 2 ? y->value : 0;
	} else if (daylog_is_year(y)) {
		d->year = y->value;
	} else if (y->digits >= 3 && y->digits <= 5) {
		d->corrected = d->no_year = true;
	} else {
		return 0;
	}
	return i + 5;
}

/* 1218//2018: a mark was lost or doubled */
static size_t read_slipped(const struct daylog_tokens *t, size_t i,
			   struct daylog_date *d)
{
	const struct daylog_token *ab = daylog_token(t, i);
	size_t j = daylog_skip_marks(t, i + 1, "/.-");

	if (ab->kind != TOKEN_NUMBER || ab->digits < 3 || ab->digits > 4 ||
	    j == i + 1 || !daylog_is_year(daylog_token(t, j)) ||
	    daylog_is_year(ab))
		return 0;
	d->first = ab->value / 100;
	d->second = ab->value % 100;
	d->year = daylog_token(t, j)->value;
	d->corrected = true;
	return d->first >= 1 && d->second >= 1 && d->second <= 31 &&
			       d->first <= 31
		       ? j + 1
		       : 0;
}

static int month_of(const struct daylog_token *t, bool *typo)
{
	unsigned word = daylog_word_of(t);

	*typo = (word & WORD_TYPO) && (word & WORD_MONTH);
	return (int)(word & WORD_MONTH);
}

/* July 4; Jul. 4th; July 4; January Y20 */
size_t daylog_month_day_read(const struct daylog_tokens *t, size_t i,
			     struct daylog_date *d)
{
	bool typo;
	int month = month_of(daylog_token(t, i), &typo);
	size_t j = daylog_skip_marks(t, i + 1, ".,-/:'");

	j = daylog_skip_words(t, j, WORD_OF);
	if (month && daylog_token(t, j)->kind == TOKEN_WORD &&
	    daylog_token(t, j)->text.len == 1 &&
	    daylog_token(t, j + 1)->glued &&
	    daylog_is_day(daylog_token(t, j + 1)) &&
	    !daylog_is_word(daylog_token(t, j), WORD_OF)) {
		d->corrected = true;
		j++;
	}
	if (!month || !daylog_is_day(daylog_token(t, j)) ||
	    daylog_is_mark(daylog_token(t, j + 1), "%"))
		return 0;
	d->month = month;
	d->typo = typo;
	d->day = daylog_token(t, j)->value;
	return daylog_skip_ordinal(t, j + 1);
}

/* 4 July; 4th of July; 04. Juli; 15MAY; 1er Septembre */
size_t daylog_day_month_read(const struct daylog_tokens *t, size_t i,
			     struct daylog_date *d)
{
	size_t j = daylog_skip_ordinal(t, i + 1);

	j = daylog_skip_marks(t, j, ".,-/'");
	j = daylog_skip_words(t, j, WORD_OF);
	if (!daylog_is_day(daylog_token(t, i)))
		return 0;
	d->month = month_of(daylog_token(t, j), &d->typo);
	if (!d->month)
		return 0;
	d->day = daylog_token(t, i)->value;
	j++;
	/* 6-Jan-21 */
	if (daylog_is_mark(daylog_token(t, i + 1), "-/.") &&
	    daylog_is_mark(daylog_token(t, j), "-/.") &&
	    daylog_token(t, j)->glued && daylog_token(t, j + 1)->glued &&
	    daylog_year_read(t, j + 1, d))
		return j + 2;
	return daylog_is_mark(daylog_token(t, j), ".") ? j + 1 : j;
}

/* 2022 July 4; 2022, 4 July */
static size_t read_year_words(const struct daylog_tokens *t, size_t i,
			      struct daylog_date *d)
{
	size_t j = daylog_skip_marks(t, i + 1, ",.-/"), end;

	if (!daylog_is_year(daylog_token(t, i)))
		return 0;
	end = daylog_month_day_read(t, j, d);
	if (!end)
		end = daylog_day_month_read(t, j, d);
	d->year = daylog_token(t, i)->value;
	return end;
}

/* 28/04, only where nothing follows that makes it another thing */
static size_t read_two_numbers(const struct daylog_tokens *t, size_t i,
			       struct daylog_date *d)
{
	const struct daylog_token *next = daylog_token(t, i + 3);

	if (!daylog_is_day(daylog_token(t, i)) ||
	    !daylog_is_day(daylog_token(t, i + 2)) ||
	    !daylog_is_mark(daylog_token(t, i + 1), "/.") ||
	    !daylog_token(t, i + 2)->glued ||
	    (daylog_token(t, i)->value > 12 &&
	     daylog_token(t, i + 2)->value > 12) ||
	    next->kind == TOKEN_WORD || next->kind == TOKEN_NUMBER)
		return 0;
	d->first = daylog_token(t, i)->value;
	d->second = daylog_token(t, i + 2)->value;
	d->dotted = daylog_is_mark(daylog_token(t, i + 1), ".");
	return i + 3;
}

/* Two digits, and not those of a range: "26-06", "03-11". */
static bool is_padded_pair(const struct daylog_token *a,
			   const struct daylog_token *b)
{
	return daylog_is_day(a) && daylog_is_day(b) && a->digits == 2 &&
	       b->digits == 2 && (a->value < 10 || b->value < 10) &&
	       (a->value <= 12 || b->value <= 12);
}

size_t daylog_dashed_date_read(const struct daylog_tokens *t, size_t i,
			       struct daylog_date *d)
{
	const struct daylog_token *dash = daylog_token(t, i + 1),
				  *second = daylog_token(t, i + 2),
				  *next = daylog_token(t, i + 3);

	if (!is_padded_pair(daylog_token(t, i), second) ||
	    !daylog_is_mark(dash, "-") || !dash->glued || !second->glued ||
	    next->kind == TOKEN_WORD || next->kind == TOKEN_NUMBER ||
	    (daylog_is_mark(next, "-") && next->glued))
		return 0;
	*d = (struct daylog_date){
		.first = daylog_token(t, i)->value,
		.second = second->value,
	};
	return i + 3;
}

/* Of at most two digits, whatever they say. */
static bool is_short(const struct daylog_token *t)
{
	return t->digits <= 2 && daylog_is_within(t, 0, 99);
}

/* "-" of "2026-13-45": the same mark twice, and no blanks. */
static bool is_joined(const struct daylog_tokens *t, size_t i)
{
	const struct daylog_token *a = daylog_token(t, i + 1),
				  *b = daylog_token(t, i + 3);

	return daylog_is_mark(a, "-/.") && a->mark == b->mark && a->glued &&
	       b->glued && daylog_token(t, i + 2)->glued &&
	       daylog_token(t, i + 4)->glued;
}

/* "2026-13-45", "45/13/2026": a date by its form alone. */
static size_t read_impossible(const struct daylog_tokens *t, size_t i,
			      struct daylog_date *d)
{
	const struct daylog_token *a = daylog_token(t, i),
				  *b = daylog_token(t, i + 2),
				  *c = daylog_token(t, i + 4);
	bool year_first = daylog_is_year(a);

	if (!is_joined(t, i) || !is_short(b) ||
	    !(year_first ? is_short(c) : is_short(a) && daylog_is_year(c)))
		return 0;
	d->year = year_first ? a->value : c->value;
	d->impossible = true;
	return i + 5;
}

/* "April 45, 2026", "45. April 2026": only with a year is that a date. */
static size_t read_impossible_day(const struct daylog_tokens *t, size_t i,
				  struct daylog_date *d)
{
	bool month_first = month_of(daylog_token(t, i), &d->typo);
	size_t day = month_first ? daylog_skip_marks(t, i + 1, ".") : i;
	size_t j = daylog_skip_marks(t, daylog_skip_ordinal(t, day + 1), ".,");

	if (!is_short(daylog_token(t, day)))
		return 0;
	if (!month_first) {
		j = daylog_skip_words(t, j, WORD_OF);
		if (!month_of(daylog_token(t, j), &d->typo))
			return 0;
		j = daylog_skip_marks(t, j + 1, ".,");
	}
	if (!daylog_is_year(daylog_token(t, j)))
		return 0;
	d->year = daylog_token(t, j)->value;
	d->impossible = true;
	return j + 1;
}

static date_form *const forms[] = {
	read_year_first,       read_compact,	read_units,
	read_numbers,	       read_slipped,	daylog_month_day_read,
	daylog_day_month_read, read_year_words, read_two_numbers,
	read_month_unit,       read_impossible, read_impossible_day,
};

size_t daylog_date_read(const struct daylog_tokens *t, size_t i,
			struct daylog_date *d)
{
	struct daylog_date before = *d;

	for (size_t f = 0; f < ARRAY_SIZE(forms); f++) {
		size_t end = forms[f](t, i, d);

		if (end)
			return end;
		*d = before;
	}
	return 0;
}
