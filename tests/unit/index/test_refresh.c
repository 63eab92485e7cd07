/* SPDX-License-Identifier: MIT */
/* The index follows the files. */
#include "tests/unit/index/fixture.h"

#include <sys/resource.h>

static void all_files_are_read_at_first_and_none_again(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	assert_int_equal(f->report.read, 4);
	assert_true(f->report.rebuilt);
	reopen(f);
	assert_int_equal(f->report.read, 0);
	assert_int_equal(f->report.unchanged, 4);
	assert_false(f->report.rebuilt);
}

static void a_new_file_is_found(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	put(f, "log/2022/2022-07-06.md", "Read about quokkas.\n");
	refresh(f);
	assert_int_equal(f->report.read, 1);
	assert_int_equal(search(f, "quokkas"), 1);
	assert_int_equal(count_entries(f), 3);
}

static void an_edited_file_is_read_again(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	assert_int_equal(search(f, "august"), 1);
	put(f, "plans/exam.md", "# The exam\n\nSome day in October.\n");
	refresh(f);
	assert_int_equal(f->report.read, 1);
	assert_int_equal(search(f, "august"), 0);
	assert_int_equal(search(f, "october"), 1);
}

static void a_removed_file_is_forgotten(void **state)
{
	struct fixture *f = *state;
	struct index_tag *tags;
	size_t count;

	put_journal(f);
	refresh(f);
	take_away(f, "log/2022/2022-07-04.md");
	refresh(f);
	assert_int_equal(f->report.removed, 1);
	assert_int_equal(count_entries(f), 1);
	assert_int_equal(search(f, "visibility"), 0);
	assert_int_equal(index_tags(f->ix, &f->mem, &tags, &count, &f->err), 0);
	assert_int_equal(count, 1);
	assert_string_equal(tags[0].name, "aws");
	assert_int_equal(tags[0].entries, 1);
}

static void a_renamed_file_has_its_new_name(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) from = STRBUF_INIT;
	AUTO(strbuf) to = STRBUF_INIT;
	struct hit *hits;

	put_journal(f);
	refresh(f);
	fixture_path(f, "notes/messaging.md", &from);
	fixture_path(f, "notes/queues.md", &to);
	assert_int_equal(rename(from.buf, to.buf), 0);
	refresh(f);
	assert_int_equal(f->report.read, 1);
	assert_int_equal(f->report.removed, 1);
	assert_int_equal(search_as(f, any, "fetched", &hits), 1);
	assert_string_equal(hits[0].path, "notes/queues.md");
}

static void set_times(struct fixture *f, const char *path,
		      const struct stat *like)
{
	AUTO(strbuf) full = STRBUF_INIT;
	struct timespec times[2] = { like->st_atim, like->st_mtim };

	fixture_path(f, path, &full);
	assert_int_equal(utimensat(AT_FDCWD, full.buf, times, 0), 0);
}

static void an_edit_that_keeps_size_and_time_is_seen(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) full = STRBUF_INIT;
	struct stat st;

	put(f, "notes/a.md", "the word is alpha\n");
	refresh(f);
	fixture_path(f, "notes/a.md", &full);
	assert_int_equal(stat(full.buf, &st), 0);
	put(f, "notes/a.md", "the word is omega\n");
	set_times(f, "notes/a.md", &st);
	refresh(f);
	assert_int_equal(search(f, "alpha"), 0);
	assert_int_equal(search(f, "omega"), 1);
}

/* The clock that stamps files ticks slower than this writes. */
static void edits_within_one_tick_are_seen(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i < 100; i++) {
		put(f, "notes/a.md", i % 2 ? "word alpha\n" : "word omega\n");
		refresh(f);
		assert_int_equal(search(f, "alpha"), i % 2);
		assert_int_equal(search(f, "omega"), !(i % 2));
	}
}

