/* SPDX-License-Identifier: MIT */
/* What items take, how far they are, and which are planned for when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/study.h"

static void an_item_takes_as_long_as_others_of_its_kind(void **state UNUSED)
{
	static const struct {
		enum study_work kind;
		int minutes;
	} kinds[] = {
		{ WORK_TODO, 30 },     { WORK_SERVICE, 45 },
		{ WORK_CONCEPT, 45 },
		{ WORK_COURSE, 600 },  { WORK_LAB, 60 },
		{ WORK_READING, 20 },  { WORK_QUESTION, 10 },
		{ WORK_HOLE, 15 },     { WORK_PRACTICE, 130 },
	};

	assert_int_equal(ARRAY_SIZE(kinds), WORK_COUNT);
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		assert_int_equal((int)study_item_minutes(STR("something"),
							 kinds[i].kind),
				 kinds[i].minutes);
}

static void or_as_long_as_it_says(void **state UNUSED)
{
	static const struct {
		const char *text;
		enum study_work kind;
		int minutes;
	} cases[] = {
		{ "Read it (45 min)", WORK_READING, 45 },
		{ "A course of 2 hours", WORK_COURSE, 120 },
		{ "A course 12/40", WORK_COURSE, 400 },
		{ "A course 12/40 (10 h)", WORK_COURSE, 600 },
		{ "A course 30%", WORK_COURSE, 600 },
		{ "A book 12/40", WORK_READING, 20 },
		{ "It lasts 15 days", WORK_TODO, 30 },
		{ "Wait 5 seconds", WORK_LAB, 60 },
		{ "9000 hours", WORK_TODO, 30 },
		{ "A course 1/9999", WORK_COURSE, 600 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		double minutes = study_item_minutes(str_of(cases[i].text),
						    cases[i].kind);

		if ((int)(minutes + 0.5) != cases[i].minutes)
			fail_msg("'%s' takes %.1f", cases[i].text, minutes);
	}
}

static void an_item_is_as_far_as_it_says(void **state UNUSED)
{
	static const struct {
		const char *text;
		double share;
	} cases[] = {
		{ "A course 12/40", 0.3 },
		{ "A course (30%)", 0.3 },
		{ "A course: 40/40", 1 },
		{ "A course", 0 },
		{ "By 12/40/2026", 0 },
		{ "41/40", 0 },
		{ "https://example.org/12/40", 0 },
		{ "Reach > 99% of the marks", 0 },
		{ "Score at least 80% in the mock", 0 },
		{ "A course 12/40 so far", 0.3 },
		{ "12/30 we go on", 0.4 },
		{ "7/12 Sun: read", 0 },
		{ "qui 08/10 | vetores", 0 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		double d = study_item_share(str_of(cases[i].text)) -
			   cases[i].share;

		if (d > 1e-9 || d < -1e-9)
			fail_msg("'%s' is not %.2f", cases[i].text,
				 cases[i].share);
	}
}

/* Of 100: three that were, one of them done; two of today; one to come. */
static const struct study_planned planned[] = {
	{ "a", "", { 80, 85, false }, "", false },  { "b", "", { 86, 90, false }, "", true },
	{ "c", "", { 91, 99, false }, "", false },  { "d", "", { 98, 100, false }, "", true },
	{ "e", "", { 99, 104, false }, "", false }, { "f", "", { 105, 110, false }, "", false },
};

static void what_is_planned_for_some_days_is_found(void **state UNUSED)
{
	const struct study s = { .today = 100, .planned = planned,
				 .nplanned = ARRAY_SIZE(planned) };
	const struct study_planned **items;
	AUTO(arena) mem = ARENA_INIT;
	size_t all, count;

	items = study_planned_in(&s, 100, 100, &mem, &all, &count);
	assert_int_equal(all, 2);
	assert_int_equal(count, 1);
	assert_string_equal(items[0]->id, "e");
	items = study_planned_in(&s, 104, 110, &mem, &all, &count);
	assert_int_equal(all, 2);
	assert_int_equal(count, 2);
	assert_string_equal(items[1]->id, "f");
	study_planned_in(&s, 111, 120, &mem, &all, &count);
	assert_int_equal(all, 0);
}

static void what_is_left_is_taken_along_the_oldest_first(void **state UNUSED)
{
	struct study s = { .today = 100, .planned = planned,
			   .nplanned = ARRAY_SIZE(planned) };
	const struct study_planned **items;
	AUTO(arena) mem = ARENA_INIT;
	size_t count, today;

	items = study_planned_late(&s, &mem, &count, &today);
	assert_int_equal(count, 2);
	assert_int_equal(today, 1);
	assert_string_equal(items[0]->id, "a");
	s.has_pace = true;
	s.pace.study_days_left = 1;
	study_planned_late(&s, &mem, &count, &today);
	assert_int_equal(today, 2);
}

static void half_a_percent_is_one_wherever_it_is_shown(void **state UNUSED)
{
	assert_int_equal(study_percent(0.625), 63);
	assert_int_equal(study_percent(0.375), 38);
	assert_int_equal(study_percent(0), 0);
	assert_int_equal(study_percent(1), 100);
}

static void what_is_missing_of_a_domain_is_what_is_not_covered(void **s UNUSED)
{
	const struct exam_domain of[] = { { .weight = 32 }, { .weight = 24 } };
	const struct study_domain domains[] = {
		{ .of = &of[0], .coverage = 0.56, .expected = 0.485 },
		{ .of = &of[1], .coverage = 0.35, .expected = 0.342 },
	};
	struct study study = { .domains = domains, .ndomains = 2 };

	assert_true(study_domain_gap(&study, &domains[0]) <
		    study_domain_gap(&study, &domains[1]));
	study.readiness.evidence = true;
	assert_true(study_domain_gap(&study, &domains[0]) >
		    study_domain_gap(&study, &domains[1]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_takes_as_long_as_others_of_its_kind),
		cmocka_unit_test(or_as_long_as_it_says),
		cmocka_unit_test(an_item_is_as_far_as_it_says),
		cmocka_unit_test(what_is_planned_for_some_days_is_found),
		cmocka_unit_test(what_is_left_is_taken_along_the_oldest_first),
		cmocka_unit_test(half_a_percent_is_one_wherever_it_is_shown),
		cmocka_unit_test(
			what_is_missing_of_a_domain_is_what_is_not_covered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
