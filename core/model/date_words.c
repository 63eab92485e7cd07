/* SPDX-License-Identifier: MIT */
/* Dates as people type them. */
#include "core/model/date_words.h"

#include <stdio.h>

#include "core/base/ascii.h"
#include "core/model/date_forms.h"

#define MAX_NUMBER 100000

static bool is_separator(char c)
{
	return c == ' ' || c == '\t' || c == ',' || c == '\n' || c == '\r';
}

/* A dash between what is no number alone: "3-days", "jul-8", "last-week"; but
 * not that of "2022-W27". */
static bool is_dash_of_words(struct str s, size_t i)
{
	bool week = i >= 4 && ascii_is_digit(s.s[i - 1]) &&
		    (s.s[i + 1] | 32) == 'w' && i + 2 < s.len &&
		    ascii_is_digit(s.s[i + 2]);

	return !week && (ascii_is_letter(s.s[i - 1]) ||
			 ascii_is_letter(s.s[i + 1]));
}

/* Are the words joined by dashes, which need no quotes?  Then all are blanks,
 * "july-8-2022"; else those of "2022-W27-5" and "-2w" are none. */
static bool has_dashes_for_blanks(struct str s)
{
	for (size_t i = 1; i + 1 < s.len; i++)
		if (s.s[i] == '-' && is_dash_of_words(s, i))
			return true;
	return false;
}

static bool parts_words(const struct phrase *p, size_t i, bool dashes)
{
	return is_separator(p->typed.s[i]) ||
	       (dashes && i && p->typed.s[i] == '-');
}

/* False when there are too many words to be a date. */
static bool split_words(struct phrase *p)
{
	bool dashes = has_dashes_for_blanks(p->typed);
	size_t i = 0;

	while (i < p->typed.len) {
		size_t start = i;

		if (parts_words(p, i, dashes)) {
			i++;
			continue;
		}
		while (i < p->typed.len && !parts_words(p, i, dashes))
			i++;
		if (p->count == MAX_WORDS)
			return false;
		p->words[p->count++] =
			str_upto(str_from(p->typed, start), i - start);
	}
	return p->count > 0;
}

bool phrase_is(const struct phrase *p, size_t i, const char *text)
{
	return i < p->count && str_eq_nocase(p->words[i], str_of(text));
}

enum reading phrase_no_such_day(const struct phrase *p, struct error *err)
{
	error_set(err, ERROR_USAGE,
		  "there is no day '%.*s' in the calendar; check its month "
		  "and day", (int)p->typed.len, p->typed.s);
	return READ_ERROR;
}

/* A day of the calendar, or the complaint that it is none. */
enum reading phrase_take_civil(int *day, const struct phrase *p,
			       struct civil c, struct error *err)
{
	*day = day_from_civil(c);
	return *day == DAY_NONE ? phrase_no_such_day(p, err) : READ_DAY;
}

enum reading phrase_take_number(int *day, const struct phrase *p,
				long long number, struct error *err)
{
	const int first = day_from_civil((struct civil){ 1, 1, 1 });
	const int last = day_from_civil((struct civil){ 9999, 12, 31 });

	if (number < first || number > last) {
		error_set(err, ERROR_USAGE,
			  "'%.*s' is outside the years 1 to 9999",
			  (int)p->typed.len, p->typed.s);
		return READ_ERROR;
	}
	*day = (int)number;
	return READ_DAY;
}

bool date_words_weekday(struct str word, enum weekday *out)
{
	if (word.len && word.s[word.len - 1] == '.')
		word.len--;
	for (enum weekday w = MONDAY; w <= SUNDAY; w++) {
		struct str name = str_of(weekday_name(w));

		if (word.len >= 3 && word.len <= name.len &&
		    str_eq_nocase(word, str_upto(name, word.len))) {
			*out = w;
			return true;
		}
	}
	return false;
}

/* Whether the words from the i-th on are these, and no more. */
static bool phrase_ends(const struct phrase *p, size_t i, struct str words)
{
	while (words.len) {
		struct str word = str_next_field(&words, ' ');

		if (i >= p->count || !str_eq_nocase(p->words[i++], word))
			return false;
	}
	return i == p->count;
}

/* today, yesterday, the day after tomorrow */
static enum reading read_name(int *day, struct phrase *p, struct error *err)
{
	static const struct {
		const char *name;
		int distance;
	} names[] = {
		{ "today", 0 }, { "now", 0 }, { "yesterday", -1 },
		{ "tomorrow", 1 }, { "day before yesterday", -2 },
		{ "day after tomorrow", 2 },
	};
	size_t at = p->count > 1 && phrase_is(p, 0, "the");

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (phrase_ends(p, at, str_of(names[i].name)))
			return phrase_take_number(day, p,
					   (long long)p->today +
					   names[i].distance, err);
	return READ_NOT;
}

