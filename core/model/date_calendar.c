/* SPDX-License-Identifier: MIT */
/* Dates that name a month, by a number or a word. */
#include "core/model/date_forms.h"

static void drop_first(struct phrase *p, size_t n)
{
	p->count -= n;
	for (size_t i = 0; i < p->count; i++)
		p->words[i] = p->words[i + n];
}

bool date_form_month_name(struct str word, int *out)
{
	if (word.len && word.s[word.len - 1] == '.')
		word.len--;
	for (int m = 1; m <= 12; m++) {
		struct str name = str_of(month_name(m));

		if (word.len >= 3 && word.len <= name.len &&
		    str_eq_nocase(word, str_upto(name, word.len))) {
			*out = m;
			return true;
		}
	}
	return false;
}

static bool read_digits(struct str s, size_t at, size_t len, int *out)
{
	unsigned value;

	if (s.len < at + len ||
	    str_to_uint(str_upto(str_from(s, at), len), 9999, &value))
		return false;
	*out = (int)value;
	return true;
}

/* "2022-07-04", "20220704"; also "2022/7/4", for the year leads. */
enum reading date_form_iso(int *day, struct phrase *p, struct error *err)
{
	struct str word = p->words[0], rest = word;
	struct civil c;
	char sep;

	if (p->count != 1)
		return READ_NOT;
	if (word.len == 8 && read_digits(word, 0, 4, &c.year) &&
	    read_digits(word, 4, 2, &c.month) &&
	    read_digits(word, 6, 2, &c.day))
		return phrase_take_civil(day, p, c, err);
	sep = word.len > 4 ? word.s[4] : '\0';
	if (sep != '-' && sep != '/' && sep != '.')
		return READ_NOT;
	rest = str_from(word, 5);
	if (!read_digits(word, 0, 4, &c.year) ||
	    !read_digits(rest, 0, str_find(rest, sep), &c.month))
		return READ_NOT;
	rest = str_from(rest, str_find(rest, sep) + 1);
	if (rest.len > 2 || !read_digits(rest, 0, rest.len, &c.day))
		return READ_NOT;
	return phrase_take_civil(day, p, c, err);
}

/* Monday of week 1 of ISO 8601: the week that has 4 January in it. */
static int first_iso_monday(int year)
{
	int fourth = day_from_civil((struct civil){ year, 1, 4 });

	return fourth - (int)day_weekday(fourth);
}

static bool has_53_weeks(int year)
{
	return year < 9999 &&
	       first_iso_monday(year + 1) - first_iso_monday(year) > 52 * 7;
}

/* "2022-W27", "2022W27": the Monday of it. */
enum reading date_form_week_begins(int *day, struct phrase *p,
				   struct error *err)
{
	struct str s = p->words[0];
	bool dash = s.len == 8 && s.s[4] == '-';
	int year, week;

	if (p->count != 1 || s.len != 7 + (size_t)dash ||
	    (s.s[4 + dash] != 'W' && s.s[4 + dash] != 'w') ||
	    !read_digits(s, 0, 4, &year) ||
	    !read_digits(s, 5 + (size_t)dash, 2, &week))
		return READ_NOT;
	if (year < 1 || week < 1 || week > 52 + has_53_weeks(year))
		return phrase_no_such_day(p, err);
	return phrase_take_number(day, p,
				  (long long)first_iso_monday(year) +
				  (week - 1) * 7, err);
}

/* "2022-W27-5", "2022W275" */
enum reading date_form_week(int *day, struct phrase *p, struct error *err)
{
	struct phrase week = *p;
	struct str s = p->words[0];
	bool dashes = s.len == 10;
	enum reading reading;
	int weekday;

	if (p->count != 1 || (!dashes && s.len != 8) ||
	    (dashes && s.s[8] != '-') ||
	    !read_digits(s, s.len - 1, 1, &weekday))
		return READ_NOT;
	week.words[0] = str_upto(s, s.len - 1 - dashes);
	reading = date_form_week_begins(day, &week, err);
	if (reading != READ_DAY)
		return reading;
	if (weekday < 1 || weekday > 7)
		return phrase_no_such_day(p, err);
	return phrase_take_number(day, p, (long long)*day + weekday - 1, err);
}

/* The nearest year, in the direction asked for, that has this day. */
static enum reading take_without_year(int *day, const struct phrase *p,
				      struct civil c, struct error *err)
{
	int step = p->direction == DATE_PAST ? -1 : 1;
	int year = day_to_civil(p->today).year;

