/* SPDX-License-Identifier: MIT */
/* What programs read of a site, what is copied into it, and the user's look. */
#include "core/base/file.h"
#include "core/model/card.h"
#include "exporters/site/files.h"
#include "tests/unit/exporters/site_fixture.h"

#define GOLDEN HECTO_SOURCE_DIR "/tests/golden/site"
#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x40\0\0\0\xc8\x08\2\0\0\0abcd" \
	"\0\0\0\0IEND\xae\x42\x60\x82"

#define TEXT(literal) { "" literal, sizeof(literal) - 1 }
#define NONE { NULL, 0 }

/* --- a host in memory --- */

struct given {
	const char *name;
	struct str bytes;	/* .s NULL: it is there, and cannot be read */
};

struct memory_host {
	struct export_host host;
	const struct given *files;
	struct strbuf asked, warned;	/* a line for each */
	struct card card;
	bool cannot_paint;
};

static int give(void *arg, const char *name, size_t limit, struct strbuf *out,
		struct error *err)
{
	struct memory_host *h = arg;

	strbuf_addf(&h->asked, "%s\n", name);
	for (const struct given *f = h->files; f && f->name; f++) {
		if (strcmp(f->name, name))
			continue;
		if (!f->bytes.s || f->bytes.len > limit)
			return error_set(err, ERROR_INPUT, "it is too large");
		strbuf_addslice(out, f->bytes);
		return 0;
	}
	return error_set(err, ERROR_NOT_FOUND, "it is not there");
}

static int keep_card(void *arg, const struct card *card, struct strbuf *out,
		     struct error *err)
{
	struct memory_host *h = arg;

	if (h->cannot_paint)
		return error_set(err, ERROR_NOT_FOUND, "there are no fonts");
	h->card = *card;
	strbuf_addstr(out, "a picture");
	return 0;
}

static void keep_warning(void *arg, const char *what)
{
	struct memory_host *h = arg;

	strbuf_addf(&h->warned, "%s\n", what);
}

static int run(struct fixture *f, struct memory_host *h,
	       const struct given *files, struct error *err)
{
	const struct export_options options = { .host = &h->host };

	*h = (struct memory_host){
		.host = { give, give, keep_card, keep_warning, h },
		.files = files,
		.asked = STRBUF_INIT,
		.warned = STRBUF_INIT,
		.cannot_paint = h->cannot_paint,
	};
	/* Topics are settled by the first one. */
	make_site(f);
	site_forget(&f->site);
	return exporter_by_name("site")->run(&f->s, &options, &f->site.out,
					     err);
}

static void memory_host_release(struct memory_host *h)
{
	strbuf_release(&h->asked);
	strbuf_release(&h->warned);
}

static void publish(struct fixture *f, struct memory_host *h,
		    const struct given *files)
{
	struct error err = ERROR_INIT;

	if (run(f, h, files, &err))
		fail_msg("%s", err.text);
}

static void is_refused(struct fixture *f, const struct given *files,
		       const char *complaint)
{
	struct memory_host h = { .cannot_paint = false };
	struct error err = ERROR_INIT;

	if (!run(f, &h, files, &err))
		fail_msg("it was taken: %s", complaint);
	if (!strstr(err.text, complaint))
		fail_msg("%s", err.text);
	memory_host_release(&h);
}

/* --- golden files --- */

static void check_golden(const struct fixture *f, const char *name)
{
	const char *mode = getenv("HECTO_GOLDEN"), *now = page_of(f, name);
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) expected = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_addf(&path, GOLDEN "/%s", name);
	if (mode && !strcmp(mode, "update")) {
		FILE *file = fopen(path.buf, "w");

		assert_non_null(file);
		fputs(now, file);
		assert_int_equal(fclose(file), 0);
		return;
	}
	if (file_read(&expected, path.buf, 1 << 20, &err))
		fail_msg("%s", err.text);
	if (strcmp(expected.buf, now))
		fail_msg("%s is now:\n%s", name, now);
}

