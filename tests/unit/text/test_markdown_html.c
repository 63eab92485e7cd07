/* SPDX-License-Identifier: MIT */
/* Raw HTML in Markdown hides no text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/text/markdown.h"

struct expected {
	enum markdown_kind kind;
	unsigned line;
	const char *text;
};

static void check(const char *source, struct markdown_reading how,
		  const struct expected *expected, size_t count)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b =
		markdown_blocks_as(str_of(source), how, &mem);

	assert_int_equal(b.count, count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(b.blocks[i].kind, expected[i].kind);
		assert_int_equal(b.blocks[i].line, expected[i].line);
		if (!str_is(str_trim(b.blocks[i].text), expected[i].text))
			fail_msg("'%.*s' is not '%s'",
				 (int)b.blocks[i].text.len, b.blocks[i].text.s,
				 expected[i].text);
	}
}

#define CHECK(source, how, ...)                                              \
	check(source, (struct markdown_reading){ how },                      \
	      (const struct expected[]){ __VA_ARGS__ },                      \
	      sizeof((const struct expected[]){ __VA_ARGS__ }) /             \
		      sizeof(struct expected))

static void html_that_is_not_closed_hides_nothing(void **state UNUSED)
{
	CHECK("<?php\n$x = 1;\n\n# Later\n\n- item\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "<?php $x = 1;" },
	      { MARKDOWN_HEADING, 4, "Later" }, { MARKDOWN_ITEM, 6, "item" });
	CHECK("a\n\n<!-- one\n\n<script>\n\n<?\n\n<!-- two\n\n<!X\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_PARAGRAPH, 3, "<!-- one" },
	      { MARKDOWN_PARAGRAPH, 5, "<script>" },
	      { MARKDOWN_PARAGRAPH, 7, "<?" },
	      { MARKDOWN_PARAGRAPH, 9, "<!-- two" },
	      { MARKDOWN_PARAGRAPH, 11, "<!X" });
	CHECK("- <script> goes last\n- <!-- begins\n- <?php\n\nb -->\n", 0,
	      { MARKDOWN_ITEM, 1, "<script> goes last" },
	      { MARKDOWN_ITEM, 2, "<!-- begins" },
	      { MARKDOWN_ITEM, 3, "<?php" },
	      { MARKDOWN_PARAGRAPH, 5, "b -->" });
}

static void a_comment_that_is_closed_is_hidden(void **state UNUSED)
{
	CHECK("<!-- a\n\n<?php\n-->\n\nb\n", 0,
	      { MARKDOWN_HTML, 1, "<!-- a\n\n<?php\n-->" },
	      { MARKDOWN_PARAGRAPH, 6, "b" });
	CHECK("<!-- a --> b\n", 0, { MARKDOWN_PARAGRAPH, 1, "b" });
}

static void an_open_comment_hides_where_that_is_wanted(void **state UNUSED)
{
	CHECK("a\n\n<!-- b\n\n# c\n", .open_hides = true,
	      { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_HTML, 3, "<!-- b\n\n# c" });
	CHECK("<?php\n\n# c\n", .open_hides = true,
	      { MARKDOWN_PARAGRAPH, 1, "<?php" },
	      { MARKDOWN_HEADING, 3, "c" });
}

static void blocks_say_what_stands_between_their_tags(void **state UNUSED)
{
	CHECK("<details>\n<summary>Limits &amp; <b>more</b></summary>\n\n- x\n\n"
	      "</details>\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "Limits & more" },
	      { MARKDOWN_ITEM, 4, "x" },
	      { MARKDOWN_HTML, 6, "</details>" });
	CHECK("- <div>one\n  two</div>\n", 0, { MARKDOWN_ITEM, 1, "one two" });
	CHECK("<div><!-- hidden --> seen</div>\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "seen" });
	CHECK("<div hidden>a</div>\n\n<p style='display:none'>b</p>\n", 0,
	      { MARKDOWN_HTML, 1, "<div hidden>a</div>" },
	      { MARKDOWN_HTML, 3, "<p style='display:none'>b</p>" });
	CHECK("<pre>\na <b>b</b>\n\nc\n</pre>\n", 0,
	      { MARKDOWN_CODE, 1, "a b\n\nc" });
	CHECK("<script>\nx < 1\n</script>\n\n<?php\ny\n?>\n", 0,
	      { MARKDOWN_CODE, 1, "<script>\nx < 1\n</script>" },
	      { MARKDOWN_CODE, 5, "<?php\ny\n?>" });
}

static void what_an_attribute_says_or_leads_to_hides_nothing(void **state UNUSED)
{
	CHECK("<div title=\"a hidden layer\">a</div>\n\n"
	      "<p><img src='my hidden.png' alt = 'the hidden one'>b</p>\n\n"
	      "<p><a href=hidden>c</a></p>\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_PARAGRAPH, 3, "b" },
	      { MARKDOWN_PARAGRAPH, 5, "c" });
	CHECK("<div alt=\"a\" hidden>a</div>\n\n"
	      "<div title=a style=\"color: red; display:none\">b</div>\n\n"
	      "<div x='>' @y=\"1\" hidden=until-found>c</div>\n\n"
	      "<div title=\"a b=\" hidden>d</div>\n", 0,
	      { MARKDOWN_HTML, 1, "<div alt=\"a\" hidden>a</div>" },
	      { MARKDOWN_HTML, 3, "<div title=a style=\"color: red; "
				  "display:none\">b</div>" },
	      { MARKDOWN_HTML, 5, "<div x='>' @y=\"1\" "
				  "hidden=until-found>c</div>" },
	      { MARKDOWN_HTML, 7, "<div title=\"a b=\" hidden>d</div>" });
}

static void a_text_that_is_no_markdown_has_no_html(void **state UNUSED)
{
	CHECK("<div>\nList<String> <b>x</b>\n</div>\n\n<script>\n\n# h\n",
	      .plain = true,
	      { MARKDOWN_PARAGRAPH, 1, "<div> List<String> <b>x</b> </div>" },
	      { MARKDOWN_PARAGRAPH, 5, "<script>" },
	      { MARKDOWN_HEADING, 7, "h" });
	CHECK("<!-- a -->\n\n<https://example.org/>\n", .plain = true,
	      { MARKDOWN_HTML, 1, "<!-- a -->" },
	      { MARKDOWN_PARAGRAPH, 3, "https://example.org/" });
}

static void addresses_end_where_a_tag_begins(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b = markdown_blocks_as(
		STR("<loc>https://example.org/a</loc>\n"),
		(struct markdown_reading){ .plain = true }, &mem);

	assert_int_equal(b.nlinks, 1);
	assert_true(str_is(b.links[0].url, "https://example.org/a"));
}

/* Each is found open, and its lines are text, in a few rounds. */
static void much_that_is_open_takes_no_longer(void **state UNUSED)
{
	static const char *const lines[] = { "- <pre\n", "<?php\n\n",
					     "> <!-- a\n\n", "<script>\n\n" };
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b;

	for (int i = 0; i < 8000; i++)
		strbuf_addstr(&text, lines[i % 4 == 1 && i > 4000 ? 0 : i % 4]);
	b = markdown_blocks(strbuf_slice(&text), &mem);
	assert_true(b.count > 2000);
}

