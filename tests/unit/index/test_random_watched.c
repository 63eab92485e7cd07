/* SPDX-License-Identifier: MIT */
/* It is the one that would be built from nothing where somebody watches, too. */
#include "tests/unit/index/changes.h"
#include "tests/unit/index/service.h"

/* HECTO_SEED and HECTO_CHANGES: other ones, and more of them. */
static void a_watched_index_is_like_a_new_one(void **state)
{
	struct fixture *f = *state;
	struct service s;

	begin_service(f, &s);
	change_and_compare(f, number_from("HECTO_SEED", 42),
			   number_from("HECTO_CHANGES", 200));
	end_service(&s);
	print_message("%u times nothing was looked at\n", spared);
	assert_true(spared);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_watched_index_is_like_a_new_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
