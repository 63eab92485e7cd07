/* SPDX-License-Identifier: MIT */
/* A row says what its columns are called, cell by cell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/document.h"
#include "core/model/document_summary.h"
#include "core/model/left_out.h"
#include "core/model/private_passages.h"
#include "core/model/public_text.h"

static const bool thoughts[SECTION_COUNT] = { [SECTION_THOUGHTS] = true };

static void add_passage(struct strbuf *out, const struct document *doc,
			const struct passage *p)
{
	strbuf_addf(out, "%u %s: ", p->line, section_name(p->section));
	if (p->parent >= 0) {
		strbuf_addslice(out, doc->passages[p->parent].text);
		strbuf_addstr(out, " > ");
	}
	strbuf_addslice(out, p->text);
	strbuf_addch(out, '\n');
}

/* Its passages, each as "line section: parent > text". */
static void expect(const char *path, const char *file, const char *passages)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct document doc;

	document_parse(&doc, path, str_of(file), &mem);
	for (size_t i = 0; i < doc.npassages; i++)
		add_passage(&out, &doc, &doc.passages[i]);
	assert_string_equal(out.buf, passages);
}

/* A day whose number and date are the first cells of its row. */
#define DAY(columns) \
	"---\nday: 1\nheading: \"| 1 | 2026-01-04 | \"\n" \
	"columns: " columns "\n---\n"

static void each_cell_of_a_day_has_its_section(void **state UNUSED)
{
	expect("log/a.md",
	       DAY("Progress | My thoughts | What I learned | Link")
	       "Built *it* | fine | SNS fans out | [x](http://a.example) |\n",
	       "6 progress: Built it\n6 thoughts: fine\n"
	       "6 learned: SNS fans out\n6 links: x\n");
	/* Nothing is to say, or only a dash. */
	expect("log/a.md", DAY("Progress | Thoughts | Link")
	       "Built |  | - |\n", "6 progress: Built\n");
	expect("log/a.md", DAY("Progress | Thoughts | Link") "? |  | - |\n",
	       "6 : ? |  | -\n");
	/* Bars of the text itself. */
	expect("log/a.md", DAY("Progress | Thoughts")
	       "a \\| b | `c \\| d` |\n",
	       "6 progress: a | b\n6 thoughts: `c \\| d`\n");
}

static void the_first_cells_say_what_a_day_is_about(void **state UNUSED)
{
	expect("log/a.md", DAY("Topic | What I learned | Hours | Thoughts")
	       "SQS | It waits | 2 h | fine |\n",
	       "6 : SQS\n6 learned: SQS > It waits\n6 : SQS > 2 h\n"
	       "6 thoughts: SQS > fine\n");
	expect("log/a.md", DAY("Hours | Progress") "2 h | Built it |\n",
	       "6 : 2 h\n6 progress: Built it\n");
	expect("log/a.md", DAY("Topic | Source | Thoughts") "SQS | a book | x |\n",
	       "6 : SQS | a book\n6 thoughts: SQS | a book > x\n");
}

static void cells_go_on_and_rows_go_on(void **state UNUSED)
{
	expect("log/a.md", DAY("Progress | Thoughts | Link")
	       "Built\nit | fine\nindeed | x |\n|  |  | More | tired | y |\n",
	       "6 progress: Built it\n7 thoughts: fine indeed\n8 links: x\n"
	       "9 progress: More\n9 thoughts: tired\n9 links: y\n");
	/* What follows is no row any more. */
	expect("log/a.md", DAY("Progress | Thoughts")
	       "Built | fine |\n\n- a | b\n\n**Learned:** c\n",
	       "6 progress: Built\n6 thoughts: fine\n8 : a | b\n"
	       "10 learned: c\n");
}

static void what_nobody_can_tell_apart_stays_whole(void **state UNUSED)
{
	expect("log/a.md", DAY("Progress | Thoughts")
	       "[a](http://a.example/x|y) | fine |\n",
	       "6 : a | fine\n");
	expect("log/a.md", DAY("Progress | Thoughts")
	       "Learned: a | fine |\n", "6 learned: a | fine\n");
	expect("log/a.md", DAY("a | b") "c | d |\n", "6 : c | d\n");
	/* Its columns are not known. */
	expect("log/a.md", "a | b |\n", "1 : a | b\n");
}

