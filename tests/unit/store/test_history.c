/* SPDX-License-Identifier: MIT */
/* The days of files by the commits of a repository. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/date.h"
#include "tests/unit/store/repository.h"

struct looked {
	const char *path;
	struct store_file_days days;
	size_t visits, files;
};

static int look(void *arg, const char *path, const struct store_file_days *days,
		struct error *err UNUSED)
{
	struct looked *l = arg;

	l->files++;
	if (strcmp(path, l->path))
		return 0;
	l->days = *days;
	l->visits++;
	return 0;
}

static struct looked look_for(const struct repository *r, const char *below,
			      const char *path)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	struct looked l = { .path = path };
	struct error err = ERROR_INIT;
	bool cut = true;

	strbuf_addf(&folder, "%s%s", r->root, below);
	assert_int_equal(store_file_days(folder.buf, look, &l, &cut, &err), 0);
	assert_false(cut);
	return l;
}

static void make_commit(struct repository *r, const char *who, const char *date,
			const char *change)
{
	AUTO(strbuf) command = STRBUF_INIT;

	strbuf_addf(&command, "%s && git add -A && GIT_COMMITTER_DATE='%s' "
		    "git -c user.name=x -c user.email=%s commit -q -m x "
		    "--date '%s' --author '%s <%s>'",
		    change, date, who, date, who, who);
	assert_int_equal(repository_shell(r, command.buf), 0);
}

static int day(const char *text)
{
	return day_parse_iso(str_of(text));
}

static void a_file_has_its_first_and_last_day(void **state)
{
	struct repository *r = *state;
	struct looked l;

	make_commit(r, "me", "2021-05-01T12:00:00Z",
		    "mkdir -p til/git && echo 1 >til/git/log.md");
	make_commit(r, "me", "2021-05-02T12:00:00Z", "echo 1 >other.md");
	make_commit(r, "me", "2021-05-09T12:00:00Z", "echo 2 >til/git/log.md");
	l = look_for(r, "", "til/git/log.md");
	assert_int_equal(l.visits, 1);
	assert_int_equal(l.days.first_day, day("2021-05-01"));
	assert_int_equal(l.days.last_day, day("2021-05-09"));
	l = look_for(r, "/til", "git/log.md");
	assert_int_equal(l.days.last_day, day("2021-05-09"));
	assert_int_equal(l.files, 1);
}

static void a_day_is_that_of_the_author_s_own_zone(void **state)
{
	struct repository *r = *state;

	make_commit(r, "me", "2021-05-01T23:30:00-0700", "echo 1 >late.md");
	make_commit(r, "me", "2021-05-01T00:30:00+0900", "echo 1 >early.md");
	assert_int_equal(look_for(r, "", "late.md").days.first_day,
			 day("2021-05-01"));
	assert_int_equal(look_for(r, "", "early.md").days.first_day,
			 day("2021-05-01"));
}

/* git writes no such commit, but whoever makes one may. */
static void a_time_beyond_all_years_tells_no_day(void **state)
{
	static const char *const times[] = {
		"9223372036854775807 +1400", "-9223372036854775808 -1400",
		"99999999999999 +0000",
	};
	struct repository *r = *state;
	AUTO(strbuf) command = STRBUF_INIT;

	make_commit(r, "me", "2021-05-01T12:00:00Z", "echo 1 >log.md");
	for (size_t i = 0; i < ARRAY_SIZE(times); i++) {
		strbuf_reset(&command);
		strbuf_addf(&command, "echo %s >log.md && git add -A && "
			    "printf 'tree %%s\\nparent %%s\\nauthor me <me> %s\\n"
			    "committer me <me> %s\\n\\nx\\n' $(git write-tree) "
			    "$(git rev-parse HEAD) | git hash-object "
			    "--literally -w -t commit --stdin >id && "
			    "git update-ref HEAD $(cat id)", times[i], times[i],
			    times[i]);
		assert_int_equal(repository_shell(r, command.buf), 0);
	}
	assert_int_equal(look_for(r, "", "log.md").days.first_day,
			 day("2021-05-01"));
	assert_int_equal(look_for(r, "", "log.md").days.last_day,
			 day("2021-05-01"));
}

static void a_fork_begins_with_who_wrote_last(void **state)
{
	struct repository *r = *state;
	struct looked l;

	make_commit(r, "template", "2016-06-01T12:00:00Z", "echo 1 >log.md");
	make_commit(r, "me", "2021-05-01T12:00:00Z", "echo 2 >log.md");
	make_commit(r, "me", "2021-05-02T12:00:00Z", "echo 3 >log.md");
	l = look_for(r, "", "log.md");
	assert_int_equal(l.days.first_day, day("2016-06-01"));
	assert_int_equal(l.days.own_first_day, day("2021-05-01"));
}

static void a_merge_changes_nothing_by_itself(void **state)
{
	struct repository *r = *state;
	struct looked l;

	make_commit(r, "me", "2021-05-01T12:00:00Z", "echo 1 >a.md");
	make_commit(r, "me", "2021-05-03T12:00:00Z",
		    "git switch -q -c side && echo 1 >b.md");
	make_commit(r, "me", "2021-05-04T12:00:00Z",
		    "git switch -q - && echo 1 >c.md");
	assert_int_equal(repository_git(r, "-c user.name=x -c user.email=x "
					"merge -q -m x side"), 0);
	l = look_for(r, "", "b.md");
	assert_int_equal(l.days.first_day, day("2021-05-03"));
	assert_int_equal(l.days.last_day, day("2021-05-03"));
}

static void a_shallow_clone_tells_what_it_has(void **state)
{
	struct repository *r = *state;
	AUTO(strbuf) clone = STRBUF_INIT;
	struct looked l = { .path = "a.md" };
	struct error err = ERROR_INIT;
	bool cut;

	make_commit(r, "me", "2021-05-01T12:00:00Z",
		    "echo 1 >a.md; echo 1 >b.md");
	make_commit(r, "me", "2021-05-02T12:00:00Z", "echo 2 >a.md");
	make_commit(r, "me", "2021-05-03T12:00:00Z", "echo 3 >a.md");
	assert_int_equal(repository_shell(r, "git clone -q --depth 2 "
					  "\"file://$PWD\" shallow"), 0);
	strbuf_addf(&clone, "%s/shallow", r->root);
	assert_int_equal(store_file_days(clone.buf, look, &l, &cut, &err), 0);
	assert_int_equal(l.files, 1);
	assert_int_equal(l.days.first_day, day("2021-05-03"));
}

static void a_folder_in_no_repository_has_no_days(void **state)
{
	struct looked l = { .path = "" };
	struct error err = ERROR_INIT;
	bool cut;

	(void)state;
	assert_int_equal(store_file_days("/", look, &l, &cut, &err), 0);
	assert_int_equal(l.files, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		repository_test(a_file_has_its_first_and_last_day),
		repository_test(a_day_is_that_of_the_author_s_own_zone),
		repository_test(a_time_beyond_all_years_tells_no_day),
		repository_test(a_fork_begins_with_who_wrote_last),
		repository_test(a_merge_changes_nothing_by_itself),
		repository_test(a_shallow_clone_tells_what_it_has),
		cmocka_unit_test(a_folder_in_no_repository_has_no_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
