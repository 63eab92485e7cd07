/* SPDX-License-Identifier: MIT */
/* Sums of values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/sum64.h"

#define MOST 300		/* beyond where lanes begin */

static uint64_t sum_of(const char *bytes, size_t len)
{
	struct sum64 sum = SUM64_INIT;

	sum64_add(&sum, (struct str){ bytes, len });
	return sum.value;
}

static void each_bit_of_a_text_counts(void **state)
{
	char bytes[MOST];

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 7);
	for (size_t len = 1; len <= MOST; len++) {
		uint64_t before = sum_of(bytes, len);

		for (size_t at = 0; at < len; at++) {
			bytes[at] = (char)(bytes[at] ^ 1 << at % 8);
			assert_int_not_equal(sum_of(bytes, len), before);
			bytes[at] = (char)(bytes[at] ^ 1 << at % 8);
		}
		assert_int_equal(sum_of(bytes, len), before);
	}
}

static void how_long_a_text_is_counts(void **state)
{
	char zeros[MOST] = { 0 };

	(void)state;
	for (size_t len = 1; len <= MOST; len++)
		assert_int_not_equal(sum_of(zeros, len),
				     sum_of(zeros, len - 1));
}

static void words_in_another_order_have_another_sum(void **state)
{
	char one[256], other[256];

	(void)state;
	for (size_t i = 0; i < sizeof(one); i++)
		one[i] = (char)(i / 8);
	/* In one lane, and from one to the next. */
	for (size_t far = 8; far <= 128; far *= 2) {
		memcpy(other, one, sizeof(one));
		memcpy(other, one + far, 8);
		memcpy(other + far, one, 8);
		assert_int_not_equal(sum_of(one, sizeof(one)),
				     sum_of(other, sizeof(other)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_bit_of_a_text_counts),
		cmocka_unit_test(how_long_a_text_is_counts),
		cmocka_unit_test(words_in_another_order_have_another_sum),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