static void thoughts_of_a_table_are_apart(void **state UNUSED)
{
	const char *const table =
		"| What | Thoughts | Time |\n|---|---|---|\n"
		"| SQS | fine | 1 h |\n| SNS |  | 2 h |\n|  | more |  |\n";
	const char *const passages =
		"1 : What | Thoughts | Time\n3 : SQS | 1 h\n"
		"3 thoughts: fine\n4 : SNS | 2 h\n5 thoughts: more\n";

	expect("log/a.md", table, passages);
	expect("notes/a.md", table, passages);
	/* The columns of a plan have their places. */
	expect("plans/a.md", table,
	       "1 : What | Thoughts | Time\n3 : SQS | fine | 1 h\n"
	       "4 : SNS |  | 2 h\n5 :  | more |\n");
}

static void other_tables_are_what_they_were(void **state UNUSED)
{
	const char *const table =
		"| Service | Details | Resources |\n|---|---|---|\n"
		"| SQS | pulls | x |\n";
	const char *const passages =
		"1 : Service | Details | Resources\n3 : SQS | pulls | x\n";

	expect("log/a.md", table, passages);
	expect("notes/a.md", table, passages);
	expect("log/a.md", "**Learned:**\n\n| a | b |\n|---|---|\n| c | d |\n",
	       "3 learned: a | b\n5 learned: c | d\n");
}

static void rows_of_a_day_may_be_its_sections(void **state UNUSED)
{
	expect("log/a.md",
	       "| a | b |\n|---|---|\n| Progress | Built |\n| Thoughts | fine |\n"
	       "|  | more |\n| Pages | 3 |\n",
	       "1 : a | b\n3 progress: Progress | Built\n4 thoughts: Thoughts | fine\n"
	       "5 thoughts:  | more\n6 : Pages | 3\n");
	expect("notes/a.md", "| a | b |\n|---|---|\n| Thoughts | fine |\n",
	       "1 : a | b\n3 : Thoughts | fine\n");
}

static void a_day_is_summed_up_by_all_of_its_row(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "log/a.md",
		       STR(DAY("Topic | Progress | Thoughts")
			   "SQS | Built | fine |\n"), &mem);
	assert_true(str_is(document_summary(&doc), "SQS | Built | fine"));
}

static void a_link_is_in_its_cell(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "log/a.md",
		       STR(DAY("Progress | Thoughts | Link")
			   "Built x | fine x | [x](http://a.example/1) "
			   "[[Note]] |\n"), &mem);
	assert_int_equal(doc.npassages, 3);
	assert_false(doc.passages[0].traits & TRAIT_LINK);
	assert_true(doc.passages[2].traits & TRAIT_LINK);
	assert_true(str_is(doc.passages[2].addresses, "http://a.example/1"));
	assert_int_equal(doc.nlinks, 2);
	assert_int_equal(doc.links[0].passage, 2);
	assert_int_equal(doc.links[1].passage, 2);
}

static void a_cell_is_told_by_its_own_words(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "log/a.md",
		       STR(DAY("Progress | What I learned | Thoughts | Notes")
			   "Read | SQS: a queue that waits for readers | "
			   "Why is it so slow? | At most 256 KB each |\n"),
		       &mem);
	assert_int_equal(doc.npassages, 4);
	assert_true(doc.passages[1].traits & TRAIT_DEFINITION);
	assert_false(doc.passages[1].traits & TRAIT_QUESTION);
	assert_true(doc.passages[2].traits & TRAIT_QUESTION);
	assert_true(doc.passages[3].traits & TRAIT_NUMBER);
	assert_false(doc.passages[1].traits & TRAIT_NUMBER);
}

/* --- what may be shown --- */

/* The passages of a document of which some are kept back that may be shown. */
static void expect_public(const char *path, const char *front, const char *body,
			  const char *passages)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) file = STRBUF_INIT;
	struct left_out l = LEFT_OUT_INIT;
	const struct left_out_document from = {
		path, str_of(front), str_of(body), thoughts,
	};
	struct public_text left;
	struct document doc;
	bool visible[64];

	strbuf_addf(&file, "%s%s", front, body);
	document_parse(&doc, path, strbuf_slice(&file), &mem);
	assert_in_range(doc.npassages, 0, ARRAY_SIZE(visible));
	public_text_read(&left, &from, from.front,
			 left_out_filter(&l, &from, &mem), &mem);
	private_passages(visible, &doc, l.places, l.nplaces);
	for (size_t i = 0; i < doc.npassages; i++) {
		const struct passage *p = &doc.passages[i];

		if (visible[i] && !thoughts[p->section] &&
		    public_text_find(&left, p->line, p->text))
			add_passage(&out, &doc, p);
	}
	assert_string_equal(out.buf, passages);
	left_out_release(&l);
}

