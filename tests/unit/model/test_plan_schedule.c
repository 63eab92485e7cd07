/* SPDX-License-Identifier: MIT */
/* A plan says for when things are, by dates or by weeks from its start. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/base/strbuf.h"
#include "core/model/plan_schedule.h"

static int day(const char *iso)
{
	return day_parse_iso(str_of(iso));
}

static void assert_days(const char *line, bool found,
			const struct plan_days *days, const char *expected)
{
	AUTO(strbuf) got = STRBUF_INIT;

	if (found) {
		strbuf_addstr(&got, day_format(days->first).s);
		strbuf_addf(&got, " %s", day_format(days->last).s);
	}
	if (!str_eq(strbuf_slice(&got), str_of(expected)))
		fail_msg("'%s' is for '%s', not '%s'", line, got.buf, expected);
}

static void dates_are_read_in_the_ways_people_write_them(void **state UNUSED)
{
	static const struct {
		const char *line, *days;
	} cases[] = {
		{ "Week 3 (12–18 May): queues", "2026-05-12 2026-05-18" },
		{ "### Week 3 (12-18 May)", "2026-05-12 2026-05-18" },
		{ "WEEK 9-10 (Jan 25 - Feb 7, 2026) <- now",
		  "2026-01-25 2026-02-07" },
		{ "Week 1 (28 December - 3 January 2027)",
		  "2026-12-28 2027-01-03" },
		{ "Week 2: May 12 – 18", "2026-05-12 2026-05-18" },
		{ "Woche 2 (12.–18. Mai)", "2026-05-12 2026-05-18" },
		{ "Woche 2: 12.5. bis 18.5.2026", "2026-05-12 2026-05-18" },
		{ "Semaine 2 : 3 août – 9 août", "2026-08-03 2026-08-09" },
		{ "Week 4 (2026-05-12 to 2026-05-18)",
		  "2026-05-12 2026-05-18" },
		{ "2026-05-12: queues", "2026-05-12 2026-05-12" },
		{ "**Tue 12 May**: queues", "2026-05-12 2026-05-12" },
		{ "May 12th: queues", "2026-05-12 2026-05-12" },
		{ "[ ] 12 May: queues", "2026-05-12 2026-05-12" },
		{ "Read the paper (by 3 June)", "2026-06-03 2026-06-03" },
		{ "Read it, due: 2026-06-03", "2026-06-03 2026-06-03" },
		{ "Mock exam (due 31 May)", "2026-05-31 2026-05-31" },
		{ "Week 3: 31 February", "" },
		{ "Week 1 (Nov 2025)", "" },
		{ "Week 3: 12 queues", "" },
		{ "Week 3: read pages 12-18", "" },
		{ "What changed on 12 May", "" },
		{ "May be of use", "" },
		{ "It works by 3 nodes", "" },
		{ "", "" },
	};
	const struct plan_calendar c = { DAY_NONE, day("2026-05-10"), 0 };

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct plan_days days;
		bool found = plan_dates_read(&days, str_of(cases[i].line), &c);

		assert_days(cases[i].line, found, &days, cases[i].days);
	}
}

static void a_weekday_tells_year_and_order(void **state UNUSED)
{
	static const struct {
		const char *line, *day;
	} cases[] = {
		{ "Seg 14/09", "2026-09-14" },
		{ "qui 08/10", "2026-10-08" },
		{ "7/12 Sun", "2026-07-12" },
		{ "Hari 2 \u2014 Selasa, 8 Sep", "2026-09-08" },
		{ "Jour 12 (Mardi 3 d\u00e9c) - essais", "2024-12-03" },
		{ "2026\u5e747\u670810\u65e5", "2026-07-10" },
		{ "Feb 20 \u2013 Mar 15", "2026-02-20" },
	};
	const struct plan_calendar c = { DAY_NONE, day("2026-05-10"), 0 };
	const struct plan_calendar known = { DAY_NONE, day("2026-11-29"),
					     day("2026-02-20") };
	struct plan_days days;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (!plan_days_read(&days, str_of(cases[i].line), &c, NULL) ||
		    days.first != day(cases[i].day))
			fail_msg("'%s'", cases[i].line);
	assert_false(plan_days_read(&days, STR("14/09"), &c, NULL));
	assert_true(plan_days_read(&days, STR("Apr 21"), &known, NULL));
	assert_int_equal(days.first, day("2026-04-21"));
}

static void weeks_and_days_count_from_the_start(void **state UNUSED)
{
	static const struct {
		const char *line, *days;
	} cases[] = {
		{ "Week 1: basics", "2026-05-04 2026-05-10" },
		{ "## 📚 Week 2: networks", "2026-05-11 2026-05-17" },
		{ "Weeks 3-4", "2026-05-18 2026-05-31" },
		{ "Day 1-7: basics", "2026-05-04 2026-05-10" },
		{ "Day 40", "2026-06-12 2026-06-12" },
		{ "Неделя 2: сети", "2026-05-11 2026-05-17" },
		{ "第1周", "2026-05-04 2026-05-10" },
		{ "1. Coins - week 2", "2026-05-11 2026-05-17" },
		{ "Phase 1: coins (weeks 3-4)", "2026-05-18 2026-05-31" },
		{ "Month 2", "2026-06-04 2026-07-03" },
		{ "Phase 2", "" },
		{ "Week 0", "" },
		{ "Weekly: read", "" },
	};
	const struct plan_calendar c = { day("2026-05-04"), day("2026-05-10"), 0 };
	const struct plan_calendar none = { DAY_NONE, day("2026-05-10"), 0 };

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct plan_days days;
		bool found = plan_days_read(&days, str_of(cases[i].line), &c,
					    NULL);

		assert_days(cases[i].line, found, &days, cases[i].days);
		assert_false(plan_days_read(&days, str_of(cases[i].line),
					    &none, NULL));
	}
}

static void a_day_of_a_week_is_within_it(void **state UNUSED)
{
	const struct plan_calendar c = { day("2026-05-04"), day("2026-05-10"), 0 };
	struct plan_days week, days;

	assert_true(plan_days_read(&week, STR("Week 2"), &c, NULL));
	assert_true(plan_days_read(&days, STR("Day 3: objects"), &c, &week));
	assert_int_equal(days.first, day("2026-05-13"));
	assert_true(plan_days_read(&days, STR("Day 9"), &c, &week));
	assert_int_equal(days.first, day("2026-05-12"));
}

static void a_week_with_dates_tells_where_the_plan_began(void **state UNUSED)
{
	const struct plan_calendar c = { DAY_NONE, day("2026-05-10"), 0 };

	assert_int_equal(plan_start_of(STR("Week 3 (18–24 May)"), &c),
			 day("2026-05-04"));
	assert_int_equal(plan_start_of(STR("Day 8: 11 May"), &c),
			 day("2026-05-04"));
	assert_int_equal(plan_start_of(STR("Week 3"), &c), DAY_NONE);
	assert_int_equal(plan_start_of(STR("18–24 May"), &c), DAY_NONE);
}

static void a_stretch_has_a_name(void **state UNUSED)
{
	struct str name = plan_days_name(STR("### 📚 Week 3 (12–18 May): x"));

	assert_true(str_is(name, "Week 3"));
	assert_true(str_is(plan_days_name(STR("**Day 1-7:** a")), "Day 1-7"));
	assert_int_equal(plan_days_name(STR("12 May: x")).len, 0);
	assert_true(str_is(plan_days_name(STR("## 第 2 周：x")), "第 2 周"));
	assert_true(str_is(plan_days_name(STR("Coins - week 1")), "week 1"));
}

static void what_is_left_is_spread_over_the_days_that_are_left(void **state
								       UNUSED)
{
	assert_int_equal(plan_take_along(0, 5), 0);
	assert_int_equal(plan_take_along(3, 9), 1);
	assert_int_equal(plan_take_along(10, 5), 2);
	assert_int_equal(plan_take_along(11, 5), 3);
	assert_int_equal(plan_take_along(4, 0), 4);
}

/* Whatever is written: an answer, and days that are in order. */
static void any_line_is_read_without_harm(void **state UNUSED)
{
	static const char *const parts[] = {
		"Week 3", "12", "-", "–", "May", ".", "2026", "(", "31", "Day",
		"0", "by", "\xff", "99999999999", "Feb", "29", ":", " ",
	};
	const struct plan_calendar c = { day("2026-05-04"), day("2026-05-10"), 0 };
	unsigned seed = 1;

	for (int n = 0; n < 20000; n++) {
		AUTO(strbuf) line = STRBUF_INIT;
		struct plan_days days;

		for (int k = 0; k < 8; k++) {
			seed = seed * 1103515245 + 12345;
			strbuf_addstr(&line, parts[(seed >> 16) %
						   ARRAY_SIZE(parts)]);
			if (seed & 0x8000)
				strbuf_addch(&line, ' ');
		}
		if (plan_days_read(&days, strbuf_slice(&line), &c, NULL))
			assert_true(days.first <= days.last);
		plan_days_name(strbuf_slice(&line));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_in_the_ways_people_write_them),
		cmocka_unit_test(a_weekday_tells_year_and_order),
		cmocka_unit_test(weeks_and_days_count_from_the_start),
		cmocka_unit_test(a_day_of_a_week_is_within_it),
		cmocka_unit_test(a_week_with_dates_tells_where_the_plan_began),
		cmocka_unit_test(a_stretch_has_a_name),
		cmocka_unit_test(
			what_is_left_is_spread_over_the_days_that_are_left),
		cmocka_unit_test(any_line_is_read_without_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
