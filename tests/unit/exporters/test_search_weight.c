/* SPDX-License-Identifier: MIT */
/* How well a document fits a query of one word, as a site's index tells it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "exporters/site/search_weight.h"

static void more_places_weigh_more(void **state)
{
	unsigned last = 0;

	(void)state;
	for (uint32_t places = 1; places <= 20; places++) {
		unsigned weight = search_weight(places * 10, 60, true);

		assert_true(weight >= last);
		last = weight;
	}
	assert_true(search_weight(10, 60, true) < search_weight(30, 60, true));
	assert_true(search_weight(30, 60, true) < search_weight(50, 60, true));
}

static void a_short_document_is_more_to_the_point(void **state)
{
	(void)state;
	assert_true(search_weight(10, 20, true) > search_weight(10, 60, true));
	assert_true(search_weight(10, 60, true) > search_weight(10, 900, true));
}

static void what_only_stands_above_a_text_weighs_less(void **state)
{
	(void)state;
	assert_true(search_weight(20, 50, false) < search_weight(20, 50, true));
	assert_int_equal(search_weight(1, 60, false), 0);
}

/* By hand: 2.2 * often / (often + 1.2 * (0.25 + 0.75 * size / 60)), in steps of
 * 0.04 from 1.08 on. */
static void a_weight_is_a_step_of_the_formula(void **state)
{
	(void)state;
	assert_int_equal(search_weight(10, 900, true), 0);	/* 0.15 */
	assert_int_equal(search_weight(7, 60, true), 1);	/* 0.81 */
	assert_int_equal(search_weight(10, 60, true), 2);	/* 1.00 */
	assert_int_equal(search_weight(12, 60, true), 3);	/* 1.10 */
	assert_int_equal(search_weight(15, 60, true), 3 + 3);	/* 1.22 */
	assert_int_equal(search_weight(40, 60, true), 3 + 15);	/* 1.69 */
}

static void whatever_is_counted_there_is_a_weight(void **state)
{
	(void)state;
	assert_int_equal(search_weight(0, 0, true), 0);
	assert_int_equal(search_weight(UINT32_MAX, 0, true), 3 + 27);
	assert_true(search_weight(UINT32_MAX, SIZE_MAX / 9000, true) <=
		    SEARCH_WEIGHT_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(more_places_weigh_more),
		cmocka_unit_test(a_short_document_is_more_to_the_point),
		cmocka_unit_test(what_only_stands_above_a_text_weighs_less),
		cmocka_unit_test(a_weight_is_a_step_of_the_formula),
		cmocka_unit_test(whatever_is_counted_there_is_a_weight),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
