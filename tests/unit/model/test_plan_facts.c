/* SPDX-License-Identifier: MIT */
/* A plan says which exam it is for, and when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/plan_facts.h"

static void expect_facts(const char *text, const char *exam, const char *date,
			 const char *start)
{
	struct plan_facts facts;

	plan_facts_read(&facts, str_of(text));
	if (!str_is(facts.exam.value, exam) ||
	    !str_is(facts.date.value, date) ||
	    !str_is(facts.start.value, start))
		fail_msg("'%s': '%.*s', '%.*s', '%.*s'", text,
			 (int)facts.exam.value.len, facts.exam.value.s,
			 (int)facts.date.value.len, facts.date.value.s,
			 (int)facts.start.value.len, facts.start.value.s);
}

static void lines_with_labels_say_them(void **state UNUSED)
{
	expect_facts("# Plan\n\n- **Exam date**: 20 July 2022 (booked)\n"
		     "Start: 2022-07-03\nExam: DVA\n",
		     "DVA", "20 July 2022", "2022-07-03");
	expect_facts("📅 **Exam Date:** 9 May 2027\n**Exam Code:** XYZ-01\n",
		     "XYZ-01", "9 May 2027", "");
}

static void a_period_begins_with_the_first_day(void **state UNUSED)
{
	expect_facts("# Inference\n\n> **Dec 1, 2025 → Mar 10, 2026** | 3 h\n",
		     "", "", "Dec 1, 2025 → Mar 10, 2026** | 3 h");
	expect_facts("**Study Period:** January 5 - February 10, 2026 (5 weeks)\n",
		     "", "", "January 5 - February 10, 2026");
	expect_facts("Timeline: 8 weeks\nStart date: 2022-07-03\n",
		     "", "", "2022-07-03");
	expect_facts("考试日期：2026年2月11日\n", "", "2026年2月11日", "");
}

static void an_exam_may_be_a_day(void **state UNUSED)
{
	expect_facts("**Exam:** Friday, August 28, 2026 · 14:00, online\n",
		     "", "Friday, August 28, 2026 · 14:00, online", "");
	expect_facts("Exam: DVA of 2026\n", "DVA of 2026", "", "");
	expect_facts("Exam: 9 May\n", "9 May", "", "");
}

static void rows_of_a_table_say_them(void **state UNUSED)
{
	expect_facts("| Parameter | Value |\n|---|---|\n"
		     "| **Start Date** | 2 May 2027 (Sunday) |\n"
		     "| **Exam Date** | 9 July 2027 (Friday) |\n",
		     "", "9 July 2027", "2 May 2027");
	/* A row of more cells is of something else. */
	expect_facts("| Exam | Date | Score |\n|---|---|---|\n"
		     "| Start | 2 May | 40% |\n",
		     "", "", "");
}

static void a_form_that_is_not_filled_in_says_nothing(void **state UNUSED)
{
	struct plan_facts facts;

	expect_facts("**Exam date**: ______\n", "", "", "");
	expect_facts("Exam date: [your date]\n", "", "", "");
	plan_facts_read(&facts, STR("Exam date: 9 May\n"));
	assert_true(facts.exam_day);
	plan_facts_read(&facts, STR("Date: 9 May\n"));
	assert_false(facts.exam_day);
}

static void a_form_is_no_day(void **state UNUSED)
{
	struct plan_facts facts;

	plan_facts_read(&facts, STR("Exam date: [your day, in 10-12 weeks]\n"));
	assert_int_equal(facts.date.value.len, 0);
	plan_facts_read(&facts, STR("Exam date: [2026-07-01]\n"));
	assert_true(facts.date.value.len > 0);
	plan_facts_read(&facts, STR("| Start date | Goal date |\n|---|---|\n"));
	assert_int_equal(facts.start.value.len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_is_no_day),
		cmocka_unit_test(lines_with_labels_say_them),
		cmocka_unit_test(a_period_begins_with_the_first_day),
		cmocka_unit_test(an_exam_may_be_a_day),
		cmocka_unit_test(rows_of_a_table_say_them),
		cmocka_unit_test(a_form_that_is_not_filled_in_says_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