/*
 * "fri", "last fri", "next friday".  A bare name may be today; "last" and
 * "next" say that it is not.
 */
static enum reading read_weekday_name(int *day, struct phrase *p,
				      struct error *err)
{
	bool last = phrase_is(p, 0, "last"), next = phrase_is(p, 0, "next");
	size_t at = last || next || phrase_is(p, 0, "on");
	enum weekday wanted;
	bool past = last || (!next && p->direction == DATE_PAST);
	int distance;

	if (p->count != at + 1 || !date_words_weekday(p->words[at], &wanted))
		return READ_NOT;
	distance = (int)wanted - (int)day_weekday(p->today);
	if (past && distance > 0)
		distance -= 7;
	if (!past && distance < 0)
		distance += 7;
	if (!distance && last)
		distance = -7;
	if (!distance && next)
		distance = 7;
	return phrase_take_number(day, p, (long long)p->today + distance, err);
}

bool phrase_unit(struct str word, enum unit *out)
{
	static const struct {
		const char *name;
		enum unit unit;
	} units[] = {
		{ "d", UNIT_DAY }, { "day", UNIT_DAY }, { "days", UNIT_DAY },
		{ "w", UNIT_WEEK }, { "week", UNIT_WEEK },
		{ "weeks", UNIT_WEEK },
		{ "m", UNIT_MONTH }, { "month", UNIT_MONTH },
		{ "months", UNIT_MONTH },
		{ "y", UNIT_YEAR }, { "year", UNIT_YEAR },
		{ "years", UNIT_YEAR },
	};

	for (size_t i = 0; i < ARRAY_SIZE(units); i++) {
		if (str_eq_nocase(word, str_of(units[i].name))) {
			*out = units[i].unit;
			return true;
		}
	}
	return false;
}

bool phrase_number(struct str word, unsigned *out)
{
	static const char *const names[] = {
		"a", "one", "two", "three", "four", "five", "six", "seven",
		"eight", "nine", "ten", "eleven", "twelve",
	};

	if (!str_to_uint(word, MAX_NUMBER, out))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		if (str_eq_nocase(word, str_of(names[i]))) {
			*out = i ? (unsigned)i : 1;
			return true;
		}
	}
	*out = 1;
	return str_eq_nocase(word, STR("an"));
}

/* The same day of another month; the last one where that month is shorter. */
static enum reading take_months(int *day, const struct phrase *p,
				long long months, struct error *err)
{
	struct civil c = day_to_civil(p->today);
	long long month = (long long)c.year * 12 + c.month - 1 + months;

	if (month < 12 || month >= 10000LL * 12)
		return phrase_take_number(day, p, -10000000, err);
	c.year = (int)(month / 12);
	c.month = (int)(month % 12) + 1;
	if (c.day > days_in_month(c.year, c.month))
		c.day = days_in_month(c.year, c.month);
	return phrase_take_civil(day, p, c, err);
}

enum reading phrase_take_distance(int *day, const struct phrase *p,
				  long long count, enum unit unit,
				  struct error *err)
{
	switch (unit) {
	case UNIT_WEEK:
		count *= 7;
		break;
	case UNIT_MONTH:
		return take_months(day, p, count, err);
	case UNIT_YEAR:
		return take_months(day, p, 12 * count, err);
	case UNIT_DAY:
		break;
	}
	return phrase_take_number(day, p, p->today + count, err);
}

/* "-2w", "+10d", "3w": a sign or none, digits, a unit, in one word. */
static bool read_short_distance(struct str word, unsigned *count,
				enum unit *unit, int *sign)
{
	size_t digits = 0;

	*sign = 0;
	if (str_starts(word, "-"))
		*sign = -1;
	else if (str_starts(word, "+"))
		*sign = 1;
	word = str_from(word, *sign != 0);
	while (digits < word.len && word.s[digits] >= '0' &&
	       word.s[digits] <= '9')
		digits++;
	return !str_to_uint(str_upto(word, digits), MAX_NUMBER, count) &&
	       phrase_unit(str_from(word, digits), unit);
}

/* "-2w", "3 days ago", "in 3 weeks", "2 weeks from now", "10 days". */
static enum reading read_distance(int *day, struct phrase *p,
				  struct error *err)
{
	int sign = phrase_is(p, 0, "in"), written;
	size_t at = (size_t)sign;
	unsigned count;
	enum unit unit;

