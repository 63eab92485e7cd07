/* SPDX-License-Identifier: MIT */
/* Links in the index: where they are, and that they go with their document. */
#include "tests/unit/index/fixture.h"

#include "core/base/date.h"

static const struct index_link_filter all = { .since = DAY_NONE,
					      .until = DAY_NONE };

static size_t links(struct fixture *f, struct index_link_filter filter,
		    struct index_link **out)
{
	size_t count;

	if (index_links(f->ix, &filter, &f->mem, out, &count, &f->err))
		fail_msg("%s", f->err.text);
	return count;
}

static void put_links(struct fixture *f)
{
	put_journal(f);
	put(f, "notes/more.md",
	    "---\naliases: [Further reading]\n---\n# More\n\n## SQS\n\n"
	    "Amazon SQS is in [[messaging#Amazon SQS]]\n"
	    "and at https://example.org/sqs.\n");
	refresh(f);
}

static void a_link_comes_with_the_passage_it_is_in(void **state)
{
	struct fixture *f = *state;
	struct index_link *l;

	put_links(f);
	assert_int_equal(links(f, all, &l), 3);
	assert_string_equal(l[0].in.path, "log/2022/2022-07-04.md");
	assert_int_equal(l[0].in.section, SECTION_LINKS);
	assert_true(str_is(l[0].link.target, "https://example.org/a"));
	assert_true(str_is(l[0].link.text, "notes"));
	assert_int_equal(l[0].link.line, 19);
	assert_string_equal(l[1].in.path, "notes/more.md");
	assert_int_equal(l[1].in.nheadings, 2);
	assert_string_equal(l[1].in.headings[1], "SQS");
	assert_true(str_starts(l[1].in.text, "Amazon SQS is in"));
	assert_int_equal(l[1].link.line, 8);
	assert_int_equal(l[2].link.line, 9);
	assert_int_equal(l[2].in.line, 8);
	assert_ptr_equal(l[1].in.text.s, l[2].in.text.s);
}

static void links_are_found_by_day_topic_and_path(void **state)
{
	struct fixture *f = *state;
	struct strset paths = STRSET_INIT;
	struct index_link_filter by = all;
	struct index_link *l;

	put_links(f);
	by.since = by.until = day_parse_iso(STR("2022-07-04"));
	assert_int_equal(links(f, by, &l), 1);
	by = all;
	by.topic = "sqs";
	assert_int_equal(links(f, by, &l), 3);
	by.topic = "sns";
	assert_int_equal(links(f, by, &l), 0);
	by = all;
	strset_put(&paths, STR("notes/more.md"), 0);
	by.paths = &paths;
	assert_int_equal(links(f, by, &l), 2);
	strset_release(&paths);
}

static void links_go_with_their_document(void **state)
{
	struct fixture *f = *state;
	struct link_document *called;
	struct index_link *l;
	size_t count;

	put_links(f);
	put(f, "notes/more.md", "# More\n\nNothing to see here any more.\n");
	reopen(f);
	assert_int_equal(links(f, all, &l), 1);
	take_away(f, "log/2022/2022-07-04.md");
	reopen(f);
	assert_int_equal(links(f, all, &l), 0);
	assert_int_equal(index_called(f->ix, &f->mem, &called, &count,
				      &f->err), 0);
	assert_int_equal(count, 4);
	assert_int_equal(called[2].naliases, 0);
}

static void documents_are_called_by_their_names(void **state)
{
	struct fixture *f = *state;
	AUTO(link_names) n = LINK_NAMES_INIT;
	struct link_document *called;
	struct link_found found;
	size_t count;

	put_links(f);
	assert_int_equal(index_called(f->ix, &f->mem, &called, &count,
				      &f->err), 0);
	assert_int_equal(count, 5);
	for (size_t i = 0; i < count; i++)
		link_names_add(&n, &called[i]);
	found = link_find_wiki(&n, "notes/x.md", STR("further reading"));
	assert_int_equal(found.end, LINK_TO_DOCUMENT);
	assert_string_equal(called[found.document].path, "notes/more.md");
	found = link_find_wiki(&n, "notes/x.md", STR("messaging#amazon sns"));
	assert_false(found.no_heading);
	found = link_find_wiki(&n, "notes/x.md", STR("messaging#Prices"));
	assert_true(found.no_heading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_link_comes_with_the_passage_it_is_in),
		TEST(links_are_found_by_day_topic_and_path),
		TEST(links_go_with_their_document),
		TEST(documents_are_called_by_their_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
