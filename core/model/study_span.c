/* SPDX-License-Identifier: MIT */
/* A span of time in a text: "1.5 hours", "1h 30m", "1:30". */
#include "core/model/study_span.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/limits.h"

/* As unicode_add_folded() leaves them. */
static const struct said_word units[] = {
	{ "h", MEASURE_HOURS },	       { "hr", MEASURE_HOURS },
	{ "hrs", MEASURE_HOURS },      { "hour", MEASURE_HOURS },
	{ "hours", MEASURE_HOURS },    { "std", MEASURE_HOURS },
	{ "stunde", MEASURE_HOURS },   { "stunden", MEASURE_HOURS },
	{ "hora", MEASURE_HOURS },     { "horas", MEASURE_HOURS },
	{ "heure", MEASURE_HOURS },    { "heures", MEASURE_HOURS },
	{ "ora", MEASURE_HOURS },      { "ore", MEASURE_HOURS },
	{ "uur", MEASURE_HOURS },      { "uren", MEASURE_HOURS },
	{ "time", MEASURE_HOURS },     { "timer", MEASURE_HOURS },
	{ "timme", MEASURE_HOURS },    { "timmar", MEASURE_HOURS },
	{ "godz", MEASURE_HOURS },     { "godzina", MEASURE_HOURS },
	{ "godziny", MEASURE_HOURS },  { "godzin", MEASURE_HOURS },
	{ "saat", MEASURE_HOURS },     { "jam", MEASURE_HOURS },
	{ "gio", MEASURE_HOURS },      { "ч", MEASURE_HOURS },
	{ "час", MEASURE_HOURS },      { "часа", MEASURE_HOURS },
	{ "часов", MEASURE_HOURS },    { "год", MEASURE_HOURS },
	{ "година", MEASURE_HOURS },   { "години", MEASURE_HOURS },
	{ "годин", MEASURE_HOURS },    { "時間", MEASURE_HOURS },
	{ "小时", MEASURE_HOURS },     { "小時", MEASURE_HOURS },
	{ "시간", MEASURE_HOURS },     { "m", MEASURE_MINUTES },
	{ "min", MEASURE_MINUTES },    { "mins", MEASURE_MINUTES },
	{ "minute", MEASURE_MINUTES }, { "minutes", MEASURE_MINUTES },
	{ "minuten", MEASURE_MINUTES },{ "minuto", MEASURE_MINUTES },
	{ "minutos", MEASURE_MINUTES },{ "minuti", MEASURE_MINUTES },
	{ "minuter", MEASURE_MINUTES },{ "minutter", MEASURE_MINUTES },
	{ "minut", MEASURE_MINUTES },  { "minuty", MEASURE_MINUTES },
	{ "dakika", MEASURE_MINUTES }, { "dk", MEASURE_MINUTES },
	{ "menit", MEASURE_MINUTES },  { "phut", MEASURE_MINUTES },
	{ "мин", MEASURE_MINUTES },    { "минута", MEASURE_MINUTES },
	{ "минуты", MEASURE_MINUTES }, { "минут", MEASURE_MINUTES },
	{ "хв", MEASURE_MINUTES },     { "хвилин", MEASURE_MINUTES },
	{ "分", MEASURE_MINUTES },     { "分钟", MEASURE_MINUTES },
	{ "分鐘", MEASURE_MINUTES },   { "분", MEASURE_MINUTES },
};

static const struct {
	const char *word;
	long hundredths;
} number_words[] = {
	{ "half an ", 50 }, { "half a ", 50 },	{ "half ", 50 },
	{ "an ", 100 },	    { "one ", 100 },	{ "two ", 200 },
	{ "three ", 300 },  { "four ", 400 },	{ "five ", 500 },
	{ "six ", 600 },    { "seven ", 700 },	{ "eight ", 800 },
	{ "nine ", 900 },   { "ten ", 1000 },	{ "twelve ", 1200 },
	{ "fifteen ", 1500 }, { "twenty ", 2000 }, { "thirty ", 3000 },
	{ "forty ", 4000 }, { "fifty ", 5000 },	{ "sixty ", 6000 },
	{ "ninety ", 9000 },
};

static bool half_read(struct str *s)
{
	if (!str_starts(*s, "and a half"))
		return false;
	*s = str_trim_left(str_from(*s, strlen("and a half")));
	return true;
}

/* "two hours", "two and a half hours": the number, before an English unit. */
static bool number_word_read(struct str *s, long *hundredths)
{
	struct str rest;

	for (size_t i = 0; i < ARRAY_SIZE(number_words); i++) {
		if (!str_starts(*s, number_words[i].word))
			continue;
		rest = str_from(*s, strlen(number_words[i].word));
		*hundredths = number_words[i].hundredths;
		if (half_read(&rest))
			*hundredths += 50;
		if (!str_starts(rest, "hour") && !str_starts(rest, "min"))
			return false;
		*s = rest;
		return true;
	}
	return false;
}

