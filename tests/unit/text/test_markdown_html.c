/* SPDX-License-Identifier: MIT */
/* Raw HTML in Markdown hides no text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

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

static void what_an_element_within_a_line_hides_is_no_text(void **state UNUSED)
{
	CHECK("a <span hidden>b *c* `d` [e](f)</span> g\n\n"
	      "# h <b style='display:none'>i</b>\n\n"
	      "- j <SPAN HIDDEN=''>k <span>l</span> m</Span>n\n\n"
	      "| o | p |\n|---|---|\n| q | r <i hidden>s</i> |\n\n"
	      "*t <span hidden>u* v</span> w <span hidden>x **y</span> z**\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a  g" },
	      { MARKDOWN_HEADING, 3, "h" },
	      { MARKDOWN_ITEM, 5, "j n" },
	      { MARKDOWN_ROW, 7, "o | p" },
	      { MARKDOWN_ROW, 9, "q | r" },
	      { MARKDOWN_PARAGRAPH, 11, "t  w  z" });
}

static void what_is_hidden_leads_nowhere_and_keeps_its_lines(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b = markdown_blocks(
		STR("a <i hidden>*b\nc*  \nd [e](f) <a href=g>h</a>\n"
		    "</i> [i](j)\nk\n"), &mem);

	assert_int_equal(b.count, 1);
	assert_int_equal(b.blocks[0].nbreaks, 4);
	assert_int_equal(b.nlinks, 1);
	assert_string_equal(b.links[0].url.s, "j");
	assert_int_equal(b.links[0].line, 4);
}

static void names_and_values_that_say_hidden_hide_no_line(void **state UNUSED)
{
	CHECK("a <span data-hidden>b</span>\n\n"
	      "a <span title=\"is hidden\">b</span>\n\n"
	      "a <span class='x hidden y' aria-hidden=true>b</span>\n\n"
	      "a <input hidden> b <img src=c hidden> d<br hidden>e\n\n"
	      "a `<span hidden>` b <!-- <i hidden> --> c\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a b" },
	      { MARKDOWN_PARAGRAPH, 3, "a b" },
	      { MARKDOWN_PARAGRAPH, 5, "a b" },
	      { MARKDOWN_PARAGRAPH, 7, "a <input hidden> b  d e" },
	      { MARKDOWN_PARAGRAPH, 9, "a `<span hidden>` b  c" });
}

/* As in browsers; but who only speaks of it has hidden nothing. */
static void an_open_element_hides_to_the_end_of_its_block(void **state UNUSED)
{
	CHECK("a <span hidden>b\n\nc\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a <span hidden>b" },
	      { MARKDOWN_PARAGRAPH, 3, "c" });
	CHECK("a <span hidden>b\n\nc</span> d\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_PARAGRAPH, 3, "c d" });
	CHECK("a <span hidden>b <span>c</span>\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a" });
	CHECK("a <span style=\"display: none\">b\n\nc\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_PARAGRAPH, 3, "c" });
}

static void a_hidden_block_hides_to_its_end(void **state UNUSED)
{
	CHECK("a\n\n<div hidden>\n\nb\n\n# c\n\n- d\n\n"
	      "  <div>\n\n  e\n\n  </div>\n- f\n\n</div>\n\ng\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_HTML, 3, "<div hidden>" },
	      { MARKDOWN_HTML, 18, "" },
	      { MARKDOWN_PARAGRAPH, 20, "g" });
	CHECK("<details class=\"x\" hidden>\n<summary>a</summary>\n\nb\n\n"
	      "</details>\nc\n\nd\n", 0,
	      { MARKDOWN_HTML, 1, "<details class=\"x\" hidden>\n"
				  "<summary>a</summary>" },
	      { MARKDOWN_PARAGRAPH, 6, "c" }, { MARKDOWN_PARAGRAPH, 9, "d" });
	CHECK("<my-note style='display:none'>\n\na\n\n| b | c |\n|---|---|\n"
	      "| d | e </my-note> f |\n| g | h |\n\ni\n", 0,
	      { MARKDOWN_HTML, 1, "<my-note style='display:none'>" },
	      { MARKDOWN_ROW, 5, "|" }, { MARKDOWN_ROW, 7, "|  f" },
	      { MARKDOWN_ROW, 8, "g | h" }, { MARKDOWN_PARAGRAPH, 10, "i" });
	CHECK("a <div hidden>b\n\nc\nd </div> e\nf\n", 0,
	      { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_PARAGRAPH, 3, "e f" });
	CHECK("<div hidden>\n\na\n\n</div>\n<p hidden>\n\nb\n\n</p>c\n\n"
	      "d\n", 0,
	      { MARKDOWN_HTML, 1, "<div hidden>" },
	      { MARKDOWN_HTML, 5, "<p hidden>" },
	      { MARKDOWN_PARAGRAPH, 10, "c" }, { MARKDOWN_PARAGRAPH, 12, "d" });
}

