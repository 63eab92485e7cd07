/* SPDX-License-Identifier: MIT */
/* What a journal's repository is after a write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/store/repository.h"

static void a_new_repository_is_on_main_and_takes_a_file(void **state)
{
	struct repository *r = *state;

	repository_put(r, "log/2022/2022-07-04.md", "learned about queues\n");
	assert_int_equal(repository_git(r, "show HEAD:log/2022/2022-07-04.md "
					   "| grep -q queues"), 0);
	assert_int_equal(repository_git(r, "symbolic-ref HEAD | "
					   "grep -qx refs/heads/main"), 0);
	assert_true(repository_is_clean(r));
}

static void the_same_bytes_again_make_no_commit(void **state)
{
	struct repository *r = *state;

	repository_put(r, "a.md", "one");
	assert_true(r->report.changed);
	repository_put(r, "a.md", "one");
	assert_false(r->report.changed);
	assert_int_equal(repository_git(r, "rev-list --count HEAD | "
					   "grep -qx 1"), 0);
}

static void an_edit_by_hand_is_committed_before_it_is_replaced(void **state)
{
	struct repository *r = *state;

	repository_put(r, "a.md", "one");
	repository_edit(r, "a.md", "typed by hand");
	repository_put(r, "a.md", "two");
	assert_int_equal(r->report.nsaved_first, 1);
	assert_string_equal(r->report.saved_first[0], "a.md");
	assert_int_equal(repository_git(r, "show HEAD:a.md | grep -qx two"),
			 0);
	assert_int_equal(repository_git(r, "show HEAD~1:a.md | "
					   "grep -q 'typed by hand'"), 0);
	assert_int_equal(repository_git(r, "log -1 --format=%s HEAD~1 | "
					   "grep -q 'made by hand'"), 0);
	assert_true(repository_is_clean(r));
}

static struct store_batch *begin(struct repository *r)
{
	struct store_batch *b = NULL;

	if (repository_open(r) || store_begin(&b, r->store, &r->err))
		fail_msg("%s", r->err.text);
	return b;
}

static int commit_at(struct repository *r, struct store_batch *b,
		     int64_t seconds)
{
	struct store_author author = { "Somebody Else", "else@example.org",
				       { seconds, 120 } };

	return store_commit(b, "Write", &author, &r->report, &r->err);
}

static void a_file_can_be_removed(void **state)
{
	struct repository *r = *state;

	repository_put(r, "log/a.md", "one");
	repository_put(r, "log/b.md", "two");
	repository_remove(r, "log/a.md");
	assert_true(r->report.changed);
	assert_int_equal(repository_git(r, "ls-tree -r --name-only HEAD | "
					   "grep -qx log/a.md"), 1);
	assert_true(repository_is_clean(r));
	repository_remove(r, "log/a.md");
	assert_false(r->report.changed);
}

static void a_folder_goes_with_its_last_file(void **state)
{
	struct repository *r = *state;
	struct store_batch *b;

	repository_put(r, "log/2022/07/a.md", "one");
	repository_put(r, "log/2021/a.md", "one");
	repository_edit(r, "log/2021/mine.txt", "not hecto's");
	repository_remove(r, "log/2022/07/a.md");
	repository_remove(r, "log/2021/a.md");
	assert_int_equal(repository_shell(r, "test -d log && "
					     "test ! -e log/2022 && "
					     "test -e log/2021/mine.txt"), 0);
	repository_put(r, "log/2022/a.md", "one");
	b = begin(r);
	assert_int_equal(store_remove(b, "log/2022/a.md", &r->err), 0);
	assert_int_equal(store_put(b, "log/2022/b.md", STR("x"), &r->err), 0);
	assert_int_equal(commit_at(r, b, 1657000000), 0);
	assert_int_equal(r->report.nwarnings, 0);
	assert_int_equal(repository_shell(r, "rm log/2021/mine.txt"), 0);
	assert_true(repository_is_clean(r));
}

static void names_that_leave_the_journal_are_refused(void **state)
{
	static const char *const names[] = {
		"../a.md", "/etc/a.md", ".git/config", "log//a.md", "",
	};
	struct repository *r = *state;

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		assert_int_equal(repository_try_put(r, names[i], "x"), -1);
}

static void two_thousand_files_are_one_commit_and_one_pack(void **state)
{
	struct repository *r = *state;
	struct store_batch *b = begin(r);

	for (int i = 0; i < 2000; i++) {
		AUTO(strbuf) path = STRBUF_INIT;
		AUTO(strbuf) text = STRBUF_INIT;

		strbuf_addf(&path, "log/%d/%d.md", 2000 + i / 365, i);
		strbuf_addf(&text, "day %d, topic %d\n", i, i % 50);
		assert_int_equal(store_put(b, path.buf, strbuf_slice(&text),
					   &r->err), 0);
	}
	assert_int_equal(commit_at(r, b, 1657000000), 0);
	assert_int_equal(repository_shell(r, "test $(git rev-list --count "
					     "HEAD) = 1"), 0);
	assert_int_equal(repository_shell(r, "test $(git ls-files | wc -l) = "
					     "2000"), 0);
	assert_int_equal(repository_shell(r, "test $(find .git/objects -type f "
					     "| wc -l) = 2"), 0);
	assert_true(repository_is_clean(r));
}

static void what_a_batch_abandons_leaves_no_trace(void **state)
{
	struct repository *r = *state;
	struct store_batch *b = begin(r);

	assert_int_equal(store_put(b, "a.md", STR("x"), &r->err), 0);
	store_abandon(b);
	assert_int_equal(repository_shell(r, "test ! -e a.md && test -z "
					     "\"$(find .git/objects -type f)\""),
			 0);
	repository_put(r, "b.md", "the lock is free again");
}

static void the_last_put_of_a_path_wins(void **state)
{
	struct repository *r = *state;
	struct store_batch *b = begin(r);

	assert_int_equal(store_put(b, "a.md", STR("one"), &r->err), 0);
	assert_int_equal(store_put(b, "b.md", STR("x"), &r->err), 0);
	assert_int_equal(store_put(b, "a.md", STR("two"), &r->err), 0);
	assert_int_equal(store_remove(b, "b.md", &r->err), 0);
	assert_int_equal(commit_at(r, b, 1657000000), 0);
	assert_int_equal(repository_shell(r, "grep -qx two a.md && "
					     "test ! -e b.md"), 0);
	assert_true(repository_is_clean(r));
}

static void bytes_come_back_as_they_were(void **state)
{
	static const char bytes[] = "a\r\nb\0c\xff\n\n";
	struct repository *r = *state;
	struct str in = { bytes, sizeof(bytes) - 1 };
	struct store_batch *b = begin(r);
	struct beneath folder = BENEATH_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	assert_int_equal(store_put(b, "empty.md", STR(""), &r->err), 0);
	assert_int_equal(store_put(b, "a.md", in, &r->err), 0);
	assert_int_equal(commit_at(r, b, 1657000000), 0);
	assert_int_equal(beneath_open(&folder, r->root, &r->err), 0);
	assert_int_equal(beneath_read(&folder, "a.md", 100, &out, &r->err), 0);
	assert_true(str_eq(in, strbuf_slice(&out)));
	beneath_release(&folder);
	assert_true(repository_is_clean(r));
}

static void no_commit_is_before_its_parent_or_before_1970(void **state)
{
	struct repository *r = *state;
	struct store_batch *b = begin(r);

	assert_int_equal(store_put(b, "a.md", STR("x"), &r->err), 0);
	assert_int_equal(commit_at(r, b, -86400), 0);
	assert_int_equal(repository_shell(r, "test \"$(git log -1 --format="
					     "'%at %ct %an')\" = "
					     "'0 0 Somebody Else'"), 0);
	b = begin(r);
	assert_int_equal(store_put(b, "a.md", STR("y"), &r->err), 0);
	assert_int_equal(commit_at(r, b, 5000), 0);
	b = begin(r);
	assert_int_equal(store_put(b, "a.md", STR("z"), &r->err), 0);
	assert_int_equal(commit_at(r, b, 4000), 0);
	assert_int_equal(repository_shell(r, "test \"$(git log -1 --format="
					     "'%at %ct')\" = '4000 5000'"), 0);
}

static void a_file_cannot_take_the_place_of_a_folder(void **state)
{
	struct repository *r = *state;
	struct store_batch *b;

	repository_put(r, "log/a.md", "x");
	assert_int_equal(repository_try_put(r, "log", "x"), -1);
	assert_int_equal(repository_try_put(r, "log/a.md/b.md", "x"), -1);
	b = begin(r);
	assert_int_equal(store_put(b, "new", STR("x"), &r->err), 0);
	assert_int_equal(store_put(b, "new/b.md", STR("x"), &r->err), 0);
	assert_int_equal(commit_at(r, b, 5000), -1);
	assert_true(repository_is_clean(r));
	repository_put(r, "log/b.md", "still works");
}

static void a_file_deleted_by_hand_comes_back_when_it_is_put(void **state)
{
	struct repository *r = *state;

	repository_put(r, "a.md", "x");
	assert_int_equal(repository_shell(r, "rm a.md"), 0);
	repository_put(r, "a.md", "x");
	assert_false(r->report.changed);
	assert_true(repository_is_clean(r));
	assert_int_equal(repository_shell(r, "rm a.md"), 0);
	repository_put(r, "a.md", "y");
	assert_true(repository_is_clean(r));
}

static void an_edit_by_hand_is_saved_before_its_file_is_removed(void **state)
{
	struct repository *r = *state;

	repository_put(r, "a.md", "one");
	repository_put(r, "b.md", "one");
	repository_edit(r, "a.md", "typed by hand");
	repository_remove(r, "a.md");
	assert_int_equal(repository_git(r, "show HEAD~1:a.md | "
					   "grep -q 'typed by hand'"), 0);
	assert_true(repository_is_clean(r));
}

static void an_edit_that_is_what_we_write_needs_no_commit_of_its_own(
	void **state)
{
	struct repository *r = *state;

	repository_put(r, "a.md", "one");
	repository_edit(r, "a.md", "two");
	repository_put(r, "a.md", "two");
	assert_true(r->report.changed);
	assert_int_equal(r->report.nsaved_first, 0);
	assert_int_equal(repository_git(r, "rev-list --count HEAD | "
					   "grep -qx 2"), 0);
	assert_true(repository_is_clean(r));
}

static void an_executable_file_stays_one(void **state)
{
	struct repository *r = *state;

	assert_int_equal(repository_shell(r, "echo x >run && chmod +x run && "
					     "git add run && git commit -qm x"),
			 0);
	repository_put(r, "run", "y");
	assert_int_equal(repository_shell(r, "test -x run"), 0);
	assert_true(repository_is_clean(r));
}

/* As a run leaves it that dies after the branch has moved. */
static void a_commit_that_was_interrupted_is_finished_and_told(void **state)
{
	struct repository *r = *state;

	repository_put(r, "a.md", "one");
	repository_put(r, "b.md", "two");
	assert_int_equal(
		repository_shell(r,
			"rm b.md && git update-index --force-remove b.md && "
			"touch .git/hecto/w-file && { "
			"echo hecto-intent 1; echo refs/heads/main; "
			"git rev-parse HEAD~1 HEAD; echo locks; echo untold; echo end; "
			"} >.git/hecto/intent && touch .git/index.lock && "
			"touch .git/refs/heads/main.lock"), 0);
	repository_put(r, "c.md", "three");
	assert_int_equal(r->report.nrecovered, 1);
	assert_string_equal(r->report.recovered[0], "b.md");
	assert_int_equal(repository_shell(r, "grep -qx two b.md"), 0);
	assert_true(repository_is_clean(r));
	repository_put(r, "d.md", "four");
	assert_int_equal(r->report.nrecovered, 0);
}

