/* SPDX-License-Identifier: MIT */
/* The chance to pass an exam, against values worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <math.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/readiness.h"

static const struct readiness_exam exam = {
	.pass = 0.72, .questions = 65, .guess = 0.25,
};

static void assert_near(double value, double expected, double by)
{
	if (!(fabs(value - expected) <= by))
		fail_msg("%f is not %f", value, expected);
}

static void the_worked_example_comes_out(void **state UNUSED)
{
	static const struct readiness_practice practice[] = {
		{ 9, 14, 0 }, { 10, 17, 0 }, { 13, 20, 0 }, { 3, 6, 0 },
		{ 5, 8, 0 },
	};
	static const struct readiness_domain domains[] = {
		{ 22, 0.7, 0.9, &practice[0], 1 },
		{ 26, 0.5, 0.85, &practice[1], 1 },
		{ 30, 0.6, 0.88, &practice[2], 1 },
		{ 10, 0.2, 0.8, &practice[3], 1 },
		{ 12, 0.4, 0.9, &practice[4], 1 },
	};
	struct readiness r;

	readiness_compute(&r, domains, ARRAY_SIZE(domains), &exam);
	assert_near(r.score, 0.604, 0.0005);
	assert_near(r.deviation, 0.075, 0.0005);
	assert_near(r.pass, 0.061, 0.001);
	assert_near(r.low, 0.51, 0.005);
	assert_near(r.high, 0.70, 0.005);
	assert_int_equal(r.word, NOT_READY);
}

static void without_practice_there_is_no_evidence(void **state UNUSED)
{
	static const struct readiness_domain domain = { 100, 1, 1, NULL, 0 };
	struct readiness r;

	readiness_compute(&r, &domain, 1, &exam);
	assert_false(r.evidence);
	assert_int_equal(r.word, READINESS_UNKNOWN);
	readiness_compute(&r, NULL, 0, &exam);
	assert_int_equal(r.word, READINESS_UNKNOWN);
}

static void old_answers_weigh_less(void **state UNUSED)
{
	struct readiness_practice practice = { 20, 20, 0 };
	struct readiness_domain domain = { 1, 0.5, 0.5, &practice, 1 };
	double sd, fresh = readiness_of_domain(&domain, 0.25, &sd);

	practice.age = READINESS_HALF_LIFE;
	assert_true(readiness_of_domain(&domain, 0.25, &sd) < fresh);
	assert_near(readiness_of_domain(&domain, 0.25, &sd),
		    (10 * 0.4375 + 10) / 20, 1e-9);
}

static void right_answers_never_make_one_less_ready(void **state UNUSED)
{
	struct readiness_practice practice = { 0, 10, 3 };
	struct readiness_domain domain = { 1, 0.5, 0.5, &practice, 1 };
	struct readiness r;
	double before = -1;

	for (practice.right = 0; practice.right <= 10; practice.right++) {
		readiness_compute(&r, &domain, 1, &exam);
		assert_true(r.pass >= before && r.pass <= 1);
		before = r.pass;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_worked_example_comes_out),
		cmocka_unit_test(without_practice_there_is_no_evidence),
		cmocka_unit_test(old_answers_weigh_less),
		cmocka_unit_test(right_answers_never_make_one_less_ready),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
