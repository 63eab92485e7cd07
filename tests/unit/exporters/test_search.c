/* SPDX-License-Identifier: MIT */
/* What a site lets its visitors search in. */
#include "tests/unit/exporters/site_fixture.h"

/* Is there a shard that has this token? */
static bool has_token(const struct fixture *f, const char *token)
{
	AUTO(strbuf) quoted = STRBUF_INIT;

	strbuf_addf(&quoted, "\"%s\":", token);
	for (size_t i = 0; i < f->site.count; i++)
		if (str_starts(str_of(f->site.pages[i].path), "search/s") &&
		    strstr(f->site.pages[i].bytes.buf, quoted.buf))
			return true;
	return false;
}

static void entries_parts_of_notes_and_topics_are_found(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\n---\n"
		  "**What I learned**:\n- Lambda \"once\"\n\n"
		  "**Link to work**: here\n");
	add_note(f, "vpc", "# VPC\n\nNets.\n\n## Routes\n\nTables & `<b>`.\n");
	make_site(f);
	assert_string_equal(page_of(f, "search/d0.js"),
		"hectoSearch(\"d0\",["
		"[\"topics/lambda.html\",\"\",\"Lambda\"],\n"
		"[\"notes/vpc.html#vpc\",\"\",\"VPC\",\"VPC\",\"Nets.\"],\n"
		"[\"notes/vpc.html#routes\",\"\",\"VPC\",\"VPC\\nRoutes\","
		"\"Tables & `\\u003cb>`.\"],\n"
		"[\"days/2026-05-08.html\",\"2026-05-08 Lambda \\\"once\\\"\","
		"\"May 8, 2026\",\"\","
		"\"Lambda \\\"once\\\"\",\"here\"]]);\n");
	assert_shows(f, "search/names.js",
		     " \",\"topics/lambda.html\",\"\",\"Lambda\"]]);\n");
	assert_shows(f, "search/index.js", "\"documents\":4,");
	assert_shows(f, "search/index.js", "\n\"chunks\":\"E\"");
	assert_true(has_token(f, "lambda"));
	assert_true(has_token(f, "tabl"));
	fixture_free(f);
}

static struct fixture *note_and_entry(const char *note, const char *said)
{
	struct fixture *f = fixture_new();

	add_entry(f, "2026-05-08", arena_printf(
			&f->mem, "---\ndate: 2026-05-08\n---\n%s", said));
	add_note(f, "vpc", note);
	make_site(f);
	return f;
}

/* Browsers keep files by their address, which has the version in it. */
static void a_text_of_the_same_words_makes_another_version(void **state)
{
	struct fixture *f[] = {
		note_and_entry("# VPC\n\nNets are tables.\n", "Lambda is it."),
		note_and_entry("# VPC\n\nTables are nets.\n", "Lambda is it."),
		note_and_entry("# VPC\n\nNets are tables.\n", "It is Lambda."),
		note_and_entry("# VPC\n\nNets are tables.\n",
			       "Lambda is it.\n\nNobody reads it. "
			       "<!-- private -->\n"),
	};
	const char *first = page_of(f[0], "search/index.js");

	(void)state;
	assert_string_not_equal(first, page_of(f[1], "search/index.js"));
	assert_string_not_equal(first, page_of(f[2], "search/index.js"));
	/* And it tells nothing of what is private. */
	assert_string_equal(first, page_of(f[3], "search/index.js"));
	for (size_t i = 0; i < ARRAY_SIZE(f); i++)
		fixture_free(f[i]);
}

static void what_is_private_is_no_token(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	f->settings.private_sections[SECTION_THOUGHTS] = true;
	add_entry(f, "2026-05-07", "---\nprivate: true\n---\nquokka\n");
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\n---\nwombat\n\n"
		  "numbat <!-- private -->\n\n**Thoughts**: dugong\n");
	add_note(f, "own", "---\nprivate: true\n---\n# Bilby\n");
	make_site(f);
	assert_true(has_token(f, "wombat"));
	assert_false(has_token(f, "quokka"));
	assert_false(has_token(f, "numbat"));
	assert_false(has_token(f, "dugong"));
	assert_false(has_token(f, "bilbi"));
	assert_nowhere(f, "quokka");
	assert_nowhere(f, "numbat");
	assert_nowhere(f, "dugong");
	fixture_free(f);
}

static void every_page_has_the_box_once(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\n---\nLambda\n");
	make_site(f);
	for (size_t i = 0; i < f->site.count; i++) {
		const struct page *p = &f->site.pages[i];
		const char *box = strstr(p->bytes.buf, "<form class=\"search\"");

		if (!str_ends(str_of(p->path), ".html"))
			continue;
		assert_non_null(box);
		assert_null(strstr(box + 1, "<form"));
	}
	assert_shows(f, "days/2026-05-08.html", "action=\"../search.html\"");
	assert_shows(f, "days/2026-05-08.html",
		     "<script src=\"../search.js\" defer");
	fixture_free(f);
}

static void without_a_script_the_page_leads_to_the_topics(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\n---\nLambda\n");
	make_site(f);
	assert_shows(f, "search.html", "needs JavaScript");
	assert_shows(f, "search.html", "<a href=\"topics.html\">topics</a>");
	fixture_free(f);
}

static void what_is_in_a_journal_is_no_script(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\n---\n"
		  "`\"]);alert(1)//` \\ \x01 \xff </script><!--\n");
	make_site(f);
	assert_shows(f, "search/d0.js", "\\\"]);alert(1)//");
	assert_nowhere(f, "</script><!--");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_parts_of_notes_and_topics_are_found),
		cmocka_unit_test(
			a_text_of_the_same_words_makes_another_version),
		cmocka_unit_test(what_is_private_is_no_token),
		cmocka_unit_test(every_page_has_the_box_once),
		cmocka_unit_test(without_a_script_the_page_leads_to_the_topics),
		cmocka_unit_test(what_is_in_a_journal_is_no_script),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
