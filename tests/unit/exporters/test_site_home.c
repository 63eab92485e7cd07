/* SPDX-License-Identifier: MIT */
/* The site: its first page, and the map of days. */
#include "tests/unit/exporters/site_fixture.h"

static void the_heat_map_is_a_table_with_a_link_for_each_day(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "index.html", "<table class=\"heat\"><caption");
	assert_shows(f, "index.html", "<th scope=\"row\"><abbr");
	assert_shows(f, "index.html", "<a href=\"days/2026-05-07.html\">"
		     "<span>7 May 2026: ");
	assert_shows(f, "archive/2026.html", "<a href=\"../days/2026-05-07"
		     ".html\"><span>7 May 2026: ");
	fixture_free(f);
}

static void home_shows_where_the_learner_stands(void **state)
{
	static const struct exam exam = { .name = "DVA" };
	struct fixture *f = fixture_new();
	struct exam one = exam;

	(void)state;
	one.day = f->s.today + 16;
	one.start = f->s.today - 1;
	f->settings.exams = &one;
	f->settings.nexams = 1;
	add_entry(f, "2026-05-09",
		  "---\ndate: 2026-05-09\nday: 7\nminutes: 80\n---\nhi\n");
	make_site(f);
	assert_shows(f, "index.html", "<strong>1</strong> day");
	assert_shows(f, "index.html", "1 h 20 min in all");
	assert_shows(f, "index.html", "studied today");
	assert_shows(f, "index.html", "Day <strong>7</strong> of 100");
	assert_shows(f, "index.html", "<strong>16</strong> days to go");
	assert_shows(f, "index.html", "94% of the time left");
	fixture_free(f);
}

static void the_time_says_on_how_many_days_it_was_noted(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "index.html", " · 45 min on 1 of 2 days");
	assert_shows(f, "days/2026-05-07.html", " · 45 min<");
	fixture_free(f);
}

/* The log begins on 7 May, and today is the 9th. */
static void days_before_a_log_and_today_are_not_missed(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "index.html", "last 7 days: 2 of 2, without today");
	assert_shows(f, "archive/2026.html",
		     "Studied on 2 of 2 days, 7 May 2026 to 8 May 2026.");
	assert_shows(f, "index.html", "<span class=\"date\">6</span>"
		     "<span class=\"state\">before</span>");
	assert_shows(f, "index.html", "<span class=\"date\">9</span>"
		     "<span class=\"state\">open</span>");
	assert_shows(f, "archive/2026-05.html", "2 days of 9 so far");
	fixture_free(f);
}

static void a_text_that_is_empty_says_so(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-07", "---\ndate: 2026-05-07\n---\n");
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\n---\n"
		  "This ~~or that~~ in ~/notes.\n");
	add_note(f, "empty", "# Title\n");
	make_site(f);
	assert_shows(f, "days/2026-05-07.html", "There is no text to show.");
	assert_shows(f, "notes/empty.html", "There is no text to show.");
	assert_hides(f, "days/2026-05-08.html", "There is no text");
	assert_shows(f, "index.html", ">This or that in ~/notes<");
	fixture_free(f);
}

static void a_year_in_the_middle_of_a_log_is_shown_whole(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2024-12-30", "---\ndate: 2024-12-30\n---\nhi\n");
	add_entry(f, "2025-02-01", "---\ndate: 2025-02-01\n---\nhi\n");
	make_site(f);
	assert_shows(f, "archive/2024.html", "Studied on 1 of 2 days");
	assert_shows(f, "archive/2025.html", "Studied on 1 of 365 days");
	assert_shows(f, "archive/2025-02.html", "1 day of 28 ·");
	fixture_free(f);
}

static void a_log_that_rests_is_shown_up_to_its_last_day(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2025-12-01", "---\ndate: 2025-12-01\n---\nhi\n");
	add_entry(f, "2026-01-10", "---\ndate: 2026-01-10\n---\nhi\n");
	make_site(f);
	assert_shows(f, "index.html", "Up to the last studied day, 10 January");
	assert_shows(f, "index.html", "Studied on 2 of 41 days, 1 December "
		     "2025 to 10 January 2026");
	fixture_free(f);
}

/* Whatever somebody writes a day, a quarter of the days is of each shade. */
static void squares_are_as_dark_as_days_are_long(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	for (int i = 1; i <= 12; i++) {
		char id[32];
		AUTO(strbuf) text = STRBUF_INIT;

		snprintf(id, sizeof(id), "2026-04-%02d", i);
		strbuf_addf(&text, "---\ndate: %s\n---\n", id);
		for (int k = 0; k < 5 * i; k++)
			strbuf_addstr(&text, "hi ");
		strbuf_addch(&text, '\n');
		add_entry(f, arena_strdup(&f->mem, id),
			  arena_strdup(&f->mem, text.buf));
	}
	make_site(f);
	assert_shows(f, "index.html", "<td class=\"l1\"><a href=\"days/"
		     "2026-04-03.html\">");
	assert_shows(f, "index.html", "<td class=\"l2\"><a href=\"days/"
		     "2026-04-04.html\">");
	assert_shows(f, "index.html", "<td class=\"l3\"><a href=\"days/"
		     "2026-04-09.html\">");
	assert_shows(f, "index.html", "<td class=\"l4\"><a href=\"days/"
		     "2026-04-12.html\">");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			the_heat_map_is_a_table_with_a_link_for_each_day),
		cmocka_unit_test(the_time_says_on_how_many_days_it_was_noted),
		cmocka_unit_test(days_before_a_log_and_today_are_not_missed),
		cmocka_unit_test(a_text_that_is_empty_says_so),
		cmocka_unit_test(a_year_in_the_middle_of_a_log_is_shown_whole),
		cmocka_unit_test(home_shows_where_the_learner_stands),
		cmocka_unit_test(a_log_that_rests_is_shown_up_to_its_last_day),
		cmocka_unit_test(squares_are_as_dark_as_days_are_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
