/* SPDX-License-Identifier: MIT */
/* Civil days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/date.h"

static void every_day_of_five_centuries_comes_back(void **state UNUSED)
{
	int day = day_from_civil((struct civil){ 1600, 1, 1 });
	int last = day_from_civil((struct civil){ 2100, 12, 31 });

	for (; day <= last; day++)
		assert_int_equal(day_from_civil(day_to_civil(day)), day);
}

static void the_epoch_is_day_zero_and_a_thursday(void **state UNUSED)
{
	assert_int_equal(day_parse_iso(STR("1970-01-01")), 0);
	assert_int_equal(day_weekday(0), THURSDAY);
	assert_int_equal(day_weekday(-1), WEDNESDAY);
	assert_int_equal(day_weekday(day_parse_iso(STR("2022-07-04"))), MONDAY);
}

static void impossible_dates_are_no_days(void **state UNUSED)
{
	assert_int_equal(day_parse_iso(STR("2016-02-30")), DAY_NONE);
	assert_int_equal(day_parse_iso(STR("2023-02-29")), DAY_NONE);
	assert_int_equal(day_parse_iso(STR("2022-7-4")), DAY_NONE);
	assert_int_equal(day_parse_iso(STR("2022-13-01")), DAY_NONE);
	assert_int_equal(day_parse_iso(STR("0000-01-01")), DAY_NONE);
	assert_int_not_equal(day_parse_iso(STR("2024-02-29")), DAY_NONE);
}

static void a_day_is_written_as_it_is_read(void **state UNUSED)
{
	assert_string_equal(day_format(day_parse_iso(STR("0999-03-01"))).s,
			    "0999-03-01");
	assert_string_equal(day_format(DAY_NONE).s, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_of_five_centuries_comes_back),
		cmocka_unit_test(the_epoch_is_day_zero_and_a_thursday),
		cmocka_unit_test(impossible_dates_are_no_days),
		cmocka_unit_test(a_day_is_written_as_it_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
