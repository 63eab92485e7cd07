/* SPDX-License-Identifier: MIT */
/* A set knows its keys by all of their bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strset.h"

static void a_key_keeps_the_number_given_last(void **state UNUSED)
{
	AUTO(strset) set = STRSET_INIT;
	size_t value = 0;

	assert_false(strset_get(&set, STR("a"), &value));
	assert_true(strset_put(&set, STR("a"), 1));
	assert_true(strset_put(&set, STR(""), 3));
	assert_false(strset_put(&set, STR("a"), 2));
	assert_true(strset_get(&set, STR("a"), &value));
	assert_int_equal(value, 2);
	assert_true(strset_has(&set, STR("")));
	assert_false(strset_has(&set, STR("b")));
	assert_int_equal(set.count, 2);
}

static void a_nul_is_a_byte_like_any_other(void **state UNUSED)
{
	AUTO(strset) set = STRSET_INIT;

	assert_true(strset_put(&set, STR("a\0b"), 1));
	assert_false(strset_put(&set, STR("a\0b"), 2));
	assert_false(strset_has(&set, STR("a")));
	assert_false(strset_has(&set, STR("a\0c")));
}

/* "a", a NUL and a number: alike as far as strlen goes. */
struct numbered {
	char s[16];
};

static struct str numbered_key(struct numbered *key, size_t number)
{
	*key = (struct numbered){ "a" };
	snprintf(key->s + 2, sizeof(key->s) - 2, "%zu", number % 1000);
	return (struct str){ key->s, sizeof(key->s) };
}

static void all_keys_are_there_after_it_has_grown(void **state UNUSED)
{
	AUTO(strset) set = STRSET_INIT;
	struct numbered key;
	size_t value = 0;

	for (size_t i = 0; i < 1000; i++)
		assert_true(strset_put(&set, numbered_key(&key, i), i));
	for (size_t i = 0; i < 1000; i++) {
		assert_true(strset_get(&set, numbered_key(&key, i), &value));
		assert_int_equal(value, i);
	}
}

static void one_that_was_expected_to_grow_is_as_any_other(void **state UNUSED)
{
	AUTO(strset) set = STRSET_INIT;
	struct numbered key;
	size_t value = 0;

	strset_expect(&set, 300);
	assert_false(strset_get(&set, STR("a"), &value));
	for (size_t i = 0; i < 1000; i++)
		assert_true(strset_put(&set, numbered_key(&key, i), i));
	strset_expect(&set, 9000);
	for (size_t i = 0; i < 1000; i++)
		assert_true(strset_get(&set, numbered_key(&key, i), &value));
	assert_int_equal(set.count, 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_keeps_the_number_given_last),
		cmocka_unit_test(a_nul_is_a_byte_like_any_other),
		cmocka_unit_test(all_keys_are_there_after_it_has_grown),
		cmocka_unit_test(one_that_was_expected_to_grow_is_as_any_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
