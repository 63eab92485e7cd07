/* SPDX-License-Identifier: MIT */
/* The site: pages of notes, and links to them. */
#include "tests/unit/exporters/site_check.h"

/* The note that is private must not be told by where a link leads. */
static void a_link_in_double_brackets_leads_to_its_page(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-07", "---\ndate: 2026-05-07\n---\n"
		  "See [[DVA]], [[exam notes#storage|the tables]], [[gone]], "
		  "[[hidden]] & `[[dva]]`, a[[0]] too.\n");
	add_note(f, "dva", "---\naliases: [Associate]\n---\n# Exam notes\n\n"
		 "## Storage\n\nAs [[#storage]]; [[associate#Nothing]], "
		 "[[2026-05-07]].\n");
	add_note(f, "hidden", "---\nprivate: true\n---\n# Hidden\n");
	make_site(f);
	assert_shows(f, "days/2026-05-07.html",
		     "See <a href=\"../notes/dva.html\">DVA</a>, "
		     "<a href=\"../notes/dva.html#storage\">the tables</a>, "
		     "<span class=\"wanted\" title=\"There is no such note "
		     "here\">gone</span>, <span class=\"wanted\" title=\""
		     "There is no such note here\">hidden</span> &amp; <code>[[dva]]</code>, "
		     "a[[0]] too.");
	assert_shows(f, "notes/dva.html",
		     "As <a href=\"#storage\">#storage</a>; <a href=\"../notes/dva.html\">"
		     "associate#Nothing</a>, "
		     "<a href=\"../days/2026-05-07.html\">2026-05-07</a>.");
	check_links(f);
	check_pages(f);
	fixture_free(f);
}

static void a_link_to_a_note_leads_to_its_page_and_others_nowhere(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "days/2026-05-07.html",
		     "<a href=\"../notes/dva.html\">the note</a>");
	assert_shows(f, "days/2026-05-07.html", "nothing");
	assert_nowhere(f, "secret.txt");
	fixture_free(f);
}

static void a_note_has_a_table_of_contents(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "notes/dva.html", "<a href=\"#storage\">Storage</a>");
	assert_shows(f, "notes/dva.html", "<h2 id=\"storage\">Storage</h2>");
	fixture_free(f);
}

static void the_title_of_a_note_is_none_of_its_contents(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_note(f, "titled", "# Exam notes\n\n## One\n\n### Two\n\n## Three\n");
	add_note(f, "untitled", "## One\n\n### Two\n\n## Three\n");
	make_site(f);
	assert_shows(f, "notes/titled.html", "<ul><li class=\"d1\">"
		     "<a href=\"#one\">One</a></li><li class=\"d2\">"
		     "<a href=\"#two\">Two</a></li><li class=\"d1\">"
		     "<a href=\"#three\">Three</a></li></ul>");
	assert_shows(f, "notes/untitled.html", "<ul><li class=\"d1\">"
		     "<a href=\"#one\">One</a></li><li class=\"d2\">"
		     "<a href=\"#two\">Two</a></li><li class=\"d1\">"
		     "<a href=\"#three\">Three</a></li></ul>");
	fixture_free(f);
}

static void a_note_names_the_topic_it_speaks_of_most_first(void **state)
{
	struct fixture *f = fixture_new();
	const char *page;

	(void)state;
	add_note(f, "n", "# N\n\n- DynamoDB\n- Lambda one\n- Lambda two\n");
	make_site(f);
	page = page_of(f, "notes/n.html");
	assert_true(strstr(page, "topics/lambda.html") <
		    strstr(page, "topics/dynamodb.html"));
	fixture_free(f);
}

static void no_level_of_headings_is_skipped(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_note(f, "deep", "Some text.\n\n### One\n\n##### Two\n\n"
		 "#### Three\n\n### Four\n");
	make_site(f);
	assert_shows(f, "notes/deep.html", "<h2 id=\"one\">");
	assert_shows(f, "notes/deep.html", "<h3 id=\"two\">");
	assert_shows(f, "notes/deep.html", "<h3 id=\"three\">");
	assert_shows(f, "notes/deep.html", "<h2 id=\"four\">");
	fixture_free(f);
}

/* By their paths, "a/b/y" stands between the others. */
static void the_index_of_notes_has_each_folder_once(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_note(f, "a/a", "# First\n");
	add_note(f, "a/b/y", "# Between\n");
	add_note(f, "a/c", "# Last\n");
	make_site(f);
	assert_shows(f, "notes.html", "notes/a</h3>");
	assert_shows(f, "notes.html", "First</a></li><li><a href=\"notes/c");
	assert_shows(f, "notes.html", "notes/a/b</h3><ul class=\"index\"><li>"
				      "<a href=\"notes/y");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_link_in_double_brackets_leads_to_its_page),
		cmocka_unit_test(
			a_link_to_a_note_leads_to_its_page_and_others_nowhere),
		cmocka_unit_test(a_note_has_a_table_of_contents),
		cmocka_unit_test(the_title_of_a_note_is_none_of_its_contents),
		cmocka_unit_test(
			a_note_names_the_topic_it_speaks_of_most_first),
		cmocka_unit_test(no_level_of_headings_is_skipped),
		cmocka_unit_test(the_index_of_notes_has_each_folder_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