static struct fixture *journal(void)
{
	struct fixture *f = fixture_new();

	f->settings.title = "Ada & the cloud";
	f->settings.author = "Ada";
	add_entry(f, "2026-05-07", "---\ndate: 2026-05-07\ntags: [aws, \"<b>\"]\n"
		  "written: 2026-05-09T08:00:00+02:00\n---\n"
		  "**Progress**: Read of [keys](../../notes/dva.md#keys) & "
		  "more.\n\n**Learned**: DynamoDB has `keys`.\n");
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\n---\n");
	add_entry(f, "idea", "Without a day.\n");
	add_note(f, "dva", "---\ndate: 2026-04-01\n---\n# Exam notes\n\n"
		 "## Keys\n\nLambda\n");
	return f;
}

static void what_programs_read_is_as_it_was(void **state)
{
	struct fixture *f = journal();

	(void)state;
	f->settings.publish_url = "https://ada.example.org/log";
	make_site(f);
	check_golden(f, "feed.xml");
	check_golden(f, "feed.json");
	check_golden(f, "sitemap.xml");
	check_golden(f, "robots.txt");
	fixture_free(f);
}

static void without_an_address_nothing_claims_to_have_one(void **state)
{
	struct fixture *f = journal();

	(void)state;
	make_site(f);
	assert_hides(f, "feed.json", "\"url\"");
	assert_hides(f, "feed.json", "feed_url");
	assert_hides(f, "robots.txt", "Sitemap");
	assert_hides(f, "index.html", "property=");
	assert_null(find_page(f, "sitemap.xml"));
	assert_non_null(find_page(f, ".nojekyll"));
	fixture_free(f);
}

static void a_feed_keeps_the_id_it_was_given(void **state)
{
	struct fixture *f = journal();

	(void)state;
	f->settings.publish_id = "tag:ada.example.org,2020:log";
	f->settings.title = "Another title";
	make_site(f);
	assert_shows(f, "feed.xml", "<id>tag:ada.example.org,2020:log</id>");
	assert_shows(f, "feed.json",
		     "\"tag:ada.example.org,2020:log/2026-05-07\"");
	fixture_free(f);
}

static struct fixture *with_body(const char *body)
{
	struct fixture *f = fixture_new();

	add_entry(f, "2026-05-07",
		  arena_printf(&f->mem, "---\ndate: 2026-05-07\n---\n%s", body));
	return f;
}

#define DAY "days/2026-05-07.html"

#define OUTSIDE " rel=&quot;external nofollow noopener noreferrer&quot;"

static void a_feed_tells_own_links_from_those_to_others(void **state)
{
	static const struct given files[] = {
		{ "log/2026/shelf.png", TEXT(PNG) },
		{ NULL, NONE },
	};
	struct memory_host h = { .cannot_paint = true };
	struct fixture *f = with_body(
		"[[sqs#Keys]] ![s](shelf.png) [x](https://x.example.net/)\n"
		"[own](https://ada.example.org/log/about.html)\n");

	(void)state;
	add_note(f, "sqs", "# Queues\n\n## Keys\n\nOne.\n");
	f->settings.publish_url = "https://ada.example.org/log";
	publish(f, &h, files);
	assert_shows(f, "feed.xml", "&lt;a href=&quot;"
		     "https://ada.example.org/log/notes/sqs.html#keys&quot;&gt;");
	assert_shows(f, "feed.xml", "src=&quot;"
		     "https://ada.example.org/log/files/shelf-");
	assert_shows(f, "feed.xml",
		     "https://x.example.net/&quot;" OUTSIDE "&gt;");
	assert_shows(f, "feed.json",
		     "https://ada.example.org/log/notes/sqs.html#keys\\\">");
	assert_hides(f, "feed.xml", "href=&quot;notes/");
	assert_shows(f, DAY, "<a href=\"https://ada.example.org/log/about.html\">"
		     "own</a>");
	memory_host_release(&h);
	fixture_free(f);
}

