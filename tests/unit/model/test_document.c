/* SPDX-License-Identifier: MIT */
/* Documents become parts and passages that know where they come from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/date.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"

struct expected {
	enum passage_kind kind;
	enum section section;
	unsigned line, last;
	int part, parent;
	const char *text;
};

static void check(const struct document *doc, const struct expected *expected,
		  size_t count)
{
	for (size_t i = 0; i < doc->npassages; i++) {
		const struct passage *p = &doc->passages[i];
		const struct expected *e = &expected[i];

		if (i >= count || p->kind != e->kind ||
		    p->section != e->section || p->line != e->line ||
		    p->last_line != e->last || p->part != e->part ||
		    p->parent != e->parent || !str_is(p->text, e->text))
			fail_msg("passage %zu: kind %d, section '%s', lines "
				 "%u-%u, part %d, parent %d: '%.*s'",
				 i, (int)p->kind, section_name(p->section),
				 p->line, p->last_line, p->part, p->parent,
				 (int)p->text.len, p->text.s);
	}
	assert_int_equal(doc->npassages, count);
}

static void an_entry_is_one_part_with_sections(void **state UNUSED)
{
	static const struct expected expected[] = {
		{ PASSAGE_PARAGRAPH, SECTION_PROGRESS, 7, 8, 0, -1,
		  "Read about queues and topics." },
		{ PASSAGE_ITEM, SECTION_LEARNED, 11, 11, 0, -1, "SNS fans out" },
		{ PASSAGE_ITEM, SECTION_LEARNED, 12, 12, 0, 1,
		  "one to many" },
		{ PASSAGE_PARAGRAPH, SECTION_THOUGHTS, 13, 13, 0, -1,
		  "Fine, really." },
		{ PASSAGE_CODE, SECTION_THOUGHTS, 15, 17, 0, -1, "# no label" },
		{ PASSAGE_PARAGRAPH, SECTION_LINKS, 19, 19, 0, -1, "site" },
		{ PASSAGE_HEADING, SECTION_NONE, 21, 21, 0, -1, "Evening" },
		{ PASSAGE_PARAGRAPH, SECTION_NONE, 23, 23, 0, -1, "More." },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "log/2022/2022-07-04.md",
		       STR("---\n"
			   "date: 2022-07-04\n"
			   "day: 0\n"
			   "tags: [aws]\n"
			   "---\n"
			   "\n"
			   "**Today's Progress**: Read about *queues*\n"
			   "and topics.\n"
			   "\n"
			   "**What I learned**:\n"
			   "- SNS fans out\n"
			   "  - one to many\n"
			   "**Thoughts:** Fine, `really`.\n"
			   "\n"
			   "```\n"
			   "# no label\n"
			   "```\n"
			   "\n"
			   "#### Link to work: [site](https://a.example)\n"
			   "\n"
			   "## Evening\n"
			   "\n"
			   "More.\n"),
		       &mem);
	struct expected wanted[ARRAY_SIZE(expected)];

	memcpy(wanted, expected, sizeof(expected));
	wanted[3].text = "Fine, `really`.";
	check(&doc, wanted, ARRAY_SIZE(wanted));
	assert_int_equal(doc.kind, DOCUMENT_ENTRY);
	assert_string_equal(doc.title, "Day 0: July 4, 2022");
	assert_string_equal(doc.id, "2022-07-04");
	assert_int_equal(doc.day, day_parse_iso(STR("2022-07-04")));
	assert_int_equal(doc.nparts, 1);
	assert_int_equal(doc.ntags, 1);
	assert_null(doc.complaint);
}

static void a_label_that_is_a_setext_heading_says_nothing(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "log/undated/x.md", STR("**Thoughts:**\n-"), &mem);
	assert_int_equal(doc.npassages, 0);
	assert_int_equal(doc.nparts, 1);
}

static void a_note_has_a_part_for_each_heading(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "notes/aws/sqs.md",
		       STR("before\n"
			   "# Messaging\n"
			   "## SQS\n"
			   "queues\n"
			   "## SNS\n"
			   "| a | b |\n|---|---|\n| 1 | 2 |\n"
			   "# End\n"),
		       &mem);
	assert_int_equal(doc.nparts, 5);
	assert_int_equal(doc.parts[0].nheadings, 0);
	assert_int_equal(doc.parts[2].nheadings, 2);
	assert_string_equal(doc.parts[2].headings[0], "Messaging");
	assert_string_equal(doc.parts[2].headings[1], "SQS");
	assert_int_equal(doc.parts[2].line, 3);
	assert_int_equal(doc.parts[2].npassages, 2);
	assert_int_equal(doc.parts[3].npassages, 3);
	assert_int_equal(doc.parts[4].nheadings, 1);
	assert_string_equal(doc.title, "Messaging");
}

static void plain_text_has_headings_too(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "notes/loose.txt",
		       STR("SQS:\nqueues\n\nSNS:\n\n- topics:\n"
			   "(a remark) that ends so:\n"),
		       &mem);
	assert_int_equal(doc.nparts, 2);
	assert_string_equal(doc.parts[0].headings[0], "SQS");
	assert_string_equal(doc.parts[1].headings[0], "SNS");
	assert_string_equal(doc.title, "loose");
	document_parse(&doc, "notes/starred.md",
		       STR("****# Certificate, spring\ntext\n\n## Lambda\n"),
		       &mem);
	assert_string_equal(doc.title, "Certificate, spring");
	assert_int_equal(doc.nparts, 2);
	assert_int_equal(doc.parts[1].nheadings, 2);
}

static void a_rule_at_the_top_of_a_note_is_no_front_matter(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "notes/x.md",
		       STR("---\nIntroduction to queues\n---\ntext\n"), &mem);
	assert_true(doc.npassages >= 2);
	assert_int_equal(doc.passages[0].line, 2);
	assert_non_null(doc.complaint);
}

static void a_note_is_called_by_what_stands_at_its_top(void **state UNUSED)
{
	static const char *const cases[][3] = {
		{ "notes/a.md", "# Queues\n\ntext\n\n## Limits\n", "Queues" },
		{ "notes/a.md", "---\ntitle: Named\n---\n# Queues\n", "Named" },
		{ "notes/aws/pod-notes.md",
		  "A pod is the smallest unit that a cluster can schedule.\n\n"
		  "# Resources\n", "pod notes" },
		{ "plans/exam_2024-05.md", "## Overview\n\ntext\n",
		  "exam 2024-05" },
		{ "notes/az-104.md", "no heading\n", "az-104" },
		{ "notes/Pre-signed URLs.md", "- x\n", "Pre-signed URLs" },
		{ "notes/ami.md", "202101201249\nTags: #z #aws\n\n---\n"
				  "# Machine images\n", "Machine images" },
		{ "notes/a.md", "<!-- mine -->\n# Queues\n", "Queues" },
		{ "notes/a.txt", "Reliability\n\nIt is what does its work.\n",
		  "Reliability" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(arena) mem = ARENA_INIT;
		struct document doc;

		document_parse(&doc, cases[i][0], str_of(cases[i][1]), &mem);
		assert_string_equal(doc.title, cases[i][2]);
	}
}

static void the_address_of_a_link_is_kept_beside_its_passage(
	void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	document_parse(&doc, "notes/a.md",
		       STR("See [it](https://a.example/x) and [y](y.md)\n\n"
			   "- https://b.example\n- ![i](http://c.example/i.png)"
			   " [b](mailto:b@d.example)\n"), &mem);
	assert_int_equal(doc.npassages, 3);
	assert_true(str_is(doc.passages[0].addresses, "https://a.example/x"));
	assert_true(str_is(doc.passages[1].addresses, ""));
	assert_true(str_is(doc.passages[2].addresses,
			   "http://c.example/i.png mailto:b@d.example"));
}

static void the_kind_follows_from_the_path(void **state UNUSED)
{
	static const struct {
		const char *path;
		enum document_kind kind;
	} cases[] = {
		{ "log/2022/2022-07-04.md", DOCUMENT_ENTRY },
		{ "notes/a.txt", DOCUMENT_NOTE },
		{ "notes/README", DOCUMENT_NOTE },
		{ "notes/a.PDF", DOCUMENT_OTHER },
		{ "plans/aws-dva.md", DOCUMENT_PLAN },
		{ "log/2022/picture.png", DOCUMENT_OTHER },
		{ "log/2022/x", DOCUMENT_OTHER },
		{ "README.md", DOCUMENT_OTHER },
		{ ".hecto/template.md", DOCUMENT_OTHER },
		{ "notes/.obsidian/a.md", DOCUMENT_OTHER },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_int_equal(document_kind(str_of(cases[i].path)),
				 cases[i].kind);
}

/*
 * The code over two lines leaves fewer breaks than there are lines, so that
 * each line has to be copied: once, not once for each line behind it.
 */
