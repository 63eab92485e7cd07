/* SPDX-License-Identifier: MIT */
/* "Did you mean". */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/spelling.h"

static void each_kind_of_slip_counts_one(void **state UNUSED)
{
	static const struct {
		const char *a, *b;
		size_t distance;
	} cases[] = {
		{ "search", "search", 0 }, { "serach", "search", 1 },
		{ "serch", "search", 1 },  { "seearch", "search", 1 },
		{ "seqrch", "search", 1 }, { "SEARCH", "search", 0 },
		{ "", "log", 3 },	   { "log", "", 3 },
		{ "ca", "abc", 3 },	   { "topics", "topic", 1 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_int_equal(spelling_distance(str_of(cases[i].a),
						   str_of(cases[i].b)),
				 cases[i].distance);
}

static void short_words_are_near_only_by_one_slip(void **state UNUSED)
{
	assert_int_equal(spelling_near(STR("lgo"), STR("log")), 1);
	assert_int_equal(spelling_near(STR("rm"), STR("log")), SPELLING_FAR);
	assert_int_equal(spelling_near(STR("x"), STR("rm")), SPELLING_FAR);
	assert_int_equal(spelling_near(STR("strak"), STR("streak")), 1);
}

static void a_word_without_end_is_far_from_all(void **state UNUSED)
{
	static char endless[4096];

	assert_int_equal(spelling_near((struct str){ endless, 4096 },
				       STR("log")),
			 SPELLING_FAR);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_of_slip_counts_one),
		cmocka_unit_test(short_words_are_near_only_by_one_slip),
		cmocka_unit_test(a_word_without_end_is_far_from_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
