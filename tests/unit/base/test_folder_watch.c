/* SPDX-License-Identifier: MIT */
/* What is heard of a folder that is watched. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/alloc.h"
#include "core/base/folder_watch.h"
#include "core/base/path.h"
#include "core/base/strbuf.h"

struct fixture {
	char root[32];
	struct folder_watch *watch;
	struct error err;
};

static bool is_no_ghost(void *arg UNUSED, const char *folder UNUSED,
			const char *name)
{
	return strcmp(name, "ghost") != 0;
}

static void in_root(const struct fixture *f, const char *path,
		    struct strbuf *out)
{
	strbuf_addstr(out, f->root);
	path_join(out, path);
}

static void make_folder(struct fixture *f, const char *path)
{
	AUTO(strbuf) full = STRBUF_INIT;

	in_root(f, path, &full);
	assert_int_equal(mkdir(full.buf, 0700), 0);
}

static int open_file(struct fixture *f, const char *path)
{
	AUTO(strbuf) full = STRBUF_INIT;
	int fd;

	in_root(f, path, &full);
	fd = open(full.buf, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	return fd;
}

static void watch(struct fixture *f, bool each_write)
{
	const struct folder_watch_rules rules = { .matters = is_no_ghost,
						  .each_write = each_write };

	if (folder_watch_open(&f->watch, f->root, &rules, &f->err))
		fail_msg("%s", f->err.text);
}

static size_t changes(struct fixture *f)
{
	struct folder_news news;

	if (folder_watch_take(f->watch, &news, &f->err))
		fail_msg("%s", f->err.text);
	assert_false(news.lost);
	return news.changes;
}

static void a_write_is_told_when_the_file_is_closed(void **state)
{
	struct fixture *f = *state;
	int fd;

	watch(f, false);
	fd = open_file(f, "a");
	assert_int_equal(changes(f), 1);
	assert_int_equal(write(fd, "text", 4), 4);
	assert_int_equal(changes(f), 0);
	close(fd);
	assert_int_equal(changes(f), 1);
}

static void or_at_once_for_who_wants_each(void **state)
{
	struct fixture *f = *state;
	int fd = open_file(f, "a");

	watch(f, true);
	assert_int_equal(write(fd, "text", 4), 4);
	assert_int_equal(changes(f), 1);
	close(fd);
}

static void names_that_do_not_matter_are_not_told_nor_entered(void **state)
{
	struct fixture *f = *state;

	make_folder(f, "ghost");
	watch(f, false);
	close(open_file(f, "ghost/a"));
	make_folder(f, "folder");
	assert_int_equal(changes(f), 1);
	make_folder(f, "folder/ghost");
	close(open_file(f, "folder/ghost/a"));
	assert_int_equal(changes(f), 0);
	assert_int_equal(folder_watch_folders(f->watch), 2);
}

static void a_link_is_not_followed(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) link = STRBUF_INIT;

	make_folder(f, "ghost");
	in_root(f, "link", &link);
	watch(f, false);
	assert_int_equal(symlink("ghost", link.buf), 0);
	assert_int_equal(changes(f), 1);
	close(open_file(f, "ghost/a"));
	assert_int_equal(changes(f), 0);
	assert_int_equal(folder_watch_folders(f->watch), 1);
}

static void a_folder_that_is_removed_is_given_up(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) folder = STRBUF_INIT;

	make_folder(f, "a");
	in_root(f, "a", &folder);
	watch(f, false);
	assert_int_equal(folder_watch_folders(f->watch), 2);
	assert_int_equal(rmdir(folder.buf), 0);
	assert_true(changes(f));
	assert_int_equal(folder_watch_folders(f->watch), 1);
}

/* What happens there is not told of, however it is watched. */
static void other_file_systems_are_refused_to_who_relies_on_it(void **state)
{
	struct fixture *f = *state;
	const struct folder_watch_rules rules = { .matters = is_no_ghost,
						  .reliable = true };

	assert_int_equal(folder_watch_open(&f->watch, "/proc/self/fd", &rules,
					   &f->err), -1);
	assert_non_null(strstr(f->err.text, "file system"));
}

static int setup(void **state)
{
	struct fixture *f = xcalloc(1, sizeof(*f));

	memcpy(f->root, "/tmp/hecto-watch-XXXXXX", 24);
	*state = f;
	return mkdtemp(f->root) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *st UNUSED,
		      int flag UNUSED, struct FTW *ftw UNUSED)
{
	return remove(path);
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	folder_watch_close(f->watch);
	nftw(f->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(f);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_write_is_told_when_the_file_is_closed),
		TEST(or_at_once_for_who_wants_each),
		TEST(names_that_do_not_matter_are_not_told_nor_entered),
		TEST(a_link_is_not_followed),
		TEST(a_folder_that_is_removed_is_given_up),
		TEST(other_file_systems_are_refused_to_who_relies_on_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
