/* SPDX-License-Identifier: MIT */
/* HTML of the user's own: what may stand in a page, and what is filled in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/text/include.h"

static const struct include_value values[] = {
	{ "title", "Tea & <b>\"cake\"</b>", NULL, false },
	{ "url", "https://example.org/?a=1&b=2", NULL, true },
	{ "author", NULL, "journal.author is not set", false },
	{ NULL, NULL, NULL, false },
};

static int parse(struct include *out, const char *text,
		 enum include_place place, struct arena *mem,
		 struct error *err)
{
	return include_parse(out, str_of(text), place, values, mem, err);
}

static void becomes(const char *text, const char *expected)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct include include;
	struct html h = { .out = &out };

	if (parse(&include, text, INCLUDE_BODY, &mem, &err))
		fail_msg("%s: %s", text, err.text);
	include_write(&h, &include, values);
	assert_string_equal(out.buf, expected);
}

static void is_refused(const char *text, enum include_place place,
		       const char *complaint)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct include include;

	if (!parse(&include, text, place, &mem, &err))
		fail_msg("%s was taken", text);
	assert_int_equal(err.kind, ERROR_INPUT);
	if (!strstr(err.text, complaint))
		fail_msg("%s: %s", text, err.text);
}

static void what_breaks_no_page_stays_as_it_is(void **state)
{
	static const char *const same[] = {
		"", "plain &amp; simple\n",
		"<p class=\"a\">one<br>two</p><!-- {{no}} <script> -->",
		"<a href='https://example.com/' rel=\"me\">Me</a>",
		"<a href=\"mailto:a@example.org\">mail</a> <img src=\"a b.png\" alt=''>",
		"<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><g><rect/></g></svg>",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(same); i++)
		becomes(same[i], same[i]);
}

static void a_value_is_escaped_for_where_it_stands(void **state)
{
	(void)state;
	becomes("<p>{{title}}</p>",
		"<p>Tea &amp; &lt;b&gt;&quot;cake&quot;&lt;/b&gt;</p>");
	becomes("<p title='{{ title }}'>x</p>",
		"<p title='Tea &amp; &lt;b&gt;&quot;cake&quot;&lt;/b&gt;'>x</p>");
	becomes("<a href=\"{{url}}\">x</a>",
		"<a href=\"https://example.org/?a=1&amp;b=2\">x</a>");
	becomes("<a href=\"/s?q={{title}}&u={{url}}\">x</a>",
		"<a href=\"/s?q=Tea%20%26%20%3Cb%3E%22cake%22%3C%2Fb%3E&u="
		"https%3A%2F%2Fexample.org%2F%3Fa%3D1%26b%3D2\">x</a>");
}

static void what_would_break_a_page_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *text, *complaint;
	} bad[] = {
		{ "a\n\n</body><script>x</script>", "line 3" },
		{ "<script>alert(1)</script>", "policy" },
		{ "<STYLE>*{}</STYLE>", "policy" },
		{ "<p onclick=\"x\">a</p>", "'onclick'" },
		{ "<p style=\"x\">a</p>", "'style'" },
		{ "<iframe src=\"https://x.example/\"></iframe>", "policy" },
		{ "<img src=\"https://x.example/t.gif\">", "elsewhere" },
		{ "<img src=\"//x.example/t.gif\">", "elsewhere" },
		{ "<img src=\"/\\x.example/t.gif\">", "elsewhere" },
		{ "<img src=\"\\\\x.example/t.gif\">", "elsewhere" },
		{ "<img SRC=\"https://x.example/t.gif\">", "elsewhere" },
		{ "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
		  "no address" },
		{ "<a href=\"x\" ping=\"https://x.example/\">x</a>", "'ping'" },
		{ "<table background=\"//x.example/\">", "'background'" },
		{ "<a href=\"javascript:alert(1)\">x</a>", "no address" },
		{ "<a href=\"java&#115;cript:alert(1)\">x</a>", "no address" },
		{ "<img src=\" https://x.example/t.gif\">", "elsewhere" },
		{ "<img src=\"/&#47;x.example/t.gif\">", "no address" },
		{ "<p>\n<b>x</p>", "line 2: </p> stands where </b>" },
		{ "<p>\n<b>x</b>", "line 1: <p> is not closed" },
		{ "</p>", "closes what was not opened" },
		{ "<p class=a>x</p>", "quotes" },
		{ "<p class=\"a>x</p>", "not closed" },
		{ "<p", "not closed" },
		{ "a < b", "&lt;" },
		{ "<!-- x", "comment" },
		{ "<!--><script>x</script>-->", "comment" },
		{ "<!-- x --!><script>x</script>-->", "comment" },
		{ "<!DOCTYPE html>", "&lt;" },
		{ "\n{{nobody}}", "line 2: there is no '{{nobody}}'" },
		{ "{{title", "'}}'" },
		{ "<p title=\"{{title\">x</p>}}", "" },
		{ "<p {{title}}>x</p>", "HTML" },
		{ "{{author}}", "journal.author is not set" },
		{ "<plaintext>", "list" },
		{ "\xff", "UTF-8" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		is_refused(bad[i].text, INCLUDE_BODY, bad[i].complaint);
}

static void a_head_takes_links_and_meta_that_load_nothing(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct include include;

	(void)state;
	assert_int_equal(parse(&include,
			       "<link rel=\"me\" href=\"https://a.example/@b\">\n"
			       "<meta name=\"theme-color\" content=\"#fff\">\n"
			       "<link rel=\"stylesheet\" href=\"more.css\">",
			       INCLUDE_HEAD, &mem, &err), 0);
	is_refused("<link rel=\"alternate StyleSheet\" "
		   "href=\"https://a.example/x.css\">", INCLUDE_HEAD,
		   "elsewhere");
	is_refused("<link href=\"//a.example/\" rel=\"preconnect\">",
		   INCLUDE_HEAD, "elsewhere");
	is_refused("<link rel=\"me\tpreconnect\" href=\"//a.example/\">",
		   INCLUDE_HEAD, "elsewhere");
	is_refused("<link rel=\"preconnect\" rel=\"me\" "
		   "href=\"//a.example/\">", INCLUDE_HEAD, "elsewhere");
	is_refused("<link rel=\"pre&#99;onnect\" href=\"//a.example/\">",
		   INCLUDE_HEAD, "no 'rel'");
	is_refused("<link rel=\"preload\" as=\"image\" "
		   "imagesrcset=\"//a.example/x.png\">", INCLUDE_HEAD,
		   "'imagesrcset'");
	is_refused("<meta http-equiv=\"refresh\" content=\"0;url=/\">",
		   INCLUDE_HEAD, "'http-equiv'");
	is_refused("<meta charset=\"latin1\">", INCLUDE_HEAD, "already");
	is_refused("<title>x</title>", INCLUDE_HEAD, "<title>");
	is_refused("<div>x</div>", INCLUDE_HEAD, "<link> and <meta>");
	is_refused("<meta name=\"a\" content=\"b\"></head>", INCLUDE_HEAD,
		   "</head>");
}

static void nesting_has_an_end(void **state)
{
	AUTO(strbuf) deep = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 5000; i++)
		strbuf_addstr(&deep, "<i>");
	is_refused(deep.buf, INCLUDE_BODY, "too deeply");
	strbuf_reset(&deep);
	for (size_t i = 0; i <= INCLUDE_MAX; i++)
		strbuf_addch(&deep, 'x');
	is_refused(deep.buf, INCLUDE_BODY, "64 KiB");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_breaks_no_page_stays_as_it_is),
		cmocka_unit_test(a_value_is_escaped_for_where_it_stands),
		cmocka_unit_test(
			what_would_break_a_page_is_refused_with_its_line),
		cmocka_unit_test(a_head_takes_links_and_meta_that_load_nothing),
		cmocka_unit_test(nesting_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