	/* 29 February may be eight years away: 1896, 1904. */
	for (int i = 0; i <= 9; i++) {
		c.year = year + i * step;
		*day = day_from_civil(c);
		if (*day != DAY_NONE && (*day - p->today) * step >= 0)
			return READ_DAY;
	}
	return phrase_no_such_day(p, err);
}

/* "8", "8th", "8." */
static bool read_day_of_month(struct str word, int *out)
{
	static const char *const endings[] = { "st", "nd", "rd", "th", "." };
	unsigned value;

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++) {
		struct str ending = str_of(endings[i]);

		if (word.len > ending.len &&
		    str_eq_nocase(str_from(word, word.len - ending.len),
				  ending)) {
			word.len -= ending.len;
			break;
		}
	}
	if (word.len > 2 || str_to_uint(word, 31, &value) || !value)
		return false;
	*out = (int)value;
	return true;
}

static enum reading check_weekday(const struct phrase *p, bool given,
				  enum weekday weekday, int day,
				  struct error *err)
{
	if (!given || day_weekday(day) == weekday)
		return READ_DAY;
	error_set(err, ERROR_USAGE,
		  "'%.*s' is not a %s: %s is a %s; leave the weekday out",
		  (int)p->typed.len, p->typed.s, weekday_name(weekday),
		  day_format(day).s, weekday_name(day_weekday(day)));
	return READ_ERROR;
}

/* "8 July 2022", "July 8, 2022", "jul 8", "Fri 8 July 2022", "8th of July" */
enum reading date_form_month(int *day, struct phrase *p, struct error *err)
{
	enum weekday weekday = MONDAY;
	bool has_weekday = p->count > 2 &&
			   date_words_weekday(p->words[0], &weekday);
	enum reading reading;
	struct civil c = { 0, 0, 0 };

	if (has_weekday)
		drop_first(p, 1);
	if (p->count > 2 && phrase_is(p, 1, "of")) {
		p->words[1] = p->words[0];
		drop_first(p, 1);
	}
	if (p->count < 2 || p->count > 3)
		return READ_NOT;
	if (!(date_form_month_name(p->words[0], &c.month) &&
	      read_day_of_month(p->words[1], &c.day)) &&
	    !(date_form_month_name(p->words[1], &c.month) &&
	      read_day_of_month(p->words[0], &c.day)))
		return READ_NOT;
	if (p->count == 2)
		reading = take_without_year(day, p, c, err);
	else if (p->words[2].len == 4 &&
		 read_digits(p->words[2], 0, 4, &c.year))
		reading = phrase_take_civil(day, p, c, err);
	else
		return READ_NOT;
	if (reading != READ_DAY)
		return reading;
	return check_weekday(p, has_weekday, weekday, *day, err);
}

/*
 * "05/07/2022" is 5 July here and 7 May there.  Where only one of the two is
 * a day, or both are the same, it is no riddle.
 */
static enum reading choose(int *day, const struct phrase *p, int dmy, int mdy,
			   struct error *err)
{
	if (dmy == DAY_NONE && mdy == DAY_NONE)
		return phrase_no_such_day(p, err);
	*day = dmy == DAY_NONE ? mdy : dmy;
	if (dmy == DAY_NONE || mdy == DAY_NONE || dmy == mdy)
		return READ_DAY;
	error_set(err, ERROR_USAGE,
		  "'%.*s' can be %s or %s; write it as %s or %s",
		  (int)p->typed.len, p->typed.s, date_words_long(dmy).s,
		  date_words_long(mdy).s, day_format(dmy).s,
		  day_format(mdy).s);
	return READ_ERROR;
}

enum reading date_form_slashes(int *day, struct phrase *p, struct error *err)
{
	struct str rest = p->words[0];
	unsigned a, b, year;
	char sep = '/';

	if (p->count != 1)
		return READ_NOT;
	if (str_find(rest, sep) == rest.len)
		sep = str_find(rest, '.') < rest.len ? '.' : '-';
	if (str_to_uint(str_next_field(&rest, sep), 31, &a) ||
	    str_to_uint(str_next_field(&rest, sep), 31, &b) ||
	    rest.len != 4 || str_to_uint(rest, 9999, &year))
		return READ_NOT;
	return choose(day, p,
		      day_from_civil((struct civil){ (int)year, (int)b, (int)a }),
		      day_from_civil((struct civil){ (int)year, (int)a, (int)b }),
		      err);
}
