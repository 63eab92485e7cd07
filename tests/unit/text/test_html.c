/* SPDX-License-Identifier: MIT */
/* HTML is escaped and balanced, whatever it is made of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/text/html.h"

static void text_and_attributes_are_escaped(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct html h = { .out = &out };

	html_begin(&h, "p", "title", "a\"<b>'&", "class", NULL, NULL);
	html_text(&h, "1 < 2 && \"x\" 'y'");
	html_void(&h, "br", NULL);
	html_textf(&h, "%d%%<", 5);
	html_end(&h);
	html_element(&h, "b", "x>", "id", "y", NULL);
	assert_string_equal(
		out.buf,
		"<p title=\"a&quot;&lt;b&gt;&#39;&amp;\">1 &lt; 2 &amp;&amp; "
		"&quot;x&quot; &#39;y&#39;<br>5%&lt;</p><b id=\"y\">x&gt;</b>");
}

static void only_harmless_links_are_written(void **state UNUSED)
{
	static const struct {
		const char *url, *expected;
	} cases[] = {
		{ "http://a.example/?q=1&r=2#x",
		  "<a href=\"http://a.example/?q=1&amp;r=2#x\">" },
		{ "HTTPS://a.example", "<a href=\"HTTPS://a.example\">" },
		{ "mailto:a@b.example", "<a href=\"mailto:a@b.example\">" },
		{ "../topic/sqs.html", "<a href=\"../topic/sqs.html\">" },
		{ "a b[1].html", "<a href=\"a%20b%5B1%5D.html\">" },
		{ "http://[::1]/[x]", "<a href=\"http://[::1]/%5Bx%5D\">" },
		{ "50%", "<a href=\"50%25\">" },
		{ "/a#b#c", "<a href=\"/a#b%23c\">" },
		{ "caf\xc3\xa9", "<a href=\"caf\xc3\xa9\">" },
		{ "caf\xe9", "<a href=\"caf%E9\">" },
		{ "./a:b", "<a href=\"./a:b\">" },
		{ "http://localhost::80/", "<a>" },
		{ "http://a.example:8x/", "<a>" },
		{ "http://me@a.example:8080/b:c",
		  "<a href=\"http://me@a.example:8080/b:c\">" },
		{ "http://[::1]:80/", "<a href=\"http://[::1]:80/\">" },
		{ "javascript:alert(1)", "<a>" },
		{ " JaVaScRiPt:alert(1)", "<a>" },
		{ "java\nscript:alert(1)", "<a>" },
		{ "\x01javascript:alert(1)", "<a>" },
		{ "data:text/html,x", "<a>" },
		{ "vbscript:x", "<a>" },
		{ "file:///etc/passwd", "<a>" },
		{ "blob:x", "<a>" },
		{ "caf\xc3\xa9:x", "<a>" },
		{ NULL, "<a>" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		struct html h = { .out = &out };

		html_begin(&h, "a", "href", cases[i].url, NULL);
		assert_string_equal(out.buf, cases[i].expected);
	}
}

static void no_forbidden_character_is_written(void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct html h = { .out = &out };

	html_slice(&h, (struct str){ "a\0b\x1b\x7f\r\n\xff\x9b\xef\xbf\xbf", 12 });
	assert_string_equal(out.buf, "a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbd"
				     "\n\xc3\xbf\xef\xbf\xbd\xef\xbf\xbd");
}

static void elements_that_nest_too_deeply_are_left_out_in_pairs(
	void **state UNUSED)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct html h = { .out = &out };
	size_t opened = 0, closed = 0;

	for (int i = 0; i < 100; i++)
		html_begin(&h, "i", NULL);
	html_text(&h, "deep");
	for (int i = 0; i < 120; i++)
		html_end(&h);
	for (const char *p = out.buf; (p = strstr(p, "<i>")); p++)
		opened++;
	for (const char *p = out.buf; (p = strstr(p, "</i>")); p++)
		closed++;
	assert_int_equal(opened, 64);
	assert_int_equal(closed, opened);
	assert_non_null(strstr(out.buf, "deep"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_and_attributes_are_escaped),
		cmocka_unit_test(only_harmless_links_are_written),
		cmocka_unit_test(no_forbidden_character_is_written),
		cmocka_unit_test(
			elements_that_nest_too_deeply_are_left_out_in_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
