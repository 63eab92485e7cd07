/* SPDX-License-Identifier: MIT */
/* The states that a repository can be in: each works, or says the way out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/store/repository.h"

#define ENTRY "log/2022/2022-07-04.md"

/* Shell commands that bring a repository with one commit into a state. */
struct state {
	const char *name, *commands;
	const char *refused;	/* what the message must hold; NULL: works */
};

static const struct state states[] = {
	{ "as it is", "true", NULL },
	{ "packed refs and objects", "git pack-refs --all && git gc -q", NULL },
	{ "index version 4", "git update-index --index-version 4", NULL },
	{ "untracked cache",
	  "git config feature.manyFiles true && "
	  "git update-index --untracked-cache && git status", NULL },
	{ "no index", "rm .git/index", NULL },
	{ "an empty index", ": >.git/index", NULL },
	{ "half an index",
	  "head -c 100 .git/index >i && cat i >.git/index && rm i", NULL },
	{ "worktree configuration",
	  "git config core.repositoryformatversion 1 && "
	  "git config extensions.worktreeConfig true", NULL },
	{ "the path is ignored",
	  "echo log/ >.gitignore && git add . && git commit -qm i", NULL },
	{ "line ends are converted",
	  "echo '*.md text eol=crlf' >.gitattributes && git add . && "
	  "git commit -qm a", NULL },
	{ "a linked work tree has the other branch",
	  "git worktree add -q ../linked -b other", NULL },
	{ "a shallow clone",
	  "git clone -q --depth 1 file://$PWD ../shallow && rm -rf .git && "
	  "mv ../shallow/.git .git", NULL },
	{ "a branch with slashes", "git switch -qc notes/of/july", NULL },
	{ "a detached HEAD", "git checkout -q --detach", "git switch" },
	{ "a merge under way",
	  "git rev-parse HEAD >.git/MERGE_HEAD", "git merge --abort" },
	{ "a rebase under way", "mkdir .git/rebase-merge", "--continue" },
	{ "a cherry-pick under way",
	  "git rev-parse HEAD >.git/CHERRY_PICK_HEAD", "cherry-pick" },
	{ "a bare repository", "git config core.bare true", "bare" },
	{ "SHA-256 objects",
	  "rm -rf .git && git init -q --object-format=sha256", "SHA-256" },
	{ "a split index", "git update-index --split-index",
	  "--no-split-index" },
	{ "a sparse index",
	  "mkdir -p rest/x && echo x >rest/x/y && git add . && "
	  "git commit -qm r && git sparse-checkout set --cone --sparse-index "
	  "log", "--no-sparse-index" },
	{ "the branch is empty after a power cut",
	  ": >.git/refs/heads/main", "is damaged" },
	{ "the work tree is elsewhere", "git config core.worktree /etc",
	  "core.worktree" },
	{ "its folder is a symbolic link",
	  "mkdir ../away && ln -s ../../away log/2022", "symbolic link" },
	{ "a folder above it is a symbolic link",
	  "rm -rf log && git rm -rq --cached log && mkdir ../away && "
	  "ln -s ../away log", "symbolic link" },
	{ "it is a symbolic link",
	  "mkdir log/2022 && echo v >../victim && "
	  "ln -s ../../../victim " ENTRY, "symbolic link" },
	{ "it is a folder", "mkdir -p " ENTRY, "is a folder" },
	{ "it is a folder in the repository",
	  "mkdir -p " ENTRY " && echo x >" ENTRY "/x && git add . && "
	  "git commit -qm f && rm -r " ENTRY, "is a folder" },
	{ "a lock of git on the branch",
	  "touch .git/refs/heads/main.lock", "main.lock" },
};