static void a_page_shows_the_text_and_none_of_the_tags(void **state UNUSED)
{
	AUTO(strbuf) page = STRBUF_INIT;

	markdown_render(STR("<div onclick=x>\n<b>one</b>\ntwo\n</div>\n\n"
			    "<script>\nx()\n</script>\n\n<?php a\n\n"
			    "<div hidden>no</div>\n\n<!-- no\n\n# no\n"),
			NULL, &page);
	assert_string_equal(page.buf,
		"<p>one<br>two</p>\n"
		"<pre tabindex=\"0\"><code>&lt;script&gt;\nx()\n"
		"&lt;/script&gt;\n</code></pre>\n"
		"<p>&lt;?php a</p>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_that_is_not_closed_hides_nothing),
		cmocka_unit_test(a_comment_that_is_closed_is_hidden),
		cmocka_unit_test(an_open_comment_hides_where_that_is_wanted),
		cmocka_unit_test(blocks_say_what_stands_between_their_tags),
		cmocka_unit_test(
			what_an_attribute_says_or_leads_to_hides_nothing),
		cmocka_unit_test(a_text_that_is_no_markdown_has_no_html),
		cmocka_unit_test(addresses_end_where_a_tag_begins),
		cmocka_unit_test(much_that_is_open_takes_no_longer),
		cmocka_unit_test(a_page_shows_the_text_and_none_of_the_tags),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
