/* SPDX-License-Identifier: MIT */
/* Links of raw HTML, and addresses in a text that is no Markdown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/alloc.h"
#include "core/base/strbuf.h"
#include "core/text/markdown.h"
#include "core/text/raw_links.h"

/* "url|text " for each, with "!" before images. */
static void assert_html(const char *html, const char *expected)
{
	AUTO(strbuf) found = STRBUF_INIT;
	struct str rest = str_of(html);
	struct html_link l;

	while (html_link_next(&rest, &l)) {
		strbuf_addstr(&found, l.image ? "!" : "");
		html_add_plain(&found, l.url);
		strbuf_addch(&found, '|');
		html_add_plain(&found, l.text);
		strbuf_addch(&found, ' ');
	}
	assert_string_equal(found.buf, expected);
}

static void links_and_images_of_html_are_found(void **state UNUSED)
{
	assert_html("<a href=\"x.md\">the <b>x</b></a>", "x.md|the x ");
	assert_html("<A class='y' HREF = 'a?b=1&amp;c' >z</A>", "a?b=1&c|z ");
	assert_html("<a href=http://e.org/x/y>z</a>", "http://e.org/x/y|z ");
	assert_html("<img alt=\"a map\" src=\"m.png\"/>", "!m.png|a map ");
	assert_html("<a href=x><img src=y></a>", "x| !y| ");
}

static void what_only_looks_like_one_is_none(void **state UNUSED)
{
	assert_html("<!-- <a href=x>y</a> --><a href=z>w</a>", "z|w ");
	assert_html("<!-- <a href=x>", "");
	assert_html("<abbr href=x> <a name=x> <a href> <a href=\"\">", "");
	assert_html("<a name=x title='<a href=y>'> <img alt=\"<img src=x>\">", "");
	assert_html("<a href=\"x", "");
	assert_html("<a href=x", "");
	assert_html("<", "");
	assert_html("", "");
}

static void a_bare_address_ends_where_a_reader_ends_it(void **state UNUSED)
{
	AUTO(strbuf) found = STRBUF_INIT;
	struct str rest = STR("See https://e.org/a. (HTTP://e.org/b_(c)) "
			      "<https://e.org/d>; ahttps://x, \"https://y\"");
	struct str url;

	while (bare_url_next(&rest, &url))
		strbuf_addf(&found, "%.*s ", (int)url.len, url.s);
	assert_string_equal(found.buf, "https://e.org/a HTTP://e.org/b_(c) "
				       "https://e.org/d https://x https://y ");
}

struct expected {
	unsigned line;
	bool image;
	const char *url, *text;
};

static void check(const char *text, const struct expected *expected,
		  size_t count)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b = markdown_blocks(str_of(text), &mem);

	for (size_t i = 0; i < b.nlinks; i++) {
		const struct markdown_link *l = &b.links[i];

		if (i >= count || l->line != expected[i].line ||
		    l->image != expected[i].image ||
		    !str_is(l->url, expected[i].url) ||
		    !str_is(l->text, expected[i].text))
			fail_msg("%zu: line %u '%.*s' '%.*s'", i, l->line,
				 (int)l->url.len, l->url.s, (int)l->text.len,
				 l->text.s);
	}
	assert_int_equal(b.nlinks, count);
}

static void each_form_of_markdown_has_its_line(void **state UNUSED)
{
	static const struct expected expected[] = {
		{ 1, false, "a.md", "A" },
		{ 2, false, "https://e.org/bare", "https://e.org/bare" },
		{ 3, false, "https://e.org/ref", "ref" },
		{ 4, true, "m.png", "map" },
		{ 5, false, "mailto:ann@example.org", "ann@example.org" },
		{ 6, false, "b.md", "B of it" },
		{ 9, false, "c.md", "C" },
		{ 11, true, "d.png", "" },
		{ 16, false, "https://e.org/row", "x" },
	};

	check("[A](a.md) in\nhttps://e.org/bare and\n[ref] with\n"
	      "![map](m.png)\n<ann@example.org>\n"
	      "<a href='b.md'>B *of* it</a>\n\n"
	      "<div>\n<a href='c.md'>C</a>\n\n<img src='d.png'>\n</div>\n\n"
	      "| a |\n|---|\n| [x](https://e.org/row) |\n\n"
	      "[ref]: https://e.org/ref\n", expected, ARRAY_SIZE(expected));
}

static void code_and_comments_have_none(void **state UNUSED)
{
	check("`[a](b)`\n\n    [c](d)\n\n```\nhttps://e.org\n```\n\n"
	      "<!-- [e](f) <a href=g>h</a> -->\n", NULL, 0);
}

static void a_text_that_is_no_markdown_has_its_addresses(void **state UNUSED)
{
	AUTO(strbuf) text = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b;

	for (int i = 0; i < 3000; i++)
		strbuf_addstr(&text, "> ");
	strbuf_addstr(&text, "\nsee https://e.org/x.\n");
	b = markdown_blocks(strbuf_slice(&text), &mem);
	assert_non_null(b.refused);
	assert_int_equal(b.nlinks, 1);
	assert_int_equal(b.links[0].line, 2);
	assert_true(str_is(b.links[0].url, "https://e.org/x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_and_images_of_html_are_found),
		cmocka_unit_test(what_only_looks_like_one_is_none),
		cmocka_unit_test(a_bare_address_ends_where_a_reader_ends_it),
		cmocka_unit_test(each_form_of_markdown_has_its_line),
		cmocka_unit_test(code_and_comments_have_none),
		cmocka_unit_test(a_text_that_is_no_markdown_has_its_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