	if (at < p->count &&
	    read_short_distance(p->words[at], &count, &unit, &written)) {
		at++;
	} else if (at + 1 < p->count && phrase_number(p->words[at], &count) &&
		   phrase_unit(p->words[at + 1], &unit)) {
		at += 2;
		written = 0;
	} else {
		return READ_NOT;
	}
	if (phrase_is(p, at, "ago") && !sign && !written) {
		sign = -1;
		at++;
	} else if (phrase_is(p, at, "from") && phrase_is(p, at + 1, "now") &&
		   !sign && !written) {
		sign = 1;
		at += 2;
	}
	if (at != p->count || (sign && written))
		return READ_NOT;
	if (!sign)
		sign = written ? written :
		       p->direction == DATE_PAST ? -1 : 1;
	return phrase_take_distance(day, p, sign * (long long)count, unit, err);
}

/* What is no date, and what is one; `several`: or several days. */
static int refuse(struct str typed, enum date_direction direction,
		  bool several, struct error *err)
{
	static const char *const forms[][2] = {
		[DATE_PAST] = { "'8 July', yesterday, fri, '3 days ago' or -2w",
				"yesterday, fri, '3 days ago', 'last week', "
				"july or 2022" },
		[DATE_FUTURE] = { "'8 July', tomorrow, fri, 'in 3 weeks' or "
				  "+10d",
				  "tomorrow, fri, 'in 3 weeks', 'next week' or "
				  "july" },
	};

	return error_set(err, ERROR_USAGE,
			 "'%.*s' is no date; write 2022-07-08, %s",
			 typed.len > 60 ? 60 : (int)typed.len, typed.s,
			 forms[direction][several]);
}

static enum reading read_day(int *day, struct phrase p, struct error *err)
{
	static date_form *const forms[] = {
		read_name, date_form_iso, date_form_week, read_weekday_name,
		read_distance, date_form_slashes, date_form_month,
	};
	enum reading reading = READ_NOT;

	for (size_t i = 0; i < ARRAY_SIZE(forms) && reading == READ_NOT; i++)
		reading = forms[i](day, &p, err);
	return reading;
}

static enum reading read_phrase(struct day_span *out, struct phrase *p,
				struct error *err)
{
	enum reading reading;

	if (p->typed.len > 60 || !split_words(p))
		return READ_NOT;
	reading = read_day(&out->first, *p, err);
	if (reading == READ_DAY)
		out->last = out->first;
	return reading == READ_NOT ? date_span_read(out, p, err) : reading;
}

static int read_words(struct day_span *out, struct phrase *p, bool several,
		      struct error *err)
{
	enum reading reading = read_phrase(out, p, err);

	if (reading == READ_NOT)
		return refuse(p->typed, p->direction, several, err);
	return reading == READ_DAY ? 0 : -1;
}

int date_words_parse(int *day, struct str words, int today,
		     enum date_direction direction, struct error *err)
{
	struct phrase p = { .typed = str_trim(words), .today = today,
			    .direction = direction };
	struct day_span span;

	if (read_words(&span, &p, false, err))
		return -1;
	if (span.first != span.last)
		return error_set(err, ERROR_USAGE,
				 "'%.*s' is more than one day, %s to %s; "
				 "name one of them",
				 (int)p.typed.len, p.typed.s,
				 day_format(span.first).s,
				 day_format(span.last).s);
	*day = span.first;
	return 0;
}

int date_words_span(struct day_span *out, struct str words, int today,
		    enum date_direction direction, struct error *err)
{
	struct phrase p = { .typed = str_trim(words), .today = today,
			    .direction = direction };

	return read_words(out, &p, true, err);
}

bool date_words_mean_days(struct str words, int today)
{
	struct phrase p = { .typed = str_trim(words), .today = today,
			    .direction = DATE_PAST };
	struct error ignored = ERROR_INIT;
	struct day_span span;

	return read_phrase(&span, &p, &ignored) != READ_NOT;
}

struct date_words_text date_words_long(int day)
{
	struct date_words_text text = { "" };
	struct civil c;

	if (day == DAY_NONE)
		return text;
	c = day_to_civil(day);
	snprintf(text.s, sizeof(text.s), "%s %d %s %d",
		 weekday_short(day_weekday(day)), c.day, month_name(c.month),
		 c.year);
	return text;
}

struct date_words_text date_words_distance(int day, int today)
{
	static const char *const near[] = { "yesterday", "today", "tomorrow" };
	struct date_words_text text = { "" };
	long long distance = (long long)day - today;

	if (day == DAY_NONE || today == DAY_NONE)
		return text;
	if (distance >= -1 && distance <= 1)
		snprintf(text.s, sizeof(text.s), "%s", near[distance + 1]);
	else if (distance > 0)
		snprintf(text.s, sizeof(text.s), "in %lld days", distance);
	else
		snprintf(text.s, sizeof(text.s), "%lld days ago", -distance);
	return text;
}
