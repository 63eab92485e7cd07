/* SPDX-License-Identifier: MIT */
/* After any changes the index is the one that would be built from nothing. */
#include "tests/unit/index/changes.h"

/* HECTO_SEED and HECTO_CHANGES: other ones, and more of them. */
static void a_refreshed_index_is_like_a_new_one(void **state)
{
	change_and_compare(*state, number_from("HECTO_SEED", 42),
			   number_from("HECTO_CHANGES", 1000));
	assert_int_equal(spared, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_refreshed_index_is_like_a_new_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
