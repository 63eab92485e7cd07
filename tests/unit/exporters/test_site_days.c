/* SPDX-License-Identifier: MIT */
/* The site: pages of days. */
#include "tests/unit/exporters/site_fixture.h"

static void each_entry_of_a_day_has_its_page(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "days/2026-05-08.html", "Lambda again");
	assert_shows(f, "days/2026-05-08-2.html", "And more of Lambda");
	assert_shows(f, "days/2026-05-08.html",
		     "rel=\"prev\" href=\"2026-05-07.html\"");
	assert_shows(f, "days/2026-05-08.html",
		     "rel=\"next\" href=\"2026-05-08-2.html\"");
	fixture_free(f);
}

static void a_section_stands_under_the_words_of_its_label(void **state)
{
	struct fixture *f = small_journal();
	const char *page = page_of(f, "days/2026-05-07.html");

	(void)state;
	assert_non_null(strstr(page, "<h2 id=\"progress\">Today&#39;s "
				     "Progress</h2>"));
	assert_non_null(strstr(page, "Read of DynamoDB &amp; keys"));
	assert_non_null(strstr(page, "<h2 id=\"learned\">What I learned</h2>"));
	assert_non_null(strstr(page, "<li>a sort key is <code>optional</code>"));
	/* Nothing stands behind it, so it is left out. */
	assert_null(strstr(page, "Link to work"));
	fixture_free(f);
}

static void headings_of_a_day_follow_what_they_stand_under(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2022-07-04", "---\ndate: 2022-07-04\n---\n\n"
		  "### Alone\n\nText.\n");
	add_entry(f, "2022-07-05", "---\ndate: 2022-07-05\n---\n\n"
		  "**Progress**:\n\n#### Within\n\nText.\n");
	make_site(f);
	assert_shows(f, "days/2022-07-04.html", "<h2>Alone</h2>");
	assert_shows(f, "days/2022-07-05.html", "<h3>Within</h3>");
	fixture_free(f);
}

static void a_day_that_is_a_row_is_called_by_its_first_cell(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2022-07-04", "---\ndate: 2022-07-04\nday: 4\n"
		  "heading: \"| 4 | 2022-07-04 | \"\nheading-end: none\n---\n"
		  "Leases, two kinds | 1h | |\n");
	add_entry(f, "2022-07-05", "---\ndate: 2022-07-05\nday: 5\n"
		  "heading: \"| 5 | 2022-07-05 | \"\nheading-end: none\n---\n"
		  "queues | |\n");
	add_entry(f, "2022-07-06", "---\ndate: 2022-07-06\n"
		  "heading: \"| 06/07/2022 | \"\nheading-end: none\n---\n"
		  "\u2705 | 1.5 | streams |\n");
	make_site(f);
	assert_shows(f, "days/2022-07-06.html", "<title>streams");
	assert_shows(f, "days/2022-07-04.html",
		     "<title>Day 4: Leases, two kinds");
	assert_shows(f, "days/2022-07-05.html", "<title>Day 5: queues");
	assert_shows(f, "days/2022-07-05.html", "<p>queues</p>");
	fixture_free(f);
}

static void a_day_without_a_date_is_called_by_its_text(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "D003", "---\nday: 3\nheading: \"Day 3: \"\n"
		  "heading-end: none\n---\nqueues\n");
	add_entry(f, "D004", "---\nday: 4\nheading: \"Day 4 (05/07)\"\n---\n"
		  "leases\n");
	make_site(f);
	assert_shows(f, "days/d003.html", "<title>Day 3: queues");
	/* What could not be read may be a date. */
	assert_shows(f, "days/d004.html", "<title>Day 4 (05/07)");
	fixture_free(f);
}

static void a_day_without_a_number_is_called_by_its_text(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2022-07-04", "---\ndate: 2022-07-04\n"
		  "heading: \"- 2022-07-04: \"\nheading-end: none\n---\n"
		  "Read of leases; much more\n");
	make_site(f);
	assert_shows(f, "days/2022-07-04.html", "<title>Read of leases");
	assert_shows(f, "archive/2022-07.html", ">much more<");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_entry_of_a_day_has_its_page),
		cmocka_unit_test(a_section_stands_under_the_words_of_its_label),
		cmocka_unit_test(
			headings_of_a_day_follow_what_they_stand_under),
		cmocka_unit_test(
			a_day_that_is_a_row_is_called_by_its_first_cell),
		cmocka_unit_test(a_day_without_a_date_is_called_by_its_text),
		cmocka_unit_test(a_day_without_a_number_is_called_by_its_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
