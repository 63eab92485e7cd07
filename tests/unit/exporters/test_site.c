/* SPDX-License-Identifier: MIT */
/* The site: what its pages show, that they are safe, and that they link. */
#include "core/text/json.h"
#include "tests/unit/exporters/site_fixture.h"

#define HOSTILE "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"

/* --- reading pages --- */

static bool is_void(struct str tag)
{
	static const char *const tags[] = { "meta", "link", "br", "hr", "img",
					    "input" };

	for (size_t i = 0; i < ARRAY_SIZE(tags); i++)
		if (str_is(tag, tags[i]))
			return true;
	return false;
}

struct tag {
	struct str name;
	struct str attributes;
	bool is_end;
};

/* The next tag; every '<' must begin one, quoted values hide '>'. */
static bool next_tag(struct str *rest, struct tag *out)
{
	size_t i = str_find(*rest, '<');
	bool quoted = false;
	struct str all;

	if (i == rest->len)
		return false;
	*rest = str_from(*rest, i + 1);
	for (i = 0; i < rest->len && (quoted || rest->s[i] != '>'); i++)
		quoted ^= rest->s[i] == '"';
	assert_true(i < rest->len);
	all = str_upto(*rest, i);
	*rest = str_from(*rest, i + 1);
	out->is_end = str_starts(all, "/");
	if (out->is_end)
		all = str_from(all, 1);
	for (i = 0; i < all.len && all.s[i] != ' '; i++)
		;
	out->name = str_upto(all, i);
	out->attributes = str_from(all, i);
	return true;
}

/* Take ` name="value"` off the front. */
static bool next_attribute(struct str *rest, struct str *name,
			   struct str *value)
{
	*rest = str_trim_left(*rest);
	if (!rest->len)
		return false;
	*name = str_upto(*rest, str_find(*rest, '='));
	*rest = str_from(*rest, name->len);
	assert_true(str_starts(*rest, "=\""));
	*rest = str_from(*rest, 2);
	*value = str_upto(*rest, str_find(*rest, '"'));
	*rest = str_from(*rest, value->len + 1);
	return true;
}

static void check_attribute(struct str tag, struct str name, struct str value)
{
	assert_false(str_starts(name, "on"));
	assert_false(str_is(name, "style"));
	assert_false(str_starts_nocase(value, "javascript:"));
	if (str_is(name, "src"))
		assert_true(str_find_str(value, STR("//")) == value.len);
	if (str_is(name, "href") && str_is(tag, "link"))
		assert_true(str_find_str(value, STR("//")) == value.len);
}

/* The one script and the one form are those of search. */
static bool is_of_search(const struct tag *t)
{
	struct str a = t->attributes;

	return t->is_end || str_find_str(a, STR("search.js\" defer")) < a.len ||
	       str_find_str(a, STR("class=\"search\"")) < a.len;
}

static void check_tag(const struct tag *t)
{
	static const char *const banned[] = { "style", "iframe", "object",
					      "base" };
	struct str rest = t->attributes, name, value;

	for (size_t i = 0; i < ARRAY_SIZE(banned); i++)
		assert_false(str_is(t->name, banned[i]));
	if (str_is(t->name, "script") || str_is(t->name, "form"))
		assert_true(is_of_search(t));
	while (next_attribute(&rest, &name, &value))
		check_attribute(t->name, name, value);
}

/* Balanced, one <h1>, nothing active. */
static void check_page(const char *path, const char *page)
{
	struct str rest = str_of(page), open[64];
	size_t depth = 0, titles = 0;
	struct tag t;

	if (str_starts(rest, "<!DOCTYPE html>\n"))
		rest = str_from(rest, 16);
	while (next_tag(&rest, &t)) {
		check_tag(&t);
		titles += !t.is_end && str_is(t.name, "h1");
		if (t.is_end) {
			assert_true(depth > 0);
			if (!str_eq(open[--depth], t.name))
				fail_msg("'%s' closes %.*s within %.*s", path,
					 (int)t.name.len, t.name.s,
					 (int)open[depth].len, open[depth].s);
		} else if (!is_void(t.name)) {
			assert_true(depth < ARRAY_SIZE(open));
			open[depth++] = t.name;
		}
	}
	assert_int_equal(depth, 0);
	assert_int_equal(titles, 1);
}

static bool is_page(const struct page *p)
{
	return str_ends(str_of(p->path), ".html");
}

static void check_pages(const struct fixture *f)
{
	for (size_t i = 0; i < f->site.count; i++)
		if (is_page(&f->site.pages[i]))
			check_page(f->site.pages[i].path,
				   f->site.pages[i].bytes.buf);
}

