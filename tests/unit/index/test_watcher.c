/* SPDX-License-Identifier: MIT */
/* A watcher tells of all that a scan would see, and nobody else is believed. */
#include "tests/unit/index/fixture.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "core/index/watcher.h"
#include "tests/unit/index/service.h"

/* --- a watcher that answers when the test says so ------------------------ */

/* Ask first, then let it answer: so there is no waiting. */
static struct watched_state state_of(struct fixture *f, struct watch_server *s)
{
	struct beneath tree = BENEATH_INIT;
	struct watcher_answer answer;
	int question = watcher_ask(f->index_path.buf);

	assert_true(question >= 0);
	assert_int_equal(beneath_open(&tree, f->root, &f->err), 0);
	if (watch_server_run(s, &f->err))
		fail_msg("%s", f->err.text);
	assert_true(watcher_hear(question, &tree, 10000, &answer, NULL));
	beneath_release(&tree);
	return answer.state;
}

/* A watcher, and what it said last. */
struct witness {
	struct fixture *f;
	struct watch_server *server;
	struct watched_state last;
};

static struct witness witness_of(struct fixture *f)
{
	struct witness w = { .f = f, .server = watch(f) };

	w.last = state_of(f, w.server);
	return w;
}

static void witness_release(struct witness *w)
{
	watch_server_close(w->server);
}

/* Has something happened since it was asked the last time? */
static bool is_told(struct witness *w)
{
	struct watched_state now = state_of(w->f, w->server);
	bool same = watched_state_is(&now, &w->last);

	w->last = now;
	return !same;
}

static void rename_in(struct fixture *f, const char *from, const char *to)
{
	AUTO(strbuf) old = STRBUF_INIT;
	AUTO(strbuf) new = STRBUF_INIT;

	fixture_path(f, from, &old);
	fixture_path(f, to, &new);
	assert_int_equal(rename(old.buf, new.buf), 0);
}

static void make_folder(struct fixture *f, const char *path)
{
	AUTO(strbuf) full = STRBUF_INIT;

	fixture_path(f, path, &full);
	assert_int_equal(mkdir(full.buf, 0700), 0);
}

static int open_in(struct fixture *f, const char *path, int flags)
{
	AUTO(strbuf) full = STRBUF_INIT;
	int fd;

	fixture_path(f, path, &full);
	fd = open(full.buf, flags | O_CLOEXEC);
	assert_true(fd >= 0);
	return fd;
}

static void nothing_is_told_while_nothing_changes(void **state)
{
	struct fixture *f = *state;
	struct witness w;

	put_journal(f);
	w = witness_of(f);
	assert_false(is_told(&w));
	assert_false(is_told(&w));
	witness_release(&w);
}

static void each_change_of_a_file_is_told(void **state)
{
	struct fixture *f = *state;
	struct witness w;
	AUTO(strbuf) path = STRBUF_INIT;

	put_journal(f);
	fixture_path(f, "notes/messaging.md", &path);
	w = witness_of(f);
	put(f, "notes/messaging.md", "again\n");
	assert_true(is_told(&w));
	assert_int_equal(truncate(path.buf, 3), 0);
	assert_true(is_told(&w));
	assert_int_equal(chmod(path.buf, 0400), 0);
	assert_true(is_told(&w));
	assert_int_equal(utimensat(AT_FDCWD, path.buf, NULL, 0), 0);
	assert_true(is_told(&w));
	rename_in(f, "notes/messaging.md", "notes/other.md");
	assert_true(is_told(&w));
	take_away(f, "notes/other.md");
	assert_true(is_told(&w));
	put(f, "notes/new.md", "new\n");
	assert_true(is_told(&w));
	assert_false(is_told(&w));
	witness_release(&w);
}

/* An editor may keep its file open. */
static void a_write_is_told_before_the_file_is_closed(void **state)
{
	struct fixture *f = *state;
	struct witness w;
	int fd;

	put_journal(f);
	fd = open_in(f, "notes/messaging.md", O_WRONLY | O_APPEND);
	w = witness_of(f);
	assert_int_equal(write(fd, "more\n", 5), 5);
	assert_true(is_told(&w));
	assert_false(is_told(&w));
	assert_int_equal(write(fd, "more\n", 5), 5);
	assert_true(is_told(&w));
	close(fd);
	witness_release(&w);
}

