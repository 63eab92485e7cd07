/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/plan_section.h"
#include "core/model/plan_span.h"

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
		{ "Día 4: redes", PLAN_DAYS, 4, 4, "redes" },
		{ "### Étape 2 - tests", PLAN_PHASES, 2, 2, "tests" },
		{ "## 📚 Неделя 1: сети", PLAN_WEEKS, 1, 1, "сети" },
		{ "День №3 — очереди", PLAN_DAYS, 3, 3, "очереди" },
		{ "2-я неделя: диски", PLAN_WEEKS, 2, 2, "диски" },
		{ "## 第 1 周：网络", PLAN_WEEKS, 1, 1, "网络" },
		{ "第1-2周", PLAN_WEEKS, 1, 2, "" },
		{ "**第十二天** 存储", PLAN_DAYS, 12, 12, "存储" },
		{ "第三阶段", PLAN_PHASES, 3, 3, "" },
		{ "3주차: 네트워크", PLAN_WEEKS, 3, 3, "네트워크" },
		{ "2週目 - ネットワーク", PLAN_WEEKS, 2, 2, "ネットワーク" },
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
		/* Its summary; in the midst of words; how long; a chapter. */
		"第 1 周总结", "这是第1周", "2주 동안", "3 недели", "第1章",
		"Понедельник 1",
	};
	struct plan_span span;

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		assert_false(plan_span_read(&span, str_of(lines[i])));
}

static void weeks_may_stand_at_the_end(void **state UNUSED)
{
	static const struct {
		const char *line;
		unsigned first, last;
		const char *rest;
	} cases[] = {
		{ "1. Coins - week 1", 1, 1, "1. Coins" },
		{ "### Rims (Weeks 2-3)", 2, 3, "Rims" },
		{ "Rims — Week 4", 4, 4, "Rims" },
		{ "Rims (week 5, 10 hours)", 5, 5, "Rims" },
		{ "Phase 0: rims (week 6)", 6, 6, "Phase 0: rims" },
		{ "Сети (неделя 7)", 7, 7, "Сети" },
		{ "Week 8: rims (week 2)", 8, 8, "rims (week 2)" },
	};
	struct plan_span span;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		assert_true(plan_span_find(&span, str_of(cases[i].line)));
		assert_int_equal(span.unit, PLAN_WEEKS);
		assert_int_equal(span.first, cases[i].first);
		assert_int_equal(span.last, cases[i].last);
		assert_true(str_is(span.rest, cases[i].rest));
	}
	assert_false(plan_span_find(&span, STR("Coins - a week 3 times")));
	assert_false(plan_span_find(&span, STR("Coins of week 3")));
	assert_false(plan_span_find(&span, STR("Coins - week 3 and more")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_section_is_known_in_many_wordings),
		cmocka_unit_test(weeks_and_days_to_come_are_read),
		cmocka_unit_test(other_lines_are_no_span),
		cmocka_unit_test(weeks_may_stand_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