/* Every place that can be linked to: "days/x.html" and "days/x.html#learned". */
static void collect_places(const struct fixture *f, struct strset *places)
{
	for (size_t i = 0; i < f->site.count; i++) {
		const struct page *p = &f->site.pages[i];
		struct str rest = strbuf_slice(&p->bytes), at, name, value;
		struct tag t;

		strset_put(places, str_of(p->path), i);
		if (!is_page(p))
			continue;
		rest = str_from(rest, 16);
		while (next_tag(&rest, &t))
			for (at = t.attributes;
			     next_attribute(&at, &name, &value);) {
				AUTO(strbuf) place = STRBUF_INIT;

				if (!str_is(name, "id"))
					continue;
				strbuf_addstr(&place, p->path);
				strbuf_addch(&place, '#');
				strbuf_addslice(&place, value);
				/* An id stands once on a page. */
				assert_true(strset_put(places,
						       strbuf_slice(&place),
						       i));
			}
	}
}

static void add_target(struct strbuf *out, const char *from, struct str href)
{
	strbuf_addslice(out, path_dirname(str_of(from)));
	while (str_starts(href, "../")) {
		assert_true(out->len > 0);
		strbuf_truncate(out, path_dirname(strbuf_slice(out)).len);
		href = str_from(href, 3);
	}
	if (str_starts(href, "#")) {
		strbuf_reset(out);
		strbuf_addstr(out, from);
		strbuf_addslice(out, href);
	} else {
		path_join_slice(out, href);
	}
}

static void check_links(const struct fixture *f)
{
	AUTO(strset) places = STRSET_INIT;

	collect_places(f, &places);
	for (size_t i = 0; i < f->site.count; i++) {
		const struct page *p = &f->site.pages[i];
		struct str rest = strbuf_slice(&p->bytes), at, name, value;
		struct tag t;

		if (!is_page(p))
			continue;
		rest = str_from(rest, 16);
		while (next_tag(&rest, &t))
			for (at = t.attributes;
			     next_attribute(&at, &name, &value);) {
				AUTO(strbuf) target = STRBUF_INIT;

				if (!str_is(name, "href") ||
				    str_find(value, ':') < value.len)
					continue;
				add_target(&target, p->path, value);
				if (!strset_has(&places, strbuf_slice(&target)))
					fail_msg("'%s' links to '%s'", p->path,
						 target.buf);
			}
	}
}

/* --- journals --- */

static struct fixture *small_journal(void)
{
	struct fixture *f = fixture_new();

	add_entry(f, "2026-05-07",
		  "---\ndate: 2026-05-07\nday: 0\nminutes: 45\ntags: [aws]\n"
		  "---\n**Today's Progress**: Read of DynamoDB & keys\n\n"
		  "**What I learned**:\n- a sort key is `optional` in DynamoDB\n"
		  "- see [the note](../../notes/dva.md) and "
		  "[nothing](../../secret.txt)\n\n**Link to work**:\n");
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\nday: 1\n---\n"
		  "Lambda again, [docs](https://example.org/l?a=1&b=2).\n");
	add_entry(f, "2026-05-08-2", "---\ndate: 2026-05-08\n---\n"
		  "And more of Lambda.\n");
	add_note(f, "dva", "# Exam notes\n\n## Compute\n\nLambda scales.\n\n"
		 "## Storage\n\nDynamoDB has tables.\n\n### Keys\n\n"
		 "DynamoDB has keys.\n");
	make_site(f);
	return f;
}

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

static void a_note_has_a_table_of_contents(void **state)
{
	struct fixture *f = small_journal();

	(void)state;
	assert_shows(f, "notes/dva.html", "<a href=\"#storage\">Storage</a>");
	assert_shows(f, "notes/dva.html", "<h2 id=\"storage\">Storage</h2>");
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
		cmocka_unit_test(each_entry_of_a_day_has_its_page),
		cmocka_unit_test(a_section_stands_under_the_words_of_its_label),
		cmocka_unit_test(a_link_in_double_brackets_leads_to_its_page),
		cmocka_unit_test(
			a_link_to_a_note_leads_to_its_page_and_others_nowhere),
		cmocka_unit_test(
			a_topic_quotes_its_passages_with_the_way_to_them),
		cmocka_unit_test(a_note_has_a_table_of_contents),
		cmocka_unit_test(
			a_note_names_the_topic_it_speaks_of_most_first),
		cmocka_unit_test(no_level_of_headings_is_skipped),
		cmocka_unit_test(
			headings_of_a_day_follow_what_they_stand_under),
		cmocka_unit_test(
			the_heat_map_is_a_table_with_a_link_for_each_day),
		cmocka_unit_test(home_shows_where_the_learner_stands),
		cmocka_unit_test(an_empty_journal_makes_a_whole_site),
		cmocka_unit_test(a_page_is_safe_whatever_the_entry_says),
		cmocka_unit_test(the_same_journal_gives_the_same_bytes),
		cmocka_unit_test(the_feed_keeps_its_ids_when_the_site_moves),
		cmocka_unit_test(
			the_feed_holds_whole_entries_as_escaped_html),
		cmocka_unit_test(a_busy_topic_has_a_page_for_each_year),
		cmocka_unit_test(a_log_that_rests_is_shown_up_to_its_last_day),
		cmocka_unit_test(passages_of_a_long_note_are_not_lost),
		cmocka_unit_test(names_of_files_are_plain_and_unique),
		cmocka_unit_test(a_file_that_cannot_be_written_ends_the_export),
		cmocka_unit_test(home_and_a_day_are_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