static void a_mapping_is_told_when_it_is_given_up(void **state)
{
	struct fixture *f = *state;
	struct witness w;
	char *bytes;
	int fd;

	put_journal(f);
	fd = open_in(f, "notes/messaging.md", O_RDWR);
	bytes = mmap(NULL, 16, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	assert_ptr_not_equal(bytes, MAP_FAILED);
	close(fd);
	w = witness_of(f);
	memcpy(bytes, "# Other", 7);
	assert_int_equal(munmap(bytes, 16), 0);
	assert_true(is_told(&w));
	witness_release(&w);
}

static void what_is_in_new_folders_is_told(void **state)
{
	struct fixture *f = *state;
	struct witness w;

	put_journal(f);
	w = witness_of(f);
	/* Folders in folders, with a file at once. */
	put(f, "notes/a/b/c/deep.md", "deep\n");
	assert_true(is_told(&w));
	put(f, "notes/a/b/c/deep.md", "deeper\n");
	assert_true(is_told(&w));
	rename_in(f, "notes/a", "notes/z");
	assert_true(is_told(&w));
	put(f, "notes/z/b/c/deep.md", "deepest\n");
	assert_true(is_told(&w));
	make_folder(f, "notes/z/b/c/d");
	assert_true(is_told(&w));
	put(f, "notes/z/b/c/d/e.md", "e\n");
	assert_true(is_told(&w));
	assert_false(is_told(&w));
	witness_release(&w);
}

/* Where it comes from, it was not watched. */
static void a_folder_that_is_moved_in_is_watched(void **state)
{
	struct fixture *f = *state;
	struct witness w;

	put_journal(f);
	put(f, "elsewhere/in/it.md", "it\n");
	w = witness_of(f);
	put(f, "elsewhere/in/it.md", "it again\n");
	assert_false(is_told(&w));
	rename_in(f, "elsewhere", "notes/here");
	assert_true(is_told(&w));
	put(f, "notes/here/in/it.md", "and again\n");
	assert_true(is_told(&w));
	/* What is moved out is none of ours any more. */
	rename_in(f, "notes/here", "elsewhere");
	assert_true(is_told(&w));
	is_told(&w);
	put(f, "elsewhere/in/it.md", "once more\n");
	assert_false(is_told(&w));
	assert_int_equal(watch_server_folders(w.server), 5);
	witness_release(&w);
}

/* The first two may be taken in one go, and then have other paths. */
static void folders_that_come_and_go_at_once_are_watched(void **state)
{
	struct fixture *f = *state;
	struct witness w;

	put_journal(f);
	w = witness_of(f);
	make_folder(f, "notes/a");
	make_folder(f, "notes/a/b");
	rename_in(f, "notes/a/b", "notes/c");
	rename_in(f, "notes/a", "notes/d");
	make_folder(f, "notes/a");
	make_folder(f, "notes/a/b");
	assert_true(is_told(&w));
	is_told(&w);
	put(f, "notes/c/new.md", "word\n");
	assert_true(is_told(&w));
	put(f, "notes/d/new.md", "word\n");
	assert_true(is_told(&w));
	put(f, "notes/a/b/new.md", "word\n");
	assert_true(is_told(&w));
	assert_false(is_told(&w));
	assert_int_equal(watch_server_folders(w.server), 9);
	witness_release(&w);
}

static void a_journal_may_have_no_folders_yet(void **state)
{
	struct fixture *f = *state;
	struct witness w = witness_of(f);

	put(f, "log/2022/2022-07-04.md", "text\n");
	assert_true(is_told(&w));
	put(f, "log/2022/2022-07-04.md", "other text\n");
	assert_true(is_told(&w));
	witness_release(&w);
}

static void what_no_scan_looks_at_is_not_told(void **state)
{
	struct fixture *f = *state;
	struct witness w;

	put_journal(f);
	w = witness_of(f);
	put(f, "README.md", "text\n");
	put(f, ".hecto/config", "text\n");
	put(f, "public/index.html", "text\n");
	put(f, "notes/.draft.md.swp", "text\n");
	assert_false(is_told(&w));
	witness_release(&w);
}

static void a_folder_that_cannot_be_read_leaves_all_unknown(void **state)
{
	struct fixture *f = *state;
	struct witness w;
	AUTO(strbuf) folder = STRBUF_INIT;

	if (!geteuid())
		skip();
	put_journal(f);
	fixture_path(f, "notes", &folder);
	w = witness_of(f);
	assert_int_equal(chmod(folder.buf, 0), 0);
	assert_true(is_told(&w));
	assert_true(is_told(&w));
	assert_int_equal(chmod(folder.buf, 0700), 0);
	assert_true(is_told(&w));
	assert_false(is_told(&w));
	witness_release(&w);
}

/* Events that were lost, and a folder among them. */
static void an_overflow_makes_a_new_generation(void **state)
{
	struct fixture *f = *state;
	struct watched_state before;
	struct witness w;

	put_journal(f);
	w = witness_of(f);
	before = w.last;
	for (int i = 0; i < 9000; i++) {
		put(f, i % 2 ? "notes/.a" : "notes/.b", "");
		take_away(f, i % 2 ? "notes/.a" : "notes/.b");
	}
	make_folder(f, "notes/late");
	assert_true(is_told(&w));
	assert_true(w.last.generation != before.generation);
	put(f, "notes/late/a.md", "word\n");
	assert_true(is_told(&w));
	assert_false(is_told(&w));
	witness_release(&w);
}

static void a_journal_that_moves_ends_it(void **state)
{
	struct fixture *f = *state;
	struct watch_server *s;
	char moved[40];

	put_journal(f);
	s = watch(f);
	snprintf(moved, sizeof(moved), "%s-x", f->root);
	assert_int_equal(rename(f->root, moved), 0);
	assert_int_equal(watch_server_run(s, &f->err), -1);
	assert_non_null(strstr(f->err.text, "moved or removed"));
	assert_int_equal(rename(moved, f->root), 0);
	watch_server_close(s);
}

static void there_is_one_watcher_at_a_time(void **state)
{
	struct fixture *f = *state;
	struct watch_server *first = watch(f), *second;

	assert_int_equal(watch_server_open(&second, f->root, f->index_path.buf,
					   &f->err), -1);
	assert_int_equal(f->err.kind, ERROR_CONFLICT);
	state_of(f, first);
	watch_server_close(first);
	assert_int_equal(watcher_ask(f->index_path.buf), -1);
	second = watch(f);
	state_of(f, second);
	watch_server_close(second);
}

static void two_watchers_have_two_generations(void **state)
{
	struct fixture *f = *state;
	struct watch_server *s = watch(f);
	struct watched_state first = state_of(f, s), second;

	watch_server_close(s);
	s = watch(f);
	second = state_of(f, s);
	assert_true(first.generation != second.generation);
	watch_server_close(s);
}

static void the_socket_is_for_its_user_alone(void **state)
{
	struct fixture *f = *state;
	struct watch_server *s = watch(f);
	AUTO(strbuf) path = STRBUF_INIT;
	struct stat st;

	fixture_path(f, WATCHER_SOCKET, &path);
	assert_int_equal(stat(path.buf, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	watch_server_close(s);
	assert_int_equal(stat(path.buf, &st), -1);
}

static void a_path_of_any_length_is_found(void **state)
{
	struct fixture *f = *state;
	struct watch_server *s;
	AUTO(strbuf) path = STRBUF_INIT;

	for (int i = 0; i < 8; i++)
		path_join(&path, "a-folder-with-a-long-name");
	path_join(&path, "index.db");
	put(f, path.buf, "");
	strbuf_reset(&f->index_path);
	fixture_path(f, path.buf, &f->index_path);
	s = watch(f);
	state_of(f, s);
	watch_server_close(s);
}

/* --- answers that are none ----------------------------------------------- */

/* What a stranger sends who listens at the place of the watcher. */
static bool is_believed(struct fixture *f, const void *answer, size_t size)
{
	int listener = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	struct beneath tree = BENEATH_INIT;
	struct watcher_answer out;
	int question, client;
	bool believed;

	snprintf(address.sun_path, sizeof(address.sun_path),
		 "%s/" WATCHER_SOCKET, f->root);
	unlink(address.sun_path);
	assert_int_equal(bind(listener, (const void *)&address,
			      sizeof(address)), 0);
	assert_int_equal(listen(listener, 1), 0);
	question = watcher_ask(f->index_path.buf);
	assert_true(question >= 0);
	client = accept(listener, NULL, NULL);
	assert_true(client >= 0);
	if (size)
		assert_int_equal(send(client, answer, size, 0), (ssize_t)size);
	close(client);
	assert_int_equal(beneath_open(&tree, f->root, &f->err), 0);
	believed = watcher_hear(question, &tree, 10000, &out, NULL);
	beneath_release(&tree);
	close(listener);
	return believed;
}

static void a_malformed_answer_is_none(void **state)
{
	struct fixture *f = *state;
	struct watcher_answer a = { .magic = WATCHER_MAGIC, .state = { 7, 7 } };
	struct { struct watcher_answer a; char more; } longer = { a, 0 };
	struct stat st;

	assert_int_equal(stat(f->root, &st), 0);
	a.device = (uint64_t)st.st_dev;
	a.inode = (uint64_t)st.st_ino;
	longer.a = a;
	assert_true(is_believed(f, &a, sizeof(a)));
	assert_false(is_believed(f, NULL, 0));
	assert_false(is_believed(f, &a, sizeof(a) - 1));
	assert_false(is_believed(f, &longer, sizeof(longer)));
	a.inode++;
	assert_false(is_believed(f, &a, sizeof(a)));
	a.inode--;
	a.magic++;
	assert_false(is_believed(f, &a, sizeof(a)));
	a.magic--;
	a.state.generation = 0;
	assert_false(is_believed(f, &a, sizeof(a)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_told_while_nothing_changes),
		TEST(each_change_of_a_file_is_told),
		TEST(a_write_is_told_before_the_file_is_closed),
		TEST(a_mapping_is_told_when_it_is_given_up),
		TEST(what_is_in_new_folders_is_told),
		TEST(a_folder_that_is_moved_in_is_watched),
		TEST(folders_that_come_and_go_at_once_are_watched),
		TEST(a_journal_may_have_no_folders_yet),
		TEST(what_no_scan_looks_at_is_not_told),
		TEST(a_folder_that_cannot_be_read_leaves_all_unknown),
		TEST(an_overflow_makes_a_new_generation),
		TEST(a_journal_that_moves_ends_it),
		TEST(there_is_one_watcher_at_a_time),
		TEST(two_watchers_have_two_generations),
		TEST(the_socket_is_for_its_user_alone),
		TEST(a_path_of_any_length_is_found),
		TEST(a_malformed_answer_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
