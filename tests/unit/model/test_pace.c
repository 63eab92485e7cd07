/* SPDX-License-Identifier: MIT */
/* How the work of a plan stands against the time that is left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <math.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/model/pace.h"

#define START 1000

static struct pace_plan plan_of(int total, int gone)
{
	return (struct pace_plan){
		.start = START, .exam = START + total, .today = START + gone,
		.buffer = -1,
	};
}

static void assert_near(double value, double expected)
{
	if (!(fabs(value - expected) < 1e-6))
		fail_msg("%f is not %f", value, expected);
}

static void sixteen_of_seventeen_days_are_94_per_cent(void **state UNUSED)
{
	struct pace_plan plan = plan_of(17, 1);
	struct pace_point now = { plan.today, 100, 0 };
	struct pace p;

	pace_measure(&p, &plan, &now, NULL, 0);
	assert_int_equal(p.days_to_go, 16);
	assert_int_equal(p.time_left, 94);
	assert_int_equal(p.buffer, 2);
	assert_int_equal(p.study_days_left, 14);
	assert_int_equal(p.covered, 0);
	assert_near(p.needed, 100.0 / 14);
	assert_true(isnan(p.kept));
	assert_int_equal(p.finish, DAY_NONE);
}

static void earned_schedule_says_how_many_days_ahead(void **state UNUSED)
{
	struct pace_plan plan = plan_of(20, 9);
	struct pace_point now = { plan.today, 1800, 1000 };
	struct pace p;

	pace_measure(&p, &plan, &now, NULL, 0);
	assert_int_equal(p.buffer, 2);
	assert_near(p.planned, 900);
	assert_near(p.ahead_days, 1);	/* ES = 18 * 1000 / 1800 = 10 */
	assert_near(p.performance, 10.0 / 9);
	assert_string_equal(pace_word(&p), "ahead");
	now.done = 900;
	pace_measure(&p, &plan, &now, NULL, 0);
	assert_string_equal(pace_word(&p), "on time");
	now.done = 820;
	pace_measure(&p, &plan, &now, NULL, 0);
	assert_string_equal(pace_word(&p), "slightly behind");
	now.done = 100;
	pace_measure(&p, &plan, &now, NULL, 0);
	assert_string_equal(pace_word(&p), "behind");
}

static void the_pace_kept_is_that_of_two_weeks(void **state UNUSED)
{
	struct pace_plan plan = plan_of(60, 29);
	const struct pace_point history[] = {
		{ START + 5, 3000, 600 }, { START + 15, 3000, 800 },
	};
	struct pace_point now = { plan.today, 3000, 1500 };
	struct pace p;

	pace_measure(&p, &plan, &now, history, 2);
	assert_near(p.kept, 700.0 / 14);
	/* What was done before anything was known is no pace. */
	assert_near(p.kept_always, 900.0 / 24);
	/* 1,500 minutes are left, 50 a day: 30 days with today. */
	assert_int_equal(p.finish, plan.today + 29);
	assert_int_equal(p.slack, plan.exam - 6 - p.finish);
}

static void work_that_was_there_at_first_is_no_pace(void **state UNUSED)
{
	struct pace_plan plan = plan_of(60, 29);
	const struct pace_point history = { START + 26, 3000, 1500 };
	struct pace_point now = { plan.today, 3000, 1560 };
	struct pace p;

	pace_measure(&p, &plan, &now, NULL, 0);
	assert_true(isnan(p.kept) && isnan(p.kept_always));
	pace_measure(&p, &plan, &now, &history, 1);
	assert_near(p.kept, 20);
}

static void days_of_rest_are_no_study_days(void **state UNUSED)
{
	const struct streak_rules rules = { .rest_weekdays = 1 << 5 | 1 << 6 };
	struct pace_plan plan = plan_of(30, 0);
	struct pace_point now = { plan.today, 100, 0 };
	struct pace p;
	int count = 0;

	plan.rules = &rules;
	for (int d = plan.today; d < plan.exam - 3; d++)
		count += day_weekday(d) < 5;
	pace_measure(&p, &plan, &now, NULL, 0);
	assert_int_equal(p.study_days_left, count);
}

static void nothing_planned_is_neither_done_nor_open(void **state UNUSED)
{
	struct pace_plan plan = plan_of(10, 2);
	struct pace_point now = { plan.today, 0, 0 };
	struct pace p;

	pace_measure(&p, &plan, &now, NULL, 0);
	assert_int_equal(p.covered, -1);
	assert_near(p.needed, 0);
	assert_string_equal(pace_word(&p), "");
}