static void what_stands_before_it_lets_a_block_hide(void **state UNUSED)
{
	CHECK("<!-- a --><div hidden>\n\nb\n\n<!-- c --></div>\n\nd\n", 0,
	      { MARKDOWN_HTML, 1, "<!-- a --><div hidden>" },
	      { MARKDOWN_HTML, 5, "" }, { MARKDOWN_PARAGRAPH, 7, "d" });
	CHECK("<!-- <div hidden> -->\n\nb\n", 0,
	      { MARKDOWN_HTML, 1, "<!-- <div hidden> -->" },
	      { MARKDOWN_PARAGRAPH, 3, "b" });
	CHECK("<pre>a</pre><div hidden>\n\nb\n\n</div>\n\nd\n"
	      "<script>'<div hidden>'</script>\n\ne\n", 0,
	      { MARKDOWN_HTML, 1, "<pre>a</pre><div hidden>" },
	      { MARKDOWN_HTML, 5, "" }, { MARKDOWN_PARAGRAPH, 7, "d" },
	      { MARKDOWN_CODE, 8, "<script>'<div hidden>'</script>" },
	      { MARKDOWN_PARAGRAPH, 10, "e" });
	CHECK("<p hidden>a\n<div hidden>\n\nb\n\n</div>\n\nd\n", 0,
	      { MARKDOWN_HTML, 1, "<p hidden>a\n<div hidden>" },
	      { MARKDOWN_HTML, 6, "" }, { MARKDOWN_PARAGRAPH, 8, "d" });
	CHECK("<div style='color: red; display : none'>a</div>\n\n"
	      "b <i style='display:\tNONE'>c</i>\n\n"
	      "<i style='display:block'>d</i>\n", 0,
	      { MARKDOWN_HTML, 1,
		"<div style='color: red; display : none'>a</div>" },
	      { MARKDOWN_PARAGRAPH, 3, "b" }, { MARKDOWN_PARAGRAPH, 5, "d" });
	CHECK("<div style='visibility:\nhidden'>\n\na\n\n</div>\n\n"
	      "b <i style='content-visibility: hidden'>c</i>\n\n"
	      "d <i style='Visibility:collapse'>e</i>\n\n"
	      "<i style='visibility:visible'>f</i>\n", 0,
	      { MARKDOWN_HTML, 1, "<div style='visibility:\nhidden'>" },
	      { MARKDOWN_HTML, 6, "" }, { MARKDOWN_PARAGRAPH, 8, "b" },
	      { MARKDOWN_PARAGRAPH, 10, "d" }, { MARKDOWN_PARAGRAPH, 12, "f" });
}

