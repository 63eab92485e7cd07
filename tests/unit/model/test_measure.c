/* SPDX-License-Identifier: MIT */
/* Numbers and their units, together and apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/alloc.h"
#include "core/model/measure.h"

static void units_stand_behind_their_number_or_at_it(void **state UNUSED)
{
	static const char *const cases[][2] = {
		{ "256KB", "256 KB" },
		{ "256 KB", "256KB" },
		{ "at most  400 KB here", "at most 400KB here" },
		{ "15min or 30 s", "15 min or 30s" },
		{ "100µs", "100 µs" },
	};
	static const char *const others[] = {
		"lambda", "ec2", "256", "256 10", "kb 256", "t2micro", "", "3d2",
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		assert_true(measure_respell(&out, str_of(cases[i][0])));
		assert_string_equal(out.buf, cases[i][1]);
	}
	for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		assert_false(measure_respell(&out, str_of(others[i])));
	}
}

static void digits_are_compared_in_their_order(void **state UNUSED)
{
	assert_true(measure_same_digits(STR("256kb"), STR("256 kib")));
	assert_true(measure_same_digits(STR("lamda"), STR("lambda")));
	assert_true(measure_same_digits(STR(""), STR("a")));
	assert_false(measure_same_digits(STR("256kb"), STR("265kb")));
	assert_false(measure_same_digits(STR("256kb"), STR("25kb")));
	assert_false(measure_same_digits(STR("lambda"), STR("lambda2")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(units_stand_behind_their_number_or_at_it),
		cmocka_unit_test(digits_are_compared_in_their_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
