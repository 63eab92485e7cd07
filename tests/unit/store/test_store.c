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

static void names_that_leave_the_journal_are_refused(void **state)
{
	static const char *const names[] = {
		"../a.md", "/etc/a.md", ".git/config", "log//a.md", "",
	};
	struct repository *r = *state;

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		assert_int_equal(repository_try_put(r, names[i], "x"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		repository_test(a_new_repository_is_on_main_and_takes_a_file),
		repository_test(the_same_bytes_again_make_no_commit),
		repository_test(
			an_edit_by_hand_is_committed_before_it_is_replaced),
		repository_test(a_file_can_be_removed),
		repository_test(names_that_leave_the_journal_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
