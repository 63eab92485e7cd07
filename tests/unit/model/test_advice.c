/* SPDX-License-Identifier: MIT */
/* What to study today, and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <math.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/advice.h"

static const struct advice_candidate candidates[] = {
	{ ADVICE_QUESTION, "why streams", NULL, 10,
	  { [REASON_QUESTION] = 0.5 } },
	{ ADVICE_TOPIC, "iam", NULL, 45,
	  { [REASON_WEIGHT] = 1, [REASON_STALE] = 0.5 } },
	{ ADVICE_TOPIC, "sqs", NULL, 45, { [REASON_WEIGHT] = 0.5 } },
	{ ADVICE_TOPIC, "s3", NULL, 45, { [REASON_WEIGHT] = 0.4 } },
	{ ADVICE_HOLE, "backoff", NULL, 15,
	  { [REASON_HOLE] = 0.5, [REASON_WEIGHT] = 0.2 } },
	{ ADVICE_LAB, "a queue", NULL, 60, { [REASON_LAB] = 1 } },
	{ ADVICE_TODO, "buy it", NULL, 30, { [REASON_WEIGHT] = 0 } },
};

static void assert_advice(double minutes, const char *expected)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) names = STRBUF_INIT;
	size_t count;
	struct advice *a = advice_choose(candidates, ARRAY_SIZE(candidates),
					 minutes, &mem, &count);

	for (size_t i = 0; i < count; i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "",
			    a[i].candidate->name);
	assert_string_equal(names.buf, expected);
}

static void what_is_worth_most_a_minute_comes_in(void **state UNUSED)
{
	assert_advice(0, "");
	assert_advice(10, "why streams");
	assert_advice(30, "backoff, why streams");
	assert_advice(75, "backoff, iam, why streams");
}

static void a_day_has_two_new_topics_and_one_lab(void **state UNUSED)
{
	assert_advice(600, "backoff, iam, sqs, a queue, why streams");
}

static void the_largest_reason_is_told_first(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t count;
	struct advice *a = advice_choose(&candidates[4], 1, 60, &mem, &count);

	assert_int_equal(count, 1);
	assert_int_equal(a->nreasons, 2);
	assert_int_equal(a->reasons[0], REASON_HOLE);
	assert_int_equal(a->reasons[1], REASON_WEIGHT);
}

static void the_shares_grow_as_the_design_has_it(void **state UNUSED)
{
	assert_true(fabs(advice_hole(1, 0) - 0.5) < 1e-9);
	assert_true(fabs(advice_hole(2, 0) - 0.75) < 1e-9);
	assert_true(fabs(advice_hole(1, 1) - 0.25) < 1e-9);
	assert_true(advice_hole(3, 2) <= 0);
	assert_true(fabs(advice_question(7) - 0.5) < 1e-9);
	assert_true(advice_question(99) >= 1 && advice_question(99) <= 1);
	assert_true(fabs(advice_stale(15) - 0.5) < 1e-9);
	assert_true(advice_stale(-1) <= 0);
}

/* 0.2 two weeks ahead, all of it a week after, a line between. */
static void what_is_due_weighs_more_from_day_to_day(void **state UNUSED)
{
	assert_true(fabs(advice_due(-30) - 0.2) < 1e-9);
	assert_true(fabs(advice_due(-14) - 0.2) < 1e-9);
	assert_true(fabs(advice_due(0) - (14 * 0.8 / 21 + 0.2)) < 1e-9);
	assert_true(fabs(advice_due(7) - 1) < 1e-9);
	assert_true(fabs(advice_due(99) - 1) < 1e-9);
	for (int d = -20; d < 20; d++)
		assert_true(advice_due(d + 1) >= advice_due(d));
}

static void reasons_weigh_as_the_design_has_it(void **state UNUSED)
{
	static const struct {
		enum advice_reason reason;
		double weight;
	} weights[] = {
		{ REASON_WEIGHT, 6 },	{ REASON_HOLE, 4 }, { REASON_DUE, 3 },
		{ REASON_QUESTION, 2 }, { REASON_LAB, 1.5 }, { REASON_STALE, 1 },
	};

	assert_int_equal(ARRAY_SIZE(weights), REASON_COUNT);
	for (size_t i = 0; i < ARRAY_SIZE(weights); i++) {
		struct advice_candidate c = { ADVICE_TODO, "a", NULL, 10, { 0 } };
		AUTO(arena) mem = ARENA_INIT;
		size_t count;

		c.share[weights[i].reason] = 1;
		assert_true(fabs(advice_choose(&c, 1, 60, &mem, &count)->worth -
				 weights[i].weight) < 1e-9);
	}
}

static void small_things_do_not_push_out_the_studying(void **state UNUSED)
{
	static const struct advice_candidate small[] = {
		{ ADVICE_QUESTION, "why", NULL, 10, { [REASON_QUESTION] = 1 } },
		{ ADVICE_QUESTION, "how", NULL, 10, { [REASON_QUESTION] = 1 } },
		{ ADVICE_TODO, "buy", NULL, 10, { [REASON_STALE] = 0.9 } },
		{ ADVICE_TOPIC, "iam", NULL, 45, { [REASON_WEIGHT] = 0.5 } },
	};
	AUTO(arena) mem = ARENA_INIT;
	size_t count;
	struct advice *a = advice_choose(small, ARRAY_SIZE(small), 60, &mem,
					 &count);

	assert_int_equal(count, 2);
	assert_string_equal(a[0].candidate->name, "iam");
	assert_string_equal(a[1].candidate->name, "why");
	a = advice_choose(small, ARRAY_SIZE(small), 44, &mem, &count);
	assert_int_equal(count, 3);
	assert_string_equal(a[0].candidate->name, "why");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_things_do_not_push_out_the_studying),
		cmocka_unit_test(what_is_worth_most_a_minute_comes_in),
		cmocka_unit_test(a_day_has_two_new_topics_and_one_lab),
		cmocka_unit_test(the_largest_reason_is_told_first),
		cmocka_unit_test(what_is_due_weighs_more_from_day_to_day),
		cmocka_unit_test(reasons_weigh_as_the_design_has_it),
		cmocka_unit_test(the_shares_grow_as_the_design_has_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
