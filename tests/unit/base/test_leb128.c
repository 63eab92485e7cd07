/* SPDX-License-Identifier: MIT */
/* A number in few bytes is read as it was written. */
#include "core/base/leb128.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void numbers_come_back_in_their_order(void **state)
{
	static const uint64_t numbers[] = { 0, 1, 127, 128, 300, 16383, 16384,
					    UINT32_MAX, UINT64_MAX };
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct str rest;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++)
		leb128_add(&bytes, numbers[i]);
	rest = strbuf_slice(&bytes);
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++)
		assert_true(leb128_take(&rest) == numbers[i]);
	assert_int_equal(rest.len, 0);
}

static void small_numbers_take_a_byte_and_others_the_fewest(void **state)
{
	AUTO(strbuf) bytes = STRBUF_INIT;

	(void)state;
	leb128_add(&bytes, 127);
	assert_int_equal(bytes.len, 1);
	leb128_add(&bytes, 624485);
	assert_memory_equal(bytes.buf + 1, "\xe5\x8e\x26", 3);
	assert_int_equal(bytes.len, 4);
}

static void what_is_broken_ends_with_the_bytes(void **state)
{
	struct str none = STR(""), cut = STR("\x80\x80");
	struct str more = STR("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");

	(void)state;
	assert_true(leb128_take(&none) == 0);
	leb128_take(&cut);
	assert_int_equal(cut.len, 0);
	leb128_take(&more);
	assert_int_equal(more.len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_come_back_in_their_order),
		cmocka_unit_test(small_numbers_take_a_byte_and_others_the_fewest),
		cmocka_unit_test(what_is_broken_ends_with_the_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