static void who_wants_no_visitors_says_so_on_each_page(void **state)
{
	struct fixture *f = journal();

	(void)state;
	f->settings.publish_url = "https://ada.example.org/log";
	make_site(f);
	assert_hides(f, "index.html", "noindex");
	assert_shows(f, "404.html", "<meta name=\"robots\" content=\"noindex\">");
	assert_shows(f, "404.html", "href=\"/log/style");
	assert_hides(f, "404.html", "canonical");
	f->settings.publish_noindex = true;
	make_site(f);
	for (size_t i = 0; i < f->site.count; i++)
		if (str_ends(str_of(f->site.pages[i].path), ".html"))
			assert_shows(f, f->site.pages[i].path,
				     "<meta name=\"robots\" content=\"noindex\">");
	assert_null(find_page(f, "sitemap.xml"));
	assert_hides(f, "robots.txt", "Sitemap");
	fixture_free(f);
}

static void an_exam_makes_a_calendar_that_pages_name(void **state)
{
	struct exam exam = { .name = "DVA" };
	struct fixture *f = journal();

	(void)state;
	make_site(f);
	assert_null(find_page(f, "calendar.ics"));
	assert_hides(f, "index.html", "calendar.ics");
	exam.day = f->s.today + 3;
	exam.start = DAY_NONE;
	f->settings.exams = &exam;
	f->settings.nexams = 1;
	make_site(f);
	assert_shows(f, "calendar.ics", "SUMMARY:Exam: DVA\r\n");
	assert_shows(f, "calendar.ics", "DTSTAMP:20260509T000000Z");
	assert_shows(f, "days/2026-05-07.html", "href=\"../calendar.ics\"");
	fixture_free(f);
}

/* --- the card --- */

static void the_card_says_what_the_home_page_says(void **state)
{
	struct memory_host h = { .cannot_paint = false };
	struct fixture *f = journal();

	(void)state;
	f->settings.publish_url = "https://ada.example.org/log/";
	publish(f, &h, NULL);
	assert_shows(f, "card.png", "a picture");
	assert_string_equal(h.card.title, "Ada & the cloud");
	assert_string_equal(h.card.facts[0].number, "2");
	assert_string_equal(h.card.facts[0].label, "days in a row");
	assert_string_equal(h.card.facts[1].label, "of 100 days");
	assert_string_equal(h.card.facts[2].number, "");
	/* Saturday 9 May: the week ends a day later. */
	assert_int_equal(h.card.squares[CARD_WEEKS - 1][3], 1);
	assert_int_equal(h.card.squares[CARD_WEEKS - 1][5], 0);
	assert_int_equal(h.card.squares[CARD_WEEKS - 1][6], CARD_SQUARE_OFF);
	assert_shows(f, "days/2026-05-07.html", "property=\"og:image\" content="
		     "\"https://ada.example.org/log/card.png\"");
	assert_shows(f, "days/2026-05-07.html",
		     "\"article:published_time\" content=\"2026-05-07\"");
	memory_host_release(&h);
	fixture_free(f);
}

static void without_a_picture_the_rest_of_the_site_is_there(void **state)
{
	struct memory_host h = { .cannot_paint = true };
	struct fixture *f = journal();

	(void)state;
	f->settings.publish_url = "https://ada.example.org/log/";
	publish(f, &h, NULL);
	assert_null(find_page(f, "card.png"));
	assert_hides(f, "index.html", "og:image");
	assert_shows(f, "index.html", "og:title");
	memory_host_release(&h);
	fixture_free(f);
}

/* --- files --- */

