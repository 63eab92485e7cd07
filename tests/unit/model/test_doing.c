/* SPDX-License-Identifier: MIT */
/* Who built something says so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/doing.h"

static void words_of_doing_are_whole_words(void **state UNUSED)
{
	assert_true(tells_of_doing(STR("Built a queue with two workers")));
	assert_true(tells_of_doing(STR("did the S3 lab")));
	assert_true(tells_of_doing(STR("Eine Warteschlange eingerichtet.")));
	assert_false(tells_of_doing(STR("Read about what is available")));
	assert_false(tells_of_doing(STR("It ranges over labels")));
	assert_false(tells_of_doing(STR("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_doing_are_whole_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
