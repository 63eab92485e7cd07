/* SPDX-License-Identifier: MIT */
/* Civil days as numbers. */
#include "core/base/date.h"

static const char *const weekday_names[] = {
	"Monday", "Tuesday", "Wednesday", "Thursday",
	"Friday", "Saturday", "Sunday",
};

static const char *const weekday_shorts[] = {
	"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
};

static const char *const month_names[] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
};

static const char *const month_shorts[] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun",
	"Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool civil_is_valid(struct civil c)
{
	return c.year >= 1 && c.year <= 9999 && c.month >= 1 && c.month <= 12 &&
	       c.day >= 1 && c.day <= days_in_month(c.year, c.month);
}

int day_from_civil(struct civil c)
{
	int year, era, year_of_era, day_of_year;

	if (!civil_is_valid(c))
		return DAY_NONE;
	year = c.month <= 2 ? c.year - 1 : c.year;
	era = year / 400;
	year_of_era = year - era * 400;
	day_of_year = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 +
		      c.day - 1;
	return era * 146097 + year_of_era * 365 + year_of_era / 4 -
	       year_of_era / 100 + day_of_year - 719468;
}

struct civil day_to_civil(int day)
{
	int z = day + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	struct civil c = {
		.year = yoe + era * 400,
		.month = mp < 10 ? mp + 3 : mp - 9,
		.day = doy - (153 * mp + 2) / 5 + 1,
	};

	c.year += c.month <= 2;
	return c;
}

enum weekday day_weekday(int day)
{
	int w = (day + 3) % 7;		/* 1970-01-01 was a Thursday */

	return (enum weekday)(w < 0 ? w + 7 : w);
}

int day_parse_iso(struct str s)
{
	unsigned year, month, day;

	if (s.len != 10 || s.s[4] != '-' || s.s[7] != '-' ||
	    str_to_uint(str_upto(s, 4), 9999, &year) ||
	    str_to_uint(str_upto(str_from(s, 5), 2), 12, &month) ||
	    str_to_uint(str_from(s, 8), 31, &day))
		return DAY_NONE;
	return day_from_civil((struct civil){ (int)year, (int)month, (int)day });
}

bool day_is_iso_form(struct str s)
{
	static const char form[] = "0000-00-00";

	for (size_t i = 0; form[i]; i++)
		if (i >= s.len || (form[i] == '-' ? s.s[i] != '-' :
				   s.s[i] < '0' || s.s[i] > '9'))
			return false;
	return true;
}

static void put_digits(char *to, int number, int digits)
{
	for (; digits; number /= 10)
		to[--digits] = (char)('0' + number % 10);
}

struct day_text day_format(int day)
{
	struct day_text text = { "" };
	struct civil c;

	if (day == DAY_NONE)
		return text;
	c = day_to_civil(day);
	if (!civil_is_valid(c))
		return text;
	put_digits(text.s, c.year, 4);
	put_digits(text.s + 5, c.month, 2);
	put_digits(text.s + 8, c.day, 2);
	text.s[4] = text.s[7] = '-';
	return text;
}

const char *weekday_name(enum weekday w)
{
	return weekday_names[w];
}

const char *weekday_short(enum weekday w)
{
	return weekday_shorts[w];
}

const char *month_name(int month)
{
	return month_names[month - 1];
}

const char *month_short(int month)
{
	return month_shorts[month - 1];
}
