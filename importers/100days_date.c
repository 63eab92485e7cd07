/* SPDX-License-Identifier: MIT */
/* Dates as people write them in headers, one, several, or a range. */
#include "importers/100days.h"

/* The years in which a log can have been kept. */
#define YEAR_FIRST 1990
#define YEAR_LAST 2099

static const struct daylog_token *token(const struct daylog_tokens *t, size_t i)
{
	return &t->at[i < t->count ? i : t->count];
}

static bool is_number(const struct daylog_token *t, int min, int max)
{
	return t->kind == TOKEN_NUMBER && t->value >= min && t->value <= max;
}

static bool is_word(const struct daylog_token *t, unsigned meaning)
{
	return t->kind == TOKEN_WORD && (t->word & meaning);
}

static bool is_year(const struct daylog_token *t)
{
	return t->digits == 4 && is_number(t, YEAR_FIRST, YEAR_LAST);
}

static bool is_day(const struct daylog_token *t)
{
	return t->digits <= 2 && is_number(t, 1, 31);
}

/* What word this is, also when it is misspelt. */
static unsigned word_of(const struct daylog_token *t)
{
	if (t->kind != TOKEN_WORD)
		return 0;
	return t->word ? t->word : daylog_word_near(t->text);
}

static int weekday_of(const struct daylog_token *t)
{
	return (int)(word_of(t) & WORD_WEEKDAY) >> WORD_WEEKDAY_SHIFT;
}

static size_t skip_marks(const struct daylog_tokens *t, size_t i,
			 const char *marks)
{
	while (daylog_is_mark(token(t, i), marks))
		i++;
	return i;
}

static size_t skip_words(const struct daylog_tokens *t, size_t i,
			 unsigned meaning)
{
	while (is_word(token(t, i), meaning))
		i++;
	return i;
}

/* "st" behind a number, or "º" */
static size_t skip_ordinal(const struct daylog_tokens *t, size_t i)
{
	const struct daylog_token *next = token(t, i);

	if (is_word(next, WORD_ORDINAL) && (next->glued || next->text.len > 1) &&
	    !(next->word & WORD_MONTH))
		i++;
	return i;
}

bool daylog_date_is_complete(const struct daylog_date *d)
{
	return d->year && (d->day || d->first);
}

/* --- years --------------------------------------------------------------- */

/* "2022"; "'22"; "22" at the end of something; garbled: "1018", "20201". */
static bool year_read(const struct daylog_tokens *t, size_t i,
		      struct daylog_date *d)
{
	const struct daylog_token *y = token(t, i), *next = token(t, i + 1);

	if (is_year(y)) {
		d->year = y->value;
		return true;
	}
	if (y->kind != TOKEN_NUMBER || next->kind == TOKEN_WORD ||
	    (next->kind == TOKEN_NUMBER && next->glued))
		return false;
	if (y->digits == 2 && y->value >= 10 && y->value <= 60 && i &&
	    (daylog_is_mark(token(t, i - 1), ",'\"/.-") || y->glued) &&
	    !daylog_is_mark(next, "/:.%+")) {
		d->year = 2000 + y->value;
		return true;
	}
	if (y->digits >= 3 && y->digits <= 5 && !daylog_is_mark(next, "%+")) {
		d->corrected = d->no_year = true;
		return true;
	}
	return false;
}

/*
 * What may follow day and month, in any order: the year, weekdays, and the
 * marks between them.  Nothing else is taken.
 */
static size_t tail_read(const struct daylog_tokens *t, size_t i,
			struct daylog_date *d, int *second_weekday)
{
	for (;;) {
		size_t j = skip_marks(t, i, ",.-:;([<~/&'\"+|");
		int weekday = weekday_of(token(t, j));

		if (weekday && !is_number(token(t, j + 1), 1, 31) &&
		    !(d->weekday && *second_weekday)) {
			if (!d->weekday)
				d->weekday = weekday;
			else
				*second_weekday = weekday;
			i = j + 1;
			continue;
		}
		if (is_word(token(t, j), WORD_AND | WORD_TO) && d->weekday &&
		    weekday_of(token(t, j + 1))) {
			i = j + 1;
			continue;
		}
		if (d->year || d->no_year)
			return i;
		j = skip_words(t, j, WORD_OF);
		if (!year_read(t, j, d))
			return i;
		i = j + 1;
		if (is_word(token(t, i), WORD_YEAR_UNIT))
			i++;
	}
}

