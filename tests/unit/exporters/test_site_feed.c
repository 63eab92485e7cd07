/* SPDX-License-Identifier: MIT */
/* The site: its feed. */
#include "tests/unit/exporters/site_fixture.h"

static void the_feed_keeps_its_ids_when_the_site_moves(void **state)
{
	struct fixture *f = small_journal();
	const char *id = "<id>tag:example.org,2026:a-log/2026-05-07</id>";

	(void)state;
	f->settings.publish_url = "https://example.org/old";
	make_site(f);
	assert_shows(f, "feed.xml", id);
	assert_shows(f, "feed.xml", "href=\"https://example.org/old/days/");
	f->settings.publish_url = "https://example.org/new/place/";
	make_site(f);
	assert_shows(f, "feed.xml", id);
	assert_shows(f, "sitemap.xml",
		     "<loc>https://example.org/new/place/days/2026-05-07.html");
	fixture_free(f);
}

static void the_feed_holds_whole_entries_as_escaped_html(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "feed.xml", "<content type=\"html\">");
	assert_shows(f, "feed.xml", "&lt;h2 id=&quot;learned&quot;&gt;");
	assert_shows(f, "feed.xml", "&lt;a href=&quot;notes/dva.html&quot;");
	assert_shows(f, "feed.xml", "<published>2026-05-07T00:00:00Z");
	assert_shows(f, "feed.xml", "<category term=\"aws\"/>");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_feed_keeps_its_ids_when_the_site_moves),
		cmocka_unit_test(
			the_feed_holds_whole_entries_as_escaped_html),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