static void what_was_not_acknowledged_is_told_by_the_next_run(void **state)
{
	struct repository *r = *state;
	struct store_batch *b = begin(r);

	assert_int_equal(store_put(b, "a.md", STR("x"), &r->err), 0);
	assert_int_equal(commit_at(r, b, 1657000000), 0);
	repository_close(r);
	repository_put(r, "b.md", "x");
	assert_int_equal(r->report.nrecovered, 1);
	assert_string_equal(r->report.recovered[0], "a.md");
	repository_close(r);
	repository_put(r, "c.md", "x");
	assert_int_equal(r->report.nrecovered, 0);
	assert_true(repository_is_clean(r));
}

static void recovery_leaves_an_edit_by_hand_alone(void **state)
{
	struct repository *r = *state;

	repository_put(r, "a.md", "one");
	repository_put(r, "a.md", "two");
	repository_edit(r, "a.md", "typed since then");
	/* Older than git's index, which git then believes. */
	assert_int_equal(
		repository_shell(r,
			"touch -d 2020-01-01 a.md && "
			"{ echo hecto-intent 1; echo refs/heads/main; "
			"git rev-parse HEAD~1 HEAD; echo locks; echo untold; echo end; "
			"} >.git/hecto/intent"), 0);
	repository_put(r, "b.md", "x");
	assert_int_equal(repository_shell(r, "grep -qx 'typed since then' a.md "
					     "&& git status --porcelain | "
					     "grep -qx ' M a.md'"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		repository_test(a_new_repository_is_on_main_and_takes_a_file),
		repository_test(the_same_bytes_again_make_no_commit),
		repository_test(
			an_edit_by_hand_is_committed_before_it_is_replaced),
		repository_test(a_file_can_be_removed),
		repository_test(a_folder_goes_with_its_last_file),
		repository_test(names_that_leave_the_journal_are_refused),
		repository_test(two_thousand_files_are_one_commit_and_one_pack),
		repository_test(what_a_batch_abandons_leaves_no_trace),
		repository_test(the_last_put_of_a_path_wins),
		repository_test(bytes_come_back_as_they_were),
		repository_test(no_commit_is_before_its_parent_or_before_1970),
		repository_test(a_file_cannot_take_the_place_of_a_folder),
		repository_test(
			a_file_deleted_by_hand_comes_back_when_it_is_put),
		repository_test(
			an_edit_by_hand_is_saved_before_its_file_is_removed),
		repository_test(
			an_edit_that_is_what_we_write_needs_no_commit_of_its_own),
		repository_test(an_executable_file_stays_one),
		repository_test(
			a_commit_that_was_interrupted_is_finished_and_told),
		repository_test(
			what_was_not_acknowledged_is_told_by_the_next_run),
		repository_test(recovery_leaves_an_edit_by_hand_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