static void other_files_and_links_are_left_alone(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) link = STRBUF_INIT;

	put_journal(f);
	put(f, "notes/.hidden.md", "invisible\n");
	put(f, "notes/.trash/a.md", "invisible\n");
	put(f, "notes/picture.png", "invisible\n");
	put(f, "elsewhere/a.md", "invisible\n");
	fixture_path(f, "notes/link.md", &link);
	assert_int_equal(symlink("../elsewhere/a.md", link.buf), 0);
	strbuf_reset(&link);
	fixture_path(f, "notes/folder", &link);
	assert_int_equal(symlink("../elsewhere", link.buf), 0);
	strbuf_reset(&link);
	fixture_path(f, "notes/pipe.md", &link);
	assert_int_equal(mkfifo(link.buf, 0600), 0);
	refresh(f);
	assert_int_equal(f->report.read, 4);
	assert_int_equal(search(f, "invisible"), 0);
}

static void another_catalogue_means_reading_all_again(void **state)
{
	struct fixture *f = *state;
	const struct index_source other = fixture_source(f, "more");

	put_journal(f);
	refresh(f);
	assert_int_equal(index_refresh(f->ix, &other, &f->report, &f->err), 0);
	assert_true(f->report.rebuilt);
	assert_int_equal(f->report.read, 4);
	assert_int_equal(search(f, "queue"), 3);
	assert_int_equal(index_refresh(f->ix, &other, &f->report, &f->err), 0);
	assert_int_equal(f->report.read, 0);
}

static void the_catalogue_is_not_asked_for_without_need(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	topic_catalogue_free(f->topics);
	f->topics = NULL;
	reopen(f);
	assert_null(f->topics);
}

static void nobody_else_can_read_the_index(void **state)
{
	static const char *const suffixes[] = { "", "-wal", "-shm" };
	struct fixture *f = *state;
	struct stat st;

	put_journal(f);
	refresh(f);
	reopen(f);
	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++) {
		AUTO(strbuf) path = STRBUF_INIT;

		strbuf_addf(&path, "%s%s", f->index_path.buf, suffixes[i]);
		assert_int_equal(stat(path.buf, &st), 0);
		assert_int_equal(st.st_mode & 0777, 0600);
	}
}

static void a_journal_without_files_is_no_failure(void **state)
{
	struct fixture *f = *state;

	refresh(f);
	assert_int_equal(f->report.unchanged, 0);
	assert_int_equal(search(f, "anything"), 0);
	reopen(f);
	assert_false(f->report.rebuilt);
}

static void a_long_heading_over_many_parts_costs_little(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(&text, "# Kinesis");
	for (int i = 0; i < 100000; i++)
		strbuf_addstr(&text, " long");
	strbuf_addch(&text, '\n');
	for (int i = 0; i < 10000; i++)
		strbuf_addstr(&text, "## a part\n\ntext\n\n");
	put(f, "notes/a.md", text.buf);
	refresh(f);
	assert_int_equal(search(f, "kinesis"), 10001);
}

static void an_entry_that_is_too_large_is_listed_and_not_read(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) full = STRBUF_INIT;

	put(f, "log/2022/2022-07-04.md", "An entry of many words.\n");
	fixture_path(f, "log/2022/2022-07-04.md", &full);
	assert_int_equal(truncate(full.buf, (off_t)9 << 20), 0);
	refresh(f);
	assert_int_equal(count_entries(f), 1);
	assert_int_equal(search(f, "words"), 0);
}

/* What makes it unreadable here is that no more files may be open. */
static void a_folder_that_cannot_be_read_is_not_taken_for_empty(void **state)
{
	struct fixture *f = *state;
	const struct index_source source = fixture_source(f, "built-in");
	struct rlimit before, tight;
	int rc, next;

	put_journal(f);
	refresh(f);
	next = dup(0);
	assert_true(next > 0);
	close(next);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	tight = (struct rlimit){ (rlim_t)next, before.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &tight), 0);
	rc = index_refresh(f->ix, &source, &f->report, &f->err);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_int_equal(rc, -1);
	assert_non_null(strstr(f->err.text, "cannot read the folder 'log"));
	refresh(f);
	assert_int_equal(count_entries(f), 2);
}

