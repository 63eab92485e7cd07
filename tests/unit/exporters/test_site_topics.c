/* SPDX-License-Identifier: MIT */
/* The site: pages of topics. */
#include "tests/unit/exporters/site_check.h"

static void a_topic_quotes_its_passages_with_the_way_to_them(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "topics/dynamodb.html",
		     "href=\"../days/2026-05-07.html#learned\"");
	assert_shows(f, "topics/dynamodb.html",
		     "a sort key is <code>optional</code> in DynamoDB");
	assert_shows(f, "topics/dynamodb.html",
		     "href=\"../notes/dva.html#keys\"");
	assert_shows(f, "topics/dynamodb.html", "Storage › Keys");
	assert_shows(f, "topics.html", "href=\"topics/dynamodb.html\"");
	assert_null(find_page(f, "topics/cobalt.html"));
	fixture_free(f);
}

/* All but what is no page to come to first. */
static void check_all_pages_are_mapped(const struct fixture *f)
{
	for (size_t i = 0; i < f->site.count; i++) {
		AUTO(strbuf) url = STRBUF_INIT;
		struct str path = str_of(f->site.pages[i].path);

		if (!str_ends(path, ".html") || str_is(path, "404.html") ||
		    str_is(path, "search.html"))
			continue;
		strbuf_addf(&url, "<loc>%s%s</loc>", f->settings.publish_url,
			    str_is(path, "index.html") ? "" : path.s);
		if (!strstr(page_of(f, "sitemap.xml"), url.buf))
			fail_msg("no '%s' in:\n%s", url.buf,
				 page_of(f, "sitemap.xml"));
	}
}

/* 400 passages in 2025, 400 in 2026. */
static void a_busy_topic_has_a_page_for_each_year(void **state)
{
	struct fixture *f = fixture_new();
	AUTO(strbuf) old = STRBUF_INIT;
	AUTO(strbuf) new = STRBUF_INIT;

	(void)state;
	strbuf_addstr(&old, "---\ndate: 2025-05-08\n---\n");
	strbuf_addstr(&new, "---\ndate: 2026-05-08\n---\n");
	for (int i = 0; i < 400; i++) {
		strbuf_addf(&old, "- old Lambda %d\n", i);
		strbuf_addf(&new, "- new Lambda %d\n", i);
	}
	add_entry(f, "2025-05-08", old.buf);
	add_entry(f, "2026-05-08", new.buf);
	make_site(f);
	check_pages(f);
	check_links(f);
	assert_shows(f, "topics/lambda.html", "new Lambda 399");
	assert_null(strstr(page_of(f, "topics/lambda.html"), "old Lambda"));
	assert_null(strstr(page_of(f, "topics/lambda.html"), "new Lambda 199<"));
	assert_shows(f, "topics/lambda.html", "200 more passages");
	assert_shows(f, "topics/lambda.html",
		     "href=\"../days/2026-05-08.html\"");
	assert_shows(f, "topics/lambda/2025.html", "old Lambda 399");
	f->settings.publish_url = "https://example.org/log/";
	make_site(f);
	check_all_pages_are_mapped(f);
	assert_shows(f, "sitemap.xml",
		     "2025.html</loc><lastmod>2025-05-08</lastmod>");
	fixture_free(f);
}

static void passages_of_a_long_note_are_not_lost(void **state)
{
	struct fixture *f = fixture_new();
	AUTO(strbuf) note = STRBUF_INIT;

	(void)state;
	f->traits = TRAIT_NUMBER;
	strbuf_addstr(&note, "# Notes\n");
	for (int i = 0; i < 284; i++) {
		if (i % 71 == 0)
			strbuf_addf(&note, "\n## Chapter %d\n\n", i / 71);
		strbuf_addf(&note, "- Lambda %d\n", i);
	}
	add_note(f, "all", note.buf);
	make_site(f);
	check_pages(f);
	check_links(f);
	assert_shows(f, "topics/lambda.html", "Lambda 199");
	assert_null(strstr(page_of(f, "topics/lambda.html"), "Lambda 200"));
	assert_shows(f, "topics/lambda.html", "84 more passages");
	assert_shows(f, "topics/lambda.html", "Chapter 2</a> (13)");
	assert_shows(f, "topics/lambda.html",
		     "href=\"../notes/all.html#chapter-3\"");
	assert_shows(f, "topics/lambda.html", "Chapter 3</a> (71)");
	assert_shows(f, "topics/lambda.html", "284 numbers");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_topic_quotes_its_passages_with_the_way_to_them),
		cmocka_unit_test(a_busy_topic_has_a_page_for_each_year),
		cmocka_unit_test(passages_of_a_long_note_are_not_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
