/* SPDX-License-Identifier: MIT */
/* The site as a whole: safe, whole, and the same each time. */
#include "core/text/json.h"
#include "tests/unit/exporters/site_check.h"

#define HOSTILE "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"

static void every_page_is_balanced_and_has_one_title(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	check_pages(f);
	fixture_free(f);
}

static void every_page_has_a_policy_a_language_and_a_way_in(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	for (size_t i = 0; i < f->site.count; i++) {
		const char *path = f->site.pages[i].path;

		if (!is_page(&f->site.pages[i]))
			continue;
		assert_shows(f, path, "<html lang=\"en\">");
		assert_shows(f, path, "default-src &#39;none&#39;");
		assert_shows(f, path, "<main id=\"content_\"");
		assert_shows(f, path, "class=\"skip\" href=\"#content_\"");
		assert_shows(f, path, "name=\"description\"");
		assert_shows(f, path, "application/atom+xml");
	}
	fixture_free(f);
}

static void every_link_and_anchor_leads_somewhere(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	check_links(f);
	fixture_free(f);
}

static void an_empty_journal_makes_a_whole_site(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	make_site(f);
	check_pages(f);
	check_links(f);
	assert_shows(f, "index.html", "nothing logged yet");
	fixture_free(f);
}

/* A title is plain text in JSON, where nobody takes it for HTML. */
static void assert_no_script(struct fixture *f)
{
	struct error err = ERROR_INIT;
	struct json *feed;
	const struct json *items;

	assert_int_equal(json_parse(&feed, str_of(page_of(f, "feed.json")),
				    &err), 0);
	items = json_get(feed, "items");
	for (size_t i = 0; i < json_length(items); i++) {
		struct str html = json_get_string(json_at(items, i),
						  "content_html");

		assert_int_equal(str_find_str(html, STR("<script")), html.len);
	}
	json_free(feed);
	for (size_t i = 0; i < f->site.count; i++)
		if (strcmp(f->site.pages[i].path, "feed.json"))
			assert_null(strstr(f->site.pages[i].bytes.buf,
					   "<script>"));
}

static void a_page_is_safe_whatever_the_entry_says(void **state)
{
	struct fixture *f = fixture_new();
	struct entry *e;

	(void)state;
	f->settings.title = HOSTILE;
	f->settings.author = HOSTILE;
	f->settings.publish_url = "javascript:alert(3)";
	e = add_entry(f, "2026-05-09\"><script>", "---\ndate: 2026-05-09\n"
		      "tags: [\"<script>\", \"\\\" onclick=x\"]\n"
		      "heading: \"### Day 1: <b onmouseover=x>\\\"\"\n---\n"
		      "**What I learned** <script>x</script>: " HOSTILE "\n\n"
		      "#### Thoughts\n<iframe src=//x></iframe>\n"
		      "[a](javascript:alert(4)) ![b](http://x.example/t.gif)\n"
		      "<style>*{}</style> Lambda `<script>`\n\n"
		      "[c]: data:text/html,x\n[c] [x](java&#x0a;script:y)\n");
	assert_non_null(e);
	add_note(f, "<svg onload=x>", "# <script>alert(5)</script> DynamoDB\n\n"
		 "## \" onclick=\"x\n\nLambda <object data=x>\n\n"
		 "| a |\n|---|\n| <form action=x> DynamoDB |\n");
	make_site(f);
	check_pages(f);
	check_links(f);
	assert_no_script(f);
	assert_null(find_page(f, "sitemap.xml"));
	fixture_free(f);
}

static void the_same_journal_gives_the_same_bytes(void **state)
{
	struct fixture *a = small_journal(), *b = small_journal();

	(void)state;
	assert_int_equal(a->site.count, b->site.count);
	for (size_t i = 0; i < a->site.count; i++) {
		assert_string_equal(a->site.pages[i].path,
				    b->site.pages[i].path);
		assert_string_equal(a->site.pages[i].bytes.buf,
				    b->site.pages[i].bytes.buf);
	}
	fixture_free(a);
	fixture_free(b);
}

static void names_of_files_are_plain_and_unique(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "日本", "one\n");
	add_entry(f, "A b", "two\n");
	add_entry(f, "a-b", "three\n");
	add_entry(f, "a-b-2", "four\n");
	make_site(f);
	check_links(f);
	assert_shows(f, "days/a-b.html", "two");
	assert_shows(f, "days/a-b-2.html", "three");
	assert_shows(f, "days/a-b-2-2.html", "four");
	for (size_t i = 0; i < f->site.count; i++)
		for (const char *c = f->site.pages[i].path; *c; c++)
			assert_non_null(strchr("abcdefghijklmnopqrstuvwxyz"
					       "0123456789-./", *c));
	fixture_free(f);
}

static void a_file_that_cannot_be_written_ends_the_export(void **state)
{
	struct fixture *f = small_journal();
	struct error err = ERROR_INIT;

	(void)state;
	for (int n = 0; n < 12; n++) {
		site_forget(&f->site);
		f->site.fail_after = n;
		err = (struct error)ERROR_INIT;
		assert_int_equal(exporter_by_name("site")->run(
			&f->s, NULL, &f->site.out, &err), -1);
		assert_string_equal(err.text, "the disk is full");
		assert_int_equal(f->site.count, n);
	}
	fixture_free(f);
}

static void home_and_a_day_are_small(void **state)
{
	struct fixture *f = fixture_new();
	char name[16], text[512];

	(void)state;
	for (int i = 0; i < 60; i++) {
		struct day_text day = day_format(f->s.today - 59 + i);

		snprintf(name, sizeof(name), "%.10s", day.s);
		snprintf(text, sizeof(text),
			 "---\ndate: %s\n---\n**Progress**: Lambda, DynamoDB "
			 "and what else there is to learn of them today\n",
			 name);
		add_entry(f, name, arena_strdup(&f->mem, text));
	}
	make_site(f);
	assert_true(strlen(page_of(f, "index.html")) +
		    strlen(page_of(f, "style.css")) +
		    strlen(page_of(f, "icon.svg")) < 60000);
	assert_true(strlen(page_of(f, "days/2026-05-09.html")) < 30000);
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_is_balanced_and_has_one_title),
		cmocka_unit_test(
			every_page_has_a_policy_a_language_and_a_way_in),
		cmocka_unit_test(every_link_and_anchor_leads_somewhere),
		cmocka_unit_test(an_empty_journal_makes_a_whole_site),
		cmocka_unit_test(a_page_is_safe_whatever_the_entry_says),
		cmocka_unit_test(the_same_journal_gives_the_same_bytes),
		cmocka_unit_test(names_of_files_are_plain_and_unique),
		cmocka_unit_test(a_file_that_cannot_be_written_ends_the_export),
		cmocka_unit_test(home_and_a_day_are_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
