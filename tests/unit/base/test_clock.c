/* SPDX-License-Identifier: MIT */
/* Times with their offset, and the day that it still is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/clock.h"
#include "core/base/date.h"

static void times_are_written_as_they_are_read(void **state UNUSED)
{
	static const char *const times[] = {
		"2022-07-04T21:30:12-07:00", "2022-07-04T00:00:00+05:45",
		"1969-12-31T23:59:59+00:00", "2024-02-29T12:00:00+14:00",
	};

	for (size_t i = 0; i < ARRAY_SIZE(times); i++) {
		struct clock c;

		assert_int_equal(clock_parse(&c, times[i]), 0);
		if (strcmp(clock_format(c).s, times[i]) &&
		    !strstr(times[i], "+00:00"))
			assert_string_equal(clock_format(c).s, times[i]);
	}
}

static void z_and_fractions_are_read(void **state UNUSED)
{
	struct clock a, b;

	assert_int_equal(clock_parse(&a, "2022-07-04T21:30:12Z"), 0);
	assert_int_equal(clock_parse(&b, "2022-07-04T23:30:12.987+02:00"), 0);
	assert_int_equal(a.seconds, b.seconds);
	assert_int_equal(b.offset, 120);
}

static void what_is_no_time_is_refused(void **state UNUSED)
{
	static const char *const bad[] = {
		"", "2022-07-04", "2022-07-04T21:30", "2022-07-04T24:00:00Z",
		"2022-02-30T00:00:00Z", "2022-07-04T21:60:00Z",
		"2022-07-04T21:30:12", "2022-07-04T21:30:12+2:00",
		"2022-07-04T21:30:12Zx", "2022-07-04T21:30:12.Z ",
	};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct clock c;

		if (!clock_parse(&c, bad[i]))
			fail_msg("'%s' is read", bad[i]);
	}
}

static void a_day_ends_when_it_turns(void **state UNUSED)
{
	static const struct {
		const char *time;
		int rollover;
		const char *day;
	} cases[] = {
		{ "2022-07-05T01:30:00-07:00", 240, "2022-07-04" },
		{ "2022-07-05T01:30:00-07:00", 0, "2022-07-05" },
		{ "2022-07-05T04:00:00-07:00", 240, "2022-07-05" },
		{ "2022-07-05T03:59:59+13:00", 240, "2022-07-04" },
		{ "2023-01-01T00:00:00Z", 1, "2022-12-31" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct clock c;

		assert_int_equal(clock_parse(&c, cases[i].time), 0);
		assert_string_equal(
			day_format(clock_day(c, cases[i].rollover)).s,
			cases[i].day);
	}
}

static void a_fixed_clock_stands_still(void **state UNUSED)
{
	struct error err = ERROR_INIT;
	struct clock c;

	assert_int_equal(clock_now(&c, "2022-07-04T21:30:12-07:00", &err), 0);
	assert_int_equal(clock_minute_of_day(c), 21 * 60 + 30);
	assert_int_equal(clock_now(&c, "soon", &err), -1);
	assert_int_equal(clock_now(&c, NULL, &err), 0);
	assert_true(c.seconds > 1600000000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_are_written_as_they_are_read),
		cmocka_unit_test(z_and_fractions_are_read),
		cmocka_unit_test(what_is_no_time_is_refused),
		cmocka_unit_test(a_day_ends_when_it_turns),
		cmocka_unit_test(a_fixed_clock_stands_still),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
