/* SPDX-License-Identifier: MIT */
/* How far a round of a hundred days has come. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/date.h"
#include "core/base/limits.h"
#include "core/model/challenge.h"
#include "core/model/entry.h"

#define N NUMBER_NONE

/* With today's day, and each day of the marks studied. */
static struct challenge count(const struct challenge_mark *marks, size_t n,
			      int today)
{
	const struct streak_rules rules = { .grace = 1, .pause_max = 14 };
	struct studied_day days[400];
	size_t ndays = 0;
	struct challenge c;

	for (size_t i = 0; i < n; i++)
		if (marks[i].day != DAY_NONE &&
		    (!ndays || days[ndays - 1].day < marks[i].day))
			days[ndays++] = (struct studied_day){ marks[i].day,
							      false, 0 };
	challenge_compute(&c, marks, n, 100, days, ndays, today, &rules);
	return c;
}

static void nothing_logged_is_no_round(void **state UNUSED)
{
	struct challenge c = count(NULL, 0, 10);

	assert_int_equal(c.round, 0);
	assert_int_equal(c.done, 0);
	assert_int_equal(c.goal, 100);
	assert_int_equal(c.last_projected, DAY_NONE);
}

static void day_zero_is_before_the_hundred(void **state UNUSED)
{
	struct challenge_mark marks[9];
	struct challenge c;

	for (int i = 0; i < 9; i++)
		marks[i] = (struct challenge_mark){ 1000 + i, i, 0 };
	c = count(marks, 9, 1008);
	assert_int_equal(c.round, 1);
	assert_int_equal(c.number, 8);
	assert_int_equal(c.done, 8);
	assert_int_equal(c.first, 1000);
	assert_int_equal(c.missed, 0);
	assert_int_equal(c.last_projected, 1008 + 92);
}

static void two_entries_on_a_day_are_one_day(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 10, 1, 0 }, { 10, N, 0 }, { 11, 2, 0 }, { 11, 2, 0 },
	};
	struct challenge c = count(marks, 4, 11);

	assert_int_equal(c.done, 2);
	assert_int_equal(c.number, 2);
}

static void a_second_entry_saves_a_day_zero(void **state UNUSED)
{
	const struct challenge_mark marks[] = { { 10, 0, 0 }, { 10, 1, 0 } };

	assert_int_equal(count(marks, 2, 10).done, 1);
}

static void missed_days_are_added_at_the_end(void **state UNUSED)
{
	/* Studied 10, 12, 14, 16: three missed, so three more for each four. */
	const struct challenge_mark marks[] = {
		{ 10, 1, 0 }, { 12, 2, 0 }, { 14, 3, 0 }, { 16, 4, 0 },
	};
	struct challenge c = count(marks, 4, 16);

	assert_int_equal(c.done, 4);
	assert_int_equal(c.missed, 3);
	assert_int_equal(c.last_projected, 16 + 96 + 72);
}

static void a_round_begins_when_its_label_grows(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 10, 99, 1 }, { 11, 100, 1 }, { 12, 1, 2 }, { 13, 2, 2 },
	};
	struct challenge c = count(marks, 4, 13);

	assert_int_equal(c.round, 2);
	assert_int_equal(c.number, 2);
	assert_int_equal(c.done, 2);
	assert_int_equal(c.first, 12);
}

static void a_round_begins_when_the_numbers_start_again(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 10, 99, 0 }, { 11, 100, 0 }, { 12, 0, 0 }, { 13, 1, 0 },
	};
	struct challenge c = count(marks, 4, 13);

	assert_int_equal(c.round, 2);
	assert_int_equal(c.done, 1);
}

static void a_label_that_falls_begins_nothing(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 10, 1, 7 }, { 11, 2, 6 }, { 12, 3, 7 },
	};
	struct challenge c = count(marks, 3, 12);

	assert_int_equal(c.round, 7);
	assert_int_equal(c.done, 3);
}

static void numbers_without_dates_count(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ DAY_NONE, 1, 0 }, { DAY_NONE, 2, 0 }, { DAY_NONE, 3, 0 },
	};
	struct challenge c = count(marks, 3, 12);

	assert_int_equal(c.done, 3);
	assert_int_equal(c.first, DAY_NONE);
	assert_int_equal(c.last_projected, DAY_NONE);
}

static void a_number_without_a_date_is_not_the_last_one(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 10, 54, 0 }, { 11, 55, 0 }, { DAY_NONE, 26, 0 },
	};
	struct challenge c = count(marks, 3, 12);

	assert_int_equal(c.number, 55);
	assert_int_equal(c.done, 3);
	assert_int_equal(challenge_day(&c), 55);
}