/* --- one date, each way to write it -------------------------------------- */

/*
 * Each reads one form at token `i` into *d and gives the index behind it, or
 * 0.  Month and day only, or with the year where the form puts it between.
 */
typedef size_t date_form(const struct daylog_tokens *t, size_t i,
			 struct daylog_date *d);

/* 2022-07-04, 2022/7/4, 2022.7.4 */
static size_t read_year_first(const struct daylog_tokens *t, size_t i,
			      struct daylog_date *d)
{
	size_t j = i + 1, k;
	const struct daylog_token *m, *day;

	if (!is_year(token(t, i)) || !daylog_is_mark(token(t, j), "-/._"))
		return 0;
	j = skip_marks(t, j, "-/._");
	m = token(t, j);
	k = skip_marks(t, j + 1, "-/._");
	day = token(t, k);
	if (k == j + 1 || !is_number(m, 1, 31) || !is_number(day, 1, 31))
		return 0;
	d->year = token(t, i)->value;
	d->month = m->value;
	d->day = day->value;
	if (d->month > 12 && d->day <= 12) {
		d->month = day->value;
		d->day = m->value;
		d->corrected = true;
	}
	return k + 1;
}

/* 20220704; 04072022 */
static size_t read_compact(const struct daylog_tokens *t, size_t i,
			   struct daylog_date *d)
{
	const struct daylog_token *n = token(t, i);

	if (n->kind != TOKEN_NUMBER || n->digits != 8 || n->value < 0)
		return 0;
	d->year = n->value / 10000;
	d->month = n->value / 100 % 100;
	d->day = n->value % 100;
	if (d->year >= YEAR_FIRST && d->year <= YEAR_LAST &&
	    d->month >= 1 && d->month <= 12 && d->day >= 1 && d->day <= 31)
		return i + 1;
	*d = (struct daylog_date){
		.first = n->value / 1000000,
		.second = n->value / 10000 % 100,
		.year = n->value % 10000,
	};
	return d->year >= YEAR_FIRST && d->year <= YEAR_LAST &&
	       d->first >= 1 && d->first <= 31 && d->second >= 1 &&
	       d->second <= 31 ? i + 1 : 0;
}

/* [2022年]7月4日 */
static size_t read_units(const struct daylog_tokens *t, size_t i,
			 struct daylog_date *d)
{
	if (is_number(token(t, i), 1, YEAR_LAST) &&
	    is_word(token(t, i + 1), WORD_YEAR_UNIT)) {
		d->year = token(t, i)->value;
		if (d->year < 100)
			d->year += 2000;
		i += 2;
	}
	if (!is_number(token(t, i), 1, 12) ||
	    !is_word(token(t, i + 1), WORD_MONTH_UNIT) ||
	    !is_day(token(t, i + 2)))
		return 0;
	d->month = token(t, i)->value;
	d->day = token(t, i + 2)->value;
	i += 3;
	return is_word(token(t, i), WORD_DAY_UNIT) ? i + 1 : i;
}

/* 04/07/2022, 4.7.22; which is the month, the file must tell */
static size_t read_numbers(const struct daylog_tokens *t, size_t i,
			   struct daylog_date *d)
{
	const struct daylog_token *a = token(t, i), *b = token(t, i + 2),
				  *y = token(t, i + 4);
	const char *marks = "/.-";

	if (!is_number(a, 1, 99) || !daylog_is_mark(token(t, i + 1), marks) ||
	    !is_day(b) || !daylog_is_mark(token(t, i + 3), marks) ||
	    token(t, i + 1)->mark != token(t, i + 3)->mark ||
	    y->kind != TOKEN_NUMBER || y->value < 0)
		return 0;
	if (a->value > 31) {
		d->year = 2000 + a->value;
		d->month = b->value;
		d->day = y->value;
		return d->year <= 2060 && is_day(y) && b->value <= 12 ? i + 5
								      : 0;
	}
	d->first = a->value;
	d->second = b->value;
	if (y->digits == 2)
		d->year = 2000 + y->value;
	else if (is_year(y))
		d->year = y->value;
	else if (y->digits >= 3 && y->digits <= 5)
		d->corrected = d->no_year = true;
	else
		return 0;
	return i + 5;
}

