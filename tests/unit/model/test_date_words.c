/* SPDX-License-Identifier: MIT */
/* Dates as people type them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/date.h"
#include "core/model/date_words.h"

/* A Friday. */
#define TODAY "2022-07-08"

struct case_ {
	const char *typed, *expected;
};

static void check(const struct case_ *cases, size_t count,
		  enum date_direction direction)
{
	int today = day_parse_iso(STR(TODAY));

	for (size_t i = 0; i < count; i++) {
		struct error err = ERROR_INIT;
		int day;

		if (date_words_parse(&day, str_of(cases[i].typed), today,
				     direction, &err))
			fail_msg("'%s': %s", cases[i].typed, err.text);
		if (strcmp(day_format(day).s, cases[i].expected))
			fail_msg("'%s' gave %s, not %s", cases[i].typed,
				 day_format(day).s, cases[i].expected);
	}
}

static void refused(const char *typed, enum date_direction direction,
		    const char *message)
{
	int day;
	struct error err = ERROR_INIT;

	assert_int_equal(date_words_parse(&day, str_of(typed),
					  day_parse_iso(STR(TODAY)), direction,
					  &err), -1);
	assert_int_equal(err.kind, ERROR_USAGE);
	assert_string_equal(err.text, message);
}

static void words_may_be_joined_by_dashes(void **state UNUSED)
{
	static const struct case_ cases[] = {
		{ "last-friday", "2022-07-01" },
		{ "the-day-before-yesterday", "2022-07-06" },
		{ "-1d", "2022-07-07" },
		{ "2022-W27-5", "2022-07-08" },
	};

	check(cases, ARRAY_SIZE(cases), DATE_PAST);
}

static void a_full_date_means_itself_in_every_form(void **state UNUSED)
{
	static const struct case_ cases[] = {
		{ "2022-07-04", "2022-07-04" },
		{ "20220704", "2022-07-04" },
		{ "2022/07/04", "2022-07-04" },
		{ "2022/7/4", "2022-07-04" },
		{ "2022.07.04", "2022-07-04" },
		{ "4 July 2022", "2022-07-04" },
		{ "July 4, 2022", "2022-07-04" },
		{ "jul 4 2022", "2022-07-04" },
		{ "Sept. 3, 2021", "2021-09-03" },
		{ "4th of July 2022", "2022-07-04" },
		{ "1st may 2022", "2022-05-01" },
		{ "Mon 4 July 2022", "2022-07-04" },
		{ "monday, July 4th, 2022", "2022-07-04" },
		{ "2022-W27-1", "2022-07-04" },
		{ "2022W271", "2022-07-04" },
		{ "2020-w53-7", "2021-01-03" },
		{ "  2022-07-04 ", "2022-07-04" },
		{ "0001-01-01", "0001-01-01" },
		{ "9999-12-31", "9999-12-31" },
	};

	check(cases, ARRAY_SIZE(cases), DATE_PAST);
	check(cases, ARRAY_SIZE(cases), DATE_FUTURE);
}

static void dashes_stand_for_blanks(void **state UNUSED)
{
	static const struct case_ cases[] = {
		{ "3-days-ago", "2022-07-05" },
		{ "2-weeks-ago", "2022-06-24" },
		{ "a-week-ago", "2022-07-01" },
		{ "2w-ago", "2022-06-24" },
		{ "in-3-weeks", "2022-07-29" },
		{ "last-fri", "2022-07-01" },
		{ "8-july-2022", "2022-07-08" },
		{ "jul-8-2022", "2022-07-08" },
		{ "Fri-8-July-2022", "2022-07-08" },
		{ "8th-of-july-2022", "2022-07-08" },
		{ "the-day-before-yesterday", "2022-07-06" },
		{ "2022-W27-5", "2022-07-08" },
		{ "2022-w27-5", "2022-07-08" },
		{ "-2w", "2022-06-24" },
	};
	static const struct case_ past[] = {
		{ "1-july", "2022-07-01" },
		{ "jul-8", "2022-07-08" },
		{ "6-months", "2022-01-08" },
	};

	check(cases, ARRAY_SIZE(cases), DATE_PAST);
	check(cases, ARRAY_SIZE(cases), DATE_FUTURE);
	check(past, ARRAY_SIZE(past), DATE_PAST);
}