static void a_local_image_is_copied_with_its_size(void **state)
{
	static const struct given files[] = {
		{ "log/2026/my picture.PNG", TEXT(PNG) },
		{ "notes/paper.pdf", TEXT("%PDF-1.7\n") },
		{ NULL, NONE },
	};
	struct memory_host h = { .cannot_paint = false };
	struct fixture *f = with_body(
		"![[my picture.PNG|Shelf]] ![a \"b\"](my%20picture.PNG) ![again](<./my picture.PNG>)\n"
		"[paper](/notes/paper.pdf) [gone](gone.pdf)\n");

	(void)state;
	publish(f, &h, files);
	assert_shows(f, DAY, "<img src=\"../files/my-picture-");
	assert_shows(f, DAY, ".png\" alt=\"a &quot;b&quot;\" width=\"320\" height=\"200\" "
			     "loading=\"lazy\">");
	assert_shows(f, DAY, ".png\" alt=\"Shelf\" width=\"320\"");
	assert_shows(f, DAY, "<a href=\"../files/paper-");
	assert_hides(f, DAY, "gone.pdf");
	assert_shows(f, "feed.xml", "src=&quot;files/my-picture-");
	assert_string_equal(h.warned.buf, "");
	memory_host_release(&h);
	fixture_free(f);
}

static void what_is_no_image_stays_out(void **state)
{
	static const struct given files[] = {
		{ "log/2026/page.png", TEXT("<script>alert(1)</script>") },
		{ "log/2026/huge.png", NONE },
		{ NULL, NONE },
	};
	struct memory_host h = { .cannot_paint = false };
	struct fixture *f = with_body(
		"![one](page.png) ![two](huge.png) ![three](x.svg)\n"
		"![four](../../.git/a.png) ![five](../../../a.png)\n"
		"![six](data:image/png;base64,aa) `![seven](code.png)`\n"
		"[eight](.hidden/b.pdf) <img src=\"raw.png\">\n");

	(void)state;
	publish(f, &h, files);
	assert_shows(f, DAY, "one two three\nfour five\nsix <code>");
	assert_hides(f, DAY, "<img");
	assert_non_null(strstr(h.warned.buf, "'log/2026/page.png' stays out of "
			       "the site: it is no PNG"));
	assert_non_null(strstr(h.warned.buf, "'log/2026/huge.png' stays out of "
			       "the site: it is too large"));
	assert_null(strstr(h.asked.buf, "code.png"));
	assert_non_null(strstr(h.asked.buf, "raw.png"));
	assert_null(strstr(h.asked.buf, ".git/"));
	assert_null(strstr(h.asked.buf, ".hidden"));
	for (size_t i = 0; i < f->site.count; i++)
		assert_false(str_starts(str_of(f->site.pages[i].path),
					"files/"));
	memory_host_release(&h);
	fixture_free(f);
}

static void an_image_that_is_not_there_is_told_once(void **state)
{
	struct memory_host h = { .cannot_paint = false };
	struct fixture *f = with_body(
		"Read.\n\n![one](shelf.png) and ![again](shelf.png)\n\n"
		"![two](../../../a.png) ![[three.bmp|300]] ![[sqs]]\n\n"
		"**Thoughts**: ![a](secret.png)\n");

	(void)state;
	add_note(f, "sqs", "# Queues\n\n![shelf](../log/2026/shelf.png)\n\n"
		 "![[lost.webp]]\n");
	publish(f, &h, NULL);
	assert_string_equal(h.warned.buf,
		"log/2026/2026-05-07.md:6: the image 'shelf.png' is not shown: "
		"there is no such file\n"
		"log/2026/2026-05-07.md:8: the image '../../../a.png' is not "
		"shown: it is not in the journal\n"
		"log/2026/2026-05-07.md:8: the image 'three.bmp' is not shown: "
		"it is of a kind that is not copied\n"
		"notes/sqs.md:5: the image 'lost.webp' is not shown: "
		"there is no such file\n");
	memory_host_release(&h);
	fixture_free(f);
}

static void of_a_drawing_it_is_told_what_to_do(void **state)
{
	struct memory_host h = { .cannot_paint = false };
	struct fixture *f = with_body("![one](queue.SVG)\n");

	(void)state;
	publish(f, &h, NULL);
	assert_string_equal(h.warned.buf,
		"log/2026/2026-05-07.md:4: the image 'queue.SVG' is not shown: "
		"an SVG may run scripts, so none is copied; make a PNG of it\n");
	memory_host_release(&h);
	fixture_free(f);
}