enum measure said_word_measure(const struct said_word *table, size_t count,
			       struct str word)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(word, table[i].word))
			return table[i].measure;
	return MEASURE_NONE;
}

/* "1.5", "2,25" in hundredths; false: no number, or too large. */
static bool number_read(struct str *s, long *hundredths)
{
	long value = 0;
	size_t digits = 0;

	while (digits < s->len && digits < 5 &&
	       isdigit((unsigned char)s->s[digits]))
		value = value * 10 + (s->s[digits++] - '0');
	if (!digits || digits > 4)
		return false;
	*s = str_from(*s, digits);
	*hundredths = value * 100;
	if (s->len > 1 && strchr(".,", s->s[0]) &&
	    isdigit((unsigned char)s->s[1])) {
		*s = str_from(*s, 1);
		for (long part = 10; s->len && isdigit((unsigned char)s->s[0]);
		     part /= 10) {
			*hundredths += part * (s->s[0] - '0');
			*s = str_from(*s, 1);
		}
	}
	return true;
}

static bool is_letter(unsigned char c)
{
	return isalpha(c) || c >= 0x80;
}

/* The unit at the front of `s`, or MEASURE_NONE and nothing is taken. */
static enum measure unit_read(struct str *s)
{
	struct str rest = str_trim_left(*s);
	size_t n = 0;
	enum measure unit;

	while (n < rest.len && is_letter((unsigned char)rest.s[n]))
		n++;
	unit = said_word_measure(units, ARRAY_SIZE(units), str_upto(rest, n));
	if (!unit)
		return MEASURE_NONE;
	rest = str_from(rest, n);
	if (rest.len && rest.s[0] == '.')
		rest = str_from(rest, 1);
	*s = rest;
	return unit;
}

/* "1:30"; the minutes behind the hours. */
static bool clock_read(struct str *s, long *hundredths)
{
	long minutes;
	struct str rest = *s;

	if (rest.len < 3 || rest.s[0] != ':')
		return false;
	rest = str_from(rest, 1);
	if (!isdigit((unsigned char)rest.s[0]) ||
	    !isdigit((unsigned char)rest.s[1]) ||
	    (rest.len > 2 && isdigit((unsigned char)rest.s[2])))
		return false;
	minutes = (rest.s[0] - '0') * 10L + (rest.s[1] - '0');
	if (minutes >= 60)
		return false;
	*hundredths = *hundredths * 60 + minutes * 100;
	*s = str_from(rest, 2);
	return true;
}

/* "1:75", "1:5": whatever that is. */
static bool is_ratio(struct str rest)
{
	return rest.len > 1 && rest.s[0] == ':' &&
	       isdigit((unsigned char)rest.s[1]);
}

/* "1h30 on the labs": two digits right behind the hours. */
static bool is_tight(struct str before, struct str behind)
{
	return before.len - behind.len == 2 && isdigit((unsigned char)*before.s) &&
	       (!behind.len || strchr(" ,;.)", behind.s[0]));
}

/* Behind hours: "30 min", "and 30 minutes", "30", "and a half". */
static bool minutes_behind(struct str *s, long *hundredths)
{
	struct str rest = str_trim_left(*s), number;
	long minutes;

	if (half_read(&rest)) {
		*hundredths += 3000;
		*s = rest;
		return true;
	}
	if (str_starts(rest, "and ") || str_starts(rest, "und "))
		rest = str_trim_left(str_from(rest, 4));
	if (!number_read(&rest, &minutes))
		return true;
	number = rest;
	if (unit_read(&rest) != MEASURE_MINUTES) {
		if (str_trim(rest).len && !is_tight(*s, number))
			return false;
		rest = number;
	}
	*hundredths += minutes;
	*s = rest;
	return minutes < 6000;
}

int study_span_take(struct str *s, enum measure measure)
{
	struct str rest = *s;
	enum measure unit;
	long hundredths;
	bool clock;

	if (!number_read(&rest, &hundredths) &&
	    !number_word_read(&rest, &hundredths))
		return 0;
	clock = clock_read(&rest, &hundredths);
	if (!clock && is_ratio(rest))
		return 0;
	unit = unit_read(&rest);
	if (clock && !unit && measure <= MEASURE_CLOCK)
		return 0;
	if (!clock) {
		struct str behind = str_trim_left(rest);

		if (!unit && behind.len &&
		    is_letter((unsigned char)behind.s[0]))
			return 0;
		if (!unit)
			unit = measure;
		if (unit == MEASURE_HOURS)
			hundredths *= 60;
		else if (unit != MEASURE_MINUTES)
			return 0;
		if (unit == MEASURE_HOURS &&
		    !minutes_behind(&rest, &hundredths))
			return 0;
	}
	if (hundredths > LIMIT_MINUTES * 100L)
		return 0;
	*s = rest;
	return (int)((hundredths + 50) / 100);
}
