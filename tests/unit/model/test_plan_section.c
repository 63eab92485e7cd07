/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/plan_section.h"

static void a_section_is_known_in_many_wordings(void **state UNUSED)
{
	static const struct {
		const char *heading;
		enum plan_section section;
	} cases[] = {
		{ "Overview", PLAN_OVERVIEW },
		{ "## 🎯 Overall Progress", PLAN_OVERVIEW },
		{ "Todo", PLAN_TODO },
		{ "### To-do list:", PLAN_TODO },
		{ "To check out:", PLAN_HOLES },
		{ "**Next steps**", PLAN_TODO },
		{ "## To study again", PLAN_HOLES },
		{ "2. Courses", PLAN_COURSES },
		{ "Concepts", PLAN_CONCEPTS },
		{ "AWS Services", PLAN_SERVICES },
		{ "Service To Review:", PLAN_SERVICES },
		{ "Questions", PLAN_QUESTIONS },
		{ "Open questions?", PLAN_QUESTIONS },
		{ "### Practice exam holes", PLAN_HOLES },
		{ "Hands On", PLAN_HANDS_ON },
		{ "Hands-on labs", PLAN_HANDS_ON },
		{ "Labs", PLAN_HANDS_ON },
		{ "Further Reading", PLAN_READING },
		{ "📖 Recommended resources", PLAN_READING },
		{ "Übersicht", PLAN_OVERVIEW },
		{ "À faire", PLAN_TODO },
		{ "Zum Ausprobieren", PLAN_HANDS_ON },
		{ "## Praktische Übungen", PLAN_HANDS_ON },
		{ "Travaux pratiques", PLAN_HANDS_ON },
		{ "Laboratorios", PLAN_HANDS_ON },
		{ "Практика", PLAN_HANDS_ON },
		{ "Nächste Schritte:", PLAN_TODO },
		{ "### Practical Steps to Start", PLAN_TODO },
		{ "Offene Fragen", PLAN_QUESTIONS },
		{ "Wissenslücken", PLAN_HOLES },
		{ "Probeprüfungen", PLAN_PRACTICE },
		{ "Литература", PLAN_READING },
		{ "DynamoDB", PLAN_NONE },
		{ "Reading from a stream", PLAN_NONE },
		{ "", PLAN_NONE },
		{ "- - -", PLAN_NONE },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (plan_section_of(str_of(cases[i].heading)) !=
		    cases[i].section)
			fail_msg("'%s' is %s", cases[i].heading,
				 plan_section_name(plan_section_of(
					 str_of(cases[i].heading))));
}

static void weeks_and_days_to_come_are_read(void **state UNUSED)
{
	static const struct {
		const char *line;
		int unit;
		unsigned first, last;
		const char *rest;
	} cases[] = {
		{ "### Week 1-2: Basics", PLAN_WEEKS, 1, 2, "Basics" },
		{ "## 📚 Week 3 – 4: Security", PLAN_WEEKS, 3, 4, "Security" },
		{ "- **Days 1-2:** Types", PLAN_DAYS, 1, 2, "Types" },
		{ "**Day 3**: queues", PLAN_DAYS, 3, 3, "queues" },
		{ "Phase 2", PLAN_PHASES, 2, 2, "" },
		{ "Semaine 5 : réseau", PLAN_WEEKS, 5, 5, "réseau" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct plan_span span;

		assert_true(plan_span_read(&span, str_of(cases[i].line)));
		assert_int_equal(span.unit, cases[i].unit);
		assert_int_equal(span.first, cases[i].first);
		assert_int_equal(span.last, cases[i].last);
		if (!str_is(span.rest, cases[i].rest))
			fail_msg("'%.*s' stands behind '%s'",
				 (int)span.rest.len, span.rest.s,
				 cases[i].line);
	}
}

static void other_lines_are_no_span(void **state UNUSED)
{
	static const char *const lines[] = {
		"", "Daylight saving", "Weekly review", "Week", "Day one",
		"Days1", "Phase 123456789012345", "Today 3",
	};
	struct plan_span span;

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		assert_false(plan_span_read(&span, str_of(lines[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_section_is_known_in_many_wordings),
		cmocka_unit_test(weeks_and_days_to_come_are_read),
		cmocka_unit_test(other_lines_are_no_span),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
