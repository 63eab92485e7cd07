/* SPDX-License-Identifier: MIT */
/* The site: what is private is in no byte of it. */
#include "tests/unit/exporters/site_fixture.h"

/* The word that no page may show. */
#define W "Quokka"

static void what_is_private_is_in_no_byte(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	f->settings.private_sections[SECTION_THOUGHTS] = true;
	add_entry(f, "2026-05-05", "---\ndate: 2026-05-05\nprivate: true\n"
		  "tags: [" W "]\n---\n" W " on Cobalt and Lambda\n");
	add_entry(f, W "-day", "---\nprivate: true\n---\nCobalt\n");
	add_entry(f, "2026-05-06", "---\ndate: 2026-05-06\n---\n"
		  "**Progress**: Lambda is public\n"
		  "- " W " Lambda <!-- private -->\n\n"
		  "A paragraph on Lambda\nthat says " W " <!-- private -->\n\n"
		  "<!-- private -->\n" W " Cobalt and Lambda\n"
		  "<!-- /private -->\n\n**Thoughts**: Lambda " W " Cobalt\n\n"
		  "[hidden](../../notes/hidden.md)\n");
	add_entry(f, "2026-05-07", "---\ndate: 2026-05-07\n"
		  "heading: \"## Day 3: " W " <!-- private -->\"\n---\n"
		  "Lambda of a header\n");
	add_note(f, "hidden", "---\nprivate: true\n---\n# " W "\n\nCobalt\n");
	add_note(f, "odd", "---\nprivate: [true\n: - {\n---\n# " W "\n\nLambda\n");
	add_note(f, "open", "# " W " <!-- private -->\n\n## Lambda\n\n"
		 "Lambda is public\n\n## " W " part <!-- private -->\n\n"
		 "Lambda below\n");
	make_site(f);
	assert_nowhere(f, W);
	assert_nowhere(f, "quokka");
	assert_nowhere(f, "Cobalt");
	assert_nowhere(f, "cobalt");
	assert_nowhere(f, "hidden.");
	assert_shows(f, "days/2026-05-06.html", "Lambda is public");
	assert_shows(f, "topics/lambda.html", "Lambda is public");
	assert_shows(f, "notes/open.html", "Lambda is public");
	assert_null(find_page(f, "days/2026-05-05.html"));
	assert_null(find_page(f, "days/2026-05-07.html"));
	fixture_free(f);
}

static void a_private_day_counts_and_says_no_more(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\nprivate: true\n"
		  "minutes: 77\n---\nx\n");
	add_entry(f, "2026-05-09", "---\ndate: 2026-05-09\n---\ny\n");
	make_site(f);
	assert_shows(f, "index.html", "<strong>2</strong> days");
	assert_shows(f, "index.html", "<span>8 May 2026: studied</span>");
	assert_nowhere(f, "77");
	assert_nowhere(f, "2026-05-08");
	fixture_free(f);
}

static void the_way_from_day_to_day_leaves_private_ones_out(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-07", "---\ndate: 2026-05-07\n---\nx\n");
	add_entry(f, "2026-05-08",
		  "---\ndate: 2026-05-08\nprivate: true\n---\nx\n");
	add_entry(f, "2026-05-09", "---\ndate: 2026-05-09\n---\ny\n");
	make_site(f);
	assert_shows(f, "days/2026-05-07.html",
		     "rel=\"next\" href=\"2026-05-09.html\"");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_private_is_in_no_byte),
		cmocka_unit_test(a_private_day_counts_and_says_no_more),
		cmocka_unit_test(
			the_way_from_day_to_day_leaves_private_ones_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