static void names_and_distances_are_from_today(void **state UNUSED)
{
	static const struct case_ cases[] = {
		{ "today", "2022-07-08" },
		{ "Yesterday", "2022-07-07" },
		{ "tomorrow", "2022-07-09" },
		{ "day before yesterday", "2022-07-06" },
		{ "the day before yesterday", "2022-07-06" },
		{ "the day after tomorrow", "2022-07-10" },
		{ "3 days ago", "2022-07-05" },
		{ "a week ago", "2022-07-01" },
		{ "two weeks ago", "2022-06-24" },
		{ "3d ago", "2022-07-05" },
		{ "-2w", "2022-06-24" },
		{ "-1m", "2022-06-08" },
		{ "-1y", "2021-07-08" },
		{ "+10d", "2022-07-18" },
		{ "in 3 weeks", "2022-07-29" },
		{ "in 10 days", "2022-07-18" },
		{ "2 weeks from now", "2022-07-22" },
		{ "in a month", "2022-08-08" },
		{ "last fri", "2022-07-01" },
		{ "last thursday", "2022-07-07" },
		{ "next fri", "2022-07-15" },
		{ "next sat", "2022-07-09" },
	};

	check(cases, ARRAY_SIZE(cases), DATE_PAST);
	check(cases, ARRAY_SIZE(cases), DATE_FUTURE);
}

static void when_logging_a_bare_name_is_the_last_one(void **state UNUSED)
{
	static const struct case_ cases[] = {
		{ "fri", "2022-07-08" },
		{ "thu", "2022-07-07" },
		{ "sat", "2022-07-02" },
		{ "Saturday", "2022-07-02" },
		{ "on monday", "2022-07-04" },
		{ "tues", "2022-07-05" },
		{ "2w", "2022-06-24" },
		{ "3 days", "2022-07-05" },
		{ "jul 8", "2022-07-08" },
		{ "jul 9", "2021-07-09" },
		{ "9 July", "2021-07-09" },
		{ "4th of july", "2022-07-04" },
		{ "dec 31", "2021-12-31" },
		{ "29 feb", "2020-02-29" },
	};

	check(cases, ARRAY_SIZE(cases), DATE_PAST);
}

static void for_an_exam_a_bare_name_is_the_next_one(void **state UNUSED)
{
	static const struct case_ cases[] = {
		{ "fri", "2022-07-08" },
		{ "sat", "2022-07-09" },
		{ "thu", "2022-07-14" },
		{ "2w", "2022-07-22" },
		{ "3 days", "2022-07-11" },
		{ "jul 8", "2022-07-08" },
		{ "jul 7", "2023-07-07" },
		{ "1 aug", "2022-08-01" },
		{ "29 feb", "2024-02-29" },
	};

	check(cases, ARRAY_SIZE(cases), DATE_FUTURE);
}

static void a_month_that_is_shorter_ends_with_its_last_day(void **state UNUSED)
{
	struct error err = ERROR_INIT;
	int day, today = day_parse_iso(STR("2024-03-31"));

	assert_int_equal(date_words_parse(&day, STR("-1m"), today, DATE_PAST,
					  &err), 0);
	assert_string_equal(day_format(day).s, "2024-02-29");
}

static void slashes_that_can_be_one_day_only_are_that_day(void **state UNUSED)
{
	static const struct case_ cases[] = {
		{ "25/12/2021", "2021-12-25" },
		{ "12/25/2021", "2021-12-25" },
		{ "5/5/2022", "2022-05-05" },
		{ "31.01.2022", "2022-01-31" },
		{ "31-01-2022", "2022-01-31" },
	};

	check(cases, ARRAY_SIZE(cases), DATE_PAST);
}

static void slashes_that_can_be_two_days_are_refused_with_both(
	void **state UNUSED)
{
	refused("05/07/2022", DATE_PAST,
		"'05/07/2022' can be Tue 5 July 2022 or Sat 7 May 2022; "
		"write it as 2022-07-05 or 2022-05-07");
	refused("5.7.2022", DATE_FUTURE,
		"'5.7.2022' can be Tue 5 July 2022 or Sat 7 May 2022; "
		"write it as 2022-07-05 or 2022-05-07");
}

static void days_that_the_calendar_lacks_are_refused(void **state UNUSED)
{
	static const char *const lacking[] = {
		"2022-02-30", "20220230", "30 feb 2022", "2023-02-29",
		"31/31/2022", "2022-13-01", "2021-W53-1", "2022-W00-1",
		"2022-W27-8", "0000-01-01", "feb 30",
	};
	char message[128];

	for (size_t i = 0; i < ARRAY_SIZE(lacking); i++) {
		snprintf(message, sizeof(message), "there is no day '%s' in "
			 "the calendar; check its month and day", lacking[i]);
		refused(lacking[i], DATE_PAST, message);
	}
}

static void a_weekday_that_contradicts_is_refused(void **state UNUSED)
{
	refused("Tue 4 July 2022", DATE_PAST,
		"'Tue 4 July 2022' is not a Tuesday: 2022-07-04 is a Monday; "
		"leave the weekday out");
}