static void a_long_paragraph_costs_what_it_is_long(void **state UNUSED)
{
	static const char line[] = "words of queues\n";
	const size_t count = 40000;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct document doc;

	strbuf_addstr(&text, "a `b\nc` d\n");
	for (size_t i = 0; i < count; i++)
		strbuf_addstr(&text, line);
	document_parse(&doc, "notes/a.md", strbuf_slice(&text), &mem);
	assert_int_equal(doc.npassages, 1);
	assert_int_equal(doc.passages[0].last_line, count + 2);
	assert_int_equal(doc.passages[0].text.len, text.len - 1);
	assert_true(str_starts(doc.passages[0].text,
			       "a `b c` d words of queues words"));
}

static void check_names(const char *path, struct str file)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document whole, names;

	document_parse(&whole, path, file, &mem);
	document_parse_names(&names, path, file, &mem);
	assert_string_equal(names.title, whole.title);
	assert_int_equal(names.title_is_name, whole.title_is_name);
	assert_int_equal(names.ntags, whole.ntags);
	assert_int_equal(names.nparts, whole.nparts);
	assert_int_equal(names.npassages, whole.npassages);
	assert_true(whole.nlinks > 0);
	assert_int_equal(names.nlinks, whole.nlinks);
	for (size_t i = 0; i < whole.nlinks; i++)
		assert_true(str_eq(names.links[i].target,
				   whole.links[i].target));
}