static void cells_beside_private_ones_may_be_shown(void **state UNUSED)
{
	expect_public("log/a.md", DAY("Topic | Progress | Thoughts | Link"),
		      "SQS | Built | Built | x |\n",
		      "6 : SQS\n6 progress: SQS > Built\n6 links: SQS > x\n");
	expect_public("log/a.md", "",
		      "| What | Thoughts | Time |\n|---|---|---|\n"
		      "| SQS | SQS | 1 h |\n| a <!-- private --> | x | b |\n",
		      "1 : What | Thoughts | Time\n3 : SQS | 1 h\n");
	expect_public("notes/a.md", "",
		      "# A\n\n| What | Thoughts |\n|---|---|\n| SQS | x |\n",
		      "1 : A\n3 : What | Thoughts\n5 : SQS\n");
	expect_public("log/a.md", "",
		      "| a | b |\n|---|---|\n| Progress | a |\n| Thoughts | x |\n"
		      "| | x |\n", "1 : a | b\n3 progress: Progress | a\n");
}

/* A row that belongs to a section does not end what a heading stands over. */
static void no_cell_leads_out_from_under_a_private_heading(void **state UNUSED)
{
	expect_public("log/a.md", "",
		      "#### x <!-- private -->\n\n"
		      "| What | Thoughts |\n|---|---|\n| SQS | x |\n\nmore\n",
		      "");
	expect_public("log/a.md", DAY("Progress | Thoughts"),
		      "a | x |\n\n#### x <!-- private -->\n\n"
		      "| | | b | x |\n\nmore\n", "6 progress: a\n");
}

static void thoughts_are_the_lines_that_a_site_leaves_out(void **state UNUSED)
{
	expect("log/a.md", "## Thoughts on SQS\na\n### b\nc\n\n## Done\nd\n",
	       "1 thoughts: on SQS\n2 thoughts: a\n3 thoughts: b\n"
	       "4 thoughts: c\n7 progress: d\n");
	expect("log/a.md", "> [!NOTE] Thoughts\n> a\n\nb\n",
	       "2 thoughts: a\n4 : b\n");
	expect("log/a.md", "!!! note \"Thoughts\"\n    a\n\nb\n",
	       "2 thoughts: a\n4 : b\n");
	expect("log/a.md", "**Thoughts**: a\n**Time spent**: 1 h\nb\n",
	       "1 thoughts: a\n2 : Time spent: 1 h b\n");
	expect("log/a.md", "- Thoughts\n- b\n", "1 : Thoughts\n2 : b\n");
	expect("log/a.md", "---\nheading: \"## Day 3 - Thoughts\"\n---\na\n\n"
	       "**Links**: b\n", "4 thoughts: a\n6 links: b\n");
	expect("log/a.md", "| a | b |\n|---|---|\n| c | Thoughts: d |\n",
	       "1 : a | b\n3 : c\n3 thoughts: Thoughts: d\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_cell_of_a_day_has_its_section),
		cmocka_unit_test(the_first_cells_say_what_a_day_is_about),
		cmocka_unit_test(cells_go_on_and_rows_go_on),
		cmocka_unit_test(what_nobody_can_tell_apart_stays_whole),
		cmocka_unit_test(thoughts_of_a_table_are_apart),
		cmocka_unit_test(other_tables_are_what_they_were),
		cmocka_unit_test(rows_of_a_day_may_be_its_sections),
		cmocka_unit_test(a_day_is_summed_up_by_all_of_its_row),
		cmocka_unit_test(a_link_is_in_its_cell),
		cmocka_unit_test(a_cell_is_told_by_its_own_words),
		cmocka_unit_test(cells_beside_private_ones_may_be_shown),
		cmocka_unit_test(no_cell_leads_out_from_under_a_private_heading),
		cmocka_unit_test(thoughts_are_the_lines_that_a_site_leaves_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