static void nonsense_is_refused_with_forms_to_write(void **state UNUSED)
{
	refused("whenever", DATE_PAST,
		"'whenever' is no date; write 2022-07-08, '8 July', "
		"yesterday, fri, '3 days ago' or -2w");
	refused("whenever", DATE_FUTURE,
		"'whenever' is no date; write 2022-07-08, '8 July', "
		"tomorrow, fri, 'in 3 weeks' or +10d");
}

static void near_misses_are_no_dates(void **state UNUSED)
{
	static const char *const typed[] = {
		"", " ", ",", "mo", "last", "next", "in", "ago", "3", "-",
		"+", "d", "-d", "3 days ago ago", "in 3 days ago", "in -2w",
		"last last fri", "05/07", "5/7/22", "the", "the day",
		"day before", "32 july", "0 july", "8 july 22",
		"20227", "2022-", "2022-007", "last day", "this last week",
		"last 0 days", "last w", "week",
		"8 july 2022 x", "fri 8", "--2w", "99999999999d",
		"1 2 3 4 5 6 7 8 9", "\xff\xfe", "2022-07-04T10:00",
		"of july 4", "2022-W2", "3 dayz",
	};

	for (size_t i = 0; i < ARRAY_SIZE(typed); i++) {
		struct error err = ERROR_INIT;
		int day;

		if (!date_words_parse(&day, str_of(typed[i]),
				      day_parse_iso(STR(TODAY)), DATE_PAST,
				      &err))
			fail_msg("'%s' was taken as %s", typed[i],
				 day_format(day).s);
		assert_non_null(strstr(err.text, "is no date"));
	}
}

struct span_case {
	const char *typed, *first, *last;
};

static void check_spans(const struct span_case *cases, size_t count,
			enum date_direction direction)
{
	for (size_t i = 0; i < count; i++) {
		struct error err = ERROR_INIT;
		struct day_span days;

		if (date_words_span(&days, str_of(cases[i].typed),
				    day_parse_iso(STR(TODAY)), direction,
				    &err))
			fail_msg("'%s': %s", cases[i].typed, err.text);
		if (strcmp(day_format(days.first).s, cases[i].first) ||
		    strcmp(day_format(days.last).s, cases[i].last))
			fail_msg("'%s' gave %s to %s", cases[i].typed,
				 day_format(days.first).s,
				 day_format(days.last).s);
	}
}

static void weeks_months_and_years_are_all_of_their_days(void **state UNUSED)
{
	static const struct span_case cases[] = {
		{ "this week", "2022-07-04", "2022-07-10" },
		{ "last week", "2022-06-27", "2022-07-03" },
		{ "next week", "2022-07-11", "2022-07-17" },
		{ "This Month", "2022-07-01", "2022-07-31" },
		{ "last month", "2022-06-01", "2022-06-30" },
		{ "this year", "2022-01-01", "2022-12-31" },
		{ "last year", "2021-01-01", "2021-12-31" },
		{ "2022", "2022-01-01", "2022-12-31" },
		{ "2022-07", "2022-07-01", "2022-07-31" },
		{ "2024/2", "2024-02-01", "2024-02-29" },
		{ "2022-W28", "2022-07-11", "2022-07-17" },
		{ "2020w53", "2020-12-28", "2021-01-03" },
		{ "july 2022", "2022-07-01", "2022-07-31" },
		{ "Dec. 1999", "1999-12-01", "1999-12-31" },
		{ "last july", "2021-07-01", "2021-07-31" },
		{ "next jan", "2023-01-01", "2023-01-31" },
		{ "last 7 days", "2022-07-02", "2022-07-08" },
		{ "past two weeks", "2022-06-25", "2022-07-08" },
		{ "next 3 days", "2022-07-08", "2022-07-10" },
		{ "yesterday", "2022-07-07", "2022-07-07" },
		{ "8 july", "2022-07-08", "2022-07-08" },
	};

	check_spans(cases, ARRAY_SIZE(cases), DATE_PAST);
}

static void a_month_without_a_year_has_begun_or_is_to_come(void **state UNUSED)
{
	static const struct span_case past[] = {
		{ "july", "2022-07-01", "2022-07-31" },
		{ "jun", "2022-06-01", "2022-06-30" },
		{ "august", "2021-08-01", "2021-08-31" },
	};
	static const struct span_case future[] = {
		{ "july", "2022-07-01", "2022-07-31" },
		{ "jun", "2023-06-01", "2023-06-30" },
		{ "august", "2022-08-01", "2022-08-31" },
	};

	check_spans(past, ARRAY_SIZE(past), DATE_PAST);
	check_spans(future, ARRAY_SIZE(future), DATE_FUTURE);
}