/* Where all is read, one that nobody closes hides as much as it did. */
static void an_open_block_hides_the_rest_of_a_page(void **state UNUSED)
{
	const char *text = "a\n\n<div hidden>\n\nb\n\n# c\n";
	AUTO(arena) mem = ARENA_INIT;

	CHECK(text, .open_hides = true, { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_HTML, 3, "<div hidden>" });
	CHECK(text, 0, { MARKDOWN_PARAGRAPH, 1, "a" },
	      { MARKDOWN_HTML, 3, "<div hidden>" },
	      { MARKDOWN_PARAGRAPH, 5, "b" }, { MARKDOWN_HEADING, 7, "c" });
	assert_int_equal(markdown_blocks(str_of(text), &mem).open_comment, 3);
	CHECK("<div hidden> is not shown\n\na\n\n<p hidden>b\n\nc\n\n"
	      "the <div hidden> element\n\nd\n", .open_hides = true,
	      { MARKDOWN_HTML, 1, "<div hidden> is not shown" },
	      { MARKDOWN_PARAGRAPH, 3, "a" },
	      { MARKDOWN_HTML, 5, "<p hidden>b" },
	      { MARKDOWN_PARAGRAPH, 7, "c" },
	      { MARKDOWN_PARAGRAPH, 9, "the <div hidden> element" },
	      { MARKDOWN_PARAGRAPH, 11, "d" });
	CHECK("<textarea hidden>\na\nb</textarea>\n", 0,
	      { MARKDOWN_HTML, 1, "<textarea hidden>\na\nb</textarea>" });
}

static void much_that_hides_takes_no_longer(void **state UNUSED)
{
	static const char *const parts[] = { "<i hidden>", "<i hidden>a</i>",
					     "<b hidden>\n\n",
					     "<div hidden>\n\na\n\n",
					     "<p hidden>\n\n",
					     "a <div hidden> b\n\n",
					     "<p hidden>",
					     "<i hidden>`a`" };

	for (size_t n = 0; n < sizeof(parts) / sizeof(parts[0]); n++) {
		AUTO(strbuf) text = STRBUF_INIT;
		AUTO(arena) mem = ARENA_INIT;
		struct markdown_blocks b;

		for (int i = 0; i < 10000; i++)
			strbuf_addstr(&text, parts[n]);
		b = markdown_blocks(strbuf_slice(&text), &mem);
		assert_true(b.count > 0);
	}
}

static void a_page_shows_nothing_of_what_is_hidden(void **state UNUSED)
{
	AUTO(strbuf) page = STRBUF_INIT;

	markdown_render(STR("a <span hidden>b [c](d)<br>\n**e** ![f](g) "
			    "[[h]]</span> i\n"), NULL, &page);
	assert_string_equal(page.buf, "<p>a \n i</p>\n");
}

static bool resolve(void *arg UNUSED, struct str url, struct strbuf *out)
{
	strbuf_addslice(out, url);
	return !str_starts(url, "gone");
}

static void a_link_within_a_block_stays_one(void **state UNUSED)
{
	static const struct {
		const char *source, *page;
	} cases[] = {
		{ "<p align=\"center\"><a href=\"https://x.example/?a&amp;b\">"
		  "<b>one</b></a>, <a href='two.md'>two</a>;\n"
		  "<a href=three.md>\nthree </a>four</p>\n",
		  "<p><a href=\"https://x.example/?a&amp;b\" "
		  "rel=\"external nofollow noopener noreferrer\">one</a>, "
		  "<a href=\"two.md\">two</a>;<br>"
		  "<a href=\"three.md\">three</a> four</p>\n" },
		{ "<p>\n<a href=\"//x.example/\"><img src=a.png alt=A></a>\n"
		  "<a href=\"b.md\"><img src=\"https://y.example/b.png\" "
		  "alt=B></a></p>\n",
		  "<p><a href=\"//x.example/\" "
		  "rel=\"external nofollow noopener noreferrer\">"
		  "<img src=\"a.png\" alt=\"A\" loading=\"lazy\"></a> "
		  "<a href=\"b.md\">B</a></p>\n" },
		{ "<p><a href=gone.md>a</a> <a name=b>c</a> <a href=d></a>"
		  "<a href=e>f <!-- <a href=g>h</a> --> <a href=i>j</a></p>\n",
		  "<p>a c f <a href=\"i\">j</a></p>\n" },
	};
	const struct markdown_options options = { .resolve = resolve };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		AUTO(strbuf) page = STRBUF_INIT;

		markdown_render(str_of(cases[i].source), &options, &page);
		assert_string_equal(page.buf, cases[i].page);
	}
}

