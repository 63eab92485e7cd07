/* SPDX-License-Identifier: MIT */
/* Numbers with units are found, and other numbers are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <math.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/quantity.h"

static void a_number_with_a_unit_is_a_quantity(void **state UNUSED)
{
	static const struct {
		const char *text;
		enum quantity_kind kind;
		enum quantity_bound bound;
		double value;
		const char *unit;
	} cases[] = {
		{ "times out in 15 mins", QUANTITY_TIME, QUANTITY_EXACT, 900,
		  "minute" },
		{ "900s at most", QUANTITY_TIME, QUANTITY_EXACT, 900, "second" },
		{ "items up to 400KB", QUANTITY_SIZE, QUANTITY_MOST, 409600,
		  "kilobyte" },
		{ "max: 10 GB", QUANTITY_SIZE, QUANTITY_MOST, 10737418240.0,
		  "gigabyte" },
		{ "99.99% durable", QUANTITY_PERCENT, QUANTITY_EXACT, 99.99,
		  "percent" },
		{ "costs $0.10 an hour", QUANTITY_MONEY, QUANTITY_EXACT, 0.1,
		  "dollar" },
		{ "defaults to 3", QUANTITY_COUNT, QUANTITY_DEFAULT, 3, "" },
		{ "limited to 20 per table", QUANTITY_COUNT, QUANTITY_MOST, 20,
		  "" },
		{ "3,000 RCUs a partition", QUANTITY_COUNT, QUANTITY_EXACT,
		  3000, "rcu" },
		{ "bis zu 12,5 GB", QUANTITY_SIZE, QUANTITY_EXACT,
		  13421772800.0, "gigabyte" },
		{ "a 14-day window", QUANTITY_TIME, QUANTITY_EXACT, 1209600,
		  "day" },
		{ "at least 2 replicas.", QUANTITY_COUNT, QUANTITY_LEAST, 2,
		  "replica" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str rest = str_of(cases[i].text);
		struct quantity q;

		if (!quantity_next(&rest, &q))
			fail_msg("none in '%s'", cases[i].text);
		if (q.kind != cases[i].kind || q.bound != cases[i].bound ||
		    fabs(q.value - cases[i].value) > 1e-6 ||
		    !str_is(str_of(q.unit), cases[i].unit))
			fail_msg("'%s': kind %d, bound %d, %f %s",
				 cases[i].text, (int)q.kind, (int)q.bound,
				 q.value, q.unit);
	}
}

static void names_dates_and_versions_measure_nothing(void **state UNUSED)
{
	static const char *const texts[] = {
		"", "S3", "t2.micro", "version 0.2 of it", "2022-07-04",
		"at 10:30", "Python 3", "an EC2 instance", "10.0.0.0/16",
		"v1.24.3", "Day 12", "99999999999999999999999 bytes",
		"http://x.org/5s", "us-east-1",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct str rest = str_of(texts[i]);
		struct quantity q;

		if (quantity_next(&rest, &q))
			fail_msg("'%s' has '%.*s'", texts[i], (int)q.text.len,
				 q.text.s);
	}
}

static void all_quantities_come_in_order(void **state UNUSED)
{
	struct str rest = STR("128 MB to 10,240 MB, for 15 minutes");
	struct quantity q;
	unsigned count = 0;

	while (quantity_next(&rest, &q))
		count++;
	assert_int_equal(count, 3);
	assert_true(str_is(q.text, "15 minutes"));
	assert_int_equal(rest.len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_with_a_unit_is_a_quantity),
		cmocka_unit_test(names_dates_and_versions_measure_nothing),
		cmocka_unit_test(all_quantities_come_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
