/* SPDX-License-Identifier: MIT */
/* How long it took, as people write it into a table. */
#include "importers/csv.h"

#include <ctype.h>
#include <string.h>

#include "core/base/limits.h"

/* A number of at most four digits with a fraction, in hundredths. */
static bool take_number(struct str *s, long *hundredths)
{
	size_t digits = 0, fraction = 0;
	long n = 0;

	while (digits < s->len && isdigit((unsigned char)s->s[digits]))
		n = digits < 5 ? n * 10 + (s->s[digits] - '0') : n, digits++;
	if (!digits || digits > 4)
		return false;
	*s = str_from(*s, digits);
	n *= 100;
	if (s->len > 1 && strchr(".,", s->s[0]) &&
	    isdigit((unsigned char)s->s[1])) {
		*s = str_from(*s, 1);
		for (long unit = 10; fraction < s->len &&
			isdigit((unsigned char)s->s[fraction]); unit /= 10)
			n += unit * (s->s[fraction++] - '0');
		*s = str_from(*s, fraction);
	}
	*hundredths = n;
	return true;
}

/* Minutes in the unit that comes next, 0: there is none, -1: it is no unit. */
static int take_unit(struct str *s)
{
	static const char *const hours[] = { "h", "hr", "hrs", "hour",
					     "hours", "std", "stunden",
					     "stunde" };
	size_t len = 0;
	struct str word;

	*s = str_trim_left(*s);
	while (len < s->len && isalpha((unsigned char)s->s[len]))
		len++;
	word = str_upto(*s, len);
	*s = str_trim_left(str_from(*s, len + (len < s->len && len &&
					       s->s[len] == '.')));
	if (!len)
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(hours); i++)
		if (str_eq_nocase(word, str_of(hours[i])))
			return 60;
	return str_eq_nocase(word, STR("m")) ||
	       str_starts_nocase(word, "min") ? 1 : -1;
}

/* "1:30", and "1:30:15" to the nearest minute. */
static int clock_minutes(struct str cell)
{
	struct str rest = cell;
	struct str hours = str_next_field(&rest, ':');
	struct str minutes = str_next_field(&rest, ':');
	unsigned h, m, s = 0;

	if (!minutes.s || minutes.len != 2 ||
	    str_to_uint(hours, 23, &h) || str_to_uint(minutes, 59, &m) ||
	    (rest.len && (rest.len != 2 || str_to_uint(rest, 59, &s))))
		return 0;
	return (int)(h * 60 + m + (s >= 30));
}

static int in_range(long hundredths)
{
	long minutes = (hundredths + 50) / 100;

	return minutes > 0 && minutes <= LIMIT_MINUTES ? (int)minutes : 0;
}

int minutes_read(struct str cell, int role)
{
	struct str rest = str_trim(cell);
	long total = 0, n;

	if (str_find(rest, ':') < rest.len)
		return role == ROLE_TIME ? 0 : clock_minutes(rest);
	if (!rest.len)
		return 0;
	while (rest.len) {
		int unit;

		if (!take_number(&rest, &n))
			return 0;
		unit = take_unit(&rest);
		if (!unit && !total && !rest.len && role == ROLE_MINUTES)
			unit = 1;
		if (!unit && !total && !rest.len && role == ROLE_HOURS)
			unit = 60;
		if (unit <= 0 || n > 1440 * 100)
			return 0;
		total += n * unit;
	}
	return in_range(total);
}
