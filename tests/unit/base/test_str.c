/* SPDX-License-Identifier: MIT */
/* Slices are taken off the front and never run past their end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/str.h"

static void lines_end_at_newlines_and_nowhere_else(void **state UNUSED)
{
	struct str rest = STR("a\r\n\n b\n");

	assert_true(str_is(str_next_line(&rest), "a\r"));
	assert_true(str_is(str_next_line(&rest), ""));
	assert_true(str_is(str_next_line(&rest), " b"));
	assert_null(str_next_line(&rest).s);
	rest = STR("last");
	assert_true(str_is(str_next_line(&rest), "last"));
	assert_null(str_next_line(&rest).s);
	rest = STR_NONE;
	assert_null(str_next_line(&rest).s);
}

static void fields_may_be_empty(void **state UNUSED)
{
	struct str rest = STR("a,,b");

	assert_true(str_is(str_next_field(&rest, ','), "a"));
	assert_true(str_is(str_next_field(&rest, ','), ""));
	assert_true(str_is(str_next_field(&rest, ','), "b"));
	assert_null(str_next_field(&rest, ',').s);
}

static void cutting_past_the_end_gives_what_there_is(void **state UNUSED)
{
	assert_int_equal(str_from(STR("abc"), 9).len, 0);
	assert_true(str_is(str_upto(STR("abc"), 9), "abc"));
	assert_true(str_is(str_from(STR("abc"), 1), "bc"));
	assert_true(str_is(str_upto(STR("abc"), 1), "a"));
}

static void text_is_compared_by_bytes_or_without_case(void **state UNUSED)
{
	assert_true(str_eq(STR("a\0b"), STR("a\0b")));
	assert_false(str_eq(STR("a\0b"), STR("a\0c")));
	assert_false(str_is(STR("ab"), "abc"));
	assert_false(str_is(STR("abc"), "ab"));
	assert_true(str_is_among(STR("b"), (const char *const[]){ "a", "b" }, 2));
	assert_false(str_is_among(STR("b"), (const char *const[]){ "a", "b" }, 1));
	assert_true(str_has_digit(STR("day 0")));
	assert_false(str_has_digit(STR("day \xd9\xa1")));
	assert_true(str_eq_nocase(STR("AbC"), STR("aBc")));
	assert_false(str_eq_nocase(STR("\xc3\x84"), STR("\xc3\xa4")));
	assert_true(str_starts_nocase(STR("HTTP://x"), "http:"));
	assert_true(str_has_nocase(STR("a mock of DVA-C02"), "dva-c02"));
	assert_false(str_has_nocase(STR("a mock of DVA-C0"), "dva-c02"));
	assert_false(str_has_nocase(STR(""), "x"));
	assert_false(str_starts(STR("ht"), "http"));
	assert_true(str_ends(STR("a.md"), ".md"));
	assert_false(str_ends(STR("md"), ".md"));
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
	assert_true(str_cmp(STR("b"), STR("ab")) > 0);
	assert_int_equal(str_cmp(STR(""), STR("")), 0);
}

static void what_is_not_found_is_at_the_end(void **state UNUSED)
{
	assert_int_equal(str_find(STR("abc"), 'c'), 2);
	assert_int_equal(str_find(STR("abc"), 'x'), 3);
	assert_int_equal(str_find(STR_NONE, 'x'), 0);
	assert_int_equal(str_find_str(STR("abcabd"), STR("abd")), 3);
	assert_int_equal(str_find_str(STR("abc"), STR("abcd")), 3);
	assert_int_equal(str_find_str(STR("abc"), STR("")), 0);
}

static void blanks_are_trimmed_on_either_side(void **state UNUSED)
{
	assert_true(str_is(str_trim(STR(" \t a b \r\n")), "a b"));
	assert_true(str_is(str_trim_left(STR(" a ")), "a "));
	assert_true(str_is(str_trim_right(STR(" a ")), " a"));
	assert_int_equal(str_trim(STR(" \n ")).len, 0);
}

static void numbers_fill_the_slice_and_keep_the_limit(void **state UNUSED)
{
	static const struct {
		const char *text;
		int rc;
		unsigned value;
	} cases[] = {
		{ "0", 0, 0 },	  { "0100", 0, 100 }, { "100", 0, 100 },
		{ "101", -1, 0 }, { "", -1, 0 },      { "+1", -1, 0 },
		{ "-1", -1, 0 },  { "1 ", -1, 0 },    { "1x", -1, 0 },
		{ "4294967297", -1, 0 },	      { "5", 0, 5 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		unsigned n = 0;

		assert_int_equal(str_to_uint(str_of(cases[i].text), 100, &n),
				 cases[i].rc);
		if (!cases[i].rc)
			assert_int_equal(n, cases[i].value);
	}
}

/* Its last step would wrap round to 1 if only the sum were looked at. */
static void a_small_limit_holds_for_long_numbers_too(void **state UNUSED)
{
	unsigned n = 0;

	assert_int_equal(str_to_uint(STR("4294967297"), 1, &n), -1);
	assert_int_equal(str_to_uint(STR("7"), 1, &n), -1);
	assert_int_equal(str_to_uint(STR("01"), 1, &n), 0);
	assert_int_equal(n, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_at_newlines_and_nowhere_else),
		cmocka_unit_test(fields_may_be_empty),
		cmocka_unit_test(cutting_past_the_end_gives_what_there_is),
		cmocka_unit_test(text_is_compared_by_bytes_or_without_case),
		cmocka_unit_test(what_is_not_found_is_at_the_end),
		cmocka_unit_test(blanks_are_trimmed_on_either_side),
		cmocka_unit_test(numbers_fill_the_slice_and_keep_the_limit),
		cmocka_unit_test(a_small_limit_holds_for_long_numbers_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
