/* SPDX-License-Identifier: MIT */
/* A helper does its work by the end, or says that there is none. */
#include "core/base/helper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sched.h>

static void *add_one(void *arg)
{
	++*(int *)arg;
	return NULL;
}

static void what_is_helped_with_is_done_by_the_end(void **state)
{
	struct helper h = HELPER_INIT;
	int done = 0;

	(void)state;
	if (!helper_begin(&h, add_one, &done))
		skip();
	assert_true(helper_end(&h));
	assert_int_equal(done, 1);
	assert_false(helper_end(&h));
}

static void nobody_is_waited_for_who_was_not_begun(void **state)
{
	struct helper h = HELPER_INIT;

	(void)state;
	assert_false(helper_end(&h));
}

static void one_processor_has_no_helper(void **state)
{
	struct helper h = HELPER_INIT;
	cpu_set_t before, one;
	size_t cpu = 0;
	int done = 0;
	bool begun;

	(void)state;
	assert_int_equal(sched_getaffinity(0, sizeof(before), &before), 0);
	while (!CPU_ISSET(cpu, &before))
		cpu++;
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	assert_int_equal(sched_setaffinity(0, sizeof(one), &one), 0);
	begun = helper_begin(&h, add_one, &done);
	assert_int_equal(sched_setaffinity(0, sizeof(before), &before), 0);
	assert_false(begun);
	assert_false(helper_end(&h));
	assert_int_equal(done, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_helped_with_is_done_by_the_end),
		cmocka_unit_test(nobody_is_waited_for_who_was_not_begun),
		cmocka_unit_test(one_processor_has_no_helper),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
