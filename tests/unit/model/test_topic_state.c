/* SPDX-License-Identifier: MIT */
/* How far a topic is follows from what is written on it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <math.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/model/topic_state.h"

static void the_state_follows_from_the_evidence(void **state UNUSED)
{
	static const struct {
		struct topic_evidence e;
		int day;
		enum topic_state expected;
	} cases[] = {
		{ { .listed = false }, 10, TOPIC_UNSEEN },
		{ { .listed = true }, 10, TOPIC_LISTED },
		{ { .listed = true, .passages = 1, .words = 8 }, 10,
		  TOPIC_STUB },
		{ { .passages = 9, .words = 200, .has_gap = true }, 10,
		  TOPIC_STUB },
		{ { .passages = 4, .words = 60, .days = 1, .last_day = 3 }, 10,
		  TOPIC_NOTED },
		{ { .passages = 4, .words = 60, .last_day = DAY_NONE }, 10,
		  TOPIC_NOTED },
		{ { .passages = 4, .words = 60, .days = 2, .last_day = 3 },
		  100, TOPIC_REVIEWED },
		{ { .passages = 4, .words = 60, .days = 3, .last_day = 3 }, 10,
		  TOPIC_SOLID },
		{ { .passages = 4, .words = 60, .days = 3, .last_day = 3,
		    .open_holes = 1 }, 10, TOPIC_REVIEWED },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (topic_state_of(&cases[i].e, cases[i].day) !=
		    cases[i].expected)
			fail_msg("case %zu is %s", i,
				 topic_state_name(topic_state_of(
					 &cases[i].e, cases[i].day)));
}

static void what_is_studied_more_often_is_remembered_longer(void **state UNUSED)
{
	struct topic_evidence e = { .days = 1, .last_day = 0 };
	double once = topic_recall(&e, 30);

	assert_true(fabs(topic_recall(&e, 0) - 1) < 1e-9);
	/* By definition of stability: nine tenths are left after it. */
	assert_true(fabs(topic_recall(&e, 7) - 0.9) < 1e-9);
	e.days = 2;
	assert_true(fabs(topic_recall(&e, 14) - 0.9) < 1e-9);
	assert_true(topic_recall(&e, 30) > once);
	e.days = 0;
	assert_true(topic_recall(&e, 30) <= 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_state_follows_from_the_evidence),
		cmocka_unit_test(what_is_studied_more_often_is_remembered_longer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
