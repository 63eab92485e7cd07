/* SPDX-License-Identifier: MIT */
/* Numbers by sums. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/sum_table.h"

static size_t number_of(const struct sum_table *t, uint64_t sum)
{
	size_t number = 0;

	assert_true(sum_table_get(t, sum, &number));
	return number;
}

static void an_empty_table_has_no_sum(void **state)
{
	struct sum_table t = SUM_TABLE_INIT;
	size_t number;

	(void)state;
	assert_false(sum_table_get(&t, 0, &number));
	sum_table_release(&t);
}

static void each_of_many_sums_has_its_number(void **state)
{
	struct sum_table t = SUM_TABLE_INIT;
	size_t number;

	(void)state;
	/* Those of a multiple of 2^32 begin at few places. */
	for (uint64_t i = 0; i < 1000; i++)
		sum_table_put(&t, i << (i % 2 ? 32 : 0), (size_t)i);
	for (uint64_t i = 0; i < 1000; i++)
		assert_int_equal(number_of(&t, i << (i % 2 ? 32 : 0)), i);
	assert_false(sum_table_get(&t, 1000, &number));
	assert_int_equal(t.count, 1000);
	sum_table_release(&t);
}

static void a_table_that_expects_many_has_them_all(void **state)
{
	struct sum_table t = SUM_TABLE_INIT;
	size_t size, number;

	(void)state;
	sum_table_put(&t, 5, 50);
	sum_table_expect(&t, 1000);
	size = t.size;
	assert_int_equal(number_of(&t, 5), 50);
	for (uint64_t i = 10; i < 1010; i++)
		sum_table_put(&t, i, (size_t)i);
	assert_int_equal(t.size, size);
	for (uint64_t i = 10; i < 1010; i++)
		assert_int_equal(number_of(&t, i), i);
	assert_false(sum_table_get(&t, 1010, &number));
	sum_table_release(&t);
}

static void a_sum_keeps_the_number_it_was_given_last(void **state)
{
	struct sum_table t = SUM_TABLE_INIT;

	(void)state;
	sum_table_put(&t, 7, 1);
	sum_table_put(&t, 7, 0);
	assert_int_equal(number_of(&t, 7), 0);
	assert_int_equal(t.count, 1);
	sum_table_release(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_table_has_no_sum),
		cmocka_unit_test(each_of_many_sums_has_its_number),
		cmocka_unit_test(a_table_that_expects_many_has_them_all),
		cmocka_unit_test(a_sum_keeps_the_number_it_was_given_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