static void three_levers_are_named_when_the_pace_is_too_low(void **state UNUSED)
{
	struct pace_plan plan = plan_of(20, 9);
	const struct pace_point history[] = { { START - 1, 1800, 0 } };
	struct pace_point now = { plan.today, 1800, 300 };
	struct pace_levers l;
	struct pace p;

	pace_measure(&p, &plan, &now, history, 1);
	assert_near(p.kept, 30);
	assert_true(pace_levers(&l, &p, &plan));
	assert_near(l.minutes, 1500.0 / 9);
	assert_near(l.drop, 1500 - 9 * 30);
	assert_int_equal(l.exam, plan.today + 49 + 1 + 2);
	now.done = 1800;
	pace_measure(&p, &plan, &now, history, 1);
	assert_false(pace_levers(&l, &p, &plan));
}

/* Whatever the plan is: more work done is never a later finish, and one more
 * thing to do is never more of it covered. */
static void doing_work_never_moves_the_finish_later(void **state UNUSED)
{
	unsigned seed = 7;

	for (int i = 0; i < 2000; i++) {
		struct pace_plan plan = plan_of(5 + rand_r(&seed) % 200,
						rand_r(&seed) % 150);
		struct pace_point history = {
			START + rand_r(&seed) % 100, 5000, rand_r(&seed) % 900
		};
		struct pace_point now = { plan.today, 5000,
					  history.done + rand_r(&seed) % 900 };
		struct pace a, b;

		pace_measure(&a, &plan, &now, &history, 1);
		now.done += rand_r(&seed) % 300;
		pace_measure(&b, &plan, &now, &history, 1);
		if (a.finish != DAY_NONE)
			assert_true(b.finish <= a.finish);
		now.total += 100;
		pace_measure(&a, &plan, &now, &history, 1);
		assert_true(a.covered <= b.covered);
	}
}

/* A plan that grows by what is not done is covered less, or as much; its
 * needed pace never falls.  Whatever is done is between nothing and all. */
static void more_to_do_is_never_more_covered(void **state UNUSED)
{
	unsigned seed = 23;

	for (int i = 0; i < 5000; i++) {
		struct pace_plan plan = plan_of(1 + rand_r(&seed) % 400,
						rand_r(&seed) % 450 - 20);
		double total = rand_r(&seed) % 9000;
		struct pace_point now = { plan.today, total,
					  total * (rand_r(&seed) % 101) / 100 };
		struct pace before, after;

		pace_measure(&before, &plan, &now, NULL, 0);
		now.total += 1 + rand_r(&seed) % 600;
		pace_measure(&after, &plan, &now, NULL, 0);
		assert_in_range(after.covered, 0, 100);
		if (before.covered >= 0)
			assert_true(after.covered <= before.covered);
		assert_true(after.needed >= before.needed);
		assert_int_equal(after.days_to_go, before.days_to_go);
		assert_int_equal(after.time_left, before.time_left);
	}
}

/* T in (100 * 16 / 94.5, 100 * 16 / 93.5]. */
static void only_seventeen_days_show_16_and_94(void **state UNUSED)
{
	for (int total = 16; total <= 400; total++) {
		struct pace_plan plan = plan_of(total, total - 16);
		struct pace_point now = { plan.today, 0, 0 };
		struct pace p;

		pace_measure(&p, &plan, &now, NULL, 0);
		assert_int_equal(p.days_to_go, 16);
		assert_true((p.time_left == 94) == (total == 17));
	}
}

static void in_the_days_of_revision_no_lever_is_offered(void **state UNUSED)
{
	struct pace_plan plan = plan_of(20, 18);
	const struct pace_point history = { START + 4, 1800, 0 };
	struct pace_point now = { plan.today, 1800, 300 };
	struct pace_levers l;
	struct pace p;

	pace_measure(&p, &plan, &now, &history, 1);
	assert_int_equal(p.study_days_left, 0);
	assert_false(isnan(p.kept));
	assert_false(pace_levers(&l, &p, &plan));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sixteen_of_seventeen_days_are_94_per_cent),
		cmocka_unit_test(earned_schedule_says_how_many_days_ahead),
		cmocka_unit_test(the_pace_kept_is_that_of_two_weeks),
		cmocka_unit_test(work_that_was_there_at_first_is_no_pace),
		cmocka_unit_test(days_of_rest_are_no_study_days),
		cmocka_unit_test(nothing_planned_is_neither_done_nor_open),
		cmocka_unit_test(three_levers_are_named_when_the_pace_is_too_low),
		cmocka_unit_test(more_to_do_is_never_more_covered),
		cmocka_unit_test(only_seventeen_days_show_16_and_94),
		cmocka_unit_test(in_the_days_of_revision_no_lever_is_offered),
		cmocka_unit_test(doing_work_never_moves_the_finish_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