static void the_months_around_a_new_year_are_found(void **state UNUSED)
{
	struct error err = ERROR_INIT;
	struct day_span days;

	assert_int_equal(date_words_span(&days, STR("last month"),
					 day_parse_iso(STR("2022-01-31")),
					 DATE_PAST, &err), 0);
	assert_string_equal(day_format(days.first).s, "2021-12-01");
	assert_int_equal(date_words_span(&days, STR("next month"),
					 day_parse_iso(STR("2021-12-31")),
					 DATE_PAST, &err), 0);
	assert_string_equal(day_format(days.last).s, "2022-01-31");
}

static void where_one_day_is_meant_several_are_refused(void **state UNUSED)
{
	refused("july", DATE_PAST,
		"'july' is more than one day, 2022-07-01 to 2022-07-31; "
		"name one of them");
	refused("last week", DATE_PAST,
		"'last week' is more than one day, 2022-06-27 to 2022-07-03; "
		"name one of them");
}

static void spans_that_the_calendar_lacks_are_refused(void **state UNUSED)
{
	static const struct case_ cases[] = {
		{ "2022-13", "there is no month '2022-13' in the calendar" },
		{ "0000", "there is no year '0000' in the calendar" },
		{ "last 99999 years",
		  "'last 99999 years' is outside the years 1 to 9999" },
		{ "9999-W52", "'9999-W52' is outside the years 1 to 9999" },
		{ "sometime", "'sometime' is no date; write 2022-07-08, "
			      "yesterday, fri, '3 days ago', 'last week', "
			      "july or 2022" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct error err = ERROR_INIT;
		struct day_span days;

		assert_int_equal(date_words_span(&days, str_of(cases[i].typed),
						 day_parse_iso(STR(TODAY)),
						 DATE_PAST, &err), -1);
		assert_string_equal(err.text, cases[i].expected);
	}
}

static void beyond_the_calendar_is_refused(void **state UNUSED)
{
	refused("-99999y", DATE_PAST,
		"'-99999y' is outside the years 1 to 9999");
	refused("+99999m", DATE_PAST,
		"'+99999m' is outside the years 1 to 9999");
	refused("9999-W52-7", DATE_PAST,
		"'9999-W52-7' is outside the years 1 to 9999");
}

static void a_day_is_said_as_people_say_it(void **state UNUSED)
{
	int today = day_parse_iso(STR(TODAY));

	assert_string_equal(date_words_long(today).s, "Fri 8 July 2022");
	assert_string_equal(date_words_long(DAY_NONE).s, "");
	assert_string_equal(date_words_distance(today, today).s, "today");
	assert_string_equal(date_words_distance(today - 1, today).s,
			    "yesterday");
	assert_string_equal(date_words_distance(today + 1, today).s,
			    "tomorrow");
	assert_string_equal(date_words_distance(today + 16, today).s,
			    "in 16 days");
	assert_string_equal(date_words_distance(today - 3, today).s,
			    "3 days ago");
}

static void what_is_said_can_be_typed(void **state UNUSED)
{
	int today = day_parse_iso(STR(TODAY));

	for (int d = today - 800; d < today + 800; d++) {
		struct error err = ERROR_INIT;
		int day;

		assert_int_equal(date_words_parse(
			&day, str_of(date_words_long(d).s), today, DATE_PAST,
			&err), 0);
		assert_int_equal(day, d);
		assert_int_equal(date_words_parse(
			&day, str_of(date_words_distance(d, today).s), today,
			DATE_PAST, &err), 0);
		assert_int_equal(day, d);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_may_be_joined_by_dashes),
		cmocka_unit_test(a_full_date_means_itself_in_every_form),
		cmocka_unit_test(dashes_stand_for_blanks),
		cmocka_unit_test(names_and_distances_are_from_today),
		cmocka_unit_test(when_logging_a_bare_name_is_the_last_one),
		cmocka_unit_test(for_an_exam_a_bare_name_is_the_next_one),
		cmocka_unit_test(a_month_that_is_shorter_ends_with_its_last_day),
		cmocka_unit_test(slashes_that_can_be_one_day_only_are_that_day),
		cmocka_unit_test(slashes_that_can_be_two_days_are_refused_with_both),
		cmocka_unit_test(days_that_the_calendar_lacks_are_refused),
		cmocka_unit_test(a_weekday_that_contradicts_is_refused),
		cmocka_unit_test(nonsense_is_refused_with_forms_to_write),
		cmocka_unit_test(near_misses_are_no_dates),
		cmocka_unit_test(weeks_months_and_years_are_all_of_their_days),
		cmocka_unit_test(a_month_without_a_year_has_begun_or_is_to_come),
		cmocka_unit_test(the_months_around_a_new_year_are_found),
		cmocka_unit_test(where_one_day_is_meant_several_are_refused),
		cmocka_unit_test(spans_that_the_calendar_lacks_are_refused),
		cmocka_unit_test(beyond_the_calendar_is_refused),
		cmocka_unit_test(a_day_is_said_as_people_say_it),
		cmocka_unit_test(what_is_said_can_be_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