static void a_link_within_a_line_stays_one(void **state UNUSED)
{
	static const struct {
		const char *source, *page;
	} cases[] = {
		{ "a <a href=\"https://x.example/?a&amp;b\" onclick='x()'>*b* "
		  "`c`</a> d\n",
		  "<p>a <a href=\"https://x.example/?a&amp;b\" "
		  "rel=\"external nofollow noopener noreferrer\"><em>b</em> "
		  "<code>c</code></a> d</p>\n" },
		{ "- **a <A HREF=two.md>b</A>**\n\n# c <a href='#d'>e</a>\n\n"
		  "| f <a href=g.md>h</a> |\n|---|\n",
		  "<ul><li><strong>a <a href=\"two.md\">b</a></strong></li>\n"
		  "</ul>\n<h1>c <a href=\"#d\">e</a></h1>\n"
		  "<div class=\"table\" role=\"group\" tabindex=\"0\" "
		  "aria-label=\"Table 1\"><table><thead><tr>"
		  "<th scope=\"col\">f <a href=\"g.md\">h</a></th></tr>"
		  "</thead></table></div>\n" },
		{ "a <a href=gone.md>b</a> <a href=c></a><a name=d>e</a>\n",
		  "<p>a <span>b</span> e</p>\n" },
		{ "a <a href=b>c <a href=d>e</a> [f <a href=g>h</a>](i)\n",
		  "<p>a c <a href=\"d\">e</a> "
		  "<a href=\"i\">f <span>h</span></a></p>\n" },
		{ "*a <a href=b>c* d</a> <a href=e>[f](g)</a>\n",
		  "<p><em>a c</em> d <a href=\"g\">f</a></p>\n" },
	};
	const struct markdown_options options = { .resolve = resolve };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		AUTO(strbuf) page = STRBUF_INIT;

		markdown_render(str_of(cases[i].source), &options, &page);
		assert_string_equal(page.buf, cases[i].page);
	}
}

static void a_link_of_html_leads_to_no_script(void **state UNUSED)
{
	static const char *const hrefs[] = {
		"javascript:x()", "JaVaScRiPt:x()", " javascript:x()",
		"java\tscript:x()", "java&#10;script:x()", "&#106;avascript:x()",
		"javascript&colon;x()", "&#x1;javascript:x()", "data:text/html,x",
		"vbscript:x()", "file:///etc/passwd", "java\nscript:x()",
	};

	for (size_t i = 0; i < sizeof(hrefs) / sizeof(hrefs[0]); i++) {
		AUTO(strbuf) text = STRBUF_INIT;
		AUTO(strbuf) page = STRBUF_INIT;

		strbuf_addf(&text, "<p><a href=\"%s\" onclick='x()'>a</a></p>\n"
			    "\nb <a href=\"%s\">c</a>\n", hrefs[i], hrefs[i]);
		markdown_render(strbuf_slice(&text), NULL, &page);
		if (strcmp(page.buf, "<p>a</p>\n<p>b c</p>\n"))
			fail_msg("'%s' becomes %s", hrefs[i], page.buf);
	}
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
		cmocka_unit_test(
			what_an_element_within_a_line_hides_is_no_text),
		cmocka_unit_test(
			what_is_hidden_leads_nowhere_and_keeps_its_lines),
		cmocka_unit_test(names_and_values_that_say_hidden_hide_no_line),
		cmocka_unit_test(an_open_element_hides_to_the_end_of_its_block),
		cmocka_unit_test(a_hidden_block_hides_to_its_end),
		cmocka_unit_test(what_stands_before_it_lets_a_block_hide),
		cmocka_unit_test(an_open_block_hides_the_rest_of_a_page),
		cmocka_unit_test(much_that_hides_takes_no_longer),
		cmocka_unit_test(a_page_shows_nothing_of_what_is_hidden),
		cmocka_unit_test(a_link_within_a_block_stays_one),
		cmocka_unit_test(a_link_within_a_line_stays_one),
		cmocka_unit_test(a_link_of_html_leads_to_no_script),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