static void one_folder_is_enough_after_a_refresh_of_all(void **state)
{
	struct fixture *f = *state;
	struct index_source one = { .root = f->root, .catalogue = fixture_topics,
				    .arg = f, .catalogue_key = "built-in",
				    .only = "log/2022" };

	put_journal(f);
	refresh(f);
	put(f, "log/2022/2022-07-06.md", "A word like zanzibar.\n");
	put(f, "log/2022/deep/2022-07-07.md", "And zanzibar deeper.\n");
	put(f, "notes/new.md", "A zanzibar elsewhere.\n");
	assert_int_equal(index_refresh(f->ix, &one, &f->report, &f->err), 0);
	assert_int_equal(f->report.read, 1);
	assert_int_equal(f->report.removed, 0);
	assert_int_equal(search(f, "zanzibar"), 1);
	assert_int_equal(search(f, "august"), 1);
	refresh(f);
	assert_int_equal(f->report.read, 2);
	assert_int_equal(search(f, "zanzibar"), 3);
}

static void one_folder_is_not_enough_for_an_empty_index(void **state)
{
	struct fixture *f = *state;
	struct index_source one = { .root = f->root, .catalogue = fixture_topics,
				    .arg = f, .catalogue_key = "built-in",
				    .only = "log/2022" };

	put_journal(f);
	assert_int_equal(index_open(&f->ix, f->index_path.buf, &f->err), 0);
	assert_int_equal(index_refresh(f->ix, &one, &f->report, &f->err), 0);
	assert_int_equal(f->report.read, 4);
}

static void no_names(void *arg UNUSED, struct str names UNUSED)
{
}

static void one_folder_is_not_enough_where_a_name_becomes_a_topic(void **state)
{
	struct fixture *f = *state;
	struct index_source source = { .root = f->root,
				       .catalogue = fixture_topics,
				       .arg = f,
				       .catalogue_key = "built-in",
				       .derived = no_names };

	put_journal(f);
	put(f, "log/2023/2023-01-01.md",
	    "---\ndate: 2023-01-01\ntags: [brewing]\n---\nBeer.\n");
	assert_int_equal(index_open(&f->ix, f->index_path.buf, &f->err), 0);
	assert_int_equal(index_refresh(f->ix, &source, &f->report, &f->err), 0);
	put(f, "log/2022/2022-07-06.md",
	    "---\ndate: 2022-07-06\ntags: [brewing]\n---\nMore beer.\n");
	source.only = "log/2022";
	assert_int_equal(index_refresh(f->ix, &source, &f->report, &f->err), 0);
	assert_int_equal(search(f, "beer"), 2);
	assert_int_equal(search(f, "august"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_folder_is_enough_after_a_refresh_of_all),
		TEST(one_folder_is_not_enough_for_an_empty_index),
		TEST(one_folder_is_not_enough_where_a_name_becomes_a_topic),
		TEST(all_files_are_read_at_first_and_none_again),
		TEST(a_new_file_is_found),
		TEST(an_edited_file_is_read_again),
		TEST(a_removed_file_is_forgotten),
		TEST(a_renamed_file_has_its_new_name),
		TEST(an_edit_that_keeps_size_and_time_is_seen),
		TEST(edits_within_one_tick_are_seen),
		TEST(other_files_and_links_are_left_alone),
		TEST(another_catalogue_means_reading_all_again),
		TEST(the_catalogue_is_not_asked_for_without_need),
		TEST(nobody_else_can_read_the_index),
		TEST(a_journal_without_files_is_no_failure),
		TEST(a_long_heading_over_many_parts_costs_little),
		TEST(an_entry_that_is_too_large_is_listed_and_not_read),
		TEST(a_folder_that_cannot_be_read_is_not_taken_for_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