static void names_are_the_same_without_what_texts_say(void **state UNUSED)
{
	static const char text[] =
		"---\ntags: [queues, aws]\n---\n# Queues\n\n"
		"SQS is a queue of messages.\n\n## Services\n\n- SNS\n"
		"- [ ] read [[Topics|about topics]]\n\nHow long do they live?\n"
		"- 14 days, see <https://example.org/>\n";

	check_names("notes/queues.md", str_of(text));
	check_names("notes/plain.txt", str_of(text));
	check_names("plans/queues.md", str_of(text));
	check_names("log/2022/2022-07-04.md", str_of(text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_entry_is_one_part_with_sections),
		cmocka_unit_test(names_are_the_same_without_what_texts_say),
		cmocka_unit_test(
			a_label_that_is_a_setext_heading_says_nothing),
		cmocka_unit_test(a_note_has_a_part_for_each_heading),
		cmocka_unit_test(plain_text_has_headings_too),
		cmocka_unit_test(a_rule_at_the_top_of_a_note_is_no_front_matter),
		cmocka_unit_test(a_long_paragraph_costs_what_it_is_long),
		cmocka_unit_test(a_note_is_called_by_what_stands_at_its_top),
		cmocka_unit_test(
			the_address_of_a_link_is_kept_beside_its_passage),
		cmocka_unit_test(the_kind_follows_from_the_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
