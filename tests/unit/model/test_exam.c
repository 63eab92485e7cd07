/* SPDX-License-Identifier: MIT */
/* The countdown to an exam. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/date.h"
#include "core/model/exam.h"

static int day(const char *iso)
{
	return day_parse_iso(str_of(iso));
}

static struct exam exam_of(const char *start, const char *date)
{
	return (struct exam){
		.name = "AWS DVA",
		.start = start ? day(start) : DAY_NONE,
		.day = date ? day(date) : DAY_NONE,
	};
}

static struct countdown count(const char *start, const char *date,
			      const char *today)
{
	struct exam e = exam_of(start, date);
	struct countdown c;

	exam_countdown(&c, &e, day(today));
	return c;
}

static void sixteen_of_seventeen_days_are_94_per_cent(void **state UNUSED)
{
	struct countdown c = count("2022-07-15", "2022-08-01", "2022-07-16");

	assert_int_equal(c.days_to_go, 16);
	assert_int_equal(c.days_total, 17);
	assert_int_equal(c.percent_left, 94);
}

static void before_the_start_all_of_it_is_left(void **state UNUSED)
{
	struct countdown c = count("2022-07-15", "2022-08-01", "2022-07-01");

	assert_int_equal(c.days_to_go, 31);
	assert_int_equal(c.percent_left, 100);
}

static void on_the_day_nothing_is_left(void **state UNUSED)
{
	struct countdown c = count("2022-07-15", "2022-08-01", "2022-08-01");

	assert_int_equal(c.days_to_go, 0);
	assert_int_equal(c.percent_left, 0);
}

static void after_the_exam_the_days_are_negative(void **state UNUSED)
{
	struct countdown c = count("2022-07-15", "2022-08-01", "2022-08-04");

	assert_int_equal(c.days_to_go, -3);
	assert_int_equal(c.percent_left, 0);
}

static void half_a_per_cent_is_rounded_up(void **state UNUSED)
{
	/* 1 of 8 is 12.5, 5 of 8 is 62.5, 1 of 200 is 0.5. */
	assert_int_equal(count("2022-07-01", "2022-07-09",
			       "2022-07-08").percent_left, 13);
	assert_int_equal(count("2022-07-01", "2022-07-09",
			       "2022-07-04").percent_left, 63);
	assert_int_equal(count("2022-01-01", "2022-07-20",
			       "2022-07-19").percent_left, 1);
}

static void without_a_start_there_is_no_per_cent(void **state UNUSED)
{
	struct countdown c = count(NULL, "2022-08-01", "2022-07-16");

	assert_int_equal(c.days_to_go, 16);
	assert_int_equal(c.days_total, 0);
	assert_int_equal(c.percent_left, -1);
}

static void a_start_on_or_after_the_exam_is_refused(void **state UNUSED)
{
	struct exam e = exam_of("2022-08-01", "2022-08-01");
	struct error err = ERROR_INIT;

	assert_int_equal(exam_check(&e, &err), -1);
	assert_non_null(strstr(err.text, "not before the exam on 2022-08-01"));
	e.start++;
	assert_int_equal(exam_check(&e, &err), -1);
	e.start -= 2;
	assert_int_equal(exam_check(&e, &err), 0);
	assert_int_equal(count("2022-08-01", "2022-08-01",
			       "2022-07-30").percent_left, -1);
}

static void the_next_exam_matters_else_the_last(void **state UNUSED)
{
	const struct exam exams[] = {
		exam_of(NULL, NULL),
		exam_of(NULL, "2022-08-01"),
		exam_of(NULL, "2022-07-01"),
		exam_of(NULL, "2022-09-01"),
	};

	assert_ptr_equal(exam_next(exams, 4, day("2022-07-02")), &exams[1]);
	assert_ptr_equal(exam_next(exams, 4, day("2022-08-01")), &exams[1]);
	assert_ptr_equal(exam_next(exams, 4, day("2022-08-02")), &exams[3]);
	assert_ptr_equal(exam_next(exams, 4, day("2023-01-01")), &exams[3]);
	assert_null(exam_next(exams, 1, day("2022-07-02")));
	assert_null(exam_next(NULL, 0, day("2022-07-02")));
}

/* All pairs: what is found is the only one that gives them. */
static void days_and_per_cent_tell_how_many_days_there_are(void **state UNUSED)
{
	assert_int_equal(exam_days_total(16, 94), 17);
	assert_int_equal(exam_days_total(16, 100), 16);
	assert_int_equal(exam_days_total(99, 99), 100);
	assert_int_equal(exam_days_total(30, 20), 0);
	assert_int_equal(exam_days_total(0, 0), 0);
	assert_int_equal(exam_days_total(-3, 50), 0);
	for (int g = 1; g < 60; g++)
		for (int p = 1; p <= 100; p++) {
			int total = exam_days_total(g, p), like = 0;

			for (int t = g; t < 250 * g; t++)
				like += (200 * g + t) / (2 * t) == p;
			assert_int_equal(total > 0, like == 1);
			if (total)
				assert_int_equal((200 * g + total) /
							 (2 * total), p);
		}
}

static void what_was_failed_counts_to_its_new_day(void **state UNUSED)
{
	struct exam e = { .day = day("2022-07-20"), .result_day = DAY_NONE };

	assert_true(exam_is_open(&e));
	e.result = EXAM_PASSED;
	e.result_day = day("2022-07-10");
	assert_false(exam_is_open(&e));
	assert_ptr_equal(exam_next(&e, 1, day("2022-07-11")), &e);
	e.result = EXAM_FAILED;
	assert_true(exam_is_open(&e));
	e.day = e.result_day;
	assert_false(exam_is_open(&e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_failed_counts_to_its_new_day),
		cmocka_unit_test(
			days_and_per_cent_tell_how_many_days_there_are),
		cmocka_unit_test(sixteen_of_seventeen_days_are_94_per_cent),
		cmocka_unit_test(before_the_start_all_of_it_is_left),
		cmocka_unit_test(on_the_day_nothing_is_left),
		cmocka_unit_test(after_the_exam_the_days_are_negative),
		cmocka_unit_test(half_a_per_cent_is_rounded_up),
		cmocka_unit_test(without_a_start_there_is_no_per_cent),
		cmocka_unit_test(a_start_on_or_after_the_exam_is_refused),
		cmocka_unit_test(the_next_exam_matters_else_the_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