/* 1218//2018: a mark was lost or doubled */
static size_t read_slipped(const struct daylog_tokens *t, size_t i,
			   struct daylog_date *d)
{
	const struct daylog_token *ab = token(t, i);
	size_t j = skip_marks(t, i + 1, "/.-");

	if (ab->kind != TOKEN_NUMBER || ab->digits < 3 || ab->digits > 4 ||
	    j == i + 1 || !is_year(token(t, j)) || is_year(ab))
		return 0;
	d->first = ab->value / 100;
	d->second = ab->value % 100;
	d->year = token(t, j)->value;
	d->corrected = true;
	return d->first >= 1 && d->second >= 1 && d->second <= 31 &&
	       d->first <= 31 ? j + 1 : 0;
}

static int month_of(const struct daylog_token *t, bool *typo)
{
	unsigned word = word_of(t);

	*typo = (word & WORD_TYPO) && (word & WORD_MONTH);
	return (int)(word & WORD_MONTH);
}

/* July 4; Jul. 4th; July 4; January Y20 */
static size_t read_month_day(const struct daylog_tokens *t, size_t i,
			     struct daylog_date *d)
{
	bool typo;
	int month = month_of(token(t, i), &typo);
	size_t j = skip_marks(t, i + 1, ".,-/:'");

	j = skip_words(t, j, WORD_OF);
	if (month && token(t, j)->kind == TOKEN_WORD &&
	    token(t, j)->text.len == 1 && token(t, j + 1)->glued &&
	    is_day(token(t, j + 1)) && !is_word(token(t, j), WORD_OF)) {
		d->corrected = true;
		j++;
	}
	if (!month || !is_day(token(t, j)) ||
	    daylog_is_mark(token(t, j + 1), "%"))
		return 0;
	d->month = month;
	d->typo = typo;
	d->day = token(t, j)->value;
	return skip_ordinal(t, j + 1);
}

/* 4 July; 4th of July; 04. Juli; 15MAY; 1er Septembre */
static size_t read_day_month(const struct daylog_tokens *t, size_t i,
			     struct daylog_date *d)
{
	size_t j = skip_ordinal(t, i + 1);

	j = skip_marks(t, j, ".,-/'");
	j = skip_words(t, j, WORD_OF);
	if (!is_day(token(t, i)))
		return 0;
	d->month = month_of(token(t, j), &d->typo);
	if (!d->month)
		return 0;
	d->day = token(t, i)->value;
	j++;
	/* 6-Jan-21 */
	if (daylog_is_mark(token(t, i + 1), "-/.") &&
	    daylog_is_mark(token(t, j), "-/.") && token(t, j)->glued &&
	    token(t, j + 1)->glued && year_read(t, j + 1, d))
		return j + 2;
	return daylog_is_mark(token(t, j), ".") ? j + 1 : j;
}

/* 2022 July 4; 2022, 4 July */
static size_t read_year_words(const struct daylog_tokens *t, size_t i,
			      struct daylog_date *d)
{
	size_t j = skip_marks(t, i + 1, ",.-/"), end;

	if (!is_year(token(t, i)))
		return 0;
	end = read_month_day(t, j, d);
	if (!end)
		end = read_day_month(t, j, d);
	d->year = token(t, i)->value;
	return end;
}

/* 28/04, only where nothing follows that makes it another thing */
static size_t read_two_numbers(const struct daylog_tokens *t, size_t i,
			       struct daylog_date *d)
{
	const struct daylog_token *next = token(t, i + 3);

