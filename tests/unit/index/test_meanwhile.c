/* SPDX-License-Identifier: MIT */
/* Answers that are found while the files are still looked at. */
#include "tests/unit/index/fixture.h"

static void refresh_meanwhile(struct fixture *f)
{
	const struct index_source source = fixture_source(f, "built-in");

	if (index_refresh_meanwhile(f->ix, &source, &f->err))
		fail_msg("%s", f->err.text);
}

static void what_changed_is_in_the_first_answer(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	put(f, "notes/new.md", "a word like zebra\n");
	take_away(f, "log/2022/2022-07-04.md");
	refresh_meanwhile(f);
	assert_int_equal(search(f, "zebra"), 1);
	assert_int_equal(count_entries(f), 1);
}

static void passages_that_had_to_be_sorted_are_read_again(void **state)
{
	struct fixture *f = *state;
	struct index_passage *passages;
	size_t count;

	put(f, "log/2022/2022-07-05.md", "SQS, the later day\n");
	refresh(f);
	put(f, "log/2022/2022-07-04.md", "SQS, the earlier day\n");
	refresh(f);
	put(f, "notes/new.md", "SQS one\n\nSQS two\n\nSQS three\n\nSQS four\n");
	refresh_meanwhile(f);
	assert_int_equal(index_topic_passages(f->ix, "sqs", &f->mem, &passages,
					      &count, &f->err), 0);
	assert_int_equal(count, 6);
	assert_string_equal(passages[0].id, "2022-07-04");
	assert_string_equal(passages[1].id, "2022-07-05");
	assert_string_equal(passages[5].id, "new");
}

static void an_index_that_has_nothing_is_filled(void **state)
{
	struct fixture *f = *state;

	refresh(f);
	put_journal(f);
	refresh_meanwhile(f);
	assert_int_equal(count_entries(f), 2);
}

static void what_did_not_change_is_answered_at_once(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	refresh_meanwhile(f);
	assert_int_equal(count_entries(f), 2);
	assert_int_equal(index_settle(f->ix, &f->err), 0);
}

static void to_settle_makes_it_true_without_a_question(void **state)
{
	struct fixture *f = *state;
	struct index_counts before, after;

	put_journal(f);
	refresh(f);
	assert_int_equal(index_count(f->ix, &before, &f->err), 0);
	put(f, "notes/new.md", "a word like zebra\n");
	refresh_meanwhile(f);
	assert_int_equal(index_settle(f->ix, &f->err), 0);
	assert_int_equal(index_count(f->ix, &after, &f->err), 0);
	assert_int_equal(after.documents, before.documents + 1);
}

static void nobody_has_to_ask(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	refresh_meanwhile(f);
	refresh_meanwhile(f);
	refresh(f);
	refresh_meanwhile(f);
	close_index(f);
}

static void a_folder_that_cannot_be_read_is_told_and_left_out(void **state)
{
	struct fixture *f = *state;
	const struct index_filter all = { .since = DAY_NONE,
					  .until = DAY_NONE };
	AUTO(strbuf) folder = STRBUF_INIT;
	struct index_entry *entries;
	size_t count;

	if (!geteuid())
		skip();
	put_journal(f);
	refresh(f);
	fixture_path(f, "log/2022", &folder);
	assert_int_equal(chmod(folder.buf, 0), 0);
	refresh_meanwhile(f);
	assert_int_equal(index_entries(f->ix, &all, &f->mem, &entries, &count,
				       &f->err), 0);
	assert_int_equal(count, 0);
	assert_int_equal(index_unread(f->ix)->count, 1);
	assert_string_equal(index_unread(f->ix)->items[0].path, "log/2022");
	assert_int_equal(chmod(folder.buf, 0700), 0);
	refresh(f);
	assert_int_equal(index_unread(f->ix)->count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_changed_is_in_the_first_answer),
		TEST(passages_that_had_to_be_sorted_are_read_again),
		TEST(an_index_that_has_nothing_is_filled),
		TEST(what_did_not_change_is_answered_at_once),
		TEST(to_settle_makes_it_true_without_a_question),
		TEST(nobody_has_to_ask),
		TEST(a_folder_that_cannot_be_read_is_told_and_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