static void check_state(struct repository *r, const struct state *s)
{
	assert_int_equal(repository_shell(r, s->commands), 0);
	if (s->refused) {
		repository_refuses(r, ENTRY, s->refused);
		assert_int_equal(repository_shell(r, "! find .. -name away "
						     "-type d | xargs -I{} "
						     "find {} -type f | "
						     "grep ."), 0);
		return;
	}
	repository_put(r, ENTRY, "learned about queues\n");
	assert_int_equal(r->report.nwarnings, 0);
	assert_int_equal(repository_git(r, "show HEAD:" ENTRY " | "
					   "grep -qx 'learned about queues'"),
			 0);
	assert_int_equal(repository_git(r, "show HEAD:log/first.md"), 0);
	assert_true(repository_is_clean(r));
}

static void every_state_works_or_says_the_way_out(void **state UNUSED)
{
	for (size_t i = 0; i < ARRAY_SIZE(states); i++) {
		void *one;

		assert_int_equal(repository_setup(&one), 0);
		repository_put(one, "log/first.md", "first");
		repository_close(one);
		print_message("%s\n", states[i].name);
		check_state(one, &states[i]);
		repository_teardown(&one);
	}
}

static void an_adopted_repository_keeps_what_it_has(void **state)
{
	struct repository *r = *state;

	assert_int_equal(repository_shell(r, "rm -rf .git && git init -q -b "
					     "trunk && echo mine >a.md && "
					     "echo also >b.md"), 0);
	assert_int_equal(store_init(r->root, &r->err), 0);
	repository_put(r, "a.md", "ours");
	assert_int_equal(r->report.nsaved_first, 1);
	assert_int_equal(repository_git(r, "show trunk~1:a.md | grep -qx mine"),
			 0);
	assert_int_equal(repository_shell(r, "grep -qx also b.md && "
					     "git status --porcelain | "
					     "grep -qx '?? b.md'"), 0);
}

static void the_default_branch_of_git_is_honoured(void **state)
{
	struct repository *r = *state;

	assert_int_equal(repository_shell(r, "git config --global "
					     "init.defaultBranch trunk && "
					     "rm -rf .git"), 0);
	assert_int_equal(store_init(r->root, &r->err), 0);
	repository_put(r, "a.md", "x");
	assert_int_equal(repository_git(r, "rev-parse --verify trunk"), 0);
}

static void a_linked_work_tree_can_be_written_in(void **state)
{
	struct repository *r = *state;
	struct repository linked = { .root = "" };

	repository_put(r, "a.md", "x");
	assert_int_equal(repository_git(r, "worktree add -q ../linked -b l"),
			 0);
	snprintf(linked.root, sizeof(linked.root), "%.40s/../linked",
		 r->root);
	repository_put(&linked, "b.md", "in the other one");
	assert_int_equal(repository_git(r, "show l:b.md"), 0);
	assert_int_equal(repository_git(r, "show main:b.md"), 128);
	assert_true(repository_is_clean(&linked));
	assert_true(repository_is_clean(r));
	repository_close(&linked);
}

static void somebody_elses_repository_is_refused(void **state)
{
	struct repository *r = *state;

	if (geteuid())
		skip();
	assert_int_equal(repository_shell(r, "chown -R 12345 ."), 0);
	repository_refuses(r, "a.md", "safe.directory");
}

static void git_holding_its_index_is_a_warning(void **state)
{
	struct repository *r = *state;

	repository_put(r, "a.md", "x");
	assert_int_equal(repository_shell(r, "touch .git/index.lock"), 0);
	repository_put(r, "b.md", "x");
	assert_true(r->report.changed);
	assert_int_equal(r->report.nwarnings, 1);
	assert_int_equal(repository_shell(r, "rm .git/index.lock"), 0);
	repository_put(r, "c.md", "x");
	assert_int_equal(r->report.nwarnings, 0);
	assert_true(repository_is_clean(r));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_state_works_or_says_the_way_out),
		repository_test(an_adopted_repository_keeps_what_it_has),
		repository_test(the_default_branch_of_git_is_honoured),
		repository_test(a_linked_work_tree_can_be_written_in),
		repository_test(somebody_elses_repository_is_refused),
		repository_test(git_holding_its_index_is_a_warning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
