/* SPDX-License-Identifier: MIT */
/* What is typed reads as it was typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/text/markdown.h"
#include "core/text/typed_markdown.h"

static void html_is_escaped_and_nothing_else(void **state UNUSED)
{
	static const char *const cases[][2] = {
		{ "<?php opens", "\\<?php opens" },
		{ "<!-- begins a comment", "\\<!-- begins a comment" },
		{ "a <!-- private --> b", "a <!-- private --> b" },
		{ "<script> x </script>", "\\<script> x \\</script>" },
		{ "List<String>", "List\\<String>" },
		{ "a < b, a<1, 1 <= 2", "a < b, a<1, 1 <= 2" },
		{ "`<div>` and ``<p>` ``", "`<div>` and ``<p>` ``" },
		{ "` <div> is no code", "` \\<div> is no code" },
		{ "<https://example.org/a> <me@example.org>",
		  "<https://example.org/a> <me@example.org>" },
		{ "one<br>two<br/>three", "one<br>two<br/>three" },
		{ "\\<div>", "\\<div>" },
		{ "x\n```\n<div>\n```\n<p>", "x\n```\n<div>\n```\n\\<p>" },
		{ "remember __init__ and __main__.py",
		  "remember \\_\\_init__ and \\_\\_main__.py" },
		{ "(__x__) `__x__` **bold** _so_ snake_case a__b__ __ ____",
		  "(\\_\\_x__) `__x__` **bold** _so_ snake_case a__b__ __ ____" },
		{ "__two words__ __half", "__two words__ __half" },
		{ "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		typed_markdown_add(&out, str_of(cases[i][0]));
		assert_string_equal(out.buf, cases[i][1]);
	}
}

/* Of one line, as an item. */
static void a_typed_item_is_a_passage_of_its_words(void **state UNUSED)
{
	static const char *const typed[] = {
		"<?php opens a script", "<!-- begins a comment", "<div> is one",
		"<script> goes last", "<![CDATA[ keeps", "</p> ends it",
		"Map<K, List<V>> nests", "__init__ and __main__.py",
		"f(__name__), __all__",
	};

	for (size_t i = 0; i < ARRAY_SIZE(typed); i++) {
		AUTO(strbuf) text = STRBUF_INIT;
		AUTO(arena) mem = ARENA_INIT;
		struct markdown_blocks b;

		strbuf_addstr(&text, "- ");
		typed_markdown_add(&text, str_of(typed[i]));
		strbuf_addstr(&text, "\n- next\n");
		b = markdown_blocks(strbuf_slice(&text), &mem);
		assert_int_equal(b.count, 2);
		assert_int_equal(b.blocks[0].kind, MARKDOWN_ITEM);
		assert_true(str_is(b.blocks[0].text, typed[i]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_is_escaped_and_nothing_else),
		cmocka_unit_test(a_typed_item_is_a_passage_of_its_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
