/* SPDX-License-Identifier: MIT */
/* What is left of a note has the lines of its file, and no private heading. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/public_text.h"

/* All passages that are left, each as "line way > text". */
static void expect_left(const char *front, const char *body,
			const char *expected)
{
	static const bool thoughts[SECTION_COUNT] = {
		[SECTION_THOUGHTS] = true
	};
	struct left_out l = LEFT_OUT_INIT;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	const struct left_out_document doc = {
		.path = "notes/x.md",
		.front = str_of(front),
		.body = str_of(body),
		.private_sections = thoughts,
	};
	struct public_text left;
	struct str public_front;

	assert_true(left_out_filter_front(&l, &doc, &public_front, &mem));
	public_text_read(&left, &doc, public_front,
			 left_out_filter(&l, &doc, &mem), &mem);
	for (size_t i = 0; i < left.doc.npassages; i++) {
		const struct passage *p = &left.doc.passages[i];
		size_t count;
		const char *const *way =
			public_text_way(&left, p, &mem, &count);

		strbuf_addf(&out, "%u ", p->line);
		for (size_t k = 0; k < count; k++)
			strbuf_addf(&out, "%s > ", way[k]);
		strbuf_addslice(&out, p->text);
		strbuf_addch(&out, '\n');
		assert_ptr_equal(public_text_find(&left, p->line, p->text),
				 p);
		assert_null(public_text_find(&left, p->line + 1, p->text));
	}
	assert_string_equal(out.buf, expected);
	left_out_release(&l);
}

static void lines_are_those_of_the_file(void **state UNUSED)
{
	expect_left("", "a\n\nx <!-- private -->\n\nb\n", "1 a\n5 b\n");
	expect_left("---\nm: x <!-- private -->\nn: x # <!-- private -->\n"
		    "  - x\n---\n",
		    "- x <!-- private -->\n- a\n", "7 a\n");
	expect_left("---\nm: a\rn: b\n---\n", "x <!-- private -->\r\ra\r",
		    "6 a\n");
}

static void a_table_keeps_its_lines_without_its_head(void **state UNUSED)
{
	expect_left("", "| x | <!-- private -->\n|---|\n| a |\n| b |\n",
		    "3 a\n4 b\n");
}

static void private_headings_and_items_lead_nowhere(void **state UNUSED)
{
	expect_left("", "# A\n\n## X <!-- private -->\n\na\n\n"
			"x <!-- private -->\n---\n\nb\n",
		    "1 A\n5 A > a\n10 A > b\n");
	expect_left("", "# A\n\n- a\n  - b\n- x <!-- private -->\n  - c\n",
		    "1 A\n3 A > a\n4 A > a > b\n6 A > a > c\n");
	expect_left("", "<!-- private -->\n# X\n<!-- /private -->\n\na\n",
		    "5 a\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_those_of_the_file),
		cmocka_unit_test(a_table_keeps_its_lines_without_its_head),
		cmocka_unit_test(private_headings_and_items_lead_nowhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