static void nothing_private_is_asked_for(void **state)
{
	struct memory_host h = { .cannot_paint = false };
	struct fixture *f = with_body(
		"Public.\n\n**Thoughts**: ![a](secret.png) "
		"![b](https://x.example/secret.png)\n");

	(void)state;
	add_entry(f, "2026-05-08", "---\ndate: 2026-05-08\nprivate: true\n---\n"
		  "![c](secret2.png)\n");
	f->settings.private_sections[SECTION_THOUGHTS] = true;
	f->settings.publish_images = IMAGES_COPY;
	publish(f, &h, NULL);
	assert_null(strstr(h.asked.buf, "secret"));
	memory_host_release(&h);
	fixture_free(f);
}

static void an_image_of_elsewhere_is_what_the_setting_says(void **state)
{
	static const struct given files[] = {
		{ "https://x.example/a.png?w=3", TEXT(PNG) },
		{ "https://x.example/b.png", TEXT("<html>") },
		{ NULL, NONE },
	};
	struct memory_host h = { .cannot_paint = false };
	struct fixture *f = with_body("![a](https://x.example/a.png?w=3) "
				      "![b](//x.example/b.png)\n");

	(void)state;
	publish(f, &h, files);
	assert_shows(f, DAY, "<a href=\"https://x.example/a.png?w=3\" "
			     "rel=\"external nofollow noopener noreferrer\">a</a>");
	assert_null(strstr(h.asked.buf, "x.example"));
	memory_host_release(&h);
	f->settings.publish_images = IMAGES_COPY;
	publish(f, &h, files);
	assert_shows(f, DAY, "<img src=\"../files/a-");
	assert_shows(f, DAY, "<a href=\"https://x.example/b.png\"");
	assert_non_null(strstr(h.warned.buf, "b.png' stays out of the site"));
	memory_host_release(&h);
	f->settings.publish_images = IMAGES_DROP;
	publish(f, &h, files);
	assert_shows(f, DAY, "<p>a b</p>");
	memory_host_release(&h);
	fixture_free(f);
}

static void how_many_images_are_too_many_is_told_once(void **state)
{
	struct memory_host h = { .cannot_paint = false };
	AUTO(strbuf) body = STRBUF_INIT;
	struct fixture *f;

	(void)state;
	/* Each twice, which does not count. */
	for (size_t i = 0; i < 2 * (SITE_FETCHES_MAX + 7); i++)
		strbuf_addf(&body, "![a](https://x.example/%zu.png)\n",
			    i % (SITE_FETCHES_MAX + 7));
	f = with_body(body.buf);
	f->settings.publish_images = IMAGES_COPY;
	publish(f, &h, NULL);
	assert_non_null(strstr(h.warned.buf, "\n7 images of other sites stay "
			       "links: a site has copies of at most 1000\n"));
	assert_null(strstr(h.asked.buf, "/1000.png"));
	memory_host_release(&h);
	fixture_free(f);
}

static void a_copy_that_cannot_be_written_ends_the_export(void **state)
{
	static const struct given files[] = {
		{ "log/2026/a.png", TEXT(PNG) },
		{ NULL, NONE },
	};
	struct memory_host h = { .host = { give, give, NULL, NULL, &h },
				 .files = files, .asked = STRBUF_INIT };
	const struct export_options options = { .host = &h.host };
	struct fixture *f = with_body("![a](a.png)");
	struct error err = ERROR_INIT;

	(void)state;
	make_site(f);
	site_forget(&f->site);
	f->site.fail_after = 0;
	assert_int_equal(exporter_by_name("site")->run(
		&f->s, &options, &f->site.out, &err), -1);
	assert_string_equal(err.text, "the disk is full");
	strbuf_release(&h.asked);
	fixture_free(f);
}

/* --- a look of one's own --- */