	if (!is_day(token(t, i)) || !is_day(token(t, i + 2)) ||
	    !daylog_is_mark(token(t, i + 1), "/.") || !token(t, i + 2)->glued ||
	    (token(t, i)->value > 12 && token(t, i + 2)->value > 12) ||
	    next->kind == TOKEN_WORD || next->kind == TOKEN_NUMBER)
		return 0;
	d->first = token(t, i)->value;
	d->second = token(t, i + 2)->value;
	return i + 3;
}

static date_form *const forms[] = {
	read_year_first, read_compact, read_units, read_numbers, read_slipped,
	read_month_day, read_day_month, read_year_words, read_two_numbers,
};

static size_t date_read(const struct daylog_tokens *t, size_t i,
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

/* --- lists and ranges ---------------------------------------------------- */

/* A mark or word between two dates: what it means, and the index behind. */
enum joint { JOINT_NONE, JOINT_LIST, JOINT_COMMA, JOINT_RANGE };

static enum joint joint_read(const struct daylog_tokens *t, size_t *i)
{
	const struct daylog_token *at = token(t, *i);
	enum joint joint = JOINT_NONE;

	if (daylog_is_mark(at, "-~"))
		joint = JOINT_RANGE;
	else if (daylog_is_mark(at, ","))
		joint = JOINT_COMMA;
	else if (daylog_is_mark(at, "&+/;"))
		joint = JOINT_LIST;
	else if (is_word(at, WORD_TO))
		joint = JOINT_RANGE;
	else if (is_word(at, WORD_AND))
		joint = JOINT_LIST;
	else
		return JOINT_NONE;
	*i = skip_marks(t, *i + 1, "&,~-");
	if (joint != JOINT_RANGE && is_word(token(t, *i), WORD_AND))
		++*i;
	return joint;
}

/*
 * "4th & 5th", "18-20", "13,14,15": another day of the same month.  A number
 * behind a comma can as well be a year, so that needs more.
 */
static size_t more_day_read(const struct daylog_tokens *t, size_t i,
			    const struct daylog_date *last, bool in_list,
			    enum joint joint)
{
	const struct daylog_token *n = token(t, i);
	size_t end = skip_ordinal(t, i + 1);
	bool ordinal = end > i + 1;
	const struct daylog_token *next = token(t, end);

	if (!is_day(n) || n->value <= last->day)
		return 0;
	if (daylog_is_mark(next, ":%/") && next->glued &&
	    token(t, end + 1)->kind == TOKEN_NUMBER && token(t, end + 1)->glued)
		return 0;
	if (joint == JOINT_COMMA && !ordinal && !in_list &&
	    n->value != last->day + 1)
		return 0;
	if (next->kind == TOKEN_WORD && !ordinal && !weekday_of(next) &&
	    !(word_of(next) & (WORD_MONTH | WORD_AND | WORD_TO | WORD_OF |
			       WORD_YEAR_UNIT | WORD_DAY_UNIT)))
		return 0;
	return end;
}

static struct daylog_date *date_add(struct daylog_dates *out)
{
	if (out->count == DAYLOG_DATES)
		return NULL;
	out->at[out->count] = (struct daylog_date){ 0 };
	return &out->at[out->count++];
}

/* Days of one month, the month before them: "July 4-6 & 9" behind "4". */
static size_t more_days_read(const struct daylog_tokens *t, size_t i,
			     struct daylog_dates *out)
{
	for (bool in_list = false;; in_list = true) {
		size_t j = i, end;
		enum joint joint = joint_read(t, &j);
		struct daylog_date last = out->at[out->count - 1], next = last;
		struct daylog_date *d;

		if (joint == JOINT_NONE)
			return i;
		/* "April 29 - May 1": a date of its own. */
		end = date_read(t, j, &(struct daylog_date){ 0 });
		if (end && !is_number(token(t, end), 1, 31))
			return i;
		end = more_day_read(t, j, &last, in_list, joint);
		if (!end || !(d = date_add(out)))
			return i;
		next.day = token(t, j)->value;
		next.weekday = 0;
		*d = next;
		d->through = joint == JOINT_RANGE;
		i = end;
	}
}

/* "18 y 19 de Mayo", "1st-3rd May": days, then their month. */
static size_t days_then_month_read(const struct daylog_tokens *t, size_t i,
				   struct daylog_dates *out)
{
	size_t first = out->count, j = i;
	enum joint joint = JOINT_NONE;

	while (is_day(token(t, j)) && out->count < DAYLOG_DATES) {
		struct daylog_date date = { 0 };
		size_t end = read_day_month(t, j, &date);
		struct daylog_date *d = date_add(out);

		d->day = token(t, j)->value;
		d->through = joint == JOINT_RANGE;
		if (end && date.month && out->count - first > 1) {
			for (size_t k = first; k < out->count; k++) {
				out->at[k].month = date.month;
				out->at[k].typo = date.typo;
			}
			return end;
		}
		j = skip_ordinal(t, j + 1);
		joint = joint_read(t, &j);
		if (joint == JOINT_NONE || end)
			break;
	}
	out->count = first;
	return 0;
}

/* "Mar 3" is in March, "mar 3 de mayo" on a Tuesday ("martes"). */
static bool is_month_here(const struct daylog_tokens *t, size_t i)
{
	struct daylog_date none = { 0 };

	return (token(t, i)->word & WORD_MONTH) &&
	       read_month_day(t, i, &none) &&
	       !read_day_month(t, i + 1, &none);
}

/* A date with its weekday before it, further days, year and weekday behind. */
static size_t group_read(const struct daylog_tokens *t, size_t i,
			 struct daylog_dates *out)
{
	size_t first = out->count, end, j = i;
	int weekday = weekday_of(token(t, i)), second_weekday = 0;
	struct daylog_date *d;

	if (weekday && is_month_here(t, i))
		weekday = 0;

	if (weekday) {
		int ignored = 0;
		struct daylog_date none = { .year = 1, .weekday = weekday };

		/* "Thursday && Friday", "Tue-Wed" */
		j = skip_marks(t, tail_read(t, i + 1, &none, &ignored),
			       ",.-:(/");
		second_weekday = ignored;
	}
	end = days_then_month_read(t, j, out);
	if (!end) {
		d = date_add(out);
		if (!d)
			return 0;
		end = date_read(t, j, d);
	}
	if (!end) {
		out->count = first;
		return 0;
	}
	if (out->at[out->count - 1].day && !out->at[out->count - 1].year)
		end = more_days_read(t, end, out);
	d = &out->at[out->count - 1];
	d->weekday = out->count - first > 1 ? 0 : weekday;
	if (out->count - first > 1 && weekday)
		out->at[first].weekday = weekday;
	end = tail_read(t, end, d, &second_weekday);
	if (out->count - first > 1) {
		if (!out->at[first].weekday) {
			out->at[first].weekday = d->weekday;
			d->weekday = second_weekday;
		} else if (second_weekday) {
			d->weekday = second_weekday;
		}
	}
	return end;
}

void daylog_dates_spread(struct daylog_dates *dates)
{
	for (size_t i = dates->count; i-- > 1;) {
		const struct daylog_date *later = &dates->at[i];
		struct daylog_date *d = &dates->at[i - 1];

		if (!d->year && later->year && !d->no_year)
			d->year = later->year - (d->month > later->month);
	}
	for (size_t i = 1; i < dates->count; i++) {
		const struct daylog_date *before = &dates->at[i - 1];
		struct daylog_date *d = &dates->at[i];

		if (!d->year && before->year && !d->no_year)
			d->year = before->year + (d->month < before->month);
	}
}

size_t daylog_dates_read(const struct daylog_tokens *t, size_t i,
			 struct daylog_dates *out)
{
	size_t end = group_read(t, i, out);

	while (end && out->count < DAYLOG_DATES) {
		size_t j = end, before = out->count, next;
		enum joint joint = joint_read(t, &j);

		if (joint == JOINT_NONE)
			break;
		next = group_read(t, j, out);
		if (!next)
			break;
		/* Two bare numbers there are no date: "July 4, 3/4 done". */
		if (!out->at[before].month && !out->at[before].year) {
			out->count = before;
			break;
		}
		out->at[before].through = joint == JOINT_RANGE;
		end = next;
	}
	daylog_dates_spread(out);
	return end;
}
