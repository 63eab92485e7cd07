/* SPDX-License-Identifier: MIT */
/* What a publishing keeps back of one document, and what it must not show. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/left_out.h"
#include "core/model/private_passages.h"

static const bool thoughts[SECTION_COUNT] = { [SECTION_THOUGHTS] = true };

/* In parts, so that no scanner takes this file for one that has a key. */
#define KEY "AKIA" "QW3RTZU7OPAS5DFG"

static struct left_out_document document(const char *front, const char *body)
{
	return (struct left_out_document){
		.path = "notes/x.md",
		.front = str_of(front),
		.body = str_of(body),
		.private_sections = thoughts,
	};
}

static void secrets_have_the_lines_of_the_file(void **state UNUSED)
{
	struct left_out l = LEFT_OUT_INIT;
	AUTO(arena) mem = ARENA_INIT;
	const struct left_out_document doc = document(
		"---\na: b\n---\n",
		"x <!-- private -->\n" KEY " <!-- private -->\n"
		"**Thoughts**: " KEY "\n\n**Links**: b\r" KEY "\r"
		KEY " <!-- allow-secret -->\r");

	left_out_filter(&l, &doc, &mem);
	assert_int_equal(l.nsecrets, 1);
	assert_int_equal(l.secrets[0].line, 9);
	assert_string_equal(l.secrets[0].path, "notes/x.md");
	assert_string_equal(l.secrets[0].masked, "AKIA..., 20 characters");
	assert_int_equal(l.counts[PRIVATE_LINE], 2);
	assert_int_equal(l.counts[PRIVATE_SECTION], 1);
	assert_int_equal(l.places[2].at.line, 6);
	left_out_release(&l);
}

static void a_short_text_is_found_in_front_matter(void **state UNUSED)
{
	struct left_out l = LEFT_OUT_INIT;
	struct left_out_document doc =
		document("---\na: b\ntitle: " KEY "\n---\n", "");

	left_out_scan(&l, &doc, STR(KEY));
	assert_int_equal(l.nsecrets, 1);
	assert_int_equal(l.secrets[0].line, 3);
	doc.front = STR("---\ntitle: " KEY " # <!-- allow-secret -->\n---\n");
	left_out_scan(&l, &doc, STR(KEY));
	assert_int_equal(l.nsecrets, 1);
	left_out_release(&l);
}

/* Which passages of a file are visible: their texts, one after the other. */
static void expect_visible(const char *path, const char *file,
			   const char *expected)
{
	struct left_out l = LEFT_OUT_INIT;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) texts = STRBUF_INIT;
	struct left_out_document of = document("", file);
	struct document doc;
	bool visible[32];

	of.path = path;
	left_out_filter(&l, &of, &mem);
	document_parse(&doc, path, str_of(file), &mem);
	assert_in_range(doc.npassages, 1, ARRAY_SIZE(visible));
	private_passages(visible, &doc, l.places, l.nplaces);
	for (size_t i = 0; i < doc.npassages; i++) {
		if (!visible[i])
			continue;
		strbuf_addslice(&texts, doc.passages[i].text);
		strbuf_addch(&texts, ';');
	}
	assert_string_equal(texts.buf, expected);
	left_out_release(&l);
}

static void what_a_passage_hangs_on_hides_it(void **state UNUSED)
{
	expect_visible("notes/x.md",
		       "# A\n\nb\n\n## X <!-- private -->\n\nx\n\n### X\n\nx\n"
		       "\n## C\n\nd\n", "A;b;C;d;");
	expect_visible("notes/x.md",
		       "- a\n  - b\n- x <!-- private -->\n  - x\n- c\n",
		       "a;b;c;");
	expect_visible("log/2026/2026-05-09.md",
		       "a\n\n### X <!-- private -->\n\nx\n\n### B\n\nc\n",
		       "a;B;c;");
	expect_visible("log/2026/2026-05-09.md",
		       "a\nx <!-- private -->\nx\n\nb\n\n**Thoughts**: x\n",
		       "b;");
	expect_visible("notes/x.md", "a <!-- of\nx -->\n\nb\n", "b;");
	expect_visible("log/2026/2026-05-09.md",
		       "x\nx <!-- private -->\n=====\n\nx\n", "");
	expect_visible("notes/x.md",
		       "# A\n\nx\nx <!-- private -->\n=====\n\nx\n", "A;");
}

static void marks_of_a_merge_are_told_where_they_are_shown(void **state UNUSED)
{
	struct left_out l = LEFT_OUT_INIT;
	AUTO(arena) mem = ARENA_INIT;
	const struct left_out_document doc = document(
		"---\na: b\n---\n",
		"**Thoughts**: x\n<<<<<<< HEAD\nx\n=======\nx\n"
		">>>>>>> other\n\n**Links**: b\n"
		"<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n\n"
		"```\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n```\n");

	left_out_filter(&l, &doc, &mem);
	assert_int_equal(l.counts[PRIVATE_CONFLICT], 1);
	assert_int_equal(l.places[l.nplaces - 1].at.kind, PRIVATE_CONFLICT);
	assert_int_equal(l.places[l.nplaces - 1].at.line, 12);
	left_out_release(&l);
}

static void what_need_not_be_listed_is_counted(void **state UNUSED)
{
	struct left_out l = LEFT_OUT_INIT;

	l.unlisted = 1u << PRIVATE_LINE;
	left_out_tell(&l, "log/2022/2022-07-04.md",
		      &(struct private_place){ .kind = PRIVATE_LINE });
	left_out_tell(&l, "log/2022/2022-07-05.md",
		      &(struct private_place){ .kind = PRIVATE_UNCLOSED });
	assert_int_equal(l.counts[PRIVATE_LINE], 1);
	assert_int_equal(l.counts[PRIVATE_UNCLOSED], 1);
	assert_int_equal(l.nplaces, 1);
	assert_string_equal(l.places[0].path, "log/2022/2022-07-05.md");
	left_out_release(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(secrets_have_the_lines_of_the_file),
		cmocka_unit_test(a_short_text_is_found_in_front_matter),
		cmocka_unit_test(what_a_passage_hangs_on_hides_it),
		cmocka_unit_test(
			marks_of_a_merge_are_told_where_they_are_shown),
		cmocka_unit_test(what_need_not_be_listed_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
