/* SPDX-License-Identifier: MIT */
/* Questions, todos, holes and labs are found wherever they stand. */
#include "tests/unit/index/fixture.h"

static void show_items(struct fixture *f, unsigned traits, struct strbuf *out)
{
	struct index_item *items;
	size_t count;

	if (index_items(f->ix, traits, &f->mem, &items, &count, &f->err))
		fail_msg("%s", f->err.text);
	for (size_t i = 0; i < count; i++) {
		const struct index_passage *p = &items[i].passage;

		strbuf_addf(out, "%s:%u-%u %s", p->path, p->line, p->last_line,
			    plan_section_name(p->plan));
		for (size_t k = 0; k < items[i].ntopics; k++)
			strbuf_addf(out, " %s", items[i].topics[k]);
		strbuf_addf(out, "%s%s %.*s\n",
			    items[i].private ? " private" : "",
			    items[i].parent >= 0 ? " nested" : "",
			    (int)p->text.len, p->text.s);
	}
}

static void assert_items(struct fixture *f, unsigned traits,
			 const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;

	show_items(f, traits, &out);
	assert_string_equal(out.buf, expected);
}

static void put_plan(struct fixture *f)
{
	put(f, "plans/dva.md",
	    "# Plan\n\n## Todo\n- Go through:\n  - networks\n\n"
	    "## Services\n### SQS\n- a queue\n\n"
	    "## Questions\n- Q: how is SQS read\n- why Lambda?\n");
	put(f, "notes/holes.md",
	    "---\nprivate: true\n---\n### Practice exam holes\n"
	    "long polling in SQS\n");
	put(f, "log/2026/2026-01-02.md",
	    "---\ndate: 2026-01-02\n---\n**Questions**:\n- what is S3?\n");
}

static void items_of_plans_come_first(void **state)
{
	struct fixture *f = *state;

	put_plan(f);
	refresh(f);
	assert_items(f, TRAIT_QUESTION,
		     "plans/dva.md:12-12 questions sqs Q: how is SQS read\n"
		     "plans/dva.md:13-13 questions lambda why Lambda?\n"
		     "log/2026/2026-01-02.md:5-5  s3 what is S3?\n");
}

static void items_know_their_section_and_what_they_are_nested_in(void **state)
{
	struct fixture *f = *state;

	put_plan(f);
	refresh(f);
	assert_items(f, TRAIT_TODO | TRAIT_SUBJECT,
		     "plans/dva.md:4-4 todo Go through:\n"
		     "plans/dva.md:5-5 todo nested networks\n"
		     "plans/dva.md:8-8 services sqs SQS\n");
	assert_items(f, TRAIT_HOLE,
		     "notes/holes.md:5-5 holes sqs private "
		     "long polling in SQS\n");
}

static void a_hole_is_about_what_it_names_or_else_its_heading(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/holes.md",
	    "## Lambda\n### Practice exam holes\nlong polling in SQS\n"
	    "retry and back off\n");
	refresh(f);
	assert_items(f, TRAIT_HOLE,
		     "notes/holes.md:3-3 holes sqs long polling in SQS\n"
		     "notes/holes.md:4-4 holes lambda retry and back off\n");
}

static void what_is_no_item_is_not_listed(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "A shard is a sequence of records.\n");
	refresh(f);
	assert_items(f, TRAIT_DEFINITION, "");
	assert_items(f, ~0u, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(items_of_plans_come_first),
		TEST(items_know_their_section_and_what_they_are_nested_in),
		TEST(a_hole_is_about_what_it_names_or_else_its_heading),
		TEST(what_is_no_item_is_not_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
