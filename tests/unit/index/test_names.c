/* SPDX-License-Identifier: MIT */
/* Names that documents give to what becomes a topic. */
#include "tests/unit/index/fixture.h"

struct listener {
	struct fixture *f;
	struct strbuf told;
};

static struct topic_catalogue *topics(void *arg)
{
	struct listener *l = arg;

	return fixture_topics(l->f);
}

static void take_names(void *arg, struct str names)
{
	struct listener *l = arg;

	strbuf_reset(&l->told);
	strbuf_addslice(&l->told, names);
}

static void assert_names(struct fixture *f, const char *expected)
{
	struct listener l = { f, STRBUF_INIT };
	const struct index_source source = {
		.root = f->root,
		.catalogue = topics,
		.derived = take_names,
		.arg = &l,
		.catalogue_key = "built-in",
	};

	open_index(f);
	if (index_refresh(f->ix, &source, &f->report, &f->err))
		fail_msg("%s", f->err.text);
	assert_string_equal(l.told.buf, expected);
	strbuf_release(&l.told);
	close_index(f);
}

static void put_note(struct fixture *f)
{
	put(f, "notes/poison.md", "# Poison messages\n\nThey come again.\n");
}

static void a_note_that_two_others_link_to_is_a_topic(void **state)
{
	struct fixture *f = *state;

	put_note(f);
	put(f, "log/2022/2022-07-04.md", "On [[Poison messages#Again|them]].\n");
	put(f, "notes/b.md", "See [[folder/poison messages]].\n");
	assert_names(f, "Poison messages\n");
}

static void what_is_no_link_of_the_document_counts_for_nothing(void **state)
{
	struct fixture *f = *state;

	put_note(f);
	put(f, "log/2022/2022-07-04.md", "On [[Poison messages]].\n");
	put(f, "notes/b.md", "A word.\n\n<!--\n[[Poison messages]]\n-->\n");
	put(f, "notes/c.md", "A word:\n\n    [[Poison messages]]\n\nand so on\n");
	assert_names(f, "");
}

static void a_link_in_front_matter_counts(void **state)
{
	struct fixture *f = *state;

	put_note(f);
	put(f, "notes/b.md", "---\nup: \"[[Poison messages]]\"\n---\nText.\n");
	put(f, "notes/c.md", "See [[Poison messages]].\n");
	assert_names(f, "Poison messages\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_note_that_two_others_link_to_is_a_topic),
		TEST(what_is_no_link_of_the_document_counts_for_nothing),
		TEST(a_link_in_front_matter_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