static void what_the_user_adds_is_on_each_page(void **state)
{
	static const struct given files[] = {
		{ ".hecto/site/style.css", TEXT(":root{--ink:red}") },
		{ ".hecto/site/head.html",
		  TEXT("<link rel=\"me\" href=\"https://a.example/@ada\">") },
		{ ".hecto/site/header.html",
		  TEXT("<p>{{title}} <a href=\"{{root}}notes.html\">N</a></p>") },
		{ ".hecto/site/footer.html", TEXT("<p>{{page}}, {{today}}</p>") },
		{ ".hecto/site/icon.png", TEXT(PNG) },
		{ NULL, NONE },
	};
	struct memory_host h = { .cannot_paint = false };
	struct fixture *f = journal();

	(void)state;
	publish(f, &h, files);
	assert_shows(f, "own.css", ":root{--ink:red}");
	assert_null(find_page(f, "icon.svg"));
	assert_non_null(find_page(f, "icon.png"));
	for (size_t i = 0; i < f->site.count; i++) {
		const char *path = f->site.pages[i].path;

		if (!str_ends(str_of(path), ".html"))
			continue;
		assert_shows(f, path, "style.css\"><link rel=\"stylesheet\" ");
		assert_shows(f, path, "icon.png");
		assert_shows(f, path, "@ada\"></head>");
		assert_shows(f, path, "<p>Ada &amp; the cloud <a href=");
		assert_shows(f, path, ", 2026-05-09</p></div></footer>");
	}
	assert_shows(f, DAY, "<a href=\"../notes.html\">N</a>");
	assert_shows(f, "notes/dva.html", "<p>Exam notes, 2026-05-09</p>");
	memory_host_release(&h);
	fixture_free(f);
}

static void a_look_that_would_break_pages_is_refused(void **state)
{
	static const struct given script[] = {
		{ ".hecto/site/footer.html",
		  TEXT("<p>a</p>\n</body><script>x</script>") },
		{ NULL, NONE },
	};
	static const struct given unknown[] = {
		{ ".hecto/site/header.html", TEXT("{{titel}}") },
		{ NULL, NONE },
	};
	static const struct given icon[] = {
		{ ".hecto/site/icon.png", TEXT("<svg/>") },
		{ NULL, NONE },
	};
	struct fixture *f = journal();

	(void)state;
	is_refused(f, script, "'.hecto/site/footer.html': line 2");
	is_refused(f, unknown, "line 1: there is no '{{titel}}'");
	is_refused(f, icon, "is no PNG");
	f->settings.publish_style = "look/mine.css";
	is_refused(f, NULL, "there is no 'look/mine.css'");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_programs_read_is_as_it_was),
		cmocka_unit_test(without_an_address_nothing_claims_to_have_one),
		cmocka_unit_test(a_feed_keeps_the_id_it_was_given),
		cmocka_unit_test(a_feed_tells_own_links_from_those_to_others),
		cmocka_unit_test(who_wants_no_visitors_says_so_on_each_page),
		cmocka_unit_test(an_exam_makes_a_calendar_that_pages_name),
		cmocka_unit_test(the_card_says_what_the_home_page_says),
		cmocka_unit_test(
			without_a_picture_the_rest_of_the_site_is_there),
		cmocka_unit_test(a_local_image_is_copied_with_its_size),
		cmocka_unit_test(what_is_no_image_stays_out),
		cmocka_unit_test(an_image_that_is_not_there_is_told_once),
		cmocka_unit_test(of_a_drawing_it_is_told_what_to_do),
		cmocka_unit_test(nothing_private_is_asked_for),
		cmocka_unit_test(
			an_image_of_elsewhere_is_what_the_setting_says),
		cmocka_unit_test(how_many_images_are_too_many_is_told_once),
		cmocka_unit_test(a_copy_that_cannot_be_written_ends_the_export),
		cmocka_unit_test(what_the_user_adds_is_on_each_page),
		cmocka_unit_test(a_look_that_would_break_pages_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