static void it_is_the_last_one_where_days_have_no_numbers(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 10, N, 0 }, { DAY_NONE, 26, 0 },
	};

	assert_int_equal(count(marks, 2, 12).number, 26);
}

static void a_day_one_without_a_date_begins_no_round(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 10, 54, 0 }, { 11, 55, 0 }, { DAY_NONE, 1, 0 },
		{ DAY_NONE, 2, 0 },
	};
	struct challenge c = count(marks, 4, 12);

	assert_int_equal(c.round, 1);
	assert_int_equal(c.number, 55);
	assert_int_equal(c.done, 4);
	assert_int_equal(c.first, 10);
}

static void an_undated_day_of_an_old_round_is_over(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 10, 99, 1 }, { 11, 1, 2 }, { DAY_NONE, 26, 1 },
		{ DAY_NONE, 2, 2 },
	};
	struct challenge c = count(marks, 4, 12);

	assert_int_equal(c.round, 2);
	assert_int_equal(c.done, 2);
	assert_int_equal(c.number, 1);
}

static void the_day_is_how_many_there_are_without_numbers(void **state UNUSED)
{
	const struct challenge_mark marks[] = { { 10, N, 0 }, { 11, N, 0 } };
	struct challenge c = count(marks, 2, 12);

	assert_int_equal(challenge_day(&c), 2);
}

static void planned_days_do_not_count(void **state UNUSED)
{
	const struct challenge_mark marks[] = { { 10, 1, 0 }, { 11, 2, 0 } };

	assert_int_equal(count(marks, 2, 10).done, 1);
}

static void a_finished_round_has_no_last_day_ahead(void **state UNUSED)
{
	struct challenge_mark marks[100];
	struct challenge c;

	for (int i = 0; i < 100; i++)
		marks[i] = (struct challenge_mark){ 1000 + i, i + 1, 0 };
	c = count(marks, 100, 1100);
	assert_int_equal(c.done, 100);
	assert_int_equal(c.last_projected, DAY_NONE);
}

/* Numbers that start again, a label, and one that falls. */
static void each_mark_has_a_place_in_a_round(void **state UNUSED)
{
	const struct challenge_mark marks[] = {
		{ 1000, 0, 0 }, { 1001, 1, 0 }, { 1001, 1, 0 }, { 1002, 2, 0 },
		{ 2000, 1, 0 }, { 2001, N, 0 }, { 2002, 1, 4 }, { 2003, 3, 2 },
		{ 9000, 1, 0 }, { DAY_NONE, 7, 1 },
	};
	const struct challenge_place expected[] = {
		{ 1, false }, { 1, true }, { 1, false }, { 1, true },
		{ 2, true }, { 2, true }, { 4, true }, { 4, true },
		{ 4, false }, { 1, true },
	};
	struct challenge_place places[ARRAY_SIZE(marks)];
	struct challenge c = count(marks, ARRAY_SIZE(marks), 2004);

	challenge_places(places, marks, ARRAY_SIZE(marks), 2004);
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		assert_int_equal(places[i].round, expected[i].round);
		assert_int_equal(places[i].counts, expected[i].counts);
	}
	assert_int_equal(c.round, 4);
	assert_int_equal(c.done, 2);
}

static void no_label_is_too_high_to_count(void **state UNUSED)
{
	const struct challenge_mark mark = { 1000, 1, 100000 };
	struct challenge_place place;

	challenge_places(&place, &mark, 1, 1000);
	assert_int_equal(place.round, LIMIT_ROUND);
	assert_true(place.counts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_logged_is_no_round),
		cmocka_unit_test(day_zero_is_before_the_hundred),
		cmocka_unit_test(two_entries_on_a_day_are_one_day),
		cmocka_unit_test(a_second_entry_saves_a_day_zero),
		cmocka_unit_test(missed_days_are_added_at_the_end),
		cmocka_unit_test(a_round_begins_when_its_label_grows),
		cmocka_unit_test(a_round_begins_when_the_numbers_start_again),
		cmocka_unit_test(a_label_that_falls_begins_nothing),
		cmocka_unit_test(numbers_without_dates_count),
		cmocka_unit_test(a_number_without_a_date_is_not_the_last_one),
		cmocka_unit_test(it_is_the_last_one_where_days_have_no_numbers),
		cmocka_unit_test(a_day_one_without_a_date_begins_no_round),
		cmocka_unit_test(an_undated_day_of_an_old_round_is_over),
		cmocka_unit_test(the_day_is_how_many_there_are_without_numbers),
		cmocka_unit_test(planned_days_do_not_count),
		cmocka_unit_test(a_finished_round_has_no_last_day_ahead),
		cmocka_unit_test(each_mark_has_a_place_in_a_round),
		cmocka_unit_test(no_label_is_too_high_to_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
